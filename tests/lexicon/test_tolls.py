"""Every word of `lexicon/text/tolls.tsv` counts on its example what its entry says."""

from __future__ import annotations

import pytest

import khabar
from khabar.coder import Coder
from khabar.evaluate.examples import unjudged
from khabar.events.toll_words import TOLLS_FILE
from khabar.lexicon.rows import rows_of
from khabar.pages.bare import bare_article

ENTRIES = list(rows_of(TOLLS_FILE))


@pytest.fixture(scope="module")
def coder() -> Coder:
    return unjudged(khabar.load())


@pytest.mark.parametrize("entry", ENTRIES, ids=[f"{e['kind']}-{e['words'].split('|')[0]}" for e in ENTRIES])
def test_word(coder: Coder, entry: dict[str, str]) -> None:
    events = coder.code(bare_article(entry["example"])).events
    found = sorted({f"{s.kind} {s.low}" for e in events for s in e.size if s.kind in ("dead", "injured", "arrested")})
    assert events and ", ".join(found) == entry["gives"]


def test_sorted() -> None:
    kinds = [e["kind"] for e in ENTRIES]
    assert kinds == sorted(kinds)
