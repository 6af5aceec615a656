"""Handing on: what stands behind a relative clause and is the complement or object of the verb before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from khabar.lexicon.words import word_list
from khabar.records import MentionKind
from khabar.text.agreement import fits
from khabar.text.antecedents import is_led, is_relative
from khabar.text.characters import squeeze
from khabar.text.particles import particles
from khabar.text.phrases import Phrase
from khabar.text.words import Word

if TYPE_CHECKING:
    from khabar.text.clauses import Clause


def hand_on(clause: Clause, before: Sequence[Clause], words: Sequence[Word], phrases: Sequence[Phrase]) -> None:
    """Give the `أن` behind a relative clause to the verb of saying before it (`ذكر في بيان وزعه أمس أن الجيش`)."""
    verb = clause.verb
    says = verb is not None and verb.verb.says and verb.verb.lemma not in ("تحدّث", "سمّى")
    if clause.comp is None or verb is None or says:
        return
    k = clause.index
    relative = phrases[k - 1].kind == "rel" or is_relative(phrases, k) or (k > 1 and phrases[k - 2].kind == "rel")
    relative = relative or (clause.opener >= 0 and phrases[clause.opener].kind in ("rel", "verb"))
    if not relative or phrases[k].conj:
        return
    for other in reversed(before):
        says = other.says
        if any(p.kind == "stop" for p in phrases[other.index : k]):
            return
        if says and other.comp is None:
            other.comp, clause.comp = clause.comp, None
            return


def hand_back(clause: Clause, before: Sequence[Clause], words: Sequence[Word], phrases: Sequence[Phrase]) -> None:
    """Give `النار` behind a relative clause to the verb it is part of (`أطلق مسلحون يرتدون زيا عسكريا النار على`).

    So with whom a judgement is about (`أصدرت المحكمة حكما يقضي بالسجن على المتهم`).
    """
    if before and _judges(clause, before[-1], words, phrases):
        before[-1].preps.setdefault("علي", []).extend(clause.preps.pop("علي"))
    fire = next((g for g in clause.objects if words[g[0].head].norm in ("النار", "الرصاص")), None)
    if fire is None or not before or before[-1].verb is None or clause.verb is None:
        return
    main = before[-1]
    if main.verb is None or main.verb.verb.lemma not in ("أطلق", "فتح") or clause.verb.verb.lemma in ("أطلق", "فتح"):
        return
    clause.objects.remove(fire)
    main.objects.append(fire)
    for prep, groups in list(clause.preps.items()):
        if groups[0][0].start > fire[0].start:
            main.preps.setdefault(prep, []).extend(clause.preps.pop(prep))


def _judges(clause: Clause, main: Clause, words: Sequence[Word], phrases: Sequence[Phrase]) -> bool:
    """Whether a relative clause tells to what the judgement right before it condemns somebody."""
    verb, told = clause.verb, phrases[clause.index - 1]
    if verb is None or verb.verb.lemma != "قضى" or not {"ب", "علي"} <= set(clause.preps) or not main.objects:
        return False
    told = phrases[clause.index - 2] if told.kind in ("rel", "comma") else told
    return told is main.objects[-1][-1] and words[told.head].bare.removesuffix("ا") in ("حكم", "قرار", "احكام")


def hand_back_object(
    clause: Clause, before: Sequence[Clause], words: Sequence[Word], phrases: Sequence[Phrase]
) -> None:
    """Give what follows a relative clause whose verb has its object already to the verb before it that lacks one.

    `نفى التحالف الذي تقوده السعودية أي ضلوع في الغارات`.
    """
    if not before or clause.verb is None:
        return
    main, opener = before[-1], clause.opener
    if _told_aside(clause, main, phrases) or _has_two(clause, main, phrases):
        main.objects.append(clause.objects.pop())
        main.stop = clause.stop
        return
    if (due := _due(clause, main, words, phrases)) is not None:
        del clause.objects[due + 1 :]
        _give_back(clause, main)
        return
    if (late := _behind_comma(clause, main, phrases)) is not None:
        main.objects.append([late])
        return
    if _is_backed(clause, main, phrases):
        _end_aside(clause, main)
        return
    if not clause.verb.suffix or len(clause.objects) < 2:
        return
    if main.verb is None or squeeze(main.verb.verb.lemma) not in particles().need_object or len(main.objects) != 1:
        return
    if opener < 0 or phrases[opener].kind != "rel" or phrases[opener - 1] is not main.objects[0][-1]:
        return
    _give_back(clause, main)


def _is_backed(clause: Clause, main: Clause, phrases: Sequence[Phrase]) -> bool:
    """Whether a relative clause only says who leads or backs somebody told right before it (`الذي تقوده السعودية`)."""
    verb, opener = clause.verb, clause.opener
    if verb is None or not verb.suffix or main.verb is None or squeeze(verb.verb.lemma) not in particles().backing:
        return False
    told = [g[-1] for g in main.objects]
    if not phrases[clause.index].conj and any(p is phrases[clause.index - 1] and not p.definite for p in told):
        return verb.suffix in ("هم", "ها", "ه")  # `مقاتلون تدعمهم غارات`
    return opener > 0 and phrases[opener].kind == "rel" and any(p is phrases[opener - 1] for p in told)


def _end_aside(clause: Clause, main: Clause) -> None:
    """Give what stands behind who leads or backs a force to the verb before.

    `شن التحالف الذي تقوده السعودية غارات`, `اتهمت الجماعة التحالف الذي تقوده السعودية بقصف مستشفى`.
    """
    if len(clause.objects) > 1 and len(main.objects) == 1 and main.verb is not None and not main.verb.suffix:
        del clause.objects[2:]
        _give_back(clause, main)
    elif len(main.objects) == 1 and len(clause.objects) == 1 and _takes_what_follows(clause, main):
        for prep in [p for p in clause.preps if p in _WHITHER]:
            main.preps.setdefault(prep, []).extend(clause.preps.pop(prep))
        main.stop = clause.stop
    elif len(main.objects) == 2 and "ب" in clause.preps and "ب" not in main.preps:
        main.preps["ب"] = clause.preps.pop("ب")
        main.stop = clause.stop


_WHITHER = ("علي", "من", "الي")
"""Prepositions of a deed that leading and backing do not take."""


def _takes_what_follows(clause: Clause, main: Clause) -> bool:
    """Whether a deed told before takes what stands behind who backs its doer (`سيطر مسلحون تدعمهم تركيا على بلدة`)."""
    verb = main.verb
    return verb is not None and set(verb.verb.kind.split()) == {"event"} and not set(_WHITHER) & set(main.preps)


def pass_over_backer(number: int, clause: Clause, clauses: Sequence[Clause]) -> None:
    """Give a verb behind who leads a force the subject told before (`غارات شنها التحالف الذي تقوده الرياض قتلت`)."""
    if clause.how != ("subject of the verb before",) or number < 2 or not is_led(clauses[number - 1]):
        return
    before = clauses[number - 2]
    told = before.antecedent or before.subject
    clause.subject = told if told and fits(replace(told[0], prep=""), clause.verb) else []
    clause.how = ("subject stands first",) if clause.subject else ()


def _give_back(clause: Clause, main: Clause) -> None:
    """Give the last object of a relative clause, and what stands behind it, to the verb before."""
    main.objects.append(clause.objects.pop())
    start = main.objects[-1][0].start
    for prep, groups in list(clause.preps.items()):
        if later := [g for g in groups if g[0].start > start]:
            main.preps.setdefault(prep, []).extend(later)
            clause.preps[prep] = [g for g in groups if g[0].start < start]
            if not clause.preps[prep]:
                del clause.preps[prep]
    if main.comp is None:
        main.comp, clause.comp = clause.comp, None
    main.stop = clause.stop


def _due(clause: Clause, main: Clause, words: Sequence[Word], phrases: Sequence[Phrase]) -> int | None:
    """Which object of a relative clause is whom the verb before it asks or accuses, what for following, or None.

    `اتهمت الشركة التي يوجد مقرها في بنغازي الحكومة بأنها`, `طالبت الهيئة خلال ندوة انعقدت اليوم النيابة بالتحقيق`.
    """
    k, verb, inner = clause.index, main.verb, clause.verb
    if verb is None or inner is None or verb.suffix or phrases[k].conj or len(main.objects) != 1:
        return None
    relative = phrases[k - 1].kind == "rel" or is_relative(phrases, k)
    if not relative or squeeze(verb.verb.lemma) not in particles().need_object:
        return None
    # A verb that takes no object has but its subject behind it, or none where that stands before.
    first = 0 if inner.verb.pattern == "انفعل" else 1 if inner.verb.kind == "plain" else len(clause.objects)
    first = 0 if _tells_of_document(clause, words, phrases) else first
    return next((n for n in range(first, len(clause.objects)) if _is_asked(clause.objects[n][0], phrases)), None)


def _tells_of_document(clause: Clause, words: Sequence[Word], phrases: Sequence[Phrase]) -> bool:
    """Whether a verb only tells how words were made known, and has no subject behind it.

    `اتهم الرئيس في مقابلة بثت أمس نظيره بأنه`, `دعا الوزير في كلمة ألقاها أمس الأحزاب إلى`; but `في بيان نشرته الحركة`.
    """
    verb, told = clause.verb, phrases[clause.index - 1]
    if verb is None or not clause.objects or squeeze(verb.verb.lemma) not in particles().issuing:
        return False
    document = told.kind == "np" and told.prep in ("في", "خلال") and words[told.head].bare in particles().statements
    first = clause.objects[0][0]
    return document and (first.start > phrases[clause.index].end or not fits(first, verb))


def _is_asked(phrase: Phrase, phrases: Sequence[Phrase]) -> bool:
    """Whether somebody definite stands right before what he is asked for or accused of."""
    at = next((i for i, p in enumerate(phrases) if p is phrase), len(phrases))
    after = next((p for p in phrases[at + 1 :] if p.kind != "adv"), None)
    prep = after is not None and after.prep in ("ب", "الي", "علي") and not after.suffix
    told = prep or (after is not None and after.kind == "comp")
    somebody = (phrase.person or phrase.who is MentionKind.PLACE) and phrase.definite
    return told and somebody and (phrase.named or not phrase.possessed)


def _behind_comma(clause: Clause, main: Clause, phrases: Sequence[Phrase]) -> Phrase | None:
    """Whom a deed was done to, in number, behind a relative clause about its subject and a comma, or None.

    `اعتقلت الحركة التي تحكم المدينة منذ عام، عشرات من الناشطين`.
    """
    verb, j = main.verb, clause.stop
    if verb is None or verb.suffix or "event" not in verb.verb.kind.split() or len(main.objects) != 1 or main.comp:
        return None
    rel, told = phrases[clause.index - 1], main.objects[0][-1]
    did = rel.kind == "rel" and phrases[clause.index - 2] is told and told.person and told.definite
    if not did or j + 1 >= len(phrases) or phrases[j].kind != "comma":
        return None
    here = phrases[j + 1]
    verbs = any(p.kind == "verb" for p in phrases[j + 2 : j + 4])
    done = here.kind == "np" and here.person and here.number == "counted" and not (here.prep or here.conj or verbs)
    return here if done and here.case != "nom" else None


_GIVING = word_list(__name__, "giving")


def _has_two(clause: Clause, main: Clause, phrases: Sequence[Phrase]) -> bool:
    """Whether a relative clause about who did a deed has its object, and another stands behind it.

    `اعتقلت الشرطة التي تلاحق المهربين ثلاثة رجال`, `رفض الحزب الذي يقود المعارضة دعوة الرئيس`.
    """
    k, verb, inner, groups = clause.index, main.verb, clause.verb, clause.objects
    if verb is None or inner is None or verb.suffix or inner.suffix or main.comp or len(main.objects) != 1:
        return False
    rel = phrases[k - 1]
    if rel.kind != "rel" or phrases[k - 2] is not main.objects[0][-1] or len(groups) != 2:
        return False
    if inner.verb.lemma in _GIVING:
        return False
    does = "event" in verb.verb.kind.split() or squeeze(verb.verb.lemma) in particles().need_object
    told, done = groups[0][-1], groups[1][0]
    apart = told.definite and not done.conj and done.case != "nom" and not done.untitled and not told.untitled
    return does and apart and main.objects[0][-1].person and inner.tense != "participle"


def _told_aside(clause: Clause, main: Clause, phrases: Sequence[Phrase]) -> bool:
    """Whether a relative clause that only tells who did it stands before the object of the deed.

    `قتل مسلحون يشتبه في انتمائهم إلى التنظيم 14 قرويا`, `خطف مسلحون يستقلون سيارة مهندسا`.
    """
    k, verb = clause.index, main.verb
    if verb is None or clause.verb is None or "event" not in verb.verb.kind.split() or verb.suffix or main.comp:
        return False
    if len(main.objects) != 1 or not clause.objects or phrases[k].conj or phrases[k - 1] is not main.objects[0][-1]:
        return False
    did, done = main.objects[0][-1], clause.objects[-1][0]
    wanted = 1 if clause.verb.verb.lemma in ("اشتبه", "اعتقد", "رجّح") else 2
    plain = not done.conj and done.person and done.case != "nom" and not clause.verb.suffix
    return did.person and not did.definite and plain and len(clause.objects) >= wanted
