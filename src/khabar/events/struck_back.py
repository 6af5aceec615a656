"""Who did a deed and is then struck himself, by a pronoun (`طعن شاب شرطيا فقتلته القوات`).

The pronoun is taken for the nearest that agrees, which is the one who was hit; those who strike back are of his side.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.events.draft import Draft
from khabar.events.nearby import Somebody
from khabar.events.scene import Scene
from khabar.lexicon.words import word_list
from khabar.records import MentionKind
from khabar.text.clauses import Clause
from khabar.text.phrases import Phrase
from khabar.text.subjects import FOLLOWS

_THEN = word_list(__name__, "then")
_FORCES = frozenset({"MIL", "COP"})
_BACK = "who did the deed before is struck"
_REACH = 3
"""How many verbs behind the deed those may stand with which he is struck."""


def strike_back(drafts: Sequence[Draft]) -> None:
    """Give drafts of one sentence whose pronoun means who did the deed before them, and those who strike him."""
    for deed in drafts:
        doer = _doer(deed)
        if doer is None:
            continue
        back: list[Clause] = []
        for later in [c for c in deed.scene.clauses if c.index > deed.trigger.phrase][:_REACH]:
            if _strikes(deed, doer, later, back):
                back.append(later)
        for draft in drafts:
            clause = draft.trigger.clause
            if draft is not deed and clause is not None and any(clause is c for c in back):
                _settle(draft, deed, doer, back[0])


def _doer(deed: Draft) -> Phrase | None:
    """The one who did a deed that a verb tells of, and who stands right behind it, or None."""
    clause = deed.trigger.clause
    if deed.type != "ASSAULT" or deed.trigger.kind != "verb" or deed.passive or clause is None or clause.antecedent:
        return None
    if len(clause.subject) != 1 or len(deed.actors) != 1 or FOLLOWS not in clause.how:
        return None
    phrase = clause.subject[0]
    body = _FORCES & set(deed.actors[0].sectors) and phrase.definite
    return None if body or phrase.who is MentionKind.PLACE else phrase


def _strikes(deed: Draft, doer: Phrase, clause: Clause, back: Sequence[Clause]) -> bool:
    """Whether a clause joined to a deed says that others strike who did it."""
    scene, verb = deed.scene, clause.verb
    own = scene.phrases[clause.index]
    if verb is None or verb.tense != "past" or clause.antecedent or not _agrees(_pronoun(clause), doer):
        return False
    if back and own.conj and any(p is q for p in clause.subject for q in back[0].subject):
        return True
    if back and own.conj and back[0].verb is not None and verb.person == back[0].verb.person:
        return FOLLOWS not in clause.how
    if not own.conj and scene.words[own.start - 1].norm not in _THEN:
        return False
    if verb.person in ("3mp", "3md"):
        return not doer.many and doer.number != "du" and _were_hit(deed, verb.person)
    if FOLLOWS not in clause.how or len(clause.subject) != 1 or clause.subject[0] is doer:
        return False
    striker = clause.subject[0]
    return striker.possessed or bool(_FORCES & set(scene.mention(striker).sectors))


def _pronoun(clause: Clause) -> str:
    """The pronoun of those whom a verb hits, or nothing."""
    if clause.verb is not None and clause.verb.suffix:
        return clause.verb.suffix
    return next((g[0].suffix for g in clause.preps.get("علي", ()) if g[0].suffix), "")


def _agrees(pronoun: str, doer: Phrase) -> bool:
    if doer.number == "du":
        return pronoun == "هما"
    return pronoun == ("هم" if doer.many else "ها" if doer.gender == "f" else "ه")


def _were_hit(deed: Draft, person: str) -> bool:
    """Whether those whom a deed hit are as many as a verb tells of (`صدم سائق جنودا فقتلوه`)."""
    clause = deed.trigger.clause
    hit = clause.objects[0][0] if clause is not None and clause.objects else None
    return hit is not None and (hit.number == "du" if person == "3md" else hit.many)


def _settle(draft: Draft, deed: Draft, doer: Phrase, first: Clause) -> None:
    """Give a draft who did the deed before it as whom it hits, and those who strike him."""
    scene = draft.scene
    if draft.type != "ASSAULT" and "arrest" not in draft.modes:
        return
    draft.recipients = list(deed.actors)
    if first.verb is not None and first.verb.person in ("3mp", "3md"):
        clause = deed.trigger.clause
        draft.actors = [scene.mention(clause.objects[0][0])] if clause is not None else []
    else:
        draft.actors = [scene.mention(p) for p in first.subject]
    draft.settled |= {m.span for m in (*draft.actors, *draft.recipients)}
    draft.proved.append(_BACK)


def is_struck_back(deed: Draft, back: Draft) -> bool:
    """Whether a draft tells how those are struck who did a deed before it."""
    if deed is back or deed.scene is not back.scene or _BACK not in back.proved or deed.span.start > back.span.start:
        return False
    return not any(m.span == n.span for m in deed.actors for n in back.actors)


def only_strikes(deed: Draft, somebody: Somebody) -> bool:
    """Whether somebody only strikes those who did a deed before, and has not met it (`وقتلت القوات اثنين منهم`)."""
    phrase, scene = somebody.phrase, deed.scene
    if deed.type != "ASSAULT" or deed.trigger.kind != "verb" or phrase is None:
        return False
    later = (c for c in scene.clauses if c.index > deed.trigger.phrase and scene.phrases[c.index].conj)
    return any(any(p is phrase for p in c.subject) and (_pronoun(c) or _some_of_them(scene, c)) for c in later)


def _some_of_them(scene: Scene, clause: Clause) -> bool:
    """Whether a verb hits some of those told of (`اثنين منهم`)."""
    return bool(clause.objects) and any(g[0].suffix in ("هم", "هما") for g in clause.preps.get("من", ()))


def name_nobody_of_themselves(drafts: Sequence[Draft]) -> None:
    """Take from a verb those of whom it hits some: nobody kills three of themselves.

    `هاجم مسلحون نقطة تفتيش، فرد الجنود وقتلوا ثلاثة منهم`: those of a force told of between the two have done it.
    """
    for draft in drafts:
        clause, scene = draft.trigger.clause, draft.scene
        if draft.type != "ASSAULT" or draft.trigger.kind != "verb" or clause is None:
            continue
        if not _some_of_them(scene, clause):
            continue
        if FOLLOWS in clause.how or not scene.phrases[clause.index].conj or not clause.subject:
            continue
        first = clause.subject[0]
        between = [p for p in scene.phrases[: clause.index] if p.kind == "np" and p.start > first.end and not p.prep]
        others = [p for p in between if p.person and p.definite and p.many and _FORCES & set(scene.mention(p).sectors)]
        if others:
            draft.actors = [scene.mention(others[-1])]
            draft.settled |= {m.span for m in draft.actors}
            draft.proved.append(_BACK)

