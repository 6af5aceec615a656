"""Whether whoever is found to speak over an event tells of it: weighed over all that words, grammar and rules say.

A sentence under `قال إن` holds what he says and what the reporter adds: who was arrested before, whose victory is
praised, which attack is condemned. Weights by `tools/train_teller.py`; the card is `models/teller.md`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from khabar.events.draft import Draft
from khabar.events.read_by import told_by
from khabar.events.sameness import same_mention
from khabar.events.traits import of_trigger
from khabar.events.types import SPOKEN
from khabar.models.linear import Linear
from khabar.records import Attribution, Stance
from khabar.text.characters import squeeze

LEAST = -0.5
"""The log-odds from which on the attribution holds."""
_STEPS = (20, 50, 100, 200, 400, 900)
"""Distances in letters from the words that show who speaks."""
_PARTING = ("ان", "بان", "الذي", "التي", "الذين", "بعد", "عقب", "اثر", "حيث", "فيما", "علي", "و")
"""Words between cue and event that say what the one has to do with the other."""


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells what stands under an attribution from what the reporter adds; without a model the scope decides."""

    model: Linear | None

    @classmethod
    def load(cls) -> Teller:
        """The shipped weights."""
        return cls(Linear.load("teller"))

    def holds(self, draft: Draft, over: Sequence[Attribution]) -> bool:
        """Whether an event stands under the attributions whose scope it is in (the nearest first, not empty).

        What `وفقا ل`, a colon or quotation marks put under somebody is his; only verbs of saying reach too far.
        """
        nearest = over[0]
        if self.model is None or nearest.stance is Stance.DENIES:
            return True
        if not nearest.rule.startswith("verb"):
            return True
        return self.model.odds(facts(draft, over)) >= LEAST


def facts(draft: Draft, over: Sequence[Attribution]) -> dict[str, float]:
    """What speaks for and against the nearest of some attributions as the teller of a draft: name to 1."""
    found: dict[str, float] = {}
    for name in (*_of_source(draft, over), *_between(draft, over[0]), *_of_draft(draft, over[0])):
        found[name] = found[f"{name} | {over[0].rule}"] = found[f"{name} | {draft.type}"] = 1.0
    if over[0].cue is not None:
        found[f"cue {squeeze(over[0].cue.of(draft.scene.text))}"] = 1.0
    found[f"entry {squeeze(draft.sense.entry)}"] = 1.0
    found.update(told_by(draft, [s.mention for s in over[0].chain if s.mention is not None]))
    return found


def _of_source(draft: Draft, over: Sequence[Attribution]) -> Iterator[str]:
    nearest = over[0]
    yield from (f"rule {nearest.rule}", f"stance {nearest.stance}", f"attributions {min(len(over), 3)}")
    yield from (f"hedged {nearest.hedged}", f"links {min(len(nearest.chain), 3)}")
    for source in nearest.chain:
        yield f"source {source.kind.value}"
        if source.mention is not None:
            yield f"source is a {source.mention.kind.value}"
            yield f"source acts {any(same_mention(source.mention, m) for m in draft.actors)}"
            yield f"source is recipient {any(same_mention(source.mention, m) for m in draft.recipients)}"


def _between(draft: Draft, nearest: Attribution) -> Iterator[str]:
    """Where the words that show the source stand, and what stands between."""
    if nearest.cue is None:
        yield "no cue"
        return
    near = draft.scene.sentence.span.contains(nearest.cue)
    ahead = nearest.cue.start < draft.span.start
    yield f"cue in the sentence {near} ahead {ahead}"
    apart = abs(nearest.cue.start - draft.span.start)
    yield f"cue {next((step for step in _STEPS if apart < step), 'far')}"
    if near:
        first, last = (nearest.cue.end, draft.span.start) if ahead else (draft.span.end, nearest.cue.start)
        words = set(squeeze(draft.scene.text[first : max(first, last)]).split())
        yield from (f"between {word}" for word in _PARTING if word in words)


def _of_draft(draft: Draft, nearest: Attribution) -> Iterator[str]:
    """How the event is told."""
    trigger = draft.trigger
    yield from (name for name in of_trigger(draft) if not name.startswith("entry "))
    yield from (f"type {draft.type}", f"spoken {draft.type in SPOKEN}", f"moods {' '.join(draft.auxiliary) or 'none'}")
    clause = trigger.clause
    yield f"relative {clause is not None and bool(clause.antecedent)} {trigger.kind}"
    yield f"says {clause is not None and clause.says} {trigger.kind} {trigger.slot}"
    yield f"told again {min(len(draft.also), 3)}"
    yield f"told outside {min(sum(not nearest.scope.contains(span) for span in draft.also), 2)}"
