"""What the form of a noun tells: gender, number, case, whether something can follow it in one phrase.

Print without vowels shows little: feminine endings, sound plurals and duals, the alef of the accusative, pronouns, and
the shapes of broken plurals (Ryding 2005, chapters 5 and 7).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from khabar.lexicon.words import word_list
from khabar.text.characters import squeeze
from khabar.text.particles import is_kin
from khabar.text.wordlist import known_word
from khabar.text.words import Word

# Shapes of broken plurals (فعائل, فواعل, مفاعل, أفعال, فعول), which no adjective in the singular has.
_BROKEN = re.compile(r"^(.[اوي]?.?ا[ءوي].|.وا..|م.ا[^ه]ي?.|ا..ا.|..و.)$")


_FEMININE = re.compile(r"^(..ي.ه|.ا..ه|.ا.ه|...ي.ه)$")


ONES = frozenset(squeeze(w) for w in ("أحد", "إحدى", "واحد", "واحدة", "اثنان", "اثنين", "اثنتان", "اثنتين"))
ONES |= frozenset(w + e for w in ("ثلاث", "اربع", "خمس", "ست", "سبع", "ثماني", "ثمان", "تسع") for e in ("", "ه"))
TENS = frozenset(w + e for w in ("عشر", "ثلاث", "اربع", "خمس", "ست", "سبع", "ثمان", "تسع") for e in ("ون", "ين"))
"""The numbers one to nine, and the tens that `و` joins to them."""


def describes(word: Word, before: Sequence[Word]) -> bool:
    """Whether a definite word tagged as an adjective can be one of some noun before it, by shape and gender."""
    bare = word.bare
    if bare.endswith(("ي", "يه", "يين", "يون", "يات")):
        return True
    if bare.startswith("م") and len(bare) > 4:
        return True
    if _BROKEN.match(bare) and known_word(word.norm + "ه") < 1:
        return False
    nouns = [w for w in before if w.kind in ("noun", "name")]
    if bare.endswith("ه"):
        # فعالة and فعلة are nouns; فعيلة and فاعلة describe, where something before can be feminine.
        return _FEMININE.match(bare) is not None and any(
            w.norm[-1:] in "هتا" or "ا" in w.bare[1:] or "و" in w.bare[1:] for w in nouns
        )
    return any(not w.norm.endswith("ه") or possessed(w) for w in nouns) or not nouns


def may_be_things(word: Word) -> bool:
    """Whether a noun has the shape of a plural that a feminine singular can describe (`الأطراف`, `الحركات`)."""
    return word.kind == "noun" and (word.norm.endswith("ات") or _BROKEN.match(word.bare) is not None)


def full_plural(word: Word) -> bool:
    """Whether a noun keeps the nun of the sound plural or the dual, and so has no genitive after it (`مسلحون`)."""
    return word.kind == "noun" and form_of(word)[1] in ("pl", "du") and word.norm.endswith(("ون", "ين", "ان"))


def is_accusative(word: Word) -> bool:
    """Whether an indefinite noun ends in the alef of the accusative, and not in a pronoun."""
    text = word.token.text
    return (
        text.endswith(("ا", "اً", "ًا"))
        and not text.endswith(("ها", "نا", "هما", "كما"))
        and known_word(word.norm[:-1]) > 0
    )


_PRONOUNS = ("هما", "هم", "هن", "ها", "ه")
"""The pronouns of the third person that nouns carry, the longer before those they end in."""


def pronoun_at_end(norm: str) -> str:
    """The pronoun that a squeezed word ends in (`قواتهم`), be it one there or not; nothing where there is none."""
    return next((p for p in _PRONOUNS if norm.endswith(p)), "")


LET_GO = ("سبيل", "سراح")
"""What is let go of those who are let go, squeezed."""


def without_pronoun(norm: str) -> str:
    """A squeezed word without the letters of a pronoun at its end, be it one there or not (`اتهامه`: `اتهام`)."""
    return norm.removesuffix(pronoun_at_end(norm))


OURS = word_list(__name__, "ours")


def possessed(word: Word) -> bool:
    """Whether a noun carries a pronoun: `قواته`, `بلادهم`."""
    text, norm = word.token.text, word.norm
    if is_kin(norm) or norm in OURS:
        return True
    if word.definite or text[-1:] not in ("ا", "م", "ه"):
        return False
    taken = word.kind == "name" and text.endswith(("ها", "هم")) and known_word(norm[:-2]) > 0
    if word.kind != "noun" and not taken:
        return False
    if text.endswith(("اؤه", "ائه", "اءه")):
        return True  # `زملاؤه`
    if text.endswith(("ها", "هم", "هما")):
        return known_word(norm) < 40 or len(norm) > 5
    if text.endswith("ته") and known_word(norm[:-2] + "ه") > 0:
        return len(norm) > 4  # `عائلته`
    return text.endswith("ه") and known_word(norm[:-1]) > 0 and len(norm) > 4


def form_of(word: Word, people: bool = False) -> tuple[str, str, str]:
    """(gender, number, case) as the ending of a noun shows them; empty where it does not, and for names.

    `people` says that the word is a noun for people, whatever it was taken for.
    """
    if word.kind == "name" and not people:
        return "", "sg", ""
    if people and len(word.bare) > 5 and word.bare.endswith(("يين", "يون")):
        return "m", "pl", "acc" if word.bare.endswith("ين") else "nom"  # `التونسيين`, however rare in print
    return _form(word.token.text, word.bare, word.definite)


@lru_cache(maxsize=32768)
def _form(text: str, norm: str, definite: bool) -> tuple[str, str, str]:
    if text.endswith(("ة", "تان", "تين")) or (text.endswith("ه") and known_word(norm) > 3):
        return "f", "du" if len(text) > 4 and text.endswith(("تان", "تين")) else "sg", ""
    if norm.endswith("ات") and (len(norm) > 4 or (len(norm) == 4 and known_word(norm[:-2] + "ه") > 2)):
        return "f", "pl", ""  # `قوات` beside `قوة`, and no `نبات`
    if norm.endswith("ون") and len(norm) > 4 and known_word(norm[:-2] + "ين") + known_word("ال" + norm[:-2] + "ين") > 0:
        return "m", "pl", "nom"
    if norm.endswith("ين") and len(norm) > 4 and known_word(norm[:-2] + "ون") + known_word("ال" + norm[:-2] + "ون") > 0:
        return "m", "pl", "acc"
    if norm.endswith("ان") and len(norm) > 4 and known_word(norm[:-2]) > 1:
        return "m", "du", "nom"
    if norm.endswith("ين") and len(norm) > 4 and known_word(norm[:-2]) > 1:
        return "m", "du", "acc"
    hers = norm.endswith("ها") and known_word(norm[:-2]) > known_word(norm[:-1])  # `رئيسها`, but `وجها`
    if not definite and (text.endswith(("اً", "ًا")) or (text.endswith("ا") and known_word(norm[:-1]) > 1 and not hers)):
        return "m", "sg", "acc"
    return "m" if not norm.endswith(("اء", "ي")) else "", "sg", ""


_KIN = word_list(__name__, "kin")
_FELL = ("قتل", "أصاب", "قضى", "سقط", "استشهد", "توفّى", "أصيب", "استُشهد")


def of_fallen(noun: Word, after: Sequence[Word]) -> bool:
    """Whether a verb tells of those whose kin a noun names, that they died or were hurt."""
    return noun.bare in _KIN and any(r.verb.lemma in _FELL for w in after for r in w.readings)
