"""Whether every entry of the event lexicon does on its example what it says (`docs/lexicon.md`, key `gives`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass
from functools import lru_cache

from khabar.coder import Coder
from khabar.errors import LexiconError
from khabar.evaluate.gsr import folded_words
from khabar.events.borders import Borders
from khabar.events.judge import Judge
from khabar.events.lexicon import NONE, EventLexicon, Sense
from khabar.events.linking import Linker
from khabar.events.modes import Modes
from khabar.events.past import Past
from khabar.events.placing import Placing
from khabar.events.roles import Roles
from khabar.events.spotting import Spotter
from khabar.events.teller import Teller
from khabar.pages.bare import bare_article
from khabar.records import Event
from khabar.sources.denier import Denier
from khabar.text.arguments import Arguments

_HEAD = re.compile(r"^(?P<type>[A-Z]+)(?:/(?P<mode>[a-z-]+))?\s*(?:\[(?P<aux>[a-z, ]*)\])?$")


@dataclass(frozen=True, slots=True)
class Expected:
    """One event as `gives` tells it."""

    type: str
    mode: str | None
    auxiliary: frozenset[str]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one example."""

    sense: Sense
    typed: bool
    """Whether exactly the events it names were coded, by type, mode and auxiliary modes."""
    filled: bool
    """Whether actors and recipients are right as well."""
    coded: str
    """What was coded, for reading."""


def parse_gives(text: str, where: str) -> list[Expected]:
    """The events a `gives` names; none for `none`. Raises `LexiconError` where it cannot be read."""
    if text.strip() == NONE:
        return []
    found = []
    for part in text.split(";;"):
        head, actors, recipients = ([*part.split("|"), "", ""])[:3]
        match = _HEAD.match(head.strip())
        if match is None:
            raise LexiconError(f"{where}: cannot read gives {text!r}")
        aux = frozenset(a.strip() for a in (match["aux"] or "").split(",") if a.strip())
        found.append(Expected(match["type"], match["mode"], aux, _people(actors), _people(recipients)))
    return found


def _people(field: str) -> tuple[str, ...]:
    return tuple(p.strip() for p in field.split(" + ") if p.strip())


def senses(lexicon: EventLexicon) -> Iterator[Sense]:
    """Every sense with an example, each once, in a fixed order."""
    seen: set[tuple[str, str]] = set()
    for table in (lexicon.verb_senses, lexicon.noun_senses):
        for key in sorted(table):
            for sense in table[key]:
                mark = (sense.where, sense.example)
                if sense.example and mark not in seen:
                    seen.add(mark)
                    yield sense


@lru_cache(maxsize=2)
def unjudged(coder: Coder) -> Coder:
    """The same coder by rules alone: nothing that is learned accepts, joins or changes a draft, or settles a verb."""
    other = copy(coder)
    other.judge, other.spotter, other.linker = Judge({}), Spotter(None), Linker(None)
    other.past, other.roles, other.teller = Past(None), Roles(None, None), Teller(None)
    other.modes, other.borders, other.denier = Modes(None), Borders(None), Denier(None)
    other.arguments, other.placing = Arguments(None, None), Placing(None)
    return other


def judge(coder: Coder, sense: Sense) -> Verdict:
    """Code the example of a sense and compare it with what it should give.

    The judge is left out: it weighs whole sentences of reports, and an example is made to show one rule.
    """
    coder = unjudged(coder)
    expected = parse_gives(sense.gives, sense.where)
    events = coder.code(bare_article(sense.example)).events
    told = "; ".join(_tell(e) for e in events)
    if not expected:
        return Verdict(sense, not events, not events, told)
    typed = all(any(_typed(e, x) for e in events) for x in expected)
    filled = typed and all(any(_typed(e, x) and _filled(e, x) for e in events) for x in expected)
    return Verdict(sense, typed, filled, told)


def _typed(event: Event, expected: Expected) -> bool:
    return (
        event.type == expected.type
        and (expected.mode is None or expected.mode in event.modes)
        and {str(a) for a in event.auxiliary} == expected.auxiliary
    )


def _filled(event: Event, expected: Expected) -> bool:
    return _same([m.text for m in event.actors], expected.actors) and _same(
        [m.text for m in event.recipients], expected.recipients
    )


def _same(found: list[str], wanted: tuple[str, ...]) -> bool:
    """Whether the words of some mentions are the words wanted."""
    return sorted(folded_words(found)) == sorted(folded_words(wanted))


def _tell(event: Event) -> str:
    mode = f"/{event.modes[0]}" if event.modes else ""
    aux = f" [{', '.join(event.auxiliary)}]" if event.auxiliary else ""
    actors, recipients = (" + ".join(m.text for m in side) for side in (event.actors, event.recipients))
    return f"{event.type}{mode}{aux} | {actors} | {recipients}"
