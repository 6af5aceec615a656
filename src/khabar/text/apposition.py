"""What a mention is to those named before it in one phrase: their name or office, or somebody else."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.lexicon.words import word_list
from khabar.records import Mention, MentionKind
from khabar.text.words import Word


def are_people(atoms: Sequence[int], mentions: Sequence[Mention]) -> bool:
    """Whether a phrase so far is a group or people in the plural, and no one person whom more words could name."""
    told = [mentions[n] for n in dict.fromkeys(atoms) if n >= 0]
    if not told or any(m.kind in (MentionKind.PERSON, MentionKind.OFFICE) for m in told):
        return False
    return told[0].kind is MentionKind.GROUP or noun_number(told[0]) == "pl"


def tells_of_state(word: Word, mention: Mention | None) -> bool:
    """Whether a noun only tells what the state named behind it is to another (`الهند وجارتها باكستان`)."""
    return mention is not None and mention.kind is MentionKind.PLACE and word.norm in _NEIGHBOURS


_NEIGHBOURS = word_list(__name__, "neighbours")


def opens_with_office(mention: Mention) -> bool:
    """Whether a mention of a person begins with an office that is no title before a name (`رئيس المفوضية جان`)."""
    return mention.office is not None and mention.name is not None and not mention.text.startswith("ال")


def has_owner(mention: Mention) -> bool:
    """Whether people without a name are those of a known group (`مسلحو حماس`)."""
    return "".join((mention.actor or "").split("|")[3:4]) != ""


def noun_number(mention: Mention) -> str:
    """The number that the lexicon of nouns for people knows of a mention (`جنود` is a plural), or nothing."""
    flags = (mention.actor or "").split("|")[2:3]
    return {"p": "pl", "d": "du", "s": "sg"}.get(flags[0][-1:], "") if flags else ""


def is_far_adjective(
    words: Sequence[Word], atoms: Sequence[int], mentions: Sequence[Mention], start: int, j: int
) -> bool:
    """Whether an adjective of belonging describes the plural of people that a genitive stands behind.

    `وزراء الخارجية الأوروبيون`; right behind a verb only the nominative does, what ends in `ين` may be its object.
    """
    word, last, first = words[j], words[j - 1], words[start]
    belongs = word.definite and word.bare[-3:] in ("يون", "يين") and not (word.conj or word.prep)
    genitive = last.definite and last.norm.endswith("ه") and j == start + 2 and not first.definite
    who = mentions[atoms[start]] if atoms[start] >= 0 else None
    many = who is not None and who.kind is MentionKind.UNNAMED and noun_number(who) == "pl"
    governed = word.norm.endswith("ون") or bool(first.prep) or (start > 0 and words[start - 1].kind == "prep")
    return belongs and genitive and governed and many
