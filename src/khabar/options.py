"""What several commands take: the database, and which of its events are wanted."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
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


def _event_type(value: str | None) -> str | None:
    from khabar.exchange.plover import QUAD_CODE

    if value is not None and value.upper() not in QUAD_CODE:
        raise typer.BadParameter(f"{value} is none of PLOVER's types: {', '.join(QUAD_CODE)}")
    return value


def _country(value: str | None) -> str | None:
    if value is not None and not (len(value) == 3 and value.isascii() and value.isalpha()):
        raise typer.BadParameter(f"{value} is no ISO alpha-3 code, such as IRQ")
    return value


Database = Annotated[str, typer.Option("--db", metavar="FILE", help="The database: a file, or a PostgreSQL URL.")]
Type = Annotated[str | None, typer.Option(callback=_event_type, help="PLOVER event type, such as ASSAULT.")]
ActorOption = Annotated[
    str | None, typer.Option(help="Actor or recipient: id, country code, or part of a name (Arabic or English).")
]
Country = Annotated[
    str | None, typer.Option(callback=_country, help="ISO alpha-3 code of the place or of a participant.")
]
PlaceOption = Annotated[str | None, typer.Option(help="GeoNames number or part of a name.")]
Since = Annotated[
    datetime | None, typer.Option("--from", formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="Not before this day.")
]
Until = Annotated[
    datetime | None, typer.Option("--to", formats=["%Y-%m-%d"], metavar="YYYY-MM-DD", help="Not after this day.")
]
AuxiliaryOption = Annotated[AuxiliaryChoice | None, typer.Option(help="How it is told; none: as having happened.")]
AllVersions = Annotated[bool, typer.Option("--all-versions", help="Older versions of articles too.")]
Written = Annotated[Format, typer.Option(help="For people, or for programs.")]


def day(moment: datetime | None) -> date | None:
    """The day that the parser made a moment of."""
    return None if moment is None else moment.date()
