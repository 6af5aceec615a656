"""Whom a place or a thing is taken from, where only what is told of it says so.

`سيطر الجيش على تلة كانت في قبضة المتمردين`, `صادرت الشرطة هاتفه`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from khabar.events.held import stands_for
from khabar.events.listed import joined
from khabar.events.scene import Scene
from khabar.events.trigger import genitive
from khabar.lexicon.words import word_list
from khabar.names.lexicon import person_nouns
from khabar.records import Mention, MentionKind
from khabar.text.characters import squeeze
from khabar.text.nouns import pronoun_at_end
from khabar.text.phrases import Phrase

if TYPE_CHECKING:
    from khabar.events.draft import Draft

_HANDS = word_list(__name__, "hands")
_RULE = word_list(__name__, "rule")
_BEING = word_list(__name__, "being")
_REACH = 10
"""Phrases from the deed to what is told of the place."""


def take_from(draft: Draft) -> None:
    """Give a seizure those from whom something is taken, where its frame has found nobody.

    Not where something falls: it falls into the hands of who takes it (`سقطت المدينة بأيدي المتمردين`).
    """
    if draft.type != "COERCE" or "seize" not in draft.modes or "ب" in draft.sense.frame.get("actor", ()):
        return
    if _is_of_rule(draft):
        draft.actors, draft.recipients = [], [draft.scene.mention(p) for p in draft.slots["gen"][0]]
        return
    if any(m.actor is not None and m.kind is not MentionKind.PLACE for m in draft.recipients):
        return
    found = [draft.scene.mention(p) for p in _holders(draft)]
    if not found and (owner := _owner(draft)) is not None:
        found = [owner]
    lost = [m for m in found if all(m.text != a.text and not m.span.overlaps(a.span) for a in draft.actors)]
    if lost:
        draft.recipients = lost
        draft.settled |= {m.span for m in lost}


def _is_of_rule(draft: Draft) -> bool:
    """Whether a noun only says from whose rule something is freed (`تحرير المدينة من سيطرة المتمردين`)."""
    trigger, scene = draft.trigger, draft.scene
    noun = scene.phrases[trigger.phrase]
    behind = trigger.kind == "noun" and noun.prep == "من" and noun.inner == trigger.words[0]
    rule = behind and scene.words[noun.inner].bare in _RULE and "علي" not in draft.slots
    return rule and "gen" in draft.slots and draft.slots["gen"][0][0].person


def _holders(draft: Draft) -> Iterator[Phrase]:
    """In whose hands or under whose rule it was (`أسلحة كانت بحوزة المتهم`, `تحرير التلة من سيطرة المتمردين`)."""
    scene, first = draft.scene, draft.trigger.phrase + 1
    for phrase in scene.phrases[first : first + _REACH]:
        if phrase.kind in ("stop", "link", "comp"):
            return
        if phrase.kind == "verb" and (phrase.verb is None or squeeze(phrase.verb.verb.lemma) not in _BEING):
            return
        owner = _hand_of(scene, phrase) if phrase.kind == "np" else None
        if owner is not None and (owner.person or scene.words[owner.head].bare in person_nouns()):
            yield from (owner, *joined(scene, scene.phrase_at(owner.head)))
            return


def _hand_of(scene: Scene, phrase: Phrase) -> Phrase | None:
    """Whose hand, possession or rule a phrase tells of, or None."""
    word = scene.words[phrase.inner].bare
    if word == "بحوزه":  # taken for one word
        return next((p for p in scene.phrases if p.kind == "np" and p.start == phrase.inner + 1), None)
    held = (word in _HANDS and phrase.prep in ("ب", "في")) or (word in _RULE and phrase.prep == "من")
    owners = genitive(scene, [scene.phrase(phrase.inner, phrase.end)]) if held else []
    return owners[0] if owners else None


def _owner(draft: Draft) -> Mention | None:
    """Whose a thing is that carries a pronoun (`صادرت الشرطة هاتفه`, `جزءا من ممتلكاتهم`), or None."""
    scene = draft.scene
    slot = next((s for s in ("obj", "gen", "علي") if s in draft.slots), "")
    if not slot:
        return None
    thing = draft.slots[slot][0][0]
    part = next((p for p in scene.phrases if p.start == thing.end and p.prep == "من"), None)
    thing = part if part is not None and not thing.possessed else thing
    if not thing.possessed or thing.person:
        return None
    pronoun = pronoun_at_end(scene.words[thing.head].norm)
    return stands_for(draft, thing.head, pronoun, bodies=True) if pronoun else None
