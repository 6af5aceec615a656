"""Marks: quotation marks and brackets inside a noun phrase, and which of them the grammar reads over."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.text.particles import particles
from khabar.text.verb_place import NOMINAL
from khabar.text.words import Word


def is_short_quote(words: Sequence[Word], j: int) -> bool:
    """Whether a quotation mark at `j` opens or closes the quoted name of something, of five words or fewer."""
    mark = words[j].token.norm
    if mark in "»”" or (mark == '"' and _opened(words, j)):
        return True
    last = words[j - 1]
    if last.kind not in NOMINAL:
        return False
    for k in range(j + 1, min(j + 7, len(words))):
        if words[k].token.norm in '»”"':
            return k > j + 1
        if words[k].kind in ("verb", "comp", "rel"):
            return False
    return False


def _opened(words: Sequence[Word], j: int) -> bool:
    """Whether an odd number of straight quotation marks stands before `j`."""
    return sum(w.token.norm == '"' for w in words[:j]) % 2 == 1


def bracketed(words: Sequence[Word]) -> list[bool]:
    """For each word, whether it stands in round or square brackets that close within fifteen words."""
    inside = [False] * len(words)
    opened = -1
    for i, word in enumerate(words):
        if word.kind != "punct":
            continue
        if word.token.norm in "([":
            opened = i
        elif word.token.norm in ")]" and opened >= 0:
            if i - opened <= 15:
                inside[opened : i + 1] = [True] * (i + 1 - opened)
            opened = -1
    return inside


def blessings(words: Sequence[Word]) -> list[bool]:
    """For each word, whether it is part of a blessing behind a name (`الملك - حفظه الله -`, `الملك، رعاه الله،`)."""
    starts, goes = particles().blessing, particles().blessed
    inside = [False] * len(words)
    i = 0
    while i < len(words):
        if words[i].norm not in starts and words[i].token.norm not in starts:
            i += 1
            continue
        end = i + 1
        while end < len(words) and end < i + 6 and words[end].token.norm in goes:
            end += 1
        if end > i + 1:
            marks = words[i - 1].token.norm + words[end].token.norm if i > 0 and end < len(words) else ""
            closed = len(marks) == 2 and any(set(marks) <= set(pair) for pair in (_DASHES, "،,"))
            first, last = (i - 1, end + 1) if closed else (i, end)
            inside[first:last] = [True] * (last - first)
        i = end
    return inside


_DASHES = "-–—ـ"


def sets_apart(words: Sequence[Word], i: int) -> bool:
    """Whether a dash at `i` is one of two that set an aside apart, as commas do (`أعلن سالم حمد - المتحدث -`).

    Before the first verb dashes stand in datelines (`بغداد - وكالات - قال`).
    """
    first = next((w.index for w in words[:i] if w.kind == "verb"), i)
    marks = [w for w in words[first:] if w.kind == "punct" and w.token.norm in _PARTING]
    at = next((k for k, w in enumerate(marks) if w.index == i), -1)
    run = at
    while run > 0 and marks[run - 1].token.norm in _DASHES:
        run -= 1
    other = at + 1 if (at - run) % 2 == 0 else at - 1
    paired = at >= 0 and other < len(marks) and marks[other].token.norm in _DASHES
    return paired and 1 < abs(marks[other].index - i) <= _ASIDE


_PARTING = "-–—ـ.؛!؟?:"
"""Marks that part sentences, and dashes."""
_ASIDE = 14
"""How many words an aside between dashes has at most."""


def short_titles(words: Sequence[Word]) -> list[bool]:
    """For each word, whether it is a title of one letter or its full stop (`د. سالم حمد`)."""
    found = [False] * len(words)
    for i in range(len(words) - 2):
        if words[i].token.norm in ("د", "ا", "م") and words[i + 1].token.norm == ".":
            found[i] = found[i + 1] = True
    return found


def scare_quotes(words: Sequence[Word]) -> list[bool]:
    """For each word, whether it is one of two quotation marks round a single noun (`«عجز» الحكومة`)."""
    found = [False] * len(words)
    for i in range(len(words) - 3):
        pair = words[i].token.norm + words[i + 2].token.norm
        if pair in ("«»", "“”") and words[i + 1].kind in NOMINAL and words[i + 3].kind in NOMINAL:
            found[i] = found[i + 2] = i > 0
    return found
