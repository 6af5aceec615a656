"""Plain wordings of diplomacy: charges denied, aid sent, who condemns and whom, in sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.records import Event, Record
from tellings import told


def _first(record: Record, kind: str) -> Event:
    return next(e for e in record.events if e.type == kind)


CHARGES = [
    ("a state denies", "رفضت رواندا اتهامات كينشاسا بدعم حركة مسلحة في شرق البلاد.", ["كينشاسا"], ["رواندا"]),
    ("a body denies", "ونفى الجيش اتهامات منظمة حقوقية بقتل ثلاثة مدنيين في القرية.", ["منظمة حقوقية"], ["الجيش"]),
    ("by a pronoun", "نفت إثيوبيا اتهام السودان لها بإعدام سبعة جنود.", ["السودان"], ["إثيوبيا"]),
    (
        "who gets help is not accused",
        "نفت كينيا اتهامات الحكومة الصومالية بتقديم الدعم للمتمردين.",
        ["الحكومة الصومالية"],
        ["كينيا"],
    ),
    (
        "who speaks for others is not accused",
        "نفى وزير الإعلام اتهامات المعارضة بالوقوف وراء تفجير خط الأنابيب.",
        ["المعارضة"],
        [],
    ),
]


@pytest.mark.parametrize(("text", "actors", "recipients"), [t[1:] for t in CHARGES], ids=[t[0] for t in CHARGES])
def test_who_denies_a_charge_is_accused(
    read_report: Callable[[str], Record], text: str, actors: list[str], recipients: list[str]
) -> None:
    assert told(_first(read_report(text), "ACCUSE")) == ("ACCUSE", actors, recipients)


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("ونفى الجيش اتهامات منظمة حقوقية بقتل ثلاثة مدنيين في القرية.", ["الجيش"]),
        ("نفت إثيوبيا اتهام السودان لها بإعدام سبعة جنود.", ["إثيوبيا"]),
        ("نفى وزير الإعلام اتهامات المعارضة بالوقوف وراء تفجير خط الأنابيب.", []),
    ],
)
def test_the_deed_charged_is_whose_denies(read_report: Callable[[str], Record], text: str, actors: list[str]) -> None:
    event = _first(read_report(text), "ASSAULT")
    assert [m.text for m in event.actors] == actors
    assert event.denied_by
