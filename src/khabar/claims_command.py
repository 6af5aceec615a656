"""`khabar claims`: who says what of the stored events."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from khabar import options
from khabar.records import Stance
from khabar.terminal.console import out, say
from khabar.terminal.faults import named

if TYPE_CHECKING:
    from khabar.claims import Claim


def claims(
    db: options.Database = "khabar.db",
    source: Annotated[
        str | None,
        typer.Option(metavar="WHO", help="Part of the source's words, name or id; also of an outlet or agency."),
    ] = None,
    stance: Annotated[Stance | None, typer.Option(help="Only claims of this stance.")] = None,
    disputed: Annotated[
        bool, typer.Option("--disputed", metavar="", help="Only events that somebody denies or doubts.")
    ] = False,
    one_sided: Annotated[
        bool,
        typer.Option("--one-sided", metavar="", help="Only what one side alone tells, and not the outlet for itself."),
    ] = False,
    type: options.Type = None,
    actor: options.Actor = None,
    country: options.Country = None,
    place: options.Place = None,
    since: options.Since = None,
    until: options.Until = None,
    auxiliary: options.Told = None,
    all_versions: options.AllVersions = False,
    format: options.Written = options.Format.TABLE,
) -> None:
    """List who says what of the stored events: every event once for everyone who tells, doubts or denies it.

    A denial counts as well where it stands in a later report of the same story, up to a week on.
    """
    from khabar.claims import by_source, claims_of
    from khabar.store import EventFilter, Store
    from khabar.stories import denials_in

    wanted = EventFilter(
        type=type, actor=actor, country=country, place=place, since=since, until=until,
        auxiliary=auxiliary, superseded=all_versions,
    )  # fmt: skip
    names_it = by_source(source) if source is not None else None
    with named(db), Store.open(db, create=False) as store:
        denials = denials_in(store.events(EventFilter(denied=True)))
        kept = (
            c
            for c in claims_of(store.events(wanted), denials)
            if (names_it is None or names_it(c))
            and (stance is None or c.stance is stance)
            and (c.disputed or not disputed)
            and (c.one_sided or not one_sided)
        )
        _write(kept, format)


def _write(found: Iterator[Claim], format: options.Format) -> None:
    from khabar.exchange.claims import to_csv, to_jsonl
    from khabar.terminal.claims import claim_table

    if format is options.Format.TABLE:
        table = claim_table(found)
        if table.row_count:
            out().print(table)
        else:
            say("there is no such claim")
        return
    for line in to_csv(found) if format is options.Format.CSV else (line.decode() for line in to_jsonl(found)):
        sys.stdout.write(line)
