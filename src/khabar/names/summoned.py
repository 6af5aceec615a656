"""A name right behind an office that is whom its holder summons or dismisses: `استدعى النائب العام | سالم الحربي`."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.names.fellows import Fellows
from khabar.names.parted import needs_somebody
from khabar.names.parts import Part
from khabar.text.particles import particles


class Summoned(Fellows):
    """Those of one sentence who stand behind the office of who does something to them."""

    def is_done_to(self, i: int, office: Part, stop: int, ids: Sequence[str]) -> bool:
        """Whether the name behind an office, up to `stop`, is whom its holder did something to, if no known holder's.

        So it is where a verb that needs somebody opens the sentence, and nobody else stands behind it (`استدعى النائب
        العام سالم الحربي للتحقيق`).
        """
        if i != 1 or office.rank or not (office.definite or office.org) or not needs_somebody(self.tokens[0].text):
            return False
        if any(o.title == office.key for a in ids for o in self.index.known[a].actor.offices):
            return False
        rest = self.tokens[stop:]
        after = rest[0].norm if rest else "."
        if not (after in particles().prepositions or after == "." or (after[:1] in "لب" and len(after) > 3)):
            return False
        titles = (self.grammar.title(j, first=False) for j in range(stop + 1, len(self.tokens)) if not self._is_led(j))
        return all(title is None or title.rank for title in titles)

    def _is_led(self, j: int) -> bool:
        """Whether a preposition stands before word `j`."""
        return self.tokens[j - 1].norm in particles().prepositions
