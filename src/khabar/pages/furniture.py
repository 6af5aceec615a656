"""Furniture: the lines of a page that are no part of its report, by the rules in `lexicon/furniture/`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache

from khabar.errors import LexiconError
from khabar.lexicon.cache import ROOT
from khabar.text.characters import fold, squeeze

FOLDER = ROOT / "furniture"
_TRIM = " .:：؛،,|/\\-–—•*»«>[]()!؟\t"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the furniture files."""

    name: str
    reason: str
    lines: frozenset[str]
    prefixes: tuple[str, ...]
    longest: int
    patterns: tuple[re.Pattern[str], ...]
    example: str
    keeps: str

    def matches(self, folded: str, words: int) -> bool:
        """Whether a folded, stripped line of so many words is what this rule removes."""
        if folded.strip(_TRIM) in self.lines:
            return True
        if self.prefixes and (not self.longest or words <= self.longest) and folded.startswith(self.prefixes):
            return True
        return any(p.search(folded) for p in self.patterns)


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """The rules of every furniture file, in the order of files and entries. Raises `LexiconError`."""
    found: list[Rule] = []
    for path in sorted(FOLDER.glob("*.toml")):
        try:
            raw = tomllib.loads(path.read_text(encoding="utf-8"))
            found += [_rule(entry) for entry in raw.get("rule", ())]
        except (tomllib.TOMLDecodeError, KeyError, re.error) as error:
            raise LexiconError(f"{path.name}: {error}") from error
    return tuple(found)


def _rule(entry: dict[str, object]) -> Rule:
    def words(key: str) -> list[str]:
        return [squeeze(str(w)) for w in entry.get(key, ())]  # type: ignore[attr-defined]

    return Rule(
        str(entry["name"]), str(entry.get("reason", "furniture")), frozenset(w.strip(_TRIM) for w in words("lines")),
        tuple(words("prefixes")), int(entry.get("longest", 0)),  # type: ignore[call-overload]
        tuple(re.compile(str(p)) for p in entry.get("patterns", ())),  # type: ignore[attr-defined]
        str(entry["example"]), str(entry["keeps"]),
    )  # fmt: skip


def furniture(line: str) -> Rule | None:
    """The rule that a line falls under, or None for a line of the report."""
    folded = squeeze(fold(line)).strip()
    count = line.count(" ") + 1
    return next((rule for rule in rules() if rule.matches(folded, count)), None)
