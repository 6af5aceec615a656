"""The two sides of what takes place between them: `بين الجيش من جهة والمسلحين من جهة أخرى`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from khabar.text.phrases import Phrase
from khabar.text.words import Word

if TYPE_CHECKING:
    from khabar.text.clauses import Clause


def is_side(phrase: Phrase, words: Sequence[Word]) -> bool:
    """Whether a phrase only sets the sides of something apart: `بين الجيش من جهة والمسلحين من جهة أخرى`."""
    return phrase.prep == "من" and words[phrase.inner].norm in ("جهه", "ناحيه", "جانب", "طرف")


def turns(phrase: Phrase, words: Sequence[Word]) -> bool:
    """Whether a phrase only turns to another matter (`وأعرب الرئيس من جهة أخرى عن أسفه`)."""
    other = phrase.end == phrase.inner + 2 and words[phrase.end - 1].norm in ("اخر", "اخري", "ثانيه")
    return other and is_side(phrase, words) and words[phrase.inner].norm != "طرف"


def is_of_side(phrase: Phrase, side: Phrase) -> bool:
    """Whether a phrase only says more of the first side of what has two (`بين متظاهرين موالين للحزب وقوات الأمن`)."""
    return side.prep == "بين" and side.number != "du" and phrase.kind == "np" and bool(phrase.prep) and not phrase.conj


def lone_side(clause: Clause, last: Sequence[Phrase]) -> list[Phrase] | None:
    """The first side of what has two where `last`, right behind it, only says more of it, and none for now."""
    sides = clause.preps.get("بين", [[]])[-1]
    return sides if len(sides) == len(last) == 1 and is_of_side(last[0], sides[0]) else None


def is_other_side(phrases: Sequence[Phrase], k: int, j: int) -> bool:
    """Whether the comma at `j` parts the two sides between which something takes place, the first being phrase `k`."""
    first, after = phrases[k], phrases[j + 1] if j + 1 < len(phrases) else None
    if first.prep != "بين" or first.number == "du" or after is None or after.kind != "np":
        return False
    verb = j + 2 < len(phrases) and phrases[j + 2].kind == "verb"
    return after.conj and not after.prep and after.person and first.person and not verb
