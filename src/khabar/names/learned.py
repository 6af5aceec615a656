"""What the sentences of a report read so far teach the reader of names."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.names.index import ActorIndex
from khabar.names.parts import Part


class Learned:
    """What the sentences read so far have taught: whose title a name followed, and the words of names."""

    def __init__(self, text: str, index: ActorIndex) -> None:
        self.text = text
        self.index = index
        self.dots = " على " in text
        """Whether the report tells `على` (on) from `علي` (Ali), as not all print does."""
        self.titled: dict[str, tuple[str, str | None]] = {}
        self.holders: dict[tuple[str, str | None], str] = {}
        self.name_words: set[str] = set()
        self.groups: set[str] = set()
        self.tagged: set[str] = set()
        """The first words of what the tagger takes for names."""

    def knows(self, word: str) -> bool:
        """Whether a squeezed word is part of some name."""
        return word in self.index.name_words or word in self.index.given or word in self.name_words

    def contradicts(self, title: Part, name: str, ids: Sequence[str]) -> bool:
        """Whether a title cannot be that of the name after it, by what is known of the one who bears the name."""
        if title.rank or title.country in (None, "", "IGO") or title.key.startswith(("envoy", "ambassador")):
            return False  # an envoy is another country's
        for actor_id in ids:
            actor = self.index.known[actor_id].actor
            countries = {actor.country, *(o.country for o in actor.offices)}
            if title.country and actor.country and title.country not in countries:
                continue
            if any(title.key != o.title and title.key.endswith(" " + o.title) for o in actor.offices):
                continue
            return False
        if ids:
            return True
        before = self.titled.get(name)
        holder = self.holders.get((title.key, title.country))
        # Two people may bear one name: the report must also have given the office to another name.
        return before is not None and before != (title.key, title.country) and holder not in (None, name)
