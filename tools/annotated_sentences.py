"""Sentences whose words are annotated one by one: `corpus/classes` (word classes), `corpus/names` (names) and
`corpus/arguments` (subjects and objects of verbs).

A row of their tables names the report, the number of the sentence in it, a hash of its words and what is annotated; no
word stands in them, so that texts which are not ours to ship can be annotated as well.
"""

from __future__ import annotations

import csv
import hashlib
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from fitting import OURS
from khabar.evaluate.corpus import read_report
from khabar.records import Article
from khabar.text.sentences import article_sentences
from khabar.text.tokens import Token, tokenize


@dataclass(frozen=True, slots=True)
class AnnotatedSentence:
    """A sentence with what its row says of it."""

    report: str
    article: Article
    number: int
    """Of the sentence in the report, the headline counted."""
    tokens: list[Token]
    said: str


def annotated_sentences(tables: Path, column: str, news: Sequence[Path]) -> Iterator[AnnotatedSentence]:
    """The sentences of all tables in a folder, from our reports and those in the folders `news`.

    What is not at hand, or is no longer cut into the same words, is left out and counted on stderr.
    """
    lost, known = 0, dict[str, tuple[Article, list[list[Token]]] | None]()
    for table in sorted(tables.glob("*.tsv")):
        with table.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
        for row in rows:
            name, number = row["report"], int(row["sentence"])
            if name not in known:
                path = next((p for p in (folder / f"{name}.toml" for folder in (*OURS, *news)) if p.exists()), None)
                known[name] = _read(path) if path is not None else None
            article, sentences = known[name] or (None, [])
            tokens = sentences[number] if number < len(sentences) else []
            if article is not None and hash_of(tokens) == row["hash"]:
                yield AnnotatedSentence(name, article, number, tokens, row[column])
            else:
                lost += 1
    if lost:
        print(f"{tables.name}: {lost} sentences are not at hand or have changed", file=sys.stderr)


def _read(path: Path) -> tuple[Article, list[list[Token]]]:
    article = read_report(path).article
    return article, [tokenize(article.text, s.span.start, s.span.end) for s in article_sentences(article)]


def hash_of(tokens: Sequence[Token]) -> str:
    """What tells whether a sentence has the words that were annotated."""
    return hashlib.sha256(" ".join(t.text for t in tokens).encode()).hexdigest()[:8]
