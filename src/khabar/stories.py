"""Denials across reports: what one report tells and a later one of the same story has somebody deny.

Two events are of one story where type and known people agree, their places do not differ, and the reports came out
within a week; where nobody known takes part, where day, town and number or victims are the same. It is asked when
claims are listed or events exported; the stored records stay as each report gave them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from khabar.records import AGAINST, Event, Record, Source
from khabar.text.characters import squeeze

STORY = timedelta(days=7)
"""How long after an event was told its denial is still looked for."""
_TOWN = 3
"""From this level on (district, town) places that differ are two."""


@dataclass(frozen=True, slots=True)
class LaterDenial:
    """Somebody's denial of an event, in the report that has it."""

    record: Record
    event: Event
    source: Source
    known: frozenset[str]
    day: date

    @property
    def words(self) -> str:
        """Who denies, in the words of his report; the kind of source where it has none."""
        return self.source.mention.text if self.source.mention is not None else self.source.kind.value


def denials_in(pairs: Iterable[tuple[Record, Event]]) -> list[LaterDenial]:
    """Who denies or doubts which events in dated reports: their own source, or `Event.denied_by`."""
    found = []
    for record, event in pairs:
        day = _day(record)
        if day is None:
            continue
        sources = [record.denier(d) for d in event.denied_by]
        chain = record.attribution(event)[0].chain
        if event.stance in AGAINST and chain and chain[-1].mention not in [s.mention for s in sources]:
            sources.insert(0, chain[-1])
        found += [LaterDenial(record, event, source, _known(event), day) for source in sources]
    return found


def denied_later(record: Record, event: Event, denials: Iterable[LaterDenial]) -> Iterator[LaterDenial]:
    """Those of `denials` that another report, not older and at most a week younger, has of an event.

    Who denies two parts of one event in one report is given once.
    """
    day = _day(record)
    if day is None or event.stance in AGAINST:
        return
    known, told = _known(event), set()
    for denial in denials:
        if denial.record.article.id == record.article.id or denial.event.type != event.type:
            continue
        close = timedelta(0) <= denial.day - day <= STORY
        who = (denial.record.article.id, denial.words)
        if close and who not in told and (_same_people(event, known, denial) or _same_deed(event, known, denial)):
            told.add(who)
            yield denial


def _same_people(event: Event, known: frozenset[str], denial: LaterDenial) -> bool:
    """Whether the known people of both agree, and their places do not differ."""
    shared = len(known & denial.known)
    return shared >= max(1, min(2, len(known), len(denial.known))) and _one_place(event, denial.event)


def _same_deed(event: Event, known: frozenset[str], denial: LaterDenial) -> bool:
    """Whether day, town and number or victims are the same, though nobody known takes part in both."""
    a, b = event, denial.event
    if known and denial.known and not known & denial.known:
        return False
    if a.time is None or b.time is None or a.place is None or b.place is None:
        return False
    told = a.time.precision == b.time.precision == "day" and a.time.start is not None
    if not told or a.time.start != b.time.start or "published" in (a.time.origin, b.time.origin):
        return False
    if a.place.place.id != b.place.place.id or a.place.place.level < _TOWN:
        return False
    numbers = {(s.kind, s.low) for s in a.size} & {(s.kind, s.low) for s in b.size}
    return bool(numbers or {squeeze(m.text) for m in a.recipients} & {squeeze(m.text) for m in b.recipients})


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
