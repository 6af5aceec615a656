"""Fits `models/confidence.json`: how likely an event of khabar's is one that a reader coded, too.

Run: `python tools/train_confidence.py` (scikit-learn, in the `tools` extra). It codes the training half of
`corpus/reports` and marks every event that an annotated one of its type answers to; then it prints, for the test half,
how often events of each tenth of confidence are right. Run it after `tools/train_judge.py`.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import khabar.events.code as coding
from khabar.coder import Coder
from khabar.evaluate.corpus import align, read_report
from khabar.events.confidence import MODEL, confidence, facts
from khabar.events.draft import Draft
from khabar.events.tenor import Tenor
from khabar.records import Event

CORPUS = Path(__file__).parent.parent / "corpus" / "reports"
STRENGTH = 0.1
"""Inverse of regularisation: few examples, so strong."""
LEAST = 3
"""Facts of fewer events are left out."""


def unsifted() -> Coder:
    """A coder that leaves out no event for its confidence, which is what is learned here."""
    coder = Coder()
    coder.judge = replace(coder.judge, least=0.0)
    return coder


def rows(coder: Coder, split: str) -> list[tuple[dict[str, float], bool, float]]:
    """For every event of one half of the corpus: its facts, whether it is right, the confidence it has now."""
    found: list[tuple[dict[str, float], bool, float]] = []
    for path in sorted(CORPUS.glob("*.toml")):
        report = read_report(path)
        if report.raw.get("split") != split:
            continue
        seen: dict[str, dict[str, float]] = {}

        def keep(draft: Draft, event: Event, tenor: Tenor, seen: dict[str, dict[str, float]] = seen) -> float:
            seen[event.id] = facts(draft, event, tenor)
            return confidence(draft, event, tenor) if MODEL.exists() else 0.5

        with patch.object(coding, "confidence", keep):
            record = coder.code(report.article)
        pairs, _ = align(report, list(report.raw.get("event", ())), record.events)
        right = {e.id for _, e in pairs}
        found += [(seen[e.id], e.id in right, e.confidence) for e in record.events]
    return found


def fit(data: list[tuple[dict[str, float], bool, float]]) -> dict[str, Any]:
    """Intercept and weights of a logistic regression."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    seen = Counter(name for found, _, _ in data for name in found)
    kept = [{n: v for n, v in found.items() if seen[n] >= LEAST} for found, _, _ in data]
    vectorizer = DictVectorizer(sort=True)
    matrix = vectorizer.fit_transform(kept).toarray()
    model = LogisticRegression(C=STRENGTH, max_iter=2000, solver="liblinear").fit(matrix, [int(r) for _, r, _ in data])
    names = vectorizer.feature_names_
    weights = {n: round(float(w), 3) for n, w in zip(names, model.coef_[0], strict=True) if abs(w) >= 0.005}
    return {"intercept": round(float(model.intercept_[0]), 3), "weights": dict(sorted(weights.items()))}


def reliability(data: list[tuple[dict[str, float], bool, float]]) -> None:
    """Print for each tenth of confidence how many events there are and which share is right, and the Brier score."""
    bins: dict[int, list[bool]] = defaultdict(list)
    for _, right, sure in data:
        bins[min(int(sure * 10), 9)].append(right)
    for tenth, rights in sorted(bins.items()):
        print(f"{tenth / 10:.1f}  {len(rights):4d}  {sum(rights) / len(rights):.2f}", file=sys.stderr)
    brier = sum((sure - right) ** 2 for _, right, sure in data) / max(len(data), 1)
    print(f"Brier score {brier:.3f} over {len(data)} events", file=sys.stderr)


def main() -> None:
    """Fit on the training half, write the model, and print how it does on the test half."""
    coder = unsifted()
    model = fit(rows(coder, "train"))
    MODEL.write_text(json.dumps(model, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    from khabar.events import confidence as module

    module._weights.cache_clear()
    reliability(rows(coder, "test"))


if __name__ == "__main__":
    main()
