"""A participant with what right behind an indefinite noun says whose it is or of whom it consists."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from khabar.events.lexicon import noun_keys
from khabar.records import Mention, MentionKind
from khabar.text.phrases import Phrase
from khabar.text.two_sides import is_side

if TYPE_CHECKING:
    from khabar.events.draft import Draft


def with_owner(draft: Draft, phrase: Phrase, mention: Mention) -> Mention:
    """`حاجزا للجيش`, `قوة من الشرطة`, `مركزا لتجنيد الشرطة`: what right after an indefinite noun says whose it is, of
    whom it consists or what it is for belongs to the mention.
    """
    scene = draft.scene
    if phrase.definite or mention.name is not None:
        return mention
    k = next((i for i, p in enumerate(scene.phrases) if p.end == phrase.end and p.start <= phrase.start), None)
    after = scene.phrases[k + 1] if k is not None and k + 1 < len(scene.phrases) else None
    if after is None or after.kind != "np" or after.conj or after.suffix or after.start != phrase.end:
        return mention
    if is_side(after, scene.words) or any(w.norm == "جراء" for w in scene.words[after.start : after.inner]):
        return mention  # `16 جنديا من جراء هجوم`, `بين الجيش ومسلحين من جهة والقبائل`
    place = bool({*noun_keys(scene.words[phrase.head].bare)} & scene.classes["place_nouns"])
    belongs = after.prep == "ل" and "ل" not in draft.sense.slots and (after.person or place)
    named = phrase.number == "sg" or (bool(after.mentions) and not scene.words[after.head].definite)
    consists = after.prep == "من" and after.person and named and mention.kind is MentionKind.UNNAMED
    if not belongs and not consists:
        return mention
    owner = scene.mention(after)
    span = mention.span.cover(owner.span)
    return replace(
        mention,
        span=span,
        text=span.of(scene.text),
        country=mention.country or owner.country,
        sectors=mention.sectors or owner.sectors,
        kind=MentionKind.UNNAMED,
    )
