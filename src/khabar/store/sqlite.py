"""What only SQLite needs or can: its settings, and the index over the words of articles (FTS5)."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text

from khabar.text.characters import MARKS, fold

WAIT_SECONDS = 30
_MARKS = re.compile(f"[{MARKS}]+")


def open_engine(path: Path) -> Engine:
    """An engine for the file: write-ahead log, foreign keys checked, half a minute's patience with other writers."""
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": WAIT_SECONDS})

    @event.listens_for(engine, "connect")
    def _settings(connection: sqlite3.Connection, _record: Any) -> None:
        # The driver's own transactions begin only at the first write; ours begin where they are said to (see _begin).
        connection.isolation_level = None
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def create_words(connection: Connection) -> None:
    """The word index: no copy of the text, rows numbered by `articles.seq`. An article's text never changes."""
    connection.execute(text("CREATE VIRTUAL TABLE article_words USING fts5(folded, content='')"))


def add_words(connection: Connection, seq: int, words: str) -> None:
    """Index the text of a new article."""
    statement = text("INSERT INTO article_words(rowid, folded) VALUES (:seq, :words)")
    connection.execute(statement, {"seq": seq, "words": fold_words(words)})


def fold_words(words: str) -> str:
    """Text as it is indexed: folded and without marks."""
    return _MARKS.sub("", fold(words))


def match_query(words: str) -> str:
    """An FTS5 query for articles that hold all the words, in any order."""
    return " ".join(f'"{w}"' for w in re.findall(r"\w+", fold_words(words)))
