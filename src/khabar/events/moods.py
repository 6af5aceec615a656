"""The word lists of `lexicon/grammar/mood.toml`: what makes an event negated, to come, supposed or past history."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from khabar.lexicon.cache import ROOT
from khabar.text.characters import squeeze


@dataclass(frozen=True, slots=True)
class Moods:
    """Folded word lists of `mood.toml`."""

    before: dict[str, frozenset[str]]
    carriers: dict[str, frozenset[str]]
    verbs: dict[str, frozenset[str]]
    prepositions: dict[str, frozenset[str]]
    results: frozenset[str]
    to_come: frozenset[str]
    habits: frozenset[str]
    customs: frozenset[str]
    rules: frozenset[str]
    allowing: frozenset[str]
    holding: frozenset[str]
    asking: frozenset[str]
    demanding: frozenset[str]
    combating: frozenset[str]
    wanted: frozenset[str]
    requiring: frozenset[str]
    skills: frozenset[str]
    falling: frozenset[str]
    aftermath: frozenset[str]
    performing: frozenset[str]
    letting: frozenset[str]
    whatever: frozenset[str]
    holy: frozenset[str]
    coming: frozenset[str]
    hoping: frozenset[str]
    opining: frozenset[str]
    noting: frozenset[str]
    that_day: frozenset[str]
    turning: frozenset[str]
    long_back: frozenset[str]
    of_late: frozenset[str]
    deciding: frozenset[str]
    ordering: frozenset[str]
    possible: frozenset[str]
    charged: frozenset[str]
    happening: frozenset[str]
    needing: frozenset[str]
    plotting: frozenset[str]
    leading: dict[str, frozenset[str]]
    able: tuple[str, ...]


@lru_cache(maxsize=1)
def moods() -> Moods:
    """The word lists of `lexicon/grammar/mood.toml`."""
    raw: dict[str, Any] = tomllib.loads((ROOT / "grammar" / "mood.toml").read_text(encoding="utf-8"))

    def fold(name: str) -> dict[str, frozenset[str]]:
        """A table of word lists, folded."""
        return {k: frozenset(squeeze(w) for w in v) for k, v in raw[name].items()}

    able = tuple(map(squeeze, raw.pop("able")))
    lists: dict[str, Any] = {
        name: fold(name) if isinstance(value, dict) else frozenset(map(squeeze, value)) for name, value in raw.items()
    }
    return Moods(**lists, able=able)
