"""Why a sentence is coded as it is, as tables: words, phrases, what was tried, what was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from khabar.records import Record
from khabar.terminal.console import one_line
from khabar.terminal.events import event_table, plain_table

if TYPE_CHECKING:
    from khabar.explain import Explanation


def explanation(found: Explanation) -> RenderableType:
    """Everything that led to the events, in the order it was found."""
    words = _table("words", "word", "kind", "attached", "reading")
    for word in found.words:
        words.add_row(*_cells(word.text, word.kind, word.attached, word.reading))
    phrases = _table("phrases", "kind", "words", "part")
    for phrase in found.phrases:
        phrases.add_row(*_cells(phrase.kind, phrase.text, phrase.part))
    parts: list[RenderableType] = [words, Text(), phrases, Text()]
    if found.attempts:
        attempts = _table("tried and not taken", "word", "entry", "type", "why not")
        for attempt in found.attempts:
            attempts.add_row(*_cells(attempt.word, attempt.entry, attempt.type, attempt.why))
        parts += [attempts, Text()]
    if found.weighed:
        weighed = _table("weighed", "word", "type", "log-odds", "taken", "lacks", "what counts most")
        for one in found.weighed:
            counts = "; ".join(f"{name} {odds:+.1f}" for name, odds in one.counts)
            taken = "yes" if one.taken else "no"
            weighed.add_row(*_cells(one.word, one.type, f"{one.odds:+.1f}", taken, "; ".join(one.lacks), counts))
        parts += [weighed, Text()]
    return Group(*parts, *_made(found.record))


def _made(record: Record) -> list[RenderableType]:
    if not record.events:
        return [Text("no event", style="bold")]
    why = _table("why", "", "entry", "rule", "proved")
    for number, event in enumerate(record.events, 1):
        why.add_row(*_cells(str(number), event.why.entry, event.why.rule, "; ".join(event.why.proved)))
    return [event_table(((record, e) for e in record.events), numbered=True), Text(), why]


def _table(title: str, *columns: str) -> Table:
    table = plain_table(*columns)
    table.title, table.title_justify, table.title_style = title, "left", "bold underline"
    for column in table.columns:
        column.overflow = "fold"
    return table


def _cells(*values: str) -> list[Text]:
    return [Text(one_line(str(value))) for value in values]
