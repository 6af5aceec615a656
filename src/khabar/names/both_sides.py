"""Which two `الجانبان`, `الطرفان`, `الوزيران` are: two who fight each other, or two of different countries."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.lexicon.words import word_list
from khabar.names.entities import Entity
from khabar.records import MentionKind

CALLING = word_list(__name__, "calling")


def of_two(told: Sequence[Entity], wanted: str) -> tuple[Entity, Entity] | None:
    """The first two of different countries of those told of, people before others; `wanted` is an office they hold."""
    people = [e for e in told if e.kind in (MentionKind.PERSON, MentionKind.OFFICE)]
    if wanted:
        people = [e for e in people if any(wanted in key for key, _ in e.offices)]
    pool = people if len({e.country for e in people}) > 1 else [e for e in told if not wanted]
    for first in pool:
        for second in pool:
            if second is not first and second.country != first.country:
                return first, second
    return None


_OF_STATE, _AGAINST_IT = frozenset({"MIL", "COP", "PRM"}), frozenset({"REB"})
"""Sectors of those who fight each other within one country."""


def two_forces(told: Sequence[Entity]) -> tuple[Entity, Entity] | None:
    """The last force of a state and the last one against it of those told of, in the order they were told, or None."""
    armed = next((e for e in reversed(told) if {"MIL", "PRM"} & set(e.sectors)), None)
    state = armed or next((e for e in reversed(told) if _governs(e)), None)
    state = state or next((e for e in reversed(told) if _OF_STATE & set(e.sectors)), None)  # police mostly only tell
    return _pair(told, state, next((e for e in reversed(told) if _AGAINST_IT & set(e.sectors)), None))


def _governs(entity: Entity) -> bool:
    return entity.kind is MentionKind.GROUP and "GOV" in entity.sectors


def two_parties(told: Sequence[Entity]) -> tuple[Entity, Entity] | None:
    """The last who govern and the last in opposition to them of those told of, of one country, or None."""
    against = next((e for e in reversed(told) if {"OPP", *_AGAINST_IT} & set(e.sectors)), None)
    ours = [e for e in told if against is not None and e.country == against.country and e is not against]
    return _pair(told, next((e for e in reversed(ours) if {"GOV", *_OF_STATE} & set(e.sectors)), None), against)


def _pair(told: Sequence[Entity], one: Entity | None, two: Entity | None) -> tuple[Entity, Entity] | None:
    if one is None or two is None or one is two:
        return None
    return (one, two) if told.index(one) < told.index(two) else (two, one)
