"""Denials across reports: what one report tells and a later one of the same story has somebody deny.

Two events are of one story where type and known people agree, their places do not differ, and the reports came out
within a week. It is asked when claims are listed; the stored records stay as each report gave them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from khabar.records import Event, Record, Source, Stance

STORY = timedelta(days=7)
"""How long after an event was told its denial is still looked for."""
_TOWN = 3
"""From this level on (district, town) places that differ are two."""


@dataclass(frozen=True, slots=True)
class LaterDenial:
    """An event that a report tells only because somebody denies it."""

    record: Record
    event: Event
    source: Source
    known: frozenset[str]
    day: date


def denials_in(pairs: Iterable[tuple[Record, Event]]) -> list[LaterDenial]:
    """The events that are denied or doubted by their own source, of dated reports, with somebody known in them."""
    found = []
    for record, event in pairs:
        day = _day(record)
        chain = record.attribution(event)[0].chain
        known = _known(event)
        if event.stance in (Stance.DENIES, Stance.DOUBTS) and day is not None and known and chain:
            found.append(LaterDenial(record, event, chain[-1], known, day))
    return found


def denied_later(record: Record, event: Event, denials: Iterable[LaterDenial]) -> Iterator[LaterDenial]:
    """Those of `denials` that another report, not older and at most a week younger, has of an event."""
    day, known = _day(record), _known(event)
    if day is None or not known or event.stance in (Stance.DENIES, Stance.DOUBTS):
        return
    for denial in denials:
        if denial.record.article.id == record.article.id or denial.event.type != event.type:
            continue
        shared = len(known & denial.known)
        close = timedelta(0) <= denial.day - day <= STORY
        if close and shared >= min(2, len(known), len(denial.known)) and _one_place(event, denial.event):
            yield denial


def _day(record: Record) -> date | None:
    return record.article.published.day if record.article.published is not None else None


def _known(event: Event) -> frozenset[str]:
    """The actors in an event who are somebody: not `مسلحون`."""
    mentions = (*event.actors, *event.recipients)
    return frozenset(m.actor for m in mentions if m.actor and not m.actor.startswith("unnamed"))


def _one_place(a: Event, b: Event) -> bool:
    """Whether nothing that two events say of where they were speaks against their being one."""
    if a.place is None or b.place is None or a.place.origin != "event" or b.place.origin != "event":
        return True
    exact = a.place.place.level >= _TOWN and b.place.place.level >= _TOWN
    return not exact or a.place.place.id == b.place.place.id
