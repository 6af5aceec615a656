"""Times told from the day of publication: days, nights, `الأسبوع الماضي`, `الأيام الثلاثة الماضية`, parts of years."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

from khabar.text.number_words import number_words, read_cardinal
from khabar.times.calendar import (
    Stretch,
    day_of,
    decade_of,
    hijri_stretch,
    moved,
    shifted,
    year_of,
)
from khabar.times.dates import named_date, read_named
from khabar.times.reader import UNKNOWN, Piece, Reader, Year, qualifier, year_number
from khabar.times.weekdays import read_weekday

FEW = (3, 10)
"""What a plural without a number can mean (`قبل أيام`): the Arabic plural of few."""
_ABOUT = ("نحو", "حوالي", "قرابه", "زهاء", "مدي", "مده")
_MORE = (("اكثر", "من"), ("اقل", "من"), ("ما", "يقارب"), ("ما", "يزيد"), ("ما", "يقرب", "من"))


class Amount(NamedTuple):
    """A number of units: least and most, the unit, the index after, whether ال is on it, letters of clitics."""

    low: int
    high: int
    unit: str
    next: int
    definite: bool
    prefix: int


def read_amount(r: Reader, i: int) -> Amount | None:
    """`ثلاثة أيام`, `عامين`, `نحو 20 دقيقة`, `عدة أشهر`, `نصف ساعة`, `أسبوع` at `i`."""
    j = i
    while r.norm(j) in _ABOUT:
        j += 1
    for phrase in _MORE:
        if tuple(r.norms[j : j + len(phrase)]) == phrase:
            j += len(phrase) + (r.norm(j + len(phrase)) in ("عن", "علي"))
    unit = r.words.units.match(r.norms, j)
    if unit is not None:
        count = unit.value.number
        after = _and_half(r, unit.next)
        if count == 1 and r.norm(after) in ("واحد", "واحده", "كامل", "كامله"):
            after += 1
        low, high = (count, count) if count else FEW
        return Amount(low, high, unit.value.name, after, unit.value.definite, unit.prefix if j == i else 0)
    return _counted(r, j, j == i)


def _counted(r: Reader, j: int, first: bool) -> Amount | None:
    """A number and its unit."""
    norm = r.norm(j)
    if not norm:
        return None
    low = high = 0
    definite = norm in ("ال", "لل") or norm.startswith("ال")
    k = j + 1 if norm in ("ال", "بال", "لل") and r.norm(j + 1)[:1].isdigit() else j
    words = number_words()
    atom = words.atoms.get(r.norm(k))
    if norm in words.vague and words.vague[norm][0] in (3, 20, 200):
        few, most, _, _ = words.vague[norm]
        low, high, after = few, most or few, k + 1
    elif atom is not None and atom.kind == "fractions":
        low, high, after = 0, 1, k + 1
    elif (read := read_cardinal(r.norms, k)) is not None:
        low = high = read[0]
        after = read[1]
    else:
        return None
    if r.norm(after) == "او" and (other := read_cardinal(r.norms, after + 1)) is not None and other[0] > low:
        high, after = other[0], other[1]
    unit = r.words.units.match(r.norms, after)
    if unit is None or unit.prefix or unit.value.number == 2:
        return None
    prefix = words.atoms[norm].prefix if first and norm in words.atoms and not words.atoms[norm].definite else 0
    after = _and_half(r, unit.next)
    return Amount(low, high, unit.value.name, after, definite or unit.value.definite, prefix)


def _and_half(r: Reader, i: int) -> int:
    """The index after `ونصف` (and `ونصف العام`) at `i`, or `i`."""
    if r.norm(i) in ("ونصف", "والنصف", "وربع"):
        unit = r.words.units.match(r.norms, i + 1)
        return unit.next if unit is not None and unit.value.definite and not unit.prefix else i + 1
    return i


def read_deictic(r: Reader, i: int) -> Piece | None:
    """`اليوم`, `أمس الاثنين`, `أول من أمس`, `بعد غد`, `الليلة قبل الماضية` at `i`."""
    start, j, before = i, i, 0
    if r.norm(i) in ("يوم", "ويوم", "نهار"):
        j, before = i + 1, len(r.norm(i)) - 3 if r.norm(i) != "نهار" else 0
    night = r.words.nights.match(r.norms, i)
    if night is not None:
        return _night(r, i, night.value, night.next, night.prefix)
    found = r.words.deictic_days.match(r.norms, j)
    if found is None or (j > start and found.prefix):
        return None
    if found.value == 0 and not _is_today(r, j, found.next):
        return None
    prefix = before if j > start else found.prefix
    day = None if r.day is None else r.day + timedelta(days=found.value)
    piece = Piece(start, found.next, prefix, UNKNOWN if day is None else day_of(day), True)
    return _with_weekday(r, piece)


def _is_today(r: Reader, i: int, after: int) -> bool:
    """Whether `اليوم` is today: not in a name (`المصري اليوم`), not `اليوم التالي`, not a bare `يوم` with a clitic."""
    return (
        r.norm(i - 1) not in r.words.no_today_after
        and r.norm(after) not in r.words.no_today_before
        and not (
            r.norm(i - 1) == "في" and qualifier(r, after) is None and r.norm(i) == "اليوم" and r.norm(after) == "ال"
        )
    )


def _night(r: Reader, i: int, turn: int, after: int, prefix: int) -> Piece:
    """A night: from the day it begins on to the next."""
    if r.day is None:
        return Piece(i, after, prefix, UNKNOWN, True, "20:00/04:00")
    day = r.day + timedelta(days=turn)
    end = day if turn == 0 else day + timedelta(days=1)
    return Piece(i, after, prefix, Stretch(day, end, "day"), True, "20:00/04:00")


def _with_weekday(r: Reader, piece: Piece) -> Piece:
    """`أمس الاثنين`, `اليوم (الأحد)`: where a page is dated a day late, the weekday tells which day is meant."""
    j = piece.next + (r.norm(piece.next) in ("(", "،", ",", "-"))
    found = r.words.weekdays.match(r.norms, j)
    if found is None or found.prefix:
        named = named_date(r, j)
        dated = read_named(r, j) if named is not None and named.day and named.month and not named.prefix else None
        if dated is None or (dated.relative and dated.stretch != piece.stretch):
            return piece
        after = dated.next + (j > piece.next and r.norm(dated.next) == ")")
        return Piece(piece.first, after, piece.prefix, dated.stretch, dated.relative)
    dated = read_weekday(r, j)
    after = dated.next if dated is not None else found.next
    if r.norm(after) == ")" and j > piece.next:
        after += 1
    if dated is not None and not dated.relative:
        return (
            piece.grown(after=after)
            if dated.stretch.start is None
            else Piece(piece.first, after, piece.prefix, dated.stretch)
        )
    day = piece.stretch.start
    if day is None:
        return piece.grown(after=after)
    off = (found.value - day.weekday() + 3) % 7 - 3
    return Piece(piece.first, after, piece.prefix, day_of(day + timedelta(days=off)), True)


def read_turned(r: Reader, i: int) -> Piece | None:
    """`الشهر الماضي`, `هذا العام`, `العامين الماضيين`, `الأيام الثلاثة الماضية`, `الـ24 ساعة الماضية` at `i`."""
    if r.norm(i) in ("هذا", "هذه", "وهذا", "وهذه", "بهذا", "لهذا"):
        unit = r.words.units.match(r.norms, i + 1)
        if unit is None or not unit.value.definite or unit.value.number != 1 or unit.prefix:
            return None
        if unit.value.name in ("day", "hour", "minute"):
            return None
        return _turned(
            r, i, unit.next, len(r.norm(i)) - (3 if r.norm(i).endswith(("هذا", "هذه")) else 0), unit.value.name, 0
        )
    if r.norm(i - 1) in r.words.no_unit_after:
        return None
    unit = r.words.units.match(r.norms, i)
    if unit is not None and unit.value.definite and unit.value.number == 1:
        name, j = unit.value.name, unit.next
        if name == "year" and r.norm(j) in ("المالي", "الدراسي", "الميلادي", "الهجري"):
            j += 1
        value = qualifier(r, j, unit=True)
        if value is None or (name == "day" and value <= 0):
            return None
        if name in ("hour", "minute"):
            return _stretch_of_many(r, i, Amount(1, 1, name, j, True, unit.prefix), value, j + 1)
        return _turned(r, i, j + 1, unit.prefix, name, value)
    amount = read_amount(r, i)
    if amount is None:
        return None
    j, low, high = amount.next, amount.low, amount.high
    if unit is not None and unit.value.number == 0:
        if (counted := read_cardinal(r.norms, j)) is not None and r.norm(j).startswith("ال"):
            low = high = counted[0]
            j = counted[1]
        elif r.norm(j) == "ال" and r.norm(j + 1).isdigit():
            low = high = int(r.norm(j + 1))
            j += 2
    while r.norm(j) in ("القليله", "القليلين", "القلاءل", "المعدوده"):
        j += 1
    value = qualifier(r, j, unit=True)
    if value is None or value == 0:
        return None
    return _stretch_of_many(r, i, amount._replace(low=low, high=high), value, j + 1)


def _turned(r: Reader, i: int, after: int, prefix: int, unit: str, value: int) -> Piece | None:
    """One unit of the calendar, before, around or after publication; the number of a year may stand after it."""
    if unit == "year" and (year := year_number(r, after)) is not None:
        stretch = year_stretch(year)
        if stretch is not None:
            return Piece(i, year.next, prefix, stretch)
    if r.day is None:
        return Piece(i, after, prefix, Stretch(None, None, unit if unit != "century" else "decade"), True)
    found = shifted(r.day, unit, value, r.words.first_weekday)
    if unit == "decade":
        found = decade_of(r.day.year + 10 * value)
    return None if found is None else Piece(i, after, prefix, found, True)


def _stretch_of_many(r: Reader, i: int, amount: Amount, value: int, after: int) -> Piece:
    """The last or the next so many units: to or from the day of publication; open where no number is said."""
    unit = amount.unit if amount.unit != "century" else "decade"
    if r.day is None:
        return Piece(i, after, amount.prefix, Stretch(None, None, unit), True)
    open_end = amount.low != amount.high
    far = None if open_end else moved(r.day, amount.unit, value * amount.high)
    if amount.unit in ("hour", "minute") and far is not None:
        far = moved(r.day, "day", value * max(1, amount.high // 24)) if amount.unit == "hour" else r.day
    start, end = (far, r.day) if value < 0 else (r.day, far)
    return Piece(i, after, amount.prefix, Stretch(start, end, unit), True, kind="open span" if open_end else "date")


def year_stretch(year: Year) -> Stretch | None:
    """The days of a year of either calendar."""
    return hijri_stretch(year.number, None, None) if year.hijri else year_of(year.number)


def read_year(r: Reader, i: int) -> Piece | None:
    """`عام 2014`, `سنة ألفين وعشرة`, `عامي 2013 و2014`, `2014م`, `1436هـ`, `2014-2015` at `i`."""
    found = r.words.year_words.match(r.norms, i)
    if found is not None:
        return _said_year(r, i, found.value, found.next, found.prefix)
    norm = r.norm(i)
    if not norm[:1].isdigit():
        return None
    for stroke in ("-", "/"):
        first, _, last = norm.partition(stroke)
        if len(first) == 4 and first.isdigit() and last.isdigit() and len(last) in (2, 4):
            return _year_pair(
                i, i + 1, int(first), int(last) if len(last) == 4 else int(first) // 100 * 100 + int(last), stroke
            )
    if len(norm) == 4 and norm.isdigit() and r.norm(i + 1) in ("-", "–", "/"):
        last = r.norm(i + 2)
        if len(last) == 4 and last.isdigit():
            return _year_pair(i, i + 3, int(norm), int(last), "-")
    year = year_number(r, i)
    if year is not None and year.next > i + 1 and int(norm) % 1000 == 0:
        # 1000 م: metres.
        return None
    if year is None or (year.next == i + 1 and not _year_place(r, i)):
        return None
    stretch = year_stretch(year)
    return None if stretch is None else Piece(i, year.next, 0, stretch)


def _said_year(r: Reader, i: int, count: int, after: int, prefix: int) -> Piece | None:
    """A year after `عام`, or two after `عامي`."""
    if r.norm(after)[:1].isdigit() and not r.norm(after).isdigit():
        pair = read_year(r, after)
        return None if pair is None else pair.grown(first=i, prefix=prefix)
    bracket = r.norm(after) == "("
    year = year_number(r, after + bracket, words=True)
    if year is not None and bracket:
        year = _in_brackets(r, year)
    if year is None or r.norm(i - 1) in ("مءه",):
        return None
    stretch = year_stretch(year)
    if stretch is None:
        return None
    j = year.next
    if (count == 2 and r.norm(j) in ("و", "الي", "حتي")) or r.norm(j) in ("-", "–", "/"):
        other = year_number(r, j + 1)
        last = year_stretch(other) if other is not None else None
        if other is not None and last is not None and other.number > year.number:
            return Piece(i, other.next, prefix, Stretch(stretch.start, last.end, "year"))
    return Piece(i, j, prefix, stretch)


def _in_brackets(r: Reader, year: Year) -> Year | None:
    """A year whose bracket closes after it, with هجري after that or not (`عام (1325) هجري`)."""
    if r.norm(year.next) != ")":
        return None
    hijri = r.norm(year.next + 1) in ("هجري", "هجريه", "ه")
    return Year(year.number, year.hijri or hijri, year.next + 1 + hijri)


def _year_pair(i: int, after: int, first: int, last: int, stroke: str) -> Piece | None:
    """Two years with a stroke between them: a stretch from one to the other."""
    if not 1850 <= first < last <= first + (100 if stroke == "-" else 1) or last > 2199:
        return None
    return Piece(i, after, 0, Stretch(year_of(first).start, year_of(last).end, "year"))


def _year_place(r: Reader, i: int) -> bool:
    """Whether a bare number of four digits at `i` stands where years stand and counts nothing."""
    number = int(r.norm(i))
    if not 1850 <= number <= 2099 or number == 2000 or (number % 1000 == 0):
        return False
    before = r.norm(i - 1).lstrip("و")
    if before == "(" and r.norm(i + 1) == ")":
        return True
    if before not in number_words().year_after or before == "بين":
        return False
    after = r.norm(i + 1)
    return (
        r.words.units.match(r.norms, i + 1) is None and after not in r.words.no_year_before and not after.endswith("ا")
    )


def read_current(r: Reader, i: int) -> Piece | None:
    """`الشهر`, `العام`, `الأسبوع` with nothing after it: the one of the publication, after `نهاية` and the like."""
    unit = r.words.units.match(r.norms, i)
    if unit is None or not unit.value.definite or unit.value.number != 1 or unit.prefix:
        return None
    if unit.value.name not in ("week", "month", "year"):
        return None
    return _turned(r, i, unit.next, 0, unit.value.name, 0)
