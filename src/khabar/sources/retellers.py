"""Who tells of an event elsewhere in its report: by a verb of its own, or by a noun that is all he tells."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from khabar.events.draft import Draft
from khabar.events.types import SPOKEN
from khabar.lexicon.words import word_list
from khabar.records import AGAINST, OUTLET, Attribution, Event, Span
from khabar.sources.answered import nearest_first
from khabar.sources.denying import is_one
from khabar.text.characters import squeeze

_BEFORE = 6
"""How many letters may stand between a statement's first one and a noun that it is of (`تحدث عن مقتل`, `أعلنت عن`)."""


def with_retellers(
    event: Event, draft: Draft, over: Callable[[Draft], list[Attribution]], attributions: Sequence[Attribution]
) -> list[str]:
    """`Event.sources` with the ids of the statements of who tells of an event elsewhere behind them.

    `وأكد شهود عيان أن مسلحين قتلوا`, `أعلن الجيش مقتل خمسة`, `أعلن التنظيم مسؤوليته عن الهجوم`. Who only speaks of a
    deed takes it as told (`قال البابا إن هجمات باريس جريمة`); who denies it is in `denied_by`; whose own words an event
    is does not tell it of another. `over` gives the statements that a telling stands under.
    """
    text, found = draft.scene.text, list(event.sources)
    told = {telling.span: telling for telling in draft.tellings}
    for span in (*told, *(s for s in event.also if s not in told)):
        telling = told.get(span)
        said = over(telling) if telling is not None else []
        under = said or _holding(span, attributions)
        if not under or under[0].stance in AGAINST or _is_own(under[0], event):
            continue
        does = telling is not None and (telling.trigger.kind == "verb" or telling.trigger.support is not None)
        if (said and does) or _is_all(span, under[0], text):
            found += [a.id for a in under if a.id not in found]
    return found


def _holding(span: Span, attributions: Sequence[Attribution]) -> list[Attribution]:
    return nearest_first([a for a in attributions if a.id != OUTLET and a.scope.contains(span)])


def _is_own(statement: Attribution, event: Event) -> bool:
    """Whether an event is what somebody did by speaking, and the statement his, by whatever part of his name."""
    speaker = statement.chain[-1].mention if statement.chain else None
    if event.type not in SPOKEN or speaker is None:
        return False
    words = set(squeeze(speaker.text).split())
    return any(is_one(speaker, m) or words & set(squeeze(m.text).split()) for m in event.actors)


def _is_all(noun: Span, statement: Attribution, text: str) -> bool:
    """Whether a noun is all that a statement tells: its first word, or behind `مسؤوليته عن`."""
    start = statement.scope.start
    between = squeeze(text[start : noun.start])
    if start <= noun.start <= start + _BEFORE:
        return not set(between.split()) & _THAT  # `قال إن الهجوم جريمة`
    return between.startswith(_RESPONSIBILITY) and len(between.split()) <= 2


_THAT = word_list(__name__, "that")
_RESPONSIBILITY = "مسءولي"
"""How `مسؤوليته`, `مسؤوليتها` begin, squeezed."""
