"""A user's own actors and places: a TOML file whose entries come before those of the shipped lexicon.

[[actor]]
id = "harbour-union"
name_ar = "نقابة عمال الميناء"
name_en = "Harbour Workers' Union"      # this and what follows may be left out
kind = "group"                          # or "person"
aliases_ar = ["نقابة الميناء"]
country = "LBN"
sectors = ["LAB"]
offices = ["foreign minister@LBN:2005-07-19..2008-07-11"]

[[actor]]
id = "another-name"
name_ar = "اتحاد عمال الميناء"
same_as = "harbour-union"               # its names are further names of that actor, ours or yours

[[place]]
id = "qarn"
name_ar = "القرن"
name_en = "Qarn"
country = "YEM"
level = 4                               # 5 sub-city, 4 city, 3 district, 2 province, 1 country
lat = 15.1
lon = 44.2
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from khabar.errors import LexiconError, in_words
from khabar.names import lexicon as lx
from khabar.names.index import ActorIndex, add_actors, build_index
from khabar.records import Actor, MentionKind, Place

_ACTOR_KEYS = frozenset(
    {"id", "name_ar", "name_en", "kind", "aliases_ar", "country", "sectors", "offices", "gender", "same_as"}
)
_PLACE_KEYS = frozenset(
    {"id", "name_ar", "name_en", "aliases_ar", "country", "level", "lat", "lon", "geonameid", "province"}
)


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """What a file holds: actors with the names of their `same_as` entries, and places with further names."""

    actors: tuple[lx.Known, ...]
    more_names: dict[str, tuple[str, ...]]
    """Names for actors of the shipped lexicon, by its id."""
    places: tuple[tuple[Place, tuple[str, ...]], ...]


def load_gazetteer(path: Path) -> Gazetteer:
    """Read and check a gazetteer.

    Raises `LexiconError` that names file and line for a file that cannot be read, a key that is not known, a wrong
    code, id, level or coordinate, a doubled id, a `same_as` that leads nowhere or in a circle.
    """
    try:
        text = path.read_text(encoding="utf-8")
        data = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(f"{path} cannot be read: {in_words(error)}") from error
    if other := sorted(set(data) - {"actor", "place"}):
        raise LexiconError(f"{path}: '{other[0]}' is neither [[actor]] nor [[place]]")
    codes = frozenset(s.code for s in lx.load_states())
    actors = _entries(path, text, data, "actor", _ACTOR_KEYS)
    places = _entries(path, text, data, "place", _PLACE_KEYS)
    targets = _targets(actors)
    made: dict[str, lx.Known] = {}
    more: dict[str, tuple[str, ...]] = {}
    for where, entry in actors:
        if "same_as" not in entry:
            made[entry["id"]] = _actor(where, entry, codes)
    for where, entry in actors:
        if (target := targets.get(entry["id"])) is None:
            continue
        names = (entry["name_ar"], *_texts(where, entry, "aliases_ar"))
        if target in made:
            known = made[target]
            made[target] = replace(known, actor=replace(known.actor, aliases=(*known.actor.aliases, *names)))
        else:
            more[target] = (*more.get(target, ()), *names)
    for target in more:
        if not _shipped(target):
            where = next(w for w, e in actors if targets.get(e["id"]) == target)
            raise LexiconError(f"{where}: same_as '{target}' is no actor's id")
    return Gazetteer(tuple(made.values()), more, tuple(_place(w, e, codes) for w, e in places))


def index_with(path: Path) -> ActorIndex:
    """The shipped index with a gazetteer put over it; raises `LexiconError`."""
    gazetteer = load_gazetteer(path)
    index = build_index()
    add_actors(index, gazetteer.actors, override=True)
    for actor_id, names in gazetteer.more_names.items():
        known = index.known.get(actor_id)
        actor = known.actor if known else index.actor(actor_id)
        if actor is not None:
            merged = replace(actor, aliases=(*actor.aliases, *names))
            add_actors(index, [replace(known, actor=merged) if known else lx.Known(merged)], override=True)
    return index


def append_entry(path: Path, table: str, entry: Mapping[str, Any]) -> None:
    """Add an `actor` or a `place` to a gazetteer, which is made where it is not there.

    Raises `LexiconError` where the file cannot be read or written, and where it would not be right with the new entry;
    it is then left as it was.
    """
    try:
        before = path.read_text(encoding="utf-8") if path.exists() else ""
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path} cannot be read: {in_words(error)}") from error
    lines = [f"[[{table}]]", *(f"{key} = {_toml(value)}" for key, value in entry.items())]
    after = before + ("\n" if before else "") + "\n".join(lines) + "\n"
    trial = path.with_name(path.name + ".new")
    try:
        trial.write_text(after, encoding="utf-8")
        load_gazetteer(trial)
        trial.replace(path)
    except LexiconError as error:
        raise LexiconError(str(error).replace(trial.name, path.name)) from None
    except OSError as error:
        raise LexiconError(f"{path} cannot be written: {error.strerror}") from error
    finally:
        with suppress(OSError):
            trial.unlink(missing_ok=True)


def _toml(value: Any) -> str:
    """A string, number or list of strings as TOML."""
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    if isinstance(value, (list, tuple)):
        return "[" + ", ".join(_toml(item) for item in value) + "]"
    return repr(value)


def _entries(
    path: Path, text: str, data: dict[str, Any], table: str, keys: frozenset[str]
) -> list[tuple[str, dict[str, Any]]]:
    """The entries of a table with `FILE:LINE` of their heads; keys, ids and names checked."""
    heads = [n for n, line in enumerate(text.split("\n"), 1) if re.match(rf"\s*\[\[\s*{table}\s*\]\]", line)]
    entries, seen = [], dict[str, int]()
    rows = data.get(table, [])
    if not isinstance(rows, list) or not all(isinstance(r, dict) for r in rows):
        raise LexiconError(f"{path}: write [[{table}]], with two brackets")
    for line, entry in zip(heads or [1] * len(rows), rows, strict=False):
        where = f"{path}:{line}"
        if unknown := sorted(set(entry) - keys):
            raise LexiconError(f"{where}: '{unknown[0]}' is no key of [[{table}]]")
        for key in ("id", "name_ar"):
            if key in entry and not isinstance(entry[key], str):
                raise LexiconError(f"{where}: {key} is no text in quotes")
            if not entry.get(key, "").strip():
                raise LexiconError(f"{where}: {key} is missing")
        if not lx.ID.fullmatch(entry["id"]):
            raise LexiconError(f"{where}: '{entry['id']}' is no id: small letters, digits and hyphens")
        if entry["id"] in seen:
            raise LexiconError(f"{where}: '{entry['id']}' stands on line {seen[entry['id']]} already")
        seen[entry["id"]] = line
        entries.append((where, entry))
    return entries


def _targets(actors: list[tuple[str, dict[str, Any]]]) -> dict[str, str]:
    """For each entry with `same_as` the id it leads to in the end; raises `LexiconError` for a circle."""
    same = {e["id"]: str(e["same_as"]) for _, e in actors if "same_as" in e}
    targets = {}
    for where, entry in actors:
        if entry["id"] not in same:
            continue
        path, here = [entry["id"]], entry["id"]
        while here in same:
            here = same[here]
            if here in path:
                raise LexiconError(f"{where}: same_as goes in a circle: {' -> '.join([*path, here])}")
            path.append(here)
        targets[entry["id"]] = here
    return targets


def _texts(where: str, entry: dict[str, Any], key: str) -> tuple[str, ...]:
    """A list of strings, or nothing."""
    value = entry.get(key, [])
    if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
        raise LexiconError(f"{where}: {key} is a list of words in quotation marks")
    return tuple(value)


def _actor(where: str, entry: dict[str, Any], codes: frozenset[str]) -> lx.Known:
    """One `[[actor]]`."""
    kinds = {"group": MentionKind.GROUP, "person": MentionKind.PERSON}
    kind = kinds.get(entry.get("kind", "group"))
    if kind is None:
        raise LexiconError(f"{where}: kind is 'group' or 'person', not '{entry['kind']}'")
    sectors, country = _texts(where, entry, "sectors"), str(entry.get("country", ""))
    lx.check_codes(where, country, sectors, codes)
    offices = tuple(lx.office_of(where, text, None) for text in _texts(where, entry, "offices"))
    aliases = _texts(where, entry, "aliases_ar")
    actor = Actor(
        entry["id"], entry["name_ar"], entry.get("name_en"), kind, country or None, sectors, aliases, offices
    )
    return lx.Known(actor, gender=str(entry.get("gender", "")))


def _place(where: str, entry: dict[str, Any], codes: frozenset[str]) -> tuple[Place, tuple[str, ...]]:
    """One `[[place]]`."""
    country = str(entry.get("country", ""))
    lx.check_codes(where, country, (), codes)
    level = entry.get("level", 4)
    if level not in (1, 2, 3, 4, 5):
        raise LexiconError(f"{where}: level is 1 to 5, not '{level}'")
    lat, lon = entry.get("lat"), entry.get("lon")
    for name, value, most in (("lat", lat, 90), ("lon", lon, 180)):
        if value is not None and not (isinstance(value, (int, float)) and abs(value) <= most):
            raise LexiconError(f"{where}: {name} is a number from -{most} to {most}, not '{value}'")
    place = Place(
        entry["id"], entry["name_ar"], str(entry.get("name_en", entry["name_ar"])), country or None, level, lat, lon,
        entry.get("geonameid"), None, None, entry.get("province"),
    )  # fmt: skip
    return place, _texts(where, entry, "aliases_ar")


def _shipped(actor_id: str) -> bool:
    """Whether the shipped lexicon has an actor of this id."""
    from khabar.names.index import load_index

    return load_index().actor(actor_id) is not None
