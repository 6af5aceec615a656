from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khabar.names.index import load_index
from khabar.names.mentions import find_mentions
from khabar.names.resolve import resolve
from khabar.records import MentionKind
from khabar.text.tokens import tokenize

from .reading import article_of, mentions_of

K = MentionKind


def found(text: str, tags: dict[str, str] | None = None) -> list[tuple[str, str]]:
    return [(m.kind.value, m.text) for m in mentions_of(text, tags)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("زار وزير الخارجية المصري تونس", [("office", "وزير الخارجية المصري"), ("place", "تونس")]),
        ("وصل وزير خارجية باكستان إلى كابل", [("office", "وزير خارجية باكستان"), ("place", "كابل")]),
        ("أعلنت وزارة الداخلية العراقية ذلك", [("group", "وزارة الداخلية العراقية")]),
        ("قالت الخارجية الروسية", [("group", "الخارجية الروسية")]),
        ("اتهمت حكومة السودان المتمردين", [("group", "حكومة السودان"), ("unnamed", "المتمردين")]),
        ("نشرت قوات أمريكية هناك", [("group", "قوات أمريكية")]),
        ("أكد المتحدث باسم وزارة الدفاع اليمنية", [("office", "المتحدث باسم وزارة الدفاع اليمنية")]),
        ("قال المتحدث باسم حركة طالبان", [("office", "المتحدث باسم حركة طالبان")]),
        ("قتل مسلحون مجهولون ثلاثة جنود", [("unnamed", "مسلحون مجهولون"), ("unnamed", "ثلاثة جنود")]),
        ("تجمع مئات المتظاهرين", [("unnamed", "مئات المتظاهرين")]),
        ("وقال مسؤول أمني رفض الكشف عن هويته", [("unnamed", "مسؤول أمني")]),
        ("سلم قادة طالبان الباكستانية أنفسهم", [("unnamed", "قادة طالبان الباكستانية")]),
        ("الحدود الباكستانية الأفغانية", [("nationality", "الباكستانية"), ("nationality", "الأفغانية")]),
        ("ساعد الأفغان جيرانهم", [("unnamed", "الأفغان"), ("unnamed", "جيرانهم")]),
        ("دعم مالي كبير", []),
        ("سافر إلى مالي أمس", [("place", "مالي")]),
        ("قصف القاعدة الجوية", []),
        ("وطالب المحتجون برحيله", [("unnamed", "المحتجون")]),
        ("عودتهم إلى السلطة", []),
    ],
)
def test_what_is_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("ووزير الدفاع العراقي", "وزير الدفاع العراقي"),
        ("بيان للسفارة الأمريكية في باكستان", "لسفارة الأمريكية في باكستان"),
        ("وللحكومة السورية رأي", "لحكومة السورية"),
        ("كالمتظاهرين", "المتظاهرين"),
        ("بباكستان", "باكستان"),
        ("لـ«حركة طالبان»", "حركة طالبان"),
        ("وبـــوزير الخارجية الروسي", "وزير الخارجية الروسي"),
    ],
)
def test_clitics_stand_outside_the_span(text: str, span: str) -> None:
    (mention,) = mentions_of(text)
    assert mention.text == span == mention.span.of(text)


def test_title_and_name_are_one_mention() -> None:
    (mention,) = mentions_of("التقى وزير الخارجية المصري سامح شكري", {"سامح": "B-PER", "شكري": "I-PER"})
    assert mention.kind is K.PERSON
    assert mention.text == "وزير الخارجية المصري سامح شكري"
    assert (mention.country, mention.sectors, mention.office) == ("EGY", ("GOV",), "وزير الخارجية")
    text = "التقى وزير الخارجية المصري سامح شكري"
    assert mention.name is not None and mention.name.of(text) == "سامح شكري"
    assert mention.head.of(text) == "وزير"


def test_title_of_one_country_before_a_name_of_another_is_two_mentions() -> None:
    text = "وهنأ نائب وزير الخارجية الأمريكي إسحاق دار على انتخاب باكستان"
    assert found(text)[:2] == [("office", "نائب وزير الخارجية الأمريكي"), ("person", "إسحاق دار")]


def test_the_trap_also_with_a_name_only_the_report_knows() -> None:
    tags = {"نعمان": "B-PER", "وهبي": "I-PER", "كامل": "B-PER", "الزوي": "I-PER"}
    text = (
        "استقبل وزير الخارجية التونسي نعمان وهبي نائب وزير الخارجية الليبي كامل الزوي\n"
        "وشكر نائب وزير الخارجية الليبي نعمان وهبي على ذلك"
    )
    assert found(text, tags) == [
        ("person", "وزير الخارجية التونسي نعمان وهبي"),
        ("person", "نائب وزير الخارجية الليبي كامل الزوي"),
        ("office", "نائب وزير الخارجية الليبي"),
        ("person", "نعمان وهبي"),
    ]


def test_a_list_of_titled_people() -> None:
    text = "مع وزير الخارجية إسحاق دار ورئيس أركان الجيش الباكستاني عاصم منير"
    assert [m.actor for m in mentions_of(text)] == ["ishaq-dar", "asim-munir"]


def test_two_taliban() -> None:
    actors = [m.actor for m in mentions_of("تنفي حركة طالبان وجود حركة طالبان الباكستانية كما تنفي طالبان ذلك")]
    assert actors == ["afghan-taliban", "pakistani-taliban", "afghan-taliban"]


def test_former_officials_are_elites() -> None:
    (mention,) = mentions_of("قال وزير الدفاع الفرنسي السابق")
    assert mention.sectors == ("GOV", "ELI")
    assert mention.text == "وزير الدفاع الفرنسي السابق"


def test_missing_hamzas_and_dots() -> None:
    assert found("وزاره الخارجيه الامريكيه") == [("group", "وزاره الخارجيه الامريكيه")]
    assert found("السفاره الامريكيه فى اسلام اباد") == [("group", "السفاره الامريكيه فى اسلام اباد")]


def test_spans_are_exact_and_do_not_overlap() -> None:
    text = "قال الرئيس الروسي فلاديمير بوتين للصحفيين إن الولايات المتحدة وبريطانيا والجيش السوري وسكان حلب سواء"
    mentions = mentions_of(text)
    assert all(m.span.of(text) == m.text for m in mentions)
    assert all(a.span.end <= b.span.start for a, b in pairwise(mentions))


def test_nothing_in_nothing() -> None:
    assert find_mentions("", [], None, load_index()) == ()
    assert find_mentions("...", [tokenize("...")], [["O"]], load_index()) == ()


WORDS = [
    "الرئيس",
    "وزير",
    "الخارجية",
    "الأمريكي",
    "نائب",
    "و",
    "«",
    "»",
    "(",
    ")",
    "،",
    "حركة",
    "طالبان",
    "نظيره",
    "السعودي",
    "مئات",
    "من",
    "20",
    "المسلحين",
    "في",
    "باكستان",
    "لل",
    "رئيس",
    "المتحدث",
    "باسم",
    "بن",
    "آل",
    "عبد",
    "أبو",
    "الجانبان",
    "محمد",
    "باس",
    "الهيئة",
    "العامة",
    "شركة",
    "قادة",
    "السفارة",
    "وللحكومة",
    "سفير",
    "لدى",
    "البلدين",
    "ـــ",
    "َ",
    ".",
]
TAGS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC", "B-MISC"]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(TAGS)), max_size=20), st.booleans())
def test_any_words_and_tags_are_read(pairs: list[tuple[str, str]], tagged: bool) -> None:
    text = " ".join(word for word, _ in pairs)
    tokens = tokenize(text)
    tags = [tag for _, tag in pairs] + ["O"] * len(tokens)
    mentions = find_mentions(text, [tokens], [tags[: len(tokens)]] if tagged else None, load_index())
    assert all(m.text and m.span.of(text) == m.text and m.span.contains(m.head) for m in mentions)
    resolve(*article_of(text), mentions, load_index())


@pytest.mark.parametrize(("text", "flag"), [("لقاء مع معارضي النظام", "p"), ("لقاء بين وزيري الداخلية", "d")])
def test_a_sound_plural_before_a_genitive_is_no_pair(text: str, flag: str) -> None:
    (mention,) = [m for m in mentions_of(text) if m.kind in (K.UNNAMED, K.OFFICE)]
    assert (mention.actor or "").split("|")[2].endswith(flag)
