"""Fits `models/spotter.json`: which candidates of a report tell of a happening.

Run: `python tools/train_spotter.py NEWS...` (scikit-learn, in the `tools` extra), where each NEWS is a folder of real
articles with their annotation (`tools/news_offsets.py unpack corpus/news NEWS TEXTS...`); the training half of
`corpus/reports` is added. With `--cv` it only prints scores on real news, five folds of reports. Run it after
`tools/train_judge.py` and before `tools/train_confidence.py`.
"""

from __future__ import annotations

import sys

from fitting import Annotated, Example, begin, counted, crossed, fit, folds, write
from khabar.coder import Coder
from khabar.events.candidates import candidates_of
from khabar.events.code import scenes_of
from khabar.events.draft import Draft
from khabar.events.spotting import facts, report_of
from khabar.events.tenor import tenor_of
from khabar.records import Span

STRENGTH = 0.05
"""Inverse of regularisation, by cross-validation."""
REAL = 2.0
"""How much an example of real news counts beside one of our reports."""


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
            rows.append((draft, Example(facts(draft, number, whole), label, REAL if one.real else 1.0)))
    return rows


def _touches(spans: list[Span], span: Span) -> bool:
    return any(s.overlaps(span) for s in spans)


def report_scores(reports: list[Annotated], rows: list[list[tuple[Draft, Example]]], odds: list[list[float]]) -> None:
    """Print, for the candidates of real news, precision and recall by the rules alone and from several log-odds on."""
    real = [(r, o) for one, r, o in zip(reports, rows, odds, strict=True) if one.real]
    print("rules", *counted((e.label, not d.doubts) for r, _ in real for d, e in r), file=sys.stderr)
    for cut in (-1.0, -0.75, -0.5, -0.25, 0.0, 0.25, 0.5):
        pairs = ((e.label, o >= cut) for r, odd in real for (_, e), o in zip(r, odd, strict=True))
        print(f"from {cut:+.2f}", *counted(pairs), file=sys.stderr)


def main(*given: str) -> None:
    """Fit on all reports that may be learned from and write the model; with `--cv` print scores and write nothing."""
    reports, coder, only = begin(given)
    rows = [examples(coder, one) for one in reports]
    parts = [[e for _, e in row] for row in rows]
    if only:
        report_scores(reports, rows, crossed(parts, folds(5, reports), STRENGTH))
        return
    write("spotter", fit([e for part in parts for e in part], STRENGTH))


if __name__ == "__main__":
    main(*sys.argv[1:])
