"""Subjects: which noun phrase is the subject of a verb, and what proves it.

Agreement and the few case endings that print shows decide (Ryding 2005, chapters 4 and 6); a relative clause without a
pronoun of its own tells what its antecedent did; a verb after `و` goes on with the subject before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from khabar.records import MentionKind
from khabar.text.agreement import fits, is_kana, is_told_not_to, leads, same_person
from khabar.text.antecedents import (
    TIMES,
    antecedent_of,
    has_pronoun_subject,
    is_of_others,
    is_relative,
    pronoun_subject,
    resumes,
    who_he_is,
)
from khabar.text.asides import ASIDES, is_deed
from khabar.text.characters import squeeze
from khabar.text.particles import particles
from khabar.text.phrases import Phrase
from khabar.text.topics import resumed_topic, still_told_of, tells_topic, told_before, topic_of
from khabar.text.verbs import Reading
from khabar.text.words import Word

if TYPE_CHECKING:
    from khabar.text.clauses import Clause

REACH = 40
"""How many phrases to the right of a verb are looked at."""


def settle_subject(
    number: int, clause: Clause, clauses: Sequence[Clause], words: Sequence[Word], phrases: Sequence[Phrase]
) -> None:
    """Decide which noun phrase is the subject, and say how."""
    verb, k = clause.verb, clause.index
    topic = topic_of(clause, phrases, words)
    first = clause.objects[0] if clause.objects else None
    before = k - 2
    while before > 0 and phrases[before].kind == "quote":
        before -= 1
    first_of_clause = clause.opener >= 0 and clause.opener == before and phrases[clause.opener].kind != "verb"
    taken_up = first is not None and verb is not None and verb.suffix in ("ه", "ها") and not phrases[k - 1].person
    # `إن قرارا اتخذته الحكومة`, and `العقوبات التي كانت قد فرضتها`
    direct = k > 1 and is_relative(phrases, k) and (taken_up or not first_of_clause)
    was = int(k > 2 and phrases[k - 2].kind == "rel" and is_kana(phrases[k - 1]) and not phrases[k - 3].person)
    relative = k > 0 and (phrases[k - 1 - was].kind == "rel" or direct)
    if relative and phrases[k - 1].kind == "np" and phrases[k - 1].prep and words[phrases[k - 1].head].bare in TIMES:
        relative = False  # `في وقت سيطرت الفصائل على المدينة`
    if relative and phrases[k - 1].kind == "np" and verb is not None and verb.person == "3mp":
        # `8 أشخاص يحملون أحزمة قتلوا`: belts do not act in the plural.
        relative = phrases[k - 1].person or bool(phrases[k - 1].mentions)
    if relative:
        clause.antecedent = [p.inside or p for p in antecedent_of(phrases, k - was, verb)]
        if first is not None and _tells_of_another(clause, phrases[k - 1], words) and fits(first[0], verb):
            clause.subject, clause.objects, clause.how = first, clause.objects[1:], ("subject follows its verb",)
            return
        if _tells_what_did(clause) and not _had_done(clause, phrases):
            clause.subject, clause.how = clause.antecedent, ("subject is what the relative clause tells of",)
            return
    if clause.antecedent and _had_done(clause, phrases):
        # `أفرجوا عن سائقين كانوا قد أوقفوهم`: the pronoun is what the relative clause tells of.
        clause.antecedent = []
        _inherit(number, clause, clauses, phrases)
        return
    if first is not None and first[0].person and _tells_beside(phrases[k], words) and fits(first[0], verb):
        clause.subject, clause.objects, clause.how = first, clause.objects[1:], ("subject follows its verb",)
        return
    plural = verb is not None and verb.person in ("3mp", "3fp", "3md", "3fd")
    if verb is not None and verb.tense == "participle":
        _inherit(number, clause, clauses, phrases)
        return
    if foregone := _foregone(clause, clauses[:number]):
        clause.subject, clause.how = foregone, ("subject stands before `أن`",)
        return
    if _says_in_it(clause) and (first is None or not first[0].person) and _inherits(number, clause, clauses):
        clause.how = ("subject is who issued the document",)
        return
    if (before_it := told_before(clause, phrases)) and fits(before_it[0], verb):
        clause.subject, clause.how = before_it, ("subject stands first",)
        return
    if told := who_he_is(clause, phrases, words):
        clause.subject, clause.how = told, ("subject is who the pronoun stands for",)
        return
    if first is not None and len(clause.objects) > 1 and words[first[0].inner].norm in particles().portions:
        # `ورشق بعضهم الشرطة بالحجارة`
        clause.subject, clause.objects, clause.how = first, clause.objects[1:], ("subject follows its verb",)
        return
    spoken_of = pronoun_subject(clause, clauses[:number], phrases)
    if first is not None and words[first[0].start - 1].norm == "عدم":
        _inherits(number, clause, clauses)  # `طلب عدم ذكر اسمه`
    elif spoken_of and fits(spoken_of[0], verb):
        clause.subject, clause.how = spoken_of, ("subject is who the pronoun stands for",)
    elif first is not None and _says_that(clause, first[0], phrases, words):
        clause.subject, clause.objects = first, clause.objects[1:]
        clause.how = ("subject follows its verb",)
    elif first is not None and _belongings(clause, first[0], phrases):
        # `وصادرت حاسوبه`: what belongs to somebody just told of is what is done something to.
        _inherits(number, clause, clauses)
    elif first is not None and _had_it_done(number, clause, clauses, phrases):
        return
    elif first is not None and topic is None and _is_content(clause, first[0], words):
        _inherits(number, clause, clauses)  # `وطلبت من السكان البقاء`
    elif first is not None and is_told_not_to(clause, first[0], words):
        _inherits(number, clause, clauses)
    elif first is not None and (
        _lacks_object(number, clause, clauses, phrases, words)
        or _wholly_lacks(number, clause, clauses, phrases, words)
        or _goes_on(number, clause, clauses, phrases, words)
        or _is_told_by_pronoun(clause, phrases, words)
        or _topic_goes_on(number, clause, clauses, phrases, words)
        or has_pronoun_subject(clause, first[0], phrases)
    ):
        return
    elif first is not None and not plural and fits(first[0], verb) and not _object_by_place(clause, first[0], topic):
        clause.subject, clause.objects = first, clause.objects[1:]
        clause.how = ("subject follows its verb",)
    elif (told := still_told_of(number, clause, clauses, phrases)) and fits(told[0], verb):
        clause.subject, clause.how = told, ("subject stands first",)
    elif clause.antecedent and not resumes(clause) and fits(replace(clause.antecedent[0], prep=""), verb):
        clause.subject, clause.how = clause.antecedent, ("subject is what the relative clause tells of",)
    elif topic is not None and topic[0].inside is not None and topic[0] is phrases[k - 1]:
        clause.subject, clause.how = [topic[0].inside], ("subject is what the relative clause tells of",)
    elif topic is not None and fits(topic[0], verb):
        clause.subject, clause.how = topic, ("subject stands first",)
    elif (resumed := resumed_topic(number, clause, clauses, phrases)) and fits(resumed[0], verb):
        clause.subject, clause.how = resumed, ("subject stands first",)
    elif not is_of_others(clause, clauses[:number], phrases):
        _inherit(number, clause, clauses, phrases)
        if not clause.subject and (topic := topic_of(clause, phrases, words, joined=True)) and fits(topic[0], verb):
            clause.subject, clause.how = topic, ("subject stands first",)


def _tells_beside(verb: Phrase, words: Sequence[Word]) -> bool:
    """Whether a verb stands behind `حسبما` or `وفق ما`, where who tells follows it (`حسبما قال وزير الصحة`)."""
    before = [w.norm for w in words[max(verb.start - 2, 0) : verb.start]]
    return before[-1:] in (["حسبما"], ["وفقما"]) or (before[-1:] == ["ما"] and before[0] in ASIDES | {"علي"})


def _tells_of_another(clause: Clause, before: Phrase, words: Sequence[Word]) -> bool:
    """Whether a verb disagrees with the relative word right before it (`مصر، التي زار وزير خارجيتها بغداد`)."""
    if before.kind != "rel" or clause.verb is None or clause.verb.suffix:
        return False
    return (words[before.head].norm, clause.verb.person) in (("التي", "3ms"), ("الذي", "3fs"), ("الذين", "3ms"))


def _had_done(clause: Clause, phrases: Sequence[Phrase]) -> bool:
    """Whether `كان` of a relative clause stands before a verb whose pronoun is what the clause tells of."""
    k, told = clause.index, clause.antecedent[0]
    after = phrases[k + 1].verb if k + 1 < len(phrases) else None
    if not is_kana(phrases[k]) or after is None or not after.suffix or phrases[k + 1].conj:
        return False
    many = told.number in ("pl", "counted", "du")
    if after.suffix in ("هم", "هن", "هما"):
        return many
    return not (many and told.person) and (told.gender == "f" or many) is (after.suffix == "ها")


def _says_in_it(clause: Clause) -> bool:
    """Whether a relative clause tells what is said in a document (`أصدر الجيش بيانا نفى فيه`): who issued it speaks."""
    says = clause.verb is not None and "say" in clause.verb.verb.kind.split()
    resumed = any(p.suffix for g in clause.preps.get("في", ()) for p in g)
    return says and resumed and bool(clause.antecedent) and not clause.antecedent[0].person


def _belongings(clause: Clause, first: Phrase, phrases: Sequence[Phrase]) -> bool:
    """Whether what follows a verb after `و` belongs to somebody told of before, and nobody who could speak."""
    speaks = first.person and clause.verb is not None and "say" in clause.verb.verb.kind.split()
    if len(clause.objects) > 1 and clause.objects[1][0].person:
        return False  # `وناشد والده الخاطفين`, `وأوقفت شرطتها عشرين شخصا`
    opener = phrases[clause.opener] if clause.opener >= 0 else None
    # `كان الجيش قد سحب جنوده`
    goes_on = opener is not None and opener.kind == "verb" and is_kana(opener) and first.case != "nom"
    return first.possessed and (phrases[clause.index].conj or goes_on) and not speaks


def _had_it_done(number: int, clause: Clause, clauses: Sequence[Clause], phrases: Sequence[Phrase]) -> bool:
    """Whether a verb right behind `كان` goes on about those of whom `كان` does: a thing after it is its object.

    `نفت الحكومة أن تكون قد دفعت فدية`.
    """
    was, first, verb = clauses[number - 1] if number else None, clause.objects[0][0], clause.verb
    if was is None or was.index != clause.index - 1 or not is_kana(phrases[was.index]) or verb is None:
        return False
    if was.how != ("subject of the verb before",) or not was.subject or first.person or first.case == "nom":
        return False
    if set(verb.verb.kind.split()) != {"event"} or verb.suffix or not same_person(was, clause):
        return False
    clause.subject, clause.how = was.subject, ("subject of the verb before",)
    return True


def _is_content(clause: Clause, first: Phrase, words: Sequence[Word]) -> bool:
    """Whether a noun behind those who are asked is what is asked of them (`وطلبت من السكان البقاء في بيوتهم`)."""
    asked = [g[0] for g in clause.preps.get("من", ()) if g[0].start < first.start]
    if not asked or clause.verb is None or clause.verb.verb.lemma not in ("طلب", "التمس"):
        return False
    return not first.person and not first.mentions and asked[-1].end == first.start


_SAYS_THAT = frozenset({"قال", "ذكر", "أضاف", "أعلن", "أكّد", "أوضح", "صرّح", "أفاد", "زعم"})
"""Verbs of saying whose hearer is no object."""


def _says_that(clause: Clause, first: Phrase, phrases: Sequence[Phrase], words: Sequence[Word]) -> bool:
    """Whether the noun between a verb of saying and `أن` is who says it (`وقال مكتبه إن`)."""
    if clause.verb is None or clause.comp is None or clause.verb.verb.lemma not in _SAYS_THAT:
        return False
    if first is not phrases[clause.index + 1] or first.case == "acc":
        return False
    return fits(first, clause.verb) or words[first.head].token.text.endswith("ه")


def _main_before(number: int, clauses: Sequence[Clause], phrases: Sequence[Phrase], words: Sequence[Word]) -> Clause:
    """The clause before that a verb after `و` goes on from: the nearest that is neither relative nor in an aside."""
    for other in reversed(clauses[:number]):
        opener = phrases[other.opener] if other.opener >= 0 else None
        relative = bool(other.antecedent) or (opener is not None and opener.kind == "rel")
        between = phrases[other.index : clauses[number].index]
        parted = any(p.kind in ("comma", "stop", "link", "quote") for p in between)
        if relative and other is clauses[number - 1] and not parted:
            return other  # `مصالح الأمن التي أغلقت المدينة ومنعت حافلات`
        near = words[max(phrases[other.index].start - 2, 0) : phrases[other.index].start]
        if not relative and not any(w.norm in ASIDES for w in near):
            return other
    return clauses[number - 1]


def _goes_on(
    number: int, clause: Clause, clauses: Sequence[Clause], phrases: Sequence[Phrase], words: Sequence[Word]
) -> bool:
    """Whether a verb after `و` keeps the subject of the verb right before, and what follows is its object.

    `فرض الجيش حظرا للتجول واعتقل ثلاثة`: the verb before has a subject that acts on something, and what follows is
    indefinite. The subject is taken over then.
    """
    k, first = clause.index, clause.objects[0][0]
    verb = clause.verb
    speaks = verb is not None and "say" in verb.verb.kind.split() and not first.person
    # `فرضت الحكومة إغلاقا ... ونشرت الجيش`: the noun is masculine, the verb is not.
    disagrees = verb is not None and verb.person == "3fs" and first.person and first.gender == "m"
    thing = first.who is None and verb is not None and _does(verb) and not speaks
    known = first.definite and not speaks and not disagrees and not (thing and _acted(clauses[number - 1]))
    joined = phrases[k].conj or (k > 0 and phrases[k - 1].kind == "link" and words[phrases[k - 1].head].norm == "كما")
    if number == 0 or not joined or first.case == "nom" or clause.agent or known:
        return False
    if first.possessed and len(clause.objects) > 1 and clause.objects[1][0].person:
        return False  # `وأوقفت شرطتها عشرين شخصا`
    if speaks and first.who is MentionKind.PLACE:
        return False  # `هنأ رئيس المفوضية البلدين، ورحبت أنقرة بالاتفاق`
    other = _main_before(number, clauses, phrases, words)
    if other.verb is None or clause.verb is None or not other.subject or not (other.objects or other.comp):
        return False
    if tells_topic(other, clause, phrases):
        return False
    lends = not first.person and "light" in clause.verb.verb.kind.split()
    acts = other.subject[0].person or (bool(other.subject[0].mentions) and not first.definite)
    if not (acts or lends) or clause.verb.tense != other.verb.tense:
        return False
    if clause.verb.suffix and first.person:
        return False
    if any(p.kind in ("stop", "link") for p in phrases[other.index : k - 1]) or not same_person(other, clause):
        return False
    if other.subject[0].gender == "f" and clause.verb.person != "3fs":
        return False
    man = other.subject[0].who is MentionKind.PERSON and other.subject[0].gender != "f"
    if thing and clause.verb.person == "3fs" and man and len(other.subject) == 1:
        return False  # `أصدر الرئيس عفوا وأفرجت إدارة السجن عن سبعة`
    clause.subject, clause.how = other.subject, ("subject of the verb before",)
    return True


def _does(verb: Reading) -> bool:
    """Whether a verb tells only of what somebody does."""
    kinds = set(verb.verb.kind.split())
    return kinds == {"event"} and verb.voice != "passive"


def _acted(other: Clause) -> bool:
    """Whether people have done something to something in a clause."""
    return bool(other.subject) and other.subject[0].person and bool(other.objects)


def _lacks_object(
    number: int, clause: Clause, clauses: Sequence[Clause], phrases: Sequence[Phrase], words: Sequence[Word]
) -> bool:
    """Whether a verb after `و` that is never without an object has one noun phrase: its subject is the one before.

    `وتعرض عباس للمصالحة واتهم حماس بالتعنت`.
    """
    verb, k = clause.verb, clause.index
    after = k > 0 and phrases[k - 1].kind == "comp"
    if number == 0 or verb is None or verb.suffix or not (phrases[k].conj or after) or clause.agent:
        return False
    behind = min((g[0][0].start for p, g in clause.preps.items() if p in ("ب", "الي")), default=10**6)
    if len([g for g in clause.objects if g[0].start < behind]) != 1:
        return False
    # `وصادرت أجهزة البث`: print tells the passive of the third form, and without an object it is not used.
    third = verb.verb.pattern == "فاعل" and verb.tense == "past" and "event" in verb.verb.kind.split()
    if not (third or squeeze(verb.verb.lemma) in particles().need_object) or verb.voice == "passive":
        return False
    if not {"ب", "الي"} & set(clause.preps) and not third:
        return False
    other = _main_before(number, clauses, phrases, words)
    if any(p.kind in ("stop", "link") for p in phrases[other.index : k]) or not other.subject or other.verb is None:
        return False
    somebody = other.subject[0].person or "say" in other.verb.verb.kind.split()
    if not somebody or not same_person(other, clause):
        return False
    clause.subject, clause.how = other.subject, ("subject of the verb before",)
    return True


def _topic_goes_on(
    number: int, clause: Clause, clauses: Sequence[Clause], phrases: Sequence[Phrase], words: Sequence[Word]
) -> bool:
    """Whether a verb after `و` goes on about the topic of the verb before, and an accusative is its object.

    `إن مجموعة تسللت إلى البلدة وهاجمت مخفرا`.
    """
    first, verb = clause.objects[0][0], clause.verb
    if number == 0 or verb is None or verb.suffix or clause.agent or not phrases[clause.index].conj:
        return False
    other = clauses[number - 1]
    if other.how != ("subject stands first",) or other.verb is None or other.verb.tense != verb.tense or first.definite:
        return False
    between = phrases[other.index + 1 : clause.index]
    if any(p.kind in ("stop", "link", "comp", "comma", "rel") for p in between) or not same_person(other, clause):
        return False
    alef = words[first.head].token.text.endswith(("ا", "اً")) and not first.possessed and first.number == "sg"
    if not alef or first.person or "event" not in verb.verb.kind.split():
        return False
    clause.subject, clause.how = other.subject, ("subject of the verb before",)
    return True


def _is_told_by_pronoun(clause: Clause, phrases: Sequence[Phrase], words: Sequence[Word]) -> bool:
    """Whether a pronoun is the subject of a verb that needs an object, which follows (`لكنه ناشد المانحين`)."""
    verb, k = clause.verb, clause.index
    if verb is None or verb.suffix or verb.voice == "passive" or clause.agent:
        return False
    lemma = squeeze(verb.verb.lemma)
    if lemma not in particles().need_object | particles().only_object:
        return False
    alone = k > 0 and words[phrases[k].start - 1].kind == "pron"
    return alone or (clause.opener == k - 1 and k > 0 and bool(phrases[k - 1].suffix))


def _wholly_lacks(
    number: int, clause: Clause, clauses: Sequence[Clause], phrases: Sequence[Phrase], words: Sequence[Word]
) -> bool:
    """Whether a verb that needs an object has a lone noun phrase, which is it, and goes on about people told of before.

    `زار الوزير بغداد والتقى الرئيس`, `سيتوجه إلى إيران حيث سيلتقي الرئيس`, `كما نفت اعتقال السائق`.
    """
    verb, k = clause.verb, clause.index
    if number == 0 or verb is None or verb.suffix or verb.voice == "passive" or len(clause.objects) != 1:
        return False
    linked = clause.opener == k - 1 and phrases[k - 1].kind == "link"
    lemma = squeeze(verb.verb.lemma)
    denies = lemma in particles().need_object and is_deed(clause.objects[0][0], words)
    if not (lemma in particles().only_object or denies) or not (phrases[k].conj or linked):
        return False
    if clause.objects[0][0].case == "nom" or any(p.suffix for gs in clause.preps.values() for g in gs for p in g):
        return False
    before = [*reversed(clauses[:number])]
    before.sort(key=lambda c: denies and not (c.verb is not None and "say" in c.verb.verb.kind.split()))
    for other in before:
        if any(p.kind == "stop" for p in phrases[other.index : k]):
            return False
        says = other.verb is not None and "say" in other.verb.verb.kind.split()
        subject = other.subject[0] if other.subject else None
        somebody = subject is not None and (says or subject.person or subject.who is MentionKind.PLACE)
        if not somebody or not same_person(other, clause):
            continue
        gender = other.subject[0].gender
        if gender and (gender == "f") is not (verb.person == "3fs") and len(other.subject) == 1:
            continue
        clause.subject, clause.how = other.subject, ("subject of the verb before",)
        return True
    return False


def _tells_what_did(clause: Clause) -> bool:
    """Whether the subject of a relative clause is what it tells of: no pronoun in it stands for that in another place.

    `هجوم استهدف موقعا`, `سيارة استهدفت موكبه`; but `هجوم شنه مسلحون`, `هجوم قتل فيه ثلاثة`.
    """
    if not clause.antecedent or clause.verb is None or clause.verb.suffix or not clause.objects:
        return False
    if clause.objects[0][0].possessed and clause.objects[0][0].person:
        return False  # `الحزب الذي يحاصر مقاتلوه المدينة`
    before, says = clause.antecedent[0], "say" in clause.verb.verb.kind.split()
    says = says and squeeze(clause.verb.verb.lemma) not in particles().only_object
    if says and before.end == before.inner + 1 and (clause.objects[0][0].person or not before.person):
        # `ما أعلنت اللجنة` is what the committee said.
        return False
    resumed = any(p.suffix for groups in clause.preps.values() for group in groups for p in group)
    return not resumed and fits(replace(clause.antecedent[0], prep=""), clause.verb)


def _foregone(clause: Clause, before: Sequence[Clause]) -> list[Phrase]:
    """Whose deed `سبق لـ` tells of: `سبق للجماعة أن خطفت`."""
    other = next((c for c in reversed(before) if c.comp is not None and c.comp[0] == clause.opener), None)
    if other is None or other.verb is None or other.verb.verb.lemma != "سبق" or "ل" not in other.preps:
        return []
    return [*other.preps["ل"][0]]


def _object_by_place(clause: Clause, first: Phrase, topic: list[Phrase] | None) -> bool:
    """Whether the noun phrase after the verb is its object, because the subject stands before it or in the verb."""
    group = clause.objects[0] if clause.objects else []
    if first.case == "acc" or (first.case != "nom" and any(p.case == "acc" and p.number == "pl" for p in group)):
        return True  # `دعا شيوخ العشائر والسياسيين`
    if clause.verb is not None and clause.verb.suffix:
        # The object is the pronoun (`ما نفته قيادة الجيش`).
        return False
    return topic is not None and fits(topic[0], clause.verb) and not first.case


def _inherits(number: int, clause: Clause, clauses: Sequence[Clause]) -> bool:
    """Whether the nearest clause before lends its subject to a verb; it does so then."""
    other = next((c for c in reversed(clauses[:number]) if c.subject), None)
    if other is None or clause.verb is None or other.verb is None or not same_person(other, clause):
        return False
    clause.subject, clause.how = other.subject, ("subject of the verb before",)
    return True


def _inherit(number: int, clause: Clause, clauses: Sequence[Clause], phrases: Sequence[Phrase]) -> None:
    """A verb without a subject of its own takes the one of the nearest clause before that agrees."""
    before = list(reversed(clauses[:number]))
    if clause.verb is not None and clause.verb.tense == "participle":
        # `قال كيري إن تقدما تحقق، رافضا العقوبات`: people go on, not things.
        asks = squeeze(clause.verb.verb.lemma) in particles().need_object | particles().only_object
        says = asks or "say" in clause.verb.verb.kind.split()
        before.sort(key=lambda c: not (c.subject and leads(c.subject[0], clause.verb)))
        before.sort(key=lambda c: says and not (c.verb is not None and "say" in c.verb.verb.kind.split()))
    elif clause.verb is not None and "say" in clause.verb.verb.kind.split():
        # Who spoke goes on speaking: `نفى المحامي أن يكون موكله ... وطالب`.
        before.sort(key=lambda c: c.verb is None or "say" not in c.verb.verb.kind.split())
    if clause.verb is not None and clause.verb.suffix and phrases[clause.index].conj:
        # `أدانت الحكومة هجوما بدأته تركيا ووصفته بأنه`: what is told of in a relative clause does not go on.
        before.sort(key=lambda c: bool(c.antecedent))
    for other in before:
        participle = clause.verb is not None and clause.verb.tense == "participle"
        if not participle and tells_topic(other, clause, phrases):
            continue
        if is_kana(phrases[other.index]) and other.subject and other.subject[0] in clause.antecedent:
            continue  # `العقوبات التي كانت قد فرضتها`
        if other.subject and other.verb is not None and clause.verb is not None and same_person(other, clause):
            clause.subject = other.subject
            kana = is_kana(phrases[other.index])
            clause.how = ("subject stands first",) if kana else ("subject of the verb before",)
            return
        if clause.index - other.index > REACH:
            return
    if clause.verb is not None and "say" in clause.verb.verb.kind.split() and phrases[clause.index].conj:
        # `ذكر الوزير أن بلاده احتضنت المشاورات، ودعا الأطراف`: the verb does not agree with what stands under `أن`.
        for other in before:
            says = other.verb is not None and "say" in other.verb.verb.kind.split()
            if says and other.subject and tells_topic(other, clause, phrases) and same_person(other, clause):
                clause.subject, clause.how = other.subject, ("subject of the verb before",)
                return
    _inherit_object(clause, before, phrases)


def _inherit_object(clause: Clause, before: Sequence[Clause], phrases: Sequence[Phrase]) -> None:
    """What those before did something to does the next thing: `رشق محتجون الشرطة، فردت بالغاز`."""
    verb = clause.verb
    if not before or verb is None or verb.person != "3fs" or not phrases[clause.index].conj or not before[0].objects:
        return
    hit = before[0].objects[0][0]
    if hit.person and hit.gender == "f" and before[0].subject and before[0].subject[0].number in ("pl", "counted"):
        clause.subject, clause.how = [hit], ("subject of the verb before",)
