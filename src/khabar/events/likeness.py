"""What two tellings of one report have in common and what sets them apart: facts by name, for the linker to weigh.

Who and whom, how many, where, when, in which words, how far apart, and what the rules for tellings of one event say
(`events/retold.py`, `events/again.py`, `events/retellings.py`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from khabar.events.again import told_before
from khabar.events.draft import Draft
from khabar.events.lexicon import noun_key
from khabar.events.read_by import link_facts
from khabar.events.results import is_another
from khabar.events.retellings import is_planned_meeting, is_told_on
from khabar.events.retold import everybody, is_anaphor, is_bare, is_headline, same_event, shares_word
from khabar.events.sameness import of_one_body, of_one_state, same_toll, shares, sizes_agree
from khabar.events.scene import Scene
from khabar.records import EventPlace, EventTime, Mention
from khabar.text.characters import squeeze

TOLD = ("event", "sentence")
"""Origins of days and places that a sentence gives itself."""
_FAR = 4
"""From how many sentences apart on all are alike."""
_STEP, _STEPS = 3, 5
"""Words in a step of distance within a sentence, and how many steps are told apart."""
_SHORT = 3
"""Letters that a word must have to count for what two sentences are about."""


@dataclass(frozen=True, slots=True)
class About:
    """What a sentence is about."""

    number: int
    """Of the sentence in the report."""
    words: frozenset[str]
    """Keys of its nouns, names and adjectives."""
    people: frozenset[str]
    """Its actors."""
    places: frozenset[str]
    counts: frozenset[int]
    """Its exact numbers."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A draft with its setting, and what its sentence is about."""

    draft: Draft
    time: EventTime
    place: EventPlace | None
    about: About


def tellings(
    drafts: Sequence[Draft], settings: Mapping[int, tuple[EventTime, EventPlace | None]], scenes: Sequence[Scene]
) -> list[Telling]:
    """The drafts of a report with what they are compared by; `settings` by the identity of a draft."""
    numbers = {id(scene): n for n, scene in enumerate(scenes)}
    about: dict[int, About] = {}
    for draft in drafts:
        if id(draft.scene) not in about:
            about[id(draft.scene)] = _about(draft.scene, numbers[id(draft.scene)])
    return [Telling(d, *settings[id(d)], about[id(d.scene)]) for d in drafts]


def _about(scene: Scene, number: int) -> About:
    inside = scene.inside
    nouns = (w.bare for w in scene.words if w.kind in ("noun", "name", "adj") and len(w.bare) >= _SHORT)
    return About(
        number,
        frozenset(noun_key(bare) for bare in nouns),
        frozenset(m.actor for m in inside if m.actor),
        frozenset(m.place for m in inside if m.place),
        frozenset(q.low for q in scene.quantities if q.exact),
    )


def rule_of(a: Draft, b: Draft) -> str | None:
    """The rule by which the later draft `b` tells of the event of `a` again, or None."""
    if same_event(a, b):
        return "same"
    if is_anaphor(b) and a.type == b.type:
        return "taken up"
    if told_before(b, [a]) is not None:
        return "told before"
    if is_planned_meeting(a, b):
        return "planned"
    return "told on" if is_told_on(a, b) else None


def likeness(a: Telling, b: Telling) -> dict[str, float]:
    """What speaks for and against one event in two tellings, `b` the later: name to 1, or to a small number."""
    one, two = a.draft, b.draft
    kind = one.type if one.type == two.type else "|".join(sorted((one.type, two.type)))
    people = _Relation(
        _people(one.actors, two.actors),
        _people(one.recipients, two.recipients),
        _people(everybody(one), everybody(two)),
    )
    found = dict.fromkeys(_alone(people, a, b), 1.0)
    for name in _of_type(people, a, b):
        found[name] = found[f"{name} {kind}"] = 1.0
    found[f"type {kind}"] = 1.0
    found["one type"] = float(one.type == two.type)
    if one.scene is not two.scene:
        found["overlap"] = 2 * _overlap(a, b)
    found.update(link_facts(one, two))
    return found


@dataclass(frozen=True, slots=True)
class _Relation:
    """How the participants of two tellings stand to each other."""

    actors: str
    recipients: str
    everybody: str


def _of_type(people: _Relation, a: Telling, b: Telling) -> Iterator[str]:
    """Facts that count for each type in its own way."""
    one, two = a.draft, b.draft
    yield "one entry" if one.sense.entry == two.sense.entry else "one word" if shares_word(one, two) else "other words"
    yield f"modes {_modes(one, two)}"
    moods = set(one.auxiliary) ^ set(two.auxiliary)
    yield f"moods {' '.join(sorted(moods)) or ('plain' if not one.auxiliary else 'one')}"
    yield from (f"actors {people.actors}", f"recipients {people.recipients}", f"everybody {people.everybody}")
    yield f"size {_size(one, two)}"
    yield f"place {_place(a.place, b.place)}"
    yield f"time {_time(a.time, b.time)}"
    yield f"distance {_distance(a, b)}"
    yield f"words {_form(one)}/{_form(two)}"
    yield f"rule {rule_of(one, two)}"


def _alone(people: _Relation, a: Telling, b: Telling) -> Iterator[str]:
    """Facts that count the same for all types."""
    one, two, far = a.draft, b.draft, _distance(a, b)
    actors, recipients = people.actors, people.recipients
    yield f"actors {actors} recipients {recipients}"
    yield f"crossed {_people(one.actors, two.recipients)}/{_people(one.recipients, two.actors)}"
    yield from (f"{far} actors {actors}", f"{far} recipients {recipients}", f"{far} words {_form(one)}/{_form(two)}")
    yield f"{far} everybody {people.everybody}"
    yield f"people of the later {min(len(everybody(two)), 2)}"
    yield "entries " + "/".join(sorted((squeeze(one.sense.entry), squeeze(two.sense.entry))))
    yield from _of_later(two, one)
    if one.scene is two.scene:
        low, high = sorted((one.trigger.words[0], two.trigger.words[0]))
        yield f"gap {min((high - low) // _STEP, _STEPS)}"
        yield f"one clause {one.trigger.clause is two.trigger.clause}"
        yield f"joined {bool(two.scene.phrases[two.trigger.phrase].conj)} {one.type} {two.type}"
    else:
        yield f"overlap {min(int(8 * _overlap(a, b)), _FAR)}"
        yield f"shared people {min(len(a.about.people & b.about.people), 3)}"
        yield f"numbers {_common(a.about.counts, b.about.counts)}"
        yield f"places {_common(a.about.places, b.about.places)}"


def _of_later(two: Draft, one: Draft) -> Iterator[str]:
    trigger = two.trigger
    phrase = two.scene.phrases[trigger.phrase]
    if trigger.kind == "noun":
        yield from (f"later after {phrase.prep or 'none'}", f"later slot {trigger.slot or 'none'}")
        yield f"later supported {trigger.support is not None} his {trigger.pronoun}"
    else:
        yield f"later joined {bool(phrase.conj)}"
    yield f"another {is_another(two)} taken up {is_anaphor(two)} bare {is_bare(one, two)}"


def _people(a: Sequence[Mention], b: Sequence[Mention]) -> str:
    """How two lists of participants stand to each other, in a word or two."""
    if not a or not b:
        return "none" if not a and not b else "one side"
    common = shares(a, b)
    if common:
        return "same" if common == len(a) == len(b) else "some"
    if of_one_state(a, b) or of_one_body(a, b):
        return "of one body"
    if all(any(m.actor is not None and m.name is not None for m in side) for side in (a, b)):
        return "differ by name"
    mine, theirs = ({m.country for m in side if m.country} for side in (a, b))
    if not mine or not theirs:
        return "differ"
    return "differ in one country" if mine & theirs else "differ by country"


def _modes(a: Draft, b: Draft) -> str:
    one, two = set(a.modes), set(b.modes)
    if not one or not two:
        return "none" if not one and not two else "one side"
    return "same" if one == two else "some" if one & two else "differ"


def _size(a: Draft, b: Draft) -> str:
    if not a.size or not b.size:
        return "none" if not a.size and not b.size else "one side"
    return "toll" if same_toll(a, b) else "agree" if sizes_agree(a.size, b.size) else "differ"


def _place(a: EventPlace | None, b: EventPlace | None) -> str:
    mine, theirs = (p.place if p is not None and p.origin in TOLD else None for p in (a, b))
    if mine is None or theirs is None:
        return "none" if mine is None and theirs is None else "one side"
    return "same" if mine.id == theirs.id else "country" if mine.country == theirs.country else "differ"


def _time(a: EventTime, b: EventTime) -> str:
    mine, theirs = _days(a), _days(b)
    if mine is None or theirs is None:
        return "none" if mine is None and theirs is None else "one side"
    if mine == theirs:
        return "same"
    return "overlap" if mine[0] <= theirs[1] and theirs[0] <= mine[1] else "differ"


def _days(time: EventTime) -> tuple[date, date] | None:
    return (time.start, time.end or time.start) if time.origin in TOLD and time.start is not None else None


def _distance(a: Telling, b: Telling) -> str:
    apart = abs(b.about.number - a.about.number)
    if apart and (is_headline(a.draft) or is_headline(b.draft)):
        return "headline and lead" if apart == 1 else "headline"
    return str(min(apart, _FAR))


def _form(draft: Draft) -> str:
    if draft.trigger.kind == "verb":
        return "verb"
    return "definite noun" if draft.scene.words[draft.trigger.words[0]].definite else "noun"


def _overlap(a: Telling, b: Telling) -> float:
    """The share of the shorter sentence's words that the other one has."""
    return len(a.about.words & b.about.words) / max(min(len(a.about.words), len(b.about.words)), 1)


def _common(a: frozenset[str] | frozenset[int], b: frozenset[str] | frozenset[int]) -> str:
    return "none" if not a or not b else "same" if a & b else "differ"
