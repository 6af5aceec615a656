"""Proper names of people in one sentence: where a name begins and ends, by the lexicon, the tagger and given names."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.lexicon.words import word_list
from khabar.names.grammar import Grammar
from khabar.names.index import Hit
from khabar.names.learned import Learned
from khabar.names.parted import disagrees, takes_somebody
from khabar.names.parts import TANWIN, articled
from khabar.text.characters import squeeze
from khabar.text.clitics import clitic_cut
from khabar.text.features import verb_kinds
from khabar.text.nouns import LET_GO
from khabar.text.particles import is_that, particles
from khabar.text.tokens import Token
from khabar.text.wordlist import VERBAL_NOUN, known_word

_NOT_NAMES = word_list(__name__, "not_names")
_NEVER = word_list(__name__, "never")
_NO_HEADS = word_list(__name__, "no_heads")
_LINKS = word_list(__name__, "links")


def _is_told(token: Token) -> bool:
    """Whether a word can be a finite verb, or a noun with a pronoun, as names seldom are (`والي الجهة هاتفه ووعده`)."""
    return token.text.endswith(("ه", "ها", "هم")) or bool(verb_kinds(token.norm))


def _is_deed(norm: str) -> bool:
    """Whether a word is an indefinite verbal noun in the accusative, an object (`أجرى الرئيس التشادي اتصالا`)."""
    stem = norm.removesuffix("ا")
    return stem != norm and VERBAL_NOUN.match(stem) is not None and known_word("ال" + stem) > _COMMON


_COMMON = 5
"""How often print shows such a noun at the least."""


_OFFERED = word_list(__name__, "offered")


class ProperNames:
    """One sentence with what the index, the grammar and the tagger found in it."""

    def __init__(self, report: Learned, tokens: Sequence[Token], tags: Sequence[str] | None) -> None:
        self.report = report
        self.index = report.index
        self.tokens = tokens
        self.tags = tags
        found = self.index.scan(tokens)
        self.hits = [() if t.text in _NO_HEADS else hits for t, hits in zip(tokens, found, strict=True)]
        self.grammar = Grammar(tokens, self.hits, tags, self.index)
        self.grammar.seen = report.groups

    def name(self, i: int, titled: bool) -> tuple[int, int, list[str]] | None:
        """The proper name at `i`: (end, letters of clitics, ids of the people of the lexicon who bear it)."""
        if i >= len(self.tokens):
            return None
        p, norm = particles(), self.tokens[i].norm
        known = any(h.entry.kind == "person" and h.end > i + 1 for h in self.hits[i])
        ali = self.tokens[i].text == "علي"
        if (norm in p.complementizers or norm in p.pronouns or (norm in p.prepositions and not ali)) and not known:
            return None  # `صرح مدير المستشفى بأن`: no Ban; `لقاء الوزير دون نتيجة`: no Don
        if titled and _is_deed(norm):
            return None
        end, shift, ids = i, 0, list[str]()
        tagged = i if not titled and self._is_left_over(i) else self.tagged_end(i, "PER")
        for hit in self.hits[i]:
            if hit.entry.kind == "person" and (not titled or hit.shift == 0) and hit.end >= end:
                if hit.end == i + 1 and not self._sure_surname(i, hit, titled, tagged):
                    continue
                if hit.end > end:
                    end, shift, ids = hit.end, hit.shift, []
                if hit.shift == shift:
                    ids.append(hit.entry.value)
        known_end = end
        if tagged > end:
            shift = shift if ids else (0 if titled else self.clitic(i))
            end = max(tagged, self._given_end(i) if titled and self.tokens[i].text == "علي" else i)
        if end == i and titled:
            end = max(self._given_end(i), self._mistagged_end(i), self._unknown_end(i))
        if end == i and not titled and self._given_before(i):
            end = self.tagged_end(i + 1, "PER")
        if end == i and not titled and self._faces_state(i) and self._is_no_word(i):
            end = i + 1
        if end == i and titled and i + 1 < len(self.tokens) and articled(self.tokens[i].norm) and self._surname(i + 1):
            end = i + 2  # `وزير الإعلام الطيب البشاري`
        if end == i or (titled and not ids and self._is_state(i, end)):
            return None  # `دعا الأمين العام إسرائيل إلى`
        end = self._linked(end)
        while end > i + 1 and (self.tokens[end - 1].text.startswith("بإ") or self.tokens[end - 1].norm in _OFFERED):
            end -= 1  # `طالب النائب سعيد الحربي بإقالة الوزير`, `نقل الأمير فهد التعازي`
        if titled and end == i + 1 and end < len(self.tokens) and self._goes_on(end):
            end += 1
        given = end == i + 1 and self.tokens[i].norm in self.index.common_given
        if given and end < len(self.tokens) and self.tokens[end].kind == "word" and self._full_name(i):
            end += 1
        if ids and end > known_end:
            # One word of the lexicon inside a longer name is somebody else's name.
            full = self.index.lookup(" ".join(t.norm for t in self.tokens[i:end]), "person")
            ids = list(full) or (ids if known_end > i + 1 else [])
        return end, shift, ids

    def _is_state(self, i: int, end: int) -> bool:
        """Whether what looks like a name is one word, a state's name alone, which is nobody's behind a title."""
        return end == i + 1 and any(h.entry.kind == "state" and h.end == end and not h.shift for h in self.hits[i])

    def _full_name(self, i: int) -> bool:
        """Whether the report has told before of somebody by the given name at `i` and the word after it."""
        if self.tokens[i + 1].norm in particles().complementizers:
            return False  # `وأوضح سيف ان`
        return self.report.knows(self.tokens[i].norm) and self.report.knows(self.tokens[i + 1].norm)

    def _sure_surname(self, i: int, hit: Hit, titled: bool, tagged: int) -> bool:
        """Whether one word is here somebody's name: after a title, tagged so, or told in full before."""
        if titled or self.tags is None or tagged > i or (self._faces_state(i) and not hit.shift):
            return True
        norm = self.tokens[i].norm
        if articled(norm) and norm.endswith("ي") and known_word(norm) == known_word(norm[2:]) == 0 and not hit.shift:
            return True  # `المرزوقي`
        full = self.index.known[hit.entry.value].actor.name_ar.split()
        return self.report.knows(squeeze(full[-1])) and squeeze(full[0]) in self.report.name_words

    def tagged_end(self, i: int, kind: str) -> int:
        """The end of the tagger's name of a kind that begins at `i`, or `i`; a title inside ends it."""
        if self.tags is None or not self.tags[i].endswith(kind) or self.tokens[i].kind == "punct":
            return i
        steps = self.index.words["steps"]
        no_name = particles().complementizers | steps | (particles().prepositions if kind == "PER" else frozenset())
        state = self.grammar.hit(i, "state", "capital")
        none = self.tokens[i].norm in no_name and not (kind == "PER" and self._is_ali(i) and self._named_on(i))
        none = none or self.tokens[i].norm in LET_GO  # `أخلي سبيل المتهم`: the tagger takes it for his name
        if is_that(self.tokens[i].text) or none or self.tokens[i].text in _NO_HEADS or _is_deed(self.tokens[i].norm):
            return i
        if kind == "PER" and articled(self.tokens[i].norm) and self.grammar.hit(i, "body", "kind"):
            return i  # `الحكومة`
        if kind == "ORG" and self.tags[i] == "I-ORG" and "I-ORG" not in self.tags[i + 1 : i + 2]:
            return i  # the one word that is left of a name that ended before (`كتلة الجنوب | المرسوم`)
        if state and self.grammar.hit(state.end, "state", "capital"):
            return i  # `اتهمت كييف موسكو`: two, whatever the tagger says
        if kind == "PER" and self._is_surname_alone(i):
            return i + 1
        j = i + 1
        while j < len(self.tokens) and self.tags[j] == f"I-{kind}":
            if kind == "PER" and self.grammar.hit(j, "office", "rank") and len(self.tokens[j].norm) > 3:
                break
            if self.tokens[j].norm in steps:
                break  # `دعا القوى السياسية للمشاركة`
            if kind == "PER" and (self._is_next(j) or _is_deed(self.tokens[j].norm) or self._is_state_told(i, j)):
                break
            if kind == "PER" and j > i + 1 and (self._is_body(j) or self._are_others(j)):
                break  # `اتهم عبد السلام الجيش بقصف القرى`
            if kind == "PER" and j > i + 1 and (self.tokens[j].norm in self.index.words["sites"] or self._is_over(j)):
                break  # `زار محمد حسين طنطاوي الميدان`
            if self.tokens[j].norm in particles().prepositions | particles().complementizers and not self._is_ali(j):
                break
            if kind == "ORG" and j > i + 1 and self.tokens[j].norm.startswith("ال") and self.grammar.hit(j, "body"):
                break  # `حزب الجماعة الإسلامية الحكومة`: another body begins
            if kind == "ORG" and j > i + 1 and self._names_people(j):
                break  # `حزب باستيف السنغاليين`: people whom it speaks to
            if kind == "ORG" and (self.grammar.begins_another(j) or disagrees(self.tokens, i, j)):
                break
            j += 1
        return j

    def _is_surname_alone(self, i: int) -> bool:
        """Whether a surname that the lexicon knows stands alone behind a verb, and another name behind it.

        `وصف نتنياهو عباس بالكاذب`, `دعا الغنوشي المرزوقي`: a given name does not stand behind the surname.
        """
        if i == 0 or i + 1 >= len(self.tokens) or self.tags is None or self.tags[i + 1] != "I-PER":
            return False
        hits = [h for h in self.hits[i] if h.entry.kind == "person"]
        verb = squeeze(self.tokens[i - 1].text)
        if not hits or any(h.end > i + 1 or h.shift for h in hits) or not verb_kinds(verb):
            return False
        given = self.tokens[i].norm in self.index.common_given
        return self._is_known_name(i + 1) and (not given or (takes_somebody(verb) and self._is_famous(i + 1)))

    def _is_state_told(self, i: int, j: int) -> bool:
        """Whether `j` ends a name behind a verb and is a state or a capital (`طالب لافروف | واشنطن بوقف الغارات`).

        Behind a given name it may be the surname.
        """
        hit = self.grammar.hit(j, "state", "capital")
        behind = self.tags[hit.end : hit.end + 1] if hit is not None and self.tags is not None else []
        if hit is None or i == 0 or any("PER" in tag for tag in behind):
            return False
        last = self.tokens[j - 1].norm
        if last in self.index.common_given or last in _LINKS or last == "عبد":
            return False
        return bool(verb_kinds(squeeze(self.tokens[i - 1].text)))

    def _faces_state(self, i: int) -> bool:
        """Whether a word stands between a verb that takes somebody and a state (`طالب لافروف واشنطن بوقف الغارات`)."""
        if i == 0 or not takes_somebody(squeeze(self.tokens[i - 1].text)):
            return False
        return i + 1 < len(self.tokens) and self.grammar.hit(i + 1, "state", "capital") is not None

    def _is_no_word(self, i: int) -> bool:
        """Whether print knows a plain word as nothing but somebody's name."""
        norm = self.tokens[i].norm
        plain = self.tokens[i].kind == "word" and len(norm) > 4 and not (articled(norm) or self.hits[i])
        return plain and not clitic_cut(norm, "NOUN")[4] and known_word(norm) == known_word("ال" + norm) == 0

    def _is_famous(self, i: int) -> bool:
        """Whether a word is a surname by which the lexicon knows somebody."""
        return any(h.entry.kind == "person" and h.end == i + 1 for h in self.hits[i])

    def _is_known_name(self, i: int) -> bool:
        """Whether a word is a name that the lexicon has: somebody's surname, a family's or a given name."""
        norm = self.tokens[i].norm
        return self._is_famous(i) or norm in self.index.family or norm in self.index.common_given

    def _is_body(self, j: int) -> bool:
        """Whether a word with the article is a common one for a body or group, and no part of a name."""
        norm = self.tokens[j].norm
        common = articled(norm) and self.tokens[j - 1].norm != "عبد" and known_word(norm) > _COMMON
        return common and norm not in self.index.family and self.grammar.hit(j, "body", "kind") is not None

    def _are_others(self, j: int) -> bool:
        """Whether a word is definite people in the plural, or one man in the accusative (`شكرت سعاد عمر | شابا`)."""
        hit = self.grammar.hit(j, "noun", shift=0)
        feat, text = (hit.entry.feat, self.tokens[j].text) if hit is not None else (None, "")
        if feat is None or self.tokens[j].norm in self.index.family:
            return False
        return (feat.number, feat.state) == ("p", "d") or (feat.state == "i" and text.endswith(("ا", "اً")))

    def _is_left_over(self, i: int) -> bool:
        """Whether the tagger's name began before `i` and was cut there, and the word is no name that is known."""
        if i > 1 and self._is_surname_alone(i - 1):
            return False
        inside = self.tags is not None and self.tags[i] == "I-PER" and i > 0
        norm = self.tokens[i].norm
        return inside and norm not in self.index.common_given and not self.report.knows(norm)

    def _named_on(self, i: int) -> bool:
        """Whether the tagger goes on with a name behind the word at `i`."""
        return self.tags is not None and i + 1 < len(self.tokens) and self.tags[i + 1] == "I-PER"

    def _goes_on(self, j: int) -> bool:
        """Whether behind a title and one word of a name stands its second: a family's name, or no word of print."""
        if self._surname(j) or self._is_family(j):
            return True
        norm = self.tokens[j].norm
        if self.tokens[j].kind != "word" or len(norm) < 3 or articled(norm) or self.hits[j] or norm[0] in "يبلفك":
            return False
        rest = norm[1:] if norm[0] == "و" else norm
        if (_is_told(self.tokens[j]) and norm[0] != "ت") or TANWIN & set(self.tokens[j].text):
            return False
        if norm[0] == "ت" and self.tokens[max(j - 2, 0)].norm.endswith("ه"):
            return False  # `الوزيرة سعاد تتفقد`
        if norm.endswith("ا") and VERBAL_NOUN.match(norm[:-1]):
            return False
        return all(known_word(w) == 0 for w in (norm, rest, "ال" + rest))  # `غازي وزني`, `نبيل تكر`

    def _is_next(self, j: int) -> bool:
        """Whether `و` brings in another title, and with it the next name (`سالم حمد والشيخ ناصر الدبعي`).

        So does `و` with the adjective of a country (`نظيريه السعودي سالم حمد والمصري كريم فهمي`).
        """
        norm = self.tokens[j].norm
        if norm.startswith("وال") and self.grammar.hit(j, "adj", shift=1) is not None:
            return True
        title = norm.startswith("وال") and self.grammar.hit(j, "office", "rank", shift=1) is not None
        return title and j + 1 < len(self.tokens) and self.tags is not None and self.tags[j + 1] == "I-PER"

    def _is_over(self, j: int) -> bool:
        """Whether a name has closed before `j` with a family's name, and a noun follows (`الحربي ضيف البرنامج`)."""
        before, norm = self.tokens[j - 1].norm, self.tokens[j].norm
        closed = articled(before) and before.endswith("ي")
        if not closed or articled(norm) or norm in _LINKS or self.report.knows(norm):
            return False
        return known_word(norm) > 0 and norm not in self.index.common_given

    def _unknown_end(self, i: int) -> int:
        """After a title: the end of two words, neither of which print knows (`النائبة صابرين القوبنطيني`), or `i`."""
        words = self.tokens[i : i + 2]
        if len(words) < 2 or any(t.kind != "word" or len(t.norm) < 4 for t in words) or articled(words[0].norm):
            return i
        if self.hits[i] or self.hits[i + 1] or any(clitic_cut(t.norm, "NOUN")[4] or _is_told(t) for t in words):
            return i
        rare = 2 if self._surname(i + 1) else 0
        first = known_word(words[0].norm) <= rare and known_word("ال" + words[0].norm) == 0
        return i + 2 if first and known_word(words[1].norm) == known_word("ال" + words[1].norm) == 0 else i

    def _given_before(self, i: int) -> bool:
        """Whether a given name that no noun of print is stands before what is tagged as a name (`منال عبدالصمد`)."""
        norm = self.tokens[i].norm
        if i + 1 >= len(self.tokens) or norm not in self.index.common_given or self.hits[i]:
            return False
        return known_word("ال" + norm) == 0 and self.tags is not None and self.tags[i + 1] == "B-PER"

    def _surname(self, j: int) -> bool:
        """Whether a word with the article is one that print knows as no other: a family's name."""
        norm = self.tokens[j].norm
        unknown = known_word(norm) == 0 and known_word(norm[2:]) == 0
        return articled(norm) and norm.endswith("ي") and len(norm) > 5 and unknown and not self.hits[j]

    def _is_family(self, j: int) -> bool:
        """Whether a word is a family's name of the lexicon, and here no adjective of a country nor a common noun."""
        norm = self.tokens[j].norm
        if norm not in self.index.family or not articled(norm) or known_word(norm) > 15:
            return False
        return self.grammar.hit(j, "adj", "people", "shared") is None

    def _names_people(self, j: int) -> bool:
        """Whether a word is a definite sound plural of people (`السنغاليين`)."""
        hit = self.grammar.hit(j, "people", "adj", "noun")
        sound = self.tokens[j].norm.startswith("ال") and self.tokens[j].norm.endswith(("ين", "ون"))
        return sound and hit is not None

    def clitic(self, i: int) -> int:
        """How many letters of the first word of a tagged name are clitics."""
        norm = self.tokens[i].norm
        if norm[:1] not in "وفبلك" or len(norm) < 4 or self.report.knows(norm):
            return 0
        bare = norm[1:]
        if norm[0] == "ب" and known_word("ال" + bare) > 1 and known_word("ال" + norm) == 0:
            return 1
        if self.report.knows(bare) or bare in self.report.tagged or (norm[1:3] == "ال" and len(norm) > 5):
            return 1
        if norm[0] in "وف" and norm[1] in "بلك" and self.report.knows(norm[2:]):
            return 2
        return 1 if norm.startswith("لل") and len(norm) > 5 else 0

    def _given_end(self, i: int) -> int:
        """After a title: the end of a name that begins with a given name, or `i`."""
        token = self.tokens[i]
        if token.kind != "word" or token.norm not in self.index.common_given or token.text in _NEVER:
            return i
        j = i + 1
        while j < len(self.tokens) and j < i + 4 and self.follows_given(j):
            j += 1
        return j

    def _mistagged_end(self, i: int) -> int:
        """After a title: the end of two or three plain words that the tagger takes for a group or place, or `i`."""
        if self.tags is None or self.tags[i] not in ("B-ORG", "B-LOC") or self.hits[i]:
            return i
        j = i + 1
        while j < len(self.tokens) and self.tags[j].startswith("I-"):
            j += 1
        plain = all(not t.norm.startswith(("ال", "لل")) and t.kind == "word" for t in self.tokens[i:j])
        return j if plain and 2 <= j - i <= 3 else i

    def follows_given(self, i: int) -> bool:
        """Whether a word after a given name goes on with the name."""
        if i >= len(self.tokens):
            return False
        token = self.tokens[i]
        if token.kind != "word" or token.norm in _NOT_NAMES:
            return False
        if token.norm in _LINKS:
            return True
        if self.grammar.hit(i, "mod", "office") is not None and self.grammar.title(i, first=False) is not None:
            return False  # `الأمير فهد بن سعد أمير منطقة تبوك`
        if self.report.knows(token.norm) or (
            token.norm in self.index.common_given and self.grammar.hit(i, "rank", "noun") is None
        ):
            return True
        if self._surname(i) or self._is_family(i):
            return True
        if self.hits[i] or len(token.norm) < 3 or self.tokens[i - 1].norm not in self.index.common_given:
            return False
        if self.tags is not None and (known_word(token.norm) > 0 or known_word("ال" + token.norm) > 0):
            return False
        return token.norm[0] not in "ويت" and token.norm[1:3] != "ال" and not token.norm.startswith(("ال", "لل"))

    def _is_ali(self, j: int) -> bool:
        """Whether `علي` after a name is part of it: the report writes `على` for the preposition, or no noun follows."""
        if self.tokens[j].text != "علي":
            return False
        after = self.tokens[j + 1] if j + 1 < len(self.tokens) else None
        if after is not None and self._named_on(j) and (self._surname(j + 1) or self._is_family(j + 1)):
            return True  # `مرزوق علي الغانم`
        return self.report.dots or after is None or after.norm in particles().complementizers or after.kind == "punct"

    def _linked(self, end: int) -> int:
        """The end of a name with `بن X`, `آل X`, `علي` after it."""
        while end < len(self.tokens) and self._is_ali(end):
            end += 1
            if end < len(self.tokens) and (self._surname(end) or self._is_family(end)):
                return end + 1  # `مرزوق علي الغانم`
        slave = end < len(self.tokens) and self.tokens[end - 2].norm == "عبد" and articled(self.tokens[end].norm)
        rare = slave and not self.hits[end] and known_word(self.tokens[end].norm) == 0
        if rare and not self.tokens[end].norm.endswith(("ه", "ين", "ون")):
            return end + 1  # `عبد القادر المرتضى`
        if end < len(self.tokens) and self.tokens[end - 1].norm in ("بن", "ال", "عبد", "ابو", "ابي"):
            end += 1
        while end + 1 < len(self.tokens) and self.tokens[end].norm in ("بن", "ال", "بنت"):
            end += 2
            if self.tokens[end - 1].norm == "عبد" and end < len(self.tokens):
                end += 1
        return end
