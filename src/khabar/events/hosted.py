"""To whom a guest, or who was asked, says what is told of him.

`زار الوزير الرئيس الذي طالبه بوقف الغارات`, `طلبت واشنطن من بغداد تسليمه لكنها رفضت`.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.events.draft import Draft
from khabar.text.authors import ASKED, WHOSE_WORDS
from khabar.text.clauses import Clause
from khabar.text.phrases import Phrase


def name_hosts(drafts: Sequence[Draft]) -> None:
    """Give drafts of the words of a guest or of who was asked, which have no recipient, whom he was met or asked by."""
    for draft in drafts:
        clause, scene = draft.trigger.clause, draft.scene
        if clause is None or clause.verb is None or draft.trigger.kind != "verb" or draft.recipients:
            continue
        told_him = clause.how == WHOSE_WORDS and clause.verb.suffix
        if not (told_him or clause.how == ASKED) or not clause.subject:
            continue
        guest = clause.subject[0]
        met = next((c for c in scene.clauses if any(p is guest for p in _under(c))), None)
        if met is not None and met.subject:
            draft.recipients = [scene.mention(met.subject[0])]
            draft.settled |= {m.span for m in draft.recipients}


def _under(clause: Clause) -> list[Phrase]:
    """All that stands behind a verb as object or with a preposition."""
    return [p for g in (*clause.objects, *(g for groups in clause.preps.values() for g in groups)) for p in g]
