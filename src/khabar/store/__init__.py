"""The database: records in, records out, one transaction an article."""

from khabar.store.filters import EventFilter
from khabar.store.store import ArticleSummary, Store

__all__ = ["ArticleSummary", "EventFilter", "Store"]
