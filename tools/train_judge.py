"""Trains the judge of events: which drafts of ASSAULT and PROTEST tell of a specific happening.

Run: `python tools/train_judge.py PATH` with the folder of the Arabic event gold standard records (Open Event Data
Alliance, 2018, MIT licence; `assault_detection.jsonl`, `protest_detection.jsonl`). The training half of our own corpus
(`corpus/reports`, CC BY 4.0) is added to it: whole reports, where a headline and a short sentence count as well.
Writes `models/judge.json`; with `--cv` it only prints cross-validated scores (five folds of stories).
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from fitting import Apart
from khabar.coder import Coder
from khabar.evaluate.corpus import read_report
from khabar.evaluate.gsr import Counts, read_lines
from khabar.events.candidates import candidates_of
from khabar.events.code import scenes_of
from khabar.events.draft import Draft
from khabar.events.judge import MODEL, without_contents
from khabar.events.letters import groups, letters, rarity, weighed, word_groups
from khabar.events.scene import Scene
from khabar.events.traits import traits
from khabar.pages.bare import bare_article
from khabar.records import IRREALIS

TYPES = ("ASSAULT", "PROTEST")
CORPUS = Path(__file__).parent.parent / "corpus" / "reports"
STRENGTH = {"ASSAULT": 0.03, "PROTEST": 0.05}
"""Inverse of regularisation, chosen by cross-validation."""
LEAST = 3
"""Traits seen in fewer sentences are left out."""
SEEN, MOST = 5, 20_000
"""Groups of letters seen in fewer sentences, and beyond so many, are left out."""
SEEN_WORDS, MOST_WORDS = 3, 15_000
"""The same for groups of words."""
LETTERS = "letters "
"""Before a group of letters or words among the names of traits."""
SHARE = {"ASSAULT": 1.0, "PROTEST": 0.0}
"""How much the second model, of the wording of whole sentences, counts beside the first; by cross-validation."""
WORDING = 0.15
"""Inverse of regularisation of the second model."""
ALIKE = 0.22
"""Sentences as like as this (cosine of TF-IDF over words) are held to be of one story, and tested together."""


def told(draft: Draft, rare: dict[str, float]) -> dict[str, float]:
    """The traits of a draft with the letters of its sentence."""
    found = letters(draft.scene, rare)
    return traits(draft) | {LETTERS + g: value for g, value in found.items() if not g.startswith(" ")}


def sound_of(scene: Scene, coder: Coder) -> list[Draft]:
    """The drafts of a sentence that no rule speaks against."""
    found = candidates_of(scene, coder)
    return without_contents(found.sound, found.slogans)


def examples(coder: Coder, path: Path, kind: str, rare: dict[str, float]) -> list[dict[str, Any]]:
    """One row a sentence: its label, majority, and the traits of each of its drafts of the type."""
    rows = []
    for row in read_lines(path / f"{kind.lower()}_detection.jsonl"):
        reading = coder.survey(bare_article(row["text"]))
        drafts = [d for s in scenes_of(coder, reading) for d in sound_of(s, coder) if d.type == kind]
        rows.append(
            {
                "label": row["label"],
                "majority": row["majority"],
                "weight": abs(row["accept"] - row["reject"]) / max(row["accept"] + row["reject"], 1),
                "drafts": [told(d, rare) for d in drafts if not IRREALIS & set(d.auxiliary)],
                "text": row["text"],
                "wording": {
                    LETTERS + g: value
                    for of in (groups, word_groups)
                    for g, value in weighed(of(row["text"]), rare).items()
                },
            }
        )
    return rows


def corpus_examples(coder: Coder, kind: str, rare: dict[str, float]) -> list[dict[str, Any]]:
    """One row a draft of the training reports: an event where its trigger is annotated as one of its type."""
    rows = []
    for path in sorted(CORPUS.glob("*.toml")):
        report = read_report(path)
        if report.raw.get("split") != "train":
            continue
        gold = [
            report.span(words)
            for event in report.raw.get("event", ())
            if event["type"] == kind
            for words in (event["trigger"], *event.get("also", ()))
        ]
        for scene in scenes_of(coder, coder.survey(report.article)):
            for draft in sound_of(scene, coder):
                if draft.type == kind and not IRREALIS & set(draft.auxiliary):
                    right = any(draft.span.overlaps(span) for span in gold)
                    rows.append({"label": "", "majority": right, "weight": 1.0, "drafts": [told(draft, rare)]})
    return rows


def fit(rows: list[dict[str, Any]], strength: float) -> tuple[list[str], list[float], float]:
    """Names, weights and intercept of a logistic regression over drafts, each sentence counting once."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    seen = Counter(n for row in rows for n in {n for d in row["drafts"] for n in d})
    kept = {n for n, c in seen.items() if c >= LEAST}
    xs, ys, ws = [], [], []
    for row in rows:
        if row["majority"] is None:
            continue
        for draft in row["drafts"]:
            xs.append({n: v for n, v in draft.items() if n in kept})
            ys.append(int(row["majority"]))
            ws.append((0.3 + row["weight"]) / len(row["drafts"]))
    vectorizer = DictVectorizer(sort=True)
    matrix = vectorizer.fit_transform(xs)
    matrix.indices, matrix.indptr = matrix.indices.astype("int32"), matrix.indptr.astype("int32")
    model = LogisticRegression(C=strength, max_iter=2000, solver="liblinear")
    model.fit(matrix, ys, sample_weight=ws)
    return list(vectorizer.feature_names_), [float(w) for w in model.coef_[0]], float(model.intercept_[0])


def fit_wording(rows: list[dict[str, Any]]) -> tuple[dict[str, float], float]:
    """Weights and intercept of a logistic regression over the letters and words of whole sentences.

    Both labels count the same together, which the first model leaves as they are: the two err on other sentences.
    """
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    known = [r for r in rows if r["majority"] is not None and "wording" in r]
    vectorizer = DictVectorizer(sort=True)
    matrix = vectorizer.fit_transform([r["wording"] for r in known])
    matrix.indices, matrix.indptr = matrix.indices.astype("int32"), matrix.indptr.astype("int32")
    model = LogisticRegression(C=WORDING, max_iter=2000, class_weight="balanced", solver="liblinear")
    model.fit(matrix, [int(r["majority"]) for r in known], sample_weight=[0.3 + r["weight"] for r in known])
    return dict(zip(vectorizer.feature_names_, map(float, model.coef_[0]), strict=True)), float(model.intercept_[0])


def score(draft: dict[str, float], weights: dict[str, float], intercept: float) -> float:
    """The log-odds that a draft is an event."""
    return intercept + sum(v * weights.get(n, 0.0) for n, v in draft.items())


def best_threshold(rows: list[dict[str, Any]], scores: list[float]) -> float:
    """The log-odds at which F1 by majority and F1 on the clear cases add up to most; of near-equal ones the lowest."""
    sums: list[tuple[float, float]] = []
    for cut in sorted({round(s, 1) for s in scores if s > -50}):
        readings = in_readings(rows, scores, cut)
        sums.append((cut, readings["majority"].f1 + readings["clean"].f1))
    best = max(total for _, total in sums)
    return min(cut for cut, total in sums if total >= best - 0.015)


def in_readings(rows: list[dict[str, Any]], scores: list[float], cut: float) -> dict[str, Counts]:
    """Counts by the majority, over the clear cases, and with the difficult ones as no events."""
    readings = {"majority": Counts(), "clean": Counts(), "strict": Counts()}
    for row, s in zip(rows, scores, strict=True):
        found = s >= cut
        if row["majority"] is not None:
            readings["majority"].add(row["majority"], found)
        if row["label"] in ("yes", "easy no"):
            readings["clean"].add(row["label"] == "yes", found)
        if row["label"] in ("yes", "easy no", "difficult no"):
            readings["strict"].add(row["label"] == "yes", found)
    return readings


def best_for_reports(rows: list[dict[str, Any]], scores: list[float]) -> tuple[float, Counts]:
    """The log-odds at which F1 over drafts of reports is highest, of near-equal ones the highest; and its counts."""
    found: dict[float, Counts] = {}
    for cut in sorted({round(s, 1) for s in scores}):
        found[cut] = Counts()
        for row, s in zip(rows, scores, strict=True):
            found[cut].add(row["majority"], s >= cut)
    best = max(c.f1 for c in found.values())
    cut = max(cut for cut, c in found.items() if c.f1 >= best - 0.01)
    return cut, found[cut]


def crossed(
    rows: list[dict[str, Any]], more: list[dict[str, Any]], strength: float, share: float, folds: int = 5
) -> tuple[list[float], list[float]]:
    """For each row, and each of `more`, the highest score of its drafts by models that did not see it; -99 without.

    To that of a sentence that stands alone `share` of the score of its wording is added.
    """
    both = (rows, more)
    parts = (stories([r["text"] for r in rows], folds), [i % folds for i in range(len(more))])
    out = ([-99.0] * len(rows), [-99.0] * len(more))
    for fold in range(folds):
        seen = [
            r for part, where in zip(both, parts, strict=True) for r, k in zip(part, where, strict=True) if k != fold
        ]
        names, coefs, intercept = fit(seen, strength)
        weights = dict(zip(names, coefs, strict=True))
        wording, constant = fit_wording(seen) if share else ({}, 0.0)
        for part, where, scores in zip(both, parts, out, strict=True):
            for i, row in enumerate(part):
                if where[i] == fold:
                    scores[i] = max((score(d, weights, intercept) for d in row["drafts"]), default=-99.0)
                    scores[i] += share * score(row["wording"], wording, constant) if "wording" in row else 0.0
    return out


def stories(texts: list[str], folds: int) -> list[int]:
    """The fold of each sentence: those of one story, by their words, are in one, so that none is tested by its like."""
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import connected_components
    from sklearn.feature_extraction.text import TfidfVectorizer

    matrix = TfidfVectorizer(min_df=2, max_df=0.1).fit_transform(texts)
    _, groups = connected_components(csr_matrix((matrix @ matrix.T).toarray() > ALIKE))
    sizes = Counter(int(g) for g in groups)
    fold: dict[int, int] = {}
    full = [0] * folds
    for group, size in sorted(sizes.items(), key=lambda item: (-item[1], item[0])):
        fold[group] = min(range(folds), key=lambda k: (full[k], k))
        full[fold[group]] += size
    return [fold[int(g)] for g in groups]


def report(kind: str, rows: list[dict[str, Any]], scores: list[float], cut: float) -> None:
    """Print precision, recall and F1 in the three readings."""
    readings = in_readings(rows, scores, cut)
    line = "  ".join(f"{k} {c.precision:.3f} {c.recall:.3f} {c.f1:.3f}" for k, c in readings.items())
    print(f"{kind}: threshold {cut:.2f}  {line}", file=sys.stderr)


def main() -> None:
    """Cross-validate, then train on all and write the model."""
    path = Path(sys.argv[1])
    coder = Apart()
    texts = [r["text"] for k in TYPES for r in read_lines(path / f"{k.lower()}_detection.jsonl")]
    rare = rarity(texts, SEEN, MOST) | rarity(texts, SEEN_WORDS, MOST_WORDS, word_groups)
    rare = {g: round(v, 2) for g, v in rare.items()}
    model: dict[str, Any] = {}
    for kind in TYPES:
        rows, more = examples(coder, path, kind, rare), corpus_examples(coder, kind, rare)
        share = SHARE[kind]
        for strength in (0.03, 0.05) if "--cv" in sys.argv else (STRENGTH[kind],):
            scores, ours = crossed(rows, more, strength, share)
            cut = best_threshold(rows, scores)
            print(f"C = {strength}", file=sys.stderr)
            report(kind, rows, scores, cut)
            in_reports, found = best_for_reports(more, ours)
            figures = f"{found.precision:.3f} {found.recall:.3f} {found.f1:.3f}"
            print(f"  reports: threshold {in_reports:.2f}  {figures}", file=sys.stderr)
        names, coefs, intercept = fit([*rows, *more], strength)
        weights = dict(zip(names, coefs, strict=True))
        wording, constant = fit_wording(rows) if share else ({}, 0.0)
        for name, weight in wording.items():
            weights[name] = weights.get(name, 0.0) + share * weight
        kept = {n: round(w, 3) for n, w in sorted(weights.items()) if abs(w) >= 0.005}
        model[kind] = {
            "intercept": round(intercept, 3),
            "threshold": round(cut - share * constant, 2),
            "in_reports": round(in_reports, 2),
            "weights": {n: w for n, w in kept.items() if not n.startswith(LETTERS)},
            "letters": {n.removeprefix(LETTERS): w for n, w in kept.items() if n.startswith(LETTERS)},
        }
    used = {g for kind in TYPES for g in model[kind]["letters"]}
    model["rare"] = {g: v for g, v in sorted(rare.items()) if not g.startswith(" ") or g in used}
    if "--cv" not in sys.argv:
        MODEL.write_text(json.dumps(model, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
