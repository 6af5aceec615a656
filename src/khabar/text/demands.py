"""Verbs of demanding with a pronoun, which look like a student of somebody's: `وطالبه البرلمان بالاستقالة`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from khabar.text.tokens import Token

_DEMANDS = re.compile("[وف]?طالب(ت|وا)?(ه|ها|هم|هما|هن|نا|ني)")
_ASKED = ("بال", "بأ", "بإ", "با", "بت", "بو", "بر", "بم", "بس")
"""How words begin that say what is demanded."""
_FAR = 4
"""Within how many words behind the verb they stand."""


def is_demand(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word is a verb of demanding and no student: it opens a clause, and `ب` with what is asked is near."""
    text = tokens[i].text
    if not _DEMANDS.fullmatch(text):
        return False
    near = tokens[i + 1 : i + 1 + _FAR]
    until = next((k for k, t in enumerate(near) if not t.text[0].isalpha()), len(near))
    opens = i == 0 or text[0] in "وف" or not tokens[i - 1].text[0].isalpha()
    return opens and any(t.text.startswith(_ASKED) for t in near[:until])
