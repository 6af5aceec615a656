"""A trained conditional random field (Lafferty, McCallum and Pereira 2001), and which features it has a weight for.

Features without a weight change nothing and cost most of the time, so taggers leave them out: the features of a word
are sifted once, by `keep`, and handed over in the bytes that the model is read in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from khabar.errors import KhabarError
from khabar.lexicon.cache import cached

Keep = Callable[[Iterable[str]], tuple[Any, ...]]
"""What is done with the features of a word: all are kept for training (`tuple`), those with a weight for tagging."""


class Crf:
    """A model that tags sequences of features."""

    def __init__(self, model: Path, name: str) -> None:
        """Open a model; `name` says in errors what it is of. Raises `KhabarError` when there is none to be read."""
        import pycrfsuite

        self._tagger: Any = pycrfsuite.Tagger()
        try:
            self._tagger.open(str(model))
        except (OSError, ValueError) as error:
            raise KhabarError(f"the model of {name} cannot be read: {error}") from error
        self._weighted = cached(f"{model.stem}-features", [model, Path(__file__)], self._features)

    def _features(self) -> dict[str, bytes]:
        return {feature: feature.encode() for feature in self._tagger.info().attributes}

    def keep(self, features: Iterable[str]) -> tuple[bytes, ...]:
        """Those of `features` that have a weight."""
        return tuple(filter(None, map(self._weighted.get, features)))

    def tag(self, rows: Sequence[Sequence[bytes]]) -> list[str]:
        """The likeliest tags of a sequence; `rows` has the features of each place in it."""
        tagged: list[str] = self._tagger.tag(rows)
        return tagged
