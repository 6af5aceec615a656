"""What somebody is said to have tried by a pronoun: `قتلت الشرطة شابا بعد محاولته طعن جندي`: he tried, not they."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.events.draft import Draft
from khabar.events.types import FORCE
from khabar.lexicon.words import word_list
from khabar.records import Auxiliary, Span
from khabar.text.nouns import without_pronoun

_SURVIVING = word_list(__name__, "surviving")
_TRIES = word_list(__name__, "tries")
_ATTEMPTS = word_list(__name__, "attempts")
_OF_ONE = {"ه": "m", "ها": "f"}
"""Pronouns of one, and the gender of whom they stand for."""


def tried_by(draft: Draft) -> str:
    """The pronoun of who tried what a noun names (`محاولتها طعن جندي`: `ها`), or nothing."""
    trigger, scene = draft.trigger, draft.scene
    first = trigger.words[0]
    if draft.type not in FORCE or trigger.kind != "noun" or first == 0 or first != scene.phrases[trigger.phrase].inner:
        return ""
    word = scene.words[first - 1]
    bare = without_pronoun(word.bare)
    return word.bare.removeprefix(bare) if bare in _TRIES else ""


def are_apart(a: Draft, b: Draft) -> bool:
    """Whether of two deeds of one sentence one was only tried by whom the other was done to."""
    return a.scene is b.scene and bool(tried_by(a)) is not bool(tried_by(b))


def name_attempters(drafts: Sequence[Draft]) -> None:
    """Make whom force was used on in the clause before the doer of what he is said to have tried."""
    for tried in drafts:
        pronoun = tried_by(tried)
        if not pronoun or any(m.span in tried.settled for m in tried.actors):
            continue
        before = [d for d in drafts if d.scene is tried.scene and d.span.end <= tried.span.start and d.type in FORCE]
        told = [d for d in before if d.trigger.kind == "verb" and len(d.recipients) == 1]
        if told and _agrees(told[-1], pronoun):
            tried.actors = list(told[-1].recipients)
            tried.settled |= {m.span for m in tried.actors}
            tried.proved.append("whom force was used on is said to have tried it")


def come_off(draft: Draft) -> None:
    """Let an attempt at somebody's life in which people fell be told as done (`محاولة اغتيال قتل فيها أربعة`).

    What was foiled, is only charged, planned or to come keeps its mood.
    """
    trigger, scene = draft.trigger, draft.scene
    first = trigger.words[0]
    words = scene.words[max(first - 1, 0) : first + 1] if trigger.kind == "noun" else []
    tried = any(w.bare in _ATTEMPTS for w in words)
    fell = any(size.kind in ("dead", "injured") for size in draft.size)
    if draft.type == "ASSAULT" and tried and fell and set(draft.auxiliary) == {Auxiliary.HYPOTHETICAL}:
        draft.auxiliary = []


def who_got_away(draft: Draft) -> set[Span]:
    """The mentions of those who are told to have got away from force, and so have not used it.

    `نجا المحافظ من تفجير استهدف موكبه وقتل أربعة من حراسه`.
    """
    if draft.type != "ASSAULT":
        return set()
    clauses = [c for c in draft.scene.clauses if c.verb is not None and c.verb.verb.lemma in _SURVIVING]
    return {draft.scene.mention(p).span for c in clauses for p in c.subject}


def spare(draft: Draft) -> None:
    """Leave out of the doers of force who got away from it."""
    spared = who_got_away(draft)
    draft.actors = [m for m in draft.actors if m.span not in spared]


def _agrees(draft: Draft, pronoun: str) -> bool:
    """Whether a pronoun can stand for the recipient of a draft."""
    mention = draft.recipients[0]
    at = draft.scene.words_at(mention.span)
    if not at:
        return False
    phrase = draft.scene.phrases[draft.scene.phrase_at(at[0].index)]
    if pronoun in _OF_ONE:
        return phrase.number == "sg" and phrase.gender == _OF_ONE[pronoun]
    return phrase.number != "sg"
