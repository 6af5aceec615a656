"""The tables, once for SQLite and PostgreSQL.

An article's rows carry its id and a number `n` that keeps their order in the record. `start` and `stop` are character
offsets into `articles.text`, `stop` excluded. Days are ISO 8601 text. Lists are JSON text.
"""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import Boolean, Column, Double, ForeignKey, Index, Integer, MetaData, Table, Text, TypeDecorator
from sqlalchemy.engine import Dialect

VERSION = "1"
"""Of the schema; a database of another version is refused."""

metadata = MetaData()


class Packed(TypeDecorator[Any]):
    """A list kept as JSON text, Arabic unescaped, so that plain SQL can search it."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str:
        """The list as JSON."""
        return msgspec.json.encode(value).decode()

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """The list again."""
        return msgspec.json.decode(value)


def _article() -> Column[Any]:
    return Column("article", Text, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True)


def _coded(name: str, *columns: Any) -> Table:
    """A table of what was read in articles, its rows ordered by article and number."""
    return Table(name, metadata, _article(), *columns, sqlite_with_rowid=False)


def _n(name: str = "n") -> Column[Any]:
    return Column(name, Integer, primary_key=True, autoincrement=False)


def _span(prefix: str = "", *, optional: bool = False) -> tuple[Column[Any], Column[Any]]:
    return (Column(f"{prefix}start", Integer, nullable=optional), Column(f"{prefix}stop", Integer, nullable=optional))


def _text(name: str, *, optional: bool = False) -> Column[Any]:
    return Column(name, Text, nullable=optional)


def _dated(prefix: str) -> tuple[Column[Any], ...]:
    names = ("", "_precision", "_zone", "_text", "_origin")
    return tuple(_text(prefix + name, optional=True) for name in names)


meta = Table("meta", metadata, Column("key", Text, primary_key=True), _text("value"))

articles = Table(
    "articles", metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    _text("url", optional=True), _text("outlet", optional=True), _text("text"),
    *_span("headline_", optional=True),
    Column("paragraphs", Packed, nullable=False),
    Column("byline", Packed, nullable=False), Column("agencies", Packed, nullable=False),
    _text("dateline", optional=True),
    *_dated("published"), *_dated("modified"),
    _text("language"), _text("coder"),
    _text("superseded_by", optional=True), _text("read_at"),
    Index("articles_url", "url"), Index("articles_published", "published", "id"),
    sqlite_autoincrement=True,
)  # fmt: skip

removed = _coded("removed", _n(), _text("text"), _text("reason"), _text("rule"))

sentences = _coded(
    "sentences", _n(), Column("number", Integer, nullable=False), *_span(),
    Column("paragraph", Integer, nullable=False),
)  # fmt: skip

mentions = _coded(
    "mentions", _n(),
    Column("listed", Boolean, nullable=False),  # false: only an event, a source or a denial points to it
    *_span(), _text("text"), _text("kind"), *_span("head_"), *_span("name_", optional=True),
    _text("actor", optional=True), _text("place", optional=True), _text("country", optional=True),
    Column("sectors", Packed, nullable=False), _text("office", optional=True), _text("resolved_by", optional=True),
    Column("sure", Double, nullable=False), _text("folded"),
)  # fmt: skip

actors = _coded(
    "actors", _n(), _text("id"), _text("name_ar"), _text("name_en", optional=True), _text("kind"),
    _text("country", optional=True), Column("sectors", Packed, nullable=False),
    Column("aliases", Packed, nullable=False), Column("offices", Packed, nullable=False),
    Column("known", Boolean, nullable=False), _text("folded"), Index("actors_id", "id"),
)  # fmt: skip

places = _coded(
    "places", _n(), Column("listed", Boolean, nullable=False), _text("id"), _text("name_ar"),
    _text("name_en"), _text("country", optional=True), Column("level", Integer, nullable=False), Column("lat", Double),
    Column("lon", Double), Column("geonameid", Integer), _text("feature_class", optional=True),
    _text("feature_code", optional=True), _text("province", optional=True), _text("folded"),
)  # fmt: skip

times = _coded(
    "times", _n(), *_span(), _text("text"), _text("first_day", optional=True),
    _text("last_day", optional=True), _text("precision"), _text("clock", optional=True), _text("kind"),
    Column("relative", Boolean, nullable=False),
)  # fmt: skip

attributions = _coded(
    "attributions", _n(), _text("id"), _text("stance"), *_span("cue_", optional=True),
    _text("cue_text", optional=True), *_span("scope_"), Column("hedged", Boolean, nullable=False), _text("rule"),
    _text("inside", optional=True),
)  # fmt: skip

links = _coded(
    "attribution_links", _n("attribution"), _n(), _text("kind"), Column("mention", Integer),
)  # fmt: skip

events = _coded(
    "events", _n(), _text("id"), _text("type"), *_span("trigger_"), _text("trigger_text"),
    *_span("sentence_"), Column("modes", Packed, nullable=False), Column("contexts", Packed, nullable=False),
    _text("cameo", optional=True),
    _text("first_day", optional=True), _text("last_day", optional=True), _text("time_precision", optional=True),
    _text("time_origin", optional=True), *_span("time_", optional=True), _text("time_text", optional=True),
    Column("place", Integer), _text("place_origin", optional=True), *_span("place_", optional=True),
    _text("place_text", optional=True), Column("place_sure", Double),
    Column("auxiliary", Packed, nullable=False), Column("sources", Packed, nullable=False), _text("stance"),
    Column("hedged", Boolean, nullable=False), Column("also", Packed, nullable=False),
    Column("confidence", Double, nullable=False), _text("entry"), _text("rule"),
    Column("proved", Packed, nullable=False),
    Index("events_id", "id"), Index("events_type", "type"), Index("events_days", "first_day", "last_day"),
)  # fmt: skip

participants = _coded(
    "event_participants", _n("event"), Column("role", Text, primary_key=True), _n(),
    Column("mention", Integer, nullable=False),
)  # fmt: skip

sizes = _coded(
    "event_sizes", _n("event"), _n(), _text("kind"), Column("low", Integer, nullable=False),
    Column("high", Integer), Column("exact", Boolean, nullable=False), *_span(), _text("text"),
)  # fmt: skip

denials = _coded(
    "denials", _n("event"), _n(), Column("mention", Integer, nullable=False), _text("stance"),
    *_span("cue_"), _text("cue_text"), *_span("sentence_"),
)  # fmt: skip

CODED = (
    removed, sentences, mentions, actors, places, times, attributions, links, events, participants, sizes, denials,
)  # fmt: skip
"""What is written anew when an article is coded anew."""

inputs = Table(
    "inputs", metadata,
    Column("digest", Text, primary_key=True), Column("coder", Text, primary_key=True), _text("article"),
)  # fmt: skip
"""What was read already: the digest of a page's bytes with what was told of it, and the article it gave."""

failures = Table(
    "failures", metadata,
    Column("name", Text, primary_key=True), _text("reason"), _text("coder"), _text("read_at"),
)  # fmt: skip

watched = Table(
    "watched", metadata,
    Column("url", Text, primary_key=True), _text("etag", optional=True), _text("modified", optional=True),
    Column("checked", Double, nullable=False), Column("failures", Integer, nullable=False),
)  # fmt: skip
"""Feeds and sitemaps: what the server said of its last answer, and when (seconds since 1970)."""

seen = Table(
    "seen_pages", metadata,
    Column("url", Text, primary_key=True), _text("source"), _text("state"), Column("tries", Integer, nullable=False),
    _text("outlet", optional=True), _text("published", optional=True), _text("reason", optional=True),
)  # fmt: skip
"""Pages that feeds named: `waiting`, `read` or `failed`."""
