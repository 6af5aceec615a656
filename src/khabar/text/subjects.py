"""Subjects: which noun phrase is the subject of a verb, and what proves it.

Agreement and the few case endings that print shows decide (Ryding 2005, chapters 4 and 6); a relative clause without a
pronoun of its own tells what its antecedent did; a verb after `و` goes on with the subject before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from khabar.records import MentionKind
from khabar.text.agreement import adverbial, fits, is_kana, leads, same_person
from khabar.text.asides import ASIDES
from khabar.text.characters import squeeze
from khabar.text.particles import particles
from khabar.text.phrases import Phrase
from khabar.text.verbs import Reading
from khabar.text.words import Word

if TYPE_CHECKING:
    from khabar.text.clauses import Clause

REACH = 40
"""How many phrases to the right of a verb are looked at."""


_TIMES = frozenset({"وقت", "حين", "لحظه", "يوم", "ساعه", "عام", "سنه", "شهر", "اطار", "ظل"})
"""Nouns behind `في` that a clause follows which does not tell of them: time, moment, day, hour, year, frame, shadow."""


def is_relative(phrases: Sequence[Phrase], j: int) -> bool:
    """Whether the verb at `j` follows an indefinite noun phrase directly: a relative clause without `الذي`."""
    before = phrases[j - 1]
    if before.kind == "np" and before.prep and before.definite and not phrases[j].conj:
        return _told_over(phrases, j) is not None
    return before.kind == "np" and not before.definite and not phrases[j].conj


def _told_over(phrases: Sequence[Phrase], j: int) -> Phrase | None:
    """The indefinite noun that the verb at `j` tells of over definite phrases (`غارة لطيران التحالف استهدفت مواقع`)."""
    verb, m = phrases[j].verb, j - 1
    while m > 0 and phrases[m].kind == "np" and phrases[m].prep and phrases[m].definite:
        m -= 1
    told = phrases[m]
    if verb is None or verb.suffix or m == j - 1 or told.kind != "np" or told.definite or told.person or told.suffix:
        return None
    if told.prep and (m == 0 or phrases[m - 1].kind in ("stop", "comma", "link", "comp")):
        return None  # `في جلولاء التابعة لديالى قتل جندي`
    single = verb.person in ("3ms", "3fs") and verb.tense == "past"
    return told if single and (told.gender == "f" or told.number == "pl") is (verb.person == "3fs") else None


def settle_subject(
    number: int, clause: Clause, clauses: Sequence[Clause], words: Sequence[Word], phrases: Sequence[Phrase]
) -> None:
    """Decide which noun phrase is the subject, and say how."""
    verb, k = clause.verb, clause.index
    topic = _topic(clause, phrases, words)
    first = clause.objects[0] if clause.objects else None
    before = k - 2
    while before > 0 and phrases[before].kind == "quote":
        before -= 1
    first_of_clause = clause.opener >= 0 and clause.opener == before and phrases[clause.opener].kind != "verb"
    relative = k > 0 and (phrases[k - 1].kind == "rel" or (is_relative(phrases, k) and not first_of_clause and k > 1))
    if relative and phrases[k - 1].kind == "np" and phrases[k - 1].prep and words[phrases[k - 1].head].bare in _TIMES:
        relative = False  # `في وقت سيطرت الفصائل على المدينة`
    if relative and phrases[k - 1].kind == "np" and verb is not None and verb.person == "3mp":
        # `8 أشخاص يحملون أحزمة قتلوا`: belts do not act in the plural.
        relative = phrases[k - 1].person or bool(phrases[k - 1].mentions)
    if relative:
        clause.antecedent = [p.inside or p for p in _antecedent(phrases, k, verb)]
        if _tells_what_did(clause):
            clause.subject, clause.how = clause.antecedent, ("subject is what the relative clause tells of",)
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
    if told := _who_he_is(clause, phrases, words):
        clause.subject, clause.how = told, ("subject is who the pronoun stands for",)
        return
    if first is not None and len(clause.objects) > 1 and words[first[0].inner].norm in particles().portions:
        # `ورشق بعضهم الشرطة بالحجارة`
        clause.subject, clause.objects, clause.how = first, clause.objects[1:], ("subject follows its verb",)
        return
    spoken_of = _pronoun_subject(clause, clauses[:number], phrases)
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
    elif (first is not None and (
        _lacks_object(number, clause, clauses, phrases)
        or _wholly_lacks(number, clause, clauses, phrases)
        or _goes_on(number, clause, clauses, phrases, words)
    )) or (first is not None and _has_pronoun_subject(clause, first[0], phrases)):
        return
    elif first is not None and not plural and fits(first[0], verb) and not _object_by_place(clause, first[0], topic):
        clause.subject, clause.objects = first, clause.objects[1:]
        clause.how = ("subject follows its verb",)
    elif (told := _still_told_of(number, clause, clauses, phrases)) and fits(told[0], verb):
        clause.subject, clause.how = told, ("subject stands first",)
    elif clause.antecedent and not _resumes(clause) and fits(replace(clause.antecedent[0], prep=""), verb):
        clause.subject, clause.how = clause.antecedent, ("subject is what the relative clause tells of",)
    elif topic is not None and topic[0].inside is not None and topic[0] is phrases[k - 1]:
        clause.subject, clause.how = [topic[0].inside], ("subject is what the relative clause tells of",)
    elif topic is not None and fits(topic[0], verb):
        clause.subject, clause.how = topic, ("subject stands first",)
    elif (resumed := _resumed_topic(number, clause, clauses, phrases)) and fits(resumed[0], verb):
        clause.subject, clause.how = resumed, ("subject stands first",)
    else:
        _inherit(number, clause, clauses, phrases)
        if not clause.subject and (topic := _topic(clause, phrases, words, joined=True)) and fits(topic[0], verb):
            clause.subject, clause.how = topic, ("subject stands first",)


_HE = {"هو": ("3ms",), "هي": ("3fs",), "هم": ("3mp",), "هما": ("3md", "3fd"), "هن": ("3fp",)}


def _who_he_is(clause: Clause, phrases: Sequence[Phrase], words: Sequence[Word]) -> list[Phrase]:
    """Whom a pronoun right before a verb stands for: the nearest people that agree (`أحد قادته، وهو يتوعد`)."""
    k = clause.index
    pronoun = words[phrases[k].start - 1] if phrases[k].start > 0 and k > 0 else None
    if pronoun is None or pronoun.kind != "pron" or clause.verb is None or (clause.verb.suffix and not clause.objects):
        return []
    if clause.verb.person not in _HE.get(pronoun.norm, ()):
        return []
    for phrase in reversed(phrases[: k - 1]):
        if phrase.kind == "stop":
            return []
        one = phrase.number not in ("pl", "du", "counted") or words[phrase.inner].norm[:3] == "احد"
        if phrase.kind == "np" and phrase.person and not phrase.suffix and one is (pronoun.norm in ("هو", "هي")):
            woman = phrase.gender == "f"
            if woman is (pronoun.norm in ("هي", "هن")) or phrase.gender == "":
                return [phrase]
    return []


def _says_in_it(clause: Clause) -> bool:
    """Whether a relative clause tells what is said in a document (`أصدر الجيش بيانا نفى فيه`): who issued it speaks."""
    says = clause.verb is not None and "say" in clause.verb.verb.kind.split()
    resumed = any(p.suffix for g in clause.preps.get("في", ()) for p in g)
    return says and resumed and bool(clause.antecedent) and not clause.antecedent[0].person


def _belongings(clause: Clause, first: Phrase, phrases: Sequence[Phrase]) -> bool:
    """Whether what follows a verb after `و` belongs to somebody told of before, and nobody who could speak."""
    speaks = first.person and clause.verb is not None and "say" in clause.verb.verb.kind.split()
    if first.person and len(clause.objects) > 1 and clause.objects[1][0].person:
        return False  # `وناشد والده الخاطفين`
    opener = phrases[clause.opener] if clause.opener >= 0 else None
    # `كان الجيش قد سحب جنوده`
    goes_on = opener is not None and opener.kind == "verb" and is_kana(opener) and first.case != "nom"
    return first.possessed and (phrases[clause.index].conj or goes_on) and not speaks


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
    other = _main_before(number, clauses, phrases, words)
    if other.verb is None or clause.verb is None or not other.subject or not (other.objects or other.comp):
        return False
    if _tells_topic(other, clause, phrases):
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


def _lacks_object(number: int, clause: Clause, clauses: Sequence[Clause], phrases: Sequence[Phrase]) -> bool:
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
    other = clauses[number - 1]
    if any(p.kind in ("stop", "link") for p in phrases[other.index : k]) or not other.subject:
        return False
    if other.verb is None or not other.subject[0].person or not same_person(other, clause):
        return False
    clause.subject, clause.how = other.subject, ("subject of the verb before",)
    return True


def _wholly_lacks(number: int, clause: Clause, clauses: Sequence[Clause], phrases: Sequence[Phrase]) -> bool:
    """Whether a verb that needs an object has a lone noun phrase, which is it, and goes on about people told of before.

    `زار الوزير بغداد والتقى الرئيس`, `سيتوجه إلى إيران حيث سيلتقي الرئيس`.
    """
    verb, k = clause.verb, clause.index
    if number == 0 or verb is None or verb.suffix or verb.voice == "passive" or len(clause.objects) != 1:
        return False
    linked = clause.opener == k - 1 and phrases[k - 1].kind == "link"
    if squeeze(verb.verb.lemma) not in particles().only_object or not (phrases[k].conj or linked):
        return False
    if clause.objects[0][0].case == "nom" or any(p.suffix for gs in clause.preps.values() for g in gs for p in g):
        return False
    other = clauses[number - 1]
    if any(p.kind == "stop" for p in phrases[other.index : k]) or not other.subject or not other.subject[0].person:
        return False
    if not same_person(other, clause) or (other.subject[0].gender == "f") is not (verb.person == "3fs"):
        return False
    clause.subject, clause.how = other.subject, ("subject of the verb before",)
    return True


def _pronoun_subject(clause: Clause, before: Sequence[Clause], phrases: Sequence[Phrase]) -> list[Phrase]:
    """Whom the pronoun of `أنه`, `إنها` right before the verb stands for: the subject of the clause it depends on."""
    k = clause.opener
    if k < 0 or k != clause.index - 1 or not phrases[k].suffix:
        return []
    governing = next((c for c in reversed(before) if c.comp is not None and c.comp[0] == k), None)
    other = governing or next((c for c in reversed(before) if c.subject and _stands_for(phrases[k].suffix, c)), None)
    return other.subject if other is not None else []


def _has_pronoun_subject(clause: Clause, first: Phrase, phrases: Sequence[Phrase]) -> bool:
    """Whether the pronoun of `أنه` right before an active verb is its subject and a thing follows as object."""
    k, verb = clause.opener, clause.verb
    if k < 0 or k != clause.index - 1 or not phrases[k].suffix or verb is None or first.person or first.case == "nom":
        return False
    agrees = {"ه": ("3ms",), "ها": ("3fs",), "هم": ("3mp",), "هما": ("3md",)}.get(phrases[k].suffix, ())
    return verb.person in agrees and "event" in verb.verb.kind.split() and len(clause.objects) == 1 and not clause.agent


def _stands_for(suffix: str, clause: Clause) -> bool:
    """Whether a pronoun agrees with the subject of a clause (`حاولت الشرطة توقيفه إلا أنه رفض`: not the police)."""
    subject = clause.subject[0]
    if not subject.person:
        return False
    if suffix == "ه":
        return subject.gender != "f" and subject.number not in ("pl", "du", "counted") and len(clause.subject) == 1
    if suffix == "ها":
        return not (subject.gender == "m" and subject.number == "sg")
    return subject.number in ("pl", "counted", "du") or len(clause.subject) > 1


def _still_told_of(number: int, clause: Clause, clauses: Sequence[Clause], phrases: Sequence[Phrase]) -> list[Phrase]:
    """The topic behind a relative clause without `الذي`: `إن فتاة تبلغ 12 عاما قامت بتفجير نفسها`."""
    if number == 0 or phrases[clause.index].conj or clause.opener < 0 or phrases[clause.opener].kind != "verb":
        return []
    other = clauses[number - 1]
    first = other.index == clause.opener and other.how == ("subject stands first",) and other.subject
    if first and clause.verb is not None and not first[0].definite and same_person(other, clause):
        return first if not first[0].prep and other.objects else []
    if other.index != clause.opener or not other.antecedent or other.subject is not other.antecedent:
        return []
    topic, at = other.antecedent[0], next((i for i, p in enumerate(phrases) if p is other.antecedent[0]), 0)
    opened = at == 0 or phrases[at - 1].kind in ("comp", "link", "stop", "quote")
    agrees = (topic.gender == "f") is (clause.verb is not None and clause.verb.person == "3fs")
    return [topic] if opened and agrees and not topic.prep else []


def _resumes(clause: Clause) -> bool:
    """Whether the verb's pronoun stands for what the relative clause tells of (`غارة شنتها`)."""
    suffix = clause.verb.suffix if clause.verb is not None else ""
    feminine = clause.antecedent[0].gender == "f" or clause.antecedent[0].number == "pl"
    return suffix in ("ه", "ها") and feminine is (suffix == "ها")


def _resumed_topic(number: int, clause: Clause, clauses: Sequence[Clause], phrases: Sequence[Phrase]) -> list[Phrase]:
    """The topic of a clause that a relative clause parts from its verb: `إن المنطقة التي تضم السفارات تعرضت لهجوم`."""
    rel = clause.opener
    while rel >= 0 and phrases[rel].kind in ("verb", "comma", "np", "part"):
        rel -= 1
    if phrases[clause.index].conj or rel < 1 or phrases[rel].kind != "rel":
        return []
    j = rel - 1
    while j >= 0 and phrases[j].kind in ("np", "comma") and (phrases[j].prep or phrases[j].kind == "comma"):
        j -= 1
    topic = phrases[j] if j >= 0 and phrases[j].kind == "np" else None
    opened = j == 0 or (j > 0 and phrases[j - 1].kind in ("comp", "link", "stop"))
    return [topic] if topic is not None and opened and topic.definite else []


def _tells_what_did(clause: Clause) -> bool:
    """Whether the subject of a relative clause is what it tells of: no pronoun in it stands for that in another place.

    `هجوم استهدف موقعا`, `سيارة استهدفت موكبه`; but `هجوم شنه مسلحون`, `هجوم قتل فيه ثلاثة`.
    """
    if not clause.antecedent or clause.verb is None or clause.verb.suffix or not clause.objects:
        return False
    if clause.objects[0][0].possessed and clause.objects[0][0].person:
        return False  # `الحزب الذي يحاصر مقاتلوه المدينة`
    before, says = clause.antecedent[0], "say" in clause.verb.verb.kind.split()
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


def _topic(
    clause: Clause, phrases: Sequence[Phrase], words: Sequence[Word], joined: bool = False
) -> list[Phrase] | None:
    """The noun phrase that stands first in the verb's own clause, before the verb, or None.

    A verb after `و` has none, unless `joined` allows the topic of a nominal clause that goes on
    (`متواجدون ... ويخططون`).
    """
    k, opener = clause.index, clause.opener
    if (own := _own_topic(clause, phrases)) is not None:
        return [own]
    if phrases[k].conj and not joined and not _after_amma(clause, phrases, words):
        return None
    while joined and opener >= 0 and phrases[opener].kind == "verb":
        opener = next((j for j in range(opener - 1, -1, -1) if phrases[j].kind in ("comp", "link", "stop", "verb")), -1)
    group: list[Phrase] | None = None
    for j in range(opener + 1, k):
        phrase = phrases[j]
        if phrase.kind == "comma" and group is None:
            continue
        if phrase.kind == "comma":
            # `قال الوزير، زار ...`: after a comma a topic counts only where an aside closes.
            if j != k - 1 or joined:
                continue
            return None if opener < 0 or phrases[opener].kind not in ("comp", "link") else group
        if phrase.kind != "np":
            continue
        if phrase.prep and group is None:
            continue
        if group is not None and _including(phrase, words):
            group.append(phrase)
            continue
        if group is None and not phrase.prep and not adverbial(phrase, words):
            group = [phrase]
        elif group is not None and phrase.conj and not phrase.prep:
            group.append(phrase)
    if group is not None and opener >= 0 and phrases[opener].kind == "verb" and not is_kana(phrases[opener]):
        return None
    if group is not None and opener >= 0 and _is_predicate(group[0], phrases[opener], words):
        return None
    return group


def _own_topic(clause: Clause, phrases: Sequence[Phrase]) -> Phrase | None:
    """The topic that `و` brings in behind another verb, or None: `المعتصمون يغلقون المحطة والحكومة توفد وزيرين`."""
    k, opener = clause.index, clause.opener
    if opener < 0 or not opener < k - 1 or phrases[opener].kind != "verb" or phrases[k].conj or clause.verb is None:
        return None
    last, before = phrases[k - 1], phrases[opener].verb
    named = last.kind == "np" and last.conj and last.definite and not last.prep and last.who is not None
    present = before is not None and before.tense == clause.verb.tense == "present"
    return last if named and present and fits(last, clause.verb) else None


def _is_predicate(phrase: Phrase, opener: Phrase, words: Sequence[Word]) -> bool:
    """Whether what stands first after `أنها` tells what she is, and is no topic (`أنها تابعة للتحالف`)."""
    single = phrase.end == phrase.inner + 1 or phrase.complement
    return bool(opener.suffix) and single and not phrase.definite and not phrase.person and not phrase.prep


def _after_amma(clause: Clause, phrases: Sequence[Phrase], words: Sequence[Word]) -> bool:
    """Whether the verb's `ف` answers to `أما` before its topic (`أما الحركة فتوعدت`)."""
    first = clause.opener + 1
    while first < clause.index and phrases[first].kind in ("comma", "quote"):
        first += 1
    start = phrases[first].start
    near = {w.norm for w in words[max(start - 1, 0) : start + 1]}
    return bool(near & {"اما", "واما"}) and words[phrases[clause.index].start].token.norm.startswith("ف")


def _including(phrase: Phrase, words: Sequence[Word]) -> bool:
    """Whether a phrase names some of those before it: `بما في ذلك X`, `من بينهم X`."""
    lead = [w.norm for w in words[max(phrase.start - 1, 0) : phrase.start + 2]]
    return phrase.person and (
        "بما في ذلك" in " ".join(lead) or (phrase.prep == "بين" and words[phrase.start].suffix != "")
    )


def _antecedent(phrases: Sequence[Phrase], k: int, verb: Reading | None) -> list[Phrase]:
    """What a relative clause whose verb is at `k` tells of: the noun phrase before the relative word.

    Of those strung together by prepositions (`هجوم بسيارة مفخخة استهدف`) the nearest that agrees with the verb.
    """
    j = k - 1
    while j >= 0 and phrases[j].kind in ("rel", "comma", "part"):
        j -= 1
    nearest = [phrases[j]] if j >= 0 and phrases[j].kind == "np" else []
    if k > 0 and j == k - 1 and nearest and nearest[0].definite and (told := _told_over(phrases, k)) is not None:
        return [told]
    if nearest and (farther := _past_relative(phrases, j, verb)) is not None:
        return [farther]
    direct = j == k - 1 and verb is not None and not verb.suffix and verb.person in ("3ms", "3fs")
    while direct and j >= 0 and phrases[j].kind == "np" and not phrases[j].definite:
        if not phrases[j].gender and not phrases[j].person and verb is not None and verb.person == "3fs":
            return [phrases[j]]  # `معلومات حول خلايا تستهدف`
        if (phrases[j].gender == "f") is (verb is not None and verb.person == "3fs"):
            return [phrases[j]]
        if not phrases[j].prep:
            break
        j -= 1
    return nearest


def _past_relative(phrases: Sequence[Phrase], j: int, verb: Reading | None) -> Phrase | None:
    """What a second relative clause tells of where people stand before it that its verb does not agree with.

    `هجوم نفذه مسلحون استهدف حافلة`: the attack hit the bus.
    """
    near = phrases[j]
    single = verb is not None and verb.person in ("3ms", "3fs") and not near.prep
    came_of = verb is not None and squeeze(verb.verb.lemma) in particles().outcomes
    while came_of and j > 1 and phrases[j].kind == "np" and phrases[j].prep and phrases[j - 1].kind in ("np", "verb"):
        j -= 1  # `هجوم نفذه مسلح في لويزيانا أسفر عن مقتل امرأتين`
    near = phrases[j] if came_of else near
    single = single or came_of
    many = near.number in ("pl", "counted") or came_of
    if not single or not near.person or not many or j < 2 or phrases[j - 1].kind != "verb":
        return None
    before, told = phrases[j - 1], phrases[j - 2]
    resumes = before.verb is not None and before.verb.suffix in ("ه", "ها") and not before.conj
    agrees = (told.gender == "f") is (verb is not None and verb.person == "3fs")
    return told if resumes and told.kind == "np" and not told.definite and agrees else None


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
        says = "say" in clause.verb.verb.kind.split()
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
        if not participle and _tells_topic(other, clause, phrases):
            continue
        if other.subject and other.verb is not None and clause.verb is not None and same_person(other, clause):
            clause.subject = other.subject
            kana = is_kana(phrases[other.index])
            clause.how = ("subject stands first",) if kana else ("subject of the verb before",)
            return
        if clause.index - other.index > REACH:
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


def _tells_topic(other: Clause, clause: Clause, phrases: Sequence[Phrase]) -> bool:
    """Whether a verb stands under another one's `أن`, behind a topic of its own (`قال إن سيارة قدمت وقام من فيها`)."""
    if other.comp is None or not other.comp[0] < clause.index < other.comp[1] or phrases[other.comp[0]].suffix:
        return False
    first = other.comp[0] + 1
    while first < clause.index and phrases[first].kind == "quote":
        first += 1
    return phrases[first].kind == "np"


