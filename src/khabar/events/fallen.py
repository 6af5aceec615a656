"""Whose the dead and wounded are: `سقط عشرات القتلى والجرحى من الحوثيين`, `أوقعت سبعة قتلى في صفوف المسلحين`.

Who only is called dead or wounded is told by the phrase behind; the words before are the size.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from khabar.events.lexicon import noun_keys
from khabar.events.scene import Scene
from khabar.events.toll_words import toll_words
from khabar.records import Mention, MentionKind
from khabar.text.phrases import Phrase

if TYPE_CHECKING:
    from khabar.events.draft import Draft


def name_fallen(draft: Draft, known: Callable[[Mention], Mention]) -> None:
    """Put those of whom the dead and wounded are in their place among the recipients of an attack.

    `known` gives a mention as the resolution left it.
    """
    scene, found = draft.scene, draft.recipients
    if draft.type != "ASSAULT" or not found:
        return
    phrases = [p for p in scene.phrases if p.kind == "np" and any(m.span.overlaps(scene.span(p)) for m in found)]
    if not phrases or not all(_only_fell(scene, p) for p in phrases):
        return
    whole = next((p for p in scene.phrases if p.start == phrases[-1].end), None)
    if whole is None or not _is_group(scene, whole):
        return
    group = known(scene.mention(whole))
    found[:] = [group]
    draft.actors = [m for m in draft.actors if not m.span.overlaps(group.span)]
    draft.proved.append("recipients are whose dead they are")


def _only_fell(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase has a number and a word for the dead or wounded, and nothing more."""
    tolls = toll_words().dead | toll_words().injured
    words = scene.words[phrase.inner : phrase.end]
    named = [w for w in words if w.kind not in ("num", "adv", "prep")]
    return bool(named) and all(_is_toll(w.bare, tolls) for w in named)


def _is_toll(word: str, tolls: frozenset[str]) -> bool:
    return bool({*noun_keys(word)} & tolls) or word in tolls or word.removesuffix("ا") in tolls


def _is_group(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase behind `من` or `في صفوف` names a side, or people in the plural."""
    if phrase.kind != "np" or phrase.conj or phrase.suffix or phrase.prep not in ("من", "في", "بين"):
        return False
    if phrase.prep == "في":
        return scene.words[phrase.inner].bare == "صفوف" and bool(phrase.mentions)
    side = phrase.who is MentionKind.GROUP or (phrase.person and phrase.number == "pl")
    return side and phrase.definite
