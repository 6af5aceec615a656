"""A deed from which the time of another one is counted (`يأتي الهجوم بعد أسبوعين من تفجير أودى بحياة 22 شخصا`)."""

from __future__ import annotations

from khabar.events.draft import Draft
from khabar.events.scene import Scene
from khabar.lexicon.words import word_list
from khabar.text.particles import particles
from khabar.text.phrases import Phrase

_FROM = word_list(__name__, "from")
_AFTER = word_list(__name__, "after")
_NEAR = 4
"""Within how many words before the deed the length of time and its `بعد` stand."""


def is_counted_from(draft: Draft) -> bool:
    """Whether days or longer have gone by since a deed, up to another one that the sentence tells before it.

    True of the noun that names the deed, and of what goes on about it up to the next comma.
    """
    return tells_counted(draft.scene, draft.trigger.words[0])


def tells_counted(scene: Scene, at: int) -> bool:
    """Whether the word `at` of a sentence tells of the deed that the time of another one is counted from."""
    start = next((p for p in scene.phrases if p.start <= at and _is_start(scene, p)), None)
    if start is None or not any(k in scene.event_words for k in range(start.start)):
        return False
    between = scene.phrases[scene.phrase_at(start.start) : scene.phrase_at(at)]
    return not any(p.kind in ("comma", "stop", "link") for p in between)


def _is_start(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase names a deed and has the length of time since it before it, behind `بعد`."""
    if phrase.kind != "np" or phrase.prep not in _FROM or phrase.inner not in scene.event_words:
        return False
    if scene.words[phrase.inner].definite:
        return False  # `بعد ثلاثة أيام من الحصار`: so long it lasted
    near = scene.words[max(phrase.start - _NEAR, 0) : phrase.start]
    after = next((n for n, w in enumerate(near) if {w.norm, w.prep} & _AFTER), None)
    return after is not None and any(w.norm in particles().long_periods for w in near[after:])
