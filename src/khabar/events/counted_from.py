"""A deed from which the time of another one is counted (`يأتي الهجوم بعد أسبوعين من تفجير أودى بحياة 22 شخصا`)."""

from __future__ import annotations

from khabar.events.draft import Draft
from khabar.events.lapses import lapse_before
from khabar.events.scene import Scene
from khabar.text.particles import particles


def is_counted_from(draft: Draft) -> bool:
    """Whether days or longer have gone by since a deed, up to another one that the sentence tells before it.

    True of the noun that names the deed, and of what goes on about it up to the next comma.
    """
    return tells_counted(draft.scene, draft.trigger.words[0])


def one_is_counted_from(a: Draft, b: Draft) -> bool:
    """Whether of two deeds of a sentence one is counted from, and the other is what it tells before that."""
    first, second = (a, b) if a.span.start <= b.span.start else (b, a)
    return is_counted_from(second) and not is_counted_from(first)


def tells_counted(scene: Scene, at: int) -> bool:
    """Whether the word `at` of a sentence tells of the deed that the time of another one is counted from."""
    start = next((k for k, p in enumerate(scene.phrases) if p.start <= at and _is_start(scene, k)), None)
    if start is None or not any(k in scene.event_words for k in range(scene.phrases[start].start)):
        return False
    between = scene.phrases[start : scene.phrase_at(at)]
    return not any(p.kind in ("comma", "stop", "link") for p in between)


def _is_start(scene: Scene, k: int) -> bool:
    """Whether a phrase names a deed that time has gone by since; with the article the time is how long it lasted.

    `بعد أسبوعين من تفجير`, but `بعد ثلاثة أيام من الحصار`.
    """
    lapsed = lapse_before(scene, k, particles().long_periods) is not None
    return lapsed and not scene.words[scene.phrases[k].inner].definite
