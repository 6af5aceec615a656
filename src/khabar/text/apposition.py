"""What a mention is to those named before it in one phrase: their name or office, or somebody else."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.records import Mention, MentionKind


def are_people(atoms: Sequence[int], mentions: Sequence[Mention]) -> bool:
    """Whether a phrase so far is a group or people in the plural, and no one person whom more words could name."""
    told = [mentions[n] for n in dict.fromkeys(atoms) if n >= 0]
    if not told or any(m.kind in (MentionKind.PERSON, MentionKind.OFFICE) for m in told):
        return False
    return told[0].kind is MentionKind.GROUP or noun_number(told[0]) == "pl"


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
