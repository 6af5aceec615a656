"""The source lexicon: cues that are no verbs, and the nouns that tell what kind of source speaks."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from khabar.errors import LexiconError
from khabar.lexicon.cache import ROOT, cached
from khabar.pages.outlets import FOLDER, outlets
from khabar.records import Stance
from khabar.text.characters import squeeze

_PRONOUN = "ضمير"
_SUFFIXES = ("ه", "ها", "هم", "هما", "هن")


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that show a source or keep away from what is said; the keys of `lexicon/sources/cues.toml`."""

    words: tuple[str, ...]
    """Squeezed words; a last one of a single letter is a preposition attached to the word after."""
    kind: str
    """`genitive`, `verb`, `pronoun`, `impersonal` or `hedge`."""
    scope: str
    """`sentence`, `clause` or `phrase`."""
    stance: Stance
    hedged: bool
    never: frozenset[str] = frozenset()
    """Squeezed words right after it that make it no cue."""


@dataclass(frozen=True, slots=True)
class SourceLexicon:
    """Cues by their first word, the longest first, and the source nouns by kind, squeezed and without `ال`."""

    cues: dict[str, tuple[Cue, ...]]
    documents: frozenset[str]
    media: frozenset[str]
    witnesses: frozenset[str]
    anonymous: frozenset[str]
    spokesmen: frozenset[str]
    offices: frozenset[str] = frozenset()
    """Nouns of offices, for those who bear one and are not named."""
    bodies: frozenset[str] = frozenset()
    """Nouns of bodies (`نقابة`, `شركة`)."""
    outlets: frozenset[str] = frozenset()
    """Names of outlets in every form, some of them words for other things as well (`الرياض`, `اليوم`)."""


def load_sources(root: Path = ROOT) -> SourceLexicon:
    """The source lexicon under `root`, from the cache where unchanged. Raises `LexiconError`."""
    classes = [root / "classes" / name for name in ("officials.txt", "bodies.txt")]
    files = [*sorted((root / "sources").glob("*.toml")), *(c for c in classes if c.exists()), FOLDER / "outlets.toml"]
    return cached("sources", [*files, Path(__file__)], lambda: _build(root / "sources", classes))


def _build(folder: Path, classes: list[Path]) -> SourceLexicon:
    kinds: dict[str, set[str]] = {}
    for entry in _read(folder / "nouns.toml").get("noun", ()):
        forms = [entry["lemma"], *entry.get("plural", ())]
        kinds.setdefault(entry["kind"], set()).update(squeeze(f).removeprefix("ال") for f in forms)
    cues: dict[str, list[Cue]] = {}
    for entry in _read(folder / "cues.toml").get("cue", ()):
        for words in _spellings(entry["words"]):
            never = frozenset(map(squeeze, entry.get("never", ())))
            cue = Cue(words, entry["kind"], entry["scope"], Stance(entry["stance"]), entry.get("hedged", False), never)
            cues.setdefault(words[0], []).append(cue)
    names = ("document", "media", "witness", "anonymous", "spokesman")
    officials, bodies = (_words(path) for path in classes)
    documents, media, witnesses, anonymous, spokesmen = (frozenset(kinds.get(name, ())) for name in names)
    return SourceLexicon(
        {first: tuple(sorted(found, key=lambda c: -len(c.words))) for first, found in cues.items()},
        documents,
        media,
        witnesses,
        anonymous,
        spokesmen,
        officials,
        bodies | frozenset(kinds.get("body", ())),
        frozenset(squeeze(form) for outlet in outlets() for form in (outlet.name, *outlet.forms)),
    )


def _words(path: Path) -> frozenset[str]:
    """The squeezed words of a class, one a line; none where the file is missing."""
    return frozenset(map(squeeze, path.read_text(encoding="utf-8").split())) if path.exists() else frozenset()


def _spellings(words: str) -> list[tuple[str, ...]]:
    """The squeezed words of a cue, once for every pronoun where one is attached."""
    parts = squeeze(words).split()
    if parts[-1] != squeeze(_PRONOUN):
        return [tuple(parts)]
    return [(*parts[:-2], parts[-2] + suffix) for suffix in _SUFFIXES]


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"{path.name}: {error}") from error
