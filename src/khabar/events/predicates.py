"""Of whom a clause without a verb tells what a noun says: `إن المنظمة مستعدة`, `إن أنقرة وواشنطن متفقتان`."""

from __future__ import annotations

from khabar.events.scene import Scene
from khabar.events.trigger import Group

_OF_SEVERAL = ("ان", "ون")
"""Endings of what is said of two, and of several (`متفقتان`, `متفقون`)."""


def told_before(scene: Scene, k: int) -> Group:
    """Of whom a clause without a verb tells what phrase `k` says: `إن المنظمة مستعدة`, `بلاده على استعداد`."""
    predicate = scene.phrases[k]
    if predicate.definite or (predicate.prep and predicate.prep != "علي"):
        return []
    for j in range(k - 1, max(k - 5, -1), -1):
        phrase = scene.phrases[j]
        if phrase.kind == "np" and not phrase.prep:
            if not (phrase.definite or phrase.mentions or phrase.possessed):
                return []
            several = scene.words[predicate.head].bare.endswith(_OF_SEVERAL) and not predicate.prep
            return _with_others(scene, j) if several else [phrase]
        if phrase.kind not in ("np", "adv", "quote"):
            return []
    return []


def _with_others(scene: Scene, j: int) -> Group:
    """The noun phrase at `j` with those before it that `و` joins it to; itself where one has a preposition."""
    first = j
    while first > 0 and scene.phrases[first].conj and scene.phrases[first - 1].kind == "np":
        first -= 1
    group = scene.phrases[first : j + 1]
    return list(group) if not any(p.prep for p in group) else [scene.phrases[j]]
