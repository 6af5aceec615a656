"""Places in a text: every name of the gazetteer that the words beside it show, or its size lets stand, as a place.

By its tier (`gazetteer.Tier`) a name needs more or less: a country, province or city of size nothing; a village a cue
(`في`, `قرب`, `مدينة`, a country after it); a name that is an ordinary word too (`النصر`) a kind noun or a country
after it. What is shown to be a place once is one in the whole report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from khabar.lexicon.words import word_list
from khabar.places.definite import takes_up
from khabar.places.gazetteer import Gazetteer, Match, Tier
from khabar.places.lands import lands
from khabar.places.nouns import is_imprisoning, place_nouns
from khabar.places.shown import shown_by_marks
from khabar.places.unlisted import unlisted
from khabar.records import Place, Span
from khabar.text.characters import squeeze
from khabar.text.particles import is_that
from khabar.text.tokens import Token
from khabar.text.wordlist import known_word

_TANWIN = re.compile("[\u064b\u064c\u064d]")  # a word with nunation is indefinite: no place name
_UNTOLD = re.compile("[\u0640\u064b-\u064e\u0650\u0652\u0670]")
"""Marks that tell no two places apart: all but shadda and damma, which `[marked]` of `nouns.toml` is spelled with."""


@dataclass(frozen=True, slots=True)
class PlaceHit:
    """A place name in the text, before and (with `place`) after it is settled which place it is."""

    span: Span
    """The name without clitics and without the kind noun."""
    text: str
    sentence: int
    """Number of the sentence among those given."""
    candidates: tuple[Place, ...]
    """What it can be, the largest first; narrowed by the kind noun and by a country named after it."""
    cue: str | None = None
    """The preposition or noun before it that shows a place, folded, or None."""
    cue_class: str | None = None
    """`kind`, `near`, `prep`, or `after` for a country or province that follows."""
    full: Span | None = None
    """From the kind noun to the name, where a kind noun stands before it."""
    level: int | None = None
    """The level a kind noun gives: 4 after `مدينة`, 2 after `محافظة`."""
    country: str | None = None
    """The country told by what follows: `طرابلس اللبنانية`, `الباب السورية`, `بنغازي في ليبيا`."""
    place: Place | None = None
    sure: float = 0.0


@dataclass(slots=True)
class _Raw:
    """A match with where it stands; settled to a hit, or dropped, when all of the report is read."""

    match: Match
    sentence: int
    first: int
    start: int
    tokens: Sequence[Token]
    name: str
    """The likeliest place's name as the table writes it."""
    cue: str | None = None
    cue_class: str | None = None
    cue_at: int = -1
    level: int | None = None
    country: str | None = None
    row: bool = False
    """Whether a name that needs nothing stands beside it in a row of names."""

    @property
    def after(self) -> int:
        """The index of the token behind the name."""
        return self.first + self.match.length


def find_places(
    text: str,
    sentences: Sequence[Sequence[Token]],
    gazetteer: Gazetteer,
    capitals: Mapping[str, Sequence[str]] | None = None,
) -> tuple[PlaceHit, ...]:
    """The place names of `text`, in its order, none overlapping.

    `sentences` are the tokens of its sentences, with offsets into `text`; spans of the hits are too. Which of several
    places of one name is meant is left to `settle`. Nationality adjectives are no places and are not given, save beside
    a noun for land or capital (`lands`), where `capitals` is passed on.
    """
    raws: list[_Raw] = []
    for number, tokens in enumerate(sentences):
        raws.extend(_matches(number, tokens, gazetteer))
    for raw in raws:
        _look_before(raw, gazetteer)
    _look_after(raws, gazetteer)
    shown = {raw.match.key for raw in raws if _stands(raw)}
    said = {c for raw in raws if _stands(raw) and raw.match.tier is Tier.PLAIN for c in _countries(raw, gazetteer)}
    hits = (
        _hit(text, raw, gazetteer)
        for raw in raws
        if raw.cue_class != "inner" and (_stands(raw) or _carried(raw, shown, said, gazetteer))
    )
    found = [hit for hit in hits if hit.candidates]
    taken = [hit.full or hit.span for hit in found]
    for number, span, kind, place in lands(sentences, gazetteer, capitals or {}):
        if not any(span.overlaps(other) for other in taken):
            found.append(PlaceHit(span, span.of(text), number, (place,), kind, "kind", None, place.level))
            taken.append(span)
    spans = [hit.span for hit in found]
    made = (*shown_by_marks(sentences, spans, gazetteer), *unlisted(sentences, spans, gazetteer))
    for number, span, kind, place in made:
        if not any(span.overlaps(other) for other in taken):
            found.append(PlaceHit(span, span.of(text), number, (place,), kind, "kind", None, place.level))
            taken.append(span)
    return tuple(sorted(found, key=lambda hit: hit.span))


def _matches(number: int, tokens: Sequence[Token], gazetteer: Gazetteer) -> Iterator[_Raw]:
    norms = [token.norm for token in tokens]
    at = 0
    while at < len(norms):
        match = gazetteer.match(norms, at)
        if match is None or tokens[at].kind != "word" or (match.length == 1 and _is_head(tokens, at, gazetteer)):
            at += 1
            continue
        word = tokens[at].text
        cut = all(letter in word for letter in match.skip)  # `ڤماري` begins with no `ف`
        other = _TANWIN.search(word) or is_that(word) or _is_of_gas(norms, at)
        if cut and match.tier is not Tier.NEVER and not other:
            name = gazetteer.place(match.places[0]).name_ar if match.places else ""
            yield _Raw(match, number, at, _skipped(tokens[at], match.skip), tokens, name)
        at += match.length


def _is_head(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> bool:
    """Whether a word with which names begin has the rest of a name behind it (`منطقة عين بامعبد`: no town of `عين`)."""
    cue = gazetteer.cue(tokens[at].norm)
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return cue is not None and cue[1] == "head" and after is not None and after.kind == "word" and len(after.norm) > 2


def _is_of_gas(norms: Sequence[str], at: int) -> bool:
    """Whether a word that is a town's name too is an adjective of gas (`القنابل المسيلة`, `الغازات المسيلة للدموع`)."""
    if norms[at] != "المسيله":
        return False
    return "للدموع" in norms[at + 1 : at + 2] or (at > 0 and norms[at - 1].removeprefix("ال") in _GAS)


_GAS = word_list(__name__, "gas")


def _skipped(token: Token, skip: str) -> int:
    """Where the name begins in a token that begins with clitics, marks and tatweel counted over."""
    offset = 0
    for letter in skip:
        offset = token.text.index(letter, offset) + 1
    while skip and squeeze(token.text[offset]) == "":
        offset += 1
    return token.start + offset


def _look_before(raw: _Raw, gazetteer: Gazetteer) -> None:
    """Find the cue before a name: a word, or the `ب` or `ل` attached to it; over a name before, in a row of names."""
    if "ب" in raw.match.skip:
        raw.cue, raw.cue_class = "ب", "prep"
    at = raw.first - 1
    if at >= 0 and raw.tokens[at].norm in ("«", '"', "(", "'") and at > 0:
        at -= 1
    if at < 0 or (raw.match.skip and raw.match.skip != "و"):
        return
    found = gazetteer.cue(raw.tokens[at].norm)
    if found and found[1] not in ("stop", "head", "land") and not is_imprisoning(raw.tokens, at):
        raw.cue, raw.cue_class, raw.level = found
        raw.cue_at = at


def _look_after(raws: list[_Raw], gazetteer: Gazetteer) -> None:
    """Find the country or province that follows a name, and hand the cue of a name on to those joined to it."""
    for this, after in zip([None, *raws], [*raws, None], strict=True):
        if this is None:
            continue
        tokens, at = this.tokens, this.after
        word = tokens[at].norm if at < len(tokens) else ""
        if _governs(this, after, word, gazetteer):
            this.cue_class = "inner"
            continue
        country = gazetteer.nationality(word) if word.startswith("ال") else None
        if country and any(gazetteer.place(n).country == country for n in this.match.places):
            this.country = country
            if this.match.tier is not Tier.ORDINARY:  # الحكومة اليمنية is no village of Yemen
                _cue_after(this)
        if after is None or after.sentence != this.sentence or after.first - at > 1:
            continue
        joint = tokens[at].norm if after.first > at else after.match.skip
        larger = _larger(this, after, gazetteer)
        if larger is not None and joint in ("في", "ب", "،", ",", "(", "-", "–"):
            this.country = larger
            _cue_after(this)
        elif joint in ("و", "،", "او") and this.cue_class in ("kind", "near", "prep", "after") and not after.cue_class:
            after.cue, after.cue_class = this.cue, this.cue_class
            plural = this.cue_class == "kind" and (this.cue or "").endswith(("ات", "تي", "ي", "ن", "ري"))
            after.level = this.level if plural else None
        if joint in ("و", "،", "او"):
            _in_a_row(this, after)


def _governs(this: _Raw, after: _Raw | None, word: str, gazetteer: Gazetteer) -> bool:
    """Whether an ordinary word without the article has a genitive behind it, so that it names no place.

    `مديرية أمن المنصورة` is the security directorate of a town, and no district of that name.
    """
    if this.match.tier is not Tier.ORDINARY or " " in this.match.key or this.match.key.startswith("ال"):
        return False
    beside = after is not None and (after.sentence, after.first) == (this.sentence, this.after) and not after.match.skip
    named = beside and after is not None and after.match.tier is Tier.PLAIN
    return named or (word.startswith("ال") and gazetteer.nationality(word) is None)


def _in_a_row(this: _Raw, after: _Raw) -> None:
    """Of two names side by side the one that is no plain word shows the other to be a place (`تعز ولحج وأبين`)."""
    for one, other in ((this, after), (after, this)):
        if one.match.tier is Tier.COMMON and one.cue_class is None and (other.match.tier is Tier.PLAIN or other.row):
            one.row = True


def _cue_after(raw: _Raw) -> None:
    if raw.cue_class in (None, "prep"):
        raw.cue_class = "after"


def _larger(this: _Raw, after: _Raw, gazetteer: Gazetteer) -> str | None:
    """The country of the name behind, where it is a country or province that can hold the one before."""
    if after.match.tier is not Tier.PLAIN:
        return None
    levels = {p.country: p.level for p in map(gazetteer.place, reversed(after.match.places))}
    for place in map(gazetteer.place, this.match.places):
        if place.country in levels and levels[place.country] < place.level:
            return place.country
    return None


def _stands(raw: _Raw) -> bool:
    """Whether a name is shown to be a place where it stands."""
    if raw.cue_class == "inner":
        return False
    if _misspelt(raw):
        return raw.cue_class in ("kind", "near", "after") or (raw.match.tier is Tier.PLAIN and raw.cue in ("في", "ب"))
    if raw.match.tier is Tier.PLAIN:
        return True
    if raw.row and raw.match.tier is Tier.COMMON:
        return True
    if raw.match.tier is Tier.CUED:
        return raw.cue_class is not None
    if raw.match.tier is Tier.COMMON and raw.cue_class in ("prep", "near") and raw.cue_at >= 0:
        return True
    return raw.cue_class in ("kind", "after")


def _misspelt(raw: _Raw) -> bool:
    """Whether print has ه at the end where the name has ة, and a noun with a pronoun may be meant (`على متنه`)."""
    token = raw.tokens[raw.after - 1]
    if not (token.text.endswith("ه") and raw.name.endswith("ة")):
        return False
    return max(known_word(token.norm[:-1]), known_word("ال" + token.norm[:-1])) > 0


def _carried(raw: _Raw, shown: set[str], said: set[str | None], gazetteer: Gazetteer) -> bool:
    """Whether the rest of the report shows it: the same name with a cue, or a country the report is about."""
    if raw.match.key in shown:
        return raw.cue_class is not None or raw.match.tier is Tier.CUED
    following = raw.tokens[raw.after].norm if raw.after < len(raw.tokens) else ""
    if raw.cue_class != "prep" or following.startswith("ال") or takes_up(raw.match.key):
        return False  # `المدينة` in a report about Iraq is the one told of, not the town of that name
    # في القطاع in a report about Gaza; not في القطاع الصحي, and no village of that name.
    return any(p.country in said and gazetteer.people(p) >= 50_000 for p in map(gazetteer.place, raw.match.places))


def _countries(raw: _Raw, gazetteer: Gazetteer) -> Iterator[str | None]:
    countries = {gazetteer.place(n).country for n in raw.match.places}
    if len(countries) == 1:
        yield from countries


def _hit(text: str, raw: _Raw, gazetteer: Gazetteer) -> PlaceHit:
    span = Span(raw.start, raw.tokens[raw.after - 1].end)
    places = tuple(map(gazetteer.place, raw.match.places))
    country = raw.country or place_nouns()["marked"].get(_UNTOLD.sub("", span.of(text)))
    if country:
        places = tuple(p for p in places if p.country == country) or places
    if raw.level is not None:
        places = tuple(p for p in places if abs(p.level - raw.level) <= (1 if raw.level >= 3 else 0)) or places
    hit = PlaceHit(span, span.of(text), raw.sentence, places, raw.cue, raw.cue_class, None, raw.level, raw.country)
    if raw.cue_class == "kind" and raw.cue_at >= 0:
        return replace(hit, full=Span(raw.tokens[raw.cue_at].start, span.end))
    return hit
