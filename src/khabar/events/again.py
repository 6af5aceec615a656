"""A deed told of again: who claims, condemns or is accused of what was told before names it with a definite noun.

`قتل ثلاثة في هجوم ... وتبنى التنظيم الهجوم`, `قصفت طائرات السوق ... وأدانت المنظمة استهداف السوق`: one event, that has
gained an actor or another trigger.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.events.draft import Draft
from khabar.events.lexicon import noun_keys
from khabar.records import IRREALIS, Mention, MentionKind

_DEEDS = frozenset({"ASSAULT", "COERCE"})
_OWNING = frozenset({"claimed", "admitted"})


def told_before(draft: Draft, before: Sequence[Draft]) -> Draft | None:
    """The event among those `before` (of one report, in its order) that a noun tells of again, or None."""
    trigger = draft.trigger
    if trigger.kind != "noun" or draft.type not in _DEEDS or IRREALIS & set(draft.auxiliary):
        return None
    if any(size.low != 1 for size in draft.size):
        return None
    if draft.scene.sentence.paragraph < 0 or not (_is_owned(draft) or _hits_known(draft)):
        return None
    for event in reversed(before):
        if event.type != draft.type or event.scene is draft.scene or IRREALIS & set(event.auxiliary):
            continue
        if _may_be_by(draft, event) and (not draft.recipients or all(is_told(m, event) for m in draft.recipients)):
            return event
    return None


def _is_owned(draft: Draft) -> bool:
    """Whether somebody claims or admits a deed that a lone definite noun names (`أعلن التنظيم مسؤوليته عن الهجوم`)."""
    support = draft.trigger.support
    word = draft.scene.words[draft.trigger.words[0]]
    return support is not None and support.effect in _OWNING and word.definite and not draft.recipients


def _hits_known(draft: Draft) -> bool:
    """Whether all it was done to is definite and needs no more words: told of before, or known to all."""
    return bool(draft.recipients) and all(_is_definite(m) for m in draft.recipients)


def _is_definite(mention: Mention) -> bool:
    return mention.text.startswith("ال") and mention.kind is not MentionKind.PLACE


def _may_be_by(draft: Draft, event: Draft) -> bool:
    """Whether nothing speaks against the same people having done both: gunmen without a name may be anybody's."""
    if not draft.actors or all(m.kind is MentionKind.UNNAMED for m in event.actors):
        return True
    known = {m.actor for m in event.actors if m.actor}
    return any(m.actor in known for m in draft.actors if m.actor)


def is_told(mention: Mention, event: Draft) -> bool:
    """Whether somebody or something a deed was done to is told of in the sentence of an event, by the same noun."""
    scene = event.scene
    head = mention.head.of(scene.text) if mention.head is not None else mention.text
    keys = set(noun_keys(head.removeprefix("ال")))
    hit = {m.actor for m in event.recipients if m.actor}
    return mention.actor in hit or any(keys & set(noun_keys(w.bare)) for w in scene.words if w.kind != "verb")
