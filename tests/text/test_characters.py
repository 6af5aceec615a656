"""Folding never moves an offset."""

from hypothesis import given
from hypothesis import strategies as st

from khabar.text.characters import fold, has_marks, is_arabic, squeeze


@given(st.text())
def test_fold_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


def test_what_print_leaves_open_is_made_one() -> None:
    assert squeeze("إسلام") == squeeze("اسلام") == squeeze("أســلام")
    assert squeeze("على") == squeeze("علي")
    assert squeeze("المدينة") == squeeze("المدينه")
    assert squeeze("مُسَلَّح") == "مسلح"
    assert squeeze("١٢٣") == "123"
    assert squeeze("مسؤول") == squeeze("مسئول")
    assert squeeze("كتب") != squeeze("كذب")


def test_marks_and_letters_are_told() -> None:
    assert has_marks("ضُرب") and not has_marks("ضرب")
    assert is_arabic("abc ش") and not is_arabic("abc 12")
