"""What a relative clause tells of those whom a deed hits is no part of that deed, nor is who acts there its doer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.records import Record
from tellings import REPORT, told

TOLD = [
    (
        "freed before",
        "قتل الزعيم القبلي الذي كان الحوثيون قد أفرجوا عنه في صنعاء.",
        [("ASSAULT", [], ["الزعيم القبلي"]), ("RETREAT", ["الحوثيون"], ["الزعيم القبلي"])],
    ),
    (
        "captured before",
        "قتل الضابط الذي كان الجيش الحر قد أسره في حلب.",
        [("ASSAULT", [], ["الضابط"]), ("ASSAULT", ["الجيش الحر"], ["الضابط"])],
    ),
    (
        "wanted",
        "قتل الطبيب الذي كانت الشرطة تلاحقه في حلب.",
        [("ASSAULT", [], ["الطبيب"])],
    ),
    (
        "an attacker",
        "قتل الحراس مسلحا هاجم القنصلية في جدة.",
        [("ASSAULT", ["الحراس"], ["مسلحا"]), ("ASSAULT", ["مسلحا"], ["القنصلية"])],
    ),
    (
        "whom he meant to stab",
        "قتلت الشرطة الفرنسية رجلا حاول طعن شرطي في ليون.",
        [("ASSAULT", ["الشرطة الفرنسية"], ["رجلا"]), ("ASSAULT", ["رجلا"], ["شرطي"])],
    ),
    (
        "whom he was trying to stab",
        "قتلت الشرطة رجلا كان يحاول طعن جندي في باريس.",
        [("ASSAULT", ["الشرطة"], ["رجلا"]), ("ASSAULT", ["رجلا"], ["جندي"])],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [t[1:] for t in TOLD], ids=[t[0] for t in TOLD])
def test_what_is_told_of_victims_is_a_deed_of_its_own(
    read: Callable[[str], Record], text: str, expected: list[tuple[str, list[str], list[str]]]
) -> None:
    assert [told(e) for e in read(text + REPORT).events] == expected
