"""Denials of what somebody has told (`رواية المنظمة`, `ما أوردته الصحيفة`): the events that he tells near them."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.events.lexicon import noun_keys
from khabar.events.types import SPOKEN
from khabar.lexicon.words import word_list
from khabar.records import Auxiliary, Event, Mention, MentionKind
from khabar.sources.denying import BACK, Denying, is_told
from khabar.sources.elsewhere import heads, in_one_case
from khabar.sources.sides import same_side
from khabar.text.characters import squeeze
from khabar.text.words import Word


def by_tellers(events: Sequence[Event], denying: Denying, mentions: Sequence[Mention]) -> list[int]:
    """The events near a denial that are told by whoever it names as having told what is denied."""
    tellers = _tellers(denying, mentions)
    if not tellers:
        return []
    first, last = denying.since(BACK), denying.until(2)
    told = [
        i
        for i, e in enumerate(events)
        if first <= e.trigger.start < last
        and e.type not in SPOKEN
        and is_told(e)
        and Auxiliary.NEGATION not in e.auxiliary
        and any(_is_one(t, m) for t in tellers for m in _who_tells(e, denying))
    ]
    named = in_one_case(w.bare for w in denying.words)
    return [i for i in told if heads(events[i]) & named] or told


def _tellers(denying: Denying, mentions: Sequence[Mention]) -> list[Mention]:
    """Who stands behind the word for a report, or behind `ما` and a verb of saying, in the words of a denial."""
    scene, words = denying.scene, _opening(denying)
    for n, word in enumerate(words[:3]):
        after = words[n + 1] if n + 1 < len(words) else None
        report = word.bare in scene.classes["hearsay"] and not word.definite and word.kind == "noun"
        if after is not None and report:
            return [m for m in mentions if m.span.start == after.start]
        if after is not None and word.norm == "ما" and after.verb is not None:
            ahead = denying.words[n + 2 : n + 6]
            starts = [w.start for w in (ahead if after.norm in _WRITTEN else ahead[:1])]
            return [m for m in mentions if m.span.start in starts][:1]
    return []


_WRITTEN = word_list(__name__, "written")


def _opening(denying: Denying) -> Sequence[Word]:
    """The first words of what is denied; behind the verb where that takes up a report (`كذب القيادي رواية الحكومة`)."""
    cue, scene = denying.attribution.cue, denying.scene
    if cue is None or not cue.contains(denying.attribution.scope):
        return denying.words[:6]
    behind = [w for w in scene.words if w.start >= cue.end]
    end = next((n for n, w in enumerate(behind) if w.bare in scene.classes["hearsay"]), None)
    return [] if end is None or any(w.kind in ("verb", "comp") for w in behind[:end]) else behind[end : end + 3]


def _who_tells(event: Event, denying: Denying) -> list[Mention]:
    """Whose words an event is told in, and whom he passes them on from."""
    told = [a for a in denying.attributions if a.id == event.sources[0] and a.cue is not None]
    return [s.mention for a in told for s in a.chain if s.mention is not None]


def _is_one(one: Mention, other: Mention) -> bool:
    """Whether two mentions name one teller: one actor, one state's, or `الصحيفة` for a newspaper named before."""
    first, second = ({*noun_keys(squeeze(m.text.split()[0]).removeprefix("ال"))} for m in (one, other))
    alone = len(other.text.split()) == 1 and other.text.startswith("ال")
    state = MentionKind.PLACE in (one.kind, other.kind) and same_side(one, other)
    return (one.actor is not None and one.actor == other.actor) or state or (alone and bool(first & second))
