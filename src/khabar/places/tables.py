"""The gazetteer's text files, read and checked: one `Row` a place, and the words that show a place name."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from khabar.errors import LexiconError, in_words
from khabar.records import Place
from khabar.text.characters import squeeze

FILES = ("countries.tsv", "regions.tsv", "geonames.tsv", "cues.tsv", "ambiguous.txt", "spellings.tsv")

# How well known a place must be to be read without a word that shows it is one.
KNOWN_NEAR = 20_000
KNOWN_FAR = 100_000
KNOWN_ANYWHERE = 1_000_000
_ARAB = "DZA BHR COM DJI EGY IRQ JOR KWT LBY LBN MRT MAR OMN PSE QAT SAU SOM SDN SYR TUN ARE YEM ESH"
NEAR = frozenset([*_ARAB.split(), "TUR", "ISR", "SSD", "TCD", "NER", "MLI", "AFG", "PAK"])


@dataclass(frozen=True, slots=True)
class Row:
    """A place with all its names and what it weighs against others of the same name."""

    place: Place
    names: tuple[str, ...]
    """Arabic names as written in the table, the first the one to show."""
    people: int
    """Population; for countries, provinces and regions a figure by their level."""
    known: bool
    """Whether the name alone, with no cue beside it, is read as this place."""
    admin1: str = ""


_PEOPLE = {1: 20_000_000, 2: 300_000, 3: 60_000, 4: 30_000, 5: 30_000}


class _Fields:
    """One line of a table, with errors that name file and line."""

    def __init__(self, file: str, number: int, header: list[str], line: str) -> None:
        self.where = f"{file} line {number}"
        values = line.split("\t")
        if len(values) != len(header):
            raise LexiconError(f"{self.where}: {len(values)} fields, not {len(header)}")
        self.values = dict(zip(header, values, strict=True))

    def text(self, name: str) -> str:
        return self.values[name].strip()

    def many(self, name: str) -> tuple[str, ...]:
        return tuple(v for v in self.values[name].split("|") if v)

    def number(self, name: str, low: float, high: float) -> float:
        try:
            value = float(self.values[name])
        except ValueError:
            value = high + 1
        if not low <= value <= high:
            raise LexiconError(f"{self.where}: {name} {self.values[name]!r} is no number from {low:g} to {high:g}")
        return value

    def whole(self, name: str) -> int | None:
        value = self.text(name)
        if value and not value.isdecimal():
            raise LexiconError(f"{self.where}: {name} {value!r} is no whole number")
        return int(value) if value else None

    def names(self) -> tuple[str, ...]:
        names = (self.text("name_ar"), *self.many("aliases_ar"))
        if not all(squeeze(name.replace(" ", "")) for name in names):
            raise LexiconError(f"{self.where}: an empty name")
        return names


def _lines(path: Path) -> Iterator[_Fields]:
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path.name} cannot be read: {error}") from error
    header = lines[0].split("\t") if lines else []
    for number, line in enumerate(lines[1:], start=2):
        if line.strip():
            yield _Fields(path.name, number, header, line)


def read_rows(root: Path) -> list[Row]:
    """All places of the lexicon's tables: countries, then regions, then cities.

    Raises `LexiconError`, with file and line, for a wrong number, an unknown country, a doubled id, an empty name.
    """
    rows: list[Row] = []
    seen: dict[str, str] = {}
    countries: set[str] = set()

    def add(fields: _Fields, row: Row) -> None:
        if row.place.id in seen:
            raise LexiconError(f"{fields.where}: id {row.place.id} is also in {seen[row.place.id]}")
        if row.place.country is not None and row.place.country not in countries:
            raise LexiconError(f"{fields.where}: no country {row.place.country}")
        seen[row.place.id] = fields.where
        rows.append(row)

    for fields in _lines(root / "countries.tsv"):
        countries.add(fields.text("code"))
        add(fields, _country(fields))
    provinces: dict[tuple[str, str], str] = {}
    for fields in _lines(root / "regions.tsv"):
        row = _region(fields)
        if row.admin1:
            provinces.setdefault((row.place.country or "", row.admin1), row.place.name_ar)
        add(fields, row)
    for fields in _lines(root / "geonames.tsv"):
        add(fields, _city(fields, provinces))
    return rows


def _country(fields: _Fields) -> Row:
    names = fields.names()
    place = Place(
        fields.text("code"), names[0], fields.text("name_en"), fields.text("code"), 1,
        fields.number("lat", -90, 90), fields.number("lon", -180, 180), fields.whole("geonameid"), "A", "PCLI",
    )  # fmt: skip
    return Row(place, names, _PEOPLE[1], True)


def _region(fields: _Fields) -> Row:
    names = fields.names()
    level = int(fields.number("level", 1, 5))
    group, _, code = fields.text("feature").partition(".")
    place = Place(
        fields.text("id"), names[0], fields.text("name_en"), fields.text("country") or None, level,
        fields.number("lat", -90, 90), fields.number("lon", -180, 180), fields.whole("geonameid"),
        group or None, code or None, names[0] if code == "ADM1" else None,
    )  # fmt: skip
    return Row(place, names, _PEOPLE[level], True, fields.text("admin1"))


def _city(fields: _Fields, provinces: dict[tuple[str, str], str]) -> Row:
    names, country, number = fields.names(), fields.text("country"), fields.whole("geonameid")
    people = fields.whole("population") or 0
    place = Place(
        f"gn:{number}", names[0], fields.text("name_en"), country, 4,
        fields.number("lat", -90, 90), fields.number("lon", -180, 180), number,
        "P", fields.text("feature") or None, provinces.get((country, fields.text("admin1"))),
    )  # fmt: skip
    known = people >= (KNOWN_NEAR if country in NEAR else KNOWN_FAR) or place.feature_code == "PPLC"
    if country not in NEAR and people < KNOWN_ANYWHERE:
        # Short names of far towns are mostly other words: مينا, لوي, بون.
        known = known and any(len(squeeze(name)) > 4 for name in names)
    return Row(place, names, people, known)


def read_extra(path: Path) -> list[Row]:
    """A user's own places: a TOML file of `[[place]]` tables with `name_ar`, and as they are known `id`, `name_en`,
    `aliases`, `country`, `level` (4 where not given), `lat`, `lon`, `geonameid`, `population`.

    Raises `LexiconError`, naming the entry, for a file that cannot be read or a field of the wrong kind.
    """
    try:
        entries = tomllib.loads(path.read_text("utf-8")).get("place", [])
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"{path} cannot be read: {in_words(error)}") from error
    if not isinstance(entries, list):
        raise LexiconError(f"{path}: places are written [[place]], not [place]")
    rows: list[Row] = []
    ids: set[str] = set()
    for number, entry in enumerate(entries, start=1):
        row = _own(f"{path} place {number}", entry)
        if row.place.id in ids:
            raise LexiconError(f"{path} place {number}: id {row.place.id} is given twice")
        ids.add(row.place.id)
        rows.append(row)
    return rows


def _own(where: str, entry: dict[str, object]) -> Row:
    def field(name: str, kind: type | tuple[type, ...], default: object = None) -> object:
        value = entry.get(name, default)
        if value is not None and not isinstance(value, kind):
            raise LexiconError(f"{where}: {name} {value!r} is of the wrong kind")
        return value

    name, level = field("name_ar", str), field("level", int, 4)
    if not isinstance(name, str) or not squeeze(name.strip()):
        raise LexiconError(f"{where}: name_ar is missing")
    if not isinstance(level, int) or not 1 <= level <= 5:
        raise LexiconError(f"{where}: level {level!r} is not 1 to 5")
    aliases = field("aliases", list, [])
    country = field("country", str)
    if country is not None and not (len(str(country)) == 3 and str(country).isupper()):
        raise LexiconError(f"{where}: country {country!r} is no code of three letters")
    lat, lon = field("lat", (int, float)), field("lon", (int, float))
    for value, most in ((lat, 90), (lon, 180)):
        if isinstance(value, (int, float)) and abs(value) > most:
            raise LexiconError(f"{where}: {value} is no latitude or longitude")
    number = field("geonameid", int)
    place = Place(
        str(field("id", str) or (f"gn:{number}" if number else f"own:{squeeze(name)}")), name,
        str(field("name_en", str, "")), None if country is None else str(country), level,
        None if lat is None else float(str(lat)), None if lon is None else float(str(lon)),
        None if number is None else int(str(number)), None, None,
    )  # fmt: skip
    names = (name, *(str(a) for a in aliases)) if isinstance(aliases, list) else (name,)
    return Row(place, names, int(str(field("population", int, 50_000_000))), True)


def read_adjectives(path: Path) -> dict[str, str]:
    """Nationality adjectives, folded, masculine and feminine, with and without article, to the country's code.

    Read from the table of states; an adjective of two states (`كوري`) is left out. Without the table none are known.
    """
    found: dict[str, set[str]] = {}
    for fields in _lines(path) if path.exists() else ():
        for word in fields.many("adjectives"):
            if " " not in word:
                found.setdefault(squeeze(word), set()).add(fields.text("code"))
    single = {word: min(codes) for word, codes in found.items() if len(codes) == 1}
    return {a + word + e: code for word, code in sorted(single.items()) for a in ("", "ال") for e in ("", "ه")}


def read_cues(path: Path) -> dict[str, tuple[str, int | None]]:
    """The words beside a place name that show it is one: folded word to class (`kind`, `near`, `prep`, `inner`,
    `stop`, `head`) and
    level. Raises `LexiconError` for an unknown class.
    """
    cues: dict[str, tuple[str, int | None]] = {}
    for fields in _lines(path):
        if fields.text("class") not in ("kind", "near", "prep", "inner", "stop", "head", "land"):
            raise LexiconError(f"{fields.where}: no class {fields.text('class')!r}")
        cues[squeeze(fields.text("word"))] = (fields.text("class"), fields.whole("level"))
    return cues


def read_ordinary(path: Path) -> dict[str, str]:
    """Names that are ordinary words too, folded, to what they need: `prep`, `noun`, or `never` for set phrases.

    Raises `LexiconError` for a line that is not `name`, tab, and one of these.
    """
    words: dict[str, str] = {}
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path.name} cannot be read: {error}") from error
    for number, line in enumerate(lines, start=1):
        if line and not line.startswith("#"):
            name, _, need = line.partition("\t")
            if need not in ("noun", "prep", "never"):
                raise LexiconError(f"{path.name} line {number}: {need!r} is neither noun nor prep nor never")
            words[" ".join(map(squeeze, name.split()))] = need
    return words
