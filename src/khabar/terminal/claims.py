"""Claims as a table: the event, and beside it everyone who says, doubts or denies it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from rich.table import Table
from rich.text import Text

from khabar.claims import Claim
from khabar.records import Stance
from khabar.terminal.console import one_line
from khabar.terminal.events import OWN_VOICE, event_cells, event_columns

_STYLES = {Stance.DENIES: "red", Stance.DOUBTS: "yellow"}


def claim_table(claims: Iterable[Claim]) -> Table:
    """A row an event, with the article it stands in; its claims below each other, each with its stance."""
    table = event_columns("stance and source")
    for _, of_event in groupby(claims, key=lambda c: (c.record.article.id, c.event.id)):
        told = list(of_event)
        when, *cells = event_cells(told[0].record, told[0].event)
        article = f"\nin {told[0].record.article.id[:8]}"
        lines = [*map(_told, told)]
        if told[0].disputed and not any(c.stance in _STYLES for c in told):
            lines.append(Text("(disputed)", style="red"))
        table.add_row(Text.assemble(when, (article, "dim")), *cells, Text("\n").join(lines))
    return table


def _told(claim: Claim) -> Text:
    words = " < ".join(map(one_line, claim.words)) or OWN_VOICE
    sure = ", not sure" if claim.hedged else ""
    where = f" in {claim.denied_in[:8]}" if claim.denied_in else ""
    text = Text(f"{claim.stance.value}{sure}{where}: ", style=_STYLES.get(claim.stance, ""))
    text.append(words)
    return text.append(f" {claim.code}", style="dim") if claim.code else text
