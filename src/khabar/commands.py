"""More of the command line: the actors khabar knows, and one's own. Imported by `khabar.cli`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from khabar.claims_command import claims
from khabar.terminal.console import out, say
from khabar.terminal.faults import named

if TYPE_CHECKING:
    from khabar.records import Actor

actors_app = typer.Typer(
    no_args_is_help=True,
    help="The actors that khabar knows, and what the stored reports say of them.",
    epilog="Example:\n\n    khabar actors search طالبان",
)
gazetteer_app = typer.Typer(
    no_args_is_help=True,
    help="Your own names and places, in a TOML file that overrides ours (`khabar read --gazetteer FILE`).",
    epilog="Example:\n\n    khabar gazetteer actor my-group 'كتيبة الوادي' --country MLI --sectors REB",
)
OwnFile = Annotated[
    Path,
    typer.Option("--file", metavar="FILE", dir_okay=False, help="The gazetteer; it is made where it is not there."),
]


@actors_app.command(epilog="Example:\n\n    khabar actors search 'Ishaq Dar'")
def search(query: Annotated[str, typer.Argument(help="Part of an id or a name, Arabic or English.")]) -> None:
    """List the known actors whose id or any name holds some words."""
    from khabar.names.index import load_index
    from khabar.terminal.events import plain_table

    found = load_index().search(query)
    table = plain_table("id", "name", "Arabic", "country", "sectors")
    for actor in found:
        table.add_row(actor.id, actor.name_en or "", actor.name_ar, actor.country or "", "+".join(actor.sectors))
    if found:
        out().print(table)
    else:
        say("there is no such actor")


@actors_app.command(epilog="Example:\n\n    khabar actors show ishaq-dar --db khabar.db")
def show(
    actor: Annotated[str, typer.Argument(help="The actor's id; `khabar actors search` finds it.")],
    db: Annotated[str | None, typer.Option("--db", metavar="FILE", help="Tell its stored events too.")] = None,
) -> None:
    """Show an actor: names, offices and, with a database, the events it takes part in."""
    from khabar.names.index import load_index

    index = load_index()
    found = index.known[actor].actor if actor in index.known else index.actor(actor)
    if found is None:
        say(f"{actor}: there is no such actor; try `khabar actors search`")
        raise typer.Exit(1)
    _print_actor(found)
    if db is not None:
        _print_events(actor, db)


def _print_actor(actor: Actor) -> None:
    console = out()
    console.print(f"{actor.id}  {actor.name_en or ''}  {actor.name_ar}", style="bold", highlight=False)
    console.print(f"{actor.kind}, {actor.country or '-'}, {'+'.join(actor.sectors) or '-'}", highlight=False)
    if actor.aliases:
        console.print("also: " + "، ".join(actor.aliases), highlight=False)
    for office in actor.offices:
        country = f" of {office.country}" if office.country else ""
        console.print(f"  {office.title}{country}: {office.start or '?'} to {office.end or '?'}", highlight=False)


def _print_events(actor: str, db: str) -> None:
    from khabar.store import EventFilter, Store
    from khabar.terminal.events import event_table

    with named(db), Store.open(db, create=False) as store:
        pairs = list(store.events(EventFilter(actor=actor)))
    if pairs:
        out().print(event_table(pairs))
    else:
        say("no stored event")


@gazetteer_app.command(
    "actor", epilog="Example:\n\n    khabar gazetteer actor my-group 'كتيبة الوادي' --country MLI --sectors REB"
)
def add_actor(
    id: Annotated[str, typer.Argument(help="Lower-case letters, digits, hyphens.")],
    name: Annotated[str, typer.Argument(help="The name in Arabic.")],
    country: Annotated[str | None, typer.Option(help="ISO alpha-3, or IGO, NGO, MNC, INT.")] = None,
    sectors: Annotated[str, typer.Option(help="PLOVER sectors parted by commas.")] = "",
    english: Annotated[str | None, typer.Option(help="The name in Latin letters.")] = None,
    aliases: Annotated[list[str] | None, typer.Option("--alias", help="Another name; may be given again.")] = None,
    same_as: Annotated[str | None, typer.Option(help="The id of a known actor that this is another name of.")] = None,
    file: OwnFile = Path("gazetteer.toml"),
) -> None:
    """Add a person or group of your own."""
    from khabar.names.gazetteer import append_entry

    given = {"id": id, "name_ar": name, "name_en": english, "country": country, "same_as": same_as}
    entry: dict[str, object] = {key: value for key, value in given.items() if value}
    if sectors:
        entry["sectors"] = [s.strip() for s in sectors.split(",")]
    if aliases:
        entry["aliases_ar"] = aliases
    append_entry(file, "actor", entry)
    say(f"{id} stands in {file}; read with --gazetteer {file}")


@gazetteer_app.command(
    "place", epilog="Example:\n\n    khabar gazetteer place my-village 'عين الوادي' --country MLI --lat 16.2 --lon -0.1"
)
def add_place(
    id: Annotated[str, typer.Argument(help="Lower-case letters, digits, hyphens.")],
    name: Annotated[str, typer.Argument(help="The name in Arabic.")],
    country: Annotated[str, typer.Option(help="ISO alpha-3.")],
    level: Annotated[int, typer.Option(min=1, max=5, help="5 part of a town, 4 town, 3 district, 2 province.")] = 4,
    lat: Annotated[float | None, typer.Option(help="Latitude in degrees.")] = None,
    lon: Annotated[float | None, typer.Option(help="Longitude in degrees.")] = None,
    english: Annotated[str | None, typer.Option(help="The name in Latin letters.")] = None,
    file: OwnFile = Path("gazetteer.toml"),
) -> None:
    """Add a place of your own."""
    from khabar.names.gazetteer import append_entry

    given = {"id": id, "name_ar": name, "name_en": english, "country": country, "level": level, "lat": lat, "lon": lon}
    append_entry(file, "place", {key: value for key, value in given.items() if value is not None})
    say(f"{id} stands in {file}; read with --gazetteer {file}")


def register(app: typer.Typer) -> None:
    """Put these commands on the main application."""
    app.command(epilog="Example:\n\n    khabar claims --disputed")(claims)
    app.add_typer(actors_app, name="actors")
    app.add_typer(gazetteer_app, name="gazetteer")
