"""Word lists of the lexicon that a rule asks about by name (`lexicon/words/`, a file for each folder of the code)."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from typing import Any

from khabar.lexicon.cache import ROOT

FOLDER = ROOT / "words"


@lru_cache(maxsize=16)
def _tables(folder: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{folder}.toml").read_text(encoding="utf-8"))


def word_list(module: str, name: str) -> frozenset[str]:
    """The list of this name of a module (`khabar.events.charges`), its words as the file has them.

    Raises `KeyError` where the lexicon has none of that name.
    """
    folder, table = module.split(".")[-2:]
    return frozenset(_tables(folder)[table][name])
