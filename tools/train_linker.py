"""Fits `models/linker.json`: which tellings of a report are of one event.

Run: `python tools/train_linker.py NEWS...` (scikit-learn, in the `tools` extra; NEWS as for `tools/train_spotter.py`),
after the spotter and before the confidence. Pairs of drafts that touch triggers of annotated events are learned from:
one where they share an event, two where they do not. With `--cv` it only prints scores, five folds of reports.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from fitting import Annotated, Example, cuts, fit_or_cross
from khabar.coder import Coder
from khabar.events.draft import Draft
from khabar.events.likeness import likeness, rule_of, tellings
from khabar.events.linking import Linker, are_near
from khabar.events.retold import without_echoes
from khabar.events.scene import Scene
from khabar.records import EventPlace, EventTime, Span

STRENGTH = 0.1
"""Inverse of regularisation."""


@dataclass
class Recorder:
    """Stands for the linker while a report is coded, and keeps what it is given."""

    pairs: list[tuple[Draft, Draft, dict[str, float], bool]] = field(default_factory=list)
    """The two drafts, their likeness, and whether a rule says that they are one."""

    def link(
        self,
        drafts: Sequence[Draft],
        settings: Mapping[int, tuple[EventTime, EventPlace | None]],
        scenes: Sequence[Scene],
    ) -> list[Draft]:
        """What the rules say, after all pairs have been looked at."""
        told = tellings(without_echoes(drafts), settings, scenes)
        self.pairs = [
            (replace(a.draft), replace(b.draft), likeness(a, b), rule_of(a.draft, b.draft) is not None)
            for n, b in enumerate(told)
            for a in told[:n]
            if are_near(a, b)
        ]
        return Linker(None).link(drafts, settings, scenes)


def examples(coder: Coder, one: Annotated) -> list[tuple[Example, bool]]:
    """The pairs of a report that annotated events answer to, and whether a rule holds them to be one."""
    recorder = Recorder()
    coder.linker = recorder  # type: ignore[assignment]
    coder.code(one.report.article)
    spans = one.spans()
    rows = []
    for a, b, found, by_rule in recorder.pairs:
        mine, theirs = _events(spans, a), _events(spans, b)
        if mine and theirs:
            rows.append((Example(found, bool(mine & theirs), one.weight), by_rule))
    return rows


def _events(events: Sequence[Sequence[Span]], draft: Draft) -> set[int]:
    """The numbers of the annotated events that a draft touches a trigger of."""
    own = (draft.span, *draft.also)
    return {n for n, spans in enumerate(events) if any(s.overlaps(o) for s in spans for o in own)}


def main(*given: str) -> None:
    """Fit on all reports that may be learned from and write the model; with `--cv` print scores and write nothing."""
    fit_or_cross(given, "linker", examples, STRENGTH, cuts)


if __name__ == "__main__":
    main(*sys.argv[1:])
