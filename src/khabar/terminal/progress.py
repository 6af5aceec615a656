"""How a batch goes on: a bar on a terminal, a line for every page that failed, and a summary."""

from __future__ import annotations

import sys
from typing import Any, Self

from khabar.intake.batch import Outcome
from khabar.terminal.console import err, one_line, say

MOST_TRACKED = 100


class Progress:
    """Counts outcomes and, where standard error is a terminal, shows them as they come."""

    def __init__(self) -> None:
        """Nothing is shown before the context is entered."""
        self.counts: dict[str, int] = {}
        self.events = 0
        self.articles: dict[str, None] = {}
        """Ids of the first articles the pages gave, in their order."""
        self._status: Any = None

    def __enter__(self) -> Self:
        if sys.stderr.isatty():
            from rich.status import Status

            self._status = Status("reading", console=err())
            self._status.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Take the bar away."""
        if self._status is not None:
            self._status.stop()
            self._status = None

    @property
    def failed(self) -> int:
        """How many pages could not be read."""
        return self.counts.get("failed", 0)

    def tell(self, outcome: Outcome) -> None:
        """Count one page; a page that failed gets its line."""
        self.counts[outcome.said] = self.counts.get(outcome.said, 0) + 1
        self.events += outcome.events
        if outcome.article and len(self.articles) <= MOST_TRACKED:
            self.articles[outcome.article] = None
        if outcome.reason is not None:
            say(f"{outcome.name}: {outcome.reason}")
        if self._status is not None:
            self._status.update(f"{self.so_far()} · {one_line(outcome.name)[-60:]}")

    def so_far(self) -> str:
        """`12 pages, 40 events`; what could not be read is no page."""
        done = sum(self.counts.values()) - self.failed
        return f"{_counted(done, 'page')}, {_counted(self.events, 'event')}"

    def summary(self, where: str) -> str:
        """`12 articles stored (10 new, 2 recoded), 40 events, 3 as before, 1 not read; in khabar.db`."""
        kinds = ("new", "newer version", "older version", "recoded")
        told = [f"{self.counts[k]} {k}" for k in kinds if k in self.counts]
        stored = sum(self.counts.get(k, 0) for k in kinds)
        parts = [f"{_counted(stored, 'article')} stored" + (f" ({', '.join(told)})" if told else "")]
        parts.append(_counted(self.events, "event"))
        if same := self.counts.get("same"):
            parts.append(f"{same} as before")
        if self.failed:
            parts.append(f"{self.failed} not read")
        return f"{', '.join(parts)}; in {where}"


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"
