"""One point or stretch of time at a token: which reader is asked for which word, and in what order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from khabar.lexicon.words import word_list
from khabar.text.number_words import number_words
from khabar.text.particles import particle_of
from khabar.times.calendar import Stretch, year_of
from khabar.times.clock import Clock, alone, before_day, in_part_of, read_clock, read_part_before, with_clock
from khabar.times.dates import read_named
from khabar.times.periods import read_decade, read_part_of_year, read_season, read_third
from khabar.times.reader import Piece, Reader, year_number
from khabar.times.relative import read_deictic, read_turned, read_year
from khabar.times.vocabulary import vocabulary
from khabar.times.weekdays import read_weekday

ReadAt = Callable[[Reader, int], Piece | None]
_TO_DAY = ("من", "يوم", "في", "،", "نهار")
_JOINING = ("", "و", "ف", "ب", "ل")


def read_point(r: Reader, i: int) -> Piece | None:
    """The time that begins at `i`, with its clock time, or None."""
    norm = r.norm(i)
    for read in _readers(norm):
        piece = read(r, i)
        if piece is not None:
            return with_clock(r, piece)
    return None


def read_day(r: Reader, i: int) -> Piece | None:
    """A day at `i`, for what stands before it (`فجر`, `الساعة الثالثة من`)."""
    for read in (read_deictic, read_weekday, read_named):
        piece = read(r, i)
        if piece is not None:
            return piece if piece.stretch.precision == "day" else None
    return None


def read_part_of_day(r: Reader, i: int) -> Piece | None:
    """A part of the day before its day: `فجر الجمعة`, `مساء أول من أمس`."""
    part = read_part_before(r, i)
    if part is None or r.words.nights.match(r.norms, i) is not None:
        return None
    j = part.next + (r.norm(part.next) in ("من", "ال"))
    day = read_day(r, j)
    if day is None or day.prefix:
        return None
    following = r.words.weekdays.match(r.norms, day.next + (r.norm(day.next) in ("-", "/", "الي", "–")))
    found = before_day(part, day.grown(prefix=0)) if day.clock is None else day.grown(first=i, prefix=part.prefix)
    if part.time.startswith(("20", "00")) and following is not None and following.prefix <= 1:
        return _between(r, found, following.next)
    hour = read_clock(r, found.next + (r.norm(found.next) in ("في", "عند")))
    if hour is not None and r.norm(hour.first) in ("الساعه",):
        return before_day(in_part_of(hour, part), day).grown(first=i, after=hour.next, prefix=part.prefix)
    return found


def _between(r: Reader, night: Piece, after: int) -> Piece:
    """`ليل السبت الأحد`: the night from one day to the next."""
    last = read_weekday(r, after - 1)
    if last is None or last.stretch.end is None or night.stretch.start is None:
        return night
    gap = (last.stretch.end - night.stretch.start).days
    if gap != 1:
        return night
    return Piece(night.first, last.next, night.prefix, night.stretch._replace(end=last.stretch.end), True, night.clock)


def read_middle(r: Reader, i: int) -> Piece | None:
    """`منتصف الليل`, `منتصف النهار`: twelve o'clock, of the day that follows if one does."""
    prefix = len(r.norm(i)) - 5
    time = {"الليل": "00:00", "النهار": "12:00"}.get(r.norm(i + 1))
    if time is None:
        return None
    clock = Clock(i, i + 2, prefix, time, "hour")
    day = read_day(r, i + 2)
    return before_day(clock, day) if day is not None and not day.prefix and day.clock is None else alone(clock)


def read_this_part(r: Reader, i: int) -> Piece | None:
    """`هذا الصباح`, `هذا المساء`, `هذه الليلة`: a part of the day of publication."""
    found = r.words.parts.match(r.norms, i + 1)
    if found is None or found.prefix or not r.norm(i + 1).startswith("ال"):
        return None
    prefix = max(0, len(r.norm(i)) - 3)
    day = Stretch(r.day, r.day, "day")
    return Piece(i, found.next, prefix, day, True, found.value)


def read_hour(r: Reader, i: int) -> Piece | None:
    """A clock time, with the part of the day and the day after it (`الثامنة من مساء الخميس`), or alone."""
    clock = read_clock(r, i)
    if clock is None:
        return _hour_of_part(r, i)
    j = clock.next
    while r.norm(j) in _TO_DAY and j < clock.next + 2:
        j += 1
    this = read_this_part(r, j) if r.norm(j) in ("هذا", "هذه") else None
    if this is not None and this.clock is not None:
        clock = in_part_of(clock, Clock(j, this.next, 0, this.clock, "day"))
        return before_day(clock, this.grown(after=this.next))
    part = read_part_of_day(r, j)
    if part is not None and part.clock is not None and not part.prefix:
        words = read_part_before(r, j)
        if words is not None:
            clock = in_part_of(clock, words)
            return before_day(
                clock, Piece(part.first, part.next, 0, part.stretch._replace(precision="day"), part.relative)
            )
    day = read_day(r, j)
    if day is not None and not day.prefix and day.clock is None:
        return before_day(clock, day)
    words = read_part_before(r, j)
    return alone(in_part_of(clock, words) if words is not None and r.norm(clock.next) == "من" else clock)


def _hour_of_part(r: Reader, i: int) -> Piece | None:
    """`الثالثة من فجر اليوم`: an hour without `الساعة` that a part of the day makes one."""
    hour = r.words.hours.match(r.norms, i)
    if hour is None or hour.prefix > 1 or r.norm(hour.next) != "من":
        return None
    part = read_part_of_day(r, hour.next + 1)
    words = read_part_before(r, hour.next + 1)
    if part is None or words is None or words.prefix:
        return None
    clock = in_part_of(Clock(i, hour.next, hour.prefix, f"{hour.value:02d}:00", "hour"), words)
    return before_day(clock, Piece(part.first, part.next, 0, part.stretch._replace(precision="day"), part.relative))


_DIGITS: tuple[ReadAt, ...] = (read_hour, read_named, read_turned, read_year)


def _readers(norm: str) -> tuple[ReadAt, ...]:
    """The readers to ask for a word, in order."""
    if norm[:1].isdigit():
        return _DIGITS
    return _dispatch().get(norm, ())


@lru_cache(maxsize=1)
def _dispatch() -> dict[str, tuple[ReadAt, ...]]:
    """For every word a point of time can begin with, the readers to ask."""
    v = vocabulary()
    days = _clitics(("يوم", "نهار"))
    numbers = set(number_words().atoms) | set(number_words().vague)
    ordinals = {
        c + w for w in (*v.ordinals, "الحادي", "الحاديه", "العشرين", "الثلاثين", "اول", "فاتح") for c in _JOINING
    }
    ordinals |= {"ل" + w[1:] for w in v.ordinals}
    hours = set(v.hours.table) | _clitics(("الساعه",)) | {"للساعه"}
    these = {"هذا", "هذه", "وهذا", "وهذه", "بهذا", "لهذا"}
    order: tuple[tuple[ReadAt, Iterable[str]], ...] = (
        (read_middle, _clitics(("منتصف",))),
        (read_this_part, these),
        (read_part_of_day, v.part_before.table),
        (read_deictic, {*v.deictic_days.table, *v.nights.table, *days}),
        (read_hour, hours),
        (read_weekday, {*v.weekdays.table, *days}),
        (read_turned, {*v.units.table, *these, *numbers, "ال"}),
        (read_third, {*v.thirds.table, "عطله"}),
        (read_part_of_year, v.fractions.table),
        (
            read_named,
            {*v.gregorian.table, *v.hijri.table, *days, *ordinals, *numbers, "شهر", "بشهر", "لشهر", "وشهر", "الشهر"},
        ),
        (read_year, v.year_words.table),
        (read_season, {*v.seasons.table, "هذا"}),
        (read_decade, {*v.decades.table, "القرن", "والقرن", "للقرن", "بالقرن"}),
    )
    table: dict[str, list[ReadAt]] = {}
    for read, words in order:
        for word in words:
            table.setdefault(word, []).append(read)
    return {word: tuple(readers) for word, readers in table.items()}


def _clitics(words: tuple[str, ...]) -> set[str]:
    """Words with one clitic letter before them or none."""
    return {c + w for w in words for c in _JOINING}


_NO_NOUN = ("prep", "link")
_OURS = 1990
"""From here on a number behind `في` is a year, whatever noun follows (`وقعتا في 2012 اتفاقا`)."""
_BEFORE_YEAR = word_list(__name__, "before_year")


def read_bare_year(r: Reader, i: int) -> Piece | None:
    """A year without `عام` after a preposition (`في 2012 بين البلدين`), from 1950 to the year after publication.

    A noun after it is what is counted (`في 1950 موقعا`).
    """
    if r.norm(i - 1) not in _BEFORE_YEAR or i == 0:
        return None
    year = year_number(r, i)
    last = r.day.year + 1 if r.day is not None else 2100
    if year is None or year.hijri or not 1950 <= year.number <= last:
        return None
    after = r.norm(year.next)
    particle = particle_of(after) if after else None
    counted = after[:1].isalpha() and not after.startswith("ال") and (particle is None or particle[0] not in _NO_NOUN)
    if counted and not (r.norm(i - 1) == "في" and _OURS <= year.number <= last and year.number % 100):
        return None
    return Piece(i, year.next, 0, year_of(year.number))
