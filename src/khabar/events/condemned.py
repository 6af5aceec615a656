"""Who did what is condemned or answered with a threat, where only an adjective tells (`أدانت العدوان الإسرائيلي`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khabar.lexicon.words import word_list
from khabar.records import Mention, MentionKind
from khabar.text.phrases import Phrase

if TYPE_CHECKING:
    from khabar.events.draft import Draft


def whose_force(draft: Draft, phrase: Phrase) -> Mention | None:
    """The state whose adjective tells who used the force that is condemned or answered (`أدانت العدوان الإسرائيلي`).

    A war is called after its place as well (`الحرب السورية`).
    """
    scene, head = draft.scene, draft.scene.words[phrase.head]
    force = phrase.head in scene.violent and head.definite and head.bare not in _NAMED_AFTER_PLACES
    if draft.type not in ("ACCUSE", "THREATEN") or not force:
        return None
    after = (scene.atoms[i] for i in range(phrase.head + 1, phrase.end))
    nation = next((scene.mentions[n] for n in after if n >= 0), None)
    if nation is None or nation.kind is not MentionKind.NATIONALITY or not nation.country:
        return None
    draft.settled.add(nation.span)
    return nation


_NAMED_AFTER_PLACES = word_list(__name__, "named_after_places")
