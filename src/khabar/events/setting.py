"""The words that are an event's own, and those that only tell what a spoken act is about."""

from __future__ import annotations

from khabar.events.draft import Draft
from khabar.events.lexicon import noun_keys
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


def is_matter(draft: Draft, span: Span) -> bool:
    """Whether a place behind `في` is where the situation is that a spoken act is about (`بحثا الوضع في السودان`)."""
    if draft.sense.type not in SPOKEN | {"CONSULT"} or "visit" in draft.modes:
        return False
    words = draft.scene.words
    at = next((w.index for w in words if w.end > span.start), 0)
    k = at - 1 if at > 0 and words[at - 1].kind == "prep" and words[at - 1].norm == "في" else 0
    while k > 1 and words[k - 1].kind == "adj":
        k -= 1
    return k > 0 and bool({*noun_keys(words[k - 1].bare)} & draft.scene.classes["situations"])
