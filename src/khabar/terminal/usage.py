"""Wrong uses of a command, said in plain words whatever the library that parses the command line calls them."""

from __future__ import annotations

import re
from typing import Any

import typer
from typer.core import TyperGroup

_PLAIN = (
    (r"Value error, (.*)", r"\1"),
    (r"Input should be greater than or equal to (\S+)", r"it must be \1 or more"),
    (r"Input should be less than or equal to (\S+)", r"it must be \1 or less"),
    (r"Input should be a valid integer.*", "it must be a whole number"),
    (r"Input should be a valid number.*", "it must be a number"),
    (r"(?:dir|directory) '(.*)' does not exist\.", r"there is no folder \1"),
    (r"(?:dir|directory) '(.*)' is a file\.", r"\1 is a file, not a folder"),
    (r"file '(.*)' does not exist\.", r"there is no file \1"),
    (r"file '(.*)' is a directory\.", r"\1 is a folder, not a file"),
)


class PlainGroup(TyperGroup):
    """The commands of khabar."""

    def invoke(self, ctx: Any) -> Any:
        """Run what the arguments ask for. Raises `BadParameter` with a message in plain words."""
        try:
            return super().invoke(ctx)
        except typer.BadParameter as error:
            error.message = plain(error.message)
            raise


def plain(message: str) -> str:
    """What is wrong with a value, in the words that khabar has for it."""
    for pattern, words in _PLAIN:
        if found := re.fullmatch(pattern, message, re.IGNORECASE | re.DOTALL):
            return found.expand(words)
    return message
