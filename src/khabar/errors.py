"""The errors khabar raises for input it cannot use; each message is one plain sentence."""

from __future__ import annotations


class KhabarError(Exception):
    """Something a user gave cannot be used; `str(error)` is the reason, in one sentence, without the file's name."""


class PageError(KhabarError):
    """A page that cannot be read: empty, binary, not Arabic, too large."""


class NotAnArticle(PageError):
    """A page that can be read but is no article: a list, a video, an error page, a paywall, another language."""


class LexiconError(KhabarError):
    """A lexicon or gazetteer file with a mistake; the message names file and line or entry."""


class StoreError(KhabarError):
    """A database that cannot be used: not ours, another schema version, locked."""
