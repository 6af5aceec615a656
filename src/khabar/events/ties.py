"""What settles that a telling is of an event told before, whatever sets the two apart."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.events.draft import Draft
from khabar.events.retold import everybody, is_anaphor, is_headline
from khabar.events.trigger import WHILE


def tied_to(draft: Draft, before: Sequence[Draft]) -> int | None:
    """The place in `before` of a draft of the same event as this one, or None.

    A relative clause tells of the deed it stands behind (`التفجير الذي استهدف السوق`); what was said during `the`
    meeting was said in the one told of (`وجرى خلال اللقاء`).
    """
    told = next((n for n, d in enumerate(before) if d.type == draft.type and _is_told_by(d, draft)), None)
    if told is not None or not _is_meeting_held(draft):
        return told
    meetings = [n for n, d in enumerate(before) if d.type == "CONSULT" and not is_headline(d) and not is_anaphor(d)]
    return meetings[-1] if meetings else None


def _is_told_by(noun: Draft, verb: Draft) -> bool:
    """Whether a verb opens a relative clause whose antecedent is the phrase of an event noun."""
    clause = verb.trigger.clause
    if noun.scene is not verb.scene or noun.trigger.kind != "noun" or verb.trigger.kind != "verb" or clause is None:
        return False
    deed = noun.scene.phrases[noun.trigger.phrase]
    first = noun.trigger.words[0] == deed.inner
    return first and noun.type == "ASSAULT" and any(p is deed for p in clause.antecedent)


def _is_meeting_held(draft: Draft) -> bool:
    """Whether it tells with nobody of its own what was done in the course of a meeting (`بحث اللقاء العلاقات`)."""
    if draft.type != "CONSULT" or draft.auxiliary or everybody(draft):
        return False
    scene, clause = draft.scene, draft.trigger.clause
    if draft.trigger.kind == "noun":
        return is_anaphor(draft) and scene.phrases[draft.trigger.phrase].prep in WHILE
    held = clause.subject[0] if clause is not None and clause.subject else None
    return held is not None and held.definite and scene.is_one_of(scene.words[held.inner], ("meetings",))
