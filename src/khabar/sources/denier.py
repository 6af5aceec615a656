"""Which events somebody's words deny: weighed over what the rules have tied and all that could be meant.

The rules (`sources/denials.py`) know the ways of denying; whether `لم نطلق رصاصة واحدة` or `حكاية للأطفال` answers the
shelling told two sentences before is learned from annotated reports. Weights by `tools/train_denier.py`; the card is
`models/denier.md`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from khabar.events.lexicon import noun_keys
from khabar.events.read_by import denied_by
from khabar.events.scene import Scene, mentions_in, number_of
from khabar.events.types import SPOKEN
from khabar.events.unconfirmed import is_granted_by_relative
from khabar.lexicon.words import word_list
from khabar.models.linear import Linear
from khabar.records import AGAINST, Attribution, Auxiliary, Denial, Event, Mention, Span, Stance
from khabar.sources.denying import is_one, is_told, spans_of, takes_part, tells
from khabar.sources.presupposed import is_of_knowledge, is_refusal, of_a_charge
from khabar.sources.rebutted import is_rebutted
from khabar.sources.sides import can_be_ours, is_ours, same_side, side_of
from khabar.text.characters import squeeze
from khabar.text.words import Word

KEPT = -1.25
"""The log-odds from which on a denial that the rules have tied stays."""
ALONE = -4.0
"""The same where nobody else tells of the event."""
ADDED = -0.25
"""The log-odds from which on one that they have not is tied."""
BACK, AHEAD = 6, 3
"""How many sentences before words, or behind them, an event may stand that they deny."""
_NOT = word_list(__name__, "not")
_OPENING = 3
"""How many words at the beginning of what is said are facts."""
_LONG = 4
"""Letters that two words must share in the beginning to be of one kind."""


@dataclass(frozen=True, slots=True)
class Saying:
    """What somebody says, as those see it who look for what it denies."""

    attribution: Attribution
    speakers: Sequence[Mention]
    side: Mention
    here: int
    """The sentence of its cue."""
    words: Sequence[Word]
    cue: Span


@dataclass(frozen=True, slots=True)
class Pair:
    """One event and what may deny it."""

    number: int
    """Of the event."""
    saying: Saying
    ruled: bool
    """Whether the rules have tied them."""
    facts: dict[str, float]


@dataclass(frozen=True, slots=True)
class Denier:
    """Ties denials; without a model those of the rules stay."""

    model: Linear | None

    @classmethod
    def load(cls) -> Denier:
        """The shipped weights."""
        return cls(Linear.load("denier"))

    def settle(
        self,
        events: Sequence[Event],
        attributions: Sequence[Attribution],
        mentions: Sequence[Mention],
        scenes: Sequence[Scene],
    ) -> list[Event]:
        """The events with the denials that hold, those added that the rules missed."""
        found = list(events)
        if self.model is None:
            return found
        for pair in pairs(events, attributions, mentions, scenes):
            odds, event = self.model.odds(pair.facts), found[pair.number]
            if pair.ruled and odds < (ALONE if _only_denied(event, pair.saying) else KEPT):
                kept = tuple(d for d in event.denied_by if d.cue != pair.saying.cue)
                found[pair.number] = replace(event, denied_by=kept)
            elif not pair.ruled and odds >= ADDED:
                saying = pair.saying
                speaker, where = saying.speakers[-1], scenes[saying.here].sentence.span
                if any(is_one(speaker, d.mention) for d in event.denied_by):
                    continue
                denial = Denial(speaker, Stance.DENIES, saying.cue, saying.attribution.cue_text or "", where)
                found[pair.number] = replace(event, denied_by=(*event.denied_by, denial))
        return found


def _only_denied(event: Event, saying: Saying) -> bool:
    """Whether who says that a thing was not done is the only one to tell of it (`الشرطة: لم يتم اعتقال أي متظاهر`)."""
    return event.stance is Stance.DENIES and event.sources[0] == saying.attribution.id


def pairs(
    events: Sequence[Event], attributions: Sequence[Attribution], mentions: Sequence[Mention], scenes: Sequence[Scene]
) -> Iterator[Pair]:
    """Every event near words that may deny it, with what speaks for and against their doing so."""
    numbers = [_number(scenes, event.trigger) for event in events]
    for attribution in attributions:
        saying = _saying(attribution, mentions, scenes)
        if saying is None:
            continue
        told, first = tuple(_of_saying(saying, scenes)), saying.here - BACK
        for number, event in enumerate(events):
            charged = attribution.stance is Stance.ACCUSES and attribution.scope.contains(event.trigger)
            if first <= numbers[number] <= saying.here + AHEAD and not charged:
                ruled = any(d.cue == attribution.cue for d in event.denied_by)
                if not ruled and _says_of_whom(event, saying, scenes):
                    continue
                more = (*told, *_of_event(saying, event, attributions), *_shared(saying, event, scenes))
                where, rank = _where(saying, event, numbers[number]), _rank(saying, event, events)
                found = _facts(saying, event, more, where, rank, ruled)
                for name, value in denied_by(scenes[0].encoded, spans_of(event), saying.speakers).items():
                    found[name] = found[f"{name} | {attribution.stance}"] = value
                yield Pair(number, saying, ruled, found)


def _says_of_whom(event: Event, saying: Saying, scenes: Sequence[Scene]) -> bool:
    """Whether an event in some words only says of whom they are (`نفى أن تكون الرهينة التي خطفوها قد قتلت`)."""
    scene = scenes[saying.here]
    inside = saying.attribution.scope.contains(event.trigger) and scene.sentence.span.contains(event.trigger)
    return inside and is_granted_by_relative(scene, scene.phrase_at(scene.words_at(event.trigger)[0].index))


def _number(scenes: Sequence[Scene], span: Span) -> int:
    """The sentence that holds the beginning of a span."""
    return number_of(scenes, Span(span.start, span.start + 1)) or 0


def _saying(attribution: Attribution, mentions: Sequence[Mention], scenes: Sequence[Scene]) -> Saying | None:
    """What may deny: a denial, a doubt, or any statement with a negation or a word for what is untrue."""
    speakers = [s.mention for s in attribution.chain if s.mention is not None]
    if attribution.cue is None or not speakers or is_rebutted(attribution):
        return None
    here = _number(scenes, attribution.cue)
    scene = scenes[here]
    words = [w for w in scene.words if attribution.scope.contains(Span(w.start, w.end))]
    if attribution.stance not in AGAINST and not _negates(words, scene):
        return None
    if is_of_knowledge(attribution, scene) or (is_refusal(attribution) and not of_a_charge(attribution, scene)):
        return None
    return Saying(attribution, speakers, side_of(speakers[-1], mentions), here, words, attribution.cue)


def _negates(words: Sequence[Word], scene: Scene) -> bool:
    return any(w.norm in _NOT or w.bare in scene.classes["untrue"] for w in words)


def _facts(
    saying: Saying, event: Event, told: Sequence[str], where: str, rank: str, ruled: bool
) -> dict[str, float]:
    """What speaks for and against some words' denying an event: name to 1; `told` is what both say of themselves."""
    stance = saying.attribution.stance
    side = _side(saying, event)
    found: dict[str, float] = {}
    for name in told:
        found[name] = found[f"{name} | ruled {ruled}"] = found[f"{name} | {stance} {where}"] = 1.0
    for name in (f"where {where}", f"side {side}", f"rank {rank}", f"type {event.type}"):
        found[name] = found[f"{name} | {stance}"] = found[f"{name} | ruled {ruled} {stance}"] = 1.0
    found[f"side {side} | {where} | {stance}"] = found[f"rank {rank} | {where} | {stance}"] = 1.0
    found[f"side {side} | {event.type} | {stance}"] = 1.0
    return found


def _where(saying: Saying, event: Event, number: int) -> str:
    """Where an event stands to the words."""
    if any(saying.attribution.scope.contains(s) for s in spans_of(event)):
        return "inside" if saying.attribution.scope.contains(event.trigger) else "inside too"
    if any(s.overlaps(saying.cue) for s in spans_of(event)):
        return "the cue"
    if number == saying.here:
        return "before it" if event.trigger.start < saying.cue.start else "behind it"
    return f"{'back' if number < saying.here else 'ahead'} {min(abs(number - saying.here), 3)}"


def _side(saying: Saying, event: Event) -> str:
    """What the speaker has to do with an event."""
    speaker, side = saying.speakers[-1], saying.side
    if takes_part(speaker, event) or takes_part(side, event):
        return "doer"
    if any(same_side(m, speaker) or same_side(m, side) for m in event.recipients):
        return "recipient"
    if event.actors and (is_ours(event, speaker) or is_ours(event, side)):
        return "ours"
    if can_be_ours(event, speaker) or can_be_ours(event, side):
        return "can be ours" if event.actors else "nobody's"
    return "others"


def _rank(saying: Saying, event: Event, events: Sequence[Event]) -> str:
    """How many events of deeds stand between an event and the words."""
    between = sorted((event.trigger.start, saying.cue.start))
    deeds = [e for e in events if e.type not in SPOKEN and between[0] < e.trigger.start < between[1]]
    return str(min(len(deeds), 3))


def _of_saying(saying: Saying, scenes: Sequence[Scene]) -> Iterator[str]:
    """How it is said, and its first words."""
    attribution, scene = saying.attribution, scenes[saying.here]
    yield f"rule {attribution.rule}"
    yield f"links {min(len(saying.speakers), 2)} kind {attribution.chain[-1].kind.value}"
    yield f"length {min(len(saying.words) // 4, 4)}"
    yield f"cue in scope {saying.cue.contains(attribution.scope)}"
    yield f"headline {scene.sentence.paragraph < 0}"
    yield from (f"word {n} {w.norm}" for n, w in enumerate(saying.words[:_OPENING]))
    yield from (f"not {w.norm}" for w in saying.words if w.norm in _NOT)
    for kind in ("hearsay", "involvement", "occurrences", "untrue", "tolls", "weapons"):
        words = saying.words[:_OPENING] if kind != "untrue" else saying.words
        if any(w.bare in scene.classes[kind] or not scene.classes[kind].isdisjoint(noun_keys(w.bare)) for w in words):
            yield f"opens with {kind}"


def _of_event(saying: Saying, event: Event, attributions: Sequence[Attribution]) -> Iterator[str]:
    """How the event is told, and by whom."""
    told = [s for a in attributions if a.id in event.sources for s in a.chain if s.mention is not None]
    yield f"told by somebody {bool(told)} stance {event.stance}"
    yield f"told by the speaker {tells(saying.speakers[-1], event, attributions)}"
    yield from (f"mood {mood}" for mood in event.auxiliary or ("none",))
    yield from (f"mode {mode}" for mode in event.modes)
    yield f"told {is_told(event)} size {bool(event.size)} hedged {event.hedged}"
    yield f"actors {min(len(event.actors), 2)} recipients {min(len(event.recipients), 2)}"
    yield f"denied by another {any(d.cue != saying.cue for d in event.denied_by)}"
    yield f"negated {Auxiliary.NEGATION in event.auxiliary} {event.stance}"


def _shared(saying: Saying, event: Event, scenes: Sequence[Scene]) -> Iterator[str]:
    """Which words what is said has in common with an event and its sentence."""
    text = scenes[saying.here].text
    said = {key for w in saying.words for key in noun_keys(w.bare) if len(key) > 2}
    triggers = {squeeze(s.of(text)).split()[0].removeprefix("ال") for s in spans_of(event)}
    yield f"shares the trigger {not said.isdisjoint(triggers)}"
    stems = {t[:_LONG] for t in triggers if len(t) >= _LONG}
    yield f"shares its letters {any(s[:_LONG] in stems for s in said)}"
    scene = scenes[_number(scenes, event.trigger)]
    own = {w.bare for w in scene.words if w.kind in ("noun", "name", "adj") and len(w.bare) > 2}
    yield f"shares {min(len(own & {w.bare for w in saying.words}), 3)} words"
    people = {m.actor for m in (*event.actors, *event.recipients) if m.actor is not None}
    scope = saying.attribution.scope
    named = {m.actor for m in mentions_in(scenes[saying.here].mentions, scope) if m.actor is not None}
    yield f"shares people {bool(people & named)} names {bool(named)}"
    words = set(squeeze(saying.speakers[-1].text).split())
    yield f"speaker in its sentence {bool(words & {w.norm for w in scene.words if w.named})}"
