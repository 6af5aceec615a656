"""Where sentences end."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.pages.bare import bare_article
from khabar.records import Span
from khabar.text.sentences import LONGEST, article_sentences, split_sentences
from khabar.text.tokens import tokenize


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


OVERLONG = [
    "قتل مسلحون جنديا في الموصل واعتقلت الشرطة ثلاثة أشخاص و" * 200,
    "قتل مسلحون جنديا في الموصل، واعتقلت الشرطة سالم وسامي ثم " * 200,
    "كتاب باب نهر " * 400,
    "،" * 2000,
    "و " * 2000,
]


def in_bounds(text: str) -> list[list[str]]:
    """The tokens of every sentence, which are looked at for being all of the text's, in order, and not too many."""
    spans = split_sentences(text, Span(0, len(text)))
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert all(s.of(text) and s.of(text) == s.of(text).strip() for s in spans)
    found = [[t.text for t in tokenize(text, s.start, s.end)] for s in spans]
    assert [t for piece in found for t in piece] == [t.text for t in tokenize(text)]
    assert all(len(piece) <= LONGEST for piece in found)
    return found


@pytest.mark.parametrize("text", OVERLONG)
def test_no_sentence_is_without_bounds(text: str) -> None:
    assert len(in_bounds(text)) > 1


@given(st.lists(st.sampled_from(["كتاب ", "وكتاب ", "و ", "، ", "نهر. ", "كتاب", "3.5", "«"]), max_size=LONGEST * 3))
def test_no_sentence_of_any_words_is_without_bounds(words: list[str]) -> None:
    in_bounds("".join(words))


def test_what_is_too_long_is_cut_at_the_safest_place() -> None:
    joined, paused, hard = (in_bounds(text) for text in OVERLONG[:3])
    assert {piece[0] for piece in joined[1:]} <= {"واعتقلت", "وقتل", "و"}
    assert {tuple(piece[:2]) for piece in paused[1:]} == {("واعتقلت", "الشرطة")}
    assert {piece[-1] for piece in paused[:-1]} == {"،"}
    assert [len(piece) for piece in hard] == [LONGEST, LONGEST, 1200 - 2 * LONGEST]


def test_a_sentence_within_bounds_is_left_whole() -> None:
    assert len(in_bounds("وصل الوزير، وغادر " * (LONGEST // 4))) == 1


def test_an_overlong_headline_stays_one_by_its_paragraph() -> None:
    article = bare_article("وصل الوزير.", "قتل جندي واعتقل شاب و" * 200)
    numbers = [s.paragraph for s in article_sentences(article)]
    assert numbers[-1] == 0 and set(numbers[:-1]) == {-1} and len(numbers) > 2
