"""Where somebody has his seat or is posted: what only says so is no object and no complement of the verb."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from khabar.lexicon.words import word_list
from khabar.records import MentionKind
from khabar.text.characters import squeeze
from khabar.text.particles import particles
from khabar.text.phrases import Phrase
from khabar.text.words import Word

if TYPE_CHECKING:
    from khabar.text.clauses import Clause


def is_posted(clause: Clause, phrases: Sequence[Phrase], words: Sequence[Word], j: int) -> bool:
    """Whether `ب` tells where an envoy is posted, and not what he condemns or asks (`ندد السفير الإيراني بتونس بـ`)."""
    phrase, before = phrases[j], phrases[j - 1]
    if clause.verb is None or squeeze(clause.verb.verb.lemma) not in particles().take_by or phrase.prep != "ب":
        return False
    told = any(p.kind == "np" and p.prep == "ب" for p in phrases[j + 1 : j + 6])
    envoy = before.kind == "np" and not before.prep and words[before.head].bare in _ENVOYS
    return envoy and told and phrase.who is MentionKind.PLACE and before.end == phrase.start


_ENVOYS = word_list(__name__, "envoys")


def is_district(phrases: Sequence[Phrase], words: Sequence[Word], j: int) -> bool:
    """Whether a bare phrase only says in which province the place right before it lies (`بالمنيهلة ولاية أريانة`)."""
    phrase, before = phrases[j], phrases[j - 1]
    place = before.kind == "np" and before.who is MentionKind.PLACE and before.prep in ("ب", "في", "من", "قرب")
    bare = not (phrase.prep or phrase.conj or phrase.person) and before.end == phrase.start
    first = words[phrase.inner]
    seat = first.norm in particles().seats and first.norm != "سجن"  # `قررت محكمة في تونس سجن الصحفي`
    return place and bare and seat and not first.definite and phrase.definite


def is_seat(phrases: Sequence[Phrase], words: Sequence[Word], j: int) -> bool:
    """Whether a phrase only says where those before it have their seat (`انتقدت منظمة مقرها لندن القرار`)."""
    phrase, before = phrases[j], phrases[j - 1]
    seat = words[phrase.inner].norm in ("مقرها", "مقره", "مقرهما", "مقرهم") and not (phrase.prep or phrase.conj)
    return seat and phrase.end == phrase.inner + 1 and before.kind == "np" and not words[before.head].definite
