"""Pronouns that stand for somebody of a sentence before: `وزودهم سكان المدينة`, `تضامنها معهم`, `ثم خطفوا سائقا`.

Only where one of those told of there agrees, or the subject that the sentence began with does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from khabar.events.draft import Draft
from khabar.events.freed import agrees
from khabar.events.held import pronoun_of_deed
from khabar.events.onlookers import looks_on
from khabar.events.scene import Scene
from khabar.records import Mention, MentionKind
from khabar.text.characters import squeeze
from khabar.text.clauses import Clause

REACH = 5
"""How many sentences back a pronoun can look."""

_FORMS = {"3ms": "ه", "3fs": "ها", "3mp": "هم", "3md": "هما", "3fd": "هما"}
"""The pronoun that agrees with the person of a verb."""


def look_back(drafts: Sequence[Draft], scenes: Sequence[Scene], known: Callable[[Mention], Mention]) -> None:
    """Give drafts whose participant is only a pronoun, or the ending of a verb, whom it stands for.

    `known` gives a mention as the resolution left it.
    """
    for draft in drafts:
        before = _before(draft, scenes)
        if not draft.recipients and (pronoun := _pronoun(draft)) and not _may_be_here(draft, pronoun):
            found = _stands_for(pronoun, before, draft.actors, known)
            if found is not None and "both" in draft.sense.frame and "visit" not in draft.modes:
                draft.actors.append(found)
            elif found is not None:
                draft.recipients = [found]
            if found is not None:
                draft.proved.append("a pronoun stands for somebody told of before")
        if not draft.actors and (pronoun := _ending(draft)) and not _may_be_here(draft, pronoun):
            found = _stands_for(pronoun, before, draft.recipients, known)
            if found is not None:
                draft.actors = [found]
                draft.proved.append("subject is told of before")
        if pronoun := _opening(draft):
            found = _who_began(pronoun, before, [*draft.actors, *draft.recipients], known)
            if found is not None and not (draft.type == "ASSAULT" and looks_on(found, draft.scene.classes)):
                draft.actors.insert(0, found)
                draft.proved.append("subject is whom the sentence before begins with")


def _before(draft: Draft, scenes: Sequence[Scene]) -> list[Scene]:
    """The sentences before a draft's, the nearest first; the headline only tells of what follows."""
    at = next(i for i, s in enumerate(scenes) if s is draft.scene)
    return [s for s in reversed(scenes[max(at - REACH, 0) : at]) if s.sentence.paragraph >= 0]


def _pronoun(draft: Draft) -> str:
    """The pronoun that stands where the draft's recipient should, or nothing."""
    if exposed := _exposed(draft):
        return exposed
    frame = draft.sense.frame
    both = [s for s in frame.get("both", ()) if s != "subj"] if len(draft.actors) < 2 else []
    for slot in (*frame.get("recipient", ()), *both):
        groups = draft.slots.get(slot, ())
        if groups:
            return "" if groups[0][0].conj else groups[0][0].suffix  # `ومعها المقاومة`
    held = pronoun_of_deed(draft)
    return held[1] if held is not None else ""


def _exposed(draft: Draft) -> str:
    """The pronoun for who a support verb says suffered what a noun names, right before it (`قالت إنه تعرض للضرب`)."""
    trigger, clause = draft.trigger, draft.trigger.clause
    if trigger.support is None or trigger.support.subject != "recipient" or clause is None or clause.verb is None:
        return ""
    if clause.subject or clause.opener != clause.index - 1 or clause.opener < 0:
        return ""
    suffix = draft.scene.phrases[clause.opener].suffix
    return suffix if suffix == _FORMS.get(clause.verb.person) else ""


def _may_be_here(draft: Draft, pronoun: str) -> bool:
    """Whether somebody or something it may stand for, and no subject of its verb, is told of before it in its sentence.

    They may stand in a genitive (`بقاء الجنود ... وأمهلتهم`).
    """
    scene, clause = draft.scene, draft.trigger.clause
    own = clause.subject if clause is not None else []
    if clause is not None and clause.antecedent and clause.subject is not clause.antecedent:
        return True  # `العدد الذي تم القبض عليهم`
    if _exposed(draft):
        return False  # the grammar has found nobody who agrees
    for phrase in scene.phrases[: draft.trigger.phrase]:
        if phrase.kind != "np" or phrase.suffix or any(phrase is p for p in own):
            continue
        if pronoun in ("ه", "ها") and (phrase.person or phrase.mentions):
            return True
        if phrase.many if phrase.person else any(_are_many(scene.mentions[n]) for n in phrase.mentions):
            return True
        if pronoun in ("ه", "ها") and phrase.gender == ("f" if pronoun == "ها" else "m"):
            return True
    return False


def _are_many(mention: Mention) -> bool:
    """Whether a mention inside a phrase may be many people (`منع الحوثيين`, `بقاء الجنود`; not `زي الشرطة`)."""
    return mention.kind is MentionKind.UNNAMED or squeeze(mention.text.split()[0]).endswith(("ين", "ون"))


def _left_out(draft: Draft) -> Clause | None:
    """The clause of an active verb whose subject stands nowhere in its sentence, or None."""
    clause = draft.trigger.clause if draft.trigger.kind == "verb" else None
    if clause is None or clause.verb is None or clause.verb.voice == "passive":
        return None
    return None if draft.passive or "subj" in draft.slots else clause


def _ending(draft: Draft) -> str:
    """The pronoun that is in the plural ending of a verb whose subject is left out, or nothing."""
    clause, frame = _left_out(draft), draft.sense.frame
    if clause is None or clause.verb is None or "subj" not in (*frame.get("actor", ()), *frame.get("both", ())):
        return ""
    return "هم" if clause.verb.person == "3mp" else ""


def _opening(draft: Draft) -> str:
    """The pronoun in the ending of a singular verb without a subject that opens its sentence, or nothing.

    `عقد الرئيس جلسة طارئة أمس. وأدان الهجوم`.
    """
    clause, frame = _left_out(draft), draft.sense.frame
    if clause is None or clause.verb is None or clause.agent:
        return ""
    both = "subj" in frame.get("both", ()) and len(draft.actors) < 2
    if not both and (draft.actors or "subj" not in frame.get("actor", ())):
        return ""
    opens = all(p.kind in ("adv", "link") for p in draft.scene.phrases[: clause.index])
    return _FORMS[clause.verb.person] if opens and clause.verb.person in ("3ms", "3fs") else ""


def _who_began(
    pronoun: str, before: Sequence[Scene], others: Sequence[Mention], known: Callable[[Mention], Mention]
) -> Mention | None:
    """The subject that the sentence before begins with, where it agrees and is none of the `others`.

    Sentences that themselves begin with a verb that leaves it out only go on about him (`وأضاف أن ... . ودعا إلى`).
    """
    scene = next((s for s in before if not _goes_on(s, pronoun)), None)
    subject = scene.clauses[0].subject if scene is not None and scene.clauses else []
    if scene is None or len(subject) != 1:
        return None
    state = pronoun == "ها" and subject[0].who is MentionKind.PLACE and scene.is_state(subject[0])
    if not (state or agrees(scene, subject[0], pronoun)):
        return None
    found = known(scene.mention(subject[0]))
    return found if _who(found) not in {_who(m) for m in others} else None


def _goes_on(scene: Scene, pronoun: str) -> bool:
    """Whether a sentence begins with an active verb that agrees with a pronoun and has no subject, or says a thing."""
    clause = scene.clauses[0] if scene.clauses else None
    if clause is None or clause.verb is None or clause.verb.voice == "passive":
        return False
    if clause.subject and (not clause.says or any(p.person or p.mentions for p in clause.subject)):
        return False
    opens = all(p.kind in ("adv", "link") for p in scene.phrases[: clause.index])
    return opens and _FORMS.get(clause.verb.person) == pronoun


def _stands_for(
    pronoun: str, before: Sequence[Scene], others: Sequence[Mention], known: Callable[[Mention], Mention]
) -> Mention | None:
    """Whom a pronoun stands for, in the nearest sentence that tells of anybody who agrees; none of the `others`."""
    taken = {_who(m) for m in others}
    for scene in before:
        agreeing = [p for p in scene.phrases if p.kind == "np" and not p.suffix and agrees(scene, p, pronoun)]
        found = {_who(m): (p, m) for p in reversed(agreeing) if _who(m := known(scene.mention(p))) not in taken}
        if len(found) == 1:
            return next(m for _, m in found.values())
        if found:
            first = scene.clauses[0].subject[:1] if scene.clauses else []
            return next((m for p, m in found.values() if any(p is s for s in first)), None)
    return None


def _who(mention: Mention) -> object:
    return mention.actor or mention.text
