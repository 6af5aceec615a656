"""How titles, bodies of states and groups are put together, over what the index found in one sentence.

Each method takes the token to begin at and gives a `Part` (or None): head nouns with adjectives of countries
(`الحكومة العراقية`), names of countries in the genitive (`وزير خارجية باكستان`), titles before titles
(`نائب وزير الخارجية`), titles of groups (`المتحدث باسم حركة طالبان`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from khabar.names.index import QUOTES, ActorIndex, Hit
from khabar.text.characters import squeeze
from khabar.text.tokens import Token

_MAX_QUOTED = 6
_DEFINITE = ("ال", "وال", "بال", "فال", "كال", "لل")


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


class Grammar:
    """The parts of one sentence; `tags` are IOB tags or None."""

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
            if hit.shift or feat is None or hit.entry.kind not in ("adj", "people"):
                continue
            if (feat.state == "d") != definite or (gender and (feat.gender != gender or feat.number != "s")):
                continue
            if hit.entry.kind == "adj":
                return hit.end, hit.entry.value, None
            people = self.index.people_codes[hit.entry.value]
            return hit.end, people.get("code", ""), people.get("actor")
        return None

    def genitive(self, i: int) -> tuple[int, str] | None:
        """The name of a country in the genitive: (end, country)."""
        hit = self.hit(i, "state")
        return None if hit is None else (hit.end, hit.entry.value)

    def location(self, i: int) -> tuple[int, str] | None:
        """`في` (in) or `لدى` (at) and the name of a country or capital: (end, country)."""
        if i + 1 < self.size and self.tokens[i].norm in ("في", "لدي"):
            hit = self.hit(i + 1, "state", "capital")
            if hit is not None:
                return hit.end, hit.entry.value
        return None

    # --- titles -------------------------------------------------------------------------------------------------

    def title(self, i: int, first: bool = True) -> Part | None:
        """A title at `i`; `first` allows clitics before it."""
        best: Part | None = None
        shift = None if first else 0
        if (hit := self.hit(i, "mod", shift=shift)) is not None:
            best = self._modified(hit)
        if (hit := self.hit(i, "office", shift=shift)) is not None:
            best = _longer(best, self._office(i, shift))
        if best is None and (hit := self.hit(i, "rank", shift=shift)) is not None:
            sectors = (hit.entry.sector,) if hit.entry.sector else ()
            best = Part(i, hit.end, hit.shift, hit.entry.value, None, sectors, core=hit.end, rank=True)
        return best

    def _office(self, i: int, shift: int | None) -> Part | None:
        """An office, definite with an adjective or construct with a name."""
        for hit in self.hits[i]:
            entry = hit.entry
            if entry.kind != "office" or (shift is not None and hit.shift != shift) or entry.feat is None:
                continue
            only = self.index.titles[entry.value].countries
            part = Part(
                i, hit.end, hit.shift, entry.value, None, (entry.sector,) if entry.sector else (), core=hit.end,
                particle=hit.particle,
            )  # fmt: skip
            if entry.feat.state == "d":
                part = self._of_org(part)
                self._trailing(part)
            else:
                part.definite = False
                if (name := self.genitive(hit.end)) is not None:
                    part.end, part.country = name
                    part.definite = True
                elif (adjective := self.adjective(hit.end, False, entry.feat.gender)) is not None:
                    part.end, part.country = adjective[:2]
                else:
                    continue
                self._trailing(part)
            if only and part.country not in only:
                continue
            return part
        return None

    def _of_org(self, part: Part) -> Part:
        """A definite title with `ل` and a group: `الأمين العام للأمم المتحدة`."""
        if part.end < self.size:
            for hit in self.hits[part.end]:
                if hit.particle == "ل" and hit.shift == 1 and hit.entry.kind in ("actor", "state", "kind", "body"):
                    group = self.group(part.end, clitic=True)
                    if group is not None:
                        self._take_org(part, group)
                        part.core = part.end
                    break
        return part

    def _modified(self, hit: Hit) -> Part | None:
        """A modifier with the office, body or group after it."""
        entry, i = hit.entry, hit.end
        inner = self.title(i, first=False)
        if inner is not None and inner.rank:
            inner = None
        group = None if inner is not None and inner.country else self.group(i)
        if group is not None and (inner is None or group.end > inner.end):
            if entry.value.startswith(("deputy", "assistant", "under-", "adviser")) and not group.org:
                return None
            named = group.key if group.key not in ("named", "kind", "") else self._words(group)
            part = Part(hit.start, group.end, hit.shift, f"{entry.value} {named}", core=group.end)
            self._take_org(part, group)
            self._trailing(part)
            return part
        if inner is not None:
            if entry.value.startswith(("head of", "envoy of", "member of")) and not entry.value.startswith("envoy"):
                return None
            inner.key = f"{entry.value} {inner.key}"
            inner.start, inner.shift, inner.head = hit.start, hit.shift, hit.start
            inner.particle = hit.particle
            return inner
        return self._of_country(hit)

    def _words(self, part: Part) -> str:
        """The squeezed words of a part, without quotation marks."""
        return " ".join(t.norm for t in self.tokens[part.start : part.end] if t.norm not in QUOTES)

    def _of_country(self, hit: Hit) -> Part | None:
        """`سفير باكستان`, `مبعوث أمريكي`, `ملك الأردن`, `رئيس باكستان`: a head noun and a country alone."""
        word = self.tokens[hit.start].norm[hit.shift :]
        title = {"ملك": "king", "ملكه": "king", "امير": "emir", "سلطان": "sultan", "رءيس": "president"}.get(word, "")
        title = title or {"ambassador of": "ambassador", "envoy of": "envoy"}.get(hit.entry.value, "")
        if not title:
            return None
        sector = self.index.titles[title].sector
        part = Part(hit.start, hit.end, hit.shift, title, None, (sector,), core=hit.end, particle=hit.particle)
        if (name := self.genitive(hit.end)) is not None:
            part.end, part.country = name
        elif (adjective := self.adjective(hit.end, False)) is not None and title not in ("king", "emir"):
            part.end, part.country = adjective[:2]
            part.definite = False
        else:
            return None
        self._trailing(part)
        return part

    def _take_org(self, part: Part, group: Part) -> None:
        """What a title has from its group."""
        part.end, part.org, part.country = group.end, group.key or None, group.country
        part.sectors = group.sectors
        part.sure = group.sure

    def _trailing(self, part: Part) -> None:
        """What may stand after a title: an adjective of a country, `السابق`, `لدى X`; changes `part`."""
        while part.end < self.size:
            adjective = self.adjective(part.end, part.definite) if part.country is None else None
            if adjective is not None:
                part.end, part.country = adjective[0], adjective[1] or None
                part.org = part.org or adjective[2]
            elif (word := self.hit(part.end, "former", "current")) is not None and self._plain(word):
                part.former = part.former or word.entry.kind == "former"
                part.end = word.end
            elif part.key.startswith(("ambassador", "envoy", "consul", "charge")) and part.country is not None:
                place = self.location(part.end)
                if place is None:
                    return
                part.end = place[0]
                return
            else:
                return
        return

    def _plain(self, word: Hit) -> bool:
        """Whether `السابق` or `الأول` here belongs to the title, and not to the name of somebody else's office."""
        return self.hit(word.start, "office", "rank", "actor") is None

    # --- groups -------------------------------------------------------------------------------------------------

    def group(self, i: int, clitic: bool = False) -> Part | None:
        """A group at `i`: one of the lexicon, a body of a state, or a noun of groups with a name of its own."""
        if i >= self.size:
            return None
        best: Part | None = None
        for hit in self.hits[i]:
            if bool(hit.shift) and not clitic:
                continue
            part: Part | None = None
            kind = hit.entry.kind
            if kind == "actor":
                part = self._actor(hit)
            elif kind == "body":
                part = self._body(hit)
            elif kind == "kind":
                part = self._kind(hit)
            best = _longer(best, part)
        return best

    def _actor(self, hit: Hit) -> Part | None:
        """A group of the lexicon; `القاعدة الجوية` (the air base) is none."""
        word = self.tokens[hit.start].norm[hit.shift :]
        if hit.end == hit.start + 1 and word.startswith("ال") and hit.end < self.size:
            after = self.tokens[hit.end].norm
            if after.startswith("ال") and after.endswith("يه"):
                return None
        actor = self.index.known[hit.entry.value].actor
        if self._doubtful(hit) and actor.id not in self.seen:
            return None
        self.seen.add(actor.id)
        return Part(hit.start, hit.end, hit.shift, actor.id, actor.country, actor.sectors, actor.id)

    def _doubtful(self, hit: Hit) -> bool:
        """Whether the words are plain words as well and nothing here shows that they name a group."""
        words = " ".join(t.norm for t in self.tokens[hit.start : hit.end])[hit.shift :]
        if words not in self.index.words["doubtful"]:
            return False
        if self.tags is not None and self.tags[hit.start].endswith("-ORG"):
            return False
        around = self.tokens[hit.start - 1 : hit.start] + self.tokens[hit.end : hit.end + 1]
        return not (hit.start > 0 and all(t.norm in QUOTES or t.norm in "()" for t in around))

    def _body(self, hit: Hit) -> Part | None:
        """A body of a state with its country, or without where it is definite."""
        feat = hit.entry.feat
        body = self.index.bodies[hit.entry.value]
        if feat is None:
            return None
        part = Part(hit.start, hit.end, hit.shift, "", None, body.sectors, particle=hit.particle)
        if feat.state == "c" and (name := self.genitive(hit.end)) is not None:
            part.end, part.country = name
        else:
            self._adjectives(part, feat.state == "d", feat.gender)
            if feat.state == "c" and part.country is None:
                return self._of_group(part)
            if feat.state == "d" and part.country is None and not body.needs_country:
                country = self._given_to(part)
                part.end, part.country = country if country else (part.end, None)
        words = " ".join(t.norm for t in self.tokens[hit.start : hit.end])[hit.shift :]
        if part.country is None and (body.needs_country or words in self.index.words["not_alone"]):
            return None
        if part.country is None and words in ("الخارجيه", "الداخليه") and self._adjectival(hit):
            return None
        host = ""
        if body.at and (place := self.location(part.end)) is not None:
            part.end = place[0]
            host = f"@{place[1].lower()}"
        suffix = body.key + host if body.key else ""
        if part.country in self.index.states:
            part.key = f"gov-{part.country.lower()}-{suffix}".rstrip("-") if part.country else ""
        else:
            part.key = f"gov--{suffix}".rstrip("-") if part.country is None else ""
        part.org = part.key
        part.definite = feat.state == "d" or part.definite
        return part

    def _adjectival(self, hit: Hit) -> bool:
        """Whether `الداخلية` is an adjective here (`الأوضاع الداخلية`, `الإقليمية والداخلية`)."""
        conjunction = hit.shift > 0 and not hit.particle
        return conjunction or (hit.start > 0 and self.tokens[hit.start - 1].norm.startswith(_DEFINITE))

    def _of_group(self, part: Part) -> Part | None:
        """`حكومة طالبان`, `قوات حفتر`: a body and the group or person it is of."""
        hit = self.hit(part.end, "actor", "person")
        if hit is None:
            return None
        actor = self.index.known[hit.entry.value].actor
        part.end, part.country, part.org = hit.end, actor.country, actor.id
        part.key = actor.id if hit.entry.kind == "actor" else f"forces-of-{actor.id}"
        return part

    def _given_to(self, part: Part) -> tuple[int, str] | None:
        """`السفارة` with `ل` and a country does not happen; `الحكومة في بغداد` does: (end, country)."""
        if self.tokens[part.start].norm[part.shift :] in ("الحكومه", "السلطات", "الاداره"):
            return self.location(part.end)
        return None

    def _adjectives(self, part: Part, definite: bool, gender: str) -> None:
        """Adjectives after a body, one of them of its country, in any order; changes `part`."""
        part.definite = definite
        for _ in range(3):
            adjective = self.adjective(part.end, definite, gender) if part.country is None else None
            if adjective is not None:
                part.end, part.country = adjective[0], adjective[1] or part.country
                part.org = adjective[2]
                continue
            quality = self.hit(part.end, "quality", "former", "current")
            if quality is None or not _agrees(quality, definite, gender):
                return
            ahead = self.adjective(quality.end, definite, gender)
            if ahead is None and part.country is None and not definite:
                return
            part.end = quality.end

    def _kind(self, hit: Hit) -> Part | None:
        """A noun of groups with the group's own name, or with a country, or definite alone (`الحركة`)."""
        entry, feat, i = hit.entry, hit.entry.feat, hit.end
        if feat is None:
            return None
        sectors = (entry.sector,)
        part = Part(hit.start, i, hit.shift, "", None, sectors, particle=hit.particle)
        named = self._own_name(i)
        if named is not None:
            part.end, part.sure = named
            part.key = "?"
            self._adjectives(part, True, feat.gender)
            part.key = "named"
            return part
        definite = feat.state == "d"
        if definite and feat.gender == "f" and (end := self._described(i)) > i:
            part.end, part.key, part.sure = end, "named", 0.7
            return part
        if (adjective := self.adjective(i, definite, feat.gender)) is not None:
            part.end, part.country = adjective[0], adjective[1] or None
            part.key = "" if not definite else "kind"
            part.definite = definite
            return part
        if definite and squeeze(entry.value) in self.index.words["anaphoric"]:
            part.key, part.sure = "kind", 0.6
            return part
        return None

    def _described(self, i: int) -> int:
        """The end of the adjectives that make a name of a noun of groups: `الهيئة العامة للطيران المدني`; or `i`."""
        j = i
        while j < self.size and j < i + 5:
            norm = self.tokens[j].norm
            adjective = norm.startswith("ال") and norm.endswith("ه") and norm not in self.index.words["not_names"]
            if j == i and (not adjective or (self.hit(j, "adj", "people", "former", "current") and norm != "العامه")):
                return i
            if not (norm.startswith(("ال", "وال")) or (norm.startswith("لل") and j > i)):
                break
            if norm in self.index.words["not_names"]:
                break
            j += 1
        return j if j > i + 1 or self.tokens[i].norm in ("العامه", "العليا") else i

    def _own_name(self, i: int) -> tuple[int, float] | None:
        """The end of a group's own name at `i`: in quotation marks, tagged, or a definite noun; and how sure it is."""
        if i >= self.size:
            return None
        if self.tokens[i].norm in QUOTES:
            for j in range(i + 1, min(self.size, i + 2 + _MAX_QUOTED)):
                if self.tokens[j].norm in QUOTES:
                    return (j + 1, 0.9) if j > i + 1 else None
            return None
        if self.tags is not None and self.tags[i].endswith("-ORG"):
            j = i
            while j < self.size and self.tags[j].endswith("ORG") and (j == i or self.tags[j][0] == "I"):
                j += 1
            return j, 0.9
        if self.hit(i, "capital") is not None or (self.tags is not None and self.tags[i].endswith("-LOC")):
            hit = self.hit(i, "capital")
            return (hit.end if hit else i + 1), 0.8
        return None

    # --- people without a name ----------------------------------------------------------------------------------

    def unnamed(self, i: int) -> Part | None:
        """People told of without a name, with number, adjectives and the group they are of."""
        j, counted = self._quantity(i)
        hit = self._noun(j, j > i)
        if hit is None:
            return None
        entry, feat = hit.entry, hit.entry.feat
        if feat is None:
            return None
        shift = hit.shift if j == i else (self._first_shift(i))
        part = Part(i, hit.end, shift, entry.value, None, (entry.sector,), head=hit.start, particle=hit.particle)
        part.number, part.counted = feat.number, counted
        part.definite = feat.state == "d"
        if feat.state == "c" and (group := self.group(hit.end) or self._state_group(hit.end)) is not None:
            self._members(part, group)
            return part
        if feat.state == "c" and not self._has(hit, "i"):
            return None
        lone = self._qualities(part, feat.state == "d")
        if feat.number == "s" and not counted and lone and self._descriptive(hit):
            return None
        single = lone and not counted and (feat.number, feat.state) == ("s", "i")
        if single and squeeze(entry.value) in self.index.words["verb_like"]:
            return None
        if part.end + 1 < self.size and self.tokens[part.end].norm in ("من", "في") and not part.country:
            group = self.group(part.end + 1)
            if group is not None and group.key and feat.state != "d":
                self._members(part, group)
        return part

    def _descriptive(self, hit: Hit) -> bool:
        """Whether a singular is an adjective of the noun before it: `المؤتمر الصحفي`, `الجماعات المسلحة`."""
        if self.hit(hit.start, "quality", shift=None) is not None:
            return True
        feat, before = hit.entry.feat, self.tokens[hit.start - 1].norm if hit.start else ""
        if not hit.entry.value.endswith("ي") or feat is None:
            return False
        return feat.gender == "f" or (feat.state == "d" and before.startswith(_DEFINITE))

    def _noun(self, i: int, counted: bool) -> Hit | None:
        """The noun at `i`, of the readings the one that what follows fits."""
        if i >= self.size:
            return None
        nouns = [h for h in self.hits[i] if h.entry.kind == "noun" and (not counted or h.shift == 0)]
        nouns = [h for h in nouns if h.end == nouns[0].end and h.shift == nouns[0].shift]
        if not nouns:
            return None
        end = nouns[0].end
        follows = self.group(end) or self._state_group(end)
        if follows is not None:
            for h in nouns:
                if h.entry.feat and h.entry.feat.state == "c":
                    return h
        for h in nouns:
            if h.entry.feat and h.entry.feat.state != "c":
                return h
        return None

    def _has(self, hit: Hit, state: str) -> bool:
        """Whether the same words are also a form of another state."""
        return any(
            h.entry.kind == "noun" and h.end == hit.end and h.entry.feat is not None and h.entry.feat.state == state
            for h in self.hits[hit.start]
        )

    def _state_group(self, i: int) -> Part | None:
        """A country after `مواطنو`, `قادة`."""
        hit = self.hit(i, "state", "capital")
        return None if hit is None else Part(i, hit.end, 0, "", hit.entry.value)

    def _members(self, part: Part, group: Part) -> None:
        """People of a group: what they have from it; changes `part`."""
        part.end, part.country, part.org = group.end, group.country, group.key or None
        if group.sectors:
            part.sectors = group.sectors
        part.definite = True

    def _qualities(self, part: Part, definite: bool) -> bool:
        """Adjectives after a noun for people; whether there are none. Changes `part`."""
        lone = True
        for _ in range(4):
            adjective = self.adjective(part.end, definite)
            if adjective is not None and part.country is None:
                part.end, part.country = adjective[0], adjective[1] or None
                part.org = adjective[2]
            elif (quality := self.hit(part.end, "quality", "former")) is not None and _agrees(quality, definite, ""):
                part.end = quality.end
                if quality.entry.kind == "former":
                    part.former = True
                elif quality.entry.sector:
                    part.sectors = (quality.entry.sector,)
            else:
                break
            lone = False
        return lone

    def _first_shift(self, i: int) -> int:
        """How many letters of the first token of a number are clitics."""
        hit = self.hit(i, "quantity", shift=None)
        return hit.shift if hit is not None else 0

    def _quantity(self, i: int) -> tuple[int, bool]:
        """The token after a number in words or digits, and whether there is one."""
        j = i
        while j < self.size and j < i + 5:
            if self.tokens[j].kind == "number":
                j += 1
            elif (hit := self.hit(j, "quantity", shift=None)) is not None and (j == i or hit.shift < 2):
                j = hit.end
            elif j > i and self.tokens[j].norm == "من":
                j += 1
            else:
                break
        return j, j > i


def _agrees(hit: Hit, definite: bool, gender: str) -> bool:
    """Whether an adjective has the definiteness, and where it is given the gender, of its noun."""
    feat = hit.entry.feat
    if feat is None:
        return definite
    return (feat.state == "d") == definite and (not gender or (feat.gender == gender and feat.number == "s"))


def _longer(one: Part | None, other: Part | None) -> Part | None:
    """The part that ends later; of equals the first."""
    if one is None or (other is not None and other.end > one.end):
        return other
    return one
