"""What lies back: told with a day of old, as the anniversary of a thing, or as what somebody is charged with.

`الشهر الماضي`, `بمناسبة مرور عام على احتلال المدينة`, `أوقفت الشرطة المتهم بقتل التاجر`.
"""

from __future__ import annotations

from datetime import date, timedelta

from khabar.events.counted_from import is_counted_from
from khabar.events.draft import Draft
from khabar.events.lexicon import noun_keys
from khabar.events.moods import moods
from khabar.events.types import SPOKEN
from khabar.lexicon.words import word_list
from khabar.records import IRREALIS, Auxiliary, EventTime, Span
from khabar.text.agreement import is_kana
from khabar.text.characters import squeeze
from khabar.text.nouns import without_pronoun
from khabar.text.particles import particles

HISTORY = timedelta(days=6)
"""An event told as further back than this is background to a report of the day."""
_NEWS = timedelta(days=1)
"""What `كان قد` tells of today or yesterday is of the news."""
_LONG = frozenset({"month", "season", "year", "decade"})
_OLD = "told with a day of old"
LEFT_OF_IT = "named by what is left of it"
_LAST = word_list(__name__, "last")


def set_history(draft: Draft, time: EventTime, published: date | None) -> None:
    """Mark what lies long back, which no noun names as to come (`بدء تطبيق اتفاق أبرم الثلاثاء الماضي`)."""
    planned = Auxiliary.FUTURE in draft.auxiliary
    if planned and published is not None and time.origin == "event" and time.end is not None and time.end < published:
        if draft.trigger.kind == "verb":
            return
        draft.auxiliary = [a for a in draft.auxiliary if a is not Auxiliary.FUTURE]
    if Auxiliary.HISTORICAL not in draft.auxiliary and (
        (dated := is_history(time, published))
        or _is_dated(draft, published)
        or _is_remembered(draft)
        or (is_counted_from(draft) and not _is_near(time, published))
    ):
        _mark(draft)
        draft.proved += [_OLD] if dated else []


def _is_near(time: EventTime, published: date | None) -> bool:
    """Whether a day of its own makes a deed one of the last days."""
    day = time.end if time.origin == "event" else None
    return published is not None and day is not None and published - day <= HISTORY


def _mark(draft: Draft) -> None:
    draft.auxiliary = [a for a in Auxiliary if a in draft.auxiliary or a is Auxiliary.HISTORICAL]


def settle_history(draft: Draft, time: EventTime, published: date | None, title: Span | None) -> None:
    """Unmark what is the news of the day however old, and mark what somebody is only charged with.

    Only once the tellings of one event are joined: until then the mood keeps earlier deeds and the news apart.
    """
    headed = title is not None and any(title.contains(span) for span in (draft.span, *draft.also))
    if _is_of_the_news(draft, time, published) or (headed and _OLD in draft.proved):
        draft.auxiliary = [a for a in draft.auxiliary if a is not Auxiliary.HISTORICAL]
    elif _is_charged(draft):
        _mark(draft)
    elif not is_dated_behind(draft, time) and _is_in_chain(draft, title):
        _mark(draft)
        draft.proved.append(LEFT_OF_IT)


def _is_of_the_news(draft: Draft, time: EventTime, published: date | None) -> bool:
    """Whether a pluperfect has a day of its own that is today or yesterday (`وكان الوفد قد وصل أمس`)."""
    clause, scene = draft.trigger.clause, draft.scene
    if published is None or Auxiliary.HISTORICAL not in draft.auxiliary or clause is None or clause.opener < 0:
        return False
    if time.origin != "event" or time.precision not in ("day", "hour", "minute") or time.start is None:
        return False
    opener = next((c for c in scene.clauses if c.index == clause.opener), None)
    return opener is not None and is_kana(scene.phrases[opener.index]) and published - time.start <= _NEWS


def is_history(time: EventTime, published: date | None) -> bool:
    """Whether the event lies so far back that the report tells it as background."""
    if published is None or time.origin == "published":
        return False
    if time.origin == "event" and time.precision in _LONG and any(w in _LAST for w in squeeze(time.text or "").split()):
        return True  # `الشهر الماضي`, however near its last day
    if time.precision == "open":
        return time.origin == "event" and time.start is not None and published - time.start > HISTORY
    return time.end is not None and published - time.end > HISTORY


def _is_dated(draft: Draft, published: date | None) -> bool:
    """Whether a day of old stands right behind an event noun, as part of its name (`اعتداءات 11 سبتمبر 2001`)."""
    scene, end = draft.scene, draft.trigger.words[-1] + 1
    if published is None or draft.trigger.kind != "noun" or end >= len(scene.words):
        return False
    behind = [t for t in scene.times if scene.words[end].start <= t.span.start <= scene.words[end].end]
    return any(t.end is not None and published - t.end > HISTORY and t.kind == "date" for t in behind)


def _is_remembered(draft: Draft) -> bool:
    """Whether a noun is what time has gone by since, or whose day is kept (`مرور عام على احتلال`, `ذكرى اغتيال`)."""
    scene, trigger = draft.scene, draft.trigger
    if trigger.kind != "noun":
        return False
    phrase = scene.phrases[trigger.phrase]
    near = [w.norm for w in scene.words[max(phrase.start - 5, 0) : trigger.words[0]]]
    if phrase.prep == "علي" and any(w in _PASSING for w in near):
        return any(w in particles().long_periods for w in near)
    return any(key in _KEPT for w in scene.words[phrase.start : trigger.words[0]] for key in noun_keys(w.bare))


_PASSING = word_list(__name__, "passing")
_KEPT = word_list(__name__, "kept")


def is_dated_behind(draft: Draft, time: EventTime) -> bool:
    """Whether a deed has a day of its own behind it; one before it is that of the verb (`استقبل اليوم ضحايا تفجير`)."""
    return time.origin == "event" and time.span is not None and time.span.start >= draft.span.end


def _is_in_chain(draft: Draft, title: Span | None) -> bool:
    """Whether force is only named by those it left behind, or by what inquires into it, in a chain of nouns.

    `استقبل عائلات ضحايا تفجير مراكش`, `تسلمت ملف اغتيال القاضي`, `لجنة التحقيق في اغتيال القاضي`; but `فتح تحقيقا في`,
    and not what the report tells of elsewhere.
    """
    scene, trigger = draft.scene, draft.trigger
    if draft.type not in ("ASSAULT", "COERCE") or trigger.kind != "noun" or trigger.support is not None:
        return False
    phrase = scene.phrases[trigger.phrase]
    if IRREALIS & set(draft.auxiliary) or not phrase.definite or _is_told_elsewhere(draft, title):
        return False
    chain = [w.norm for w in scene.words[phrase.inner : trigger.words[0]]]
    if chain and phrase.prep != "في" and (chain[-1] in _FILES or (chain[-1] in _FALLEN and {*chain} & _MOURNERS)):
        return True
    before = scene.phrases[trigger.phrase - 1] if trigger.phrase > 0 else None
    if phrase.prep != "في" or before is None or before.kind != "np" or before.end != phrase.start:
        return False
    if chain:
        return chain[-1] in _FILES and scene.words[before.inner].norm in _INQUIRING
    told = [w.norm for w in scene.words[before.inner : before.end]]
    return len(told) > 1 and bool({*told[1:]} & _INQUIRERS) and told[0] in _INQUIRING


def _is_told_elsewhere(draft: Draft, title: Span | None) -> bool:
    """Whether another sentence tells of a deed, be it the headline without the nouns that only name it in a chain."""
    scene = draft.scene
    others = [s for s in draft.also if not scene.sentence.span.contains(s)]
    if title is None or any(not title.contains(s) for s in others):
        return bool(others)
    words = {*squeeze(title.of(scene.text)).split()}
    return bool(others) and not words & (_MOURNERS | _FILES | _INQUIRERS)


_MOURNERS = word_list(__name__, "mourners")
_FALLEN = word_list(__name__, "fallen")
_FILES = word_list(__name__, "files")
_INQUIRERS = word_list(__name__, "inquirers")
_INQUIRING = word_list(__name__, "inquiring")


def _is_charged(draft: Draft) -> bool:
    """Whether a deed is only told as what somebody is accused of or was arrested for (`المتهم بقتل`, `لتورطهم في`)."""
    scene, trigger = draft.scene, draft.trigger
    if draft.type in SPOKEN or trigger.kind != "noun" or (IRREALIS | {Auxiliary.HISTORICAL}) & set(draft.auxiliary):
        return False
    if trigger.support is not None or any(not scene.sentence.span.contains(span) for span in draft.also):
        return False  # `اعترف المتهم بقتل تاجر`
    phrase = scene.phrases[trigger.phrase]
    if phrase.prep not in ("ب", "في") or phrase.start == 0 or trigger.words[0] != phrase.inner:
        return False
    word = scene.words[phrase.start - 1]
    keys = {*noun_keys(word.bare), *noun_keys(without_pronoun(word.bare))}
    return bool(keys & moods().charged)
