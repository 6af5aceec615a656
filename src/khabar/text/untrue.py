"""Words that call what somebody has told untrue (`عار عن الصحة`, `لا أساس له`, `محض افتراء`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from khabar.text.words import Word

_PAIRS = frozenset({"غير صحيح", "غير صحيحه", "غير دقيق", "غير دقيقه", "لا اساس", "لا يستند", "لا تستند", "لا سند"}) | {
    *("لا وجود", "لا صحه", "عار عن", "عار من", "عاريه عن", "عاريه من", "محض خيال"),
}


def until_comma(words: Sequence[Word]) -> Sequence[Word]:
    """The words before the first comma or stop."""
    return words[: next((n for n, w in enumerate(words) if w.token.norm in "،,.؛"), len(words))]


def is_untrue(words: Sequence[Word], classes: Mapping[str, frozenset[str]]) -> bool:
    """Whether some words call a thing untrue; `classes` holds the nouns and adjectives that do (`untrue`)."""
    norms = [w.norm for w in words]
    pairs = {" ".join(norms[i : i + 2]) for i in range(len(norms) - 1)}
    plain = {w.bare for w in words} | {w.bare.removesuffix("ا") for w in words}
    return bool(pairs & _PAIRS) or not classes["untrue"].isdisjoint(plain)
