"""Consoles for standard output and standard error, safe for Arabic in any locale and for whatever stands in a page."""

from __future__ import annotations

import io
import os
import re
import sys
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

PIPED_WIDTH = 160
"""Columns of a table that goes to a file or another program."""


def prepare_streams() -> None:
    """Write UTF-8 to files and pipes whatever the locale says; to a terminal, what it cannot show becomes `?`."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


@lru_cache(maxsize=1)
def out() -> Console:
    """The console on standard output."""
    from rich.console import Console

    wide = None if sys.stdout.isatty() or os.environ.get("COLUMNS") else PIPED_WIDTH
    return Console(width=wide, highlight=False, emoji=False, markup=False)


@lru_cache(maxsize=1)
def err() -> Console:
    """The console on standard error, for progress."""
    from rich.console import Console

    return Console(stderr=True, highlight=False, emoji=False, markup=False)


def say(message: str) -> None:
    """One line on standard error, as it is."""
    print(f"khabar: {one_line(message)}", file=sys.stderr, flush=True)


def one_line(text: str) -> str:
    """`text` without line ends and without characters that steer a terminal."""
    return " ".join(clean(text).split())


def clean(text: str) -> str:
    """`text` with every control and direction character but the line end made a space: as long as before."""
    return "".join(c if c == "\n" or unicodedata.category(c) not in ("Cc", "Cf", "Cs") else " " for c in text)


def without_password(address: str) -> str:
    """A file or URL as the user typed it, with `***` for a password in it."""
    # To the last @: passwords are often typed as they are, with marks that a URL should hold as %40.
    hidden = re.sub(r"^([^:/]+://[^:@/?]*):.*@", r"\1:***@", address, flags=re.DOTALL)
    return re.sub(r"(?<=[?&])(\w*pass\w*)=[^&]*", r"\1=***", hidden, flags=re.IGNORECASE) if "://" in hidden else hidden
