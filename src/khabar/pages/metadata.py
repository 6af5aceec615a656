"""What a page's head says of it: JSON-LD (schema.org NewsArticle), OpenGraph, meta and `<time>` elements."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from khabar.records import Published
from khabar.times.dateline import parse_iso, parse_page_date


@dataclass(slots=True)
class Metadata:
    """The metadata of a page, each the first of its sources that has it."""

    headline: str | None = None
    byline: list[str] = field(default_factory=list)
    published: Published | None = None
    modified: Published | None = None
    outlet: str | None = None
    url: str | None = None
    kind: str | None = None
    """schema.org or OpenGraph type, lower case (`newsarticle`, `video.other`, `website`)."""
    paid: bool = False
    """Whether the page says that it is not free to read."""


def read_metadata(tree: Any) -> Metadata:
    """The metadata of a parsed page (an lxml element)."""
    found = Metadata()
    for item in _linked_data(tree):
        _from_json(found, item)
    _from_meta(found, tree)
    if found.published is None:
        _from_time(found, tree)
    return found


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """Every object of the page's JSON-LD blocks, graphs and lists unfolded; broken blocks are passed over."""
    for text in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            todo: list[Any] = [json.loads(str(text), strict=False)]
        except (json.JSONDecodeError, RecursionError):
            continue
        while todo:
            item = todo.pop(0)
            if isinstance(item, list):
                todo[:0] = item
            elif isinstance(item, dict):
                yield item
                todo[:0] = [item["@graph"]] if "@graph" in item else []


def _from_json(found: Metadata, item: dict[str, Any]) -> None:
    kinds = item.get("@type", "")
    kind = " ".join(map(str, kinds if isinstance(kinds, list) else [kinds])).lower()
    if "article" not in kind and "posting" not in kind and "report" not in kind:
        if "videoobject" in kind and found.kind is None:
            found.kind = "videoobject"
        return
    found.kind = kind
    found.headline = found.headline or _text(item.get("headline"))
    if not found.byline:
        found.byline = [n for n in _names(item.get("author")) if n]
    found.published = found.published or _date(item.get("datePublished"), "json-ld")
    found.modified = found.modified or _date(item.get("dateModified"), "json-ld")
    found.outlet = found.outlet or next(iter(_names(item.get("publisher"))), None)
    found.paid = found.paid or str(item.get("isAccessibleForFree", "")).lower() == "false"


def _names(value: Any, deep: int = 0) -> list[str]:
    if deep > 8:
        return []
    if isinstance(value, list):
        return [name for v in value for name in _names(v, deep + 1)]
    if isinstance(value, dict):
        return _names(value.get("name"), deep + 1)
    return [text] if (text := _text(value)) else []


def _text(value: Any) -> str | None:
    if not isinstance(value, str):
        return None
    return re.sub(r"\s+", " ", html.unescape(value) if "&" in value else value).strip() or None


_META = {
    "headline": ("og:title", "twitter:title", "title"),
    "published": ("article:published_time", "og:published_time", "datepublished", "publishdate", "pubdate", "date",
                  "dc.date", "dc.date.issued", "parsely-pub-date", "sailthru.date"),
    "modified": ("article:modified_time", "og:updated_time", "datemodified", "lastmod"),
    "byline": ("author", "article:author", "dc.creator", "parsely-author", "twitter:creator"),
    "outlet": ("og:site_name", "application-name", "publisher"),
    "url": ("og:url",),
    "kind": ("og:type",),
}  # fmt: skip


def _from_meta(found: Metadata, tree: Any) -> None:
    table: dict[str, str] = {}
    for element in tree.xpath("//meta[@content]"):
        name = (element.get("property") or element.get("name") or element.get("itemprop") or "").lower()
        table.setdefault(name, element.get("content").strip())
    first = {key: next((table[n] for n in names if table.get(n)), None) for key, names in _META.items()}
    found.headline = found.headline or _text(first["headline"])
    found.published = found.published or _date(first["published"], "opengraph")
    found.modified = found.modified or _date(first["modified"], "opengraph")
    found.outlet = found.outlet or _text(first["outlet"])
    found.url = found.url or _text(first["url"])
    found.kind = found.kind or (first["kind"] or "").lower() or None
    name = _text(first["byline"])
    if not found.byline and name and not name.startswith(("http", "@")):
        found.byline = [name]


def _from_time(found: Metadata, tree: Any) -> None:
    for element in tree.xpath("//time"):
        value = element.get("datetime") or "".join(element.itertext())
        date = _date(value, "time element")
        if date is not None:
            found.published = date
            return


def _date(value: Any, origin: str) -> Published | None:
    if not isinstance(value, str) or not value.strip():
        return None
    found = parse_iso(value) or parse_page_date(value)
    return None if found is None else Published(found.value, found.precision, found.zone, value.strip(), origin)
