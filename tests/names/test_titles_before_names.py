"""Titles and ranks before a name are one mention with it, also behind adjectives and the country somebody is sent to."""

from __future__ import annotations

import pytest

import khabar
from khabar.coder import Coder
from khabar.pages.bare import bare_article


@pytest.fixture(scope="module")
def coder() -> Coder:
    return khabar.load()


@pytest.mark.parametrize(
    "title",
    [
        "رجل الدين العراقي", "الخبير الاستراتيجي", "الفريق أول ركن", "العميد الطيار", "المبعوث الأممي إلى اليمن",
        "المحلل السياسي", "الناطق الرسمي باسم الجيش", "المعارض السوري",
    ],
)  # fmt: skip
def test_a_title_and_a_name_are_one(coder: Coder, title: str) -> None:
    text = f"وقال {title} سامي الطرابلسي إن الجيش قصف المدينة."
    assert f"{title} سامي الطرابلسي" in [m.text for m in coder.code(bare_article(text)).mentions]


def test_a_country_that_is_told_of_is_no_part_of_a_title(coder: Coder) -> None:
    text = "وعاد السفير الفرنسي إلى اليمن."
    assert "السفير الفرنسي" in [m.text for m in coder.code(bare_article(text)).mentions]


def test_two_capitals_side_by_side_are_two(coder: Coder) -> None:
    text = "اتهمت كييف موسكو بإرسال أسلحة إلى المتمردين."
    assert [m.text for m in coder.code(bare_article(text)).mentions][:2] == ["كييف", "موسكو"]


def test_a_counterpart_with_his_state_and_name_is_one(coder: Coder) -> None:
    text = "التقى الوزير بنظيره في جمهورية سيراليون تيموثي موسى كابا في الرياض."
    found = [m.text for m in coder.code(bare_article(text)).mentions]
    assert "نظيره في جمهورية سيراليون تيموثي موسى كابا" in found
    assert "نظيره" in [m.text for m in coder.code(bare_article("التقى الوزير نظيره في قطر أمس.")).mentions]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("قال الوزير إن الأوضاع في الأردن مستقرة.\nأشاد السفير الفرنسي بجهود المملكة في مكافحة الإرهاب.", "JOR"),
        ("قال الوزير إن السعودية آمنة.\nأشاد السفير الفرنسي بجهود المملكة في مكافحة الإرهاب.", "SAU"),
    ],
)
def test_which_kingdom_is_meant(coder: Coder, text: str, country: str) -> None:
    event = next(e for e in coder.code(bare_article(text)).events if e.type == "SUPPORT")
    assert [(m.country, m.actor) for m in event.recipients] == [(country, f"state-{country.lower()}")]
