"""Events in PLOVER's shape (Open Event Data Alliance, draft 0.8, 2021), with what khabar knows beside.

PLOVER's field names are kept exactly: `id`, `date`, `enddate`, `event`, `mode`, `context`, `quad_code`, `actor`,
`recipient`, `event_loc`, `size`, `event_text`, `text_info`, `cite_info`, `coder`. `coded_date` is left out: it would
make the same input give another output every day. Ours are `date_info`, `cameo`, `auxiliary`, `sources`, `stance`,
`hedged`, `denied_by`, `denied_later`, `also`, `confidence`, `why` and `article`. Every `start` and `end` is a character
offset into the article's text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

import msgspec

from khabar.records import Denial, Event, EventPlace, EventTime, Mention, Record, Size, Span
from khabar.sources.tellings import Telling, tellings
from khabar.stories import LaterDenial, denied_later

_QUAD_TYPES = {
    1: "AGREE CONSULT SUPPORT CONCEDE",
    2: "COOPERATE AID RETREAT",
    3: "REQUEST ACCUSE REJECT THREATEN",
    4: "PROTEST SANCTION MOBILIZE COERCE ASSAULT",
}
QUAD_CODE = {name: code for code, names in _QUAD_TYPES.items() for name in names.split()}
"""Verbal cooperation 1, material cooperation 2, verbal conflict 3, material conflict 4, by event type."""

_WIKIDATA = re.compile(r"Q[1-9][0-9]*")


def event_to_dict(record: Record, event: Event, denials: Sequence[LaterDenial] = ()) -> dict[str, Any]:
    """One event of a record as a dict fit for JSON; the order of its keys never changes.

    `denials` are those of other reports (`khabar.stories.denials_in`): `denied_later` has which of them are of it.
    """
    article = record.article
    return {
        "id": event.id,
        **_dates(event.time),
        "event": [event.type],
        "mode": list(event.modes),
        "context": list(event.contexts),
        "quad_code": QUAD_CODE.get(event.type),
        "cameo": event.cameo,
        "actor": [entity(record, m) for m in event.actors],
        "recipient": [entity(record, m) for m in event.recipients],
        "event_loc": [] if event.place is None else [_location(event.place)],
        "size": _size(event.size),
        "event_text": [event.trigger_text],
        "text_info": _text_info(record, event),
        "auxiliary": [a.value for a in event.auxiliary],
        "sources": [link for n, t in enumerate(tellings(record, event)) for link in _chain(record, n, t)],
        "stance": event.stance.value,
        "hedged": event.hedged,
        "denied_by": [_denial(record, d) for d in event.denied_by],
        "denied_later": [_later(d) for d in denied_later(record, event, denials)],
        "also": [{**_offsets(s), "text": s.of(article.text)} for s in event.also],
        "confidence": round(event.confidence, 4),
        "why": {"entry": event.why.entry, "rule": event.why.rule, "proved": list(event.why.proved)},
        "article": article.id,
        "cite_info": {
            "title": article.headline,
            "publication": article.outlet,
            "agencies": list(article.agencies),
            "byline": list(article.byline),
            "url": article.url,
            "language": article.language,
            "published": None if article.published is None else article.published.value,
        },
        "coder": record.coder,
    }


def to_jsonl(pairs: Iterable[tuple[Record, Event]], denials: Sequence[LaterDenial] = ()) -> Iterator[bytes]:
    """JSONL in UTF-8, an event a line with its line end; the same events and `denials` always give the same bytes."""
    for record, event in pairs:
        yield msgspec.json.encode(event_to_dict(record, event, denials)) + b"\n"


def entity(record: Record, mention: Mention) -> dict[str, Any]:
    """A mention as a PLOVER entity, with our `kind`, `actor_id`, `name_ar` and `resolved_by`."""
    actor = record.actor(mention)
    return {
        "entity_text": mention.text,
        **_offsets(mention.span),
        "kind": mention.kind.value,
        "code": record.country(mention),
        "sector": list(record.sectors(mention)),
        "identifier_id": actor.id if actor and _WIKIDATA.fullmatch(actor.id) else None,
        "identifier_text": actor.name_en if actor else None,
        "name_ar": actor.name_ar if actor else None,
        "actor_id": mention.actor,
        "resolved_by": mention.resolved_by,
        "office": mention.office,
    }


def _dates(time: EventTime | None) -> dict[str, Any]:
    """`date` and `enddate` as PLOVER has them, and `date_info`: how exact, where from, and the words."""
    if time is None:
        return {"date": None, "enddate": None, "date_info": None}
    info = {"precision": time.precision, "from": time.origin, "text": time.text, **_offsets(time.span)}
    start, end = (None if day is None else day.isoformat() for day in (time.start, time.end))
    return {"date": start, "enddate": end, "date_info": info}


def _location(at: EventPlace) -> dict[str, Any]:
    place = at.place
    return {
        "extracted_place": at.text,
        "resolved_place": place.name_en,
        "resolved_place_ar": place.name_ar,
        "geonameid": place.geonameid,
        "place_id": place.id,
        "lat": place.lat,
        "lon": place.lon,
        "city": place.name_en if place.level == 4 else None,
        "district": place.name_en if place.level == 3 else None,
        "province": place.name_en if place.level == 2 else place.province,
        "country": country_name(place.country),
        "country_code": place.country,
        "feature_class": place.feature_class,
        "feature_code": place.feature_code,
        "resolution": place.level,
        "from": at.origin,
        **_offsets(at.span),
        "sure": round(at.sure, 4),
    }


def _size(sizes: Iterable[Size]) -> dict[str, Any]:
    """PLOVER's size: the least number of each kind; ours: its bounds and its words, under `_info`."""
    found: dict[str, Any] = {}
    info = []
    for s in sizes:
        found.setdefault(s.kind, s.low)
        bounds = {"low": s.low, "high": s.high, "exact": s.exact}
        info.append({"kind": s.kind, **bounds, "text": s.text, **_offsets(s.span)})
    return {**found, "info": info} if info else {}


def _text_info(record: Record, event: Event) -> dict[str, Any]:
    sequence = next((s.index for s in record.sentences if s.span.contains(event.trigger)), None)
    return {
        "sequence": sequence,
        **_offsets(event.trigger),
        "sentence": event.sentence.of(record.article.text),
        "sentence_start": event.sentence.start,
        "sentence_end": event.sentence.end,
    }


def _chain(record: Record, number: int, telling: Telling) -> Iterator[dict[str, Any]]:
    """The links of a telling, each with the number of the telling and its place in the chain.

    `mention_kind` is what the words name, `kind` what kind of source it is.
    """
    said_by = telling.attribution
    cue = None if said_by.cue is None else {"text": said_by.cue_text, **_offsets(said_by.cue)}
    said = {"cue": cue, "stance": telling.stance.value, "hedged": telling.hedged, "rule": said_by.rule}
    for place, link in enumerate(telling.chain):
        of_mention = {} if link.mention is None else entity(record, link.mention)
        kinds = {"kind": link.kind.value, "mention_kind": of_mention.pop("kind", None)}
        yield {"telling": number, "link": place, **kinds, **of_mention, **said}


def _later(denial: LaterDenial) -> dict[str, Any]:
    """A denial that another report has: who, how, and where it stands."""
    article, event = denial.record.article, denial.event
    who = {} if denial.source.mention is None else entity(denial.record, denial.source.mention)
    return {
        **who,
        "kind": denial.source.kind.value,
        "stance": event.stance.value,
        "article": article.id,
        "event": event.id,
        "published": None if article.published is None else article.published.value,
        "url": article.url,
        "sentence": event.sentence.of(article.text),
    }


def _denial(record: Record, denial: Denial) -> dict[str, Any]:
    sentence = denial.sentence.of(record.article.text)
    return {
        **entity(record, denial.mention),
        "stance": denial.stance.value,
        "cue": {"text": denial.cue_text, **_offsets(denial.cue)},
        "text_info": {"sentence": sentence, **_offsets(denial.sentence)},
    }


def _offsets(span: Span | None) -> dict[str, int | None]:
    return {"start": None if span is None else span.start, "end": None if span is None else span.end}


def country_name(code: str | None) -> str | None:
    """The English name of a country by its ISO alpha-3 code; None where there is none."""
    return None if code is None else _states().get(code)


@lru_cache(maxsize=1)
def _states() -> dict[str, str]:
    from khabar.lexicon.cache import ROOT

    head, *lines = (ROOT / "actors" / "states.tsv").read_text(encoding="utf-8").splitlines()
    code, name = head.split("\t").index("code"), head.split("\t").index("name_en")
    return {fields[code]: fields[name] for fields in (line.split("\t") for line in lines if line.strip())}
