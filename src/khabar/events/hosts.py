"""Host and guest where two who met did so in the office of one of them: he received the other, who visited him.

`التقى الأمير في مكتبه السفير`; `اجتمع وفد من النقابة بالوزير في مكتبه`; and who stood there to receive somebody
(`وكان في استقباله المحافظ`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from khabar.text.agreement import is_kana
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


def welcome(draft: Draft) -> None:
    """Tell guest and hosts apart where somebody was there to receive him (`كان في استقبال الوفد بالمطار السفير`)."""
    scene, trigger = draft.scene, draft.trigger
    k = trigger.phrase
    phrase = scene.phrases[k]
    if trigger.kind != "noun" or phrase.prep != "في" or not scene.words[phrase.inner].bare.startswith("استقبال"):
        return
    if k == 0 or not is_kana(scene.phrases[k - 1]):
        return
    hosts = _hosts(scene.phrases, k + 1)
    guests = trigger.slots.get("gen", [[]])[0]
    if trigger.pronoun:
        told = (c for c in reversed(scene.clauses) if c.index < k - 1 and c.subject and c.subject[0].person)
        guests = next((c.subject for c in told), [])
    draft.actors = [m for m in map(scene.mention, guests) if all(m.span != scene.mention(h).span for h in hosts)]
    draft.recipients = [scene.mention(p) for p in hosts]


def _hosts(phrases: Sequence[Phrase], k: int) -> list[Phrase]:
    """The people behind phrase `k` that no preposition governs, past where and when they stood."""
    while k < len(phrases) and (phrases[k].kind in ("adv", "comma") or phrases[k].prep):
        k += 1
    found: list[Phrase] = []
    while k < len(phrases):
        here = phrases[k]
        listed = here.kind == "np" and here.person and not here.prep and (here.conj or not found)
        if listed:
            found.append(here)
        elif here.kind != "comma" or not found:
            break
        k += 1
    return found


def _seat(draft: Draft) -> Phrase | None:
    """The office with a pronoun where they met, or None."""
    for slot in ("في", "ب"):
        for group in draft.slots.get(slot, ()):
            word = draft.scene.words[group[0].inner]
            if any(word.norm == seat + his for seat in _SEATS for his in _HIS):
                return group[0]
    return None
