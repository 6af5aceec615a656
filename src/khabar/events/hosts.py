"""Host and guest where two who met did so in the office of one of them: he received the other, who visited him.

`التقى الأمير في مكتبه السفير`; `اجتمع وفد من النقابة بالوزير في مكتبه`; who stood there to receive somebody (`وكان في
استقباله المحافظ`); and who met in the country of one of them (`التقت الوزيرة الإيطالية بالرئيس القبرصي في نيقوسيا`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from khabar.events.lexicon import noun_keys
from khabar.events.trigger import genitive
from khabar.lexicon.words import word_list
from khabar.records import EventPlace, Mention, MentionKind
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
    draft.settled |= {m.span for m in (*draft.actors, *draft.recipients)}


def travel(draft: Draft, place: EventPlace | None) -> None:
    """Turn a meeting told to be in the country of one side into a visit of the other, who has travelled there.

    Who lives there as an ambassador has not, nor do states and those of whom it is not told where they come from.
    """
    told = place is not None and place.origin in ("event", "sentence") and place.span is not None
    if not told or draft.sense.type != "CONSULT" or "both" not in draft.sense.frame or draft.modes or draft.recipients:
        return
    assert place is not None and place.span is not None
    country, span = place.place.country, place.span
    if any(m.kind not in _TRAVELLERS or m.span.overlaps(span) for m in draft.actors):
        return
    hosts = [m for m in draft.actors if m.country == country]
    guests = [m for m in draft.actors if m.country not in (country, None) and not _resides(draft, m)]
    if hosts and guests and len(hosts) + len(guests) == len(draft.actors):
        draft.actors[:], draft.recipients[:], draft.modes = guests, hosts, ["visit"]
        draft.proved.append("they met in the country of the host")


_UNDER = ("برعايه", "باشراف", "بوساطه")
"""Prepositions before who brings the parties together."""
_MEDIATION = word_list(__name__, "mediation")


def mediate(draft: Draft) -> None:
    """Make who brought the parties to talks together their recipient (`مفاوضات بين ... برعاية الاتحاد الأفريقي`)."""
    if draft.type != "CONSULT" or "both" not in draft.sense.frame or draft.recipients or not draft.actors:
        return
    scene, slots = draft.scene, draft.slots
    found = next((g[0] for slot in _UNDER for g in slots.get(slot, ())), None)
    if found is None:
        word = (g[0] for g in slots.get("ب", ()) if {*noun_keys(scene.words[g[0].inner].bare)} & _MEDIATION)
        found = next((p for w in word for p in _of(draft, w)), None)
    if found is None or not (found.person or scene.is_state(found)):
        return
    mediator = scene.mention(found)
    if all(not mediator.span.overlaps(m.span) for m in draft.actors):
        draft.recipients[:], draft.modes = [mediator], ["third-party"]
        draft.proved.append("who brings the parties together is the recipient")


def _of(draft: Draft, mediation: Phrase) -> list[Phrase]:
    """Whose a mediation is: its genitive, or what `من` brings in right behind it."""
    scene = draft.scene
    after = next((p for p in scene.phrases if p.start == mediation.end and p.prep == "من"), None)
    owners = genitive(scene, [scene.phrase(mediation.inner, mediation.end)])
    return owners or ([after] if after is not None else [])


_TRAVELLERS = frozenset({MentionKind.PERSON, MentionKind.OFFICE, MentionKind.GROUP, MentionKind.UNNAMED})


def _resides(draft: Draft, mention: Mention) -> bool:
    """Whether somebody is an ambassador or consul."""
    first = draft.scene.words_at(mention.span)[:2] if draft.scene.sentence.span.contains(mention.span) else []
    return any({*noun_keys(w.bare)} & {"سفير", "سفيره", "قنصل"} for w in first)


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
