"""What a noun only names as aimed at, possible or wanted, by the nouns and words that stand before or behind it."""

from __future__ import annotations

from khabar.events.draft import Draft
from khabar.events.lexicon import noun_keys
from khabar.events.moods import moods
from khabar.events.scene import Scene
from khabar.lexicon.words import word_list
from khabar.records import Auxiliary


def is_aimed_at(scene: Scene, k: int) -> bool:
    """Whether a noun stands in a list of aims (`الهادفة لاستعادة الشرعية وطرد المسلحين`, `هدفه هو الاستيلاء على`)."""
    phrase = scene.phrases[k]
    if not phrase.prep and not phrase.conj:
        before = scene.words[max(phrase.start - 2, 0) : phrase.start]
        near = [w for w in before if w.norm not in _COPULAS]
        told = len(near) < len(before) or (bool(near) and near[-1].norm.endswith(("ه", "ها", "هم")))
        return bool(near) and told and bool({*noun_keys(near[-1].bare)} & _AIMS)
    head = scene.phrases[scene.list_start(k)]
    if head is phrase or head.prep not in ("ل", "الي") or head.start == 0:
        return False
    return bool({*noun_keys(scene.words[head.start - 1].bare)} & moods().carriers["hypothetical"])


_COPULAS = word_list(__name__, "copulas")
_AIMS = word_list(__name__, "aims")


def led_to(scene: Scene, k: int) -> set[Auxiliary]:
    """What a noun further before says of a noun, or a list of nouns, behind its preposition.

    `حرص الحكومة على محاربة الفساد وإيقاع العقوبات`, `قدرة الأجهزة على كشف الجناة والقبض عليهم`.
    """
    k = scene.list_start(k)
    prep, found = scene.phrases[k].prep, set()
    for phrase in reversed(scene.phrases[max(k - 4, 0) : k]):
        if phrase.kind not in ("np", "adv") or not prep:
            break
        keys = {*noun_keys(scene.words[phrase.inner].bare)}
        found |= {Auxiliary(n) for n, pairs in moods().leading.items() if any(f"{w} {prep}" in pairs for w in keys)}
    return found


def is_only_possible(draft: Draft) -> bool:
    """Whether a noun is possible or in somebody's power (`هجوم على الجزيرة ممكن`, `كان بإمكانهم اغتياله`)."""
    scene, trigger = draft.scene, draft.trigger
    phrase = scene.phrases[trigger.phrase]
    near = scene.words[max(phrase.start - 6, 0) : trigger.words[0]]
    since = max((k for k, w in enumerate(near) if w.kind in ("punct", "comp")), default=-1)
    able = next((w for w in near[since + 1 :] if w.prep == "ب" and w.bare.startswith(moods().able)), None)
    if able is not None and (not phrase.prep or phrase.start == able.index):
        return True
    end = trigger.phrase + 1
    while end < len(scene.phrases) and scene.phrases[end].kind in ("np", "quote"):
        end += 1
    last = scene.words[scene.phrases[end - 1].end - 1]
    return end > trigger.phrase + 1 and last.norm in moods().possible
