"""The encoder: every word of a report as numbers that tell what it means there, and what small heads read off them.

A small transformer (6 of the 12 layers of multilingual E5 small; Wang et al. 2024, MIT), taught on annotated events
which words tell of them, who takes part, which tellings are of one event, and what is background. It decides nothing:
what it says are facts beside those of grammar and lexicon, for the weights of the spotter, the roles, the linker and
the others (`events/read_by.py`). Weights by `tools/train_encoder.py`; the card is `encoder.md`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from khabar.models import MODELS
from khabar.models.pieces import Pieces
from khabar.records import Span

Floats = NDArray[np.float32]

KINDS = (
    "none", "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONCEDE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST",
    "REJECT", "REQUEST", "RETREAT", "SANCTION", "SUPPORT", "THREATEN",
)  # fmt: skip
"""What a word may tell of."""
ROLES = ("actor", "recipient", "source", "denied_by")
"""What somebody may be to an event."""
MOODS = ("historical", "future", "hypothetical", "negation")
WINDOW = 480
"""How many pieces are read together at most; whole sentences are, where they fit."""
_FIRST, _LAST = 0, 2
"""The pieces that open and close a window."""
_WORD = re.compile(r"\S+")
_CLOSE, _BUCKETS = 8, 20
"""Distances in pieces that are told apart each, and how many steps there are in all, on one side."""


@dataclass
class Encoded:
    """A report as the encoder reads it, when first asked; what is asked once is kept. Offsets are into its text."""

    encoder: Encoder
    parts: list[list[Placed]]
    """The pieces of each window."""
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    _rows: dict[Span, tuple[int, int]] = field(default_factory=dict)
    _kinds: dict[Span, Floats] = field(default_factory=dict)
    _roles: dict[tuple[Span, Span, Span], tuple[float, ...]] = field(default_factory=dict)
    _sides: dict[tuple[str, Span, Span], Side] = field(default_factory=dict)

    @cached_property
    def hidden(self) -> Floats:
        """One row a piece."""
        run = self.encoder.session.run
        return np.concatenate([run(None, {"ids": numbers(part)[None]})[0][0, 1:-1] for part in self.parts])

    @property
    def heads(self) -> Heads:
        """What is read off the rows."""
        return self.encoder.heads

    def rows(self, span: Span) -> tuple[int, int]:
        """The first row of a span and the one behind it; at least one row."""
        if span not in self._rows:
            first = int(np.searchsorted(self.ends, span.start, side="right"))
            behind = int(np.searchsorted(self.starts, span.end, side="left"))
            first = min(first, len(self.ends) - 1)
            self._rows[span] = (first, max(behind, first + 1))
        return self._rows[span]

    def mean(self, span: Span) -> Floats:
        """The mean of the rows of a span."""
        first, behind = self.rows(span)
        return np.asarray(self.hidden[first:behind].mean(0), dtype=np.float32)

    def kinds(self, span: Span) -> Floats:
        """The log-odds of each of `KINDS` for one word."""
        if span not in self._kinds:
            scores = _perceptron(self.mean(span), self.heads.kind)
            logs = scores - _log_sum(scores)
            self._kinds[span] = logs - np.log1p(-np.minimum(np.exp(logs), 0.99999))
        return self._kinds[span]

    def moods(self, span: Span) -> Floats:
        """The log-odds of each of `MOODS` for the words that tell of an event."""
        return _perceptron(self.mean(span), self.heads.aux)

    def role(self, trigger: Span, whole: Span, head: Span) -> tuple[float, ...]:
        """The log-odds of each of `ROLES` for somebody, by all of his words and the head of them."""
        if (trigger, whole, head) not in self._roles:
            self._roles[trigger, whole, head] = tuple(map(float, self._role(trigger, whole, head)))
        return self._roles[trigger, whole, head]

    def _role(self, trigger: Span, whole: Span, head: Span) -> Floats:
        key = ("somebody", whole, head)
        if key not in self._sides:
            self._sides[key] = self.heads.roles.two(
                np.asarray((self.mean(whole) + self.mean(head)) / 2, dtype=np.float32)
            )
        far = self.rows(head)[0] - self.rows(trigger)[0]
        return self.heads.roles.score(self._first("roles", trigger), self._sides[key], far)

    def link(self, first: Span, second: Span) -> float:
        """The log-odds that two tellings are of one event, `second` the later."""
        key = ("later", second, second)
        if key not in self._sides:
            self._sides[key] = self.heads.link.two(self.mean(second))
        far = self.rows(second)[0] - self.rows(first)[0]
        return float(self.heads.link.score(self._first("link", first), self._sides[key], far)[0])

    def _first(self, name: Literal["roles", "link"], span: Span) -> Side:
        key = (name, span, span)
        if key not in self._sides:
            head = self.heads.roles if name == "roles" else self.heads.link
            self._sides[key] = head.one(self.mean(span))
        return self._sides[key]


Side = tuple[Floats, Floats]
"""One of two things that are compared: what counts by itself, and what counts by the other."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """A head over two things: a hidden layer over both, their product and their distance."""

    first: tuple[Floats, Floats]
    second: tuple[Floats, Floats]
    left: tuple[Floats, Floats]
    right: tuple[Floats, Floats]
    distance: Floats
    out: tuple[Floats, Floats]

    def one(self, x: Floats) -> Side:
        """The first of two things."""
        return _linear(x, self.first), _linear(x, self.left)

    def two(self, x: Floats) -> Side:
        """The second of two things."""
        return _linear(x, self.second), _linear(x, self.right)

    def score(self, one: Side, two: Side, far: int) -> Floats:
        """The log-odds of a pair that stands `far` pieces apart."""
        return _linear(_gelu(one[0] + two[0] + one[1] * two[1] + self.distance[bucket(far)]), self.out)


Perceptron = tuple[tuple[Floats, Floats], tuple[Floats, Floats]]


@dataclass(frozen=True, slots=True)
class Heads:
    """All heads of the encoder."""

    kind: Perceptron
    aux: Perceptron
    roles: Pairing
    link: Pairing

    @classmethod
    def read(cls, path: Path) -> Heads:
        """The heads of an `.npz`."""
        with np.load(path) as raw:
            w = {name: raw[name].astype(np.float32) for name in raw.files}

        def linear(name: str) -> tuple[Floats, Floats]:
            return w[f"{name}.weight"], w[f"{name}.bias"]

        def pairing(name: str) -> Pairing:
            a, b, c, d, o = (linear(f"{name}.{part}") for part in "abcdo")
            return Pairing(a, b, c, d, w[f"{name}.dist.weight"], o)

        kind, aux = ((linear(f"{name}.0"), linear(f"{name}.3")) for name in ("kind", "aux"))
        return cls(kind, aux, pairing("roles"), pairing("link"))


@dataclass(frozen=True, slots=True)
class Encoder:
    """Reads whole reports."""

    pieces: Pieces
    heads: Heads
    session: Any
    """An `onnxruntime.InferenceSession`."""

    @classmethod
    def load(cls, folder: Path = MODELS) -> Encoder | None:
        """The encoder of a folder, or None where there is none, as before it is first trained."""
        if not (folder / "encoder.onnx").exists():
            return None
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        session = onnxruntime.InferenceSession(folder / "encoder.onnx", options, providers=["CPUExecutionProvider"])
        return cls(Pieces.load(), Heads.read(folder / "encoder.npz"), session)

    def read(self, text: str, sentences: Sequence[Span]) -> Encoded | None:
        """The sentences of a text, read in windows of whole ones; None for a text without words."""
        found = [pieces_of(text, span, self.pieces) for span in sentences]
        parts = windows(found, WINDOW)
        if not parts:
            return None
        starts, ends = (np.array([p[k] for part in parts for p in part], dtype=np.int64) for k in (1, 2))
        return Encoded(self, parts, starts, ends)


Placed = tuple[int, int, int]
"""The number of a piece, and where it stands in the article's text."""


def pieces_of(text: str, span: Span, pieces: Pieces) -> list[Placed]:
    """The pieces of a part of a text."""
    return [
        (piece.number, span.start + word.start() + piece.start, span.start + word.start() + piece.end)
        for word in _WORD.finditer(span.of(text))
        for piece in pieces.split(word.group())
    ]


def numbers(part: Sequence[Placed]) -> NDArray[np.int64]:
    """The numbers of the pieces of a window, between those that open and close it."""
    return np.array([_FIRST, *(number for number, _, _ in part), _LAST], dtype=np.int64)


def windows(sentences: Sequence[Sequence[Placed]], size: int) -> list[list[Placed]]:
    """Sentences put together into windows of at most `size` pieces; one that is longer is cut."""
    done: list[list[Placed]] = []
    for sentence in sentences:
        rest = list(sentence)
        if done and len(done[-1]) + len(rest) <= size:
            done[-1].extend(rest)
            continue
        done.extend(rest[i : i + size] for i in range(0, len(rest), size))
    return done


def bucket(far: int) -> int:
    """The step of a distance in pieces, 0 to 39: those of things that stand before count from 20 on."""
    size = abs(far)
    step = size if size < _CLOSE else min(_CLOSE + int(2 * math.log2(size / _CLOSE)), _BUCKETS - 1)
    return step if far >= 0 else step + _BUCKETS


def _linear(x: Floats, layer: tuple[Floats, Floats]) -> Floats:
    return np.asarray(layer[0] @ x + layer[1], dtype=np.float32)


def _perceptron(x: Floats, layers: Perceptron) -> Floats:
    return _linear(_gelu(_linear(x, layers[0])), layers[1])


def _log_sum(x: Floats) -> float:
    top = float(x.max())
    return top + math.log(float(np.exp(x - top).sum()))


def _gelu(x: Floats) -> Floats:
    """The Gaussian error linear unit, by its usual approximation (Hendrycks and Gimpel 2016)."""
    return np.asarray(0.5 * x * (1 + np.tanh(0.7978845608 * (x + 0.044715 * x**3))), dtype=np.float32)
