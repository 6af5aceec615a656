"""What a report tells as background: noted at its end, told of that day, or going on from `كان قد`.

A past under `كان` is background by its own form (`events/auxiliary.py`); newsrooms do not say `كان` again before the
verbs that go on from it, and open a paragraph of background with `يذكر أن`.
"""

from __future__ import annotations

from khabar.events.moods import moods
from khabar.events.scene import Scene
from khabar.events.trigger import Trigger
from khabar.text.agreement import is_kana
from khabar.text.clauses import Clause

_OPENING = 8
"""Words of a sentence within which it says that what follows is only noted, or `كان` that it lies back."""


def is_background(scene: Scene, trigger: Trigger) -> bool:
    """Whether a past verb, or a noun in its clause, is told as background by the words before or beside it."""
    clause = trigger.clause
    if clause is not None and clause.verb is not None and clause.verb.tense not in ("past", "participle"):
        return False
    at = trigger.words[0]
    if _is_noted(scene, at) or _is_of_late(scene, trigger):
        return True
    if clause is None or clause.verb is None:
        return False
    told = trigger.kind == "noun" and clause.says  # `وكانت حصيلة سابقة قد أشارت إلى مقتل تسعة`
    return _is_of_that_day(scene, clause) or (not told and _goes_on(scene, clause, at))


def _is_noted(scene: Scene, at: int) -> bool:
    """Whether the sentence opens with words that note what was before (`ويذكر أن`, `وتجدر الإشارة إلى أن`)."""
    opening, noting = [w.norm for w in scene.words[: min(at, _OPENING)]], moods().noting
    if not any(" ".join(opening[i : i + n]) in noting for n in (2, 3, 4) for i in range(len(opening) - n + 1)):
        return False
    # `يذكر أن المجلس سيحيل المشروع بعد أن صادق عليه`
    return not any(c.verb is not None and c.verb.future and scene.phrases[c.index].start < at for c in scene.clauses)


def _is_of_late(scene: Scene, trigger: Trigger) -> bool:
    """Whether a deed is one of the last months or years (`تعرضت القوات خلال الأشهر الأخيرة لهجمات`), told beside it."""
    words, at, last = scene.words, trigger.words[0], trigger.words[-1]
    periods, late = moods().long_back, moods().of_late
    for i in range(max(at - _OPENING, 0), min(last + _OPENING, len(words) - 1)):
        if words[i].bare in periods and any(w.norm in late for w in words[i + 1 : i + 3]):
            between = words[min(i, last) : max(i, at)]
            return not any(w.kind in ("comp", "rel", "link") or w.token.norm in ".؛" for w in between)
    return False


def _is_of_that_day(scene: Scene, clause: Clause) -> bool:
    """Whether the clause takes up a day told before (`واتهمت السلطات يومها حارسا`)."""
    last = scene.phrases[min(clause.stop, len(scene.phrases)) - 1].end
    return any(w.norm in moods().that_day for w in scene.words[scene.phrases[clause.index].start : last])


def _goes_on(scene: Scene, clause: Clause, at: int) -> bool:
    """Whether a verb follows one under `كان` that opens the sentence, with no word between that turns the tale.

    What was said then is not meant (`وكان الشيخ قد قال إن مروحيتين أغارتا`): it may be of the news.
    """
    before = [c for c in scene.clauses if c.index < clause.index]
    kana = next((c for c in before if is_kana(scene.phrases[c.index])), None)
    if kana is None or scene.phrases[kana.index].start > _OPENING or not _leads_past(scene, kana):
        return False
    if any(c.says and c.comp is not None and c.comp[0] <= clause.index < c.comp[1] for c in before):
        return False
    start = scene.phrases[kana.index].end
    return not any(w.norm in moods().turning for w in scene.words[start:at])


def _leads_past(scene: Scene, kana: Clause) -> bool:
    """Whether the next verb behind `كان` is a past (`كانت الشرطة قد أوقفت`)."""
    after = next((c for c in scene.clauses if c.index > kana.index and c.verb is not None), None)
    if kana.verb is None or after is None or after.verb is None:
        return False
    its_own = after.opener == kana.index and not scene.phrases[after.index].conj
    return kana.verb.tense == after.verb.tense == "past" and its_own
