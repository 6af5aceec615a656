"""How many people an event has to do with, where no slot of its trigger gives the number.

The dead and wounded of a sentence belong to the deed told before them; of those seized, held or let go the number
stands with who they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from khabar.events.draft import Draft
from khabar.events.scene import Scene
from khabar.events.sizes import is_one
from khabar.events.tolls import counted
from khabar.records import Mention, MentionKind, Size, Span
from khabar.text.characters import squeeze
from khabar.text.numbers import find_quantities
from khabar.text.particles import particles
from khabar.text.tokens import tokenize

_BY_MODE = {
    ("ASSAULT", "abduct"): "abducted",
    ("COERCE", "arrest"): "arrested",
    ("RETREAT", "release"): "released",
}


def count_victims(scenes: Sequence[Scene], drafts: Sequence[Draft]) -> None:
    """Give the deeds of each sentence, in place, its dead and wounded that no event has counted."""
    taken = [s.span for d in drafts for s in d.size if s.span is not None]
    for scene in scenes:
        free = [v for v in (*_victims(scene), *_lost(scene)) if v.span and not any(v.span.overlaps(s) for s in taken)]
        told = [(span, d) for d in drafts for span in (d.span, *d.also) if scene.sentence.span.contains(span)]
        deeds = [t for t in told if t[1].type == "ASSAULT"] or [t for t in told if t[1].type == "PROTEST"]
        for size in free if deeds else ():
            before = [t for t in deeds if size.span is not None and t[0].start < size.span.start]
            event = max(before or deeds, key=lambda t: t[0].start if before else -t[0].start)[1]
            if all(s.kind != size.kind for s in event.size):
                event.size.append(size)


def _victims(scene: Scene) -> Iterator[Size]:
    """The numbers whose own noun is one for dead or wounded (`خمسة قتلى`)."""
    for phrase in scene.phrases:
        if (size := counted(scene, phrase, "")) is not None:
            yield size


def _lost(scene: Scene) -> Iterator[Size]:
    """The number behind words for a loss of life (`راح ضحيته 148 شخصا`)."""
    for word, after in zip(scene.words, scene.words[1:], strict=False):
        if word.token.norm not in particles().victims:
            continue
        found = (q for q in scene.quantities if q.span.start == after.start)
        yield from (Size("dead", q.low, q.high, q.exact, q.span, q.text) for q in found)


def count_people(drafts: Sequence[Draft]) -> None:
    """Give those seized, arrested or let go, in place, the number told with who they are."""
    for draft in drafts:
        kind = next((k for (type_, mode), k in _BY_MODE.items() if type_ == draft.type and mode in draft.modes), "")
        if not kind or any(s.kind == kind for s in draft.size):
            continue
        for size in [s for m in draft.recipients if (s := _told_with(m, kind, draft.scene)) is not None][:1]:
            draft.size.append(size)


def _told_with(mention: Mention, kind: str, scene: Scene) -> Size | None:
    """The number in a mention; one for a single person who was seized, arrested or let go."""
    if mention.kind is MentionKind.GROUP:
        return None
    for q in find_quantities(mention.text, tokenize(mention.text), ()):
        at = mention.span.start
        return Size(kind, q.low, q.high, q.exact, Span(at + q.span.start, at + q.span.end), q.text)
    plain = next((m for m in scene.mentions if m.head == mention.head), mention)  # as it was before the resolution
    if is_one(plain, squeeze(mention.text.split()[0])):
        return Size(kind, 1, 1, True, mention.span, mention.text)
    return None
