"""Who tells of an event elsewhere in its report: by a verb of its own, or by a noun that is all he tells."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.events.draft import Draft
from khabar.events.types import SPOKEN
from khabar.records import Attribution, Event, Stance
from khabar.sources.denying import is_one

_AGAINST = frozenset({Stance.DENIES, Stance.DOUBTS})
_BEFORE = 6
"""How many letters may stand between a statement's first one and a noun that it is of (`تحدث عن مقتل`, `أعلنت عن`)."""


def retells(telling: Draft, over: Sequence[Attribution], event: Event) -> bool:
    """Whether the statements `over` another telling of an event are of somebody who tells of it himself.

    `وأكد شهود عيان أن مسلحين قتلوا`, `أعلن الجيش مقتل خمسة`. Who only speaks of a deed takes it as told (`قال البابا إن
    هجمات باريس جريمة`); who denies it is in `denied_by`; whose own words an event is does not tell it of another.
    """
    if not over or over[0].stance in _AGAINST:
        return False
    first = over[0].scope.start <= telling.span.start <= over[0].scope.start + _BEFORE
    if telling.trigger.kind != "verb" and not first:
        return False
    speaker = over[0].chain[-1].mention if over[0].chain else None
    return event.type not in SPOKEN or speaker is None or not any(is_one(speaker, m) for m in event.actors)
