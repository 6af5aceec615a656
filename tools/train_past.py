"""Fits `models/past.json`: which events a report tells as its background.

Run: `python tools/train_past.py NEWS...` (scikit-learn, in the `tools` extra; NEWS as for `tools/train_spotter.py`),
after the linker. Events that annotated ones answer to are learned from. With `--cv` it only prints scores on real news,
five folds of reports.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from datetime import date

from fitting import Annotated, Example, answered, begin, counted, crossed, fit, folds, write
from khabar.coder import Coder
from khabar.events.draft import Draft
from khabar.events.past import facts
from khabar.records import Auxiliary, EventTime, Span

STRENGTH = 0.05
"""Inverse of regularisation."""
REAL = 2.0
"""How much an event of real news counts beside one of our reports."""


@dataclass
class Recorder:
    """Stands for the model while a report is coded, and keeps what it is asked."""

    seen: dict[Span, tuple[dict[str, float], bool]] = field(default_factory=dict)
    """By trigger: the facts, and whether the rules say background."""

    def settle(self, draft: Draft, time: EventTime, published: date | None, title: Span | None, number: int) -> None:
        """Keep the facts of a draft and leave it as it is."""
        found = facts(draft, time, published, title, number)
        self.seen[draft.span] = (found, Auxiliary.HISTORICAL in draft.auxiliary)


def examples(coder: Coder, one: Annotated) -> list[tuple[Example, bool]]:
    """The events of a report that annotated ones answer to, and whether the rules hold them for background."""
    recorder = Recorder()
    coder.past = recorder  # type: ignore[assignment]
    _, pairs = answered(coder, one)
    rows = []
    for event, coded in pairs:
        if coded.trigger in recorder.seen:
            found, by_rule = recorder.seen[coded.trigger]
            label = "historical" in event.get("auxiliary", ())
            rows.append((Example(found, label, REAL if one.real else 1.0), by_rule))
    return rows


def main(*given: str) -> None:
    """Fit on all reports that may be learned from and write the model; with `--cv` print scores and write nothing."""
    reports, coder, only = begin(given)
    rows = [examples(coder, one) for one in reports]
    parts = [[e for e, _ in row] for row in rows]
    if not only:
        write("past", fit([e for part in parts for e in part], STRENGTH))
        return
    odds = crossed(parts, folds(5, reports), STRENGTH)
    for name, wanted in (("real news", True), ("our reports", False)):
        chosen = [(r, o) for one, r, o in zip(reports, rows, odds, strict=True) if one.real is wanted]
        print(name, "rules", *counted((e.label, by_rule) for r, _ in chosen for e, by_rule in r), file=sys.stderr)
        for cut in (-1.25, -1.0, -0.75, -0.5, -0.25, 0.0):
            pairs = [(e.label, x >= cut) for r, o in chosen for (e, _), x in zip(r, o, strict=True)]
            right = sum(a == b for a, b in pairs) / len(pairs)
            print(name, f"from {cut:+.2f}", *counted(pairs), f"right {right:.3f}", file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
