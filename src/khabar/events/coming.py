"""What is told as still to come by the days told with it, and what has been, whatever governs its noun.

`يزور الوزير القاهرة غدا`, `عقد جلسة يوم الأربعاء 27 مارس`; `بدء تطبيق الاتفاق الذي وقع الشهر الماضي`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from khabar.events.draft import Draft
from khabar.events.moods import moods
from khabar.events.scene import Scene
from khabar.events.trigger import Trigger
from khabar.events.types import SPOKEN
from khabar.lexicon.words import word_list
from khabar.records import Span, Time
from khabar.text.characters import squeeze
from khabar.text.clauses import Clause

_PARTING = frozenset({"stop", "comma", "comp", "verb", "rel"})
"""Kinds of phrases behind which words of time are no longer those of the noun before."""
_UNTIL = word_list(__name__, "until")


def is_to_come(draft: Draft, published: date) -> bool:
    """Whether a present, or a noun, has a day after the day of publication (`يزور تونس يومي 4 و5 جوان`)."""
    clause, scene = draft.trigger.clause, draft.scene
    if draft.auxiliary or (draft.type in SPOKEN and "investigate" not in draft.modes):
        return False
    if draft.trigger.kind == "noun":
        days = [t for t in _behind(draft) if t.precision == "day"] or _of_support(draft) or _at_the_head(draft)
    elif clause is None or clause.verb is None or clause.verb.tense != "present":
        return False
    else:
        days = [t for t in _inside(scene, clause) if t.precision == "day"]
    return bool(days) and all(t.start and t.start > published for t in days)


def _of_support(draft: Draft) -> Sequence[Time]:
    """The days in the clause of a present that holds what a noun names (`تعقد اللجان مساء غد اجتماعا`)."""
    clause, scene = draft.trigger.clause, draft.scene
    if draft.trigger.support is None or clause is None or clause.verb is None or clause.verb.tense != "present":
        return ()
    return [t for t in _inside(scene, clause) if t.precision == "day" and not _is_until(scene, t)]


def _at_the_head(draft: Draft) -> Sequence[Time]:
    """The day with which a headline opens, set off by dots or a colon (`غدا .. اجتماع طارئ لوزراء الخارجية`)."""
    scene = draft.scene
    if scene.sentence.paragraph >= 0:
        return ()
    first = [t for t in scene.times if t.precision == "day" and t.span.start == scene.sentence.span.start]
    behind = scene.text[first[0].span.end : draft.span.start].strip() if first else ""
    return first if behind[:1] in (".", ":", "…", "،", "-") and behind.strip(".:…،- ") == "" else ()


def day_to_come(scene: Scene, clause: Clause) -> bool:
    """Whether a day to come stands in the clause of a verb (`يزور الوزير القاهرة غدا`, `يلتقيان الأسبوع المقبل`)."""
    return any(_says_to_come(scene, t.span) for t in _inside(scene, clause))


def is_planned_behind(draft: Draft) -> bool:
    """Whether words of a time to come stand behind a noun (`سيطرتها على المدينة خلال الساعات المقبلة`)."""
    return draft.type not in SPOKEN and any(_says_to_come(draft.scene, t.span) for t in _behind(draft))


def is_to_be_held(draft: Draft) -> bool:
    """Whether a support verb behind a noun says that it will be (`إضرابا سيتم تنظيمه`, `قمة ستعقد في باريس`)."""
    scene = draft.scene
    clauses = (c for c in scene.clauses if c.index > draft.trigger.phrase and _is_told_of(draft.trigger, c))
    held = (c for c in clauses if c.verb is not None and c.verb.verb.key in scene.supports)
    return any((c.verb is not None and c.verb.future) or _is_on_a_day_to_come(scene, c) for c in held)


def _is_on_a_day_to_come(scene: Scene, clause: Clause) -> bool:
    """Whether a present has a day to come (`الاجتماع الذي يعقده الوزير بعد غد`)."""
    present = clause.verb is not None and clause.verb.tense == "present"
    return present and not scene.phrases[clause.index].negated and day_to_come(scene, clause)


def goes_on_from_a_plan(scene: Scene, clause: Clause) -> bool:
    """Whether a present with no subject of its own is joined by `و` to a future (`سيزور القاهرة ويلتقي نظيره`)."""
    phrase = scene.phrases[clause.index]
    if clause.verb is None or clause.verb.tense != "present" or phrase.negated or phrase.particles or not phrase.conj:
        return False
    before = next((c for c in reversed(scene.clauses) if c.index < clause.index and c.verb is not None), None)
    if before is None or before.verb is None or not before.verb.future:
        return False
    return bool(clause.subject) and clause.subject is before.subject


def _says_to_come(scene: Scene, span: Span) -> bool:
    return any(w.bare in moods().to_come for w in scene.words_at(span))


def _inside(scene: Scene, clause: Clause) -> Sequence[Time]:
    first, last = scene.phrases[clause.index], scene.phrases[clause.stop - 1]
    start, end = scene.words[first.start].start, scene.words[last.end - 1].end
    return [t for t in scene.times if start <= t.span.start and t.span.end <= end]


def _behind(draft: Draft) -> Sequence[Time]:
    """The words of time behind a noun that nothing parts from it."""
    scene, k = draft.scene, draft.trigger.phrase
    later = [t for t in scene.times if t.span.start > draft.span.start]
    if not later:
        return ()
    parting = (p for p in scene.phrases[k + 1 :] if p.kind in _PARTING)
    stop = next((scene.words[p.start].start for p in parting), scene.sentence.span.end)
    return [t for t in later if t.span.start < stop and not _is_until(scene, t)]


def _is_until(scene: Scene, time: Time) -> bool:
    before = [w for w in scene.words if w.end <= time.span.start][-3:]
    return time.kind not in ("date", "open span") or any(w.norm in _UNTIL for w in before)


def has_been(draft: Draft) -> bool:
    """Whether a clause in the past tells how a definite noun went (`الهجوم الذي أسفر عن مقتل سبعة`, `الذي وقع أمس`)."""
    scene = draft.scene
    told = [c.verb for c in told_of(scene, draft.trigger) if c.verb is not None and not scene.phrases[c.index].negated]
    went = moods().results | moods().happening
    return any(v.tense == "past" and (squeeze(v.verb.lemma) in went or v.verb.key in scene.supports) for v in told)


def told_of(scene: Scene, trigger: Trigger) -> list[Clause]:
    """The relative clauses behind `الذي` and the like that tell of a noun."""
    later = (c for c in scene.clauses if c.opener > trigger.phrase and scene.phrases[c.opener].kind == "rel")
    return [c for c in later if _is_told_of(trigger, c)]


def _is_told_of(trigger: Trigger, clause: Clause) -> bool:
    return any(p.start <= k < p.end for p in clause.antecedent for k in trigger.words)
