"""PLOVER's own reductions (draft 0.8, section on AGREE): what is still to come of cooperation is AGREE."""

from __future__ import annotations

from khabar.events.draft import Draft
from khabar.records import Auxiliary

_TO_AGREE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})


def reduce_type(draft: Draft) -> None:
    """Change the type of a draft where PLOVER folds a future event into another type; modes that fall away go."""
    coming = Auxiliary.FUTURE in draft.auxiliary or _may_come(draft)
    if draft.type in _TO_AGREE and coming and Auxiliary.NEGATION not in draft.auxiliary:
        draft.proved.append(f"a future {draft.type} is AGREE")
        _part_visitor(draft)
        draft.type, draft.modes = "AGREE", []
    elif draft.type == "RETREAT" and "withdraw" in draft.modes and Auxiliary.FUTURE in draft.auxiliary:
        draft.proved.append("an announced withdrawal is CONCEDE")
        draft.type, draft.modes = "CONCEDE", []


def _part_visitor(draft: Draft) -> None:
    """Tell who is to meet somebody from whom he is to meet (`سيلتقي الوزير غدا رئيس البرلمان`): he comes to him."""
    trigger, subjects = draft.trigger, draft.slots.get("subj", [])
    if trigger.kind != "verb" or draft.type != "CONSULT" or "obj" not in draft.sense.frame.get("both", ()):
        return
    spans = {draft.scene.mention(p).span for group in subjects for p in group}
    guests = [m for m in draft.actors if m.span in spans]
    hosts = [m for m in draft.actors if m.span not in spans]
    if guests and hosts and not draft.recipients:
        draft.actors, draft.recipients = guests, hosts


def _may_come(draft: Draft) -> bool:
    """Whether somebody may do what a verb tells (`قد يزور الوفد دمشق`)."""
    clause = draft.trigger.clause
    if draft.trigger.kind != "verb" or clause is None or clause.verb is None or clause.verb.tense != "present":
        return False
    return Auxiliary.HYPOTHETICAL in draft.auxiliary and "قد" in draft.scene.phrases[clause.index].particles
