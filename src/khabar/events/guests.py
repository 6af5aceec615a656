"""Guest and host of a visit that a noun names (`خلال زيارة رسمية لهافانا`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khabar.events.noun_pronouns import opened
from khabar.events.scene import Scene
from khabar.events.trigger import Group, Trigger
from khabar.records import Mention, MentionKind

if TYPE_CHECKING:
    from khabar.events.draft import Draft


def tell_guest(draft: Draft, slots: dict[str, list[Group]]) -> None:
    """Give a visit that a noun names its guest; the place alone that it is said to be of or to is the host's.

    `أجرى محادثات خلال زيارة رسمية لهافانا`, `نوايا الرئيس لزيارة نيويورك`.
    """
    scene = draft.scene
    host = [] if draft.recipients else [m for m in draft.actors if m.kind is MentionKind.PLACE]
    if host and len(host) == len(draft.actors):
        draft.actors, draft.recipients = [scene.mention(p) for p in slots.get("agent", [[]])[0]], host
    told = (p for slot in ("gen", "ل", "الي") for group in slots.get(slot, ()) for p in group if scene.is_state(p))
    draft.settled |= {scene.mention(p).span for p in told} & {m.span for m in draft.recipients}
    if not draft.actors:
        draft.actors.extend(_visitor(draft))


def _visitor(draft: Draft) -> list[Mention]:
    """Who comes in, or in the course of, a visit: the subject of its clause (`حل الرئيس بروما في زيارة رسمية`)."""
    clause, phrase = draft.trigger.clause, draft.scene.phrases[draft.trigger.phrase]
    clause = clause or opened(draft.scene, draft.trigger)
    if clause is None or clause.verb is None or phrase.prep not in ("في", "خلال", "اثناء", "ضمن", "من"):
        return []
    away = phrase.definite and phrase.prep == "خلال"
    return [] if away else [draft.scene.mention(p) for p in clause.subject if p.person]


def parts_guest(scene: Scene, trigger: Trigger, k: int) -> bool:
    """Whether the comma at `k` only parts when and where somebody met from whom (`لدى استقباله أمس في مكتبه، وفدا`)."""
    phrases = scene.phrases
    if phrases[k].kind != "comma" or not trigger.pronoun or "obj" in trigger.slots or k + 1 >= len(phrases):
        return False
    here, between = phrases[k + 1], phrases[trigger.phrase + 1 : k]
    told = bool(between) and all(p.kind == "adv" or (p.kind == "np" and p.prep and not p.person) for p in between)
    meets = any(s.type == "CONSULT" and any("obj" in slots for slots in s.frame.values()) for s in trigger.senses)
    whom = here.kind == "np" and here.person and not (here.prep or here.conj) and here.case != "nom"
    after = phrases[k + 2] if k + 2 < len(phrases) else None
    return told and meets and whom and (after is None or after.kind not in ("comp", "verb"))
