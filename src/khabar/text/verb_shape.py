"""Whether a form that can be a verb is rather a noun, as print shows both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from khabar.text.particles import particle_of
from khabar.text.tokens import Token
from khabar.text.verbs import Reading
from khabar.text.wordlist import VERBAL_NOUN, known_word

if TYPE_CHECKING:
    from khabar.text.words import Word


def like_noun(r: Reading, word: Word) -> bool:
    """Whether print shows the verb's form, without conjunction and pronoun, with `ال` as well."""
    norm = word.token.norm
    stem = norm[len(r.conjunction) : len(norm) - len(r.suffix)]
    return len(stem) < 3 or (known_noun(stem) if r.suffix else known_word("ال" + stem) > 0)


def known_noun(stem: str) -> bool:
    """Whether print shows a stem with `ال`, where it ends in `ت` before a pronoun also with `ه` (`سيطرتهم`)."""
    return known_word("ال" + stem) > 0 or (stem.endswith("ت") and known_word("ال" + stem[:-1] + "ه") > 0)


def is_masdar(readings: Sequence[Reading], word: Word) -> bool:
    """Whether a word with `ت` is written as the verbal noun of the verb whose past it may be too (`تحطم`, `تصاعد`)."""
    return word.token.norm.startswith("ت") and any(r.tense == "past" and r.person == "3ms" for r in readings)


def is_delay(readings: Sequence[Reading], word: Word) -> bool:
    """Whether right after a verb stands a verbal noun that is spelled like a past (`انتقدت تأخر الحكومة`)."""
    return is_masdar(readings, word) and len(word.token.norm) > 3 and not word.token.text.endswith(("ى", "ا"))


def can_be_noun(word: Word, readings: list[Reading]) -> bool:
    """Whether a word that can be a verb can be a noun as well: with a pronoun, or print shows it with `ال`."""
    stems = [word.token.norm[: -len(r.suffix)] for r in readings if r.suffix]
    owned = len(stems) == len(readings) and any(word.norm.endswith("ي") or known_noun(stem) for stem in stems)
    return owned or known_word("ال" + word.token.norm) > 0


def adverb_shape(r: Reading, word: Word, after: Token | None) -> bool:
    """Whether what could be a dual past is an accusative noun: `ردا على`, `تنديدا بـ`."""
    if r.tense != "past" or r.person != "3md" or r.suffix or after is None:
        return False
    stem = word.token.norm[len(r.conjunction) :]
    if r.verb.kind == "aux" or two_did(stem) or (r.conjunction and known_word("ال" + stem[:-1]) == 0):
        return False
    governed = particle_of(after.norm)
    return word.token.text.endswith("اً") or (governed is not None and governed[0] == "prep") or after.norm[:1] in "بل"


def two_did(norm: str) -> bool:
    """Whether a word with a final alef is what two did and no noun: a derived form (`استوليا على`, `كما اتفقا`)."""
    return len(norm) > 4 and norm.startswith("ا") and known_word("ال" + norm[:-1]) == 0


def no_noun(r: Reading, word: Word) -> bool:
    """Whether a word after `و` or `ف` is a verb of the lexicon that print never shows as a noun (`وهنأ`)."""
    stem = word.token.norm[len(r.conjunction) :]
    if stem == "تم" and r.conjunction:
        return True
    if len(stem) < 3 or known_word("ال" + stem) > 0 or r.verb.kind == "plain":
        return False
    if r.tense == "past" and r.person == "3ms" and stem.startswith("ا"):
        return len(stem) > 3  # `أودى`
    return bool(r.conjunction) or (len(stem) > 4 and r.tense == "past" and r.person in ("3fs", "3mp"))


def verb_shape(norm: str, cls: str) -> bool:
    """Whether a word that no verb of the lexicon explains looks like a finite verb all the same."""
    stem = norm[1:] if norm[:1] in "وف" else norm
    if known_word("ال" + norm) > 0 or known_word(norm) > 20 or VERBAL_NOUN.match(norm):
        return False
    if len(norm) > 4 and (norm.endswith("ات") or (norm.endswith("ا") and not norm.endswith("وا"))):
        return False  # `تتبعات`, `تحركا`
    if VERBAL_NOUN.match(stem) is not None and known_word("ال" + stem) > 0:
        return False  # `وتدمير مخزنين`
    if norm.startswith(("ي", "سي", "وي", "في", "ست")) or (cls == "VERB_I" and norm.startswith("ت")):
        return True
    return cls == "VERB_P" and not norm.endswith(("ا", "اء", "ه", "ات", "ين"))


def is_root_letter(r: Reading, norm: str) -> bool:
    """Whether the `و` or `ف` that a reading cuts off is more likely part of the word (`وزير`, `وفد`)."""
    if r.conjunction and r.suffix:
        stem = norm[: -len(r.suffix)]
        if r.suffix == "ي" and known_word("ال" + norm) > 0:
            return True  # `تعديل وزاري`
        return known_noun(stem) and not known_noun(stem[1:])  # `لوكلاء وزارته`
    if not r.conjunction:
        return False
    return known_word(norm) > 3 * known_word(norm[1:]) + 2 and known_word("ال" + norm) > 0


def is_doubled(r: Reading, word: Word) -> bool:
    """Whether print doubles the second letter of a past of three, which nouns seldom do (`عيّن`, `وقدّم`)."""
    stem = word.token.norm[len(r.conjunction) :]
    plain = r.tense == "past" and r.person == "3ms" and not (r.suffix or r.particle) and r.verb.kind != "plain"
    at = word.token.text.find("\u0651")
    return plain and r.verb.pattern == "فعّل" and len(stem) == 3 and at == len(r.conjunction) + 2
