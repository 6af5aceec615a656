"""Subjects and objects that a verb has from the one before: after `و`, in a list of deeds, across an aside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from khabar.records import MentionKind
from khabar.text.agreement import is_kana, leads, same_person
from khabar.text.asides import ASIDES
from khabar.text.characters import squeeze
from khabar.text.particles import particles
from khabar.text.phrases import Phrase
from khabar.text.topics import tells_topic
from khabar.text.verbs import Reading
from khabar.text.words import Word

if TYPE_CHECKING:
    from khabar.text.clauses import Clause

REACH = 40
"""How many phrases to the right of a verb are looked at."""


def main_before(number: int, clauses: Sequence[Clause], phrases: Sequence[Phrase], words: Sequence[Word]) -> Clause:
    """The clause before that a verb after `و` goes on from: the nearest that is neither relative nor in an aside."""
    for other in reversed(clauses[:number]):
        opener = phrases[other.opener] if other.opener >= 0 else None
        relative = bool(other.antecedent) or (opener is not None and opener.kind == "rel")
        between = phrases[other.index : clauses[number].index]
        parted = any(p.kind in ("comma", "stop", "link", "quote") for p in between)
        if relative and other is clauses[number - 1] and not parted:
            return other  # `مصالح الأمن التي أغلقت المدينة ومنعت حافلات`
        if relative and other is clauses[number - 1] and _is_predicate(other, phrases):
            return other  # `إن جهات مختصة حذرت من الخطر، وطالبت الحكومة بالتدخل`
        near = words[max(phrases[other.index].start - 2, 0) : phrases[other.index].start]
        if not relative and not any(w.norm in ASIDES for w in near):
            return other
    return clauses[number - 1]


def _is_predicate(clause: Clause, phrases: Sequence[Phrase]) -> bool:
    """Whether a verb without `الذي` is the first behind `أن` and its topic, which has no other verb then."""
    opener = phrases[clause.opener] if clause.opener >= 0 else None
    topic = clause.subject[0] if clause.subject and clause.subject is clause.antecedent else None
    return opener is not None and opener.kind == "comp" and topic is phrases[clause.opener + 1]


def goes_on(
    number: int, clause: Clause, clauses: Sequence[Clause], phrases: Sequence[Phrase], words: Sequence[Word]
) -> bool:
    """Whether a verb after `و` keeps the subject of the verb right before, and what follows is its object.

    `فرض الجيش حظرا للتجول واعتقل ثلاثة`: the verb before has a subject that acts on something, and what follows is
    indefinite. The subject is taken over then.
    """
    k, first = clause.index, clause.objects[0][0]
    verb = clause.verb
    speaks = verb is not None and verb.verb.says and not first.person
    # `فرضت الحكومة إغلاقا ... ونشرت الجيش`: the noun is masculine, the verb is not.
    disagrees = verb is not None and verb.person == "3fs" and first.person and first.gender == "m"
    thing = first.who is None and verb is not None and does(verb) and not speaks
    known = first.definite and not speaks and not disagrees and not (thing and acted(clauses[number - 1]))
    joined = phrases[k].conj or (k > 0 and phrases[k - 1].kind == "link" and words[phrases[k - 1].head].norm == "كما")
    if number == 0 or not joined or first.case == "nom" or clause.agent or known:
        return False
    if first.possessed and len(clause.objects) > 1 and clause.objects[1][0].person:
        return False  # `وأوقفت شرطتها عشرين شخصا`
    if speaks and first.who is MentionKind.PLACE:
        return False  # `هنأ رئيس المفوضية البلدين، ورحبت أنقرة بالاتفاق`
    other = main_before(number, clauses, phrases, words)
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


def does(verb: Reading) -> bool:
    """Whether a verb tells only of what somebody does."""
    kinds = set(verb.verb.kind.split())
    return kinds == {"event"} and verb.voice != "passive"


def acted(other: Clause) -> bool:
    """Whether people have done something to something in a clause."""
    return bool(other.subject) and other.subject[0].person and bool(other.objects)


def lacks_object(
    number: int, clause: Clause, clauses: Sequence[Clause], phrases: Sequence[Phrase], words: Sequence[Word]
) -> bool:
    """Whether a verb after `و` that is never without an object has one noun phrase: its subject is the one before.

    `وتعرض عباس للمصالحة واتهم حماس بالتعنت`.
    """
    verb, k = clause.verb, clause.index
    before = phrases[k - 1] if k > 0 else None
    after = before is not None and (before.kind == "comp" or is_likewise(before, words))
    if number == 0 or verb is None or verb.suffix or not (phrases[k].conj or after) or clause.agent:
        return False
    asked_by = {"ب", "الي", "ل"} if verb.verb.lemma == "دعا" else {"ب", "الي"}
    behind = min((g[0][0].start for p, g in clause.preps.items() if p in asked_by), default=10**6)
    if len([g for g in clause.objects if g[0].start < behind]) != 1:
        return False
    # `وصادرت أجهزة البث`: print tells the passive of the third form, and without an object it is not used.
    third = verb.verb.pattern == "فاعل" and verb.tense == "past" and "event" in verb.verb.kind.split()
    third = third and (phrases[k].conj or phrases[k - 1].kind == "comp")
    blaming = verb.verb.lemma in particles().lemmas["blaming"]
    needs = squeeze(verb.verb.lemma) in particles().need_object or blaming
    if not (third or needs) or verb.voice == "passive":
        return False
    blames = blaming and clause.comp is None and not _goes_far(clause, phrases, words)
    if not asked_by & set(clause.preps) and not (third or blames):
        return False
    asked = clause.objects[0][0]
    told = asked.case == "acc" or (asked.gender, verb.person) == ("f", "3ms")
    if not (phrases[k].conj or blames or told) and before is not None and is_likewise(before, words):
        return False  # `كما دعت الحركة إلى الحوار`: who speaks is named again
    other = main_before(number, clauses, phrases, words)
    parted = (p for p in phrases[other.index : k] if p.kind in ("stop", "link") and not is_likewise(p, words))
    if any(parted) or not other.subject or other.verb is None:
        return False
    somebody = other.subject[0].person or other.verb.verb.says
    if not somebody or not same_person(other, clause):
        speaker = speaker_over(number, clause, clauses, phrases)
        if speaker is None:
            return False
        other = speaker
    clause.subject, clause.how = other.subject, ("subject of the verb before",)
    return True


def speaker_over(
    number: int, clause: Clause, clauses: Sequence[Clause], phrases: Sequence[Phrase]
) -> Clause | None:
    """The clause of who speaks, where a verb after `و` does not agree with what stands under his `أن`, or None.

    `قال الأمين العام إن الحرب تهدد المنطقة، وطالب المجتمع الدولي`, `، مشيرا إلى أن المدينة تشهد فوضى، ودعا`.
    """
    if not phrases[clause.index].conj:
        return None
    for other in reversed(clauses[:number]):
        if any(p.kind == "stop" for p in phrases[other.index : clause.index]):
            return None
        speaks = other.says and other.comp is not None and other.comp[0] < clause.index <= other.comp[1]
        if speaks and other.subject and other.subject[0].definite and same_person(other, clause):
            return other
    return None


def is_likewise(phrase: Phrase, words: Sequence[Word]) -> bool:
    """Whether a phrase is `كما`, behind which somebody goes on (`حذرت موسكو الحلف، كما انتقدت ألمانيا`)."""
    return phrase.kind == "link" and words[phrase.head].norm == "كما"


def _goes_far(clause: Clause, phrases: Sequence[Phrase], words: Sequence[Word]) -> bool:
    """Whether the object of a verb may still come behind a mark or as `ما` with a clause."""
    end = next((m for m in range(clause.stop, len(phrases)) if phrases[m].kind == "stop"), len(phrases))
    first = clause.objects[0][0].end
    marks = any(words[i].token.norm in '،,«"“' for i in range(first, min(first + 2, len(words))))
    later = (p for p in phrases[clause.index : end] if p.kind == "np")
    return marks or any(words[p.inner].norm == "ما" and not p.prep for p in later)


def inherits(number: int, clause: Clause, clauses: Sequence[Clause], phrases: Sequence[Phrase]) -> bool:
    """Whether the nearest clause before lends its subject to a verb; it does so then."""
    before = [c for c in reversed(clauses[:number]) if c.subject]
    if clause.verb is not None and does(clause.verb) and phrases[clause.index].conj:
        # `خطف مسلحون عمالا كانوا في الحقل وقتلوا حارسهم`
        before.sort(key=lambda c: c.subject is c.antecedent and _only_describes(c, clause, phrases))
    other = before[0] if before else None
    if other is None or clause.verb is None or other.verb is None or not same_person(other, clause):
        return False
    thing = not (other.subject[0].person or other.subject[0].who or other.says)
    if thing and squeeze(clause.verb.verb.lemma) in particles().need_object:
        other = speaker_over(number, clause, clauses, phrases) or other
    clause.subject, clause.how = other.subject, ("subject of the verb before",)
    return True


def inherit(number: int, clause: Clause, clauses: Sequence[Clause], phrases: Sequence[Phrase]) -> None:
    """A verb without a subject of its own takes the one of the nearest clause before that agrees."""
    before = list(reversed(clauses[:number]))
    if clause.verb is not None and clause.verb.tense == "participle":
        # `قال كيري إن تقدما تحقق، رافضا العقوبات`: people go on, not things.
        asks = squeeze(clause.verb.verb.lemma) in particles().need_object | particles().only_object
        says = asks or clause.verb.verb.says
        before.sort(key=lambda c: not (c.subject and leads(c.subject[0], clause.verb)))
        before.sort(key=lambda c: says and not c.says)
    elif clause.says:
        # Who spoke goes on speaking: `نفى المحامي أن يكون موكله ... وطالب`.
        before.sort(key=lambda c: c.verb is None or "say" not in c.verb.verb.kind.split())
    elif clause.verb is not None and does(clause.verb) and phrases[clause.index].conj:
        # `داهمت الفرقة منازل تتراوح مساحاتها وألقت`: things that a clause without `الذي` tells of do nothing.
        before.sort(key=lambda c: c.subject is c.antecedent and bool(c.subject) and _only_describes(c, clause, phrases))
    if clause.verb is not None and clause.verb.suffix and phrases[clause.index].conj:
        # `أدانت الحكومة هجوما بدأته تركيا ووصفته بأنه`: what is told of in a relative clause does not go on.
        before.sort(key=lambda c: bool(c.antecedent))
    for other in before:
        participle = clause.verb is not None and clause.verb.tense == "participle"
        if not participle and tells_topic(other, clause, phrases):
            continue
        if is_kana(phrases[other.index]) and other.subject and other.subject[0] in clause.antecedent:
            continue  # `العقوبات التي كانت قد فرضتها`
        if _is_told_of(other, clause, before):
            continue
        if other.subject and other.verb is not None and clause.verb is not None and same_person(other, clause):
            clause.subject = other.subject
            kana = is_kana(phrases[other.index])
            clause.how = ("subject stands first",) if kana else ("subject of the verb before",)
            return
        if clause.index - other.index > REACH:
            return
    if clause.says and phrases[clause.index].conj:
        # `ذكر الوزير أن بلاده احتضنت المشاورات، ودعا الأطراف`: the verb does not agree with what stands under `أن`.
        for other in before:
            says = other.says
            if says and other.subject and tells_topic(other, clause, phrases) and same_person(other, clause):
                clause.subject, clause.how = other.subject, ("subject of the verb before",)
                return
    _inherit_object(clause, before, phrases)


def _only_describes(other: Clause, clause: Clause, phrases: Sequence[Phrase]) -> bool:
    """Whether a relative clause only says of things, or of people in the present, what they are like.

    `خطف مسلحون عمالا يعملون في الحقل وقتلوا الحارس`; but `اعتقلت الشرطة رجالا هاجموا متجرا وسرقوا أموالا`.
    """
    if not other.subject[0].mentions:
        return True
    opener = phrases[other.opener] if other.opener >= 0 else None
    state = other.verb is not None and other.verb.tense == "present" and not phrases[other.index].particles
    past = clause.verb is not None and clause.verb.tense == "past"
    return past and (opener is None or opener.kind != "rel") and (state or is_kana(phrases[other.index]))


def _is_told_of(other: Clause, clause: Clause, before: Sequence[Clause]) -> bool:
    """Whether a thing is what a speaker has told of, and he goes on (`أكد السفير أن الشحنات وصلت، ووعد بغيرها`)."""
    if not clause.says or other.says or not other.subject:
        return False
    thing = other.subject[0]
    if thing.person or thing.who is not None or thing.mentions:
        return False
    spoke = (c for c in before if c.says and c.subject)
    able = (c for c in spoke if c.subject[0].person or c.subject[0].who is MentionKind.PLACE)
    return any(same_person(c, clause) for c in able)



def _inherit_object(clause: Clause, before: Sequence[Clause], phrases: Sequence[Phrase]) -> None:
    """What those before did something to does the next thing: `رشق محتجون الشرطة، فردت بالغاز`."""
    verb = clause.verb
    if not before or verb is None or verb.person != "3fs" or not phrases[clause.index].conj or not before[0].objects:
        return
    hit = before[0].objects[0][0]
    if hit.person and hit.gender == "f" and before[0].subject and before[0].subject[0].many:
        clause.subject, clause.how = [hit], ("subject of the verb before",)


def foregone_subject(clause: Clause, before: Sequence[Clause]) -> list[Phrase]:
    """Whose deed `سبق لـ` tells of: `سبق للجماعة أن خطفت`."""
    other = next((c for c in reversed(before) if c.comp is not None and c.comp[0] == clause.opener), None)
    if other is None or other.verb is None or other.verb.verb.lemma != "سبق" or "ل" not in other.preps:
        return []
    return [*other.preps["ل"][0]]
