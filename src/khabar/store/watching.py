"""What `khabar watch` remembers in the store: what feeds said last, and which of their pages are read or waiting."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select, update

from khabar.store import schema as t


@dataclass(frozen=True, slots=True)
class SourceState:
    """A feed or sitemap as it was when last asked: its validators, when (seconds since 1970), failures in a row."""

    etag: str | None = None
    modified: str | None = None
    checked: float = 0.0
    failures: int = 0


@dataclass(frozen=True, slots=True)
class Waiting:
    """A page that a feed named and that is still to be read."""

    url: str
    source: str
    outlet: str | None
    published: str | None
    tries: int


def batched(urls: Iterable[str], size: int = 500) -> Iterator[list[str]]:
    """Urls by the few hundred: databases limit how many values one question holds."""
    every = list(urls)
    for i in range(0, len(every), size):
        yield every[i : i + size]


class Watching:
    """The memory of watched sources, over a store's transactions."""

    def __init__(
        self,
        writing: Callable[[], AbstractContextManager[Connection]],
        reading: Callable[[], AbstractContextManager[Connection]],
    ) -> None:
        """Made by `Store`, with its transactions."""
        self._writing = writing
        self._reading = reading

    def state(self, source: str) -> SourceState:
        """What is known of a feed or sitemap; the default where it was never asked."""
        with self._reading() as connection:
            row = connection.execute(select(t.watched).where(t.watched.c.url == source)).first()
        return SourceState() if row is None else SourceState(row.etag, row.modified, row.checked, row.failures)

    def asked(
        self, source: str, states: Mapping[str, SourceState], found: Iterable[tuple[str, str | None, str | None]] = ()
    ) -> int:
        """Store the new states of a source and its parts, and the pages named, as (url, outlet, published).

        How many pages are new is returned. All in one transaction: validators are never kept without the pages that
        came with them.
        """
        pages = {url: (outlet, published) for url, outlet, published in found}
        with self._writing() as connection:
            for url, state in states.items():
                connection.execute(delete(t.watched).where(t.watched.c.url == url))
                row = {"url": url, "etag": state.etag, "modified": state.modified, "checked": state.checked,
                       "failures": state.failures}  # fmt: skip
                connection.execute(insert(t.watched), [row])
            known: set[str] = set()
            for some in batched(pages):
                known.update(connection.scalars(select(t.seen.c.url).where(t.seen.c.url.in_(some))))
            new = [
                {"url": url, "source": source, "state": "waiting", "tries": 0, "outlet": outlet, "published": published,
                 "reason": None} for url, (outlet, published) in pages.items() if url not in known
            ]  # fmt: skip
            if new:
                connection.execute(insert(t.seen), new)
        return len(new)

    def waiting(self, source: str) -> list[Waiting]:
        """The pages of a source that are still to be read, by url."""
        s = t.seen.c
        query = select(s.url, s.source, s.outlet, s.published, s.tries).where(s.source == source, s.state == "waiting")
        with self._reading() as connection:
            return [Waiting(*row) for row in connection.execute(query.order_by(s.url))]

    def done(self, url: str, state: str, reason: str | None = None) -> None:
        """Say of a page that it is `read`, `failed`, or `waiting` still, one try more."""
        values = {"state": state, "reason": reason, "tries": t.seen.c.tries + 1}
        with self._writing() as connection:
            connection.execute(update(t.seen).where(t.seen.c.url == url).values(values))
