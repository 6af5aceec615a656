"""What somebody says was not: `أعلنت الجماعة، الخميس، عدم مسؤوليتها عن الهجوم`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from khabar.text.phrases import Phrase
from khabar.text.words import Word

if TYPE_CHECKING:
    from khabar.text.clauses import Clause

_REACH = 5
"""How many phrases a day between commas may take."""


def lacking_behind(clause: Clause, phrases: Sequence[Phrase], words: Sequence[Word], j: int) -> int | None:
    """The noun behind `عدم` that a verb of saying has behind the comma at `j` and a day set apart, or None."""
    if clause.verb is None or not clause.verb.verb.says or clause.verb.suffix or len(clause.objects) != 1:
        return None
    m = j + 1
    while m < min(len(phrases), j + _REACH) and phrases[m].kind in ("adv", "comma"):
        m += 1
    if m + 1 >= len(phrases) or phrases[m].kind != "part" or words[phrases[m].head].norm != "عدم":
        return None
    return m + 1 if phrases[m + 1].kind == "np" and not phrases[m + 1].prep else None
