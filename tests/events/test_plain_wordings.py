"""Plain wordings of denials, charges, arrests and quotations."""

from __future__ import annotations

from collections.abc import Callable

from khabar.records import Record
from tellings import REPORT, told


def test_a_body_denies_what_it_is_said_to_have_given(read: Callable[[str], Record]) -> None:
    (event,) = read("نفت وزارة الدفاع الإيرانية تزويد روسيا بطائرات مسيرة." + REPORT).events
    assert told(event) == ("AID", ["وزارة الدفاع الإيرانية"], ["روسيا"])
    assert event.denied_by


def test_who_meets_charges_has_not_made_them(read: Callable[[str], Record]) -> None:
    record = read("وصفت الخارجية القطرية الاتهامات بتمويل الإرهاب بأنها لا أساس لها." + REPORT)
    assert all(not e.actors for e in record.events if e.type == "ACCUSE")


def test_the_arrested_are_those_of_the_arrest(read: Callable[[str], Record]) -> None:
    record = read("اعتقلت الشرطة ثلاثة أشخاص في صيدا. واتهم القضاء العسكري الموقوفين بالتجسس." + REPORT)
    assert [e.type for e in record.events] == ["COERCE", "ACCUSE"]


def test_victims_are_told_once(read: Callable[[str], Record]) -> None:
    record = read("أكدت مصادر طبية مقتل عشرة مدنيين في غارة على صعدة، فيما نفى التحالف استهداف المدنيين." + REPORT)
    assert ["عشرة مدنيين"] in [[m.text for m in e.recipients] for e in record.events]


def test_who_is_quoted_ends_before_what_he_says(read: Callable[[str], Record]) -> None:
    record = read("نقلت وكالة رويترز عن شهود عيان قولهم إن قوات الأمن أطلقت قنابل الغاز على المعتصمين." + REPORT)
    (source,) = [a for a in record.attribution(record.events[0]) if a.cue is not None][:1]
    assert [s.mention.text for s in source.chain if s.mention is not None] == ["وكالة رويترز", "شهود عيان"]
    assert [m.country for m in record.events[0].actors] == [None]


def test_an_object_may_stand_behind_what_is_answered(read: Callable[[str], Record]) -> None:
    (event,) = read("قصفت القوات ردا على ذلك مواقع للمسلحين." + REPORT).events
    assert told(event) == ("ASSAULT", ["القوات"], ["للمسلحين"])
