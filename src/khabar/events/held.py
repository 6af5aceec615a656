"""Whom force was used on where the deed has only a pronoun for them: `حبس المتهم ومنعه من السفر`, `أمرت بحبسهم`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khabar.events.by_whom import RULING
from khabar.events.freed import agrees
from khabar.events.standing import people_before, reports
from khabar.records import Mention, MentionKind
from khabar.text.nouns import pronoun_at_end
from khabar.text.phrases import Phrase

if TYPE_CHECKING:
    from khabar.events.draft import Draft

_THINGS = frozenset({"seize", "restrict"})
"""What is done to things as well, which `ها` may stand for."""


def is_held(draft: Draft, phrase: Phrase, mention: Mention) -> bool:
    """Whether who stands in the slot of a coercion is beyond doubt whom it was done to (`اعتقال معظمهم`).

    Only people are arrested; not what is taken, which may be a thing, nor who may have done it (`اعتقال الشرطة لناشط`).
    """
    if any(span.overlaps(mention.span) for span in (draft.span, *draft.also)):
        return False  # `الناشط المعتقل`: the word itself
    arrest = "arrest" in draft.modes and phrase.who is not MentionKind.PLACE
    people = arrest or (phrase.person and bool(draft.modes) and "seize" not in draft.modes)
    return draft.type == "COERCE" and people and not RULING & set(mention.sectors)


def pronoun_of_deed(draft: Draft) -> tuple[int, str] | None:
    """The word of the deed and the pronoun on it, where its genitive would say whom it was done to, or None.

    The deed is the event's noun (`توقيفه`) or the noun its verb depends on (`حكمت المحكمة بسجنه`).
    """
    trigger, frame = draft.trigger, draft.sense.frame.get("recipient", ())
    if draft.type not in ("COERCE", "SANCTION") or "gen" in draft.slots or "gen" not in frame:
        return None
    if trigger.kind == "noun":
        at = trigger.words[-1] if trigger.pronoun and frame[0] == "gen" else -1
    else:
        met = (c.slot for c in draft.sense.when if c.words is not None and not c.negated and c.slot in draft.slots)
        deeds = (draft.slots[slot][0][0] for slot in met)
        at = next((p.inner for p in deeds if p.possessed and not p.person), -1)
    if at < 0:
        return None
    ending = pronoun_at_end(draft.scene.words[at].norm)
    return (at, ending) if ending and not (ending == "ها" and _THINGS & set(draft.modes)) else None


def done_to_them(draft: Draft) -> Mention | None:
    """Whom the pronoun on a deed of force stands for: the nearest before it that agree, and have not done it.

    `هاجم شاب المارة، وتمكنت الشرطة من اعتقاله`; but neither who announces it nor a body, where the pronoun is of one.
    """
    found = pronoun_of_deed(draft)
    return stands_for(draft, *found, bodies=found[1] not in ("ه", "ها")) if found is not None else None


def stands_for(draft: Draft, at: int, pronoun: str, bodies: bool) -> Mention | None:
    """Whom a pronoun on word `at` stands for who has not done the deed and is not the subject of its verb, or None.

    `bodies` says that it may be a group as well (`صادرت الشرطة أموالها`).
    """
    scene, clause = draft.scene, draft.trigger.clause
    own = clause.subject if clause is not None else []
    noun = Phrase("np", at, at + 1, at, suffix=pronoun)
    for other in people_before(scene, noun, own):
        if other.who is MentionKind.GROUP and not bodies:
            continue
        if not agrees(scene, other, pronoun) or reports(scene, other, noun):
            continue
        mention = scene.mention(other)
        if all(mention.span != m.span for m in draft.actors):
            return mention
    return None
