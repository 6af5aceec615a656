"""A deed from which the time of another is counted is another event, and lies back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.records import Record

REPORT = " وقال مصدر في المكان إن الأجهزة المعنية تتابع الأمر. ولم تصدر السلطات أي بيان حتى مساء اليوم."

COUNTED = [
    ("يأتي الهجوم بعد أسبوعين من تفجير مماثل استهدف سوقا في المدينة وأودى بحياة 22 شخصا.", 22),
    ("جاء الهجوم بعد شهر من تفجير انتحاري في المدينة نفسها خلف 40 قتيلا.", 40),
]


@pytest.mark.parametrize(("text", "dead"), COUNTED)
def test_an_attack_weeks_before_is_another(read: Callable[[str], Record], text: str, dead: int) -> None:
    attack, before = read(text + REPORT).events
    assert (attack.trigger_text, list(attack.auxiliary), attack.size) == ("الهجوم", [], ())
    assert list(before.auxiliary) == ["historical"]
    assert [(s.kind, s.low) for s in before.size] == [("dead", dead)]


def test_how_long_a_siege_lasted_is_no_time_gone_by(read: Callable[[str], Record]) -> None:
    events = read("استسلم المسلحون بعد ثلاثة أيام من الحصار." + REPORT).events
    assert all("historical" not in e.auxiliary for e in events)
