"""Fits `models/spotter.json`: which candidates of a report tell of a happening.

Run: `python tools/train_spotter.py NEWS...` (scikit-learn, in the `tools` extra), where each NEWS is a folder of real
articles with their annotation that may be learned from (`tools/news_offsets.py unpack corpus/anercorp NEWS TEXTS...`);
the training part of our own reports is added. With `--cv` it only prints scores, five folds of reports. Run it after
`tools/train_judge.py` and before `tools/train_confidence.py`.
"""

from __future__ import annotations

import sys

from fitting import Annotated, Example, cuts, fit_or_cross
from khabar.coder import Coder
from khabar.events.candidates import candidates_of
from khabar.events.code import scenes_of
from khabar.events.draft import Draft
from khabar.events.spotting import facts, report_of
from khabar.events.tenor import tenor_of
from khabar.records import Span

STRENGTH = 0.05
"""Inverse of regularisation, by cross-validation."""


def examples(coder: Coder, one: Annotated) -> list[tuple[Draft, Example]]:
    """Every candidate of a report with its facts, and whether an annotated event of its type has its trigger."""
    reading = coder.survey(one.report.article)
    scenes = scenes_of(coder, reading)
    found = [candidates_of(scene, coder) for scene in scenes]
    whole = report_of(found, tenor_of(scenes, reading.mentions, [d for c in found for d in c.sound]))
    told = list(zip((e["type"] for e in one.report.raw.get("event", ())), one.spans(), strict=True))
    rows = []
    for number, candidates in enumerate(found):
        for draft in (*candidates.sound, *candidates.doubtful):
            coder.judge.accepts(draft)
            label = any(kind == draft.type and _touches(spans, draft.span) for kind, spans in told)
            rows.append((draft, Example(facts(draft, number, whole), label, one.weight)))
    return rows


def weighed(coder: Coder, one: Annotated) -> list[tuple[Example, bool]]:
    """The candidates of a report, and whether no rule speaks against them."""
    return [(example, not draft.doubts) for draft, example in examples(coder, one)]


def _touches(spans: list[Span], span: Span) -> bool:
    return any(s.overlaps(span) for s in spans)


def main(*given: str) -> None:
    """Fit on all reports that may be learned from and write the model; with `--cv` print scores and write nothing."""
    fit_or_cross(given, "spotter", weighed, STRENGTH, cuts)


if __name__ == "__main__":
    main(*sys.argv[1:])
