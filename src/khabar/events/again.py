"""A deed told of again: who claims, condemns or is accused of what was told before names it with a definite noun.

`قتل ثلاثة في هجوم ... وتبنى التنظيم الهجوم`, `قصفت طائرات السوق ... وأدانت المنظمة استهداف السوق`: one event, that has
gained an actor or another trigger.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.events.draft import Draft
from khabar.events.lexicon import noun_keys
from khabar.events.resumed import goes_on
from khabar.events.sameness import sizes_agree
from khabar.records import IRREALIS, Mention, MentionKind
from khabar.text.characters import squeeze
from khabar.text.clauses import Clause
from khabar.text.particles import particles

_DEEDS = frozenset({"ASSAULT", "COERCE"})
_NEAR = 400
"""How many characters may part a meeting from a sentence that goes on about it."""
_OWNING = frozenset({"claimed", "admitted"})


def told_before(draft: Draft, before: Sequence[Draft]) -> Draft | None:
    """The event among those `before` (of one report, in its order) that a noun tells of again, or None.

    A toll that a claim gives (`تبنى الهجوم، مدعيا مقتل 15 جنديا`) is only the claimer's.
    """
    if _is_of_the_crowd(draft):
        # `وردد المتظاهرون هتافات`: what those do who were told to protest.
        return next((d for d in reversed(before) if d.type == "PROTEST" and d.auxiliary == draft.auxiliary), None)
    if draft.type == "CONSULT" and (_is_of_both(draft) or _is_in_meeting(draft)):
        met = [d for d in reversed(before) if d.type == "CONSULT" and not IRREALIS & set(d.auxiliary)]
        if _is_of_both(draft):
            met = [d for d in met if len(d.actors) + len(d.recipients) <= 2]  # of three it is two who talk
        near = [d for d in met if 0 <= draft.span.start - d.scene.sentence.span.end <= _NEAR or d.scene is draft.scene]
        return near[0] if near and not IRREALIS & set(draft.auxiliary) else None
    if (attack := goes_on(draft, before)) is not None:
        return attack
    if (deed := _hit_in(draft)) is not None:
        told = [d for d in reversed(before) if d.type == "ASSAULT" and d.auxiliary == draft.auxiliary]
        known = [d for d in told if _named_by(deed, draft, d)] or (told if len(told) == 1 else [])
        return known[0] if known and sizes_agree(draft.size, known[0].size) else None
    if draft.type not in _DEEDS or IRREALIS & set(draft.auxiliary) or draft.scene.sentence.paragraph < 0:
        return None
    owned, resumes, claimed = _is_owned(draft), _resumes(draft), _is_of_claim(draft)
    if not (owned or claimed or resumes or _hits_known(draft)):
        return None
    told = [d for d in reversed(before) if d.type == draft.type and d.scene is not draft.scene and _may_be_by(draft, d)]
    told = [d for d in told if not IRREALIS & set(d.auxiliary)]
    if claimed:
        return next((d for d in told if d.size), None)
    named = [d for d in told if _one_noun(draft, d)]
    if owned:
        return next(iter([*named, *told]), None)
    if resumes:
        return named[0] if named and sizes_agree(draft.size, named[0].size) else None
    return next((d for d in told if all(is_told(m, d) for m in draft.recipients)), None)


def _is_of_both(draft: Draft) -> bool:
    """Whether those who talk are only `الجانبان`: who was told to meet right before (`وبحث الجانبان سبل التعاون`)."""
    people = [*draft.actors, *draft.recipients]
    alone = len({m.span for m in people}) == 1
    return alone and (len(people) == 2 or people[0].kind is MentionKind.PRONOUN)


def _is_in_meeting(draft: Draft) -> bool:
    """Whether nobody is named, and the sentence says in which meeting told before (`وجرى خلال اللقاء بحث الملف`)."""
    scene, clause = draft.scene, draft.trigger.clause
    if draft.actors or draft.recipients or draft.scene.sentence.paragraph < 0:
        return False
    meetings = frozenset().union(*(scene.classes[name] for name in ("meetings", "talks", "visits", "calls")))
    slots = [draft.slots, *([clause.preps] if clause is not None else [])]
    groups = (g for s in slots for prep in ("خلال", "في", "اثناء") for g in s.get(prep, ()))
    lone = (scene.words[g[0].inner] for g in groups if g[0].end == g[0].inner + 1)
    return any(w.definite and bool({*noun_keys(w.bare)} & meetings) for w in lone)


def _is_of_the_crowd(draft: Draft) -> bool:
    """Whether a protest is only by `المتظاهرون`, with no number: by those told of before, where somebody was."""
    if draft.type != "PROTEST" or draft.size or not draft.actors or draft.scene.sentence.paragraph < 0:
        return False
    crowd = draft.scene.classes["demonstrators"]
    words = [squeeze(m.text) for m in draft.actors]
    return all(w.startswith("ال") and bool({*noun_keys(w.removeprefix("ال"))} & crowd) for w in words)


def _is_owned(draft: Draft) -> bool:
    """Whether somebody claims, admits or is accused of a deed that a lone definite noun names.

    `أعلن التنظيم مسؤوليته عن الهجوم`, `اتهم الحزب الحركة بتدبير الاغتيال`.
    """
    trigger, support, words = draft.trigger, draft.trigger.support, draft.scene.words
    if trigger.kind != "noun" or trigger.slots.get("gen"):
        return False
    if support is not None and support.effect in _OWNING:
        return words[trigger.words[0]].definite
    clause = trigger.clause
    accused = clause is not None and clause.verb is not None and clause.verb.verb.lemma == "اتّهم"
    lone = words[trigger.words[0]].definite or words[trigger.words[-1]].definite
    return accused and trigger.slot == "ب" and bool(draft.actors) and not draft.recipients and lone


def _is_of_claim(draft: Draft) -> bool:
    """Whether a toll is the claimer's own, told behind his claim (`تبنى العملية وزعم أن مقاتليه قتلوا`)."""
    scene, clause = draft.scene, draft.trigger.clause
    if draft.type != "ASSAULT" or draft.trigger.kind != "verb" or clause is None or not draft.size:
        return False
    claims = [c for c in scene.clauses if c.index < clause.index and _claims(draft, c)]
    spans = [scene.span(p) for c in claims for p in c.subject]
    its_own = any(w.bare.endswith(("ه", "ها", "هم")) for m in draft.actors for w in scene.words_at(m.span)[:1])
    return bool(claims) and (its_own or any(m.span.overlaps(s) for m in draft.actors for s in spans))


def _claims(draft: Draft, clause: Clause) -> bool:
    """Whether a clause claims a deed (`تبنى الهجوم`, `أعلن مسؤوليته عن`)."""
    if clause.verb is None:
        return False
    uses = [s for s in draft.scene.supports.get(clause.verb.verb.key, ()) if s.effect == "claimed"]
    behind = [w.norm for w in draft.scene.words[draft.scene.phrases[clause.index].end :][:12]]
    return any(not s.through or any(s.through in norm for norm in behind) for s in uses)


def _resumes(draft: Draft) -> bool:
    """Whether a lone definite noun whose toll is told takes up an attack (`وأسفر الهجوم عن مقتل ثلاثة`)."""
    trigger, clause = draft.trigger, draft.trigger.clause
    word = draft.scene.words[trigger.words[0]]
    lone = trigger.kind == "noun" and word.definite and not trigger.slots.get("gen") and trigger.slot == "subj"
    verb = clause.verb if clause is not None else None
    return lone and verb is not None and squeeze(verb.verb.lemma) in particles().outcomes and not draft.actors


def _hit_in(draft: Draft) -> int | None:
    """The lone definite noun that says in which attack told before people were hit (`أصيب سبعة في الهجوم`), or None."""
    toll = bool({"dead", "injured"} & {s.kind for s in draft.size})
    if draft.type != "ASSAULT" or not toll or draft.actors or draft.scene.sentence.paragraph < 0:
        return None
    scene = draft.scene
    groups = (g for prep in ("في", "خلال", "جراء", "اثر", "اثناء") for g in draft.slots.get(prep, ()))
    # `في الهجوم`, `جراء إطلاق النار`
    lone = (g[0] for g in groups if g[0].end <= g[0].inner + 2 and scene.words[g[0].end - 1].definite)
    return next((p.inner for p in lone if p.inner in scene.violent), None)


def _one_noun(draft: Draft, event: Draft) -> bool:
    """Whether the noun that takes an attack up is among the words that have told of it."""
    return _named_by(draft.trigger.words[0], draft, event)


def _named_by(word: int, draft: Draft, event: Draft) -> bool:
    """Whether a noun of the sentence of `draft` is among the words that have told of an event."""
    keys = {*noun_keys(draft.scene.words[word].bare)}
    told = (w.of(event.scene.text) for w in (event.span, *event.also))
    return any(keys & set(noun_keys(squeeze(t).removeprefix("ال"))) for t in told)


def _hits_known(draft: Draft) -> bool:
    """Whether all that a noun says was hit is definite and needs no more words: told of before, or known to all."""
    if draft.trigger.kind != "noun" or any(size.low != 1 for size in draft.size):
        return False
    return bool(draft.recipients) and all(_is_definite(m) for m in draft.recipients)


def _is_definite(mention: Mention) -> bool:
    return mention.text.startswith("ال") and mention.kind is not MentionKind.PLACE


def _may_be_by(draft: Draft, event: Draft) -> bool:
    """Whether nothing speaks against the same people having done both: gunmen without a name may be anybody's."""
    if not draft.actors or all(m.kind is MentionKind.UNNAMED for m in event.actors):
        return True
    known = {m.actor for m in event.actors if m.actor}
    return any(m.actor in known for m in draft.actors if m.actor)


def is_told(mention: Mention, event: Draft) -> bool:
    """Whether somebody or something a deed was done to is told of in the sentence of an event, by the same noun."""
    scene = event.scene
    head = mention.head.of(scene.text) if mention.head is not None else mention.text
    keys = set(noun_keys(head.removeprefix("ال")))
    hit = {m.actor for m in event.recipients if m.actor}
    return mention.actor in hit or any(keys & set(noun_keys(w.bare)) for w in scene.words if w.kind != "verb")
