"""Places that only tell where another one lies, and names shown by the province or in a row behind their kind noun."""

from __future__ import annotations

import pytest

import khabar
from khabar.pages.bare import bare_article


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("قتل ثلاثة مسلحين في هجوم على قضاء مخمور شرق الموصل.", "مخمور"),
        ("قتل ثلاثة جنود في هجوم على بلدة خربتا الواقعة غرب رام الله.", "خربتا"),
        ("قتل ثلاثة جنود في هجوم على بلدة عرسال القريبة من بعلبك.", "عرسال"),
        ("قتل ثلاثة جنود في هجوم على بلدة عرسال على بعد 20 كيلومترا إلى الشمال من بعلبك.", "عرسال"),
        ("قتل خمسة جنود في هجوم على تلعفر 60 كلم غرب الموصل.", "تلعفر"),
        ("قتل خمسة جنود في هجوم على قضاء سنجار (120 كلم غرب الموصل).", "سنجار"),
        ("قتل شخصان في انفجار شمال بغداد.", "بغداد"),
    ],
)
def test_what_lies_beside_a_place_happened_in_the_nearer_one(sentence: str, place: str) -> None:
    (event,) = khabar.load().code(bare_article(sentence)).events
    assert event.place is not None and event.place.text == place


def test_nothing_happened_beyond_a_border() -> None:
    (event,) = khabar.load().code(bare_article("قتل خمسة جنود في هجوم على الحدود مع السعودية.")).events
    assert event.place is None


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("اشتبك الجيش مع المسلحين في سهل السنابل بريف حماة.", {"السنابل"}),
        ("قصف الجيش بلدتي كفربطيخ ومعرزيتا بريف إدلب.", {"كفربطيخ", "معرزيتا"}),
        ("سيطرت القوات على جبهتي القتال في إدلب.", set()),
    ],
)
def test_names_no_table_has_are_shown_by_what_stands_beside_them(sentence: str, names: set[str]) -> None:
    record = khabar.load().code(bare_article(sentence))
    assert {p.name_ar for p in record.places if p.id.startswith("unlisted:")} == names


def test_a_village_told_beside_a_town_lies_in_the_towns_country() -> None:
    record = khabar.load().code(bare_article("وقع الهجوم في قرية أبو سمرة شمال كركوك."))
    assert {p.country for p in record.places} == {"IRQ"}


def test_an_area_is_taken_up_from_an_office_named_after_it() -> None:
    text = "تفقد أمير منطقة عسير فيصل بن خالد المصابين.\nوكان انتحاري قد فجر نفسه في مسجد بالمنطقة."
    events = khabar.load().code(bare_article(text)).events
    assert [e.place.text for e in events if e.type == "ASSAULT" and e.place is not None] == ["عسير"]


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("انفجرت قنبلة في سوق وسط العاصمة الكويتية.", "مدينة الكويت"),
        ("قال وزير الداخلية التونسي إن الشرطة اعتقلت أمس ثلاثة مهربين وسط العاصمة.", "تونس العاصمة"),
        ("قتل ثلاثة جنود في هجوم على قرية آل مسفر.", "آل مسفر"),
    ],
)
def test_capitals_named_as_their_country_and_names_of_two_words(sentence: str, place: str) -> None:
    (event,) = khabar.load().code(bare_article(sentence)).events
    assert event.place is not None and event.place.place.name_ar == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "مقتل ثلاثة جنود في أفغانستان\nقتل ثلاثة جنود في انفجار عبوة ناسفة في أفغانستان أمس.\n"
            "وقال المتحدث إن الجنود قتلوا في الانفجار في بلدة سنغين بأفغانستان.",
            "سنغين",
        ),
        ("قتل ثلاثة جنود في انفجار عبوة ناسفة في أفغانستان أمس.", "أفغانستان"),
    ],
)
def test_the_smaller_place_told_right_before_the_larger_is_meant(text: str, place: str) -> None:
    (event,) = khabar.load().code(bare_article(text)).events
    assert event.place is not None and event.place.place.name_ar == place


def test_a_stray_tatweel_between_two_places_is_no_word() -> None:
    (event,) = khabar.load().read("قتل ثلاثة أشخاص في سنجار ـ غرب الموصل.").events
    assert event.place is not None and event.place.place.name_ar == "سنجار"
