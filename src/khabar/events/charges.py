"""What somebody is only charged with: words, lies, and rallies he is said to have called for."""

from __future__ import annotations

from khabar.events.draft import Draft
from khabar.events.lexicon import noun_keys
from khabar.events.types import SPOKEN
from khabar.lexicon.words import word_list
from khabar.text.nouns import without_pronoun
from khabar.text.words import Word

_CHARGES = word_list(__name__, "charges")
_OF_COURTS = word_list(__name__, "of_courts")
_ACCUSED = word_list(__name__, "accused")
_CONDEMNED = word_list(__name__, "condemned")
_REASONS = word_list(__name__, "reasons")
_SPURRED = word_list(__name__, "spurred")
_REACH = 24
"""How many words before a trigger the charge may stand, behind others that are listed."""
_NEAR = 4
"""How many words before it the accused may stand."""


def is_mere_charge(draft: Draft) -> bool:
    """Whether a noun only tells what the charge is: `بتهمة نشر أخبار كاذبة والتحريض على التظاهر`.

    Of force in a charge somebody has died or been hurt (`بتهمة قتل تاجر`), and where a verb tells of it, it was done.
    What is said stands right behind the charge (`بتهمة التشهير بالوزير`); later it may be somebody's answer.
    """
    trigger, words = draft.trigger, draft.scene.words
    if trigger.kind != "noun" or trigger.support is not None or trigger.told is not None:
        return False
    first, lies = trigger.words[0], "misinformation" in draft.modes
    if draft.type == "ASSAULT" and words[first].bare == "قتل" and "gen" not in trigger.slots and not trigger.pronoun:
        near = [w for w in words[max(first - 3, 0) : first] if w.kind != "verb"]
        return any({*noun_keys(w.bare), without_pronoun(w.bare)} & _CONDEMNED for w in near)
    if not (lies or _is_called_for(draft)):
        before = words[max(first - 1, 0)]
        return draft.type in SPOKEN and bool({*noun_keys(before.bare)} & _OF_COURTS)
    for k in range(first - 1, max(first - _REACH, 0) - 1, -1):
        word = words[k]
        if word.kind in ("verb", "comp", "rel") or word.token.norm in ".؛":
            return False  # `اتهم الوزير الحزب بترويج شائعات`: that he has spread them is what is told
        if _is_charge(word) and (first - k < _NEAR or not {*noun_keys(word.bare)} & _ACCUSED):
            return True
        if lies and (word.token.norm in _REASONS or word.norm in _REASONS):
            return True
    return False


def is_reason(draft: Draft) -> bool:
    """Whether an accusation only says why something is done to somebody.

    `قررت حبسه لاتهامه بالتحريض`, `اعتقل بتهمة حيازة منشورات ضد الشرطة`.
    """
    scene, trigger = draft.scene, draft.trigger
    if draft.type != "ACCUSE" or trigger.kind != "noun":
        return False
    word, phrase = scene.words[trigger.words[0]], scene.phrases[trigger.phrase]
    if {*noun_keys(word.bare)} & _CHARGES and scene.words[max(word.index - 1, 0)].norm == "خلفيه":
        return "من" not in trigger.slots  # `فصل على خلفية اتهامات بالتحرش`
    held_for = phrase.prep == "ب" and word.bare in _OF_COURTS and phrase.inner == word.index
    return (held_for and phrase.end > phrase.inner + 1) or (
        phrase.prep == "ل" and trigger.pronoun and word.bare.startswith("اتهام")
    )


def _is_called_for(draft: Draft) -> bool:
    """Whether a rally is only what somebody is said to have called for (`التحريض على التظاهر`)."""
    first, words = draft.trigger.words[0], draft.scene.words
    before = words[max(first - 2, 0) : first]
    return draft.type == "PROTEST" and any({*noun_keys(w.bare)} & _SPURRED for w in before)


def _is_charge(word: Word) -> bool:
    """Whether a word names a charge or the accused."""
    keys = {*noun_keys(word.bare)}
    return bool(keys & (_CHARGES | _ACCUSED)) or without_pronoun(word.bare) in _CHARGES
