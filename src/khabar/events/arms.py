"""What an attack is made with, where that tells its mode: `استهدف الجيش الموقع بالمسيرات`, `استهدفت مسيرة سوقا`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from khabar.events.draft import Draft
from khabar.lexicon.cache import ROOT
from khabar.lexicon.rows import rows_of
from khabar.text.characters import squeeze
from khabar.text.phrases import Phrase

ARMS_FILE = ROOT / "text" / "arms.tsv"
_NARROWER = {"heavy-weapons": ("aerial", "drone"), "aerial": ("drone",)}
"""Modes that what it is made with can narrow, and to what."""
_MOST = 3
"""How many words a weapon has at most."""


@lru_cache(maxsize=1)
def _arms() -> Mapping[str, str]:
    """Squeezed words of a weapon to the mode of an attack with it."""
    return {squeeze(words): entry["mode"] for entry in rows_of(ARMS_FILE) for words in entry["words"].split("|")}


def arm(draft: Draft) -> None:
    """Give an attack the mode that what it is made with tells, where it has none or a wider one."""
    if draft.type != "ASSAULT" or len(draft.modes) > 1:
        return
    mode = next((m for phrase in _means(draft) if (m := _mode_of(draft, phrase))), "")
    if mode and (not draft.modes or mode in _NARROWER.get(draft.modes[0], ())):
        draft.modes = [mode]


def _means(draft: Draft) -> Iterator[Phrase]:
    """What an attack may be made with: what `ب` brings in, and the subject of an active verb."""
    yield from (group[0] for group in draft.slots.get("ب", ()))
    if draft.trigger.kind == "verb" and not draft.passive:
        yield from (group[0] for group in draft.slots.get("subj", ())[:1])


def _mode_of(draft: Draft, phrase: Phrase) -> str:
    """The mode that the first words of a phrase tell, the longest weapon first; nothing where it is none."""
    words = [word.bare for word in draft.scene.words[phrase.inner : phrase.inner + _MOST]]
    return next((m for n in range(len(words), 0, -1) if (m := _arms().get(" ".join(words[:n])))), "")
