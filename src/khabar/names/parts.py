"""Parts of a sentence that belong together, and the adjectives and names of countries that go with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from khabar.lexicon.words import word_list
from khabar.names.index import ActorIndex, Hit
from khabar.text.characters import squeeze
from khabar.text.tokens import Token

DEFINITE = ("ال", "وال", "بال", "فال", "كال", "لل")
"""How a squeezed word with the article may begin."""
TANWIN = frozenset("\u064b\u064c\u064d")
"""The marks of nunation."""
_NO_NOUNS = word_list(__name__, "no_nouns")


def articled(norm: str) -> bool:
    """Whether a squeezed word is a noun or adjective with `ال`, and not `إلى` or `الذي`."""
    return norm.startswith("ال") and len(norm) > 3 and norm not in _NO_NOUNS


@dataclass(slots=True)
class Part:
    """Words that belong together: tokens `start` to `end`, and what they say of who is meant."""

    start: int
    end: int
    shift: int = 0
    key: str = ""
    """Of a title the office (`deputy foreign minister`); of a group its actor id; of people the noun."""
    country: str | None = None
    sectors: tuple[str, ...] = ()
    org: str | None = None
    """The group a title is of, or people are of."""
    core: int = 0
    """The token after the office's own words, before country and `السابق`."""
    rank: bool = False
    definite: bool = True
    former: bool = False
    number: str = "s"
    counted: bool = False
    head: int = -1
    particle: str = ""
    sure: float = 1.0

    def __post_init__(self) -> None:
        if self.head < 0:
            self.head = self.start


class Countries:
    """One sentence with what the index found in it; `tags` are IOB tags or None."""

    def __init__(
        self, tokens: Sequence[Token], hits: Sequence[tuple[Hit, ...]], tags: Sequence[str] | None, index: ActorIndex
    ) -> None:
        self.tokens = tokens
        self.hits = hits
        self.tags = tags
        self.index = index
        self.seen: set[str] = set()
        """The groups named so far in the report."""
        self.size = len(tokens)

    def hit(self, i: int, *kinds: str, shift: int | None = 0) -> Hit | None:
        """The longest entry of these kinds that begins at `i`; `shift` None allows clitics."""
        if i >= self.size:
            return None
        for hit in self.hits[i]:
            if hit.entry.kind in kinds and (shift is None or hit.shift == shift):
                return hit
        return None

    # --- countries ----------------------------------------------------------------------------------------------

    def adjective(self, i: int, definite: bool, gender: str = "") -> tuple[int, str, str | None] | None:
        """An adjective of a country: (end, country, actor it names); `gender` must agree where it is given."""
        if i >= self.size:
            return None
        for hit in self.hits[i]:
            feat = hit.entry.feat
            if hit.shift or feat is None or hit.entry.kind not in ("adj", "people", "shared"):
                continue
            before = self.tokens[i - 1].norm if i else ""
            if hit.entry.kind == "shared" and before not in self.index.words["before_shared"]:
                continue
            if (feat.state == "d") != definite or (gender and (feat.gender != gender or feat.number != "s")):
                continue
            if hit.entry.kind != "people":
                return hit.end, hit.entry.value, None
            people = self.index.people_codes[hit.entry.value]
            return hit.end, people.get("code", ""), people.get("actor")
        return None

    def genitive(self, i: int) -> tuple[int, str] | None:
        """The name of a country in the genitive, also behind `جمهورية`: (end, country)."""
        realm = i < self.size and self.tokens[i].norm in self.index.words["realms"]
        hit = self.hit(i, "state") or (self.hit(i + 1, "state") if realm else None)
        if hit is not None:
            return hit.end, hit.entry.value
        ruler = self.hit(i, "office")
        if ruler is None or not ruler.entry.value.startswith("custodian"):
            return None
        return ruler.end, self.index.titles[ruler.entry.value].countries[0]  # `سفارة خادم الحرمين الشريفين`

    def location(self, i: int, sent: bool = False) -> tuple[int, str] | None:
        """`في` (in) or `لدى` (at) and the name of a country or capital: (end, country).

        Of who is `sent` also `إلى` and a country, where a name follows: without one he may have arrived there.
        """
        if i + 1 < self.size and self.tokens[i].norm in ("في", "لدي"):
            hit = self.hit(i + 1, "state", "capital")
            if hit is not None:
                return hit.end, hit.entry.value
        if sent and i + 1 < self.size and self.tokens[i].norm == "الي":
            hit = self.hit(i + 1, "state")
            named = hit is not None and hit.end < self.size and (
                (self.tags is not None and self.tags[hit.end] == "B-PER") or self.hit(hit.end, "person") is not None
            )
            if hit is not None and named:
                return hit.end, hit.entry.value
        return None


def agrees(hit: Hit, definite: bool, gender: str) -> bool:
    """Whether an adjective has the definiteness, and where it is given the gender, of its noun."""
    feat = hit.entry.feat
    if feat is None:
        return definite
    return (feat.state == "d") == definite and (not gender or (feat.gender == gender and feat.number == "s"))


def longer(one: Part | None, other: Part | None) -> Part | None:
    """The part that ends later; of equals the first."""
    if one is None or (other is not None and other.end > one.end):
        return other
    return one


def joined(first: Part, second: Part) -> Part:
    """Two titles before one name as one: the office counts before a rank, the country of whichever has one."""
    best, other = (second, first) if first.rank and not second.rank else (first, second)
    shift, start, head = first.shift, first.start, first.head
    sectors = best.sectors or other.sectors
    core = best.core if best is first or not best.rank else first.core
    return Part(
        start, second.end, shift, best.key, best.country or other.country, sectors, best.org or other.org, core,
        best.rank and other.rank, best.definite, best.former or other.former, head=head, particle=first.particle,
        sure=min(best.sure, other.sure),
    )  # fmt: skip


def after_letters(token: Token, letters: int) -> int:
    """The offset of a token after its first `letters` letters and the marks on them."""
    if not letters:
        return token.start
    if len(token.text) == len(token.norm):
        return token.start + letters
    seen = 0
    for k, char in enumerate(token.text):
        if squeeze(char):
            if seen == letters:
                return token.start + k
            seen += 1
    return token.end
