"""Who does what he announces: `أعلن التحالف إسقاط طائرة`, `عقب إعلان الشرطة اعتقال سبعة`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from khabar.events.able import ARMED, is_force
from khabar.events.by_whom import RULING
from khabar.events.things import head_keys
from khabar.events.types import FORCE
from khabar.lexicon.words import word_list
from khabar.records import Mention, MentionKind
from khabar.text.particles import particles
from khabar.text.phrases import Phrase

if TYPE_CHECKING:
    from khabar.events.draft import Draft


def is_own_deed(draft: Draft, speakers: Sequence[Mention]) -> bool:
    """Whether those who announce what a noun names have done it: `أعلنت الشرطة اعتقال سبعة أشخاص`.

    Not what is done to what is theirs (`أعلنت المنظمة احتجاز موظفيها`), not force announced by those without power, and
    of killing only armed people's of other armed people.
    """
    words, first = draft.scene.words, draft.scene.phrases[draft.trigger.phrase].inner
    opening = words[first].bare
    first += opening in particles().carrying_out  # `أعلنت الشرطة إلقاء القبض على`
    while first < draft.trigger.words[0] and words[first].kind == "num":
        first += 1  # `أعلن التحالف تنفيذ سبع غارات`
    if speakers[0].text.split()[0] in ("مصدر", "مصادر"):
        return False  # `أعلن مصدر فرنسي طرد الدبلوماسيين`: he only tells
    if {"dead", "injured"} & set(draft.sense.size) or draft.trigger.words[0] != first:
        return False
    done = [p for name in ("gen", "obj") for g in draft.slots.get(name, ()) for p in g]
    if draft.type in FORCE and (draft.trigger.pronoun or any(p.possessed for p in done)):
        return False
    able = set(speakers[0].sectors)
    if draft.type == "ASSAULT":
        against = {s for m in draft.recipients for s in m.sectors}
        downed = _is_downed(draft, done, speakers[0])
        if downed and not able & _TELLERS:
            return True
        if opening in _DOING and is_force(draft.scene, speakers[0]):
            return True
        return bool(able & ARMED) and (downed or (bool(against & ARMED) and not able & against))
    return draft.type not in FORCE or bool(able & RULING) or speakers[0].kind is MentionKind.PLACE


def announcers(draft: Draft) -> list[Mention]:
    """Who announces by a noun right before what he has done (`عقب إعلان الجماعة إسقاط طائرة`)."""
    scene, k = draft.scene, draft.trigger.phrase
    phrase, before = scene.phrases[k], scene.phrases[k - 1]
    if k == 0 or phrase.prep or phrase.conj or before.kind != "np" or before.end != phrase.start:
        return []
    if scene.words[before.inner].bare not in _ANNOUNCING or before.end == before.inner + 1:
        return []
    speaker = scene.mention(scene.phrase(before.inner + 1, before.end))
    return [speaker] if is_own_deed(draft, [speaker]) else []


_DOING = word_list(__name__, "doing")
_ANNOUNCING = word_list(__name__, "announcing")


_TELLERS = frozenset({"NGO", "MED", "IGO", "CVL", "JUD", "HLH"})
"""Sectors of those who tell of a war that they do not fight."""


def _is_downed(draft: Draft, done: Sequence[Phrase], speaker: Mention) -> bool:
    """Whether what was brought down or destroyed is a machine of others (`أعلن التحالف إسقاط طائرة مسيرة`)."""
    scene = draft.scene
    if not done or not head_keys(scene, done[0]) & scene.classes["machines"]:
        return False
    owners = {scene.mentions[m].country for p in done for m in p.mentions} - {None}
    return not owners or speaker.country not in owners
