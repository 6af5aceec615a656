"""Traits of a draft that tell a happening from a mention of one in general; what the judge weighs.

What makes an event is that it is specific and told as having happened: a finite past, a number, a day, a place, people
named; what speaks against it are plurals without any of these, plans, comparisons, titles and recollections.
"""

from __future__ import annotations

from collections.abc import Iterator

from khabar.events.draft import Draft
from khabar.events.lexicon import noun_key
from khabar.events.scene import Scene
from khabar.records import Mention
from khabar.text.characters import squeeze


def traits(draft: Draft) -> dict[str, float]:
    """Trait name to value (1, or a small count), the same for the same draft always."""
    found: dict[str, float] = {}
    for name in (*of_trigger(draft), *of_arguments(draft), *of_sentence(draft.scene)):
        found[name] = 1.0
    return found


def of_trigger(draft: Draft) -> Iterator[str]:
    """The traits of the word that names the event: its form, its place in the clause, what governs it."""
    trigger, scene = draft.trigger, draft.scene
    entry = squeeze(draft.sense.entry)
    yield f"entry {entry} {trigger.kind}"
    yield f"kind {trigger.kind}"
    yield from (f"mode {m}" for m in draft.modes)
    yield from (f"aux {a}" for a in draft.auxiliary)
    word = scene.words[trigger.words[0]]
    phrase = scene.phrases[trigger.phrase]
    before = scene.words[trigger.words[0] - 1] if trigger.words[0] > 0 else None
    yield f"before {before.norm if before is not None else 'start'}"
    clause = trigger.clause
    if trigger.kind == "verb" and clause is not None and clause.verb is not None:
        yield f"verb {clause.verb.tense} {clause.verb.person}"
        yield f"verb voice {draft.passive}"
        yield f"verb conj {phrase.conj}"
        yield f"opened by {scene.words[scene.phrases[clause.opener].head].norm if clause.opener >= 0 else 'start'}"
        yield from (f"particle {p}" for p in phrase.particles)
    elif trigger.kind == "noun":
        yield f"noun definite {word.definite}"
        yield f"noun plural {word.bare != squeeze(draft.sense.entry)}"
        yield f"noun after {phrase.prep or 'none'}"
        yield f"noun slot {trigger.slot or 'none'}"
        yield f"carrier {trigger.carrier or 'none'}"
        yield f"support {squeeze(trigger.support.lemma) if trigger.support else 'none'}"
        if clause is not None and clause.verb is not None:
            yield f"governed by {squeeze(clause.verb.verb.lemma)}"
            yield f"governed {clause.verb.tense}"


def of_arguments(draft: Draft) -> Iterator[str]:
    """The traits of who takes part, and of the numbers told."""
    for role, mentions in (("actor", draft.actors), ("recipient", draft.recipients)):
        yield f"{role} {'some' if mentions else 'none'}"
        for mention in mentions[:2]:
            yield from _of_mention(role, mention)
    yield f"both {bool(draft.actors) and bool(draft.recipients)}"
    yield from (f"size {s.kind}" for s in draft.size)
    yield f"sized {bool(draft.size)}"


def _of_mention(role: str, mention: Mention) -> Iterator[str]:
    yield f"{role} {mention.kind.value}"
    yield from (f"{role} {s}" for s in mention.sectors)
    yield f"{role} definite {squeeze(mention.text).startswith('ال')}"


def of_sentence(scene: Scene) -> Iterator[str]:
    """The traits of a sentence: its times, numbers and places, its length, its words."""
    for time in scene.times:
        yield f"time {time.kind} {time.precision}"
        yield f"time relative {time.relative}"
    yield f"report {scene.report}"
    yield f"timed {any(t.precision in ('day', 'hour', 'minute') for t in scene.times)}"
    yield f"counted {bool(scene.quantities)}"
    yield f"placed {any(m.place is not None for m in scene.inside)}"
    yield f"long {min(len(scene.words) // 12, 4)}"
    for word in scene.words:
        if word.kind in ("punct", "num"):
            continue
        yield f"word {noun_key(word.bare) if len(word.bare) > 4 else word.bare}"
