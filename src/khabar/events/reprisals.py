"""A deed that another one answers (`قصف المواقع ردا على مقتل جنوده`): what answers it is another event of others."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.events.draft import Draft
from khabar.events.fronted import answer_to, is_fronted_answer, told_of_own
from khabar.events.nearby import Somebody, subjects_among
from khabar.events.results import REASONS, is_answered
from khabar.lexicon.words import word_list
from khabar.records import Mention, MentionKind
from khabar.text.characters import squeeze
from khabar.text.phrases import Phrase

_ARMED = frozenset({"MIL", "COP"})


def is_answer(draft: Draft, reason: Draft) -> bool:
    """Whether a draft is the deed that answers another one of its clause."""
    same = draft.scene is reason.scene and draft.trigger.clause is reason.trigger.clause
    behind = draft is not reason and same and is_answered(reason) and draft.span.end <= reason.span.start
    return behind or is_fronted_answer(draft, reason)


def who_answers(draft: Draft, people: Sequence[Somebody]) -> list[Mention]:
    """Those of some people who answer a deed, and so have not done it, or tell of deaths of their own; else none."""
    given = draft.trigger.clause if is_in_return(draft) and draft.trigger.support is None else None
    clause = answer_to(draft) or told_of_own(draft) or given
    if clause is None:
        return []
    return subjects_among(clause, people)


def is_in_return(draft: Draft) -> bool:
    """Whether a noun tells what others do in return (`أفرجت عن ستة أسرى مقابل إفراج الحركة عن جندي`)."""
    phrase = draft.scene.phrases[draft.trigger.phrase]
    heads = draft.trigger.kind == "noun" and draft.trigger.words[0] == phrase.inner
    return heads and phrase.prep == "مقابل" and draft.type in ("RETREAT", "COOPERATE")


def is_in_reason(draft: Draft, somebody: Somebody) -> bool:
    """Whether somebody only stands in the words of what force answers, and has not met it.

    `هجمات على إسرائيل ردا على ضربة جوية أصابت ناشطين`: all behind the words of answer, up to a comma, is of the deed
    they name; but `قصفت ردا على ذلك مواقع للجيش`.
    """
    phrase, scene = somebody.phrase, draft.scene
    sides = draft.type == "SANCTION" and phrase is not None and _is_between(draft, phrase)
    if phrase is None or not (sides or draft.type in ("ASSAULT", "COERCE")):
        return False
    before = [w.index for w in scene.words[draft.trigger.words[-1] + 1 : phrase.start] if w.norm in REASONS]
    if not before or before[-1] + 1 >= len(scene.words):
        return False
    first, last = scene.phrase_at(before[-1] + 1), scene.phrase_at(phrase.start)
    answered = scene.phrases[first]
    deed = sides or any(k in scene.event_words for k in range(answered.start, answered.end))
    return deed and not any(p.kind in ("comma", "stop", "link") for p in scene.phrases[first:last])


def _is_between(draft: Draft, phrase: Phrase) -> bool:
    """Whether a phrase is one of two sides (`علقت المفاوضات ردا على المصالحة بين الفصيلين`)."""
    scene, k = draft.scene, next((n for n, p in enumerate(draft.scene.phrases) if p is phrase), -1)
    return k >= 0 and scene.phrases[scene.list_start(k)].prep == "بين"


def is_own_side(draft: Draft, mention: Mention) -> bool:
    """Whether soldiers or police of one state fell, or that state was hit, to whom those of it have not done it.

    `شنت القوات الأمريكية غارات بعد مقتل جندي أمريكي`, `أعلن الجيش الإسرائيلي إطلاق صواريخ على إسرائيل`; a verb of whose
    they are may still tell it (`قتل جندي زميله`).
    """
    if draft.type != "ASSAULT" or draft.trigger.kind != "noun" or not mention.country:
        return False
    if not _ARMED & set(mention.sectors):
        return False
    ours = [m for m in draft.recipients if m.country == mention.country]
    hit = any(_is_state(m, mention.country) or _ARMED & set(m.sectors) for m in ours)
    return hit or _is_aimed_at(draft, mention.country)


def _is_state(mention: Mention, country: str) -> bool:
    return mention.actor == f"state-{country.lower()}"


_AT = word_list(__name__, "at")


def _is_aimed_at(draft: Draft, country: str) -> bool:
    """Whether force that a noun names is used `on` or `towards` a state, or its land by an adjective."""
    scene = draft.scene
    for phrase in scene.phrases[draft.trigger.phrase + 1 :]:
        if phrase.kind not in ("np", "adv"):
            return False
        first = scene.words[phrase.start]
        toward = phrase.prep in _AT or {first.norm, scene.words[phrase.start - 1].norm} & _AT
        inside = (m for m in scene.mentions if scene.span(phrase).contains(m.head))
        if toward and any(m.country == country and _is_land_of(m, country) for m in inside):
            return True
    return False


def _is_land_of(mention: Mention, country: str) -> bool:
    """Whether a mention is a state, its adjective, or its land (`إسرائيل`, `الأراضي الإسرائيلية`)."""
    land = squeeze(mention.text).removeprefix("ال").startswith("اراضي")
    return land or mention.kind is MentionKind.NATIONALITY or _is_state(mention, country)
