"""Ids from names: Arabic letters as ASCII, the same for the same folded name."""

from __future__ import annotations

import re

from khabar.text.characters import squeeze

_LATIN = str.maketrans(
    {
        "ا": "a", "ب": "b", "ت": "t", "ث": "th", "ج": "j", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r",
        "ز": "z", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "ع": "e", "غ": "gh", "ف": "f",
        "ق": "q", "ك": "k", "ل": "l", "م": "m", "ن": "n", "ه": "h", "و": "w", "ي": "y", "ء": "",
    }
)  # fmt: skip


def slug(name: str) -> str:
    """Small Latin letters, digits and hyphens for a name in Arabic or Latin script: `جون باس` gives `jwn-bas`."""
    return re.sub(r"[^a-z0-9]+", "-", squeeze(name).translate(_LATIN).lower()).strip("-") or "x"
