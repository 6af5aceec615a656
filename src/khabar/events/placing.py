"""Which place is an event's, weighed over all that grammar, the rules and the report say of every place nearby.

The rules (`events/where.py`) propose one; that the sentence names a place does not make it the event's, the place told
with another telling may be the nearer one, and what is told nowhere in the sentence may have been told before. Weights
by `tools/train_placing.py`; the card is `models/placing.md`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from khabar.events.draft import Draft
from khabar.events.lexicon import noun_key
from khabar.events.likeness import TOLD
from khabar.events.scene import Scene, number_of
from khabar.events.setting import after_topic, area_of, is_matter
from khabar.events.traits import of_trigger
from khabar.events.where import Named, Placed, is_located, is_origin
from khabar.models.linear import Linear
from khabar.places.unlisted import PREFIX
from khabar.records import EventPlace, Mention, MentionKind, Place, Span
from khabar.text.characters import squeeze

LEAST = -1.0
"""The log-odds from which on a place is an event's."""
LEAST_OWN = -1.75
"""The same for the place that the rules find right with the event."""
BACK = 3
"""How many sentences before an event are searched for its place."""
_STEPS = (1, 2, 3, 5, 8, 13, 21)
"""Distances in words that are told apart."""
_JOINTS = ("prep", "part", "comp", "rel", "link", "verb")
"""Kinds of words that tell how what follows hangs on what is before."""
_CHAIN = 30
"""Letters between a place and the larger one told with it (`في بلدة س بريف ص`)."""
_BESIDE = 20
"""Letters between a place and the larger one told right behind it (`في بلدة س بريف ص`)."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time that a place is told near an event."""

    placed: Placed
    scene: Scene
    back: int
    """How many sentences before the event's; 0 in a sentence that tells of it."""
    telling: Span | None
    """The trigger of that sentence, where it tells of the event."""
    seat: bool
    title: bool


@dataclass(slots=True)
class Candidate:
    """A place that may be an event's, with every time that it is told near it."""

    place: Place
    told: list[Occurrence] = field(default_factory=list)

    @property
    def is_landmark(self) -> bool:
        """Whether it is told near the event only to tell where another place lies."""
        return bool(self.told) and all(occurrence.placed.landmark for occurrence in self.told)


@dataclass(frozen=True, slots=True)
class Placing:
    """Gives events their places; without a model those of the rules stay."""

    model: Linear | None

    @classmethod
    def load(cls) -> Placing:
        """The shipped weights."""
        return cls(Linear.load("placing"))

    def settle(
        self, draft: Draft, given: EventPlace | None, named: Named, scenes: Sequence[Scene]
    ) -> EventPlace | None:
        """The likeliest place of a draft, or None; `given` is that of the rules."""
        if self.model is None:
            return given
        told = weighable(draft, given, named, scenes)
        found = [one for one in told if not (one[0].is_landmark or _is_matter(draft, one[0], named))]
        odds = [self.model.odds(told) for _, told in found]
        best = max(range(len(found)), key=lambda i: odds[i], default=-1)
        if best >= 0 and odds[best] < LEAST:
            # What stands right with an event is its place unless much speaks against it (`الهجمات في باكستان`).
            own = given.place.id if given is not None and given.origin == TOLD[0] else None
            best = next((i for i, (one, _) in enumerate(found) if one.place.id == own and odds[i] >= LEAST_OWN), -1)
        if best < 0:
            return None
        finer = [i for i, (one, _) in enumerate(found) if _is_within(draft, one, found[best][0])]
        best = max(finer, key=lambda i: odds[i], default=best)
        return _as_event_place(found[best][0], draft, given)


def _is_within(draft: Draft, one: Candidate, larger: Candidate) -> bool:
    """Whether a place is told, where the event is, right before the larger one it lies in (`بحي السد في أبها`)."""
    if one.place.country != larger.place.country or one.place.level <= larger.place.level:
        return False
    starts = [o.placed.span.start for o in larger.told]
    return any(
        o.telling is not None
        and not o.seat
        and any(0 <= start - o.placed.span.end <= _BESIDE for start in starts)
        and is_located(o.scene, o.placed.span)
        and not (o.scene is draft.scene and after_topic(draft, o.placed.span))
        for o in one.told
    )


def _is_matter(draft: Draft, one: Candidate, named: Named) -> bool:
    """Whether a place is only named for what is spoken of there (`بحث الوزيران الوضع في السودان`), or for an origin."""
    told = [o for o in one.told if not o.seat]
    own = [o for o in told if o.scene is draft.scene]
    return bool(own) and len(own) == len(told) and all(
        is_matter(draft, o.placed.span) or is_origin(draft, o.placed.span, named.placed) for o in own
    )


def _as_event_place(candidate: Candidate, draft: Draft, given: EventPlace | None) -> EventPlace:
    """A candidate as an event's place, by where it is told nearest to it."""
    if given is not None and given.place.id == candidate.place.id:
        return given
    if not candidate.told:
        return EventPlace(candidate.place, "dateline", None, None, 0.6)
    nearest = min(candidate.told, key=lambda o: (o.scene is not draft.scene, o.back, o.seat))
    name = nearest.placed.name or nearest.placed.span
    origin = _origin(nearest, draft)
    sure = nearest.placed.sure * (1.0 if origin in TOLD else 0.7)
    return EventPlace(candidate.place, origin, name, name.of(draft.scene.text), sure)


def _origin(nearest: Occurrence, draft: Draft) -> str:
    if nearest.seat:
        return "actor"
    if nearest.telling is None:
        return "report"
    own = nearest.scene is draft.scene and area_of(draft).contains(nearest.placed.span)
    return TOLD[0] if own and is_located(nearest.scene, nearest.placed.span) else TOLD[1]


def weighable(
    draft: Draft, given: EventPlace | None, named: Named, scenes: Sequence[Scene]
) -> list[tuple[Candidate, dict[str, float]]]:
    """Every place that may be a draft's, with what speaks for and against it."""
    found = candidates(draft, named, scenes)
    return [(one, facts(draft, one, given, named, found)) for one in found]


def candidates(draft: Draft, named: Named, scenes: Sequence[Scene]) -> list[Candidate]:
    """The places of the sentences that tell of a draft, of those before it, of the title and of the dateline."""
    numbers = {id(scene): n for n, scene in enumerate(scenes)}
    at = numbers[id(draft.scene)]
    tellings: dict[int, Span] = {}
    for span in (draft.span, *draft.also):
        number = number_of(scenes, span)
        if number is not None:
            tellings.setdefault(number, span)
    titles = {n for n, s in enumerate(scenes) if s.sentence.paragraph < 0}
    wanted = {*tellings, *range(max(at - BACK, 0), at), *titles}
    found: dict[str, Candidate] = {}
    for number in sorted(wanted):
        scene, telling = scenes[number], tellings.get(number)
        back = 0 if telling is not None else max(at - number, 1)
        for seat, placed in ((False, named.placed), (True, named.seats)):
            for one in placed:
                if scene.sentence.span.contains(one.span):
                    candidate = found.setdefault(one.place.id, Candidate(one.place))
                    candidate.told.append(Occurrence(one, scene, back, telling, seat, number in titles))
    if named.dateline is not None:
        found.setdefault(named.dateline.id, Candidate(named.dateline))
    return list(found.values())


def facts(
    draft: Draft, one: Candidate, given: EventPlace | None, named: Named, all_: Sequence[Candidate]
) -> dict[str, float]:
    """What speaks for and against a place: name to 1."""
    level = f"{one.place.level}{' capital' if one.place.feature_code == 'PPLC' else ''}"
    entry = squeeze(draft.sense.entry)
    found: dict[str, float] = {}
    for name in (*_by_rules(one, given, named), *_by_report(draft, one, all_)):
        found[name] = found[f"{name} | {draft.type}"] = found[f"{name} | {level}"] = 1.0
    for occurrence in one.told:
        where = _where(occurrence, draft)
        for name in _occurs(draft, occurrence, all_):
            found[f"{name} | {where}"] = found[f"{name} | {where} {draft.type}"] = 1.0
        found[f"{where} | {entry}"] = found[f"{where} | {level} {draft.type}"] = 1.0
    found.update(dict.fromkeys((f"level {level}", f"level {level} | {draft.type}"), 1.0))
    found.update(dict.fromkeys((f"type {draft.type}", f"entry {entry}", f"listed {_is_listed(one)}"), 1.0))
    found.update(dict.fromkeys((f"moods {draft.type} {a}" for a in draft.auxiliary), 1.0))
    found.update(dict.fromkeys((f"mode {m}" for m in draft.modes), 1.0))
    found.update(dict.fromkeys(of_trigger(draft), 1.0))
    found[f"report {draft.scene.report}"] = 1.0
    return found


def _is_listed(one: Candidate) -> bool:
    return not one.place.id.startswith(PREFIX)


def _where(occurrence: Occurrence, draft: Draft) -> str:
    """Where a place is told, seen from the event."""
    kind = "seat" if occurrence.seat else "place"
    if occurrence.scene is draft.scene:
        return f"own {kind}"
    if occurrence.telling is not None:
        return f"again {'title ' if occurrence.title else ''}{kind}"
    if occurrence.title:
        return f"title {kind}"
    return f"before {min(occurrence.back, BACK)} {kind}"


def _by_rules(one: Candidate, given: EventPlace | None, named: Named) -> Iterator[str]:
    """What the rules give."""
    if given is None:
        yield "rules none"
    elif given.place.id == one.place.id:
        yield f"rules {given.origin}"
    else:
        finer = given.place.country == one.place.country and one.place.level > given.place.level
        yield f"rules another {given.origin} {'finer' if finer else 'not finer'}"
    yield f"dateline {named.dateline is not None and named.dateline.id == one.place.id}"


def _by_report(draft: Draft, one: Candidate, all_: Sequence[Candidate]) -> Iterator[str]:
    """What the rest of the report says of it."""
    yield f"times {min(len(one.told), 3)}"
    yield f"told {' '.join(sorted({_where(o, draft) for o in one.told})) or 'nowhere'}"
    own = [c for c in all_ if any(o.scene is draft.scene and not o.seat for o in c.told)]
    mine = any(o.scene is draft.scene for o in one.told)
    yield f"own {mine} of {min(len(own), 3)}"
    within = [c for c in own if c is not one and c.place.country == one.place.country]
    yield f"own finer {mine} {any(c.place.level > one.place.level for c in within)}"
    yield f"own coarser {mine} {any(c.place.level < one.place.level for c in within)}"
    told = [c for c in all_ if c is not one and any(o.telling is not None for o in c.told)]
    finer = any(c.place.country == one.place.country and c.place.level > one.place.level for c in told)
    yield f"told finer {any(o.telling is not None for o in one.told)} {finer}"


def _occurs(draft: Draft, occurrence: Occurrence, all_: Sequence[Candidate]) -> Iterator[str]:
    """How it is told where it is told."""
    scene, span = occurrence.scene, occurrence.placed.span
    located = is_located(scene, span)
    yield "told"
    yield f"located {located}"
    yield f"taken up {occurrence.placed.name is not None}"
    words = scene.words_at(span)
    first, last = words[0].index, words[-1].index
    before = scene.words[max(first - 3, 0) : first]
    prep = words[0].prep or (before[-1].norm if before and before[-1].kind == "prep" else "none")
    yield f"prep {prep}"
    yield f"after {noun_key(before[-1].bare) if before else 'start'}"
    if len(before) > 1:
        yield f"after two {noun_key(before[-2].bare)} {prep}"
    mine, others = _chain(occurrence, all_)
    yield f"chain {mine} {located}"
    yield f"places {others}"
    yield from (f"inside {name}" for name in _inside(draft, scene, span))
    phrase = next((p for p in reversed(scene.phrases) if p.end <= first and p.kind == "np"), None)
    if phrase is not None and phrase.end == first - (words[0].prep == "" and prep != "none"):
        yield f"behind {phrase.who.value if phrase.who is not None else 'nobody'} {prep}"
    if occurrence.telling is not None:
        yield from _beside(draft, occurrence, first, last, located)


def _chain(occurrence: Occurrence, all_: Sequence[Candidate]) -> tuple[str, int]:
    """Whether a larger place or a smaller one is told right with it; and how many others are in the sentence."""
    span, place = occurrence.placed.span, occurrence.placed.place
    others = [
        o.placed
        for c in all_
        for o in c.told
        if o.scene is occurrence.scene and o.placed.place.id != place.id and not o.seat
    ]
    behind = any(
        0 <= o.span.start - span.end <= _CHAIN and o.place.country == place.country and o.place.level < place.level
        for o in others
    )
    ahead = any(
        0 <= span.start - o.span.end <= _CHAIN and o.place.country == place.country and o.place.level > place.level
        for o in others
    )
    return ("both" if behind and ahead else "smaller" if behind else "larger" if ahead else "none"), min(len(others), 3)


def _inside(draft: Draft, scene: Scene, span: Span) -> Iterator[str]:
    """What mention it stands in."""
    if scene is draft.scene:
        for role, mentions in (("actor", draft.actors), ("recipient", draft.recipients)):
            yield from (f"{role} {_how(m, span)}" for m in mentions if m.span.overlaps(span))
    over = (m for m in scene.inside if m.span.contains(span) and m.kind is not MentionKind.PLACE)
    yield from (f"a {m.kind.value}" for m in over)


def _how(mention: Mention, span: Span) -> str:
    return "whole" if span.contains(mention.span) else "part"


def _beside(draft: Draft, occurrence: Occurrence, first: int, last: int, located: bool) -> Iterator[str]:
    """How it stands to the trigger."""
    scene, telling, span = occurrence.scene, occurrence.telling, occurrence.placed.span
    assert telling is not None
    trigger = scene.words_at(telling)
    ahead = last < trigger[0].index
    low, high = (last + 1, trigger[0].index) if ahead else (trigger[-1].index + 1, first)
    between = scene.words[low:high]
    side = "ahead" if ahead else "behind"
    yield f"distance {side} {next((s for s in _STEPS if len(between) < s), 'far')}"
    yield f"distance {side} {next((s for s in _STEPS if len(between) < s), 'far')} {located}"
    verbs = [w for w in between if w.verb is not None]
    yield f"verbs {side} {min(len(verbs), 2)} {located}"
    yield f"comma {side} {any(w.norm in ('،', ',', ':', '.') for w in between)} {located}"
    yield f"relative {side} {any(w.kind == 'rel' for w in between)} {located}"
    yield f"comp {side} {any(w.kind == 'comp' for w in between)} {located}"
    yield from (f"between {side} {noun_key(w.bare)}" for w in between if w.kind in _JOINTS)
    yield from _deeds(scene, {w.index for w in trigger}, first, last, f"{located} {side}")
    if scene is not draft.scene:
        return
    area = area_of(draft).contains(span)
    yield f"area {area} {located} {side}"
    yield f"topic {after_topic(draft, span)} {area}"
    k = scene.phrase_at(first)
    slots = [s for s, groups in draft.slots.items() if any(p.start <= first < p.end for g in groups for p in g)]
    yield from (f"slot {s} {located}" for s in slots or ["none"])
    yield from (f"role {role} {located}" for role, names in draft.sense.frame.items() if set(names) & set(slots))
    clause = next((c for c in reversed(scene.clauses) if c.index <= k), None)
    if clause is not None:
        same = clause is draft.trigger.clause
        yield f"clause {'same' if same else 'another'} {located} {side}"
        if not same and clause.verb is not None:
            yield f"clause says {clause.says} {located}"


def _deeds(scene: Scene, mine: set[int], first: int, last: int, how: str) -> Iterator[str]:
    """Whether the words for happenings nearest to a place, from word `first` to `last`, are the trigger's, `mine`."""
    told = (w for w in scene.words if w.index in scene.event_words or (w.verb is not None and not w.verb.verb.says))
    deeds = [w.index for w in told]
    nearest = min(deeds, key=lambda i: min(abs(i - first), abs(i - last)), default=-1)
    before = max((i for i in deeds if i < first), default=-1)
    yield f"nearest deed {nearest in mine} {how}"
    yield f"deed before {'none' if before < 0 else before in mine} {how}"
    if before >= 0 and before not in mine:
        yield f"deed before {noun_key(scene.words[before].bare)}"
