"""What the training scripts share: annotated reports, logistic regression over named facts, and folds of reports.

Only reports with `split = "train"` are learned from: our own, and texts whose licence lets weights be trained on them.
"""

from __future__ import annotations

import hashlib
import json
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TypeVar

from khabar.coder import Coder, Reading
from khabar.evaluate.corpus import Report, align, read_report
from khabar.models import MODELS
from khabar.models.encoder import Encoder
from khabar.models.linear import Linear
from khabar.records import Article, Event, Record, Span
from khabar.text.arguments import Arguments

Row = TypeVar("Row")
CORPUS = Path(__file__).parent.parent / "corpus"
OURS = (CORPUS / "reports", CORPUS / "daily")
"""Our own reports: with all their tables, and with events only."""
LEARNED = "train"
"""The split that may be learned from."""
REAL = 2.0
"""How much an example of real news counts beside one of our reports."""


APART = Path(__file__).parent.parent / "build" / "arguments"
"""Where `train_arguments.py` leaves the weights of each fold, which have not seen the reports of that fold."""
FOLDS = 5


def fold_of(text: str) -> int:
    """The fold of a report or sentence, by its text."""
    return int(hashlib.sha256(text.encode()).hexdigest()[:8], 16) % FOLDS


ENCODERS = Path(__file__).parent.parent / "build" / "encoder"
"""Where `train_encoder.py` leaves the encoder of each half, which has not seen the reports of that half."""


def half_of(text: str) -> int:
    """The half of a report or sentence, by its text."""
    return int(hashlib.sha256(text.encode()).hexdigest()[:8], 16) % 2


_read = cache(Linear.read)
_encoder = cache(Encoder.load)


class Apart(Coder):
    """A coder that reads each report with an encoder and weights of arguments that have not seen it.

    What is learned from a report that those know by heart would trust them too much in others.
    """

    def survey(self, article: Article) -> Reading:
        """As the coder does; where the recorder of `train_arguments.py` stands for the weights, it stays."""
        if self.encoder is not None:
            self.encoder = _encoder(ENCODERS / str(half_of(article.text)))
        if isinstance(self.arguments, Arguments):
            fold = fold_of(article.text)
            subject, object_ = (_read(APART / f"{name}-{fold}.json") for name in ("subject", "object"))
            self.arguments = Arguments(subject, object_)
        return super().survey(article)


@dataclass(frozen=True, slots=True)
class Example:
    """The facts of one thing and whether readers have it so."""

    facts: dict[str, float]
    label: bool
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Annotated:
    """One report that may be learned from."""

    report: Report
    real: bool
    """Whether it is real news, and none of our own reports."""

    @property
    def kind(self) -> str:
        """What it is counted with in the scores."""
        if not self.real:
            return "our reports"
        return "real sentences" if self.alone else "real news"

    @property
    def alone(self) -> bool:
        """Whether it is a sentence that stands alone."""
        return "\n" not in self.report.article.text

    @property
    def weight(self) -> float:
        """How much its examples count."""
        return REAL if self.real else 1.0

    def spans(self) -> list[list[Span]]:
        """The triggers of each annotated event, the fullest first."""
        events = self.report.raw.get("event", ())
        return [[self.report.span(w) for w in (e["trigger"], *e.get("also", ()))] for e in events]


def annotated(news: Iterable[Path]) -> list[Annotated]:
    """The training part of our reports and of every folder of `news` (`tools/news_offsets.py`)."""
    found = []
    for folder in (*OURS, *news):
        for path in sorted(folder.glob("*.toml")):
            report = read_report(path)
            if report.raw.get("split") == LEARNED:
                found.append(Annotated(report, folder not in OURS))
    return found


def begin(given: Sequence[str]) -> tuple[list[Annotated], Coder, bool]:
    """From a script's arguments: the reports, a coder that leaves no event out, and whether only to print scores."""
    coder = Apart()
    coder.judge = replace(coder.judge, least=0.0)
    return annotated(folders(given)), coder, "--cv" in given


def folders(given: Sequence[str]) -> list[Path]:
    """The folders of real news among a script's arguments."""
    return [Path(g) for g in given if not g.startswith("--")]


def answered(coder: Coder, one: Annotated) -> tuple[Record, list[tuple[Mapping[str, Any], Event]]]:
    """A report as it is coded, and the annotated events with the coded ones that answer to them."""
    record = coder.code(one.report.article)
    return record, align(one.report, list(one.report.raw.get("event", ())), record.events)[0]


def folds(count: int, reports: Sequence[Annotated]) -> list[int]:
    """The fold of each report, the same on every run."""
    order = list(range(len(reports)))
    random.Random(1).shuffle(order)
    fold = [0] * len(reports)
    for place, index in enumerate(order):
        fold[index] = place % count
    return fold


def fit(examples: Sequence[Example], strength: float, least: int = 3) -> Linear:
    """A logistic regression; `strength` is the inverse of regularisation, facts of fewer than `least` are left out."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    seen = Counter(name for e in examples for name in e.facts)
    vectorizer = DictVectorizer(sort=True)
    matrix = vectorizer.fit_transform([{n: v for n, v in e.facts.items() if seen[n] >= least} for e in examples])
    matrix.indices, matrix.indptr = matrix.indices.astype("int32"), matrix.indptr.astype("int32")
    model = LogisticRegression(C=strength, max_iter=2000, solver="liblinear")
    model.fit(matrix, [e.label for e in examples], sample_weight=[e.weight for e in examples])
    weights = zip(vectorizer.feature_names_, map(float, model.coef_[0]), strict=True)
    return Linear(float(model.intercept_[0]), {n: round(w, 3) for n, w in weights if abs(w) >= 0.005})


def crossed(
    parts: Sequence[Sequence[Example]], where: Sequence[int], strength: float, least: int = 3
) -> list[list[float]]:
    """For each report its examples' log-odds by a model that saw no report of its fold."""
    out: list[list[float]] = [[] for _ in parts]
    for fold in sorted(set(where)):
        model = fit([e for part, k in zip(parts, where, strict=True) if k != fold for e in part], strength, least)
        for i, k in enumerate(where):
            if k == fold:
                out[i] = [model.odds(e.facts) for e in parts[i]]
    return out


Scores = Callable[[str, Sequence[tuple[Annotated, Example, Any, float]]], None]
"""What prints scores: of one kind of reports, each example with its report, what came with it and its odds."""


_shared: dict[str, Any] = {}


def for_each(examples: Callable[[Coder, Annotated], Row], coder: Coder, reports: Sequence[Annotated]) -> list[Row]:
    """What `examples` gives for each report, in their order, read on all cores."""
    _shared["coder"], _shared["examples"], _shared["reports"] = coder, examples, reports
    with get_context("fork").Pool() as pool:
        return pool.map(_of_one, range(len(reports)), chunksize=16)


def _of_one(number: int) -> Any:
    return _shared["examples"](_shared["coder"], _shared["reports"][number])


def fit_or_cross(
    given: Sequence[str],
    name: str,
    examples: Callable[[Coder, Annotated], Sequence[tuple[Example, Any]]],
    strength: float,
    scores: Scores,
) -> None:
    """Fit on all that may be learned from and write the model; with `--cv` hand `scores` five folds of reports instead.

    `examples` gives those of one report, each with whatever `scores` wants to know of it.
    """
    reports, coder, only = begin(given)
    rows = for_each(examples, coder, reports)
    parts = [[e for e, _ in row] for row in rows]
    if not only:
        write(name, fit([e for part in parts for e in part], strength))
        return
    odds = crossed(parts, folds(5, reports), strength)
    for kind in sorted({one.kind for one in reports}):
        chosen = [(one, r, o) for one, r, o in zip(reports, rows, odds, strict=True) if one.kind == kind]
        told = [(one, e, more, x) for one, r, o in chosen for (e, more), x in zip(r, o, strict=True)]
        if told:
            scores(kind, told)


def cuts(name: str, rows: Sequence[tuple[Annotated, Example, Any, float]]) -> None:
    """Print precision, recall and F1 by the rules alone, where they say yes or no, and from several log-odds on."""
    if any(isinstance(by_rule, bool) for _, _, by_rule, _ in rows):
        print(name, "rules", *counted((e.label, by_rule) for _, e, by_rule, _ in rows), file=sys.stderr)
    for cut in (-1.25, -1.0, -0.75, -0.5, -0.25, 0.0, 0.25, 0.5, 1.0):
        print(name, f"from {cut:+.2f}", *counted((e.label, x >= cut) for _, e, _, x in rows), file=sys.stderr)


def write(name: str, model: Linear, folder: Path = MODELS) -> None:
    """Write `NAME.json` into a folder, the same bytes for the same model."""
    raw = {"intercept": round(model.intercept, 3), "weights": dict(sorted(model.weights.items()))}
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.json").write_text(json.dumps(raw, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def counted(rows: Iterable[tuple[bool, bool]]) -> Iterator[str]:
    """Precision, recall and F1 of rows of (annotated, found), as words."""
    table = Counter(rows)
    hit, miss, false = table[True, True], table[True, False], table[False, True]
    yield f"P {hit / max(hit + false, 1):.3f}"
    yield f"R {hit / max(hit + miss, 1):.3f}"
    yield f"F1 {2 * hit / max(2 * hit + miss + false, 1):.3f}"
