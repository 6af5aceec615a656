"""Trains `models/classes.crfsuite`, the model of word classes, on UD Arabic PUD (CC BY-SA 3.0) and on `corpus/classes`.

Run: `python tools/train_classes.py ar_pud-ud-test.conllu NEWS` trains and writes the model; NEWS is a folder of real
articles with their annotation (`tools/news_offsets.py unpack`), whose sentences `corpus/classes` has classes for. With
`--folds 10` it only cross-validates by sentence and prints the scores, of the treebank and of the others. Same input,
same model.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pycrfsuite

from annotated_sentences import annotated_sentences
from fitting import CORPUS
from khabar.text.characters import squeeze
from khabar.text.classes import CLASSES, MODEL
from khabar.text.features import word_features
from khabar.text.tokens import Token, tokenize

Row = list[str]
# Which of the treebank's words in one surface token lends it the class, the weightiest first.
STEMS = ("VERB", "NOUN", "PROPN", "ADJ", "NUM", "ADV", "DET", "PART", "ADP", "PRON", "CONJ", "X", "PUNCT")
_PARTICLES = frozenset(
    ("ان", "لكن", "لعل", "كان", "لا", "لم", "لن", "ما", "قد", "لقد", "سوف", "هل", "الا")
)
_NOUN_LIKE = frozenset(map(squeeze, ["غير", "عدم", "سوى", "شبه"]))
_LINKS = frozenset(map(squeeze, ["كما", "بينما", "فيما", "إذا", "لو", "عندما", "حيث", "لكن", "بل", "ثم", "أو", "أم"]))


LETTERS = dict(zip("VINMAQPRDCTB.X", CLASSES, strict=True))
"""The letter of each class in `corpus/classes`."""

# Features that tell which word it is, and up to how often a word is rare.
IDENTITY = ("w=", "r=")
RARE = 2


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence: tokens and the class of each."""

    tokens: list[Token]
    classes: list[str]
    treebank: bool = True


def read_annotated(news: Sequence[Path]) -> list[Example]:
    """The sentences of `corpus/classes`, from our reports and those in the folders `news`."""
    found = annotated_sentences(CORPUS / "classes", "classes", news)
    return [Example(one.tokens, [LETTERS[letter] for letter in one.said], treebank=False) for one in found]


def read_treebank(path: Path) -> list[Example]:
    """The sentences of a CoNLL-U file, its words joined to surface tokens. Raises `ValueError`
    where they do not fit.
    """
    examples = []
    nominal: Counter[str] = Counter()
    blocks = path.read_text(encoding="utf-8").strip().split("\n\n")
    for line in "\n".join(blocks).splitlines():
        row = line.split("\t")
        if len(row) == 10 and row[3] == "NOUN":
            nominal[squeeze(row[1])] += 1
    for block in blocks:
        lines = block.splitlines()
        text = next(line[9:] for line in lines if line.startswith("# text = "))
        rows = [line.split("\t") for line in lines if not line.startswith("#")]
        spans = _place(text, rows)
        tokens = tokenize(text)
        classes = []
        for token in tokens:
            found = [
                _class_of(row, nominal) for row, (start, end) in zip(rows, spans, strict=True)
                if start < token.end and end > token.start
            ]  # fmt: skip
            classes.append(min(found, key=lambda c: STEMS.index(c.split("_")[0])))
        examples.append(Example(tokens, classes))
    return examples


def _place(text: str, rows: list[Row]) -> list[tuple[int, int]]:
    """Where each word stands in the text."""
    spans, at = [], 0
    for row in rows:
        while text[at].isspace():
            at += 1
        if not text.startswith(row[1], at):
            raise ValueError(f"{row[1]!r} does not stand at {at} of {text!r}")
        spans.append((at, at + len(row[1])))
        at += len(row[1])
    return spans


def _class_of(row: Row, nominal: Counter[str]) -> str:
    """Our class for a word of the treebank, its known slips evened out."""
    _, form, _, upos, xpos, feats = row[:6]
    word = squeeze(form)
    if upos in ("PUNCT", "SYM"):
        return "PUNCT"
    if len(word) == 1 and word in "وفسلبك" and upos != "NUM":
        return {"و": "CONJ", "ف": "CONJ", "س": "CONJ"}.get(word, "ADP")
    if upos in ("VERB", "AUX") or (upos == "NOUN" and xpos == "VBC" and ("Pass" in feats or "=Imp" in feats)):
        if xpos != "VBC":
            return "NOUN"
        return "VERB_P" if "Aspect=Perf" in feats else "VERB_I"
    if word in _LINKS:
        return "CONJ"
    if upos in ("ADP", "SCONJ", "PART", "PRON") and word in _PARTICLES and not (word == "ما" and upos == "PRON"):
        return "PART"
    if word in _NOUN_LIKE and upos in ("PART", "DET", "PRON"):
        return "NOUN"
    if upos == "PROPN" and xpos == "NN":
        return "NOUN"
    if upos == "ADV" and nominal[word] > 1 and not form.endswith(("ً", "اً")):
        return "NOUN"
    if upos == "PRON" and xpos == "PDEM":
        return "DET"
    return {"CCONJ": "CONJ", "SCONJ": "PART"}.get(upos, upos)


def _poorly_printed(token: Token) -> Token:
    """The token as print without hamzas, dots and marks would have it."""
    return Token(token.start, token.end, token.norm, token.norm, token.kind)


def train(examples: list[Example], target: Path) -> None:
    """Train and write one model.

    Every sentence is read twice: as printed, and as poorly printed with its rare words made ones never seen before.
    """
    trainer: Any = pycrfsuite.Trainer(verbose=False)
    counts = Counter(token.norm for example in examples for token in example.tokens)
    for example in examples:
        trainer.append(word_features(example.tokens), example.classes)
        rows = word_features([_poorly_printed(token) for token in example.tokens])
        rows = [
            [f for f in row if not f.startswith(IDENTITY)] if counts[token.norm] <= RARE else row
            for row, token in zip(rows, example.tokens, strict=True)
        ]
        trainer.append(rows, example.classes)
    trainer.set_params({"c1": 0.1, "c2": 0.05, "max_iterations": 120, "feature.possible_transitions": True})
    trainer.train(str(target))


def cross_validate(examples: list[Example], folds: int) -> None:
    """Print accuracy and the scores of each class over all folds, in the treebank's sentences and in the others."""
    seen: dict[bool, Counter[tuple[str, str, str]]] = {True: Counter(), False: Counter()}
    for fold in range(folds):
        tagger: Any = pycrfsuite.Tagger()
        with tempfile.TemporaryDirectory() as folder:
            target = Path(folder) / "model"
            train([e for i, e in enumerate(examples) if i % folds != fold], target)
            tagger.open(str(target))
        for example in examples[fold::folds]:
            tagged = tagger.tag(word_features(example.tokens))
            for token, want, got in zip(example.tokens, example.classes, tagged, strict=True):
                seen[example.treebank][want, got, token.text] += 1
    for treebank, rows in seen.items():
        if rows:
            print("treebank" if treebank else "corpus/classes")
            print_scores(rows)


def print_scores(rows: Counter[tuple[str, str, str]]) -> None:
    """Print the scores of each class and what is confused most; rows are (annotated, found, word)."""
    gold: Counter[str] = Counter()
    guessed: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for (want, got, _), n in rows.items():
        gold[want] += n
        guessed[got] += n
        if want == got:
            hits[want] += n
        else:
            pairs[want, got] += n
    for name in sorted(gold):
        p, r = hits[name] / max(guessed[name], 1), hits[name] / gold[name]
        print(f"{name:8} {gold[name]:6} P {p:.3f} R {r:.3f} F {2 * p * r / max(p + r, 1e-9):.3f}")
    print(f"accuracy {hits.total() / gold.total():.4f}")
    for pair, n in pairs.most_common(14):
        words = [w for (a, b, w), _ in rows.most_common() if (a, b) == pair]
        print(n, *pair, " ".join(words)[:120])


def main() -> None:
    """Read, then cross-validate or train."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebank", type=Path)
    parser.add_argument("news", type=Path, nargs="*")
    parser.add_argument("--folds", type=int, default=0)
    given = parser.parse_args()
    examples = [*read_treebank(given.treebank), *read_annotated(given.news)]
    began = time.perf_counter()
    if given.folds:
        cross_validate(examples, given.folds)
    else:
        train(examples, MODEL)
        print(f"{len(examples)} sentences, {MODEL.stat().st_size // 1024} KiB")
    print(f"{time.perf_counter() - began:.0f} s")


if __name__ == "__main__":
    main()
