"""Confidence: how likely a careful reader is to have the same event, from what the rules have proved.

A logistic regression over what the spotter holds of its triggers, what is told of it in the whole report, and the tenor
of the report, fitted by `tools/train_confidence.py`; `models/confidence.md` is its card.
"""

from __future__ import annotations

from functools import lru_cache

from khabar.events.draft import Draft
from khabar.events.read_by import kind_facts
from khabar.events.tenor import Tenor
from khabar.events.traits import of_arguments, of_trigger
from khabar.models.linear import Linear, share
from khabar.records import Event, MentionKind


def facts(draft: Draft, event: Event, tenor: Tenor) -> dict[str, float]:
    """What speaks for and against an event of a report of this tenor: name to 1, or to a small number."""
    named = dict.fromkeys((*of_trigger(draft), *of_arguments(draft)), 1.0)
    return _of_event(draft, event) | named | tenor.facts(event.type) | kind_facts(draft)


def _of_event(draft: Draft, event: Event) -> dict[str, float]:
    trigger = draft.trigger
    kind = "verb" if trigger.kind == "verb" else "supported noun" if trigger.support is not None else "noun"
    sides = ("actor" if event.actors else "") + ("recipient" if event.recipients else "")
    known = [m for m in (*event.actors, *event.recipients) if m.actor and m.kind is not MentionKind.UNNAMED]
    found = {
        f"trigger {kind}": 1.0,
        f"sides {sides or 'none'}": 1.0,
        f"type {event.type}": 1.0,
        "named": float(min(len(known), 2)),
        "size": float(bool(event.size)),
        "condition met": float(bool(draft.sense.when)),
        "told again": float(min(len(event.also), 3)),
        "passive": float(draft.passive),
        "attributed": float(len(event.sources) > 1),
        "doubtful": float(bool(draft.doubts)),
    }
    for name in event.auxiliary:
        found[f"auxiliary {name}"] = 1.0
    if not draft.scene.report:
        found[f"alone {event.type}"] = 1.0
    elif draft.odds is not None:
        found["judged"] = max(min(draft.odds, 3.0), -1.5)
    if draft.weight is not None:
        found["weight"] = max(min(draft.weight, 4.0), -2.0)
    return found


@lru_cache(maxsize=1)
def _model() -> Linear:
    return Linear.load("confidence") or Linear()


def confidence(draft: Draft, event: Event, tenor: Tenor) -> float:
    """The probability that the event is one a reader would code, 0 to 1, two digits."""
    return round(min(max(share(_model().odds(facts(draft, event, tenor))), 0.05), 0.97), 2)
