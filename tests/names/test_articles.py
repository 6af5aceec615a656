"""`للحكومة` is shown whole: neither `لحكومة` nor, where `ل` is the word's own, one letter too many."""

from __future__ import annotations

import pytest

import khabar
from khabar.pages.bare import bare_article
from khabar.records import Record

_MORE = " ولم يذكر المصدر تفاصيل أخرى. ويعرف عن المنطقة كثرة سكانها."


@pytest.fixture(scope="module")
def record() -> Record:
    text = (
        "قدم الرئيس تعازيه للحكومة والشعب السعودي. وتعرض الصحفي للضرب على يد مجهولين. "
        "وأعلن الوزير دعمه للمتمردين، وسلمت المنظمة مساعدات للبنان."
    )
    return khabar.load().code(bare_article(text + _MORE))


def test_participants_are_whole(record: Record) -> None:
    said = {m.text for e in record.events for m in (*e.actors, *e.recipients)}
    assert {"للحكومة", "للمتمردين"} <= said
    assert not {"لحكومة", "لمتمردين", "للبنان"} & said


def test_triggers_are_whole(record: Record) -> None:
    text = record.article.text
    words = {s.of(text) for e in record.events for s in (e.trigger, *e.also)}
    assert "للضرب" in words


def test_words_are_those_of_the_text(record: Record) -> None:
    text = record.article.text
    mentions = [*record.mentions, *(m for e in record.events for m in (*e.actors, *e.recipients))]
    assert all(m.span.of(text) == m.text and m.span.contains(m.head) for m in mentions)


def test_actors_have_their_article(record: Record) -> None:
    assert "المتمردين" in {a.name_ar for a in record.actors}
