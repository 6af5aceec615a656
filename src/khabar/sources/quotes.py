"""Quotations: the words between marks, over as many sentences as they run.

Print is careless with marks: `«` closes as well, straight marks look the same at both ends. What stands beside a mark
tells whether it opens or closes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from khabar.records import Article, Span

LEAST = 25
"""How long the words between marks are, at the least, where somebody says them and does not only name something."""
_MARKS = "«»“”„″\"''"
_GUILLEMETS = "«»"
_BEFORE = " \n\t([:،,؛-–—ـ"
_AFTER = " \n\t.،,؛:!؟?)]-–—"
_CLITICS = "لبوفكـ"


def quotations(article: Article) -> tuple[Span, ...]:
    """The quotations of an article that hold a statement, without their marks, in the order of the text."""
    found: list[Span] = []
    for number, paragraph in enumerate(article.paragraphs):
        after = article.paragraphs[number + 1] if number + 1 < len(article.paragraphs) else None
        found.extend(_in_paragraph(article.text, paragraph, after))
    return tuple(s for s in found if len(s) > LEAST)


def _in_paragraph(text: str, paragraph: Span, after: Span | None) -> list[Span]:
    """The outermost quotations that open in a paragraph; one left open closes in the next paragraph or not at all."""
    found: list[Span] = []
    opened, depth = -1, 0
    for i in range(paragraph.start, paragraph.end):
        mark = text[i]
        if mark not in _MARKS:
            continue
        opens = _opens(text, i, opened >= 0)
        if opens and (opened < 0 or _left_open(text, opened, i)):
            opened, depth = i + 1, 1
        elif opens and mark in _GUILLEMETS and text[opened - 1] in _GUILLEMETS:
            depth += 1
        elif not opens and opened >= 0 and _same(text[opened - 1], mark):
            depth -= 1
            if depth == 0:
                found.append(Span(opened, i))
                opened = -1
    if opened >= 0 and (end := _closed(text, after, text[opened - 1])) is not None:
        found.append(Span(opened, end))
    return found


def _opens(text: str, i: int, inside: bool) -> bool:
    """Whether a mark opens a quotation: it stands before a word, and behind a blank or an attached letter."""
    mark = text[i]
    before = text[i - 1] if i > 0 else " "
    after = text[i + 1] if i + 1 < len(text) else " "
    if before in _BEFORE and after not in _AFTER:
        return True
    attached = before in _CLITICS and (i < 2 or text[i - 2] in _BEFORE)
    if attached and mark not in _GUILLEMETS and not inside:
        return True  # `“عاصفة الحزم ” و” إعادة الأمل ”`
    if after in _AFTER and before not in _BEFORE:
        return False
    if mark in "«»":
        return mark == "«" if not inside else mark == "«" and after not in _AFTER
    return attached or not inside


def only_marks(text: str) -> bool:
    """Whether a text has no words, but at most marks and blanks."""
    return _WORD.search(text) is None


_WORD = re.compile(r"\w")


def _left_open(text: str, opened: int, i: int) -> bool:
    """Whether the quotation that opened at an offset was never closed: another one opens in a sentence behind it."""
    straight = text[opened - 1] not in _GUILLEMETS and text[i] not in _GUILLEMETS
    straight = straight and not text[: opened - 1].rstrip().endswith(":")
    return straight and _STOP.search(text[opened:i]) is not None


_STOP = re.compile(r"[.؟!][\s]")


def _same(one: str, other: str) -> bool:
    """Whether two marks are of one kind."""
    return (one in _GUILLEMETS) == (other in _GUILLEMETS)


def _closed(text: str, paragraph: Span | None, mark: str) -> int | None:
    """Where a quotation that the paragraph before left open closes: before another one opens, or None."""
    for i in range(paragraph.start, paragraph.end) if paragraph is not None else ():
        if text[i] in _MARKS and _same(mark, text[i]):
            return None if _opens(text, i, True) else i
    return None


def at(spans: Sequence[Span], offset: int) -> Span | None:
    """The quotation that holds an offset, or None."""
    return next((s for s in spans if s.start <= offset < s.end), None)
