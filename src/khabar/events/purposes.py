"""What only says what a centre, a committee or a trade is for or named after, and is no event itself."""

from __future__ import annotations

from khabar.events.draft import Draft
from khabar.events.lexicon import noun_keys
from khabar.lexicon.words import word_list


def is_purpose(draft: Draft) -> bool:
    """Whether a noun only says what a place or body is for.

    `مركز لتجنيد الشرطة`, `مركز تدريب`, `مركز الملك فهد للحوار`, `اللجنة العليا للإغاثة`.
    """
    scene, k = draft.scene, draft.trigger.phrase
    if draft.trigger.kind != "noun":
        return False
    phrase = scene.phrases[k]
    institutions = scene.classes["place_nouns"] | scene.classes["institutions"]
    if {*noun_keys(draft.trigger.carrier)} & scene.classes["institutions"] and draft.type in _NAMED_AFTER:
        return True
    if ("investigate" in draft.modes and _is_office(draft)) or (draft.type == "CONSULT" and _is_trade(draft)):
        return True
    if phrase.prep != "ل" or k == 0:
        return False
    before = scene.phrases[k - 1]
    if before.kind != "np" or before.end != phrase.start:
        return False
    if before.definite:
        ahead = scene.phrases[k - 2] if k > 1 and scene.phrases[k - 2].end == before.start else before
        names = {key for p in (ahead, before) if p.kind == "np" for key in noun_keys(scene.words[p.inner].bare)}
        return phrase.definite and bool(names & scene.classes["institutions"])
    return bool({*noun_keys(scene.words[before.head].bare)} & institutions)


def _is_office(draft: Draft) -> bool:
    """Whether an inquiry is what a standing body is named after (`جهاز البحث الجنائي`, `رئيس قسم التحقيقات`)."""
    scene, first = draft.scene, draft.trigger.words[0]
    before = scene.words[first - 1] if first > 0 else None
    return before is not None and scene.words[first].definite and bool({*noun_keys(before.bare)} & _OFFICES)


_OFFICES = word_list(__name__, "offices")


def _is_trade(draft: Draft) -> bool:
    """Whether `الاتصالات` is what people or a company work in (`عمال الاتصالات`, `شركة الاتصالات`), and no talks."""
    word = draft.scene.words[draft.trigger.words[0]]
    return word.norm == "الاتصالات" and draft.trigger.carrier in _TRADES


_TRADES = word_list(__name__, "trades")


_NAMED_AFTER = frozenset({"AID", "MOBILIZE", "COOPERATE", "COERCE"})
"""Types whose nouns say what a centre, a fund or a committee is for."""
