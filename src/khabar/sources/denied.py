"""What a verb of denial denies, where a long name, an aside or a relative clause parts it from its verb."""

from __future__ import annotations

from dataclasses import replace

from khabar.events.lexicon import noun_keys
from khabar.events.scene import Scene
from khabar.lexicon.words import word_list
from khabar.text.asides import is_deed
from khabar.text.clauses import Clause
from khabar.text.phrases import Phrase

_ANY = word_list(__name__, "any")


def with_denied(scene: Scene, clause: Clause) -> Clause:
    """The clause of a verb of denial with what it denies as its object, also where that stands far behind it.

    `نفت الحركة التي تتهمها السلطات بالإرهاب أي تورط في الهجوم`; `نفى النائب، ضيف البرنامج، الاتهامات الموجهة إليه`.
    """
    if clause.verb is not None and not clause.subject and clause.objects[1:] and _is_each(scene, clause.objects[0][0]):
        clause = replace(clause, subject=clause.objects[0], objects=clause.objects[1:])
    if clause.verb is not None and not clause.verb.suffix and clause.subject and _is_report(scene, clause.subject[0]):
        # `مثل الوزير أمام القاضي، وأنكر جميع التهم`
        clause = replace(clause, subject=[], objects=[clause.subject, *clause.objects], how=("subject is left out",))
    k = _denied(scene, clause) if clause.verb is not None and not clause.verb.suffix else None
    if k is None:
        return clause
    clause = replace(clause, objects=[g for g in clause.objects if not _is_of_subject(scene, g[0], k)])
    if any(p is scene.phrases[k] for g in clause.objects for p in g):
        between = scene.phrases[k : clause.comp[0]] if clause.comp is not None else []
        parted = any(p.kind in ("comma", "quote") for p in between)
        return replace(clause, comp=None) if parted else clause  # `نفى أي تنسيق، «لأن الجيشين لا يتواصلان»`
    if clause.comp is not None and clause.comp[0] < k:
        return clause
    stop, preps = _goes_on(scene, k)
    return replace(clause, objects=[[scene.phrases[k]]], preps=preps, comp=None, stop=stop)


def with_not_done(scene: Scene, clause: Clause) -> Clause:
    """The clause of a verb of saying with what it says not to have happened as its object, also behind an aside.

    `أكد القائد، في تصريح للإذاعة، عدم وقوع أي غارات`.
    """
    if clause.verb is None or clause.comp is not None or clause.objects:
        return clause
    for k in range(clause.index + 1, len(scene.phrases)):
        phrase = scene.phrases[k]
        if phrase.kind in ("verb", "comp", "rel", "link", "stop"):
            return clause
        first = scene.words[phrase.inner] if phrase.kind == "np" and not phrase.prep else None
        none = first is not None and first.index > 0 and scene.words[first.index - 1].norm == "عدم"
        if first is not None and none and first.bare in scene.classes["occurrences"]:
            stop, preps = _goes_on(scene, k)
            return replace(clause, objects=[[phrase]], preps=preps, stop=stop)
    return clause


def _is_each(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is `كل من` with whom it is each of (`ينفي كل من الرجلين أي تورط`)."""
    return [w.norm for w in scene.words[phrase.inner : phrase.inner + 2]] == ["كل", "من"]


def _is_report(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is a report or charge, or somebody's part in a deed: nothing of these denies."""
    if scene.atoms[phrase.inner] >= 0 or phrase.person or phrase.mentions:
        return False
    words = scene.words[phrase.inner : phrase.end]
    named = words[1] if len(words) > 1 and words[0].norm in _ANY else words[0]
    keys = {*noun_keys(named.bare)}
    return named.bare in scene.classes["hearsay"] - _SPEAKS or not keys.isdisjoint(scene.classes["involvement"])


_SPEAKS = word_list(__name__, "speaks")


def _denied(scene: Scene, clause: Clause) -> int | None:
    """The phrase that names what is denied, or None where a clause is denied or nothing is found."""
    aside = False
    for k in range(clause.index + 1, len(scene.phrases)):
        phrase, before = scene.phrases[k], scene.phrases[k - 1]
        if phrase.kind == "stop" or (phrase.kind == "comp" and not aside):
            return None
        if phrase.kind in ("link", "rel", "verb"):
            goes_on = phrase.conj or (phrase.verb is not None and phrase.verb.tense == "participle")
            if phrase.kind == "verb" and goes_on and (not aside or before.kind == "comma"):
                return None
            aside = True
        if phrase.kind != "np" or phrase.prep or phrase.conj or any(p is phrase for p in clause.subject):
            continue
        fresh = before.kind in ("comma", "adv") or (before.kind == "np" and before.prep and not aside)
        if _is_denied(scene, phrase) or (fresh and not aside and _is_told(scene, phrase)):
            return k
    return None


def _is_of_subject(scene: Scene, phrase: Phrase, k: int) -> bool:
    """Whether an object before phrase `k`, which is denied, only says who denies (`نفى الوفد المفاوض، ما نشر`)."""
    word = scene.words[phrase.inner]
    alone = phrase.end == phrase.inner + 1 and word.definite and word.index not in scene.event_words
    return alone and phrase.end < scene.phrases[k].start and scene.words[phrase.end].kind == "punct"


def _is_denied(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase says by its first words that it is what is denied (`أي تورط`, `ما نشر`, `هذه الاتهامات`)."""
    words = scene.words[phrase.inner : phrase.end]
    if not words or scene.atoms[phrase.inner] >= 0:
        return False
    first, hearsay = words[0], scene.classes["hearsay"]
    if first.norm in _ANY:
        return len(words) > 1 and words[1].norm != "من"  # `ينفي كل من الرجلين أي تورط`
    if first.norm == "ما":
        return True
    named = next((w for w in words[:2] if w.kind != "dem"), first)
    part = not {*noun_keys(first.bare)}.isdisjoint(scene.classes["involvement"])
    return named.bare in hearsay or (first.bare in ("صحه", "وجود") and not first.definite) or part


def _is_told(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase begins with a noun for what is done (`بيع مصنعها`)."""
    if scene.atoms[phrase.inner] >= 0:
        return False
    first = scene.words[phrase.inner]
    deed = not first.definite and (is_deed(phrase, scene.words) or first.bare in scene.classes["occurrences"])
    return phrase.inner in scene.event_words or deed


def _goes_on(scene: Scene, k: int) -> tuple[int, dict[str, list[list[Phrase]]]]:
    """Where the phrases that belong to phrase `k` end, and those of them behind a preposition."""
    preps: dict[str, list[list[Phrase]]] = {}
    j = k + 1
    while j < len(scene.phrases) and scene.phrases[j].kind in ("np", "adv", "quote"):
        phrase = scene.phrases[j]
        if phrase.kind == "np" and phrase.prep:
            preps.setdefault(phrase.prep, []).append([phrase])
        j += 1
    return j, preps
