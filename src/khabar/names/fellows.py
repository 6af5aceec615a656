"""Two who hold one office, each told by his country and his name: `وزيرا الدفاع السعودي سالم حمد والعماني بدر علي`."""

from __future__ import annotations

from khabar.names.parts import Part, articled
from khabar.names.posts import Posts

_REACH = 12
"""How many words before the second of two holders of an office the word for both is looked for."""


class Fellows(Posts):
    """Those of one sentence who share an office."""

    def fellow(self, i: int) -> tuple[Part, int, list[str]] | None:
        """One of the two at `i`: his words, where his name begins, and who of the lexicon bears it.

        The first has the word for both with him (`وزيرا الدفاع السعودي س`), the second has `و` (`والعماني ص`).
        """
        if not self.tokens[i].norm.startswith("وال") or self.grammar.hit(i, "adj", shift=1) is None:
            return self._first(i)
        shared = any(self._shares_office(k) is not None for k in range(max(i - _REACH, 0), i))
        return self._made_of(i, i, 1) if shared else None

    def _first(self, i: int) -> tuple[Part, int, list[str]] | None:
        """The first of the two, with the word for both at `i`."""
        shift = self._shares_office(i)
        if shift is None:
            return None
        for j in range(i + 1, min(i + 4, len(self.tokens))):
            if not articled(self.tokens[j].norm):
                return None
            if self.grammar.hit(j, "adj") is not None:
                return self._made_of(i, j, shift)
        return None

    def _shares_office(self, i: int) -> int | None:
        """How many letters stand before a word for two who hold one office at `i`, or None where there is none."""
        norm, words = self.tokens[i].norm, self.index.words["shared_office"]
        return next((k for k in range(2) if norm[k:] in words and (k == 0 or norm[0] in "وفبل")), None)

    def _made_of(self, i: int, j: int, shift: int) -> tuple[Part, int, list[str]] | None:
        """What begins at `i`, with the adjective of a country at `j` and the name behind it."""
        hit = self.grammar.hit(j, "adj", shift=None)
        named = self.name(hit.end, titled=True) if hit is not None else None
        if hit is None or named is None:
            return None
        return Part(i, named[0], shift, country=hit.entry.value), hit.end, named[2]
