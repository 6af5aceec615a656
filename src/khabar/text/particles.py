"""The words of grammar from `lexicon/text/particles.toml`, folded and ready for look-up."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from khabar.lexicon.cache import ROOT
from khabar.text.characters import squeeze

PARTICLES_FILE = ROOT / "text" / "particles.toml"


@dataclass(frozen=True, slots=True)
class Particles:
    """Folded word lists; a list's meaning is told in the lexicon file beside it."""

    prepositions: frozenset[str]
    complementizers: frozenset[str]
    clause_links: frozenset[str]
    relatives: frozenset[str]
    relative_sure: frozenset[str]
    negations: frozenset[str]
    negations_future: frozenset[str]
    futures: frozenset[str]
    demonstratives: frozenset[str]
    adding: frozenset[str]
    portions: frozenset[str]
    portions_of: frozenset[str]
    composed: frozenset[str]
    regional: frozenset[str]
    states: frozenset[str]
    local_deeds: frozenset[str]
    bodies_of_fields: frozenset[str]
    fields: frozenset[str]
    unspecified: frozenset[str]
    complemented: frozenset[str]
    complemented_to: frozenset[str]
    peoples: frozenset[str]
    ones: frozenset[str]
    twos: frozenset[str]
    quantifiers: frozenset[str]
    pronouns: frozenset[str]
    topicalizers: frozenset[str]
    not_participles: frozenset[str]
    nouns_in_iya: frozenset[str]
    nouns_only: frozenset[str]
    regards: frozenset[str]
    manners: frozenset[str]
    naming: frozenset[str]
    owned: frozenset[str]
    causes: frozenset[str]
    before_arms: frozenset[str]
    firing: frozenset[str]
    seats: frozenset[str]
    statements: frozenset[str]
    issuing: frozenset[str]
    vehemence: frozenset[str]
    need_object: frozenset[str]
    late_object: frozenset[str]
    due_deeds: frozenset[str]
    doings: frozenset[str]
    carrying_out: frozenset[str]
    only_object: frozenset[str]
    take_people: frozenset[str]
    dismissing: frozenset[str]
    take_by: frozenset[str]
    outcomes: frozenset[str]
    topics: frozenset[str]
    fixed_pairs: frozenset[str]
    long_periods: frozenset[str]
    short_periods: frozenset[str]
    never_verbs: frozenset[str]
    """As they are written, hamzas and all."""
    no_articles: frozenset[str]
    """As they are written."""
    behind_names: frozenset[str]
    become: frozenset[str]
    told_about: frozenset[str]
    in_no_group: frozenset[str]
    men: frozenset[str]
    tellers: frozenset[str]
    many_men: frozenset[str]
    acting_groups: frozenset[str]
    masculine_states: frozenset[str]
    leaders: frozenset[str]
    masterless: frozenset[str]
    nobodys: frozenset[str]
    name_nobody: frozenset[str]
    amounts: frozenset[str]
    ranks: frozenset[str]
    nth: frozenset[str]
    backing: frozenset[str]
    falling: frozenset[str]
    circumstances: frozenset[str]
    afterwards: frozenset[str]
    charged: frozenset[str]
    aims: frozenset[str]
    shooting: frozenset[str]
    fired: frozenset[str]
    listed_deeds: frozenset[str]
    given: frozenset[str]
    given_adjectives: frozenset[str]
    blessed: frozenset[str]
    blessing: frozenset[str]
    judging: frozenset[str]
    placing: frozenset[str]
    locatives: frozenset[str]
    directions: frozenset[str]
    victims: frozenset[str]
    whens: frozenset[str]
    thens: frozenset[str]
    stretches: frozenset[str]
    days: frozenset[str]
    whole_words: frozenset[str]
    adverbs: frozenset[str]
    attached_words: frozenset[str]
    cannot_begin: dict[str, frozenset[str]]
    abbreviations: frozenset[str]
    lemmas: dict[str, frozenset[str]]
    """As mazini writes them."""


@lru_cache(maxsize=1)
def particles() -> Particles:
    """The particles of the lexicon, read once."""
    raw: dict[str, Any] = tomllib.loads(PARTICLES_FILE.read_text(encoding="utf-8"))
    begin = {squeeze(k): frozenset(map(squeeze, v)) for k, v in raw.pop("cannot_begin").items()}
    short = frozenset(squeeze(w) for w in raw.pop("abbreviations")["words"])
    written = frozenset(raw.pop("never_verbs"))
    verbs = frozenset(raw.pop("no_articles"))
    lemmas = {name: frozenset(words) for name, words in raw.pop("lemmas").items()}
    lists = {name: frozenset(squeeze(w) for w in words) for name, words in raw.items()}
    return Particles(
        **lists, never_verbs=written, no_articles=verbs, cannot_begin=begin, abbreviations=short, lemmas=lemmas
    )


@lru_cache(maxsize=1)
def periods() -> frozenset[str]:
    """Nouns for lengths of time, long and short, squeezed."""
    return particles().long_periods | particles().short_periods


_THAT = re.compile("[وف]?[إأ]ن(?:ه|ها|هم)?")


def is_that(word: str) -> bool:
    """Whether a word as it is written is `إن` or `أن`, which no name is: `فإن` is no Van, that has no hamza."""
    return _THAT.fullmatch(word) is not None


_KIN = re.compile("ا[بخ][ويا](?:ه|ها|هم|هما|نا)")


def is_kin(norm: str) -> bool:
    """Whether a word is brother or father with a pronoun (`أخاه`, `أبيها`), which no other nouns look like."""
    return _KIN.fullmatch(norm) is not None


_PREP_SUFFIXES = ("هما", "هم", "هن", "ها", "نا", "كم", "ه", "ي", "ك")
# Prepositions whose stem changes before a pronoun: علي-ه, إلي-ه; the attached ones stand alone there: ب-ه, ل-ه.
_SHORT = {
    "ب": "ب",
    "ل": "ل",
    "في": "في",
    "من": "من",
    "عن": "عن",
    "علي": "علي",
    "الي": "الي",
    "مع": "مع",
    "لدي": "لدي",
    "بين": "بين",
    "ضد": "ضد",
    "بحق": "بحق",
    "بموجب": "بموجب",
    "بمقتضي": "بموجب",
    "بعد": "بعد",
    "قبل": "قبل",
    "خلال": "خلال",
    "حول": "حول",
    "امام": "امام",
    "تجاه": "تجاه",
}


@lru_cache(maxsize=32768)
def particle_of(norm: str) -> tuple[str, str, str, str] | None:
    """(kind, conjunction, word, pronoun) of a word of grammar, or None."""
    p = particles()
    for conj, word in (("", norm), (norm[0], norm[1:])) if norm[:1] in "وف" and len(norm) > 1 else (("", norm),):
        for kind, words in (
            ("rel", p.relative_sure),
            ("comp", p.complementizers),
            ("neg", p.negations),
            ("fut", p.futures),
            ("dem", p.demonstratives),
            ("pron", p.pronouns),
            ("conj", p.topicalizers),
        ):
            if word in words:
                return ("part" if kind in ("neg", "fut") else kind), conj, word, ""
        if word == "قد" or word == "لقد":
            return "part", conj, "قد", ""
        if word in p.prepositions and word not in ("كما",):
            return "prep", conj, word, ""
        if word in p.clause_links:
            return "link", conj, word, ""
        for suffix in _PREP_SUFFIXES:
            stem = word[: -len(suffix)]
            if word.endswith(suffix) and stem in _SHORT and (len(stem) > 1 or suffix not in ("ي", "ك")):
                return "prep", conj, _SHORT[stem], suffix
    return None
