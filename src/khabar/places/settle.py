"""Which place a name means, and how sure that is.

Every candidate is weighed by its size, by the countries the report names, by the dateline's country, by what stands
beside the name, and by how near it is to the places that are already sure: the minimality of place names in one text
(Leidner, *Toponym Resolution in Text*, 2007).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import pairwise

from khabar.places.find import PlaceHit
from khabar.places.gazetteer import Gazetteer, distance
from khabar.places.tables import KNOWN_FAR, KNOWN_NEAR
from khabar.places.unlisted import PREFIX
from khabar.records import Place, Span
from khabar.text.characters import squeeze
from khabar.text.tokens import tokenize

_NEAR_KM = 250.0
_BESIDE = 16
"""Letters between a square and the town it is in."""
_NEAR_BY = 45
"""Letters between a village and the town that tells where it lies (`الواقعة على بعد 30 كيلومترا من كركوك`)."""


def settle(
    hits: Sequence[PlaceHit],
    *,
    dateline: str | None,
    countries: Sequence[str],
    gazetteer: Gazetteer | None = None,
) -> tuple[PlaceHit, ...]:
    """The hits in their order, each with `place` chosen and `sure` from 0 to 1 (the chosen one's share of the weight).

    `dateline` is the place the report was written in, as printed; `countries` are ISO alpha-3 codes of countries the
    report names otherwise (nationality adjectives, actors), one entry a mention: often named counts for more.
    One name means one place throughout a report, unless the words beside it say otherwise.
    """
    gazetteer = gazetteer or Gazetteer.load()
    home = _dateline_countries(dateline, gazetteer)
    named = Counter(countries)
    for hit in hits:
        if len({p.country for p in hit.candidates}) == 1 and hit.candidates[0].country:
            named[hit.candidates[0].country] += 1
    sure_ones = [hit.candidates[0] for hit in hits if len(hit.candidates) == 1 and hit.candidates[0].level >= 2]
    told = {*countries, *(p.country for h in hits for p in h.candidates[:1] if _is_well_known(p, gazetteer))}
    chosen: dict[tuple[str, int | None], Place] = {}
    settled: list[PlaceHit] = []
    listed = _beside_countries(hits)
    for hit in sorted(hits, key=lambda h: (h.country is None, h.level is None, h.span)):
        weights = [_weight(p, hit, home, named, sure_ones, gazetteer) for p in hit.candidates]
        if hit.span in listed:
            weights = [w + 3 * (p.level == 1) for w, p in zip(weights, hit.candidates, strict=True)]
        earlier = chosen.get((hit.text, None)) if hit.country is None else None
        if earlier is not None:
            weights = [w + 3 * (p.country == earlier.country) for w, p in zip(weights, hit.candidates, strict=True)]
        best = max(range(len(weights)), key=lambda i: (weights[i], -i))
        total = sum(math.exp(w - weights[best]) for w in weights)
        place, sure = hit.candidates[best], 1 / total
        if _is_elsewhere(place, hit, told | home, gazetteer) or _is_beside_another(place, hit, hits, gazetteer):
            place = Place(PREFIX + squeeze(hit.text), hit.text, "", None, place.level)
        if place.id.startswith(PREFIX):
            place, sure = replace(place, country=_country_around(hit, hits, home, named)), 0.5
            if place.level == 5 and (town := _town_beside(hit, hits)) is not None:
                place = replace(place, lat=town.lat, lon=town.lon, country=town.country, province=town.province)
        chosen.setdefault((hit.text, None), place)
        if named and place.level >= 3 and place.country not in named and gazetteer.people(place) < KNOWN_NEAR:
            sure /= 2  # a village of a country the report names nowhere
        if hit.level == 3 and place.level == 4:
            place = replace(place, level=3)  # a district, given at its seat
        settled.append(replace(hit, place=place, sure=round(sure, 3)))
    return tuple(sorted(settled, key=lambda h: h.span))


def _is_well_known(place: Place, gazetteer: Gazetteer) -> bool:
    """Whether a place tells by itself which country a report is about: a country, province or large town."""
    return place.level <= 2 or gazetteer.people(place) >= KNOWN_FAR


def _is_elsewhere(place: Place, hit: PlaceHit, told: Set[str | None], gazetteer: Gazetteer) -> bool:
    """Whether a square or quarter is one of a country the report tells nothing of.

    Then another of that name is meant, which no table has (`ساحة التحرير` of another town). A town stays: `تل رفعت`
    is told with those who shell it alone.
    """
    if hit.country is not None or place.level < 5 or not told - {None} or _is_well_known(place, gazetteer):
        return False
    return place.country is not None and place.country not in told and hit.cue_class in ("kind", "near", "prep")


def _is_beside_another(place: Place, hit: PlaceHit, hits: Sequence[PlaceHit], gazetteer: Gazetteer) -> bool:
    """Whether a village lies, by the town or province told right behind it, in a country that has none of its name.

    Then it is a namesake that no table has (`قرية أبو سمرة شمال كركوك`).
    """
    if hit.country is not None or hit.cue_class != "kind" or gazetteer.people(place) >= KNOWN_NEAR or place.level < 3:
        return False
    behind = (h for h in hits if h.sentence == hit.sentence and 0 < h.span.start - hit.span.end <= _NEAR_BY)
    other = min(behind, key=lambda h: h.span.start, default=None)
    if other is None or any(p.level == 1 for p in other.candidates):
        return False
    return {p.country for p in other.candidates}.isdisjoint(p.country for p in hit.candidates)


def _country_around(
    hit: PlaceHit, hits: Sequence[PlaceHit], home: frozenset[str], named: Counter[str]
) -> str | None:
    """The country of a place no table has: of the listed place told nearest in its sentence, else the report's."""
    beside = [h for h in hits if h.sentence == hit.sentence and h is not hit]
    for other in sorted(beside, key=lambda h: min(abs(h.span.start - hit.span.end), abs(hit.span.start - h.span.end))):
        countries = {p.country for p in other.candidates}
        if len(countries) == 1 and (country := countries.pop()) and (country in named or country in home):
            return country
    if len(home) == 1:
        return min(home)
    return named.most_common(1)[0][0] if named else None


def _town_beside(hit: PlaceHit, hits: Sequence[PlaceHit]) -> Place | None:
    """The town told right behind a square or street (`ساحة التحرير وسط بغداد`)."""
    behind = (h for h in hits if h.sentence == hit.sentence and 0 < h.span.start - hit.span.end <= _BESIDE)
    first = min(behind, key=lambda h: h.span.start, default=None)
    towns = [p for p in first.candidates if p.level in (3, 4) and p.lat is not None] if first is not None else []
    return towns[0] if towns else None


def _dateline_countries(dateline: str | None, gazetteer: Gazetteer) -> frozenset[str]:
    """The countries the dateline can be in; of several towns of a name only those near the largest's size."""
    if not dateline:
        return frozenset()
    norms = [t.norm for t in tokenize(dateline) if t.kind == "word"]
    places = gazetteer.lookup(norms) if norms else ()
    least = max((gazetteer.people(p) for p in places), default=0) / 20
    return frozenset(p.country for p in places if p.country and gazetteer.people(p) >= least)


def _beside_countries(hits: Sequence[PlaceHit]) -> set[Span]:
    """The hits in a row of names (`البحرين وعمان والكويت`) with one that can only be a country."""
    found: set[Span] = set()
    for one, two in pairwise(sorted(hits, key=lambda h: h.span)):
        if one.sentence == two.sentence and 0 <= two.span.start - one.span.end <= 3:
            found |= {a.span for a, b in ((one, two), (two, one)) if all(p.level == 1 for p in b.candidates)}
    return found


def _weight(
    place: Place,
    hit: PlaceHit,
    home: frozenset[str],
    named: Counter[str],
    sure_ones: Sequence[Place],
    gazetteer: Gazetteer,
) -> float:
    """The logarithm of how likely the hit means `place`, up to a constant."""
    weight = 1.5 * math.log10(gazetteer.people(place) + 300) + 1.5 * (place.feature_code == "PPLC")
    if place.country and named:
        weight += 3.5 * named[place.country] / max(named.values())
    if place.country in home:
        weight += 3.0
    elif place.level >= 3 and named and place.country not in named and place.feature_code != "PPLC":
        weight -= 2.5  # a town of a country the report names nowhere is no likelier for being large
    if squeeze(place.name_ar) != squeeze(hit.text):
        weight -= 1.5  # a by-name: عمان is the city before it is the sultanate
    if hit.level is not None:
        weight += 3.0 if place.level == hit.level else -1.5 * abs(place.level - hit.level)
    elif place.level == 2 and place.feature_code == "ADM1":
        # A province that shares its name with a town of the country is told with its kind noun.
        weight -= 3.0 * any(
            p.level == 4 and p.country == place.country and gazetteer.people(p) >= KNOWN_NEAR for p in hit.candidates
        )
    if place.level >= 2 and any(other != place and distance(place, other) < _NEAR_KM for other in sure_ones):
        weight += 1.0
    return weight


def named_countries(hits: Sequence[PlaceHit]) -> tuple[str, ...]:
    """The countries of settled hits, each once, in the order they first stand."""
    return tuple(dict.fromkeys(h.place.country for h in hits if h.place and h.place.country))
