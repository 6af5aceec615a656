"""Pages through the coder into the store, one after the other or by several processes; stopped without loss."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any

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
    if jobs <= 1:
        for page in pages:
            with interrupts.in_hand():
                outcome = _one(page, store, coder, again)
            yield outcome
            if interrupts.asked:
                raise KeyboardInterrupt
    else:
        yield from _many(pages, store, coder.version, jobs, again, interrupts, paths)


def _one(page: Page | Fault, store: Store, coder: Coder, again: bool) -> Outcome:
    passed = _pass_over(page, store, coder.version, again)
    return passed or _keep(page, code_page(_page(page), coder, None if again else store), store, coder.version, again)


def _page(page: Page | Fault) -> Page:
    assert isinstance(page, Page)
    return page


def _pass_over(page: Page | Fault, store: Store, version: str, again: bool) -> Outcome | None:
    """The outcome of a page that need not be read, or None."""
    if isinstance(page, Fault):
        store.fail(page.name, page.reason, version)
        return Outcome(page.name, "failed", reason=page.reason)
    if not again and (article := store.was_read(page.digest(), version)):
        return Outcome(page.name, "same", article)
    return None


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


def _keep(page: Page | Fault, found: Record | str, store: Store, version: str, again: bool) -> Outcome:
    if isinstance(found, Record):
        said = store.save(found, digest=_page(page).digest(), name=page.name, again=again)
        return Outcome(page.name, said, found.article.id, len(found.events))
    if found.startswith("="):
        return Outcome(page.name, "same", found[1:])
    store.fail(page.name, found, version)
    return Outcome(page.name, "failed", reason=found)


# --- several processes ------------------------------------------------------------------------------------------

_coder: Coder


def _many(
    pages: Iterable[Page | Fault], store: Store, version: str, jobs: int, again: bool, interrupts: Interrupts,
    paths: tuple[Path | None, Path | None],
) -> Iterator[Outcome]:  # fmt: skip
    """Hand pages out a few ahead, and take the records back in their order; only this process writes."""
    import multiprocessing

    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(jobs, mp_context=context, initializer=_start_worker, initargs=paths) as pool:
        waiting: deque[tuple[Page | Fault, Future[Any] | Outcome]] = deque()
        for page in pages:
            with interrupts.in_hand():
                passed = _pass_over(page, store, version, again)
                waiting.append((page, passed or pool.submit(_work, _page(page))))
                done = _first(waiting, store, version, again) if len(waiting) > 4 * jobs else None
            if done is not None:
                yield done
            if interrupts.asked:
                break
        while waiting:
            with interrupts.in_hand():
                done = _first(waiting, store, version, again)
            yield done
        if interrupts.asked:
            raise KeyboardInterrupt


def _first(waiting: deque[tuple[Page | Fault, Any]], store: Store, version: str, again: bool) -> Outcome:
    page, result = waiting.popleft()
    if isinstance(result, Outcome):
        return result
    try:
        found = result.result()
    except Exception as error:  # a worker that was killed, for want of memory for example
        found = f"a worker process failed: {type(error).__name__}"
    return _keep(page, found, store, version, again)


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
