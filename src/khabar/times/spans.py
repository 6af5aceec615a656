"""Stretches between times and away from them: ranges, `قبل`, `بعد`, `منذ`, `حتى`, durations, what is repeated."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from khabar.text.particles import particles
from khabar.times.calendar import Stretch, day_of, moved, shifted
from khabar.times.clock import Clock, alone, before_day, read_clock
from khabar.times.dates import Named, named_date, resolve
from khabar.times.points import read_day, read_point
from khabar.times.reader import Piece, Reader, year_number
from khabar.times.relative import Amount, read_amount, year_stretch

_ENDS = ("الي", "حتي", "لغايه", "وحتي", "والي", "ولغايه")
_DASHES = ("-", "–", "—", "/")
_LASTING = ("لمده", "مده", "ولمده", "طوال", "طيله", "خلال", "مدي", "مدار", "لـ", "ظرف", "غضون")
_WHOLE = ("طوال", "طيله")
MAX_SINCE = 4
"""How many words of what something began with an open span takes (`منذ عودة حكومة طالبان`)."""


def read_range(r: Reader, i: int) -> Piece | None:
    """`من 5 إلى 7 أيلول`, `بين يناير ومارس 2014`, `من الأحد إلى الخميس`, `بين الثالثة والخامسة عصرا` at `i`."""
    norm = r.norm(i)
    between = norm.endswith("بين")
    if not between and not norm.endswith("من"):
        return None
    j = i + 1 + (r.norm(i + 1) == "يوم")
    if not r.norm(j):
        return None
    prefix = 1 if norm[0] == "و" else 0
    found = (
        _named_range(r, j, between)
        or _clock_range(r, j, between)
        or _year_range(r, j, between)
        or _point_range(r, j, between)
    )
    return None if found is None else found.grown(first=i, prefix=prefix)


def _other_end(r: Reader, j: int, between: bool) -> tuple[int, bool] | None:
    """Where the other end of a range begins, and whether a و is attached to it; None where no end is said."""
    norm = r.norm(j)
    if between:
        if norm == "و" or norm in _DASHES:
            return j + 1, False
        return (j, True) if norm[:1] == "و" else None
    return (j + 1, False) if norm in _ENDS or norm in _DASHES else None


def read_digit_range(r: Reader, i: int) -> Piece | None:
    """`5-7 أيلول`, `12 و13 مايو`, `5 إلى 7 أيلول` at the digits at `i`."""
    norm = r.norm(i)
    first, dash, last = norm.partition("-")
    if dash and first.isdigit() and last.isdigit() and len(first) <= 2 and len(last) <= 2:
        other = named_date(r, i + 1)
        if other is None or other.day is not None or not other.month or other.prefix:
            return None
        return _pair(r, Named(i, i + 1, 0, 0, int(first)), replace(other, day=int(last)))
    if not norm.isdigit() or len(norm) > 2:
        return None
    if r.norm(i + 1) not in (*_ENDS, *_DASHES, "و"):
        return _whole_range(r, i)
    if not r.norm(i + 2).isdigit():
        return None
    return _named_range(r, i, r.norm(i + 1) == "و")


def _whole_range(r: Reader, i: int) -> Piece | None:
    """`28 يناير إلى 3 فبراير 2018`, `28 يناير - 3 فبراير`: two whole dates without `من`."""
    left = named_date(r, i)
    if left is None or not left.month or r.norm(left.next) not in (*_ENDS[:2], "-", "–"):
        return None
    return _named_range(r, i, False)


def _named_range(r: Reader, j: int, between: bool) -> Piece | None:
    """Two days or months, the first taking month and year from the second where it says none."""
    left = named_date(r, j, bare_day=True)
    if left is None or left.prefix:
        return None
    other = _other_end(r, left.next, between)
    if other is None:
        return None
    k = other[0] + (r.norm(other[0]) == "يوم")
    right = named_date(r, k)
    if right is None or not right.month or right.prefix > other[1] or (left.day is None) != (right.day is None):
        return None
    return _pair(r, left, right)


def _pair(r: Reader, left: Named, right: Named) -> Piece | None:
    """The stretch from one named date to another."""
    last = resolve(r, right)
    if last is None:
        return None
    if not left.month:
        left = replace(
            left, month=right.month, hijri=right.hijri, year=right.year, qualifier=right.qualifier, given=right.given
        )
    elif left.year is None and right.year is not None and left.hijri == right.hijri:
        left = replace(left, year=right.year - (left.month > right.month), given=right.given)
    first = resolve(r, left)
    if first is None:
        return None
    start, end = first[0].start, last[0].end
    if start is not None and end is not None and start > end:
        if left.year is not None:
            return None
        start = moved(start, "year", -1)
    return Piece(left.first, right.next, 0, Stretch(start, end, last[0].precision), first[1] or last[1])


def _year_range(r: Reader, j: int, between: bool) -> Piece | None:
    """`من 2011 إلى 2014`, `بين عام 2011 وعام 2014`."""
    named = r.words.year_words.match(r.norms, j)
    said = named is not None
    left = year_number(r, named.next if named is not None else j, words=named is not None)
    if left is None:
        return None
    other = _other_end(r, left.next, between)
    if other is None:
        return None
    named = r.words.year_words.match(r.norms, other[0])
    right = year_number(r, named.next if named is not None else other[0], words=named is not None)
    if right is not None and not said and not _plain_years(r, left.number, right.number, right.next):
        return None
    first, last = year_stretch(left), year_stretch(right) if right is not None else None
    if right is None or first is None or last is None or left.number >= right.number or left.hijri != right.hijri:
        return None
    return Piece(j, right.next, 0, Stretch(first.start, last.end, "year"))


def _plain_years(r: Reader, first: int, last: int, after: int) -> bool:
    """Whether two bare numbers are years, not a count (`بين 1500 و2000 شخص`)."""
    return first >= 1850 and last <= 2099 and r.norm(after) not in r.words.no_year_before


def _clock_range(r: Reader, j: int, between: bool) -> Piece | None:
    """Two clock times; the part of the day after the second counts for both."""
    hour = r.words.hours.match(r.norms, j)
    first = read_clock(r, j)
    if first is None and hour is not None and not hour.prefix:
        first = Clock(j, hour.next, 0, f"{hour.value:02d}:00", "hour")
    if first is None and r.norm(j).isdigit() and 1 <= int(r.norm(j)) <= 12:
        first = Clock(j, j + 1, 0, f"{int(r.norm(j)):02d}:00", "hour")
    if first is None:
        return None
    other = _other_end(r, first.next, between)
    if other is None:
        return None
    last = read_clock(r, other[0])
    if last is None or last.prefix > other[1]:
        return None
    begin, later = first.time, f"{int(first.time[:2]) + 12:02d}{first.time[2:]}"
    if begin < "12:00" <= last.time and later < last.time and r.norm(first.next - 1) not in r.words.part_after.table:
        begin = later
    clock = Clock(j, last.next, 0, f"{begin}/{last.time}", max(first.precision, last.precision))
    day = read_day(r, last.next + (r.norm(last.next) in ("من", "يوم")))
    return before_day(clock, day) if day is not None and not day.prefix else alone(clock)


def _point_range(r: Reader, j: int, between: bool) -> Piece | None:
    """Any two times."""
    left = read_point(r, j)
    if left is None or left.prefix or left.kind != "date":
        return None
    other = _other_end(r, left.next, between)
    if other is None:
        return None
    right = read_point(r, other[0])
    if right is None or right.prefix > other[1] or right.kind != "date":
        return None
    start, end = left.stretch.start, right.stretch.end
    if start is not None and end is not None and start > end:
        if left.stretch.precision != "day" or (start - end).days > 7:
            return None
        start, end = (start, end + timedelta(days=7)) if r.future(j) else (start - timedelta(days=7), end)
    return Piece(j, right.next, 0, Stretch(start, end, right.stretch.precision), left.relative or right.relative)


def read_away(r: Reader, i: int) -> Piece | None:
    """`قبل ثلاثة أيام`, `بعد غد`, `قبل نهاية العام`, `منذ عامين`, `حتى 2020` at `i`."""
    norm = r.norm(i)
    joined = norm[0] == "و" and len(norm) > 3
    word = norm[1:] if joined else norm
    if word in ("قبل", "بعد", "منذ", "مذ"):
        found = _away_by(r, i, word)
        if found is None and (point := read_point(r, i + 1)) is not None and not point.prefix:
            found = _away_from(r, i, word, point)
        if found is None and word == "منذ":
            found = _since(r, i)
    else:
        j = i + 2 if word == "لغايه" and r.norm(i + 1) == "يوم" else i + 1
        point = read_point(r, j)
        found = _away_from(r, i, "حتي", point) if point is not None and not point.prefix else None
    return found.grown(prefix=1) if found is not None and joined else found


def _away_by(r: Reader, i: int, word: str) -> Piece | None:
    """So many units before or after publication, or since then; without days where they are counted from elsewhere."""
    amount = read_amount(r, i + 1)
    if amount is None or amount.prefix or amount.definite:
        return None
    if word == "بعد" and r.norm(i - 1) in (r.norm(i + 1), r.norm(i + 1) + "ا"):
        return None
    j = amount.next
    ambiguous = amount.unit == "decade" and amount.high == 1 and j == i + 2
    if ambiguous and r.norm(j)[:1].isalpha() and r.norm(j) not in particles().prepositions:
        # عقد is also the holding of a meeting: بعد عقد اجتماع.
        return None
    point = read_point(r, i + 1) if amount.low == amount.high == 1 else None
    if point is not None and point.next > j:
        return None
    if r.norm(j) in ("فقط", "تقريبا") and r.norm(j + 1) in ("من", "علي"):
        return Piece(i, j, 0, Stretch(None, None, _precision(amount.unit)))
    finer = _finer(r, amount)
    if finer is not None:
        return _compound(r, i, amount, finer, word)
    if r.norm(j) == "من" and r.norm(j + 1) in ("الان", "اليوم"):
        return _counted_off(r, i, j + 2, amount, word)
    if (r.norm(j) == "من" and word in ("قبل", "بعد")) or (r.norm(j) == "علي" and word == "بعد"):
        return Piece(i, j, 0, Stretch(None, None, _precision(amount.unit)))
    return _counted_off(r, i, j, amount, word)


_ORDER = ("century", "decade", "year", "month", "week", "day")


def _finer(r: Reader, amount: Amount) -> Amount | None:
    """The finer amount joined to one (`عام وشهرين`), or None."""
    j = amount.next
    more = read_amount(r, j + (r.norm(j) == "و")) if r.norm(j)[:1] == "و" else None
    if more is None or more.definite or not more.low == more.high > 0 or amount.low != amount.high:
        return None
    if amount.unit not in _ORDER or more.unit not in _ORDER:
        return None
    return more if _ORDER.index(more.unit) > _ORDER.index(amount.unit) else None


def _compound(r: Reader, i: int, amount: Amount, finer: Amount, word: str) -> Piece:
    """A stretch two amounts away (`قبل عام وشهرين`): the finer unit tells its width."""
    after, kind = finer.next, "open span" if word in ("منذ", "مذ") else "date"
    if r.norm(after) == "من" and r.norm(after + 1) in ("الان", "اليوم"):
        after += 2
    unknown = Stretch(None, None, _precision(finer.unit))
    sign = 1 if word == "بعد" else -1
    first = moved(r.day, amount.unit, sign * amount.low) if r.day is not None else None
    stretch = shifted(first, finer.unit, sign * finer.low, r.words.first_weekday) if first is not None else None
    stretch = stretch or unknown
    return Piece(i, after, 0, stretch._replace(end=None) if kind == "open span" else stretch, True, None, kind)


def _precision(unit: str) -> str:
    """The precision of a unit; nothing is coarser than a decade."""
    return "decade" if unit == "century" else unit


def _counted_off(r: Reader, i: int, after: int, amount: Amount, word: str) -> Piece:
    """The stretch that lies an amount away from publication."""
    kind = "open span" if word in ("منذ", "مذ") else "date"
    precision = _precision(amount.unit)
    if r.day is None:
        return Piece(i, after, 0, Stretch(None, None, precision), True, kind=kind)
    sign = 1 if word == "بعد" else -1
    clock = None
    stretch: Stretch | None
    if amount.unit in ("hour", "minute"):
        stretch, clock = _hours_off(r, r.day, amount, sign)
    elif amount.low == amount.high:
        stretch = shifted(r.day, amount.unit, sign * amount.low, r.words.first_weekday)
    else:
        ends = [moved(r.day, amount.unit, sign * n) for n in (amount.low, amount.high)]
        stretch = Stretch(ends[sign < 0], ends[sign > 0], precision)
    stretch = stretch or Stretch(None, None, precision)
    if kind == "open span":
        stretch, clock = stretch._replace(end=None), None
    return Piece(i, after, 0, stretch, True, clock, kind)


def _hours_off(r: Reader, day: date, amount: Amount, sign: int) -> tuple[Stretch, str | None]:
    """Hours or minutes from the minute of publication where it is known, else its day."""
    minutes = amount.high * (60 if amount.unit == "hour" else 1)
    if amount.low != amount.high:
        return Stretch(day, day, amount.unit), None
    if r.moment is not None and minutes < 10**6:
        then = r.moment + timedelta(minutes=sign * minutes)
        return day_of(then.date())._replace(precision=amount.unit), f"{then:%H:%M}"
    whole = day + timedelta(days=sign * (min(minutes, 10**7) // 1440))
    return Stretch(whole, whole, amount.unit), None


def _away_from(r: Reader, i: int, word: str, point: Piece) -> Piece | None:
    """Before, after, since or until a time: open at one end. With a clock time it stays that day."""
    if point.kind != "date":
        return point.grown(first=i, prefix=0) if word == "منذ" else None
    start, end, precision = point.stretch
    if word in ("قبل", "بعد") and (point.clock is not None or precision in ("hour", "minute")):
        return point.grown(first=i, prefix=0)
    if word == "قبل" and (third := r.words.thirds.match(r.norms, point.first)) is not None and third.value == 2:
        # Before the end of a stretch is before its last day, not before its last third.
        return Piece(i, point.next, 0, Stretch(None, end, precision), point.relative, None, "open span")
    one = timedelta(days=1)
    opened = {
        "قبل": Stretch(None, start - one if start is not None else None, precision),
        "بعد": Stretch(end + one if end is not None else None, None, precision),
        "حتي": Stretch(None, end, precision),
    }.get(word, Stretch(start, None, precision))
    return Piece(i, point.next, 0, opened, point.relative, None, "open span")


def _since(r: Reader, i: int) -> Piece | None:
    """`منذ عودة حكومة طالبان`: open, from something the text names by no date."""
    grammar = particles()
    j = i + 1
    while j < r.count and j <= i + MAX_SINCE and r.tokens[j].kind == "word":
        norm = r.norm(j)
        if j > i + 1 and (
            norm in grammar.prepositions
            or norm in grammar.complementizers
            or norm in grammar.relatives
            or norm[0] == "و"
        ):
            break
        j += 1
        if norm in ("ان", "متي"):
            break
    return Piece(i, j, 0, Stretch(None, None, "open"), False, None, "open span") if j > i + 1 else None


def read_duration(r: Reader, i: int) -> Piece | None:
    """`ثلاثة أيام`, `20 عاما`, `ساعتين`, `لمدة أسبوع`: how long, not when. Ages are left out."""
    amount = read_amount(r, i)
    if amount is None or _is_age(r, i, amount.next):
        return None
    unit = r.words.units.match(r.norms, i)
    before = r.norm(i - 1)
    lasting = before in _LASTING or before.lstrip("و") in _LASTING or (before == "علي" and r.norm(i) == "مدي")
    if unit is not None and unit.value.number != 2:
        once = r.norm(amount.next - 1) in ("واحد", "واحده", "كامل", "كامله", "ونصف", "وربع")
        if not (lasting or once) or (unit.value.definite and before not in _WHOLE) or unit.value.name == "minute":
            return None
    elif amount.definite and not lasting:
        return None
    return Piece(i, amount.next, amount.prefix, Stretch(None, None, _precision(amount.unit)), False, None, "duration")


def _is_age(r: Reader, i: int, after: int) -> bool:
    """Whether an amount is somebody's age: in brackets, or after `عمر`."""
    if r.norm(i - 1) == "(" and r.norm(after) == ")":
        return True
    return any("عمر" in n and len(n) <= 6 for n in r.norms[max(0, i - 3) : i])


def read_repeated(r: Reader, i: int) -> Piece | None:
    """`كل يوم`, `كل ثلاثاء`, `كل ستة أشهر`, `يوميا` at `i`."""
    norm = r.norm(i)
    if norm in r.words.repeated:
        unit = {"يوميا": "day", "اسبوعيا": "week", "شهريا": "month"}.get(norm, "year")
        return Piece(i, i + 1, 0, Stretch(None, None, unit), False, None, "repeated")
    j = i + 1
    prefix = 1 if norm[0] in "وفبل" and len(norm) > 2 else 0
    day = r.words.weekdays.match(r.norms, j + 1) or r.words.bare_weekdays.match(r.norms, j + 1)
    j += r.norm(j) == "يوم" and day is not None
    weekday = r.words.weekdays.match(r.norms, j) or r.words.bare_weekdays.match(r.norms, j)
    if weekday is not None and not weekday.prefix:
        return Piece(i, weekday.next, prefix, Stretch(None, None, "day"), False, None, "repeated")
    part = r.words.part_before.match(r.norms, j)
    if part is not None and not part.prefix and r.norm(j) not in ("بعد", "قبل"):
        return Piece(i, part.next, prefix, Stretch(None, None, "day"), False, part.value, "repeated")
    amount = read_amount(r, j)
    if amount is None or amount.definite or amount.prefix or r.norm(amount.next) in ("وانتم", "علي"):
        return None
    return Piece(i, amount.next, prefix, Stretch(None, None, _precision(amount.unit)), False, None, "repeated")
