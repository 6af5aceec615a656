"""Who is meant, measured on our annotated reports: clusters of mentions, countries, sectors.

    python benchmarks/actors.py [train|test] [--errors]

For every mention that `corpus/reports` annotates, the mention khabar found there: the same span, else one that begins
with it, else one that overlaps. B-cubed (Bagga and Baldwin 1998) over the found ones says whether mentions of one actor
share an actor and those of two do not; country and sector are right where they are among the annotated ones.
"""

from __future__ import annotations

import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import khabar
from khabar.records import Article, Mention, Published, Span

REPORTS = Path(__file__).parents[1] / "corpus/reports"


@dataclass(slots=True)
class Tally:
    """What is counted over all reports."""

    wanted: int = 0
    found: int = 0
    exact: int = 0
    precision: float = 0.0
    recall: float = 0.0
    right: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    of: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    errors: list[str] = field(default_factory=list)


def article_of(report: dict[str, Any]) -> Article:
    """An annotated report as an article; its text is headline and body, as the annotation counts words."""
    lines = [line for line in (report.get("headline", ""), *report["text"].strip("\n").split("\n")) if line]
    spans, start = [], 0
    for line in lines:
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    headline = spans[0] if report.get("headline") else None
    return Article(
        report["id"], "\n".join(lines), headline, tuple(spans[1:] if headline else spans), outlet=report.get("outlet"),
        dateline=report.get("dateline"), published=Published(report["published"], "day", None, "", "given"),
    )  # fmt: skip


def annotated(report: dict[str, Any], text: str) -> Iterator[tuple[Span, dict[str, Any]]]:
    """The spans of all annotated mentions, with their actors."""
    for actor in report.get("actor", []):
        for words in actor["mentions"]:
            phrase, _, which = words.partition("@")
            at = -1
            for _ in range(int(which or 1)):
                at = text.find(phrase, at + 1)
            if at >= 0:
                yield Span(at, at + len(phrase)), actor


def nearest(span: Span, mentions: Sequence[Mention]) -> Mention | None:
    """The mention found for an annotated span."""
    over = [m for m in mentions if m.span.overlaps(span)]
    same = [m for m in over if m.span == span]
    starts = [m for m in over if m.span.start == span.start or (m.name and m.name.start == span.start)]
    return next(iter(same or starts or over), None)


def count(report: dict[str, Any], coder: khabar.Coder, tally: Tally) -> None:
    """Count one report."""
    article = article_of(report)
    mentions = coder.code(article).mentions
    pairs: list[tuple[str, str]] = []
    for span, actor in annotated(report, article.text):
        tally.wanted += 1
        mention = nearest(span, mentions)
        words = span.of(article.text)
        if mention is None:
            tally.errors.append(f"{report['id']}\tmissed\t{words}")
            continue
        tally.found += 1
        tally.exact += mention.span == span
        pairs.append((actor["id"], mention.actor or f"none {span.start}"))
        for what, gold, ours in (
            ("country", [actor["country"]] if actor["country"] else [], [mention.country]),
            ("sector", actor["sectors"], list(mention.sectors)),
        ):
            if gold:
                hit = bool(set(gold) & set(ours))
                tally.of[what] += 1
                tally.right[what] += hit
                if not hit:
                    tally.errors.append(f"{report['id']}\t{what}\t{words}\t{mention.text}\t{ours}\t{gold}")
    gold_sets, our_sets = defaultdict(set), defaultdict(set)
    for k, (gold_id, our_id) in enumerate(pairs):
        gold_sets[gold_id].add(k)
        our_sets[our_id].add(k)
    for gold_id, our_id in pairs:
        both = len(gold_sets[gold_id] & our_sets[our_id])
        tally.precision += both / len(our_sets[our_id])
        tally.recall += both / len(gold_sets[gold_id])


def main() -> None:
    """Measure on the reports of one split, or on all."""
    splits = {a for a in sys.argv[1:] if a in ("train", "test")} or {"train", "test"}
    coder, tally = khabar.load(), Tally()
    for path in sorted(REPORTS.glob("*.toml")):
        report = tomllib.loads(path.read_text(encoding="utf-8"))
        if report["split"] in splits:
            count(report, coder, tally)
    if "--errors" in sys.argv:
        print("\n".join(tally.errors))
    precision, recall = tally.precision / max(tally.found, 1), tally.recall / max(tally.found, 1)
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    print(f"mentions {tally.wanted}, found {tally.found}, with the same span {tally.exact}")
    print(f"B-cubed P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}")
    for what, of in tally.of.items():
        print(f"{what} right {tally.right[what] / of:.3f} of {of}")


if __name__ == "__main__":
    main()
