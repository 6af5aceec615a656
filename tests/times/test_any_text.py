"""Whatever words of time stand together: no fault, spans in the text, in order, ends not before starts."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from khabar.records import Published
from khabar.text.numbers import find_quantities
from khabar.text.tokens import tokenize
from khabar.times.find import _table, find_times

WORDS = sorted(_table())
OTHERS = [
    "1",
    "12",
    "31",
    "2014",
    "1436",
    "10-12",
    "17/9/2014",
    "27-8",
    "14:05",
    "3.5",
    "29",
    "(",
    ")",
    "/",
    "-",
    "،",
    "و",
    "م",
    "ه",
    "ال",
    "من",
]
OTHERS += [
    "الماضي",
    "المقبل",
    "الجاري",
    "عشر",
    "والعشرين",
    "مليون",
    "الي",
    "صباحا",
    "قمة",
    "ـ",
    "²",
    "5000000000",
    "2014-",
    "0",
]
TEXTS = st.lists(st.sampled_from(WORDS) | st.sampled_from(OTHERS), max_size=9).map(" ".join)
DAYS = st.dates().map(lambda day: Published(day.isoformat(), "day", None, "", "given")) | st.none()


@settings(max_examples=800, deadline=None)
@given(TEXTS, DAYS)
@example("فالساعات المليار الماضي", Published("2000-01-01", "day", None, "", "given"))
def test_any_words(text: str, published: Published | None) -> None:
    tokens = tokenize(text)
    times = find_times(text, tokens, published)
    for time in times:
        assert time.span.of(text) == time.text != ""
        assert time.start is None or time.end is None or time.start <= time.end
        assert published is not None or not time.relative or time.start is None or time.kind == "date"
    assert all(one.span.end <= two.span.start for one, two in pairwise(times))
    for quantity in find_quantities(text, tokens, times):
        assert quantity.span.of(text) == quantity.text != ""
        assert quantity.high is None or 0 <= quantity.low <= quantity.high
