"""Plain wordings of short reports from the streets: protests, strikes, those who put them down, who fell in them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.records import Event, Record
from tellings import told


def _of(record: Record, kind: str) -> list[Event]:
    return [e for e in record.events if e.type == kind]


MARCHED = [
    ("those who break it up", "فرقت الشرطة أمس بالغاز المسيل للدموع مظاهرتين خرجتا احتجاجا على الغلاء.", []),
    ("those who stop it", "أوقفت الشرطة مسيرة غير مرخصة للسيارات في شمال العاصمة.", []),
    ("one who fell, by a noun", "أعلنت لجنة الأطباء مقتل أحد المتظاهرين خلال الاحتجاجات في مدينة القضارف.", []),
    ("one who died", "أعلن مصدر طبي وفاة متظاهر خلال التظاهرات في مدينة القضارف.", []),
    ("one who fell, by a verb", "قتل متظاهر في مدينة القضارف خلال احتجاجات على الغلاء.", []),
    ("one who met his death", "لقي متظاهر مصرعه في القضارف خلال تظاهرات اجتاحت المدينة.", []),
    ("some of them fell", "واصل المحتجون التظاهر في بغداد وقتل ثلاثة متظاهرين.", ["المحتجون"]),
    ("all of them were hurt", "أصيب المتظاهرون باختناق بعد إطلاق الغاز على المسيرة.", ["المتظاهرون"]),
    ("they killed somebody", "قتل المتظاهرون شرطيا خلال احتجاجات في النجف.", ["المتظاهرون"]),
    ("police on strike", "أضرب رجال الشرطة عن العمل في سيدي بوزيد.", ["رجال الشرطة"]),
    ("guards in protest", "نظم أعوان الأمن وقفة احتجاجية أمام الوزارة.", ["أعوان الأمن"]),
]


@pytest.mark.parametrize(("text", "actors"), [t[1:] for t in MARCHED], ids=[t[0] for t in MARCHED])
def test_who_marches(read_report: Callable[[str], Record], text: str, actors: list[str]) -> None:
    assert [[m.text for m in e.actors] for e in _of(read_report(text), "PROTEST")] == [actors]


@pytest.mark.parametrize(
    "text",
    [
        "قتل متظاهر برصاص الشرطة في مدينة القضارف.",
        "أعلن المستشفى وفاة أحد المتظاهرين في مدينة القضارف.",
        "أصيب سبعة متظاهرين بالرصاص وسط المدينة.",
    ],
)
def test_who_fell_makes_no_protest(read_report: Callable[[str], Record], text: str) -> None:
    assert not _of(read_report(text), "PROTEST")


def test_a_strike_ended_is_theirs(read_report: Callable[[str], Record]) -> None:
    assert told(_of(read_report("أنهى رجال الأمن إضرابهم بعد يومين."), "RETREAT")[0])[1] == ["رجال الأمن"]


KEPT_BACK = [
    ("a march they planned", "منعت قوات الأمن المعلمين من تنظيم مسيرتهم نحو الوزارة.", ["قوات الأمن"], ["المعلمين"]),
    ("a march, by a noun", "وعمدت الشرطة إلى منع الأطباء من التقدم نحو القصر.", ["الشرطة"], ["الأطباء"]),
    ("how far they went", "منعت الشرطة تقدم المتظاهرين إلى مبنى البرلمان.", ["الشرطة"], ["المتظاهرين"]),
    ("a hall", "منع الأمن أهالي المتهمين من دخول القاعة.", ["الأمن"], ["أهالي المتهمين"]),
]


@pytest.mark.parametrize(("text", "actors", "recipients"), [t[1:] for t in KEPT_BACK], ids=[t[0] for t in KEPT_BACK])
def test_who_is_kept_back(
    read_report: Callable[[str], Record], text: str, actors: list[str], recipients: list[str]
) -> None:
    record = read_report(text)
    assert [told(e) for e in record.events] == [("COERCE", actors, recipients)]
    assert record.events[0].modes == ("restrict",)


def test_who_may_not_enter_a_country_is_turned_away(read_report: Callable[[str], Record]) -> None:
    record = read_report("منعت سلطات المطار محاميا بريطانيا من دخول البلاد.")
    assert told(record.events[0]) == ("REJECT", ["سلطات المطار"], ["محاميا بريطانيا"])
