"""Sentences that stand alone: headlines, briefs, and those taken out of a text that is not at hand."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.events.draft import Draft
from khabar.events.scene import Scene

_LONGEST = 18
"""How many words and marks a headline has at most."""
_PLAIN = 14
"""How many words and marks a sentence has at most that only tells one thing."""
_STOPS = frozenset(".!?؟…")
_QUOTES = "»\"”'"


def place_alone(scenes: Sequence[Scene], dated: bool) -> None:
    """Set which sentences of a text are headlines, and which are excerpts.

    A text of a sentence or two that has a headline, or a day of publication (`dated`), is a brief: a report, however
    short. Without either it is a headline where it is short and nothing closes it, else an excerpt.
    """
    headed = any(scene.sentence.paragraph < 0 for scene in scenes)
    for scene in scenes:
        alone = len(scenes) == 1 and not headed
        scene.title = scene.sentence.paragraph < 0 or (alone and _reads_like_headline(scene))
        scene.excerpt = not (scene.report or headed or dated or scene.title)


def _reads_like_headline(scene: Scene) -> bool:
    """Whether a sentence is short, opens as a text does, without `و`, and has no full stop."""
    if not scene.words or len(scene.words) > _LONGEST or scene.words[0].conj:
        return False
    text = scene.sentence.span.of(scene.text).rstrip()
    last = text.rstrip(_QUOTES)[-1:]
    return last not in _STOPS and text.count("»") <= text.count("«")


def is_told_plainly(draft: Draft) -> bool:
    """Whether a verb in the past opens a short sentence that it is the news of (`خطف مسلحون مهندسا في كركوك.`).

    Or a noun that such a verb only says was done (`تجددت التظاهرات في بغداد.`).
    """
    trigger, scene, clause = draft.trigger, draft.scene, draft.trigger.clause
    if clause is None or clause.verb is None or clause.verb.tense != "past" or len(scene.words) > _PLAIN:
        return False
    opens = scene.phrases[clause.index].head == 0 and not scene.words[0].conj
    return opens and (trigger.kind == "verb" or trigger.support is not None)
