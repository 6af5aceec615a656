"""Articles of ANERcorp as running text, so that events can be annotated in them and learned from.

    python tools/anercorp_articles.py train.tsv corpus/anercorp/articles.tsv > articles.jsonl
    python tools/news_offsets.py unpack corpus/anercorp FOLDER articles.jsonl

ANERcorp (Benajiba and Rosso 2007, as released by CAMeL Lab, CC BY-SA 4.0) is a list of words with tags, sentence after
sentence; it says neither where an article begins nor where a space stood. `articles.tsv` gives the first and the last
sentence of each article (counted from 0) and the day it is likely from, as a reader found them. Each article becomes
one line of JSON with `url` (`anercorp:FIRST-LAST`), `headline` (empty: none is marked), `text` (a line a sentence) and
`published`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

CLOSING = frozenset(".,،؛;:؟?!)]»”%")
"""What stands close to the word before it."""
OPENING = frozenset("([«“")
"""What stands close to the word behind it."""


def sentences(path: Path) -> list[list[str]]:
    """The words of each sentence of a file with a word and its tag a line, and an empty line behind each sentence."""
    found: list[list[str]] = [[]]
    for line in path.read_text(encoding="utf-8").splitlines():
        if line:
            found[-1].append(line.split("\t")[0])
        elif found[-1]:
            found.append([])
    return found if found[-1] else found[:-1]


def running(words: Sequence[str]) -> str:
    """The words with spaces between them as print has them; straight quotation marks open and close in turn."""
    out, close, quoted = "", True, False
    for word in words:
        opens = word in OPENING or (word == '"' and not quoted)
        closes = word in CLOSING or (word == '"' and quoted)
        quoted ^= word == '"'
        out += word if close or closes else f" {word}"
        close = opens
    return out


def articles(words: Sequence[Sequence[str]], table: Path) -> Iterator[dict[str, str]]:
    """The articles whose first and last sentence and day `table` gives, one a line behind its head."""
    for line in table.read_text(encoding="utf-8").splitlines()[1:]:
        first, last, day = line.split("\t")
        text = "\n".join(running(s) for s in words[int(first) : int(last) + 1])
        yield {"url": f"anercorp:{first}-{last}", "headline": "", "text": text, "published": day}


def main(train: str, table: str) -> None:
    """Print the articles of `table`, one line of JSON each."""
    for article in articles(sentences(Path(train)), Path(table)):
        print(json.dumps(article, ensure_ascii=False))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
