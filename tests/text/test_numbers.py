"""Numbers in words and digits, their bounds, and what is no number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.records import Published
from khabar.text.number_words import number_words
from khabar.text.numbers import COUNTED_FILE, find_quantities, value_of
from khabar.text.tokens import tokenize
from khabar.times.find import find_times

VALUES = {
    "ثلاثة عشر": 13,
    "ثلاث عشرة": 13,
    "أحد عشر": 11,
    "إحدى عشرة": 11,
    "اثنا عشر": 12,
    "اثنتي عشرة": 12,
    "ثماني عشرة": 18,
    "عشرة": 10,
    "خمسة وعشرين": 25,
    "خمس وعشرون": 25,
    "وخمسة وعشرين": 25,
    "واحد وعشرون": 21,
    "إحدى وأربعين": 41,
    "تسعة وتسعين": 99,
    "مئة": 100,
    "مائة": 100,
    "ماية وعشرين": None,
    "مئتين": 200,
    "مائتا": 200,
    "ثلاثمئة": 300,
    "ثلاثمائة وخمسين": 350,
    "خمس مئة": 500,
    "ثماني مائة": 800,
    "مئة وخمسة وعشرين": 125,
    "مئة و20": None,
    "ألف": 1000,
    "ألفين": 2000,
    "ألفا": 2000,
    "ثلاثة آلاف": 3000,
    "ألف وخمسمئة": 1500,
    "مئة وخمسين ألفا": 150_000,
    "خمسة وعشرين ألفا وثلاثمئة": 25_300,
    "مليون": 1_000_000,
    "مليونين": 2_000_000,
    "نصف مليون": 500_000,
    "ربع مليون": 250_000,
    "مليون ونصف": 1_500_000,
    "مليون ونصف المليون": 1_500_000,
    "1.5 مليون": 1_500_000,
    "1,5 مليون": 1_500_000,
    "١٫٥ مليون": 1_500_000,
    "3 ملايين": 3_000_000,
    "200 ألف": 200_000,
    "ثلاثة ملايين ومئتي ألف": 3_200_000,
    "ملياري": 2_000_000_000,
    "ألفين وأربعة عشر": 2014,
    "ألف وتسعمئة وثمانية وأربعين": 1948,
    "1,500": 1500,
    "1.500": 1500,
    "٢٠": 20,
    "10.000": 10_000,
    "2٬500٬000": 2_500_000,
    "الستة ملايين": 6_000_000,
    "3.5": None,
    "شخص": None,
    "آلاف": None,
    "ثلاثة أربعة": None,
    "14:05": None,
    "17/9/2024": None,
}


@pytest.mark.parametrize(("words", "value"), VALUES.items())
def test_value_of(words: str, value: int | None) -> None:
    assert value_of(words.split()) == value


def test_no_words_have_no_value() -> None:
    assert value_of([]) is None


# Text with the words in brackets, least, most (None: open), exact.
FOUND = [
    ("مقتل ⟦ثلاثة عشر⟧ شخصا", 13, 13, True),
    ("مقتل ⟦13⟧ شخصا", 13, 13, True),
    ("مقتل ⟦١٣⟧ شخصا", 13, 13, True),
    # A number told in digits and in words is one; others that stand side by side are not it.
    ("مقتل ⟦39 تسعة و ثلاثين⟧ شخصا", 39, 39, True),
    ("أسر ⟦سبعة (7)⟧ جنود", 7, 7, True),
    ("اعتقل ⟦مئة و خمسون⟧ شخصا", 150, 150, True),
    ("أصيب ⟦نحو 20⟧ شخصا", 20, 20, False),
    ("أصيب ⟦حوالي عشرين⟧ شخصا", 20, 20, False),
    ("أصيب ⟦حوالى 20⟧ شخصا", 20, 20, False),
    ("أصيب ⟦قرابة ألف⟧ شخص", 1000, 1000, False),
    ("أصيب ⟦زهاء مئتي⟧ شخص", 200, 200, False),
    ("أصيب ⟦ما يقرب من 30⟧ شخصا", 30, 30, False),
    ("أصيب ب⟦نحو 20⟧ رصاصة", 20, 20, False),
    ("قتل ⟦ما لا يقل عن 60⟧ مدنيا", 60, None, False),
    ("قتل ⟦ما لا يقل عن ستين⟧ مدنيا", 60, None, False),
    ("قتل ⟦أكثر من مئة⟧ مدني", 100, None, False),
    ("قتل ⟦أكثر من 100⟧ مدني", 100, None, False),
    ("قتل ⟦ما يزيد على 100⟧ مدني", 100, None, False),
    ("قتل ⟦أقل من عشرة⟧ مدنيين", 0, 10, False),
    ("قتل ⟦20⟧ شخصا على الأقل", 20, None, False),
    ("قتل ⟦20 على الأقل⟧", 20, None, False),
    ("قتل ⟦خمسة⟧ أشخاص تقريبا", 5, 5, False),
    ("قتل ⟦بين 10 و15⟧ مدنيا", 10, 15, False),
    ("قتل ⟦ما بين عشرة وخمسة عشر⟧ مدنيا", 10, 15, False),
    ("قتل ⟦من 5 إلى 7⟧ مدنيين", 5, 7, False),
    ("قتل ⟦خمسة أو ستة⟧ مدنيين", 5, 6, False),
    ("قتل ⟦ثلاثة إلى خمسة⟧ مدنيين", 3, 5, False),
    ("قتل ⟦10-15⟧ مدنيا", 10, 15, False),
    ("نزح ⟦بين 3 و5 ملايين⟧ شخص", 3_000_000, 5_000_000, False),
    ("قتل ⟦عشرات⟧ المدنيين", 20, 99, False),
    ("قتل ال⟦عشرات⟧ في القصف", 20, 99, False),
    ("قتل ⟦مئات⟧ المدنيين", 200, 999, False),
    ("جمع من ⟦عشرات⟧ المدنيين", 20, 99, False),
    ("نزح ⟦آلاف⟧ المدنيين", 2000, None, False),
    ("نزح ⟦عشرات الآلاف⟧ من المدنيين", 20_000, 99_999, False),
    ("نزح ⟦مئات آلاف⟧ المدنيين", 200_000, 999_999, False),
    ("نزحت ⟦عدة⟧ عائلات", 3, 9, False),
    ("نزحت ⟦بضع⟧ عائلات", 3, 9, False),
    ("نزح ⟦عدة آلاف⟧ من السكان", 3000, 9999, False),
    ("قتل ⟦بضعة عشر⟧ شخصا", 13, 19, False),
    ("قتل ⟦شخصان⟧ في الغارة", 2, 2, True),
    ("مقتل ⟦جنديين⟧ في الغارة", 2, 2, True),
    ("وقتل ⟦شخصان اثنان⟧ في الغارة", 2, 2, True),
    ("أصيبت ⟦امرأتان⟧ في الغارة", 2, 2, True),
    ("سقط ⟦قتيلان⟧ في الغارة", 2, 2, True),
    ("قتل ⟦مسلحان⟧ في الغارة", 2, 2, True),
    ("أفرج عن ال⟦جنديين⟧ المخطوفين", 2, 2, True),
    ("قتل شخص ⟦واحد⟧ في الغارة", 1, 1, True),
    ("قتل ⟦أحد⟧ الجنود في الغارة", 1, 1, True),
    ("قتلت ⟦إحدى⟧ الموظفات في الغارة", 1, 1, True),
    ("الضحايا ال⟦سبعة⟧ من عائلة", 7, 7, True),
    ("قوامها ⟦150 ألف⟧ جندي", 150_000, 150_000, True),
    ("قتل ⟦مئة و20⟧ مدنيا", 120, 120, True),
    ("قتل ⟦3 آلاف و500⟧ مدني", 3500, 3500, True),
    ("قتل و⟦خمسة⟧ آخرون", 5, 5, True),
    ("قتل ⟦2014⟧ شخصا", 2014, 2014, True),
    ("قال إن ⟦أحد⟧ الجنود قتل", 1, 1, True),
    ("قتل قائد الفوج و⟦ثلاثة⟧ جنود", 3, 3, True),
]


@pytest.mark.parametrize(("marked", "low", "high", "exact"), FOUND)
def test_found(marked: str, low: int, high: int | None, exact: bool) -> None:
    text = marked.replace("⟦", "").replace("⟧", "")
    (found,) = find_quantities(text, tokenize(text))
    assert (found.text, found.low, found.high, found.exact) == (
        marked.partition("⟦")[2].partition("⟧")[0],
        low,
        high,
        exact,
    )
    assert found.span.start == marked.index("⟦")
    assert found.span.of(text) == found.text


NONE = [
    "في عام 2014 سقطت المدينة",
    "سقطت المدينة في 2014",
    "منذ سنة 2003",
    "عام ألفين وثلاثة",
    "في 17 سبتمبر 2014",
    "في 17/9/2014",
    "نسبة 50% من السكان",
    "نسبة 50 في المئة من السكان",
    "نسبة 50 بالمئة من السكان",
    "عشرة في المئة",
    "القرار 1701",
    "المادة 5 من القانون",
    "طائرة إف-16",
    "طائرة F 16",
    "عند الساعة 14:05",
    "9 مساء",
    "لم يصب أحد في الهجوم",
    "لا أحد يعلم",
    "يوم الأحد",
    "في آن واحد",
    "البلدين الشقيقين",
    "حركة طالبان",
    "عدة المقاتل",
    "مسلحين مجهولين",
    "المدير العام عبد الواحد",
    "فيلم قديم (1982)",
    "1436هـ",
    "لست متأكدا",
    "أثني على الجهود",
    "القرارات 1696",
    "طائرة بوينغ 777",
    "يوم الاثنين",
]


@pytest.mark.parametrize("text", NONE)
def test_nothing_found(text: str) -> None:
    assert find_quantities(text, tokenize(text)) == ()


def test_two_numbers_stay_two() -> None:
    text = "قتل ثلاثة وأصيب خمسة وعشرون بينهم أربعة أطفال وامرأتان"
    found = find_quantities(text, tokenize(text))
    assert [(q.text, q.low) for q in found] == [("ثلاثة", 3), ("خمسة وعشرون", 25), ("أربعة", 4), ("امرأتان", 2)]


def test_a_unit_and_a_unit_are_two_numbers() -> None:
    text = "قتل ثلاثة وخمسة جرحى"
    assert [q.low for q in find_quantities(text, tokenize(text))] == [3, 5]


def test_marks_and_tatweel_do_not_move_the_span() -> None:
    text = "وقُتِلَ ثـلاثةُ جنودٍ"
    (found,) = find_quantities(text, tokenize(text))
    assert found.text == "ثـلاثةُ"


def test_numbers_of_dates_are_left_out_but_those_of_durations_stay() -> None:
    published = Published("2019-03-13", "day", None, "", "given")
    text = "قبل ثلاثة أيام قتل 5 جنود بعد حصار استمر عشرة أيام"
    tokens = tokenize(text)
    found = find_quantities(text, tokens, find_times(text, tokens, published))
    assert [q.low for q in found] == [5, 10]


def in_words(number: int) -> list[str]:
    """A number below a million in words, by the book."""
    plain = ("units", "ten", "tens", "hundreds")
    table = {a.value: w for w, a in number_words().atoms.items() if not a.prefix and a.kind in plain}

    def below_hundred(n: int) -> list[str]:
        if n in table:
            return [table[n]]
        unit, ten = n % 10, n - n % 10
        if ten == 10:
            return [("احد" if unit == 1 else table[unit]), "عشر"]
        return [table[unit], "و" + table[ten]]

    def below_thousand(n: int) -> list[str]:
        if n < 100:
            return below_hundred(n)
        rest = below_hundred(n % 100) if n % 100 else []
        return [table[n - n % 100], *(["و" + rest[0], *rest[1:]] if rest else [])]

    thousands, rest = divmod(number, 1000)
    few = {0: [], 1: ["الف"], 2: ["الفين"]}
    words = few[thousands] if thousands in few else [*below_thousand(thousands), "الفا"]
    more = below_thousand(rest) if rest else []
    return [*words, "و" + more[0], *more[1:]] if words and more else words or more


@given(st.integers(1, 999_999))
def test_every_number_in_words_is_read_back(number: int) -> None:
    assert value_of(in_words(number)) == number


@given(st.text(alphabet="قتل ثلاثة وعشرين ألفا 0123456789.,/-٣٤²ـًنحو من(%)", max_size=60))
def test_any_text_is_borne(text: str) -> None:
    tokens = tokenize(text)
    times = find_times(text, tokens, Published("2019-03-13", "day", None, "", "given"))
    for found in (*find_quantities(text, tokens, times), *times):
        assert found.span.of(text) == found.text != ""


def test_counted_nouns_are_sorted_and_once() -> None:
    nouns = [line.split("\t")[0] for line in COUNTED_FILE.read_text(encoding="utf-8").splitlines()[2:]]
    assert nouns == sorted(set(nouns))
