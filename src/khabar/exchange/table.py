"""Events as a flat table: one line an event, one column a fact, for spreadsheets and statistics."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from khabar.exchange.plover import QUAD_CODE, country_name
from khabar.records import Event, Mention, Record
from khabar.sources.tellings import Telling, tellings
from khabar.stories import LaterDenial, denied_later

COLUMNS: dict[str, str] = {
    "id": "the event's id",
    "date": "first day, ISO 8601; empty where open or not known",
    "enddate": "last day",
    "date_precision": "day, week, month, year ...",
    "date_from": "event, sentence, report, published or unknown",
    "type": "PLOVER event type",
    "mode": "PLOVER modes, parted by |",
    "context": "PLOVER contexts, parted by |",
    "quad_code": "1 verbal and 2 material cooperation, 3 verbal and 4 material conflict",
    "cameo": "CAMEO code",
    "actor": "who did it, in the text's words, parted by |",
    "actor_name": "English names, one for each, - where not known",
    "actor_id": "ids of known actors, - where not known",
    "actor_code": "countries (ISO alpha-3) or IGO, NGO, MNC, INT, - where not known",
    "actor_sector": "PLOVER sectors, those of one actor parted by +",
    "recipient": "to whom, as for the actor",
    "recipient_name": "",
    "recipient_id": "",
    "recipient_code": "",
    "recipient_sector": "",
    "place": "English name of the place",
    "place_text": "the words it was read from",
    "place_country": "country of the place, ISO alpha-3",
    "place_country_name": "its English name",
    "geonameid": "GeoNames number",
    "lat": "degrees north",
    "lon": "degrees east",
    "place_level": "5 sub-city, 4 city, 3 district, 2 province, 1 country",
    "dead": "number or low-high, high open as low+",
    "injured": "",
    "arrested": "",
    "other_sizes": "kind=number, parted by |",
    "auxiliary": "historical, future, hypothetical, negation, parted by |; empty: told as having happened",
    "source": "who tells it, parted by |; a chain has < between its links, nearest to the reporter first",
    "source_kind": "what kind of source each of them is, parted in the same way",
    "source_code": "country of each, - where not known",
    "source_stance": "how each of them stands to it: asserts, confirms, doubts ..., parted by |",
    "stance": "that of the first: asserts, denies, doubts ...",
    "hedged": "1 where the source is not sure, else 0",
    "denied_by": "who denies it in the same report, parted by |",
    "denied_later": "who denies it in a later report of the same story, each with that article's id, parted by |",
    "trigger": "the words that name the event",
    "trigger_start": "their offset in the article's text, in characters",
    "trigger_end": "their end, excluded",
    "sentence": "the sentence they stand in",
    "confidence": "0 to 1",
    "entry": "the lexicon entry that made the event",
    "rule": "the rule that made it",
    "article": "the article's id",
    "published": "when it was published",
    "outlet": "who published it",
    "agency": "the agencies whose copy it is, parted by |",
    "url": "where",
    "headline": "its headline",
    "coder": "version of khabar and of its lexicon",
}
"""The columns in their order, and what stands in them."""

Pairs = Iterable[tuple[Record, Event]]


def to_csv(pairs: Pairs, denials: Sequence[LaterDenial] = ()) -> Iterator[str]:
    """CSV lines (RFC 4180, but with a bare line feed), the head first; the same events always give the same text.

    `denials` are those of other reports (`khabar.stories.denials_in`).
    """
    return csv_lines(COLUMNS, (event_to_row(record, event, denials) for record, event in pairs))


def csv_lines(columns: Iterable[str], rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """The head, then a line a row; RFC 4180, but with a bare line feed."""
    names = list(columns)
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(names)
    for row in rows:
        writer.writerow([row[name] for name in names])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue()


def event_to_row(record: Record, event: Event, denials: Sequence[LaterDenial] = ()) -> dict[str, Any]:
    """One event as a flat dict whose keys are `COLUMNS`; None where nothing is known."""
    time, article = event.time, record.article
    later = denied_later(record, event, denials)
    return {
        "id": event.id,
        "date": time and time.start and time.start.isoformat(),
        "enddate": time and time.end and time.end.isoformat(),
        "date_precision": time and time.precision,
        "date_from": time and time.origin,
        "type": event.type,
        "mode": "|".join(event.modes),
        "context": "|".join(event.contexts),
        "quad_code": QUAD_CODE.get(event.type),
        "cameo": event.cameo,
        **_people(record, "actor", event.actors),
        **_people(record, "recipient", event.recipients),
        **_place(event),
        **_sizes(event),
        "auxiliary": "|".join(a.value for a in event.auxiliary),
        **_sources(record, tellings(record, event)),
        "stance": event.stance.value,
        "hedged": int(event.hedged),
        "denied_by": "|".join(d.mention.text for d in event.denied_by),
        "denied_later": "|".join(f"{d.words} {d.record.article.id}" for d in later),
        "trigger": event.trigger_text,
        "trigger_start": event.trigger.start,
        "trigger_end": event.trigger.end,
        "sentence": event.sentence.of(article.text),
        "confidence": round(event.confidence, 4),
        "entry": event.why.entry,
        "rule": event.why.rule,
        "article": article.id,
        "published": article.published and article.published.value,
        "outlet": article.outlet,
        "agency": "|".join(article.agencies),
        "url": article.url,
        "headline": article.headline,
        "coder": record.coder,
    }


def _people(record: Record, role: str, mentions: tuple[Mention, ...]) -> dict[str, str]:
    actors = [record.actor(m) for m in mentions]
    return {
        role: "|".join(m.text for m in mentions),
        f"{role}_name": "|".join((a and a.name_en) or "-" for a in actors),
        f"{role}_id": "|".join(m.actor or "-" for m in mentions),
        f"{role}_code": "|".join(record.country(m) or "-" for m in mentions),
        f"{role}_sector": "|".join("+".join(record.sectors(m)) or "-" for m in mentions),
    }


def _place(event: Event) -> dict[str, Any]:
    at = event.place
    place = at and at.place
    return {
        "place": place and place.name_en,
        "place_text": at and at.text,
        "place_country": place and place.country,
        "place_country_name": country_name(place.country) if place else None,
        "geonameid": place and place.geonameid,
        "lat": place and place.lat,
        "lon": place and place.lon,
        "place_level": place and place.level,
    }


def _sizes(event: Event) -> dict[str, str | None]:
    told: dict[str, str] = {}
    for s in event.size:
        span = str(s.low) if s.high == s.low else f"{s.low}+" if s.high is None else f"{s.low}-{s.high}"
        told.setdefault(s.kind, span)
    named = {kind: told.pop(kind, None) for kind in ("dead", "injured", "arrested")}
    return {**named, "other_sizes": "|".join(f"{kind}={number}" for kind, number in told.items())}


def _sources(record: Record, told_by: Iterable[Telling]) -> dict[str, str]:
    told_by = list(told_by)
    return {
        "source": "|".join(" < ".join(s.mention.text if s.mention else s.kind.value for s in t.chain) for t in told_by),
        "source_kind": "|".join(" < ".join(s.kind.value for s in t.chain) for t in told_by),
        "source_code": "|".join(" < ".join(record.country(s.mention) or "-" for s in t.chain) for t in told_by),
        "source_stance": "|".join(t.stance.value for t in told_by),
    }
