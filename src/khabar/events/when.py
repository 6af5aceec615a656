"""When an event was: the days its own words give, else its sentence, else the day of the news, else of publication."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from khabar.events.draft import Draft
from khabar.events.earlier import before_the_deed, counted_back, counted_from
from khabar.events.lexicon import noun_keys
from khabar.events.sentenced import is_of_charge
from khabar.events.setting import after_topic, area_of
from khabar.events.since import is_of_another
from khabar.lexicon.words import word_list
from khabar.records import Auxiliary, EventTime, Published, Span, Time
from khabar.text.particles import particles
from khabar.text.tokens import tokenize
from khabar.text.words import Word
from khabar.times.calendar import moved
from khabar.times.reader import Reader
from khabar.times.relative import read_amount
from khabar.times.vocabulary import vocabulary

OF_A_DAY = frozenset({"minute", "hour", "day"})
_REACH = 80
"""Letters: how far behind a noun words of time that no comma parts from it are its own."""
_WEEK = timedelta(days=7)


def event_time(draft: Draft, published: Published | None, report: EventTime | None) -> EventTime:
    """The days of an event. `report` is the day of the news that an event before it gave, if any."""
    if (back := counted_back(draft, published)) is not None:
        return back
    if (back := counted_from(draft, published, report)) is not None:
        return back
    scene = draft.scene
    area = area_of(draft)
    future = _is_to_come(draft)
    planned = future and Auxiliary.FUTURE in draft.auxiliary
    usable = [t for t in (_meant(t, published, planned) for t in scene.times) if _can_date(t, published, future)]
    usable = [t for t in usable if not (_is_named_by(draft, t) or is_of_charge(draft, t))]
    usable = [t for t in usable if _opens(draft, t) or not is_of_another(draft, t)]
    at_once = draft.trigger.kind == "verb" or "release" in draft.modes  # `الإفراج عن المحبوس منذ عامين`
    clause = draft.trigger.clause if draft.trigger.support is not None and draft.trigger.slot == "obj" else None
    at_once = at_once or (clause is not None and not clause.says)  # `شن غارات على`
    if at_once and Auxiliary.HISTORICAL not in draft.auxiliary:
        # `طالبت برفع الحصار المفروض منذ أشهر`: what is said or done once has no beginning only, nor an end only.
        lasts = [t for t in usable if _is_lasting(draft, t) or _opens(draft, t) or (future and t.end is not None)]
        usable = [t for t in usable if t.kind != "open span" or t in lasts]
    topical = {t.span for t in usable if after_topic(draft, t.span)}
    # `وعد بإجراء الانتخابات في 2017`: not when it was promised; `طالب بالإفراج عنه أمس` may be.
    # `وافقت على الاتفاق في 2015`, `سيزور البلاد منتصف الشهر`: of what lies back or is to come seldom the day is told.
    loose = future or Auxiliary.HISTORICAL in draft.auxiliary
    usable = [t for t in usable if loose or t.span not in topical or t.precision in OF_A_DAY or _is_ago(t)]
    own = [t for t in usable if area.contains(t.span) or _follows(draft, t) or _opens(draft, t)]
    own = [t for t in own if not _is_of_others(draft, t)]
    if own:
        best = min(own, key=lambda t: (not _opens(draft, t), t.span in topical, _away(draft, t), t.span.start))
        best = _with_second(before_the_deed(draft, best, published), own, scene.text)
        start = published.day if future and published is not None and best.start is None else best.start
        return EventTime(start, _until(best, published), best.precision, "event", best.span, best.text)
    only = None if future else _of_the_sentence(draft, usable, published)
    if only is not None:
        return EventTime(only.start, only.end, only.precision, "sentence", only.span, only.text)
    if future or (Auxiliary.HISTORICAL in draft.auxiliary and not at_an_hour(draft)):
        return EventTime(None, None, "unknown", "unknown")  # what lies back is not of the day of the news
    if report is not None:
        return EventTime(report.start, report.end, report.precision, "report", report.span, report.text)
    if published is None:
        return EventTime(None, None, "unknown", "unknown")
    return EventTime(published.day, published.day, "day", "published", None, published.text)


def takes_up_a_time(draft: Draft) -> bool:
    """Whether the words of an event point back to a time told before (`واعتذر يومها`, `وفي ذلك العام`)."""
    inside = _words(draft)
    if any(w.norm in particles().thens for w in inside):
        return True
    return any(w.norm in ("ذلك", "تلك") and t.norm in particles().stretches for w, t in pairwise(inside))


def _words(draft: Draft) -> list[Word]:
    """The words that belong to an event."""
    area = area_of(draft)
    return [w for w in draft.scene.words if area.contains(Span(w.start, w.end))]


def _is_ago(time: Time) -> bool:
    """Whether words of time count back from now, and so say when something was done (`أثنت على أدائه قبل شهر`)."""
    return time.text.startswith("قبل") and time.start is not None and time.end is not None


def at_an_hour(draft: Draft) -> bool:
    """Whether a part of the day is told with an event and no day, so that it is that of the news (`ساروا ظهرا`)."""
    parts = vocabulary().parts.table
    return any(w.norm.endswith("ا") and w.norm in parts for w in _words(draft))


def _of_the_sentence(draft: Draft, times: Sequence[Time], published: Published | None) -> Time | None:
    """The day a sentence tells of all that is in it: the only one, else the first; of what lies back, any time."""
    times = [t for t in times if t.kind != "open span"]  # `تغيرت البلاد بعد 25 يوليو`: of nothing else
    lasting = [t for t in times if t.precision in ("hour", "minute") and t.text.startswith("بعد")]
    short = [t for t in times if t.precision in OF_A_DAY | {"week"} and t not in lasting]
    past = Auxiliary.HISTORICAL in draft.auxiliary
    if len(short) == 1:
        return short[0]
    if short:
        first = short[0]
        told = first.precision in OF_A_DAY and first.span.end <= draft.span.start and not past
        return first if told and not _is_of_others(draft, first) else None
    long = [t for t in times if t.kind == "date" and t.precision in ("month", "season", "year")]
    if len(long) != 1 or published is None or not _lies_back(long[0], published):
        return None
    return long[0] if past or _is_then(draft, long[0]) else None


def _lies_back(time: Time, published: Published) -> bool:
    return time.end is not None and time.end < published.day - _WEEK


def _is_then(draft: Draft, time: Time) -> bool:
    """Whether `حين` or the like stands between words of time and an event (`في نوفمبر الماضي عندما انفجرت`)."""
    words = (w for w in draft.scene.words if time.span.end <= w.start < draft.span.start)
    return any(w.token.norm in particles().whens for w in words)


def _is_to_come(draft: Draft) -> bool:
    """Whether the event itself is not yet: what is offered or promised is so by the offer, which was made."""
    if draft.sense.type == "AGREE":
        return False
    return Auxiliary.FUTURE in draft.auxiliary or Auxiliary.HYPOTHETICAL in draft.auxiliary


def _away(draft: Draft, time: Time) -> int:
    """Letters between an event and words of time; those before a noun are mostly its verb's."""
    others = draft.trigger.kind == "noun" and time.span.start < draft.span.start and draft.trigger.support is None
    return abs(time.span.start - draft.span.start) + others * _REACH // 2


def _meant(time: Time, published: Published | None, future: bool) -> Time:
    """Words of time as they are meant of an event.

    `قبل ثلاثة أسابيع` is the day three weeks ago; `اليومين الماضيين` end on the day before; a weekday that is to come
    is the next one, and a week's end that is past the last one.
    """
    if published is None or time.start is None or time.end is None:
        return time
    reader = Reader(time.text, tokenize(time.text), published)
    words = reader.norms
    if time.precision == "week" and words[0] == "قبل":
        amount = read_amount(reader, 1)
        exact = amount is not None and amount.low == amount.high
        day = moved(published.day, amount.unit, -amount.low) if amount is not None and exact else None
        return replace(time, start=day, end=day) if day is not None else time
    several = time.precision == "day" and time.start < time.end == published.day
    if several and words[-1].startswith("الماضي"):
        return replace(time, end=time.end - timedelta(days=1))
    if future and time.precision in OF_A_DAY and published.day - _WEEK <= time.start <= published.day:
        named = any(reader.words.weekdays.match(words, i) is not None for i in range(len(words)))
        named = named and not {"الماضي", "امس", "اليوم", "اول"} & set(words)
        return replace(time, start=time.start + _WEEK, end=time.end + _WEEK) if named else time
    weekend = "نهايه" in words and "الاسبوع" in words and words[-1] == "الاسبوع"
    if weekend and not future and time.end >= published.day:
        return replace(time, start=time.start - _WEEK, end=time.end - _WEEK)
    return time


def _with_second(time: Time, others: Sequence[Time], text: str) -> Time:
    """Two days joined (`يومي الاثنين والثلاثاء`) as one stretch."""
    after = next((t for t in others if text[time.span.end : t.span.start] in (" و", " و ")), None)
    if after is None or time.start is None or after.end is None or not time.start < after.end:
        return time
    span = time.span.cover(after.span)
    return replace(time, end=after.end, span=span, text=span.of(text))


def _follows(draft: Draft, time: Time) -> bool:
    """Whether words of time stand behind a noun with nothing that parts them (`مواجهات أوقعت 40 قتيلا منذ السبت`)."""
    if draft.trigger.kind != "noun" or not 0 <= time.span.start - draft.span.end <= _REACH:
        return False
    parting = ("stop", "comma", "link", "comp")
    scene = draft.scene
    return not any(
        p.kind in parting and draft.span.end <= scene.words[p.start].start < time.span.start for p in scene.phrases
    )


def _is_of_others(draft: Draft, time: Time) -> bool:
    """Whether words of time stand in what a relative clause tells of somebody (`بوتو، التي عادت في أكتوبر،`)."""
    scene, at = draft.scene, draft.span.start
    for clause in scene.clauses if draft.trigger.kind == "verb" else ():
        if clause.opener < 0 or scene.phrases[clause.opener].kind != "rel" or not clause.antecedent:
            continue
        first, last = scene.phrases[clause.opener], scene.phrases[min(clause.stop, len(scene.phrases)) - 1]
        start, end = scene.words[first.start].start, scene.words[last.end - 1].end
        if start <= time.span.start < end and not start <= at < end:
            named = clause.antecedent[0]
            if not any(w in scene.event_words for w in range(named.start, named.end)):
                return True
    return False


def _opens(draft: Draft, time: Time) -> bool:
    """Whether `حين` or the like ties the clause of a verb to words of time right before (`يوم الثلاثاء حين أوقفت`)."""
    between = draft.scene.text[time.span.end : draft.span.start] if draft.span.start > time.span.end else ""
    words = [t.norm for t in tokenize(between) if t.kind == "word"]
    return draft.trigger.kind == "verb" and 0 < len(words) <= 2 and words[0] in particles().whens


def _until(time: Time, published: Published | None) -> date | None:
    """The last day of a stretch; what has gone on since a day (`منذ الأحد`) has done so up to the report."""
    since = time.kind == "open span" and time.end is None and time.start is not None and published is not None
    return published.day if since and published is not None else time.end


def _is_lasting(draft: Draft, time: Time) -> bool:
    """Whether an open span right after a verb in the present tells how long it has gone on (`يتظاهرون منذ أسبوع`)."""
    clause = draft.trigger.clause
    present = clause is not None and clause.verb is not None and clause.verb.tense == "present"
    return present and time.start is not None


def _can_date(time: Time, published: Published | None, future: bool) -> bool:
    """Whether words of time can be those of an event: a date, and not one to come for what has happened."""
    if time.kind not in ("date", "open span") or (time.start is None and time.end is None):
        return False
    return future or published is None or time.start is None or time.start <= published.day


_TOLD_FROM_NOW = word_list(__name__, "told_from_now")


def _is_named_by(draft: Draft, time: Time) -> bool:
    """Whether words of time are part of a name (`ثورة 23 يوليو`, `قانون رقم 95 لسنة 2016`)."""
    before = [w for w in draft.scene.words if w.end <= time.span.start][-1:]
    law = draft.scene.text[time.span.start : time.span.end].startswith("لسنة")
    if any(w.bare in _TOLD_FROM_NOW for w in draft.scene.words_at(time.span)):
        return False  # `للكتيبة الشهر الماضي`
    return law or any({*noun_keys(w.bare)} & draft.scene.classes["dated"] for w in before)
