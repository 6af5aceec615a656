"""Groups: those of the lexicon, bodies of states, and nouns of groups with a name of their own (`صحيفة «الفجر»`)."""

from __future__ import annotations

from khabar.lexicon.words import word_list
from khabar.names.index import QUOTES, Hit
from khabar.names.parted import disagrees, is_beside, takes_somebody
from khabar.names.parts import DEFINITE, Countries, Part, agrees, articled, longer
from khabar.names.towns import of_town
from khabar.text.characters import squeeze
from khabar.text.particles import particles
from khabar.text.wordlist import known_word

_MAX_QUOTED = 6
_DOCUMENTS = frozenset(
    {"المرسوم", "القرار", "البيان", "الاتفاق", "الاقتراح", "التقرير", "الهجوم", "الاعتداء", "العدوان", "القصف"}
    | {"التفجير", "الغاره", "الغارات", "الهجمات", "الاعتداءات", "التفجيرات", "الاتهامات", "الجريمه", "المجزره"}
)
"""What people put out, speak of and condemn, which ends no name behind the article (`كتلة الجنوب | المرسوم`)."""
_ASKED = word_list(__name__, "asked")
_RULING = word_list(__name__, "ruling")


class Groups(Countries):
    """The groups of one sentence."""

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
            elif kind == "organ":
                part = self._organ(hit)
            best = longer(best, part)
        return best

    def _actor(self, hit: Hit) -> Part | None:
        """A group of the lexicon; `القاعدة الجوية` (the air base) is none."""
        word = self.tokens[hit.start].norm[hit.shift :]
        if hit.end == hit.start + 1 and word.startswith("ال") and hit.end < self.size:
            after = self.tokens[hit.end].norm
            if after.startswith("ال") and after.endswith("يه"):
                return None
        actor = self.index.known[hit.entry.value].actor
        if self._doubtful(hit) and (actor.id not in self.seen or self._is_plain(hit)):
            return None
        self.seen.add(actor.id)
        return Part(hit.start, hit.end, hit.shift, actor.id, actor.country, actor.sectors, actor.id)

    def _doubtful(self, hit: Hit) -> bool:
        """Whether the words are plain words as well and nothing here shows that they name a group."""
        words = " ".join(t.norm for t in self.tokens[hit.start : hit.end])[hit.shift :]
        if words not in self.index.words["doubtful"]:
            return False
        if self._is_plain(hit):
            return True
        if self.tags is not None and self.tags[hit.start].endswith("-ORG"):
            return False
        if hit.start and self.hit(hit.start - 1, "noun", "mod", "kind", shift=None) is not None:
            return False
        around = [*self.tokens[hit.start - 1 : hit.start], *self.tokens[hit.end : hit.end + 1]]
        return not (hit.start > 0 and all(t.norm in QUOTES or t.norm in "()" for t in around))

    def _is_plain(self, hit: Hit) -> bool:
        """Whether what stands behind a doubtful name shows the plain word (`فتح النار`)."""
        return hit.end < self.size and self.tokens[hit.end].norm in self.index.words["behind_plain"]

    def _organ(self, hit: Hit) -> Part | None:
        """Part of a group with `ل` and its name: `المكتب السياسي لحركة حماس`; whose it is decides state and sectors."""
        i = hit.end
        if i >= self.size or not self.tokens[i].norm.startswith("ل"):
            return None
        group = self.group(i, clitic=True)
        if group is None or group.shift != 1 or not (group.key or group.country):
            return None
        return Part(
            hit.start, group.end, hit.shift, "named", group.country, group.sectors, group.key or group.org,
            particle=hit.particle, sure=0.8,
        )  # fmt: skip

    def _body(self, hit: Hit) -> Part | None:
        """A body of a state with its country, or without where it is definite."""
        feat = hit.entry.feat
        body = self.index.bodies[hit.entry.value]
        if feat is None:
            return None
        part = Part(hit.start, hit.end, hit.shift, "", None, body.sectors, particle=hit.particle)
        if feat.state == "d" and body.name.endswith("ministry") and hit.end > hit.start + 1:
            part.end = self.portfolio(hit.end, goes_on=True)
        if feat.state == "c" and (name := self.genitive(hit.end)) is not None:
            part.end, part.country = name
        else:
            self._adjectives(part, feat.state == "d", feat.gender)
            if feat.state == "c" and part.country is None:
                return self._of_group(part) or self._of_region(part) or of_town(self, part)
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
        return conjunction or (hit.start > 0 and self.tokens[hit.start - 1].norm.startswith(DEFINITE))

    def _of_group(self, part: Part) -> Part | None:
        """`حكومة طالبان`, `قوات حفتر`: a body and the group or person it is of."""
        hit = self.hit(part.end, "actor", "person")
        if hit is None:
            return None
        actor = self.index.known[hit.entry.value].actor
        part.end, part.country, part.org = hit.end, actor.country, actor.id
        part.key = actor.id if hit.entry.kind == "actor" else f"forces-of-{actor.id}"
        return part

    def _of_region(self, part: Part) -> Part | None:
        """`حكومة إقليم البنجاب`, `شرطة محافظة ديالى`: a body and the region it is of."""
        i = part.end
        if i + 1 >= self.size or self.tokens[i].norm not in self.index.words["regions"]:
            return None
        if self.tokens[i + 1].kind != "word":
            return None
        tagged = i + 2
        while self.tags is not None and tagged < self.size and self.tags[tagged] == "I-LOC":
            tagged += 1
        part.end, part.key, part.sure = tagged, "named", 0.7
        return part

    def _given_to(self, part: Part) -> tuple[int, str] | None:
        """`السفارة` with `ل` and a country does not happen; `الحكومة في بغداد` does: (end, country)."""
        if self.tokens[part.start].norm[part.shift :] in ("الحكومه", "السلطات", "الاداره", "القياده"):
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
            if quality is None or not agrees(quality, definite, gender):
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
        named = None if feat.state == "d" and i < self.size and self.tokens[i].norm in QUOTES else self._own_name(i)
        if named is not None and feat.state == "d" and self._is_another(i):
            named = None  # `توعدت الحركة إسرائيل`, `دعا المركز الأمم المتحدة`
        if named is not None:
            part.end, part.sure = named
            part.key = "?"
            self._adjectives(part, True, feat.gender)
            part.key = "named"
            return part
        definite = feat.state == "d"
        if definite and (end := self._described(i, feat.gender)) > i:
            part.end, part.key, part.sure = end, "named", 0.7
            return part
        if not definite and (end := self._of_field(hit)) > i:
            part.end, part.key, part.sure = end, "named", 0.8
            part.sectors = ("GOV",) if entry.sector == "SOC" else part.sectors
            self._adjectives(part, True, feat.gender)
            part.key = "named"
            return part
        if not definite and (end := self._of_members(i)) > i:
            part.end, part.key, part.sure = end, "named", 0.7
            return part
        if (adjective := self.adjective(i, definite, feat.gender)) is not None:
            part.end, part.country = adjective[0], adjective[1] or None
            part.key = "" if not definite else "kind"
            part.definite = definite
            if definite and (end := self._purpose(part.end)) > part.end:
                part.end, part.key = end, "named"
            return part
        rules = definite and i < self.size and self.tokens[i].norm in _RULING
        if definite and (rules or squeeze(entry.value) in self.index.words["anaphoric"]):
            part.end, part.key, part.sure = i + int(rules), "kind", 0.6
            return part
        return None

    def _is_another(self, i: int) -> bool:
        """Whether behind a noun of groups with the article stands somebody else, and not its name."""
        place = self.tags is not None and not self.tags[i].endswith("-ORG")
        return place or self.begins_another(i) or (articled(self.tokens[i].norm) and self.hit(i, "actor") is not None)

    def _are_asked(self, i: int, j: int) -> bool:
        """Whether people behind a group are whom it asks something (`دعت نقابة الصحفيين الخاطفين إلى`)."""
        asks = i > 1 and takes_somebody(squeeze(self.tokens[i - 2].text)) and j + 1 < self.size
        people = self.tokens[j].norm.endswith("ين") and self.hit(j, "noun") is not None
        return asks and people and self.tokens[j + 1].norm in _ASKED

    def _is_given_to(self, i: int) -> bool:
        """Whether `ل` before a noun of groups brings in another group (`الشركة | لنقابة الموظفين`)."""
        return self.tokens[i].norm.startswith("ل") and self.hit(i, "kind", "body", shift=1) is not None

    def begins_another(self, j: int) -> bool:
        """Whether a word behind a closed name is no part of it: `الاتحاد الأوروبي الجماعة`, `مجلس الأمن الرباط`."""
        if is_beside(self.tokens, j) and self.hit(j, "actor", "adj", "person") is None:
            return True
        before, norm = self.tokens[j - 1].norm, self.tokens[j].norm
        closed = articled(before) or (before.startswith("لل") and len(before) > 4)
        if closed and norm in _DOCUMENTS:
            return True
        if not norm.startswith("ال"):
            two = self.hit(j, "actor") is not None and self._ends_actor(j)  # `حركة فتح | حماس`
            return two or (closed and self.hit(j, "state") is not None)
        if closed:
            # `المنظمة الشرطة`, but `الجبهة الداخلية`
            body = self.hit(j, "body") is not None and not norm.endswith("يه")
            known = self.hit(j, "actor")
            if known is not None and norm.endswith("ين") and self._ends_actor(j):
                return True  # `مجلس الأمن الحوثيين`
            if known is not None and known.end > j + 1 and not norm.endswith(("ي", "يه")):
                return True  # `المركز الأمم المتحدة`
            return body or self.hit(j, "kind", "state", "capital") is not None
        foreign = known_word(before) == known_word("ال" + before) == 0
        if not foreign and not self._ends_actor(j):
            return False
        noun = norm[2:] in particles().nouns_in_iya  # `تنظيم داعش المسؤولية`
        return noun or self.hit(j, "kind", "body", "state", "capital") is not None

    def _ends_actor(self, j: int) -> bool:
        """Whether the name of an actor the lexicon knows ends before word `j` (`منظمة هيومن رايتس ووتش | الشرطة`)."""
        hits = (self.hit(k, "actor") for k in range(max(j - 4, 0), j))
        return any(h is not None and h.end == j for h in hits)

    def plainly(self, i: int) -> Part | None:
        """After a title a noun of groups with any definite words after it: `رئيس تكتل الإصلاح والتغيير`."""
        hit = self.hit(i, "kind")
        if hit is None or hit.entry.feat is None or hit.entry.feat.state != "c" or hit.end >= self.size:
            return None
        j = hit.end
        last = min(self.size, hit.end + 3)
        while j < last and articled(self.tokens[j].norm.removeprefix("و" if j > hit.end else "")):
            if j > hit.end and self.hit(j, "office", "rank", "body", "person", "noun") is not None:
                break
            j += 1
        if j == hit.end or self.hit(hit.end, "noun", "office") is not None:
            return None
        return Part(hit.start, j, hit.shift, "named", None, (hit.entry.sector,), sure=0.6)

    def _of_members(self, i: int) -> int:
        """The end of `نقابة الصحفيين`, `لجنة المحامين للدفاع عن المتظاهرين`, `مركز القلم للحريات`; or `i`."""
        if i >= self.size or not articled(self.tokens[i].norm):
            return i
        members = self.hit(i, "noun")
        end = members.end if members is not None else i + 1
        wider = self._purpose(end)
        return wider if wider > end else end if members is not None and self._is_plural(members) else i

    def _of_field(self, hit: Hit) -> int:
        """The end of a body named by its field: `وزارة الخدمة المدنية`, `مجلس الشؤون الاقتصادية والتنمية`."""
        if squeeze(hit.entry.value) not in self.index.words["of_fields"]:
            return hit.end
        return self.portfolio(hit.end)

    def portfolio(self, i: int, goes_on: bool = False) -> int:
        """The end of a portfolio at `i` (`الشؤون البلدية والقروية`), or `i`; `goes_on` where one stands before."""
        words, j, sure = self.index.words["portfolio"], i, i
        while j < self.size and self.tokens[j].kind == "word":
            norm = self.tokens[j].norm
            linked = norm.startswith("و") and (norm == "و" or norm not in words)
            bare = norm[1:] if linked else norm
            if (bare and bare not in words) or (j == i and linked and not goes_on):
                break
            if j == i and goes_on and not linked and not bare.endswith(("ه", "ي")):
                break
            j += 1
            if bare and (articled(bare) or bare == "اوروبا"):
                sure = j
        return sure

    def _is_plural(self, hit: Hit) -> bool:
        return hit.entry.feat is not None and hit.entry.feat.number == "p"

    def lengthened(self, end: int) -> int:
        """The end of a tagged group with what it is for after it, or `end`."""
        return self._purpose(end)

    def _purpose(self, i: int, bodies: bool = False) -> int:
        """The end of what a group is for: `لحقوق الإنسان`, `للدفاع عن المتظاهرين`, `للحريات`; or `i`.

        People and bodies after `ل` are whom the group speaks to (`قالت الجمعية المغربية للصحفيين`), save bodies where
        `bodies` says so (`المجلس الأعلى للقضاء`).
        """
        if i >= self.size or self.tokens[i].kind != "word" or not self.tokens[i].norm.startswith("ل"):
            return i
        norm = self.tokens[i].norm
        kinds = ("noun", "actor", "state", "office", "person") + (() if bodies else ("body",))
        if self.hit(i, *kinds, shift=None) is not None or len(norm) < 5:
            return i
        following = [t.norm for t in self.tokens[i + 1 : i + 4]] + ["", "", ""]
        if norm in self.index.words["steps"]:
            return i
        if norm.startswith("لل"):
            if following[0] in ("عن", "ضد", "في") and articled(following[1]):
                return i + 3
            if following[0] in ("عن", "ضد", "في") and articled(following[2]):
                return i + 4  # `للدفاع عن حقوق الإنسان`
            return i + 2 if articled(following[0]) and following[0].endswith(("ي", "يه")) else i + 1
        if norm[1:] not in self.index.words["purposes"] or not articled(following[0]):
            return i
        return i + 3 if articled(following[1]) and following[1].endswith(("ي", "يه")) else i + 2

    def _described(self, i: int, gender: str) -> int:
        """The end of the adjectives that make a name of a noun of groups: `الهيئة العامة للطيران المدني`; or `i`."""
        if gender == "m":
            j = i
            while j < self.size and self._is_quality(j) and j < i + 3:
                j += 1
            end = self._purpose(j, bodies=True) if j > i else i
            return end if end > j else i
        j = i
        while j < self.size and j < i + 5:
            norm = self.tokens[j].norm
            adjective = articled(norm) and norm.endswith("ه") and norm not in self.index.words["not_names"]
            if j == i and (not adjective or (self.hit(j, "adj", "people", "former", "current") and norm != "العامه")):
                return i
            if not (articled(norm.removeprefix("و")) or (norm.startswith("لل") and j > i)) or self.hit(j, "body"):
                break
            if norm in self.index.words["not_names"] or (j > i and self.begins_another(j)):
                break
            if j > i and disagrees(self.tokens, i - 1, j):
                break
            j += 1
        return j if j > i + 1 or (j > i and self.tokens[i].norm in ("العامه", "العليا")) else i

    def _is_quality(self, i: int) -> bool:
        """Whether a word looks like a definite masculine adjective of a name (`الأعلى`, `العام`, `الجهوي`)."""
        norm = self.tokens[i].norm
        return norm.startswith("ال") and len(norm) > 4 and (norm.endswith("ي") or norm in ("العام", "الموحد"))

    def _own_name(self, i: int) -> tuple[int, float] | None:
        """The end of a group's own name at `i`: in quotation marks, tagged, or a definite noun; and how sure it is."""
        if i >= self.size:
            return None
        if self.tokens[i].norm in QUOTES:
            for j in range(i + 1, min(self.size, i + 2 + _MAX_QUOTED)):
                if self.tokens[j].norm in QUOTES:
                    return (j + 1, 0.9) if j > i + 1 else None
            return None
        quality = self.hit(i, "quality")
        if quality is not None and quality.entry.feat is not None and quality.entry.feat.state == "i":
            return None
        if self.tokens[i].norm.startswith("ب") and self.hit(i, "state", "capital", shift=1) is not None:
            return None  # `كنيسة | بنيجيريا`
        if self.tags is not None and self.tags[i].endswith("-ORG") and not self._is_given_to(i):
            known = self.hit(i, "actor")
            j = known.end if known is not None else i
            while j < self.size and self.tags[j].endswith("ORG") and (j == i or self.tags[j][0] == "I"):
                if j > i and self.tokens[j].norm in self.index.words["steps"]:
                    break
                if j > i and (self.begins_another(j) or disagrees(self.tokens, i - 1, j) or self._are_asked(i, j)):
                    break
                j += 1
            return None if i > 0 and disagrees(self.tokens, i - 1, i) else (j, 0.9)
        if self.hit(i, "capital") is not None or (self.tags is not None and self.tags[i].endswith("-LOC")):
            hit = self.hit(i, "capital")
            return (hit.end if hit else i + 1), 0.8
        return None
