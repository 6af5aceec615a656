"""Denials tied to what they deny: an event others assert, in the denial's own words or in the sentences before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from khabar.events.scene import Scene
from khabar.records import Attribution, Denial, Event, Mention, Sentence, Stance

BACK = 4
"""How many sentences before a denial its object is looked for in, where its own words name only who, not what."""


def deny(
    events: Sequence[Event], attributions: Sequence[Attribution], mentions: Sequence[Mention], scenes: Sequence[Scene]
) -> list[Event]:
    """The events, each with who denies or doubts it."""
    result = list(events)
    sentences = [s.sentence for s in scenes]
    for attribution in attributions:
        if attribution.stance not in (Stance.DENIES, Stance.DOUBTS) or attribution.cue is None:
            continue
        speaker = next((s.mention for s in reversed(attribution.chain) if s.mention is not None), None)
        if speaker is None:
            continue
        sentence = _sentence_of(sentences, attribution.cue.start)
        denial = Denial(
            speaker, attribution.stance, attribution.cue, attribution.cue_text or "", sentences[sentence].span
        )
        for number in _denied(result, attribution, speaker, mentions, sentences, sentence):
            event = result[number]
            if denial not in event.denied_by:
                result[number] = replace(event, denied_by=(*event.denied_by, denial))
    return result


def _sentence_of(sentences: Sequence[Sentence], offset: int) -> int:
    return next((i for i, s in enumerate(sentences) if s.span.start <= offset < s.span.end), len(sentences) - 1)


def _denied(
    events: Sequence[Event],
    attribution: Attribution,
    speaker: Mention,
    mentions: Sequence[Mention],
    sentences: Sequence[Sentence],
    here: int,
) -> list[int]:
    """The numbers of the events that a denial is about."""
    inside = [i for i, e in enumerate(events) if attribution.scope.contains(e.trigger)]
    named = {
        m.actor
        for m in mentions
        if m.actor is not None and m.actor != speaker.actor and attribution.scope.contains(m.span)
    }
    told = set(inside)
    for number in inside:
        told |= {i for i, e in enumerate(events) if i not in told and _alike(e, events[number])}
    if inside:
        return sorted(told)
    first = sentences[max(here - BACK, 0)].span.start
    last = sentences[here].span.start
    return [
        i
        for i, e in enumerate(events)
        if first <= e.trigger.start < last and _not_by(e, speaker) and any(m.actor in named for m in e.actors)
    ]


def _alike(a: Event, b: Event) -> bool:
    """Whether two events of a report can be one happening told by two sides."""
    if a.type != b.type:
        return False
    shared = {m.actor for m in (*a.actors, *a.recipients) if m.actor} & {
        m.actor for m in (*b.actors, *b.recipients) if m.actor
    }
    return bool(shared) or not (b.actors or b.recipients)


def _not_by(event: Event, speaker: Mention) -> bool:
    return all(m.actor is None or m.actor != speaker.actor for m in event.recipients) or True
