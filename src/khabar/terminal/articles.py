"""The stored articles as a table."""

from __future__ import annotations

from collections.abc import Iterable

from rich.table import Table

from khabar.store import ArticleSummary
from khabar.terminal.console import one_line
from khabar.terminal.events import plain_table


def article_table(articles: Iterable[ArticleSummary]) -> Table:
    """One line an article: the beginning of its id, when, who published it, how many events, its headline."""
    table = plain_table("article", "published", "outlet", "events", "headline")
    table.columns[3].justify = "right"
    for a in articles:
        headline = one_line(a.headline or a.url or "")
        newer = f" (newer: {a.superseded_by[:8]})" if a.superseded_by else ""
        table.add_row(a.id[:8], a.published or "", one_line(a.outlet or ""), str(a.events), headline + newer)
    return table
