"""The words that are an event's own, and those that only tell what a spoken act is about."""

from __future__ import annotations

from khabar.events.draft import Draft
from khabar.events.types import SPOKEN
from khabar.records import Span


def area_of(draft: Draft) -> Span:
    """The words that belong to an event, from its range of phrases."""
    scene = draft.scene
    first, last = draft.range
    last = min(max(last, first + 1), len(scene.phrases))
    return Span(scene.words[scene.phrases[first].start].start, scene.words[scene.phrases[last - 1].end - 1].end)


def after_topic(draft: Draft, span: Span) -> bool:
    """Whether a place stands in what a spoken act is about, which tells nothing of where it was spoken."""
    if draft.sense.type not in SPOKEN | {"CONSULT"} or "visit" in draft.modes:
        return False
    slots = [s for role in ("topic", "recipient") for s in draft.sense.frame.get(role, ())] + ["comp"]
    slots += [c.slot for c in draft.sense.when]
    phrases = [p for s in slots for g in draft.slots.get(s, ()) for p in g if s != "subj" and not p.suffix]
    starts = [draft.scene.words[p.start].start for p in phrases]
    return any(draft.span.start <= start <= span.start for start in starts)
