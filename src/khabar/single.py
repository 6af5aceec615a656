"""More of the command line: one report, or one sentence, looked at closely. Imported by `khabar.cli`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from khabar.options import Database, Gazetteer, Lexicon
from khabar.terminal.console import out, say, without_password
from khabar.terminal.faults import named

if TYPE_CHECKING:
    from khabar.records import Record


def show(
    article: Annotated[
        str,
        typer.Argument(metavar="ARTICLE", help="A file, - for standard input, a url, or the first letters of an id."),
    ],
    db: Database = "khabar.db",
) -> None:
    """Show a report with its names, events and sources marked, and its events as a table.

    Of a file of several reports every one is shown. A url is one of the database's.
    """
    from khabar.terminal.report import report

    failed = False
    for record in _records(article, db):
        if isinstance(record, str):
            say(record)
            failed = True
        else:
            out().print(report(record, out()), soft_wrap=not out().is_terminal)
    if failed:
        raise typer.Exit(1)


def explain(
    sentence: Annotated[
        str, typer.Argument(metavar="SENTENCE", help="A sentence in Arabic; - reads standard input.")
    ],
    lexicon: Lexicon = None,
    gazetteer: Gazetteer = None,
) -> None:
    """Say how a sentence is read: words, phrases, what was tried, and what made each event."""
    import khabar
    from khabar.explain import explain as explain_sentence
    from khabar.terminal.explanation import explanation

    text = _sentence(sentence)
    with named():
        out().print(explanation(explain_sentence(khabar.load(lexicon, gazetteer), text)))


def _sentence(given: str) -> str:
    """The words to explain. Raises `BadParameter` for what is none: a file, an address, another language."""
    from khabar.intake.sources import is_address
    from khabar.pages.decode import decode
    from khabar.text.characters import is_arabic

    text = given
    if given == "-":
        data = sys.stdin.buffer.read()
        with named("-"):
            text = decode(data) if data.strip() else ""
    elif _is_path(given):
        kind = "folder" if Path(given).is_dir() else "file"
        raise typer.BadParameter(f"{given} is a {kind}; this takes a sentence, and `khabar show FILE` shows a report")
    elif is_address(given):
        raise typer.BadParameter(f"{given} is an address; this takes a sentence, and `khabar read URL` reads a page")
    if not text.strip():
        raise typer.BadParameter("there is no sentence")
    if not is_arabic(text):
        raise typer.BadParameter("there is no Arabic in it")
    return text


def _is_path(text: str) -> bool:
    try:
        return bool(text) and Path(text).exists()  # no text at all is the folder one stands in
    except (OSError, ValueError):  # longer than a name may be
        return False


def _records(article: str, db: str) -> Iterator[Record | str]:
    """The records that are meant, and a line for every page of a file that cannot be read."""
    if article == "-" or (_is_path(article) and not Path(article).is_dir()):
        yield from _of_file(article)
    elif _is_path(article):
        yield f"{article}: that is a folder; name a file in it"
    elif "://" not in db and not Path(db).is_file():
        yield f"{article}: there is no such file, and no database {db} to look in"
    else:
        with named(db):
            found = _of_store(article, db)
        yield found


def _of_file(name: str) -> Iterator[Record | str]:
    import khabar
    from khabar.intake.batch import code_page
    from khabar.intake.page import Page
    from khabar.intake.sources import pages

    with named(name):
        coder = khabar.load()
    for page in pages([name]):
        found = code_page(page, coder) if isinstance(page, Page) else page.reason
        yield f"{page.name}: {found}" if isinstance(found, str) else found


def _of_store(article: str, db: str) -> Record | str:
    """The one stored record that is meant, or why there is none. Raises `StoreError`."""
    from khabar.store import Store

    shown = without_password(db)
    with Store.open(db, create=False) as store:
        found = store.find(article)
        if len(found) != 1:
            several = f"{len(found)} articles begin so: {', '.join(found[:5])}"
            return f"{article}: {several if found else f'there is no such file, and no such article in {shown}'}"
        return store.record(found[0])
