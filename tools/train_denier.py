"""Fits `models/denier.json`: which events somebody's words deny.

Run: `python tools/train_denier.py NEWS...` (scikit-learn, in the `tools` extra; NEWS as for `tools/train_spotter.py`),
after the others. An event is denied by words where an annotated one of its type with its trigger is denied by whoever
says them. With `--cv` it only prints scores, five folds of reports.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from fitting import Annotated, Example, cuts, fit_or_cross
from khabar.coder import Coder
from khabar.evaluate.gsr import folded_words
from khabar.events.scene import Scene
from khabar.records import Attribution, Event, Mention
from khabar.sources.denier import Pair, pairs
from khabar.sources.denying import spans_of

STRENGTH = 0.05
"""Inverse of regularisation."""


@dataclass
class Recorder:
    """Stands for the model while a report is coded, and keeps what it is asked."""

    events: Sequence[Event] = ()
    pairs: list[Pair] = field(default_factory=list)

    def settle(
        self,
        events: Sequence[Event],
        attributions: Sequence[Attribution],
        mentions: Sequence[Mention],
        scenes: Sequence[Scene],
    ) -> list[Event]:
        """Keep the pairs and leave the events as they are."""
        self.events, self.pairs = events, list(pairs(events, attributions, mentions, scenes))
        return list(events)


def examples(coder: Coder, one: Annotated) -> list[tuple[Example, bool]]:
    """The events of a report near words that may deny them, and whether the rules have tied them."""
    recorder = Recorder()
    coder.denier = recorder  # type: ignore[assignment]
    coder.code(one.report.article)
    told = list(zip(one.report.raw.get("event", ()), one.spans(), strict=True))
    rows = []
    for pair in recorder.pairs:
        event = recorder.events[pair.number]
        meant = [
            g
            for g, spans in told
            if g["type"] == event.type and any(s.overlaps(t) for s in spans for t in spans_of(event))
        ]
        label = any(_denied_by(g, pair.saying.speakers[-1]) for g in meant)
        rows.append((Example(pair.facts, label, one.weight), pair.ruled))
    return rows


def _denied_by(event: Mapping[str, Any], speaker: Mention) -> bool:
    """Whether an annotated event is denied by somebody, or told by him alone as one that was not."""
    only = event.get("stance") == "denies" and not event.get("denied_by")
    names = [*event.get("denied_by", ()), *(event["source"][-1:] if only else ())]
    words = set(folded_words([speaker.text]))
    return any(words & set(folded_words([name.partition("@")[0]])) for name in names)


def main(*given: str) -> None:
    """Fit on all reports that may be learned from and write the model; with `--cv` print scores and write nothing."""
    fit_or_cross(given, "denier", examples, STRENGTH, cuts)


if __name__ == "__main__":
    main(*sys.argv[1:])
