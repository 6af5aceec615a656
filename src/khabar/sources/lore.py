"""What the readers of sources share: the lexicons, the settled mentions, the quotations of the report."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from khabar.events.lexicon import EventLexicon
from khabar.records import Mention, MentionKind, Span
from khabar.sources.lexicon import SourceLexicon

Settled = Mapping[tuple[Span, MentionKind], Mention]


@dataclass(frozen=True, slots=True)
class Lore:
    """What stays the same over a report."""

    sources: SourceLexicon
    events: EventLexicon
    settled: Settled
    """Span and kind of a mention to the mention as the resolution left it."""
    quotes: tuple[Span, ...] = ()

    def known(self, mention: Mention) -> Mention:
        """A mention as the resolution left it."""
        return self.settled.get((mention.span, mention.kind), mention)
