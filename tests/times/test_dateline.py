"""Dates as pages show them and as metadata hold them."""

from __future__ import annotations

import pytest

from khabar.times.dateline import parse_iso, parse_page_date

# Line, value, precision, zone.
LINES = [
    ("الثلاثاء 17/سبتمبر/2024 - 03:34 م", "2024-09-17T15:34", "minute", None),
    ("الثلاثاء 17/سبتمبر/2024 - 12:04 ص", "2024-09-17T00:04", "minute", None),
    ("17-9-2024", "2024-09-17", "day", None),
    ("17/9/2024", "2024-09-17", "day", None),
    ("2024/9/17", "2024-09-17", "day", None),
    ("2024-9-17", "2024-09-17", "day", None),
    ("5/9/2024", "2024-09-05", "day", None),
    ("9/17/2024", "2024-09-17", "day", None),
    ("17.09.2024", "2024-09-17", "day", None),
    ("١٧/٠٩/٢٠٢٤", "2024-09-17", "day", None),
    ("٢٠٢٤/٠٩/١٧ - ١٠:٥٢ م", "2024-09-17T22:52", "minute", None),
    ("17 / 9 / 2024", "2024-09-17", "day", None),
    ("\u200f17/9/2024\u200e", "2024-09-17", "day", None),
    ("17\xa0سبتمبر\xa02024", "2024-09-17", "day", None),
    ("نشر في: 12 يناير 2019 الساعة 14:05 بتوقيت غرينتش", "2019-01-12T14:05", "minute", "+00:00"),
    ("آخر تحديث 12 كانون الثاني 2019", "2019-01-12", "day", None),
    ("الخميس 12 جانفي 2017 13:00", "2017-01-12T13:00", "minute", None),
    ("السبت 12 يناير (كانون الثاني) 2019", "2019-01-12", "day", None),
    ("السبت 12 يناير / كانون الثاني 2019", "2019-01-12", "day", None),
    ("الأحد، 3 مايو 2020 08:15 بتوقيت مكة", "2020-05-03T08:15", "minute", "Asia/Riyadh"),
    ("الأحد 3 مايو 2020 8:15 مساء بتوقيت القاهرة", "2020-05-03T20:15", "minute", "Africa/Cairo"),
    ("الأحد 3 مايو 2020، الساعة 8 مساء", "2020-05-03T20:00", "minute", None),
    ("10:20 ص - 5 آذار 2013", "2013-03-05T10:20", "minute", None),
    ("يناير 12, 2019", "2019-01-12", "day", None),
    ("السبت 9 شوال 1436هـ - 25 يوليو 2015م", "2015-07-25", "day", None),
    ("السبت 9 شوال 1436 هـ", "2015-07-25", "day", None),
    ("1436/10/9هـ", "2015-07-25", "day", None),
    ("2019-01-12T14:05:00+03:00", "2019-01-12T14:05", "minute", "+03:00"),
    ("تاريخ النشر: 2019-01-12 14:05 GMT+3", "2019-01-12T14:05", "minute", "+03:00"),
    ("2015-07-21 10:52:14", "2015-07-21T10:52", "minute", None),
    ("September 17, 2024", "2024-09-17", "day", None),
    ("Tue, 17 Sep 2024 15:34:00 GMT", "2024-09-17T15:34", "minute", "+00:00"),
]


@pytest.mark.parametrize(("line", "value", "precision", "zone"), LINES)
def test_line(line: str, value: str, precision: str, zone: str | None) -> None:
    found = parse_page_date(line)
    assert found is not None
    assert (found.value, found.precision, found.zone) == (value, precision, zone)
    assert found.words in line and found.words


@pytest.mark.parametrize(
    "line",
    [
        "",
        "طباعة",
        "أمس",
        "منذ 3 ساعات",
        "الثلاثاء",
        "17 سبتمبر",
        "32/13/2024",
        "2024-13-45",
        "0 تعليق",
        "شارك 17",
        "عام 2014",
    ],
)
def test_no_full_date(line: str) -> None:
    assert parse_page_date(line) is None


def test_the_words_hold_weekday_and_clock() -> None:
    found = parse_page_date("طباعة الثلاثاء 17/سبتمبر/2024 - 03:34 م كتب: محرر")
    assert found is not None
    assert found.words == "الثلاثاء 17/سبتمبر/2024 - 03:34 م"


@pytest.mark.parametrize(
    ("text", "value", "precision", "zone"),
    [
        ("2024-09-17", "2024-09-17", "day", None),
        ("2024-09-17T15:34", "2024-09-17T15:34", "minute", None),
        ("2024-09-17T15:34:10Z", "2024-09-17T15:34", "minute", "+00:00"),
        ("2024-09-17T15:34:10.123+0300", "2024-09-17T15:34", "minute", "+03:00"),
        ("2024-09-17 15:34:10+03", "2024-09-17T15:34", "minute", "+03:00"),
        ("20240917", "2024-09-17", "day", None),
        ("20240917T153410Z", "2024-09-17T15:34", "minute", "+00:00"),
        ("Tue, 17 Sep 2024 15:34:00 +0300", "2024-09-17T15:34", "minute", "+03:00"),
        ("17 Sep 2024", "2024-09-17", "day", None),
    ],
)
def test_iso(text: str, value: str, precision: str, zone: str | None) -> None:
    found = parse_iso(text)
    assert found is not None
    assert (found.value, found.precision, found.zone) == (value, precision, zone)


@pytest.mark.parametrize("text", ["", "x", "2024-02-30", "2024-13-01", "20241301", "1726587240", "99 Sep 2024 10:00"])
def test_iso_refuses(text: str) -> None:
    assert parse_iso(text) is None
