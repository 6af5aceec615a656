"""Trains `models/names.crfsuite`, the model of names, on ANERcorp (CC BY-SA 4.0, Benajiba and Rosso 2007) and on
`corpus/names`, the names of our own reports.

Run: `python tools/train_names.py train.tsv` (one token and its IOB tag a line, sentences parted by empty lines).
`benchmarks/names.py` cross-validates it. Same input, same model.
"""

from __future__ import annotations

import argparse
import re
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import pycrfsuite

from annotated_sentences import annotated_sentences
from fitting import CORPUS
from khabar.names.features import name_features, report_evidence
from khabar.names.tagger import MODEL, visible
from khabar.text.tokens import Token, tokenize

Extract = Callable[[Sequence[Sequence[Token]]], list[list[list[str]]]]
"""From the sentences of one report to the features of their tokens."""
PARAMETERS = {"c1": 0.15, "c2": 0.02, "max_iterations": 100, "feature.minfreq": 2}
# Features that tell which word it is, and up to how often a word is rare.
IDENTITY = ("w=", "r=", "p4", "s4", "q3", "b=", "f=")
RARE = 3


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence, as khabar cuts it into tokens."""

    tokens: list[Token]
    tags: list[str]
    words: list[int]
    """For each word of the corpus the index of its first token, so that scores count the corpus's own words."""
    gold: list[str]
    report: str = ""
    """The report it stands in; nothing where the corpus does not say."""


_NAME = re.compile(r"([PLO])(\d+)(?:-(\d+))?")
_KINDS = {"P": "PER", "L": "LOC", "O": "ORG"}


def read_ours() -> list[Example]:
    """The sentences of our reports in `corpus/names`: a letter and word numbers for each name (`P3-4 L9`)."""
    examples = []
    for one in annotated_sentences(CORPUS / "names", "names", ()):
        tags = ["O"] * len(one.tokens)
        for kind, first, last in _NAME.findall(one.said):
            for i in range(int(first), int(last or first) + 1):
                tags[i - 1] = f"{'B' if i == int(first) else 'I'}-{_KINDS[kind]}"
        shown = [(t, tag) for t, tag in zip(one.tokens, tags, strict=True) if visible([t])]
        plain = [tag for _, tag in shown]
        examples.append(Example([t for t, _ in shown], plain, list(range(len(shown))), plain, one.report))
    return examples


def read_corpus(path: Path, longest: int = 80) -> list[Example]:
    """The sentences of an IOB file; a block of more than `longest` words is parted at its full stops."""
    sentences: list[list[tuple[str, str]]] = [[]]
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip():
            sentences.append([])
            continue
        word, tag = line.split("\t")
        sentences[-1].append((word, tag))
        if word in (".", "؟", "!") and len(sentences[-1]) > 5 and _is_long(sentences[-1], longest):
            sentences.append([])
    return [_example(sentence) for sentence in sentences if sentence]


def _is_long(sentence: list[tuple[str, str]], longest: int) -> bool:
    return len(sentence) > longest // 4


def _example(sentence: list[tuple[str, str]]) -> Example:
    text, starts = "", []
    for word, _ in sentence:
        starts.append(len(text))
        text += word + " "
    tokens = visible(tokenize(text))
    tags, words, at = [], [], 0
    for (word, tag), start in zip(sentence, starts, strict=True):
        words.append(min(at, max(len(tokens) - 1, 0)))
        first = True
        while at < len(tokens) and tokens[at].start < start + len(word):
            tags.append(tag if first or tag == "O" else "I" + tag[1:])
            first = False
            at += 1
    return Example(tokens, tags, words, [tag for _, tag in sentence])


# ANERcorp does not say where a report ends: so many sentences in a row are taken for one.
REPORT = 12


def plain_features(sentences: Sequence[Sequence[Token]]) -> list[list[list[str]]]:
    """What a plain CRF sees, to compare with: the words themselves, one and two to either side."""
    found = []
    for tokens in sentences:
        norms = ["^", "^", *(t.norm for t in tokens), "$", "$"]
        found.append([[f"{k}={norms[i + 2 + k]}" for k in (-2, -1, 0, 1, 2)] for i in range(len(tokens))])
    return found


def report_features(sentences: Sequence[Sequence[Token]]) -> list[list[list[str]]]:
    """What the model of names sees."""
    evidence = report_evidence(sentences)
    return [name_features(tokens, evidence) for tokens in sentences]


def sentence_features(sentences: Sequence[Sequence[Token]]) -> list[list[list[str]]]:
    """What the model of names sees of sentences that stand alone."""
    return [rows for tokens in sentences for rows in report_features([tokens])]


def features_of(examples: Sequence[Example], extract: Extract) -> list[list[list[str]]]:
    """The features of all sentences, a report at a time, or `REPORT` sentences where nobody says where one ends."""
    numbered = ((e.report or str(i // REPORT), e.tokens) for i, e in enumerate(examples))
    reports = ([tokens for _, tokens in group] for _, group in groupby(numbered, key=lambda row: row[0]))
    return [rows for report in reports for rows in extract(report)]


def without_identity(example: Example, rows: list[list[str]], counts: Counter[str]) -> list[list[str]]:
    """The features of a sentence with every name and rare word made one never seen before."""
    return [
        [f for f in row if not f.startswith(IDENTITY)] if tag != "O" or counts[token.norm] <= RARE else row
        for row, token, tag in zip(rows, example.tokens, example.tags, strict=True)
    ]


def train(examples: Sequence[Example], target: Path, extract: Extract = report_features) -> None:
    """Train and write one model.

    Every sentence is read twice, once in its report and once alone and `without_identity`, so that the model does not
    lean on the names it has seen: nearly all names of tomorrow's news are new to it.
    """
    trainer: Any = pycrfsuite.Trainer(verbose=False)
    counts = Counter(token.norm for example in examples for token in example.tokens)
    rows = features_of(examples, extract)
    for example, features in zip(examples, rows, strict=True):
        trainer.append(features, example.tags)
    if extract is not plain_features:
        alone = features_of(examples, sentence_features)
        for example, features in zip(examples, alone, strict=True):
            trainer.append(without_identity(example, features, counts), example.tags)
    trainer.set_params(PARAMETERS)
    trainer.train(str(target))


def main() -> None:
    """Read and train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    given = parser.parse_args()
    began = time.perf_counter()
    examples = [*read_corpus(given.corpus), *read_ours()]
    train(examples, MODEL)
    print(f"{len(examples)} sentences, {MODEL.stat().st_size // 1024} KiB, {time.perf_counter() - began:.0f} s")


if __name__ == "__main__":
    main()
