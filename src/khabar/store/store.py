"""Articles and what was read in them, kept in one database: SQLite by default, PostgreSQL by URL."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Self

import sqlalchemy
from sqlalchemy import Connection, Engine, Select, and_, delete, func, insert, inspect, select, text, update

from khabar.errors import StoreError
from khabar.records import Event, Record
from khabar.store import schema as t
from khabar.store import sqlite
from khabar.store.build import build_record
from khabar.store.engine import open_engine, plainly
from khabar.store.filters import EventFilter
from khabar.store.rows import article_row, coded_rows
from khabar.store.watching import Watching

_BATCH = 100
"""Articles fetched at once when many are asked for."""


@dataclass(frozen=True, slots=True)
class ArticleSummary:
    """One line about a stored article."""

    id: str
    url: str | None
    outlet: str | None
    headline: str | None
    published: str | None
    coder: str
    superseded_by: str | None
    events: int


class Store:
    """A database of records. Use `Store.open`; close it, or use it in a `with` statement."""

    def __init__(self, engine: Engine) -> None:
        """A store over an engine whose tables are there; see `open`."""
        self._engine = engine
        self._on_sqlite = engine.dialect.name == "sqlite"
        self.watching = Watching(self._writing, self._reading)
        """What `khabar watch` remembers."""

    @classmethod
    def open(cls, where: str | Path, *, create: bool = True) -> Self:
        """The store at a path or a database URL (`postgresql+psycopg://...`).

        Raises `StoreError` where there is none and `create` is false, where the database is not khabar's, where it is
        of another schema version, and where it cannot be opened at all. No message holds a password.
        """
        with plainly():
            store = cls(open_engine(where, create))
            try:
                store._prepare(create)
            except BaseException:
                store.close()
                raise
            return store

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _prepare(self, create: bool) -> None:
        """Make the tables in an empty database; refuse one that is not ours."""
        names = set(inspect(self._engine).get_table_names())
        if not names and create:
            with self._writing() as connection:
                if inspect(connection).get_table_names():  # another process was quicker
                    return
                t.metadata.create_all(connection)
                connection.execute(insert(t.meta), [{"key": "schema", "value": t.VERSION}])
                if self._on_sqlite:
                    sqlite.create_words(connection)
            return
        if not {"meta", "articles", "events"} <= names:
            raise StoreError("it is a database, but not one of khabar's")
        with self._reading() as connection:
            found = connection.scalar(select(t.meta.c.value).where(t.meta.c.key == "schema"))
        if found != t.VERSION:
            raise StoreError(f"its schema version is {found}, this khabar reads version {t.VERSION}")

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with plainly(), self._engine.connect().execution_options(writes=True) as connection, connection.begin():
            yield connection

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with plainly(), self._engine.connect() as connection, connection.begin():
            yield connection

    # --- writing ------------------------------------------------------------------------------------------------

    def save(
        self, record: Record, *, digest: str | None = None, name: str | None = None, again: bool = False
    ) -> str:  # fmt: skip
        """Store one record in one transaction, and say what it was.

        `new`; `same`: that article was coded by this coder before, nothing is changed; `recoded`: by another coder,
        whose records these replace; `newer version` or `older version`: the same url with another text, both are kept
        and the older is marked. `digest` is remembered as read (see `was_read`), a failure under `name` forgotten.
        `again` replaces what `same` keeps.
        """
        article = record.article
        with self._writing() as connection:
            known = connection.scalar(select(t.articles.c.coder).where(t.articles.c.id == article.id))
            if known == record.coder and not again:
                said = "same"
            else:
                said = self._write(connection, record, known is not None)
            if digest is not None:
                i = t.inputs.c
                connection.execute(delete(t.inputs).where(i.digest == digest, i.coder == record.coder))
                row = {"digest": digest, "coder": record.coder, "article": article.id}
                connection.execute(insert(t.inputs), [row])
            if name is not None:
                connection.execute(delete(t.failures).where(t.failures.c.name == name))
        return said

    def _write(self, connection: Connection, record: Record, known: bool) -> str:
        article = record.article
        row = {**article_row(article), "coder": record.coder, "read_at": _now()}
        if known:
            for table in t.CODED:
                connection.execute(delete(table).where(table.c.article == article.id))
            connection.execute(update(t.articles).where(t.articles.c.id == article.id).values(row))
        else:
            seq = connection.execute(insert(t.articles).values(row)).inserted_primary_key
            if self._on_sqlite and seq is not None:
                sqlite.add_words(connection, seq[0], article.text)
        for name, rows in coded_rows(record).items():
            if rows:
                connection.execute(insert(t.metadata.tables[name]), rows)
        version = None if article.url is None else _mark_versions(connection, article.url, article.id)
        return "recoded" if known else version or "new"

    def fail(self, name: str, reason: str, coder: str) -> None:
        """Remember that the page called `name` could not be read, and why."""
        with self._writing() as connection:
            connection.execute(delete(t.failures).where(t.failures.c.name == name))
            row = {"name": name, "reason": reason, "coder": coder, "read_at": _now()}
            connection.execute(insert(t.failures), [row])

    # --- reading ------------------------------------------------------------------------------------------------

    def has(self, article: str, coder: str) -> bool:
        """Whether the article with this id is stored as this coder version reads it."""
        return self._any(select(t.articles.c.seq).where(t.articles.c.id == article, t.articles.c.coder == coder))

    def was_read(self, digest: str, coder: str) -> str | None:
        """The article that a page with this digest gave, if it is stored as this coder reads it."""
        i, a = t.inputs.c, t.articles.c
        joined = t.inputs.join(t.articles, and_(a.id == i.article, a.coder == coder))
        with self._reading() as connection:
            found: str | None = connection.scalar(
                select(a.id).select_from(joined).where(i.digest == digest, i.coder == coder)
            )
        return found

    def record(self, article: str) -> Record:
        """The record of an article, equal to the one that was saved. Raises `StoreError` where there is none."""
        with self._reading() as connection:
            records = _records(connection, [article])
        if article not in records:
            raise StoreError(f"it holds no article {article}")
        return records[article]

    def find(self, prefix: str) -> list[str]:
        """The ids of the articles whose id begins with `prefix`, or whose url it is, sorted."""
        a = t.articles.c
        wanted = a.id.startswith(prefix.lower(), autoescape=True) | (a.url == prefix)
        with self._reading() as connection:
            return list(connection.scalars(select(a.id).where(wanted).order_by(a.id)))

    def articles(
        self, *, outlet: str | None = None, url: str | None = None, words: str | None = None, superseded: bool = True
    ) -> Iterator[ArticleSummary]:
        """The stored articles by date of publication. `words` asks for those that hold all of them."""
        a = t.articles.c
        count = select(func.count()).where(t.events.c.article == a.id).scalar_subquery()
        query = select(t.articles, count.label("events")).order_by(func.coalesce(a.published, ""), a.id)
        if outlet is not None:
            query = query.where(a.outlet == outlet)
        if url is not None:
            query = query.where(a.url == url)
        if not superseded:
            query = query.where(a.superseded_by.is_(None))
        if words is not None:
            query = self._with_words(query, words)
        with self._reading() as connection:
            for r in connection.execute(query):
                headline = None if r.headline_start is None else r.text[r.headline_start : r.headline_stop]
                yield ArticleSummary(r.id, r.url, r.outlet, headline, r.published, r.coder, r.superseded_by, r.events)

    def _with_words(self, query: Select[Any], words: str) -> Select[Any]:
        a = t.articles.c
        if not sqlite.match_query(words):
            return query.where(sqlalchemy.false())
        if self._on_sqlite:
            found = text("SELECT rowid FROM article_words WHERE article_words MATCH :words")
            return query.where(a.seq.in_(found.bindparams(words=sqlite.match_query(words)).columns(a.seq)))
        return query.where(*(a.text.contains(w, autoescape=True) for w in words.split()))

    def events(self, wanted: EventFilter | None = None) -> Iterator[tuple[Record, Event]]:
        """The events asked for, each with its record: by date of publication, article, and place in the text."""
        a, e = t.articles.c, t.events.c
        query = (
            select(e.article, e.n)
            .select_from(t.events.join(t.articles, a.id == e.article))
            .where(*(wanted or EventFilter()).conditions())
            .order_by(func.coalesce(a.published, ""), a.id, e.n)
        )
        with self._reading() as connection:
            chosen: dict[str, list[int]] = {}
            for article, n in connection.execute(query):
                chosen.setdefault(article, []).append(n)
            ids = list(chosen)
            for i in range(0, len(ids), _BATCH):
                records = _records(connection, ids[i : i + _BATCH])
                for article in ids[i : i + _BATCH]:
                    record = records[article]
                    yield from ((record, record.events[n]) for n in chosen[article])

    def counts(self) -> dict[str, int]:
        """How many rows the main tables hold: `articles`, `events`, `actors` (different ones), `failures`."""
        with self._reading() as connection:
            counted = {x.name: connection.scalar(select(func.count()).select_from(x)) for x in (t.articles, t.events)}
            counted["actors"] = connection.scalar(select(func.count(t.actors.c.id.distinct())))
            counted["failures"] = connection.scalar(select(func.count()).select_from(t.failures))
        return {name: number or 0 for name, number in counted.items()}

    def _any(self, query: Select[Any]) -> bool:
        with self._reading() as connection:
            return connection.execute(query.limit(1)).first() is not None


def _mark_versions(connection: Connection, url: str, article: str) -> str | None:
    """Mark, among the articles of one url, each with the one that came after it; say what `article` is, if not alone.

    The day of the last change (else of publication) decides, then the minute where all have one, then reading order.
    """
    a = t.articles.c
    found = connection.execute(select(a.id, a.seq, a.published, a.modified).where(a.url == url)).all()
    if len(found) < 2:
        return None
    stamps = {r.id: r.modified or r.published or "" for r in found}
    dated = all(stamps.values())
    to_the_minute = dated and all(len(s) >= len("2024-09-17T15:34") for s in stamps.values())
    length = 16 if to_the_minute else 10 if dated else 0
    order = [r.id for r in sorted(found, key=lambda r: (stamps[r.id][:length], r.seq))]
    for older, newer in zip(order, [*order[1:], None], strict=True):
        connection.execute(update(t.articles).where(a.id == older).values(superseded_by=newer))
    return "newer version" if order[-1] == article else "older version"


def _records(connection: Connection, ids: Iterable[str]) -> dict[str, Record]:
    wanted = list(ids)
    heads = connection.execute(select(t.articles).where(t.articles.c.id.in_(wanted))).all()
    rows: dict[str, dict[str, list[Any]]] = {r.id: {table.name: [] for table in t.CODED} for r in heads}
    for table in t.CODED:
        query = select(table).where(table.c.article.in_(wanted)).order_by(*table.primary_key.columns)
        for row in connection.execute(query):
            rows[row.article][table.name].append(row)
    return {r.id: build_record(r, rows[r.id]) for r in heads}


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
