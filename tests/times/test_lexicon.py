"""Every word of `lexicon/times/calendar.toml` is read for what its entry says."""

from __future__ import annotations

import tomllib
from datetime import date
from typing import Any

import pytest

from khabar.records import Published, Time
from khabar.text.tokens import tokenize
from khabar.times.find import find_times
from khabar.times.vocabulary import CALENDAR_FILE

RAW: dict[str, Any] = tomllib.loads(CALENDAR_FILE.read_text(encoding="utf-8"))
PUBLISHED = Published("2019-03-13", "day", None, "", "given")


def words(table: str) -> list[tuple[int, str]]:
    return [(int(key), word) for key, found in RAW[table].items() for word in found]


def one(text: str) -> Time:
    (found,) = find_times(text, tokenize(text), PUBLISHED)
    return found


@pytest.mark.parametrize(("month", "name"), words("months"))
def test_month(month: int, name: str) -> None:
    found = one(f"في 5 {name} 2018 وقعت المعركة")
    assert (found.text, found.start) == (f"5 {name} 2018", date(2018, month, 5))


@pytest.mark.parametrize(("month", "name"), words("hijri_months"))
def test_hijri_month(month: int, name: str) -> None:
    from hijridate import Hijri

    found = one(f"في 5 {name} 1439هـ وقعت المعركة")
    assert (found.text, found.start) == (f"5 {name} 1439هـ", Hijri(1439, month, 5).to_gregorian())


@pytest.mark.parametrize(("weekday", "name"), words("weekdays"))
def test_weekday(weekday: int, name: str) -> None:
    found = one(f"قتل شرطي {name} الماضي في كمين")
    assert found.start is not None
    assert (found.text, found.start.weekday()) == (f"{name} الماضي", weekday)


@pytest.mark.parametrize("name", [w for unit in RAW["units"].values() for forms in unit.values() for w in forms])
def test_unit(name: str) -> None:
    found = one(f"قبل {name}، قتل جندي")
    assert (found.text, found.relative) == (f"قبل {name}", True)


@pytest.mark.parametrize(("days", "name"), words("deictic_days"))
def test_deictic_day(days: int, name: str) -> None:
    found = one(f"قتل جندي {name} في كمين")
    assert (found.text, found.start) == (name, date(2019, 3, 13 + days))


@pytest.mark.parametrize(("days", "name"), words("nights"))
def test_night(days: int, name: str) -> None:
    found = one(f"قتل جندي {name} في كمين")
    assert (found.text, found.start, found.clock) == (name, date(2019, 3, 13 + days), "20:00/04:00")


@pytest.mark.parametrize("part", RAW["part_before"]["words"])
def test_part_of_the_day_before_a_day(part: str) -> None:
    assert one(f"قتل جندي {part} أمس في كمين").clock is not None


@pytest.mark.parametrize(("which", "name"), words("thirds"))
def test_third(which: int, name: str) -> None:
    found = one(f"في {name} الشهر الجاري")
    assert (found.text, found.start) == (f"{name} الشهر الجاري", date(2019, 3, (1, 11, 21)[which]))


@pytest.mark.parametrize(("decade", "name"), words("decades"))
def test_decade(decade: int, name: str) -> None:
    assert one(f"في {name} القرن الماضي").start == date(1900 + decade, 1, 1)


@pytest.mark.parametrize(("hour", "name"), words("hours"))
def test_hour(hour: int, name: str) -> None:
    assert one(f"عند الساعة {name} بالتوقيت المحلي").clock == f"{hour:02d}:00"


def test_no_word_stands_twice_in_a_list() -> None:
    for name, table in RAW.items():
        for key, found in table.items() if isinstance(table, dict) else ():
            if isinstance(found, list):
                assert len(found) == len(set(found)), (name, key)
