"""Names no table has that marks or directions show to be places, though they may be plain words.

A name in quotation marks behind a kind noun (`حي «كلمة»`, `قرية (أبو سن)`), one behind a kind noun and before the side
of a larger place it lies on (`مدينة السلام شرق عدن`) or the province that it is in (`سهل الغاب بريف حماة`), and one
behind a preposition of place with side or distance in brackets (`في سوروج (جنوبا)`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from khabar.places.gazetteer import Gazetteer
from khabar.places.nouns import kind_noun, place_nouns
from khabar.places.unlisted import INFLECTED, PREFIX, is_adjective, kinds
from khabar.records import Place, Span
from khabar.text.characters import squeeze
from khabar.text.particles import particle_of, particles
from khabar.text.tokens import Token
from khabar.text.wordlist import known_word

_CLOSING = {"«": "»", "“": "”", '"': '"', "(": ")", "'": "'"}
_MOST = 3
"""How many words a name in quotation marks has at most."""
_COMMON = 10
"""From how often on print has a word that is no name behind a noun for an area (`منطقة النزاع`)."""
_TOWN = 4
_DISTRICT = 3
_METRES = frozenset(map(squeeze, ("كم", "كلم", "كيلومترا", "كيلومتر", "كيلو", "ميل", "ميلا")))


def shown_by_marks(
    sentences: Sequence[Sequence[Token]], taken: Sequence[Span], gazetteer: Gazetteer
) -> Iterator[tuple[int, Span, str, Place]]:
    """Number of the sentence, span of the name, cue and a place made up, for names that overlap none `taken`."""
    starts = {span.start for span in taken}
    for number, tokens in enumerate(sentences):
        for at in range(len(tokens) - 1):
            kind = kind_noun(tokens[at].norm, kinds()) if not tokens[at].text.endswith("ه") else ""
            name = _marked(tokens, at + 1) or _directed(kind, tokens, at + 1, gazetteer) if kind else []
            name = name or _bracketed(tokens, at, gazetteer)
            if name and not any(token.start in starts for token in name):
                words = " ".join(token.text for token in name)
                level = kinds().get(kind, _TOWN)
                place = Place(PREFIX + " ".join(t.norm for t in name), words, "", None, level)
                yield number, Span(name[0].start, name[-1].end), kind or tokens[at].norm, place


def _marked(tokens: Sequence[Token], at: int) -> Sequence[Token]:
    """The words in quotation marks or brackets that open at `at`."""
    closing = _CLOSING.get(tokens[at].text)
    for end in range(at + 2, min(at + _MOST + 2, len(tokens))) if closing else ():
        if tokens[end].text == closing:
            inside = tokens[at + 1 : end]
            named = all(t.kind == "word" for t in inside) and not is_side(inside[0].norm)
            return inside if named and particle_of(inside[0].norm) is None else []
    return []


def _directed(kind: str, tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> Sequence[Token]:
    """The one or two words at `at` before the side of a larger place (`شرق عدن`), or the province it is in."""
    for length in (1, 2):
        end = at + length
        name = tokens[at:end]
        if end + 1 >= len(tokens) or any(t.kind != "word" or len(t.norm) < 3 for t in name):
            return []
        if is_side(name[-1].norm) or not _may_be(kind, name, gazetteer):
            return []
        if is_side(tokens[end].norm) and _is_larger(tokens, end + 1, gazetteer):
            return name
        if _is_within(tokens, end, gazetteer):
            return name
    return []


def _may_be(kind: str, name: Sequence[Token], gazetteer: Gazetteer) -> bool:
    """Whether words may be the name behind a kind noun, and are no adjective of it and no noun for an area's use."""
    first = name[0].norm
    if gazetteer.nationality(first) is not None or first.endswith(INFLECTED) or particle_of(first) is not None:
        return False
    if first.startswith("لل"):
        return False  # `مخيم للنازحين في ولاية شمال دارفور`
    if len(name) == 2:
        if name[1].norm.startswith("و"):
            return False  # `بلدتي كفربطيخ ومعرزيتا`
        return first.startswith("ال") == name[1].norm.startswith("ال")
    if first.startswith("ال"):
        return kind not in _areas() or known_word(first) < _COMMON
    return not is_adjective(first, kind) and known_word("ال" + first) < _COMMON


def _is_within(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> bool:
    """Whether what begins at `at` tells a province or district by name (`بريف حماة`, `في محافظة ديالى`)."""
    norms = [t.norm for t in tokens[at : at + 5]]
    if norms[0] == "في":
        norms = norms[1:]
    elif not norms[0].startswith("ب"):
        return False
    noun = kind_noun(norms[0], kinds()) if len(norms) > 1 else ""
    return bool(noun) and kinds()[noun] <= _DISTRICT and gazetteer.match(norms, 1) is not None


def _areas() -> frozenset[str]:
    return frozenset(map(squeeze, place_nouns()["taken_up"]["areas"]))


def _is_larger(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> bool:
    """Whether a place begins at `at`, behind its kind noun or not, or a word for the whole country or capital."""
    norms = [t.norm for t in tokens]
    if norms[at] in ("البلاد", "العاصمه"):
        return True
    if kind_noun(norms[at], kinds()) and at + 1 < len(norms):
        at += 1
    return gazetteer.match(norms, at) is not None


def _bracketed(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> Sequence[Token]:
    """The word behind a preposition of place at `at` and before side or distance in brackets."""
    if at + 4 >= len(tokens) or tokens[at + 2].text != "(" or tokens[at + 1].kind != "word":
        return []
    led = tokens[at].norm.removeprefix("و") in particles().locatives or is_side(tokens[at].norm)
    name, inside = tokens[at + 1].norm, [t.norm for t in tokens[at + 3 : at + 6]]
    told = is_side(inside[0]) or any(word in _METRES for word in inside[:2])
    cue = gazetteer.cue(name)
    return tokens[at + 1 : at + 2] if led and told and cue is None and len(name) > 2 else []


def is_side(norm: str) -> bool:
    """Whether a squeezed word is one of the sides of the compass or the middle (`شمالي`, `جنوبا`, `وسط`)."""
    return norm.removesuffix("ي").removesuffix("ا") in ("شمال", "جنوب", "شرق", "غرب", "وسط")
