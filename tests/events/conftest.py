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


@pytest.fixture(scope="module")
def read_report(coder: Coder) -> Callable[[str], Record]:
    """Code a sentence as the first of a report, which is weighed otherwise than an excerpt."""
    day = Published("2021-11-14", "day", None, "2021-11-14", "given")
    more = " ولم يذكر المصدر تفاصيل أخرى. ويعرف عن المنطقة كثرة سكانها."
    return lambda text: coder.code(bare_article(text + more, published=day))
