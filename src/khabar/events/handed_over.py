"""What somebody handed over is wanted for (`سلمت بلغاريا فرنسا متهما بالهجوم`): an older deed, of neither state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from khabar.events.draft import Draft
from khabar.events.lexicon import noun_keys
from khabar.events.scene import Scene
from khabar.lexicon.words import word_list
from khabar.records import IRREALIS, Auxiliary
from khabar.sources.find import Sourcing
from khabar.text.clauses import Clause
from khabar.text.phrases import Phrase

_HANDING = word_list(__name__, "handing")
LONG_PAST = "told as past by what it is told for"
"""What is proved of a deed that lies back, whatever the weights say."""
_OF_CHARGES = ("ب", "في", "ل")
_DEEDS = ("ASSAULT", "COERCE", "PROTEST")


def set_charges(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a sentence: what somebody handed over is wanted for is past, his being accused no event.

    Where it was is not told by the states that hand him over.
    """
    kept = []
    for draft in drafts:
        wanted = _wanted(draft)
        if wanted is None or draft.type not in (*_DEEDS, "ACCUSE"):
            kept.append(draft)
        elif draft.type != "ACCUSE":
            if IRREALIS & set(draft.auxiliary) and not draft.actors and not draft.recipients:
                continue  # `متهما بالتخطيط لهجوم`: what nobody is told to have done, to nobody
            draft.range = (draft.scene.phrases.index(wanted[1]), draft.range[1])
            if not IRREALIS & set(draft.auxiliary) and Auxiliary.HISTORICAL not in draft.auxiliary:
                draft.auxiliary = [Auxiliary.HISTORICAL, *draft.auxiliary]
                draft.proved.append(LONG_PAST)
            kept.append(draft)
        elif draft.trigger.phrase > draft.scene.phrases.index(wanted[1]):
            kept.append(draft)
    return kept


def without_wanted(sourcing: Sourcing, scenes: Sequence[Scene]) -> Sourcing:
    """The attributions without those of a participle that only says what somebody handed over is accused of."""
    wanted = [
        scene.span(phrase)
        for scene in scenes
        for clause in scene.clauses
        if clause.verb is not None and clause.verb.verb.lemma in _HANDING
        for phrase in scene.phrases[clause.index + 1 : clause.index + 5]
        if phrase.kind == "verb" and _is_wanted(scene, phrase)
    ]
    kept = (a for a in sourcing.attributions if a.cue is None or not any(s.overlaps(a.cue) for s in wanted))
    return replace(sourcing, attributions=tuple(kept))


def hands_over(draft: Draft, phrase: Phrase | None) -> bool:
    """Whether a phrase is who hands over, or gets, somebody wanted for the deed of a draft: no part in that."""
    wanted = _wanted(draft) if phrase is not None and draft.type in _DEEDS else None
    return wanted is not None and phrase is not None and phrase.end <= wanted[1].start


def _wanted(draft: Draft) -> tuple[Clause, Phrase] | None:
    """The clause in which somebody is handed over, and who, where a draft tells what he is wanted for."""
    scene, trigger = draft.scene, draft.trigger
    for clause in scene.clauses:
        verb = clause.verb
        if verb is None or verb.verb.lemma not in _HANDING or clause.index >= trigger.phrase:
            continue
        for phrase in scene.phrases[clause.index + 1 : trigger.phrase + 1]:
            if phrase.kind in ("link", "comp", "stop", "comma", "rel"):
                break
            if _is_wanted(scene, phrase):
                last = scene.phrases.index(phrase)
                between = scene.phrases[last + 1 : trigger.phrase + 1]
                told = not between or (between[0].kind == "np" and between[0].prep in _OF_CHARGES)
                if told and all(p.kind in ("np", "adv", "quote") for p in between):
                    return clause, phrase
                break
    return None


def _is_wanted(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase without a preposition is somebody wanted or accused (`متهما`, `مشتبها به`)."""
    keys = {key for i in (phrase.inner, phrase.head) for key in noun_keys(scene.words[i].bare)}
    return phrase.kind in ("np", "verb") and not phrase.prep and bool(keys & scene.classes["fugitives"])
