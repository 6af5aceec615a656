"""Who calls a report untrue by what he names it: `ما وصفه الجيش بأنه كذب`, `اعتبرت الوزارة الخبر افتراء`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from khabar.events.scene import Scene
from khabar.records import Span
from khabar.sources.contents import CALLS
from khabar.text.clauses import Clause
from khabar.text.untrue import is_untrue, until_comma
from khabar.text.words import Word


def calls_untrue(scene: Scene, clause: Clause) -> tuple[Clause, Span] | None:
    """For a verb that calls a report untrue, the clause with who does, and the words that name the report; else None.

    The verb itself where its pronoun takes up what was told before (`وهو ما وصفه الناطق بأنه كذب`).
    """
    verb = clause.verb
    if verb is None or verb.verb.lemma not in CALLS:
        return None
    k = scene.phrases[clause.index].head
    after = [w for w in until_comma(scene.words[k + 1 :]) if w.kind != "punct"]
    if not is_untrue(after, scene.classes):
        return None
    if verb.suffix:
        before = scene.words[k - 1] if k > 0 else None
        if before is None or not (before.norm in ("ما", "الذي", "التي") or before.bare in scene.classes["hearsay"]):
            return None
        if not clause.subject and clause.objects:
            clause = replace(clause, subject=clause.objects[0])
        return clause, Span(scene.words[k].start, scene.words[k].end)
    named = next((n for n, w in enumerate(after) if w.norm == "ما" or w.bare in scene.classes["hearsay"]), None)
    if named is None:
        return None
    end = next((n for n in range(named, len(after)) if _ends(after[n:], scene.classes)), len(after))
    return (clause, Span(after[named].start, after[end - 1].end)) if end > named else None


def _ends(words: list[Word], classes: Mapping[str, frozenset[str]]) -> bool:
    """Whether with these words begins what the report is called."""
    return words[0].kind == "comp" or is_untrue(words[:1], classes) or is_untrue(words[:2], {"untrue": frozenset()})
