"""One participant told of twice: within the words of another, or by his title beside his name."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.events.sameness import same_mention
from khabar.records import Mention, MentionKind
from khabar.text.characters import squeeze

_SOMEBODY = frozenset({MentionKind.PERSON, MentionKind.OFFICE})
_NAMED = _SOMEBODY | {MentionKind.GROUP}


def without_repeats(mentions: Sequence[Mention]) -> list[Mention]:
    """The participants of one role without those that another one names with more words, or with the same."""
    kept: list[Mention] = []
    for number, mention in enumerate(mentions):
        others = [*kept, *mentions[number + 1 :]]
        if not any(_holds(other, mention) for other in others) and not any(_is_again(m, mention) for m in kept):
            kept.append(mention)
    return kept


def without_oneself(recipients: Sequence[Mention], actors: Sequence[Mention]) -> list[Mention]:
    """The recipients without the state that acts, which its capital's name may hide (`انتقدت موسكو`, of Russia).

    Nor does anybody a thing to himself whom two tellings of it name in the same words.
    """
    own = {m.actor for m in actors if m.kind is MentionKind.PLACE and (m.actor or "").startswith("state-")}
    named = {(m.actor, squeeze(m.text)) for m in actors if m.actor is not None and m.kind in _NAMED}
    others = [m for m in recipients if m.kind is not MentionKind.PLACE or m.actor not in own]
    return [m for m in others if (m.actor, squeeze(m.text)) not in named]


def _holds(full: Mention, part: Mention) -> bool:
    """Whether one mention has all words of another: in the text, or a name the title that stands alone elsewhere.

    `ضابط وأربعة مجندين`, `أربعة مجندين`; `وزير التجارة سالم حمد`, `وزير التجارة`.
    """
    if full.span != part.span and full.span.contains(part.span):
        return True
    titled = full.kind in _SOMEBODY and part.kind in _SOMEBODY and not full.span.overlaps(part.span)
    return titled and f"{squeeze(full.text)} ".startswith(f"{squeeze(part.text)} ") and full.text != part.text


def _is_again(first: Mention, second: Mention) -> bool:
    """Whether a mention says again, elsewhere, what another says."""
    apart = not first.span.overlaps(second.span)
    if first.kind is second.kind is MentionKind.PLACE and (first.actor or "").startswith("state-"):
        return apart and first.actor == second.actor
    if apart and second.kind is MentionKind.UNNAMED and " " not in second.text and second.text.startswith("ال"):
        return same_mention(first, second)  # `مقتل عشرة مدنيين`, and then `استهداف المدنيين`
    return apart and squeeze(first.text) == squeeze(second.text) and first.text.startswith("ال")
