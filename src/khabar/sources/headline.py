"""What only the headline tells in nobody's name: whoever the first sentence of the body cites for all that it tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from khabar.events.scene import Scene
from khabar.events.types import SPOKEN
from khabar.records import Attribution, Event, Span, Stance
from khabar.sources.denying import spans_of, takes_part


def of_the_lead(events: Sequence[Event], attributions: Sequence[Attribution], scenes: Sequence[Scene]) -> list[Event]:
    """The events; the one that opens the headline, where nothing else tells of it, under the source of the lead.

    `قوات السلام تنزع السلاح. جردت القوة 400 مقاتل من أسلحتهم، على ما أعلن قائدها`. What somebody does by speaking, or
    tells of himself, is his.
    """
    title = scenes[0].sentence.span if scenes and scenes[0].sentence.paragraph < 0 else None
    lead = scenes[1] if title is not None and len(scenes) > 1 else None
    source = _source_of(lead, attributions) if lead is not None else None
    if title is None or source is None:
        return list(events)
    told_by = [s.mention for s in source.chain if s.mention is not None]
    first = min((s.start for e in events for s in spans_of(e) if title.contains(s)), default=-1)
    return [
        replace(e, sources=(source.id, *e.sources))
        if e.trigger.start == first
        and _is_only_there(e, title)
        and not any(takes_part(m, e) for m in told_by)
        else e
        for e in events
    ]


def _is_only_there(event: Event, title: Span) -> bool:
    """Whether only the headline tells of a deed, and in nobody's name."""
    plain = len(event.sources) == 1 and event.type not in SPOKEN and not event.denied_by
    return plain and title.contains(event.trigger) and all(title.contains(s) for s in event.also)


def _source_of(lead: Scene, attributions: Sequence[Attribution]) -> Attribution | None:
    """Who tells all of a sentence: cited beside it (`..., على ما أعلن الوزير`), or by the verb that opens it."""
    own = lead.sentence.span
    first = next((lead.words[lead.phrases[c.index].head] for c in lead.clauses), None)
    plain = (Stance.ASSERTS, Stance.CONFIRMS)
    for a in attributions:
        if a.cue is None or first is None or not own.contains(a.cue) or a.stance not in plain:
            continue
        named = any(s.mention is not None for s in a.chain)
        beside = a.scope.contains(a.cue) and a.scope.contains(Span(first.start, first.end))
        opens = a.cue == Span(first.start, first.end) and a.scope.start > a.cue.end
        if named and (beside or opens):
            return a
    return None
