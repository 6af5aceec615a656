"""Denials that stand in a later report of the same story."""

from __future__ import annotations

from dataclasses import replace

import khabar
from khabar.claims import claims_of
from khabar.evaluate.examples import unjudged
from khabar.exchange.claims import claim_to_dict
from khabar.exchange.plover import event_to_dict
from khabar.pages.bare import bare_article
from khabar.records import Published, Record, Stance
from khabar.stories import denials_in

TOLD = "قصف الجيش التركي بلدة تل رفعت في سوريا أمس. وقتل ثلاثة مدنيين في القصف."


def read(text: str, day: str) -> Record:
    article = bare_article(text, None, Published(day, "day", None, day, "given"))
    return unjudged(khabar.load()).code(replace(article, outlet="صحيفة الميدان"))


def pairs(*records: Record) -> list[tuple[Record, khabar.Event]]:
    return [(record, event) for record in records for event in record.events]


def later(denial: str, day: str) -> list[str | None]:
    """The later reports in which what `TOLD` tells is denied."""
    told, other = read(TOLD, "2018-03-10"), read(denial, day)
    found = claims_of(pairs(told), denials_in(pairs(told, other)))
    return [c.denied_in for c in found if c.denied_in is not None and c.stance is Stance.DENIES]


def test_a_later_report_denies_what_an_earlier_one_told() -> None:
    denial = "نفت وزارة الدفاع التركية أن يكون الجيش التركي قد قصف بلدة تل رفعت."
    assert len(later(denial, "2018-03-12")) == 1


def test_too_late_too_early_and_about_others() -> None:
    denial = "نفت وزارة الدفاع التركية أن يكون الجيش التركي قد قصف بلدة تل رفعت."
    assert not later(denial, "2018-04-12")
    assert not later(denial, "2018-03-01")
    assert not later("نفت وزارة الدفاع الروسية أن يكون الجيش الروسي قد قصف بلدة تل رفعت.", "2018-03-12")
    assert not later("نفت وزارة الدفاع التركية أن يكون الجيش التركي قد قصف مدينة منبج.", "2018-03-12")


def test_a_claim_says_in_which_report_it_is_denied() -> None:
    told = read(TOLD, "2018-03-10")
    other = read("نفت وزارة الدفاع التركية أن يكون الجيش التركي قد قصف بلدة تل رفعت.", "2018-03-12")
    denials = denials_in(pairs(told, other))
    rows = [claim_to_dict(c) for c in claims_of(pairs(told), denials)]
    denied = [r for r in rows if r["denied_in"] == other.article.id]
    assert denied and all(r["disputed"] for r in denied)
    assert [s["entity_text"] for s in denied[0]["source"]] == ["وزارة الدفاع التركية"]
    exported = event_to_dict(told, told.events[0], denials)["denied_later"]
    assert [(d["entity_text"], d["article"], d["kind"]) for d in exported] == [
        ("وزارة الدفاع التركية", other.article.id, "group")
    ]


def test_a_deed_of_nobody_known_is_known_by_day_town_and_number() -> None:
    told = read("قتل مسلحون خمسة جنود في هجوم في العريش يوم الأحد.", "2019-05-06")
    for denial, found in (
        ("نفى الجيش المصري مقتل خمسة جنود في هجوم في العريش يوم الأحد.", 1),
        ("نفى الجيش المصري مقتل تسعة عمال في هجوم في العريش يوم الأحد.", 0),
        ("نفى الجيش المصري مقتل خمسة جنود في هجوم في رفح يوم الأحد.", 0),
        ("نفى الجيش المصري مقتل خمسة جنود في هجوم في العريش يوم السبت.", 0),
    ):
        other = read(denial, "2019-05-07")
        claims = claims_of(pairs(told), denials_in(pairs(told, other)))
        assert sum(c.denied_in is not None for c in claims) == found, denial


def test_a_later_report_may_give_both_sides() -> None:
    told = read(TOLD, "2018-03-10")
    other = read("قال ناشطون إن الجيش التركي قصف بلدة تل رفعت، لكن وزارة الدفاع التركية نفت ذلك.", "2018-03-12")
    claims = claims_of(pairs(told), denials_in(pairs(told, other)))
    assert [c.words for c in claims if c.denied_in] == [("وزارة الدفاع التركية",)]
