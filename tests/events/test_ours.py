"""Whose forces `ours` are, who opens a sentence before a colon, whose settlers are, what lies back and has no day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

import khabar
from khabar.evaluate.examples import unjudged
from khabar.pages.bare import bare_article
from khabar.records import Auxiliary, Published, Record
from tellings import REPORT, told


@pytest.fixture(scope="module")
def read() -> Callable[[str], Record]:
    coder = unjudged(khabar.load())
    day = Published("2019-05-07", "day", None, "2019-05-07", "given")
    return lambda text: coder.code(bare_article(text, None, day))


def test_ours_are_those_of_the_speaker(read: Callable[[str], Record]) -> None:
    event = read("قال المتحدث باسم الحوثيين يحيى سريع إن قواتنا قصفت مطار نجران." + REPORT).events[0]
    assert [(m.text, m.country) for m in event.actors] == [("قواتنا", "YEM")]


def test_ours_ends_in_a_pronoun(read: Callable[[str], Record]) -> None:
    event = read("قال قائد الجيش العراقي: قتلت قواتنا خمسين إرهابيا في الموصل." + REPORT).events[0]
    assert told(event) == ("ASSAULT", ["قواتنا"], ["خمسين إرهابيا"])


@pytest.mark.parametrize("name", ["يحيى سريع", "علي لاريجاني", "نبيل فهمي"])
def test_a_given_name_before_a_colon_is_who_speaks(read: Callable[[str], Record], name: str) -> None:
    record = read(f"{name}: لن نقبل التفاوض مع إسرائيل." + REPORT)
    speakers = [s.mention.text for a in record.sources for s in a.chain if s.mention is not None]
    assert speakers[0] == name


def test_a_word_before_a_colon_is_nobody(read: Callable[[str], Record]) -> None:
    record = read("علي قال: لن نقبل التفاوض مع إسرائيل." + REPORT)
    assert "علي قال" not in [m.text for m in record.mentions]


def test_settlers_are_not_of_the_land_they_live_on(read: Callable[[str], Record]) -> None:
    event = read("هاجم مستوطنون مزارعين فلسطينيين قرب نابلس." + REPORT).events[0]
    assert [m.country for m in (*event.actors, *event.recipients)] == ["ISR", "PSE"]


def test_a_rare_plural_is_no_subject_in_the_accusative(read: Callable[[str], Record]) -> None:
    event = read("ودعا التونسيين إلى الهدوء." + REPORT).events[0]
    assert told(event) == ("REQUEST", [], ["التونسيين"])


def test_what_lies_back_has_not_the_day_of_the_news(read: Callable[[str], Record]) -> None:
    text = "أعلنت الشرطة المصرية اليوم اعتقال ثلاثة أشخاص في القاهرة. وكان مسلحون قتلوا جنديين في سيناء." + REPORT
    arrest, killing = read(text).events[:2]
    assert arrest.time is not None and arrest.time.start == date(2019, 5, 7)
    assert Auxiliary.HISTORICAL in killing.auxiliary
    assert killing.time is not None and (killing.time.start, killing.time.origin) == (None, "unknown")
