"""Drones: `مسيرة` is a march and an aircraft, and what stands around it tells which."""

from __future__ import annotations

from khabar.events.draft import Draft
from khabar.events.lexicon import noun_keys
from khabar.lexicon.words import word_list
from khabar.text.characters import squeeze


def is_drone(draft: Draft) -> bool:
    """Whether `مسيرات` are what an attack was made with, and no march (`هجوم روسي بمسيرات`, `هاجموا المطار بمسيرة`)."""
    scene, trigger = draft.scene, draft.trigger
    if draft.type != "PROTEST" or trigger.kind != "noun" or scene.words[trigger.words[0]].bare not in _FLYING:
        return False
    verb = trigger.clause.verb if trigger.clause is not None else None
    if trigger.slot == "subj" and verb is not None and squeeze(verb.verb.lemma) in STRIKES:
        return True  # `نفذت مسيرات غارتين`
    if _is_flown(draft):
        return True
    if scene.phrases[trigger.phrase].prep != "ب":
        return False
    if verb is not None and squeeze(verb.verb.lemma) in STRIKES:
        return True
    before = scene.words[max(trigger.words[0] - _REACH, 0) : trigger.words[0]]
    return any(w.index in scene.violent and not w.definite for w in before)


def _is_flown(draft: Draft) -> bool:
    """Whether the vowels of `مسيرة`, who brings it down or what stands beside it show a drone.

    `مسيّرة`, `مُسيرة`, `أسقط الجيش مسيرتين`, `اعتراض مسيرات حوثية`, `المسيرات المفخخة`.
    """
    scene, trigger = draft.scene, draft.trigger
    text, at = scene.words[trigger.words[0]].token.text, trigger.words[0]
    if "\u064f" in text[:5] or "\u0651" in text:
        return True
    verb = trigger.clause.verb if trigger.clause is not None and trigger.slot in ("obj", "subj") else None
    if verb is not None and squeeze(verb.verb.lemma) in _DOWNED:
        return True
    near = [w.bare for w in scene.words[max(at - 3, 0) : at] if w.kind == "noun"]
    behind = {key for w in scene.words[at + 1 : at + 4] for key in noun_keys(w.bare)}
    return not _AERIAL.isdisjoint(near) or not behind.isdisjoint(_AERIAL | {"اطلاق"})  # `المسيرات التي تم إطلاقها`


_FLYING = word_list(__name__, "flying")
_DOWNED = word_list(__name__, "downed")
_AERIAL = word_list(__name__, "aerial")
STRIKES = word_list(__name__, "strikes")
_REACH = 8
"""Within how many words behind a noun of force a drone stands that it was done with."""
