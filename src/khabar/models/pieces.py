"""Words as the pieces that the encoder knows: a unigram model over pieces (Kudo 2018, "Subword Regularization").

`pieces.tsv` has a piece and its log-probability a line, in the order of the encoder's vocabulary; `▁` opens a word.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from khabar.models import MODELS

OPENS, UNKNOWN = "▁", "<unk>"
_BELOW = 10.0
"""How much less likely than the least likely piece a letter is that is in none."""
_REMEMBERED = 32768
"""How many words are kept split; then it is begun anew."""
_DROPPED = frozenset("\u0640\u0670\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class Piece(NamedTuple):
    """A piece of a word: its number, and the characters of the word it covers."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Pieces:
    """Splits words; what has been split once is kept."""

    numbers: dict[str, int]
    scores: dict[str, float]
    longest: int
    least: float
    """The score of a letter that is in no piece."""
    known: dict[str, tuple[Piece, ...]] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path = MODELS / "pieces.tsv") -> Pieces:
        """The pieces of a file. Raises `FileNotFoundError` where there is none."""
        rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
        scores = {piece: float(score) for piece, score in rows}
        numbers = {piece: n for n, (piece, _) in enumerate(rows)}
        least = min(score for piece, score in scores.items() if not piece.startswith("<")) - _BELOW
        return cls(numbers, scores, max(map(len, numbers)), least)

    def split(self, word: str) -> tuple[Piece, ...]:
        """The likeliest pieces of a word without spaces, offsets into it; marks on letters belong to no piece."""
        if word not in self.known:
            if len(self.known) >= _REMEMBERED:
                self.known.clear()
            self.known[word] = tuple(self._split(word))
        return self.known[word]

    def _split(self, word: str) -> list[Piece]:
        letters, at = _plain(word)
        if not letters:
            return []
        text = OPENS + letters
        best: list[tuple[float, int, str]] = [(0.0, 0, "")]
        for end in range(1, len(text) + 1):
            options = [(best[end - 1][0] + self.least, end - 1, UNKNOWN)]
            for start in range(max(0, end - self.longest), end):
                piece = text[start:end]
                if piece in self.scores:
                    options.append((best[start][0] + self.scores[piece], start, piece))
            best.append(max(options))
        found = []
        end = len(text)
        while end > 0:
            _, start, piece = best[end]
            if end > 1:  # `▁` alone covers no letter
                found.append(Piece(self.numbers[piece], at[max(start, 1) - 1], at[end - 2] + 1))
            else:
                found.append(Piece(self.numbers[piece], at[0], at[0]))
            end = start
        return found[::-1]


def _plain(word: str) -> tuple[str, list[int]]:
    """A word without vowel signs, stretching and controls, in plain letters, and where each of them stands in it."""
    letters, at = [], []
    for i, char in enumerate(word):
        if char in _DROPPED or unicodedata.category(char) == "Mn":
            continue
        for plain in unicodedata.normalize("NFKC", char):
            if not plain.isspace():
                letters.append(plain)
                at.append(i)
    return "".join(letters), at
