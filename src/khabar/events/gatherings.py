"""Meetings of several states (`multilateral`), shown by those who meet: `اجتماع وزراء خارجية الدول العربية`."""

from __future__ import annotations

from khabar.events.draft import Draft
from khabar.events.lexicon import noun_keys
from khabar.names.lexicon import INTERNATIONAL
from khabar.records import Mention

_SEVERAL = 3
"""How many states make a meeting of several."""


def gather(draft: Draft) -> None:
    """Give a meeting whose mode nothing tells the mode `multilateral`, where those who meet are of several states."""
    if draft.type != "CONSULT" or draft.modes:
        return
    parties = (*draft.actors, *draft.recipients)
    states = {m.country for m in parties if m.country} - INTERNATIONAL
    if len(states) >= _SEVERAL or any(_is_of_states(draft, mention) for mention in parties):
        draft.modes = ["multilateral"]


def _is_of_states(draft: Draft, mention: Mention) -> bool:
    """Whether a mention is of the officials of a body of states, or of states (`رؤساء دول الساحل`)."""
    scene = draft.scene
    if not scene.sentence.span.contains(mention.span):
        return False
    words = scene.words_at(mention.span)
    keys = [{*noun_keys(word.bare)} for word in words]
    bodies = [i for i, key in enumerate(keys) if key & scene.classes["assemblies"]]
    if not bodies or not scene.phrases[scene.phrase_at(words[0].index)].many:
        return False
    return bodies[0] == 0 or bool(keys[0] & (scene.classes["officials"] | scene.classes["rulers"]))
