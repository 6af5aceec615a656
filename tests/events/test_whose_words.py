"""Whose words a relative clause tells: those of who wrote or called, or of the guest, and not of the main subject."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.records import Record
from tellings import REPORT, told

WORDS = [
    (
        "thanks in a call",
        "تلقى العاهل السعودي اتصالا من الرئيس الأميركي شكره فيه على استضافة القمة.",
        ("SUPPORT", ["الرئيس الأميركي"], ["العاهل السعودي"]),
    ),
    (
        "a threat in a call",
        "تلقى وزير الخارجية الأردني مكالمة من نظيره السوري هدده فيها بإغلاق الحدود.",
        ("THREATEN", ["نظيره السوري"], ["وزير الخارجية الأردني"]),
    ),
    (
        "statements of another",
        "رد الرئيس السوداني على تصريحات لنظيره الأوغندي هدد فيها بالتدخل في جنوب السودان.",
        ("THREATEN", ["نظيره الأوغندي"], []),
    ),
    (
        "one's own letter",
        "وجه الرئيس المصري رسالة إلى رئيس الوزراء الإثيوبي حذره فيها من بناء السد.",
        ("THREATEN", ["الرئيس المصري"], ["رئيس الوزراء الإثيوبي"]),
    ),
    (
        "a guest who thanks",
        "التقى رئيس الوزراء العراقي الرئيس التركي الذي شكره على فتح المعابر.",
        ("SUPPORT", ["الرئيس التركي"], ["رئيس الوزراء العراقي"]),
    ),
    (
        "a host who demands",
        "زار وزير الدفاع الأميركي الرئيس الأفغاني الذي طالبه بوقف الغارات الليلية.",
        ("REQUEST", ["الرئيس الأفغاني"], ["وزير الدفاع الأميركي"]),
    ),
]


@pytest.mark.parametrize(("text", "expected"), [t[1:] for t in WORDS], ids=[t[0] for t in WORDS])
def test_whose_words_a_relative_clause_tells(
    read: Callable[[str], Record], text: str, expected: tuple[str, list[str], list[str]]
) -> None:
    assert [told(e) for e in read(text + REPORT).events][-1] == expected


ANSWERS = [
    (
        "who was asked refuses",
        "طلبت واشنطن من بغداد تسليم المتهم، إلا أنها رفضت.",
        [("REQUEST", ["واشنطن"], ["بغداد"]), ("REJECT", ["بغداد"], ["واشنطن"])],
    ),
    (
        "who was called upon refuses",
        "دعت القاهرة حركة حماس إلى وقف إطلاق النار، لكنها رفضت.",
        [("REQUEST", ["القاهرة"], ["حركة حماس"]), ("REJECT", ["حركة حماس"], ["القاهرة"])],
    ),
    (
        "what is refused is named",
        "دعت واشنطن إلى هدنة لكنها رفضت سحب قواتها.",
        [("REQUEST", ["واشنطن"], []), ("REJECT", ["واشنطن"], ["قواتها"])],
    ),
    (
        "two judge one thing",
        "رحبت واشنطن بالقرار ونددت به موسكو.",
        [("SUPPORT", ["واشنطن"], []), ("ACCUSE", ["موسكو"], [])],
    ),
    (
        "one thing praised by two",
        "رحبت الأمم المتحدة بالاتفاق وأشادت به واشنطن.",
        [("SUPPORT", ["الأمم المتحدة"], []), ("SUPPORT", ["واشنطن"], [])],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [t[1:] for t in ANSWERS], ids=[t[0] for t in ANSWERS])
def test_who_answers_whom(
    read: Callable[[str], Record], text: str, expected: list[tuple[str, list[str], list[str]]]
) -> None:
    assert [told(e) for e in read(text + REPORT).events] == expected
