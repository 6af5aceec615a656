"""Where people stand to the triggers of an event by the grammar, as facts for the weights that give out roles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from khabar.events.draft import Draft
from khabar.events.nearby import Somebody
from khabar.events.sameness import same_mention
from khabar.events.scene import Scene
from khabar.records import Mention
from khabar.text.clauses import Clause
from khabar.text.phrases import Phrase

ROLES = ("actor", "recipient")
_STEPS = (1, 2, 3, 5, 8, 13)
"""Distances in words that are told apart."""


class Grammar:
    """What the grammar says of people, for one event; of each phrase it is found once, however many ask for it.

    Everybody who is told of by the same words stands in all their phrases (`مسلحون`, forty times in a sentence without
    a full stop), so that without this the work would grow with the cube of the sentence.
    """

    def __init__(self) -> None:
        self._clauses: dict[int, dict[int, list[Clause]]] = {}
        self._told: dict[tuple[int, int, int], tuple[str, ...]] = {}

    def of_somebody(self, draft: Draft, somebody: Somebody) -> Iterator[str]:
        """Where somebody stands to the trigger: slot, clause, side and distance."""
        return self._of_phrase(draft, somebody.where, somebody.phrase, somebody.rank)

    def of_tellings(self, somebody: Somebody) -> list[str]:
        """What the rules and the grammar of the other tellings of an event say of him, each fact once."""
        found: dict[str, None] = {}
        kinds: dict[int, tuple[str, str]] = {}
        for telling, phrase in somebody.told:
            if id(telling) not in kinds:
                kind = f"{telling.type} {'passive' if telling.passive else telling.trigger.kind}"
                kinds[id(telling)] = (kind, given_role(telling, somebody.mention))
            kind, given = kinds[id(telling)]
            found |= {f"told given {given}": None, f"told given {given} by {kind}": None}
            found.update(dict.fromkeys(self._there(telling, kind, phrase, somebody.rank)))
        return list(found)

    def _there(self, telling: Draft, kind: str, phrase: Phrase, rank: int) -> tuple[str, ...]:
        """What the grammar of another telling says of a phrase of its sentence."""
        key = (id(telling), id(phrase), min(rank, 3))
        if key not in self._told:
            names = self._of_phrase(telling, "here", phrase, rank)
            self._told[key] = tuple(told for name in names for told in (f"told {name}", f"told {name} | {kind}"))
        return self._told[key]

    def _of_phrase(self, draft: Draft, where: str, phrase: Phrase | None, rank: int) -> Iterator[str]:
        trigger = draft.trigger
        yield f"where {where} {min(rank, 3)}"
        if phrase is None:
            return
        place = "in" if where == "inside" else "at"
        slots = list(_slots(draft, phrase))
        for slot in slots:
            yield f"{place} slot {slot}"
            yield from (f"{place} frame {role}" for role in draft.sense.frame if slot in draft.sense.frame[role])
        if not slots:
            yield f"{place} no slot"
        side = "before" if phrase.end <= trigger.words[0] else "behind" if phrase.start > trigger.words[-1] else "with"
        yield f"{place} {side} {phrase.prep or 'plain'}"
        yield f"{place} {side} {_distance(draft, phrase)}"
        yield from (f"{place} {name}" for name in _of_clauses(draft, phrase, self._holding(draft.scene, phrase)))

    def _holding(self, scene: Scene, phrase: Phrase) -> Sequence[Clause]:
        """The clauses of a sentence of which a phrase is a part, in their order."""
        if id(scene) not in self._clauses:
            held: dict[int, list[Clause]] = {}
            self._clauses[id(scene)] = held
            for clause in scene.clauses:
                groups = (clause.subject, clause.agent, clause.antecedent, *clause.objects)
                for part in {id(p) for group in groups for p in group}:
                    held.setdefault(part, []).append(clause)
        return self._clauses[id(scene)].get(id(phrase), ())


def given_role(draft: Draft, mention: Mention) -> str:
    """The role the rules give to a mention."""
    for role, mentions in zip(ROLES, (draft.actors, draft.recipients), strict=True):
        if any(m.span == mention.span for m in mentions):
            return role
    if any(same_mention(m, mention) for m in (*draft.actors, *draft.recipients)):
        return "same"
    if any(m.span.overlaps(mention.span) for m in (*draft.actors, *draft.recipients)):
        return "part"
    return "none"


def _slots(draft: Draft, phrase: Phrase) -> Iterator[str]:
    """The slots of the trigger that a phrase stands in."""
    for slot, groups in draft.slots.items():
        for number, group in enumerate(groups):
            for place, one in enumerate(group):
                if one.start <= phrase.head < one.end or phrase.start <= one.head < phrase.end:
                    yield f"{slot}{'' if number == 0 else ' more'}{'' if place == 0 else ' joined'}"


def _of_clauses(draft: Draft, phrase: Phrase, holding: Sequence[Clause]) -> Iterator[str]:
    """What a phrase is in the clause of the trigger, and in others, of all that hold it."""
    own = draft.trigger.clause
    for clause in holding:
        mine = "own" if clause is own else "before" if clause.index < draft.trigger.phrase else "later"
        if any(p is phrase for p in clause.subject):
            yield f"subject of {mine}"
            if clause.says:
                yield f"speaker of {mine}"
        if any(p is phrase for group in clause.objects for p in group):
            yield f"object of {mine}"
        if any(p is phrase for p in clause.agent):
            yield f"agent of {mine}"
        if any(p is phrase for p in clause.antecedent):
            yield f"told of by {mine}"


def _distance(draft: Draft, phrase: Phrase) -> str:
    gap = max(phrase.start - draft.trigger.words[-1], draft.trigger.words[0] - phrase.end + 1, 0)
    return str(next((step for step in _STEPS if gap <= step), "far"))
