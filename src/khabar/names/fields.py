"""The sector of whoever is told of in words that no entry of the lexicon knows: `مستشفى الثورة`, `أعوان الحرس`.

The words of a name tell it, the first that has a sector first; a noun for a role (`مدير`, `أفراد`) says less than what
follows it (`مدير المستشفى`), and so do a few nouns of any field (`مركز`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from khabar.text.characters import squeeze


class Fields:
    """Words and the sectors they tell of; made when the index is."""

    def __init__(self, table: Mapping[str, Sequence[str]]) -> None:
        """`table` gives the words of each sector, and under `role` and `weak` those that say less."""
        self.sectors: dict[str, str] = {}
        for sector, words in table.items():
            if sector not in ("role", "weak"):
                for word in words:
                    self.sectors.setdefault(_bare(squeeze(word)), sector)
        self.later = frozenset(_bare(squeeze(w)) for key in ("role", "weak") for w in table[key])

    def add(self, word: str, sector: str) -> None:
        """A word of another part of the lexicon; one that the table has keeps its sector."""
        self.sectors.setdefault(_bare(squeeze(word)), sector)

    def of(self, words: str) -> tuple[str, ...]:
        """The sector that words (as printed) tell, or none."""
        found = [word for token in words.split() if (word := self._known(token))]
        found.sort(key=self.later.__contains__)
        return (self.sectors[found[0]],) if found and found[0] in self.sectors else ()

    def _known(self, token: str) -> str:
        """A printed word as the table has it, or nothing."""
        norm = squeeze(token.strip("«»\"“”'()،,.:"))
        return next((w for w in _shapes(norm) if w in self.sectors), "")


def _shapes(norm: str) -> Iterator[str]:
    """A squeezed word as it stands, and without its clitics and article."""
    yield _bare(norm)
    for letters in (1, 2):
        if len(norm) > letters + 2 and all(c in "وفبلك" for c in norm[:letters]):
            rest = norm[letters:]
            yield _bare("ا" + rest if norm[letters - 1 : letters + 1] == "لل" else rest)


def _bare(norm: str) -> str:
    """A squeezed word without its article."""
    return norm[2:] if norm.startswith("ال") and len(norm) > 4 else norm
