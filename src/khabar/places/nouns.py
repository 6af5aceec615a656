"""Nouns for kinds of places, from `lexicon/places/nouns.toml`."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from typing import Any

from khabar.lexicon.cache import ROOT


@lru_cache(maxsize=1)
def place_nouns() -> dict[str, Any]:
    """The file's tables as they are written."""
    return tomllib.loads((ROOT / "places" / "nouns.toml").read_text(encoding="utf-8"))
