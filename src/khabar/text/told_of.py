"""Verbs that a pronoun behind them shows: what a relative clause tells of is taken up (`طلبا وجهته إليه الحكومة`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from khabar.lexicon.words import word_list
from khabar.text.characters import squeeze
from khabar.text.particles import particles
from khabar.text.tokens import Token
from khabar.text.verb_place import is_resumed
from khabar.text.verbs import Reading

if TYPE_CHECKING:
    from khabar.text.words import Word

_OF_IT = word_list(__name__, "of_it")
IN_IT = word_list(__name__, "in_it")
_WHAT = word_list(__name__, "what")


def of_somebody(r: Reading) -> bool:
    """Whether a reading is of the third person and of a verb of the lexicon."""
    return r.person.startswith("3") and r.verb.kind != "plain" and not r.conjunction


def tells_of_it(readings: list[Reading], before: list[Word], after: Token | None) -> list[Reading]:
    """The readings of a past behind which a pronoun takes up the noun before it (`طلبا وجهته إليه الحكومة`)."""
    last = before[-1] if before else None
    told = last is not None and (is_resumed(last) or last.norm in _WHAT)
    if after is not None and after.norm in IN_IT and last is not None and (told or _is_some_of(before)):
        return [r for r in readings if r.tense == "past" and of_somebody(r) and not r.suffix]
    if last is not None and last.norm == "ما":
        came = [r for r in readings if r.tense == "past" and squeeze(r.verb.lemma) in particles().outcomes]
        if came and of_somebody(came[0]):
            return came  # `فتحوا الطريق ما تسبب في مناوشات`
    if after is None or after.norm not in _OF_IT or not told:
        return []
    return [r for r in readings if r.tense == "past" and of_somebody(r)]


def _is_some_of(before: Sequence[Word]) -> bool:
    """Whether the words before tell of some of a kind (`في سلسلة من العمليات`)."""
    several = len(before) > 2 and before[-2].norm == "من" and not before[-3].definite
    return several and before[-1].kind == "noun" and before[-3].norm in particles().quantifiers | _SERIES


_SERIES = word_list(__name__, "series")
