"""Which database a user means: a SQLite file or a PostgreSQL address, and what cannot be used of either."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy
from sqlalchemy import URL, Engine, make_url
from sqlalchemy.exc import SQLAlchemyError

from khabar.errors import StoreError
from khabar.store import sqlite

_ONLY = "khabar keeps its records in SQLite files and in PostgreSQL only"
_DRIVERS = ("psycopg", "psycopg2")
_PLAIN = {
    "file is not a database": "it is not a database",
    "database is locked": "another process has been writing to it for too long",
    "unable to open database file": "it cannot be opened",
}


def open_engine(where: str | Path, create: bool) -> Engine:
    """An engine for a path or a database URL; no connection is made.

    Raises `StoreError` where there is no such file and `create` is false, where its folder is missing, and for a URL
    that is none, or of a database or a driver that khabar does not know.
    """
    if isinstance(where, str) and "://" in where and not where.startswith("sqlite:"):
        return _connected(_postgresql(where))
    path = Path(str(where).removeprefix("sqlite:///"))
    if not create and not path.is_file():
        raise StoreError("there is no such database; `khabar read` makes one")
    if not path.parent.is_dir():
        raise StoreError(f"there is no folder {path.parent}")
    return sqlite.open_engine(path)


def _postgresql(where: str) -> URL:
    """The URL with its driver. No message here repeats it: it may hold a password."""
    kind, _, driver = where.partition("://")[0].lower().partition("+")
    if kind not in ("postgresql", "postgres"):
        raise StoreError(_ONLY)
    if driver and driver not in _DRIVERS:
        raise StoreError(f"khabar knows the drivers {' and '.join(_DRIVERS)}, not {driver!r}")
    try:
        url = make_url(where)
    except (SQLAlchemyError, ValueError):
        raise StoreError("it is no database URL; write postgresql://USER:PASSWORD@HOST/NAME") from None
    return url.set(drivername=f"postgresql+{driver or _DRIVERS[0]}")


def _connected(url: URL) -> Engine:
    try:
        return sqlalchemy.create_engine(url)
    except ImportError as error:  # psycopg without a libpq is one too
        package = "psycopg2-binary" if url.drivername.endswith("psycopg2") else "psycopg[binary]"
        raise StoreError(f"PostgreSQL needs a driver that is not installed; `pip install '{package}'`") from error


@contextmanager
def plainly() -> Iterator[None]:
    """Turn what the driver raises into one plain sentence."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        cause = getattr(error, "orig", None) or error
        said = str(cause).splitlines()[0] if str(cause) else type(cause).__name__
        raise StoreError(_PLAIN.get(said, f"the database says: {said}")) from error
