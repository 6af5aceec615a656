"""What is told of a deed of old and of what came since: `بعد عام على اغتيال النائب، تظاهر المئات`, `كانوا قد خطفوا`."""

from __future__ import annotations

from collections.abc import Set

from khabar.events.draft import Draft
from khabar.events.lexicon import noun_keys
from khabar.events.scene import Scene
from khabar.lexicon.words import word_list
from khabar.records import Auxiliary
from khabar.text.agreement import is_kana
from khabar.text.phrases import Phrase

_AFTER = "بعد"
_SINCE = ("علي", "من")
_LONG = word_list(__name__, "long")
_LASTING = word_list(__name__, "lasting")
_REACH = 5
"""Words from `بعد` to the preposition behind the time gone by (`بعد ثلاثة أشهر فقط على`)."""


def is_lapsed(draft: Draft) -> bool:
    """Whether a noun names the deed that months or years have gone by since (`بعد عام على اعتقال الناشط`)."""
    trigger = draft.trigger
    return trigger.kind == "noun" and lapse_before(draft.scene, trigger.phrase) is not None


def is_after_lapse(draft: Draft) -> bool:
    """Whether a past verb tells what was done so long after a deed that its own clause names: that is the news."""
    scene, clause = draft.scene, draft.trigger.clause
    if clause is None or clause.verb is None or clause.verb.tense != "past" or draft.trigger.kind != "verb":
        return False
    opener = scene.phrases[clause.opener].kind if clause.opener >= 0 else "stop"
    if clause.antecedent or opener != "stop":
        return False
    first, last = clause.opener + 1, min(clause.stop, len(scene.phrases))
    return any(lapse_before(scene, k) is not None for k in range(first, last) if k != clause.index)


def are_long_apart(a: Draft, b: Draft) -> bool:
    """Whether of two deeds in one sentence one is told as done long after the other."""
    return a.scene is b.scene and any(is_lapsed(old) and is_after_lapse(new) for old, new in ((a, b), (b, a)))


def is_of_the_news(draft: Draft, phrase: Phrase | None) -> bool:
    """Whether somebody is the subject of the news, so that nothing says that he did what is told as long before it.

    `بعد عام على اعتقال الناشط اعتقلت الشرطة شقيقه`, `أفرج مسلحون عن موظفين كانوا قد خطفوا`.
    """
    passive = draft.passive and is_told_before(draft)
    clause = draft.trigger.clause
    if phrase is None or not (passive or is_lapsed(draft)):
        return False
    news = [c for c in draft.scene.clauses if not c.antecedent]
    if passive and clause is not None:
        news = [c for c in news if c.index < clause.opener]
    return any(p is phrase for c in news for p in c.subject)


def lapse_before(scene: Scene, k: int, periods: Set[str] = _LONG) -> int | None:
    """The word `بعد` that opens the time gone by since the deed that phrase `k` names, or None.

    `periods` are the words for lengths of time that count.
    """
    phrase = scene.phrases[k]
    if phrase.kind != "np" or phrase.prep not in _SINCE or phrase.inner not in scene.event_words:
        return None
    if phrase.prep == "من" and {*noun_keys(scene.words[phrase.inner].bare)} & _LASTING:
        return None  # `بعد شهرين من المعارك`: so long it went on
    for word in reversed(scene.words[max(phrase.start - _REACH, 0) : phrase.start]):
        if word.norm == _AFTER:
            between = scene.words[word.index + 1 : phrase.start]
            return word.index if any(w.norm in periods for w in between) else None
    return None


def is_told_before(draft: Draft) -> bool:
    """Whether the rules mark a pluperfect with `قد` in a relative clause as background (`موظفين كانوا قد خطفوا`)."""
    scene, clause = draft.scene, draft.trigger.clause
    if Auxiliary.HISTORICAL not in draft.auxiliary or clause is None or draft.trigger.kind != "verb":
        return False
    kana = next((c for c in scene.clauses if c.index == clause.opener), None)
    if kana is None or not is_kana(scene.phrases[kana.index]) or "قد" not in scene.phrases[clause.index].particles:
        return False
    before = scene.phrases[kana.index - 1] if kana.index > 0 else None
    bare = before is not None and before.kind == "np" and not before.definite and not scene.phrases[kana.index].conj
    relative = kana.opener >= 0 and scene.phrases[kana.opener].kind == "rel"
    return relative or bare or bool(kana.antecedent)
