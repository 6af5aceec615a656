"""Plain wordings of short reports from the streets: protests, strikes, those who put them down, who fell in them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.coder import Coder
from khabar.pages.read import read_page
from khabar.records import Auxiliary, Event, Record
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


CALLED = [
    ("a strike", "دعا الاتحاد إلى إضراب عام في القطاع الحكومي الخميس المقبل.", "strike", ["الاتحاد"]),
    ("a march", "دعت أحزاب المعارضة إلى مسيرة سلمية تنديدا بالغلاء.", "demo", ["أحزاب المعارضة"]),
    ("marching", "دعا نشطاء إلى التظاهر السبت المقبل أمام مقر الحكومة.", "demo", ["نشطاء"]),
    ("a sit-in, in the present", "تدعو حركات شبابية إلى اعتصام أمام البرلمان.", "demo", ["حركات شبابية"]),
    ("a million", "ودعت لجان المقاومة إلى مليونية السبت المقبل للمطالبة بالحكم المدني.", "demo", ["لجان المقاومة"]),
]


@pytest.mark.parametrize(("text", "mode", "actors"), [t[1:] for t in CALLED], ids=[t[0] for t in CALLED])
def test_a_call_to_march_is_the_callers_protest(
    read_report: Callable[[str], Record], text: str, mode: str, actors: list[str]
) -> None:
    record = read_report(text)
    assert [told(e) for e in record.events] == [("PROTEST", actors, [])]
    assert record.events[0].modes == (mode,)
    assert Auxiliary.FUTURE in record.events[0].auxiliary


@pytest.mark.parametrize(
    "text", ["دعت الحكومة المضربين إلى إنهاء الإضراب.", "دعت النقابة إلى وقف الإضراب.", "دعا الزعيم أنصاره إلى التظاهر."]
)
def test_other_calls_are_demands(read_report: Callable[[str], Record], text: str) -> None:
    assert [e.type for e in read_report(text).events] == ["REQUEST"]


@pytest.mark.parametrize("text", ["فشل متظاهرون في الوصول إلى الميدان.", "وقال إن متظاهرين فشلوا في الوصول إلى الميدان."])
def test_who_fails_brings_nothing_to_a_standstill(read_report: Callable[[str], Record], text: str) -> None:
    assert all("obstruct" not in e.modes for e in read_report(text).events)


BRIEF = [
    ("settlers in a mosque", "مستوطنون يقتحمون الأقصى",
     "اقتحم عشرات المستوطنين اليوم المسجد الأقصى وسط حماية الشرطة. وقال شاهد إنهم دخلوا من باب المغاربة.", "COERCE",
     ["عشرات المستوطنين"]),
    ("settlers who burn", "مستوطنون يحرقون مركبات في بورين",
     "أحرق مستوطنون فجر اليوم مركبات في بلدة بورين. وأظهرت مقاطع مصورة النيران أمام أحد المنازل.", "ASSAULT",
     ["مستوطنون"]),
]


@pytest.mark.parametrize(("head", "text", "kind", "actors"), [t[1:] for t in BRIEF], ids=[t[0] for t in BRIEF])
def test_what_headline_and_lead_tell_is_the_news(
    coder: Coder, head: str, text: str, kind: str, actors: list[str]
) -> None:
    record = coder.code(read_page(text, headline=head, published="2019-05-07"))
    assert [(e.type, [m.text for m in e.actors]) for e in record.events] == [(kind, actors)]


@pytest.mark.parametrize("text", ["أجلت ابتدائية الرباط محاكمة المتهمين.", "أجلت اللجنة الأولمبية اجتماع الخميس."])
def test_what_is_put_off_brings_nobody_to_safety(read_report: Callable[[str], Record], text: str) -> None:
    assert not _of(read_report(text), "AID")
