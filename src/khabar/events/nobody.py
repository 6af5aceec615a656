"""What names nobody who could speak or be spoken to, though it stands where a subject or an object of speech would."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from khabar.events.scene import Scene
from khabar.events.types import UTTERED
from khabar.text.phrases import Phrase
from khabar.text.wordlist import VERBAL_NOUN, known_word

if TYPE_CHECKING:
    from khabar.events.draft import Draft

_SOMEBODY = (
    "authorities",
    "bodies",
    "fighters",
    "forces",
    "judges",
    "media",
    "officials",
    "parties",
    "prisoners",
    "protesters",
    "security",
    "speakers",
    "travellers",
)
_THINGS = (
    "accidents",
    "causes",
    "crimes",
    "deeds",
    "funds",
    "goods",
    "hazards",
    "laws",
    "losses",
    "penalties",
    "policies",
    "roads",
    "sufferings",
    "weapons",
)
_DOING = re.compile("^ت.ا..$")
"""The shape of verbal nouns (تفاعل) that words for people share too seldom to matter; squeezed."""


def is_no_speaker(draft: Draft, phrase: Phrase) -> bool:
    """Whether what stands by a speech act without a mention is a deed, a thing, a belonging or an adjective left alone.

    `قصد الرجوع`, `حله`, `جزافا`, and the last word of `طالب بالتدخل العاجل`.
    """
    scene = draft.scene
    head = scene.words[phrase.head]
    named = scene.atoms[phrase.head] >= 0 or head.kind == "name"
    if draft.type not in UTTERED or named or phrase.suffix or phrase.number == "counted":
        return False
    if any(scene.is_one_of(word, _SOMEBODY) for word in scene.words[phrase.inner : phrase.head + 1]):
        return False
    if head.norm.endswith(("ون", "ين")):
        return False
    if VERBAL_NOUN.match(head.bare) or _DOING.match(head.bare) or phrase.possessed:
        return True
    adverbial = not head.definite and head.token.text.endswith(("ا", "اً")) and phrase.end == phrase.inner + 1
    if adverbial or scene.is_one_of(head, _THINGS):
        return True
    known = known_word(head.norm) + known_word(head.bare) > 0
    return phrase.end == phrase.inner + 1 and known and _describes_before(scene, phrase)


def _describes_before(scene: Scene, phrase: Phrase) -> bool:
    """Whether a definite word right behind a definite noun agrees with it and so describes it (`بالتدخل | العاجل`).

    So does what stands behind `غير`.
    """
    head = scene.words[phrase.head]
    if phrase.start == 0 or phrase.prep or phrase.conj or not head.definite:
        return False
    before = scene.words[phrase.start - 1]
    if before.norm == "غير":
        return True
    if not before.definite or before.kind not in ("noun", "adj") or scene.atoms[before.index] >= 0:
        return False
    feminine = before.norm.endswith(("ه", "ات")) or before.bare == "اطراف"
    return head.norm.endswith("ه") is feminine and not head.norm.endswith("ي")
