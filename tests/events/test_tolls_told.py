"""Tolls as reports tell them: who of the fallen is named, where a toll got, what it was before; ours, none real."""

from collections.abc import Callable

import pytest

from khabar.records import Event, Record


def _force(record: Record) -> list[Event]:
    return [e for e in record.events if e.type == "ASSAULT"]


def _sizes(event: Event) -> list[tuple[str, int | None]]:
    return [(s.kind, s.low) for s in event.size]


FALLEN = [
    "قال ناشطون إن 15 مدنيا قتلوا بينهم أطفال في قصف على دوما.",
    "قال ناشطون إن 15 مدنيا قتلوا بينهم أطفال.",
    "وقالت الشرطة إن 15 مدنيا قتلوا بينهم شرطي وأصيب آخرون.",
]


@pytest.mark.parametrize("text", FALLEN)
def test_some_of_the_fallen_were_not_killed_by_the_others(read_report: Callable[[str], Record], text: str) -> None:
    (event,) = _force(read_report(text))
    assert (list(event.actors), [m.text for m in event.recipients]) == ([], ["15 مدنيا"])
    assert ("dead", 15) in _sizes(event)


ROSE = [
    ("ارتفع عدد ضحايا التفجير الذي استهدف مسجدا في كابل إلى 40 قتيلا. وتبنى تنظيم الدولة التفجير.", 40),
    ("ارتفع عدد قتلى الهجوم الذي شنه مسلحون على فندق في مقديشو إلى 20. وقالت الشرطة إن الحصار انتهى.", 20),
    ("ارتفعت حصيلة الغارة التي قتلت 20 مدنيا في صنعاء إلى 35 قتيلا. وقال سكان إن الغارة أصابت سوقا.", 35),
]


@pytest.mark.parametrize(("text", "dead"), ROSE)
def test_where_a_toll_got_behind_what_its_attack_was(
    read_report: Callable[[str], Record], text: str, dead: int
) -> None:
    (event,) = _force(read_report(text))
    assert ("dead", dead) in _sizes(event)
    assert all("ضحايا" not in m.text and "قتلى" not in m.text for m in event.actors)


EARLIER = [
    "وكانت حصيلة سابقة قد أشارت إلى مقتل تسعة أشخاص.",
    "وكانت حصيلة أولية تحدثت عن سقوط سبعة قتلى.",
    "وأفادت حصيلة أولى بمقتل ستة مدنيين.",
]


@pytest.mark.parametrize("earlier", EARLIER)
def test_an_earlier_toll_is_of_the_attack_that_was_counted(read_report: Callable[[str], Record], earlier: str) -> None:
    text = f"قتل 12 شخصا في هجوم شنه مسلحون على حاجز للجيش في بنغازي. وقالت الوزارة إن الجرحى نقلوا.\n{earlier}"
    (event,) = _force(read_report(text))
    assert ("dead", 12) in _sizes(event)
