"""An article from clean text that needs no reading as a page: sentences of a test set, a sentence to explain."""

from __future__ import annotations

import hashlib

from khabar.records import Article, Published, Span


def article_id(url: str | None, text: str) -> str:
    """The identity of an article by content: the first 16 hex digits of SHA-256 over url and text."""
    return hashlib.sha256(f"{url or ''}\n{text}".encode()).hexdigest()[:16]


def bare_article(text: str, headline: str | None = None, published: Published | None = None) -> Article:
    """An article of `text` as it is, a paragraph a line, with its headline in front; nothing is removed."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    whole = "\n".join(([headline] if headline else []) + lines)
    spans: list[Span] = []
    start = len(headline) + 1 if headline else 0
    for line in lines:
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return Article(
        article_id(None, whole), whole, Span(0, len(headline)) if headline else None, tuple(spans), published=published
    )
