"""What somebody did before he was caught is his deed, and not that of those who caught him."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.records import Record
from tellings import told

BEFORE = [
    ("اعتقل الجيش رجلا بعد أن طعن زوجته وأطفاله.", ("ASSAULT", ["رجلا"], ["زوجته", "أطفاله"])),
    ("اعتقلت الشرطة امرأة بعد أن قتلت زوجها.", ("ASSAULT", ["امرأة"], ["زوجها"])),
    ("قضت المحكمة بالسجن على ضابط بعد أن عذب معتقلا.", ("ASSAULT", ["ضابط"], ["معتقلا"])),
    ("أوقف الأمن شابا بعدما أطلق النار على مقهى في المدينة.", ("ASSAULT", ["شابا"], [])),
]


@pytest.mark.parametrize(("text", "expected"), BEFORE)
def test_who_was_caught_did_it(
    read_report: Callable[[str], Record], text: str, expected: tuple[str, list[str], list[str]]
) -> None:
    assert expected in [told(e) for e in read_report(text).events]


THEIRS = [
    ("اعتقل الجيش رجلا بعد أن حاصر منزله.", ["رجلا"]),
    ("أفرجت السلطات عن صحفي بعد أن اعتقلته شهرين.", ["صحفي"]),
    ("اعتقل الجنود شابا بعد أن ضربوه.", ["شابا"]),
]


@pytest.mark.parametrize(("text", "caught"), THEIRS)
def test_what_those_did_who_caught_him(read_report: Callable[[str], Record], text: str, caught: list[str]) -> None:
    assert all([m.text for m in e.actors] != caught for e in read_report(text).events)


SIDES = [
    ("اندلعت مواجهات بين الجيش من جهة ومسلحين من جهة أخرى.", ["الجيش", "مسلحين"]),
    ("تدور معارك بين قوات النظام من جهة، وفصائل المعارضة من جهة ثانية في ريف حلب.", ["قوات النظام", "فصائل المعارضة"]),
]


@pytest.mark.parametrize(("text", "sides"), SIDES)
def test_the_words_that_set_sides_apart_are_nobody_s(
    read_report: Callable[[str], Record], text: str, sides: list[str]
) -> None:
    force = next(e for e in read_report(text).events if e.type == "ASSAULT")
    assert [m.text for m in force.actors] == sides
