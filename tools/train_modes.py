"""Fits `models/modes.json`: what is asked, threatened or blamed.

Run: `python tools/train_modes.py NEWS...` (scikit-learn, in the `tools` extra; NEWS as for `tools/train_spotter.py`),
after the linker. Events that annotated ones answer to are learned from, each once for every mode of its type. With
`--cv` it only prints scores, five folds of reports.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from fitting import Annotated, Example, answered, fit_or_cross
from khabar.coder import Coder
from khabar.events.draft import Draft
from khabar.events.modes import WEIGHED, facts, likeliest, of_mode
from khabar.records import Span

STRENGTH = 0.3
"""Inverse of regularisation."""


@dataclass
class Recorder:
    """Stands for the model while a report is coded, and keeps what it is asked."""

    seen: dict[Span, dict[str, dict[str, float]]] = field(default_factory=dict)
    """By trigger: the facts for each mode."""

    def settle(self, draft: Draft) -> None:
        """Keep the facts of a draft and leave it as it is."""
        if draft.type in WEIGHED:
            told = facts(draft)
            self.seen[draft.span] = {mode: of_mode(told, draft, mode) for mode in WEIGHED[draft.type]}


Row = tuple[str, Span, str, bool]
"""The type and trigger of an event, a mode, and whether the lexicon gives it that mode."""


def examples(coder: Coder, one: Annotated) -> list[tuple[Example, Row]]:
    """The events of a report that annotated ones answer to, once for every mode of their types."""
    recorder = Recorder()
    coder.modes = recorder  # type: ignore[assignment]
    _, pairs = answered(coder, one)
    return [
        (
            Example(told, mode in event.get("mode", ()), one.weight),
            (coded.type, coded.trigger, mode, mode in coded.modes),
        )
        for event, coded in pairs
        for mode, told in recorder.seen.get(coded.trigger, {}).items()
    ]


def scores(name: str, rows: Sequence[tuple[Annotated, Example, Row, float]]) -> None:
    """Print for each type how many events have all modes right, by the lexicon and weighed."""
    events: dict[tuple[str, int, Span], list[tuple[str, bool, bool, float]]] = defaultdict(list)
    for one, example, (kind, trigger, mode, by_rule), odds in rows:
        events[kind, id(one), trigger].append((mode, example.label, by_rule, odds))
    for kind in WEIGHED:
        found = [told for key, told in events.items() if key[0] == kind]
        rules = sum(all(label == by_rule for _, label, by_rule, _ in told) for told in found)
        weighed = 0
        for told in found:
            best = likeliest(kind, {mode: odds for mode, _, _, odds in told})
            weighed += all(label == (mode == best) for mode, label, _, _ in told)
        every = max(len(found), 1)
        print(f"{name}: {kind} {len(found)} events, modes right by rules {rules / every:.3f}, "
              f"weighed {weighed / every:.3f}", file=sys.stderr)  # fmt: skip


def main(*given: str) -> None:
    """Fit on all reports that may be learned from and write the model; with `--cv` print scores and write nothing."""
    fit_or_cross(given, "modes", examples, STRENGTH, scores)


if __name__ == "__main__":
    main(*sys.argv[1:])
