"""What a crowd that protests does: stones it throws and buildings it storms are PROTEST, whatever noun tells of them.

The lexicon's verbs say so by their subjects (`رشق المتظاهرون الشرطة بالحجارة`); of a noun it is somebody else's verb that
tells who did it (`استمر المتظاهرون في إلقاء الحجارة`, `حاول محتجون اقتحام السفارة`).
"""

from __future__ import annotations

from khabar.events.draft import Draft

_DEEDS = frozenset({"اقتحام", "إلقاء", "تراشق", "رشق", "رمي"})
"""Nouns of the lexicon for what crowds do and armed men do too."""
_PLAIN = frozenset({"", "primitive"})


def is_riot(draft: Draft) -> bool:
    """Whether a noun for throwing or storming has nobody but demonstrators behind it."""
    if draft.type != "ASSAULT" or draft.trigger.kind != "noun" or draft.sense.entry not in _DEEDS or not draft.actors:
        return False
    scene = draft.scene
    heads = [word for m in draft.actors for word in scene.words if word.start == m.head.start]
    return len(heads) == len(draft.actors) and all(scene.is_one_of(word, ("demonstrators", "rioters")) for word in heads)


def as_riot(draft: Draft) -> None:
    """Make a PROTEST of what a crowd does with stones or by storming a building."""
    if is_riot(draft) and {*draft.modes} <= _PLAIN:
        draft.proved.append("done by those who protest")
        draft.type, draft.modes = "PROTEST", ["riot"]
