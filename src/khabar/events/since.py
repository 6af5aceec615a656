"""Times that say since when, and not when an event was: what it is compared with, what began with another event."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.events.draft import Draft
from khabar.lexicon.words import word_list
from khabar.records import Time
from khabar.text.particles import particles
from khabar.text.words import Word

_MOST = word_list(__name__, "most")
_COMPARING = 7
"""How many words before `منذ` may say so."""
_AWAY = word_list(__name__, "away")


def is_compared(before: Sequence[Word]) -> bool:
    """Whether `منذ` only says with what one attack is compared (`وهو الهجوم الأعنف منذ 2005`)."""
    return any(w.kind != "verb" and w.bare in _MOST for w in before[-_COMPARING:])


def is_of_another(draft: Draft, time: Time) -> bool:
    """Whether words of time date what an event is compared with or came after, and not the event.

    `ثالث هجوم منذ السبت`, `قتل جندي في أول هجوم منذ اتفاق 10 أكتوبر`.
    """
    words = draft.scene.words
    before = [w for w in words if w.start < time.span.start]
    inside = [w for w in words if w.start == time.span.start][:1]
    if inside and inside[0].norm == "منذ":
        return is_compared(before) or any(w.bare in particles().nth for w in before[-_COMPARING:])
    if len(before) < 2 or before[-1].index not in draft.scene.event_words or before[-1].index in draft.trigger.words:
        return False
    return before[-2].norm in _AWAY or before[-1].prep in _AWAY
