"""The tenor of a report: how much it tells that is coded, and how many it names who are of state, force or politics.

News of sport, markets, culture or town halls is full of the same words (`هاجم`, `طالب`, `كرّم`), mostly of others.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from khabar.events.draft import Draft
from khabar.events.scene import Scene
from khabar.records import Mention

_PUBLIC = frozenset({"GOV", "MIL", "COP", "REB", "LEG", "PTY", "JUD", "UAF", "SPY", "OPP"})
_MOST = 5
"""From how many events on reports are alike."""


@dataclass(frozen=True, slots=True)
class Tenor:
    """Counts over one report."""

    words: int
    events: int
    public: int
    """Mentions of somebody of state, force or politics."""
    countries: int

    def facts(self, kind: str) -> dict[str, float]:
        """What it says of an event of type `kind`: name to a small number."""
        public = self._share(self.public)
        return {
            "events told": self._share(self.events),
            f"events {min(self.events, _MOST)}": 1.0,
            "public": public,
            f"public {min(self.public, _MOST - 1)}": 1.0,
            f"public {kind}": public,
            "countries": min(self.countries, 4) / 2,
        }

    def _share(self, count: int) -> float:
        return min(math.log1p(100 * count / max(self.words, 1)), 3.0)


TYPICAL = Tenor(words=147, events=8, public=13, countries=3)
"""The median of reports with events, for a sentence that stands alone and has no tenor of its own."""
BRIEF = 50
"""Words (and marks) from which on a report is as long as it needs to be to have a tenor."""


def tenor_of(scenes: Sequence[Scene], mentions: Sequence[Mention], drafts: Sequence[Draft]) -> Tenor:
    """The tenor of a report from its sentences, its mentions and what is told in it, once each.

    A brief of a few lines is too short to have one of its own; what it lacks is taken from the typical.
    """
    if not any(scene.report for scene in scenes):
        return TYPICAL
    words = sum(len(scene.words) for scene in scenes)
    lacking = max(1 - words / BRIEF, 0.0)
    return Tenor(
        words + round(lacking * TYPICAL.words),
        len(drafts) + round(lacking * TYPICAL.events),
        sum(not _PUBLIC.isdisjoint(m.sectors) for m in mentions) + round(lacking * TYPICAL.public),
        len({m.country for m in mentions if m.country}) + round(lacking * TYPICAL.countries),
    )
