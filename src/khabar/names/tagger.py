"""Names of people, places and groups in one sentence, by a conditional random field over surface words.

The model is trained by `tools/train_names.py` on ANERcorp; `models/names.md` is its card.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from khabar.models import MODELS
from khabar.names.features import Report, name_features, report_evidence
from khabar.text.crf import Crf
from khabar.text.tokens import Token

MODEL = MODELS / "names.crfsuite"
# Bidi controls, joiners and byte order marks, which print does not show.
_INVISIBLE = frozenset(
    "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\xad\u061c"
)


def visible(tokens: Sequence[Token]) -> list[Token]:
    """The tokens without those that are a bidi control or joiner alone."""
    return [t for t in tokens if t.text not in _INVISIBLE]


class NameTagger:
    """The tagger: one IOB tag a token. Use `load`."""

    def __init__(self, model: Path = MODEL) -> None:
        """Open a model. Raises `KhabarError` when there is none that can be read."""
        self._model = model
        self._crf = Crf(model, "names")

    @classmethod
    def load(cls) -> NameTagger:
        """The shipped model, opened once."""
        return _shipped()

    def tag(self, tokens: Sequence[Token]) -> list[str]:
        """The tag of each token of one sentence: `B-PER`, `I-PER`, the same with LOC, ORG and MISC, or `O`.

        Clitics stay on the token (`وبوتين` is B-PER); bidi controls between words are passed over.
        """
        return self.tag_report([tokens])[0]

    def tag_report(self, sentences: Sequence[Sequence[Token]]) -> list[list[str]]:
        """The tags of all sentences of one report, as `tag` gives them, but each with what the others tell of its
        words: a surname that stands alone is known by the sentence that gives it with first name or title.
        """
        seen = [visible(tokens) for tokens in sentences]
        evidence = report_evidence(seen)
        return [self._tag(tokens, shown, evidence) for tokens, shown in zip(sentences, seen, strict=True)]

    def _tag(self, tokens: Sequence[Token], shown: list[Token], evidence: Report) -> list[str]:
        if not shown:
            return ["O"] * len(tokens)
        tags = self._crf.tag(name_features(shown, evidence, self._crf.keep))
        if len(shown) == len(tokens):
            return tags
        given = iter(tags)
        return ["O" if t.text in _INVISIBLE else next(given) for t in tokens]

    def __reduce__(self) -> tuple[type[NameTagger], tuple[Path]]:
        return type(self), (self._model,)


@lru_cache(maxsize=1)
def _shipped() -> NameTagger:
    return NameTagger()
