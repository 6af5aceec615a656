"""The date a page shows, and the date in its metadata, as ISO 8601 with precision and zone."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from khabar.text.characters import fold
from khabar.text.tokens import tokenize
from khabar.times.clock import clock_after, read_clock
from khabar.times.dates import read_named
from khabar.times.reader import Piece, Reader
from khabar.times.vocabulary import vocabulary

# What a page puts among the digits and means nothing: bidi marks, no-break blanks.
_BLANKS = str.maketrans(
    dict.fromkeys(
        "\u200e\u200f\u200b\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u00a0\u202f\u061c", " "
    )
)
_ISO = re.compile(
    r"(?<!\d)(\d{4})-(\d{2})-(\d{2})"
    r"(?:[T ]\s?(\d{2}):(\d{2})(?::\d{2}(?:[.,]\d+)?)?\s?(Z|[+-]\d{2}:?\d{2}|[+-]\d{2}(?!\d))?)?(?!\d)"
)
_BASIC = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(?:\d{2})?(Z|[+-]\d{2}:?\d{2})?)?")
_RFC822 = re.compile(
    r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,?\s+)?(\d{1,2}\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+\d{4}"
    r"(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?(?:\s+(?:GMT|UTC|UT|Z|[+-]\d{4}))?)"
)
_MONTH_FIRST = re.compile(
    r"(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})"
)
_ENGLISH = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTHS = {name: number for number, name in enumerate(_ENGLISH, 1)}
# A clock time in digits, with the marks of the half of the day in Arabic and Latin letters.
_CLOCK = re.compile(
    r"(?<![\d/.-])(\d{1,2})[:.](\d{2})(?::\d{2})?(?:\s*([صم]|AM|PM|am|pm|صباحا|مساء|ظهرا|ليلا)(?![\w]))?(?![\d/-])"
)
_OFFSET = re.compile(
    r"(?:GMT|UTC|غرينتش|جرينتش|غرينيتش)\s*(?:([+-])\s*(\d{1,2})(?::?(\d{2}))?)?|\(?\b(ت\s?\.?\s?غ)\b\)?|(?<=\d)\s*([+-]\d{2}:?\d{2})\b"
)
_CITY = re.compile(r"بتوقيت\s+(\S+)")


class PageDate(NamedTuple):
    """A date as `khabar.records.Published` holds it."""

    value: str
    """ISO 8601: `2024-09-17` or `2024-09-17T15:34`."""
    precision: str
    """`day` or `minute`."""
    zone: str | None
    """An IANA name or an offset (`+03:00`), where the words tell it."""
    words: str
    """The words it was read from, as they stand."""


def parse_iso(text: str) -> PageDate | None:
    """The date of a metadata attribute: ISO 8601 in its extended or basic form, or RFC 822 as feeds have it.

    The time is kept as written, in its own zone. None where no day on the calendar is told.
    """
    plain = text.translate(_BLANKS).strip()
    m = _ISO.match(plain) or _BASIC.fullmatch(plain)
    if m is not None:
        return _from_numbers(m, m.group())
    return _rfc822(plain)


def _from_numbers(m: re.Match[str], words: str) -> PageDate | None:
    """Year, month, day, hour, minute and zone of a match."""
    try:
        day = date(int(m[1]), int(m[2]), int(m[3]))
    except ValueError:
        return None
    if m[4] is None or int(m[4]) > 23 or int(m[5]) > 59:
        return PageDate(day.isoformat(), "day", None, words)
    return PageDate(f"{day.isoformat()}T{m[4]}:{m[5]}", "minute", _offset(m[6]), words)


def _offset(zone: str | None) -> str | None:
    """An offset as `+03:00`."""
    if zone is None:
        return None
    if zone in ("Z", "UTC", "GMT"):
        return "+00:00"
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return f"{zone[0]}{digits[:2]}:{digits[2:]}"


def _rfc822(text: str) -> PageDate | None:
    """A date with an English month."""
    if (m := _RFC822.search(text)) is not None:
        timed = ":" in m.group()
        try:
            when = parsedate_to_datetime(m.group() if timed else m.group() + " 00:00")
        except (ValueError, TypeError):
            return None
        if not timed:
            return PageDate(when.date().isoformat(), "day", None, m.group())
        offset = when.strftime("%z")
        return PageDate(when.strftime("%Y-%m-%dT%H:%M"), "minute", _offset(offset) if offset else None, m.group())
    if (m := _MONTH_FIRST.search(text)) is not None:
        try:
            day = date(int(m[3]), _MONTHS[m[1]], int(m[2]))
        except ValueError:
            return None
        return PageDate(day.isoformat(), "day", None, m.group())
    return None


def parse_page_date(text: str) -> PageDate | None:
    """The date that a visible line of a page tells (`الثلاثاء 17/سبتمبر/2024 - 03:34 م`, `17-9-2024`), or None.

    `text` is one line or a short passage; the first full date (with its year) counts. Numbers parted by strokes are
    read day first, as Arabic pages print them, unless the year stands first, or the second number can be no month.
    A Hijri date is turned into a Gregorian one; where both stand side by side, the Gregorian one is taken.
    """
    plain = text.translate(_BLANKS)
    if (m := _ISO.search(fold(plain))) is not None and (
        found := _from_numbers(m, text[m.start() : m.end()])
    ) is not None:
        if found.precision == "day":
            return _with_clock(text, plain, found.value, m.start(), m.end())
        zone = None if found.zone is not None else _zone(fold(plain[m.end() :]))
        if zone is None:
            return found
        return found._replace(zone=zone[0], words=text[m.start() : m.end() + zone[1]])
    r = Reader(plain, tokenize(plain), None)
    hijri: Piece | None = None
    for i, norm in enumerate(r.norms):
        if not (norm[0].isdigit() or norm in r.words.triggers):
            continue
        piece = read_named(r, i)
        if piece is None or piece.relative or piece.stretch.start is None or piece.stretch.precision != "day":
            continue
        if "ه" in r.norms[piece.first : piece.next] and hijri is None:
            hijri = piece
            continue
        return _of_piece(text, plain, r, piece)
    return _of_piece(text, plain, r, hijri) if hijri is not None else _rfc822(plain)


def _of_piece(text: str, plain: str, r: Reader, piece: Piece) -> PageDate:
    """The page's date from the piece that tells its day."""
    start, end = r.tokens[piece.first].start, r.tokens[piece.next - 1].end
    if piece.first and r.words.weekdays.match(r.norms, piece.first - 1) is not None:
        start = r.tokens[piece.first - 1].start
    day = piece.stretch.start
    assert day is not None
    return _with_clock(text, plain, date(day.year, day.month, day.day).isoformat(), start, end)


def _with_clock(text: str, plain: str, day: str, start: int, end: int) -> PageDate:
    """The day with the clock time and zone that stand beside it."""
    line_start, line_end = plain.rfind("\n", 0, start) + 1, plain.find("\n", end)
    line_end = len(plain) if line_end < 0 else line_end
    after = fold(plain[end : min(line_end, end + 60)])
    before = fold(plain[max(line_start, start - 40) : start])
    clock = _clock(after)
    if clock is not None:
        at = clock[1]
        zone = _zone(after[at - 1 :])
        stop = end + (zone[1] + at - 1 if zone is not None else at)
        return PageDate(f"{day}T{clock[0]}", "minute", zone[0] if zone else None, text[start:stop].strip())
    if (m := _CLOCK.search(before)) is not None and (time := _time_of(m)) is not None:
        zone = _zone(before[m.end() :])
        begin = max(line_start, start - 40) + m.start()
        return PageDate(f"{day}T{time}", "minute", zone[0] if zone else None, text[begin:end])
    return PageDate(day, "day", None, text[start:end])


def _clock(folded: str) -> tuple[str, int] | None:
    """A clock time in folded words after a date, and the offset after it."""
    if (m := _CLOCK.search(folded)) is not None and (time := _time_of(m)) is not None:
        return time, m.end()
    r = Reader(folded, tokenize(folded), None)
    for i in range(min(4, r.count)):
        found = read_clock(r, i) or clock_after(r, i)
        if found is not None and found.precision in ("minute", "hour"):
            return found.time, r.tokens[found.next - 1].end
    return None


def _time_of(m: re.Match[str]) -> str | None:
    """`HH:MM` of a clock time in digits."""
    hour, minute = int(m[1]), int(m[2])
    if hour > 23 or minute > 59 or ("." in m.group() and m[3] is None):
        return None
    half = (m[3] or "").lower()
    if hour <= 12:
        if half in ("م", "pm", "مساء") or (half == "ظهرا" and hour < 10) or (half == "ليلا" and 6 <= hour < 12):
            hour = hour % 12 + 12
        elif half in ("ص", "am", "صباحا", "ليلا"):
            hour %= 12
    return f"{hour:02d}:{minute:02d}"


def _zone(folded: str) -> tuple[str, int] | None:
    """The zone named just after a clock time, and the offset after its words."""
    near = folded[:40]
    if (m := _CITY.search(near)) is not None and (zone := vocabulary().zones.get(m[1].strip(".,،)"))) is not None:
        return zone, m.end()
    if (m := _OFFSET.search(near)) is None:
        return None
    if m[1]:
        return f"{m[1]}{int(m[2]):02d}:{m[3] or '00'}", m.end()
    return (_offset(m[5]) or "+00:00") if m[5] else "+00:00", m.end()
