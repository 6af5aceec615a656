"""Confidence: how likely a careful reader is to have the same event, from what the rules have proved.

A logistic regression over a dozen facts of the event, the traits of its trigger and participants, and the tenor of its
report, fitted by `tools/train_confidence.py` on the training half of the corpus; `models/confidence.md` is its card.
"""

from __future__ import annotations

import json
import math
from functools import lru_cache
from pathlib import Path

import khabar.models
from khabar.events.draft import Draft
from khabar.events.tenor import Tenor
from khabar.events.traits import of_arguments, of_trigger
from khabar.records import Event, MentionKind

MODEL = Path(khabar.models.__file__).parent / "confidence.json"


def facts(draft: Draft, event: Event, tenor: Tenor) -> dict[str, float]:
    """What speaks for and against an event of a report of this tenor: name to 1, or to a small number."""
    named = dict.fromkeys((*of_trigger(draft), *of_arguments(draft)), 1.0)
    return _of_event(draft, event) | named | tenor.facts(event.type)


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
        "told again": float(bool(event.also)),
        "passive": float(draft.passive),
        "attributed": float(len(event.sources) > 1),
    }
    for name in event.auxiliary:
        found[f"auxiliary {name}"] = 1.0
    if draft.odds is not None:
        found["judged"] = max(min(draft.odds, 3.0), -1.5)
    return found


@lru_cache(maxsize=1)
def _weights() -> tuple[float, dict[str, float]]:
    raw = json.loads(MODEL.read_text(encoding="utf-8"))
    return raw["intercept"], raw["weights"]


def confidence(draft: Draft, event: Event, tenor: Tenor) -> float:
    """The probability that the event is one a reader would code, 0 to 1, two digits."""
    intercept, weights = _weights()
    odds = intercept + sum(value * weights.get(name, 0.0) for name, value in facts(draft, event, tenor).items())
    return round(min(max(1 / (1 + math.exp(-odds)), 0.05), 0.97), 2)
