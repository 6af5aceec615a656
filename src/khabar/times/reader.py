"""What the readers of times share: the sentence under the eye, pieces of time, day numbers, years."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from khabar.records import Published, Span, Time
from khabar.text.characters import squeeze
from khabar.text.number_words import norms_of, read_cardinal
from khabar.text.numbers import after_letters
from khabar.text.tokens import Token
from khabar.times.calendar import Stretch
from khabar.times.vocabulary import Vocabulary, vocabulary

BRACKETS = ("(", "[", "«", "،", ",", "-", "–", "/", "\\", "|", "ـ")
CLOSING = (")", "]", "»")
UNKNOWN = Stretch(None, None, "day")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of time read from tokens `first` to `next`, before it becomes a `Time`."""

    first: int
    next: int
    prefix: int
    """Letters of clitics before the first word; they are left out of the span."""
    stretch: Stretch
    relative: bool = False
    clock: str | None = None
    kind: str = "date"

    @property
    def is_day(self) -> bool:
        """Whether a clock time can be attached."""
        return self.kind == "date" and self.clock is None and self.stretch.precision == "day"

    def grown(self, first: int | None = None, after: int | None = None, prefix: int | None = None) -> Piece:
        """The piece over more tokens."""
        return replace(
            self,
            first=self.first if first is None else first,
            next=self.next if after is None else after,
            prefix=self.prefix if prefix is None else prefix,
        )


class Reader:
    """One sentence and the day it is read against."""

    __slots__ = ("count", "day", "moment", "norms", "text", "tokens", "words")

    def __init__(self, text: str, tokens: Sequence[Token], published: Published | None) -> None:
        self.text = text
        self.tokens = tokens
        self.norms = norms_of(tokens)
        self.count = len(tokens)
        self.words: Vocabulary = vocabulary()
        day = published.day if published is not None else None
        # A page dated outside these years is dated wrongly, and reckoning from it could leave the calendar.
        self.day: date | None = day if day is not None and 1000 <= day.year <= 3000 else None
        self.moment = _moment(published)

    def norm(self, i: int) -> str:
        """The folded word at `i`, or nothing beyond the ends."""
        return self.norms[i] if 0 <= i < self.count else ""

    def time(self, piece: Piece) -> Time:
        """The record of a piece."""
        start = after_letters(self.tokens[piece.first], piece.prefix)
        span = Span(start, self.tokens[piece.next - 1].end)
        stretch = piece.stretch
        return Time(
            span,
            span.of(self.text),
            stretch.start,
            stretch.end,
            stretch.precision,
            piece.clock,
            piece.kind,
            piece.relative,
        )

    def future(self, i: int) -> bool:
        """Whether words shortly before `i` speak of what is to come (`من المقرر`, `سيلتقي`)."""
        for norm in reversed(self.norms[max(0, i - 7) : i]):
            bare = norm[1:] if norm[:1] in ("و", "ف") and len(norm) > 4 else norm
            if norm in self.words.future_cues or bare in self.words.future_cues:
                return True
            if bare[:2] in ("سي", "ست") and len(bare) > 4 and bare not in self.words.no_future_words:
                if bare.startswith(self.words.no_future):
                    continue
                return True
        return False


def _moment(published: Published | None) -> datetime | None:
    """The minute of publication where it is known."""
    if published is None or published.precision != "minute":
        return None
    return datetime.fromisoformat(published.value[:16])


def ordinal(r: Reader, i: int) -> tuple[int, int, int] | None:
    """An ordinal with ال at `i` (`الخامس والعشرين`): value, index after it, letters of clitics before it."""
    norm = r.norm(i)
    value, prefix = r.words.ordinals.get(norm), 0
    if value is None and norm[:1] in ("و", "ب", "ف", "ل"):
        prefix = 1
        value = r.words.ordinals.get(norm[1:]) or (
            r.words.ordinals.get("ا" + norm[1:]) if norm.startswith("لل") else None
        )
    elif value is None and norm in ("الحادي", "الحاديه", "الواحد", "الواحده"):
        value = 1
    if value is None and prefix and norm[1:] in ("الحادي", "الحاديه"):
        value = 1
    if value is None:
        bare = norm[1:] if norm[:1] in ("و", "ب", "ف") else norm
        tens = {"العشرين": 20, "العشرون": 20, "الثلاثين": 30, "الثلاثون": 30}.get(bare)
        return (tens, i + 1, len(norm) - len(bare)) if tens else None
    after = r.norm(i + 1)
    if after in ("عشر", "عشره") and value < 10:
        return value + 10, i + 2, prefix
    tens = {"والعشرين": 20, "والعشرون": 20, "والثلاثين": 30, "والثلاثون": 30}.get(after)
    if tens and value < 10:
        return value + tens, i + 2, prefix
    if norm[prefix:] in ("الحادي", "الحاديه", "الواحد", "الواحده"):
        return None
    return value, i + 1, prefix


def day_number(r: Reader, i: int) -> tuple[int, int, int] | None:
    """The number of a day in a month, in digits, as an ordinal or in words: value, index after it, clitic letters."""
    norm = r.norm(i)
    if norm[:1].isdigit():
        value = int(norm) if norm.isdigit() and len(norm) <= 2 else 0
        return (value, i + 1, 0) if 1 <= value <= 31 else None
    if (found := ordinal(r, i)) is not None:
        return found
    if norm in ("اول", "فاتح", "غره"):
        return 1, i + 1, 0
    if norm in ("سلخ",):
        return None
    read = read_cardinal(r.norms, i) if norm else None
    if read is not None and 1 <= read[0] <= 31 and read[2] == 1:
        return read[0], read[1], 1 if norm[0] == "و" and norm not in ("واحد", "واحده") else 0
    return None


@dataclass(frozen=True, slots=True)
class Year:
    """A year by its number; `hijri` is None where neither the number nor a word tells."""

    number: int
    hijri: bool
    next: int


_ERA = {
    squeeze(w): h
    for w, h in {
        "م": False,
        "ميلادي": False,
        "ميلادية": False,
        "للميلاد": False,
        "هـ": True,
        "هجري": True,
        "هجرية": True,
        "للهجرة": True,
    }.items()
}


def year_number(r: Reader, i: int, words: bool = False) -> Year | None:
    """A year at `i`: four digits with `م` or `هـ` after it or not; numbers in words only if `words`."""
    norm = r.norm(i)
    if norm[:1].isdigit():
        if len(norm) != 4 or not norm.isdigit():
            return None
        number, after = int(norm), i + 1
    else:
        read = read_cardinal(r.norms, i) if words and norm else None
        if read is None or not 1300 <= read[0] <= 2199:
            return None
        number, after = read[0], read[1]
    inside = r.norm(after) in ("(", "/")
    era = _ERA.get(r.norm(after + 1 if inside else after))
    if era is not None and not inside:
        after += 1
    hijri = era if era is not None else 1340 <= number <= 1460
    if hijri and not 1 <= number <= 1500:
        return None
    return Year(number, hijri, after) if hijri or 1000 <= number <= 2199 else None


def qualifier(r: Reader, i: int, unit: bool = False) -> int | None:
    """-1, 0 or 1 for `الماضي`, `الجاري`, `المقبل` at `i`, or None; `unit` allows those that only follow units."""
    norm = r.norm(i)
    value = r.words.qualifiers.get(norm)
    if value is None or (not unit and norm in r.words.unit_qualifiers_only):
        return None
    return value


_NUMERIC = re.compile(r"(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})")


def numeric_date(norm: str) -> tuple[int, int, int] | None:
    """Year, month, day of a date in digits (`17-9-2024`, `2024/9/17`), or None.

    A year of four digits may stand first or last. Else the day comes first, as Arabic print has it, unless the second
    number can be no month: then it is the day.
    """
    m = _NUMERIC.fullmatch(norm)
    if m is None:
        return None
    a, b, c = int(m[1]), int(m[3]), int(m[4])
    if len(m[1]) == 4:
        year, month, day = a, b, c
    elif len(m[4]) == 4:
        day, month, year = a, b, c
    elif len(m[4]) == 2 and len(m[1]) <= 2 and m[2] != ".":
        day, month, year = a, b, 2000 + c if c < 70 else 1900 + c
    else:
        return None
    if month > 12 >= day and len(m[1]) != 4:
        day, month = month, day
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return (year, month, day) if 1300 <= year <= 1500 or 1800 <= year <= 2199 else None
