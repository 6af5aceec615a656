"""Fits `models/past.json`: which events a report tells as its background.

Run: `python tools/train_past.py NEWS...` (scikit-learn, in the `tools` extra; NEWS as for `tools/train_spotter.py`),
after the linker. Events that annotated ones answer to are learned from. With `--cv` it only prints scores, five
folds of reports.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from datetime import date

from fitting import Annotated, Example, answered, cuts, fit_or_cross
from khabar.coder import Coder
from khabar.events.draft import Draft
from khabar.events.past import facts
from khabar.records import Auxiliary, EventTime, Span

STRENGTH = 0.05
"""Inverse of regularisation."""
HISTORY = 0.8
"""The share of events that lie back above which a text is a page of history,"""
MANY = 3
"""and how many events it has at least."""


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
    """The events of a report that annotated ones answer to, and whether the rules hold them for background.

    None of a text of which nearly all lies back: that is a page of history, and no report with its background; nor of a
    sentence that stands alone.
    """
    told = ["historical" in event.get("auxiliary", ()) for event in one.report.raw.get("event", ())]
    if sum(told) > HISTORY * max(len(told), MANY) or one.alone:
        return []
    recorder = Recorder()
    coder.past = recorder  # type: ignore[assignment]
    _, pairs = answered(coder, one)
    rows = []
    for event, coded in pairs:
        if coded.trigger in recorder.seen:
            found, by_rule = recorder.seen[coded.trigger]
            label = "historical" in event.get("auxiliary", ())
            rows.append((Example(found, label, one.weight), by_rule))
    return rows


def main(*given: str) -> None:
    """Fit on all reports that may be learned from and write the model; with `--cv` print scores and write nothing."""
    fit_or_cross(given, "past", examples, STRENGTH, cuts)


if __name__ == "__main__":
    main(*sys.argv[1:])
