"""Talks and mediation that only tell of another step: what is broken off, by whose help a thing was done."""

from __future__ import annotations

from khabar.events.draft import Draft
from khabar.events.lexicon import noun_keys
from khabar.lexicon.words import word_list

_ENDING = word_list(__name__, "ending")
_TALKS = word_list(__name__, "talks")


def is_suspended(draft: Draft) -> bool:
    """Whether talks only are what somebody breaks off (`تعليق المفاوضات مع مالي`): that is told by the noun before."""
    trigger = draft.trigger
    talks = draft.sense.entry in _TALKS and trigger.kind == "noun"
    return talks and bool({*noun_keys(trigger.carrier)} & _ENDING)


def is_nobodys_mediation(draft: Draft) -> bool:
    """Whether `ب` only says by whose mediation others did a thing, and an adjective whose it was (`بوساطة ألمانية`)."""
    trigger, scene = draft.trigger, draft.scene
    told = trigger.pronoun or {"gen", "من"} & trigger.slots.keys()
    if trigger.kind != "noun" or "third-party" not in draft.sense.modes or told:
        return False
    phrase = scene.phrases[trigger.phrase]
    return phrase.prep == "ب" and trigger.words[0] == phrase.inner and not scene.words[phrase.inner].definite
