"""The words of grammar from `lexicon/text/particles.toml`, folded and ready for look-up."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from khabar.lexicon.cache import ROOT
from khabar.text.characters import squeeze

PARTICLES_FILE = ROOT / "text" / "particles.toml"


@dataclass(frozen=True, slots=True)
class Particles:
    """Folded word lists; a list's meaning is told in the lexicon file beside it."""

    prepositions: frozenset[str]
    complementizers: frozenset[str]
    clause_links: frozenset[str]
    relatives: frozenset[str]
    relative_sure: frozenset[str]
    negations: frozenset[str]
    negations_future: frozenset[str]
    futures: frozenset[str]
    demonstratives: frozenset[str]
    quantifiers: frozenset[str]
    pronouns: frozenset[str]
    whole_words: frozenset[str]
    adverbs: frozenset[str]
    attached_words: frozenset[str]
    cannot_begin: dict[str, frozenset[str]]
    abbreviations: frozenset[str]


@lru_cache(maxsize=1)
def particles() -> Particles:
    """The particles of the lexicon, read once."""
    raw: dict[str, Any] = tomllib.loads(PARTICLES_FILE.read_text(encoding="utf-8"))
    begin = {squeeze(k): frozenset(map(squeeze, v)) for k, v in raw.pop("cannot_begin").items()}
    short = frozenset(squeeze(w) for w in raw.pop("abbreviations")["words"])
    lists = {name: frozenset(squeeze(w) for w in words) for name, words in raw.items()}
    return Particles(**lists, cannot_begin=begin, abbreviations=short)
