"""What an attack is made with, where that tells its mode: `استهدف الجيش الموقع بالمسيرات`, `استهدفت مسيرة سوقا`.

It stands behind `ب`, as the subject, as the machine that does what a noun names (`غارات المسيرات`), in what caused a
death (`استشهد إثر سقوط قذيفة`), or as an adjective of the attack (`الحملة الجوية`, `الهجوم الصاروخي الذي استهدف`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from khabar.events.draft import Draft
from khabar.lexicon.cache import ROOT
from khabar.lexicon.rows import rows_of
from khabar.text.characters import squeeze
from khabar.text.particles import particles
from khabar.text.phrases import Phrase
from khabar.text.portions import counts
from khabar.text.words import Word

ARMS_FILE = ROOT / "text" / "arms.tsv"
_NARROWER = {
    "heavy-weapons": ("aerial", "drone"),
    "aerial": ("drone",),
    "explosives": ("suicide-attack", "crowd-control"),
    "firearms": ("crowd-control",),
}
"""Modes that what it is made with can narrow, and to what."""
_BESIDE = "targeted"
"""The mode that tells whom an attack is for; what it is made with stands beside it."""
_MOST = 3
"""How many words a weapon has at most."""
_REACH = 14
"""How many words behind a trigger its cause is told at most,"""
_WITHIN = 4
"""and how many words behind that the weapon stands."""


@lru_cache(maxsize=1)
def _arms() -> Mapping[str, str]:
    """Squeezed words of a weapon to the mode of an attack with it."""
    return {squeeze(words): entry["mode"] for entry in rows_of(ARMS_FILE) for words in entry["words"].split("|")}


def arm(draft: Draft) -> None:
    """Give an attack the mode that what it is made with tells, where it has none or a wider one."""
    if draft.type != "ASSAULT" or len(draft.modes) > 1:
        return
    words = draft.scene.words
    told = [mode for phrase in _means(draft) if (mode := _mode_of(words[phrase.inner :]))]
    mode = _narrowest(told) or (_mode_of_cause(draft) if not draft.modes else "") or _mode_of_adjective(draft)
    if mode and draft.modes == [_BESIDE]:
        draft.modes = sorted([mode, _BESIDE])
    elif mode and (not draft.modes or mode in _NARROWER.get(draft.modes[0], ())):
        draft.modes = [mode]


def _narrowest(told: Sequence[str]) -> str:
    """The mode of those told that says most (`غارة لمسيرة`), nothing where none is told."""
    return "drone" if "drone" in told else next(iter(told), "")


def _means(draft: Draft) -> Iterator[Phrase]:
    """What an attack may be made with: what `ب` brings in, the subject of an active verb, what is fired.

    So is a machine that does what a noun names (`قصف طائرة مسيرة`, `غارة لمسيرة`).
    """
    if draft.trigger.kind == "verb":
        clause = draft.trigger.clause
        fires = clause is not None and clause.verb is not None and squeeze(clause.verb.verb.lemma) in particles().firing
        taken = ("subj", "obj") if fires else ("subj",)
        yield from (group[0] for slot in taken if not draft.passive for group in draft.slots.get(slot, ())[:1])
    yield from (group[0] for slot in ("ب", "بواسطه") for group in draft.slots.get(slot, ()))
    if draft.trigger.kind == "noun":
        doers = {m.span for m in draft.actors}
        groups = (group for slot in ("gen", "ل", "من") for group in draft.slots.get(slot, ())[:1])
        yield from (group[0] for group in groups if draft.scene.mention(group[0]).span in doers)


def _mode_of(words: Sequence[Word]) -> str:
    """The mode that the first of some words tell, the longest weapon first; nothing where they are none.

    How many there are, and `بواسطة`, may stand before it (`بعشرات المسيرات`, `بثلاث قذائف`).
    """
    words = words[: _MOST + 2]
    while words and (words[0].kind == "num" or counts(words[0]) or words[0].bare in particles().before_arms):
        words = words[1:]
    bare = [word.bare for word in words]
    if bare and bare[0] not in _arms() and bare[0].startswith("ل"):
        bare[0] = bare[0][1:]  # a ل that print does not show to be one: `تعرضه لطلق ناري`
    mode = next((m for n in range(min(_MOST, len(bare)), 0, -1) if (m := _arms().get(" ".join(bare[:n])))), "")
    if mode == "aerial" and any(_arms().get(f"{bare[0]} {word}") == "drone" for word in bare[1:]):
        return "drone"  # `طائرة إسرائيلية مسيرة`
    return mode


def _mode_of_cause(draft: Draft) -> str:
    """The mode that the cause of a death or wound tells (`استشهد نتيجة سقوط مقذوف`, `قتل في هجوم بسيارة مفخخة`)."""
    words, last = draft.scene.words, draft.trigger.words[-1]
    if not draft.size and not draft.passive:
        return ""
    for at in range(last + 1, min(last + _REACH, len(words) - 1)):
        if words[at].verb is not None or words[at].norm == ".":
            return ""
        if particles().causes & {words[at].norm, words[at].prep}:
            behind = range(at + (words[at].prep == ""), min(at + 1 + _WITHIN, len(words)))
            if told := [mode for i in behind if (mode := _mode_of(words[i:]))]:
                return _narrowest(told)
    return ""


def _mode_of_adjective(draft: Draft) -> str:
    """The mode that an adjective of the attack tells: of the noun, or of that which a relative clause goes on about."""
    clause, scene = draft.trigger.clause, draft.scene
    if draft.trigger.kind == "noun":
        phrase = scene.phrases[draft.trigger.phrase]
        behind = scene.words[draft.trigger.words[0] + 1 : phrase.end]
    else:
        antecedent = clause.antecedent if clause is not None else []
        behind = [w for p in antecedent for w in scene.words[p.inner + 1 : p.end]]
    return next((m for w in behind if w.bare.endswith(("ي", "يه")) and (m := _arms().get(w.bare))), "")
