"""Furniture: the lines of a page that are no part of its report, by the rules in `lexicon/furniture/`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from khabar.errors import LexiconError
from khabar.lexicon.cache import ROOT
from khabar.records import Removed
from khabar.text.characters import fold, squeeze

FOLDER = ROOT / "furniture"
_TRIM = "0123456789() .:：؛،,|/\\-–—•*»«<>[]…!؟\t"
_LONGEST_LINE = 600
"""Characters of a line that patterns are tried on at most."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the furniture files."""

    name: str
    reason: str
    lines: frozenset[str]
    prefixes: tuple[str, ...]
    longest: int
    patterns: tuple[re.Pattern[str], ...]
    cuts: tuple[re.Pattern[str], ...]
    example: str
    keeps: str
    outlet: str | None
    """The outlet, by its name in `lexicon/outlets/`, on whose pages alone the rule holds."""


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


def _rule(entry: dict[str, Any]) -> Rule:
    def strings(key: str) -> list[str]:
        return list(entry.get(key, ()))

    def words(key: str) -> list[str]:
        return [squeeze(w) for w in strings(key)]

    return Rule(
        str(entry["name"]), str(entry.get("reason", "furniture")), frozenset(w.strip(_TRIM) for w in words("lines")),
        tuple(words("prefixes")), int(entry.get("longest", 0)),
        tuple(re.compile(p) for p in strings("patterns")), tuple(re.compile(p) for p in strings("cuts")),
        str(entry["example"]), str(entry["keeps"]), entry.get("outlet"),
    )  # fmt: skip


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, Rule], tuple[tuple[str, Rule], ...], tuple[tuple[re.Pattern[str], Rule], ...]]:
    """Rules by whole line, by prefix and by pattern, for one pass each."""
    lines: dict[str, Rule] = {}
    for rule in rules():
        for line in rule.lines:
            lines.setdefault(line, rule)
    prefixes = tuple((p, r) for r in rules() for p in r.prefixes)
    return lines, prefixes, tuple((p, r) for r in rules() for p in r.patterns)


def furniture(line: str, outlet: str | None = None) -> Rule | None:
    """The rule that a line of a page of `outlet` falls under, or None for a line of the report."""
    lines, prefixes, patterns = _tables()
    folded = squeeze(line).strip()
    if (rule := lines.get(folded.strip(_TRIM))) is not None:
        return rule
    count = folded.count(" ") + 1
    for prefix, rule in prefixes:
        if folded.startswith(prefix) and (not rule.longest or count <= rule.longest):
            return rule
    if len(folded) > _LONGEST_LINE:
        return None
    hits = (rule for pattern, rule in patterns if rule.outlet in (None, outlet) and pattern.search(folded))
    return next(hits, None)


def cut_away(line: str, removed: list[Removed], outlet: str | None = None) -> str:
    """A paragraph without what the `cuts` of the rules take out of it; each piece is noted in `removed`."""
    folded = fold(line)
    for pattern, rule in _cuts():
        match = pattern.search(folded) if rule.outlet in (None, outlet) else None
        if match is not None and match.end() > match.start():
            removed.append(Removed(line[match.start() : match.end()].strip(), rule.reason, rule.name))
            line = line[: match.start()] + line[match.end() :]
            folded = fold(line)
    return line


@lru_cache(maxsize=1)
def _cuts() -> tuple[tuple[re.Pattern[str], Rule], ...]:
    return tuple((p, r) for r in rules() for p in r.cuts)
