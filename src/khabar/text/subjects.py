"""Subjects: which noun phrase is the subject of a verb, and what proves it.

Agreement and the few case endings that print shows decide (Ryding 2005, chapters 4 and 6); a relative clause without a
pronoun of its own tells what its antecedent did; a verb after `و` goes on with the subject before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from khabar.lexicon.words import word_list
from khabar.records import MentionKind
from khabar.text.agreement import acts_on_state, are_all, fits, is_kana, is_told_not_to, same_person
from khabar.text.antecedents import (
    TIMES,
    antecedent_of,
    goes_past_state,
    has_pronoun_subject,
    is_of_others,
    is_relative,
    pronoun_subject,
    resumes,
    who_he_is,
)
from khabar.text.asides import ASIDES, is_deed
from khabar.text.authors import ASKED, WHOSE_WORDS, asked_of, author_of, guest_of
from khabar.text.characters import squeeze
from khabar.text.inherited import foregone_subject, goes_on, inherit, inherits, lacks_object
from khabar.text.objects_behind import (
    belongings,
    blames,
    is_amount,
    is_content,
    is_told_by_pronoun,
    names_him,
    topic_goes_on,
)
from khabar.text.particles import particles
from khabar.text.phrases import Phrase
from khabar.text.topics import acts_over_relative, resumed_topic, still_told_of, told_before, topic_of
from khabar.text.verbs import Reading
from khabar.text.words import Word

if TYPE_CHECKING:
    from khabar.text.clauses import Clause


FOLLOWS = "subject follows its verb"
BEHIND_OBJECT = "what is done stands before who does it"
ON_JOURNEY = "who is met stands behind `خلالها`"
"""How a verb has its subject where that stands behind it."""


def settle_subject(
    number: int, clause: Clause, clauses: Sequence[Clause], words: Sequence[Word], phrases: Sequence[Phrase]
) -> None:
    """Decide which noun phrase is the subject, and say how."""
    verb, k = clause.verb, clause.index
    if goes_past_state(clause, clauses[:number], phrases, words) and fits(clauses[number - 1].subject[0], verb):
        clause.subject, clause.how = clauses[number - 1].subject, ("subject stands first",)
        return
    if _was_aimed(clause, clauses[:number], phrases):
        return  # the deed itself does it, which is told of with its own words
    if speaker := author_of(clause, phrases, words) or guest_of(clause, clauses[:number], phrases):
        clause.subject, clause.how = speaker, WHOSE_WORDS
        return
    if asked := asked_of(clause, clauses[:number], phrases):
        clause.subject, clause.how = asked, ASKED
        return
    if _was_wounded(clause, phrases, words):
        inherits(number, clause, clauses, phrases)
        return
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
        relative = any(p.person or p.mentions for p in antecedent_of(phrases, k - was, verb, words))
    if relative:
        clause.antecedent = [p.inside or p for p in antecedent_of(phrases, k - was, verb, words)]
        if first is not None and _tells_of_another(clause, phrases[k - 1], words) and fits(first[0], verb):
            clause.subject, clause.objects, clause.how = first, clause.objects[1:], (FOLLOWS,)
            return
        if _tells_what_did(clause, words) and not _had_done(clause, phrases):
            clause.subject, clause.how = clause.antecedent, ("subject is what the relative clause tells of",)
            return
    if clause.antecedent and _had_done(clause, phrases):
        # `أفرجوا عن سائقين كانوا قد أوقفوهم`: the pronoun is what the relative clause tells of.
        clause.antecedent = []
        inherit(number, clause, clauses, phrases)
        return
    if first is not None and first[0].person and _tells_beside(phrases[k], words) and fits(first[0], verb):
        clause.subject, clause.objects, clause.how = first, clause.objects[1:], (FOLLOWS,)
        return
    if first is not None and verb is not None and not verb.suffix and _is_honorific(first[0], words):
        clause.subject, clause.objects, clause.how = first, clause.objects[1:], (FOLLOWS,)
        return
    plural = verb is not None and verb.person in ("3mp", "3fp", "3md", "3fd")
    if verb is not None and verb.tense == "participle":
        inherit(number, clause, clauses, phrases)
        return
    if foregone := foregone_subject(clause, clauses[:number]):
        clause.subject, clause.how = foregone, ("subject stands before `أن`",)
        return
    if _says_in_it(clause, words) and (first is None or not first[0].person or _lone(clause)) and inherits(
        number, clause, clauses, phrases
    ):
        clause.how = ("subject is who issued the document",)
        return
    if first is not None and _is_met(clause, first[0]):
        inherits(number, clause, clauses, phrases)
        clause.how = (*clause.how, ON_JOURNEY)
        return
    if _by_which(clause) and (first is None or not first[0].definite) and inherits(number, clause, clauses, phrases):
        return  # `أصدر قرارات أقال بموجبها وزيرين`
    if (before_it := told_before(clause, phrases)) and fits(before_it[0], verb):
        clause.subject, clause.how = before_it, ("subject stands first",)
        return
    if told := who_he_is(clause, phrases, words):
        clause.subject, clause.how = told, ("subject is who the pronoun stands for",)
        return
    more = len(clause.objects) > 1 or clause.comp is not None
    if first is not None and more and words[first[0].inner].norm in particles().portions:
        # `ورشق بعضهم الشرطة بالحجارة`, `واعترف بعضهم بأن`
        clause.subject, clause.objects, clause.how = first, clause.objects[1:], (FOLLOWS,)
        return
    spoken_of = pronoun_subject(clause, clauses[:number], phrases)
    if first is not None and words[first[0].start - 1].norm == "عدم":
        inherits(number, clause, clauses, phrases)  # `طلب عدم ذكر اسمه`
    elif spoken_of and fits(spoken_of[0], verb):
        clause.subject, clause.how = spoken_of, ("subject is who the pronoun stands for",)
    elif first is not None and _is_done_first(clause, first[0], phrases):
        clause.subject, clause.objects = clause.objects[1], [first, *clause.objects[2:]]
        clause.how = (FOLLOWS, BEHIND_OBJECT)
    elif first is not None and _says_that(clause, first[0], phrases, words):
        clause.subject, clause.objects = first, clause.objects[1:]
        clause.how = (FOLLOWS,)
    elif first is not None and belongings(clause, first[0], phrases, words):
        # `وصادرت حاسوبه`: what belongs to somebody just told of is what is done something to.
        if len(clause.objects) > 1 and names_him(clause):
            clause.objects = clause.objects[1:]
        if not inherits(number, clause, clauses, phrases) and topic is not None and fits(topic[0], verb):
            clause.subject, clause.how = topic, ("subject stands first",)
    elif first is not None and _had_it_done(number, clause, clauses, phrases):
        return
    elif first is not None and topic is None and is_content(clause, first[0], words):
        inherits(number, clause, clauses, phrases)  # `وطلبت من السكان البقاء`
    elif first is not None and is_amount(clause, first[0], phrases, words):
        inherits(number, clause, clauses, phrases)  # `ووعد بمنح المنطقة سبعة ملايين يورو`
    elif first is not None and are_all(clause, first[0], words):
        inherits(number, clause, clauses, phrases)  # `ودعا في بيانه كل الأطراف إلى الحوار`
    elif first is not None and is_told_not_to(clause, first[0], words):
        inherits(number, clause, clauses, phrases)
    elif first is not None and (
        lacks_object(number, clause, clauses, phrases, words)
        or blames(number, clause, clauses, phrases, words)
        or _wholly_lacks(number, clause, clauses, phrases, words)
        or goes_on(number, clause, clauses, phrases, words)
        or is_told_by_pronoun(clause, phrases, words)
        or topic_goes_on(number, clause, clauses, phrases, words)
        or has_pronoun_subject(clause, first[0], phrases)
    ):
        return
    elif first is not None and (acting := acts_over_relative(clause, phrases)):
        clause.subject, clause.how = acting, ("subject stands first",)
    elif first is not None and not plural and _can_do(first[0], verb, words) and not _object_by_place(
        clause, first[0], topic
    ):
        clause.subject, clause.objects = first, clause.objects[1:]
        clause.how = (FOLLOWS,)
    elif first is not None and topic is None and acts_on_state(clause):
        clause.subject, clause.objects = clause.objects[1], [first, *clause.objects[2:]]
        clause.how = (FOLLOWS,)
    else:
        settle_without(number, clause, clauses, words, phrases, topic)


def settle_without(
    number: int, clause: Clause, clauses: Sequence[Clause], words: Sequence[Word], phrases: Sequence[Phrase],
    topic: list[Phrase] | None,
) -> None:  # fmt: skip
    """Find the subject of a verb that none of the noun phrases behind it is: before it, or with the verb before.

    `topic` is what stands first in its clause (`topic_of`).
    """
    verb, k = clause.verb, clause.index
    if (told := still_told_of(number, clause, clauses, phrases)) and fits(told[0], verb):
        clause.subject, clause.how = told, ("subject stands first",)
    elif clause.antecedent and not resumes(clause) and fits(replace(clause.antecedent[0], prep=""), verb):
        clause.subject, clause.how = clause.antecedent, ("subject is what the relative clause tells of",)
    elif topic is not None and topic[0].inside is not None and topic[0] is phrases[k - 1]:
        clause.subject, clause.how = [topic[0].inside], ("subject is what the relative clause tells of",)
    elif topic is not None and fits(topic[0], verb) and not _is_resumed(clause, topic):
        clause.subject, clause.how = topic, ("subject stands first",)
    elif (resumed := resumed_topic(clause, phrases)) and fits(resumed[0], verb) and not _is_resumed(clause, resumed):
        clause.subject, clause.how = resumed, ("subject stands first",)
    elif not is_of_others(clause, clauses[:number], phrases):
        inherit(number, clause, clauses, phrases)
        topic = topic_of(clause, phrases, words, joined=True) if not clause.subject else None
        if topic and fits(topic[0], verb) and not (verb and verb.person == "3ms" and topic[0].case == "nom"):
            clause.subject, clause.how = topic, ("subject stands first",)


def _is_resumed(clause: Clause, topic: Sequence[Phrase]) -> bool:
    """Whether a topic is what the verb's pronoun takes up, and so what it is done to (`الجماعة التي وصفها`)."""
    return bool(clause.antecedent) and topic[0] is clause.antecedent[0] and resumes(clause)


_OF_PEOPLE = word_list(__name__, "of_people")
_ON_JOURNEYS = word_list(__name__, "on_journeys")
_MASCULINE = re.compile("^(ت..ي.|ا.ت.ا.|ان..ا.|است..ا.|..اء)$")
"""The shapes of verbal nouns that are no plural: تفعيل, افتعال, انفعال, استفعال, and `لقاء`; squeezed."""


def _can_do(first: Phrase, verb: Reading | None, words: Sequence[Word]) -> bool:
    """Whether the noun phrase behind a verb can be its subject: no masculine deed of `وطلبت لقاء عاجلا` is."""
    masculine = _MASCULINE.match(words[first.inner].bare) is not None and not (first.person or first.mentions)
    if verb is not None and verb.person == "3fs" and masculine and not first.definite and not first.possessed:
        return False
    if verb is not None and verb.person == "3fs" and verb.verb.lemma == "قام" and first.person and not first.many:
        return not first.prep  # `قامت مساعد الوزير باستدعاء السفير`: a woman in office, and there is no object
    return fits(first, verb)


def _is_done_first(clause: Clause, first: Phrase, phrases: Sequence[Phrase]) -> bool:
    """Whether what is done stands between the verb and who does it (`حضر مراسم التسليم وزير الدفاع`).

    Only behind verbs of what people alone do, and where nobody is told of in what is done.
    """
    verb, behind = clause.verb, clause.objects[1][0] if len(clause.objects) > 1 else None
    if behind is None or verb is None or verb.suffix or verb.voice == "passive" or verb.verb.lemma not in _OF_PEOPLE:
        return False
    close = first.start == phrases[clause.index].end and behind.start == first.end
    alone = not (first.person or first.mentions or first.prep or behind.prep or behind.conj)
    return close and alone and behind.person and fits(replace(behind, number="sg"), verb)


def _is_met(clause: Clause, first: Phrase) -> bool:
    """Whether who stands behind `خلالها` is met or visited on the journey just told of, and goes on none himself.

    `جولة أفريقية يزور خلالها السودان وتشاد`, `زيارة يلتقي خلالها الرئيس`.
    """
    verb, during = clause.verb, [g[0] for prep in ("خلال", "اثناء") for g in clause.preps.get(prep, ())]
    if verb is None or verb.verb.lemma not in _ON_JOURNEYS or verb.suffix or len(clause.objects) != 1:
        return False
    return any(p.suffix and p.end == first.start for p in during)


def _tells_beside(verb: Phrase, words: Sequence[Word]) -> bool:
    """Whether a verb stands behind `حسبما` or `وفق ما`, where who tells follows it (`حسبما قال وزير الصحة`)."""
    before = [w.norm for w in words[max(verb.start - 2, 0) : verb.start]]
    return before[-1:] in (["حسبما"], ["وفقما"]) or (before[-1:] == ["ما"] and before[0] in ASIDES | {"علي"})


def _is_honorific(phrase: Phrase, words: Sequence[Word]) -> bool:
    """Whether a phrase is only what somebody told of is called with respect (`وهنأ معاليه الجميع`)."""
    alone = phrase.who is MentionKind.OFFICE and phrase.end == phrase.inner + 1 and not phrase.prep
    return alone and words[phrase.head].norm.endswith(("ه", "ها"))


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
    if not told.person and after.verb.lemma in _AIMED:
        return False  # `نجا النائب من تفجير كان يستهدفه`: the bomb was for him
    many = told.number in ("pl", "counted", "du")
    if after.suffix in ("هم", "هن", "هما"):
        return many
    return not (many and told.person) and (told.gender == "f" or many) is (after.suffix == "ها")


def _was_wounded(clause: Clause, phrases: Sequence[Phrase], words: Sequence[Word]) -> bool:
    """Whether a verb tells of the wounds named right before it whose they are (`متأثرا بجروح أصيب بها في الهجوم`)."""
    k, verb = clause.index, clause.verb
    at = k - 2 if k > 1 and phrases[k - 1].kind == "rel" else k - 1
    if verb is None or verb.verb.lemma != "أصاب" or at < 0 or clause.objects or phrases[at].kind != "np":
        return False
    wounds = words[phrases[at].inner].bare.startswith(_WOUNDS)
    return wounds and any(p.suffix for g in clause.preps.get("ب", ()) for p in g)


_WOUNDS = ("جروح", "جراح", "اصاب", "حروق", "كسور", "طلق", "رصاص")
"""How the nouns begin for what somebody is hurt by."""


def _was_aimed(clause: Clause, before: Sequence[Clause], phrases: Sequence[Phrase]) -> bool:
    """Whether a verb behind `كان` tells at whom the deed was aimed that `كان` tells of (`تفجير كان يستهدفه`)."""
    verb, was = clause.verb, before[-1] if before else None
    if verb is None or was is None or was.index != clause.index - 1 or not is_kana(phrases[was.index]):
        return False
    told = was.subject[:1] if was.subject is was.antecedent else []
    return bool(told) and not told[0].person and verb.verb.lemma in _AIMED and not clause.objects


_AIMED = word_list(__name__, "aimed")


def _lone(clause: Clause) -> bool:
    """Whether all that stands behind a verb that nobody uses without an object is one noun phrase: its object."""
    lemma = squeeze(clause.verb.verb.lemma) if clause.verb is not None else ""
    return lemma in particles().only_object and len(clause.objects) == 1


def _says_in_it(clause: Clause, words: Sequence[Word]) -> bool:
    """Whether a relative clause tells what is said in a document (`أصدر الجيش بيانا نفى فيه`): who issued it speaks.

    `ألقى الشيخ كلمة ثمن فيها مواقف الملك`: in words one praises as well.
    """
    told = words[clause.antecedent[0].head].bare if clause.antecedent else ""
    says = clause.says or (_lone(clause) and told in particles().statements)
    resumed = any(p.suffix for g in clause.preps.get("في", ()) for p in g)
    return says and resumed and bool(clause.antecedent) and not clause.antecedent[0].person


def _by_which(clause: Clause) -> bool:
    """Whether a relative clause tells what is done by a decree, and not what it does (`قرارات أقال بموجبها وزيرين`)."""
    return bool(clause.antecedent) and any(p.suffix for g in clause.preps.get("بموجب", ()) for p in g)


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


_SAYS_THAT = word_list(__name__, "says_that")


def _says_that(clause: Clause, first: Phrase, phrases: Sequence[Phrase], words: Sequence[Word]) -> bool:
    """Whether the noun between a verb of saying and `أن` is who says it (`وقال مكتبه إن`)."""
    if clause.verb is None or clause.comp is None or clause.verb.verb.lemma not in _SAYS_THAT:
        return False
    if first is not phrases[clause.index + 1] or first.case == "acc":
        return False
    woman = clause.verb.person == "3fs" and first.person and first.number == "sg"  # `قالت نائب الوزير إن`
    return woman or fits(first, clause.verb) or words[first.head].token.text.endswith("ه")


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
    before.sort(key=lambda c: denies and not c.says)
    for other in before:
        if any(p.kind == "stop" for p in phrases[other.index : k]):
            return False
        says = other.says
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


_THEREUPON = word_list(__name__, "thereupon")


def _tells_what_did(clause: Clause, words: Sequence[Word]) -> bool:
    """Whether the subject of a relative clause is what it tells of: no pronoun in it stands for that in another place.

    `هجوم استهدف موقعا`, `سيارة استهدفت موكبه`; but `هجوم شنه مسلحون`, `هجوم قتل فيه ثلاثة`.
    """
    if not clause.antecedent or clause.verb is None or clause.verb.suffix or not clause.objects:
        return False
    if clause.objects[0][0].possessed and clause.objects[0][0].person:
        return False  # `الحزب الذي يحاصر مقاتلوه المدينة`
    before, says = clause.antecedent[0], clause.verb.verb.says
    says = says and squeeze(clause.verb.verb.lemma) not in particles().only_object
    if says and before.end == before.inner + 1 and _needs_whom(clause, before):
        says = False  # `الحكومة، التي دعت سالم حمد إلى الحوار`: him would be in the verb
    if says and before.end == before.inner + 1 and (clause.objects[0][0].person or not before.person):
        # `ما أعلنت اللجنة` is what the committee said.
        return False
    behind = [p for groups in clause.preps.values() for group in groups for p in group]
    resumed = any(p.suffix or words[p.inner].norm in _THEREUPON for p in behind)
    return not resumed and fits(replace(clause.antecedent[0], prep=""), clause.verb)


def _needs_whom(clause: Clause, before: Phrase) -> bool:
    """Whether a verb that somebody must follow has one noun phrase behind it and tells of people or a state."""
    if clause.verb is None or clause.comp is not None or len(clause.objects) != 1 or clause.agent:
        return False
    needs = squeeze(clause.verb.verb.lemma) in particles().need_object | particles().take_people
    return needs and (before.person or before.who is MentionKind.PLACE) and clause.objects[0][0].person


def _object_by_place(clause: Clause, first: Phrase, topic: list[Phrase] | None) -> bool:
    """Whether the noun phrase after the verb is its object, because the subject stands before it or in the verb."""
    group = clause.objects[0] if clause.objects else []
    if first.case == "acc" or (first.case != "nom" and any(p.case == "acc" and p.number == "pl" for p in group)):
        return True  # `دعا شيوخ العشائر والسياسيين`
    if clause.verb is not None and clause.verb.suffix:
        # The object is the pronoun (`ما نفته قيادة الجيش`).
        return False
    return topic is not None and fits(topic[0], clause.verb) and not first.case
