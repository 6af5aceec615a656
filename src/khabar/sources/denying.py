"""A denial as those see it who look for what it denies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from khabar.events.scene import Scene
from khabar.records import Attribution, Auxiliary, Event, Mention, Sentence, Span
from khabar.sources.sides import can_be_ours, is_ours
from khabar.text.characters import squeeze
from khabar.text.words import Word

BACK = 4
"""How many sentences before a denial its object is looked for in, where its own words name only who, not what."""


@dataclass(frozen=True, slots=True)
class Denying:
    """Who denies, in which words, and where in the report."""

    attribution: Attribution
    speaker: Mention
    side: Mention
    """Whose deeds a denial of his answers for: the body a spokesman or leader speaks for, else the speaker."""
    scene: Scene
    sentences: Sequence[Sentence]
    """All of the report's."""
    here: int
    """The sentence that holds the denial."""
    charges: Sequence[Span]
    """The words that accuse, in the whole report."""
    attributions: Sequence[Attribution] = ()
    """Everything that is said in the report, and by whom."""

    @property
    def words(self) -> list[Word]:
        """The words of what is denied."""
        return [w for w in self.scene.words if self.attribution.scope.contains(Span(w.start, w.end))]

    def is_ours(self, event: Event) -> bool:
        """Whether an event is told as a deed of the denier's side."""
        return is_ours(event, self.speaker) or is_ours(event, self.side) or self._speaks_for_doers(event)

    def can_be_ours(self, event: Event) -> bool:
        """Whether an event can be a deed of the denier's side: nothing speaks against it."""
        return can_be_ours(event, self.speaker) or can_be_ours(event, self.side) or self._speaks_for_doers(event)

    def _speaks_for_doers(self, event: Event) -> bool:
        """Whether the doers of an event stand in the name of who denies (`السرايا`: `القيادي في السرايا مفتاح`)."""
        words = self.speaker.text.split()
        named = {squeeze(w).removeprefix("ال") for w in words[1:]}
        doers = [squeeze(m.text).removeprefix("ال") for m in event.actors]
        return any(d in named for d in doers)

    def since(self, back: int) -> int:
        """Where the sentence begins that stands `back` sentences before the denial."""
        return self.sentences[max(self.here - back, 0)].span.start

    def until(self, ahead: int) -> int:
        """Where the sentence ends that stands `ahead` sentences behind the denial."""
        return self.sentences[min(self.here + ahead, len(self.sentences) - 1)].span.end


def is_told(event: Event) -> bool:
    """Whether an event is told as one that happened, and not as planned or feared."""
    return not {Auxiliary.FUTURE, Auxiliary.HYPOTHETICAL} & set(event.auxiliary)


def spans_of(event: Event) -> tuple[Span, ...]:
    """All places that tell of an event."""
    return (event.trigger, *event.also)


def is_one(one: Mention, other: Mention) -> bool:
    """Whether two mentions are of one actor, or the same words."""
    return one.span == other.span or (one.actor is not None and one.actor == other.actor)


def takes_part(mention: Mention, event: Event) -> bool:
    """Whether somebody is told to have done an event, or to have taken part in it."""
    return any(is_one(m, mention) for m in event.actors)


def tells(speaker: Mention, event: Event, attributions: Sequence[Attribution]) -> bool:
    """Whether somebody is among those who tell of an event: nobody denies what he says himself."""
    tellers = [s.mention for a in attributions if a.id in event.sources for s in a.chain if s.mention is not None]
    return any(is_one(m, speaker) for m in tellers)
