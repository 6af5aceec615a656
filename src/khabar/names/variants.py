"""Whether two Arabic spellings are one foreign or Arabic name: an edit distance made for transliteration.

Letters that render one foreign sound cost little to exchange (غ ج ك ق for g; ت ط; س ز ص; ف ب for v), long vowels are
nearly free to put in, leave out or exchange, and ال, بن and the case of أبو do not count. The idea of classes of
consonants with free vowels is Soundex's, as Freeman, Condon and Ackerman (2006) carried it over to Arabic.
"""

from __future__ import annotations

from functools import lru_cache

from khabar.text.characters import squeeze

SAME = 0.8
"""The similarity from which two spellings count as one name; set on pairs of spellings from Wikidata."""

_VOWELS = frozenset("اويه")
_CLASSES = (
    ("غجكق", 0.25), ("تط", 0.1), ("تثط", 0.35), ("سصث", 0.2), ("زس", 0.3), ("زصظذض", 0.35), ("دضذ", 0.3), ("حهخ", 0.3),
    ("خك", 0.45), ("شسج", 0.5), ("فب", 0.35), ("فو", 0.35), ("جي", 0.5), ("زج", 0.5),
)  # fmt: skip
_VOWEL_SWAP = 0.2
_VOWEL_GAP = 0.3
_HAMZA_GAP = 0.15
_GAP = 1.0
_SWAP = 1.0


def _costs() -> dict[tuple[str, str], float]:
    """What it costs to exchange one letter for another, where it is less than for any two."""
    costs: dict[tuple[str, str], float] = {}
    groups = [*_CLASSES, ("اويهءع", _VOWEL_SWAP)]
    for letters, cost in groups:
        for a in letters:
            for b in letters:
                if a != b:
                    costs[a, b] = min(cost, costs.get((a, b), _SWAP))
    return costs


_COST = _costs()
_GAPS = {"ا": _VOWEL_GAP, "و": _VOWEL_GAP, "ي": _VOWEL_GAP, "ه": 0.45, "ء": _HAMZA_GAP, "ع": 0.5}
_PARTICLES = frozenset({"بن", "ابن", "ال"})
_FATHER = frozenset({"ابو", "ابي", "ابا"})


@lru_cache(maxsize=16384)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name that count: squeezed, without ال, `بن` and `آل`, `عبد` joined to the word after it."""
    words: list[str] = []
    for word in squeeze(name).replace("-", " ").split():
        if word in _PARTICLES:
            continue
        if word in _FATHER:
            word = "ابو"
        elif word.startswith("ال") and len(word) > 4:
            word = word[2:]
        if words and words[-1] == "عبد":
            words[-1] += word
        else:
            words.append("عبد" + word[5:] if word.startswith("عبدال") else word)
    return tuple(words)


@lru_cache(maxsize=65536)
def word_similarity(a: str, b: str) -> float:
    """From 0 to 1, how alike two squeezed words are as spellings of one name."""
    if a == b:
        return 1.0
    row = [0.0]
    for char in b:
        row.append(row[-1] + _GAPS.get(char, _GAP))
    for i, x in enumerate(a, 1):
        before, row = row, [row[0] + _GAPS.get(x, _GAP)]
        gap_x = _GAPS.get(x, _GAP) if i < 2 or x != a[i - 2] else 0.2
        for j, y in enumerate(b, 1):
            gap_y = _GAPS.get(y, _GAP) if j < 2 or y != b[j - 2] else 0.2
            swap = before[j - 1] + (0.0 if x == y else _COST.get((x, y), _SWAP))
            row.append(min(swap, before[j] + gap_x, row[j - 1] + gap_y))
    weight = max(_weight(a), _weight(b))
    return max(0.0, 1.0 - row[-1] / weight)


@lru_cache(maxsize=65536)
def _weight(word: str) -> float:
    """How much a word has to lose: its consonants, and its vowels for less."""
    return max(1.0, sum(0.5 if c in _VOWELS else 1.0 for c in word))


def similarity(a: str, b: str) -> float:
    """From 0 to 1, how alike two names are: the words of the shorter against the best of the longer, in order.

    A name that is part of the other (`كيري` and `جون كيري`) is as like as its words are; one word of several that
    does not fit makes the names unlike.
    """
    one, other = sorted((name_words(a), name_words(b)), key=len)
    if not one:
        return 0.0
    if one == other:
        return 1.0
    if len(one) == len(other):
        return min(word_similarity(x, y) for x, y in zip(one, other, strict=True))
    best = 0.0
    for k in range(len(other) - len(one) + 1):
        best = max(best, min(word_similarity(x, y) for x, y in zip(one, other[k:], strict=False)))
    if len(one) > 1:
        ends = (word_similarity(one[0], other[0]), word_similarity(one[-1], other[-1]))
        best = max(best, min(ends))
    return best


def same_name(a: str, b: str) -> bool:
    """Whether two spellings are those of one name; it says nothing of whether two people bear it."""
    return similarity(a, b) >= SAME
