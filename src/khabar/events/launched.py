"""Whose the missile or drone was that somebody brought down, where a relative clause says who launched it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khabar.lexicon.words import word_list
from khabar.records import MentionKind

if TYPE_CHECKING:
    from khabar.events.draft import Draft

_BROUGHT_DOWN = ("أسقط", "إسقاط", "اعترض", "اعتراض", "دمر", "تدمير")
_LAUNCHED = word_list(__name__, "launched")


def bring_down(draft: Draft) -> None:
    """Give what was brought down back to who launched it (`أسقط الجيش صاروخا أطلقته الجماعة`): he is the recipient."""
    entry = draft.sense.entry.rpartition(" ")[2]
    if draft.type != "ASSAULT" or entry not in _BROUGHT_DOWN or draft.passive:
        return
    slot = next((s for s in ("obj", "gen") if s in draft.slots), "")
    end = draft.slots[slot][0][-1].end if slot else -1
    for clause in draft.scene.clauses:
        verb, start = clause.verb, draft.scene.phrases[clause.index].start
        if verb is None or verb.verb.lemma not in _LAUNCHED or not verb.suffix or not _describes(draft, end, start):
            continue
        somebody = [p for p in clause.subject if p.person or p.who is MentionKind.PLACE]
        found = [draft.scene.mention(p) for p in somebody]
        if found and all(m.text != a.text for m in found for a in draft.actors):
            draft.recipients = found
            draft.settled |= {m.span for m in found}


def _describes(draft: Draft, end: int, start: int) -> bool:
    """Whether between what was brought down and a verb stand only words that say what it was like (`باليستي`)."""
    between = draft.scene.words[end:start]
    near = 0 <= end <= start <= end + _NEAR
    return near and all(w.adjectival or w.kind in ("adj", "rel") or w.norm.endswith(("ي", "يا", "يه")) for w in between)


_NEAR = 3
"""How many words may stand between what was brought down and who launched it."""
