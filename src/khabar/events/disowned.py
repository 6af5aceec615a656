"""Nouns that somebody denies by name (`نفت الوزارة إجراء محادثات مع المتمردين`): specific by being denied."""

from __future__ import annotations

from itertools import pairwise

from khabar.events.able import can_speak
from khabar.events.draft import Draft
from khabar.events.lexicon import noun_keys
from khabar.events.moods import moods
from khabar.events.of_accused import accused_of
from khabar.events.scene import Scene
from khabar.events.trigger import ABOUT, Trigger
from khabar.events.types import FORCE, NEEDS_SOMEBODY
from khabar.events.undertaken import denier, denies
from khabar.lexicon.words import word_list
from khabar.records import Auxiliary, MentionKind
from khabar.text.characters import squeeze
from khabar.text.clauses import Clause
from khabar.text.nouns import possessed
from khabar.text.phrases import Phrase
from khabar.text.untrue import is_untrue
from khabar.text.verbs import Reading

_APART = word_list(__name__, "apart")
_BODIES = frozenset({MentionKind.GROUP, MentionKind.PLACE})


_OF_WHAT = frozenset({*ABOUT, "ب"})
"""Where a noun stands that says what somebody has told."""


def is_denied(draft: Draft) -> bool:
    """Whether an event noun is what the verb of its clause denies, or what somebody has told that is denied.

    `نفت الوزارة قصف القرية`, `نفت الوزارة ما نشرته الصحيفة عن قصف القرية`, `لا صحة للأنباء عن قصف القرية`.
    """
    trigger = draft.trigger
    if trigger.kind == "noun" and in_untrue_report(draft.scene, trigger):
        return True
    verb = trigger.clause.verb if trigger.clause is not None else None
    if trigger.kind == "noun" and trigger.clause is not None and trigger.slot in _OF_WHAT:
        verb = _denier_of_telling(draft.scene, trigger.clause) or verb
    if trigger.kind != "noun" or verb is None or trigger.slot in _APART:
        return False
    return squeeze(verb.verb.lemma) in moods().verbs["negation"] and not draft.scene.phrases[trigger.phrase].conj


def is_claim(draft: Draft) -> bool:
    """Whether a sound draft tells what somebody denies by name, with somebody who takes part."""
    named = not draft.doubts and "self" not in draft.sense.slots  # `نفت علاقتها بالموقوفين`
    return named and bool(draft.actors or draft.recipients) and is_denied(draft)


def in_untrue_report(scene: Scene, trigger: Trigger) -> bool:
    """Whether a noun is the matter of a report that is called untrue.

    `لا صحة لأنباء قصف القرية`, `عدم صحة ما نشر عن قصف القرية`, `أن الأنباء عن قصف القرية عارية عن الصحة`.
    """
    if is_behind_denial(scene, trigger) or is_without_truth(scene, trigger):
        return True
    report = _report_of(scene, trigger)
    if report is None:
        return False
    before = [w.norm for w in scene.words[max(report - _NEAR, 0) : report]]
    if any(pair in _UNTRUE for pair in pairwise(before)):
        return True
    behind = scene.words[trigger.words[-1] + 1 :]
    end = next((n for n, w in enumerate(behind) if w.kind in ("punct", "comp")), len(behind))
    told = [w for w in behind[:end] if w.kind == "verb"]
    return not told and is_untrue(behind[:end], scene.classes)


def is_behind_denial(scene: Scene, trigger: Trigger) -> bool:
    """Whether a noun is what a noun of denial right before it denies, with who denies in it.

    `جددت أنقرة نفيها قصف القرية`, `رغم نفي دمشق استهداف المستشفى`, `نفيه القاطع لاعتقال الصحفي`.
    """
    phrase, before = scene.phrases[trigger.phrase], scene.phrases[max(trigger.phrase - 1, 0)]
    beside = before.kind == "np" and before.end == phrase.start and not phrase.conj and phrase.prep in ("", "ل")
    if not beside or trigger.words[0] != phrase.inner or before.end == before.start:
        return False
    noun = scene.words[before.inner]
    if {*noun_keys(noun.bare)}.isdisjoint(scene.classes["denying"]) or scene.words[before.start].norm in _WITHOUT:
        return False
    return before.possessed or possessed(noun) or before.end > before.inner + 1


def is_without_truth(scene: Scene, trigger: Trigger) -> bool:
    """Whether a noun is what there is no truth in (`لا صحة لاعتقال النائب`, `لا صحة إطلاقا لطرد السفير`)."""
    phrase = scene.phrases[trigger.phrase]
    if phrase.prep != "ل" or phrase.conj or trigger.words[0] != phrase.inner:
        return False
    before = [w.norm for w in scene.words[max(phrase.start - _NEAR - 1, 0) : phrase.start]]
    return any(f" {words} " in f" {' '.join(before)} " for words in _NO_TRUTH)


_NO_TRUTH = word_list(__name__, "no_truth")
_WITHOUT = word_list(__name__, "without")
_NEAR = 4
"""How many words before a report say that there is no truth in it (`لا صحة على الإطلاق لما نشر`)."""
_UNTRUE = frozenset({("لا", "صحه"), ("عدم", "صحه"), ("من", "صحه"), ("عدم", "دقه"), ("لا", "اساس")}) | frozenset(
    {("ليس", "صحيحا"), ("غير", "صحيح")}
)


def _report_of(scene: Scene, trigger: Trigger) -> int | None:
    """The word for a report (`الأنباء`, `ما`) whose genitive a noun is, or that is about it, or None."""
    first, phrase = trigger.words[0], scene.phrases[trigger.phrase]
    if phrase.conj or first - phrase.inner > 2:
        return None
    for word in reversed(scene.words[max(first - _LONG, 0) : first]):
        if word.kind in ("punct", "comp"):
            return None
        if word.norm in _WHAT or word.bare in scene.classes["hearsay"]:
            genitive = word.index == first - 1 and not word.definite
            return word.index if genitive or phrase.prep in _OF_WHAT else None
    return None


_LONG = 12
"""How many words may part a report from what it is about (`ما تداولته بعض المواقع أمس بشأن قصف القرية`)."""
_WHAT = word_list(__name__, "what")


def _denier_of_telling(scene: Scene, clause: Clause) -> Reading | None:
    """The verb of whoever denies what a relative clause says that somebody has told, or None."""
    told = clause.antecedent[0] if clause.antecedent else None
    word = scene.words[told.inner] if told is not None else None
    if word is None or not (word.norm == "ما" or word.bare in scene.classes["hearsay"]):
        return None
    over = [c for c in scene.clauses if any(p is told for group in c.objects for p in group)]
    return next((c.verb for c in over if c is not clause), None)


def is_denied_deed(draft: Draft) -> bool:
    """Whether a denied noun tells of something specific: the denier counts as one of those it takes."""
    enough = draft.type not in NEEDS_SOMEBODY or bool(draft.actors or draft.recipients)
    return enough and is_denied(draft)


_CHARGES = word_list(__name__, "charges")


def lend_accused(draft: Draft) -> None:
    """Make who denies or refuses a charge the one accused (`رفضت الوزارة الاتهامات`, `نفت موسكو اتهامات كييف`)."""
    trigger, scene = draft.trigger, draft.scene
    clause = trigger.clause
    if draft.type != "ACCUSE" or trigger.kind != "noun" or trigger.slot != "obj" or clause is None:
        return
    if scene.words[trigger.words[0]].bare not in _CHARGES:
        return
    content = next((p for p in scene.phrases[trigger.phrase + 1 :] if p.prep == "ب"), None)
    if content is not None:  # `اتهامات جوبا بدعم المتمردين`, `بتقديم السلاح لهم`: who gets help is not accused
        draft.recipients = [m for m in draft.recipients if m.span.start < scene.span(content).start]
    if draft.recipients:
        return
    rejecting = draft.actors and clause.subject and _rejects(clause)
    accused = denier(scene, clause) or (clause.subject[0] if rejecting else None)
    if accused is not None and all(not m.span.overlaps(scene.span(accused)) for m in draft.actors):
        draft.recipients = [scene.mention(accused)]
        draft.proved.append("who denies a charge is accused")


def lend_charged(draft: Draft) -> None:
    """Make who meets a charge the doer of the deed it names (`وصفت موسكو اتهامات كييف بقصف المستشفى بأنها كاذبة`)."""
    clause, scene, k = draft.trigger.clause, draft.scene, draft.trigger.phrase
    if draft.type not in FORCE or draft.trigger.kind != "noun" or clause is None:
        return
    accused = accused_of(scene, scene.phrases[k]) if scene.phrases[k].inner == draft.trigger.words[0] else None
    if accused is not None:
        draft.actors = [accused]
        draft.settled.add(accused.span)
        draft.auxiliary = [a for a in draft.auxiliary if a is not Auxiliary.HYPOTHETICAL]  # `أمر بحبس المتهم بقتل`
        draft.proved.append("who is accused of it is meant to have done it")
    if draft.actors:
        return
    charge = scene.phrases[k - 1] if k > 0 and scene.phrases[k].prep == "ب" else None
    named = charge is not None and any(w.bare in _CHARGES for w in scene.words[charge.start : charge.end])
    if named and clause.subject and _meets(clause):
        draft.actors = [scene.mention(clause.subject[0])]
        draft.proved.append("who meets a charge is meant to have done it")


def who_meets_charge(draft: Draft) -> Phrase | None:
    """Who denies, refuses or answers the charge that a noun names, and so has not made it.

    `نفى الوزير هذه الاتهامات`, `وصفت الوزارة الاتهامات بأنها باطلة`.
    """
    clause = draft.trigger.clause
    if draft.type != "ACCUSE" or draft.trigger.kind != "noun" or clause is None or clause.verb is None:
        return None
    return clause.subject[0] if clause.subject and _meets(clause) else None


def _meets(clause: Clause) -> bool:
    return denies(clause) or _rejects(clause)


def _rejects(clause: Clause) -> bool:
    return clause.verb is not None and clause.verb.verb.lemma in _MEETS


_MEETS = word_list(__name__, "meets")


def _is_own_deed(draft: Draft) -> bool:
    """Whether a body denies what it is said to have given or sent: the noun names nobody else who did it.

    `نفت وزارة الدفاع الإيرانية تزويد روسيا بطائرات`.
    """
    named = draft.trigger.kind == "noun" and draft.type in _GIVEN and bool(draft.recipients) and not draft.actors
    return named and draft.trigger.slot == "obj" and not draft.trigger.pronoun and is_denied(draft)


def _is_help_denied(draft: Draft) -> bool:
    """Whether what somebody denies is help for those whom a pronoun means (`كيغالي تنفي دعمهم`)."""
    helps = draft.trigger.kind == "noun" and draft.type in ("AID", "SUPPORT") and draft.trigger.pronoun
    return helps and draft.trigger.slot == "obj" and is_denied(draft)


_GIVEN = frozenset({"AID", "COOPERATE"})


def _accused_of_it(draft: Draft) -> Phrase | None:
    """Who denies what he is said to have done himself, or None.

    He is told of only as accused or held, denies by `أنكر` and holds no office, or is a state that has expelled people.

    `نفى المتهمون تفجير خط الغاز`, `أنكر الحارس ضرب السجين`; but `نفى الوزير اعتقال الصحفي`.
    """
    clause, scene, trigger = draft.trigger.clause, draft.scene, draft.trigger
    expels = "deport" in draft.modes and clause is not None and denier(scene, clause) is not None
    noun = trigger.kind == "noun" and (draft.type == "ASSAULT" or expels) and not draft.actors and not trigger.pronoun
    noun = noun and not any(g[0].suffix for g in draft.slots.get("ل", ()))  # `نفى المتهم ضرب الشرطة له`
    if clause is None or clause.verb is None or not clause.subject or not noun or trigger.slot != "obj":
        return None
    subject = clause.subject[0]
    mention = scene.mention(subject)
    accused = scene.words[subject.inner].bare in _ACCUSED
    own = clause.verb.verb.lemma == "أنكر" and subject.person and not {"GOV", "LGL", "JUD"} & set(mention.sectors)
    own = own and mention.kind is MentionKind.UNNAMED
    if not is_denied(draft) or not (accused or own or expels):
        return None
    return subject if all(not m.span.overlaps(mention.span) for m in draft.recipients) else None


_ACCUSED = word_list(__name__, "accused")


def _denies_asking(draft: Draft) -> bool:
    """Whether somebody denies to have asked for a thing; he is made the one who asks, those behind `من` the asked.

    `تنفي القاهرة طلب قرض من صندوق النقد`; but `نفى الوزير طلب النقابة`, who asked.
    """
    clause, scene, trigger = draft.trigger.clause, draft.scene, draft.trigger
    if draft.type != "REQUEST" or trigger.kind != "noun" or trigger.slot != "obj" or clause is None:
        return False
    word, gen = scene.words[trigger.words[0]], draft.slots.get("gen", [[]])[0]
    theirs = any(p.person or p.who in _BODIES for p in gen[:1]) or trigger.pronoun or word.definite
    verb = clause.verb
    if theirs or verb is None or squeeze(verb.verb.lemma) not in moods().verbs["negation"] or not clause.subject:
        return False
    if scene.phrases[clause.index].negated:
        return False
    own, asked = scene.mention(clause.subject[0]), draft.slots.get("من", [])[:1]
    draft.actors, draft.recipients = [own], [scene.mention(p) for g in asked for p in g[:1] if p.person or p.who]
    draft.settled |= {m.span for m in (*draft.actors, *draft.recipients)}
    draft.proved.append("who denies is meant to have asked")
    return True


def lend_denier(draft: Draft) -> None:
    """Make a body that denies talks with another one side of them (`نفى الحزب عقد أي لقاء مع المبعوث`).

    What it denies to have given is its own deed, and so is what the accused denies.
    """
    clause, scene = draft.trigger.clause, draft.scene
    if _denies_asking(draft):
        return
    if (accused := _accused_of_it(draft)) is not None:
        draft.actors = [scene.mention(accused)]
        draft.settled |= {m.span for m in draft.actors}
        draft.proved.append("who denies is meant to have done it")
        return
    if clause is not None and _is_help_denied(draft) and (helper := denier(scene, clause)) is not None:
        draft.actors = [scene.mention(helper)]
        draft.recipients = [m for m in draft.recipients if m.span != draft.actors[0].span]
        draft.settled.add(draft.actors[0].span)
        draft.proved.append("who denies is meant to have done it")
        return
    if clause is not None and _is_own_deed(draft) and (giver := denier(scene, clause)) is not None:
        own = scene.mention(giver)
        if all(own.span != m.span for m in draft.recipients):
            draft.actors = [own]
            draft.proved.append("who denies is meant to have done it")
        return
    if clause is None or not is_denied(draft) or "both" not in draft.sense.frame or "مع" not in draft.slots:
        return
    subject = clause.subject[0] if clause.subject else None
    if subject is None or len(draft.actors) != 1 or not can_speak(scene, subject):
        return
    own = scene.mention(subject)
    spokesman = {*noun_keys(scene.words[subject.inner].bare)} & {"متحدث", "ناطق", "مصدر", "مسؤول"}
    if own.kind in _BODIES and not spokesman and own.span != draft.actors[0].span:
        draft.actors = [own, *draft.actors]
        draft.proved.append("who denies is the other side")
