"""Host and guest where two who met did so in the office of one of them: he received the other, who visited him.

`التقى الأمير في مكتبه السفير`; `اجتمع وفد من النقابة بالوزير في مكتبه`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from khabar.text.phrases import Phrase

if TYPE_CHECKING:
    from khabar.events.draft import Draft

_SEATS = ("مكتب", "قصر", "ديوان", "مقر", "منزل")
_HIS = ("ه", "ها")


def receive(draft: Draft) -> None:
    """Turn a meeting of two in the office of one into a visit to him."""
    clause = draft.trigger.clause
    if draft.trigger.kind != "verb" or "both" not in draft.sense.frame or len(draft.actors) != 2 or clause is None:
        return
    if not clause.subject or draft.modes or draft.type != "CONSULT":
        return
    seat = _seat(draft)
    if seat is None:
        return
    first, second = draft.actors
    start = draft.scene.words[seat.inner].start
    between = first.span.end < start < second.span.start
    group = any(w.norm in ("وفد", "وفدا") for w in draft.scene.words_at(first.span)[:1])
    if between or not group:
        host, guest = first, second
    else:
        host, guest = second, first
    draft.actors, draft.recipients, draft.modes = [guest], [host], ["visit"]
    draft.proved.append("who has the office is the host")


def _seat(draft: Draft) -> Phrase | None:
    """The office with a pronoun where they met, or None."""
    for slot in ("في", "ب"):
        for group in draft.slots.get(slot, ()):
            word = draft.scene.words[group[0].inner]
            if any(word.norm == seat + his for seat in _SEATS for his in _HIS):
                return group[0]
    return None
