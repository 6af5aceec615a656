"""What somebody is accused of or was caught at is his deed; an attempt in which people fell was made."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.records import Auxiliary, Record
from tellings import REPORT, told

HIS_DEED = [
    (
        "accused, behind an order",
        "أمر النائب العام بحبس أمين الشرطة المتهم بقتل سائق.",
        [("COERCE", ["النائب العام"], ["أمين الشرطة"]), ("ASSAULT", ["أمين الشرطة"], ["سائق"])],
    ),
    (
        "caught at it, by a pronoun",
        "اعتقلت قوات الاحتلال ثلاثة شبان خلال رشقهم حافلة بالحجارة.",
        [("COERCE", ["قوات الاحتلال"], ["ثلاثة شبان"]), ("ASSAULT", ["ثلاثة شبان"], ["حافلة"])],
    ),
    (
        "caught after it",
        "أوقف الدرك رجلا بعد طعنه زوجته.",
        [("COERCE", ["الدرك"], ["رجلا"]), ("ASSAULT", ["رجلا"], ["زوجته"])],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [t[1:] for t in HIS_DEED], ids=[t[0] for t in HIS_DEED])
def test_whose_deed_it_is(
    read: Callable[[str], Record], text: str, expected: list[tuple[str, list[str], list[str]]]
) -> None:
    assert [told(e) for e in read(text + REPORT).events] == expected


def test_the_police_have_not_killed_whom_the_accused_is_to_have_killed(read: Callable[[str], Record]) -> None:
    events = read("اعتقلت الشرطة المتهم بقتل التاجر." + REPORT).events
    assert all("الشرطة" not in [m.text for m in e.actors] for e in events if e.type == "ASSAULT")


def test_an_attempt_in_which_people_fell_was_made(read: Callable[[str], Record]) -> None:
    events = read("نجا محافظ عدن من محاولة اغتيال بسيارة مفخخة وقتل فيها أربعة من حراسه." + REPORT).events
    assert any(s.low == 4 for e in events for s in e.size)
    assert all(Auxiliary.HYPOTHETICAL not in e.auxiliary for e in events if e.size)


def test_goods_by_weight_are_nobody(read: Callable[[str], Record]) -> None:
    (seizure,) = read("ضبطت الدوريات معهم نصف طن من الحشيش." + REPORT).events
    assert seizure.recipients == ()
