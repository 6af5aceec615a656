"""Nouns for kinds of places, from `lexicon/places/nouns.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Container, Sequence
from functools import lru_cache
from typing import Any

from khabar.lexicon.cache import ROOT
from khabar.lexicon.words import word_list
from khabar.text.characters import squeeze
from khabar.text.particles import particles
from khabar.text.tokens import Token


@lru_cache(maxsize=1)
def place_nouns() -> dict[str, Any]:
    """The file's tables as they are written."""
    return tomllib.loads((ROOT / "places" / "nouns.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=8)
def squeezed_nouns(table: str) -> dict[str, frozenset[str]]:
    """The lists of one of the file's tables by name, squeezed."""
    return {name: frozenset(map(squeeze, words)) for name, words in place_nouns()[table].items()}


CLITICS = ("", "و", "ف", "ب", "ل", "وب", "ول", "فب")
"""Letters that print attaches to a noun, squeezed."""


def kind_noun(norm: str, nouns: Container[str]) -> str:
    """The noun of `nouns` that a squeezed word is without clitics, or nothing."""
    return next((norm[len(c) :] for c in CLITICS if norm.startswith(c) and norm[len(c) :] in nouns), "")


_TERM = 8
"""Within how many words behind it a sentence to prison says how long it is."""
_WHEN = word_list(__name__, "when")


def is_imprisoning(tokens: Sequence[Token], at: int) -> bool:
    """Whether `سجن` at `at` is what is done to somebody for so long (`بسجن الرئيس عشرين عاما`), and no prison."""
    if not kind_noun(tokens[at].norm, ("سجن",)):
        return False
    words = [t.norm for t in tokens[at + 1 : at + 1 + 2 * _TERM] if t.kind != "punct"][:_TERM]
    long = (k for k, word in enumerate(words) if word in particles().long_periods and len(word) > 3 and word != "سنه")
    return any(_WHEN.isdisjoint(words[max(k - 3, 0) : k]) for k in long)
