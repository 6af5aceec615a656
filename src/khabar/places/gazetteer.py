"""The gazetteer: from folded words to the places they can name.

The tables under `lexicon/places/` are compiled once into plain dictionaries and cached. A look-up costs one dictionary
access for nearly every word; the ways to take و ف ب ل ك off a word are worked out once a word and remembered.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path

from khabar.lexicon.cache import ROOT, cached
from khabar.places import tables
from khabar.places.tables import Row
from khabar.records import Place
from khabar.text.characters import squeeze

_REMEMBERED = 200_000  # words whose cuts are kept: enough for a corpus, bounded for a stream


class Tier(IntEnum):
    """How much a name needs beside it to be read as a place."""

    PLAIN = 0
    """Nothing: countries, provinces, cities of size."""
    CUED = 1
    """Any cue, a preposition too: small places."""
    COMMON = 2
    """A near noun or a preposition that stands alone: names that are ordinary words, but seldom behind one of those."""
    ORDINARY = 3
    """A kind noun or a country after it: names that are ordinary words anywhere."""
    NEVER = 4
    """Set phrases that hold a place name and name none: `القوة القاهرة`, `واشنطن بوست`."""


@dataclass(frozen=True, slots=True)
class Match:
    """A name found at the front of a sequence of words."""

    key: str
    """The name's folded words."""
    length: int
    """How many words it takes."""
    skip: str
    """The clitics before it in its first word: `و`, `ب`, `وب`, ... or nothing."""
    tier: Tier
    places: tuple[int, ...]
    """Numbers of rows, those with most people first."""


@dataclass(slots=True)
class _Tables:
    rows: list[Row]
    names: dict[str, tuple[Tier, tuple[int, ...]]]
    longest: dict[str, int]
    """First word of a name to the most words a name with it has."""
    adjectives: dict[str, str]
    cues: dict[str, tuple[str, int | None]]
    ordinary: dict[str, str]
    uncut: frozenset[str]
    """Names of far, small towns: clitics but و are not taken off."""
    people: dict[str, int]


@dataclass(slots=True)
class Gazetteer:
    """Places by their Arabic names. Make one with `Gazetteer.load`."""

    _tables: _Tables
    _starts: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    _capitals: dict[str | None, Place] = field(default_factory=dict)

    @classmethod
    def load(cls, root: Path | None = None, extra: Path | None = None) -> Gazetteer:
        """The gazetteer of the lexicon's tables under `root` (ours where not given), compiled and cached.

        `extra` is a user's TOML file (see `tables.read_extra`); its places stand before ours of the same name, and
        take the place of ours with the same id. Raises `LexiconError` for a table with a mistake, naming the line.
        """
        root = root or ROOT / "places"
        code = [Path(__file__), Path(tables.__file__)]
        sources = [p for p in (*(root / name for name in tables.FILES), _states(root)) if p.exists()]
        compiled = cached("places", [*code, *sources], lambda: _compile(tables.read_rows(root), root))
        if extra is not None:
            own = tables.read_extra(extra)
            ids = {row.place.id for row in own}
            compiled = _compile([*own, *(row for row in compiled.rows if row.place.id not in ids)], root)
        return cls(compiled)

    def lookup(self, norms: Sequence[str]) -> tuple[Place, ...]:
        """The places the words at the front of `norms` (folded, as `Token.norm`) can name, the largest first.

        The longest name wins; clitics of the first word are taken off. Nothing found gives `()`. Whether the words
        mean a place at all is not asked here: `find_places` does.
        """
        match = self.match(norms)
        return () if match is None else tuple(self._tables.rows[i].place for i in match.places)

    def match(self, norms: Sequence[str], at: int = 0) -> Match | None:
        """The longest name that begins at `norms[at]`; among equally long ones the plainest, then the least cut."""
        word = norms[at]
        starts = self._starts.get(word)
        if starts is None:
            if len(self._starts) > _REMEMBERED:
                self._starts.clear()
            starts = self._starts[word] = self._cut(word)
        best: Match | None = None
        for first, skip in starts:
            found = self._longest(first, skip, norms, at)
            if found and (best is None or (-found.length, found.tier) < (-best.length, best.tier)):
                best = found
        return best

    def _longest(self, first: str, skip: str, norms: Sequence[str], at: int) -> Match | None:
        most = min(self._tables.longest[first], len(norms) - at)
        for length in range(most, 0, -1):
            key = first if length == 1 else " ".join([first, *norms[at + 1 : at + length]])
            entry = self._tables.names.get(key)
            if entry is None or (skip and norms[at] in self._tables.ordinary):
                continue
            if entry[0] is Tier.NEVER:
                return Match(key, length, skip, *entry)
            if skip not in ("", "و") and key in self._tables.uncut:
                continue
            if "ك" in skip and self.place(entry[1][0]).level > 1:
                continue
            return Match(key, length, skip, *entry)
        return None

    def _cut(self, word: str) -> tuple[tuple[str, str], ...]:
        """The ways to read `word` as clitics and the first word of a name."""
        longest = self._tables.longest
        found = [(word, "")] if word in longest else []
        for conjunction in ("", word[0]) if word[:1] in ("و", "ف") else ("",):
            rest = word[len(conjunction) :]
            if conjunction and rest in longest and len(rest) > 1:
                found.append((rest, conjunction))
            if rest[:1] in ("ب", "ل", "ك") and len(rest) > 2:
                if rest[1:] in longest:
                    found.append((rest[1:], conjunction + rest[0]))
                if rest[:2] == "لل" and "ال" + rest[2:] in longest:
                    found.append(("ال" + rest[2:], conjunction + "ل"))
        return tuple(found)

    def place(self, number: int) -> Place:
        """The place of a number of `Match.places`."""
        return self._tables.rows[number].place

    def country(self, code: str) -> Place | None:
        """The country with an ISO code, or None."""
        return next((row.place for row in self._tables.rows if row.place.id == code), None)

    def capital(self, code: str) -> Place | None:
        """The capital of the country with an ISO code, or None."""
        if not self._capitals:
            self._capitals.update(
                (row.place.country, row.place) for row in self._tables.rows if row.place.feature_code == "PPLC"
            )
        return self._capitals.get(code)

    def people(self, place: Place) -> int:
        """How many live there; for what is no town a figure by its level; 0 where not known."""
        return self._tables.people.get(place.id, 0)

    def cue(self, word: str) -> tuple[str, str, int | None] | None:
        """What a folded word before a name tells: `(word without clitics, class, level)`, or None (see `cues.tsv`)."""
        cues = self._tables.cues
        for skip in (0, 1, 2) if word[:1] in ("و", "ف", "ب", "ل") else (0,):
            if (found := cues.get(word[skip:])) and (skip < 2 or word[1] in ("ب", "ل")):
                return word[skip:], *found
        return None

    def is_ordinary(self, word: str) -> bool:
        """Whether a folded word is listed as an ordinary one."""
        return word in self._tables.ordinary

    def nationality(self, word: str) -> str | None:
        """The country a folded nationality adjective belongs to (`السوريه` gives `SYR`), or None."""
        return self._tables.adjectives.get(word)


def _states(root: Path) -> Path:
    return root.parent / "actors" / "states.tsv"


def _compile(rows: list[Row], root: Path) -> _Tables:
    ordinary = tables.read_ordinary(root / "ambiguous.txt")
    named: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        for name in row.names:
            places = named.setdefault(" ".join(map(squeeze, name.split())), [])
            if number not in places:
                places.append(number)
    names: dict[str, tuple[Tier, tuple[int, ...]]] = {}
    longest: dict[str, int] = {}
    for key, numbers in sorted(named.items()):
        kept = _without_doubles(rows, numbers)
        if key in ordinary:
            tier = Tier.COMMON if ordinary[key] == "prep" else Tier.ORDINARY
        else:
            tier = Tier.PLAIN if any(rows[n].known for n in kept) else Tier.CUED
        names[key] = tier, tuple(sorted(kept, key=lambda n: (_is_shadowed(rows, n, kept), -rows[n].people, n)))
        first, words = key.split()[0], key.count(" ") + 1
        longest[first] = max(words, longest.get(first, 0))
    for key in sorted(k for k, need in ordinary.items() if need == "never"):
        names[key] = Tier.NEVER, ()
        longest[key.split()[0]] = max(key.count(" ") + 1, longest.get(key.split()[0], 0))
    far = frozenset(k for k, (t, ns) in names.items() if t is Tier.CUED and not any(_is_near(rows[n]) for n in ns))
    people = {row.place.id: row.people for row in rows}
    adjectives, cues = tables.read_adjectives(_states(root)), tables.read_cues(root / "cues.tsv")
    return _Tables(rows, names, longest, adjectives, cues, ordinary, far, people)


def _is_near(row: Row) -> bool:
    return row.place.country in tables.NEAR


def _without_doubles(rows: list[Row], numbers: list[int]) -> list[int]:
    """`numbers` without our own towns and quarters that GeoNames has under the same name within 30 kilometres."""

    def doubled(row: Row) -> bool:
        return (
            row.place.geonameid is None
            and row.place.level >= 3
            and any(rows[n].place.geonameid and distance(row.place, rows[n].place) < 30 for n in numbers)
        )

    return [n for n in numbers if not doubled(rows[n])]


def _is_shadowed(rows: list[Row], number: int, others: list[int]) -> bool:
    """Whether a province shares its name with a town of the same country that is known: the town comes first."""
    place = rows[number].place
    return place.feature_code == "ADM1" and any(
        rows[n].known and rows[n].place.level == 4 and rows[n].place.country == place.country for n in others
    )


def distance(a: Place, b: Place) -> float:
    """Kilometres between two places, by the flat formula that does for a few hundred; infinite where one has none."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return math.inf
    return 111.2 * math.hypot(a.lat - b.lat, (a.lon - b.lon) * math.cos(math.radians((a.lat + b.lat) / 2)))
