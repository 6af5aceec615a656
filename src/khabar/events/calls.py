"""Who called whom: of two who spoke by telephone the one who is told to have done it, where the words tell them apart.

`بحث الوزير هاتفيا مع نظيره`, `في اتصال هاتفي مع السفير`, `اتصال هاتفي أجراه الأمير بالرئيس`; between two of whom no
preposition parts the one (`بين الرئيسين`, `تحدث الرئيسان هاتفيا`) nobody is told to have called.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from khabar.events.trigger import Group

if TYPE_CHECKING:
    from khabar.events.draft import Draft

_CALLED = ("مع", "ب", "الي")
"""Prepositions before whom somebody called."""
_BY_PHONE = ("هاتفيا", "تلفونيا")


def tell_caller(draft: Draft, slots: dict[str, list[Group]]) -> None:
    """Let the frame of a talk by telephone say who called whom, where one side only is behind a preposition."""
    frame = draft.sense.frame
    if draft.type != "CONSULT" or "both" not in frame:
        return
    if "phone" not in draft.modes:
        if draft.trigger.kind != "verb" or draft.modes or not _is_by_phone(draft):
            return
        draft.modes = ["phone"]
    if {"بين", "من"} & slots.keys() or not any(slot in slots for slot in _CALLED):
        return  # `اتصال بين الرئيسين`, `اتصالا من رئيس الوزراء بجمهورية مالي`
    kept = {role: of for role, of in frame.items() if role != "both"}
    draft.sense = replace(draft.sense, modes=("phone",), frame={**kept, "actor": ("subj", "gen"), "recipient": _CALLED})


def _is_by_phone(draft: Draft) -> bool:
    """Whether an adverb of the clause says that they spoke by telephone."""
    scene, (first, last) = draft.scene, draft.range
    words = [w for p in scene.phrases[first:last] for w in scene.words[p.start : p.end]]
    return any(w.norm in _BY_PHONE for w in words)
