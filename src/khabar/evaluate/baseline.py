"""A plain baseline for attribution: the source of an event is the subject of the nearest verb of saying beside it.

It is what a reader of verbs without scope, chains and quotations would find; the scores of khabar stand beside it.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.coder import Coder
from khabar.events.code import scenes_of
from khabar.events.scene import Scene
from khabar.events.triggers import find_triggers
from khabar.records import Article, Event


def nearest_speakers(coder: Coder, article: Article, events: Sequence[Event]) -> dict[str, str | None]:
    """By event the words of the subject of the nearest verb of saying in its sentence, or None."""
    scenes = scenes_of(coder, coder.survey(article))
    for scene in scenes:
        find_triggers(scene, coder.events)
    return {e.id: _nearest(next(s for s in scenes if s.sentence.span.contains(e.trigger)), e) for e in events}


def _nearest(scene: Scene, event: Event) -> str | None:
    said: list[tuple[int, str]] = []
    for clause in scene.clauses:
        if clause.says and clause.subject:
            start = scene.words[scene.phrases[clause.index].head].start
            said.append((abs(start - event.trigger.start), scene.mention(clause.subject[0]).text))
    return min(said)[1] if said else None
