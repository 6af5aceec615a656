"""How far a source that stands beside what it tells reaches (`..., بحسب الشرطة، و...`, `..., كما قال الوزير`)."""

from __future__ import annotations

from khabar.events.scene import Scene
from khabar.records import Span
from khabar.text.phrases import Phrase

_APART = ("؛", ".", "؟", "!")


def told_round(scene: Scene, start: int, end: int) -> Span:
    """The words that stand under a source told of in the words `start` to `end` (excluded) of a sentence.

    What comes before it, back to the last clause where no comma parts it from that; what follows it only where the
    sentence goes on round it, and where it opens the sentence.
    """
    first, last = scene.sentence.span.start, scene.sentence.span.end
    if not _opens(scene, start):
        first = _from(scene, start, first)
        last = _until(scene, end, last)
    return Span(first, max(last, first))


def _opens(scene: Scene, start: int) -> bool:
    """Whether nothing but marks and a conjunction stands before a word."""
    return all(w.kind == "punct" or (w.kind == "conj" and w.index < 2) for w in scene.words[:start])


def _from(scene: Scene, start: int, first: int) -> int:
    """Where what a source behind it tells begins: the last clause, where no comma stands between."""
    k = scene.phrase_at(start)
    if k <= 0 or scene.words[start - 1].kind == "punct":
        return _behind_stop(scene, k, first)
    for j in range(k - 1, 0, -1):
        phrase, before = scene.phrases[j], scene.phrases[j - 1]
        if before.kind == "comma" and (phrase.kind == "link" or (phrase.kind == "verb" and phrase.conj)):
            return scene.words[phrase.start].start
    return _behind_stop(scene, k, first)


def _behind_stop(scene: Scene, k: int, first: int) -> int:
    """The word behind the last mark that parts sentences (`؛`) before a phrase, else `first`."""
    stops = [p for p in scene.phrases[: max(k, 0)] if p.kind == "stop" and scene.words[p.head].norm in _APART]
    return scene.words[stops[-1].head].end if stops else first


def _until(scene: Scene, end: int, last: int) -> int:
    """Where what a source tells ends: right behind it, unless the sentence goes on round it."""
    k = next((i for i, p in enumerate(scene.phrases) if p.start >= end), len(scene.phrases))
    while k < len(scene.phrases) and scene.phrases[k].kind in ("quote", "np", "adv") and not _is_apart(scene, k):
        k += 1
    if k >= len(scene.phrases):
        return last
    phrase, after = scene.phrases[k], scene.phrases[k + 1] if k + 1 < len(scene.phrases) else None
    here = scene.words[phrase.start].start
    if phrase.kind == "rel" or (phrase.kind == "stop" and scene.words[phrase.head].norm in _APART):
        return here
    if phrase.kind == "comma" and after is not None and _is_new(after):
        return here
    return last


def _is_apart(scene: Scene, k: int) -> bool:
    """Whether a phrase behind a source is a topic of its own (`بحسب الشرطة والمسلحون فروا`)."""
    after = scene.phrases[k + 1] if k + 1 < len(scene.phrases) else None
    return scene.phrases[k].conj and after is not None and after.kind == "verb"


def _is_new(phrase: Phrase) -> bool:
    """Whether a phrase behind a comma opens what the source before it does not tell."""
    return phrase.kind in ("rel", "link") or (phrase.kind == "verb" and phrase.conj)
