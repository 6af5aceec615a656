"""Options that several commands take, and the checks of what is given for them."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Format(StrEnum):
    """How events and claims are written."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"


class AuxiliaryChoice(StrEnum):
    """How an event is told; `none` is told as having happened."""

    NONE = "none"
    HISTORICAL = "historical"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    NEGATION = "negation"


Database = Annotated[str, typer.Option("--db", metavar="FILE", help="The database: a file, or a PostgreSQL URL.")]
Lexicon = Annotated[
    Path | None, typer.Option(metavar="FOLDER", exists=True, file_okay=False, help="Another lexicon folder.")
]
Gazetteer = Annotated[
    Path | None, typer.Option(metavar="FILE", exists=True, dir_okay=False, help="Your own names and places (TOML).")
]
DAY = "YYYY-MM-DD"
"""What help texts call a day."""


def day(value: str) -> date:
    """A day that the user gives. Raises `BadParameter`."""
    try:
        return datetime.strptime(value, "%Y-%m-%d").date()
    except ValueError:
        raise typer.BadParameter(f"{value!r} is no day such as 2024-09-17") from None


def moment(value: str | None) -> str | None:
    """A day, or a day and a time, in ISO 8601, as it is. Raises `BadParameter`."""
    try:
        if value is not None:
            datetime.fromisoformat(value)
    except ValueError:
        raise typer.BadParameter(f"{value!r} is no date such as 2024-09-17 or 2024-09-17T15:34") from None
    return value


def country_code(value: str | None) -> str | None:
    """The code of a country, as it is. Raises `BadParameter` for what is no code."""
    if value is not None and not (len(value) == 3 and value.isascii() and value.isalpha()):
        raise typer.BadParameter(f"{value!r} is no three-letter ISO code (alpha-3) such as IRQ")
    return value


def event_type(value: str | None) -> str | None:
    """A PLOVER type, as it is. Raises `BadParameter` for what is none."""
    from khabar.exchange.plover import QUAD_CODE

    if value is not None and value.upper() not in QUAD_CODE:
        raise typer.BadParameter(f"{value} is none of PLOVER's types: {', '.join(QUAD_CODE)}")
    return value


Type = Annotated[
    str | None, typer.Option(metavar="TYPE", callback=event_type, help="PLOVER event type, such as ASSAULT.")
]
Actor = Annotated[
    str | None,
    typer.Option(metavar="WHO", help="Actor or recipient: id, country code, or part of a name (Arabic, English)."),
]
Country = Annotated[
    str | None,
    typer.Option(metavar="CODE", callback=country_code, help="ISO alpha-3 code of the place or of a participant."),
]
Place = Annotated[str | None, typer.Option(metavar="WHERE", help="GeoNames number or part of a name.")]
Since = Annotated[date | None, typer.Option("--from", metavar=DAY, parser=day, help="Not before this day.")]
Until = Annotated[date | None, typer.Option("--to", metavar=DAY, parser=day, help="Not after this day.")]
Told = Annotated[AuxiliaryChoice | None, typer.Option(help="How it is told; none: as having happened.")]
AllVersions = Annotated[bool, typer.Option("--all-versions", metavar="", help="Older versions of articles too.")]
Written = Annotated[Format, typer.Option(help="For people, or for programs.")]
