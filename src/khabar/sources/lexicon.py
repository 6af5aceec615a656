"""The source lexicon: cues that are no verbs, and the nouns that tell what kind of source speaks."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from khabar.errors import LexiconError
from khabar.lexicon.cache import ROOT, cached
from khabar.text.characters import squeeze


@dataclass(frozen=True, slots=True)
class SourceLexicon:
    """Folded words; see `lexicon/sources/`."""

    cues: frozenset[str]
    """Prepositional cues (`بحسب`, `وفقا ل`), words parted by blanks, an attached preposition as its letter."""
    documents: frozenset[str]
    media: frozenset[str]
    witnesses: frozenset[str]
    anonymous: frozenset[str]
    hedges: frozenset[str]
    """Words that put what follows in doubt (`يعتقد`, `على الأرجح`, `مزاعم`)."""


def load_sources(root: Path = ROOT) -> SourceLexicon:
    """The source lexicon under `root`, from the cache where unchanged. Raises `LexiconError`."""
    files = sorted((root / "sources").glob("*.toml"))
    return cached("sources", [*files, Path(__file__)], lambda: _build(root / "sources"))


def _build(folder: Path) -> SourceLexicon:
    cues = _read(folder / "cues.toml")
    nouns = _read(folder / "nouns.toml")
    kinds: dict[str, set[str]] = {}
    for entry in nouns.get("noun", ()):
        forms = [entry["lemma"], *entry.get("plural", ())]
        kinds.setdefault(entry["kind"], set()).update(squeeze(f).removeprefix("ال") for f in forms)
    said = {_cue(e["cue"]) for e in cues.get("cue", ()) if e.get("kind") == "according"}
    hedges = {squeeze(e["cue"]) for e in cues.get("cue", ()) if e.get("kind") in ("hedge", "impersonal")}
    return SourceLexicon(
        frozenset(said), *(frozenset(kinds.get(k, ())) for k in ("document", "media", "witness", "anonymous")),
        frozenset(hedges),
    )  # fmt: skip


def _cue(words: str) -> str:
    return squeeze(words)


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"{path.name}: {error}") from error
