"""Whether two Arabic spellings are one foreign or Arabic name: an edit distance made for transliteration.

Letters that render one foreign sound cost little to exchange (غ ج ك ق for g; ت ط; س ز ص; ف ب for v), long vowels are
cheap to put in, leave out or exchange, and ال, بن and the case of أبو do not count. Common Arabic names (سالم, سليم)
are spelled in one way only: two of them are two names. The idea of classes of consonants with free vowels is Soundex's,
as Freeman, Condon and Ackerman (2006) carried it over to Arabic.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate

from khabar.lexicon.words import word_list
from khabar.text.characters import squeeze

SAME = 0.76
"""The similarity from which two spellings count as one name."""

_LONG = 4.0
"""A word's letters count up to this weight: one consonant that does not fit is too much in a long word as well."""
# Two letters that render one sound, as one letter each: ch (`تش`), ts and tz (`تس`, `تز`), ng (`نغ`, `نج`).
_DIGRAPHS = (("تش", "چ"), ("تس", "ژ"), ("تز", "ژ"), ("دز", "ژ"), ("نغ", "ڭ"), ("نج", "ڭ"), ("يه", "ی"))
_CLASSES = (
    ("غجكق", 0.25), ("تط", 0.1), ("تثط", 0.35), ("ثسز", 0.3), ("سص", 0.15), ("زس", 0.3), ("زصظذض", 0.35),
    ("دضذ", 0.3), ("حه", 0.2), ("خحه", 0.45), ("خك", 0.45), ("شس", 0.5), ("شج", 0.5), ("فب", 0.4),
    ("فو", 0.4), ("جي", 0.6), ("زج", 0.5), ("چشج", 0.3), ("چكس", 0.5), ("ژزس", 0.3), ("ژصت", 0.5),
    ("ڭن", 0.35), ("ڭغج", 0.5), ("اع", 0.2), ("ايء", 0.35), ("اوء", 0.45), ("وي", 0.5), ("يی", 0.2),
    ("ایه", 0.3), ("چژ", 0.4), ("دت", 0.6), ("نم", 0.6),
)  # fmt: skip
_GAPS = {"ا": 0.28, "و": 0.28, "ي": 0.28, "ی": 0.35, "ه": 0.45, "ء": 0.1, "ع": 0.5}
_LAST_GAP = 0.45
_DOUBLED = 0.2
_HOPELESS = 1.5
"""The distance from which two words are not compared to the end."""
_EDGE = 0.3
"""What it costs more to exchange vowels at the beginning and the end, where they carry the name (`غالي`, `غالا`)."""
_VOWELS = frozenset("اويهی")


def _costs() -> dict[tuple[str, str], float]:
    """What it costs to exchange one letter for another, where it is less than for any two."""
    costs: dict[tuple[str, str], float] = {}
    for letters, cost in _CLASSES:
        for a in letters:
            for b in letters:
                if a != b:
                    costs[a, b] = min(cost, costs.get((a, b), 1.0))
    return costs


_COST = _costs()
_PARTICLES = word_list(__name__, "particles")
_FATHER = word_list(__name__, "father")


@lru_cache(maxsize=1)
def _arabic_names() -> frozenset[str]:
    """Common Arabic names, squeezed: those of which no two are spellings of one."""
    from khabar.names.lexicon import ACTORS, load_given

    return frozenset(squeeze(name) for name in load_given(ACTORS / "arabic_names.txt"))


@lru_cache(maxsize=16384)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name that count: squeezed, without ال, `بن` and `آل`, `عبد` joined to the word after it."""
    words: list[str] = []
    for word in squeeze(name).replace("-", " ").split():
        if word in _PARTICLES and (words or word in ("ال", "ابن", "بن")):
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


@lru_cache(maxsize=16384)
def word_similarity(a: str, b: str) -> float:
    """From 0 to 1, how alike two squeezed words are as spellings of one name."""
    if a == b:
        return 1.0
    arabic = _arabic_names()
    if a.removeprefix("عبد") in arabic and b.removeprefix("عبد") in arabic:
        return 0.0
    one, other = sorted((_sounds(a), _sounds(b)))
    return max(0.0, 1.0 - _distance(one, other) / min(_LONG, max(_weight(a), _weight(b))))


def _sounds(word: str) -> str:
    """A word with two letters for one sound made one."""
    for pair, letter in _DIGRAPHS:
        word = word.replace(pair, letter)
    return word


def _distance(a: str, b: str) -> float:
    """The least that it costs to make one spelling of the other."""
    gaps = [_gap(b, j, y) for j, y in enumerate(b)]
    row = [0.0, *accumulate(gaps)]
    for i, x in enumerate(a):
        gap_x = _gap(a, i, x)
        before, row = row, [row[0] + gap_x]
        for j, y in enumerate(b):
            swap = before[j]
            if x != y:
                edge = _EDGE if not (i and j) or (i == len(a) - 1 and j == len(b) - 1) else 0.0
                swap += min(1.0, _COST.get((x, y), 1.0) + edge * (x in _VOWELS and y in _VOWELS))
            row.append(min(swap, before[j + 1] + gap_x, row[j] + gaps[j]))
        if min(row) > _HOPELESS:
            return _LONG
    return row[-1]


def _gap(word: str, i: int, letter: str) -> float:
    """What it costs to leave out a letter: little for vowels inside a word and for doubled letters."""
    if i and word[i - 1] == letter:
        return _DOUBLED
    cost = _GAPS.get(letter, 1.0)
    return max(cost, _LAST_GAP) if i == len(word) - 1 else cost


@lru_cache(maxsize=16384)
def _weight(word: str) -> float:
    """How much a word has to lose: its consonants, and its vowels for half."""
    return max(1.5, sum(0.6 if c in "اويه" else 1.0 for c in word))


def similarity(a: str, b: str) -> float:
    """From 0 to 1, how alike two names are: the words of the shorter against those of the longer, in order.

    A name that is part of the other (`كيري` and `جون كيري`) is as like as its words are; one word that does not fit
    makes the names unlike. Words may be written together (`خليل زاد`, `خليلزاد`).
    """
    one, other = sorted((name_words(a), name_words(b)), key=len)
    if not one:
        return 0.0
    if one == other:
        return 1.0
    if len(one) == len(other):
        return _least(one, other)
    best = max(_least(one, other[k:]) for k in range(len(other) - len(one) + 1))
    if len(one) > 1:
        best = max(best, _least((one[0], one[-1]), (other[0], other[-1])))
    if len(other) == len(one) + 1:
        joined = ((*other[:k], other[k] + other[k + 1], *other[k + 2 :]) for k in range(len(one)))
        best = max(best, *(_least(one, words) for words in joined))
    return best


def _least(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """How alike the words are that are least alike, word by word."""
    least = 1.0
    for x, y in zip(one, other, strict=False):
        least = min(least, word_similarity(x, y))
        if not least:
            break
    return least


def same_name(a: str, b: str) -> bool:
    """Whether two spellings are those of one name; it says nothing of whether two people bear it."""
    return similarity(a, b) >= SAME
