"""Times told from the day of publication: days, nights, `الأسبوع الماضي`, `الأيام الثلاثة الماضية`, parts of years."""

from __future__ import annotations

from datetime import timedelta
from typing import NamedTuple

from khabar.text.number_words import number_words, read_cardinal
from khabar.times.calendar import (
    Stretch,
    century_of,
    day_of,
    decade_of,
    moved,
    part_of_year,
    season_of,
    shifted,
    third_of,
    week_of,
    year_of,
)
from khabar.times.dates import hijri_stretch, read_named, read_weekday
from khabar.times.reader import UNKNOWN, Piece, Reader, Year, ordinal, qualifier, year_number

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
        count = unit.value.count
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
    if unit is None or unit.prefix or unit.value.count == 2:
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
        and not (r.norm(i - 1) == "في" and qualifier(r, after) is None and r.norm(i) == "اليوم" and r.norm(after) == "ال")
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
        return piece
    dated = read_weekday(r, j)
    after = dated.next if dated is not None else found.next
    if r.norm(after) == ")" and j > piece.next:
        after += 1
    if dated is not None and not dated.relative:
        return piece.grown(after=after) if dated.stretch.start is None else Piece(piece.first, after, piece.prefix, dated.stretch)
    day = piece.stretch.start
    if day is None:
        return piece.grown(after=after)
    off = (found.value - day.weekday() + 3) % 7 - 3
    return Piece(piece.first, after, piece.prefix, day_of(day + timedelta(days=off)), True)


def read_turned(r: Reader, i: int) -> Piece | None:
    """`الشهر الماضي`, `هذا العام`, `العامين الماضيين`, `الأيام الثلاثة الماضية`, `الـ24 ساعة الماضية` at `i`."""
    if r.norm(i) in ("هذا", "هذه", "وهذا", "وهذه", "بهذا", "لهذا"):
        unit = r.words.units.match(r.norms, i + 1)
        if unit is None or not unit.value.definite or unit.value.count != 1 or unit.prefix:
            return None
        if unit.value.name in ("day", "hour", "minute"):
            return None
        return _turned(r, i, unit.next, len(r.norm(i)) - (3 if r.norm(i).endswith(("هذا", "هذه")) else 0), unit.value.name, 0)
    if r.norm(i - 1) in r.words.no_unit_after:
        return None
    unit = r.words.units.match(r.norms, i)
    if unit is not None and unit.value.definite and unit.value.count == 1:
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
    if unit is not None and unit.value.count == 0:
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
    return None if found is None else Piece(i, after, prefix, found, True)


def _stretch_of_many(r: Reader, i: int, amount: Amount, value: int, after: int) -> Piece:
    """The last or the next so many units: to or from the day of publication; open where no number is said."""
    unit = amount.unit if amount.unit != "century" else "decade"
    if r.day is None:
        return Piece(i, after, amount.prefix, Stretch(None, None, unit), True)
    open_end = amount.low != amount.high
    far = None if open_end else moved(r.day, amount.unit, value * amount.high)
    if amount.unit in ("hour", "minute") and far is not None:
        far = r.day + timedelta(days=value * max(1, amount.high // 24)) if amount.unit == "hour" else r.day
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
            return _year_pair(i, i + 1, int(first), int(last) if len(last) == 4 else int(first) // 100 * 100 + int(last), stroke)
    if len(norm) == 4 and r.norm(i + 1) in ("-", "–", "/") and r.norm(i + 2).isdigit() and len(r.norm(i + 2)) == 4:
        return _year_pair(i, i + 3, int(norm), int(r.norm(i + 2)), "-")
    year = year_number(r, i)
    if year is None or (year.next == i + 1 and not _year_place(r, i)):
        return None
    stretch = year_stretch(year)
    return None if stretch is None else Piece(i, year.next, 0, stretch)


def _said_year(r: Reader, i: int, count: int, after: int, prefix: int) -> Piece | None:
    """A year after `عام`, or two after `عامي`."""
    if r.norm(after)[:1].isdigit() and not r.norm(after).isdigit():
        pair = read_year(r, after)
        return None if pair is None else pair.grown(first=i, prefix=prefix)
    year = year_number(r, after, words=True)
    if year is None or r.norm(i - 1) in ("مءه",):
        return None
    stretch = year_stretch(year)
    if stretch is None:
        return None
    j = year.next
    if count == 2 and r.norm(j) in ("و", "الي", "-", "حتي"):
        other = year_number(r, j + 1)
        last = year_stretch(other) if other is not None else None
        if other is not None and last is not None:
            return Piece(i, other.next, prefix, Stretch(stretch.start, last.end, "year"))
    return Piece(i, j, prefix, stretch)


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
    if before not in number_words().year_after or before == "بين":
        return False
    after = r.norm(i + 1)
    return r.words.units.match(r.norms, i + 1) is None and after not in _COUNTED_AFTER and not after.endswith("ا")


_COUNTED_AFTER = frozenset(
    ("شخص", "دولار", "يورو", "كيلومتر", "كم", "متر", "جندي", "قتيل", "مدني", "اسره", "عاءله", "طن", "جنيه", "ريال", "درهم", "مليون", "مليار",
     "طفل", "منزل", "وحده", "نسمه", "مقاتل", "مسلح", "لاجيء", "موقع", "هكتار", "برميل", "نقطه", "ميغاواط", "%")
)  # fmt: skip


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
    year = read_turned(r, j) or read_year(r, j) or (_current(r, j) if r.norm(j - 1) == "من" else None)
    bare = year_number(r, j) if year is None else None
    if bare is not None and (stretch := year_stretch(bare)) is not None:
        year = Piece(j, bare.next, 0, stretch)
    if year is None or year.stretch.precision != "year" or year.stretch.start != _january(year):
        return None
    if year.stretch.start is None:
        return Piece(i, year.next, found.prefix, Stretch(None, None, "season"), True)
    part = part_of_year(year.stretch.start.year, months, number[0])
    return None if part is None else Piece(i, year.next, found.prefix, part, year.relative)


def _january(year: Piece) -> object:
    """The first day of a piece's Gregorian year, or None."""
    return None if year.stretch.start is None else year.stretch.start.replace(month=1, day=1)


def _current(r: Reader, i: int) -> Piece | None:
    """`الشهر`, `العام`, `الأسبوع` with nothing after it: the one of the publication, after `نهاية` and the like."""
    unit = r.words.units.match(r.norms, i)
    if unit is None or not unit.value.definite or unit.value.count != 1 or unit.prefix:
        return None
    if unit.value.name not in ("week", "month", "year"):
        return None
    return _turned(r, i, unit.next, 0, unit.value.name, 0)


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
        after = j + 2 if r.norm(j) == "القرن" else found.next
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
    if norm in ("اول", "اخر", "وسط") and not (inner.stretch.precision in ("month", "year") and r.norm(j).startswith("ال")):
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
        or _current(r, j)
    )


def _weekend(r: Reader, i: int) -> Piece | None:
    """`عطلة نهاية الأسبوع`, with `الماضي` or `المقبل` or not."""
    if r.norm(i + 1) != "نهايه" or r.norm(i + 2) != "الاسبوع":
        return None
    value = qualifier(r, i + 3)
    after = i + 3 + (value is not None)
    if r.day is None:
        return Piece(i, after, 0, UNKNOWN, True)
    week = week_of(r.day + timedelta(days=7 * (value or 0)), r.words.weekend[0])
    assert week.start is not None
    first = week.start
    return Piece(i, after, 0, Stretch(first, first + timedelta(days=len(r.words.weekend) - 1), "day"), True)
