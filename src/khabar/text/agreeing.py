"""Words whose class agreement with the word before settles, whatever the tagger says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from khabar.lexicon.words import word_list
from khabar.text.particles import particles
from khabar.text.wordlist import known_word

if TYPE_CHECKING:
    from khabar.text.tokens import Token
    from khabar.text.words import Word


def is_described_by(noun: Word, word: Word) -> bool:
    """Whether a word is the adjective of the noun right before it.

    Behind an indefinite accusative another is its adjective and no adverb (`موظفا سابقا`).
    """
    if word.conj or word.prep or noun.verb is not None or noun.kind not in ("noun", "name"):
        return False
    alike = _ends_in_alef(noun) and _ends_in_alef(word) and not (noun.definite or word.definite)
    adverb = word.norm in particles().adverbs and word.norm != "سابقا"
    return word.kind == "adv" and alike and not adverb


def is_based(before: Sequence[Word], word: Word, after: Sequence[Token]) -> bool:
    """Whether `بناء` before `على` says on what something is based, and is no building (`بناء علي تعليمات الوزير`)."""
    told = word.norm == "بناء" and not word.prep and [t.norm for t in after] == ["علي"]
    return told and not (before and before[-1].kind in ("noun", "prep", "num"))


_NO_ARTICLE = word_list(__name__, "no_article")


def lacks_article(noun: Word, word: Word) -> bool:
    """Whether `ال` is part of a verbal noun right before a definite noun, its genitive (`التماس السجناء`)."""
    owned = word.definite or word.token.text.endswith(("ه", "ها", "هم"))
    plain = word.kind in ("noun", "name") and not (word.conj or word.prep)
    return noun.norm in _NO_ARTICLE and noun.definite and owned and plain


def _ends_in_alef(word: Word) -> bool:
    """Whether a word ends in the alef of the accusative, with or without its sign, and print has it without."""
    text = word.token.text.rstrip("\u064b")
    return text.endswith("ا") and not text.endswith(("ها", "نا", "هما")) and known_word(word.norm[:-1]) > 0
