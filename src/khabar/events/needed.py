"""What is only needed for something, somebody's right, a skill, a lasting hold or a mishap, and nobody has done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise

from khabar.events.draft import Draft
from khabar.events.lexicon import noun_keys
from khabar.events.moods import moods
from khabar.events.types import SPOKEN
from khabar.lexicon.words import word_list
from khabar.text.characters import squeeze
from khabar.text.nouns import without_pronoun


def _is_required(draft: Draft) -> bool:
    """Whether a noun is what something needs (`يتطلب الالتحاق بالحكومة استقالته من المجلس`)."""
    clause = draft.trigger.clause
    if draft.trigger.kind != "noun" or clause is None or clause.verb is None or clause.verb.tense == "past":
        return False
    objects = [p for group in clause.objects for p in group]
    its_object = any(draft.scene.phrases[draft.trigger.phrase] is p for p in objects) or draft.trigger.slot == "obj"
    return its_object and squeeze(clause.verb.verb.lemma) in moods().requiring


_RIGHT = 5
"""How many words before a deed may say that it is somebody's right."""


def _is_right(draft: Draft) -> bool:
    """Whether it is only somebody's right to do it (`من حق المستأجر رفض العرض`, `من حقه أن يرفض`)."""
    words, first = draft.scene.words, draft.trigger.words[0]
    near = words[max(first - _RIGHT, 0) : first]
    since = max((n for n, w in enumerate(near) if w.kind == "punct"), default=-1)
    return any(a.norm == "من" and b.bare == "حق" for a, b in pairwise(near[since + 1 :]))


def _is_skill(draft: Draft) -> bool:
    """Whether a noun is what people learn to do (`دربهم على كيفية صنع العبوات وتفجيرها`)."""
    scene, k = draft.scene, draft.trigger.phrase
    if draft.trigger.kind != "noun":
        return False
    words = [w for p in scene.phrases[scene.list_start(k) : k] for w in scene.words[p.start : p.end]]
    words += scene.words[scene.phrases[k].start : draft.trigger.words[0]]
    return any({*noun_keys(w.bare)} & moods().skills for w in words)


def _is_held(draft: Draft) -> bool:
    """Whether a place is said to be in somebody's hold, and not to have come to it (`بلدة تحت سيطرة المسلحين`)."""
    scene, trigger = draft.scene, draft.trigger
    if draft.type != "COERCE" or trigger.kind != "noun" or scene.phrases[trigger.phrase].prep != "تحت":
        return False
    clause = trigger.clause
    lemma = squeeze(clause.verb.verb.lemma) if clause is not None and clause.verb is not None else ""
    return lemma not in moods().falling


_SHUT_IN = word_list(__name__, "shut_in")
_REFUSALS = word_list(__name__, "refusals")


def _is_trapped(draft: Draft) -> bool:
    """Whether people are shut in by water, fire or a fall of rock (`أدى انهيار المنجم إلى احتجاز 15 عاملا`)."""
    if draft.type != "COERCE" or draft.actors or draft.sense.entry not in _SHUT_IN:
        return False
    words = [w for w in draft.scene.words if w.kind != "verb"]
    hazards = draft.scene.classes["disasters"] | draft.scene.classes["accidents"]
    inside = any(w.norm in ("داخل", "تحت") or w.bare.startswith("داخل") for w in words)
    return inside and any({*noun_keys(w.bare)} & hazards for w in words)


def _is_stopped(draft: Draft) -> bool:
    """Whether it is only what is to stop (`أهمية الوقف الفوري لإطلاق النار`)."""
    scene, k = draft.scene, draft.trigger.phrase
    if draft.trigger.kind != "noun" or k == 0 or scene.phrases[k].prep != "ل":
        return False
    before = scene.phrases[k - 1]
    words = scene.words[before.inner : before.end] if before.kind == "np" else ()
    return any(w.definite and w.bare in ("وقف", "ايقاف") for w in words)


def _is_refused(draft: Draft) -> bool:
    """Whether it is only what somebody is said not to want to do (`أبلغت السلطة رفضها الإفراج عن الأسرى`)."""
    scene, k = draft.scene, draft.trigger.phrase
    if draft.trigger.kind != "noun" or draft.type in SPOKEN or k == 0 or scene.phrases[k].prep or scene.phrases[k].conj:
        return False
    before, first = scene.phrases[k - 1], draft.trigger.words[0]
    behind = before.kind == "np" and before.end == scene.phrases[k].start and scene.phrases[k].inner == first
    word = scene.words[before.inner]
    whose = without_pronoun(word.norm) if before.end == before.inner + 1 else word.norm
    return behind and whose in _REFUSALS and whose != scene.words[before.end - 1].norm


NEEDED: Mapping[str, Callable[[Draft], bool]] = {
    "required": _is_required,
    "right": _is_right,
    "skill": _is_skill,
    "held": _is_held,
    "trapped": _is_trapped,
    "stopped": _is_stopped,
    "refused": _is_refused,
}
"""By name, what tells a draft as needed, allowed, taught, lasting, a mishap or what is to stop."""
