"""Two who judge one thing, the second by a pronoun (`رحبت واشنطن بالقرار ونددت به موسكو`): neither judges the other."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.events.draft import Draft
from khabar.events.nearby import Somebody
from khabar.events.sameness import same_mention
from khabar.events.scene import Scene
from khabar.events.types import JUDGING
from khabar.text.clauses import Clause
from khabar.text.phrases import Phrase
from khabar.text.subjects import FOLLOWS


def only_judges_too(draft: Draft, somebody: Somebody) -> bool:
    """Whether somebody only judges the same thing in another clause, so that no judgement is on him."""
    clause, phrase, scene = draft.trigger.clause, somebody.phrase, draft.scene
    if draft.type not in JUDGING or draft.trigger.kind != "verb" or clause is None or phrase is None:
        return False
    for other in scene.clauses:
        if other is clause or not any(p is phrase for p in other.subject):
            continue
        first, second = (clause, other) if clause.index < other.index else (other, clause)
        if _takes_up(first, second, scene):
            return True
    return False


def part_judges(drafts: Sequence[Draft]) -> None:
    """Give a judgement by a pronoun those whose step the clause before judges, and never who judges it there.

    `نددت باريس بالإعدام ووصفته المنظمة بأنه عار`: it is whoever put somebody to death whom both blame.
    """
    for draft in drafts:
        clause, scene = draft.trigger.clause, draft.scene
        if draft.type not in JUDGING or draft.trigger.kind != "verb" or clause is None:
            continue
        before = [c for c in scene.clauses if c.index < clause.index and _takes_up(c, clause, scene)]
        judges = [scene.span(p) for c in before for p in c.subject]
        draft.recipients = [m for m in draft.recipients if not any(m.span.overlaps(s) for s in judges)]
        near = [c for c in before if not _is_parted(c, clause, scene)]
        first = next((d for d in drafts if d.type in JUDGING and any(d.trigger.clause is c for c in near)), None)
        if first is not None and not draft.recipients:
            own = [m for m in first.recipients if not any(same_mention(m, a) for a in draft.actors)]
            draft.recipients = own
            if own:
                draft.proved.append("recipient is whose step is judged before it")


def _is_parted(first: Clause, second: Clause, scene: Scene) -> bool:
    """Whether a clause with a subject of its own stands between two."""
    return any(first.index < c.index < second.index and FOLLOWS in c.how and c.subject for c in scene.clauses)


def _takes_up(first: Clause, second: Clause, scene: Scene) -> bool:
    """Whether a clause with a subject of its own takes up by a pronoun the thing that the one before is about."""
    own, before = scene.phrases[second.index], scene.phrases[max(second.opener, 0)]
    joined = own.conj or (second.opener >= 0 and before.kind == "link" and scene.words[before.head].norm != "مما")
    things = [g[0] for prep in _ABOUT for g in first.preps.get(prep, ())] + [g[0] for g in first.objects[:1]]
    if not joined or second.verb is None or not second.subject:
        return False
    if FOLLOWS not in second.how and all(second.subject[0].start < thing.start for thing in things):
        return False  # the subject of both
    pronouns = [p.suffix for groups in second.preps.values() for g in groups for p in g[:1] if p.suffix]
    pronouns += [second.verb.suffix] if second.verb.suffix else []
    return any(_agrees(scene, thing, pronoun) for thing in things for pronoun in pronouns)


_ABOUT = ("ب", "علي", "ل")
"""Prepositions before the thing that is judged."""


def _agrees(scene: Scene, thing: Phrase, pronoun: str) -> bool:
    """Whether a pronoun may stand for a thing (`بالقرار`: `به`), whoever's it is (`قرار الحكومة`)."""
    first = scene.words[thing.inner].start
    if thing.person or thing.suffix or any(scene.mentions[n].span.start == first for n in thing.mentions):
        return False
    return pronoun == ("ها" if thing.gender == "f" or thing.number == "pl" else "ه")
