"""Word classes of one sentence, by a conditional random field over surface words.

The model is trained by `tools/train_classes.py` on UD Arabic PUD; `models/classes.md` is its card.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from khabar.models import MODELS
from khabar.text.crf import Crf
from khabar.text.demands import is_demand
from khabar.text.features import word_features
from khabar.text.tokens import Token

CLASSES = (
    "VERB_P", "VERB_I", "NOUN", "PROPN", "ADJ", "NUM", "ADP", "PRON", "DET", "CONJ", "PART", "ADV", "PUNCT", "X",
)  # fmt: skip
MODEL = MODELS / "classes.crfsuite"


class WordClasses:
    """The tagger: one class a token, clitics attached. Use `load`."""

    def __init__(self, model: Path = MODEL) -> None:
        """Open a model. Raises `KhabarError` when there is none that can be read."""
        self._model = model
        self._crf = Crf(model, "word classes")

    @classmethod
    def load(cls) -> WordClasses:
        """The shipped model, opened once."""
        return _shipped()

    def tag(self, tokens: Sequence[Token]) -> list[str]:
        """The class of each token of one sentence, of `CLASSES`: `VERB_P` perfect, `VERB_I` imperfect or imperative,
        `DET` demonstratives and quantifiers (`هذا`, `كل`), `PART` negation, future, `قد`, `أن`, `إن` and their like.

        A token with clitics has the class of its stem (`وبالتفجير` is a NOUN, `عليه` an ADP).
        """
        if not tokens:
            return []
        tags = self._crf.tag(word_features(tokens, self._crf.keep))
        return ["VERB_P" if is_demand(tokens, i) else tag for i, tag in enumerate(tags)]

    def __reduce__(self) -> tuple[type[WordClasses], tuple[Path]]:
        return type(self), (self._model,)


@lru_cache(maxsize=1)
def _shipped() -> WordClasses:
    return WordClasses()
