"""Two who judge one thing, the second by a pronoun (`رحبت واشنطن بالقرار ونددت به موسكو`): neither judges the other."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.events.draft import Draft
from khabar.events.nearby import Somebody
from khabar.events.scene import Scene
from khabar.text.clauses import Clause
from khabar.text.phrases import Phrase
from khabar.text.subjects import FOLLOWS

_JUDGE = frozenset({"SUPPORT", "ACCUSE", "REJECT"})


def only_judges_too(draft: Draft, somebody: Somebody) -> bool:
    """Whether somebody only judges the same thing in another clause, so that no judgement is on him."""
    clause, phrase, scene = draft.trigger.clause, somebody.phrase, draft.scene
    if draft.type not in _JUDGE or draft.trigger.kind != "verb" or clause is None or phrase is None:
        return False
    for other in scene.clauses:
        if other is clause or not any(p is phrase for p in other.subject):
            continue
        first, second = (clause, other) if clause.index < other.index else (other, clause)
        if _takes_up(first, second, scene):
            return True
    return False


def part_judges(drafts: Sequence[Draft]) -> None:
    """Take from judgements of one thing those who judge it too, for whom the pronoun was taken."""
    for draft in drafts:
        clause, scene = draft.trigger.clause, draft.scene
        if draft.type not in _JUDGE or draft.trigger.kind != "verb" or clause is None:
            continue
        before = [c for c in scene.clauses if c.index < clause.index and _takes_up(c, clause, scene)]
        judges = [scene.span(p) for c in before for p in c.subject]
        draft.recipients = [m for m in draft.recipients if not any(m.span.overlaps(s) for s in judges)]


def _takes_up(first: Clause, second: Clause, scene: Scene) -> bool:
    """Whether a clause with a subject of its own takes up by a pronoun the thing that the one before is about."""
    own, before = scene.phrases[second.index], scene.phrases[max(second.opener, 0)]
    joined = own.conj or (second.opener >= 0 and before.kind == "link")
    if not joined or FOLLOWS not in second.how or second.verb is None:
        return False
    pronouns = [p.suffix for groups in second.preps.values() for g in groups for p in g[:1] if p.suffix]
    things = [g[0] for prep in ("ب", "علي") for g in first.preps.get(prep, ())] + [g[0] for g in first.objects[:1]]
    return any(_agrees(thing, pronoun) for thing in things for pronoun in pronouns)


def _agrees(thing: Phrase, pronoun: str) -> bool:
    """Whether a pronoun may stand for a thing (`بالقرار`: `به`)."""
    if thing.person or thing.mentions or thing.suffix:
        return False
    return pronoun == ("ها" if thing.gender == "f" or thing.number == "pl" else "ه")
