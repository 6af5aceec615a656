"""What an attack is made with, where that tells its mode: `استهدف الجيش الموقع بالمسيرات`, `استهدفت مسيرة سوقا`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from khabar.events.draft import Draft
from khabar.lexicon.cache import ROOT
from khabar.lexicon.rows import rows_of
from khabar.text.characters import squeeze
from khabar.text.phrases import Phrase
from khabar.text.portions import counts

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
    """What an attack may be made with: what `ب` brings in, the subject of an active verb, what is fired.

    So is a machine that does what a noun names (`قصف طائرة مسيرة`, `غارة لمسيرة`).
    """
    yield from (group[0] for slot in ("ب", "بواسطه") for group in draft.slots.get(slot, ()))
    if draft.trigger.kind == "verb":
        clause = draft.trigger.clause
        fires = clause is not None and clause.verb is not None and clause.verb.verb.lemma in _FIRES
        taken = ("subj", "obj") if fires else ("subj",)
        yield from (group[0] for slot in taken if not draft.passive for group in draft.slots.get(slot, ())[:1])
    else:
        doers = {m.span for m in draft.actors}
        groups = (group for slot in ("gen", "ل", "من") for group in draft.slots.get(slot, ())[:1])
        yield from (group[0] for group in groups if draft.scene.mention(group[0]).span in doers)


def _mode_of(draft: Draft, phrase: Phrase) -> str:
    """The mode that the first words of a phrase tell, the longest weapon first; nothing where it is none.

    How many there are, and `بواسطة`, may stand before it (`بعشرات المسيرات`, `بثلاث قذائف`).
    """
    words = draft.scene.words[phrase.inner : phrase.inner + _MOST + 2]
    while words and (words[0].kind == "num" or counts(words[0]) or words[0].bare in _BEFORE):
        words = words[1:]
    bare = [word.bare for word in words[:_MOST]]
    return next((m for n in range(len(bare), 0, -1) if (m := _arms().get(" ".join(bare[:n])))), "")


_FIRES = frozenset({"أطلق", "أرسل"})
"""Verbs whose object may be what an attack is made with."""
_BEFORE = frozenset({"واسطه", "استخدام", "استعمال", "عدد", "من", "وابل", "سلسله", "سرب", "اسراب"})
"""Words before what an attack is made with (`بواسطة طائرة`, `باستخدام مسيرة`, `بعدد من الصواريخ`, `بوابل من`)."""
