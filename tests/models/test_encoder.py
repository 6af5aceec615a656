"""The encoder: windows of whole sentences, the same numbers for the same text, and what its heads have learned."""

import numpy as np
import pytest

import khabar
from khabar.coder import Coder
from khabar.events.lexicon import TYPES
from khabar.models.encoder import KINDS, MOODS, ROLES, Encoded, Placed, bucket, pieces_of, windows
from khabar.models.pieces import Pieces
from khabar.pages.bare import bare_article
from khabar.records import Auxiliary, Span

TEXT = "قتل مسلحون مجهولون ثلاثة جنود في هجوم على حاجز للجيش شمال المدينة. وقال ضابط إن الطقس كان باردا."


@pytest.fixture(scope="module")
def coder() -> Coder:
    return khabar.load()


@pytest.fixture(scope="module")
def encoded(coder: Coder) -> Encoded:
    return read(coder, TEXT)


def read(coder: Coder, text: str) -> Encoded:
    assert coder.encoder is not None
    found = coder.encoder.read(text, [s.span for s in coder.survey(bare_article(text)).sentences])
    assert found is not None
    return found


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def test_kinds_and_moods_are_those_of_events() -> None:
    assert KINDS[1:] == tuple(sorted(TYPES))
    assert set(MOODS) == set(Auxiliary)


def test_pieces_keep_where_they_stand() -> None:
    for _, start, end in pieces_of(TEXT, Span(4, 40), Pieces.load()):
        assert 4 <= start < end <= 40


def test_windows_hold_whole_sentences_in_order() -> None:
    sentences: list[list[Placed]] = [[(n, n, n + 1)] * length for n, length in enumerate((3, 4, 12, 1))]
    found = windows(sentences, 8)
    assert [len(part) for part in found] == [7, 8, 5]
    assert [piece for part in found for piece in part] == [piece for s in sentences for piece in s]


def test_distances_before_and_behind_differ() -> None:
    assert len({bucket(far) for far in range(-8, 9)}) == 17
    assert bucket(400) == bucket(500) == 19
    assert bucket(-500) == 39


def test_every_span_has_rows(encoded: Encoded) -> None:
    for start in range(len(TEXT) - 1):
        first, behind = encoded.rows(Span(start, start + 1))
        assert 0 <= first < behind <= len(encoded.hidden)


def test_same_text_same_numbers(coder: Coder, encoded: Encoded) -> None:
    assert np.array_equal(read(coder, TEXT).hidden, encoded.hidden)


def test_killing_is_force_and_weather_is_nothing(encoded: Encoded) -> None:
    killed, cold = encoded.kinds(span("قتل")), encoded.kinds(span("باردا"))
    assert KINDS[int(np.argmax(killed))] == "ASSAULT"
    assert KINDS[int(np.argmax(cold))] == "none"


def test_who_killed_and_who_was_killed(encoded: Encoded) -> None:
    trigger, gunmen, soldiers = span("قتل"), span("مسلحون مجهولون"), span("ثلاثة جنود")
    actor, recipient = ROLES.index("actor"), ROLES.index("recipient")
    theirs, whose = encoded.role(trigger, gunmen, span("مسلحون")), encoded.role(trigger, soldiers, span("جنود"))
    assert theirs[actor] > theirs[recipient]
    assert whose[recipient] > whose[actor]


def test_text_without_words_is_not_read(coder: Coder) -> None:
    assert coder.encoder is not None
    assert coder.encoder.read(" \n ", [Span(0, 3)]) is None
