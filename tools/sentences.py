"""Sentences of public data sets as articles of one sentence each, so that events can be annotated in them.

    python tools/sentences.py SHARED/gold > sentences.jsonl
    python tools/news_offsets.py unpack corpus/sentences FOLDER sentences.jsonl

They are those of the gold standard records for Arabic event data (Open Event Data Alliance, 2018; MIT licence), which
say of each whether it reports an ASSAULT or a PROTEST, and the half of UD Arabic PUD (CC BY-SA 3.0) that is from news.
Each becomes one line of JSON with `url` (`gsr:ID`, `pud:ID`), `headline` (empty) and `text`.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from khabar.evaluate.gsr import TYPES, read_lines

_PUD = re.compile(r"# sent_id = (n\S+)\n(?:#.*\n)*?# text = (.*)")
"""The id and the text of a sentence from news."""


def sentences(gold: Path) -> Iterator[tuple[str, str]]:
    """Address and text of every sentence, each text once."""
    seen = set()
    for kind in TYPES:
        for row in read_lines(gold / "arabic_event_gsr" / f"{kind.lower()}_detection.jsonl"):
            if row["text"] not in seen:
                seen.add(row["text"])
                yield f"gsr:{row['id']}", row["text"]
    trees = (gold / "ud_arabic_pud" / "ar_pud-ud-test.conllu").read_text(encoding="utf-8")
    yield from ((f"pud:{name}", text) for name, text in _PUD.findall(trees))


def main(gold: str) -> None:
    """Print every sentence, one line of JSON each."""
    for url, text in sentences(Path(gold)):
        print(json.dumps({"url": url, "headline": "", "text": text}, ensure_ascii=False))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
