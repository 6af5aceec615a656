from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.names.variants import SAME, name_words, same_name, similarity

DATA = Path(__file__).parents[1] / "data/variants.tsv"
PAIRS = [line.split("\t") for line in DATA.read_text("utf-8").splitlines()[1:]]


def test_there_are_enough_pairs() -> None:
    assert sum(p[0] == "same" for p in PAIRS) >= 400
    assert sum(p[0] == "different" for p in PAIRS) >= 400
    assert len({(a, b) for _, a, b in PAIRS}) == len(PAIRS)


def test_f1_over_our_pairs() -> None:
    hits = sum(same_name(a, b) for judgement, a, b in PAIRS if judgement == "same")
    false = sum(same_name(a, b) for judgement, a, b in PAIRS if judgement == "different")
    wanted = sum(judgement == "same" for judgement, _, _ in PAIRS)
    assert 2 * hits / (hits + false + wanted) >= 0.95


@pytest.mark.parametrize(
    ("a", "b"),
    [("باس", "بيس"), ("غوتيريش", "جوتيريس"), ("نتنياهو", "نتانياهو"), ("بيلوسي", "بلوسي"), ("عبد الله", "عبدالله"),
     ("أبو مازن", "أبي مازن"), ("القذافي", "قذافي"), ("محمد بن سلمان", "محمد سلمان"), ("جون كيري", "كيري")],
)  # fmt: skip
def test_variants(a: str, b: str) -> None:
    assert same_name(a, b)


@pytest.mark.parametrize(
    ("a", "b"),
    [("سالم", "سليم"), ("محمد مرسي", "محمد موسى"), ("عمر", "عمرو"), ("نواز شريف", "شهباز شريف"), ("", "علي")],
)
def test_different_people(a: str, b: str) -> None:
    assert not same_name(a, b)


NAMES = st.text(alphabet="ابتجدرسعغفقكلمنهوي ", min_size=1, max_size=20)


@given(NAMES, NAMES)
def test_similarity_is_even_handed_and_bounded(a: str, b: str) -> None:
    assert 0.0 <= similarity(a, b) <= 1.0
    assert similarity(a, b) == pytest.approx(similarity(b, a))
    if name_words(a):
        assert similarity(a, a) == 1.0 >= SAME
