"""What a deed answers is another event, which those who answer have not done."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.records import Record
from tellings import told

REPORT = " وقال مصدر في المكان إن الأجهزة المعنية تتابع الأمر. ولم تصدر السلطات أي بيان حتى مساء اليوم."

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
