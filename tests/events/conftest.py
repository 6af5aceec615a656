"""A coder without the judge, so that what the tests see is the work of grammar and lexicon alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import khabar
from khabar.coder import Coder
from khabar.evaluate.examples import unjudged
from khabar.pages.bare import bare_article
from khabar.records import Published, Record


@pytest.fixture(scope="module")
def coder() -> Coder:
    return unjudged(khabar.load())


@pytest.fixture(scope="module")
def read(coder: Coder) -> Callable[[str], Record]:
    day = Published("2019-05-07", "day", None, "2019-05-07", "given")
    return lambda text: coder.code(bare_article(text, published=day))
