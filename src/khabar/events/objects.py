"""Objects that stand behind a verbal noun, and a pronoun behind a statement that is none of a verb's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khabar.events.able import is_force
from khabar.events.by_whom import RULING
from khabar.events.lexicon import noun_keys
from khabar.events.scene import Scene
from khabar.events.trigger import Group
from khabar.lexicon.words import word_list
from khabar.names.lexicon import person_nouns
from khabar.records import MentionKind
from khabar.text.particles import particles
from khabar.text.phrases import Phrase

if TYPE_CHECKING:
    from khabar.events.draft import Draft


def without_own(draft: Draft, slots: dict[str, list[Group]]) -> dict[str, list[Group]]:
    """The slots without `له` behind a statement, which only says whose it is (`هنأ الحزب في بيان له الشعب`)."""
    groups = slots.get("ل")
    if not groups or not groups[0][0].suffix:
        return slots
    phrases, words = draft.scene.phrases, draft.scene.words
    before = next((p for p in phrases if p.end == groups[0][0].start), None)
    if before is None or before.kind != "np" or words[before.inner].bare not in particles().statements:
        return slots
    kept = {k: v for k, v in slots.items() if k != "ل"}
    return {**kept, "ل": groups[1:]} if groups[1:] else kept


def object_of_noun(draft: Draft, slots: dict[str, list[Group]]) -> str:
    """The slot of what stands right behind a verbal noun with the pronoun of its doer as its object, or nothing.

    `بإعلان مساندتها الحكومة`, `أعلن الحزب تأييده الرئيس`.
    """
    trigger, phrases = draft.trigger, draft.scene.phrases
    if trigger.kind == "noun":
        own = trigger.pronoun and "gen" in draft.sense.frame.get("actor", ())
        slot, end = "obj", phrases[trigger.phrase].end if own else -1
    else:
        meant = any(c.slot == "obj" and c.words and not c.negated for c in draft.sense.when)
        noun = slots["obj"][0][0] if meant and "obj" in slots else None
        slot, end = "obj2", noun.end if noun is not None and noun.possessed and not noun.person else -1
    if slot not in slots or slots[slot][0][0].start != end:
        return ""
    first = slots[slot][0][0]
    somebody = first.person or first.who is MentionKind.PLACE or bool(first.mentions)
    return slot if somebody and not first.prep and first.definite else ""


def has_doer(draft: Draft, slots: dict[str, list[Group]]) -> bool:
    """Whether a verbal noun's genitive does it, an object following: those who bear arms or hold office, or a state.

    `توقيف الشرطة خمسة صيادين`, `اعتقال روسيا بحارا`; but `اعتقال ستة متطرفين يهود`.
    """
    recipient = draft.sense.frame.get("recipient", ())
    if draft.trigger.kind != "noun" or recipient[:1] != ("gen",) or draft.type not in ("ACCUSE", "ASSAULT", "COERCE"):
        return False
    if not {"gen", "obj"} <= slots.keys() or "gen" in draft.sense.frame.get("actor", ()):
        return False
    scene, doer, done = draft.scene, slots["gen"][0][0], slots["obj"][0][0]
    if _kill(draft, doer, done):
        return True
    if {"dead", "injured"} & set(draft.sense.size):
        return False  # `مقتل عسكريين اثنين`
    if draft.trigger.pronoun and done.start != scene.phrases[draft.trigger.phrase].end:
        return False  # `بعد توقيفهم بسبب رفعهم شعارا`
    if done.definite and done.start == doer.end and scene.words[done.head].kind == "adj" and not done.named:
        return False  # `طرد الدبلوماسيين العاملين في السفارة`
    if done.person and not done.definite and done.start == doer.end and scene.is_state(doer):
        return scene.words[done.head].kind != "adj"
    if doer.who is MentionKind.UNNAMED and scene.words[done.head].bare.removesuffix("ا") in _STATES:
        return False  # `اعتقال عناصر أمن متورطين في التهريب`
    marked = scene.words[done.inner].kind == "num" or scene.words[done.head].token.text.endswith(("ا", "اً"))
    if _is_amount(scene, doer) and not marked:
        return False
    mention = scene.mention(doer)
    able = _OFFICIAL & set(mention.sectors) or is_force(scene, mention)
    rules = doer.definite and scene.is_one_of(scene.words[doer.head], ("authorities",))  # `سلطات الانقلاب`
    return (rules or (doer.person and bool(able))) and (done.person or not done.definite)


def _kill(draft: Draft, doer: Phrase, done: Phrase) -> bool:
    """Whether the genitive of a killing or an arrest are somebody's own forces, and an object stands right behind them.

    `نفت باريس قتل جنودها مدنيين`, `اعتقال مخابراته ناشطا`; but `مقتل جنودها`, who fell.
    """
    scene = draft.scene
    noun, own = scene.words[draft.trigger.words[-1]], scene.words[doer.head]
    fell = {*noun_keys(scene.words[draft.trigger.words[0]].bare)} & _FALLS
    if fell or draft.trigger.pronoun or noun.index + 1 != doer.inner or not doer.possessed:
        return False
    forces = doer.end == doer.inner + 1 and scene.is_one_of(own, ("forces", "troops", "security", "fighters"))
    one = scene.words[done.head].bare.removesuffix("ا")
    behind = done.start == doer.end and not done.prep and not done.conj and not done.definite
    return forces and behind and (done.person or one in person_nouns()) and one not in _STATES


_STATES = frozenset(
    w + end for w in ("متورط", "ضالع", "متلبس", "متواطء", "متنكر", "هارب", "فار") for end in ("", "ين", "ان", "ون")
)
"""What people are found to be, behind the noun for them."""
_OFFICIAL = RULING | {"UAF"}
"""Sectors of those who bear arms or hold office."""


def _is_amount(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase counts people: what stands behind it in the plural describes them (`أعداد منهم متورطين`)."""
    first = scene.words[phrase.inner]
    return first.kind == "num" or phrase.number == "counted" or first.bare in particles().quantifiers | {"اعداد"}


def is_done_to(draft: Draft, slots: dict[str, list[Group]]) -> bool:
    """Whether a verbal noun's genitive uses force on what `ل` right behind it brings in, and does not suffer it.

    `اجتياح القوات التركية للجزيرة`; but `مقتل جنود للتحالف`, and nobody is killed by who only falls (`مقتل`).
    """
    recipient = draft.sense.frame.get("recipient", ())
    if draft.trigger.kind != "noun" or recipient[:1] != ("gen",) or draft.type != "ASSAULT" or "ل" in recipient:
        return False
    if not {"gen", "ل"} <= slots.keys() or draft.trigger.pronoun or "obj" in slots:
        return False
    scene, doer, done = draft.scene, slots["gen"][0], slots["ل"][0][0]
    fell = {*noun_keys(scene.words[draft.trigger.words[0]].bare)} & _FALLS
    named = doer[0].definite or (doer[0].possessed and bool(done.suffix))  # `طعن زوجها لها`
    return not fell and doer[0].person and named and done.start == doer[-1].end


_FALLS = word_list(__name__, "falls")
