"""Whether what stands behind a noun of force or protest says who did it: its genitive, what `من` or `ل` brings in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khabar.events.able import ARMED, are_many
from khabar.events.lexicon import noun_keys
from khabar.events.things import head_keys
from khabar.events.trigger import Group
from khabar.lexicon.words import word_list
from khabar.records import MentionKind
from khabar.text.particles import particles
from khabar.text.phrases import Phrase

if TYPE_CHECKING:
    from khabar.events.draft import Draft

RULING = ARMED | {"GOV", "JUD"}
_HARMLESS = frozenset({"CVL", "REF", "EDU", "HLH", "MED", "REL", "BUS", "NGO", "LAB", "AGR", "JUD", "ELI"})
"""Sectors (PLOVER's and the gold set's) of those whom an attack is on where it may be theirs: `قصف المدرسة`."""


def is_source(draft: Draft, phrase: Phrase) -> bool:
    """Whether `من` behind a noun of coercion says of whom some are, or what a thing is of, and not who did it.

    `ضبط المتورطين من مزوري السلع`, `حجز مسدس من نوع قديم`, `خطف باحثين من الجامعة`; but `القبض عليه من الشرطة`.
    """
    taken = {"arrest", "seize"} if draft.type == "COERCE" else {"abduct"}
    if draft.trigger.kind != "noun" or draft.type not in ("COERCE", "ASSAULT") or not taken & set(draft.modes):
        return False
    scene, before = draft.scene, next((p for p in draft.scene.phrases if p.end == phrase.start), None)
    beside = before is draft.scene.phrases[draft.trigger.phrase] or (before is not None and bool(before.suffix))
    if phrase.prep == "من" and not beside and not _of_recipient(draft, before):
        return True  # `مداهمات لتوقيف ناشطين من التنظيم`
    if "seize" in draft.modes and phrase.prep == "من" and phrase.who is MentionKind.PLACE:
        return True  # `إحباط تهريب أسلحة من سوريا`
    able = set(scene.mention(phrase).sectors) & (RULING | {"UAF"})
    known = scene.classes["security"] | scene.classes["authorities"] | scene.classes["judges"] | scene.classes["troops"]
    return not able and phrase.who is not MentionKind.PLACE and not {*noun_keys(scene.words[phrase.head].bare)} & known


def marches(draft: Draft, phrase: Phrase) -> bool:
    """Whether `ل` right behind a protest brings in who takes part (`إضراب لعمال النظافة`), and not whom it is for or
    what it is about (`مسيرة مؤيدة للرئيس`).
    """
    scene = draft.scene
    adjective = {*noun_keys(scene.words[phrase.start - 1].bare)} & scene.classes["stances"]
    return phrase.person and scene.phrases[draft.trigger.phrase].end == phrase.start and not adjective


def _of_recipient(draft: Draft, phrase: Phrase | None) -> bool:
    """Whether a phrase is whom the deed was done to, right behind its noun (`القبض على المتهم من الشرطة`)."""
    groups = (g for slot in draft.sense.frame.get("recipient", ()) for g in draft.slots.get(slot, ()))
    return phrase is not None and any(p.end == phrase.end for g in groups for p in g)


def acts(draft: Draft, phrase: Phrase, slots: dict[str, list[Group]]) -> bool:
    """Whether a noun's genitive is who did it: where it may be whom it was done to, it is people that bear arms or act.

    `قصف مسلحي الجماعة`, `قصف الجيش`; but `قصف الحي`, `قصف غزة`, `قصف المدنيين`.
    """
    if draft.type == "PROTEST" and draft.trigger.kind == "noun":
        # `مظاهرات الغلاء`, `احتجاجات ضخمة`: only people protest.
        counted = draft.scene.words[phrase.inner].norm in particles().quantifiers  # `تظاهر عشرات الآلاف`
        people = phrase.person or draft.scene.mention(phrase).kind is MentionKind.NATIONALITY
        return people or counted or are_many(draft.scene, phrase)
    if draft.trigger.kind == "noun" and draft.type == "ASSAULT" and _is_site(draft, phrase, slots):
        return False
    if draft.trigger.kind != "noun" or draft.type != "ASSAULT" or "gen" not in draft.sense.frame.get("recipient", ()):
        return True
    if "obj" in slots or "علي" in slots:
        return True
    machines = draft.scene.classes["machines"]
    if any({*noun_keys(w.bare)} & machines for w in draft.scene.words[phrase.inner : phrase.head + 1]):
        return bool(phrase.mentions) or "ل" in slots  # `قصف طيران التحالف للمعسكر`
    mention = draft.scene.mention(phrase)
    return phrase.person and not set(mention.sectors) <= _HARMLESS


def _is_site(draft: Draft, phrase: Phrase, slots: dict[str, list[Group]]) -> bool:
    """Whether the genitive of an attack is the building it is known by, and nobody who struck (`هجوم مسجد النور`)."""
    classes, keys = draft.scene.classes, head_keys(draft.scene, phrase)
    built = bool(keys & classes["premises"]) and not keys & (classes["institutions"] | classes["parties"] | _COMPANIES)
    return built and "علي" not in slots and set(draft.scene.mention(phrase).sectors) <= _HARMLESS


_COMPANIES = word_list(__name__, "companies")
