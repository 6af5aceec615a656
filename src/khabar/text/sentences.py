"""Sentences: where one ends in Arabic print, full stops in abbreviations and slips of print passed over."""

from __future__ import annotations

import re

from khabar.records import Article, Sentence, Span
from khabar.text.characters import ARABIC_LETTER, MARKS, squeeze
from khabar.text.particles import particles

# A run of end marks with the quotes and brackets that close after it.
_END = re.compile(r"(?P<mark>[.؟?!…۔]+)(?P<close>[»”\"')\]]*)")
_WORD_BEFORE = re.compile(rf"[{ARABIC_LETTER}{MARKS}.]+$")
_WORDS_AFTER = re.compile(rf"\s*[«“\"'(\[]*\s*([{ARABIC_LETTER}{MARKS}]+)(?:\s+([{ARABIC_LETTER}{MARKS}]+))?")


def split_sentences(text: str, span: Span) -> list[Span]:
    """The sentences of one paragraph `text[span]`, as spans into `text`, without surrounding blanks."""
    ends = [m.end() for m in _END.finditer(text, span.start, span.end) if _ends_here(text, m, span)]
    if not ends or ends[-1] != span.end:
        ends.append(span.end)
    spans: list[Span] = []
    start = span.start
    for end in ends:
        piece = text[start:end]
        lead = len(piece) - len(piece.lstrip())
        if piece.strip():
            spans.append(Span(start + lead, start + len(piece.rstrip())))
        start = end
    return spans


def article_sentences(article: Article) -> tuple[Sentence, ...]:
    """Every sentence of an article: the headline (paragraph -1), then the body."""
    found: list[tuple[Span, int]] = []
    if article.headline_span is not None:
        found.append((article.headline_span, -1))
    for number, paragraph in enumerate(article.paragraphs):
        found.extend((span, number) for span in split_sentences(article.text, paragraph))
    return tuple(Sentence(i, span, number) for i, (span, number) in enumerate(found))


def _ends_here(text: str, mark: re.Match[str], span: Span) -> bool:
    """Whether the sentence ends at this run of end marks."""
    rest = text[mark.end() : span.end]
    if not rest.strip():
        return True
    if mark["mark"] == "." and not mark["close"] and not _stop_ends(text, mark, span, rest):
        return False
    if set(mark["mark"]) == {"."} and len(mark["mark"]) > 1:
        # Two or three dots are mostly a pause, as a dash is.
        return False
    if mark["mark"] in "؟?!" and mark["close"] and not rest[:1].isspace():
        return False
    return not _cannot_begin(rest)


def _stop_ends(text: str, mark: re.Match[str], span: Span, rest: str) -> bool:
    """Whether a single full stop can end a sentence here: not in a number, a Latin word or an abbreviation."""
    before, after = text[mark.start() - 1 : mark.start()], rest[0]
    if after.isascii() and after.isalnum() and before.isascii() and before.isalnum():
        return False
    if before.isdigit() and after.isdigit():
        return False
    word = _WORD_BEFORE.search(text, span.start, mark.start())
    if word is None:
        return True
    folded = squeeze(word.group())
    return folded not in particles().abbreviations and not (len(folded) == 1 or folded[-2:-1] == ".")


def _cannot_begin(rest: str) -> bool:
    """Whether the words after the mark are such as no sentence begins with."""
    words = _WORDS_AFTER.match(rest)
    if words is None:
        return False
    table = particles().cannot_begin
    first = squeeze(words[1])
    return first in table and squeeze(words[2] or "") not in table[first]
