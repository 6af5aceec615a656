"""Adjectives that close a noun phrase, and those that `و` joins to another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from khabar.lexicon.words import word_list
from khabar.text.apposition import noun_number
from khabar.text.nouns import form_of, full_plural, is_accusative, may_be_things
from khabar.text.particles import particles
from khabar.text.words import Word

if TYPE_CHECKING:
    from khabar.text.phrases import Scan


def is_described(words: Sequence[Word], start: int, j: int) -> bool:
    """Whether an indefinite feminine noun before word `j` has its adjective, so that no noun can be its genitive.

    `بسيارة مفخخة | مقر الشرطة`, `دراجات نارية | مركزا`, `جمعية حقوقية | الملك`, `دول عربية | الهجوم`.
    """
    word, last = words[j], words[j - 1]
    if j < start + 2 or last.definite or words[j - 2].definite or not last.norm.endswith("ه"):
        return False
    noun = words[j - 2]
    feminine = noun.norm.endswith(("ه", "ات")) or noun.bare in particles().states
    feminine = feminine and noun.kind in ("noun", "name")
    told = last.participle
    participle = told is not None and told.person == "3fs"
    if told is not None and word.definite and told.verb.pattern == "فاعل":
        participle = False  # `مسألة مقاومة الفساد`
    belongs = last.norm.endswith("يه") and last.bare not in particles().nouns_in_iya
    adjective = last.kind == "adj" or last.adjectival or participle or belongs
    if not feminine or not adjective:
        return False
    agrees = word.norm.endswith(("ه", "ات")) or word.token.text.endswith("ة")
    return (word.kind != "adj" or is_accusative(word)) and not (agrees and word.adjectival)


def is_second_adjective(words: Sequence[Word], j: int, start: int) -> bool:
    """Whether a word with `و` is one more adjective of the noun before: `الأحزاب الليبرالية والاشتراكية`."""
    word, last = words[j], words[j - 1]
    if j < start + 2 or last.kind != "adj" or last.definite is not word.definite or (last.readings and last.verb):
        return False
    if word.kind != "adj" and not (word.adjectival or word.norm.endswith(("يه", "ي"))):
        return False
    if not word.definite:
        regions = [w.bare.removesuffix("ه") in particles().regional for w in (last, word)]
        return all(regions) and last.norm.endswith("يه") is word.norm.endswith("يه")  # `دول عربية وإسلامية`
    alike = ("يه", "ه", "ي", "ين", "ون", "ات")
    ending = next((e for e in alike if last.norm.endswith(e)), "")
    own = next((e for e in alike if word.norm.endswith(e)), "")
    if word.bare in particles().nouns_in_iya:
        return False
    return ending == own and (bool(ending) or word.kind == "adj")


_HELD = word_list(__name__, "held")


def is_quality(state: Scan, start: int, j: int) -> bool:
    """Whether a noun for people is here an adjective of those before it (`الأطباء المتطوعين`, `مهندسين أجنبيين`).

    It must agree in ending and definiteness; after a subject, which is nominative, `ين` begins the object.
    """
    words, phrases = state.words, state.phrases
    word, last = words[j], words[j - 1]
    if word.definite and last.definite and word.token.text.endswith("ة") and may_be_things(last):
        return True  # `الأطراف المسؤولة`, `الحركات المتشددة`
    belongs = full_plural(last) and word.bare[-3:] in ("يون", "يين")  # `نقابة الصحفيين العراقيين`
    if (word.kind != "adj" and not belongs) or last.kind not in ("noun", "name"):
        return False
    if word.definite is not last.definite:
        return False
    pair = full_plural(last) and word.norm[-2:] == last.norm[-2:]
    if not word.definite:
        return pair
    follows_verb = bool(phrases) and phrases[-1].kind == "verb" and j == start + 1
    if form_of(word)[1] == "pl" or noun_number(state.mentions[state.atoms[j]]) == "pl":
        governed = word.norm.endswith("ون") or not follows_verb
        return governed and (pair or form_of(last)[1] != "sg" or last.norm.endswith("اء"))
    masculine = form_of(last)[0] == "m" or (form_of(last)[0] == "" and word.bare in _HELD)  # `عن الجندي الأسير`
    return not follows_verb and not word.norm.endswith("ه") and form_of(last)[1] == "sg" and masculine
