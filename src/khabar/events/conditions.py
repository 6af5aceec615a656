"""Conditions of senses: whether the words in the slots around a trigger are those that a sense asks for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from khabar.events.lexicon import SPECIAL, Condition, noun_keys
from khabar.events.scene import Scene
from khabar.events.trigger import Group, Trigger
from khabar.records import MentionKind
from khabar.text.characters import squeeze
from khabar.text.particles import particles
from khabar.text.phrases import Phrase
from khabar.text.words import Word


def holds(condition: Condition, trigger: Trigger, scene: Scene) -> bool:
    """Whether a condition of a sense is met by the slots of a trigger."""
    if condition.slot == "under":
        return _stands_under(trigger, scene, condition.words or frozenset()) is not condition.negated
    if condition.slot == "form":
        return bool(_forms(trigger, scene) & (condition.words or frozenset())) is not condition.negated
    if condition.slot == "adj":
        return _is_described(trigger, scene, condition.words or frozenset()) is not condition.negated
    if condition.slot == "why":
        return _is_moved_by(trigger, scene, condition.words or frozenset()) is not condition.negated
    if condition.slot == "comp" and condition.words is not None:
        return _in_complement(trigger, scene, condition.words) is not condition.negated
    groups = trigger.slots.get(condition.slot)
    if condition.slot == "gen" and not groups and trigger.pronoun and condition.words and "@person" in condition.words:
        return _theirs(trigger, scene) is not condition.negated
    if condition.words is None:
        return (groups is None) is condition.negated
    if condition.slot == "obj" and not condition.negated:
        # `منح البرلمان الحكومة الثقة`: what is given follows whom it is given to.
        groups = [*(groups or ()), *trigger.slots.get("obj2", ())]
    return (bool(groups) and _has_word(groups or [], condition.words, scene)) is not condition.negated


def _theirs(trigger: Trigger, scene: Scene) -> bool:
    """Whether the pronoun of a noun can stand for people (`مع منعهم من السفر`, `بعد تسليمه`)."""
    return scene.words[trigger.words[-1]].norm.endswith(("ه", "ها", "هم", "هما"))


def _stands_under(trigger: Trigger, scene: Scene, words: frozenset[str]) -> bool:
    """Whether the word before a noun or its phrase, or the verb of its clause, is among `words` (`حكم بالإعدام`).

    So is the verb of a relative clause that tells of it (`تهديدات أطلقها التنظيم`).
    """
    start = scene.phrases[trigger.phrase].start
    first = trigger.words[0]
    before = [start - 1] if trigger.kind == "noun" and start > 0 else []
    if trigger.kind == "noun" and first > start and scene.words[first - 1].kind == "noun":
        before.append(first - 1)  # `رئيس | تحرير موقع الفجر`
    keys = {key for i in before for key in noun_keys(scene.words[i].bare)}
    if trigger.carrier:
        keys.update(noun_keys(trigger.carrier))
    if trigger.clause is not None and trigger.clause.verb is not None:
        lemma = squeeze(trigger.clause.verb.verb.lemma)
        keys |= {lemma, lemma.removeprefix("ال")}  # the words of conditions have no article
    phrase = scene.phrases[trigger.phrase]
    told = [c.verb for c in scene.clauses if c.verb is not None and any(p is phrase for p in c.antecedent)]
    if trigger.kind == "noun":
        keys.update(squeeze(verb.verb.lemma) for verb in told)
    return bool(keys & words)


def _is_described(trigger: Trigger, scene: Scene, words: frozenset[str]) -> bool:
    """Whether one of the two words behind a noun is among `words` (`تظاهرة اقتصادية`, `مسيرته الفنية الطويلة`)."""
    return described_by(trigger, scene, words) is not None


def described_by(trigger: Trigger, scene: Scene, words: frozenset[str]) -> Word | None:
    """The first of the two words behind a noun that is among `words`, or None."""
    after = scene.words[trigger.words[-1] + 1 : trigger.words[-1] + 3]
    return next((w for w in after if w.kind != "verb" and any(key in words for key in noun_keys(w.bare))), None)


def _is_moved_by(trigger: Trigger, scene: Scene, words: frozenset[str]) -> bool:
    """Whether an accusative or `ل` behind a verb says why people do a thing (`تجمعوا تضامنا`, `خرجوا للمطالبة`)."""
    clause = trigger.clause
    if trigger.kind != "verb" or clause is None:
        return False
    for phrase in scene.phrases[clause.index + 1 :]:
        if phrase.kind in ("verb", "stop", "link", "comp", "rel"):
            return False
        for word in scene.words[phrase.start : phrase.end]:
            accusative = word.token.text.endswith(("ا", "اً")) and word.bare.removesuffix("ا") in words
            if accusative or (word.prep == "ل" and word.definite and word.bare in words):
                return True
    return False


def _forms(trigger: Trigger, scene: Scene) -> set[str]:
    """What a verb or a noun says by its form (`docs/lexicon.md`)."""
    clause = trigger.clause
    if trigger.kind == "noun":
        plural = scene.words[trigger.words[0]].bare.endswith(("ات", "ين", "ون"))
        theirs = trigger.pronoun and scene.words[trigger.words[-1]].norm.endswith(("هم", "هن", "هما"))
        marked = (("plural", plural), ("pronoun", bool(trigger.pronoun)), ("theirs", theirs))
        return {name for name, so in marked if so}
    if trigger.kind != "verb" or clause is None or clause.verb is None:
        return set()
    phrase = scene.phrases[clause.index]
    first = clause.verb.person.startswith("1")
    future = clause.verb.future or phrase.negated in particles().negations_future
    future = future or any(w in particles().futures for w in phrase.particles)
    marks = {"future": future, "negated": bool(phrase.negated), "first": first}
    marks |= {"refused": future and bool(phrase.negated), "ours": future and first}
    marks["pronoun"] = bool(clause.verb.suffix)
    marks["relative"] = bool(clause.antecedent) or (clause.opener >= 0 and scene.phrases[clause.opener].kind == "rel")
    return {name for name, so in marks.items() if so}


def _in_complement(trigger: Trigger, scene: Scene, words: frozenset[str]) -> bool:
    """Whether a word after `أن` is among `words`, up to the first verb of its clause, or the lemma of that."""
    clause = trigger.clause
    if trigger.kind != "verb" or clause is None or clause.comp is None:
        return False
    for phrase in scene.phrases[clause.comp[0] : clause.comp[1]]:
        inside = scene.words[phrase.start : phrase.end]
        if phrase.kind == "np" and scene.words[phrase.start - 1].norm == "غير":
            inside = scene.words[phrase.start - 1 : phrase.end]  # `بأنها غير قانونية`
        if any(key in words for word in inside for key in noun_keys(word.bare)):
            return True
        norms = [w.bare if w.definite else w.norm for w in inside]
        if any(" ".join(norms[i : i + 2]) in words for i in range(len(norms) - 1)):
            return True
        if phrase.kind == "verb":
            return phrase.verb is not None and squeeze(phrase.verb.verb.lemma) in words
    return False


def _is_body(phrase: Phrase, scene: Scene) -> bool:
    """Whether a mention is a body or an office, or people in the plural, and no single person without a name."""
    mention = scene.mentions[scene.atoms[phrase.head]]
    return (
        mention.kind is not MentionKind.UNNAMED
        or phrase.number == "pl"
        or bool({*noun_keys(scene.words[phrase.head].bare)} & scene.classes["bodies"])
    )


def _some_of_them(phrase: Phrase, scene: Scene) -> bool:
    """Whether a phrase counts some of those told of before (`أوقفت الشرطة تسعة منهم`, `نقلت عددا منهم`)."""
    first = scene.words[phrase.inner]
    amount = first.kind == "num" or first.norm.endswith("ا") or first.bare in particles().quantifiers
    after = scene.words[phrase.end] if phrase.end < len(scene.words) else None
    return amount and after is not None and after.norm == "من" and after.suffix in ("هم", "هن", "هما")


def _is_special(phrase: Phrase, words: frozenset[str], scene: Scene) -> bool:
    """Whether a phrase is of a class that its mention decides (`lexicon.SPECIAL`)."""
    if "@person" in words and (phrase.suffix in ("ه", "ها", "هم", "هما", "هن") or _some_of_them(phrase, scene)):
        return True  # `سلمه إلى`
    number = scene.atoms[phrase.head]
    if number < 0 or not words & SPECIAL:
        return False
    mention = scene.mentions[number]
    if mention.kind is MentionKind.NATIONALITY and scene.words[phrase.inner].kind == "num":
        return "@person" in words  # `رحلت السلطات 60 مصريا`
    if phrase.person and ("@person" in words or ("@group" in words and _is_body(phrase, scene))):
        return True
    state = mention.actor is not None and mention.actor.startswith("state-")
    place = mention.kind is MentionKind.PLACE or state
    return (place and "@place" in words) or ("@country" in words and (state or (place and mention.country is not None)))


@lru_cache(maxsize=4096)
def _joined(words: frozenset[str]) -> frozenset[str]:
    """Those of a condition's words that are more than one."""
    return frozenset(w for w in words if " " in w)


_TITLED = (MentionKind.OFFICE, MentionKind.PERSON)


def _has_word(groups: Sequence[Group], words: frozenset[str], scene: Scene) -> bool:
    """Whether one of the first words of a group is among `words`."""
    for group in groups:
        for phrase in group:
            if _is_special(phrase, words, scene):
                return True
            nearest = scene.words[phrase.start : min(phrase.head + 3, phrase.end)]
            alone = scene.words[phrase.start : phrase.head + 1] if phrase.who in _TITLED else nearest
            if any(key in words for word in alone for key in noun_keys(word.bare)):
                return True  # not by the second word of `وزير الدفاع`
            joined = _joined(words)
            if not joined:
                continue
            norms = [w.norm for w in nearest]
            if any(" ".join(norms[i : i + n]) in joined for n in (2, 3) for i in range(len(norms) - n + 1)):
                return True
            keys = [noun_keys(w.bare) for w in nearest]
            if any(f"{a} {b}" in joined for one, two in pairwise(keys) for a in one for b in two):
                return True  # `المستشفى الميداني`, `مستشفى ميدانيا`
    return False
