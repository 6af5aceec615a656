"""The word list: how common a word is in print, made by `tools/make_words.py`."""

from __future__ import annotations

import re
from functools import lru_cache

from khabar.lexicon.cache import ROOT

VERBAL_NOUN = re.compile("^(ت..ي.|ت...ه|ا.ت.ا.|ان..ا.|است..ا.|ا..ا.|م.ا..ه)$")
"""The shapes of verbal nouns (تفعيل, تفعلة, افتعال, انفعال, استفعال, إفعال, مفاعلة), squeezed."""


@lru_cache(maxsize=1)
def _word_counts() -> dict[str, int]:
    """The word list: squeezed word to how common it is in print."""
    lines = (ROOT / "text" / "words.tsv").read_text(encoding="utf-8").splitlines()
    return {word: int(count) for word, count in (line.split("\t") for line in lines)}


def known_word(norm: str) -> int:
    """How common a squeezed word is in the word list; 0 where it is not in it."""
    return _word_counts().get(norm, 0)
