"""What the encoder is taught on: windows of annotated reports, with who and what is told of in them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from fitting import Annotated
from khabar.coder import Coder
from khabar.evaluate.corpus import same_mention
from khabar.events.draft import Draft
from khabar.events.nearby import Somebody
from khabar.models.encoder import KINDS, MOODS, ROLES, Placed, numbers, pieces_of, windows
from khabar.models.pieces import Pieces
from khabar.records import Mention, Record, Span

SIZE = 400
"""How many pieces a window has at most."""
LEFT_OUT = -1
"""The kind of a word that is not asked about: a further word of those that tell of an event."""
_WORD = re.compile(r"[\w\u0600-\u06ff]+")

Rows = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Window:
    """A part of a report, its pieces and what is known of them; rows count in `ids`."""

    ids: NDArray[np.int64]
    words: list[Rows]
    kinds: NDArray[np.int64]
    """Of each word its number in `KINDS`, or `LEFT_OUT`."""
    people: list[tuple[Rows, Rows]]
    """Of everybody the rows of all words, and of the head."""
    tellings: list[Rows]
    events: list[int]
    """Of each telling the number of its event,"""
    types: list[str]
    """and its type."""
    moods: NDArray[np.float32]
    roles: NDArray[np.float32]
    """Of each telling and everybody each of `ROLES`."""
    weight: float


@dataclass
class Recorder:
    """Stands for the roles while a report is coded, and keeps who may take part."""

    people: dict[Span, Mention] = field(default_factory=dict)

    def give_out(self, draft: Draft, people: Sequence[Somebody], accusers: Sequence[Mention] = ()) -> None:
        """Keep everybody near a draft, and leave it as it is."""
        self.people.update({somebody.mention.span: somebody.mention for somebody in people})


def examples(coder: Coder, one: Annotated) -> list[Window]:
    """The windows of a report."""
    recorder = Recorder()
    coder.roles = recorder  # type: ignore[assignment]
    record = coder.code(one.report.article)
    everybody = {m.span: m for m in record.mentions} | recorder.people
    people = [everybody[span] for span in sorted(everybody)]
    told = list(zip(one.report.raw.get("event", ()), one.spans(), strict=True))
    named = [[_roles(one, event, person, record) for person in people] for event, _ in told]
    pieces = Pieces.load()
    found = [pieces_of(one.report.article.text, s.span, pieces) for s in record.sentences]
    return [_window(one, part, people, told, named) for part in windows(found, SIZE)]


def _roles(one: Annotated, event: Mapping[str, Any], person: Mention, record: Record) -> list[bool]:
    return [
        any(same_mention(one.report, name, person, record.mentions) for name in event.get(role, ())) for role in ROLES
    ]


def _window(
    one: Annotated,
    part: Sequence[Placed],
    people: Sequence[Mention],
    told: Sequence[tuple[Mapping[str, Any], Sequence[Span]]],
    named: Sequence[Sequence[Sequence[bool]]],
) -> Window:
    starts, ends = (np.array([p[k] for p in part]) for k in (1, 2))
    low, high = int(starts[0]), int(ends[-1])

    def rows(span: Span) -> Rows | None:
        """The rows of a span in the window; the opening sign is row 0."""
        first = int(np.searchsorted(ends, span.start, side="right"))
        behind = int(np.searchsorted(starts, span.end, side="left"))
        inside = low <= span.start and span.end <= high and behind > first
        return (first + 1, behind + 1) if inside else None

    text = one.report.article.text
    spans = [Span(low + m.start(), low + m.end()) for m in _WORD.finditer(text[low:high])]
    words = [(span, at) for span in spans if (at := rows(span)) is not None]
    here = [(n, at) for n, person in enumerate(people) if (at := rows(person.span)) is not None]
    tellings = [(n, at) for n, (_, all_of) in enumerate(told) for s in all_of if (at := rows(s)) is not None]
    moods = [[mood in told[n][0].get("auxiliary", ()) for mood in MOODS] for n, _ in tellings]
    roles = [[named[n][person] for person, _ in here] for n, _ in tellings]
    return Window(
        numbers(part),
        [at for _, at in words],
        _kinds([span for span, _ in words], told),
        [(at, rows(people[n].head) or at) for n, at in here],
        [at for _, at in tellings],
        [n for n, _ in tellings],
        [told[n][0]["type"] for n, _ in tellings],
        np.array(moods, dtype=np.float32).reshape(len(tellings), len(MOODS)),
        np.array(roles, dtype=np.float32).reshape(len(tellings), len(here), len(ROLES)),
        one.weight,
    )


def _kinds(words: Sequence[Span], told: Sequence[tuple[Mapping[str, Any], Sequence[Span]]]) -> NDArray[np.int64]:
    """The kind of each word: that of an event for the first of the words that tell of it."""
    kinds = np.zeros(len(words), dtype=np.int64)
    for event, spans in told:
        for span in spans:
            over = [n for n, word in enumerate(words) if word.overlaps(span)]
            for place, n in enumerate(over):
                if place == 0:
                    kinds[n] = KINDS.index(event["type"])
                elif kinds[n] == 0:
                    kinds[n] = LEFT_OUT
    return kinds
