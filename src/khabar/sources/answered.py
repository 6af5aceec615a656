"""What somebody denies and others have told: it stands as they tell it, and he is who denies it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from khabar.events.scene import Scene
from khabar.events.types import SPOKEN
from khabar.lexicon.words import word_list
from khabar.records import Attribution, Auxiliary, Denial, Event, Mention, Span, Stance
from khabar.sources.denying import is_one
from khabar.sources.rebutted import is_rebutted, rebutted_in
from khabar.sources.sides import same_side

_SAYING = (Stance.ASSERTS, Stance.CONFIRMS)
_TELLING = (Stance.ASSERTS, Stance.CONFIRMS, Stance.ACCUSES)


def as_told(events: Sequence[Event], attributions: Sequence[Attribution], scenes: Sequence[Scene]) -> list[Event]:
    """The events; one told most fully by who denies it has the voice of others who tell it elsewhere.

    `نفى الجيش أن يكون قصف القرية. وكان ناشطون قالوا إنه قصفها`: the activists say so, and the army denies it.
    """
    by_id = {a.id: a for a in attributions}
    answered = [_said_against(e, attributions, scenes) for e in events]
    return [_as_told(e, by_id[e.sources[0]], attributions, scenes) for e in answered]


def _said_against(event: Event, attributions: Sequence[Attribution], scenes: Sequence[Scene]) -> Event:
    """An event with who says that it was not done, against those named behind his words (`خلافا لما بثته الشبكة`)."""
    if Auxiliary.NEGATION not in event.auxiliary or event.denied_by:
        return event
    over = [a for a in attributions if a.cue is not None and a.scope.contains(event.trigger)]
    told = [a.scope for a in over if is_rebutted(a)]
    own = next((a for a in over if a.scope in told and a.stance in _SAYING and not is_rebutted(a)), None)
    speaker = next((s.mention for s in reversed(own.chain) if s.mention is not None), None) if own else None
    if own is None or own.cue is None or speaker is None:
        return event
    where = next((s.sentence.span for s in scenes if s.sentence.span.contains(own.cue)), own.scope)
    denial = Denial(speaker, Stance.DENIES, own.cue, own.cue_text or "", where)
    return replace(event, denied_by=(denial,))


def _as_told(
    event: Event, own: Attribution, attributions: Sequence[Attribution], scenes: Sequence[Scene]
) -> Event:
    deniers = [d.mention for d in event.denied_by if d.stance is Stance.DENIES]
    if not deniers or not (event.stance is Stance.DENIES or _is_of(own, deniers)):
        return event
    for span in sorted({event.trigger, *event.also}, key=lambda s: s.start):
        over = _over(span, attributions)
        over = [a for a in over if is_rebutted(a)] or over
        if not over or over[0].stance not in _TELLING or _is_of(over[0], deniers):
            continue
        if not is_rebutted(over[0]) and (event.type in SPOKEN or _is_negated(span, scenes)):
            continue
        moods = tuple(a for a in event.auxiliary if a is not Auxiliary.NEGATION)
        sources = (*(a.id for a in over), event.sources[-1])
        hedged = event.hedged or any(a.hedged for a in over)
        return replace(event, stance=over[0].stance, sources=sources, auxiliary=moods, hedged=hedged)
    return event


def nearest_first(over: Sequence[Attribution]) -> list[Attribution]:
    """Attributions that hold the same words, the innermost first: the one whose cue the others hold as well.

    Under a denial, those of nobody in particular (`نفى أنباء عن`) come last.
    """

    def outside(one: Attribution) -> int:
        cue = one.cue
        return sum(a is not one and cue is not None and a.scope.contains(cue) for a in over)

    denied = any(a.stance is Stance.DENIES for a in over)

    def is_nobodys(one: Attribution) -> bool:
        return denied and all(s.mention is None for s in one.chain)

    return sorted(over, key=lambda a: (is_nobodys(a), -outside(a), a.stance is not Stance.DENIES, len(a.scope)))


def _over(span: Span, attributions: Sequence[Attribution]) -> list[Attribution]:
    """Who tells what stands at some words, the nearest first, without a denial that is only of his telling."""
    over = [a for a in attributions if a.cue is not None and a.scope.contains(span)]
    over = [a for a in over if not rebutted_in(span, a, attributions) and any(s.mention for s in a.chain)]
    return nearest_first(over)


def _is_of(attribution: Attribution, deniers: Sequence[Mention]) -> bool:
    """Whether the words are of somebody who denies, or of his side."""
    tellers = [s.mention for s in attribution.chain if s.mention is not None]
    return any(is_one(t, d) or same_side(t, d) or t.text == d.text for t in tellers for d in deniers)


_NOT = word_list(__name__, "not")


def _is_negated(span: Span, scenes: Sequence[Scene]) -> bool:
    """Whether words tell that a thing was not done (`قال الجيش إنه لم يقصف`)."""
    scene = next((s for s in scenes if s.sentence.span.contains(span)), None)
    words = scene.words_at(span) if scene is not None else []
    if scene is None or not words:
        return True
    at = words[0].index
    return bool(_NOT & {w.norm for w in scene.words[max(at - 2, 0) : at]})
