"""Events as a table: when, what, who, to whom, where, according to whom."""

from __future__ import annotations

from collections.abc import Iterable

from rich.box import Box
from rich.table import Table
from rich.text import Text

from khabar.exchange.plover import QUAD_CODE
from khabar.records import Event, Mention, Record, Stance
from khabar.sources.tellings import Telling, chain_words, other_denials, tellings
from khabar.terminal.console import one_line

QUAD_STYLE = {1: "green", 2: "cyan", 3: "yellow", 4: "red"}


def event_table(pairs: Iterable[tuple[Record, Event]], *, numbered: bool = False) -> Table:
    """A table of events, one row each; `numbered` counts them from 1, as the marked report does."""
    table = event_columns("according to", numbered=numbered)
    for number, (record, event) in enumerate(pairs, 1):
        cells = (*event_cells(record, event), according_to(record, event))
        table.add_row(*([str(number)] if numbered else []), *cells)
    return table


def event_columns(last: str, *, numbered: bool = False) -> Table:
    """An empty table for `event_cells` and one column more."""
    table = plain_table()
    if numbered:
        table.add_column("", justify="right", no_wrap=True)
    for name, least in (("when", 10), ("what", 8), ("who", 8), ("to whom", 8), ("where", 6), (last, 8)):
        table.add_column(name, min_width=least, overflow="fold")
    return table


def event_cells(record: Record, event: Event) -> tuple[Text, ...]:
    """When, what, who, to whom and where."""
    people = (_people(record, event.actors), _people(record, event.recipients))
    return (Text(_when(event)), _what(event), *people, Text(_where(event)))


def plain_table(*columns: str) -> Table:
    """A table without lines. A left-to-right mark stands between its columns: without it, a screen that sets Arabic
    right to left would take two Arabic cells side by side for one run of text, and change who and whom about.
    """
    lines = ["    "] * 8
    lines[2] = "────"
    gap = Box("\n".join(lines))
    gap.head_vertical = gap.mid_vertical = gap.foot_vertical = "\u200e "
    return Table(*columns, box=gap, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")


def _when(event: Event) -> str:
    time = event.time
    if time is None or (time.start is None and time.end is None):
        return ""
    if time.start == time.end:
        return str(time.start)
    return f"{time.start or ''}..{time.end or ''}"


def _what(event: Event) -> Text:
    style = QUAD_STYLE.get(QUAD_CODE.get(event.type, 0), "")
    text = Text("/".join((event.type, *event.modes)), style=f"bold {style}".strip())
    if event.auxiliary:
        text.append(f"\n{', '.join(event.auxiliary)}", style="italic")
    text.append(f"\n{one_line(event.trigger_text)}", style="dim")
    for size in event.size:
        least = (
            f"{size.low}"
            if size.high == size.low
            else f"{size.low}+"
            if size.high is None
            else f"{size.low}-{size.high}"
        )
        text.append(f"\n{size.kind} {least}")
    return text


def _people(record: Record, mentions: Iterable[Mention]) -> Text:
    text = Text()
    for mention in mentions:
        text.append(("\n" if text else "") + one_line(mention.text))
        codes = record.code(mention)
        if codes:
            text.append(f" {codes}", style="dim")
    return text


def _where(event: Event) -> str:
    if event.place is None:
        return ""
    place = event.place.place
    country = f", {place.country}" if place.country and place.level > 1 else ""
    return one_line((place.name_en or place.name_ar) + country)


def according_to(record: Record, event: Event) -> Text:
    """Who tells it, a chain nearest first, with the stance where it is not a plain assertion; then who denies it."""
    text = Text()
    told_by = tellings(record, event)
    for said in dict.fromkeys(map(_teller, told_by)):
        if said or len(told_by) > 1:
            text.append(("\n" if text else "") + (said or OWN_VOICE))
    if event.hedged:
        text.append(" (not sure)", style="italic")
    for denial in other_denials(event, told_by):
        text.append(("\n" if text else "") + f"{denial.stance.value}: {one_line(denial.mention.text)}", style="red")
    return text


OWN_VOICE = "(the outlet itself)"


def _teller(telling: Telling) -> str:
    words = " < ".join(map(one_line, chain_words(telling)))
    return words if telling.stance is Stance.ASSERTS or not words else f"{words} ({telling.stance.value})"
