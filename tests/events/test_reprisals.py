"""What a deed answers is another event, which those who answer have not done."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.records import Record
from tellings import REPORT, told

ANSWERED = [
    (
        "deaths of one's own",
        "قصف الجيش التركي مواقع للقوات السورية ردا على مقتل جنود أتراك.",
        [("ASSAULT", ["الجيش التركي"], ["للقوات السورية"]), ("ASSAULT", [], ["جنود أتراك"])],
    ),
    (
        "an arrest",
        "تظاهر مئات الطلاب احتجاجا على اعتقال صحفيين.",
        [("PROTEST", ["مئات الطلاب"], []), ("COERCE", [], ["صحفيين"])],
    ),
    (
        "soldiers of the same state",
        "شنت القوات الأمريكية غارات على مواقع للحشد بعد مقتل جندي أمريكي في هجوم صاروخي.",
        [("ASSAULT", ["القوات الأمريكية"], ["للحشد"]), ("ASSAULT", [], ["جندي أمريكي"])],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [t[1:] for t in ANSWERED], ids=[t[0] for t in ANSWERED])
def test_who_answers_has_not_done_it(
    read: Callable[[str], Record], text: str, expected: list[tuple[str, list[str], list[str]]]
) -> None:
    assert [told(e) for e in read(text + REPORT).events] == expected


def test_who_did_what_is_answered_is_still_found(read: Callable[[str], Record]) -> None:
    record = read("قصفت إسرائيل مواقع للحركة ردا على هجوم شنه مقاتلوها على حافلة." + REPORT)
    assert ["مقاتلوها"] in [[m.text for m in e.actors] for e in record.events]


def test_whose_death_is_answered_was_not_hit_by_the_answer(read: Callable[[str], Record]) -> None:
    events = read("أطلقت حركة حماس صواريخ على عسقلان انتقاما لاغتيال أحد قادتها." + REPORT).events
    assert [[m.text for m in e.recipients] == ["أحد قادتها"] for e in events] == [False, True]
    assert not events[1].actors


@pytest.mark.parametrize(
    "text",
    [
        "رصد الجيش الإسرائيلي إطلاق صواريخ من قطاع غزة باتجاه الأراضي الإسرائيلية.",
        "أعلن الجيش الإسرائيلي إطلاق عشرة صواريخ من غزة على جنوب إسرائيل.",
    ],
)
def test_an_army_that_tells_of_fire_on_its_own_state_has_not_opened_it(
    read: Callable[[str], Record], text: str
) -> None:
    assert [told(e)[:2] for e in read(text + REPORT).events] == [("ASSAULT", [])]


def test_those_hit_by_what_is_answered_were_not_hit_by_the_answer(read: Callable[[str], Record]) -> None:
    text = "شن نشطاء فلسطينيون هجمات صاروخية على جنوب إسرائيل ردا على ضربة جوية أصابت ثلاثة من النشطاء."
    events = read(text + REPORT).events
    hit = {m.text: e.trigger_text for e in events for m in e.recipients}
    assert hit["ثلاثة من النشطاء"] in ("ضربة جوية", "أصابت")
