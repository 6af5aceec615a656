"""Fits `models/borders.json`: how far the words of a participant go.

Run: `python tools/train_borders.py FOLDER...` (scikit-learn, in the `tools` extra; FOLDER as for
`tools/train_spotter.py`), after the roles. Participants whose head stands in an annotated one are learned from, as far
as the annotated words go. With `--cv` it only prints scores, five folds of reports.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field

from fitting import Annotated, Example, answered, cuts, fit_or_cross
from khabar.coder import Coder
from khabar.events.borders import steps
from khabar.events.draft import Draft
from khabar.events.grammar import ROLES
from khabar.events.scene import Scene
from khabar.records import Mention, Span

STRENGTH = 0.1
"""Inverse of regularisation."""

Steps = list[tuple[dict[str, float], Span]]


@dataclass
class Recorder:
    """Stands for the borders while a report is coded, and keeps what it is asked."""

    seen: dict[Span, list[tuple[str, Mention, Steps]]] = field(default_factory=dict)
    """By trigger: role and mention, with the facts and the words of each step."""

    def settle(self, draft: Draft, scenes: Sequence[Scene], place: Span | None) -> None:
        """Keep the steps behind each participant of a draft, and leave it as it is."""
        self.seen[draft.span] = [
            (role, mention, list(steps(mention, draft, scenes, place)))
            for role, mentions in zip(ROLES, (draft.actors, draft.recipients), strict=True)
            for mention in mentions
        ]


def examples(coder: Coder, one: Annotated) -> list[tuple[Example, None]]:
    """The steps behind the participants of a report that are annotated, up to the first that goes too far."""
    recorder = Recorder()
    coder.borders = recorder  # type: ignore[assignment]
    _, pairs = answered(coder, one)
    rows = []
    for event, coded in pairs:
        for role, mention, told in recorder.seen.get(coded.trigger, ()):
            spans = [one.report.span(name) for name in event.get(role, ())]
            whole = next((s for s in spans if s.contains(mention.head)), None)
            if whole is None:
                continue
            for facts, span in told:
                rows.append((Example(facts, span.end <= whole.end, one.weight), None))
                if span.end > whole.end:
                    break
    return rows


def main(*given: str) -> None:
    """Fit on all reports that may be learned from and write the model; with `--cv` print scores and write nothing."""
    fit_or_cross(given, "borders", examples, STRENGTH, cuts)


if __name__ == "__main__":
    main(*sys.argv[1:])
