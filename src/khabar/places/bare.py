"""Names no table has, right behind a preposition of place: `قرب نيمولي`, `في ماكاتي`, `قبالة بودروم`.

The taggers must take the word for a name, and print know it as no other; of a word the tagger of names has for somebody
the preposition says that it is a place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from khabar.places.find import PlaceHit
from khabar.places.gazetteer import Gazetteer
from khabar.places.unlisted import INFLECTED, PREFIX, is_plain
from khabar.records import Mention, Place, Span
from khabar.text.particles import particles
from khabar.text.tokens import Token
from khabar.text.wordlist import known_word

_TAGGED = frozenset({"?name", "?group", "?place"})


def bare_names(
    sentences: Sequence[Sequence[Token]],
    classes: Sequence[Sequence[str]],
    mentions: Sequence[Mention],
    taken: Sequence[Span],
    gazetteer: Gazetteer,
) -> Iterator[PlaceHit]:
    """A hit for each such word that overlaps nothing `taken` (places and times) and no longer mention."""
    wanted = particles().locatives
    for number, (tokens, tags) in enumerate(zip(sentences, classes, strict=True)):
        for at in range(1, len(tokens)):
            before = tokens[at - 1].norm
            led = before in wanted or (before.startswith(("و", "ف")) and before[1:] in wanted)
            if not led or not _is_unknown(tokens[at], gazetteer):
                continue
            span = Span(tokens[at].start, tokens[at].end)
            over = [m for m in mentions if m.span.overlaps(span)]
            if any(span.overlaps(s) for s in taken) or any(m.span != span or m.actor not in _TAGGED for m in over):
                continue
            if over or tags[at] == "PROPN":
                place = Place(PREFIX + tokens[at].norm, tokens[at].text, "", None, 4)
                yield PlaceHit(span, tokens[at].text, number, (place,), before, "prep")


def _is_unknown(token: Token, gazetteer: Gazetteer) -> bool:
    """Whether a word is one that print does not know, in no shape of an inflected one."""
    norm = token.norm
    bare = norm.removeprefix("ال")
    inflected = norm.endswith(INFLECTED) or is_plain(norm)
    if token.kind != "word" or len(bare) < 4 or inflected or gazetteer.nationality(norm) is not None:
        return False
    return known_word(norm) == known_word(bare) == known_word("ال" + bare) == 0
