"""Countries and capitals told by an adjective: `في الأراضي السورية`, `داخل العاصمة الليبية`.

The nouns for land stand in `lexicon/places/cues.tsv` with the class `land`.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

from khabar.places.gazetteer import Gazetteer
from khabar.records import Place, Span
from khabar.text.tokens import Token

_CAPITAL = "العاصمه"


def lands(
    sentences: Sequence[Sequence[Token]], gazetteer: Gazetteer, capitals: Mapping[str, Sequence[str]]
) -> Iterator[tuple[int, Span, str, Place]]:
    """Number of the sentence, span of noun and adjective, the noun, and the place meant.

    `capitals` gives the names of a country's capital, the usual one first, squeezed, by ISO code.
    """
    for number, tokens in enumerate(sentences):
        for at, (noun, adjective) in enumerate(itertools.pairwise(tokens)):
            code = gazetteer.nationality(adjective.norm) if adjective.norm.startswith("ال") else None
            cue = gazetteer.cue(noun.norm) if code else None
            if cue is None or not (cue[1] == "land" or cue[0] == _CAPITAL):
                continue
            named = at + 2 < len(tokens) and gazetteer.match([t.norm for t in tokens], at + 2) is not None
            place = _meant(cue[0], code, gazetteer, capitals) if code and not named else None
            if place is not None:
                cut = len(noun.norm) - len(cue[0]) if len(noun.norm) == len(noun.text) else 0
                yield number, Span(noun.start + cut, adjective.end), cue[0], place


def _meant(noun: str, code: str, gazetteer: Gazetteer, capitals: Mapping[str, Sequence[str]]) -> Place | None:
    return capital_of(code, gazetteer, capitals) if noun == _CAPITAL else gazetteer.country(code)


def capital_of(code: str, gazetteer: Gazetteer, capitals: Mapping[str, Sequence[str]]) -> Place | None:
    """The capital of a country; `capitals` as `lands` has them.

    They leave out those named as the country is (`تونس`, `الكويت`) and those that two governments hold.
    """
    for name in capitals.get(code, ()):
        found = [p for p in gazetteer.lookup(name.split()) if p.country == code]
        if found:
            return found[0]
    return gazetteer.capital(code)
