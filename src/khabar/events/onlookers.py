"""Who only tells of an attack, or comes to those it hit: observers, media, rescuers."""

from __future__ import annotations

from collections.abc import Mapping, Set

from khabar.records import Mention
from khabar.text.characters import squeeze


def looks_on(mention: Mention, classes: Mapping[str, Set[str]]) -> bool:
    """Whether somebody is of those who use no force: who is called by words of the class `onlookers`.

    `أضاف الدفاع المدني أن فرقه وصلت. كما قتل مدنيين اثنين`: nobody is told of who killed them.
    """
    words = [squeeze(w).strip('«»"“”').removeprefix("ال") for w in mention.text.split()]
    return any(" ".join(words[:n]) in classes["onlookers"] for n in (1, 2))
