"""Word classes of sentences of ours, by the shipped model."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from khabar.errors import KhabarError
from khabar.text.classes import CLASSES, WordClasses
from khabar.text.features import cut_shape, form_table, verb_kinds
from khabar.text.tokens import tokenize


def classes(text: str) -> list[str]:
    return WordClasses.load().tag(tokenize(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قتل الجيش أربعة جنود في المدينة.", "VERB_P NOUN NUM NOUN ADP NOUN PUNCT"),
        ("قال الرئيس إن الحكومة ستدرس القرار.", "VERB_P NOUN PART NOUN VERB_I NOUN PUNCT"),
        ("لم يصل الوفد إلى العاصمة", "PART VERB_I NOUN ADP NOUN"),
        ("هذا القرار الجديد", "DET NOUN ADJ"),
        ("وبالانفجار الكبير", "NOUN ADJ"),
    ],
)
def test_classes_of_plain_sentences(text: str, expected: str) -> None:
    assert classes(text) == expected.split()


def test_every_class_is_one_of_the_list() -> None:
    text = "«أعلنت» الشركة 12% من 2,5 مليون BBC \u200f، ثم غادرت... ؟ ـ"
    assert set(classes(text)) <= set(CLASSES)
    assert len(classes(text)) == len(tokenize(text))


def test_numbers_and_marks_are_what_they_are() -> None:
    assert classes("قتل 25 شخصا.")[1::2] == ["NUM", "PUNCT"]


def test_an_empty_sentence_has_no_classes() -> None:
    assert WordClasses.load().tag([]) == []


def test_verbs_are_known_through_their_clitics() -> None:
    assert "P8" in form_table()["اعتقلت"]
    assert any("P8" in kind for kind in verb_kinds("واعتقلت"))
    assert any("P8" in kind for kind in verb_kinds("اعتقلتهم"))
    assert "س" in verb_kinds("سيعتقل")
    assert verb_kinds("طاوله") == ()


def test_cut_shape_reads_letters_alone() -> None:
    assert cut_shape("وبالانفجار") == ("وبال", "انفجار")
    assert cut_shape("في") == ("", "في")


def test_a_tagger_travels_between_processes() -> None:
    again = pickle.loads(pickle.dumps(WordClasses.load()))
    assert again.tag(tokenize("قال الرئيس")) == classes("قال الرئيس")


def test_a_model_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KhabarError, match="cannot be read"):
        WordClasses(tmp_path / "none.crfsuite")
