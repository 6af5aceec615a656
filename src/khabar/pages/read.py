"""From a page to an `Article`: decoding, main text, metadata, the lines sorted, and what is no article refused.

`trafilatura` (Barbaresi 2021) finds the main text of HTML; what is particular to Arabic pages sits on top.
"""

from __future__ import annotations

import re
from typing import Any

from khabar.errors import NotAnArticle, PageError
from khabar.pages.bare import article_id
from khabar.pages.decode import LARGEST, clean, decode
from khabar.pages.language import language_of
from khabar.pages.lines import Sorted, sort_lines
from khabar.pages.metadata import Metadata, read_metadata
from khabar.records import Article, Published, Span
from khabar.text.characters import is_arabic, squeeze
from khabar.times.dateline import parse_iso, parse_page_date

_HTML = re.compile(r"<(?:!doctype html|html|head|body|article|div|p|meta|title|span|table)\b", re.IGNORECASE)
_TITLE_TAIL = re.compile(r"\s*(?:[|»«]|\s[-–—]\s).*$")
_ERROR = re.compile(r"^\s*(?:خطأ\s*)?(?:404|403|500|الصفحة غير موجودة|الصفحه غير موجوده|لم يتم العثور على الصفحة|page not found)", re.IGNORECASE)
_PAYWALL = re.compile(r"(?:هذا المحتوى|هذا المقال|لقراءة المقال|لمتابعة القراءة|لإكمال القراءة).{0,40}(?:للمشتركين|اشترك|الاشتراك|تسجيل الدخول)")


def read_page(
    data: bytes | str, *, url: str | None = None, outlet: str | None = None, published: str | None = None,
    headline: str | None = None, byline: str | None = None,
) -> Article:  # fmt: skip
    """The article of a page, HTML or plain text; what the caller gives goes before what the page says.

    Raises `PageError` for what cannot be read (empty, binary, too large, no Arabic, a date that is none) and
    `NotAnArticle` for a page that is no report: another language, a list, a video, an error page, a paywall.
    """
    text = decode(data) if isinstance(data, bytes) else _checked(data)
    if not is_arabic(text) and "&#" not in text:
        raise PageError("there is no Arabic in it")
    if _HTML.search(text[:20000]):
        lines, meta = _html_lines(text)
    else:
        lines, meta = [line for line in clean(text).split("\n") if line], Metadata()
    title = headline or (meta.headline if is_arabic(meta.headline or "") else None)
    found = sort_lines(lines, _clean_title(title, lines) if title else None)
    _check(found, meta, lines)
    return _article(found, meta, url, outlet, _given(published), byline)


def _checked(text: str) -> str:
    if not text.strip():
        raise PageError("the text is empty")
    if len(text) > LARGEST:
        raise PageError(f"the text is too large ({len(text) // 2**20} million characters)")
    return text


def _given(published: str | None) -> Published | None:
    """The date the caller gives. Raises `PageError` for one that cannot be read."""
    if not published:
        return None
    found = parse_iso(published) or parse_page_date(published)
    if found is None:
        raise PageError(f"{published!r} is no date (write 2024-09-17 or 2024-09-17T15:34)")
    return Published(found.value, found.precision, found.zone, published, "given")


def _html_lines(text: str) -> tuple[list[str], Metadata]:
    """The lines of the main text of HTML, and the page's metadata. Raises `PageError` for HTML that cannot be parsed."""
    from lxml import html as lxml_html
    from trafilatura import extract

    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    try:
        tree = lxml_html.fromstring(text)
    except (ValueError, lxml_html.etree.ParserError) as error:
        raise PageError(f"the HTML cannot be parsed: {error}") from error
    meta = read_metadata(tree)
    head = _heading(tree)
    if head is not None and (meta.headline is None or squeeze(head) in squeeze(meta.headline)):
        meta.headline = head
    elif meta.headline is None:
        meta.headline = _TITLE_TAIL.sub("", "".join(tree.xpath("//title//text()")).strip()) or None
    main = extract(tree, include_comments=False, include_tables=False, favor_recall=True, deduplicate=False, fast=True)
    lines = [line.lstrip("-*•# ").strip() for line in clean(main or "").split("\n")]
    if sum(map(len, lines)) < 60:
        lines = _all_lines(tree)
    visible = _visible_extras(tree, lines, meta)
    return [*visible, *(line for line in lines if line)], meta


def _heading(tree: Any) -> str | None:
    """The words of the page's one `h1`."""
    found = [re.sub(r"\s+", " ", "".join(h.itertext())).strip() for h in tree.xpath("//h1")]
    found = [f for f in found if len(f) > 8 and is_arabic(f)]
    return clean(found[0]) if len(found) == 1 else None


def _all_lines(tree: Any) -> list[str]:
    """The text of every block of a page so small that no main text is found in it."""
    for element in tree.xpath("//script|//style|//nav|//footer|//head"):
        element.getparent().remove(element) if element.getparent() is not None else None
    return [line for line in clean("\n".join(tree.itertext())).split("\n") if line]


_EXTRA = "//*[contains(@class,'date') or contains(@class,'author') or contains(@class,'byline') or contains(@class,'writer') or contains(@class,'time') or @itemprop='author']"


def _visible_extras(tree: Any, lines: list[str], meta: Metadata) -> list[str]:
    """Short visible lines of date and author that the main text leaves out, where the head does not tell them."""
    if meta.published is not None and meta.byline:
        return []
    found: list[str] = []
    for element in tree.xpath(_EXTRA)[:40]:
        line = clean(re.sub(r"\s+", " ", "".join(element.itertext()))).strip()
        if 4 < len(line) < 80 and line not in lines and line not in found:
            found.append(line)
    return found[:6]


def _clean_title(title: str, lines: list[str]) -> str:
    """A headline without the outlet's name behind a stroke."""
    title = clean(title).replace("\n", " ").strip()
    short = _TITLE_TAIL.sub("", title).strip()
    return short if len(short) >= 15 and (short in lines or len(short) > len(title) / 2) else title


def _check(found: Sorted, meta: Metadata, lines: list[str]) -> None:
    """Raise `NotAnArticle` for what is no report in Arabic."""
    body = "\n".join(found.paragraphs)
    language = language_of(f"{found.headline or ''}\n{body}" if body else "\n".join(lines))
    if language is None:
        raise PageError("there is too little Arabic in it")
    if language != "Arabic":
        raise NotAnArticle(f"it is in {language}, not in Arabic")
    if _ERROR.search(found.headline or "") or (lines and _ERROR.search(lines[0])):
        raise NotAnArticle("it is an error page")
    letters = len(body)
    if letters < 250 and (meta.paid or any(_PAYWALL.search(line) for line in lines)):
        raise NotAnArticle("it stands behind a paywall")
    if letters < 200 and meta.kind is not None and "video" in meta.kind:
        raise NotAnArticle("it is a video without a report")
    prose = [p for p in found.paragraphs if len(p) > 90 or p.rstrip().endswith((".", "؟", "!", "»", '"', "…"))]
    if len(found.paragraphs) >= 8 and len(prose) * 4 < len(found.paragraphs):
        raise NotAnArticle("it is a list of headlines, not a report")
    if not found.paragraphs:
        raise NotAnArticle("it has no text of its own")


def _article(
    found: Sorted, meta: Metadata, url: str | None, outlet: str | None, given: Published | None, byline: str | None
) -> Article:
    """The record: headline, newline, paragraphs joined by newlines, with their spans."""
    parts = ([found.headline] if found.headline else []) + found.paragraphs
    text = "\n".join(parts)
    spans: list[Span] = []
    start = 0
    for part in parts:
        spans.append(Span(start, start + len(part)))
        start += len(part) + 1
    names = [byline] if byline else (meta.byline or found.byline)
    return Article(
        id=article_id(url or meta.url, text), text=text, headline_span=spans[0] if found.headline else None,
        paragraphs=tuple(spans[1:] if found.headline else spans), url=url or meta.url, outlet=outlet or meta.outlet,
        byline=tuple(clean(n) for n in names), agencies=tuple(found.agencies), dateline=found.dateline,
        published=given or meta.published or found.published, modified=meta.modified, removed=tuple(found.removed),
    )  # fmt: skip
