"""Whose the nameless are: those of the place, not of the stranger, the embassy or the other party beside them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.records import Event, Record
from tellings import REPORT

HOMES = [
    ("a tourist arrested", "أوقفت الشرطة سائحا هولنديا في أغادير.", ["MAR"], ["NLD"]),
    ("an engineer abducted", "خطف مسلحون مهندسا بلجيكيا في الكفرة.", ["LBY"], ["BEL"]),
    ("a consulate stormed", "أحرق متظاهرون القنصلية الهندية في البصرة.", ["IRQ"], ["IND"]),
    ("an embassy in a capital", "رشق متظاهرون السفارة الإسبانية في الخرطوم بالحجارة.", ["SDN"], ["ESP"]),
    ("nothing tells it", "اعتقلت الشرطة سائحا هولنديا.", [None], ["NLD"]),
    ("an ambassador received", "استقبل رئيس الوزراء السفير الياباني.", ["JPN"], [None]),
    ("a king's message", "تلقى الرئيس برقية تهنئة من ملك إسبانيا.", ["ESP"], [None]),
    ("a government and its rebels", "توصلت الحكومة والمتمردون إلى هدنة بوساطة نرويجية.", [None, None], []),
    ("refugees of their own country", "قدمت بلجيكا مساعدات للاجئين السوريين في لبنان.", ["BEL"], ["SYR"]),
    ("an army abroad", "أعلن الجيش التشادي أن قواته قتلت عشرة مسلحين في نيجيريا.", ["TCD"], ["NGA"]),
    ("one's own fallen", "أعلن الجيش الإثيوبي مقتل أحد ضباطه في كيسمايو.", [], ["ETH"]),
    ("occupiers in a village", "اعتقلت قوات الاحتلال شابا في بلدة دير نظام.", ["ISR"], ["PSE"]),
    ("spying for a state", "حكمت محكمة الجنايات على مهندس بالسجن بتهمة التجسس لإسرائيل.", [None], [None]),
    ("a nation told with its police", "اعتقلت الشرطة الهولندية أربعة ناشطين في أوتريخت.", ["NLD"], ["NLD"]),
    ("an accuser of his own government", "اتهمت المعارضة الغينية الحكومة بتزوير الانتخابات.", ["GIN"], ["GIN"]),
]


def countries(event: Event) -> tuple[list[str | None], list[str | None]]:
    return [m.country for m in event.actors], [m.country for m in event.recipients]


@pytest.mark.parametrize(("text", "actors", "recipients"), [t[1:] for t in HOMES], ids=[t[0] for t in HOMES])
def test_country_of_the_nameless(
    read: Callable[[str], Record], text: str, actors: list[str | None], recipients: list[str | None]
) -> None:
    assert (actors, recipients) in [countries(e) for e in read(text + REPORT).events]


def test_a_square_is_no_town_of_its_nouns_name(read: Callable[[str], Record]) -> None:
    event = next(e for e in read("اعتدى بلطجية على معتصمين في ميدان العباسية بالقاهرة." + REPORT).events)
    assert countries(event) == (["EGY"], ["EGY"])
