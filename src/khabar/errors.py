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


def in_words(error: BaseException) -> str:
    """Why a file could not be used, in plain words and without its name, which the caller says as the user typed it."""
    known = {
        FileNotFoundError: "there is no such file",
        IsADirectoryError: "it is a folder",
        NotADirectoryError: "there is no such folder",
        PermissionError: "it may not be read (no permission)",
        UnicodeDecodeError: "it is not in UTF-8",
    }
    for kind, words in known.items():
        if isinstance(error, kind):
            return words
    if isinstance(error, KeyError):
        return f"it lacks {error}"
    said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return " ".join(said.split()) or type(error).__name__
