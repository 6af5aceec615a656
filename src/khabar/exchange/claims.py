"""Claims for programs: the source first, then the event as in the table of events, one claim a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from khabar.claims import Claim
from khabar.exchange.plover import entity
from khabar.exchange.table import COLUMNS, csv_lines, event_to_row

CLAIM_COLUMNS: dict[str, str] = {
    "source": "who says so, a chain nearest to the reporter first, < between its links; empty: the outlet itself",
    "source_kind": "what kind of source each of them is",
    "source_id": "the speaker's id, where known",
    "source_code": "country and sectors of the speaker (PAK/GOV)",
    "stance": "how that source stands to the event: asserts, denies, doubts ...",
    "hedged": "1 where the source is not sure, else 0",
    "disputed": "1 where somebody denies or doubts the event, else 0",
    "one_sided": "1 where one side alone tells the event, and not the outlet for itself, else 0",
    "denied_in": "the later article in which this denial stands",
}
"""What comes before an event's own columns."""

_OF_EVENT = [
    name
    for name in COLUMNS
    if name not in CLAIM_COLUMNS and name not in ("source_stance", "denied_by", "denied_later")
]


def to_csv(claims: Iterable[Claim]) -> Iterator[str]:
    """CSV lines as those of events, the head first."""
    return csv_lines([*CLAIM_COLUMNS, *_OF_EVENT], map(claim_to_row, claims))


def claim_to_row(claim: Claim) -> dict[str, Any]:
    """A claim as a flat dict: `CLAIM_COLUMNS`, then the event's own."""
    event = event_to_row(claim.record, claim.event)
    return {
        "source": " < ".join(claim.words),
        "source_kind": " < ".join(s.kind.value for s in claim.chain),
        "source_id": claim.speaker and claim.speaker.actor,
        "source_code": claim.code,
        "stance": claim.stance.value,
        "hedged": int(claim.hedged),
        "disputed": int(claim.disputed),
        "one_sided": int(claim.one_sided),
        "denied_in": claim.denied_in,
        **{name: event[name] for name in _OF_EVENT},
    }


def to_jsonl(claims: Iterable[Claim]) -> Iterator[bytes]:
    """JSONL in UTF-8, a claim a line with its line end."""
    for claim in claims:
        yield msgspec.json.encode(claim_to_dict(claim)) + b"\n"


def claim_to_dict(claim: Claim) -> dict[str, Any]:
    """A claim as a dict: the links of `source` with their spans, in the article `source_article`; then the event."""
    record, event = claim.record, claim.event
    links = []
    for link in claim.chain:
        who = {} if link.mention is None else entity(claim.source, link.mention)
        links.append({**who, "mention_kind": who.get("kind"), "kind": link.kind.value})
    row = event_to_row(record, event)
    return {
        "source": links,
        "source_code": claim.code or None,
        "stance": claim.stance.value,
        "hedged": claim.hedged,
        "disputed": claim.disputed,
        "one_sided": claim.one_sided,
        "denied_in": claim.denied_in,
        "source_article": claim.source.article.id,
        "event_id": event.id,
        "event": event.type,
        "mode": list(event.modes),
        "auxiliary": [a.value for a in event.auxiliary],
        "date": row["date"],
        "enddate": row["enddate"],
        "actor": [entity(record, m) for m in event.actors],
        "recipient": [entity(record, m) for m in event.recipients],
        "size": {s.kind: s.low for s in reversed(event.size)},
        **{name: row[name] for name in _PLACE},
        **{name: row[name] for name in _ARTICLE},
    }


_PLACE = ("place", "place_text", "place_country", "geonameid", "lat", "lon")
_ARTICLE = (
    "trigger", "trigger_start", "trigger_end", "sentence", "article", "published", "outlet", "agency", "url",
    "headline", "coder",
)  # fmt: skip
