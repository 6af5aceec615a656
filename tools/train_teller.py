"""Fits `models/teller.json`: whether whoever is found to speak over an event tells of it.

Run: `python tools/train_teller.py NEWS...` (scikit-learn, in the `tools` extra; NEWS as for `tools/train_spotter.py`),
after the roles and before the confidence. Events that annotated ones answer to and that stand in the scope of an
attribution are learned from: it holds where the annotation names a source. With `--cv` it only prints how many of them
have a source, or rightly none, five folds of reports.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field

from fitting import Annotated, Example, answered, fit_or_cross
from khabar.coder import Coder
from khabar.events.draft import Draft
from khabar.events.teller import LEAST, facts
from khabar.records import Attribution, Span

STRENGTH = 0.1
"""Inverse of regularisation."""


@dataclass
class Recorder:
    """Stands for the model while a report is coded, and keeps what it is asked."""

    seen: dict[Span, dict[str, float]] = field(default_factory=dict)

    def holds(self, draft: Draft, over: Sequence[Attribution]) -> bool:
        """Keep the facts of those that are weighed; every attribution holds."""
        if over[0].rule.startswith("verb"):
            self.seen[draft.span] = facts(draft, over)
        return True


def examples(coder: Coder, one: Annotated) -> list[tuple[Example, None]]:
    """The events of a report under some attribution, and whether the annotation has a source."""
    recorder = Recorder()
    coder.teller = recorder  # type: ignore[assignment]
    _, pairs = answered(coder, one)
    return [
        (Example(recorder.seen[coded.trigger], bool(event.get("source")), one.weight), None)
        for event, coded in pairs
        if coded.trigger in recorder.seen
    ]


def scores(name: str, rows: Sequence[tuple[Annotated, Example, None, float]]) -> None:
    """Print how many events have a source, or rightly none, by the scope alone and weighed."""
    by_scope = sum(e.label for _, e, _, _ in rows) / len(rows)
    weighed = sum(e.label == (x >= LEAST) for _, e, _, x in rows) / len(rows)
    print(f"{name}: {len(rows)} events, right by scope {by_scope:.3f}, weighed {weighed:.3f}", file=sys.stderr)


def main(*given: str) -> None:
    """Fit on all reports that may be learned from and write the model; with `--cv` print scores and write nothing."""
    fit_or_cross(given, "teller", examples, STRENGTH, scores)


if __name__ == "__main__":
    main(*sys.argv[1:])
