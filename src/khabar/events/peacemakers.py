"""Who only comes to stop a clash or after it is no side of it; whom a threat is to avenge is not threatened."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.events.draft import Draft
from khabar.events.fronted import told_of_own
from khabar.events.nearby import Somebody
from khabar.lexicon.words import word_list
from khabar.records import Mention
from khabar.text.phrases import AGENT

_STOPPING = word_list(__name__, "stopping")
_COMING = word_list(__name__, "coming")
_AFTER = word_list(__name__, "after")
_LEARNING = word_list(__name__, "learning")
_SUFFERED = word_list(__name__, "suffered")


def only_comes_to_stop(draft: Draft, somebody: Somebody) -> bool:
    """Whether somebody is no side of a clash that a noun names: he comes to stop it, or is sent there after it.

    `تدخل الجيش لوقف المواجهات`, `انتشر الجيش في المدينة بعد اشتباكات`; but `بعد اشتباكات مع المتمردين`.
    """
    clause, trigger, scene = draft.trigger.clause, draft.trigger, draft.scene
    if draft.type != "ASSAULT" or trigger.kind != "noun" or clause is None or clause.verb is None:
        return False
    if "both" not in draft.sense.frame or not any(p is somebody.phrase for p in clause.subject):
        return False
    phrase = scene.phrases[trigger.phrase]
    if phrase.prep == "ل" and trigger.words[0] > phrase.inner and scene.words[phrase.inner].bare in _STOPPING:
        return True
    comes = clause.verb.verb.lemma in _COMING and phrase.prep in _AFTER
    return comes and "مع" not in draft.slots


def acquit(drafts: Sequence[Draft]) -> None:
    """Take from threats whom they are to avenge, and from deaths those who only tell of deaths of their own."""
    for draft in drafts:
        draft.recipients = [m for m in draft.recipients if not is_to_be_avenged(draft, m)]
        clause = told_of_own(draft)
        mourners = [draft.scene.span(p) for p in clause.subject] if clause is not None else []
        draft.actors = [m for m in draft.actors if not any(m.span.overlaps(s) for s in mourners)]
        draft.actors = [m for m in draft.actors if not has_only_taught(draft, m)]


def has_only_taught(draft: Draft, mention: Mention) -> bool:
    """Whether somebody behind `على أيدي` has only trained those whom a deed hits.

    `توقيف شخصين تلقيا تدريبا على أيدي الحرس`.
    """
    scene = draft.scene
    here = mention.span.start >= draft.span.end and scene.sentence.span.contains(mention.span)
    if draft.trigger.kind != "noun" or not here:
        return False
    at = scene.phrase_at(scene.words_at(mention.span)[0].index)
    if at < 0 or scene.phrases[at].prep != AGENT:
        return False
    between = (p.verb for p in scene.phrases[draft.trigger.phrase : at] if p.kind == "verb" and not p.conj)
    return any(v is not None and v.verb.lemma in _LEARNING for v in between)


def is_to_be_avenged(draft: Draft, mention: Mention) -> bool:
    """Whether a threat is to answer what was done to somebody (`توعد بالرد على مقتل جنوده`): it is not against him."""
    if draft.type != "THREATEN" or draft.trigger.kind != "verb":
        return False
    scene = draft.scene
    for group in (*draft.slots.get("علي", ()), *draft.slots.get("ل", ())):
        phrase = group[0]
        k = scene.phrase_at(phrase.head)
        whole = scene.phrases[k] if k >= 0 else phrase
        inside = any(scene.span(p).overlaps(mention.span) for p in (whole, *group))
        if inside and scene.words[whole.inner].bare in _SUFFERED:
            return True
    return False
