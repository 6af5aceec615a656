"""Fits `models/actor.json` and `models/recipient.json`: who takes part in an event, of everybody nearby.

Run: `python tools/train_roles.py NEWS...` (scikit-learn, in the `tools` extra; NEWS as for `tools/train_spotter.py`),
after the linker. Events that annotated ones answer to are learned from. With `--cv` it only prints how many events have
all participants right by the rules and by models that have not seen the report, five folds of reports.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from fitting import Annotated, Example, answered, begin, fit, folds, for_each, write
from khabar.coder import Coder
from khabar.evaluate.corpus import same_mention, same_people
from khabar.events.draft import Draft
from khabar.events.grammar import ROLES
from khabar.events.nearby import Somebody
from khabar.events.read_by import odds_of_all
from khabar.events.roles import Roles, facts
from khabar.models.linear import Linear
from khabar.records import Event, Mention, Span

STRENGTH = 0.05
"""Inverse of regularisation."""


@dataclass
class Recorder:
    """Stands for the roles while a report is coded, and keeps what it is asked."""

    seen: dict[Span, tuple[Draft, list[Somebody], list[dict[str, float]]]] = field(default_factory=dict)

    def give_out(self, draft: Draft, people: Sequence[Somebody], accusers: Sequence[Mention] = ()) -> None:
        """Keep a draft and everybody nearby, and leave it as it is."""
        copy = replace(draft, actors=list(draft.actors), recipients=list(draft.recipients))
        read = odds_of_all(copy, [p.mention for p in people])
        told = [facts(copy, people, n, read) for n in range(len(people))]
        self.seen[draft.span] = (copy, list(people), told)


@dataclass(frozen=True, slots=True)
class Asked:
    """Everybody near one event: what speaks for each, and whether he takes part; and how much it counts."""

    facts: list[dict[str, float]]
    labels: dict[str, list[bool]]
    weight: float


@dataclass(frozen=True, slots=True)
class Case:
    """One event with everybody nearby, and who takes part by the annotation."""

    one: Annotated
    told: dict[str, list[str]]
    mentions: Sequence[Mention]
    draft: Draft
    people: list[Somebody]
    facts: list[dict[str, float]]
    labels: dict[str, list[bool]]
    by_rules: Event
    """The event as the rules alone give out its roles."""

    @property
    def asked(self) -> Asked:
        """What the models are asked of it."""
        return Asked(self.facts, self.labels, self.one.weight)

    def right(self, actors: Sequence[Mention], recipients: Sequence[Mention]) -> bool:
        """Whether all participants are those of the annotation."""
        return all(
            same_people(self.one.report, self.told[role], found, self.mentions)
            for role, found in zip(ROLES, (actors, recipients), strict=True)
        )


def cases(coder: Coder, one: Annotated) -> list[Case]:
    """The events of a report that annotated ones answer to."""
    recorder = Recorder()
    coder.roles = recorder  # type: ignore[assignment]
    record, pairs = answered(coder, one)
    found = []
    for event, coded in pairs:
        if coded.trigger not in recorder.seen:
            continue
        draft, people, told = recorder.seen[coded.trigger]
        named = {role: list(event.get(role, ())) for role in ROLES}
        labels = {
            role: [any(same_mention(one.report, n, p.mention, record.mentions) for n in named[role]) for p in people]
            for role in ROLES
        }
        found.append(Case(one, named, record.mentions, draft, people, told, labels, coded))
    return found


def asked(coder: Coder, one: Annotated) -> list[Asked]:
    """What the models are asked of a report's events."""
    return [case.asked for case in cases(coder, one)]


def models(seen: Sequence[Asked]) -> Roles:
    """The two models fitted on what they are asked."""
    fitted: list[Linear] = []
    for role in ROLES:
        rows = [
            Example(told, label, one.weight)
            for one in seen
            for told, label in zip(one.facts, one.labels[role], strict=True)
        ]
        fitted.append(fit(rows, STRENGTH))
    return Roles(*fitted)


def main(*given: str) -> None:
    """Fit on all reports that may be learned from and write the models; with `--cv` print scores and write nothing."""
    reports, coder, only = begin(given)
    if not only:
        roles = models([seen for row in for_each(asked, coder, reports) for seen in row])
        for name, model in (("actor", roles.actor), ("recipient", roles.recipient)):
            assert model is not None
            write(name, model)
        return
    rows = [cases(coder, one) for one in reports]
    where = folds(5, reports)
    counts = {kind: [0, 0, 0] for kind in sorted({one.kind for one in reports})}
    for fold in range(5):
        roles = models([case.asked for row, k in zip(rows, where, strict=True) if k != fold for case in row])
        for case in (case for row, k in zip(rows, where, strict=True) if k == fold for case in row):
            draft = replace(case.draft)
            roles.give_out(draft, case.people)
            count = counts[case.one.kind]
            count[0] += 1
            count[1] += case.right(case.by_rules.actors, case.by_rules.recipients)
            count[2] += case.right(draft.actors, draft.recipients)
    for name, (every, by_rules, learned) in counts.items():
        every = max(every, 1)
        print(f"{name}: {every} events, all right by rules {by_rules / every:.3f}, learned {learned / every:.3f}",
              file=sys.stderr)  # fmt: skip


if __name__ == "__main__":
    main(*sys.argv[1:])
