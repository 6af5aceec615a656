"""Verdicts of two parts: some are sentenced and others acquitted (`قضت بسجن المدير وبراءة نائبه`): two events."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from khabar.events.draft import Draft
from khabar.events.lexicon import Sense, noun_keys
from khabar.events.listed import joined
from khabar.events.scene import Scene
from khabar.events.sizes import set_size
from khabar.events.spotting import SURE
from khabar.events.trigger import Trigger
from khabar.lexicon.words import word_list
from khabar.records import Span
from khabar.text.clauses import Clause
from khabar.text.particles import periods
from khabar.text.phrases import Phrase

_GIVING = word_list(__name__, "giving")
_PENALTIES = word_list(__name__, "penalties")
_ACQUITTALS = word_list(__name__, "acquittals")
_CHARGES = word_list(__name__, "charges")
_SOME = word_list(__name__, "some")
_FOR = ("ل", "بحق", "علي")
_TYPES = ("SANCTION", "RETREAT", "CONCEDE")


def part_verdicts(drafts: Sequence[Draft], nouns: Mapping[str, Sequence[Sense]]) -> list[Draft]:
    """The drafts of a sentence, a verdict that sentences some and acquits others parted into its two events.

    `nouns` are the senses of nouns (`EventLexicon.noun_senses`).
    """
    kept = list(drafts)
    for clause in [c for d in drafts[:1] for c in d.scene.clauses]:
        scene = drafts[0].scene
        penalties, acquittals = _parts(scene, clause)
        own = [d for d in kept if _is_part(d, clause, (*penalties, *acquittals))]
        if not (penalties and acquittals and own):
            continue
        parts = [
            _part(own[0], penalties, nouns, ("SANCTION", "convict")),
            _part(own[0], acquittals, nouns, ("RETREAT", "release")),
        ]
        kept = [d for d in kept if all(d is not o for o in own)] + [p for p in parts if p is not None]
    return sorted(kept, key=lambda d: d.span)


def _parts(scene: Scene, clause: Clause) -> tuple[list[int], list[int]]:
    """The phrases of a verdict that name a penalty, and those that name an acquittal."""
    verb = clause.verb
    if verb is None or verb.verb.lemma not in _GIVING or verb.voice == "passive":
        return [], []
    penalties: list[int] = []
    acquittals: list[int] = []
    for k in range(clause.index + 1, len(scene.phrases)):
        phrase = scene.phrases[k]
        if phrase.kind not in ("np", "adv", "quote", "comma"):
            break
        keys = {*noun_keys(scene.words[phrase.inner].bare)} if phrase.kind == "np" else set()
        if phrase.prep == "ب" or (phrase.conj and (penalties or acquittals)):
            penalties += [k] if keys & _PENALTIES else []
            acquittals += [k] if keys & _ACQUITTALS else []
    return penalties, acquittals


def is_part(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase goes on with a verdict, and not with those before it (`ضابطين | من تهمة القتل | وحبس ثالث`)."""
    keys = {*noun_keys(scene.words[phrase.inner].bare)}
    told = keys & (_PENALTIES | _ACQUITTALS) and (phrase.prep == "ب" or phrase.conj)
    return bool(told or (phrase.prep == "من" and keys & _CHARGES))


def _is_part(draft: Draft, clause: Clause, parts: Sequence[int]) -> bool:
    """Whether a draft is the verdict that a clause tells, by its verb or by a noun of one of its parts."""
    trigger = draft.trigger
    told = trigger.phrase in parts or (trigger.kind == "verb" and trigger.clause is clause)
    return draft.type in _TYPES and told


def _part(
    base: Draft, phrases: Sequence[int], nouns: Mapping[str, Sequence[Sense]], kind: tuple[str, str]
) -> Draft | None:
    """One part of a verdict as an event of its own: who is sentenced, or acquitted; None where nobody is."""
    scene, first = base.scene, base.scene.phrases[phrases[0]].inner
    senses = [s for key in noun_keys(scene.words[first].bare) for s in nouns.get(key, ())]
    sense = next((s for s in senses if s.type == kind[0] and kind[1] in s.modes), None)
    people = [p for k in phrases for p in _people(scene, k)]
    if not people:
        return None
    clause = base.trigger.clause
    word = scene.words[first]
    told = [base.span] if base.trigger.kind == "verb" and kind[0] == "SANCTION" else []
    trigger = Trigger("noun", (first,), phrases[0], base.trigger.senses, {"gen": [people]}, clause, "ب")
    part = replace(
        base, trigger=trigger, span=Span(word.start, word.end), type=kind[0], modes=[kind[1]], contexts=["legal"],
        sense=sense or replace(base.sense, type=kind[0], modes=(kind[1],), size={}, cameo=None), size=[], also=told,
        slots=trigger.slots, recipients=[scene.mention(p) for p in people], passive=False, doubts=[], rule="part",
        actors=[scene.mention(p) for p in (clause.subject if clause is not None else ())],
        weight=max(base.weight or 0.0, SURE), proved=["a verdict of two parts"], tellings=[],
    )  # fmt: skip
    part.settled = {m.span for m in (*part.actors, *part.recipients)}
    if kind[0] == "RETREAT":
        set_size(part, scene.text)
    return part


def _people(scene: Scene, k: int) -> Iterator[Phrase]:
    """Whom the penalty or acquittal in phrase `k` is for: `سجن | المدير ونائبه`, `السجن المؤبد | على تسعة`."""
    phrase = scene.phrases[k]
    told = scene.phrase(phrase.inner + 1, phrase.end) if phrase.inner + 1 < phrase.end else None
    if told is not None and _is_somebody(scene, told):
        yield told
        yield from _with(scene, k)
        return
    for j in range(k + 1, min(k + 4, len(scene.phrases))):
        after = scene.phrases[j]
        if after.kind == "np" and after.prep in _FOR and _is_somebody(scene, after):
            yield after
            yield from _with(scene, j)
            return
        if after.kind not in ("np", "adv") or after.conj:
            return


def _with(scene: Scene, k: int) -> Iterator[Phrase]:
    """Those whom `و` joins to people in phrase `k`, up to the next part of the verdict."""
    for phrase in joined(scene, k):
        if not phrase.person or phrase.head in scene.event_words:
            return
        yield phrase


def _is_somebody(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is people, or an ordinal or number that stands for one or some (`وسجن ثالث وتبرئة اثنين`)."""
    first = scene.words[phrase.inner]
    if phrase.person or first.bare in _SOME or (first.kind == "num" and phrase.end <= phrase.inner + 2):
        return True
    return first.kind == "noun" and not phrase.prep and not {*noun_keys(first.bare)} & periods()
