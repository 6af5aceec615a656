"""Processes that code, when one of them is ended from without."""

from __future__ import annotations

import multiprocessing
import os
import signal
from pathlib import Path

import khabar
from khabar.intake.batch import Interrupts, read_batch
from khabar.intake.page import Page
from khabar.store import Store

TEXT = "حلب\n\nقتل {} جنود في هجوم على القاعدة أمس."


def test_ended_workers_cost_no_page(tmp_path: Path) -> None:
    """Two processes killed in the middle of a batch: every page is read all the same, and once."""
    pages = [Page(f"{n}.txt", TEXT.format(n).encode()) for n in range(3, 33)]
    with Store.open(tmp_path / "k.db") as store:
        outcomes = []
        for outcome in read_batch(pages, store, khabar.load(), jobs=2, interrupts=Interrupts()):
            outcomes.append(outcome)
            if len(outcomes) == 3:
                for child in multiprocessing.active_children():
                    os.kill(child.pid, signal.SIGKILL)
        assert [o.said for o in outcomes] == ["new"] * len(pages)
        assert [o.name for o in outcomes] == [p.name for p in pages]


def test_a_text_twice_in_one_run_counts_once_again_or_not(tmp_path: Path) -> None:
    """Of two pages with one text the first is stored, with `again` and without it; the other has no events."""
    text = TEXT.format(7).encode()
    pages = [Page(f"{day}.txt", text, published=f"2024-05-0{day}") for day in (1, 2)]
    for again in (False, True):
        with Store.open(tmp_path / "k.db") as store:
            outcomes = list(read_batch(pages, store, khabar.load(), again=again, interrupts=Interrupts()))
            stored = store.record(outcomes[0].article)
        assert outcomes[1].said == "same" and outcomes[1].events == 0
        assert stored.article.published is not None and stored.article.published.value.startswith("2024-05-01")
