"""A deed that another one answers (`قصف المواقع ردا على مقتل جنوده`): what answers it is another event of others."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.events.draft import Draft
from khabar.events.nearby import Somebody
from khabar.events.results import REASONS
from khabar.events.sameness import same_mention
from khabar.lexicon.words import word_list
from khabar.records import Mention

_ARMED = frozenset({"MIL", "COP"})


def is_reason(draft: Draft) -> bool:
    """Whether a noun names what the deed of its clause is an answer to (`ردا على`, `انتقاما ل`, `احتجاجا على`)."""
    if draft.trigger.kind != "noun":
        return False
    start = draft.scene.phrases[draft.trigger.phrase].start
    before = [w.norm for w in draft.scene.words[max(start - 2, 0) : start]]
    return bool(before) and (before[-1] in REASONS or (before[0] in REASONS and before[-1] in _ITS))


_ITS = word_list(__name__, "its")


def is_answer(draft: Draft, reason: Draft) -> bool:
    """Whether a draft is the deed that answers another one of its clause."""
    same = draft.scene is reason.scene and draft.trigger.clause is reason.trigger.clause
    return draft is not reason and same and is_reason(reason) and draft.span.end <= reason.span.start


def who_answers(draft: Draft, people: Sequence[Somebody]) -> list[Mention]:
    """Those of some people who answer a deed, and so have not done it; none where it is no reason of another."""
    clause = draft.trigger.clause
    if clause is None or draft.trigger.support is not None or not is_reason(draft):
        return []
    told = [p.mention for p in people if any(p.phrase is s for s in clause.subject)]
    return [p.mention for p in people if any(same_mention(p.mention, m) for m in told)]


def is_in_reason(draft: Draft, somebody: Somebody) -> bool:
    """Whether somebody only stands in the words of what force answers (`ردا على اغتيال قائد`), and has not met it."""
    phrase, words = somebody.phrase, draft.scene.words
    if draft.type not in ("ASSAULT", "COERCE") or phrase is None or phrase.prep not in ("علي", "ل") or not phrase.start:
        return False
    own = draft.scene.phrases[draft.trigger.phrase]
    return phrase is not own and words[phrase.start - 1].norm in REASONS


def is_own_side(draft: Draft, mention: Mention) -> bool:
    """Whether soldiers or police of one state fell, to whom those of the same state have not done it.

    `شنت القوات الأمريكية غارات بعد مقتل جندي أمريكي`; a verb of whose they are may still tell it (`قتل جندي زميله`).
    """
    if draft.type != "ASSAULT" or draft.trigger.kind != "noun" or not mention.country:
        return False
    mine = bool(_ARMED & set(mention.sectors))
    return mine and any(m.country == mention.country and _ARMED & set(m.sectors) for m in draft.recipients)
