"""Claims: every event once for everyone who says, doubts or denies it, for asking who claims what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from khabar.records import Attribution, Event, Mention, Record, Stance
from khabar.sources.find import OUTLET
from khabar.stories import LaterDenial, denied_later
from khabar.text.characters import squeeze


@dataclass(frozen=True, slots=True)
class Claim:
    """One event as one source has it."""

    record: Record
    event: Event
    chain: tuple[str, ...]
    """The words of the chain, nearest to the reporter first; empty for the outlet's own voice."""
    speaker: Mention | None
    """Whoever stands at the end of the chain."""
    code: str
    """Country and sectors of the speaker (`PAK/GOV`), or nothing."""
    stance: Stance
    hedged: bool
    disputed: bool
    """Whether somebody denies or doubts the event."""
    later: str | None = None
    """The id of the later report in which the denial stands, where it is not the event's own."""


def claims_of(pairs: Iterable[tuple[Record, Event]], denials: Sequence[LaterDenial] = ()) -> Iterator[Claim]:
    """The claims of some events: the nearest source of each, then everybody who denies it, in it or in `denials`."""
    for record, event in pairs:
        nearest = record.attribution(event)[0]
        later = list(denied_later(record, event, denials))
        disputed = bool(event.denied_by or later) or event.stance in (Stance.DENIES, Stance.DOUBTS)
        chain, speaker = _links(nearest)
        yield Claim(record, event, chain, speaker, _code(record, speaker), event.stance, event.hedged, disputed)
        for denial in event.denied_by:
            if speaker is None or denial.mention.span != speaker.span:
                code = _code(record, denial.mention)
                yield Claim(record, event, (denial.mention.text,), denial.mention, code, denial.stance, False, True)
        for other in later:
            mention = other.source.mention
            words = (mention.text,) if mention is not None else ("?",)
            code, article = _code(other.record, mention), other.record.article.id
            yield Claim(record, event, words, mention, code, other.event.stance, False, True, article)


def _links(attribution: Attribution) -> tuple[tuple[str, ...], Mention | None]:
    if attribution.id == OUTLET:
        return (), None
    words = tuple(s.mention.text if s.mention is not None else "?" for s in attribution.chain)
    return words, attribution.chain[-1].mention if attribution.chain else None


def _code(record: Record, mention: Mention | None) -> str:
    if mention is None:
        return ""
    actor = record.actor(mention)
    country = mention.country or (actor.country if actor else None)
    return "/".join(filter(None, (country, "+".join(mention.sectors or (actor.sectors if actor else ())))))


def by_source(claims: Iterable[Claim], wanted: str) -> Iterator[Claim]:
    """The claims whose chain, or whose speaker's actor, holds the words `wanted` (folded)."""
    folded = squeeze(wanted).lower()
    for claim in claims:
        own = claim.speaker is not None and claim.later is None
        actor = claim.record.actor(claim.speaker) if own and claim.speaker is not None else None
        names = [*claim.chain, *((actor.id, actor.name_ar, actor.name_en or "", *actor.aliases) if actor else ())]
        if any(folded in squeeze(name).lower() for name in names):
            yield claim


def to_dict(claim: Claim) -> dict[str, object]:
    """A claim as a flat dict for JSONL."""
    event = claim.event
    return {
        "source": list(claim.chain),
        "source_actor": claim.speaker.actor if claim.speaker is not None else None,
        "source_code": claim.code or None,
        "stance": str(claim.stance),
        "hedged": claim.hedged,
        "disputed": claim.disputed,
        "denied_in": claim.later,
        "event": event.type,
        "event_id": event.id,
        "event_text": event.trigger_text,
        "actor": [m.text for m in event.actors],
        "recipient": [m.text for m in event.recipients],
        "auxiliary": [str(a) for a in event.auxiliary],
        "sentence": event.sentence.of(claim.record.article.text),
        "article": claim.record.article.id,
        "url": claim.record.article.url,
    }
