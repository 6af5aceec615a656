"""People who are told of without a name: `مسلحون مجهولون`, `مئات المتظاهرين`, `قادة حركة طالبان`."""

from __future__ import annotations

from khabar.lexicon.words import word_list
from khabar.names.forms import Feat
from khabar.names.groups import Groups
from khabar.names.index import Hit
from khabar.names.parts import DEFINITE, Part, agrees, articled
from khabar.text.characters import squeeze
from khabar.text.features import verb_kinds
from khabar.text.particles import particles
from khabar.text.wordlist import VERBAL_NOUN, known_word

_OF_GROUPS = frozenset({"UAF", "MIL", "COP", "REB", "PTY", "GOV", "PRM", "SPY"})
"""Whom `من` and a group after them make members of it: `مسلحون من حركة طالبان`, but not `معتقلون من ...`."""
_OWN_LAND = word_list(__name__, "own_land")
_KILLED = word_list(__name__, "killed")
_NOBODYS, _DESCRIBED = word_list(__name__, "nobodys"), word_list(__name__, "described")
_FEW = word_list(__name__, "few")
_LIKE = word_list(__name__, "like")
_BEFALL = word_list(__name__, "befall")
_TALIBAN_LANDS = word_list(__name__, "taliban_lands")


class People(Groups):
    """The unnamed people of one sentence."""

    def group(self, i: int, clitic: bool = False) -> Part | None:
        """A group at `i`, but none where two students are meant (`قتل طالبان في نيروبي`)."""
        return None if self._are_two_students(i) else super().group(i, clitic)

    def _are_two_students(self, i: int) -> bool:
        """Whether `طالبان` is no group but a pair: behind a masculine verb of what befalls people, or described as two.

        The group is a she (`هاجمت طالبان`), save in a sentence that tells of its country.
        """
        if not 0 < i < self.size or self.tokens[i].norm != "طالبان":
            return False
        after = self.tokens[i + 1].norm if i + 1 < self.size else ""
        if len(after) > 4 and after.endswith("ان") and not articled(after) and known_word("ال" + after[:-2]) > 0:
            return True  # `طالبان جامعيان`
        verb = self.tokens[i - 2 if self.tokens[i - 1].norm in ("خلالها", "فيها", "خلاله", "فيه") else i - 1]
        if squeeze(verb.text).removeprefix("و").removeprefix("ف") not in _BEFALL:
            return False
        return not any(land in t.norm for t in self.tokens for land in _TALIBAN_LANDS)

    def unnamed(self, i: int) -> Part | None:
        """People told of without a name, with number, adjectives and the group they are of."""
        j, counted = self._quantity(i)
        hit = self._noun(j, j > i)
        if hit is None:
            return None
        entry, feat = hit.entry, hit.entry.feat
        if feat is None or (counted and feat.number == "s" and self._is_each_of(i, j)):
            return None
        if not counted and self._is_no_one(hit):
            return None
        if counted and feat.number == "d" and self.tokens[j].text.endswith("ان") and self.tokens[j - 1].norm == "من":
            group = self.group(j)  # `ثلاثون من طالبان`: behind a preposition two students would be `طالبين`
            some = Part(i, i, self._first_shift(i), "عنصر", head=i)
            return None if group is None else self._some_of(some, group)
        if not counted and feat.state == "c" and self._describes_before(hit):
            return None  # `جمعية حقوقية المخابرات`
        shift = hit.shift if j == i else (self._first_shift(i))
        part = Part(i, hit.end, shift, entry.value, None, (entry.sector,), head=hit.start, particle=hit.particle)
        many = feat.number == "d" and self._may_be_many(hit)
        part.number, part.counted = "p" if many else feat.number, counted
        part.definite = feat.state == "d"
        if feat.state == "c" and (group := self.group(hit.end) or self._state_group(hit.end)) is not None:
            if feat.number == "s" and squeeze(entry.value) in self.index.words["verb_like"]:
                return None
            self._members(part, group)
            return part
        if feat.state == "c" and not self._has(hit, "i"):
            return part if self._governs(hit) else None
        lone = self._qualities(part, feat.state == "d", feat.gender if feat.number == "s" and not counted else "")
        befallen = self._is_befallen(hit)
        if feat.number == "s" and not counted and lone and not befallen and self._descriptive(hit):
            return None
        governed = not shift and self._is_governed(i)
        single = lone and not counted and not befallen and (feat.number, feat.state) == ("s", "i")
        if single and hit.particle != "ل" and not governed and squeeze(entry.value) in self.index.words["verb_like"]:
            return None
        if part.end + 1 < self.size and self.tokens[part.end].norm in ("من", "في") and not part.country:
            group = self.group(part.end + 1)
            theirs = entry.sector in _OF_GROUPS or squeeze(entry.value) in self.index.words["members"]
            if group is not None and group.key and feat.state != "d" and theirs:
                self._members(part, group)
        return part

    def _is_each_of(self, i: int, j: int) -> bool:
        """Whether what stands before word `j` is `كل من`, behind which each of several is named in full."""
        return j == i + 2 and self.tokens[i].norm in ("كل", "كلا") and self.tokens[i + 1].norm == "من"

    def _describes_before(self, hit: Hit) -> bool:
        """Whether a feminine of belonging stands behind an indefinite feminine noun, whose adjective it is."""
        feat, before = hit.entry.feat, self.tokens[hit.start - 1].text if hit.start else ""
        single = feat is not None and (feat.gender, feat.number) == ("f", "s") and not hit.shift
        return single and self.tokens[hit.start].norm.endswith("يه") and before.endswith("ة") and "ال" not in before[:4]

    def _is_struck(self, i: int) -> bool:
        """Whether word `i` is a verb by its `ف` or `ثم` and its pronoun (`فقتله الجنود`): no killers."""
        text, before = self.tokens[i].text, self.tokens[i - 1].norm if i else ""
        return (text.startswith("ف") or before == "ثم") and text.endswith("ه")

    def _is_no_one(self, hit: Hit) -> bool:
        """Whether a noun for people is here another word: `مشاركة` (taking part), `مرافق` (facilities)."""
        feat, words = hit.entry.feat, self.index.words
        if squeeze(hit.entry.value) in words["verb_like"] and self._is_struck(hit.start):
            return True
        if feat is None or hit.entry.kind != "noun":
            return False
        value = squeeze(hit.entry.value)
        if feat.number == "s" and feat.gender == "f" and value in words["verbal_feminine"]:
            return True
        if (feat.gender, feat.number) == ("m", "s") and feat.state != "d" and value in words["plain_singular"]:
            return True
        if hit.start and self.tokens[hit.start - 1].norm == "الله" and self.tokens[hit.start].norm[1:] == "رعاه":
            return True  # `حفظه الله ورعاه`: no shepherds
        before = self.tokens[hit.start - 1].norm if hit.start and not hit.shift else ""
        if before.lstrip("ولب") in words["before_members"]:
            return True  # `الدول الأعضاء`, `متعددة الأطراف`
        after = self.tokens[hit.end].norm if hit.end < self.size else ""
        if value in words["plain_singular"] and feat.number == "s" and articled(after) and after.endswith("ه"):
            return feat.gender == "m"  # `المرافق الصحية`
        return self._is_adjective(before, feat) if value in words["adjectival"] and feat.state == "d" else False

    @staticmethod
    def _is_adjective(before: str, feat: Feat) -> bool:
        """Whether a definite participle describes the definite noun before it: `الدول الشقيقة`, `البلدين الشقيقين`."""
        if not before.startswith(DEFINITE) or len(before) < 4:
            return False
        ends = before.endswith(("ه", "ات"))
        if feat.number == "s":
            return feat.gender == "f" or not ends
        return feat.number == "d" and before.endswith(("ان", "ين"))

    def _is_befallen(self, hit: Hit) -> bool:
        """Whether a noun without the article stands right behind what only happens to people (`سجن صحفي عامين`)."""
        if hit.start == 0 or hit.shift:
            return False
        words, before = self.index.words["befalling"], squeeze(self.tokens[hit.start - 1].text)
        return before in words or (before[:1] in "وفبلك" and before[1:] in words)

    def _descriptive(self, hit: Hit) -> bool:
        """Whether a singular is an adjective of the noun before it: `المؤتمر الصحفي`, `الجماعات المسلحة`."""
        if not hit.shift and self._is_governed(hit.start):
            return False  # `عن الصحفية`, `من مجهول`: an adjective stands behind its noun
        if self._is_done_to_him(hit) or self._is_topic(hit):
            return False
        if self.tokens[hit.start].norm[: hit.shift].strip("وف"):
            return False  # `ندد الرئيس السوداني بالمحامي`
        if self.hit(hit.start, "quality", shift=None) is not None:
            if self._is_genitive(hit):
                return False  # `اعتقال الصحفي`
            # `طعن شاب جنديا`: behind the first word, a verb, it describes nothing
            return hit.start != 1 and not self._acts_on(hit)
        feat, before = hit.entry.feat, self.tokens[hit.start - 1].norm if hit.start else ""
        if not hit.entry.value.endswith("ي") or feat is None:
            return False
        if (feat.gender, feat.number, feat.state) == ("m", "s", "d") and before.endswith(("ه", "ات")) and not hit.shift:
            return False  # `احتجزت الولايات المتحدة | الصحفي`
        return feat.gender == "f" or (feat.state == "d" and before.startswith(DEFINITE))

    def _is_topic(self, hit: Hit) -> bool:
        """Whether one man stands right behind `إن` with his accusative (`إن مدنيا قتل`), where no adjective can."""
        before = self.tokens[hit.start - 1].norm if hit.start and not hit.shift else ""
        return before in ("ان", "بان", "لان", "لكن") and self.tokens[hit.start].text.rstrip("\u064b").endswith("ا")

    def _acts_on(self, hit: Hit) -> bool:
        """Whether a man stands right behind a verb: one that is no noun (`كما أصيب مسلح`, but `تدخل مسلح`), or one
        that has those whom he did it to behind him (`ثم قتل مسلح ستة معلمين`).
        """
        feat, i = hit.entry.feat, hit.start
        if feat is None or (feat.gender, feat.number, feat.state) != ("m", "s", "i") or hit.shift:
            return False
        before, j = squeeze(self.tokens[i - 1].text), hit.end
        noun = known_word("ال" + before)
        if not verb_kinds(before) or noun >= known_word(before):
            return False
        while j < self.size and self.hit(j, "quality") is not None:
            j += 1
        return noun == 0 or before in _KILLED or self._quantity(j)[1]

    def _is_done_to_him(self, hit: Hit) -> bool:
        """Whether a man stands right behind a verb and its feminine subject (`أحالت النيابة الجندي إلى المحكمة`)."""
        feat, i = hit.entry.feat, hit.start
        man = feat is not None and (feat.gender, feat.number, feat.state) == ("m", "s", "d") and not hit.shift
        if not man or i < 2 or not self.tokens[i - 1].text.endswith("ة") or not articled(self.tokens[i - 1].norm):
            return False
        verb = squeeze(self.tokens[i - 2].text).lstrip("وف")
        return verb.endswith("ت") and known_word("ال" + verb) == 0 and bool(verb_kinds(verb))

    def _is_governed(self, i: int) -> bool:
        """Whether a preposition stands right before word `i`, behind which no verb and no adjective can."""
        before = self.tokens[i - 1].norm if i else ""
        return before in particles().prepositions and before not in _LIKE

    def _is_genitive(self, hit: Hit) -> bool:
        """Whether a definite noun follows a common noun without the article, which it cannot describe."""
        if hit.start == 0 or hit.entry.feat is None or hit.entry.feat.state != "d":
            return False
        before = self.tokens[hit.start - 1].norm
        bare = before[1:] if before[:1] in "وبل" and known_word("ال" + before[1:]) > 0 else before
        return not articled(bare) and len(bare) > 3 and VERBAL_NOUN.match(bare) is not None

    def _noun(self, i: int, counted: bool) -> Hit | None:
        """The noun at `i`, of the readings the one that what follows fits."""
        if i >= self.size:
            return None
        kinds = ("noun",) if self.tokens[i].text.endswith("ة") else ("noun", "owned")
        nouns = [h for h in self.hits[i] if h.entry.kind in kinds and (not counted or h.shift == 0)]
        nouns = [h for h in nouns if h.end == nouns[0].end and h.shift == nouns[0].shift]
        if self.tokens[i].text.endswith("ه"):
            # `قائده` has a pronoun, `قائدة` is a woman.
            nouns.sort(key=lambda h: h.entry.kind != "owned")
        if not nouns:
            return None
        end = nouns[0].end
        # `متهمة إسرائيل` (accusing Israel) and `طالب مصر` are verbs and participles: one of a country is no idafa.
        many = any(h.entry.feat and h.entry.feat.number != "s" for h in nouns)
        follows = self.group(end) or (self._state_group(end) if many else None)
        owned = self.tokens[end - 1].text.endswith("ه") and nouns[0].entry.kind == "owned"
        if follows is not None and not (owned or self._has_no_master(nouns[0], counted)):
            for h in nouns:  # `شقيقه | أنصار الشريعة`: what has a pronoun has no genitive
                if h.entry.feat and h.entry.feat.state == "c":
                    return h
        for h in nouns:
            if h.entry.feat and h.entry.feat.number == "d" and h.entry.feat.state == "c" and self._governs(h):
                return h
        for h in nouns:
            if h.entry.feat and h.entry.feat.state != "c":
                return h
        # `معلمو المدارس`: only the construct state ends so.
        return nouns[0] if self.tokens[end - 1].norm.endswith("و") else None

    def _has_no_master(self, hit: Hit, counted: bool) -> bool:
        """Whether a body behind people is another's name, and not theirs.

        So it is behind one who is nobody's or has his adjective, a plural that keeps its nun (`اتهم مسلحون | الحكومة`)
        and a few that are counted (`شكر ثلاثة جنود | الحكومة`, but `ثلاثة من جنود الجيش`).
        """
        if hit.entry.feat is None:
            return False
        last, few = self.tokens[hit.end - 1].norm, self.tokens[hit.start - 1].norm
        if hit.entry.feat.number != "s":
            return last.endswith("ون") or (counted and few in _FEW)
        described = hit.end > hit.start + 1 and (last in _DESCRIBED or last.endswith("ي"))
        return described or squeeze(hit.entry.value) in _NOBODYS

    def _governs(self, hit: Hit) -> bool:
        """Whether a sound plural without its nun has a genitive after it: `معلمو المدارس`, `نازحي مأرب`."""
        norm = self.tokens[hit.end - 1].norm
        pair = hit.entry.feat is not None and hit.entry.feat.number == "d"
        if pair and hit.end < self.size:
            # `وزيرا الطاقة`, `رئيسي الحزبين`
            own = squeeze(self.tokens[hit.end].text) in _OWN_LAND  # `مواطني بلاده`
            return own or articled(self.tokens[hit.end].norm) or self.hit(hit.end, "state") is not None
        if norm.endswith("و") or not norm.endswith("ي") or hit.end >= self.size:
            return norm.endswith("و")
        after = self.tokens[hit.end]
        named = self.tags is not None and self.tags[hit.end] == "B-LOC"
        return named or (articled(after.norm) and after.kind == "word")

    def _may_be_many(self, hit: Hit) -> bool:
        """Whether the same words are the sound plural before a genitive, which print writes as the pair.

        `معارضي النظام`; but `وزيري الخارجية`, whose plural is another word.
        """
        hits = (h.entry.feat for h in self.hits[hit.start] if h.end == hit.end and h.entry.kind == hit.entry.kind)
        norm = self.tokens[hit.end - 1].norm
        return norm.endswith("ي") and any(f is not None and (f.number, f.state) == ("p", "c") for f in hits)

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

    def _some_of(self, part: Part, group: Part) -> Part:
        """A number of a group's members."""
        self._members(part, group)
        part.number, part.counted = "p", True
        return part

    def _members(self, part: Part, group: Part) -> None:
        """People of a group: what they have from it; changes `part`."""
        part.end, part.country, part.org = group.end, group.country, group.key or None
        if group.sectors:
            part.sectors = group.sectors
        part.definite = True

    def _qualities(self, part: Part, definite: bool, gender: str) -> bool:
        """Adjectives after a noun for people, of its `gender` where one is told of; whether there are none.

        `المحكمة | الصحفي`, `الوزير | المعارضة` are two. Changes `part`.
        """
        lone = True
        for _ in range(4):
            adjective = self.adjective(part.end, definite)
            if adjective is not None and part.country is None:
                part.end, part.country = adjective[0], adjective[1] or None
                part.org = adjective[2]
            elif (quality := self.hit(part.end, "quality", "former")) is not None and agrees(quality, definite, gender):
                if self._is_other(part, quality):
                    break
                part.end = quality.end
                if quality.entry.kind == "former":
                    part.former = True
                elif quality.entry.sector:
                    part.sectors = (quality.entry.sector,)
            else:
                break
            lone = False
        return lone

    def _is_other(self, part: Part, quality: Hit) -> bool:
        """Whether its ending shows that a quality is somebody else: `أردى شرطي مسلحا`, `ناشد الأسقف المسلحين`.

        Behind the verb that opens a sentence stands its subject, which no `ين` describes.
        """
        ending, feat = self.tokens[quality.end - 1].text.rstrip("\u064b"), quality.entry.feat
        many = feat is not None and feat.number == "p" and ending.endswith("ين")
        if many and part.number == "s" and not part.counted:
            return True
        if part.number == "p" and feat is not None and (feat.gender, feat.number) == ("m", "s"):
            return True  # `اعتقل الجنود | الصحفي`
        head, first = self.tokens[part.head].norm, squeeze(self.tokens[0].text)
        opens = part.start == part.head == 1 and not part.shift and first != self.tokens[0].norm  # an unreadable verb
        if many and opens and not head.endswith(("ون", "ين", "ات")) and first[:1] not in "وف":
            return True
        if ending.endswith("ا") and part.number == "p" and not part.counted:
            return True  # `سمم عملاء معارضا`
        return ending.endswith("ا") and not self.tokens[part.head].text.rstrip("\u064b").endswith(("ا", "ة", "ى", "ء"))

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
