"""Check the annotated reports of `corpus/reports/` and `corpus/daily/` against `docs/annotation.md`: every word pointed
at stands in its text, every code is one of PLOVER's, numbers and dates are sound.

    python tools/check_corpus.py             # lists what is wrong, exits with 1 where anything is
    python tools/check_corpus.py --summary   # counts reports, events and modes of each split
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
FOLDERS = (ROOT / "corpus" / "reports", ROOT / "corpus" / "daily")

MODES = {
    "AGREE": "", "CONSULT": "visit third-party multilateral phone", "SUPPORT": "", "CONCEDE": "", "COOPERATE": "",
    "AID": "", "RETREAT": "withdraw release disarm ceasefire access resign", "REQUEST": "assist change yield meet",
    "ACCUSE": "disapprove investigate allege", "REJECT": "assist change yield meet",
    "THREATEN": "restrict arrest relations expel territory violence",
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize", "SANCTION": "convict expel withdraw discontinue",
    "MOBILIZE": "troops weapons police militia",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone "
               "heavy-weapons crowd-control unconventional",
}  # fmt: skip
CONTEXTS = """
military intelligence executive legislative election political_institutions pro-democracy pro-autocracy economic legal
reparations human_rights rights_freedoms repression human_security gender lgbt religion_ethnicity inequality diplomatic
territory peacekeeping health asylum migration disasters natural_resource environment technology terrorism cbrn cyber
misinformation crime corruption illegal_drugs trafficking
"""
SECTORS = "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC"
INTERNATIONAL = {"IGO", "NGO", "MNC", "INT"}
KINDS = {"person", "group", "office", "unnamed"}
STANCES = {"asserts", "denies", "doubts", "confirms", "accuses", "promises", "warns", "asks"}
AUXILIARY = {"historical", "future", "hypothetical", "negation"}
SIZES = {"dead", "injured", "arrested", "displaced", "missing", "abducted", "released", "participants"}
SHAPE: dict[str, dict[str, type]] = {
    "report": {"id": str, "split": str, "published": str, "headline": str, "text": str},
    "actor": {"id": str, "kind": str, "country": str, "sectors": list, "mentions": list},
    "place": {"name": str, "country": str, "level": int},
    "event": {
        "type": str, "mode": list, "context": list, "trigger": str, "actor": list, "recipient": list, "also": list,
        "auxiliary": list, "time": str, "place": str, "size": list, "source": list, "stance": str, "denied_by": list,
    },
}  # fmt: skip


def countries() -> set[str]:
    """The ISO codes khabar knows, and PLOVER's codes for what is international."""
    table = ROOT / "src" / "khabar" / "lexicon" / "places" / "countries.tsv"
    return INTERNATIONAL | {line.split("\t")[0] for line in table.read_text("utf-8").splitlines()[1:]}


def check(path: Path, codes: set[str]) -> list[str]:
    """What is wrong with one report, one plain sentence each; nothing for a sound one."""
    try:
        report = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return [f"cannot be read: {error}"]
    wrong = list(_shape("report", report))
    if wrong:
        return wrong
    if report["id"] != path.stem:
        wrong.append(f"id {report['id']} is not the file's name")
    if report["split"] not in ("train", "test"):
        wrong.append(f"split {report['split']!r} is neither train nor test")
    if not _day(report["published"]):
        wrong.append(f"published {report['published']!r} is no day")
    text = f"{report['headline']}\n{report['text'].strip()}"
    wrong.extend(_actors(report, text, codes))
    wrong.extend(_places(report, text, codes))
    triggers: Counter[str] = Counter()
    for number, event in enumerate(report.get("event", ()), start=1):
        problems = list(_shape("event", event)) or list(_event(event, text))
        wrong.extend(f"event {number} ({event.get('trigger', '')}): {problem}" for problem in problems)
        triggers.update([event.get("trigger", "")])
    wrong.extend(f"{words} is the trigger of {count} events" for words, count in triggers.items() if count > 1)
    return wrong


def _shape(kind: str, table: dict[str, Any]) -> Iterator[str]:
    for name, wanted in SHAPE[kind].items():
        if not isinstance(table.get(name), wanted):
            yield f"{kind} {name} is missing or no {wanted.__name__}"


def _stands(words: str, text: str) -> bool:
    plain, _, count = words.partition("@")
    found = text.count(plain) if plain else 0
    return found >= (int(count) if count.isdecimal() else 1) and (not count or count.isdecimal())


def _actors(report: dict[str, Any], text: str, codes: set[str]) -> Iterator[str]:
    owner: dict[str, str] = {}
    ids: set[str] = set()
    for actor in report.get("actor", ()):
        yield from _shape("actor", actor)
        name = actor.get("id", "")
        if name in ids:
            yield f"actor {name} is given twice"
        ids.add(name)
        if actor.get("kind") not in KINDS:
            yield f"actor {name}: no kind {actor.get('kind')!r}"
        if actor.get("country") and actor["country"] not in codes:
            yield f"actor {name}: no country {actor['country']!r}"
        yield from (f"actor {name}: no sector {s!r}" for s in actor.get("sectors", ()) if s not in SECTORS.split())
        if not actor.get("mentions"):
            yield f"actor {name} has no mentions"
        for words in actor.get("mentions", ()):
            if not _stands(words, text):
                yield f"actor {name}: {words!r} is not in the text"
            if owner.setdefault(words, name) != name:
                yield f"{words!r} is a mention of {owner[words]} and of {name}"


def _places(report: dict[str, Any], text: str, codes: set[str]) -> Iterator[str]:
    for place in report.get("place", ()):
        yield from _shape("place", place)
        name = place.get("name", "")
        if not _stands(name, text):
            yield f"place {name!r} is not in the text"
        if place.get("country") and place["country"] not in codes:
            yield f"place {name}: no country {place['country']!r}"
        if place.get("level") not in range(1, 6):
            yield f"place {name}: level {place.get('level')!r} is not 1 to 5"


def _event(event: dict[str, Any], text: str) -> Iterator[str]:
    if event["type"] not in MODES:
        yield f"no type {event['type']!r}"
    modes = MODES.get(event["type"], "").split()
    yield from (f"no mode {m!r} of {event['type']}" for m in event["mode"] if m not in modes)
    yield from (f"no context {c!r}" for c in event["context"] if c not in CONTEXTS.split())
    yield from (f"no auxiliary mode {a!r}" for a in event["auxiliary"] if a not in AUXILIARY)
    if event["stance"] not in STANCES:
        yield f"no stance {event['stance']!r}"
    pointed = [event["trigger"], event["place"]] if event["place"] else [event["trigger"]]
    for key in ("actor", "recipient", "also", "source", "denied_by"):
        pointed.extend(event[key])
    yield from (f"{words!r} is not in the text" for words in pointed if not _stands(words, text))
    if event["trigger"] in event["also"]:
        yield "its trigger stands in also"
    if set(event["actor"]) & set(event["recipient"]):
        yield "one mention is actor and recipient"
    start, _, end = event["time"].partition("..")
    if event["time"] and not (_day(start) and (not end or (_day(end) and start < end))):
        yield f"no time {event['time']!r}"
    for size in event["size"]:
        low, high = size.get("low"), size.get("high", size.get("low"))
        numbers = isinstance(low, int) and isinstance(high, int) and 0 < low <= high
        if size.get("kind") not in SIZES or not numbers:
            yield f"no size {size!r}"


def _day(value: str) -> bool:
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def summary(folder: Path) -> str:
    """How many reports, words, actors and events of each type the splits of a folder have, one line each."""
    lines: list[str] = []
    for split in ("train", "test"):
        reports = [r for r in (tomllib.loads(p.read_text("utf-8")) for p in _paths(folder)) if r["split"] == split]
        if not reports:
            continue
        events = [e for r in reports for e in r.get("event", ())]
        words = sum(len(r["text"].split()) for r in reports)
        mentions = sum(len(a["mentions"]) for r in reports for a in r.get("actor", ()))
        counts = f"{len(reports)} reports, {words} words, {mentions} mentions, {len(events)} events"
        lines.append(f"{folder.name}, {split}: {counts}")
        types = Counter(e["type"] for e in events)
        lines.append("  " + ", ".join(f"{name} {types[name]}" for name in MODES))
        auxiliary = Counter(a for e in events for a in e["auxiliary"])
        lines.append("  " + ", ".join(f"{name} {auxiliary[name]}" for name in sorted(AUXILIARY)))
    return "\n".join(lines)


def _paths(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.toml"))


def main() -> None:
    """Check every report; exits with 1 where one has a mistake."""
    if "--summary" in sys.argv[1:]:
        print("\n".join(summary(folder) for folder in FOLDERS))
        return
    codes = countries()
    paths = [path for folder in FOLDERS for path in _paths(folder)]
    wrong = [f"{path.name}: {problem}" for path in paths for problem in check(path, codes)]
    print("\n".join(wrong) or f"{len(paths)} reports are sound")
    if wrong:
        sys.exit(1)


if __name__ == "__main__":
    main()
