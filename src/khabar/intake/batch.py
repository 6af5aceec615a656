"""Pages through the coder into the store, one after the other or by several processes; stopped without loss."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from khabar.errors import KhabarError
from khabar.intake.page import Fault, Page
from khabar.records import Published, Record
from khabar.store import Store

if TYPE_CHECKING:
    from khabar.coder import Coder


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one page."""

    name: str
    said: str
    """`new`, `same`, `recoded`, `newer version`, `older version` (see `Store.save`), or `failed`."""
    article: str | None = None
    events: int = 0
    reason: str | None = None
    """Why it failed, in one sentence."""


class Interrupts:
    """Ctrl-C that lets the article in hand be finished; a second one stops at once."""

    def __init__(self) -> None:
        self.asked = False
        self._in_hand = False

    @contextmanager
    def watched(self, say: Callable[[], None]) -> Iterator[None]:
        """Take over Ctrl-C; `say` is called at the first."""

        def handle(_signal: int, _frame: FrameType | None) -> None:
            if self.asked or not self._in_hand:
                raise KeyboardInterrupt
            self.asked = True
            say()

        before = signal.signal(signal.SIGINT, handle)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)

    @contextmanager
    def in_hand(self) -> Iterator[None]:
        """While an article is in hand, Ctrl-C waits for it."""
        self._in_hand = True
        try:
            yield
        finally:
            self._in_hand = False


def read_batch(
    pages: Iterable[Page | Fault], store: Store, coder: Coder, *, jobs: int = 1, again: bool = False,
    interrupts: Interrupts | None = None, paths: tuple[Path | None, Path | None] = (None, None),
) -> Iterator[Outcome]:  # fmt: skip
    """Read, code and store every page, each in a transaction of its own, and say what became of it, in their order.

    What this coder read before is passed over quickly, unless `again`. A page that cannot be read, and a fault in the
    code itself, are given as `failed`; the rest goes on. `jobs` processes code at once, each with a coder loaded from
    `paths` (lexicon, gazetteer). Raises `StoreError` where the store fails, and `KeyboardInterrupt` when asked to stop.
    """
    interrupts = interrupts or Interrupts()
    keeper = _Keeper(store, coder.version, again)
    if jobs <= 1:
        for page in pages:
            with interrupts.in_hand():
                outcome = keeper.pass_over(page)
                outcome = outcome or keeper.keep(page, code_page(_page(page), coder, None if again else store))
            yield outcome
            if interrupts.asked:
                raise KeyboardInterrupt
    else:
        yield from _many(pages, keeper, jobs, interrupts, paths)


def _page(page: Page | Fault) -> Page:
    assert isinstance(page, Page)
    return page


@dataclass(frozen=True, slots=True)
class _Keeper:
    """Puts what was read into the store, and knows what need not be read."""

    store: Store
    version: str
    again: bool
    kept: set[str] = field(default_factory=set)
    """The articles of this run: of two pages with one text the first counts, with `again` as without it."""

    def pass_over(self, page: Page | Fault) -> Outcome | None:
        """The outcome of a page that need not be read, or None."""
        if isinstance(page, Fault):
            self.store.fail(page.name, page.reason, self.version)
            return Outcome(page.name, "failed", reason=page.reason)
        if not self.again and (article := self.store.was_read(page.digest(), self.version)):
            return Outcome(page.name, "same", article)
        return None

    def keep(self, page: Page | Fault, found: Record | str) -> Outcome:
        """The outcome of a page that was read, once it is stored."""
        if isinstance(found, Record):
            article, again = found.article.id, self.again and found.article.id not in self.kept
            self.kept.add(article)
            said = self.store.save(found, digest=_page(page).digest(), name=page.name, again=again)
            return Outcome(page.name, said, article, len(found.events) if said != "same" else 0)
        if found.startswith("="):
            return Outcome(page.name, "same", found[1:])
        self.store.fail(page.name, found, self.version)
        return Outcome(page.name, "failed", reason=found)


def code_page(page: Page, coder: Coder, store: Store | None = None) -> Record | str:
    """The record of a page; or why there is none; or, as `=ID`, the article that `store` holds of it already."""
    from khabar.pages.read import read_page
    from khabar.times.dateline import parse_iso

    try:
        article = read_page(
            page.data, url=page.url, outlet=page.outlet, published=page.published, headline=page.headline,
            byline=page.byline, fallback_outlet=page.fallback_outlet, fallback_published=page.fallback_published,
        )  # fmt: skip
        if article.published is None and page.listed is not None and (found := parse_iso(page.listed)) is not None:
            told = Published(found.value, found.precision, found.zone, page.listed, "feed")
            article = replace(article, published=told)
        if store is not None and store.has(article.id, coder.version):
            return f"={article.id}"
        return coder.code(article)
    except KhabarError as error:
        return str(error)
    except (RecursionError, Exception) as error:  # a fault of ours in one page must not end a long batch
        return f"khabar failed on it, please report this: {type(error).__name__}: {' '.join(str(error).split())[:200]}"


# --- several processes ------------------------------------------------------------------------------------------

_coder: Coder


class _Workers:
    """The processes that code; where one is ended from without, others take its place."""

    def __init__(self, jobs: int, paths: tuple[Path | None, Path | None]) -> None:
        self._jobs, self._paths = jobs, paths
        self._pool = self._started(jobs)

    def _started(self, jobs: int) -> ProcessPoolExecutor:
        import multiprocessing

        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(jobs, mp_context=context, initializer=_start_worker, initargs=self._paths)

    def submit(self, page: Page) -> Future[Record | str]:
        """Have a page coded."""
        try:
            return self._pool.submit(_work, page)
        except BrokenExecutor:
            self._pool = self._started(self._jobs)
            return self._pool.submit(_work, page)

    def result(self, page: Page, future: Future[Record | str]) -> Record | str:
        """What became of a page. If its process was ended, perhaps for another's sake, it is coded once more, alone."""
        try:
            return future.result()
        except BrokenExecutor:
            with self._started(1) as alone:
                try:
                    return alone.submit(_work, page).result()
                except BrokenExecutor:
                    return "the process that read it was ended, perhaps for want of memory"
        except Exception as error:
            return f"the process that read it failed: {type(error).__name__}"

    def close(self) -> None:
        """Wait for what is still being coded."""
        self._pool.shutdown()


def _many(
    pages: Iterable[Page | Fault], keeper: _Keeper, jobs: int, interrupts: Interrupts,
    paths: tuple[Path | None, Path | None],
) -> Iterator[Outcome]:  # fmt: skip
    """Hand pages out a few ahead, and take the records back in their order; only this process writes."""
    workers = _Workers(jobs, paths)
    waiting: deque[tuple[Page | Fault, Future[Record | str] | Outcome]] = deque()

    def first() -> Outcome:
        page, result = waiting.popleft()
        return result if isinstance(result, Outcome) else keeper.keep(page, workers.result(_page(page), result))

    try:
        for page in pages:
            with interrupts.in_hand():
                waiting.append((page, keeper.pass_over(page) or workers.submit(_page(page))))
                done = first() if len(waiting) > 4 * jobs else None
            if done is not None:
                yield done
            if interrupts.asked:
                break
        while waiting:
            with interrupts.in_hand():
                done = first()
            yield done
        if interrupts.asked:
            raise KeyboardInterrupt
    finally:
        workers.close()


def _start_worker(lexicon: Path | None, gazetteer: Path | None) -> None:
    """Load a coder; leave Ctrl-C to the parent, and end when the parent is gone."""
    import threading

    import khabar

    global _coder
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _coder = khabar.load(lexicon, gazetteer)


def _end_with_parent() -> None:
    import multiprocessing
    import os
    from multiprocessing.connection import wait

    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _work(page: Page) -> Record | str:
    return code_page(page, _coder)
