"""How well names are found: ten-fold on ANERcorp beside a plain CRF with word features, and on the Wojood sample.

Run: `python benchmarks/names.py [SHARED] [--folds 10] [--by blocks|sentence] [--models plain khabar alone]`.
`khabar` reads whole reports (a row of sentences stands for one) and learns from `corpus/names` as well, `alone` is the
same model with each sentence by itself; the plain one knows ANERcorp alone.
`blocks` cuts the corpus into contiguous parts, so that no article stands in training and test at once; `sentence` deals
sentences out in turn. A name counts when span and type are both right.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

import pycrfsuite

import khabar

sys.path.insert(0, str(Path(__file__).parent.parent / "tools"))
from khabar.names.tagger import NameTagger, visible
from khabar.pages.bare import bare_article
from khabar.records import Mention, MentionKind, Span
from khabar.text.tokens import tokenize
from train_names import (
    Example,
    Extract,
    features_of,
    plain_features,
    read_corpus,
    read_ours,
    report_features,
    sentence_features,
    train,
)

Entity = tuple[str, int, int]
TYPES = ("PER", "LOC", "ORG")
Scores = dict[str, tuple[float, float, float]]


def entities(tags: Sequence[str]) -> set[Entity]:
    """(type, first, end) of the names in a row of IOB tags; an I that continues nothing begins a name."""
    found, start, kind = set(), 0, ""
    for i, tag in enumerate([*tags, "O"]):
        if kind and (tag[:1] != "I" or tag[2:] != kind):
            found.add((kind, start, i))
            kind = ""
        if tag != "O" and not kind:
            start, kind = i, tag[2:]
    return found


class Count:
    """Hits, gold and guessed names by type."""

    def __init__(self) -> None:
        self.hits: Counter[str] = Counter()
        self.gold: Counter[str] = Counter()
        self.guessed: Counter[str] = Counter()

    def add(self, gold: set[Entity], guessed: set[Entity]) -> None:
        """Count one sentence."""
        self.gold.update(k for k, _, _ in gold)
        self.guessed.update(k for k, _, _ in guessed)
        self.hits.update(k for k, _, _ in gold & guessed)
        spans = [{e[1:] for e in names if e[0] in TYPES} for names in (gold, guessed)]
        self.gold["span"] += len(spans[0])
        self.guessed["span"] += len(spans[1])
        self.hits["span"] += len(spans[0] & spans[1])

    def lines(self, types: Sequence[str] = TYPES) -> list[str]:
        """One line a type, one over PER, LOC and ORG together, and one of the same by span alone, whatever the type."""
        rows = [(k, self.hits[k], self.gold[k], self.guessed[k]) for k in types]
        rows.append(("all", sum(r[1] for r in rows), sum(r[2] for r in rows), sum(r[3] for r in rows)))
        rows.append(("span", self.hits["span"], self.gold["span"], self.guessed["span"]))
        out = []
        for name, hits, gold, guessed in rows:
            p, r = hits / max(guessed, 1), hits / max(gold, 1)
            out.append(f"  {name:4} P {p:.3f}  R {r:.3f}  F1 {2 * p * r / max(p + r, 1e-9):.3f}  ({gold} names)")
        return out


def fold_of(index: int, count: int, folds: int, by: str) -> int:
    """Which fold a sentence is in."""
    return index * folds // count if by == "blocks" else index % folds


def one_fold(
    examples: Sequence[Example], more: Sequence[Example], fold: int, folds: int, by: str,
    extract: tuple[Extract, Extract], count: Count,
) -> None:  # fmt: skip
    """Train on the other folds and on `more`, count on this one; `extract` for training and for testing."""
    inside = [fold_of(i, len(examples), folds, by) == fold for i in range(len(examples))]
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "model"
        train([*(e for e, test in zip(examples, inside, strict=True) if not test), *more], target, extract[0])
        tagger: Any = pycrfsuite.Tagger()
        tagger.open(str(target))
        tested = [e for e, test in zip(examples, inside, strict=True) if test]
        for example, rows in zip(tested, features_of(tested, extract[1]), strict=True):
            tags = tagger.tag(rows)
            count.add(entities(example.gold), entities([tags[i] for i in example.words]))


_WOJOOD = {"PERS": "PER", "GPE": "LOC", "LOC": "LOC", "ORG": "ORG"}


def wojood_blocks(folder: Path, names: Mapping[str, str]) -> Iterator[tuple[str, list[int], set[Entity]]]:
    """The sentences of the Wojood sample: text, where its words begin, and its entities, types renamed by `names`."""
    for path in sorted(folder.glob("*.txt")):
        for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
            rows = [line.split() for line in block.splitlines() if line.split()]
            gold: set[Entity] = set()
            for kind in names:
                tags = [next((t[:1] + "-" + names[kind] for t in row[1:] if t[2:] == kind), "O") for row in rows]
                gold |= entities(tags)
            starts = [0, *accumulate(len(row[0]) + 1 for row in rows)][: len(rows)]
            yield " ".join(row[0] for row in rows), starts, gold


def wojood(folder: Path) -> Count:
    """The shipped model on the Wojood sample: PERS as PER, GPE and LOC as LOC, ORG; the outermost of nested names."""
    tagger, count = NameTagger.load(), Count()
    for text, starts, nested in wojood_blocks(folder, _WOJOOD):
        gold = {e for e in nested if not any(o != e and _holds(o, e) for o in nested)}
        tokens = visible(tokenize(text))
        tag_at = dict(zip((t.start for t in tokens), tagger.tag(tokens), strict=True))
        guessed = entities([tag_at.get(start, "O") for start in starts])
        count.add(gold, {e for e in guessed if e[0] in TYPES})
    return count


def wojood_mentions(folder: Path) -> Count:
    """The mentions of the whole coder on the Wojood sample: posts (OCC) as well as people, places and groups."""
    coder, count = khabar.load(), Count()
    for text, starts, nested in wojood_blocks(folder, {**_WOJOOD, "OCC": "OCC"}):
        if text:
            gold = {e for e in nested if not any(o != e and o[0] == e[0] and _holds(o, e) for o in nested)}
            count.add(gold, set(_entities_of(coder.survey(bare_article(text)).mentions, starts)))
    return count


_POSTS = frozenset({"GOV", "MED", "JRN", "EDU", "LEG", "JUD", "MIL", "COP", "BUS"})
"""Sectors of people without a name whose noun is a post (`المدير`), and not only a person."""


def _holds(outer: Entity, inner: Entity) -> bool:
    return outer[1] <= inner[1] and inner[2] <= outer[2]


def _entities_of(mentions: Sequence[Mention], starts: Sequence[int]) -> Iterator[Entity]:
    """Mentions as (type, first word, last word excluded); of a titled person the name and the post."""
    types = {MentionKind.PERSON: "PER", MentionKind.GROUP: "ORG", MentionKind.PLACE: "LOC"}
    for mention in mentions:
        if mention.kind in types:
            yield types[mention.kind], *_words(mention.name or mention.span, starts)
        titled = mention.kind is MentionKind.PERSON and mention.name is not None
        if mention.kind is MentionKind.OFFICE:
            yield "OCC", *_words(mention.span, starts)
        elif titled and mention.name is not None and mention.name.start > mention.span.start + 1:
            yield "OCC", *_words(Span(mention.span.start, mention.name.start - 1), starts)
        elif mention.kind is MentionKind.UNNAMED and "s|" in (mention.actor or "") and set(mention.sectors) & _POSTS:
            yield "OCC", *_words(mention.span, starts)


def _words(span: Span, starts: Sequence[int]) -> tuple[int, int]:
    first = max(i for i, s in enumerate(starts) if s <= span.start)
    return first, max(i for i, s in enumerate(starts) if s < span.end) + 1


def speed(examples: Sequence[Example]) -> float:
    """Words a second on one core, everything loaded, from tokens to tags."""
    tagger = NameTagger.load()
    tagger.tag(examples[0].tokens)
    began = time.perf_counter()
    for example in examples:
        tagger.tag(example.tokens)
    return sum(len(e.tokens) for e in examples) / (time.perf_counter() - began)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    default = os.environ.get("KHABAR_SHARED") or Path(__file__).parent.parent.parent / "shared"
    parser.add_argument("shared", type=Path, nargs="?", default=default)
    parser.add_argument("--folds", type=int, default=10)
    parser.add_argument("--only", type=int, nargs="*", help="only these folds")
    parser.add_argument("--by", choices=("blocks", "sentence"), default="blocks")
    parser.add_argument("--models", nargs="*", default=["plain", "khabar"], choices=("plain", "khabar", "alone"))
    given = parser.parse_args()
    gold = Path(given.shared) / "gold"
    examples = read_corpus(gold / "anercorp" / "train.tsv")
    features: dict[str, tuple[Extract, Extract]] = {
        "plain": (plain_features, plain_features),
        "khabar": (report_features, report_features),
        "alone": (report_features, sentence_features),
    }
    ours = read_ours()
    for name in given.models:
        count, began = Count(), time.perf_counter()
        more = ours if name != "plain" else ()
        for fold in given.only or range(given.folds):
            one_fold(examples, more, fold, given.folds, given.by, features[name], count)
        print(f"{name}, {given.folds} folds by {given.by} ({time.perf_counter() - began:.0f} s)")
        print("\n".join(count.lines()), flush=True)
    if not given.only:
        print(f"shipped model, {speed(examples):,.0f} words a second; on the Wojood sample:")
        print("\n".join(wojood(gold / "wojood_sample").lines()))
        print("mentions of the whole coder on the Wojood sample, posts among them:")
        print("\n".join(wojood_mentions(gold / "wojood_sample").lines((*TYPES, "OCC"))))


if __name__ == "__main__":
    main()
