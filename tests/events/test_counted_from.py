"""A deed from which the time of another is counted is another event, and lies back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.records import Record
from tellings import REPORT

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


ELSEWHERE = [
    (
        "تفجيرات في العراق\nبغداد - قتل عشرة أشخاص في انفجار سيارة مفخخة في مدينة الصدر شرق بغداد.\n"
        "وفي الموصل، قتل مسلحون يستقلون سيارة مدنية ثلاثة من حراس سجن بادوش.",
        ["ثلاثة من حراس سجن بادوش"],
    ),
    (
        "محكمة مصرية تؤيد حكما على ناشط\n"
        "القاهرة - أيدت محكمة النقض حكما بالسجن ثلاث سنوات على الناشط أحمد دومة.\n"
        "وفي المنيا، حكم على 37 من أنصار الجماعة بالإعدام.",
        ["37 من أنصار الجماعة"],
    ),
]


@pytest.mark.parametrize(("text", "suffered"), ELSEWHERE)
def test_what_a_sentence_tells_of_another_town_is_another_event(
    read: Callable[[str], Record], text: str, suffered: list[str]
) -> None:
    events = read(text).events
    assert suffered in [[m.text for m in e.recipients] for e in events]
    assert len({e.sentence for e in events if e.type in ("ASSAULT", "SANCTION")}) > 1
