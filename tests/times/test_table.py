"""Every expression of `tests/data/times.tsv` is found, in its exact words, with what it means."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from khabar.records import Published
from khabar.text.tokens import tokenize
from khabar.times.find import find_times

TABLE = Path(__file__).parents[1] / "data" / "times.tsv"


@dataclass(frozen=True)
class Case:
    published: Published | None
    text: str
    words: str | None
    offset: int
    means: tuple[str, ...]


def read_cases() -> list[Case]:
    cases = []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith(("#", "published\t")):
            continue
        published, marked, *means = line.split("\t")
        given = Published(published, "minute" if "T" in published else "day", None, "", "given") if published else None
        before, _, rest = marked.partition("⟦")
        words, _, after = rest.partition("⟧")
        cases.append(Case(given, before + words + after, words or None, len(before), tuple(means)))
    return cases


CASES = read_cases()


def test_the_table_is_large_enough() -> None:
    assert sum(case.words is not None for case in CASES) >= 300
    assert sum(case.words is None for case in CASES) >= 40


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text)
def test_expression(case: Case) -> None:
    found = find_times(case.text, tokenize(case.text), case.published)
    if case.words is None:
        assert [t.text for t in found] == []
        return
    assert [t.text for t in found] == [case.words]
    (time,) = found
    assert time.span.start == case.offset
    start, end = (day.isoformat() if day is not None else "" for day in (time.start, time.end))
    assert (start, end, time.precision, time.clock or "", time.kind) == case.means
