"""Triggers: the words that may name an event, each with the slots of the grammar around it."""

from __future__ import annotations

from collections.abc import Iterator

from khabar.events.lexicon import NONE, EventLexicon, Sense, noun_keys
from khabar.events.noun_slots import fill_noun
from khabar.events.readings import carried_on, misplaced, parted, senses_of, what_is_made
from khabar.events.scene import Scene
from khabar.events.trigger import Group, Trigger
from khabar.records import MentionKind, Span
from khabar.text.clauses import Clause
from khabar.text.particles import particles
from khabar.text.phrases import Phrase

_THINGS = frozenset({"MOBILIZE", "AID", NONE})


def _takes_part(noun: Trigger) -> bool:
    """Whether an event noun names what can take part in events as well: patrols and convoys, protesters."""
    return not {s.type for s in noun.senses} - _THINGS or any("self" in s.slots for s in noun.senses)

def _is_power(scene: Scene, noun: Trigger) -> bool:
    """Whether a lone definite noun of a deed stands for those in power who do it (`غارات الاحتلال`)."""
    word = scene.words[noun.words[0]]
    alone = len(noun.words) == 1 and word.definite and "gen" not in noun.slots
    return alone and bool({*noun_keys(word.bare)} & scene.classes["authorities"])


_NEAR = ("علي", "امام", "قرب", "بالقرب", "لدي", "عند")


def _near(scene: Scene, slots: dict[str, list[Group]]) -> Group:
    """What a bomb went off at: `قرب دورية`, `أمام مقر الشرطة`, `لدى مرور موكبه`; no mere place, street or town."""
    for prep in _NEAR:
        for group in slots.get(prep, ())[:1]:
            phrase = group[0]
            first = scene.words[phrase.inner]
            if first.norm in ("مرور", "مروره", "وصول") and phrase.end > phrase.inner + 1:
                return [scene.phrase(phrase.inner + 1, phrase.end)]
            number = scene.atoms[phrase.head]
            place = number >= 0 and scene.mentions[number].kind is MentionKind.PLACE
            somewhere = {*noun_keys(first.bare)} & (scene.classes["place_nouns"] | scene.classes["passages"])
            if not place and not somewhere and (number >= 0 or prep != "علي"):
                return [phrase]
    return []


def find_triggers(scene: Scene, lexicon: EventLexicon) -> list[Trigger]:
    """Every trigger of a sentence in the order of the text, verbs and nouns."""
    scene.supports, scene.classes = lexicon.supports, lexicon.classes
    verbs = [_verb_trigger(scene, clause, lexicon) for clause in scene.clauses]
    nouns = list(_noun_triggers(scene, lexicon))
    for trigger in (*(v for v in verbs if v is not None), *nouns):
        bombs = any("near" in s.frame.get("recipient", ()) for s in trigger.senses)
        if bombs and (near := _near(scene, trigger.slots)):
            trigger.slots["near"] = [near]
    scene.violent = frozenset(t.words[0] for t in nouns if t.senses[0].type == "ASSAULT")
    deeds = (t for t in nouns if not _takes_part(t) and not _is_power(scene, t))
    scene.event_words = frozenset(i for t in deeds for i in t.words)
    return sorted([*(v for v in verbs if v is not None), *nouns], key=lambda t: t.words[0])


def _verb_trigger(scene: Scene, clause: Clause, lexicon: EventLexicon) -> Trigger | None:
    if clause.verb is None:
        return None
    senses = senses_of(scene.words[scene.phrases[clause.index].head], clause.verb, lexicon)
    if not senses:
        return None
    slots: dict[str, list[Group]] = dict(clause.preps.items())
    if clause.subject:
        slots["subj"] = [clause.subject]
    objects = [*_pronoun_object(scene, clause), *clause.objects] or what_is_made(scene, clause, senses)
    if objects:
        slots["obj"] = [objects[0]]
    if len(objects) > 1:
        slots["obj2"] = [objects[1]]
    if (apart := parted(scene, clause, senses)) is not None:
        clause.subject = [*clause.subject[:-1], apart[0]]
        slots["subj"] = [clause.subject]
        slots |= {"obj2": slots["obj"]} if "obj" in slots else {}
        slots["obj"] = [[apart[1]]]
        clause.objects.insert(0, [apart[1]])
    elif doer := carried_on(scene, clause, senses):
        slots["obj"], slots["subj"] = [clause.subject], [doer]
        clause.objects, clause.subject, clause.how = [clause.subject], doer, ("subject is that of the verb before",)
    elif (moved := misplaced(scene, clause, senses)) is not None:
        clause.subject, clause.objects, clause.how = moved, [clause.subject], ("the subject goes on",)
        slots = {k: v for k, v in slots.items() if k != "subj"} | ({"subj": [moved]} if moved else {})
        slots["obj"] = [clause.objects[0]]
    if clause.agent:
        slots["agent"] = [clause.agent]
    if clause.comp is not None:
        slots["comp"] = []
    head = scene.phrases[clause.index].head
    return Trigger("verb", (head,), clause.index, senses, slots, clause)


def _pronoun_object(scene: Scene, clause: Clause) -> list[Group]:
    """The object that a verb carries as a pronoun: what its relative clause tells of, or a phrase of the pronoun."""
    if clause.verb is None or not clause.verb.suffix:
        return []
    if clause.antecedent and clause.subject is not clause.antecedent and _is_resumed(clause):
        return [clause.antecedent]
    acts = bool(clause.antecedent) and clause.subject is clause.antecedent
    if clause.index > 0 and scene.phrases[clause.index - 1].kind == "rel" and not acts:
        return []  # the pronoun is what the relative clause tells of
    at = scene.phrases[clause.index].head
    return [[Phrase("np", at, at + 1, at, prep="obj", suffix=clause.verb.suffix)]]


def _is_resumed(clause: Clause) -> bool:
    """Whether a verb's pronoun can be what its relative clause tells of (not `النواب الذين طالبوها`)."""
    verb, told = clause.verb, clause.antecedent[0]
    if verb is None or not told.person or told.number != "pl":
        return True
    return verb.suffix in ("هم", "هن") or (told.gender == "f" and verb.suffix == "ها") or verb.person not in _MANY

_MANY = frozenset({"3mp", "3fp"})


def _noun_triggers(scene: Scene, lexicon: EventLexicon) -> Iterator[Trigger]:
    heads = _event_heads(scene, lexicon)
    i = 0
    for k, phrase in enumerate(scene.phrases):
        if phrase.kind != "np":
            continue
        i = max(i, phrase.start)  # `تبادل لإطلاق النار`: an entry can reach into the next phrase
        while i < phrase.end:
            found = _noun_at(scene, i, phrase.start, phrase.end, lexicon) if _is_open(scene, i) else None
            if found is None or (_is_people(scene, i) and any(_is_deed(s) for s in found[0])):
                i += 1
                continue
            senses, length = found
            trigger = Trigger("noun", tuple(range(i, i + length)), k, senses)
            if i > phrase.start and scene.atoms[i - 1] < 0 and scene.words[i - 1].kind == "noun":
                trigger.carrier = scene.words[i - 1].bare
            fill_noun(scene, trigger, lexicon, heads)
            if any("self" in s.slots for s in senses):
                deed = any(key in lexicon.noun_senses for key in noun_keys(trigger.carrier))
                trigger.slots["self"] = [[scene.phrase(i, phrase.end) if deed else phrase]]  # `قتل المتظاهرين`
            yield trigger
            i += length


def _event_heads(scene: Scene, lexicon: EventLexicon) -> frozenset[int]:
    """The phrases that begin with a noun that names an event of its own."""
    found = set()
    for k, phrase in enumerate(scene.phrases):
        first = phrase.inner
        if phrase.kind == "np" and first < phrase.end and _is_open(scene, first):
            senses = _noun_at(scene, first, first, phrase.end, lexicon)
            if senses is not None and any(s.type in ("ASSAULT", "PROTEST", "COERCE") for s in senses[0]):
                found.add(k)
    return frozenset(found)


def _is_open(scene: Scene, i: int) -> bool:
    """Whether a word can name an event: it is in no name, or in a mention that is only a noun for people."""
    number = scene.atoms[i]
    return number < 0 or scene.mentions[number].kind is MentionKind.UNNAMED


def _is_deed(sense: Sense) -> bool:
    """Whether a sense names violence, and not those it was done to."""
    return sense.type == "ASSAULT" and "self" not in sense.slots


def _is_people(scene: Scene, i: int) -> bool:
    """Whether a word is the head of a mention of people: `أسر الضحايا` are families and no capture."""
    number = scene.atoms[i]
    before = scene.words[i - 1].verb if i > 0 else None
    if before is not None and before.verb.lemma in ("تمّ", "جرى"):
        return False  # `تم أسر ثلاثة`
    if _is_capture(scene, i):
        return False
    return number >= 0 and scene.mentions[number].head.contains(Span(scene.words[i].start, scene.words[i].end))


def _is_capture(scene: Scene, i: int) -> bool:
    """Whether `أسر` is the capture of fighters, and no families: `إلى جانب أسر ستة متمردين`, `مع أسر العشرات منهم`."""
    if scene.words[i].bare != "اسر" or scene.words[i].definite or i + 1 >= len(scene.words):
        return False
    after = scene.words[i + 1 : i + 5]
    amounts = particles().quantifiers | particles().portions_of
    counted = after[0].kind == "num" or bool({*noun_keys(after[0].bare)} & amounts)
    armed = any(scene.is_one_of(w, ("fighters", "troops")) for w in after if w.kind in ("noun", "adj", "name"))
    of_them = any(w.norm == "من" and w.suffix == "هم" for w in after)
    return counted and (armed or of_them)


def _noun_at(scene: Scene, i: int, start: int, end: int, lexicon: EventLexicon) -> tuple[tuple[Sense, ...], int] | None:
    """The senses of the noun at word `i` and how many words it takes, the longest entry first."""
    word = scene.words[i]
    if word.kind not in ("noun", "name", "adj"):
        return None
    bare = word.bare
    if bare in lexicon.noun_openings or bare.removesuffix("ا") in lexicon.noun_openings:
        found = _nouns_at(scene, i, min(end + 2, len(scene.words)), lexicon)
        if found is not None:
            return found
    if len(word.norm) < 3 and bare not in lexicon.noun_senses:
        return None
    behind = i > start and scene.words[i - 1].kind == "noun"
    if word.kind == "adj" and (word.norm.endswith("ي") or (behind and not _says_who(bare, lexicon))):
        return None
    for key in noun_keys(bare):
        if key in lexicon.noun_senses and not (word.token.text.endswith("ة") and key == bare[:-1]):
            # What ends in ة carries no pronoun: `أسرة` is no `أسره`.
            if key.endswith("ه") and _is_his(scene, i, key, end):
                continue
            return lexicon.noun_senses[key], 1
    return None


def _says_who(bare: str, lexicon: EventLexicon) -> bool:
    """Whether an adjective tells who acts, by what those it describes do (`العمال المضربون`)."""
    senses = next((lexicon.noun_senses[key] for key in noun_keys(bare) if key in lexicon.noun_senses), ())
    return any(s.type == "PROTEST" and "self" in s.slots for s in senses)


def _is_his(scene: Scene, i: int, key: str, end: int) -> bool:
    """Whether a word that looks like a noun in `ة` is another with a pronoun: `من مصادرها`, `مع مساعده`.

    Print that leaves the dots of `ة` out does so throughout a sentence, or a genitive follows (`زياره الوزير`).
    """
    word = scene.words[i]
    if word.definite or word.norm.endswith("ها"):
        return not word.definite and key == word.bare[:-1]
    alone = i + 1 >= end or scene.words[i + 1].kind not in ("noun", "name", "num")
    return word.token.text.endswith("ه") and key == word.bare and alone and "ة" in scene.sentence.span.of(scene.text)


def _nouns_at(scene: Scene, i: int, end: int, lexicon: EventLexicon) -> tuple[tuple[Sense, ...], int] | None:
    """The senses of the longest entry of several words that begins with the noun at word `i`, and how many it has."""
    word = scene.words[i]
    for length in (4, 3, 2):
        if i + length <= end:
            after = scene.words[i + 1 : i + length]
            whole = [word.bare, *(w.bare if word.definite else w.norm for w in after)]
            prefixes = [w.prep if w.kind != "prep" else "" for w in after]
            spelled = [word.bare, *(prep + w.norm for prep, w in zip(prefixes, after, strict=True))]
            printed = [word.bare, *(w.norm for w in after)]  # `التوقف عن العمل`
            for joined in dict.fromkeys(
                [" ".join(whole), " ".join(printed), *([" ".join(spelled)] if any(prefixes) else [])]
            ):  # `ضرب بيد من حديد`
                if joined in lexicon.noun_senses:
                    return lexicon.noun_senses[joined], length
            if whole[0].endswith("ا") and not word.definite:
                joined = " ".join(w.removesuffix("ا") for w in whole)  # `دعما عسكريا`
                if joined in lexicon.noun_senses:
                    return lexicon.noun_senses[joined], length
    return None
