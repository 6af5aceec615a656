"""From a page to an `Article`: decoding, main text, metadata, the lines sorted, and what is no article refused.

`trafilatura` (Barbaresi 2021) finds the main text of HTML; what is particular to Arabic pages sits on top.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from khabar.errors import NotAnArticle, PageError
from khabar.pages.bare import article_id
from khabar.pages.decode import LARGEST, clean, decode, parsable, unscramble
from khabar.pages.language import language_of
from khabar.pages.lines import Known, Sorted, is_name, opened_names, sort_lines
from khabar.pages.metadata import Metadata, read_metadata
from khabar.pages.opening import Opening, read_credit_line, split_names
from khabar.pages.outlets import credit_words, outlet_of
from khabar.records import Article, Published, Span
from khabar.text.characters import is_arabic, squeeze
from khabar.times.dateline import parse_iso, parse_page_date

_HTML = re.compile(r"<(?:!doctype html|html|head|body|article|div|p|meta|title|span|table)\b", re.IGNORECASE)
# An outlet's name behind the headline, of four words at most; quotation marks that close one stand at a word.
_TITLE_TAIL = re.compile(r"\s*(?:\||\s[-–—«»]\s|::)\s*(?P<tail>[^|«»\s]+(?: [^|«»\s]+){0,3})\s*$")
# On folded words.
_ERROR = re.compile(
    r"^\s*(?:(?:خطا|error)\s*[:-]?\s*)?(?:(?:404|403|500)(?:\s*$|\s*[-–:|]|\s+(?:not|error|forbidden))"
    r"|(?:عذرا[،,]?\s*)?(?:الصفحه غير موجوده|الصفحه المطلوبه غير|لم يتم العثور علي|لم نعثر علي|page not found))",
    re.IGNORECASE,
)
LONGEST = 200_000
"""Characters of a report: seventy-five times those of the longest of 1,762 from papers, which has 2,652.

What is longer is a book, an archive in one file or a page put together wrongly, and would hold up all behind it.
"""
_LONGEST_BYLINE = 150
"""Characters of a byline; feeds put a report's first words into theirs."""
_PAYWALL = re.compile(
    r"(?:هذا المحتوى|هذا المقال|هذا التقرير|لقراءة المقال|لمتابعة القراءة|لإكمال القراءة|لمواصلة القراءة).{0,40}"
    r"(?:للمشتركين|اشترك|الاشتراك|تسجيل الدخول|سجل الدخول)"
)


def read_page(
    data: bytes | str, *, url: str | None = None, outlet: str | None = None, published: str | None = None,
    headline: str | None = None, byline: str | None = None, fallback_outlet: str | None = None,
    fallback_published: str | None = None,
) -> Article:  # fmt: skip
    """The article of a page, HTML or plain text; what the caller gives goes before what the page says.

    The two fallbacks go behind both: they are taken where neither caller nor page tells of an outlet or a date. Outlet
    and zone come from the address where the outlet is one of `lexicon/outlets/`. Raises `PageError` for what cannot be
    read (empty, binary, too long, no Arabic, a date that is none) and `NotAnArticle` for a page that is no report:
    another language, a list, a video, an error page, a paywall.
    """
    text = decode(data) if isinstance(data, bytes) else _checked(data)
    if not is_arabic(text) and "&#" not in text:
        text = unscramble(text)
    if not is_arabic(text) and "&#" not in text:
        raise PageError("there is no Arabic in it")
    if _HTML.search(text[:20000]):
        lines, meta, links = _html_lines(text)
    else:
        lines, meta, links = [line for line in clean(text).split("\n") if line], Metadata(), frozenset()
    if (length := sum(map(len, lines))) > LONGEST:
        raise PageError(f"it is no single report: {length:,} characters ({LONGEST:,} at most)")
    listed = outlet_of(url or meta.url)
    meta.outlet = meta.outlet or fallback_outlet
    given = Metadata(published=_given(published), outlet=outlet or (listed.name if listed else None), url=url)
    title = headline or (meta.headline if is_arabic(meta.headline or "") else None)
    own = given.outlet or meta.outlet
    known = Known(
        title and (clean(title).replace("\n", " ").strip() if headline else _clean_title(title, lines)),
        own,
        [clean(n) for n in meta.byline],
        links,
        listed.name if listed else None,
    )
    found = sort_lines(lines, known)
    _check(found, meta, lines, listed_ok=headline is not None)
    _take_authors(found, [byline] if byline else meta.byline, own)
    meta.published = meta.published or found.published or _given(fallback_published)
    return _article(found, meta, given, listed.zone if listed else None)


def _take_authors(found: Sorted, names: list[str], own: str | None) -> None:
    """Put the authors whom caller or head name before those of the lines; places and agencies where they belong."""
    credit = Opening()
    for name in (clean(n).strip() for n in names):
        if len(name) > _LONGEST_BYLINE:
            found.remove(name, "byline", "too long for names")
            continue
        whole = read_credit_line(name, own, sure=True)
        if whole is not None:
            _add(credit, whole)
            continue
        for part in opened_names(name) or (split_names(name) if is_arabic(name) else [name]):
            piece = read_credit_line(part, own)
            if piece is not None:
                _add(credit, piece)
            elif squeeze(part) not in credit_words().genres and not any(c.isdigit() for c in part):
                credit.people.append(part)
    found.byline = list(dict.fromkeys(credit.people)) or found.byline
    found.dateline = found.dateline or credit.place
    found.agencies.extend(a for a in dict.fromkeys(credit.agencies) if a not in found.agencies)


def _add(credit: Opening, more: Opening) -> None:
    credit.people += more.people
    credit.agencies += more.agencies
    credit.place = credit.place or more.place


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


def _html_lines(text: str) -> tuple[list[str], Metadata, frozenset[str]]:
    """The lines of the main text of HTML, its metadata, and the words of its links. Raises `PageError`."""
    from lxml import html as lxml_html
    from trafilatura import extract

    text = parsable(re.sub(r"^\s*<\?xml[^>]*\?>", "", text))
    try:
        tree = lxml_html.fromstring(text)
    except (ValueError, lxml_html.etree.ParserError) as error:
        raise PageError(f"the HTML cannot be parsed: {error}") from error
    meta = read_metadata(tree)
    _take_title(meta, tree)
    extras = _visible_extras(tree, meta)
    links = frozenset(w for a in tree.iterfind(".//a[@href]") if (w := _words_of(a)).count(" ") >= 3)
    main = extract(tree, include_comments=False, include_tables=False, favor_recall=True, deduplicate=False, fast=True)
    lines = _split(main or "")
    if sum(map(len, lines)) < 60:
        lines = _all_lines(text)
    return [*(e for e in extras if e not in lines), *lines], meta, links


def _words_of(element: Any) -> str:
    """The clean words of an element on one line."""
    return clean(re.sub(r"\s+", " ", "".join(element.itertext()))).strip()


def _split(text: str) -> list[str]:
    return [kept for line in clean(text).split("\n") if (kept := line.lstrip("-*•# ").strip())]


def _take_title(meta: Metadata, tree: Any) -> None:
    """The headline from the page's one `h1` or its title, and the outlet from the title's tail."""
    title = re.sub(r"\s+", " ", "".join(tree.xpath("//title[1]//text()"))).strip()
    tail = _TITLE_TAIL.search(title)
    if title.count(" ") < 3:
        meta.outlet = meta.outlet or (clean(title) if is_arabic(title) else None)
    elif tail is not None and meta.outlet is None and 0 < len(tail["tail"].split()) <= 4:
        meta.outlet = tail["tail"].strip()
    head = _heading(tree)
    if head is not None and (meta.headline is None or squeeze(head) in squeeze(meta.headline)):
        meta.headline = head
    elif meta.headline is None and title.count(" ") >= 3:
        meta.headline = _TITLE_TAIL.sub("", title).strip() or None


def _heading(tree: Any) -> str | None:
    """The words of the page's one `h1`."""
    found = [re.sub(r"\s+", " ", "".join(h.itertext())).strip() for h in tree.xpath("//h1")]
    found = [f for f in found if len(f) > 8 and is_arabic(f)]
    return clean(found[0]) if len(found) == 1 else None


def _all_lines(text: str) -> list[str]:
    """The text of every block of a page so small that no main text is found in it."""
    from lxml import html as lxml_html

    tree = lxml_html.fromstring(text)
    for element in tree.xpath("//script|//style|//nav|//footer|//head"):
        element.drop_tree()
    return _split("\n".join(tree.itertext()))


_EXTRA = "//*[@itemprop='author' or " + " or ".join(
    f"contains(@class,'{word}')" for word in ("date", "time", "author", "byline", "writer")
) + "]"  # fmt: skip

_WHO = re.compile("author|byline|writer")


def _visible_extras(tree: Any, meta: Metadata) -> list[str]:
    """Short visible lines of date and author that the main text may leave out, where the head does not tell them."""
    if meta.published is not None and meta.byline:
        return []
    found: list[str] = []
    for element in tree.xpath(_EXTRA)[:40]:
        line = _words_of(element)
        if not 4 < len(line) < 80 or line in found:
            continue
        if not meta.byline and (is_name(line) or opened_names(line)) and _WHO.search(f"{element.attrib}"):
            meta.byline = opened_names(line) or [line]
        found.append(line)
    return found[:6]


def _clean_title(title: str, lines: list[str]) -> str:
    """A headline without the outlet's name behind a stroke."""
    title = clean(title).replace("\n", " ").strip()
    short = _TITLE_TAIL.sub("", title).strip()
    return short if len(short) >= 15 and (short in lines or len(short) > len(title) / 2) else title


def _check(found: Sorted, meta: Metadata, lines: list[str], listed_ok: bool) -> None:
    """Raise `NotAnArticle` for what is no report in Arabic; `listed_ok`: many short lines may be one (a poem)."""
    body = "\n".join(found.paragraphs)
    language = language_of(f"{found.headline or ''}\n{body}" if body else "\n".join(lines))
    if language is None:
        raise PageError("there is too little Arabic in it")
    if language != "Arabic":
        raise NotAnArticle(f"it is in {language}, not in Arabic")
    short = len(body) < 250
    if _is_error(found.headline or "") or any(_is_error(line) for line in (lines if short else lines[:1])):
        raise NotAnArticle("it is an error page")
    if short and (meta.paid or any(_PAYWALL.search(line) for line in lines)):
        raise NotAnArticle("it stands behind a paywall")
    if short and meta.kind is not None and "video" in meta.kind:
        raise NotAnArticle("it is a video without a report")
    linked = sum(r.rule == "link to another page" for r in found.removed)
    if (short and linked >= 8) or (not listed_ok and _is_list(found.paragraphs)):
        raise NotAnArticle("it is a list of headlines, not a report")
    if not found.paragraphs:
        raise NotAnArticle("it has no text of its own")


def _is_error(line: str) -> bool:
    return _ERROR.search(squeeze(line)) is not None


def _is_list(paragraphs: list[str]) -> bool:
    """Whether nearly all of many paragraphs are no sentences: short, without a full stop."""
    prose = [p for p in paragraphs if len(p) > 90 or p.rstrip().endswith((".", "؟", "!", "»", '"', "…"))]
    return len(paragraphs) >= 8 and len(prose) * 4 < len(paragraphs) and sum(map(len, prose)) < 400


def _article(found: Sorted, meta: Metadata, given: Metadata, zone: str | None) -> Article:
    """The record: headline, newline, paragraphs joined by newlines, with their spans."""
    parts = ([found.headline] if found.headline else []) + found.paragraphs
    text = "\n".join(parts)
    spans: list[Span] = []
    start = 0
    for part in parts:
        spans.append(Span(start, start + len(part)))
        start += len(part) + 1
    published = given.published or meta.published
    if published is not None and published.zone is None and zone is not None and published.precision == "minute":
        published = replace(published, zone=zone)
    url = given.url or meta.url
    return Article(
        id=article_id(url, text), text=text, headline_span=spans[0] if found.headline else None,
        paragraphs=tuple(spans[1:] if found.headline else spans), url=url, outlet=given.outlet or meta.outlet,
        byline=tuple(found.byline), agencies=tuple(found.agencies), dateline=found.dateline,
        published=published, modified=meta.modified, removed=tuple(found.removed),
    )  # fmt: skip
