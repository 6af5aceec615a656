"""The pages that RSS and Atom feeds and news sitemaps name. Nothing is fetched here, and no XML entity is read."""

from __future__ import annotations

import email.utils
import gzip
import io
import re
import zlib
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree
from zoneinfo import ZoneInfo

from khabar.errors import KhabarError
from khabar.intake.page import MAX_BYTES

MOST_ENTRIES = 5000
_CHARSETS = ("utf-8", "utf-16", "windows-1256", "iso-8859-6", "iso-8859-1", "windows-1252")
_DECLARED = re.compile(rb"""<\?xml[^>]{0,100}encoding\s*=\s*["']([A-Za-z0-9._-]{1,20})["']""")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_SITEMAP = re.compile(r"<(?:\w+:)?(urlset|sitemapindex)[\s>]")


class FeedError(KhabarError):
    """Bytes that are no feed and no sitemap, or that are not safe to read."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A page that a feed names."""

    url: str
    title: str | None = None
    published: str | None = None
    """ISO 8601, with the offset the feed gives, or in the zone asked for."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What a feed or sitemap names: pages, and other sitemaps, the latest first."""

    entries: tuple[Entry, ...]
    sitemaps: tuple[str, ...] = ()


def read_listing(data: bytes, base: str, zone: str | None = None) -> Listing:
    """The pages in a feed or sitemap, relative addresses taken from `base`, times given in `zone` (IANA name).

    Raises `FeedError`. Entries without an http(s) address are left out; of one address the first counts.
    """
    text = _text(_plain(data))
    if re.search(r"<!\s*ENTITY", text, re.IGNORECASE):
        raise FeedError("it declares XML entities, which are not read")
    listing = _sitemap(text, zone) if _SITEMAP.search(text[:4096]) else _feed(text, zone)
    entries: dict[str, Entry] = {}
    for entry in listing.entries[:MOST_ENTRIES]:
        if url := _address(base, entry.url):
            entries.setdefault(url, Entry(url, entry.title, entry.published))
    maps = dict.fromkeys(url for m in listing.sitemaps if (url := _address(base, m)))
    return Listing(tuple(entries.values()), tuple(maps))


def _plain(data: bytes) -> bytes:
    """`data` decompressed where it is a gzip file (`sitemap.xml.gz`)."""
    if not data.startswith(b"\x1f\x8b"):
        return data
    try:
        plain = gzip.GzipFile(fileobj=io.BytesIO(data)).read(MAX_BYTES + 1)
    except (OSError, EOFError, zlib.error):
        raise FeedError("the compressed file is damaged") from None
    if len(plain) > MAX_BYTES:
        raise FeedError("it is too large when decompressed")
    return plain


def _text(data: bytes) -> str:
    """The XML as text without its declaration, decoded by mark or declaration, from charsets news is written in."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        charset = "utf-16"
    else:
        declared = _DECLARED.match(data.lstrip(b"\xef\xbb\xbf \r\n\t"))
        charset = declared.group(1).decode().lower() if declared else "utf-8"
    if charset not in _CHARSETS:
        raise FeedError(f"its charset {charset!r} is not read")
    return _DECLARATION.sub("", data.decode(charset, "replace").removeprefix("\ufeff"), count=1)


def _sitemap(text: str, zone: str | None) -> Listing:
    try:
        root = ElementTree.fromstring(text)
    except (ElementTree.ParseError, ValueError):
        raise FeedError("it is no well-formed sitemap") from None
    entries: list[Entry] = []
    maps: list[tuple[str, str]] = []
    for node in root:
        told: dict[str, str] = {}
        for child in node.iter():
            if child.text and child.text.strip():
                told.setdefault(_local(child.tag), child.text.strip())
        if "loc" not in told:
            continue
        if _local(node.tag) == "sitemap":
            maps.append((told.get("lastmod", ""), told["loc"]))
        else:
            when = told.get("publication_date")
            entries.append(Entry(told["loc"], told.get("title"), _iso(when, zone) if when else None))
    maps.sort(key=lambda m: m[0], reverse=True)
    return Listing(tuple(entries), tuple(url for _, url in maps))


def _local(tag: Any) -> str:
    return str(tag).rpartition("}")[2]


def _feed(text: str, zone: str | None) -> Listing:
    import feedparser

    parsed = feedparser.parse(
        io.BytesIO(text.encode("utf-8", "replace")), sanitize_html=False, resolve_relative_uris=False,
        response_headers={"content-type": "application/xml; charset=utf-8"},
    )  # fmt: skip
    if not parsed.get("version"):
        raise FeedError("it is neither a feed nor a sitemap")
    return Listing(tuple(
        Entry(str(e.link).strip(), e.get("title"), _published(e, zone)) for e in parsed.entries if e.get("link")
    ))  # fmt: skip


def _published(entry: Any, zone: str | None) -> str | None:
    told = entry.get("published") or entry.get("updated")
    if told and (when := _iso(told, zone)):
        return when
    parsed = entry.get("published_parsed") or entry.get("updated_parsed")
    return _iso(datetime(*parsed[:6]).replace(tzinfo=UTC).isoformat(), zone) if parsed else None


def _iso(told: str, zone: str | None) -> str | None:
    """A time as feeds write it (RFC 2822 or ISO 8601) to the minute, in the zone if one is given; a day stays a day."""
    told = told.strip()
    if re.fullmatch(r"\d{4}-\d\d-\d\d", told):
        return told
    for parse in (datetime.fromisoformat, email.utils.parsedate_to_datetime):
        with suppress(ValueError, TypeError, IndexError, OverflowError):
            at = parse(told)
            if zone is not None:
                at = at.astimezone(ZoneInfo(zone)) if at.tzinfo else at.replace(tzinfo=ZoneInfo(zone))
            return at.isoformat(timespec="minutes")
    return None


def _address(base: str, told: str) -> str | None:
    """The whole address, or None where it is no http(s) address."""
    with suppress(ValueError):
        url = urljoin(base, told)
        if url.startswith(("http://", "https://")) and urlsplit(url).hostname:
            return url
    return None
