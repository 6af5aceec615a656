"""Annotations of articles that are not ours to ship, kept as offsets: no word of an article stands in them.

    python tools/news_offsets.py pack FOLDER corpus/news TEXTS...       # annotated reports to offsets
    python tools/news_offsets.py unpack corpus/news FOLDER TEXTS...     # and back, with the articles at hand
    khabar evaluate corpus FOLDER

FOLDER holds reports in the format of `docs/annotation.md`; TEXTS are JSON Lines (`.gz` or plain) with `url`, `headline`
and `text`, in which an article is found by its url. Every string of words is `start:end`, offsets into `Article.text`
as `khabar.pages.bare` makes it; a hash of that text tells whether it is the same article.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import sys
import tomllib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from khabar.evaluate.corpus import Report, read_report

WORDS = {"event": ("trigger", "place"), "place": ("name",)}
"""Fields that hold words of the text, by table."""
LISTS = {"event": ("actor", "recipient", "also", "source", "denied_by"), "actor": ("mentions",)}
HEAD = ("id", "split", "published", "outlet")


def main(command: str, *paths: str) -> None:
    """Run `pack` or `unpack`, as the module says. Raises `SystemExit` with what is wrong."""
    places = [Path(p) for p in paths]
    if command == "pack" and len(places) >= 3:
        pack(places[0], places[1], places[2:])
    elif command == "unpack" and len(places) >= 3:
        unpack(places[0], places[1], places[2:])
    else:
        sys.exit(__doc__)


def pack(source: Path, target: Path, texts: Iterable[Path]) -> None:
    """Write the annotations of `source` as offsets; `texts` tell the url each article has."""
    urls = {_key(row["text"]): row["url"] for row in _rows(texts)}
    target.mkdir(parents=True, exist_ok=True)
    for path in sorted(source.glob("*.toml")):
        report = read_report(path)

        def offsets(words: str, report: Report = report) -> str:
            span = report.span(words)
            return f"{span.start}:{span.end}"

        head = {k: report.raw[k] for k in HEAD if k in report.raw}
        head["url"] = urls.get(_key(report.raw["text"])) or sys.exit(f"{path}: no such article in the texts")
        head["sha256"] = _hash(report)
        (target / path.name).write_text(_toml(head, _mapped(report.raw, offsets)), encoding="utf-8")


def unpack(source: Path, target: Path, texts: Iterable[Path]) -> None:
    """Write the annotations of `source` with their words again, as reports that `khabar evaluate corpus` reads."""
    rows = {row["url"]: row for row in _rows(texts)}
    target.mkdir(parents=True, exist_ok=True)
    for path in sorted(source.glob("*.toml")):
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        row = rows.get(raw["url"])
        if row is None:
            print(f"{path}: {raw['url']} is not in the texts", file=sys.stderr)
            continue
        head = {k: raw[k] for k in HEAD if k in raw} | {"headline": row.get("headline") or "", "text": row["text"]}
        out = target / path.name
        out.write_text(_toml(head, {}), encoding="utf-8")
        report = read_report(out)
        if _hash(report) != raw["sha256"]:
            out.unlink()
            print(f"{path}: the text is not the one that was annotated", file=sys.stderr)
            continue
        out.write_text(_toml(head, _mapped(raw, _reader(report.article.text))), encoding="utf-8")


def _reader(text: str) -> Callable[[str], str]:
    """What turns offsets into words with their number, as `Report.span` finds them."""

    def words(offsets: str) -> str:
        start, end = (int(n) for n in offsets.split(":"))
        found = [m.start() for m in re.finditer(re.escape(text[start:end]), text)]
        return f"{text[start:end]}@{found.index(start) + 1}"

    return words


def _mapped(raw: dict[str, Any] | Any, change: Callable[[str], str]) -> dict[str, list[dict[str, Any]]]:
    tables: dict[str, list[dict[str, Any]]] = {}
    for table in ("actor", "place", "event"):
        for row in raw.get(table, ()):
            new = dict(row)
            for key in WORDS.get(table, ()):
                new[key] = change(new[key]) if new.get(key) else new.get(key, "")
            for key in LISTS.get(table, ()):
                new[key] = [change(w) for w in new.get(key, ())]
            tables.setdefault(table, []).append(new)
    return tables


def _toml(head: dict[str, Any], tables: dict[str, list[dict[str, Any]]]) -> str:
    lines = [f"{k} = {_value(v)}" for k, v in head.items()]
    for table, rows in tables.items():
        for row in rows:
            lines += ["", f"[[{table}]]"] + [f"{k} = {_value(v)}" for k, v in row.items()]
    return "\n".join(lines) + "\n"


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{k} = {_value(v)}" for k, v in value.items()) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(_value(v) for v in value) + "]"
    return json.dumps(value, ensure_ascii=False)  # a JSON string or number is one of TOML, too


def _rows(texts: Iterable[Path]) -> Iterator[dict[str, Any]]:
    for path in texts:
        with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
            yield from (json.loads(line) for line in lines)


def _key(text: str) -> str:
    """What two copies of a text have in common: its letters and digits."""
    return hashlib.sha256("".join(filter(str.isalnum, text)).encode()).hexdigest()


def _hash(report: Report) -> str:
    return hashlib.sha256(report.article.text.encode()).hexdigest()


if __name__ == "__main__":
    main(*(sys.argv[1:] or [""]))
