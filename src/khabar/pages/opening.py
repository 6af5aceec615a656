"""What stands before a report's first words: who wrote, where, and whose copy it is.

`القاهرة «الشرق الأوسط» -`, `دمشق، سوريا (CNN) --`, `ناصر العمري - واس - الرياض:`. The words are cut at strokes, colons
and brackets; the pieces must be names, places or agencies, and one of them must be a known place or agency.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from khabar.pages.outlets import credit_words
from khabar.places.gazetteer import Gazetteer, Tier
from khabar.text.characters import ARABIC_LETTER, MARKS, squeeze

_LONGEST = 110
"""Characters of an opening at most."""
# A tatweel parts words only where blanks stand around it; elsewhere it lengthens one.
_CUT = re.compile(r"\s+ـ+\s*|(?:\s*[-–—:|/،,+()«»“”{}\"\[\]]|(?<=\S)ـ+(?=\s))+\s*")
_ENDS = frozenset("-–—:|/ـ")
_WORD = re.compile(rf"[{ARABIC_LETTER}{MARKS}.]+")
# A full stop after a single letter belongs to an abbreviation (`أ. ف. ب.`).
_SENTENCE_END = re.compile(r"(?:[؟!]|\S\S\.)\s*$")
_LEADING = re.compile(r"^[\s\-–—*•«(\"]*(?=\S)")


@dataclass(slots=True)
class Opening:
    """The pieces of an opening, and the offset in the line at which the report begins."""

    end: int = 0
    people: list[str] = field(default_factory=list)
    agencies: list[str] = field(default_factory=list)
    place: str | None = None
    known: int = 0
    """How many pieces are a known place, agency or outlet."""
    copy: int = 0
    """How many of them are an agency or outlet."""


@lru_cache(maxsize=1)
def _gazetteer() -> Gazetteer:
    return Gazetteer.load()


def read_opening(line: str, own: str | None = None) -> Opening | None:
    """The opening of a paragraph, or None where it begins with its first words. `own` is the page's outlet."""
    best: Opening | None = None
    found = Opening()
    for piece, cut, end in _pieces(line):
        if not _take(found, piece, own):
            break
        if found.known and len(line) - end >= 30 and _ends(cut, found, line[end:]):
            best = Opening(end, [*found.people], [*found.agencies], found.place, found.known, found.copy)
    return best


def read_credit_line(line: str, own: str | None = None, sure: bool = False) -> Opening | None:
    """The same for a line that holds nothing else: `ناصر العمري - الرياض`, `سامي قاسم من جدة`.

    `sure`: it is known to be a byline, so that a person and one word more (`سامي قاسم - الحرث`) are enough.
    """
    if len(line) > _LONGEST or _SENTENCE_END.search(line):
        return None
    found = Opening(len(line))
    for piece in _CUT.split(line.lstrip("* ")):
        piece = piece.removeprefix("من ") if _is_place(_norms(piece.removeprefix("من "))) else piece
        parts = piece.rsplit(" من ", 1)
        for part in parts if len(parts) == 2 and _is_place(_norms(parts[1])) else [piece]:
            if part.strip() and not _take(found, part.strip(), own, whole=True):
                return None
    return found if found.known or (sure and found.place and found.people) else None


def _pieces(line: str) -> Iterator[tuple[str, str, int]]:
    """The pieces at the front of a line, each with what parts it from the next, and the offset of the next."""
    at = 0
    lead = _LEADING.match(line)
    at = lead.end() if lead else 0
    for match in _CUT.finditer(line[:_LONGEST]):
        if match.start() < at:
            continue
        yield line[at : match.start()].strip(), match.group(), match.end()
        at = match.end()


def _ends(cut: str, found: Opening, rest: str) -> bool:
    """Whether a report can begin after this cut: a stroke or colon, or the bracket after an agency's name."""
    if not (set(cut) & _ENDS or ({")", "»", "]"} & set(cut) and found.known > 1)):
        return False
    # Without an agency or outlet, a place and a person can be the first words of a sentence.
    if found.people and not found.copy and ":" not in cut:
        return False
    # A place between two strokes is an insertion (`بغداد - وهي العاصمة - شهدت`).
    alone = found.known == 1 and not found.agencies and not found.people
    return not (alone and ":" not in cut and re.search(r"\s[-–—]\s", rest[:50]))


def _norms(piece: str) -> list[str]:
    return [squeeze(w) for w in piece.split()]


def _take(found: Opening, piece: str, own: str | None, whole: bool = False) -> bool:
    """Put one piece where it belongs; False for one that belongs in no opening. `whole`: the line is a credit."""
    norms = _norms(piece)
    folded = " ".join(norms)
    credit = credit_words()
    if not norms or len(norms) > 10 or len(piece) > 60:
        return False
    if folded in credit.genres:
        return True
    own_name = folded in credit.others or bool(own and folded == squeeze(own))
    if folded in credit.agencies:
        found.agencies += [piece] if piece not in found.agencies else []
    elif not (own_name and (len(norms) > 1 or found.place)) and _is_place(norms):
        found.place = found.place or piece
        found.known += 1
        return True
    elif not own_name:
        return _take_name(found, piece, norms, whole)
    found.known += 1
    found.copy += 1
    return True


def _take_name(found: Opening, piece: str, norms: list[str], whole: bool) -> bool:
    """A piece that no table has: a person's two to four words, or one place's word beside an agency."""
    if set(norms) & credit_words().never or not all(_WORD.fullmatch(w) for w in piece.split()):
        return False
    if len(norms) == 1:
        if found.place is None and (whole or not found.people) and len(norms[0]) > 2:
            found.place = piece
            return True
        return False
    names = split_names(piece)
    if (norms[0].startswith("ال") and not whole) or not all(2 <= n.count(" ") + 1 <= 4 for n in names):
        return False
    found.people.extend(names)
    return True


def _is_place(norms: list[str]) -> bool:
    if " ".join(norms) in credit_words().places:
        return True
    match = _gazetteer().match(norms) if norms else None
    return match is not None and match.length == len(norms) and not match.skip and match.tier is not Tier.NEVER


_BETWEEN = re.compile(r"\s*(?:،|,|/|\||\s[-–—]\s|;|؛|\s+و\s*(?=\S{2,}\s))\s*")


def split_names(text: str) -> list[str]:
    """The names of several authors: parted by commas, strokes, or و before a name of two words or more."""
    return [n for part in _BETWEEN.split(text) if len(n := part.strip(" :.-")) > 2][:6]
