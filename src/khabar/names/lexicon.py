"""The actor lexicon: what stands in `lexicon/actors/`, read and checked.

Every loader raises `LexiconError` that names file and line for what it cannot use: another number of columns, a wrong
country or sector, a doubled id, a date that is none, a file that cannot be read.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from khabar.errors import LexiconError
from khabar.lexicon.cache import ROOT
from khabar.records import Actor, MentionKind, Office
from khabar.text.characters import squeeze

ACTORS = ROOT / "actors"
NAMES = ROOT / "names"
SECTORS = frozenset({
    "AGR", "BUS", "COP", "CRM", "CVL", "EDU", "ELI", "GOV", "JRN", "JUD", "LAB", "LEG", "MED", "MIL", "OPP", "PRE",
    "PRM", "PTY", "REB", "REF", "REL", "SOC", "SPY", "UAF", "UNK",
})  # fmt: skip
INTERNATIONAL = frozenset({"IGO", "NGO", "MNC", "INT"})
_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
ID = re.compile(r"[a-z0-9][a-z0-9.-]*")
_OFFICE = re.compile(r"(?P<title>[^@]+)@(?P<country>[^:]*):(?P<start>[^.]*)\.\.(?P<end>.*)")


@dataclass(frozen=True, slots=True)
class State:
    """A country: `adjectives` masculine singular, `people` broken plurals of it, `status` state, territory, partial."""

    code: str
    name_en: str
    name_ar: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    status: str


@dataclass(frozen=True, slots=True)
class Known:
    """An actor of the lexicon, with what the record has no room for."""

    actor: Actor
    gender: str = ""
    start: str = ""
    until: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class OfficeTitle:
    """An office: its English title, sector, the definite forms of a man's title, the countries that alone have it.

    `scope` is `state` where a country has one holder at a time, `post` where the holder is told by a place or an
    organisation as well, `many` for offices of which there are many.
    """

    title: str
    sector: str
    scope: str
    forms: tuple[str, ...]
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Body:
    """A body of a state: `heads` are definite forms, `constructs` those that take a name in the genitive."""

    key: str
    name: str
    heads: tuple[str, ...]
    constructs: tuple[str, ...]
    masculine: frozenset[str]
    sectors: tuple[str, ...]
    at: bool = False
    needs_country: bool = False


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun for people who are told of without a name."""

    singular: str
    plurals: tuple[str, ...]
    sector: str


@dataclass(frozen=True, slots=True)
class Government:
    """`government.toml`, read: see the head of that file."""

    bodies: tuple[Body, ...]
    offices: tuple[OfficeTitle, ...]
    modifiers: dict[str, tuple[str, ...]]
    ranks: tuple[tuple[tuple[str, ...], str], ...]
    kinds: tuple[tuple[tuple[str, ...], str, frozenset[str]], ...]
    people: tuple[dict[str, Any], ...]
    shared: tuple[dict[str, Any], ...]
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)
    adjectives: dict[str, str] = field(default_factory=dict)
    fields: dict[str, tuple[str, ...]] = field(default_factory=dict)


def rows_of(path: Path, columns: tuple[str, ...]) -> Iterator[tuple[str, dict[str, str]]]:
    """The lines of a tab-separated file as (`FILE:LINE`, row); the header must give exactly `columns`."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path.name} cannot be read: {error}") from error
    if tuple(lines[0].split("\t")) != columns:
        raise LexiconError(f"{path.name}:1: the columns must be {', '.join(columns)}")
    seen: dict[str, int] = {}
    for number, line in enumerate(lines[1:], 2):
        if not line.strip():
            continue
        fields = line.split("\t")
        where = f"{path.name}:{number}"
        if len(fields) != len(columns):
            raise LexiconError(f"{where}: {len(fields)} columns where {len(columns)} are due")
        if fields[0] in seen:
            raise LexiconError(f"{where}: '{fields[0]}' stands on line {seen[fields[0]]} already")
        seen[fields[0]] = number
        yield where, dict(zip(columns, (f.strip() for f in fields), strict=True))


def split(text: str) -> tuple[str, ...]:
    """The items of a field, parted by `|`."""
    return tuple(item for item in (part.strip() for part in text.split("|")) if item)


def load_states(path: Path = ACTORS / "states.tsv") -> tuple[State, ...]:
    """All states, sorted by code; raises `LexiconError`."""
    columns = ("code", "name_en", "name_ar", "aliases_ar", "adjectives", "people", "capital", "status")
    states = []
    for where, row in rows_of(path, columns):
        if not re.fullmatch("[A-Z]{3}", row["code"]):
            raise LexiconError(f"{where}: '{row['code']}' is no alpha-3 code")
        if row["status"] not in ("state", "territory", "partial"):
            raise LexiconError(f"{where}: '{row['status']}' is no status; state, territory or partial")
        if not row["name_en"] or not row["name_ar"]:
            raise LexiconError(f"{where}: a name is missing")
        aliases, adjectives, people, capitals = (split(row[c]) for c in columns[3:7])
        states.append(
            State(row["code"], row["name_en"], row["name_ar"], aliases, adjectives, people, capitals, row["status"])
        )
    return tuple(states)


def check_codes(where: str, country: str, sectors: tuple[str, ...], codes: frozenset[str]) -> None:
    """Raise `LexiconError` for a country that is neither in `codes` nor international, or a sector PLOVER lacks."""
    if country and country not in codes and country not in INTERNATIONAL:
        raise LexiconError(f"{where}: '{country}' is no country: ISO alpha-3, IGO, NGO, MNC or INT")
    for sector in sectors:
        if sector not in SECTORS:
            raise LexiconError(f"{where}: '{sector}' is no sector of PLOVER")


def check_date(where: str, value: str) -> str:
    """`value` where it is empty, a year, a month or a day; else raise `LexiconError`."""
    if value and not _DATE.fullmatch(value):
        raise LexiconError(f"{where}: '{value}' is no date: YYYY, YYYY-MM or YYYY-MM-DD")
    return value


def load_groups(codes: frozenset[str], path: Path = ACTORS / "groups.tsv") -> tuple[Known, ...]:
    """All groups; `codes` are the countries there are. Raises `LexiconError`."""
    columns = ("id", "name_en", "name_ar", "aliases_ar", "country", "sectors", "from", "until", "note")
    return tuple(
        Known(
            _actor(where, row, MentionKind.GROUP, codes, ()),
            start=check_date(where, row["from"]),
            until=check_date(where, row["until"]),
            note=row["note"],
        )
        for where, row in rows_of(path, columns)
    )


def load_people(
    codes: frozenset[str], titles: frozenset[str], path: Path = ACTORS / "people.tsv"
) -> tuple[Known, ...]:
    """All people; `titles` are the offices there are, save those made with a modifier. Raises `LexiconError`."""
    columns = ("id", "name_en", "name_ar", "aliases_ar", "gender", "country", "sectors", "offices")
    people = []
    for where, row in rows_of(path, columns):
        if row["gender"] not in ("m", "f"):
            raise LexiconError(f"{where}: gender is m or f, not '{row['gender']}'")
        offices = tuple(office_of(where, text, titles) for text in split(row["offices"]))
        people.append(Known(_actor(where, row, MentionKind.PERSON, codes, offices), gender=row["gender"]))
    return tuple(people)


def _actor(
    where: str, row: dict[str, str], kind: MentionKind, codes: frozenset[str], offices: tuple[Office, ...]
) -> Actor:
    """One row as an actor."""
    if not ID.fullmatch(row["id"]):
        raise LexiconError(f"{where}: '{row['id']}' is no id: small letters, digits and hyphens")
    if not row["name_ar"]:
        raise LexiconError(f"{where}: name_ar is missing")
    sectors = split(row["sectors"])
    check_codes(where, row["country"], sectors, codes)
    return Actor(
        row["id"], row["name_ar"], row["name_en"] or None, kind, row["country"] or None, sectors,
        split(row["aliases_ar"]), offices,
    )  # fmt: skip


def office_of(where: str, text: str, titles: frozenset[str] | None) -> Office:
    """`title@country:from..until` as an office; `titles` are those there are, None for any. Raises `LexiconError`."""
    match = _OFFICE.fullmatch(text)
    if match is None:
        raise LexiconError(f"{where}: '{text}' is no office: title@country:from..until")
    title, country, start, end = match.group("title", "country", "start", "end")
    if titles is not None and title not in titles:
        raise LexiconError(f"{where}: '{title}' is no title of offices.tsv")
    check_date(where, start)
    check_date(where, end)
    if start and end and start > end:
        raise LexiconError(f"{where}: '{text}' ends before it begins")
    return Office(title, country or None, start or None, end or None)


def load_offices(path: Path = ACTORS / "offices.tsv") -> tuple[OfficeTitle, ...]:
    """All offices of `offices.tsv`; raises `LexiconError`."""
    offices = []
    for where, row in rows_of(path, ("title", "sector", "scope", "forms_ar", "countries")):
        if row["sector"] not in SECTORS | INTERNATIONAL:
            raise LexiconError(f"{where}: '{row['sector']}' is no sector of PLOVER")
        if row["scope"] not in ("state", "post", "many"):
            raise LexiconError(f"{where}: '{row['scope']}' is no scope: state, post or many")
        sector = "" if row["sector"] in INTERNATIONAL else row["sector"]
        offices.append(
            OfficeTitle(row["title"], sector, row["scope"], split(row["forms_ar"]), split(row["countries"]))
        )
    return tuple(offices)


def load_nouns(path: Path = ACTORS / "unnamed.tsv") -> tuple[Noun, ...]:
    """All nouns for unnamed people; raises `LexiconError`."""
    nouns = []
    for where, row in rows_of(path, ("singular", "plurals", "sector")):
        check_codes(where, "", (row["sector"],), frozenset())
        nouns.append(Noun(row["singular"], split(row["plurals"]), row["sector"]))
    return tuple(nouns)


@lru_cache(maxsize=1)
def person_nouns() -> frozenset[str]:
    """Folded nouns for one man that are adjectives as well (`مدني`, `متشدد`): those of the sound plural."""
    return frozenset(squeeze(n.singular) for n in load_nouns() if n.plurals == ("ون",) and " " not in n.singular)


def load_given(path: Path = ACTORS / "given.txt") -> tuple[str, ...]:
    """Given names; raises `LexiconError`."""
    try:
        return tuple(path.read_text(encoding="utf-8").split())
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path.name} cannot be read: {error}") from error


def load_government(path: Path = ACTORS / "government.toml") -> Government:
    """`government.toml`; raises `LexiconError`."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"{path.name} cannot be read: {error}") from error
    try:
        bodies = [_ministry(p) for p in data["portfolio"]] + [_body(b) for b in data["body"]]
        for body in bodies:
            check_codes(f"{path.name}: body '{body.name}'", "", body.sectors, frozenset())
        return Government(
            tuple(bodies),
            tuple(_minister(p) for p in data["portfolio"]),
            {m["name"]: tuple(m["words"]) for m in data["modifier"]},
            tuple((tuple(r["words"]), r["sector"]) for r in data["rank"]),
            tuple((tuple(k["words"]), k["sector"], _masculine(k)) for k in data["kind"]),
            tuple(data["people"]),
            tuple(data["shared"]),
            {name: tuple(words) for name, words in data["words"].items()},
            data["adjectives"],
            _fields(path.name, data["fields"]),
        )
    except KeyError as error:
        raise LexiconError(f"{path.name}: an entry lacks {error}") from error


def _fields(file: str, table: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    """The words that tell a sector, by sector."""
    check_codes(f"{file}: fields", "", tuple(k for k in table if k not in ("role", "weak")), frozenset())
    return {sector: tuple(words) for sector, words in table.items()}


def _masculine(entry: dict[str, Any]) -> frozenset[str]:
    """The heads of an entry that are masculine."""
    given = entry["words"] if entry.get("gender") == "m" else entry.get("masculine", ())
    return frozenset(given)


def _ministry(entry: dict[str, Any]) -> Body:
    """The ministry of a portfolio."""
    heads = [f"وزارة {w}" for w in entry["words"]]
    constructs = [f"وزارة {w.removeprefix('ال')}" for w in entry["words"] if " " not in w]
    # `الخارجية الأمريكية`: a field that stands for its ministry.
    alone = [w for w in entry["words"] if entry.get("alone") and " " not in w]
    return Body(
        entry["key"], f"{entry['name']} ministry", (*heads, *alone),
        (*constructs, *(w.removeprefix("ال") for w in alone)), frozenset(), tuple(entry["sector"].split()),
    )  # fmt: skip


def _minister(entry: dict[str, Any]) -> OfficeTitle:
    """The minister of a portfolio."""
    return OfficeTitle(
        f"{entry['name']} minister", entry["sector"].split()[0], "state", tuple(f"وزير {w}" for w in entry["words"])
    )


def _body(entry: dict[str, Any]) -> Body:
    """A body that is no ministry."""
    from khabar.names.forms import construct

    heads = tuple(entry["heads"])
    constructs = entry.get("construct") or [c for c in map(construct, heads) if c]
    return Body(
        entry["key"], entry["name"], heads, tuple(constructs), frozenset(entry.get("masculine", ())),
        tuple(entry["sector"].split()), entry.get("at", False), entry.get("needs_country", False),
    )  # fmt: skip
