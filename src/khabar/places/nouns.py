"""Nouns for kinds of places, from `lexicon/places/nouns.toml`."""

from __future__ import annotations

import tomllib
from collections.abc import Container
from functools import lru_cache
from typing import Any

from khabar.lexicon.cache import ROOT


@lru_cache(maxsize=1)
def place_nouns() -> dict[str, Any]:
    """The file's tables as they are written."""
    return tomllib.loads((ROOT / "places" / "nouns.toml").read_text(encoding="utf-8"))


CLITICS = ("", "و", "ف", "ب", "ل", "وب", "ول", "فب")
"""Letters that print attaches to a noun, squeezed."""


def kind_noun(norm: str, nouns: Container[str]) -> str:
    """The noun of `nouns` that a squeezed word is without clitics, or nothing."""
    return next((norm[len(c) :] for c in CLITICS if norm.startswith(c) and norm[len(c) :] in nouns), "")
