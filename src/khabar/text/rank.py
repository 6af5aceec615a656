"""Which of several readings of a verb form fits its place best."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khabar.text.particles import particle_of, particles
from khabar.text.tokens import Token
from khabar.text.verbs import Reading
from khabar.text.wordlist import known_word

if TYPE_CHECKING:
    from khabar.text.words import Word


def rank(r: Reading, word: Word, cls: str, demanding: bool, after: Token | None) -> tuple[int, ...]:
    """Sort key of readings: a present where a particle demands it, the third person, agreement with the word after."""
    tagged = {"VERB_P": "past", "VERB_I": "present"}.get(cls, "")
    return (
        int(demanding and r.tense == "past"),
        len(r.suffix),
        int(not r.person.startswith("3")),
        int(r.person in ("3fp", "3fd") and r.tense == "past"),
        int(r.future and known_word(word.token.norm) > 5),
        int(bool(r.conjunction)) if len(word.token.norm) < 4 else 0,
        disagrees(r, after),
        int(r.verb.kind == "plain" and word.token.norm[len(r.conjunction) :].startswith("ت")),
        int(bool(tagged) and r.tense != tagged),
        ("event", "light", "say", "aux", "plain").index(r.verb.kind.split()[0]),
        int(r.voice == "passive"),  # `يوقع الوزيران اتفاقية`: what happens is not made to
        int(r.person not in ("3ms", "3fs")),
    )


def no_subject(after: Token | None) -> bool:
    """Whether a definite sound plural follows that is no nominative (`رصد السكان تقهقر المتمردين`)."""
    return after is not None and after.norm.startswith("ال") and after.norm.endswith("ين") and len(after.norm) > 6


def disagrees(r: Reading, after: Token | None) -> int:
    """1 where a singular verb's gender is not that of the word right after it, as its ending shows it."""
    if after is None or after.kind != "word" or r.person not in ("3ms", "3fs"):
        return 0
    governed = particle_of(after.norm)
    if governed is not None and governed[0] == "comp":
        return 0  # `الرواية تزعم أن`
    bare = after.norm.removeprefix("ال")
    men = bare in particles().men or bare in particles().many_men
    feminine = after.norm.endswith(("ه", "ات")) and not men and bare not in ("مءات", "عشرات")
    return int(feminine is not (r.person == "3fs"))
