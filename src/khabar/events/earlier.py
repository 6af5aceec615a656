"""Deeds that the news counts back to: `بعد عشرة أيام من هجوم على المدينة`, `غداة تفجير المزار`.

The day of the news is that of publication, or the one its own clause tells; the deed lies as far before it as is said.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from khabar.events.draft import Draft
from khabar.lexicon.words import word_list
from khabar.records import EventTime, Published, Span, Time
from khabar.text.characters import squeeze
from khabar.text.tokens import tokenize
from khabar.times.calendar import moved
from khabar.times.reader import Reader
from khabar.times.relative import read_amount

_MORROW = word_list(__name__, "morrow")
_AFTER = "بعد"


def counted_back(draft: Draft, published: Published | None) -> EventTime | None:
    """The day of a deed that a noun names behind `بعد ... من` or `غداة`, or None where nothing is counted from it."""
    scene, trigger = draft.scene, draft.trigger
    if trigger.kind != "noun" or published is None:
        return None
    phrase = scene.phrases[trigger.phrase]
    start = scene.words[phrase.start].token.start
    if phrase.prep in _MORROW or (phrase.start > 0 and scene.words[phrase.start - 1].norm in _MORROW):
        word = scene.words[phrase.start if phrase.prep in _MORROW else phrase.start - 1]
        day = _day_told(draft, word.start, published.day) - timedelta(days=1)
        return EventTime(day, day, "day", "event", Span(word.start, word.end), word.token.text)
    if phrase.prep not in ("من", "علي"):
        return None
    for time in scene.times:
        near = 0 < start - time.span.end < 8
        if near and time.start is None and time.end is None and time.text.startswith(_AFTER):
            return _back(time, published, _day_told(draft, time.span.start, published.day), 1)
    return None


_BEFORE = word_list(__name__, "before")
_EVE = "عشيه"
_NEAR = 25


def counted_from(draft: Draft, published: Published | None, report: EventTime | None) -> EventTime | None:
    """The day of a deed told as so long before the news (`وقبل الجولة بيومين أطلقت`, `وعشية التحرك اجتمع`), or None."""
    if published is None:
        return None
    scene, text = draft.scene, draft.scene.text
    news = report.start if report is not None and report.start is not None else published.day
    told = [w for w in scene.words if w.start < draft.span.start and w.norm in _BEFORE | {_EVE}]
    if not told or any(p.kind == "stop" and scene.words[p.start].start > told[-1].start for p in scene.phrases[:-1]):
        return None
    word = told[-1]
    if word.norm == _EVE:
        opens = word.index == 0 and draft.trigger.kind == "verb"
        day = news - timedelta(days=1)
        return EventTime(day, day, "day", "event", Span(word.start, word.end), word.token.text) if opens else None
    for time in scene.times:
        near = 0 < time.span.start - word.end <= _NEAR and text[time.span.start - 1] == "ب"
        if time.kind == "duration" and near and time.span.end < draft.span.start:
            return _back(time, published, news, 0)
    return None


def before_the_deed(draft: Draft, time: Time, published: Published | None) -> Time:
    """Days counted back from what the sentence tells first (`انسحب أمس من البلدة التي احتلها قبل عشرة أيام`)."""
    if published is None or time.start is None or time.start != time.end or time.precision != "day":
        return time
    words = time.text.split()
    if squeeze(words[0]) != "قبل" or len(words) < 2:
        return time
    day = time.start - (published.day - _day_told(draft, time.span.start, published.day))
    return replace(time, start=day, end=day)


def _day_told(draft: Draft, before: int, news: date) -> date:
    """The day the sentence tells of its news before a place in the text, else `news`."""
    precise = (t for t in draft.scene.times if t.precision in ("day", "hour", "minute") and t.kind == "date")
    told = (t.start for t in precise if t.start == t.end and t.span.end <= before)
    return next((day for day in told if day is not None and news - _FRESH <= day <= news), news)


_FRESH = timedelta(days=7)


def _back(time: Time, published: Published, news: date, first: int) -> EventTime | None:
    """The day as long before the news as words of time tell from their word `first` on."""
    amount = read_amount(Reader(time.text, tokenize(time.text), published), first)
    if amount is None or amount.low != amount.high:
        return None
    day = moved(news, amount.unit, -amount.low)
    if day is None:
        return None
    precision = "day" if amount.unit == "day" else amount.unit
    return EventTime(day, day, precision, "event", time.span, time.text)
