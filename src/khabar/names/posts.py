"""Posts told in full before a name: `مدير شرطة منطقة القصيم اللواء سالم الحربي`, `منسقة الجمعية ليلى البنا`.

What lies between the head noun and the name may be any nouns, adjectives and places; a verb, a preposition that no post
has, or somebody else's title ends the search, and without a name at its end there is no post.
"""

from __future__ import annotations

from dataclasses import replace

from khabar.lexicon.words import word_list
from khabar.names.index import QUOTES, heads
from khabar.names.parts import Part, articled
from khabar.names.proper import ProperNames
from khabar.names.trimmed import describes_thing
from khabar.text.characters import squeeze
from khabar.text.features import verb_kinds
from khabar.text.particles import particles
from khabar.text.wordlist import VERBAL_NOUN, known_word

_LONGEST = 14
_WITHIN = word_list(__name__, "within")

_OVER = word_list(__name__, "over")

_WHEN = word_list(__name__, "when")


_SOVEREIGN = frozenset({"president", "king", "emir", "sultan"})
"""Offices that with the article alone are somebody else's than an adviser's."""


def _is_noun(word: str) -> bool:
    """Whether a word is a noun, as print uses it with the article, or by its shape (`الفرع`, `فرع`, `تحفيظ`)."""
    if articled(word) or known_word("ال" + word) > 0:
        return True
    return (known_word(word) > 0 or VERBAL_NOUN.match(word) is not None) and not verb_kinds(word)


class Posts(ProperNames):
    """The posts of one sentence."""

    def post(self, i: int, title: Part | None) -> Part | None:
        """A post that begins at `i` and is told in more words than the lexicon's `title`, if a name is behind it."""
        if title is not None and title.rank:
            return self._honoured(i, title)
        if title is not None and title.former:
            return None
        shift = title.shift if title is not None else self._head(i)
        if shift is None:
            return None
        start = title.end if title is not None else i + 1
        country = title.country if title is not None else None
        quoted, named = False, start
        for j in range(start, min(len(self.tokens), start + _LONGEST)):
            if j < named:
                continue  # `مركز الملك سلمان للإغاثة`: what a body is named after is nobody else
            opens = self.tokens[j - 1].norm in QUOTES
            if j > start and (opens or not quoted) and (self._begins_name(j) or self._is_seat(start, j)):
                return self._made(i, j, shift, title, country)
            quoted ^= self.tokens[j].norm in QUOTES
            if not quoted and not self._is_within(j) and not (j == start and self._is_seat(start, j + 1)):
                return None
            known = self.grammar.hit(j, "actor", shift=None)
            named = known.end if known is not None else j
            if country is None and (adjective := self.grammar.adjective(j, True)) is not None:
                country = adjective[1] or None
        return None

    def _honoured(self, i: int, title: Part) -> Part | None:
        """A post behind a word of courtesy (`معالي رئيس ديوان المظالم الدكتور سالم حمد`)."""
        courtesy = title.end == i + 1 and not articled(self.tokens[i].norm[title.shift :])
        post = self.post(title.end, None) if courtesy and title.end < len(self.tokens) else None
        return replace(post, start=i, shift=title.shift) if post is not None and not post.shift else None

    def courteous(self, i: int) -> Part | None:
        """An office right behind a word of courtesy or rank, and no name: one person (`المستشار النائب العام`)."""
        words = self.index.words["courtesies"]
        shift = next((s for s, _, word in heads(self.tokens[i].norm) if word in words), None)
        office = self.grammar.title(i + 1, first=False) if shift is not None and i + 1 < len(self.tokens) else None
        if shift is None or office is None or office.rank or not (office.definite or office.org or office.country):
            return None
        named = self.name(self.past_mark(office.end), titled=True) is not None
        alone = office.key in _SOVEREIGN and office.end == i + 2  # `دعا المستشار الرئيس إلى`
        return None if named or alone else replace(office, start=i, shift=shift)

    def _head(self, i: int) -> int | None:
        """How many letters before a noun for who holds a post are clitics; None where there is no such noun."""
        if describes_thing(self.tokens, i):
            return None  # `تصريحات غير المسؤولة لنائب الرئيس`
        posts, text = self.index.words["posts"], self.tokens[i].text
        if text.endswith("ى") or "أمر" in text:
            return None  # `والى`, and `أمر ملكي` is an order, no `آمر`
        for shift, _, word in heads(self.tokens[i].norm):
            if word.removeprefix("ال") in posts:
                return shift
        return None

    def _begins_name(self, j: int) -> bool:
        """Whether somebody's name begins at `j`, as far as rank, lexicon or tagger show."""
        rank = self.grammar.title(j, first=False)
        if rank is not None:
            return rank.rank and self._is_borne(rank.end)
        if self.tags is not None and self.tags[j] == "B-PER" and not self.tokens[j].norm.startswith("ال"):
            return self.name(j, titled=True) is not None
        if any(h.entry.kind == "person" and h.shift == 0 and h.end > j + 1 for h in self.hits[j]):
            return True
        norm = self.tokens[j].norm
        plain = articled(norm) or known_word("ال" + norm) > 0
        if plain and not articled(norm) and norm in self.index.common_given and j + 1 < len(self.tokens):
            return self.tags is not None and self.tags[j] == "B-PER" and self._goes_on(j + 1)  # `نبيل تكر`
        return norm in self.index.common_given and not plain and self.follows_given(j + 1)

    def _is_borne(self, end: int) -> bool:
        """Whether a name stands behind a rank, or behind one more (`الشيخ الدكتور سالم الحربي`)."""
        if self.name(self.past_mark(end), titled=True) is not None:
            return True
        more = self.grammar.title(end, first=False) if end < len(self.tokens) else None
        return more is not None and more.rank and self.name(self.past_mark(more.end), titled=True) is not None

    def past_mark(self, end: int) -> int:
        """Where the name behind a rank begins: past a stroke (`المدعو / سالم`), or the stop of a short one (`د.`)."""
        mark = self.tokens[end].norm if end < len(self.tokens) else ""
        marked = mark == "/" or (mark == "." and len(self.tokens[end - 1].norm) < 3)
        return end + int(marked and self.grammar.hit(end - 1, "rank", shift=None) is not None)

    def _is_seat(self, start: int, j: int) -> bool:
        """Whether the tagger takes a governor's town for the first word of his name (`معتمد جوهرة سمير زازا`)."""
        if self.tags is None or j != start + 1 or j + 1 >= len(self.tokens) or start == 0:
            return False
        governs = self.tokens[start - 1].norm.lstrip("و").removeprefix("ال") in self.index.words["of_towns"]
        return governs and [*self.tags[start : j + 2]] == ["B-PER", "I-PER", "I-PER"]

    def _is_within(self, j: int) -> bool:
        """Whether a word can be part of a post."""
        token = self.tokens[j]
        norm = token.norm
        if norm in QUOTES or norm in _WITHIN or norm.startswith("باسم"):
            return True  # `المتحدث باسمهم`
        if norm == "علي" and {t.norm.lstrip("وبل") for t in self.tokens[max(j - 2, 0) : j]} & _OVER:
            return True  # `المشرف العام على المركز`
        before, kinds = self.tokens[j - 1].norm, self.index.words["of_places"]
        if token.kind == "word" and (before in kinds or (before[0] == "ب" and before[1:] in kinds)):
            return norm not in particles().prepositions  # `عضو مجلس محافظة نينوى`, `مدير الصحة بمنطقة تبوك`
        if token.kind != "word" or norm in particles().prepositions:
            return False
        if norm in particles().complementizers or norm in particles().pronouns:
            return False
        if self.grammar.hit(j, "counterpart", "both", "honorific", "owned", shift=None) is not None:
            return False
        if self._is_somebody(j):
            return False
        owned = token.text.endswith(("ه", "ها")) and (self.tokens[j - 1].norm in _WITHIN or norm.startswith("ب"))
        if owned or norm in _WHEN:
            return False  # `استقبل أمير المنطقة في مكتبه أمس مدير الجامعة`
        if self.tags is not None and self.tags[j].endswith(("LOC", "ORG")):
            return True
        if self.grammar.hit(j, "state", "capital", "actor", shift=None) is not None:
            return True
        return any(_is_noun(word) for _, _, word in heads(norm))

    def _is_somebody(self, j: int) -> bool:
        """Whether somebody else is told of at `j`: an office, or a definite noun for one person."""
        if self.tokens[j].norm.startswith("ب") and self._head(j) == 1:
            return True  # `اجتمع مدير الشرطة بقائد القوة اللواء سالم`
        title = self.grammar.title(j, first=self.tokens[j].norm.startswith("و"))
        if title is not None and not title.rank and (title.shift > 0 or articled(self.tokens[j - 1].norm)):
            return True
        noun = self.grammar.hit(j, "noun", shift=None)
        if noun is None or noun.entry.feat is None or noun.entry.feat[1:] != ("s", "d"):
            return False
        deed = squeeze(noun.entry.value) in self.index.words["verbal_feminine"]
        return not (deed and noun.entry.feat.gender == "f")  # `رئيس ديوان المراقبة سالم الحربي`

    def _made(self, i: int, j: int, shift: int, title: Part | None, country: str | None) -> Part:
        """The post of tokens `i` to `j`."""
        words = " ".join(t.norm for t in self.tokens[i:j] if t.norm not in QUOTES)[shift:]
        printed = " ".join(t.text for t in self.tokens[i:j])
        sectors = self.index.fields.of(printed) or (title.sectors if title is not None else ())
        definite = title.definite if title is not None else True
        key = title.key if title is not None and title.key else f"post {words}"
        return Part(i, j, shift, key, country, sectors, core=j, definite=definite)
