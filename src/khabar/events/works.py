"""Deeds that films, books and plays are about, which are no news: `فاز فيلم عن اغتيال الرئيس بجائزة`."""

from __future__ import annotations

from khabar.events.draft import Draft
from khabar.events.scene import Scene
from khabar.lexicon.words import word_list

_WORKS = word_list(__name__, "works")
_TELLS = word_list(__name__, "tells")
_ABOUT = word_list(__name__, "about")


def is_of_a_work(draft: Draft) -> bool:
    """Whether a noun names what a work right before it is about, or tells of (`صدر كتاب يروي قصة خطف الطيار`)."""
    if draft.trigger.kind != "noun":
        return False
    scene, k = draft.scene, draft.trigger.phrase
    if k and scene.phrases[k].prep in _ABOUT and _is_work(scene, k - 1):
        return True
    verb = next((j for j in range(k - 1, max(k - 4, -1), -1) if scene.phrases[j].kind == "verb"), 0)
    if not verb or scene.words[scene.phrases[verb].head].norm not in _TELLS:
        return False
    return any(_is_work(scene, j) for j in (verb - 1, verb - 2, verb + 1) if 0 <= j < k)


def _is_work(scene: Scene, k: int) -> bool:
    """Whether phrase `k` is a film, a book or the like, with or without an adjective or who made it."""
    phrase = scene.phrases[k]
    words = scene.words[phrase.start : phrase.end] if phrase.kind == "np" else ()
    return any(w.bare.removesuffix("ا") in _WORKS for w in words)
