"""Adjectives that close a noun phrase, and those that `و` joins to another."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.text.nouns import is_accusative
from khabar.text.particles import particles
from khabar.text.words import Word


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
