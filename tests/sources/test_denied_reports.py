"""Denials of reports and of tolls: what is denied stands under who denies it, once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import khabar
from khabar.evaluate.examples import unjudged
from khabar.pages.bare import bare_article
from khabar.records import Auxiliary, Record, Stance

_MORE = " ولم يذكر المصدر تفاصيل أخرى. ويعرف عن المنطقة كثرة سكانها."


@pytest.fixture(scope="module")
def read() -> Callable[[str], Record]:
    coder = unjudged(khabar.load())
    return lambda text: coder.code(bare_article(text + _MORE))


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        ("نفى الجيش صحة التقارير التي أفادت بأن قواته قصفت مستشفى في حلب.", "التقارير"),
        ("نفت الحركة صحة المعلومات التي نشرتها صحيفة الأخبار عن اعتقال قائدها في طرابلس.", "صحيفة الأخبار"),
    ],
)
def test_the_truth_of_a_report_is_denied_and_not_told(
    read: Callable[[str], Record], text: str, teller: str
) -> None:
    record = read(text)
    event = record.events[0]
    assert [s.mention.text for s in record.attribution(event)[0].chain if s.mention] == [teller]
    assert event.stance is Stance.ASSERTS and len(event.denied_by) == 1


def test_reports_of_nobody_whose_truth_is_denied(read: Callable[[str], Record]) -> None:
    event = read("نفت وزارة الدفاع صحة الأنباء التي تحدثت عن مقتل مدنيين في غارة على صعدة.").events[0]
    assert event.stance is Stance.DENIES and Auxiliary.NEGATION in event.auxiliary
    assert [d.mention.text for d in event.denied_by] == ["وزارة الدفاع"]


@pytest.mark.parametrize(
    "text",
    [
        "نفى الجيش المصري مقتل خمسة جنود في هجوم على نقطة تفتيش في العريش يوم الأحد.",
        "نفت الشرطة إصابة ثلاثة متظاهرين في إطلاق نار في بغداد.",
    ],
)
def test_a_toll_is_denied_with_its_attack(read: Callable[[str], Record], text: str) -> None:
    events = read(text).events
    assert len(events) == 1 and events[0].stance is Stance.DENIES and events[0].also


@pytest.mark.parametrize(
    "text",
    [
        "نفى الجيش المصري أن يكون مسلحون قتلوا خمسة جنود في العريش.",
        "نفى الجيش المصري أن يكون خمسة جنود قتلوا في العريش.",
    ],
)
def test_whoever_is_said_not_to_have_been(read: Callable[[str], Record], text: str) -> None:
    event = read(text).events[0]
    assert event.stance is Stance.DENIES and [d.mention.text for d in event.denied_by] == ["الجيش المصري"]


def test_those_of_whom_a_relative_clause_tells_did_it(read: Callable[[str], Record]) -> None:
    record = read("نفت الوزارة طرد عمال شاركوا في إضراب في الميناء.")
    strike = next(e for e in record.events if e.type == "PROTEST")
    assert strike.stance is not Stance.DENIES and not strike.denied_by


def test_who_speaks_to_an_outlet_is_its_source_and_denies(read: Callable[[str], Record]) -> None:
    event = read("ونفى المتحدث في تصريح لوكالة الأناضول أن تكون القوات قصفت القرية.").events[0]
    assert [d.mention.text for d in event.denied_by] == ["المتحدث"]


@pytest.mark.parametrize(
    "text",
    [
        "قال البيت الأبيض إن الإدارة لم تر أي مؤشر على أن مصر تقدم أسلحة لروسيا.",
        "قال الوزير إنه لا دليل على أن الجيش قصف القرية.",
        "قالت الأمم المتحدة إنه لا توجد أدلة على أن الحكومة استخدمت أسلحة كيميائية ضد المدنيين.",
    ],
)
def test_what_there_is_no_evidence_of_is_not_told_as_done(read: Callable[[str], Record], text: str) -> None:
    assert Auxiliary.HYPOTHETICAL in read(text).events[0].auxiliary


def test_evidence_leaves_a_deed_as_told(read: Callable[[str], Record]) -> None:
    event = read("قالت الأمم المتحدة إنها جمعت أدلة على أن الحكومة قصفت القرية.").events[0]
    assert Auxiliary.HYPOTHETICAL not in event.auxiliary


def test_health_is_no_truth(read: Callable[[str], Record]) -> None:
    record = read("نفى مدير صحة الأنبار مقتل خمسة مدنيين في قصف على الرمادي.")
    assert [d.mention.text for d in record.events[0].denied_by] == ["مدير صحة الأنبار"]
    other = read("نفى مسؤول ليبي صحة الأنباء التي تحدثت عن اختطاف وزير الدفاع.")
    assert [d.mention.text for d in other.events[0].denied_by] == ["مسؤول ليبي"]
