"""Whether two tellings can be of one event: by who and whom they name, and by how many."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from khabar.events.draft import Draft
from khabar.records import Mention, MentionKind, Size
from khabar.text.characters import squeeze
from khabar.text.numbers import value_of
from khabar.text.particles import particles


def people_differ(a: Draft, b: Draft) -> bool:
    """Whether known participants, or numbers, of a headline and a sentence of the body speak against one event."""
    if not sizes_agree(a.size, b.size):
        return True
    if a.type == "CONSULT":
        return not same_round(a, b)
    for mine, theirs in ((a.actors, b.actors), (a.recipients, b.recipients)):
        known = [[m for m in side if m.actor is not None and m.name is not None] for side in (mine, theirs)]
        if known[0] and known[1] and not shares(known[0], known[1]) and not (mine is a.actors and same_side(a, b)):
            return True
    return False


def same_round(a: Draft, b: Draft) -> bool:
    """Whether two meetings can be one by all who take part, whoever is host or guest: the known of one are the other's.

    `استقبل الملك الوزير`, `بحث الملك والوزير`.
    """
    known = [[m for m in (*d.actors, *d.recipients) if m.actor is not None and m.name is not None] for d in (a, b)]
    few, many = sorted(known, key=len)
    return shares(few, many) == len(few)


def same_side(a: Draft, b: Draft) -> bool:
    """Whether a headline and the body may name who acts by other words.

    People without a name by one noun (`معتقلون`, `82 معتقلا`); in the sentence right below the headline a state for its
    bodies (`باكو`, `الخارجية الأذربيجانية`).
    """
    pairs = [(m, n) for m in a.actors for n in b.actors]
    if any(_one_noun(m, n) or _is_part(m, n) or _is_part(n, m) for m, n in pairs):
        return True
    first, second = sorted((a.scene.sentence.span, b.scene.sentence.span), key=lambda s: s.start)
    lead = not a.scene.text[first.end : second.start].strip()
    return lead and any(_stands_for(m, n) or _stands_for(n, m) for m, n in pairs)


def of_one_body(a: Sequence[Mention], b: Sequence[Mention]) -> bool:
    """Whether somebody of one list is of a body in the other."""
    return any(_is_part(m, n) or _is_part(n, m) for m in a for n in b)


def _is_part(part: Mention, whole: Mention) -> bool:
    """Whether people are told of as those of a body (`دوريات حرس الحدود`, `عناصر من الحركة`)."""
    own, name = squeeze(part.text).split(), squeeze(whole.text)
    if whole.kind is not MentionKind.GROUP or len(own) < 2:
        return False
    return " ".join(own).endswith(" " + name) or own[-1] == "ال" + name.split()[0]  # `أحد مقاتلي التنظيم`


def _one_noun(m: Mention, n: Mention) -> bool:
    if MentionKind.UNNAMED not in (m.kind, n.kind) or m.name is not None or n.name is not None:
        return False
    return _noun(m.text) == _noun(n.text) and not (m.country and n.country and m.country != n.country)


def same_victims(a: Draft, b: Draft) -> bool:
    """Whether two drafts count as many people by one noun, and in one manner (`إصابة عنصرين في انفجار`, told twice)."""
    tolls = [{(s.kind, s.low) for s in d.size if s.exact and s.low > 1} for d in (a, b)]
    people = any(_one_noun(m, n) and _noun(m.text) for m in a.recipients for n in b.recipients)
    return bool(tolls[0] & tolls[1]) and a.modes == b.modes != [] and people and agree(a.actors, b.actors)


@lru_cache(maxsize=16384)
def _noun(text: str) -> str:
    """The first noun of a mention that is no number or amount, without article and ending."""
    words = [w.removeprefix("ال") for w in squeeze(text).split() if value_of([w]) is None]
    idle = particles().quantifiers | particles().demonstratives | {"من"}
    nouns = [w for w in words if w not in idle and value_of([w]) is None]
    noun = nouns[0] if nouns else ""
    endings = (e for e in ("ون", "ين", "ات", "ان", "ا", "ه") if noun.endswith(e) and len(noun) > 4)
    return noun.removesuffix(next(endings, ""))


VAGUE = 20
"""The largest number that two tellings may give as a vague one (`عشرات`, `أكثر من`) and mean two events."""
_ORGANS = frozenset({"GOV", "MIL", "COP", "SPY", "JUD", "LEG"})
"""Sectors of those that act for their state."""


def _stands_for(state: Mention, other: Mention) -> bool:
    """Whether a state, or its capital, can be said for one of its bodies."""
    named = state.kind in (MentionKind.PLACE, MentionKind.NATIONALITY) or (state.actor or "").startswith("state-")
    return named and state.country is not None and state.country == other.country and bool(_ORGANS & set(other.sectors))


def of_one_state(a: Sequence[Mention], b: Sequence[Mention]) -> bool:
    """Whether a state or a body of it in one list and somebody of the other act for the same state."""
    pairs = [(m, n) for m in a for n in b if m.country is not None and m.country == n.country]
    one = (MentionKind.PERSON, MentionKind.OFFICE)
    return any(_acts_for_state(m) and _acts_for_state(n) and not (m.kind in one and n.kind in one) for m, n in pairs)


def _acts_for_state(mention: Mention) -> bool:
    state = mention.kind in (MentionKind.PLACE, MentionKind.NATIONALITY) or (mention.actor or "").startswith("state-")
    return state or bool(_ORGANS & set(mention.sectors))


def agree(a: Sequence[Mention], b: Sequence[Mention]) -> bool:
    """Whether two lists of participants can be the same: one is empty, or they share somebody."""
    return not a or not b or shares(a, b) > 0


def shares(a: Sequence[Mention], b: Sequence[Mention]) -> int:
    """How many of one list are in another as well."""
    return sum(any(same_mention(m, n) for n in b) for m in a)


def same_mention(m: Mention, n: Mention) -> bool:
    """Whether two mentions are of one actor, or of people without a name in the same words."""
    if m.span == n.span:
        return True
    named = MentionKind.UNNAMED not in (m.kind, n.kind)
    if m.actor is not None and n.actor is not None and (named or (m.actor == n.actor and m.kind is not n.kind)):
        return m.actor == n.actor
    first, second = (m, n) if m.span.start <= n.span.start else (n, m)
    return _in_same_words(first.text, second.text) or (_is_definite(second.text) and _one_noun(first, second))


@lru_cache(maxsize=32768)  # everybody in a sentence is compared with everybody in others, for every event
def _in_same_words(first: str, later: str) -> bool:
    """Whether the later of two mentions repeats the words of the first, goes on with them, or takes them up."""
    one, two = squeeze(first), squeeze(later)
    return one == two or "ا" + one == two or one == "ا" + two or _taken_up(one, two) or _goes_on(one, two)


def _taken_up(first: str, later: str) -> bool:
    """Whether a lone definite noun takes up what was told of with the same noun (`دورية للجيش`, `الدورية`)."""
    return later.startswith("ال") and " " not in later and later.removeprefix("ال") in (first.split()[0], first)


@lru_cache(maxsize=16384)
def _is_definite(text: str) -> bool:
    """Whether the noun of a mention, behind amounts and `هؤلاء`, is definite (`عدد المهاجرين`)."""
    words = squeeze(text).split()
    amounts = particles().quantifiers | particles().demonstratives
    first = next((w for w in words if w.removeprefix("ال") not in amounts), "")
    return first.startswith("ال")


def _goes_on(first: str, later: str) -> bool:
    """Whether of two tellings of people or things without a name one only says more (`مثلث النهر المجاور للقاعدة`)."""
    short, long = sorted((first, later), key=len)
    return " " in short and long.startswith(short + " ")


def sizes_agree(a: Sequence[Size], b: Sequence[Size]) -> bool:
    """Whether no kind of size differs; a different toll of the same kind is another event or a revision.

    A vague number (`آلاف`) agrees with an exact one in its range.
    """
    return all(_may_be_one(s, t) for s in a for t in b if s.kind == t.kind)


def _may_be_one(s: Size, t: Size) -> bool:
    if s.exact and t.exact:
        return s.low == t.low
    vague, other = (t, s) if s.exact else (s, t)
    return vague.low <= other.low and (vague.high is None or other.low <= vague.high)


def same_toll(a: Draft, b: Draft) -> bool:
    """Whether two drafts give one number of one kind, larger than chance repeats: `اعتقلت 590 شخصا` twice.

    A number that is only about so many, or at least, must be larger still.
    """
    pairs = [(s, t) for s in a.size for t in b.size if s.kind == t.kind and s.low == t.low]
    exact = [s for s, t in pairs if s.exact and t.exact and s.kind in ("dead", "injured")]
    if len(exact) == 2 and any(s.low > 1 for s in exact):
        return True  # `قتل جندي وأصيب اثنان`, told twice
    return any(s.low > (3 if s.exact and t.exact else VAGUE) for s, t in pairs)
