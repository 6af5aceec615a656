"""Deeds that are claimed by a pronoun: `في تفجير أعلنت الحركة مسؤوليتها عنه`, `وتبناه التنظيم`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from khabar.events.draft import Draft
from khabar.events.scene import Scene
from khabar.records import Mention
from khabar.text.clauses import Clause


def own_up(drafts: Sequence[Draft], scenes: Sequence[Scene], known: Callable[[Mention], Mention]) -> None:
    """Give attacks that nobody is told to have done, in place, to who claims the last one told.

    `known` gives a mention as the resolution left it.
    """
    attacks = [d for d in drafts if d.type == "ASSAULT"]
    for before, scene in zip((None, *scenes), scenes, strict=False):
        for clause in scene.clauses:
            if not _claims_it(scene, clause):
                continue
            start = scene.words[scene.phrases[clause.index].head].start
            here = [d for d in attacks if d.scene is scene and d.span.start < start]
            told = here or [d for d in attacks if d.scene is before]
            if told and not told[-1].actors:
                told[-1].actors = [known(scene.mention(p)) for p in clause.subject]
                told[-1].proved.append("claimed by a pronoun")


def _claims_it(scene: Scene, clause: Clause) -> bool:
    """Whether a clause claims what a pronoun stands for."""
    if clause.verb is None or not clause.subject or scene.phrases[clause.index].negated:
        return False
    if not all(p.person or p.mentions for p in clause.subject):
        return False
    uses = [use for use in scene.supports.get(clause.verb.verb.key, ()) if use.effect == "claimed"]
    behind = scene.words[scene.phrases[clause.index].end :][:12]
    owned = clause.verb.suffix in ("ه", "ها") and any(use.noun == "obj" for use in uses)
    through = any(use.through and any(w.bare.startswith(use.through) for w in behind) for use in uses)
    of_it = any(p.suffix in ("ه", "ها") for g in clause.preps.get("عن", ()) for p in g)
    return owned or (through and of_it)
