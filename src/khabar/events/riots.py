"""What a crowd that protests does: stones it throws, what it storms and tears down are PROTEST.

The lexicon's verbs say so by their subjects (`رشق المتظاهرون الشرطة بالحجارة`); of a noun another
verb tells who did it (`استمر المتظاهرون في إلقاء الحجارة`, `حاول محتجون اقتحام السفارة`).
"""

from __future__ import annotations

from khabar.events.draft import Draft
from khabar.lexicon.words import word_list

_DEEDS = word_list(__name__, "deeds")
_CROWDS = ("demonstrators", "rioters")
_STORMS = "اقتحام"
"""What those do as well who have come to protest, and are not called so (`حاول الأساتذة اقتحام الوزارة`)."""
_SETTLERS = "مستوطن"
"""Who is among those that protest, and storms for other ends."""
_PLAIN = frozenset({"primitive", "destroy"})


def is_riot(draft: Draft) -> bool:
    """Whether a word for throwing, storming or tearing down has nobody but people who protest behind it."""
    storms = draft.sense.entry == _STORMS
    if draft.type != "ASSAULT" or not (storms or draft.sense.entry in _DEEDS) or not draft.actors:
        return False
    scene, crowds = draft.scene, (*_CROWDS, "protesters") if storms else _CROWDS
    heads = [word for m in draft.actors for word in scene.words if word.start == m.head.start]
    return len(heads) == len(draft.actors) and all(
        scene.is_one_of(word, crowds) and not word.bare.startswith(_SETTLERS) for word in heads
    )


def as_riot(draft: Draft) -> None:
    """Make a PROTEST of what a crowd does with stones, by storming a building or by tearing it down."""
    if is_riot(draft) and {*draft.modes} <= _PLAIN:
        draft.proved.append("done by those who protest")
        draft.type, draft.modes = "PROTEST", ["riot"]
