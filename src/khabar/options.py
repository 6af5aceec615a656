"""Options that several commands take, and the checks of what is given for them."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

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
