"""How far two annotations of the same reports agree, by the measures of `khabar evaluate corpus`.

    python tools/agreement.py corpus/reports corpus/first corpus/second

The first folder holds the texts, the two others the tables of two readers who did not see each other's, without the
texts. What one reader calls an event and the other does not counts against both.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from khabar.evaluate.corpus import Report, read_report
from khabar.evaluate.gsr import Counts, folded_words
from khabar.records import Span

Row = Mapping[str, Any]


def main(texts: Path, first: Path, second: Path) -> None:
    """Print a line for each measure, over the reports that both readers annotated."""
    counts: dict[str, Counts] = {"event": Counts(), "arguments": Counts(), "size": Counts(), "denials": Counts()}
    shares: dict[str, list[bool]] = {}
    for path in sorted(second.glob("*.toml")):
        article = read_report(texts / path.name).article
        a, b = (
            Report(path.stem, tomllib.loads((folder / path.name).read_text(encoding="utf-8")), article)
            for folder in (first, second)
        )
        pairs, missed, added = align(a, b)
        for name in ("event", "arguments"):
            counts[name].miss += missed
            counts[name].false += added
        for x, y in pairs:
            _compare(a, b, x, y, counts, shares)
    for name, c in counts.items():
        print(f"{name:12} {c.precision:.3f} {c.recall:.3f} {c.f1:.3f}")
    for name, rows in shares.items():
        print(f"{name:12} {sum(rows) / len(rows):.3f} of {len(rows)}")


def align(a: Report, b: Report) -> tuple[list[tuple[Row, Row]], int, int]:
    """Pairs of events of one type whose triggers touch, and how many of each side are left."""
    free: list[Row] = list(b.raw.get("event", ()))
    pairs: list[tuple[Row, Row]] = []
    gold: Sequence[Row] = a.raw.get("event", ())
    for x in gold:
        mine = _spans(a, x)
        touching = [y for y in free if y["type"] == x["type"] and _touch(mine, _spans(b, y))]
        match = min(touching, key=lambda y: not _touch(mine[:1], _spans(b, y)), default=None)
        if match is not None:
            free.remove(match)
            pairs.append((x, match))
    return pairs, len(gold) - len(pairs), len(free)


def _spans(report: Report, event: Row) -> list[Span]:
    return [report.span(w) for w in (event["trigger"], *event.get("also", ()))]


def _touch(left: Sequence[Span], right: Sequence[Span]) -> bool:
    return any(s.overlaps(t) for s in left for t in right)


def _compare(a: Report, b: Report, x: Row, y: Row, counts: dict[str, Counts], shares: dict[str, list[bool]]) -> None:
    counts["event"].hit += 1
    right = all(_same_people(a, b, x.get(role, ()), y.get(role, ())) for role in ("actor", "recipient"))
    counts["arguments"].hit += right
    counts["arguments"].miss += not right
    counts["arguments"].false += not right
    sizes = [{(s["kind"], s["low"], s.get("high")) for s in e.get("size", ())} for e in (x, y)]
    counts["size"].hit += len(sizes[0] & sizes[1])
    counts["size"].miss += len(sizes[0] - sizes[1])
    counts["size"].false += len(sizes[1] - sizes[0])
    deniers = [{w for d in e.get("denied_by", ()) for w in _words(d)} for e in (x, y)]
    if deniers[0] or deniers[1]:
        counts["denials"].add(bool(deniers[0]), bool(deniers[1]) and bool(deniers[0] & deniers[1] or not deniers[0]))
    shares.setdefault("auxiliary", []).append(set(x.get("auxiliary", ())) == set(y.get("auxiliary", ())))
    if x.get("place"):
        shares.setdefault("place", []).append(bool(_words(x["place"]) & _words(y.get("place") or "")))
    if x.get("time"):
        shares.setdefault("time", []).append(x["time"] == y.get("time"))
    source = [{w for s in e.get("source", ()) for w in _words(s)} for e in (x, y)]
    same = source[0] == source[1] or len(source[0] & source[1]) * 2 >= max(len(source[0]), 1) > 0
    shares.setdefault("source", []).append(same)
    if x.get("source"):
        shares.setdefault("stance", []).append(x.get("stance", "asserts") == y.get("stance", "asserts"))


def _words(words: str) -> set[str]:
    return set(folded_words([words.partition("@")[0]]))


def _same_people(a: Report, b: Report, left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two lists of participants are the same: half of the words of each, or mentions of one actor of `a`."""
    rest = list(right)
    if len(left) != len(right):
        return False
    for name in left:
        match = next((r for r in rest if _same(a, b, name, r)), None)
        if match is None:
            return False
        rest.remove(match)
    return True


def _same(a: Report, b: Report, left: str, right: str) -> bool:
    words = (_words(left), _words(right))
    if len(words[0] & words[1]) * 2 >= max(len(words[0]), len(words[1])):
        return True
    spans = a.span(left), b.span(right)
    return any(
        all(any(s.overlaps(a.span(w)) for w in actor.get("mentions", ())) for s in spans)
        for actor in (*a.raw.get("actor", ()), *b.raw.get("actor", ()))
    )


if __name__ == "__main__":
    main(*(Path(name) for name in sys.argv[1:4]))
