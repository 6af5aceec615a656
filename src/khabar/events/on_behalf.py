"""Whose support or blame a speaker tells of: `أكد الوزير تضامن المملكة مع المغرب` is hers, and he is who says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khabar.events.lexicon import noun_keys
from khabar.events.scene import Scene
from khabar.events.trigger import genitive
from khabar.lexicon.words import word_list
from khabar.records import MentionKind, Span
from khabar.text.phrases import Phrase

if TYPE_CHECKING:
    from khabar.events.draft import Draft

_STANDING = word_list(__name__, "standing")
_BLAMING = word_list(__name__, "blaming")


_SPEAKING = word_list(__name__, "speaking")


def support_of_another(draft: Draft) -> None:
    """Make the state or body in the genitive of the support that a speaker tells of its actor, and the noun what tells.

    Only beside whom it is for; `تضامن بلاده` is his own.
    """
    clause, frame, scene = draft.trigger.clause, draft.sense.frame, draft.scene
    if draft.trigger.kind != "verb" or clause is None or not clause.says:
        return
    told = (s for s in frame.get("recipient", ()) if s not in ("gen", "obj"))
    supports = draft.sense.type == "SUPPORT" and any(s in draft.slots for s in (*told, "الي"))
    if not supports and draft.sense.type not in ("ACCUSE", "REJECT"):
        return
    nouns = _STANDING if supports else _BLAMING
    meant = {c.slot for c in draft.sense.when if c.words is not None and not c.negated} & {"obj", "عن", "علي"}
    for phrase in (draft.slots[s][0][0] for s in sorted(meant) if draft.slots.get(s)):
        noun = scene.words[phrase.inner]
        owners = genitive(scene, [phrase]) if {*noun_keys(noun.bare)} & nouns else []
        if owners and not owners[0].possessed and _can_stand_by(scene, owners[0]):
            draft.actors = [scene.mention(owners[0])]
            draft.also.append(draft.span)
            draft.span = Span(noun.start, noun.end)
            draft.also = [s for s in draft.also if s != draft.span]
            return


def _can_stand_by(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is a state or a body."""
    kinds = (MentionKind.GROUP, MentionKind.PLACE)
    return phrase.definite and (phrase.who in kinds or scene.words[phrase.head].bare in _SPEAKING | _STATES)


_STATES = word_list(__name__, "states")
