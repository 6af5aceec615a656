"""Words as pieces: all letters covered, offsets into the word, marks left out."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from khabar.models.pieces import OPENS, UNKNOWN, Pieces

PIECES = Pieces.load()
NAMES = {number: piece for piece, number in PIECES.numbers.items()}


def told(word: str) -> list[str]:
    return [NAMES[p.number] for p in PIECES.split(word)]


def test_known_word_is_one_piece() -> None:
    assert told("هجوم") == [OPENS + "هجوم"]


def test_word_is_split_where_its_pieces_are_likeliest() -> None:
    assert "".join(told("والمتظاهرون")) == OPENS + "والمتظاهرون"
    assert len(told("والمتظاهرون")) > 1


def test_signs_of_vowels_and_stretching_change_nothing() -> None:
    assert told("هُجـــومٌ") == told("هجوم")


def test_offsets_are_into_the_word_as_printed() -> None:
    (piece,) = PIECES.split("هُجـــومٌ")
    assert (piece.start, piece.end) == (0, len("هُجـــوم"))


def test_letter_of_no_piece_is_unknown() -> None:
    assert UNKNOWN in told("漢")


def test_nothing_but_marks_is_no_piece() -> None:
    assert PIECES.split("\u064b\u200f") == ()


@given(st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىة،.«»0123456789٠١٢abcXYZ\u064b\u0640漢", min_size=1))
def test_pieces_follow_each_other(word: str) -> None:
    pieces = PIECES.split(word)
    assert all(0 <= p.start <= p.end <= len(word) for p in pieces)
    assert all(a.end <= b.start for a, b in pairwise(pieces))
