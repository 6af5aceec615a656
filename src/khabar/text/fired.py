"""What a noun of firing fires: no object of the verb before it (`قتل شاب إثر إطلاق الشرطة | النار`)."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.text.particles import particles
from khabar.text.phrases import Phrase
from khabar.text.words import Word


def is_fired(phrases: Sequence[Phrase], words: Sequence[Word], j: int) -> bool:
    """Whether the noun phrase at `j` is what is fired by those in the genitive of the noun phrase before it."""
    phrase, before = phrases[j], phrases[j - 1]
    if before.kind != "np" or before.end != phrase.start or phrase.prep or phrase.conj:
        return False
    firing = words[before.inner].bare in particles().shooting and before.end > before.inner + 1
    return firing and bool(before.prep) and words[phrase.inner].bare.removesuffix("ا") in particles().fired
