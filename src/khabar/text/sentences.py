"""Sentences: where one ends in Arabic print, full stops in abbreviations and slips of print passed over.

A text without full stops is cut where that does the least harm, since all in a sentence is weighed with all in it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from khabar.records import Article, Sentence, Span
from khabar.text.characters import ARABIC_LETTER, MARKS, squeeze
from khabar.text.clitics import clitic_cut
from khabar.text.particles import particles
from khabar.text.tokens import Token, tokenize

LONGEST = 450
"""The most tokens of a sentence. The longest of 12,191 in 1,762 reports from papers has 411, the next 269."""
_LONGEST_ABBREVIATION = 40
"""Characters before a full stop that are looked at, so that a line of nothing but stops is read in good time."""

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
            spans += bounded(text, Span(start + lead, start + len(piece.rstrip())))
        start = end
    return spans


def bounded(text: str, span: Span) -> list[Span]:
    """A sentence `text[span]` as it is, or in pieces of at most `LONGEST` tokens where it has more."""
    if len(span) <= LONGEST:
        return [span]  # no token is shorter than a character
    tokens = tokenize(text, span.start, span.end)
    spans: list[Span] = []
    first = 0
    while len(tokens) - first > LONGEST:
        cut = _safest_cut(tokens, first + LONGEST // 2, first + LONGEST)
        spans.append(Span(tokens[first].start, tokens[cut - 1].end))
        first = cut
    return [*spans, Span(tokens[first].start, span.end)] if spans else [span]


def _safest_cut(tokens: Sequence[Token], least: int, most: int) -> int:
    """Which token from `least` to `most` begins a new piece: the last `و` behind a comma, else the last of either."""
    behind = [n for n in range(least, most + 1) if tokens[n - 1].norm in _PAUSES]
    for places in (behind, range(least, most + 1)):
        if joined := next((n for n in reversed(places) if _joins(tokens[n])), None):
            return joined
        if behind:
            return behind[-1]
    return most


_PAUSES = ("،", ",", "؛", ";")


def _joins(token: Token) -> bool:
    """Whether a word is, or begins with, the conjunction `و`."""
    return token.kind == "word" and (token.norm == "و" or clitic_cut(token.norm, "")[0] == "و")


def article_sentences(article: Article) -> tuple[Sentence, ...]:
    """Every sentence of an article: the headline (paragraph -1), then the body."""
    found: list[tuple[Span, int]] = []
    if article.headline_span is not None:
        found.extend((span, -1) for span in bounded(article.text, article.headline_span))
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
    word = _WORD_BEFORE.search(text, max(span.start, mark.start() - _LONGEST_ABBREVIATION), mark.start())
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
