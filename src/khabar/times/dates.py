"""Dates on the calendar: days, months and years by name or number, Gregorian and Hijri, weekdays."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from khabar.times.calendar import Stretch, day_of, gregorian_day, hijri_of, hijri_stretch, hijri_year, month_of
from khabar.times.reader import (
    BRACKETS,
    CLOSING,
    UNKNOWN,
    Piece,
    Reader,
    Year,
    day_number,
    numeric_date,
    qualifier,
    year_number,
)

SOON, NEXT = 75, 35
"""A day, or a month, without a year lies in the past, unless it comes within so many days after publication."""


@dataclass(frozen=True, slots=True)
class Named:
    """What the words of a date say, before it is known which year they mean."""

    first: int
    next: int
    prefix: int
    month: int
    day: int | None = None
    year: int | None = None
    hijri: bool = False
    qualifier: int | None = None
    weekday: int | None = None
    given: bool = False
    """Whether the year was counted from the publication (`ديسمبر من العام الماضي`)."""


@dataclass(frozen=True, slots=True)
class MonthName:
    """The name of a month, with a second name of the same month if one stands beside it."""

    month: int
    hijri: bool
    next: int
    prefix: int
    weak: bool


def month_name(r: Reader, i: int) -> MonthName | None:
    """A month's name at `i`: `يناير`, `كانون الثاني`, `يناير (كانون الثاني)`, `رمضان المبارك`."""
    norm = r.norm(i)
    if (found := r.words.gregorian.match(r.norms, i)) is not None:
        weak = norm[found.prefix :] in r.words.weak_months and found.next == i + 1
        after = _second_name(r, found.next, found.value)
        return MonthName(found.value, False, after or found.next, found.prefix, weak and after is None)
    if (found := r.words.hijri.match(r.norms, i)) is not None:
        after = found.next
        while r.norm(after) in r.words.epithets and r.norm(after - 1) != r.norm(after):
            after += 1
        return MonthName(found.value, True, after, found.prefix, after == i + 1)
    return None


def _second_name(r: Reader, i: int, month: int) -> int | None:
    """The index after another name of the same month at `i`, brackets or a stroke around it, or None."""
    found = r.words.gregorian.match(r.norms, i)
    if found is not None and found.value == month and not found.prefix:
        return found.next
    if r.norm(i) not in BRACKETS and r.norm(i) != "او":
        return None
    found = r.words.gregorian.match(r.norms, i + 1)
    if found is None or found.value != month or found.prefix:
        return None
    if r.norm(i) in ("(", "[", "«"):
        return found.next + 1 if r.norm(found.next) in CLOSING else None
    return found.next


def named_date(r: Reader, i: int, bare_day: bool = False) -> Named | None:
    """A day with its month, a month with its year, or a day of a month by number, as the words at `i` say it.

    `bare_day` also takes the number of a day alone, for the first end of a range.
    """
    start, prefix = i, 0
    if r.norm(i) in ("يوم", "نهار") and (r.norm(i + 1)[:1].isdigit() or r.norm(i + 1) in r.words.ordinals):
        i += 1
    day = day_number(r, i)
    if day is not None:
        value, j, prefix = day
        prefix = prefix if start == i else 0
        while r.norm(j) in ("من", "شهر", "/", "-", "–", "لشهر", "بشهر"):
            j += 1
        if (month := month_name(r, j)) is not None and not month.prefix and not _score(r, j, month):
            return _with_year(r, Named(start, month.next, prefix, month.month, value, hijri=month.hijri))
        if (this := _this_month(r, j, short=r.norm(j - 1).isdigit())) is not None:
            return replace(this, first=start, prefix=prefix, day=value)
        if bare_day or start != i:
            return Named(start, day[1], prefix, 0, value)
        return None
    return _month_alone(r, start)


def _score(r: Reader, j: int, month: MonthName) -> bool:
    """Whether `صفر` after a dash is nought in a score (`3 - صفر`), and no month."""
    return month.hijri and month.month == 2 and r.norm(j - 1) in ("-", "–", "/")


def _month_alone(r: Reader, i: int) -> Named | None:
    """A month without a day: its name must be no other word, or stand beside what makes it a month."""
    norm = r.norm(i)
    said = norm in ("شهر", "بشهر", "لشهر", "وشهر", "الشهر")
    j = i + 1 if said else i
    month = month_name(r, j)
    if month is None or (said and month.prefix) or (month.weak and "إ" in r.tokens[j].text):
        # إب is a town in Yemen, آب is August.
        return None
    prefix = len(norm) - 3 if said and norm != "الشهر" else month.prefix
    if (first := _month_first(r, Named(i, month.next, prefix, month.month, hijri=month.hijri))) is not None:
        return first
    named = _with_year(r, Named(i, month.next, prefix, month.month, hijri=month.hijri))
    sure = said or named.year is not None or named.qualifier is not None
    if month.weak and not sure and not (r.norm(i - 1).lstrip("و") in r.words.weak_after and not month.prefix):
        return None
    if month.hijri and month.weak and not sure and r.norm(j) != "رمضان":
        return None
    return named


def _month_first(r: Reader, named: Named) -> Named | None:
    """`يناير 12, 2019`: the month before the day, as some page software prints it; with a year only."""
    day = r.norm(named.next)
    if not day.isdigit() or len(day) > 2 or not 1 <= int(day) <= 31:
        return None
    j = named.next + 1 + (r.norm(named.next + 1) in ("،", ","))
    year = year_number(r, j)
    if year is None or year.hijri != named.hijri:
        return None
    return replace(named, day=int(day), year=year.number, next=year.next)


def _this_month(r: Reader, i: int, short: bool) -> Named | None:
    """`الشهر الجاري`, `هذا الشهر`, or `short` (`15 الجاري`): `الجاري` alone, against the day of publication."""
    j, value = i, None
    if r.norm(i) in ("هذا", "نفس") and r.norm(i + 1) == "الشهر":
        j, value = i + 2, 0
    elif r.norm(i) == "الشهر":
        value, j = qualifier(r, i + 1, unit=True), i + 2
    elif short and r.norm(i) in ("الجاري", "الحالي", "الماضي", "المنصرم", "المقبل"):
        value, j = qualifier(r, i), i + 1
    if value is None:
        return None
    if r.day is None:
        return Named(i, j, 0, 0, given=True)
    to = month_of(r.day.year, r.day.month + value).start
    assert to is not None
    return Named(i, j, 0, to.month, year=to.year, given=True)


def _with_year(r: Reader, named: Named) -> Named:
    """The date with the year, and with the qualifier, that stand after it."""
    j = named.next
    if (value := qualifier(r, j)) is not None:
        named, j = replace(named, qualifier=value, next=j + 1), j + 1
    k = j
    while r.norm(k) in ("/", "،", ",", "-", "من", "عام", "العام", "سنه", "لعام", "السنه", "لسنه") and k < j + 3:
        k += 1
    comma = r.norm(j) in ("،", ",")
    worded = r.norm(k - 1) in ("عام", "العام", "سنه", "لعام", "لسنه")
    if r.norm(k - 1) in ("العام", "السنه") and k > j:
        value = qualifier(r, k, unit=True)
        if value is not None and not named.hijri:
            year = None if r.day is None else r.day.year + value
            return replace(named, year=year, next=k + 1, given=True, qualifier=None if year else value)
    year_read = year_number(r, k, words=worded or r.norm(k) in ("الفين", "الفان"))
    if year_read is not None and _fits(r, year_read, named, comma):
        after = year_read.next
        if named.qualifier is None and (value := qualifier(r, after)) is not None:
            after += 1
        number = year_read.number
        if named.hijri and not year_read.hijri and number > 1500:
            number = hijri_of(named.month, number)
        return replace(named, year=number, next=after, qualifier=None)
    return named


def _fits(r: Reader, year: Year, named: Named, comma: bool) -> bool:
    """Whether a number after a month is its year: of the same calendar, and no count of something."""
    if comma and year.number % 100 == 0:
        return False
    return named.hijri or not year.hijri


def resolve(r: Reader, named: Named) -> tuple[Stretch, bool] | None:
    """The days of a date, and whether the day of publication was needed; None where there is no such day."""
    precision = "day" if named.day is not None else "month"
    if named.month == 0:
        return _day_alone(r, named)
    if named.year is not None:
        found = _stretch(named, named.year)
        return None if found is None else (found, named.given)
    if r.day is None:
        return Stretch(None, None, precision), True
    base = hijri_year(r.day) if named.hijri else r.day.year
    candidates = [s for y in (base - 1, base, base + 1) if (s := _stretch(named, y)) is not None]
    if not candidates:
        # 29 February: the last leap year.
        candidates = [s for y in range(base - 4, base) if (s := _stretch(named, y)) is not None]
    return (_nearest(r, named, candidates, r.day), True) if candidates else None


def _stretch(named: Named, year: int) -> Stretch | None:
    """The day or month in a given year."""
    if named.hijri:
        return hijri_stretch(year, named.month, named.day)
    if not date.min.year <= year <= date.max.year:
        return None
    if named.day is None:
        return month_of(year, named.month)
    day = gregorian_day(year, named.month, named.day)
    return None if day is None else day_of(day)


def _nearest(r: Reader, named: Named, candidates: list[Stretch], day: date) -> Stretch:
    """Which year's day or month is meant, by qualifier, weekday, words of the future, else the past."""
    pairs = [(s, s.start, s.end) for s in candidates if s.start is not None and s.end is not None]
    if named.weekday is not None and named.day is not None:
        matching = [p for p in pairs if p[1].weekday() == named.weekday]
        if matching:
            return min(matching, key=lambda p: abs((p[1] - day).days))[0]
    if named.qualifier == -1:
        past = [p for p in pairs if p[2] < day]
        return (past or pairs)[-1 if past else 0][0]
    if named.qualifier == 1 or (named.qualifier is None and r.future(named.first)):
        coming = [p for p in pairs if (p[1] > day if named.qualifier == 1 else p[2] >= day)]
        return (coming or pairs)[0 if coming else -1][0]
    if named.qualifier == 0:
        return min(pairs, key=lambda p: (abs(p[1].year - day.year), abs((p[1] - day).days)))[0]
    soon = day + timedelta(days=SOON if named.day is not None else NEXT)
    past = [p for p in pairs if p[1] <= soon]
    return (past or pairs)[-1 if past else 0][0]


def _day_alone(r: Reader, named: Named) -> tuple[Stretch, bool] | None:
    """A day by its number alone (`يوم 27`): the nearest one on or before publication."""
    if r.day is None or named.day is None:
        return UNKNOWN, True
    for back in range(3):
        month = month_of(r.day.year, r.day.month - back).start
        assert month is not None
        day = gregorian_day(month.year, month.month, named.day)
        if day is not None and day <= r.day:
            return day_of(day), True
    return None


def read_named(r: Reader, i: int) -> Piece | None:
    """A date at `i`, with its counterpart in the other calendar (`الموافق`) if one follows."""
    found = named_date(r, i)
    if found is None:
        return read_digits(r, i)
    if found.year is None and found.qualifier is None and _is_name(r, i):
        return None
    resolved = resolve(r, found)
    if resolved is None:
        return None
    piece = Piece(found.first, found.next, found.prefix, resolved[0], resolved[1])
    return with_counterpart(r, piece, found.hijri)


def _is_name(r: Reader, i: int) -> bool:
    """Whether the date at `i` is the name of something (`ثورة 25 يناير`): looks back over quotes, numbers and `من`."""
    for norm in reversed(r.norms[max(0, i - 5) : i]):
        if norm in r.words.no_date_after or norm[1:] in r.words.no_date_after:
            return True
        if not (norm[0].isdigit() or norm in _OVER or norm in r.words.ordinals):
            return False
    return False


_OVER = ("«", '"', "“", "و", "من", "/", "والعشرين")
"""What may stand between such a word and the rest of the name: quotes, and, of, and-twentieth."""


def read_digits(r: Reader, i: int) -> Piece | None:
    """A date in digits at `i`, as one token or with blanks around its strokes, Hijri where the year or هـ says so."""
    norm, after = r.norm(i), i + 1
    if not norm[:1].isdigit():
        return None
    if norm.isdigit() and len(norm) <= 4 and r.norm(i + 1) in ("/", "-") and r.norm(i + 3) == r.norm(i + 1):
        norm, after = "".join(r.norms[i : i + 5]), i + 5
    parsed = numeric_date(norm)
    if parsed is None:
        return None
    year, month, day = parsed
    hijri = 1300 <= year <= 1500
    if r.norm(after) in ("م", "ه"):
        after += 1
    stretch = hijri_stretch(year, month, day) if hijri else None
    if not hijri and (found := gregorian_day(year, month, day)) is not None:
        stretch = day_of(found)
    if stretch is None:
        return None
    return with_counterpart(r, Piece(i, after, 0, stretch), hijri)


def with_counterpart(r: Reader, piece: Piece, hijri: bool) -> Piece:
    """`9 شوال 1436هـ الموافق 25 يوليو 2015`: one time, by the Gregorian date."""
    j = piece.next
    bracket = r.norm(j) in ("(", "-", "،", "–", "/")
    if bracket:
        j += 1
    told = r.norm(j) in ("الموافق", "والموافق", "الموافقه", "موافق", "الموافقين")
    if told:
        j += 1
        if (weekday := r.words.weekdays.match(r.norms, j)) is not None:
            j = weekday.next
        if r.norm(j) in ("ل", "يوم"):
            j += 1
    elif not (hijri and bracket):
        return piece
    other = named_date(r, j)
    second: Piece | None
    if other is not None and other.day is not None and other.month:
        resolved = resolve(r, other)
        second = Piece(j, other.next, 0, *resolved) if resolved is not None else None
    else:
        second = read_digits(r, j)
    if second is None or (not told and second.stretch.start != piece.stretch.start):
        return piece
    after = second.next + 1 if r.norm(second.next) == ")" and bracket else second.next
    better = second if hijri else piece
    return Piece(piece.first, after, piece.prefix, better.stretch, better.relative)
