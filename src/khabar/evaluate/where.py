"""Whether a coded place is the one annotated."""

from __future__ import annotations

from functools import lru_cache

from khabar.evaluate.gsr import folded_words
from khabar.places.gazetteer import Gazetteer
from khabar.records import Place
from khabar.text.tokens import tokenize


def same_place(wanted: str, place: Place, text: str | None) -> bool:
    """Whether an annotated place and a coded one, with the words that name it, share a word, or are one by their names.

    `wanted` may end in `@2`. `كابول` is told again as `العاصمة الأفغانية`, and stands in the tables as `كابل`.
    """
    name = wanted.partition("@")[0]
    if set(folded_words([name])) & set(folded_words([place.name_ar, text or ""])):
        return True
    norms = [token.norm for token in tokenize(name)]
    return bool(norms) and any(other.id == place.id for other in _gazetteer().lookup(norms))


@lru_cache(maxsize=1)
def _gazetteer() -> Gazetteer:
    return Gazetteer.load()
