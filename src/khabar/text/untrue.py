"""Words that call what somebody has told untrue (`عار عن الصحة`, `لا أساس له`, `محض افتراء`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from khabar.lexicon.words import word_list
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


_NOT_SO = word_list(__name__, "not_so")
_SAYING = word_list(__name__, "saying")


def says_untrue(words: Sequence[Word], at: int) -> bool:
    """Whether the `أن` at word `at` opens what the words right before it call untrue.

    `ليس صحيحا أن الجيش قصف القرية`, `من غير الصحيح القول إن`; not what `و` joins (`الخبر غير صحيح وإن الجيش قصف`).
    """
    before = [w.token.norm for w in words[max(at - 4, 0) : at] if w.kind != "punct"]
    while before and before[-1] in _SAYING:
        before.pop()
    return not words[at].conj and " ".join(before[-2:]) in _NOT_SO
