"""Verbs spelled like a preposition (`عبر`, `خلف`, `مثل`, `بين`, `قبل`), told by what stands around them."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.text.particles import particle_of
from khabar.text.tokens import Token


def is_verb(tokens: Sequence[Token], i: int, named: bool) -> bool:
    """Whether a preposition is the verb that is spelled like it; `named` says that a mention follows it."""
    word = tokens[i].norm
    counted = word in ("خلف", "وخلف") and i + 1 < len(tokens) and tokens[i + 1].kind == "number"
    tells = word in ("عبر", "وعبر") and _comes(tokens[i + 2 : i + 7], "عن")  # `وعبر الوزير عن تضامنه`
    return counted or tells or _explains(tokens, i) or _stands_trial(tokens, i) or (named and _accepts(tokens, i))


_ACCEPTED = ("دعو", "وساط", "استقال", "اعتذار", "مبادر", "مقترح", "التماس", "تسوي")
"""How nouns begin for what somebody accepts."""
_FAR = 7
"""How many words behind `قبل` they may stand at most."""


def _accepts(tokens: Sequence[Token], i: int) -> bool:
    """Whether `قبل`, before somebody who opens a sentence with it, is what he does with an offer.

    `قبل الرئيس الكيني دعوة نظيره`; but `قبل استقالة الوزير`, `وقبل الرئيس، قدم المدير استقالته`.
    """
    if tokens[i].norm not in ("قبل", "وقبل") or (i > 0 and tokens[i - 1].norm not in (".", "؛", "«")):
        return False
    for token in tokens[i + 2 : i + 2 + _FAR]:
        if token.kind != "word" or particle_of(token.norm) is not None:
            return False
        if token.norm.startswith(_ACCEPTED):
            return True
    return False


_COURTS = ("محكم", "المحكم", "محاكم", "القاضي", "قاضي", "قاض", "القضاء", "النيابه", "هيءه", "دايره")
"""How the words for courts and judges begin."""


def _stands_trial(tokens: Sequence[Token], i: int) -> bool:
    """Whether `مثل` opens a clause that tells who came before a court (`مثل الوزير السابق أمام المحكمة`)."""
    if tokens[i].norm not in ("مثل", "ومثل") or (i > 0 and tokens[i - 1].kind == "word" and tokens[i].norm == "مثل"):
        return False
    near = [t.norm for t in tokens[i + 2 : i + 9]]
    at = near.index("امام") if "امام" in near else len(near)
    return any(word.startswith(_COURTS) for word in near[at + 1 : at + 2])


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


def _comes(tokens: Sequence[Token], norm: str) -> bool:
    """Whether a word comes before any punctuation."""
    found = next((t for t in tokens if t.kind == "punct" or t.norm == norm), None)
    return found is not None and found.norm == norm
