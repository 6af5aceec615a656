"""Meetings of several states (`multilateral`), shown by those who meet: `اجتماع وزراء خارجية الدول العربية`."""

from __future__ import annotations

from collections.abc import Iterator

from khabar.events.draft import Draft
from khabar.events.lexicon import noun_keys
from khabar.names.lexicon import INTERNATIONAL
from khabar.text.phrases import Phrase

_SEVERAL = 3
"""How many states make a meeting of several."""
_SLOTS = ("subj", "gen", "ل", "بين", "مع")
"""Slots of those who meet."""


def gather(draft: Draft) -> None:
    """Give a meeting whose mode nothing tells the mode `multilateral`, where those who meet are of several states."""
    if draft.type != "CONSULT" or draft.modes:
        return
    states = {m.country for m in (*draft.actors, *draft.recipients) if m.country} - INTERNATIONAL
    if len(states) >= _SEVERAL or any(_is_of_states(draft, phrase) for phrase in _parties(draft)):
        draft.modes = ["multilateral"]


def _parties(draft: Draft) -> Iterator[Phrase]:
    scene = draft.scene
    for slot in _SLOTS:
        for group in draft.slots.get(slot, ()):
            yield from group
    for mention in draft.actors:
        if scene.sentence.span.contains(mention.span):
            yield scene.phrases[scene.phrase_at(scene.words_at(mention.span)[0].index)]


def _is_of_states(draft: Draft, phrase: Phrase) -> bool:
    """Whether a phrase tells of the officials of a body of states, or of states (`رؤساء دول الساحل`)."""
    scene = draft.scene
    words = scene.words[phrase.inner : phrase.end]
    keys = [{*noun_keys(word.bare)} for word in words]
    bodies = [i for i, key in enumerate(keys) if key & scene.classes["assemblies"]]
    if not bodies or not phrase.many:
        return False
    return bodies[0] == 0 or bool(keys[0] & (scene.classes["officials"] | scene.classes["rulers"]))
