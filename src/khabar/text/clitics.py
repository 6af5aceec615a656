"""Clitics of nominal words: `و`, `ف` and the attached prepositions, told from the first letters of words.

What print shows decides: the word list (`text/wordlist.py`) has words with the article, which no clitic stands behind.
"""

from __future__ import annotations

from functools import lru_cache

from khabar.lexicon.words import word_list
from khabar.text.particles import particle_of, particles
from khabar.text.wordlist import VERBAL_NOUN, known_word


@lru_cache(maxsize=32768)
def clitic_cut(norm: str, cls: str) -> tuple[str, str, bool, str, int]:
    """(conjunction, preposition, whether definite, rest with ال, characters cut off) of a nominal word.

    A single letter is cut only where `ال` (or `لل`) follows, or where the word list knows the rest and not the whole.
    """
    conj, rest, shift = "", norm, 0
    if _is_whole(norm) and norm[1:] not in _HONORIFIC:
        return conj, "", False, rest, shift
    if rest[:1] in "وف" and len(rest) > 3 and (_has_article(rest[1:]) or _is_conjoined(rest, cls)):
        conj, rest, shift = rest[0], rest[1:], 1
    if rest.startswith("ال") and len(rest) > 3:
        return conj, "", True, rest, shift
    if rest.startswith("لل") and len(rest) > 3:
        return conj, "ل", True, "ا" + rest[1:], shift + 1
    if rest[:1] in ("ب", "ك") and rest[1:3] == "ال" and len(rest) > 4:
        return conj, rest[0], True, rest[1:], shift + 1
    attached = len(rest) > 3 and rest[:1] in ("ب", "ل", "ك") and _is_attached(rest, cls)
    if attached or rest in particles().attached_words:
        return conj, rest[0], False, rest[1:], shift + 1
    return conj, "", False, rest, shift


def _is_conjoined(word: str, cls: str) -> bool:
    """Whether the first letter of a word is `و` or `ف`, "and": the rest is a word that print shows often enough."""
    if word[0] == "و" and word[1:] in _HONORIFIC:
        return True  # `وسمو نائبه`
    whole, rest = known_word(word), known_word(word[1:])
    if _is_whole(word):
        return False
    if word[0] == "و" and word[1:] in particles().listed_deeds:
        return True  # `وحجز علب`
    if whole == 0 and rest == 0 and word[1] in "بلك" and len(word) > 5 and known_word(word[2:]) > 1:
        # `وبانتهاء`: a conjunction and a preposition.
        return True
    if rest > whole or (rest >= 3 and rest * 4 >= whole):
        return True
    if _is_owned(word):
        return True
    if cls == "PROPN" or len(word) < 5:
        return False
    # `ومجوهرات`, `وسلامتها`: no noun of print begins so, and few begin with `و` at all.
    return (word[0] == "و" and not _stands(word)) or _is_cut(word)


_HONORIFIC = word_list(__name__, "honorific")
_ENDINGS = ("هما", "تين", "تان", "يات", "هم", "ها", "نا", "ات", "ين", "ون", "ان", "يه", "ه", "ي", "ا", "و", "ك")
"""Endings of number, belonging and pronouns, the longest first."""


def _is_owned(word: str) -> bool:
    """Whether a word is `و` and a noun with a pronoun: print has no `الوحليفة`, but `حليف` (`وحليفتها`, `وأنصارهم`)."""
    if word[0] != "و" or len(word) < 6 or not word.endswith(("هم", "ها", "هما", "ته")):
        return False
    whole = any(known_word("ال" + form) for form in _forms(word))
    return not whole and any(known_word(form) for form in _forms(word[1:]))


@lru_cache(maxsize=32768)
def _forms(word: str) -> tuple[str, ...]:
    """A word and those that differ from it in an ending (`سلامتها`: `سلامت`, `سلامه`)."""
    stems = [word[: -len(end)] for end in _ENDINGS if word.endswith(end) and len(word) - len(end) > 2]
    stems += [stem[:-1] for stem in stems if stem.endswith("ت") and len(stem) > 3]
    return (word, *(form for stem in stems for form in (stem, stem + "ه")))


def _is_whole(word: str) -> bool:
    """Whether a word is one whose first letter only looks like a clitic, in whatever ending."""
    return word[:1] in "وفبلك" and not particles().whole_words.isdisjoint(_forms(word))


def _stands(word: str) -> bool:
    """Whether print knows a word, with the article or without, or one that differs in its ending."""
    return any(known_word(form) or known_word("ال" + form) for form in _forms(word))


def _is_cut(word: str) -> bool:
    """Whether print has the article before what follows the first letter of a word, and not before the word itself.

    `بطبيعتها`: `الطبيعة`, and no `البطبيعة`.
    """
    whole, rest = (any(known_word("ال" + form) for form in _forms(w)) for w in (word, word[1:]))
    return rest and not whole and len(word) > 4


def _is_attached(word: str, cls: str) -> bool:
    """Whether the first letter of a word is a preposition: the rest is a known word, and not rare beside the whole."""
    whole, rest = known_word(word), known_word(word[1:])
    if _is_whole(word):
        return False
    if whole == 0 and rest == 0 and word[0] in "بل" and _has_pronoun(word[1:]):
        return True
    if whole == 0 and rest == 0 and word[0] in "بل" and VERBAL_NOUN.match(word[1:]):
        # `بتشديد`: what has the shape of a verbal noun behind the letter.
        return True
    if whole == 0 and rest == 0 and word[0] in "بل" and word.endswith("تين") and known_word(word[1:-3] + "ه") > 1:
        return True  # `بكتيبتين`
    if whole == 0 and word[0] in "بل" and word.endswith(("ي", "و")) and is_plural_stem(word[1:]):
        return True  # `لنازحي دارفور`
    if whole == 0 and word[0] in "بل" and word.endswith("ين") and len(word) > 6 and known_word(word[1:-2]) > 1:
        return True  # `بصاروخين`
    if word[0] == "ك":
        return len(word) > 4 and ((rest >= 10 and whole == 0) or (cls != "PROPN" and _is_cut(word)))
    rare = whole == 0 and len(word) > 4 and word.endswith("ه") and cls in ("NOUN", "ADJ")
    if word.startswith("بب") and rest > 0:
        return True
    long = len(word) > (3 if word[0] == "ب" else 4)
    if word[0] in "بل" and long and known_word("ال" + word[1:]) >= 2 and known_word("ال" + word) == 0:
        # `بنوبة`: print knows `النوبة` and no `البنوبة`.
        return particle_of(word[1:]) is None
    if rest > whole or (rare and word[0] == "ب"):
        return True
    if particle_of(word[1:]) is not None or len(word) < 5:
        return False
    if rest >= 3 and rest * 6 >= whole:
        return True
    if VERBAL_NOUN.match(word[1:]) and not VERBAL_NOUN.match(word) and known_word("ال" + word) == 0:
        return True  # `بتخصيص`, which print shows and `تخصيص` not
    shaped = word[1] == "م" or VERBAL_NOUN.match(word[1:])
    return cls != "PROPN" and (_is_cut(word) or (not _stands(word) and (_stands(word[1:]) or bool(shaped))))


def is_plural_stem(word: str) -> bool:
    """Whether a word is a masculine plural before its genitive, as print shows it with its `ن` (`نازحي`)."""
    return len(word) > 4 and (known_word(word + "ن") > 0 or known_word("ال" + word + "ن") > 0)


def _has_pronoun(word: str) -> bool:
    """Whether a word is a known noun with a pronoun (`انتمائهم`, `تزويدها`)."""
    for suffix in ("هما", "هم", "ها", "ه"):
        stem = word[: -len(suffix)]
        if word.endswith(suffix) and len(stem) > 3:
            return known_word(stem) > 1
    return False


def _has_article(rest: str) -> bool:
    return (rest.startswith(("ال", "لل", "بال", "كال"))) and len(rest) > 4
