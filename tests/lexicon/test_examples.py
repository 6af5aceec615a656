"""Every entry of the event lexicon does on its own example what it says.

Entries that do not yet are listed in `not_yet.tsv`, with what is missing: `events` (other events than it says) or
`participants`. The list only shrinks: an entry that is not on it must pass, and one that is must still fail.
Rewrite it with `python -m tests.lexicon.test_examples` after a change that mends entries.
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import pytest

import khabar
from khabar.evaluate.examples import Verdict, judge, senses

LIST = Path(__file__).parent / "not_yet.tsv"


def verdicts() -> dict[tuple[str, str], Verdict]:
    coder = khabar.load()
    return {(s.where, s.example): judge(coder, s) for s in senses(coder.events)}


def missing(verdict: Verdict) -> str:
    return "" if verdict.filled else "participants" if verdict.typed else "events"


def listed() -> dict[tuple[str, str], str]:
    with LIST.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {(row["entry"], row["example"]): row["missing"] for row in rows}


@pytest.fixture(scope="module")
def found() -> dict[tuple[str, str], Verdict]:
    return verdicts()


def test_entries_do_what_they_say(found: dict[tuple[str, str], Verdict]) -> None:
    known = listed()
    broken = [f"{e}: {x}: {v.coded}" for (e, x), v in found.items() if missing(v) and (e, x) not in known]
    assert not broken, "\n".join(broken)


def test_the_list_of_those_that_do_not_is_no_longer_than_it_must_be(found: dict[tuple[str, str], Verdict]) -> None:
    mended = [f"{e}: {x}" for (e, x) in listed() if (e, x) not in found or not missing(found[e, x])]
    assert not mended, "\n".join(mended)


def test_most_entries_do(found: dict[tuple[str, str], Verdict]) -> None:
    assert len(found) >= 900
    assert sum(v.typed for v in found.values()) / len(found) > 0.85
    assert sum(v.filled for v in found.values()) / len(found) > 0.7


def main() -> None:
    """Write the list anew."""
    rows = sorted((e, x, missing(v)) for (e, x), v in verdicts().items() if missing(v))
    lines = ["entry\texample\tmissing", *("\t".join(row) for row in rows)]
    LIST.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(len(rows), file=sys.stderr)


if __name__ == "__main__":
    main()
