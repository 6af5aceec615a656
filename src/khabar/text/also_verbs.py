"""Prepositions that are spelled like verbs, and where they are verbs: `مثل أمام القاضي`, `وبين المصدر أن`."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.text.particles import particle_of, particles
from khabar.text.tokens import Token

ALSO_VERBS = frozenset({"خلف", "وخلف", "عبر", "وعبر", "بين", "وبين", "مثل", "ومثل", "قبل"})
"""Prepositions that are spelled like verbs."""
_COURTS = ("محكم", "المحكم", "محاكم", "القاضي", "قاضي", "قاض", "القضاء", "النيابه", "هيءه", "دايره")
"""How the words for courts and judges begin."""


def is_verb(tokens: Sequence[Token], classes: Sequence[str], i: int) -> bool:
    """Whether a word like a preposition is a verb by what stands behind it; `classes` are the tagger's."""
    return _explains(tokens, i) or _stands_trial(tokens, i) or _accepts(tokens, classes, i)


def _stands_trial(tokens: Sequence[Token], i: int) -> bool:
    """Whether `مثل` opens a clause that tells who came before a court (`مثل الوزير السابق أمام المحكمة`)."""
    if tokens[i].norm not in ("مثل", "ومثل") or (i > 0 and tokens[i - 1].kind == "word" and tokens[i].norm == "مثل"):
        return False
    near = [t.norm for t in tokens[i + 2 : i + 9]]
    at = near.index("امام") if "امام" in near else len(near)
    return any(word.startswith(_COURTS) for word in near[at + 1 : at + 2])


def _accepts(tokens: Sequence[Token], classes: Sequence[str], i: int) -> bool:
    """Whether `قبل` opens a sentence that has no other verb, as one who accepts something (`قبل الرئيس استقالة`)."""
    opens = i == 0 and tokens[i].norm == "قبل" and not any(c.startswith("VERB") for c in classes)
    return opens and any(t.norm in particles().accepted for t in tokens[2:8])


def _explains(tokens: Sequence[Token], i: int) -> bool:
    """Whether `بين` is the verb: it opens a sentence or follows a comma, and `أن` comes before any `و`.

    `وبين المصدر أن الطريق فتح`, but `بين الحكومة والنقابة أن`.
    """
    if tokens[i].norm not in ("بين", "وبين") or (i > 0 and tokens[i - 1].kind != "punct"):
        return False
    for token in tokens[i + 1 : i + 12]:
        if particle_of(token.norm) == ("comp", "", token.norm, ""):
            return True
        if token.kind == "punct" or token.norm.startswith("و"):
            return False
    return False
