"""A linear model over named facts: a logistic regression as a table of weights that can be read."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from khabar.models import MODELS


@dataclass(frozen=True, slots=True)
class Linear:
    """Intercept and weights, log-odds; a fact without a weight counts nothing."""

    intercept: float = 0.0
    weights: Mapping[str, float] = field(default_factory=dict)

    @classmethod
    def load(cls, name: str) -> Linear | None:
        """The shipped model `NAME.json`; None where it is not there, as before it is first trained."""
        path = MODELS / f"{name}.json"
        return cls.read(path) if path.exists() else None

    @classmethod
    def read(cls, path: Path) -> Linear:
        """The model of a file. Raises `FileNotFoundError` where there is none."""
        raw = msgspec.json.decode(path.read_bytes())
        return cls(raw["intercept"], raw["weights"])

    def odds(self, facts: Mapping[str, float]) -> float:
        """The log-odds that facts (name to 1, or to a small number) give."""
        weight, odds = self.weights.get, self.intercept
        for name, value in facts.items():
            odds += value * weight(name, 0.0)
        return odds

    def heaviest(self, facts: Mapping[str, float], most: int) -> list[tuple[str, float]]:
        """The facts that count most for or against, with the log-odds each gives, the heaviest first."""
        given = [(name, value * self.weights[name]) for name, value in facts.items() if name in self.weights]
        return sorted(given, key=lambda g: (-abs(g[1]), g[0]))[:most]


def share(odds: float) -> float:
    """The probability of log-odds, 0 to 1."""
    return 1 / (1 + math.exp(-max(min(odds, 50.0), -50.0)))
