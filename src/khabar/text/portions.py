"""Words that say how many, with `من` behind them, and bodies that are named after several fields."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.text.particles import particles
from khabar.text.wordlist import VERBAL_NOUN
from khabar.text.words import Word


def counts(word: Word) -> bool:
    """Whether a word counts what follows: a number, `عدد`, `بعض`, `كل`."""
    return word.kind == "num" or word.norm in particles().quantifiers


def counts_states(words: Sequence[Word], j: int) -> bool:
    """Whether the number at word `j` counts states (`31 دولة`)."""
    return any(w.bare in particles().states for w in words[j + 1 : j + 3])


def is_portion(words: Sequence[Word], start: int, i: int) -> bool:
    """Whether word `i` says how many, or is the adjective of one that does, `من` following (`عدد كبير من السكان`)."""
    many = particles().portions_of | particles().quantifiers
    if counts(words[i]) or words[i].norm in many:
        return True
    word, before = words[i], words[max(i - 1, 0)]
    if i > start and word.norm in particles().composed:
        return True  # `أسرة مكونة من سبعة أفراد`
    return i > start and word.kind == "adj" and before.definite is word.definite and before.norm in many


def is_field(words: Sequence[Word], start: int, j: int) -> bool:
    """Whether what `و` joins at word `j` is one more field of a body (`لجنة النظام الداخلي والحصانة`)."""
    word, last = words[j], words[j - 1]
    if not word.definite or word.kind not in ("noun", "name") or not last.definite or last.kind == "punct":
        return False
    if VERBAL_NOUN.match(word.bare) is None and word.bare not in particles().fields:
        return False
    bodies = [i for i in range(start, j - 1) if words[i].norm in particles().bodies_of_fields]
    if not bodies or any(words[i].kind not in ("noun", "name", "adj") for i in range(bodies[-1], j)):
        return False
    return j + 1 == len(words) or words[j + 1].kind != "verb"
