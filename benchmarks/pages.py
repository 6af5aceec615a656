"""The page reader beside plain trafilatura, on `corpus/pages/` in one run: `python benchmarks/pages.py [--each]`."""

from __future__ import annotations

import sys
import time
import tomllib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from trafilatura import bare_extraction

from khabar.errors import NotAnArticle, PageError
from khabar.pages.read import read_page
from khabar.text.tokens import tokenize

PAGES = Path(__file__).resolve().parent.parent / "corpus" / "pages"
ROUNDS = 5


@dataclass
class Said:
    """What a reader says of a page."""

    body: str = ""
    headline: str = ""
    published: str = ""
    byline: list[str] = field(default_factory=list)
    refused: str = ""


@dataclass
class Score:
    """Sums over pages."""

    kept: int = 0
    wrong: int = 0
    lost: int = 0
    exact: Counter[str] = field(default_factory=Counter)
    pages: int = 0
    refused: int = 0
    others: int = 0

    def row(self, name: str, rate: float) -> str:
        """One row of the table."""
        precision, recall = self.kept / max(self.kept + self.wrong, 1), self.kept / max(self.kept + self.lost, 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        exact = " | ".join(f"{self.exact[k]}/{self.pages}" for k in ("headline", "date", "byline"))
        words = f"{precision:.3f} | {recall:.3f} | {f1:.3f}"
        return f"| {name} | {words} | {exact} | {self.refused}/{self.others} | {rate:.0f} |"


def ours(data: bytes) -> Said:
    """By khabar."""
    try:
        a = read_page(data)
    except (NotAnArticle, PageError) as error:
        return Said(refused=str(error))
    body = "\n".join(p.of(a.text) for p in a.paragraphs)
    return Said(body, a.headline or "", a.published.value if a.published else "", list(a.byline))


def plain(data: bytes, fast: bool = False) -> Said:
    """By trafilatura as it comes, with its own metadata; `fast` without its second tries."""
    found: Any = bare_extraction(data, with_metadata=True, include_comments=False, fast=fast)
    if found is None or not found.text:
        return Said(refused="nothing found")
    names = [n.strip() for n in (found.author or "").split(";") if n.strip()]
    return Said(found.text, found.title or "", found.date or "", names)


def judge(score: Score, said: Said, right: dict[str, Any]) -> None:
    """Add one page."""
    if "refused" in right:
        score.others += 1
        score.refused += bool(said.refused)
        return
    score.pages += 1
    want, got = _words("\n".join(right["paragraphs"])), _words(said.body)
    common = sum((want & got).values())
    score.kept += common
    score.wrong += got.total() - common
    score.lost += want.total() - common
    score.exact["headline"] += said.headline.strip() == right["headline"]
    score.exact["date"] += said.published == right["published"] or said.published == right["published"][:10] != ""
    score.exact["byline"] += said.byline == right["byline"]


def _words(text: str) -> Counter[str]:
    return Counter(t.norm for t in tokenize(text) if t.kind != "punct")


def measure(pages: list[bytes], reader: Callable[[bytes], Said]) -> float:
    """Pages a second: the best of some rounds over all pages."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.perf_counter()
        for data in pages:
            reader(data)
        best = min(best, time.perf_counter() - start)
    return len(pages) / best


def main() -> None:
    """Print the table; with `--each`, the pages that are not right too."""
    paths = sorted(PAGES.glob("*.html"))
    rights = [tomllib.loads(p.with_suffix(".toml").read_text(encoding="utf-8")) for p in paths]
    pages = [p.read_bytes() for p in paths]
    print("| reader | words: precision | recall | F1 | headline | date | byline | refused | pages/s |")
    print("|---|---|---|---|---|---|---|---|---|")
    readers = (("trafilatura", plain), ("trafilatura, fast", partial(plain, fast=True)), ("khabar", ours))
    for name, reader in readers:
        score = Score()
        for path, data, right in zip(paths, pages, rights, strict=True):
            one = Score()
            said = reader(data)
            judge(score, said, right)
            judge(one, said, right)
            if "--each" in sys.argv[1:] and name == "khabar" and _faulty(one):
                print(
                    path.name,
                    f"wrong {one.wrong} lost {one.lost}",
                    dict(one.exact),
                    said.refused,
                    said.headline[:50],
                    said.published,
                    said.byline,
                )
        articles = [d for d, r in zip(pages, rights, strict=True) if "refused" not in r]
        print(score.row(name, measure(articles, reader)))


def _faulty(one: Score) -> bool:
    return bool(one.wrong or one.lost or one.refused < one.others or (one.pages and one.exact.total() < 3))


if __name__ == "__main__":
    main()
