"""Triggers: the words that may name an event, each with the slots of the grammar around it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from khabar.events.lexicon import NONE, EventLexicon, Sense, Support, noun_keys
from khabar.events.readings import carried_on, misplaced, parted, senses_of
from khabar.events.scene import Scene
from khabar.records import MentionKind, Span
from khabar.text.clauses import Clause, is_side
from khabar.text.finite import NOMINAL
from khabar.text.particles import particles
from khabar.text.phrases import Phrase
from khabar.text.words import Word

Group = list[Phrase]


@dataclass(slots=True)
class Trigger:
    """A word (or a few) that the lexicon knows, with what stands in each slot around it."""

    kind: str
    """`verb` or `noun`."""
    words: tuple[int, ...]
    """The words of the trigger in the sentence."""
    phrase: int
    """The phrase it stands in."""
    senses: tuple[Sense, ...]
    slots: dict[str, list[Group]] = field(default_factory=dict)
    clause: Clause | None = None
    """For a verb its clause; for a noun the clause it is an argument of."""
    slot: str = ""
    """For a noun: its slot in that clause (`subj`, `obj`, a preposition)."""
    support: Support | None = None
    teller: Clause | None = None
    """For a noun the clause of a support verb that tells of it (`هجوم شنه مسلحون`), with that verb as `told`."""
    told: Support | None = None
    adjectives: list[Phrase] = field(default_factory=list)
    """Nationality adjectives on a noun (`الغارات الإسرائيلية`)."""
    pronoun: bool = False
    """Whether the noun's genitive is an attached pronoun."""
    carrier: str = ""
    """The noun whose genitive the trigger is (`عملية`, `محاولة`, `ضحايا`), squeezed."""


_THINGS = frozenset({"MOBILIZE", "AID", NONE})


def _takes_part(noun: Trigger) -> bool:
    """Whether an event noun names what can take part in events as well: patrols and convoys, protesters."""
    return not {s.type for s in noun.senses} - _THINGS or any("self" in s.slots for s in noun.senses)


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
            somewhere = {*noun_keys(first.bare)} & scene.classes["place_nouns"] or not phrase.end > phrase.inner
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
    scene.event_words = frozenset(i for t in nouns for i in t.words if not _takes_part(t))
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
    objects = [*_pronoun_object(scene, clause), *clause.objects]
    if objects:
        slots["obj"] = [objects[0]]
    if len(objects) > 1:
        slots["obj2"] = [objects[1]]
    if (apart := parted(scene, clause, senses)) is not None:
        clause.subject, slots["subj"] = [apart[0]], [[apart[0]]]
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
    if clause.index > 0 and scene.phrases[clause.index - 1].kind == "rel":
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


def genitive(scene: Scene, group: Group) -> Group:
    """The genitive of an object (`أخلت النيابة سبيل المتهمين`), with what `و` joins to it; empty where it has none."""
    phrase = group[0]
    first = phrase.start
    while first < phrase.end - 1 and scene.atoms[first] < 0 and scene.words[first].kind in ("num", "prep", "punct"):
        first += 1
    if scene.atoms[first] >= 0 or first + 1 >= phrase.end or scene.words[first].definite:
        return []
    if scene.words[first + 1].kind == "adj" and not scene.words[first + 1].definite:
        return []
    return [scene.phrase(first + 1, phrase.end), *group[1:]]


def _noun_triggers(scene: Scene, lexicon: EventLexicon) -> Iterator[Trigger]:
    heads = _event_heads(scene, lexicon)
    for k, phrase in enumerate(scene.phrases):
        if phrase.kind != "np":
            continue
        i = phrase.start
        while i < phrase.end:
            found = _noun_at(scene, i, phrase.start, phrase.end, lexicon) if _is_open(scene, i) else None
            if found is None or (_is_people(scene, i) and any(_is_deed(s) for s in found[0])):
                i += 1
                continue
            senses, length = found
            trigger = Trigger("noun", tuple(range(i, i + length)), k, senses)
            if i > phrase.start and scene.atoms[i - 1] < 0 and scene.words[i - 1].kind == "noun":
                trigger.carrier = scene.words[i - 1].bare
            _noun_slots(scene, trigger, lexicon, heads)
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
    return number >= 0 and scene.mentions[number].head.contains(Span(scene.words[i].start, scene.words[i].end))


def _noun_at(scene: Scene, i: int, start: int, end: int, lexicon: EventLexicon) -> tuple[tuple[Sense, ...], int] | None:
    """The senses of the noun at word `i` and how many words it takes, the longest entry first."""
    word = scene.words[i]
    if word.kind not in ("noun", "name", "adj"):
        return None
    for length in (4, 3, 2):
        if i + length <= min(end + 2, len(scene.words)):
            after = scene.words[i + 1 : i + length]
            whole = [word.bare, *(w.bare if word.definite else w.norm for w in after)]
            joined = " ".join(whole)
            if joined in lexicon.noun_senses:
                return lexicon.noun_senses[joined], length
            if whole[0].endswith("ا") and not word.definite:
                joined = " ".join(w.removesuffix("ا") for w in whole)  # `دعما عسكريا`
                if joined in lexicon.noun_senses:
                    return lexicon.noun_senses[joined], length
    if len(word.norm) < 3:
        return None
    if word.kind == "adj" and (word.norm.endswith("ي") or (i > 0 and scene.words[i - 1].kind == "noun" and i > start)):
        return None
    for key in noun_keys(word.bare):
        if key in lexicon.noun_senses and not (word.token.text.endswith("ة") and key == word.bare[:-1]):
            # What ends in ة carries no pronoun: `أسرة` is no `أسره`.
            return lexicon.noun_senses[key], 1
    return None


def _noun_slots(scene: Scene, trigger: Trigger, lexicon: EventLexicon, heads: frozenset[int]) -> None:
    """Fill the slots around a noun: its genitive, the prepositions after it, the clause it is part of."""
    phrase = scene.phrases[trigger.phrase]
    last = trigger.words[-1]
    rest = last + 1
    people = any(s.frame.get("recipient", ("",))[0] == "gen" for s in trigger.senses)
    while rest < phrase.end and (
        scene.words[rest].kind == "punct"
        or (
            scene.words[rest].kind == "adj"
            and not (people and _is_unnamed(scene, rest))
            and not _is_owner(scene, last, rest)
        )
        or _describes_event(scene, last, rest, people)
    ):
        number = scene.atoms[rest]
        if number >= 0 and scene.mentions[number].kind is MentionKind.NATIONALITY:
            trigger.adjectives.append(scene.phrase(rest, rest + 1))
        rest += 1
    if rest < phrase.end and scene.words[rest].kind in NOMINAL | {"dem"}:
        number = scene.atoms[rest]
        part = scene.phrase(rest, phrase.end)
        if number >= 0 and scene.mentions[number].kind is MentionKind.NATIONALITY and scene.words[rest].definite:
            trigger.adjectives.append(part)
        elif len(trigger.words) == 1 and scene.words[last].definite and scene.words[rest].definite and rest == last + 1:
            pass  # `التفجير الإرهابي`: what is definite has no genitive
        else:
            trigger.slots["gen"] = [[part, *_joined(scene, trigger.phrase)]]
    elif len(trigger.words) == 1 and _has_pronoun(scene.words[last], trigger.senses):
        trigger.pronoun = True
    elif len(trigger.words) > 1 and scene.atoms[last] >= 0 and trigger.words[1] < phrase.end:
        # `سحب القوات الهولندية`: the genitive is part of the entry.
        trigger.slots["gen"] = [[scene.phrase(trigger.words[1], phrase.end)]]
    _following(scene, trigger, lexicon, heads)
    _governor(scene, trigger, lexicon)
    _exposed(scene, trigger)
    if any("before" in s.slots for s in trigger.senses) and (told := _told_before(scene, trigger.phrase)):
        trigger.slots["before"] = [told]
    does = trigger.support is not None and trigger.support.subject == "actor" and people
    _give_back(scene, trigger)
    clause = trigger.clause if trigger.pronoun and not does and trigger.slot != "subj" else None
    if clause is not None and clause.subject and _may_stand_for(scene.words[last], clause.subject[0]):
        trigger.slots["gen"] = [clause.subject]


def _told_before(scene: Scene, k: int) -> Group:
    """Of whom a clause without a verb tells what phrase `k` says: `إن المنظمة مستعدة`, `بلاده على استعداد`."""
    if scene.phrases[k].definite or (scene.phrases[k].prep and scene.phrases[k].prep != "علي"):
        return []
    for j in range(k - 1, max(k - 5, -1), -1):
        phrase = scene.phrases[j]
        if phrase.kind == "np" and not phrase.prep:
            return [phrase] if phrase.definite or phrase.mentions or phrase.possessed else []
        if phrase.kind not in ("np", "adv", "quote"):
            return []
    return []


def _is_owner(scene: Scene, noun: int, at: int) -> bool:
    """Whether a definite "adjective" right after an indefinite event noun is its genitive (`محاصرة المخيم`)."""
    return at == noun + 1 and scene.words[at].definite and not scene.words[noun].definite and scene.atoms[at] < 0


def _give_back(scene: Scene, trigger: Trigger) -> None:
    """Leave the object of the verb whose subject the noun is to that verb (`أثارت إقالة القائد جدلا`)."""
    clause, groups = trigger.clause, trigger.slots.get("obj")
    if clause is None or not groups or trigger.slot != "subj" or trigger.support is not None:
        return
    if any(p is groups[0][0] for g in clause.objects for p in g):
        del trigger.slots["obj"]


def _may_stand_for(word: Word, phrase: Phrase) -> bool:
    """Whether the pronoun on a noun agrees with a subject: `إجلاؤهم` is not the spokesman's."""
    if word.norm.endswith(("هم", "هن", "هما")):
        return phrase.number not in ("sg", "") or not phrase.person
    if word.norm.endswith("ها"):
        return not (phrase.person and phrase.gender == "m" and phrase.number == "sg")
    return phrase.number != "pl"


def _is_unnamed(scene: Scene, i: int) -> bool:
    number = scene.atoms[i]
    return number >= 0 and scene.mentions[number].kind is MentionKind.UNNAMED


def _exposed(scene: Scene, trigger: Trigger) -> None:
    """`تعرض القافلة لهجوم`, with a verbal noun: its genitive is whom the event was done to."""
    phrase = scene.phrases[trigger.phrase]
    if phrase.prep not in ("ل", "الي") or trigger.slots.keys() & {"gen", "علي"}:
        return
    for other in reversed(scene.phrases[max(trigger.phrase - 4, 0) : trigger.phrase]):
        if other.kind == "np" and scene.words[other.inner].bare == "تعرض" and other.end > other.inner + 1:
            # It plays the part of whom the noun's own frame names first.
            slot = next((r[0] for s in trigger.senses if (r := s.frame.get("recipient"))), "gen")
            trigger.slots[slot] = [[scene.phrase(other.inner + 1, other.end)]]
            return


def _describes_event(scene: Scene, noun: int, at: int, people: bool) -> bool:
    """Whether an indefinite word after an indefinite event noun is its adjective (`هجوم انتحاري`, `هجوم مسلح`).

    `people` says that the noun's genitive is whom it was done to (`مقتل جندي`).
    """
    word = scene.words[at]
    if word.definite or scene.words[noun].definite or at != noun + 1:
        return False
    if word.norm in particles().vehemence and not (people and scene.atoms[at] >= 0 and word.norm == "مسلح"):
        return True  # `هجوم مسلح`, but `مقتل مسلح`: a gunman
    if word.norm in particles().nouns_in_iya:
        return False  # `توقيع اتفاقية`
    number = scene.atoms[at]
    if number >= 0 and (people or scene.mentions[number].kind is not MentionKind.UNNAMED):
        return False
    if word.kind == "noun" and word.norm in particles().nouns_in_iya:
        return False  # `تفكيك خلية`
    return word.norm.endswith(("ي", "يه", "يا")) or word.norm in particles().vehemence


def _joined(scene: Scene, k: int) -> Group:
    """The noun phrases that `و` joins to phrase `k` directly."""
    group: Group = []
    for phrase in scene.phrases[k + 1 :]:
        if phrase.kind == "np" and is_side(phrase, scene.words):
            continue
        if phrase.kind != "np" or not phrase.conj or phrase.prep:
            break
        group.append(phrase)
    return group


def _has_pronoun(word: Word, senses: Sequence[Sense]) -> bool:
    """Whether a noun is found only by taking a pronoun off (`مقتله`, `زيارتها`)."""
    return not word.definite and word.norm.endswith(("ه", "ها", "هم", "هما")) and word.token.text[-1] != "ة"


_CAUSES = frozenset({"في", "خلال", "جراء", "اثر", "نتيجه", "بعد", "عقب", "بسبب", "اثناء"})
"""Prepositions after a result before its cause."""


def _following(scene: Scene, trigger: Trigger, lexicon: EventLexicon, heads: frozenset[int]) -> None:
    """The prepositional phrases after a noun, up to what parts clauses.

    What follows another event noun (`مقتل طفلين في قصف على حي`) is that one's.
    """
    k = trigger.phrase + 1
    other = False
    while k < len(scene.phrases):
        phrase = scene.phrases[k]
        if phrase.kind in ("rel", "verb") and other:
            # `ضرب مواقع ردا على هجوم شنه مسلحون`: the clause tells of the nearer event.
            break
        if phrase.kind == "np":
            other = other or k in heads
            if phrase.prep == "agent":
                trigger.slots.setdefault("agent", []).append([phrase])
            elif phrase.prep == "من" and _from_whom(scene, trigger, k):
                pass
            elif phrase.prep:
                trigger.slots.setdefault(phrase.prep, []).append([phrase, *_joined(scene, k)])
            elif not phrase.conj and ("gen" in trigger.slots or trigger.pronoun) and "obj" not in trigger.slots:
                trigger.slots["obj"] = [[phrase, *_joined(scene, k)]]
            elif not phrase.conj and not phrase.person and scene.phrases[trigger.phrase].prep and k in heads:
                break  # `جرى خلال الاجتماع بحث التعاون بين البلدين`
            if k in heads and phrase.prep in _CAUSES:
                break
        elif phrase.kind == "rel":
            _relative(scene, trigger, k + 1, lexicon)
            break
        elif phrase.kind == "verb" and _tells_of(scene, trigger, k):
            _relative(scene, trigger, k, lexicon)
            break
        elif phrase.kind == "quote" or phrase.kind == "adv":
            pass
        else:
            break
        k += 1


def _from_whom(scene: Scene, trigger: Trigger, k: int) -> bool:
    """Whether what stands after `من` goes with the bare noun right before it (`زيارة بدعوة من الأمير`: he invites)."""
    before = scene.phrases[k - 1]
    bare = before.kind == "np" and bool(before.prep) and not (before.definite or before.mentions or before.suffix)
    # Invitation, request, initiative, aegis.
    asked = scene.words[before.head].bare in ("دعوه", "طلب", "مبادره", "رعايه")
    return bare and asked and k - 1 != trigger.phrase and before.end == scene.phrases[k].start


def _tells_of(scene: Scene, trigger: Trigger, k: int) -> bool:
    """Whether the verb at phrase `k` opens a relative clause without `الذي` whose pronoun is the noun's."""
    phrase, verb = scene.phrases[trigger.phrase], scene.phrases[k].verb
    if verb is None or scene.phrases[k].conj or phrase.definite or verb.suffix not in ("ه", "ها"):
        return False
    return (phrase.gender == "f" or phrase.number == "pl") is (verb.suffix == "ها")


def _relative(scene: Scene, trigger: Trigger, k: int, lexicon: EventLexicon) -> None:
    """`الهجوم الذي شنته الحركة على ...`: the relative clause's subject is the noun's `subj`, its prepositions too."""
    clause = scene.by_phrase.get(k)
    if clause is None or clause.verb is None:
        return
    if clause.objects and not clause.subject:
        trigger.slots["subj"] = [clause.objects[0]]
    elif clause.subject and clause.subject is not clause.antecedent:
        trigger.slots["subj"] = [clause.subject]
    elif clause.verb.suffix and clause.objects:
        trigger.slots["subj"] = [clause.objects[0]]
    if clause.verb.suffix and clause.subject:
        uses = lexicon.supports.get(clause.verb.verb.key, ())
        trigger.told = next((u for u in uses if u.noun == "obj"), None)
        trigger.teller = clause
    for prep, groups in clause.preps.items():
        trigger.slots.setdefault(prep, []).extend(groups)


def _governor(scene: Scene, trigger: Trigger, lexicon: EventLexicon) -> None:
    """The clause in which the noun's phrase is an argument, its slot there, and the support verb if it is one."""
    phrase = scene.phrases[trigger.phrase]
    for clause in scene.clauses:
        slot = slot_of(clause, phrase)
        if slot is None:
            continue
        trigger.clause, trigger.slot = clause, slot
        if clause.verb is not None:
            uses = lexicon.supports.get(clause.verb.verb.key, ())
            between = scene.words[scene.phrases[clause.index].end : phrase.start]
            inside = scene.words[phrase.inner : trigger.words[0]]
            apart = particles().topics | scene.classes["denying"]  # `سارعت الرئاسة إلى نفي مقتل الوزير`
            heads = not any({*noun_keys(w.bare)} & apart for w in inside)
            trigger.support = next((u for u in uses if heads and _supports(u, slot, between)), None)
        return


def _supports(use: Support, slot: str, between: Sequence[Word]) -> bool:
    """Whether a use of a support verb is the one here: by the slot of the noun and the word it goes through."""
    if use.noun != slot and not (use.noun == "subj" and slot == "obj"):
        return False
    return not use.through or any(w.bare.startswith(use.through) for w in between)


def slot_of(clause: Clause, phrase: Phrase) -> str | None:
    """The slot a phrase fills in a clause, or None."""
    if any(p is phrase for p in clause.subject) and not any(p is phrase for p in clause.antecedent):
        return "subj"
    for number, group in enumerate(clause.objects):
        if any(p is phrase for p in group):
            return "obj" if number == 0 else "obj2"
    for prep, groups in clause.preps.items():
        if any(p is phrase for group in groups for p in group):
            return prep
    return "agent" if any(p is phrase for p in clause.agent) else None


