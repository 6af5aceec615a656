"""Scores on the gold standard records for Arabic event data (Open Event Data Alliance, 2018; MIT licence).

*Detection*: a sentence is positive when at least one event of the type is coded without hypothetical, future or
negation. *Spans*: F1 over folded words between khabar's actor, recipient and trigger and each annotator's, for the
event that fits that annotator best, averaged over annotators. *Codes*: of the actors and recipients that khabar found,
the share whose country and sector are among those the annotators gave.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from khabar.coder import Coder
from khabar.errors import KhabarError, in_words
from khabar.pages.bare import bare_article
from khabar.records import IRREALIS, Event, Mention
from khabar.text.tokens import tokenize

TYPES = ("ASSAULT", "PROTEST")

SEEN = (
    "the weights that come with khabar were trained on these sentences, so detection here is memory and no estimate; "
    "docs/accuracy.md has the cross-validated scores"
)
"""What must be known of the scores of `evaluate`."""


@dataclass(slots=True)
class Counts:
    """Right and wrong answers of a yes-or-no question."""

    hit: int = 0
    false: int = 0
    miss: int = 0

    def add(self, gold: bool, found: bool) -> None:
        """Count one answer."""
        self.hit += gold and found
        self.false += found and not gold
        self.miss += gold and not found

    @property
    def precision(self) -> float:
        """Share of the found that is right."""
        return self.hit / max(self.hit + self.false, 1)

    @property
    def recall(self) -> float:
        """Share of the right that is found."""
        return self.hit / max(self.hit + self.miss, 1)

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        return 2 * self.hit / max(2 * self.hit + self.false + self.miss, 1)


@dataclass(slots=True)
class Errors:
    """Sentences that were judged wrongly: (what, text, what was coded)."""

    rows: list[tuple[str, str, str]] = field(default_factory=list)


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The records of a JSONL file. Raises `KhabarError` where it is missing or broken."""
    try:
        return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    except json.JSONDecodeError as error:
        raise KhabarError(f"{path}: a line is not JSON") from error
    except (OSError, UnicodeDecodeError) as error:
        raise KhabarError(f"{path}: {in_words(error)}") from error


def realised(events: Iterable[Event], kind: str) -> list[Event]:
    """The events of a type that are told as having happened."""
    return [e for e in events if e.type == kind and not IRREALIS & set(e.auxiliary)]


def detection(
    coder: Coder, path: Path, kind: str, errors: Errors | None = None, tick: Callable[[], None] | None = None
) -> dict[str, Counts]:
    """Detection scores of a type in its three readings: majority, clean, strict."""
    counts = {"majority": Counts(), "clean": Counts(), "strict": Counts()}
    for row in read_lines(path / f"{kind.lower()}_detection.jsonl"):
        events = coder.code(bare_article(row["text"])).events
        found = bool(realised(events, kind))
        label = row["label"]
        if row["majority"] is not None:
            counts["majority"].add(row["majority"], found)
            if errors is not None and row["majority"] != found:
                told = "; ".join(
                    f"{e.type}:{e.trigger_text}{[str(a) for a in e.auxiliary]} {e.why.entry}" for e in events
                )
                errors.rows.append((f"{kind} {'missed' if row['majority'] else 'false'} ({label})", row["text"], told))
        if label in ("yes", "easy no"):
            counts["clean"].add(label == "yes", found)
        if label in ("yes", "easy no", "difficult no"):
            counts["strict"].add(label == "yes", found)
        if tick:
            tick()
    return counts


def folded_words(texts: Iterable[str]) -> list[str]:
    """Words of some strings without و ف ب ل ك and ال, folded, for comparing spans."""
    found = []
    for text in texts:
        for token in tokenize(text):
            if token.kind == "punct":
                continue
            found.append(_bare(token.norm))
    return found


def _bare(norm: str) -> str:
    word = norm
    if word[:1] in "وف" and len(word) > 3:
        word = word[1:]
    if word[:1] in "بلك" and len(word) > 3:
        word = word[1:]
    if word.startswith("ال") and len(word) > 3:
        word = word[2:]
    elif word.startswith("ل") and norm.startswith(("لل", "ولل")) and len(word) > 3:
        word = word[1:]
    return word


def word_f1(a: Sequence[str], b: Sequence[str]) -> float:
    """F1 over two bags of words; 1 where both are empty."""
    if not a and not b:
        return 1.0
    left = list(b)
    hit = 0
    for word in a:
        if word in left:
            left.remove(word)
            hit += 1
    return 2 * hit / (len(a) + len(b))


def spans(coder: Coder, path: Path, kind: str) -> dict[str, float]:
    """Mean word F1 for actor, recipient and trigger against every annotator."""
    total = {"actor": 0.0, "recipient": 0.0, "trigger": 0.0}
    n = 0
    for row in read_lines(path / f"{kind.lower()}_spans.jsonl"):
        events = [e for e in coder.code(bare_article(row["text"])).events if e.type == kind]
        ours = [_parts(e) for e in events] or [{"actor": [], "recipient": [], "trigger": []}]
        for annotated in row["spans"]:
            gold = {
                "actor": folded_words(annotated["source_actor"]),
                "recipient": folded_words(annotated["target_actor"]),
                "trigger": folded_words(annotated["verb"]),
            }
            scores = [{k: word_f1(o[k], gold[k]) for k in total} for o in ours]
            best = max(scores, key=lambda s: sum(s.values()))
            n += 1
            for k in total:
                total[k] += best[k] if events else 0.0
    return {k: v / max(n, 1) for k, v in total.items()}


def _parts(event: Event) -> dict[str, list[str]]:
    return {
        "actor": folded_words(m.text for m in event.actors),
        "recipient": folded_words(m.text for m in event.recipients),
        "trigger": folded_words([event.trigger_text]),
    }


@dataclass(slots=True)
class CodeScores:
    """Share of right countries and sectors where the annotators gave one, and how often they gave none."""

    country: list[bool] = field(default_factory=list)
    sector: list[bool] = field(default_factory=list)
    none: int = 0


def codes(coder: Coder, path: Path, kind: str) -> CodeScores:
    """Country and sector of the participants that khabar found, against all annotators of a sentence."""
    scores = CodeScores()
    for row in read_lines(path / f"{kind.lower()}_spans.jsonl"):
        events = [e for e in coder.code(bare_article(row["text"])).events if e.type == kind]
        for side, key, name in (
            ("actors", "source_role", "source_actor"),
            ("recipients", "target_role", "target_actor"),
        ):
            for event in events:
                for mention in getattr(event, side):
                    _score_codes(scores, mention, row["spans"], key, name)
    return scores


def _score_codes(
    scores: CodeScores, mention: Mention, annotated: Sequence[dict[str, Any]], key: str, name: str
) -> None:
    """Add one found mention, against the annotators whose words overlap with it."""
    words = set(folded_words([mention.text]))
    same = [a for a in annotated if words & set(folded_words(a[name]))]
    given = [a[key] for a in same if isinstance(a[key], dict)]
    countries = {g.get("main") for g in given} - {None}
    sectors = {g.get("role") for g in given} - {None}
    if not countries and not sectors:
        return
    empty = {"None", "UNKNOWN", ""}
    if countries - empty:
        scores.country.append((mention.country or "None") in countries)
    if sectors - empty:
        scores.sector.append(bool(set(mention.sectors) & sectors) or (not mention.sectors and bool(sectors & empty)))
    scores.none += not (countries - empty) and not (sectors - empty)


def evaluate(
    coder: Coder, path: Path, errors: Errors | None = None, tick: Callable[[], None] | None = None
) -> dict[str, Any]:
    """Every score of the gold set at `path`, as a plain dict. Raises `KhabarError` where it cannot be read."""
    result: dict[str, Any] = {}
    for kind in TYPES:
        found = detection(coder, path, kind, errors, tick)
        code = codes(coder, path, kind)
        result[kind] = {
            "detection": {
                k: {"precision": round(c.precision, 3), "recall": round(c.recall, 3), "f1": round(c.f1, 3)}
                for k, c in found.items()
            },
            "spans": {k: round(v, 3) for k, v in spans(coder, path, kind).items()},
            "country": round(sum(code.country) / max(len(code.country), 1), 3),
            "sector": round(sum(code.sector) / max(len(code.sector), 1), 3),
            "coded": len(code.country),
        }
    return result
