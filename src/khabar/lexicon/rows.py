"""Lists of the lexicon as rows: tab-separated, with a header, lines that begin with `#` left out."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path


def rows_of(path: Path) -> Iterator[dict[str, str]]:
    """The lines of a list, each by its header. Raises `OSError` where the file cannot be read."""
    with path.open(encoding="utf-8", newline="") as file:
        lines = (line for line in file if not line.startswith("#"))
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
