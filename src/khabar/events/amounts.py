"""Sizes put together: what several words of one telling count, and what several tellings of one event know."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.records import Size
from khabar.text.characters import squeeze
from khabar.text.number_words import number_words


def known_of(sizes: Sequence[Size], more: Sequence[Size]) -> list[Size]:
    """The sizes of an event with those of another telling of it: a number is better than a vague word (`عشرات`)."""
    better = [s for s in more if not is_vague(s) and any(is_vague(t) and t.kind == s.kind for t in sizes)]
    kept = [s for s in sizes if not (is_vague(s) and any(t.kind == s.kind for t in better))]
    return [*kept, *(s for s in more if all(s.kind != t.kind for t in kept))]


def is_vague(size: Size) -> bool:
    """Whether a size is a word for many and no number."""
    return not size.exact and squeeze(size.text.split()[0]) in number_words().vague


def summed(a: Size, b: Size, text: str) -> Size:
    """What two joined words count together (`ضابط وأربعة مجندين`: five)."""
    high = a.high + b.high if a.high is not None and b.high is not None else None
    span = a.span.cover(b.span) if a.span is not None and b.span is not None else a.span
    words = span.of(text) if span is not None else a.text
    return Size(a.kind, a.low + b.low, high, a.exact and b.exact, span, words)
