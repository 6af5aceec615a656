"""Names behind a noun for several people, which say who they are: `على الصحفيين سالم حمد وكريم بلال`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from khabar.records import MentionKind
from khabar.text.phrases import Phrase
from khabar.text.words import Word

if TYPE_CHECKING:
    from khabar.text.clauses import Clause


def names_them(clause: Clause, phrases: Sequence[Phrase], words: Sequence[Word], j: int) -> bool:
    """Whether the phrase at `j` is one of two names or more that say who those right before them are.

    Not where the noun may be the subject and the names its object (`انتقد النواب سالم حمد وكريم بلال`).
    """
    first = j
    while first > 0 and phrases[first].conj and _is_name(phrases[first]):
        first -= 1
    last = j
    while last + 1 < len(phrases) and phrases[last + 1].conj and _is_name(phrases[last + 1]):
        last += 1
    if first == 0 or last == first or not _is_name(phrases[first]) or phrases[first].conj:
        return False
    people = phrases[first - 1]
    if people.kind != "np" or people.end != phrases[first].start or people.who is not MentionKind.UNNAMED:
        return False
    several = people.number in ("pl", "du") and words[people.head].definite and people.end == people.head + 1
    lone = bool(clause.objects) and clause.objects[0][0] is people and not people.prep
    two = people.number == "du" and people.case == "nom" and last == first + 1
    return several and (two or not lone)


def _is_name(phrase: Phrase) -> bool:
    """Whether a phrase is the name of a person, without a preposition or an office."""
    return phrase.kind == "np" and phrase.who is MentionKind.PERSON and phrase.officeless and not phrase.prep
