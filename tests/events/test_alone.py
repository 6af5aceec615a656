"""Headlines, briefs and excerpts: the judge knows only sentences taken out of long articles."""

from __future__ import annotations

from copy import copy

import pytest

from khabar.coder import Coder
from khabar.events.judge import Judge, Table
from khabar.pages.bare import bare_article
from khabar.records import Published

NEVER = Judge({kind: Table(-9.0, 0.0, 0.0, {}, {}) for kind in ("ASSAULT", "PROTEST")})
"""A judge that holds nothing for an event."""
DAY = Published("2019-05-07", "day", None, "2019-05-07", "given")


@pytest.fixture
def strict(coder: Coder) -> Coder:
    """A coder by rules alone with a judge that accepts nothing."""
    other = copy(coder)
    other.judge = NEVER
    return other


def types(coder: Coder, text: str, headline: str | None = None, day: Published | None = None) -> list[str]:
    return [e.type for e in coder.code(bare_article(text, headline, day)).events]


@pytest.mark.parametrize("text", [
    "مسلحون يخطفون مهندسا في كركوك",
    "مقتل ثلاثة جنود في كمين قرب الموصل",
    "وقفة احتجاجية أمام مقر الولاية في صفاقس",
    "الوزير: مسلحون خطفوا «مهندس الجسر»",
    "خطف مسلحون مهندسا في كركوك.",
])  # fmt: skip
def test_no_judge_is_asked_of_a_headline_or_a_plain_sentence(strict: Coder, text: str) -> None:
    assert types(strict, text) in (["ASSAULT"], ["PROTEST"])


@pytest.mark.parametrize("text", [
    "وأضاف أن مسلحين خطفوا مهندسا في كركوك حيث كان يعمل في جسر قيد البناء منذ شهور.",
    "ومسلحون خطفوا مهندسا في كركوك",
    "قال مدير الشركة إن مسلحين خطفوا مهندسا في كركوك.",
])  # fmt: skip
def test_the_judge_decides_on_an_excerpt(strict: Coder, text: str) -> None:
    assert types(strict, text) == []


def test_a_day_or_a_headline_makes_a_brief(strict: Coder) -> None:
    text = "قال مدير الشركة إن مسلحين خطفوا مهندسا في كركوك."
    assert types(strict, text, day=DAY) == ["ASSAULT"]
    assert types(strict, text, "خبر من كركوك") == ["ASSAULT"]


@pytest.mark.parametrize("text", ["أسباب الاحتجاجات في فرنسا", "تعرف على تاريخ الإضراب", "كتاب عن الاغتيال السياسي"])
def test_a_headline_with_the_bare_noun_of_a_deed_is_about_it(coder: Coder, text: str) -> None:
    assert types(coder, text) == []
