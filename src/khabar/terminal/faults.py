"""What khabar raises for its input, said in one line with the name of what it is about."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from khabar.errors import KhabarError, LexiconError
from khabar.terminal.console import say, without_password


@contextmanager
def named(name: str | None = None) -> Iterator[None]:
    """Say what khabar raises in one line, with the name of what it is about, and exit with 1.

    `name` is a file or address as the user typed it; a password in it is not shown.
    """
    try:
        yield
    except KhabarError as error:
        # A mistake in lexicon or gazetteer names its own file.
        known = name is not None and not isinstance(error, LexiconError)
        say(f"{without_password(name or '')}: {error}" if known else str(error))
        raise typer.Exit(1) from None
