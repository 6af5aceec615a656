"""Sides: whose deed an event can be, and who denies what his own side did."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.records import Attribution, Auxiliary, Event, Mention, MentionKind, Stance


def denies_own(event: Event, nearest: Attribution) -> bool:
    """Whether somebody says of a deed of his own side that it was not done (`أعلن الجيش أن قواته لم تقصف المدينة`)."""
    moods = set(event.auxiliary)
    if event.stance not in (Stance.ASSERTS, Stance.CONFIRMS) or Auxiliary.NEGATION not in moods:
        return False
    if moods & {Auxiliary.FUTURE, Auxiliary.HYPOTHETICAL}:
        return False
    speakers = [s.mention for s in nearest.chain if s.mention is not None]
    return any(same_side(s, m) for s in speakers for m in event.actors)


_STATE = frozenset({"GOV", "MIL", "COP", "SPY"})


def same_side(one: Mention, other: Mention) -> bool:
    """Whether two are one actor, or both of the same state."""
    if one.actor is not None and one.actor == other.actor:
        return True
    state = all(m.kind is MentionKind.PLACE or _STATE & set(m.sectors) for m in (one, other))
    return state and one.country is not None and one.country == other.country


def side_of(speaker: Mention, mentions: Sequence[Mention]) -> Mention:
    """The body somebody is told to speak for or lead (`المتحدث باسم الجماعة`, `القيادي في الحركة`), else himself."""
    if speaker.kind in (MentionKind.GROUP, MentionKind.PLACE):
        return speaker
    bodies = (MentionKind.GROUP, MentionKind.UNNAMED)
    named = [m for m in mentions if m.kind in bodies and m.actor is not None and m.sectors]
    words = f" {speaker.text} "
    return next((m for m in named if m.span != speaker.span and f" {m.text} " in words), speaker)


def can_be_ours(event: Event, speaker: Mention) -> bool:
    """Whether an event can be a deed of the speaker's side: nobody of a country is named for it, or one of the same."""
    countries = {m.country for m in event.actors if m.country}
    sides = [{side for m in some for side in _sides(m)} for some in ((speaker,), event.actors)]
    if sides[0] and sides[1] and not sides[0] & sides[1]:
        return False
    return not countries or speaker.country is None or speaker.country in countries


def is_ours(event: Event, speaker: Mention) -> bool:
    """Whether an event is told as a deed of the speaker's own side."""
    if not event.actors:
        return can_be_ours(event, speaker)
    return any(same_side(m, speaker) or _alike(m, speaker) for m in event.actors)


def _alike(one: Mention, other: Mention) -> bool:
    """Whether two are of one kind and, as far as is told, of one country (`الشرطة`, `قائد الشرطة`)."""
    apart = one.country is not None and other.country is not None and one.country != other.country
    both = set(one.sectors) & set(other.sectors), _STATE & set(one.sectors) and _STATE & set(other.sectors)
    return not apart and any(both)


def _sides(mention: Mention) -> set[str]:
    """The sides of a conflict that a mention can be of: a state's, or those who fight or oppose it."""
    sectors = set(mention.sectors)
    state, others = sectors & {"GOV", "MIL", "COP", "SPY"}, sectors & {"REB", "OPP", "UAF", "SEP", "INS"}
    return {name for name, some in (("state", state), ("others", others)) if some}
