"""What a reader asks of the stored events, as conditions on the tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, FromClause, and_, exists, or_, select
from sqlalchemy.sql import false

from khabar.records import AGAINST, Auxiliary, Stance
from khabar.store import schema as t
from khabar.store.rows import folded


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events are wanted; a field left None asks nothing.

    `actor` is an actor's id, an ISO alpha-3 code, or part of a name in Arabic or Latin letters, of an actor or a
    recipient. `country` is an ISO alpha-3 code of the place or of a participant. `place` is a place's id, GeoNames
    number, or part of its name. `since` and `until` are days, both included: events that may lie between them.
    `auxiliary` is one of PLOVER's auxiliary modes, or `none` for events told as having happened.
    """

    type: str | None = None
    actor: str | None = None
    country: str | None = None
    place: str | None = None
    since: date | None = None
    until: date | None = None
    auxiliary: str | None = None
    denied: bool = False
    """Whether only events are wanted that somebody denies or doubts in their own report."""
    article: str | None = None
    superseded: bool = False
    """Whether to give the events of articles too that a newer version has replaced."""

    def conditions(self) -> list[ColumnElement[bool]]:
        """The conditions, over `events` joined with `articles`."""
        e = t.events.c
        found: list[ColumnElement[bool]] = []
        if not self.superseded:
            found.append(t.articles.c.superseded_by.is_(None))
        if self.article is not None:
            found.append(t.articles.c.id == self.article)
        if self.type is not None:
            found.append(e.type == self.type.upper())
        if self.since is not None:
            known = e.first_day.is_not(None)
            found.append(or_(e.last_day >= self.since.isoformat(), and_(e.last_day.is_(None), known)))
        if self.until is not None:
            known = e.last_day.is_not(None)
            found.append(or_(e.first_day <= self.until.isoformat(), and_(e.first_day.is_(None), known)))
        if self.auxiliary is not None:
            found.append(self._auxiliary(self.auxiliary))
        if self.denied:
            d = t.denials.c
            against = exists(select(1).where(d.article == e.article, d.event == e.n).correlate(t.events))
            found.append(or_(e.stance.in_([s.value for s in Stance if s in AGAINST]), against))
        if self.actor is not None:
            found.append(_has_participant(_named(self.actor)))
        if self.country is not None:
            code = self.country.upper()
            of_actor = and_(t.actors.c.id == t.mentions.c.actor, t.actors.c.country == code)
            found.append(or_(
                _has_place(t.places.c.country == code),
                _has_participant(or_(t.mentions.c.country == code, _has_actor(of_actor))),
            ))  # fmt: skip
        if self.place is not None:
            found.append(_has_place(_placed(self.place)))
        return found

    @staticmethod
    def _auxiliary(wanted: str) -> ColumnElement[bool]:
        packed = t.events.c.auxiliary
        if wanted == "none":
            return packed == ()
        return _contains(packed, f'"{Auxiliary(wanted).value}"')


def _named(wanted: str) -> ColumnElement[bool]:
    """Conditions on `mentions`: whom the words name, by id, code or part of a name."""
    m, a = t.mentions.c, t.actors.c
    words = folded(wanted)
    choices = [m.actor == wanted, _contains(m.folded, words)]
    if len(wanted) == 3 and wanted.isascii() and wanted.isupper():
        choices.append(m.country == wanted)
    choices.append(_has_actor(and_(a.id == m.actor, _contains(a.folded, words))))
    return or_(*choices) if words else false()


def _placed(wanted: str) -> ColumnElement[bool]:
    p = t.places.c
    choices = [p.id == wanted, _contains(p.folded, folded(wanted))]
    if wanted.isascii() and wanted.isdigit():
        choices.append(p.geonameid == int(wanted))
    return or_(*choices)


def _has_actor(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    same = t.actors.c.article == t.mentions.c.article
    return exists(select(1).where(same, condition).correlate(t.mentions))


def _has_participant(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    p, m, e = t.participants.c, t.mentions.c, t.events.c
    joined: FromClause = t.participants.join(t.mentions, and_(m.article == p.article, m.n == p.mention))
    return exists(
        select(1).select_from(joined).where(p.article == e.article, p.event == e.n, condition).correlate(t.events)
    )


def _has_place(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    p, e = t.places.c, t.events.c
    return exists(select(1).where(p.article == e.article, p.n == e.place, condition).correlate(t.events))


def _contains(column: Any, words: str) -> ColumnElement[bool]:
    from sqlalchemy import Text, type_coerce

    return type_coerce(column, Text).contains(words, autoescape=True)
