"""Is it an event, and how sure is that? Precision first: what only names an event in general is none."""

from __future__ import annotations

from khabar.events.draft import Draft
from khabar.records import Auxiliary, Event, MentionKind

_PHYSICAL = frozenset({"ASSAULT", "PROTEST", "COERCE", "MOBILIZE", "RETREAT", "SANCTION"})


def is_event(draft: Draft) -> bool:
    """Whether a draft tells of a specific happening.

    A verb with an actor or a recipient does. A noun does where something makes it specific: a support verb, a number, a
    participant, or a clause that tells of it; the bare noun (`الهجمات`, `بعد الحرب`) does not.
    """
    trigger = draft.trigger
    if trigger.kind == "verb":
        return bool(draft.actors or draft.recipients or draft.size)
    if trigger.carrier in ("مكافحه", "محاربه", "منع", "تجنب"):
        return False
    if trigger.support is not None:
        return True
    if draft.size:
        return True
    return bool(draft.actors or draft.recipients)


def confidence(draft: Draft, event: Event) -> float:
    """How sure the rules are, 0 to 1, from what was proved: trigger, frame, participants, mood.

    The weights are fitted on the training part of the corpus (`docs/accuracy.md`).
    """
    score = 0.55
    if draft.trigger.kind == "verb":
        score += 0.15
    elif draft.trigger.support is not None:
        score += 0.1
    if draft.sense.when:
        score += 0.05
    named = [m for m in (*event.actors, *event.recipients) if m.actor and m.kind is not MentionKind.UNNAMED]
    score += min(len(named), 2) * 0.06
    if event.actors and event.recipients:
        score += 0.06
    if event.size:
        score += 0.04
    if Auxiliary.HYPOTHETICAL in event.auxiliary:
        score -= 0.1
    if not event.actors and not event.recipients:
        score -= 0.2
    return round(min(max(score, 0.05), 0.97), 2)
