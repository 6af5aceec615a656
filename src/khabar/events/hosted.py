"""To whom a guest says what a relative clause tells of him (`زار الوزير الرئيس الذي طالبه بوقف الغارات`)."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.events.draft import Draft
from khabar.text.authors import WHOSE_WORDS


def name_hosts(drafts: Sequence[Draft]) -> None:
    """Give drafts of a guest's words, which have nobody but a pronoun as recipient, whom he was met by."""
    for draft in drafts:
        clause, scene = draft.trigger.clause, draft.scene
        if clause is None or clause.verb is None or draft.trigger.kind != "verb" or draft.recipients:
            continue
        if clause.how != WHOSE_WORDS or not clause.verb.suffix or not clause.subject:
            continue
        guest = clause.subject[0]
        met = next((c for c in scene.clauses if any(p is guest for g in c.objects for p in g)), None)
        if met is not None and met.subject:
            draft.recipients = [scene.mention(met.subject[0])]
            draft.settled |= {m.span for m in draft.recipients}
