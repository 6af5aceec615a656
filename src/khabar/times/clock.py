"""Clock times and parts of the day, and how they are joined to a day."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from khabar.text.number_words import read_cardinal
from khabar.times.calendar import Stretch
from khabar.times.reader import Piece, Reader

_DIGITAL = re.compile(r"(\d{1,2})([:.,٫])(\d{2})(?:\2\d{2})?")
_LEADS = ("في", "عند", "من", "الي", "حوالي", "نحو", "قرابه", "تمام", "وحتي", "،", "علي", "بعد", "قبيل", "بعيد")


class Clock(NamedTuple):
    """A time of day read from tokens `first` to `next`."""

    first: int
    next: int
    prefix: int
    time: str
    """`HH:MM`, or `HH:MM/HH:MM` for a part of the day."""
    precision: str
    """`minute`, `hour`, or `day` for a part of the day."""


def read_clock(r: Reader, i: int) -> Clock | None:
    """A clock time at `i`: `الساعة الثالثة والنصف فجرا`, `14:05 بتوقيت غرينتش`, `9 صباحا`."""
    norm = r.norm(i)
    said = norm in ("الساعه", "والساعه", "بالساعه", "للساعه")
    j = i + 1 if said else i
    if said and r.norm(j) in ("ال", "حوالي", "نحو"):
        j += 1
    read = _hour_and_minute(r, j)
    if read is None:
        return None
    hour, minute, after, sure = read
    part, after = _part_after(r, after)
    if not said and not sure and part is None:
        return None
    if not said and not sure and part in ("م", "ص") and not r.norm(j)[:1].isdigit():
        return None
    if minute < 0:
        hour, minute = hour - 1, minute + 60
    hour = _in_part(hour, part)
    exact = minute != 0 or (sure and norm_has_minutes(r.norm(j)))
    after = _zone_after(r, after)
    prefix = 1 if norm[:1] == "و" and (said or not norm[1:2].isdigit()) else 0
    return Clock(i, after, prefix, f"{hour % 24:02d}:{minute:02d}", "minute" if exact else "hour")


def _hour_and_minute(r: Reader, i: int) -> tuple[int, int, int, bool] | None:
    """Hour, minutes (below 0 for `إلا ربعا`), the index after them, and whether they can be nothing else."""
    norm = r.norm(i)
    if (m := _DIGITAL.fullmatch(norm)) is not None:
        hour, minute = int(m[1]), int(m[3])
        return (hour, minute, i + 1, m[2] == ":") if hour <= 24 and minute < 60 else None
    if norm.isdigit() and len(norm) <= 2:
        hour, after = int(norm), i + 1
    elif (found := r.words.hours.match(r.norms, i)) is not None and found.prefix <= 1:
        hour, after = found.value, found.next
    else:
        return None
    if hour > 24:
        return None
    if (part := r.words.clock_parts.match(r.norms, after)) is not None:
        return hour, part.value, part.next, not norm.isdigit()
    joined = r.norm(after) == "و"
    minutes = read_cardinal(r.norms, after + 1 if joined else after) if joined or r.norm(after)[:1] == "و" else None
    if minutes is not None and minutes[0] < 60 and r.norm(minutes[1]) in ("دقيقه", "دقاءق"):
        return hour, minutes[0], minutes[1] + 1, False
    return hour, 0, after, False


def norm_has_minutes(norm: str) -> bool:
    """Whether digits tell minutes (`14:00`)."""
    return ":" in norm


def _part_after(r: Reader, i: int) -> tuple[str | None, int]:
    """The clock times of `فجرا`, `مساء` or `بعد الظهر` at `i` (`م` and `ص` as they are), and the index after."""
    found = r.words.part_after.match(r.norms, i)
    if found is None or found.prefix:
        return None, i
    norm = r.norm(i)
    if norm in ("م", "ص"):
        return norm, found.next
    return found.value, found.next


def _in_part(hour: int, part: str | None) -> int:
    """The hour of 24 that an hour of 12 is in a part of the day."""
    if part is None or hour > 12:
        return hour
    if part == "ص" or part[:2] in ("04", "06", "08"):
        return hour % 12 if part == "ص" or hour == 12 else hour
    if part == "م":
        return hour % 12 + 12
    if part[:2] == "12":
        return hour + 12 if hour < 10 else hour
    if part[:2] == "20" or part[:2] == "00":
        return hour + 12 if 6 <= hour < 12 else hour % 12
    return hour + 12 if hour < 12 else 0


def _zone_after(r: Reader, i: int) -> int:
    """The index after `بالتوقيت المحلي`, `بتوقيت مكة`, `(ت غ)`, or `i`."""
    j = i + 1 if r.norm(i) == "(" else i
    found = r.words.clock_zone.match(r.norms, j)
    if r.norms[j : j + 3] == ["ت", ".", "غ"]:
        after = j + 3
    elif found is None or found.prefix:
        return i
    else:
        after = found.next + (found.value == "بتوقيت" and r.norm(found.next)[:1].isalpha())
    if j > i:
        return after + 1 if r.norm(after) == ")" else i
    return after


def read_part_before(r: Reader, i: int) -> Clock | None:
    """A part of the day at `i` that a day follows (`فجر`, `بعد ظهر`)."""
    found = r.words.part_before.match(r.norms, i)
    if found is None:
        return None
    return Clock(i, found.next, found.prefix, found.value, "day")


def with_clock(r: Reader, piece: Piece) -> Piece:
    """A day together with the clock time or part of the day that stands after it, if one does."""
    if not piece.is_day:
        return piece
    part = r.words.part_after.match(r.norms, piece.next)
    if part is not None and not part.prefix and r.norm(piece.next) not in ("م", "ص"):
        joined = _joined(piece, Clock(piece.next, part.next, 0, part.value, "day"))
        hour = clock_after(r, part.next)
        return _joined(piece, hour._replace(time=_same_part(hour, part.value))) if hour is not None else joined
    found = clock_after(r, piece.next)
    return piece if found is None else _joined(piece, found)


def _same_part(clock: Clock, part: str) -> str:
    """A clock time read again in a part of the day named elsewhere."""
    hour, minute = clock.time.split(":")
    return f"{_in_part(int(hour), part) % 24:02d}:{minute}"


def clock_after(r: Reader, i: int) -> Clock | None:
    """A clock time at `i` or after `في`, `عند`, `في تمام` and the like."""
    j = i
    while r.norm(j) in _LEADS and j < i + 3:
        j += 1
    found = read_clock(r, j)
    if found is None or found.prefix or (j == i and r.norm(i)[:1].isdigit() and ":" not in r.norm(i)):
        return None
    if r.norm(j)[:1].isdigit() and ":" not in r.norm(j) and found.precision != "minute" and found.next == j + 1:
        return None
    return found


def before_day(clock: Clock, day: Piece) -> Piece:
    """A clock time or part of the day, and the day that stands after it."""
    return _joined(day, clock).grown(first=clock.first, after=day.next, prefix=clock.prefix)


def _joined(piece: Piece, clock: Clock) -> Piece:
    """The day at the time."""
    precision = piece.stretch.precision if clock.precision == "day" else clock.precision
    stretch = Stretch(piece.stretch.start, piece.stretch.end, precision)
    return replace(piece, next=max(piece.next, clock.next), stretch=stretch, clock=clock.time)


def alone(clock: Clock) -> Piece:
    """A clock time without a day."""
    return Piece(clock.first, clock.next, clock.prefix, Stretch(None, None, clock.precision), False, clock.time)


def in_part_of(clock: Clock, part: Clock) -> Clock:
    """`الثامنة من مساء`: the hour in that part of the day, over the words of both."""
    return clock._replace(next=part.next, time=_same_part(clock, part.time))
