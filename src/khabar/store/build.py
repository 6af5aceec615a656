"""Rows put together again into the record they came from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from khabar.records import (
    Actor,
    Article,
    Attribution,
    Auxiliary,
    Denial,
    Event,
    EventPlace,
    EventTime,
    Mention,
    MentionKind,
    Office,
    Place,
    Published,
    Record,
    Removed,
    Sentence,
    Size,
    Source,
    SourceKind,
    Span,
    Stance,
    Time,
    Why,
)

Rows = Mapping[str, Sequence[Any]]
"""The rows of one article, by the table's name, in the order of `n`."""


def build_record(article: Any, rows: Rows) -> Record:
    """The record of one row of `articles` and that article's rows in the other tables."""
    mentions = [_mention(r) for r in rows["mentions"]]
    places = [_place(r) for r in rows["places"]]
    return Record(
        article=_article(article, rows["removed"]),
        sentences=tuple(Sentence(r.number, Span(r.start, r.stop), r.paragraph) for r in rows["sentences"]),
        mentions=tuple(m for m, r in zip(mentions, rows["mentions"], strict=True) if r.listed),
        actors=tuple(_actor(r) for r in rows["actors"]),
        places=tuple(p for p, r in zip(places, rows["places"], strict=True) if r.listed),
        times=tuple(_time(r) for r in rows["times"]),
        events=_events(rows, mentions, places),
        sources=_attributions(rows, mentions),
        coder=article.coder,
    )


def _article(r: Any, removed: Sequence[Any]) -> Article:
    return Article(
        id=r.id, text=r.text, headline_span=_span(r.headline_start, r.headline_stop),
        paragraphs=tuple(Span(*p) for p in r.paragraphs), url=r.url, outlet=r.outlet, byline=tuple(r.byline),
        agencies=tuple(r.agencies), dateline=r.dateline, published=_dated(r._mapping, "published"),
        modified=_dated(r._mapping, "modified"), removed=tuple(Removed(x.text, x.reason, x.rule) for x in removed),
        language=r.language,
    )  # fmt: skip


def _mention(r: Any) -> Mention:
    return Mention(
        Span(r.start, r.stop), r.text, MentionKind(r.kind), Span(r.head_start, r.head_stop),
        _span(r.name_start, r.name_stop), r.actor, r.place, r.country, tuple(r.sectors), r.office, r.resolved_by,
        r.sure,
    )  # fmt: skip


def _actor(r: Any) -> Actor:
    return Actor(
        r.id, r.name_ar, r.name_en, MentionKind(r.kind), r.country, tuple(r.sectors), tuple(r.aliases),
        tuple(Office(*o) for o in r.offices), r.known,
    )  # fmt: skip


def _place(r: Any) -> Place:
    return Place(
        r.id, r.name_ar, r.name_en, r.country, r.level, r.lat, r.lon, r.geonameid, r.feature_class, r.feature_code,
        r.province,
    )  # fmt: skip


def _time(r: Any) -> Time:
    return Time(
        Span(r.start, r.stop), r.text, _day(r.first_day), _day(r.last_day), r.precision, r.clock, r.kind, r.relative
    )


def _attributions(rows: Rows, mentions: list[Mention]) -> tuple[Attribution, ...]:
    chains: dict[int, list[Source]] = {}
    for r in rows["attribution_links"]:
        mention = None if r.mention is None else mentions[r.mention]
        chains.setdefault(r.attribution, []).append(Source(SourceKind(r.kind), mention))
    return tuple(
        Attribution(
            r.id, tuple(chains.get(r.n, ())), Stance(r.stance), _span(r.cue_start, r.cue_stop), r.cue_text,
            Span(r.scope_start, r.scope_stop), r.hedged, r.rule, r.inside,
        )
        for r in rows["attributions"]
    )  # fmt: skip


def _events(rows: Rows, mentions: list[Mention], places: list[Place]) -> tuple[Event, ...]:
    people: dict[tuple[int, str], list[Mention]] = {}
    for r in rows["event_participants"]:
        people.setdefault((r.event, r.role), []).append(mentions[r.mention])
    sizes: dict[int, list[Size]] = {}
    for r in rows["event_sizes"]:
        sizes.setdefault(r.event, []).append(Size(r.kind, r.low, r.high, r.exact, Span(r.start, r.stop), r.text))
    denials: dict[int, list[Denial]] = {}
    for r in rows["denials"]:
        cue, sentence = Span(r.cue_start, r.cue_stop), Span(r.sentence_start, r.sentence_stop)
        denial = Denial(mentions[r.mention], Stance(r.stance), cue, r.cue_text, sentence)
        denials.setdefault(r.event, []).append(denial)
    return tuple(
        Event(
            id=r.id, type=r.type, trigger=Span(r.trigger_start, r.trigger_stop), trigger_text=r.trigger_text,
            sentence=Span(r.sentence_start, r.sentence_stop), modes=tuple(r.modes), contexts=tuple(r.contexts),
            cameo=r.cameo, actors=tuple(people.get((r.n, "actor"), ())),
            recipients=tuple(people.get((r.n, "recipient"), ())), time=_event_time(r), place=_event_place(r, places),
            size=tuple(sizes.get(r.n, ())), auxiliary=tuple(Auxiliary(a) for a in r.auxiliary),
            sources=tuple(r.sources), stance=Stance(r.stance), hedged=r.hedged, denied_by=tuple(denials.get(r.n, ())),
            also=tuple(Span(*s) for s in r.also), confidence=r.confidence, why=Why(r.entry, r.rule, tuple(r.proved)),
        )
        for r in rows["events"]
    )  # fmt: skip


def _event_time(r: Any) -> EventTime | None:
    if r.time_precision is None:
        return None
    span = _span(r.time_start, r.time_stop)
    return EventTime(_day(r.first_day), _day(r.last_day), r.time_precision, r.time_origin, span, r.time_text)


def _event_place(r: Any, places: list[Place]) -> EventPlace | None:
    if r.place is None:
        return None
    return EventPlace(places[r.place], r.place_origin, _span(r.place_start, r.place_stop), r.place_text, r.place_sure)


def _span(start: int | None, stop: int | None) -> Span | None:
    return None if start is None or stop is None else Span(start, stop)


def _dated(row: Mapping[str, Any], prefix: str) -> Published | None:
    if row[prefix] is None:
        return None
    return Published(*(row[prefix + s] for s in ("", "_precision", "_zone", "_text", "_origin")))


def _day(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)
