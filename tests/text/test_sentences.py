"""Where sentences end."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.pages.bare import bare_article
from khabar.records import Span
from khabar.text.sentences import article_sentences, split_sentences


def pieces(text: str) -> list[str]:
    return [s.of(text) for s in split_sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصل الوزير. ثم غادر.", ["وصل الوزير.", "ثم غادر."]),
        ("هل وصل الوزير؟ نعم وصل!", ["هل وصل الوزير؟", "نعم وصل!"]),
        ("قال د. سامي إن م. هدى وصلت.", ["قال د. سامي إن م. هدى وصلت."]),
        ("نقلت وكالة أ.ف.ب عن شاهد.", ["نقلت وكالة أ.ف.ب عن شاهد."]),
        ("ارتفع السعر 3.5 في المئة. وتراجع بعدها.", ["ارتفع السعر 3.5 في المئة.", "وتراجع بعدها."]),
        ("منذ عودة الحركة. إلى السلطة. وقال آخرون.", ["منذ عودة الحركة. إلى السلطة.", "وقال آخرون."]),
        ("انتهى الاجتماع. إلى ذلك، وصل الوفد.", ["انتهى الاجتماع.", "إلى ذلك، وصل الوفد."]),
        ("قال «لن نعود.» وغادر القاعة.", ["قال «لن نعود.»", "وغادر القاعة."]),
        ("الوضع خطير.. والحل بعيد.", ["الوضع خطير.. والحل بعيد."]),
        ("كتب في موقع example.com أمس. ثم صمت.", ["كتب في موقع example.com أمس.", "ثم صمت."]),
    ],
)
def test_ends(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


@given(st.text(alphabet='ابتثي وال.؟!«»"،. \n0٣dx', max_size=120))
def test_sentences_cover_every_word(text: str) -> None:
    spans = split_sentences(text, Span(0, len(text)))
    kept = "".join(s.of(text) for s in spans)
    assert "".join(kept.split()) == "".join(text.split())
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))


def test_headline_is_a_sentence_of_its_own() -> None:
    article = bare_article("وصل الوزير. ثم غادر.\nوعاد أمس.", "الوزير يصل")
    found = [(s.span.of(article.text), s.paragraph) for s in article_sentences(article)]
    assert found == [("الوزير يصل", -1), ("وصل الوزير.", 0), ("ثم غادر.", 0), ("وعاد أمس.", 1)]
