"""Handing on: what stands behind a relative clause and is the complement or object of the verb before it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from khabar.text.antecedents import is_relative
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


def hand_back(clause: Clause, before: Sequence[Clause], words: Sequence[Word]) -> None:
    """Give `النار` behind a relative clause to the verb it is part of (`أطلق مسلحون يرتدون زيا عسكريا النار على`)."""
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


def hand_back_object(clause: Clause, before: Sequence[Clause], phrases: Sequence[Phrase]) -> None:
    """Give what follows a relative clause whose verb has its object already to the verb before it that lacks one.

    `نفى التحالف الذي تقوده السعودية أي ضلوع في الغارات`.
    """
    if not before or clause.verb is None:
        return
    main, opener = before[-1], clause.opener
    if _told_aside(clause, main, phrases):
        main.objects.append(clause.objects.pop())
        main.stop = clause.stop
        return
    if not clause.verb.suffix or len(clause.objects) < 2:
        return
    if main.verb is None or squeeze(main.verb.verb.lemma) not in particles().need_object or len(main.objects) != 1:
        return
    if opener < 0 or phrases[opener].kind != "rel" or phrases[opener - 1] is not main.objects[0][-1]:
        return
    main.objects.append(clause.objects.pop())
    for prep, groups in list(clause.preps.items()):
        if groups[0][0].start > main.objects[-1][0].start:
            main.preps.setdefault(prep, []).extend(clause.preps.pop(prep))
    main.stop = clause.stop


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
