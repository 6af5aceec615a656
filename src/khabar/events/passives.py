"""Passives: where print without vowels leaves open whether somebody did a thing or had it done to him."""

from __future__ import annotations

from khabar.events.lexicon import Sense, noun_keys
from khabar.events.scene import Scene
from khabar.events.trigger import WHILE, Group, Trigger
from khabar.records import MentionKind
from khabar.text.clauses import Clause
from khabar.text.particles import particles
from khabar.text.phrases import Phrase
from khabar.text.subjects import FOLLOWS
from khabar.text.wordlist import VERBAL_NOUN

# Without vowels print does not tell these verbs' passive: a lone noun phrase after them is whom it was done to.
_PASSIVE_TYPES = frozenset({"ASSAULT", "COERCE", "SANCTION", "RETREAT", "AID", "PROTEST"})


def is_passive(trigger: Trigger, sense: Sense, scene: Scene) -> bool:
    """Whether the verb is passive: by its form, by an agent phrase, or because its object is missing."""
    clause = trigger.clause
    if clause is None or clause.verb is None or clause.verb.suffix:
        return False
    if clause.verb.voice == "passive" or (sense.voice != "passive" and _marked(trigger, scene)):
        return True
    if clause.verb.voice != "active" and _is_sentenced(clause, scene, sense):
        return True
    if clause.verb.voice == "active" or "obj" not in _slots(sense):
        return False
    if clause.agent:
        # `قصفت تركيا مواقع ردا على هجوم من قبل متطرفين`: behind an object an agent is that of a noun.
        return not any(g[0].start < clause.agent[0].start for g in clause.objects)
    if clause.how[:1] == (FOLLOWS,) and _only_victims(clause, scene, sense):
        return True
    if _is_charged(clause, sense):
        return True
    lone = bool(clause.subject) and clause.comp is None and (not clause.objects or _harms_nobody(clause, scene, sense))
    if not lone or sense.type not in _PASSIVE_TYPES or _described(trigger, scene, sense):
        return False
    hit = clause.how == ("subject is what the relative clause tells of",) and _is_hit(scene, clause, sense)
    first = clause.how == ("subject stands first",) and _suffers(scene, clause, sense)
    told = clause.how == ("subject is what the relative clause tells of",) and "obj" in sense.size.values()
    after = clause.how in (_INHERITED, _BY_PRONOUN) and _suffers_then(scene, clause, sense)
    return first or told or hit or after or clause.how == (FOLLOWS,)


_INHERITED = ("subject of the verb before",)
_BY_PRONOUN = ("subject is who the pronoun stands for",)


def _suffers_then(scene: Scene, clause: Clause, sense: Sense) -> bool:
    """Whether somebody who did one thing had the next done to him (`شارك الناشط في المسيرة ثم اعتقل`, `قال إنه خطف`).

    The verb counts its victims, and has nobody behind it whom one man could have done it to.
    """
    single = clause.verb is not None and clause.verb.person in ("3ms", "3fs") and len(clause.subject) == 1
    return single and not clause.objects and "obj" in sense.size.values() and _suffers(scene, clause, sense)


def _is_charged(clause: Clause, sense: Sense) -> bool:
    """Whether who follows a verb of accusing is the accused: nobody else is there, and `ب` says of what.

    `اتهمت الحركة بقصف القرية`: whether the verb is passive or has its subject from before.
    """
    alone = bool(clause.subject) and clause.how == (FOLLOWS,) and not clause.objects
    told = [g for g in clause.preps.get("ب", ()) if g[0].who is not MentionKind.PLACE]  # `الحكومة برام الله`
    charge = bool(told) and "ب" in sense.frame.get("topic", ())
    return alone and charge and sense.type == "ACCUSE" and "obj" in sense.frame.get("recipient", ())


def _is_sentenced(clause: Clause, scene: Scene, sense: Sense) -> bool:
    """Whether who went before is the one that a pronoun says was sentenced (`اعتقل الكاتب ثم حكم عليه بالسجن`)."""
    if clause.how != _INHERITED or sense.type != "SANCTION" or "علي" not in sense.frame.get("recipient", ()):
        return False
    on = next(iter(clause.preps.get("علي", ())), None)
    judges = {"JUD", "GOV", "COP", "MIL"}
    return on is not None and on[0].suffix != "" and not judges & set(scene.mention(clause.subject[0]).sectors)


def _marked(trigger: Trigger, scene: Scene) -> bool:
    """Whether print sets the vowel of the passive on a past (`احتُجز`, `قُتل`)."""
    verb = trigger.clause.verb if trigger.clause is not None else None
    return verb is not None and verb.tense == "past" and "\u064f" in scene.words[trigger.words[0]].token.text[:4]


def _only_victims(clause: Clause, scene: Scene, sense: Sense) -> bool:
    """Whether a verb that counts its victims has them as its subject, and nobody behind it whom they could kill.

    `قتل خمسة أطفال ليل الأحد إثر سقوط قذيفة`, `قتل طفلان شقيقان في غارة`.
    """
    if clause.comp is not None or not clause.objects or not _harms_nobody(clause, scene, sense):
        return False
    victims = clause.subject[0]
    return victims.number in ("counted", "du") or scene.words[victims.inner].kind == "num"


def _harms_nobody(clause: Clause, scene: Scene, sense: Sense) -> bool:
    """Whether a verb that counts its victims has as its objects nobody it could be done to: towns, stranded words."""
    behind = [p for g in clause.objects for p in g]
    return "obj" in sense.size.values() and all(_is_nobody(p, scene) or _is_of_attack(p, scene) for p in behind)


def _is_of_attack(phrase: Phrase, scene: Scene) -> bool:
    """Whether a phrase is what an attack was aimed at that a noun and who made it tell of right before it.

    `قتل ثلاثة أشخاص جراء استهداف مسيرة منزلا في القرية`. So is what somebody was at by a noun with his pronoun (`قتل
    الجنديان أثناء محاولتهما تفكيك قنبلة`).
    """
    before = next((p for p in scene.phrases if p.end == phrase.start), None)
    if before is not None and before.prep == "ب":  # `في استهداف غارة بمسيرة سيارة`
        before = next((p for p in scene.phrases if p.end == before.start), None)
    if before is None or before.kind != "np" or not before.prep or phrase.conj or phrase.prep:
        return False
    deed = any(VERBAL_NOUN.match(key) for key in noun_keys(scene.words[before.inner].bare))
    if deed and before.possessed and before.prep in WHILE and not phrase.person:
        return True
    return before.inner in scene.event_words and before.end > before.inner + 1 and not phrase.person


def _is_nobody(phrase: Phrase, scene: Scene) -> bool:
    """Whether a phrase cannot be whom force was used on: a nominative, a town, a word that has lost its noun."""
    head, lone = scene.words[phrase.head], phrase.end == phrase.inner + 1
    describes = head.adjectival or head.bare.removesuffix("ه") in particles().placing
    stranded = lone and describes and not (head.definite or phrase.possessed or phrase.mentions or phrase.case == "acc")
    dated = any(t.span.contains(scene.span(phrase)) for t in scene.times)  # `منذ 26 مارس آذار`
    return phrase.case == "nom" or phrase.who is MentionKind.PLACE or stranded or dated


def _is_hit(scene: Scene, clause: Clause, sense: Sense) -> bool:
    """Whether a relative clause tells what was done to a place or thing (`الموقع، الذي دمر بالكامل`)."""
    phrase = clause.subject[0]
    head = scene.words[phrase.head]
    acts = {*noun_keys(head.bare)} & (scene.classes["machines"] | scene.classes["weapons"] | scene.classes["forces"])
    return sense.type == "ASSAULT" and not phrase.person and not acts and phrase.head not in scene.event_words


def _described(trigger: Trigger, scene: Scene, sense: Sense) -> bool:
    """Whether a relative clause without `الذي` follows, behind which an object may be (`خطف مسلحون يستقلون ...`)."""
    clause = trigger.clause
    if clause is None or clause.stop >= len(scene.phrases):
        return False
    after, before = scene.phrases[clause.stop], scene.phrases[clause.stop - 1]
    told = scene.by_phrase.get(clause.stop)
    if told is not None and not told.objects and told.comp is None and "obj" in sense.size.values():
        return False  # `خطف موظف يعمل في شركة نفط`: no object at all
    return after.kind == "verb" and not after.conj and any(before is p for p in clause.subject)


def _suffers(scene: Scene, clause: Clause, sense: Sense) -> bool:
    """Whether a subject that stands first is one things are done to: `أن سبعة أشخاص قتلوا`, `إن جنديا قتل في هجوم`.

    So is a person whom a verb that counts its victims tells of without an object (`إن القاضي عمر، 60 عاما، خطف`).
    """
    phrase = clause.subject[0]
    mention = scene.mention(phrase)
    if mention.kind is MentionKind.UNNAMED and set(mention.sectors) <= {"CVL"}:
        return True
    if phrase.end == phrase.inner + 1 and scene.words[phrase.inner].kind == "num":
        return "obj" in sense.size.values()  # `إن أربعة قتلوا`
    amount = scene.words[phrase.inner].bare in particles().quantifiers  # `أن العشرات من المسلحين قتلوا`
    counted = amount or phrase.number == "counted" or (phrase.number in ("sg", "du") and not phrase.definite)
    if "obj" in sense.size.values() and not phrase.definite and mention.kind is MentionKind.UNNAMED:
        return clause.verb is not None and clause.verb.tense == "past"
    if counted and mention.kind is MentionKind.UNNAMED and clause.verb is not None and clause.verb.tense == "past":
        return True
    one = mention.kind is MentionKind.UNNAMED and phrase.person and phrase.number == "sg" and not phrase.possessed
    named = mention.kind in (MentionKind.PERSON, MentionKind.OFFICE) or one
    return named and "obj" in sense.size.values()


def _slots(sense: Sense) -> frozenset[str]:
    """The slots a sense needs for actor or recipient."""
    return frozenset(s for role in ("actor", "recipient", "both") for s in sense.frame.get(role, ()))


def turned(slots: dict[str, list[Group]]) -> dict[str, list[Group]]:
    """The slots of a passive as its active has them: the subject is the object, the agent phrase the subject."""
    turned = {k: v for k, v in slots.items() if k not in ("subj", "obj", "agent")}
    if "subj" in slots:
        turned["obj"] = slots["subj"]
    if "agent" in slots:
        turned["subj"] = slots["agent"]
    return turned
