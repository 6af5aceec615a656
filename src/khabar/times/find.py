"""The times of a sentence.

Days are found by rule, not learned: TIMEX3 (Pustejovsky and others, 2003) is the model for what counts as an expression
of time, with durations and repeated times kept apart, and HeidelTime (Strötgen and Gertz, 2010) for resolving them
against the day a report was published.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from khabar.records import Published, Time
from khabar.text.number_words import number_words
from khabar.text.tokens import Token
from khabar.times.points import ReadAt, _dispatch, read_bare_year, read_point
from khabar.times.reader import Piece, Reader
from khabar.times.spans import read_away, read_digit_range, read_duration, read_range, read_repeated
from khabar.times.vocabulary import vocabulary

_AWAY = ("قبل", "بعد", "منذ", "حتي", "وقبل", "وبعد", "ومنذ", "وحتي", "لغايه", "ولغايه", "مذ")
_RANGE = ("من", "بين", "ومن", "وبين")
_EVERY = ("كل", "وكل", "بكل", "لكل", "يوميا", "اسبوعيا", "شهريا", "سنويا")


def find_times(text: str, tokens: Sequence[Token], published: Published | None) -> tuple[Time, ...]:
    """The times among the tokens of one sentence, in order; spans are offsets into `text`, without leading clitics.

    What is told relatively (`أمس`, `الشهر الماضي`, `27 ديسمبر`) is resolved against the day of `published`, never
    against today, and marked `relative`; without that day its `start` and `end` are None. Policies where print leaves
    it open:

    - a bare weekday is the nearest such day on or before publication, as news tells of what was; after words of the
      future (`من المقرر`, `سيلتقي`) the nearest on or after it; `الماضي` is always before, `المقبل` always after it;
    - beside `أمس` or `اليوم` the weekday decides, since pages are often dated a day late;
    - a day or month without a year is the last one, except a day that comes within 30 days after publication;
    - weeks begin on Saturday; `مطلع`, `منتصف` and `نهاية` are the first, middle and last third;
    - a number of units ago is that day, week, month or year as a whole (`قبل عامين`: a calendar year);
    - `منذ`, `حتى`, `قبل` and `بعد` with a date are open spans: one end is None, or both (`منذ عودة ...`);
    - a clock time without a day takes the day of the only other day in the sentence, else none;
    - a century is given as a decade of a hundred years, quarters and halves of a year as seasons.
    """
    r = Reader(text, tokens, published)
    table = _table()
    pieces: list[Piece] = []
    i, norms = 0, r.norms
    while i < r.count:
        norm = norms[i]
        readers = _DIGITS if norm[0].isdigit() else table.get(norm)
        piece = None
        if readers is not None:
            for read in readers:
                if (piece := read(r, i)) is not None:
                    break
        if piece is None:
            i += 1
            continue
        pieces.append(piece)
        i = max(piece.next, i + 1)
    return tuple(r.time(p) for p in _dated(pieces)) if pieces else ()


def _dated(pieces: list[Piece]) -> list[Piece]:
    """Clock times without a day take the one day of the sentence."""
    days = {p.stretch for p in pieces if p.is_day and p.stretch.start is not None and p.stretch.start == p.stretch.end}
    if len(days) != 1:
        return pieces
    (day,) = days
    return [
        replace(p, stretch=day._replace(precision=p.stretch.precision), relative=True)
        if p.kind == "date" and p.clock is not None and p.stretch.start is None and not p.relative
        else p
        for p in pieces
    ]


_DIGITS: tuple[ReadAt, ...] = (read_digit_range, read_point, read_duration, read_bare_year)


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[ReadAt, ...]]:
    """For every word an expression of time can begin with, the readers to ask, in order."""
    words = vocabulary()
    points = _dispatch()
    lasting = set(words.units.table) | set(number_words().atoms) | set(number_words().vague)
    table: dict[str, list[ReadAt]] = {}
    for word in _EVERY:
        table.setdefault(word, []).append(read_repeated)
    for word in _RANGE:
        table.setdefault(word, []).append(read_range)
    for word in points:
        table.setdefault(word, []).append(read_point)
    for word in _AWAY:
        table.setdefault(word, []).append(read_away)
    for word in lasting:
        table.setdefault(word, []).append(read_duration)
    return {word: tuple(readers) for word, readers in table.items()}
