"""Tokens with their offsets: a plain regular expression, because general Arabic tokenizers glue `«`, `،` and brackets
to words. Clitics are not split here: which letters of a word are clitics is known only when the word is looked up
(`clitics` lists the ways a word can be cut).
"""

from __future__ import annotations

import re
from typing import NamedTuple

from khabar.records import Span
from khabar.text.characters import ARABIC_LETTER, MARKS, squeeze

_WORD = re.compile(
    rf"(?P<number>[0-9\u0660-\u0669\u06f0-\u06f9]+(?:[.,٫٬/:-][0-9\u0660-\u0669\u06f0-\u06f9]+)*[%٪]?)"
    rf"|(?P<word>[{ARABIC_LETTER}][{ARABIC_LETTER}{MARKS}]*)"
    rf"|(?P<latin>[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f0-9'’.-]*[A-Za-z\u00c0-\u024f0-9]|[A-Za-z\u00c0-\u024f])"
    rf"|(?P<punct>\.{{2,}}|[^\s])"
)


class Token(NamedTuple):
    """One token of a text: `start` and `end` are offsets into that text, `norm` its squeezed form."""

    start: int
    end: int
    text: str
    norm: str
    kind: str
    """`word` (Arabic letters), `number`, `latin` or `punct`."""

    @property
    def span(self) -> Span:
        """Where the token stands."""
        return Span(self.start, self.end)


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of `text[start:end]`, with offsets into `text`."""
    return [
        Token(*m.span(), word := m.group(), squeeze(word), m.lastgroup or "punct")
        for m in _WORD.finditer(text, start, len(text) if end is None else end)
    ]


class Cut(NamedTuple):
    """One way to take a word apart: letters before and after a stem, all of the squeezed form."""

    conjunction: str
    """`و`, `ف` or nothing."""
    particle: str
    """`ب`, `ل`, `ك`, `س` or nothing."""
    article: bool
    """Whether `ال` is attached (also as `لل`)."""
    stem: str
    suffix: str
    """An attached pronoun or nothing."""


_SUFFIXES = ("هما", "كما", "هم", "هن", "كم", "نا", "ها", "ه", "ني", "ي", "ك")


def clitics(norm: str) -> tuple[Cut, ...]:
    """Every way to cut a squeezed word into clitics and a stem of two letters or more, the uncut word first."""
    cuts: list[Cut] = []
    suffixes = [s for s in _SUFFIXES if norm.endswith(s)]
    heads = [("", norm)] + ([(norm[0], norm[1:])] if norm[:1] in "وف" and len(norm) > 2 else [])
    for conjunction, rest in heads:
        bodies = [("", False, rest)]
        if rest[:1] in ("ب", "ل", "ك", "س") and len(rest) > 2:
            bodies.append((rest[0], False, rest[1:]))
        if rest.startswith("ال") and len(rest) > 3:
            bodies.append(("", True, rest[2:]))
        if rest.startswith("لل") and len(rest) > 3:
            bodies.append(("ل", True, rest[2:]))
            bodies.append(("ل", True, rest[1:]))
        if rest[:1] in ("ب", "ك") and rest[1:3] == "ال" and len(rest) > 4:
            bodies.append((rest[0], True, rest[3:]))
        for particle, article, stem in bodies:
            cuts.append(Cut(conjunction, particle, article, stem, ""))
            if not article:
                cuts.extend(
                    Cut(conjunction, particle, article, stem[: -len(s)], s)
                    for s in suffixes
                    if len(stem) - len(s) >= 2
                )
    return tuple(cuts)
