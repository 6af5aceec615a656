"""Scores as a table: one measure a line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rich.table import Table

from khabar.terminal.events import plain_table


def score_table(scores: Mapping[str, Any], note: str | None = None) -> Table:
    """A table of nested scores, a note under it; precision, recall and F1 side by side where there are all three."""
    table = plain_table("measure", "value", "precision", "recall", "F1")
    table.caption, table.caption_justify = note, "left"
    for column in table.columns[1:]:
        column.justify = "right"
    for name, value in _rows(scores, ""):
        if isinstance(value, Mapping):
            table.add_row(name, "", *(_number(value[k]) for k in ("precision", "recall", "f1")))
        else:
            table.add_row(name, _number(value), "", "", "")
    return table


def _rows(scores: Mapping[str, Any], before: str) -> Iterator[tuple[str, Any]]:
    for name, value in scores.items():
        if isinstance(value, Mapping) and not {"precision", "recall", "f1"} <= set(value):
            yield from _rows(value, f"{before}{name} ")
        else:
            yield f"{before}{name}", value


def _number(value: Any) -> str:
    return "" if value is None else f"{value:.3f}" if isinstance(value, float) else str(value)
