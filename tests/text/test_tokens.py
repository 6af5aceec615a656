"""Tokens and clitics."""

from hypothesis import given
from hypothesis import strategies as st

from khabar.text.tokens import clitics, tokenize


def test_marks_are_parted_from_words() -> None:
    text = "«وقال» الرئيس (د. أحمد)، 17/9/2024 الساعة 03:34 م.. والـمَدينة 25% CNN.com"
    assert [t.text for t in tokenize(text)] == [
        "«",
        "وقال",
        "»",
        "الرئيس",
        "(",
        "د",
        ".",
        "أحمد",
        ")",
        "،",
        "17/9/2024",
        "الساعة",
        "03:34",
        "م",
        "..",
        "والـمَدينة",
        "25%",
        "CNN.com",
    ]


@given(st.text(alphabet="ابوالسكي ةـَ«»()،.١2aB\u200f ", max_size=60))
def test_tokens_are_slices(text: str) -> None:
    tokens = tokenize(text)
    assert all(text[t.start : t.end] == t.text for t in tokens)
    assert "".join(t.text for t in tokens) == "".join(c for c in text if not c.isspace())


def test_part_of_a_text() -> None:
    assert [t.start for t in tokenize("وصل الوزير أمس", 4, 10)] == [4]


def test_cuts() -> None:
    cuts = {(c.conjunction, c.particle, c.article, c.stem, c.suffix) for c in clitics("وبالمدينه")}
    assert ("و", "ب", True, "مدينه", "") in cuts
    assert ("", "", False, "وبالمدينه", "") in cuts
    assert ("", "ل", True, "جيش", "") in {
        (c.conjunction, c.particle, c.article, c.stem, c.suffix) for c in clitics("للجيش")
    }
    assert ("", "", False, "قتلو", "ه") in {
        (c.conjunction, c.particle, c.article, c.stem, c.suffix) for c in clitics("قتلوه")
    }
