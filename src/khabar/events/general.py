"""What is told in general: habits, laws, standing states, questions. None of them is a happening."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from khabar.events.auxiliary import parent_of
from khabar.events.coming import told_of
from khabar.events.draft import Draft
from khabar.events.lexicon import noun_keys
from khabar.events.moods import moods
from khabar.events.needed import NEEDED
from khabar.events.scene import Scene
from khabar.lexicon.words import word_list
from khabar.records import Auxiliary
from khabar.text.agreement import is_kana
from khabar.text.characters import squeeze
from khabar.text.clauses import Clause

_ENTRY = re.compile(r"\s*[0-9]{3,4}\s?[-–:]\s*[^\W\d]")
"""The year and the mark that open an entry of a calendar of old events."""


_CERTAIN = frozenset({"ASSAULT", "COERCE", "PROTEST"})
"""Types of which `أو` parts two words for one thing that happened (`قتل أو جرح عشرون جنديا`)."""


def _is_choice(draft: Draft) -> bool:
    """Whether a word behind `أو` is one of two that are left open (`ليقر أو يرفض الاتفاق`, `لقبول أو رفض العرض`)."""
    first = draft.scene.phrases[draft.trigger.phrase].start if draft.trigger.kind == "noun" else draft.trigger.words[0]
    if draft.type in _CERTAIN or draft.auxiliary or first == 0:
        return False
    before = {draft.scene.words[first - 1].norm, draft.scene.words[draft.trigger.words[0] - 1].norm}
    return "او" in before


def _is_any(draft: Draft) -> bool:
    """Whether a present tells of whatever there may be of a thing (`كل عمل يستهدف أمننا`, `أي جهة تطلبها`)."""
    clause, scene = draft.trigger.clause, draft.scene
    told_of = (clause.antecedent or clause.subject) if clause is not None else []
    if draft.trigger.kind != "verb" or clause is None or clause.verb is None or not told_of:
        return False
    phrase = told_of[0]
    if clause.verb.tense != "present" or scene.words[phrase.head].definite or phrase.start > draft.trigger.words[0]:
        return False
    words = scene.words[max(phrase.start - 1, 0) : phrase.head]
    return any(w.bare in moods().whatever for w in words)


def _is_letting(draft: Draft) -> bool:
    """Whether a "demand" only opens what its speaker says (`دعوني أشكر الحضور`)."""
    return draft.type == "REQUEST" and draft.scene.words[draft.trigger.words[0]].norm in moods().letting


def _is_anniversary(draft: Draft) -> bool:
    """Whether a sentence is an entry of a page of what happened on this day (`1948- فيضان يشرد مليون شخص`)."""
    return _ENTRY.match(draft.scene.text, draft.scene.sentence.span.start) is not None


def _is_habit(draft: Draft) -> bool:
    """Whether words for what is done again and again stand with a present (`تشن هجمات بين فترة وأخرى`)."""
    clause, scene = draft.trigger.clause, draft.scene
    told = told_of(scene, draft.trigger) if draft.trigger.kind == "noun" else ()
    if any(c.verb is not None and c.verb.tense == "present" and _has_habit(scene, c.index, c.stop) for c in told):
        return True  # `التدريبات التي تجرى سنويا`
    if clause is None or clause.verb is None:
        return False
    if squeeze(clause.verb.verb.lemma) in moods().customs:
        return True  # `دأب الحزب على تنظيم مسيرات`
    return clause.verb.tense == "present" and _has_habit(scene, *draft.range)


def _has_habit(scene: Scene, start: int, stop: int) -> bool:
    """Whether words for what is done again and again stand among some phrases."""
    first, last = scene.phrases[start], scene.phrases[min(stop, len(scene.phrases)) - 1]
    words = squeeze(scene.text[scene.words[first.start].start : scene.words[last.end - 1].end])
    return any(habit in words for habit in moods().habits)


def _is_law(draft: Draft) -> bool:
    """Whether a draft is what a law or treaty says (`تنص المادة على أنه لا يجوز إسقاط العضوية`, `يعاقب القانون`)."""
    clause: Clause | None = draft.trigger.clause
    laws = draft.scene.classes["laws"]
    for _ in range(3):
        if clause is None or clause.verb is None:
            return False
        if squeeze(clause.verb.verb.lemma) in moods().allowing:
            return True
        if squeeze(clause.verb.verb.lemma) in moods().rules:
            return clause is not draft.trigger.clause or draft.trigger.slot != "subj"  # `نص اتفاق الطرفين على`
        if clause.verb.tense == "present" and clause.subject:
            phrase = clause.subject[0]
            first = draft.scene.words[phrase.inner]
            if draft.scene.atoms[phrase.inner] < 0 and {*noun_keys(first.bare)} & laws:
                return True
        clause = parent_of(draft.scene, clause)
    return False


def _is_holding(draft: Draft) -> bool:
    """Whether the body of a report says in the present who holds a place (`المدينة التي تسيطر عليها الجماعة`).

    So does any sentence that says who held it (`مواقع كانت تسيطر عليها الميليشيا`).
    """
    clause, scene = draft.trigger.clause, draft.scene
    if draft.trigger.kind != "verb" or clause is None or clause.verb is None or clause.verb.tense != "present":
        return False
    held = clause.index > 0 and is_kana(scene.phrases[clause.index - 1])
    if (
        not (scene.report or held)
        or scene.sentence.paragraph < 0
        or {Auxiliary.FUTURE, Auxiliary.HYPOTHETICAL} & {*draft.auxiliary}
    ):
        return False
    return squeeze(clause.verb.verb.lemma) in moods().holding


def _is_asked(draft: Draft) -> bool:
    """Whether a draft stands in a question: a mark closes its sentence, and a word that asks stands before it."""
    scene = draft.scene
    if not scene.words or scene.words[-1].norm not in ("؟", "?"):
        return False
    return any(w.norm in moods().asking for w in scene.words[: draft.trigger.words[0]])


def _is_demanded(draft: Draft) -> bool:
    """Whether a noun is only what people gather or speak up for.

    `مسيرة للمطالبة بالإفراج`, `مطالبات الوزراء بالاستقالة`.
    """
    trigger, words = draft.trigger, draft.scene.words
    phrase = draft.scene.phrases[trigger.phrase]
    if trigger.kind == "noun" and any(w.bare in moods().needing for w in words[phrase.start : trigger.words[0]]):
        return True  # `شدد على ضرورة انسحاب القوات`
    if draft.type == "CONSULT" and _is_gone_back_to(draft):
        return True
    if trigger.kind != "noun" or phrase.prep != "ب" or phrase.start == 0 or trigger.words[0] != phrase.inner:
        return False
    if {s.kind for s in draft.size} & {"dead", "injured"}:
        return False  # `مطالبين بمحاسبة`, of a deed told with its toll
    k = trigger.phrase - 1
    while k > 0 and draft.scene.phrases[k].conj and not draft.scene.phrases[k].prep:
        k -= 1
    before = draft.scene.phrases[k]
    whose = before.kind == "np" and bool({*noun_keys(words[before.inner].bare)} & moods().demanding)
    return whose or bool({*noun_keys(words[phrase.start - 1].bare)} & moods().demanding)


def _is_gone_back_to(draft: Draft) -> bool:
    """Whether talks are only hindered, or what ought to be gone back to (`أهمية العودة إلى المفاوضات بين الطرفين`)."""
    scene, k = draft.scene, draft.trigger.phrase
    first = scene.words[scene.phrases[k].inner]
    if draft.trigger.kind == "noun" and first.index < draft.trigger.words[0] and first.bare in _HINDERED:
        return True  # `اتهمت باريس الحكومة بعرقلة محادثات السلام`
    if draft.trigger.kind != "noun" or scene.phrases[k].prep != "الي" or k == 0:
        return False
    if not {*noun_keys(scene.words[scene.phrases[k - 1].head].bare)} & _RETURN:
        return False
    while k > 0 and scene.phrases[k - 1].kind == "np":
        k -= 1
    words = scene.words[scene.phrases[k].start : draft.trigger.words[0]]
    return any(w.bare in moods().needing or w.bare == "اهميه" for w in words)


_RETURN = word_list(__name__, "return")
_HINDERED = word_list(__name__, "hindered")

_DONE_BY_FORCE = frozenset({"COERCE", "RETREAT", "PROTEST", "MOBILIZE", "SANCTION"})


def _is_wanted(draft: Draft) -> bool:
    """Whether a noun only names what ought to be done, may be done or was put off (`ضرورة انسحاب القوات`)."""
    trigger = draft.trigger
    if draft.type not in _DONE_BY_FORCE or trigger.kind != "noun" or not trigger.carrier:
        return False
    return bool({*noun_keys(trigger.carrier)} & moods().wanted)


def _is_whoever(draft: Draft) -> bool:
    """Whether it is done to whoever does a thing (`القبض على كل من له علاقة بالجريمة`), and to nobody in particular."""
    if draft.type not in _DONE_BY_FORCE or draft.trigger.kind != "noun":
        return False
    for slot in draft.sense.frame.get("recipient", ()):
        for phrase in (g[0] for g in draft.slots.get(slot, ())[:1]):
            words = draft.scene.words[phrase.inner : phrase.inner + 3]
            if [w.norm for w in words[:2]] == ["كل", "من"] and len(words) == 3 and words[2].kind in ("prep", "verb"):
                return True
    return False


def _is_aim(draft: Draft) -> bool:
    """Whether a protest is only what something is done for, or why an envoy is summoned.

    `استدعت السفير للاحتجاج على التصريحات`, `قامت باستدعاء السفير احتجاجا على التصريحات`.
    """
    phrase = draft.scene.phrases[draft.trigger.phrase]
    word = draft.scene.words[draft.trigger.words[0]]
    if draft.type != "PROTEST" or draft.trigger.kind != "noun" or not word.bare.startswith("احتجاج"):
        return False
    before = draft.scene.words[max(word.index - _REACH, 0) : word.index] if word.bare.endswith("ا") else []
    summoned = any(w.bare == "استدعاء" or (w.verb is not None and w.verb.verb.lemma == "استدعى") for w in before)
    return (phrase.prep == "ل" and word.bare == "احتجاج") or summoned


_REACH = 12
"""How many words before its reason an envoy's summons may stand."""


def _is_combated(draft: Draft) -> bool:
    """Whether a noun only names what is fought or kept from (`لمكافحة غسل الأموال وتمويل الإرهاب`, `لتجنب مواجهة`)."""
    scene, k = draft.scene, draft.trigger.phrase
    if draft.trigger.kind != "noun":
        return False
    listed = scene.phrases[scene.list_start(k) : k]
    words = [w for p in listed for w in scene.words[p.start : p.end]]
    words += scene.words[scene.phrases[k].start : draft.trigger.words[0]]
    return any({*noun_keys(w.bare)} & moods().combating for w in words)


GENERAL: Mapping[str, Callable[[Draft], bool]] = {
    "asked": _is_asked,
    "demanded": _is_demanded,
    "combated": _is_combated,
    "letting": _is_letting,
    "any": _is_any,
    "habit": _is_habit,
    "law": _is_law,
    "holding": _is_holding,
    "aim": _is_aim,
    "wanted": _is_wanted,
    "whoever": _is_whoever,
    "choice": _is_choice,
    "anniversary": _is_anniversary,
    **NEEDED,
}
"""By name, what tells a draft as so for ever or time and again, as only asked for or about, or as an old date."""
