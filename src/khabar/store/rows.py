"""A record taken apart into rows, one list a table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from khabar.records import Article, Event, Mention, Place, Published, Record, Span
from khabar.text.characters import squeeze

Row = dict[str, Any]


def folded(*words: str | None) -> str:
    """Words as searches compare them: folded, without marks, lower case, parted by line ends."""
    return "\n".join(squeeze(word).lower() for word in words if word)


def article_row(article: Article) -> Row:
    """The row of `articles`, without `seq`, `coder`, `superseded_by` and `read_at`."""
    return {
        "id": article.id, "url": article.url, "outlet": article.outlet, "text": article.text,
        **_span("headline_", article.headline_span), "paragraphs": [(p.start, p.end) for p in article.paragraphs],
        "byline": article.byline, "agencies": article.agencies, "dateline": article.dateline,
        **_dated("published", article.published), **_dated("modified", article.modified),
        "language": article.language,
    }  # fmt: skip


def coded_rows(record: Record) -> dict[str, list[Row]]:
    """The rows of every other table, by the table's name."""
    mentions = _Numbered(record.mentions)
    places = _Numbered(record.places)
    rows: dict[str, list[Row]] = {"removed": [], "sentences": [], "times": [], "actors": []}
    for r in record.article.removed:
        rows["removed"].append({"text": r.text, "reason": r.reason, "rule": r.rule})
    for s in record.sentences:
        rows["sentences"].append({"number": s.index, **_span("", s.span), "paragraph": s.paragraph})
    for t in record.times:
        rows["times"].append({
            **_span("", t.span), "text": t.text, "first_day": _day(t.start), "last_day": _day(t.end),
            "precision": t.precision, "clock": t.clock, "kind": t.kind, "relative": t.relative,
        })  # fmt: skip
    for a in record.actors:
        rows["actors"].append({
            "id": a.id, "name_ar": a.name_ar, "name_en": a.name_en, "kind": a.kind.value, "country": a.country,
            "sectors": a.sectors, "aliases": a.aliases,
            "offices": [(o.title, o.country, o.start, o.end) for o in a.offices],
            "known": a.known, "folded": folded(a.name_ar, a.name_en, *a.aliases),
        })  # fmt: skip
    _attributions(record, mentions, rows)
    _events(record.events, mentions, places, rows)
    rows["mentions"] = [_mention(m, n < len(record.mentions)) for n, m in enumerate(mentions.items)]
    rows["places"] = [_place(p, n < len(record.places)) for n, p in enumerate(places.items)]
    for name, of_table in rows.items():
        for n, row in enumerate(of_table):
            row["article"] = record.article.id
            if name not in _NUMBERED_BY_HAND:
                row["n"] = n
    return rows


_NUMBERED_BY_HAND = {"attribution_links", "event_participants", "event_sizes", "denials"}


class _Numbered:
    """Mentions or places by number: those the record lists first, then those that only events or sources point to."""

    def __init__(self, listed: Iterable[Any]) -> None:
        self.items: list[Any] = list(listed)
        self._numbers: dict[Any, int] = {}
        for n, item in enumerate(self.items):
            self._numbers.setdefault(item, n)

    def number(self, item: Any) -> int:
        known = self._numbers.get(item)
        if known is None:
            known = self._numbers[item] = len(self.items)
            self.items.append(item)
        return known


def _attributions(record: Record, mentions: _Numbered, rows: dict[str, list[Row]]) -> None:
    rows["attributions"], rows["attribution_links"] = [], []
    for n, a in enumerate(record.sources):
        rows["attributions"].append({
            "id": a.id, "stance": a.stance.value, **_span("cue_", a.cue), "cue_text": a.cue_text,
            **_span("scope_", a.scope), "hedged": a.hedged, "rule": a.rule, "inside": a.inside,
        })  # fmt: skip
        for i, link in enumerate(a.chain):
            mention = None if link.mention is None else mentions.number(link.mention)
            rows["attribution_links"].append({"attribution": n, "n": i, "kind": link.kind.value, "mention": mention})


def _events(events: Iterable[Event], mentions: _Numbered, places: _Numbered, rows: dict[str, list[Row]]) -> None:
    rows |= {"events": [], "event_participants": [], "event_sizes": [], "denials": []}
    for n, e in enumerate(events):
        rows["events"].append(_event(e, places))
        for role, people in (("actor", e.actors), ("recipient", e.recipients)):
            rows["event_participants"] += [
                {"event": n, "role": role, "n": i, "mention": mentions.number(m)} for i, m in enumerate(people)
            ]
        rows["event_sizes"] += [
            {"event": n, "n": i, "kind": s.kind, "low": s.low, "high": s.high, "exact": s.exact, **_span("", s.span),
             "text": s.text} for i, s in enumerate(e.size)
        ]  # fmt: skip
        rows["denials"] += [
            {"event": n, "n": i, "mention": mentions.number(d.mention), "stance": d.stance.value,
             **_span("cue_", d.cue), "cue_text": d.cue_text, **_span("sentence_", d.sentence)}
            for i, d in enumerate(e.denied_by)
        ]  # fmt: skip


def _event(e: Event, places: _Numbered) -> Row:
    time, place = e.time, e.place
    return {
        "id": e.id, "type": e.type, **_span("trigger_", e.trigger), "trigger_text": e.trigger_text,
        **_span("sentence_", e.sentence), "modes": e.modes, "contexts": e.contexts, "cameo": e.cameo,
        "first_day": time and _day(time.start), "last_day": time and _day(time.end),
        "time_precision": time and time.precision, "time_origin": time and time.origin,
        **_span("time_", None if time is None else time.span), "time_text": time and time.text,
        "place": None if place is None else places.number(place.place), "place_origin": place and place.origin,
        **_span("place_", None if place is None else place.span), "place_text": place and place.text,
        "place_sure": place and place.sure,
        "auxiliary": e.auxiliary, "sources": e.sources, "stance": e.stance.value, "hedged": e.hedged,
        "also": [(s.start, s.end) for s in e.also], "confidence": e.confidence,
        "entry": e.why.entry, "rule": e.why.rule, "proved": e.why.proved,
    }  # fmt: skip


def _mention(m: Mention, listed: bool) -> Row:
    return {
        "listed": listed, **_span("", m.span), "text": m.text, "kind": m.kind.value, **_span("head_", m.head),
        **_span("name_", m.name), "actor": m.actor, "place": m.place, "country": m.country, "sectors": m.sectors,
        "office": m.office, "resolved_by": m.resolved_by, "sure": m.sure, "folded": folded(m.text),
    }  # fmt: skip


def _place(p: Place, listed: bool) -> Row:
    return {
        "listed": listed, "id": p.id, "name_ar": p.name_ar, "name_en": p.name_en, "country": p.country,
        "level": p.level, "lat": p.lat, "lon": p.lon, "geonameid": p.geonameid, "feature_class": p.feature_class,
        "feature_code": p.feature_code, "province": p.province, "folded": folded(p.name_ar, p.name_en),
    }  # fmt: skip


def _span(prefix: str, span: Span | None) -> Row:
    return {f"{prefix}start": None if span is None else span.start, f"{prefix}stop": None if span is None else span.end}


def _dated(prefix: str, at: Published | None) -> Row:
    values = (None,) * 5 if at is None else (at.value, at.precision, at.zone, at.text, at.origin)
    return dict(zip((prefix + s for s in ("", "_precision", "_zone", "_text", "_origin")), values, strict=True))


def _day(day: Any) -> str | None:
    return None if day is None else day.isoformat()
