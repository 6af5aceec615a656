"""Fits `models/placing.json`: which place is an event's, of all told near it.

Run: `python tools/train_placing.py NEWS...` (scikit-learn, in the `tools` extra; NEWS as for `tools/train_spotter.py`),
after the linker. Events that annotated ones answer to are learned from, whether they have a place or none. With `--cv`
it only prints how often the place is right by the rules and weighed, five folds of reports.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field

from fitting import Annotated, Example, answered, fit_or_cross
from khabar.coder import Coder
from khabar.evaluate.where import same_place
from khabar.events.draft import Draft
from khabar.events.placing import Candidate, weighable
from khabar.events.scene import Scene
from khabar.events.where import Named
from khabar.records import EventPlace, Span

STRENGTH = 0.1
"""Inverse of regularisation."""


@dataclass
class Recorder:
    """Stands for the weights while a report is coded, and keeps what it is asked."""

    seen: dict[Span, tuple[EventPlace | None, list[tuple[Candidate, dict[str, float]]]]] = field(default_factory=dict)
    """By trigger: the place of the rules, and the facts of every place that may be it."""

    def settle(
        self, draft: Draft, given: EventPlace | None, named: Named, scenes: Sequence[Scene]
    ) -> EventPlace | None:
        """Keep the places of a draft, and leave it the one it has."""
        self.seen[draft.span] = given, weighable(draft, given, named, scenes)
        return given


@dataclass(frozen=True, slots=True)
class Row:
    """One place that may be an event's."""

    trigger: Span
    wanted: bool
    """Whether the annotation gives the event a place."""
    by_rules: bool | None
    """Whether the place of the rules is right; None where they give none."""


def examples(coder: Coder, one: Annotated) -> list[tuple[Example, Row]]:
    """Every place that may be that of an event which an annotated one answers to."""
    recorder = Recorder()
    coder.placing = recorder  # type: ignore[assignment]
    _, pairs = answered(coder, one)
    rows = []
    text = one.report.article.text
    for event, coded in pairs:
        wanted = event.get("place", "")
        given, found = recorder.seen.get(coded.trigger, (None, []))
        by_rules = None if given is None else bool(wanted) and same_place(wanted, given.place, given.text)
        for candidate, facts in found:
            names = [(o.placed.name or o.placed.span).of(text) for o in candidate.told] or [""]
            right = bool(wanted) and any(same_place(wanted, candidate.place, name) for name in names)
            rows.append((Example(facts, right, one.weight), Row(coded.trigger, bool(wanted), by_rules)))
    return rows


def scores(name: str, rows: Sequence[tuple[Annotated, Example, Row, float]]) -> None:
    """Print precision, recall and F1 of the place by the rules and from several log-odds on."""
    events: dict[tuple[int, Span], list[tuple[Example, Row, float]]] = {}
    for one, example, row, odds in rows:
        events.setdefault((id(one), row.trigger), []).append((example, row, odds))
    wanted = sum(told[0][1].wanted for told in events.values())
    rules = [told[0][1].by_rules for told in events.values() if told[0][1].by_rules is not None]
    print(name, f"{len(events)} events, {wanted} with a place", "rules", _rated(rules, wanted), file=sys.stderr)
    best = [max(told, key=lambda t: t[2]) for told in events.values()]
    for cut in (-1.5, -1.25, -1.0, -0.75, -0.5, -0.25, 0.0):
        print(name, f"from {cut:+.2f}", _rated([e.label for e, _, x in best if x >= cut], wanted), file=sys.stderr)


def _rated(given: Sequence[bool | None], wanted: int) -> str:
    hit = sum(map(bool, given))
    return (
        f"P {hit / max(len(given), 1):.3f} R {hit / max(wanted, 1):.3f} F1 {2 * hit / max(len(given) + wanted, 1):.3f}"
    )


def main(*given: str) -> None:
    """Fit on all reports that may be learned from and write the model; with `--cv` print scores and write nothing."""
    fit_or_cross(given, "placing", examples, STRENGTH, scores)


if __name__ == "__main__":
    main(*sys.argv[1:])
