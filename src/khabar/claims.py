"""Claims: every event once for everyone who says, doubts or denies it, for asking who claims what."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from khabar.records import Event, Mention, Record, Source, Stance
from khabar.sources.tellings import Telling, chain_words, other_denials, tellings
from khabar.stories import LaterDenial, denied_later
from khabar.text.characters import squeeze


@dataclass(frozen=True, slots=True)
class Claim:
    """One event as one source has it."""

    record: Record
    event: Event
    source: Record
    """The record whose text names the source: another one for a denial in a later report."""
    chain: tuple[Source, ...]
    """Nearest to the reporter first; only the outlet where it speaks for itself."""
    words: tuple[str, ...]
    """The words of the chain; empty for the outlet's own voice."""
    code: str
    """Country and sectors of the speaker (`PAK/GOV`), or nothing."""
    stance: Stance
    hedged: bool
    disputed: bool
    """Whether somebody denies or doubts the event."""
    one_sided: bool
    """Whether one side alone tells it, and not the outlet for itself."""
    denied_in: str | None = None
    """The id of the later report in which a denial stands, where it is not the event's own."""

    @property
    def speaker(self) -> Mention | None:
        """Whose words they are; None for the outlet and for nobody in particular."""
        return self.chain[-1].mention


def claims_of(pairs: Iterable[tuple[Record, Event]], denials: Sequence[LaterDenial] = ()) -> Iterator[Claim]:
    """The claims of some events: all who tell of each, then all who deny it, in its report or in `denials`."""
    for record, event in pairs:
        told_by = tellings(record, event)
        later = list(denied_later(record, event, denials))
        disputed = bool(event.denied_by or later) or any(map(_is_against, told_by))
        one_sided = _is_one_side(record, told_by)
        for telling in told_by:
            code = record.code(telling.speaker)
            yield Claim(record, event, record, telling.chain, chain_words(telling), code, telling.stance,
                        telling.hedged, disputed, one_sided)  # fmt: skip
        for denial in other_denials(event, told_by):
            yield Claim(record, event, record, (record.denier(denial),), (denial.mention.text,),
                        record.code(denial.mention), denial.stance, False, True, one_sided)  # fmt: skip
        for other in later:
            code = other.record.code(other.source.mention)
            yield Claim(record, event, other.record, (other.source,), (other.words,), code, other.event.stance, False,
                        True, one_sided, other.record.article.id)  # fmt: skip


def _is_against(telling: Telling) -> bool:
    """Whether somebody denies or doubts an event; what nobody in particular tells (`قيل إن`) nobody disputes."""
    return telling.stance is Stance.DENIES or (telling.stance is Stance.DOUBTS and telling.speaker is not None)


def _is_one_side(record: Record, told_by: Sequence[Telling]) -> bool:
    """Whether all who tell of an event are of one country's sector, or one, and the outlet is not among them."""
    if any(t.is_outlet or t.stance is Stance.DENIES for t in told_by):
        return False
    return len({record.code(t.speaker) or "".join(chain_words(t)[-1:]) for t in told_by}) == 1


def by_source(wanted: str) -> Callable[[Claim], bool]:
    """Whether a claim's chain, its speaker's actor, or, where it speaks for itself, its outlet holds some words."""
    folded = squeeze(wanted).lower()

    def names_it(claim: Claim) -> bool:
        article = claim.record.article
        own = () if claim.words else (article.outlet or "", *article.agencies, *article.byline)
        actor = claim.source.actor(claim.speaker) if claim.speaker is not None else None
        known = (actor.id, actor.name_ar, actor.name_en or "", *actor.aliases) if actor else ()
        return any(folded in squeeze(name).lower() for name in (*claim.words, *own, *known))

    return names_it
