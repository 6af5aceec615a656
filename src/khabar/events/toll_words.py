"""The words of tolls from `lexicon/text/tolls.tsv`, folded and ready for look-up."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from khabar.lexicon.cache import ROOT
from khabar.lexicon.rows import rows_of
from khabar.text.characters import squeeze

TOLLS_FILE = ROOT / "text" / "tolls.tsv"


@dataclass(frozen=True, slots=True)
class TollWords:
    """Folded word lists; a list's meaning is told at the head of the lexicon file."""

    rises: frozenset[str]
    rise: frozenset[str]
    toll: frozenset[str]
    count: frozenset[str]
    dead: frozenset[str]
    injured: frozenset[str]
    dying: frozenset[str]
    hurting: frozenset[str]
    falls: frozenset[str]
    lives: frozenset[str]
    comprises: frozenset[str]

    def of(self, kind: str) -> frozenset[str]:
        """The nouns for the `dead` or the `injured`."""
        return self.dead if kind == "dead" else self.injured


@lru_cache(maxsize=1)
def toll_words() -> TollWords:
    """The words, read once."""
    found: dict[str, set[str]] = {}
    for entry in rows_of(TOLLS_FILE):
        found.setdefault(entry["kind"], set()).update(map(squeeze, entry["words"].split("|")))
    return TollWords(**{kind: frozenset(words) for kind, words in found.items()})
