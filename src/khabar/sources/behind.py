"""Statements whose speaker is named behind them (`قصف الجيش القرية، قال مسؤول محلي`)."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.events.scene import Scene
from khabar.lexicon.words import word_list
from khabar.records import Attribution, Source, Span
from khabar.text.clauses import Clause
from khabar.text.subjects import FOLLOWS

_TELLING = word_list(__name__, "telling")


def told_before(scene: Scene, clause: Clause) -> Span | None:
    """The words before a verb of saying that closes their sentence behind a comma, or None where it tells others.

    `قصف الجيش القرية، قال مسؤول محلي`: what is before the comma; but `لما سئل عن ذلك، قال الوزير`.
    """
    verb, k = clause.verb, clause.index
    if verb is None or verb.verb.lemma not in _TELLING or verb.tense != "past" or verb.suffix or scene.phrases[k].conj:
        return None
    told = clause.comp is None and not clause.objects and clause.how == (FOLLOWS,) and bool(clause.subject)
    if k < 2 or not told or scene.phrases[k - 1].kind != "comma":
        return None
    first, behind = scene.phrases[0], scene.phrases[k + 1 :]
    closes = all(p.kind in ("np", "adv", "quote") or (p.kind == "stop" and p.end == len(scene.words)) for p in behind)
    more = [p for p in behind if p.kind == "np" and not p.prep and not any(p is s for s in clause.subject)]
    if not closes or more or first.kind == "link" or (first.kind == "np" and first.prep):
        return None
    others = [c for c in scene.clauses if c.index < k]
    if not others or any(c.says and not c.antecedent for c in others):
        return None
    return Span(scene.sentence.span.start, scene.words[scene.phrases[k - 1].start].start)


def chain_behind(here: Span, said: Sequence[Attribution]) -> tuple[Source, ...]:
    """Whose words those are that stand `here`, by a verb behind them; nothing where none tells."""
    over = (a for a in said if a.cue is not None and a.cue.start >= here.end and a.scope.contains(here))
    over = (a for a in over if any(s.mention is not None for s in a.chain))
    return next((a.chain for a in over), ())
