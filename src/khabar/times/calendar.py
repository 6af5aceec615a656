"""Days, weeks, months, years, seasons and Hijri dates as stretches of days. No words here."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

SEASONS = {"winter": 12, "spring": 3, "summer": 6, "autumn": 9}
"""The first month of each season, by the meteorologists' calendar; winter is counted to the year it ends in."""
HIJRI_YEARS = range(1343, 1501)
"""The years the Umm al-Qura calendar of `hijridate` covers."""


class Stretch(NamedTuple):
    """Days from `start` to `end`, both included; None where open or not known."""

    start: date | None
    end: date | None
    precision: str


def day_of(day: date) -> Stretch:
    """One day."""
    return Stretch(day, day, "day")


def week_of(day: date, first_weekday: int) -> Stretch:
    """The week a day lies in."""
    start = day - timedelta(days=(day.weekday() - first_weekday) % 7)
    return Stretch(start, start + timedelta(days=6), "week")


def month_of(year: int, month: int) -> Stretch:
    """A Gregorian month; months below 1 and above 12 are counted on into other years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return Stretch(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month")


def year_of(year: int) -> Stretch:
    """A Gregorian year."""
    return Stretch(date(year, 1, 1), date(year, 12, 31), "year")


def decade_of(year: int) -> Stretch:
    """The ten years from one that ends in 0."""
    start = year - year % 10
    return Stretch(date(start, 1, 1), date(start + 9, 12, 31), "decade")


def century_of(number: int) -> Stretch:
    """A century by its number; a `Time` knows nothing coarser than a decade."""
    return Stretch(date(number * 100 - 99, 1, 1), date(number * 100, 12, 31), "decade")


def season_of(name: str, year: int) -> Stretch:
    """A season of a year."""
    first = month_of(year - 1 if name == "winter" else year, SEASONS[name])
    assert first.start is not None
    last = month_of(first.start.year, first.start.month + 2)
    return Stretch(first.start, last.end, "season")


def part_of_year(year: int, months: int, number: int) -> Stretch | None:
    """The `number`th quarter (3 months) or half (6 months) of a year."""
    if not 1 <= number <= 12 // months:
        return None
    first, last = month_of(year, (number - 1) * months + 1), month_of(year, number * months)
    return Stretch(first.start, last.end, "season")


def gregorian_day(year: int, month: int, day: int) -> date | None:
    """A day, or None where the month has no such day."""
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None


def hijri_stretch(year: int, month: int | None, day: int | None) -> Stretch | None:
    """A Hijri day, month or year: by the Umm al-Qura calendar, or for years before it by the tabular one.

    None where there is no such day. The tabular calendar can be a day or two off.
    """
    if year not in HIJRI_YEARS:
        return _tabular(year, month, day) if 1 <= year < HIJRI_YEARS.start else None
    from hijridate import Hijri

    try:
        if day is not None and month is not None:
            return day_of(_plain(Hijri(year, month, day).to_gregorian()))
        first = Hijri(year, month or 1, 1)
        last = Hijri(year, month or 12, 1)
        end = Hijri(year, month or 12, last.month_length()).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return Stretch(_plain(first.to_gregorian()), _plain(end), "month" if month else "year")


def _tabular(year: int, month: int | None, day: int | None) -> Stretch | None:
    """A Hijri stretch by the civil tabular calendar, its epoch 16 July 622 (Julian): Dershowitz and Reingold, 2008."""

    def first_of(y: int, m: int) -> int:
        return 227015 + (y - 1) * 354 + (3 + 11 * y) // 30 + 29 * (m - 1) + m // 2

    start = first_of(year, month or 1)
    end = first_of(year + 1, 1) if (month or 12) == 12 else first_of(year, (month or 1) + 1)
    if day is not None:
        return day_of(date.fromordinal(start + day - 1)) if 1 <= day <= end - start else None
    return Stretch(date.fromordinal(start), date.fromordinal(end - 1), "month" if month else "year")


def hijri_year(day: date) -> int:
    """The Hijri year a day lies in."""
    from hijridate import Gregorian

    try:
        return int(Gregorian(day.year, day.month, day.day).to_hijri().year)
    except (ValueError, OverflowError):
        return 0


def hijri_of(month: int, gregorian: int) -> int:
    """The Hijri year in which a Hijri month begins in a Gregorian year (`رمضان 2014`)."""
    for year in range(int((gregorian - 622) * 1.0307) - 1, int((gregorian - 622) * 1.0307) + 3):
        found = hijri_stretch(year, month, None)
        if found is not None and found.start is not None and found.start.year == gregorian:
            return year
    return 0


def _plain(day: date) -> date:
    return date(day.year, day.month, day.day)


def shifted(day: date, unit: str, count: int, first_weekday: int) -> Stretch | None:
    """The day, week, month, year or decade that lies `count` of them from a day; None beyond the calendar."""
    try:
        if unit == "day":
            return day_of(day + timedelta(days=count))
        if unit == "week":
            return week_of(day + timedelta(days=7 * count), first_weekday)
        if unit == "month":
            return month_of(day.year, day.month + count)
        if unit == "year":
            return year_of(day.year + count)
        if unit == "decade":
            return year_of(day.year + 10 * count)._replace(precision="decade")
        if unit == "century":
            return century_of((day.year - 1) // 100 + 1 + count)
    except (ValueError, OverflowError):
        return None
    return Stretch(day, day, unit)


def moved(day: date, unit: str, count: int) -> date | None:
    """The day that lies `count` units from a day, the month's last where it has no such day."""
    days = {"day": 1, "week": 7}
    try:
        if unit in days:
            return day + timedelta(days=days[unit] * count)
        months = {"month": 1, "year": 12, "decade": 120, "century": 1200}.get(unit)
        if months is None:
            return day
        to = month_of(day.year, day.month + months * count)
    except (ValueError, OverflowError):
        return None
    assert to.start is not None and to.end is not None
    return to.start.replace(day=min(day.day, to.end.day))


FINER = {"decade": "year", "year": "season", "season": "month", "month": "week", "week": "day", "day": "day"}


def third_of(stretch: Stretch, which: int) -> Stretch:
    """The first, middle or last third of a stretch (0, 1, 2); a month gives days 1-10, 11-20 and 21 to its end."""
    start, end, precision = stretch
    if start is None or end is None or precision in ("day", "hour", "minute"):
        return stretch
    finer = FINER.get(precision, precision)
    if precision in ("year", "season") and start.day == 1:
        months = (end.year - start.year) * 12 + end.month - start.month + 1
        first = start.month + which * months // 3
        last = start.month + (which + 1) * months // 3 - 1
        return Stretch(month_of(start.year, first).start, month_of(start.year, last).end, finer)
    if precision == "decade":
        years = end.year - start.year + 1
        first, last = ((0, 3), (3, 7), (7, 10))[which]
        end_year = start.year + last * years // 10 - 1
        return Stretch(date(start.year + first * years // 10, 1, 1), date(end_year, 12, 31), finer)
    size = (end - start).days + 1
    low, high = (
        (which * size // 3, (which + 1) * size // 3 - 1)
        if precision != "month"
        else ((0, 9), (10, 19), (20, size - 1))[which]
    )
    return Stretch(start + timedelta(days=low), start + timedelta(days=high), finer)
