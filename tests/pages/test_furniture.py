import pytest

from khabar.errors import LexiconError
from khabar.pages import furniture as module
from khabar.pages.furniture import cut_away, furniture, rules

RULES = rules()


def test_there_are_many_rules_each_with_a_name_of_its_own():
    assert len(RULES) >= 24
    assert len({r.name for r in RULES}) == len(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.name)
def test_the_example_goes_and_the_line_like_it_stays(rule):
    removed = []
    kept = cut_away(rule.example, removed, rule.outlet)
    if rule.cuts and kept != rule.example:
        assert removed[0].rule == rule.name
    else:
        assert furniture(rule.example) is rule
    assert furniture(rule.keeps, rule.outlet) is None
    assert cut_away(rule.keeps, [], rule.outlet) == rule.keeps


@pytest.mark.parametrize(
    "line",
    [
        "«طباعة»", "طِباعة", "شـــارك", "1,204 مشاهدة", "٣٥ تعليقا", "اقرأ أيضًا : مقتل جندي", "إقرأ أيضاً| قمة عربية",
        "12 تعليقاً", "أ+ أ-", "فيسبوك تويتر واتساب", "#العراق #بغداد", "الرئيسية / عربي / أخبار", "سياسة",
        "جنود في دورية قرب الحدود (أ ف ب)", "//انتهى//", "انتهى/ 22", "***", "واس", "رويترز - أ ف ب", "المصدر: الأناضول",
        "آخر تحديث 14:30", "منذ 3 ساعات", "https://example.org/a/1", "© 2013 شركة النشر. All Rights Reserved.",
    ],
)  # fmt: skip
def test_furniture_as_printed(line):
    assert furniture(line) is not None


@pytest.mark.parametrize(
    "line",
    [
        "اشترك في القتال مئات المسلحين.", "تابعوا السير نحو العاصمة.", "من نحن لنحكم على الناس؟", "عاجل الموت صديقه أمس.",
        "قناة السويس الجديدة", "قال الوزير: المصدر الوحيد هو الضرائب.", "آخر تحديث للحصيلة يشير إلى مقتل تسعة.",
        "صور الأقمار الصناعية كشفت تقدم القوات.", "واس وزير سابق.", "وقع الاتفاق في جنيف (سويسرا)", "قتل جندي. (رويترز)",
        "منذ ثلاث سنوات", "500 قتيل",
    ],
)  # fmt: skip
def test_lines_of_reports_stay(line):
    assert furniture(line) is None


def test_an_end_mark_is_cut_off_a_paragraph():
    removed = []
    assert cut_away("ولم يذكر البيان تفاصيل أخرى. //انتهى//", removed) == "ولم يذكر البيان تفاصيل أخرى."
    assert [r.text for r in removed] == ["//انتهى//"]


def test_an_outlets_rule_holds_on_its_pages_alone():
    line = "وأضاف أن البرنامج يبدأ الشهر المقبل. سمات الرياض تعليم"
    assert cut_away(line, [], "سبق") == line
    assert cut_away(line, [], "عين اليوم") == "وأضاف أن البرنامج يبدأ الشهر المقبل."


def test_a_rule_without_example_is_named(tmp_path, monkeypatch):
    (tmp_path / "own.toml").write_text('[[rule]]\nname = "x"\nlines = ["طباعة"]\n', encoding="utf-8")
    monkeypatch.setattr(module, "FOLDER", tmp_path)
    rules.cache_clear()
    try:
        with pytest.raises(LexiconError, match=r"own\.toml"):
            rules()
    finally:
        rules.cache_clear()
