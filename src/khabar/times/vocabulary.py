"""The words of time from `lexicon/times/calendar.toml`, folded, with the clitics that may stand before them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, NamedTuple, TypeVar

from khabar.lexicon.cache import ROOT
from khabar.text.characters import squeeze

CALENDAR_FILE = ROOT / "times" / "calendar.toml"
V = TypeVar("V")


class Match(NamedTuple, Generic[V]):
    """A phrase that was found: what it means, the index after it, the letters of clitics before its first word."""

    value: V
    next: int
    prefix: int


class Phrases(Generic[V]):
    """Phrases of one or more words, looked up by their first word with و ف ب ل before it; the longest wins."""

    __slots__ = ("table",)

    def __init__(self, entries: Iterable[tuple[str, V]]) -> None:
        self.table: dict[str, list[tuple[tuple[str, ...], V, int]]] = {}
        for phrase, value in entries:
            first, *rest = (squeeze(w) for w in phrase.split())
            for form, prefix in _forms(first):
                found = self.table.setdefault(form, [])
                if (tuple(rest), prefix) not in [(r, p) for r, _, p in found]:
                    found.append((tuple(rest), value, prefix))
        for found in self.table.values():
            found.sort(key=lambda item: (-len(item[0]), item[2]))

    def match(self, norms: Sequence[str], i: int) -> Match[V] | None:
        """The longest phrase that begins at `norms[i]`, or None."""
        if i >= len(norms):
            return None
        for rest, value, prefix in self.table.get(norms[i], ()):
            if not rest or tuple(norms[i + 1 : i + 1 + len(rest)]) == rest:
                return Match(value, i + 1 + len(rest), prefix)
        return None


def _forms(word: str) -> list[tuple[str, int]]:
    """A word alone and with clitics: `لل` for ل before ال."""
    forms = [(word, 0)]
    for joining in ("", "و", "ف"):
        for particle in ("", "ب", "ل"):
            if joining + particle:
                body = word[1:] if particle == "ل" and word.startswith("ال") and len(word) > 3 else word
                forms.append((joining + particle + body, len(joining + particle)))
    return forms


class Unit(NamedTuple):
    """A word for a unit of time: its name, how many it says (0: a plural), and whether it has ال."""

    name: str
    number: int
    definite: bool


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All the tables the readers of times look words up in."""

    first_weekday: int
    weekend: tuple[int, ...]
    months: frozenset[str]
    month_pairs: frozenset[str]
    gregorian: Phrases[int]
    hijri: Phrases[int]
    weak_months: frozenset[str]
    weak_after: frozenset[str]
    epithets: frozenset[str]
    weekdays: Phrases[int]
    bare_weekdays: Phrases[int]
    no_weekday_after: frozenset[str]
    deictic_days: Phrases[int]
    no_today_after: frozenset[str]
    no_today_before: frozenset[str]
    nights: Phrases[int]
    qualifiers: dict[str, int]
    unit_qualifiers_only: frozenset[str]
    units: Phrases[Unit]
    no_unit_after: frozenset[str]
    year_words: Phrases[int]
    seasons: Phrases[str]
    thirds: Phrases[int]
    fractions: Phrases[str]
    decades: Phrases[int]
    no_decade_before: frozenset[str]
    parts: Phrases[str]
    part_before: Phrases[str]
    part_after: Phrases[str]
    hours: Phrases[int]
    clock_parts: Phrases[int]
    clock_zone: Phrases[str]
    repeated: frozenset[str]
    future_cues: frozenset[str]
    no_future: tuple[str, ...]
    no_future_words: frozenset[str]
    ordinals: dict[str, int]
    zones: dict[str, str]
    no_year_before: frozenset[str]
    no_date_after: frozenset[str]
    triggers: frozenset[str]
    """Every word an expression of time can begin with."""


_ORDINALS = (
    ("الأول", "الأولى"), ("الثاني", "الثانية"), ("الثالث", "الثالثة"), ("الرابع", "الرابعة"), ("الخامس", "الخامسة"),
    ("السادس", "السادسة"), ("السابع", "السابعة"), ("الثامن", "الثامنة"), ("التاسع", "التاسعة"), ("العاشر", "العاشرة"),
)  # fmt: skip
PREPOSITIONS = ("قبل", "بعد", "منذ", "حتى", "من", "بين", "كل", "لغاية", "خلال", "مدة", "طوال", "طيلة", "مذ", "إلى")
OTHER_BEGINNINGS = ("يوم", "شهر", "الساعة", "هذا", "هذه", "القرن", "الفترة", "عطلة", "نصف", "ربع", "يومي")


_LISTS = (
    "weak_months", "weak_after", "no_weekday_after", "no_today_after", "no_today_before", "unit_qualifiers_only",
    "no_unit_after", "no_decade_before", "repeated", "future_cues", "no_year_before", "no_date_after",
)  # fmt: skip


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The words of time in the lexicon, read once."""
    raw: dict[str, Any] = tomllib.loads(CALENDAR_FILE.read_text(encoding="utf-8"))
    lists = {name: frozenset(squeeze(w) for w in raw[name]["words"]) for name in _LISTS}
    tables: dict[str, Phrases[int]] = {
        name: Phrases(_numbered(raw[name]))
        for name in ("weekdays", "bare_weekdays", "deictic_days", "nights", "thirds", "decades", "hours", "clock_parts")
    }
    gregorian, hijri = Phrases(_numbered(raw["months"])), Phrases(_numbered(raw["hijri_months"]))
    named: dict[str, Phrases[str]] = {
        name: Phrases([(w, key) for key, words in raw[name].items() for w in words])
        for name in ("seasons", "fractions", "parts")
    }
    parts = {w: key for key, words in raw["parts"].items() for w in words}
    for name in ("part_before", "part_after"):
        named[name] = Phrases([(w, parts[w.removeprefix("عند ")]) for w in raw[name]["words"]])
    zone = Phrases([(w, w) for w in raw["clock_zone"]["words"]])
    units = Phrases(_units(raw["units"]))
    years = Phrases([(w, n) for n, key in ((1, "one"), (2, "two")) for w in raw["year_words"][key]])
    beginnings = Phrases([(w, 0) for w in (*PREPOSITIONS, *OTHER_BEGINNINGS)])
    triggers: set[str] = set(beginnings.table) | lists["repeated"]
    every: list[Phrases[Any]] = [*tables.values(), *named.values(), gregorian, hijri, units, years]
    for table in every:
        triggers |= set(table.table)
    ordinals = {squeeze(w): n for n, words in enumerate(_ORDINALS, 1) for w in words}
    triggers |= (
        {c + w for w in ordinals for c in ("", "و", "ب", "ف")} | {"ل" + w[1:] for w in ordinals} | {"اول", "يوم"}
    )
    return Vocabulary(
        first_weekday=raw["first_weekday"],
        weekend=tuple(raw["weekend"]),
        months=frozenset(w for w, found in gregorian.table.items() if not found[-1][0]),
        month_pairs=frozenset(w for w, found in (*gregorian.table.items(), *hijri.table.items()) if found[0][0]),
        gregorian=gregorian,
        hijri=hijri,
        epithets=frozenset(map(squeeze, raw["month_epithets"]["words"])),
        qualifiers={squeeze(w): n for w, n in _numbered(raw["qualifiers"])},
        units=units,
        year_words=years,
        clock_zone=zone,
        no_future=tuple(map(squeeze, raw["no_future"]["prefixes"])),
        no_future_words=frozenset(map(squeeze, raw["no_future"]["words"])),
        ordinals=ordinals,
        zones={squeeze(w): zone for zone, words in raw["zones"].items() for w in words},
        triggers=frozenset(triggers),
        **lists,  # type: ignore[arg-type]
        **tables,  # type: ignore[arg-type]
        **named,  # type: ignore[arg-type]
    )


def _numbered(table: dict[str, list[str]]) -> list[tuple[str, int]]:
    """The words of a table whose keys are numbers."""
    return [(word, int(key)) for key, words in table.items() for word in words]


def _units(raw: dict[str, dict[str, list[str]]]) -> list[tuple[str, Unit]]:
    """The words for units, each without and with ال."""
    counts = {"one": 1, "two": 2, "many": 0}
    return [
        (article + word, Unit(name, counts[number], article != ""))
        for name, forms in raw.items()
        for number, words in forms.items()
        for word in words
        for article in ("", "ال")
    ]
