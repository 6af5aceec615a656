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


def is_of_side(phrase: Phrase, side: Phrase) -> bool:
    """Whether a phrase only says more of the first side of what has two (`بين متظاهرين موالين للحزب وقوات الأمن`)."""
    return side.prep == "بين" and side.number != "du" and phrase.kind == "np" and bool(phrase.prep) and not phrase.conj


def lone_side(clause: Clause, last: Sequence[Phrase]) -> list[Phrase] | None:
    """The first side of what has two where `last`, right behind it, only says more of it, and none for now."""
    sides = clause.preps.get("بين", [[]])[-1]
    return sides if len(sides) == len(last) == 1 and is_of_side(last[0], sides[0]) else None
