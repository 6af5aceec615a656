"""Who tells of an event: whole chains, several tellers, the outlet only where it names nobody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

import khabar
from khabar.claims import by_source, claims_of
from khabar.evaluate.examples import unjudged
from khabar.exchange.plover import event_to_dict
from khabar.exchange.table import event_to_row
from khabar.pages.bare import bare_article
from khabar.records import Denial, Record, Stance
from khabar.sources.tellings import chain_words, tellings
from tellings import REPORT

Reader = Callable[[str], Record]


@pytest.fixture(scope="module")
def read() -> Reader:
    coder = unjudged(khabar.load())
    return lambda text: coder.code(bare_article(text + REPORT))


def told_by(record: Record, number: int = 0) -> list[str]:
    """The chains of the tellers of an event."""
    return [" < ".join(chain_words(t)) for t in tellings(record, record.events[number])]


CHAINS = [
    ("نقلت صحيفة الضفاف عن مسؤولين أمريكيين قولهم إن وزير الدفاع قال إن الجيش قصف مدينة حلب.",
     ["صحيفة الضفاف < مسؤولين أمريكيين < وزير الدفاع"]),
    ("نقلت وكالة تاس عن وزير الخارجية الروسي قوله إن الأكراد أبلغوا موسكو أن القوات التركية قصفت عفرين.",
     ["وكالة تاس < وزير الخارجية الروسي < الأكراد"]),
    ("وفقا لصحيفة الضفاف نقلا عن مسؤول إسرائيلي، قصفت طائرات إسرائيلية مخازن قرب دمشق.",
     ["صحيفة الضفاف < مسؤول إسرائيلي"]),
    ("وقال بيان لوزارة الداخلية نقلته وكالة الأنباء الرسمية إن الشرطة اعتقلت خمسة أشخاص في القاهرة.",
     ["وكالة الأنباء الرسمية < بيان < وزارة الداخلية"]),
    ("وقال مصدر عسكري نقلت عنه وكالة سانا إن الجيش قتل ثلاثة مسلحين في درعا.", ["وكالة سانا < مصدر عسكري"]),
    ("قالت مصادر طبية وشهود عيان إن الشرطة قتلت ثلاثة متظاهرين في الخرطوم.", ["مصادر طبية", "شهود عيان"]),
    ("قتل خمسة أشخاص في انفجار قرب بغداد حسب شهود عيان ومصدر أمني.", ["شهود عيان", "مصدر أمني"]),
    ("قتل مسلحون خمسة جنود قرب بغداد.", [""]),
    ("وأضاف التنظيم في بيان نشر على الإنترنت أن مقاتليه قتلوا عشرة جنود في سيناء.", ["التنظيم"]),
    ("نقلت قناة الضفاف عن مصدر مطلع تأكيده أن المسلحين قتلوا 23 عسكريا.", ["قناة الضفاف < مصدر مطلع"]),
    ("قيل إن مسلحين خطفوا ثلاثة عمال في سبها.", ["anonymous"]),
]


@pytest.mark.parametrize(("text", "chains"), CHAINS)
def test_a_chain_is_whole(read: Reader, text: str, chains: list[str]) -> None:
    assert told_by(read(text)) == chains


SEVERAL = (
    "قالت الشرطة الصومالية إن مسلحين قتلوا أربعة نواب في مقديشو أمس. وأكد شهود عيان أن مسلحين قتلوا أربعة نواب."
    " وذكرت وكالة الأنباء الصومالية أن المهاجمين قتلوا النواب الأربعة."
)


def test_who_tells_it_elsewhere_in_the_report_is_a_teller(read: Reader) -> None:
    record = read(SEVERAL)
    assert told_by(record) == ["الشرطة الصومالية", "شهود عيان", "وكالة الأنباء الصومالية"]
    found = list(claims_of([(record, record.events[0])]))
    assert len(found) == 3 and not any(c.one_sided or c.disputed for c in found)
    assert [c.words for c in found if by_source("شهود")(c)] == [("شهود عيان",)]


def test_what_one_alone_tells_is_one_sided(read: Reader) -> None:
    for text, one_sided in (
        ("قالت الشرطة العراقية إن مسلحين قتلوا خمسة جنود في الموصل.", True),
        ("قتل مسلحون خمسة جنود في الموصل.", False),
        ("نفت الشرطة العراقية أن يكون مسلحون قتلوا خمسة جنود في الموصل.", False),
    ):
        record = read(text)
        assert {c.one_sided for c in claims_of([(record, record.events[0])])} == {one_sided}, text


def test_the_agency_of_the_dateline_speaks_for_itself() -> None:
    record = khabar.load().read("القاهرة (رويترز) - قتل مسلحون خمسة جنود في هجوم في العريش يوم الأحد.", published="2019-05-07")
    claims = list(claims_of([(record, record.events[0])]))
    assert [bool(by_source("رويترز")(c)) for c in claims] == [True]
    assert event_to_dict(record, record.events[0])["cite_info"]["agencies"] == ["رويترز"]
    assert event_to_row(record, record.events[0])["agency"] == "رويترز"


def test_exports_keep_the_kind_of_source_and_the_chain(read: Reader) -> None:
    record = read("وبحسب بيان للسفارة الفرنسية اعتقلت الشرطة خمسة أشخاص. وقالت مصادر أمنية إن الشرطة اعتقلت خمسة أشخاص.")
    event = record.events[0]
    links = event_to_dict(record, event)["sources"]
    assert [(s["telling"], s["link"], s["kind"]) for s in links] == [(0, 0, "document"), (0, 1, "group"), (1, 0, "anonymous")]
    assert links[0]["mention_kind"] == "unnamed"
    row = event_to_row(record, event)
    assert row["source"] == "بيان < للسفارة الفرنسية|مصادر أمنية"
    assert row["source_kind"] == "document < group|anonymous"
    assert row["source_code"] == "- < FRA|-" and row["source_stance"] == "asserts|asserts"


def test_every_span_of_a_source_holds_its_words(read: Reader) -> None:
    for text, _ in CHAINS:
        record = read(text)
        for event in record.events:
            for link in event_to_dict(record, event)["sources"]:
                if "start" in link:
                    assert record.article.text[link["start"] : link["end"]] == link["entity_text"]


CLAIMED = [
    ("قتل انتحاري عشرة جنود في بغداد أمس. وتبنى تنظيم الدولة الإسلامية الهجوم.", ["", "تنظيم الدولة الإسلامية"]),
    ("قالت الشرطة إن مسلحين قتلوا خمسة جنود قرب كركوك أمس. وأعلن تنظيم الدولة الإسلامية مسؤوليته عن الهجوم.",
     ["الشرطة", "تنظيم الدولة الإسلامية"]),
    ("قتل مسلحون خمسة جنود قرب كركوك أمس. وقال رئيس البلدية إن الهجوم جريمة لن تمر.", [""]),
]


@pytest.mark.parametrize(("text", "chains"), CLAIMED)
def test_who_claims_a_deed_tells_it_and_who_speaks_of_it_does_not(read: Reader, text: str, chains: list[str]) -> None:
    assert told_by(read(text)) == chains


@pytest.mark.parametrize(
    ("cited", "source"),
    [("حسب تعبير الرحوي", "الرحوي"), ("بحسب قول الوزير", "الوزير"), ("حسب رواية شهود", "رواية شهود")],
)
def test_a_noun_of_saying_is_no_source_before_who_says_it(read: Reader, cited: str, source: str) -> None:
    assert told_by(read(f"قتل الجيش خمسة مسلحين في سيناء، {cited}.")) == [source]


def test_every_event_has_a_teller(read: Reader) -> None:
    """One teller may be part of another chain and take up a third: somebody is always left."""
    text = (
        "قال النائب سالم حمد إن الشرطة اعتقلت خمسة أشخاص في القاهرة. وذكرت وكالة الضفاف نقلا عن حمد أن الشرطة اعتقلت خمسة."
        " وأكد النائب أن الشرطة اعتقلت خمسة أشخاص."
    )
    record = read(text)
    assert all(tellings(record, event) for event in record.events)
    assert told_by(record) == ["وكالة الضفاف < حمد"]


def test_who_tells_a_part_and_denies_the_deed_is_both(read: Reader) -> None:
    record = read("قالت الشرطة العراقية إن مسلحين قتلوا خمسة جنود في الموصل.")
    event = record.events[0]
    speaker = tellings(record, event)[0].speaker
    assert speaker is not None
    denial = Denial(speaker, Stance.DENIES, event.trigger, event.trigger_text, event.sentence)
    denied = replace(event, denied_by=(denial,))
    assert [c.stance for c in claims_of([(record, denied)])] == [Stance.ASSERTS, Stance.DENIES]
    only = replace(denied, stance=Stance.DENIES)
    assert [c.stance for c in claims_of([(record, only)])] == [Stance.DENIES]
