"""Weekdays: alone, with `الماضي`, with their date, or of another week."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from khabar.times.calendar import day_of, week_of
from khabar.times.dates import named_date, read_digits, resolve, with_counterpart
from khabar.times.reader import UNKNOWN, Piece, Reader, qualifier


def weekday_day(day: date, weekday: int, turn: int | None, future: bool) -> date:
    """The day a weekday's name means: `turn` -1, 0, 1 for الماضي, none, المقبل.

    A bare weekday is the nearest such day on or before publication, as the news tells of what was; after words of the
    future it is the nearest on or after.
    """
    if turn == 1 or (turn is None and future):
        ahead = (weekday - day.weekday()) % 7
        return day + timedelta(days=ahead or (7 if turn == 1 else 0))
    back = (day.weekday() - weekday) % 7
    return day - timedelta(days=back or (7 if turn == -1 else 0))


def read_weekday(r: Reader, i: int) -> Piece | None:
    """A weekday at `i`, with `يوم` before it or not, and `الماضي` or its date after it."""
    start, j, prefix = i, i, 0
    if r.norm(i) in ("يوم", "ويوم", "بيوم", "ليوم", "نهار", "فيوم"):
        j, prefix = i + 1, len(r.norm(i)) - 3 if r.norm(i) != "نهار" else 0
    found = r.words.weekdays.match(r.norms, j)
    bare = None if found is not None or j == start else r.words.bare_weekdays.match(r.norms, j)
    if found is None:
        if bare is None or bare.prefix:
            return None
        found = bare
    if j > start and found.prefix:
        return None
    if j == start and (_other_word(r, i) or found.prefix > 1):
        return None
    turn = qualifier(r, found.next)
    after = found.next + (turn is not None)
    prefix = prefix if j > start else found.prefix
    if (dated := _its_date(r, start, after, prefix, found.value)) is not None:
        return dated
    if r.day is None:
        return Piece(start, after, prefix, UNKNOWN, True)
    if (week := _of_week(r, after)) is not None and turn is None:
        monday = r.day + timedelta(days=7 * week[0])
        start_day = week_of(monday, r.words.first_weekday).start
        assert start_day is not None
        day = start_day + timedelta(days=(found.value - r.words.first_weekday) % 7)
        return Piece(start, week[1], prefix, day_of(day), True)
    return Piece(start, after, prefix, day_of(weekday_day(r.day, found.value, turn, r.future(start))), True)


def _of_week(r: Reader, i: int) -> tuple[int, int] | None:
    """`من الأسبوع الماضي` after a weekday: which week, and the index after it."""
    if r.norm(i) != "من" or r.norm(i + 1) not in ("الاسبوع", "هذا"):
        return None
    if r.norm(i + 1) == "هذا":
        return (0, i + 3) if r.norm(i + 2) == "الاسبوع" else None
    value = qualifier(r, i + 2, unit=True)
    return None if value is None else (value, i + 3)


def _other_word(r: Reader, i: int) -> bool:
    """Whether the name of a weekday at `i` is another word here (`بين الاثنين`)."""
    if r.norm(i - 1) not in r.words.no_weekday_after:
        return False
    following = r.words.weekdays.match(r.norms, i + 1)
    return not (r.norm(i - 1) == "بين" and following is not None and following.prefix == 1)


def _its_date(r: Reader, first: int, after: int, prefix: int, weekday: int) -> Piece | None:
    """The date that stands after a weekday (`الثلاثاء 17 سبتمبر`, `السبت (3 مايو)`, `الأحد الموافق 5-5-2013`)."""
    j = after
    while r.norm(j) in ("(", "،", ",", "الموافق", "يوم", "-", "–", "بتاريخ") and j < after + 2:
        j += 1
    found = named_date(r, j)
    piece: Piece | None = None
    if found is not None and found.day is not None and found.month and not found.prefix:
        resolved = resolve(r, replace(found, weekday=weekday))
        if resolved is not None:
            piece = with_counterpart(r, Piece(j, found.next, 0, *resolved), found.hijri)
    elif found is None:
        piece = read_digits(r, j)
    if piece is None:
        return None
    end = piece.next + 1 if r.norm(piece.next) == ")" and "(" in r.norms[after:j] else piece.next
    return piece.grown(first=first, after=end, prefix=prefix)
