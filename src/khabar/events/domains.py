"""Domains in which words of conflict mean something else: sport, and deaths by accident or disaster."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import lru_cache

from khabar.events.draft import Draft
from khabar.lexicon.cache import ROOT
from khabar.text.characters import squeeze
from khabar.text.words import Word


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    """Domain to its squeezed words without `ال`; of several words, parted by blanks."""
    raw = tomllib.loads((ROOT / "grammar" / "domains.toml").read_text(encoding="utf-8"))
    return {name: frozenset(squeeze(w).removeprefix("ال") for w in words) for name, words in raw.items()}


def domain_marks(words: Sequence[Word]) -> dict[str, int]:
    """How many words (or pairs of words) of each domain stand in a sentence."""
    bare = [w.bare.removeprefix("ال") for w in words]
    pairs = [f"{a} {b}" for a, b in zip(bare, [w.norm for w in words[1:]], strict=False)]
    return {name: sum(w in listed for w in (*bare, *pairs)) for name, listed in _words().items()}


def in_other_domain(draft: Draft) -> bool:
    """Whether a draft stands where its words mean something else: sport, or an accident that hit people."""
    here, title = draft.scene.marks, draft.scene.title_marks
    harmed = {s.kind for s in draft.size} & {"dead", "injured", "arrested"}
    if not harmed and (here.get("sport", 0) >= 2 or (here.get("sport", 0) and title.get("sport", 0))):
        return True
    accident = bool(here.get("accident", 0) or title.get("accident", 0))
    return draft.type == "ASSAULT" and accident and not draft.actors and not draft.modes
