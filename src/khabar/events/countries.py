"""Whose people without a name are: those of the country where force was used, where no word says otherwise."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from khabar.events.types import FORCE
from khabar.lexicon.words import word_list
from khabar.records import Actor, Attribution, Event, Mention, MentionKind, Span
from khabar.text.characters import squeeze
from khabar.text.nouns import OURS

_AT_HOME = frozenset({"UAF", "CVL", "CRM", "EDU", "LAB"})
"""Sectors of people without a name who use force where they live."""


def of_the_place(event: Event, told: Set[Span]) -> Event:
    """An event whose victims have the country of its place instead of one taken from the whole report.

    So have armed men and crowds of no army who did it (`قالت سيول إن مسلحين خطفوا مهندسين كوريين في بنغازي`). `told`
    are the mentions that give a country themselves. `غارات إسرائيلية على لبنان قتلت 19 شخصا`: no Israelis.
    """
    place = event.place.place if event.place is not None and event.place.origin in ("event", "sentence") else None
    if event.type not in FORCE or place is None or place.country is None:
        return event
    kept = tuple(_of(m, place.country) if m.span not in told else m for m in event.recipients)
    doers = tuple(
        _of(m, place.country) if m.span not in told and _AT_HOME.issuperset(m.sectors) else m for m in event.actors
    )
    same = kept == event.recipients and doers == event.actors
    return event if same else replace(event, recipients=kept, actors=doers)


_SETTLED, _OF_SETTLERS = "PSE", "ISR"
_SETTLERS = word_list(__name__, "settlers")
"""They live where they are not at home: `هاجم مستوطنون مزارعين قرب نابلس`."""


def of_the_speaker(event: Event, attributions: Sequence[Attribution], actors: Sequence[Actor]) -> Event:
    """An event whose doers are `ours` (`قواتنا`) as done by those of whoever says so, and by none of its place's."""
    ours = {m.span for m in event.actors if squeeze(m.text).split()[0] in OURS}
    if not ours:
        return event
    own = next(a for a in attributions if a.id == event.sources[0])
    speaker = own.chain[-1].mention if own.chain else None
    country = speaker.country if speaker is not None else None
    if speaker is not None and country is None:
        country = next((a.country for a in actors if a.id == speaker.actor), None)
    doers = tuple(replace(m, country=country) if m.span in ours else m for m in event.actors)
    return replace(event, actors=doers)


def _of(mention: Mention, country: str) -> Mention:
    """A mention of people without a name as one of a country."""
    known = mention.kind is not MentionKind.UNNAMED or not (mention.actor or "").startswith("unnamed-")
    if country == _SETTLED and _are_settlers(mention):
        country = _OF_SETTLERS
    return mention if known or mention.country == country else replace(mention, country=country)


def _are_settlers(mention: Mention) -> bool:
    return not _SETTLERS.isdisjoint(w.removeprefix("لل").removeprefix("ال") for w in squeeze(mention.text).split())
