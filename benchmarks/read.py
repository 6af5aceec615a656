"""How fast khabar reads: import, load, and articles a second from a file to stored records, on one core.

    python benchmarks/read.py [--articles 1000] [--news FILE.jsonl.gz]

The news are those of `KHABAR_SHARED` (or `../shared`); any JSON lines with `text` and `headline` will do. Two baselines
over the same articles in the same run say what the figures of one machine mean on another: `json.loads` and folding of
every article, and `trafilatura.extract` on every article dressed as a bare HTML page. The coder alone and trafilatura
are measured by the time of the processor, as the best of three, so that other work on the machine counts for little.
"""

from __future__ import annotations

import argparse
import gzip
import html
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("KHABAR_SHARED", ROOT.parent / "shared"))
BASELINE_PAGES = 200


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--news", type=Path, default=SHARED / "news" / "saudinewsnet_sample.jsonl.gz")
    given = parser.parse_args()
    if not given.news.is_file():
        sys.exit(f"{given.news}: there is no such file; name JSON lines with --news")
    with gzip.open(given.news, "rt", encoding="utf-8") as file:
        lines = list(islice(file, given.articles))
    words = sum(len(json.loads(line)["text"].split()) for line in lines)
    bare = _seconds_of("pass")
    show("import khabar", f"{_seconds_of('import khabar') - bare:.3f} s")
    show("khabar --help", f"{_seconds_of('from khabar.cli import app; app()', '--help'):.3f} s")
    show("load the coder", f"{_load_seconds():.2f} s (each time; the first time compiles the lexicon)")
    seconds, outcomes, megabytes = _read(lines)
    count = len(lines)
    show("articles", f"{count}, {words / count:.0f} words each; {dict(sorted(outcomes.items()))}")
    show(
        "from file to stored records", f"{count / seconds:.1f} articles a second, {words / seconds:.0f} words a second"
    )
    show("database", f"{megabytes:.1f} MB")
    show("peak memory", f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    plain, trafilatura = _fold_seconds(lines), _trafilatura_seconds(lines[:BASELINE_PAGES])
    show(
        "json.loads and fold",
        f"{count / plain:.0f} articles a second; khabar takes {seconds / plain:.0f} times as long",
    )
    show("trafilatura.extract", f"{1 / trafilatura:.0f} pages a second; "
         f"khabar takes {seconds / count / trafilatura:.1f} times as long")  # fmt: skip
    with ProcessPoolExecutor(1, get_context("spawn")) as fresh:  # one that has seen none of the articles
        alone = fresh.submit(_coder_seconds, lines).result()
    show("the coder alone", f"{1 / alone:.1f} articles of 250 words a second; "
         f"one takes {alone / trafilatura:.1f} times as long as a page of trafilatura's")  # fmt: skip


def show(name: str, value: str) -> None:
    """One line of the table."""
    print(f"{name:<30}{value}", flush=True)


def _seconds_of(code: str, *args: str) -> float:
    """The best of five runs of a new interpreter."""
    return min(_once(code, *args) for _ in range(5))


def _once(code: str, *args: str) -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", code, *args], stdout=subprocess.DEVNULL, check=True)
    return time.perf_counter() - began


def _load_seconds() -> float:
    code = "import time; b = time.perf_counter(); import khabar; khabar.load(); print(time.perf_counter() - b)"
    runs = [subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, check=True) for _ in range(3)]
    return min(float(run.stdout) for run in runs)


def _read(lines: list[str]) -> tuple[float, Counter[str], float]:
    """Seconds from the file to the last stored record, what became of the articles, and the size of the database."""
    import khabar
    from khabar.intake.batch import read_batch
    from khabar.intake.sources import pages
    from khabar.store import Store

    coder = khabar.load()
    coder.read("التقى وزير الخارجية التونسي نظيره الجزائري في العاصمة تونس يوم الثلاثاء لبحث التعاون بين البلدين.")
    outcomes: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        source, database = Path(folder, "news.jsonl"), Path(folder, "khabar.db")
        source.write_text("".join(lines), encoding="utf-8")
        began = time.perf_counter()
        with Store.open(database) as store:
            for outcome in read_batch(pages([str(source)]), store, coder):
                outcomes[outcome.said] += 1
                outcomes["events"] += outcome.events
        seconds = time.perf_counter() - began
        return seconds, outcomes, database.stat().st_size / 1e6


def _fold_seconds(lines: list[str]) -> float:
    from khabar.text.characters import fold

    began = time.perf_counter()
    for line in lines:
        fold(json.loads(line)["text"])
    return time.perf_counter() - began


def _trafilatura_seconds(lines: list[str]) -> float:
    """Seconds of the processor for a page."""
    import trafilatura

    pages = []
    for line in lines:
        fields = json.loads(line)
        body = "".join(f"<p>{html.escape(p)}</p>" for p in fields["text"].split("\n"))
        title = html.escape(fields.get("headline") or "")
        pages.append(f"<html><head><title>{title}</title></head><body><article>{body}</article></body></html>")
    trafilatura.extract(pages[0])
    return min(_cpu_seconds(trafilatura.extract, pages) for _ in range(3)) / len(pages)


def _coder_seconds(lines: list[str]) -> float:
    """Seconds of the processor for 250 words of articles whose pages are read: the best of three parts, each read once
    by a coder that has read others before.
    """
    import khabar
    from khabar.errors import PageError
    from khabar.pages.read import read_page

    coder = khabar.load()
    articles = []
    for fields in map(json.loads, lines):
        with suppress(PageError):
            day = (fields.get("date") or "")[:10] or None
            articles.append(read_page(fields["text"], headline=fields.get("headline"), published=day))
    size = len(articles) // 4
    parts = [articles[k * size : (k + 1) * size] for k in range(4)]
    _cpu_seconds(coder.code, parts[0])
    words = [sum(len(a.text.split()) for a in part) for part in parts]
    return min(_cpu_seconds(coder.code, parts[k]) / words[k] * 250 for k in (1, 2, 3))


def _cpu_seconds(work: Callable[[Any], object], items: Sequence[Any]) -> float:
    began = time.process_time()
    for item in items:
        work(item)
    return time.process_time() - began


if __name__ == "__main__":
    main()
