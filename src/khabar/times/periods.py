"""Longer stretches: seasons, quarters, decades, centuries, and the thirds of a stretch (`مطلع`, `منتصف`, `نهاية`)."""

from __future__ import annotations

from datetime import date, timedelta

from khabar.times.calendar import Stretch, century_of, decade_of, part_of_year, season_of, third_of, week_of
from khabar.times.dates import read_named
from khabar.times.reader import UNKNOWN, Piece, Reader, ordinal, qualifier, year_number
from khabar.times.relative import read_current, read_turned, read_year, year_stretch


def read_season(r: Reader, i: int) -> Piece | None:
    """`صيف 2014`, `الصيف الماضي`, `شتاء العام الماضي`, `هذا الصيف` at `i`."""
    this = r.norm(i) == "هذا"
    found = r.words.seasons.match(r.norms, i + this)
    if found is None:
        return None
    name, j = found.value, found.next
    if this:
        return _season(r, i, j, 0, name, 0) if r.norm(j - 1).startswith("ال") else None
    year = year_number(r, j + (r.norm(j) in ("عام", "العام", "سنه", "من")))
    if year is not None and not year.hijri:
        return Piece(i, year.next, found.prefix, season_of(name, year.number))
    turned = read_turned(r, j + (r.norm(j) == "من"))
    if turned is not None and turned.stretch.precision == "year":
        start = turned.stretch.start
        stretch = season_of(name, start.year) if start is not None else Stretch(None, None, "season")
        return Piece(i, turned.next, found.prefix, stretch, turned.relative)
    value = qualifier(r, j)
    if value is None or not r.norm(i)[found.prefix :].startswith(("ال", "ل")):
        return None
    return _season(r, i, j + 1, found.prefix, name, value)


def _season(r: Reader, i: int, after: int, prefix: int, name: str, value: int) -> Piece:
    """A season before, around or after publication."""
    if r.day is None:
        return Piece(i, after, prefix, Stretch(None, None, "season"), True)
    around = [season_of(name, r.day.year + n) for n in (-2, -1, 0, 1, 2)]
    day = r.day
    if value < 0:
        stretch = [s for s in around if s.end is not None and s.end < day][-1]
    elif value > 0:
        stretch = next(s for s in around if s.start is not None and s.start > day)
    else:
        stretch = next(s for s in around if s.end is not None and s.end >= day)
    return Piece(i, after, prefix, stretch, True)


def read_part_of_year(r: Reader, i: int) -> Piece | None:
    """`الربع الأول من 2014`, `النصف الثاني من العام الجاري` at `i`."""
    found = r.words.fractions.match(r.norms, i)
    if found is None or (number := ordinal(r, found.next)) is None or number[2]:
        if found is None or r.norm(found.next) not in ("الاخير",):
            return None
        number = (4 if found.value == "quarter" else 2, found.next + 1, 0)
    months = 3 if found.value == "quarter" else 6
    j = number[1] + (r.norm(number[1]) in ("من", "للعام", "لعام", "في"))
    year = read_turned(r, j) or read_year(r, j) or (read_current(r, j) if r.norm(j - 1) == "من" else None)
    bare = year_number(r, j) if year is None else None
    if bare is not None and (stretch := year_stretch(bare)) is not None:
        year = Piece(j, bare.next, 0, stretch)
    if year is None or year.stretch.precision != "year" or year.stretch.start != _january(year):
        return None
    if year.stretch.start is None:
        return Piece(i, year.next, found.prefix, Stretch(None, None, "season"), True)
    part = part_of_year(year.stretch.start.year, months, number[0])
    return None if part is None else Piece(i, year.next, found.prefix, part, year.relative)


def _january(year: Piece) -> date | None:
    """The first day of a piece's Gregorian year, or None."""
    return None if year.stretch.start is None else year.stretch.start.replace(month=1, day=1)


def read_decade(r: Reader, i: int) -> Piece | None:
    """`الثمانينات`, `تسعينيات القرن الماضي`, `القرن التاسع عشر` at `i`."""
    found = r.words.decades.match(r.norms, i)
    if found is not None:
        j = found.next
        if r.norm(j) == "من":
            if r.norm(j + 1) in r.words.no_decade_before:
                return None
            j += r.norm(j + 1) == "القرن"
        if r.norm(j) in r.words.no_decade_before:
            return None
        after = min(j + 2, r.count) if r.norm(j) == "القرن" else found.next
        century = 1900
        if r.norm(j) == "القرن" and (number := ordinal(r, j + 1)) is not None:
            century, after = (number[0] - 1) * 100, number[1]
        elif r.norm(j) == "القرن" and qualifier(r, j + 1) == 0:
            century = 2000
        elif r.norm(j) != "القرن" and not r.norm(i)[found.prefix :].startswith(("ال", "ل")):
            return None
        return Piece(i, after, found.prefix, decade_of(century + found.value))
    norm = r.norm(i)
    if norm in ("القرن", "والقرن", "للقرن", "بالقرن") and (number := ordinal(r, i + 1)) is not None:
        if r.norm(number[1]) in ("الهجري", "قبل"):
            return None
        return Piece(i, number[1], len(norm) - 5 if norm != "للقرن" else 1, century_of(number[0]))
    return None


def read_third(r: Reader, i: int) -> Piece | None:
    """`مطلع الشهر الجاري`, `منتصف يناير`, `نهاية 2014`, `عطلة نهاية الأسبوع` at `i`."""
    if r.norm(i) == "عطله" and (found := _weekend(r, i)) is not None:
        return found
    found_third = r.words.thirds.match(r.norms, i)
    if found_third is None:
        return None
    j = found_third.next
    norm = r.norm(i)[found_third.prefix :]
    inner = _period(r, j)
    if inner is None or inner.prefix or inner.stretch.precision in ("day", "hour", "minute") or inner.kind != "date":
        return None
    if norm in ("اول", "اخر", "وسط") and not (
        inner.stretch.precision in ("month", "year") and r.norm(j).startswith("ال")
    ):
        return None
    return Piece(i, inner.next, found_third.prefix, third_of(inner.stretch, found_third.value), inner.relative)


def _period(r: Reader, j: int) -> Piece | None:
    """A week, month, season, year or decade at `j`."""
    return (
        read_turned(r, j)
        or read_part_of_year(r, j)
        or read_year(r, j)
        or read_named(r, j)
        or read_season(r, j)
        or read_decade(r, j)
        or read_current(r, j)
    )


def _weekend(r: Reader, i: int) -> Piece | None:
    """`عطلة نهاية الأسبوع`, with `الماضي` or `المقبل` or not."""
    if r.norm(i + 1) != "نهايه" or r.norm(i + 2) != "الاسبوع":
        return None
    value = qualifier(r, i + 3)
    after = i + 3 + (value is not None)
    if r.day is None:
        return Piece(i, after, 0, UNKNOWN, True)
    friday = week_of(r.day, r.words.weekend[0]).start
    assert friday is not None
    length = timedelta(days=len(r.words.weekend) - 1)
    if value == 1 or (value == -1 and friday + length >= r.day):
        friday += timedelta(days=7 * value)
    return Piece(i, after, 0, Stretch(friday, friday + length, "day"), True)
