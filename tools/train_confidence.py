"""Fits `models/confidence.json`: how likely an event of khabar's is one that a reader coded, too.

Run: `python tools/train_confidence.py NEWS...` (scikit-learn, in the `tools` extra; NEWS as for
`tools/train_spotter.py`), after the spotter and the linker. Reports are coded in five folds, each with a spotter that
has not seen it, and every event is right that an annotated one of its type answers to. It prints how often events of
each tenth of confidence are right: on real news by models that have not seen them, and on the test half of
`corpus/reports`.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import khabar.events.code as coding
import train_spotter
from fitting import CORPUS, Annotated, Apart, Example, annotated, answered, crossed, fit, folds, for_each, write
from khabar.coder import Coder
from khabar.evaluate.corpus import read_report
from khabar.events.confidence import confidence, facts
from khabar.events.draft import Draft
from khabar.events.spotting import Spotter
from khabar.events.tenor import Tenor
from khabar.models.linear import Linear, share
from khabar.records import Event

STRENGTH = 0.1
"""Inverse of regularisation."""
LEAST = 5
"""Facts of fewer events are left out."""
FOLDS = 5


def unsifted(spotter: Spotter) -> Coder:
    """A coder with this spotter that leaves out no event for its confidence, which is what is learned here."""
    coder = Apart()
    coder.spotter, coder.judge = spotter, replace(coder.judge, least=0.0)
    return coder


def events_of(coder: Coder, one: Annotated) -> list[Example]:
    """For every event coded in a report its facts, and whether it is right."""
    seen: dict[str, dict[str, float]] = {}

    def keep(draft: Draft, event: Event, tenor: Tenor) -> float:
        seen[event.id] = facts(draft, event, tenor)
        return confidence(draft, event, tenor)

    with patch.object(coding, "confidence", keep):
        record, pairs = answered(coder, one)
    right = {e.id for _, e in pairs}
    return [Example(seen[e.id], e.id in right, one.weight) for e in record.events]


def spotters(reports: Sequence[Annotated], where: Sequence[int]) -> list[Linear]:
    """For each fold a spotter that has seen all but its reports."""
    coder = Apart()
    rows = [[e for e, _ in row] for row in for_each(train_spotter.weighed, coder, reports)]
    return [
        fit([e for row, k in zip(rows, where, strict=True) if k != fold for e in row], train_spotter.STRENGTH)
        for fold in range(FOLDS)
    ]


def reliability(data: Iterable[tuple[bool, float]]) -> None:
    """Print for each tenth of confidence how many events there are and which share is right, and the Brier score."""
    rows = list(data)
    bins: dict[int, list[bool]] = defaultdict(list)
    for right, sure in rows:
        bins[min(int(sure * 10), 9)].append(right)
    for tenth, rights in sorted(bins.items()):
        print(f"{tenth / 10:.1f}  {len(rights):4d}  {sum(rights) / len(rights):.2f}", file=sys.stderr)
    brier = sum((sure - right) ** 2 for right, sure in rows) / max(len(rows), 1)
    print(f"Brier score {brier:.3f} over {len(rows)} events", file=sys.stderr)


def cuts(reports: Sequence[Annotated], parts: Sequence[Sequence[Example]], odds: Sequence[Sequence[float]]) -> None:
    """Print precision, recall and F1 of the events of real news from several confidences on."""
    real = [(one, p, o) for one, p, o in zip(reports, parts, odds, strict=True) if one.kind == "real news"]
    told = sum(len(one.report.raw.get("event", ())) for one, _, _ in real)
    for cut in (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6):
        kept = Counter(e.label for _, p, o in real for e, x in zip(p, o, strict=True) if share(x) >= cut)
        precision, recall = kept[True] / max(sum(kept.values()), 1), kept[True] / max(told, 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        print(f"from {cut:.2f} P {precision:.3f} R {recall:.3f} F1 {f1:.3f}", file=sys.stderr)


def main(*news: str) -> None:
    """Fit on all that may be learned from, write the model, and print how it does on what it has not seen."""
    reports = annotated(Path(name) for name in news)
    where = folds(FOLDS, reports)
    coders = [unsifted(Spotter(model)) for model in spotters(reports, where)]
    parts: list[list[Example]] = [[] for _ in reports]
    for fold, coder in enumerate(coders):
        mine = [n for n, k in enumerate(where) if k == fold]
        for n, part in zip(mine, for_each(events_of, coder, [reports[n] for n in mine]), strict=True):
            parts[n] = part
    odds = crossed(parts, where, STRENGTH, LEAST)
    cuts(reports, parts, odds)
    real = [(e.label, share(x)) for one, p, o in zip(reports, parts, odds, strict=True) if one.kind == "real news"
            for e, x in zip(p, o, strict=True)]  # fmt: skip
    reliability(real)
    model = fit([e for part in parts for e in part], STRENGTH, LEAST)
    write("confidence", model)
    coder = unsifted(Spotter.load())
    ours = map(read_report, sorted((CORPUS / "reports").glob("*.toml")))
    tests = [Annotated(report, False) for report in ours if report.raw["split"] == "test"]
    reliability((e.label, share(model.odds(e.facts))) for one in tests for e in events_of(coder, one))


if __name__ == "__main__":
    main(*sys.argv[1:])
