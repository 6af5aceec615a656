"""Doubled text: paragraphs that a page prints twice, word for word or nearly so (Broder 1997, shingles)."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.text.tokens import tokenize

NEAR = 0.85
"""Share of common three-word shingles from which a paragraph is a repetition of an earlier one."""

SHORT = 5
"""Words from which a line said again counts as doubled: subheadings and a poem's refrain may stand twice."""

MOST = 8
"""Paragraphs that a shingle is remembered of: set phrases stand in many, and must not cost the square of them."""


def doubled(paragraphs: Sequence[str], headline: str | None) -> dict[int, str]:
    """Number of a repeated paragraph to what it repeats: `paragraph 3`, or `headline`."""
    found: dict[int, str] = {}
    seen: dict[str, int] = {}
    shingles: dict[int, frozenset[tuple[str, ...]]] = {}
    index: dict[tuple[str, ...], list[int]] = {}
    title = _words(headline) if headline else []
    for number, paragraph in enumerate(paragraphs):
        words = _words(paragraph)
        key = " ".join(words)
        if title and words == title:
            found[number] = "headline"
        elif key in seen and len(words) >= SHORT:
            found[number] = f"paragraph {seen[key] + 1}"
        else:
            mine = _shingles(words)
            near = _nearest(mine, shingles, index)
            if near is not None:
                found[number] = f"paragraph {near + 1}"
                continue
            seen[key] = number
            shingles[number] = mine
            for shingle in mine:
                earlier = index.setdefault(shingle, [])
                if len(earlier) < MOST:
                    earlier.append(number)
    return found


def _words(text: str) -> list[str]:
    return [t.norm for t in tokenize(text) if t.kind != "punct"]


def _shingles(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(words[i : i + 3]) for i in range(len(words) - 2)) if len(words) >= 8 else frozenset()


def _nearest(
    mine: frozenset[tuple[str, ...]], shingles: dict[int, frozenset[tuple[str, ...]]],
    index: dict[tuple[str, ...], list[int]],
) -> int | None:  # fmt: skip
    """The earlier paragraph that shares enough shingles, or None."""
    if not mine:
        return None
    common: dict[int, int] = {}
    for shingle in mine:
        for number in index.get(shingle, ()):
            common[number] = common.get(number, 0) + 1
    for number in sorted(common):
        if common[number] / len(mine | shingles[number]) >= NEAR:
            return number
    return None
