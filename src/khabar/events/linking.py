"""The linker: which tellings of a report are of one event, weighed over all they have in common.

Mentions of one happening are drawn together in the order of the text: each goes to the event that its tellings so far
speak for most, on the average of their pairs, or begins one of its own (average link over pairwise log-odds, as in
event coreference within a document: Chen and Ji 2009). Weights by `tools/train_linker.py`; the card is
`models/linker.md`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from khabar.events.apart import are_two
from khabar.events.draft import Draft
from khabar.events.likeness import Telling, likeness, tellings
from khabar.events.merge import absorb, merge_report
from khabar.events.retellings import BACK, is_planned_meeting, join_parts
from khabar.events.retold import is_anaphor, is_headline, is_revision, is_signing, without_echoes
from khabar.events.sameness import sizes_agree
from khabar.events.scene import Scene
from khabar.events.ties import is_verdict_of_title, tied_to
from khabar.models.linear import Linear
from khabar.records import Auxiliary, EventPlace, EventTime

LEAST = 0.0
"""The average log-odds from which on a telling is of an event told before."""
FLOOR = -0.6
"""The log-odds with the first telling of an event in the body below which another is not of it."""
APART = 31
"""How many days must part two verbs told of days of their own that are of two events."""
MOST = 32
"""With how many tellings of one event another is compared at most: with its first ones and its last."""
NEAR = 2
"""How many sentences may part two tellings that are coded to two types."""


@dataclass(frozen=True, slots=True)
class Linker:
    """Weighs pairs of tellings; without a model, and in a sentence alone, the rules join them (`events/merge.py`)."""

    model: Linear | None

    @classmethod
    def load(cls) -> Linker:
        """The shipped linker."""
        return cls(Linear.load("linker"))

    def link(
        self,
        drafts: Sequence[Draft],
        settings: Mapping[int, tuple[EventTime, EventPlace | None]],
        scenes: Sequence[Scene],
    ) -> list[Draft]:
        """One draft for every event of a report, with what all its tellings know; the headline gives way to the body.

        `settings` are time and place by the identity of a draft.
        """
        if self.model is None or not any(scene.report for scene in scenes):
            return merge_report(drafts)
        told = tellings(without_echoes(drafts), settings, scenes)
        groups = _groups(told, self.model)
        found = []
        for group in groups:
            lead = told[group[0]].draft
            for number in group[1:]:
                lead = _joined(lead, told[number].draft)
            found.append(lead)
        return found


def _groups(told: Sequence[Telling], model: Linear) -> list[list[int]]:
    """The tellings of each event, by their numbers, in the order of the text."""
    groups: list[list[int]] = []
    homes: dict[int, list[int]] = {}
    titles = [n for n, t in enumerate(told) if is_headline(t.draft)][:BACK]
    totals = {id(part): id(total) for total, part in join_parts([t.draft for t in told])}
    for number, telling in enumerate(told):
        first = max(0, number - BACK)
        before = [*(n for n in titles if n < first), *range(first, number)]
        total = totals.get(id(telling.draft))
        if total is None and (tied := tied_to(telling.draft, [told[n].draft for n in before])) is not None:
            total = id(told[before[tied]].draft)
        group = homes[total] if total is not None else None
        if group is None:
            near = [g for g in groups if g[-1] >= first or g[0] in titles]
            group = _likeliest(telling, [[told[n] for n in _ends(g)] for g in near], near, model)
        if group is None:
            groups.append(group := [])
        group.append(number)
        homes[id(telling.draft)] = group
    return groups


def _likeliest(
    telling: Telling, tellings: Sequence[Sequence[Telling]], groups: Sequence[list[int]], model: Linear
) -> list[int] | None:
    """The group whose `tellings` speak for this one most, or None where none do enough."""
    sums = [_average(telling, group, model) for group in tellings]
    best = max(range(len(groups)), key=lambda n: sums[n], default=None)
    return groups[best] if best is not None and sums[best] >= LEAST else None


def _ends(group: Sequence[int]) -> Sequence[int]:
    """The tellings of a group, or only the first and the last of many."""
    return group if len(group) <= MOST else [*group[: MOST // 2], *group[-MOST // 2 :]]


def _average(telling: Telling, group: Sequence[Telling], model: Linear) -> float:
    if any(_are_apart(other, telling) for other in group):
        return LEAST - 1
    lead = next((other for other in group if not is_headline(other.draft)), group[0])
    odds = {id(other): model.odds(likeness(other, telling)) for other in group if are_near(other, telling)}
    if not odds or odds.get(id(lead), FLOOR) < FLOOR:
        return LEAST - 1
    return sum(odds.values()) / len(odds)


def _are_apart(a: Telling, b: Telling) -> bool:
    """Whether something rules out that two tellings are of one event."""
    return in_two_countries(a, b) or are_two(a.draft, b.draft) or in_two_seasons(a, b)


def in_two_seasons(a: Telling, b: Telling) -> bool:
    """Whether of two verbs of one type one is background of days long before those of the other, and so no one event.

    `حكمت المحكمة اليوم على النائب ... وكانت حكمت عليه قبل عام`.
    """
    one, two = a.draft, b.draft
    if one.type != two.type or is_headline(one) or not one.trigger.kind == two.trigger.kind == "verb":
        return False
    if (Auxiliary.HISTORICAL in one.auxiliary) is (Auxiliary.HISTORICAL in two.auxiliary):
        return False
    first, second = a.time, b.time
    if first.origin != second.origin or first.origin != "event" or first.start is None or second.start is None:
        return False
    if first.start > second.start:
        first, second = second, first
    assert first.start is not None and second.start is not None
    return (second.start - (first.end or first.start)).days > APART


def are_near(a: Telling, b: Telling) -> bool:
    """Whether two tellings are compared at all: of one type, or not far from each other."""
    return a.draft.type == b.draft.type or abs(a.about.number - b.about.number) <= NEAR


def in_two_countries(a: Telling, b: Telling) -> bool:
    """Whether two tellings are of one type and told with places of their own in two countries, and so no one event.

    A place that only stands in the sentence (`بمشاركة ممثلين من السعودية`) is one fact among others.
    """
    places = [t.place.place for t in (a, b) if t.place is not None and t.place.origin == "event"]
    countries = {p.country for p in places if p.country}
    return a.draft.type == b.draft.type and len(countries) == 2


def _joined(lead: Draft, draft: Draft) -> Draft:
    """One draft of two tellings of an event: that which leads, with what the other one knows."""
    if is_anaphor(draft) and lead.type == draft.type:
        lead.also.append(draft.span)
        return lead
    if is_headline(lead) and not is_headline(draft) and not sizes_agree(lead.size, draft.size):
        lead.size = []  # `مصرع 53 جنديا`, and below: `قتل 54 شخصا بينهم 53 جنديا`
    elif is_revision(draft) or not sizes_agree(lead.size, draft.size):
        draft.size = []
    if is_verdict_of_title(lead, draft):
        lead.size = []  # of those sentenced nobody counts how many were arrested
    if _leads(draft, lead):
        absorb(draft, lead)
        return draft
    absorb(lead, draft)
    return lead


def _leads(draft: Draft, lead: Draft) -> bool:
    """Whether a later telling is the fuller one: the body's, a plan's, a signing's, else that of the surer type."""
    if lead.type == draft.type:
        return is_headline(lead) and not is_headline(draft)
    if is_planned_meeting(lead, draft):
        return draft.type == "AGREE"
    if is_verdict_of_title(lead, draft):
        return True
    return is_signing(lead, draft) or (draft.weight or 0.0) > (lead.weight or 0.0)
