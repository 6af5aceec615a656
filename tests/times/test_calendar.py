"""Stretches of days, Gregorian and Hijri."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from khabar.text.tokens import tokenize
from khabar.times.calendar import (
    HIJRI_YEARS,
    _tabular,
    hijri_stretch,
    month_of,
    moved,
    season_of,
    shifted,
    third_of,
    week_of,
)
from khabar.times.find import find_times

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@given(DAYS)
def test_a_week_holds_its_day_and_begins_on_saturday(day: date) -> None:
    start, end, _ = week_of(day, 5)
    assert start is not None and end is not None
    assert start <= day <= end and start.weekday() == 5 and (end - start).days == 6


@given(DAYS, st.sampled_from(["week", "month", "year"]))
def test_thirds_follow_each_other_and_fill_the_stretch(day: date, unit: str) -> None:
    whole = shifted(day, unit, 0, 5)
    assert whole is not None
    thirds = [third_of(whole, n) for n in range(3)]
    assert (thirds[0].start, thirds[2].end) == (whole.start, whole.end)
    for one, two in pairwise(thirds):
        assert one.end is not None and two.start == one.end + timedelta(days=1)


@given(st.integers(HIJRI_YEARS.start, HIJRI_YEARS.stop - 1), st.integers(1, 12))
def test_the_tabular_calendar_is_near_umm_al_qura(year: int, month: int) -> None:
    real, tabular = hijri_stretch(year, month, 1), _tabular(year, month, 1)
    assert real is not None and real.start is not None and tabular is not None and tabular.start is not None
    assert abs((real.start - tabular.start).days) <= 2


def test_no_thirteenth_month_and_no_year_beyond_the_calendar() -> None:
    assert hijri_stretch(1436, 13, 1) is None
    assert hijri_stretch(1600, 1, 1) is None
    assert shifted(date(2019, 3, 13), "year", -5000, 5) is None
    assert moved(date(2019, 3, 13), "day", -(10**9)) is None


def test_month_ends_and_winters() -> None:
    assert month_of(2008, 2).end == date(2008, 2, 29)
    assert month_of(2008, 13).start == date(2009, 1, 1)
    assert moved(date(2019, 3, 31), "month", -1) == date(2019, 2, 28)
    assert season_of("winter", 2014)[:2] == (date(2013, 12, 1), date(2014, 2, 28))


def test_a_hijri_day_is_a_plain_date() -> None:
    day = hijri_stretch(1436, 10, 5)
    assert day is not None and type(day.start) is date and type(day.end) is date


def test_a_century_without_its_number_ends_where_the_text_does() -> None:
    text = "العشرينات القرن"
    assert [t.span.of(text) for t in find_times(text, tokenize(text), None)] == [text]
