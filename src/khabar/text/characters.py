"""Folding for matching: one character in, one character out, so that no offset ever moves.

`fold` evens out what Arabic print leaves open: hamza seats, alef maqsura and ya, ta marbuta and ha, Persian ya and kaf,
Arabic-Indic digits. `squeeze` also drops the marks (vowels, tatweel) that stand inside a word, so it is for comparing
words, not for finding offsets. The classes follow Habash, *Introduction to Arabic NLP* (2010), chapter 2.
"""

from __future__ import annotations

import re
from functools import lru_cache

# Short vowels, tanwin, shadda, sukun, dagger alef, Quranic marks, tatweel.
MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640"
ARABIC_LETTER = "\u0621-\u063a\u0641-\u064a\u0671-\u06d3\u06fa-\u06ff"

_PAIRS = {
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",
    "ى": "ي",
    "ی": "ي",
    "ې": "ي",
    "ة": "ه",
    "ۀ": "ه",
    "ہ": "ه",
    "ھ": "ه",
    "ە": "ه",
    "ک": "ك",
    "ڪ": "ك",
    "گ": "ك",
    "ؤ": "ء",
    "ئ": "ء",
    "ڤ": "ف",
    "پ": "ب",
    "چ": "ج",
    "ژ": "ز",
}
_PAIRS |= {chr(0x660 + i): str(i) for i in range(10)} | {chr(0x6F0 + i): str(i) for i in range(10)}
_FOLD = str.maketrans(_PAIRS)
_MARKS = re.compile(f"[{MARKS}]+")


def fold(text: str) -> str:
    """`text` with letters that print does not keep apart made one; the same length, character for character."""
    return text.translate(_FOLD)


@lru_cache(maxsize=49152)
def squeeze(word: str) -> str:
    """`word` folded, without vowel marks and tatweel: the form lexicon entries are matched by."""
    folded = word.translate(_FOLD)
    return folded if folded.isascii() else _MARKS.sub("", folded)


def has_marks(word: str) -> bool:
    """Whether vowel marks or tatweel stand in `word`."""
    return _MARKS.search(word) is not None


def is_arabic(text: str) -> bool:
    """Whether any Arabic letter stands in `text`."""
    return re.search(f"[{ARABIC_LETTER}]", text) is not None
