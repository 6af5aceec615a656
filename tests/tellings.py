"""What several tests of events say of one: its type, who takes part, and who is weighed for that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import khabar
from khabar.events.draft import Draft
from khabar.events.nearby import Somebody
from khabar.pages.bare import bare_article
from khabar.records import Event, Mention

REPORT = " وقال مصدر في المكان إن الأجهزة المعنية تتابع الأمر. ولم تصدر السلطات أي بيان حتى مساء اليوم."
"""Two sentences that tell of nothing, behind which a sentence is part of a report."""


def told(event: Event) -> tuple[str, list[str], list[str]]:
    """Type, actors and recipients of an event, as words of the text."""
    return event.type, [m.text for m in event.actors], [m.text for m in event.recipients]


@dataclass
class Recorder:
    """Stands for the roles, and keeps drafts and who is near them."""

    asked: list[tuple[Draft, list[Somebody]]] = field(default_factory=list)

    def give_out(self, draft: Draft, people: Sequence[Somebody], accusers: Sequence[Mention] = ()) -> None:
        """Keep a draft as it is, and everybody near it."""
        self.asked.append((replace(draft), list(people)))


def weighed(text: str) -> list[tuple[Draft, list[Somebody]]]:
    """The drafts of a report's events, each with everybody who is weighed for its roles."""
    coder, recorder = khabar.load(), Recorder()
    coder.roles = recorder  # type: ignore[assignment]
    coder.code(bare_article(text))
    return recorder.asked
