"""Whom the pronoun of `أنه` stands for: whose kin or helpers speak, and what was done to who says it himself."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.records import Record
from tellings import REPORT, told

DONE = [
    ("a family", "قالت عائلة الصحفي إنه اعتقل فجرا من منزله.", ("COERCE", [], ["الصحفي"])),
    ("a family, and by whom", "قالت أسرة الناشط إنه اختطف على يد رجال أمن.", ("ASSAULT", ["رجال أمن"], ["الناشط"])),
    ("a lawyer", "قال محامي الصحفية إنها اعتقلت في المطار.", ("COERCE", [], ["الصحفية"])),
    ("himself", "قال شاب إنه خطف من سيارته في بغداد.", ("ASSAULT", [], ["شاب"])),
    ("an army, which did it", "قال الجيش إنه قتل في الغارة ثلاثة مسلحين.", ("ASSAULT", ["الجيش"], ["ثلاثة مسلحين"])),
]


@pytest.mark.parametrize(("text", "expected"), [t[1:] for t in DONE], ids=[t[0] for t in DONE])
def test_to_whom_it_was_done(
    read: Callable[[str], Record], text: str, expected: tuple[str, list[str], list[str]]
) -> None:
    assert told(read(text + REPORT).events[0]) == expected


def test_the_plural_of_a_deed_begins_no_name(read: Callable[[str], Record]) -> None:
    record = read("رفض الرئيس السوداني اتهامات أوكامبو له بارتكاب جرائم حرب." + REPORT)
    assert "الرئيس السوداني" in [m.text for m in record.mentions]


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("نفت الحركة أن تكون وراء الهجوم على الفندق.", True),
        ("نفى الحزب باستمرار وقوفه وراء الهجوم على الفندق.", True),
        ("نفى الوزير أن يكون القصف متعمدا.", False),
    ],
)
def test_a_part_is_denied(read: Callable[[str], Record], text: str, denied: bool) -> None:
    (event,) = read(text + REPORT).events
    assert bool(event.denied_by) is denied
