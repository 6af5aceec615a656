"""Builds `lexicon/text/words.tsv`: how often squeezed words stand in openly licensed Arabic text.

Run: `python tools/make_words.py SHARED` with the folder of public data described in `docs/models.md` (ANERcorp, UD
Arabic PUD, the Wojood sample, the open half of the Arabic event gold set). Only counts are kept, no text.
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from khabar.lexicon.cache import ROOT
from khabar.text.characters import squeeze
from khabar.text.tokens import tokenize

LEAST = 2


def texts(gold: Path) -> Iterator[str]:
    """The raw text of every set, a line or sentence at a time."""
    for path in [gold / "anercorp" / "train.tsv", *sorted((gold / "wojood_sample").glob("*.txt"))]:
        yield " ".join(line.split()[0] for line in path.read_text(encoding="utf-8").splitlines() if line.split())
    for line in (gold / "ud_arabic_pud" / "ar_pud-ud-test.conllu").read_text(encoding="utf-8").splitlines():
        if line.startswith("# text = "):
            yield line[9:]
    for path in sorted((gold / "arabic_event_gsr").glob("*_detection.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["text"]


def lexicon_words() -> set[str]:
    """Every single noun the event lexicon and its word classes name, squeezed, with and without `ال`."""
    found: set[str] = set()
    for path in sorted((ROOT / "events").glob("*.toml")):
        for entry in tomllib.loads(path.read_text(encoding="utf-8")).get("noun", ()):
            found.update(squeeze(w) for w in [entry["lemma"], *entry.get("plural", ())])
    for path in sorted((ROOT / "classes").glob("*.txt")):
        found.update(squeeze(w) for w in path.read_text(encoding="utf-8").splitlines() if w and w[0] != "#")
    return {w for w in found if " " not in w and len(w) > 3}


def main() -> None:
    """Count and write the table."""
    counts: Counter[str] = Counter()
    for text in texts(Path(sys.argv[1]) / "gold"):
        counts.update(t.norm for t in tokenize(text) if t.kind == "word" and len(t.norm) > 1)
    for word in lexicon_words():
        counts[word] = max(counts[word], LEAST)
    rows = sorted((word, n) for word, n in counts.items() if n >= LEAST)
    target = ROOT / "text" / "words.tsv"
    target.write_text("".join(f"{word}\t{n}\n" for word, n in rows), encoding="utf-8")
    print(f"{target.name}: {len(rows)} words", file=sys.stderr)


if __name__ == "__main__":
    main()
