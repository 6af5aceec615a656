"""Outlets and agencies: which one a page's address belongs to, and which words of a credit name one."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from khabar.errors import LexiconError
from khabar.lexicon.cache import ROOT
from khabar.text.characters import squeeze

FOLDER = ROOT / "outlets"


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet of `lexicon/outlets/outlets.toml`."""

    name: str
    domains: tuple[str, ...]
    zone: str | None
    """The IANA zone its pages print times in, where that is sure."""
    agency: bool
    country: str | None = None
    """Whose affairs it reports where it names no country: an ISO code; None for outlets of all Arabs."""
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Credits:
    """The words of credits and bylines, folded."""

    agencies: frozenset[str]
    """Names of agencies, in every form."""
    others: frozenset[str]
    """Names of outlets that are no agency, and words that stand in their place (`متابعات`)."""
    openers: tuple[str, ...]
    """What opens a line that names who wrote, as printed, before a colon or stroke."""
    plain: tuple[str, ...]
    """The same with nothing between it and the names."""
    places: frozenset[str]
    """Places of datelines that the gazetteer does not have."""
    genres: frozenset[str]
    """What a piece is (`تحقيق`): stands among names and tells nothing."""
    kinds: frozenset[str]
    """What an outlet's name begins with (`صحيفة`)."""
    never: frozenset[str]
    """Words that stand in no name."""


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, Outlet], Credits]:
    """Outlets by domain, and the words of credits. Raises `LexiconError` for a file with a mistake."""
    try:
        raw = tomllib.loads((FOLDER / "outlets.toml").read_text(encoding="utf-8"))["outlet"]
        words = tomllib.loads((FOLDER / "credits.toml").read_text(encoding="utf-8"))
        return _compile(raw, words)
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise LexiconError(f"lexicon/outlets: {error}") from error


def _compile(raw: list[dict[str, Any]], words: dict[str, list[str]]) -> tuple[dict[str, Outlet], Credits]:
    domains: dict[str, Outlet] = {}
    names: dict[bool, set[str]] = {True: set(), False: set()}
    for entry in raw:
        agency = bool(entry.get("agency", False))
        outlet = Outlet(
            entry["name"], tuple(entry["domains"]), entry.get("zone"), agency, entry.get("country"),
            tuple(entry.get("forms", ())),
        )  # fmt: skip
        names[agency].update(squeeze(form) for form in (outlet.name, *outlet.forms))
        for domain in outlet.domains:
            if domain in domains:
                raise KeyError(f"{domain} stands twice")
            domains[domain] = outlet
    agencies = frozenset(names[True] | {squeeze(w) for w in words["agencies"]})
    others = frozenset(names[False] | {squeeze(w) for w in words["others"]}) - agencies
    never = frozenset(squeeze(w) for key in ("never", "openers", "plain") for w in words[key])
    places, genres, kinds = (frozenset(squeeze(w) for w in words[key]) for key in ("places", "genres", "kinds"))
    openers, plain = tuple(words["openers"]), tuple(words["plain"])
    return domains, Credits(agencies, others, openers, plain, places, genres, kinds, never)


def credit_words() -> Credits:
    """The words of credits and bylines."""
    return _tables()[1]


def outlets() -> tuple[Outlet, ...]:
    """Every outlet, in the order of the file."""
    return tuple(dict.fromkeys(_tables()[0].values()))


def outlet_of(url: str | None) -> Outlet | None:
    """The outlet whose page an address is, by its host; None for one not listed, or no address."""
    try:
        host = (urlsplit(url or "").hostname or "").rstrip(".")
    except ValueError:
        return None
    parts = host.split(".")
    table = _tables()[0]
    return next((table[d] for i in range(len(parts)) if (d := ".".join(parts[i:])) in table), None)


def home_of(name: str | None) -> str | None:
    """The country of an outlet by a name of it or the name in its address (`alriyadh`), or None."""
    return _homes().get(_plain(name)) if name else None


@lru_cache(maxsize=1)
def _homes() -> dict[str, str]:
    """Names of outlets that have a country, and the first labels of their hosts, to the country."""
    homes: dict[str, str] = {}
    for outlet in outlets():
        if outlet.country is not None:
            labels = (domain.split(".")[0] for domain in outlet.domains)
            for form in (outlet.name, *outlet.forms, *labels):
                homes.setdefault(_plain(form), outlet.country)
    return homes


def _plain(name: str) -> str:
    """A name folded, without what its kind is (`صحيفة`) and without spaces and strokes."""
    words = squeeze(name.lower().replace("-", " ")).split()
    kinds = credit_words().kinds
    return "".join(words[1:] if len(words) > 1 and words[0] in kinds else words)
