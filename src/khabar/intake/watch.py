"""`khabar watch`: feeds and sitemaps asked on a schedule, their new pages read into the store.

All that must survive a kill is in the store (`khabar.store.watching`): what a source said last is kept in one
transaction with the pages it named, and a page is crossed off only after its record is stored.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from khabar.errors import KhabarError, in_words
from khabar.intake.batch import Interrupts, Outcome, read_batch
from khabar.intake.feeds import FeedError, Listing, read_listing
from khabar.intake.fetch import FEED_KINDS, Fetcher, FetchError, is_private
from khabar.intake.page import Fault, Page, decode_declared
from khabar.store import Store
from khabar.store.watching import SourceState, Waiting

if TYPE_CHECKING:
    from khabar.coder import Coder

MOST_TRIES = 5
"""How often a page whose fault may pass is asked for, once a round."""
MOST_SITEMAPS = 20
"""How many sitemaps of an index are asked, the latest first."""
_DAY = 24 * 3600.0


class WatchedSource(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One `[[source]]` of the file."""

    url: str
    outlet: str | None = None
    zone: str | None = None
    """IANA name; the times of the source are given in it."""
    every: float = 30.0
    """Minutes between two rounds."""
    delay: float = 1.0
    """Seconds between two requests to its host."""


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    source: list[WatchedSource]
    contact: str | None = None


@dataclass(frozen=True, slots=True)
class Sources:
    """What `SOURCES.toml` asks for."""

    sources: tuple[WatchedSource, ...]
    contact: str | None
    """An address that servers can turn to, said in the user agent."""


def load_sources(path: Path) -> Sources:
    """Read the file. Raises `KhabarError` with what is wrong in it."""
    try:
        file = msgspec.toml.decode(path.read_bytes(), type=_File)
    except OSError as error:
        raise KhabarError(in_words(error)) from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise KhabarError(str(error)) from None
    for source in file.source:
        if not source.url.startswith(("http://", "https://")):
            raise KhabarError(f"{source.url}: it is no http or https address")
        if source.every <= 0 or source.delay < 0:
            raise KhabarError(f"{source.url}: `every` must be more than 0 minutes, `delay` 0 seconds or more")
        try:
            _ = source.zone and ZoneInfo(source.zone)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise KhabarError(f"{source.url}: there is no time zone {source.zone!r}") from None
    return Sources(tuple(file.source), file.contact)


def watch(
    sources: Sources, store: Store, coder: Coder, fetcher: Fetcher, *, once: bool = False,
    interrupts: Interrupts | None = None, say: Callable[[str], None] = lambda _: None,
    now: Callable[[], float] = time.time, sleep: Callable[[float], None] = time.sleep,
) -> Iterator[Outcome]:  # fmt: skip
    """Ask every source when its time has come, or every one `once`, and read what they newly name.

    A source that fails is left alone for twice as long each time, a day at most; `say` is told. Raises `StoreError`,
    and `KeyboardInterrupt` when asked to stop.
    """
    interrupts = interrupts or Interrupts()
    while True:
        for source in sources.sources:
            if not once and _due(source, store.watching.state(source.url)) > now():
                continue
            _ask(source, store, fetcher, say, now)
            yield from _read_waiting(source, store, coder, fetcher, interrupts)
        if once:
            return
        soonest = min(_due(s, store.watching.state(s.url)) for s in sources.sources)
        sleep(min(max(soonest - now(), 1.0), 60.0))


def _due(source: WatchedSource, state: SourceState) -> float:
    """When a source is to be asked next, in seconds since 1970."""
    pause: float = source.every * 60 * 2.0 ** min(state.failures, 10)
    return state.checked + max(min(pause, _DAY), source.every * 60)


def _ask(
    source: WatchedSource, store: Store, fetcher: Fetcher, say: Callable[[str], None], now: Callable[[], float]
) -> None:  # fmt: skip
    """Ask a feed or sitemap and store what it names; of an index of sitemaps, what the latest of those name."""
    found: list[tuple[str, str | None, str | None]] = []
    states: dict[str, SourceState] = {}
    queue = [source.url]
    for url in queue:
        before = store.watching.state(url)
        try:
            listing, states[url] = _listing(url, before, source, fetcher, now())
        except (FetchError, FeedError) as error:
            say(f"{url}: {error}")
            states[url] = replace(before, checked=now(), failures=before.failures + 1)
            continue
        found += [(e.url, source.outlet, e.published) for e in listing.entries if _fit(e.url, source.url)]
        if url == source.url:
            queue += [u for u in listing.sitemaps if u != url and _fit(u, url)][:MOST_SITEMAPS]
    store.watching.asked(source.url, states, found)


def _listing(
    url: str, before: SourceState, source: WatchedSource, fetcher: Fetcher, now: float
) -> tuple[Listing, SourceState]:  # fmt: skip
    """What one feed or sitemap names now, nothing where it has not changed, and its new state."""
    answer = fetcher.get(url, kinds=FEED_KINDS, etag=before.etag, modified=before.modified, delay=source.delay)
    if answer.data is None:
        return Listing(()), replace(before, checked=now, failures=0)
    listing = read_listing(answer.data, answer.url, source.zone)
    if listing.sitemaps:  # an index may stay as it is while what it lists changes
        return listing, SourceState(None, None, now, 0)
    return listing, SourceState(answer.etag, answer.modified, now, 0)


def _fit(url: str, source: str) -> bool:
    """Whether a source may name an address: a public one may not lead into a private network."""
    return is_private(source) or not is_private(url)


def _read_waiting(
    source: WatchedSource, store: Store, coder: Coder, fetcher: Fetcher, interrupts: Interrupts
) -> Iterator[Outcome]:  # fmt: skip
    for waiting in store.watching.waiting(source.url):
        page, passing = _fetch(waiting, source, fetcher)
        for outcome in read_batch([page], store, coder, interrupts=interrupts):
            again = outcome.said == "failed" and passing and waiting.tries + 1 < MOST_TRIES
            state = "waiting" if again else "failed" if outcome.said == "failed" else "read"
            store.watching.done(waiting.url, state, outcome.reason)
            yield outcome


def _fetch(waiting: Waiting, source: WatchedSource, fetcher: Fetcher) -> tuple[Page | Fault, bool]:
    """A page that a source named, and whether its fault, if it has one, may pass."""
    try:
        answer = fetcher.get(waiting.url, delay=source.delay)
    except FetchError as error:
        return Fault(waiting.url, str(error)), error.passing
    data = decode_declared(answer.data or b"", answer.content_type)
    page = Page(waiting.url, data, url=answer.url, outlet=waiting.outlet, listed=waiting.published)
    return page, False
