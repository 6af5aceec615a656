"""The slots around a noun that names an event: its genitive, the prepositions after it, the clause it is part of."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.events.guests import parts_guest
from khabar.events.lexicon import EventLexicon, Support, noun_keys
from khabar.events.listed import joined
from khabar.events.noun_pronouns import settle_pronoun
from khabar.events.of_accused import accused_of
from khabar.events.predicates import told_before
from khabar.events.scene import Scene
from khabar.events.suffered import has_pronoun
from khabar.events.toll_words import toll_words
from khabar.events.trigger import Trigger, slot_of
from khabar.events.types import UTTERED
from khabar.events.undertaken import done_to_topic, exposed, held_by, undertaken
from khabar.lexicon.words import word_list
from khabar.names.lexicon import person_nouns
from khabar.records import MentionKind
from khabar.text.antecedents import is_led
from khabar.text.apposition import noun_number
from khabar.text.clauses import Clause
from khabar.text.particles import particles
from khabar.text.phrases import Phrase
from khabar.text.verb_place import NOMINAL
from khabar.text.wordlist import VERBAL_NOUN
from khabar.text.words import Word


def fill_noun(scene: Scene, trigger: Trigger, lexicon: EventLexicon, heads: frozenset[int]) -> None:
    """Fill the slots around a noun: its genitive, the prepositions after it, the clause it is part of."""
    people = any(s.frame.get("recipient", ("",))[0] == "gen" for s in trigger.senses)
    _genitive(scene, trigger, _past_adjectives(scene, trigger, people))
    _following(scene, trigger, lexicon, heads)
    undertaken(scene, trigger)
    _governor(scene, trigger, lexicon)
    _leave_outcome(trigger)
    if trigger.clause is None and (clause := done_to_topic(scene, trigger.phrase)) is not None:
        trigger.clause, trigger.slot = clause, "obj"
        trigger.support = next((u for u in _uses(scene, clause, lexicon) if u.noun == "obj" and not u.through), None)
    exposed(scene, trigger)
    if any("before" in s.slots for s in trigger.senses) and (told := told_before(scene, trigger.phrase)):
        trigger.slots["before"] = [told]
    does = trigger.support is not None and trigger.support.subject == "actor" and people
    _give_back(scene, trigger)
    settle_pronoun(scene, trigger, people, does)


_OUTCOMES = {"أدّى": "الي", "أفضى": "الي", "أسفر": "عن", "أثمر": "عن", "تسبّب": "في"}
"""Verbs of which a deed is the subject, with the preposition before what came of it."""


def _leave_outcome(trigger: Trigger) -> None:
    """Leave to a verb what came of the deed that is its subject (`أدى تعليق التمويل عن الوكالة إلى أزمة`)."""
    clause = trigger.clause if trigger.slot == "subj" else None
    prep = _OUTCOMES.get(clause.verb.verb.lemma, "") if clause is not None and clause.verb is not None else ""
    came = clause.preps.get(prep, [])[-1:] if clause is not None else []
    groups = [g for g in trigger.slots.get(prep, []) if not (came and g[0] is came[0][0])]
    if prep in trigger.slots and not groups:
        del trigger.slots[prep]
    elif groups:
        trigger.slots[prep] = groups


def _past_adjectives(scene: Scene, trigger: Trigger, people: bool) -> int:
    """The first word behind a noun that does not describe it; adjectives of nationality are kept for the trigger.

    `people` says that its genitive may be whom it is done to, whom an adjective may stand for.
    """
    last = trigger.words[-1]
    rest, end = last + 1, scene.phrases[trigger.phrase].end
    while rest < end and (
        scene.words[rest].kind == "punct"
        or (
            scene.words[rest].kind == "adj"
            and not (people and _is_unnamed(scene, rest))
            and not _is_owner(scene, last, rest)
            and not _is_victim(scene, last, rest)
        )
        or _describes_event(scene, last, rest, people)
        or (rest > last + 1 and 0 <= scene.atoms[rest] == scene.atoms[rest - 1])  # `تفجير انتحاري آخر`
    ):
        number = scene.atoms[rest]
        if number >= 0 and scene.mentions[number].kind is MentionKind.NATIONALITY:
            trigger.adjectives.append(scene.phrase(rest, rest + 1))
        rest += 1
    return rest


def _genitive(scene: Scene, trigger: Trigger, rest: int) -> None:
    """Fill the genitive of a noun with the words of its phrase from `rest` on, or find that it is a pronoun."""
    phrase, last = scene.phrases[trigger.phrase], trigger.words[-1]
    if rest < phrase.end and scene.words[rest].kind in NOMINAL | {"dem"}:
        number = scene.atoms[rest]
        part = scene.phrase(rest, phrase.end)
        if number >= 0 and scene.mentions[number].kind is MentionKind.NATIONALITY and scene.words[rest].definite:
            trigger.adjectives.append(part)
        elif len(trigger.words) == 1 and scene.words[last].definite and scene.words[rest].definite and rest == last + 1:
            pass  # `التفجير الإرهابي`: what is definite has no genitive
        elif len(trigger.words) == 1 and number < 0 and _is_described(scene, trigger, rest):
            trigger.pronoun = True  # `زيارته الأخيرة`
        else:
            trigger.slots["gen"] = [[part, *joined(scene, trigger.phrase)]]
    elif len(trigger.words) == 1 and has_pronoun(scene.words[last], trigger.senses):
        trigger.pronoun = True
    elif len(trigger.words) > 1 and scene.atoms[last] >= 0 and trigger.words[1] < phrase.end:
        # `سحب القوات الهولندية`: the genitive is part of the entry.
        trigger.slots["gen"] = [[scene.phrase(trigger.words[1], phrase.end)]]


def _is_described(scene: Scene, trigger: Trigger, at: int) -> bool:
    """Whether the definite word right behind a noun with a pronoun describes it: such a noun has no genitive."""
    noun, word = scene.words[trigger.words[-1]], scene.words[at]
    judged = word.adjectival or word.kind == "adj" or word.bare.removesuffix("ه") in particles().judging
    return at == trigger.words[-1] + 1 and word.definite and judged and has_pronoun(noun, trigger.senses)


def _is_owner(scene: Scene, noun: int, at: int) -> bool:
    """Whether a definite "adjective" right after an indefinite event noun is its genitive (`محاصرة المخيم`)."""
    return at == noun + 1 and scene.words[at].definite and not scene.words[noun].definite


def _is_victim(scene: Scene, noun: int, at: int) -> bool:
    """Whether an "adjective" right behind a noun of death or wounding is who was hit (`مقتل مدني`)."""
    word, deaths = scene.words[at], toll_words().dying | toll_words().hurting
    somebody = word.bare in person_nouns() or word.bare in particles().nth or _is_another(scene, noun, word)
    plain = at == noun + 1 and not word.definite and somebody
    return plain and scene.words[noun].bare in deaths and not scene.words[noun].definite


def _is_another(scene: Scene, noun: int, word: Word) -> bool:
    """Whether `آخر` or `أخرى` is somebody more (`مقتل جندي وإصابة آخر`), and not one more wound or death.

    It is where it does not agree with the noun, or where `و` joins that to others.
    """
    if word.bare not in ("اخر", "اخري"):
        return False
    feminine = scene.words[noun].token.text.endswith("ة")
    return feminine is (word.bare == "اخر") or bool(scene.words[noun].conj)


def _give_back(scene: Scene, trigger: Trigger) -> None:
    """Leave the object of the verb whose subject the noun is to that verb (`أثارت إقالة القائد جدلا`)."""
    clause, groups = trigger.clause, trigger.slots.get("obj")
    if clause is None or not groups or trigger.slot != "subj" or trigger.support is not None:
        return
    if any(p is groups[0][0] for g in clause.objects for p in g):
        del trigger.slots["obj"]


def _is_unnamed(scene: Scene, i: int) -> bool:
    number = scene.atoms[i]
    return number >= 0 and scene.mentions[number].kind is MentionKind.UNNAMED


def _describes_event(scene: Scene, noun: int, at: int, people: bool) -> bool:
    """Whether an indefinite word after an indefinite event noun is its adjective (`هجوم انتحاري`, `هجوم مسلح`).

    `people` says that the noun's genitive is whom it was done to (`مقتل جندي`).
    """
    word = scene.words[at]
    if word.definite or word.kind == "num" or scene.words[noun].definite or at != noun + 1:
        return False  # `مقتل ثمانية`
    if _is_victim(scene, noun, at):
        return False
    if word.norm in particles().vehemence and not (people and scene.atoms[at] >= 0 and word.norm == "مسلح"):
        return True  # `هجوم مسلح`, but `مقتل مسلح`: a gunman
    if word.norm in particles().nouns_in_iya:
        return False  # `توقيع اتفاقية`
    number = scene.atoms[at]
    if number >= 0 and (people or scene.mentions[number].kind is not MentionKind.UNNAMED):
        return False
    if number >= 0 and noun_number(scene.mentions[number]) == "pl" and word.norm.endswith("ي"):
        return False  # `استغاثة أهالي الوادي`
    if word.kind == "noun" and word.norm in particles().nouns_in_iya:
        return False  # `تفكيك خلية`
    return word.norm.endswith(("ي", "يه", "يا")) or word.norm in particles().vehemence


_BEFORE_CAUSE = word_list(__name__, "before_cause")


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
            elif phrase.prep in ("من", "بين") and _is_of_nearer(scene, trigger, k, lexicon):
                pass
            elif phrase.prep:
                trigger.slots.setdefault(phrase.prep, []).append([phrase, *joined(scene, k)])
            elif not phrase.conj and ("gen" in trigger.slots or trigger.pronoun) and "obj" not in trigger.slots:
                trigger.slots["obj"] = [[phrase, *joined(scene, k)]]
            elif not phrase.conj and not phrase.person and scene.phrases[trigger.phrase].prep and k in heads:
                break  # `جرى خلال الاجتماع بحث التعاون بين البلدين`
            if k in heads and phrase.prep in _BEFORE_CAUSE:
                break
        elif phrase.kind == "rel":
            if not is_led(scene.by_phrase.get(k + 1)):
                _relative(scene, trigger, k + 1, lexicon)
            break
        elif phrase.kind == "verb" and (_tells_of(scene, trigger, k) or _goes_on_between(scene, trigger, k, lexicon)):
            _relative(scene, trigger, k, lexicon)
            break
        elif phrase.kind == "quote" or phrase.kind == "adv":
            pass
        elif not parts_guest(scene, trigger, k):
            break
        k += 1


def _is_of_nearer(scene: Scene, trigger: Trigger, k: int, lexicon: EventLexicon) -> bool:
    """Whether what stands after `من` or `بين` goes with a noun between it and the trigger."""
    if scene.phrases[k].prep == "من":
        return _from_whom(scene, trigger, k) or _of_some(scene, scene.phrases[k])
    between = scene.phrases[trigger.phrase + 1 : k]
    return any(_has_sides(scene, phrase, lexicon) for phrase in between) or _ties(scene, between)


def _ties(scene: Scene, phrases: Sequence[Phrase]) -> bool:
    """Whether right before `بين` stands a noun for ties (`خلال اللقاء تأكيد أهمية تعزيز العلاقات بين البلدين`)."""
    words = scene.words[phrases[-1].inner : phrases[-1].end] if phrases and phrases[-1].kind == "np" else []
    return any({*noun_keys(w.bare)} & scene.classes["ties"] for w in words)


def _has_sides(scene: Scene, phrase: Phrase, lexicon: EventLexicon) -> bool:
    """Whether a noun has two sides and so a `بين` of its own (`تناول اللقاء الاتفاق النووي بين إيران والغرب`)."""
    if phrase.kind != "np" or phrase.prep:
        return False
    keys = noun_keys(scene.words[phrase.inner].bare)
    return any("both" in sense.frame for key in keys for sense in lexicon.noun_senses.get(key, ()))


def _from_whom(scene: Scene, trigger: Trigger, k: int) -> bool:
    """Whether what stands after `من` goes with the bare noun right before it (`زيارة بدعوة من الأمير`: he invites)."""
    before = scene.phrases[k - 1]
    bare = before.kind == "np" and bool(before.prep) and not (before.definite or before.mentions or before.suffix)
    # Invitation, request, initiative, aegis.
    asked = scene.words[before.head].bare in ("دعوه", "طلب", "مبادره", "رعايه")
    return bare and asked and k - 1 != trigger.phrase and before.end == scene.phrases[k].start


def _of_some(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase only says of whom those right before it are some (`قتلى معظمهم من الطلبة`)."""
    return any(w.norm in particles().portions for w in scene.words[max(phrase.start - 1, 0) : phrase.start])


def _tells_of(scene: Scene, trigger: Trigger, k: int) -> bool:
    """Whether the verb at phrase `k` opens a relative clause without `الذي` whose pronoun is the noun's."""
    phrase, verb = scene.phrases[trigger.phrase], scene.phrases[k].verb
    if verb is None or scene.phrases[k].conj or phrase.definite:
        return False
    clause = scene.by_phrase.get(k)
    if clause is not None and not verb.suffix and any(p is phrase for p in clause.antecedent):
        return clause.subject is not clause.antecedent and bool(_resumed(clause))  # `اتفاق توصلت إليه الفصائل`
    if verb.suffix == "هما":
        return phrase.number == "du"  # `غارتين شنهما التحالف`
    if verb.suffix not in ("ه", "ها"):
        return False
    first = scene.words[trigger.words[0]]
    if verb.suffix == "ها" and "gen" in trigger.slots and VERBAL_NOUN.match(first.bare) and first.norm[-1] not in "هت":
        return False  # `إسقاط طائرات أطلقتها الجماعة`: they launched what was brought down
    return (phrase.gender == "f" or phrase.number == "pl") is (verb.suffix == "ها")


def _goes_on_between(scene: Scene, trigger: Trigger, k: int, lexicon: EventLexicon) -> bool:
    """Whether the verb at phrase `k` only says that what has two sides takes place (`محادثات تجري مع`)."""
    clause = scene.by_phrase.get(k)
    if clause is None or clause.verb is None or not any("both" in s.frame for s in trigger.senses):
        return False
    uses = _uses(scene, clause, lexicon)
    told = any(p is scene.phrases[trigger.phrase] for p in (*clause.subject, *clause.antecedent))
    return told and any(use.noun == "subj" and use.subject == "none" for use in uses)


def _relative(scene: Scene, trigger: Trigger, k: int, lexicon: EventLexicon) -> None:
    """`الهجوم الذي شنته الحركة على ...`: the relative clause's subject is the noun's `subj`, its prepositions too."""
    clause = scene.by_phrase.get(k)
    if clause is None or clause.verb is None:
        return
    if clause.objects and not clause.subject:
        trigger.slots["subj"] = [clause.objects[0]]
    elif clause.subject and clause.subject is not clause.antecedent and not _hits(scene, trigger, clause):
        trigger.slots["subj"] = [clause.subject]
    elif clause.verb.suffix and clause.objects:
        trigger.slots["subj"] = [clause.objects[0]]
    if clause.subject and (slot := _resumed(clause)):
        uses = lexicon.supports.get(clause.verb.verb.key, ())
        trigger.told = next((u for u in uses if u.noun == slot), None)
        trigger.teller = clause if clause.verb.suffix or trigger.told else None
    for prep, groups in clause.preps.items():
        if prep != "من" or not _of_some(scene, groups[0][0]):
            trigger.slots.setdefault(prep, []).extend(groups)


def _hits(scene: Scene, trigger: Trigger, clause: Clause) -> bool:
    """Whether what follows a verb is what a blast hit (`انفجار عبوة ناسفة استهدفت دورية`), and not who did.

    A feminine verb without a pronoun then is of the bomb, with which the words before it end.
    """
    verb, phrase = clause.verb, scene.phrases[trigger.phrase]
    if verb is None or verb.suffix or verb.person != "3fs" or clause.index != trigger.phrase + 1 or phrase.definite:
        return False
    bomb = any(w.norm.endswith("ه") for w in scene.words[trigger.words[-1] + 1 : phrase.end])
    return bomb and "event" in verb.verb.kind.split() and not _resumed(clause)


def _resumed(clause: Clause) -> str:
    """The slot whose pronoun stands for what a relative clause tells of (`شنها`, `قام بها`); empty for none."""
    if clause.verb is not None and clause.verb.suffix:
        return "obj"
    return next((prep for prep, groups in clause.preps.items() if any(p.suffix for g in groups for p in g[:1])), "")


def _governor(scene: Scene, trigger: Trigger, lexicon: EventLexicon) -> None:
    """The clause in which the noun's phrase is an argument, its slot there, and the support verb if it is one."""
    phrase = held_by(scene, trigger.phrase) or scene.phrases[trigger.phrase]
    for clause in scene.clauses:
        slot = slot_of(clause, phrase)
        if slot is None:
            continue
        clause = _carrier(scene, clause, slot, lexicon) or clause
        trigger.clause, trigger.slot = clause, slot
        if clause.verb is not None:
            uses = _uses(scene, clause, lexicon)
            between = scene.words[scene.phrases[clause.index].end : phrase.start]
            inside = scene.words[phrase.inner : trigger.words[0]]
            # `سارعت الرئاسة إلى نفي مقتل الوزير`, `تمكنت القوات من صد هجوم`: they did not do it.
            apart = particles().topics | scene.classes["denying"] | scene.classes["repelling"]
            heads = not any({*noun_keys(w.bare)} & apart for w in inside) and not _is_charged(scene, clause, slot)
            heads = heads and not any(_is_uttered(w, lexicon) for w in inside)  # `امتنعت عن إدانة الهجوم`
            heads = heads and accused_of(scene, phrase) is None
            if phrase is not scene.phrases[trigger.phrase] and "agent" in trigger.slots:
                heads = False  # `كشف الأسير عن مشاركة ضباط في التحقيق`: they did it, and not he
            done = slot == "subj" and not clause.objects and clause.verb.voice != "active"
            seen = "obj" if done else slot  # `اجتماعا عُقد`, `افتتح مؤتمر`: what was held
            trigger.support = next((u for u in uses if heads and _supports(u, seen, between)), None)
            if trigger.support is not None and "بحق" in clause.preps:
                trigger.slots.setdefault("بحق", clause.preps["بحق"])  # `صدر بحقهما حكم`
        return


def _is_uttered(word: Word, lexicon: EventLexicon) -> bool:
    """Whether a noun names what is said against or to somebody."""
    return any(s.type in UTTERED for key in noun_keys(word.bare) for s in lexicon.noun_senses.get(key, ()))


def _is_charged(scene: Scene, clause: Clause, slot: str) -> bool:
    """Whether what stands behind `ب` is what somebody is charged with (`اتهامات وجهها إليها الوزير بتدريب متمردين`)."""
    told = [*clause.antecedent, *(p for group in clause.objects for p in group)]
    return slot == "ب" and any(scene.words[p.inner].bare in scene.classes["accusations"] for p in told)


def _carrier(scene: Scene, clause: Clause, slot: str, lexicon: EventLexicon) -> Clause | None:
    """The verb before a relative clause that goes with what stands behind it, or None.

    `أقدم مسلحون يستقلون سيارة على إطلاق النار`: they drove in no shooting, they went on to shoot.
    """
    before = next((c for c in reversed(scene.clauses) if c.index < clause.index), None)
    if before is None or before.verb is None or scene.phrases[clause.index].conj or slot in before.preps:
        return None
    relative = scene.phrases[clause.index - 1].kind == "rel"  # `أسفرت الحملات التي نفذتها الشرطة عن ضبط`
    told = scene.phrases[clause.index - 1 - relative]
    if slot in ("subj", "obj", "obj2") or not any(p is told for p in before.subject):
        return None
    own = clause.verb is not None and any(u.noun == slot for u in _uses(scene, clause, lexicon))
    return before if not own and any(u.noun == slot for u in _uses(scene, before, lexicon)) else None


def _uses(scene: Scene, clause: Clause, lexicon: EventLexicon) -> tuple[Support, ...]:
    """The uses of a verb as a support verb, or those of a verb spelled the same (`صدر حكم`, and no `صدّر`)."""
    verb = clause.verb
    assert verb is not None
    if verb.verb.key in lexicon.supports:
        return lexicon.supports[verb.verb.key]
    same = (verb.tense, verb.person, verb.suffix)
    word = scene.words[scene.phrases[clause.index].head]
    keys = dict.fromkeys(r.verb.key for r in word.readings if (r.tense, r.person, r.suffix) == same)
    return next((lexicon.supports[key] for key in keys if key in lexicon.supports), ())


def _supports(use: Support, slot: str, between: Sequence[Word]) -> bool:
    """Whether a use of a support verb is the one here: by the slot of the noun and the word it goes through."""
    # A name in apposition to the subject can take the object's place (`أجرى المبعوث غسان سلامة اتصالات`).
    if use.noun != slot and (use.noun, slot) not in (("subj", "obj"), ("obj", "obj2")):
        return False
    return not use.through or any(w.bare.startswith(use.through) for w in between)
