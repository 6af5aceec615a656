"""Which events a report tells as its background (`historical`), weighed over all that words, days and place tell.

The rules (`events/auxiliary.py`, `events/background.py`, `events/history.py`) know the words that say so; most of what
is background is told without: in a relative clause, behind `بعد`, further down, of a name that needs no more. Weights
by `tools/train_past.py`; the card is `models/past.md`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from khabar.events.counted_from import is_counted_from
from khabar.events.draft import Draft
from khabar.events.handed_over import LONG_PAST
from khabar.events.history import LEFT_OF_IT
from khabar.events.lapses import is_after_lapse, is_told_before
from khabar.events.read_by import mood_facts
from khabar.events.traits import of_trigger
from khabar.models.linear import Linear
from khabar.records import Auxiliary, EventTime, Span
from khabar.text.characters import squeeze
from khabar.text.words import Word

LEAST = -0.25
"""The log-odds from which on an event is background: half of it is told without a word that says so."""
KEPT = -1.0
"""Those from which on one stays background that the rules, or a word, have found to be so."""
_AGES = ((-1, "to come"), (0, "today"), (1, "yesterday"), (3, "days"), (7, "a week"), (31, "a month"), (366, "a year"))
"""Up to how many days before the day of publication an event has which age; beyond, it is old."""
_NEAR = 4
"""How many words around a trigger are facts of it."""
_OPENING = 3
"""How many words open a sentence."""
_LATER = 8
"""From which sentence on all are alike."""
WORDS = 0.3
"""How much a word of the sentence counts beside other facts."""


@dataclass(frozen=True, slots=True)
class Past:
    """Tells background from news; without a model the rules alone do."""

    model: Linear | None

    @classmethod
    def load(cls) -> Past:
        """The shipped weights."""
        return cls(Linear.load("past"))

    def settle(self, draft: Draft, time: EventTime, published: date | None, title: Span | None, number: int) -> None:
        """Mark or unmark a draft, all tellings of an event joined, as `historical`; `number` is its sentence's.

        A sentence that stands alone has no news beside its background: there the rules decide, as they do where the
        grammar leaves no doubt (`events/lapses.py`).
        """
        if self.model is None or not draft.scene.report or is_counted_from(draft) or LONG_PAST in draft.proved:
            return
        if is_told_before(draft) or LEFT_OF_IT in draft.proved:
            return
        if Auxiliary.HISTORICAL not in draft.auxiliary and is_after_lapse(draft):
            return  # `بعد عام على اغتيال النائب، تظاهر المئات`
        least = KEPT if Auxiliary.HISTORICAL in draft.auxiliary else LEAST
        past = self.model.odds(facts(draft, time, published, title, number)) >= least
        others = [a for a in draft.auxiliary if a is not Auxiliary.HISTORICAL]
        draft.auxiliary = [a for a in Auxiliary if a in others or (past and a is Auxiliary.HISTORICAL)]


def facts(draft: Draft, time: EventTime, published: date | None, title: Span | None, number: int) -> dict[str, float]:
    """What speaks for and against background: name to 1, or to a small number."""
    by_type = [*_told(draft, title), *_dated(draft, time, published)]
    found = dict.fromkeys([*of_trigger(draft), *by_type, *_around(draft)], 1.0)
    for name in by_type:
        found[f"{name} of {draft.type}"] = 1.0
    found.update(mood_facts(draft))
    found["position"] = min(number, _LATER) / _LATER
    found[f"position {min(number, _LATER)}"] = 1.0
    found.update({f"said {w.bare}": WORDS for w in draft.scene.words if w.kind not in ("punct", "num")})
    return found


def _told(draft: Draft, title: Span | None) -> Iterator[str]:
    """How and where it is told."""
    marked = Auxiliary.HISTORICAL in draft.auxiliary
    yield from (f"type {draft.type}", f"marked {marked}", f"marked {marked} {draft.trigger.kind}")
    yield f"moods {' '.join(a for a in draft.auxiliary if a is not Auxiliary.HISTORICAL) or 'none'}"
    yield f"told again {min(len(draft.also), 3)}"
    yield f"headed {title is not None and any(title.contains(span) for span in (draft.span, *draft.also))}"
    yield f"elsewhere {any(not draft.scene.sentence.span.contains(span) for span in draft.also)}"
    yield f"sized {bool(draft.size)}"
    clause = draft.trigger.clause
    if clause is None or clause.verb is None:
        yield "no clause"
        return
    yield f"relative {bool(clause.antecedent)} {draft.trigger.kind} {clause.verb.tense}"
    yield f"says {clause.says} {draft.trigger.kind}"
    phrase = draft.scene.phrases[clause.index]
    yield from (f"clause particle {p}" for p in phrase.particles)
    opener = draft.scene.by_phrase.get(clause.opener)
    if opener is not None and opener.verb is not None:
        yield f"opener {squeeze(opener.verb.verb.lemma)}"


def _dated(draft: Draft, time: EventTime, published: date | None) -> Iterator[str]:
    """How old the day is, and where it is told; and the oldest day in the sentence."""
    yield f"day of {time.origin} {time.precision}"
    if published is None:
        return
    if time.end is not None:
        yield from (f"age {_age(published, time.end)}", f"age {_age(published, time.end)} {time.origin}")
    days = [t.end for t in draft.scene.times if t.end is not None]
    if days:
        yield f"oldest {_age(published, min(days))}"
        yield f"newest {_age(published, max(days))}"


def _age(published: date, day: date) -> str:
    back = (published - day).days
    return next((name for most, name in _AGES if back <= most), "old")


def _around(draft: Draft) -> Iterator[str]:
    words = draft.scene.words
    first, last = draft.trigger.words[0], draft.trigger.words[-1]
    for step in range(1, _NEAR + 1):
        yield f"word -{step} {_norm(words, first - step)}"
        yield f"word +{step} {_norm(words, last + step)}"
        yield f"before {_norm(words, first - step)}"
        yield f"after {_norm(words, last + step)}"
    yield from (f"opening {n} {_norm(words, n)}" for n in range(_OPENING))
    yield f"opening {_norm(words, 0)} {_norm(words, 1)}"


def _norm(words: list[Word], at: int) -> str:
    return words[at].norm if 0 <= at < len(words) else "none"
