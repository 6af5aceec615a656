from __future__ import annotations

import pytest

from khabar.records import MentionKind

from .reading import mentions_of, read


def people(text: str, tags: dict[str, str] | None = None) -> list[str]:
    return [m.text for m in mentions_of(text, tags or {}) if m.kind in (MentionKind.PERSON, MentionKind.OFFICE)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أوضح مدير شرطة منطقة القصيم اللواء سالم الحربي ذلك", ["مدير شرطة منطقة القصيم اللواء سالم الحربي"]),
        ("قال الأمين العام لحزب البناء الجمهوري لطفي المرايحي", ["الأمين العام لحزب البناء الجمهوري لطفي المرايحي"]),
        ("قالت منسقة جمعية النور للأيتام ليلى البنا", ["منسقة جمعية النور للأيتام ليلى البنا"]),
        ("بحضور نائب الرئيس التنفيذي لقطاع الدواء الدكتور سعد نصيف",
         ["نائب الرئيس التنفيذي لقطاع الدواء الدكتور سعد نصيف"]),
        ("وقال النائب بمجلس نواب الشعب عن حزب البناء لطفي العبدولي",
         ["النائب بمجلس نواب الشعب عن حزب البناء لطفي العبدولي"]),
    ],
)  # fmt: skip
def test_posts_told_in_many_words(text: str, expected: list[str]) -> None:
    assert people(text) == expected


def test_a_second_person_ends_a_post() -> None:
    text = "قال رئيس الجمعية والمديرة العامة للمركز ليلى البنا"
    assert "رئيس الجمعية والمديرة العامة للمركز ليلى البنا" not in people(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("اجتمع وزير الخدمة المدنية بالوفد", "وزير الخدمة المدنية"),
        ("قال وزير الشؤون البلدية والقروية", "وزير الشؤون البلدية والقروية"),
        ("وصل وزير أوروبا والشؤون الخارجية الفرنسي", "وزير أوروبا والشؤون الخارجية الفرنسي"),
        ("قال وزير الثقافة والإعلام", "وزير الثقافة والإعلام"),
        ("أمر خادم الحرمين الشريفين بذلك", "خادم الحرمين الشريفين"),
        ("رأس نائب خادم الحرمين الشريفين الجلسة", "نائب خادم الحرمين الشريفين"),
    ],
)
def test_portfolios(text: str, expected: str) -> None:
    assert people(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أعلنت وزارة الطاقة والمناجم والطاقات المتجددة", "وزارة الطاقة والمناجم والطاقات المتجددة"),
        ("عقد مجلس الشؤون الاقتصادية والتنمية اجتماعا", "مجلس الشؤون الاقتصادية والتنمية"),
        ("قالت وزارة الخدمة المدنية", "وزارة الخدمة المدنية"),
    ],
)
def test_bodies_named_by_their_field(text: str, expected: str) -> None:
    assert [m.text for m in mentions_of(text) if m.kind is MentionKind.GROUP] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أكد الأمير فهد بن سعد أمير منطقة تبوك ذلك", ["الأمير فهد بن سعد أمير منطقة تبوك"]),
        ("التقى الأمير محمد بن سلمان وزير الدفاع وزير الخارجية الفرنسي",
         ["الأمير محمد بن سلمان وزير الدفاع", "وزير الخارجية الفرنسي"]),
        ("استقبل الأمير خالد بن فهد وزير الصحة المصري", ["الأمير خالد بن فهد", "وزير الصحة المصري"]),
        ("انتقد الدكتور سالم الحربي وزير النقل", ["الدكتور سالم الحربي", "وزير النقل"]),
        ("استقبل خادم الحرمين الشريفين وزير الصحة", ["خادم الحرمين الشريفين", "وزير الصحة"]),
    ],
)  # fmt: skip
def test_offices_behind_a_name(text: str, expected: list[str]) -> None:
    assert people(text) == expected


@pytest.mark.parametrize(
    ("text", "words", "sector"),
    [
        ("أوضح مدير شرطة منطقة القصيم اللواء سالم الحربي ذلك", "مدير شرطة", "COP"),
        ("قال المواطن سالم الحربي ذلك", "المواطن", "CVL"),
        ("قالت مديرة مستشفى النور ليلى البنا", "مديرة", "MED"),
        ("هاجمت حركة طالبان القرية\nوفر المسلحون", "المسلحون", "REB"),
        ("هاجمت حركة طالبان القرية\nوخطف مسلحون مجهولون طبيبا", "مسلحون", "UAF"),
    ],
)
def test_sectors_told_by_words(text: str, words: str, sector: str) -> None:
    mentions, _ = read(text, tags={})
    assert next(m for m in mentions if m.text.startswith(words)).sectors == (sector,)
