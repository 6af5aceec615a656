"""Titles: how offices, their modifiers, countries and groups are put together, over what the index found.

Each method takes the token to begin at and gives a `Part` (or None): head nouns with adjectives of countries
(`الحكومة العراقية`), names of countries in the genitive (`وزير خارجية باكستان`), titles before titles
(`نائب وزير الخارجية`), titles of groups (`المتحدث باسم حركة طالبان`).
"""

from __future__ import annotations

from khabar.lexicon.words import word_list
from khabar.names.index import QUOTES, Hit
from khabar.names.parts import Part, articled, longer
from khabar.names.people import People

_GOVERNORS = word_list(__name__, "governors")
_RULERS = {
    "ملك": "king", "ملكه": "king", "امير": "emir", "سلطان": "sultan", "رءيس": "president", "امبراطور": "emperor",
    "امبراطوره": "emperor",
}  # fmt: skip
"""The offices that a noun with a country alone names."""
_AT = word_list(__name__, "at")
_REGIONS = word_list(__name__, "regions")


class Grammar(People):
    """All the parts of one sentence."""

    def title(self, i: int, first: bool = True) -> Part | None:
        """A title at `i`; `first` allows clitics before it."""
        best: Part | None = None
        shift = None if first else 0
        if (hit := self.hit(i, "mod", shift=shift)) is not None:
            best = self._modified(hit)
        if (hit := self.hit(i, "office", shift=shift)) is not None:
            best = longer(self._office(i, shift), best)
        best = longer(best, self._minister(i, shift))
        if best is None and (hit := self.hit(i, "rank", shift=shift)) is not None:
            sectors = (hit.entry.sector,) if hit.entry.sector else ()
            best = Part(i, hit.end, hit.shift, hit.entry.value, None, sectors, core=hit.end, rank=True)
            self._described_rank(best)
        return best

    def _described_rank(self, part: Part) -> None:
        """Adjectives between a rank and the name after it: `الناشط المدني البارز حسن`, `الصحفي المصري كريم`."""
        end, country = part.end, None
        for _ in range(3):
            if (adjective := self.adjective(end, True)) is not None and country is None:
                end, country = adjective[0], adjective[1] or None
            elif (quality := self.hit(end, "quality", "former")) is not None:
                end = quality.end
            elif end < self.size and self.tokens[end].norm in self.index.words["renowned"]:
                end += 1
        named = end < self.size and (
            (self.tags is not None and self.tags[end] == "B-PER") or self.hit(end, "person") is not None
        )
        if end > part.end and named:
            part.end, part.country = end, country

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
                if entry.value.endswith(" minister"):
                    part.end = part.core = self.portfolio(part.end, goes_on=True)
                part = self._of_org(part)
                self._trailing(part)
                part = self._of_org(part) if part.org is None else part  # `الأمين العام الجديد للأمم المتحدة`
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
            if len(only) == 1 and part.country is None:
                part.country = only[0]  # `خادم الحرمين الشريفين`
            if only and part.country not in only:
                continue
            return part
        return None

    def _minister(self, i: int, shift: int | None) -> Part | None:
        """A minister whose portfolio has no entry of its own: `وزير الخدمة المدنية`."""
        hit = self.hit(i, "noun", shift=shift)
        if hit is None or self.tokens[i].norm[hit.shift :] not in ("وزير", "وزيره"):
            return None  # not `وزيرا الطاقة`: two of them
        end = self.portfolio(hit.end)
        if end == hit.end:
            return None
        words = " ".join(t.norm for t in self.tokens[hit.end : end])
        part = Part(i, end, hit.shift, f"minister of {words}", None, ("GOV",), core=end, particle=hit.particle)
        self._trailing(part)
        return part

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
        if group is None and inner is None:
            group = self.plainly(i)
        if group is None and inner is None and self.tokens[hit.end - 1].norm == "باسم":
            group = self._spoken_for(i)
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

    def _spoken_for(self, i: int) -> Part | None:
        """Whom a spokesman speaks for where the lexicon does not know them (`المتحدث باسم المتمردين`)."""
        j = i
        while j < min(self.size, i + 3) and self.tokens[j].kind == "word":
            tagged = self.tags is not None and self.tags[j].endswith("PER")
            if tagged or (j > i and not articled(self.tokens[j].norm)):
                break
            j += 1
        if j == i or not articled(self.tokens[j - 1].norm):
            return None
        return Part(i, j, 0, "named", None, (), sure=0.6)

    def _words(self, part: Part) -> str:
        """The squeezed words of a part, without quotation marks."""
        return " ".join(t.norm for t in self.tokens[part.start : part.end] if t.norm not in QUOTES)

    def _of_country(self, hit: Hit) -> Part | None:
        """`سفير باكستان`, `مبعوث أمريكي`, `ملك الأردن`, `رئيس باكستان`: a head noun and a country or region."""
        word = self.tokens[hit.start].norm[hit.shift :]
        title = _RULERS.get(word, "")
        title = title or {"ambassador of": "ambassador", "envoy of": "envoy"}.get(hit.entry.value, "")
        state = self.genitive(hit.end)
        led = word in ("رءيس", "رءيسه") and hit.end < self.size and self.tokens[hit.end].norm in _REGIONS
        if state is None and (led or word in _GOVERNORS) and (end := self._region(hit.end)) > hit.end:
            named = " ".join(t.norm for t in self.tokens[hit.end : end])
            return Part(hit.start, end, hit.shift, f"governor of {named}", None, ("GOV",), core=end)
        if not title:
            return None
        sector = self.index.titles[title].sector
        part = Part(hit.start, hit.end, hit.shift, title, None, (sector,), core=hit.end, particle=hit.particle)
        if state is not None:
            part.end, part.country = state
        elif (adjective := self.adjective(hit.end, False)) is not None and title not in ("king", "emir", "emperor"):
            part.end, part.country = adjective[:2]
            part.definite = False
        else:
            return None
        self._trailing(part)
        return part

    def _region(self, i: int) -> int:
        """The end of a name of a place at `i`, as the tagger has it, else of the one word there; or `i`."""
        if i + 1 < self.size and self.tokens[i].norm in _REGIONS:
            end = self._region(i + 1)
            return end if end > i + 1 else i  # `أمير منطقة عسير`
        j = i
        if self.tags is not None:
            while j < self.size and self.tags[j] == ("I-LOC" if j > i else "B-LOC") and not self._is_office(j):
                j += 1
        if j == i and i < self.size and self.tokens[i].kind == "word" and not self.hit(i, "actor", "body", "kind"):
            return i if self.tokens[i].norm in ("في", "من", "علي", "ان", "الي", "عن") else i + 1
        return j

    def _is_office(self, j: int) -> bool:
        return self.title(j, first=False) is not None

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
            elif part.key.startswith(("ambassador", "envoy", "consul", "charge")) and (part.country or part.org):
                place = self.location(part.end, sent=part.key.startswith("envoy"))
                body = self.group(part.end + 1) if place is None and self.tokens[part.end].norm in _AT else None
                if place is not None:
                    part.end = place[0]
                elif body is not None and (self.tokens[part.end].norm == "لدي" or part.key.startswith("charge")):
                    part.end = body.end  # `سفير الصومال لدى الأمم المتحدة`
                return
            else:
                return
        return

    def _plain(self, word: Hit) -> bool:
        """Whether `السابق` or `الأول` here belongs to the title, and not to the name of somebody else's office."""
        return self.hit(word.start, "office", "rank", "actor") is None
