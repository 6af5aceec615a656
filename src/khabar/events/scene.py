"""A scene: one sentence as the later stages see it, with its words, phrases, clauses and mentions together."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter

from khabar.events.lexicon import Support, noun_keys
from khabar.lexicon.words import word_list
from khabar.models.encoder import Encoded
from khabar.records import Mention, MentionKind, Quantity, Sentence, Span, Time
from khabar.text.apposition import tells_of_state
from khabar.text.arguments import Arguments
from khabar.text.characters import squeeze
from khabar.text.clauses import Clause, clauses_of
from khabar.text.complements import with_complements
from khabar.text.particles import particles
from khabar.text.phrases import AGENT, Phrase, describe, phrases_of, span_of
from khabar.text.tokens import Token
from khabar.text.verbs import Verbs
from khabar.text.words import Word, words_of


@dataclass(slots=True)
class Scene:
    """One sentence, read."""

    text: str
    sentence: Sentence
    words: list[Word]
    phrases: list[Phrase]
    clauses: list[Clause]
    mentions: Sequence[Mention]
    """All mentions of the article; `atoms` counts in them."""
    atoms: list[int]
    times: Sequence[Time] = ()
    quantities: Sequence[Quantity] = ()
    by_phrase: dict[int, Clause] = field(default_factory=dict)
    """Phrase index of a verb to its clause."""
    supports: Mapping[str, Sequence[Support]] = field(default_factory=dict)
    """The lexicon's support verbs, by verb key."""
    classes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The lexicon's word classes."""
    marks: Mapping[str, int] = field(default_factory=dict)
    """How many words of other domains (sport, accidents) stand in the sentence."""
    title_marks: Mapping[str, int] = field(default_factory=dict)
    """The same for the headline of the report."""
    report: bool = False
    """Whether the sentence stands in a report of several, and not alone."""
    encoded: Encoded | None = None
    """The whole report as the encoder has read it."""
    title: bool = False
    """Whether it is, or reads like, a headline (`events/alone.py`)."""
    excerpt: bool = False
    """Whether it stands alone and out of a text that is not at hand, so that nothing shows what it was about."""
    violent: frozenset[int] = frozenset()
    """Words that name violence as nouns, set when triggers are looked for."""
    letters: dict[str, float] | None = None
    """The weights of its groups of letters, once the judge has asked for them."""
    event_words: frozenset[int] = frozenset()
    """Words that name events as nouns, set when triggers are looked for."""
    own: Sequence[Mention] | None = None
    """The mentions that stand in it, once they are asked for (`inside`)."""
    unpeopled: set[Span] = field(default_factory=set)
    """What force was used on that is nobody: buildings, ways, stores, places that were taken."""
    apposed: set[Span] = field(default_factory=set)
    """Names and offices of those who are told of right before them, and nobody else."""

    @property
    def inside(self) -> Sequence[Mention]:
        """The mentions that stand in the sentence, in its order."""
        if self.own is None:
            self.own = mentions_in(self.mentions, self.sentence.span)
        return self.own

    @property
    def squeezed(self) -> str:
        """The words of the sentence, squeezed."""
        return squeeze(self.sentence.span.of(self.text))

    def span(self, phrase: Phrase) -> Span:
        """Where a phrase stands in the text, without its preposition, with the mark that closes a quotation in it."""
        span = span_of(self.words, phrase.inner, phrase.end)
        inside, after = span.of(self.text), self.text[span.end : span.end + 1]
        opens = _OPENING.get(after, "")
        left_open = inside.count(opens) > inside.count(after) if opens != after else inside.count(after) % 2
        if opens and left_open:
            return Span(span.start, span.end + 1)
        return span

    def words_at(self, span: Span) -> list[Word]:
        """The words of the sentence that a span holds, at least in part; the first word of the sentence where none."""
        first = bisect_right(self.words, span.start, key=_END)
        inside = self.words[first : bisect_left(self.words, span.end, first, key=_START)]
        return inside or [self.words[0]]

    def phrase(self, start: int, end: int, prep: str = "") -> Phrase:
        """The words `start` to `end` as a noun phrase of its own."""
        return describe(self.words, self.atoms, self.mentions, start, end, prep)

    def phrase_at(self, word: int) -> int:
        """The index of the phrase that holds a word, or -1."""
        return next((k for k, p in enumerate(self.phrases) if p.start <= word < p.end), -1)

    def list_start(self, k: int) -> int:
        """The index of the noun phrase to which `و` joins phrase `k`, through all between; `k` where none does."""
        while k > 0 and self.phrases[k].conj and not self.phrases[k].prep and self.phrases[k - 1].kind == "np":
            k -= 1
        return k

    def owner(self, start: int, end: int) -> Phrase:
        """The owner from word `start` on within a phrase that ends with `end`, without what describes the thing owned.

        `منازل الفلسطينيين | الواقعة غرب البلدة`: a feminine describes no men.
        """
        first, last = self.words[start], self.words[end - 1]
        things = last.kind == "adj" and last.definite and last.norm.endswith("ه") and first.norm.endswith("ين")
        return self.phrase(start, end - 1 if things and first.definite and end == start + 2 else end)

    def is_one_of(self, word: Word, kinds: Iterable[str]) -> bool:
        """Whether a word is of one of several classes of the lexicon."""
        keys = noun_keys(word.bare)
        return any(not self.classes[kind].isdisjoint(keys) for kind in kinds)

    def is_state(self, phrase: Phrase) -> bool:
        """Whether a phrase is the name of a place alone that stands for a state (`ستوكهولم`)."""
        number = self.atoms[phrase.head]
        mention = self.mentions[number] if number >= 0 else None
        if mention is None or not (phrase.inner == phrase.head or tells_of_state(self.words[phrase.inner], mention)):
            return False
        return mention.kind is MentionKind.PLACE and bool(mention.country) and mention.actor not in (None, "?place")

    def mention(self, phrase: Phrase) -> Mention:
        """The mention a noun phrase is: the one its head belongs to, widened to number and adjectives, or a new one."""
        if phrase.end - phrase.start > 2 and [w.norm for w in self.words[phrase.start : phrase.start + 2]] in _EACH_OF:
            phrase = self.phrase(phrase.start + 2, phrase.end)
        if phrase.end - phrase.inner > 1 and self.words[phrase.inner].norm in _HELD and self.atoms[phrase.inner] < 0:
            phrase = self.phrase(phrase.inner + 1, phrase.end)
        number = self.atoms[phrase.head]
        span = self.span(phrase)
        if number >= 0:
            found = self.mentions[number]
            if found.kind is MentionKind.NATIONALITY and phrase.number == "counted":
                # `13 عراقيا`: an adjective of a country that is counted stands for people.
                found = replace(found, kind=MentionKind.UNNAMED, sectors=found.sectors or ("CVL",))
            if phrase.complement and found.name is None and found.kind is MentionKind.GROUP:
                found = replace(found, kind=MentionKind.UNNAMED)
            if found.kind is MentionKind.GROUP and self._is_body(found, phrase):
                return _widened(found, span.cover(found.span), self.text)
            if found.kind is not MentionKind.UNNAMED:
                return found
            sided = self.words[phrase.start].norm == "من" and phrase.prep == AGENT
            span = Span(span.start, max(span.end, found.span.end)) if sided else span.cover(found.span)
            if found.country is None:
                # `جنود الاحتلال الإسرائيلي`: an adjective further on tells whose they are.
                inside = (self.mentions[m].country for m in phrase.mentions if not self._backs(m))
                found = replace(found, country=next((c for c in inside if c), None))
            return _widened(found, span, self.text)
        inner = [self.mentions[m] for m in phrase.mentions]
        owners = (self.mentions[m].country for m in phrase.mentions if not self._backs(m))
        country = next((c for c in owners if c), None)
        sectors = next((m.sectors for m in inner if m.sectors and m.kind is not MentionKind.PLACE), ())
        head = self.words[phrase.head]
        return Mention(
            span, span.of(self.text), MentionKind.UNNAMED, Span(head.start, head.end), country=country, sectors=sectors
        )

    def _backs(self, number: int) -> bool:
        """Whether a mention backs those it stands with, who are not its own (`المليشيات المدعومة من إيران`)."""
        first = self.words_at(self.mentions[number].span)[0].index
        before = [w.bare for w in self.words[max(first - 2, 0) : first]]
        return len(before) == 2 and before[1] in ("من", "قبل") and before[0].startswith("مدعوم")

    def _is_body(self, mention: Mention, phrase: Phrase) -> bool:
        """Whether a group that is only a noun with its article is told of with adjectives (`المجلس المحلي`)."""
        own = [i for i in range(phrase.inner, phrase.end) if self.atoms[i] == self.atoms[phrase.head]]
        first, words = self.words[phrase.inner], self.words[own[-1] + 1 : phrase.end]
        feminine = first.norm.endswith(("ه", "ات")) or phrase.gender == "f"
        adjectives = bool(words) and all(w.kind == "adj" and w.definite and _agrees(w, feminine) for w in words)
        alone = len(own) == 1 and first.definite
        forces = len(own) > 1 and first.bare in ("قوات", "قوه")  # `قوات حفظ السلام الأفريقية`
        return own[0] == phrase.inner and adjectives and (alone or forces)


_START, _END, _BEGINS = attrgetter("start"), attrgetter("end"), attrgetter("span.start")

_OPENS = attrgetter("sentence.span.start")

_OPENING = {"»": "«", "”": "“", '"': '"'}
"""The mark that opens a quotation, by the one that closes it."""

_HELD = frozenset(
    {"قبضه", "ايدي", "يد", "صفوف", "براثن", "صدور", "بث", "ترخيص", "رخصه", "تراخيص", "اعتماد", "سراح", "سبيل", "سفر"}
    | {"حصانه", "عضويه"}
)
"""Whose hands, ranks, licence or freedom they are is who takes part (`من قبضة المتمردين`, `سحب ترخيص القناة`)."""

_EACH_OF = (["كل", "من"], ["كلا", "من"])


def _agrees(adjective: Word, feminine: bool) -> bool:
    """Whether a definite adjective has the gender of the noun of a group (`الحزب الأخضر`, `الهيئة الناظمة`)."""
    ending = ("ه", "ي", "اء", "ا") if feminine else ("ه", "ين", "ات")
    return adjective.norm.endswith(ending) is feminine


def _widened(mention: Mention, span: Span, text: str) -> Mention:
    return mention if mention.span == span else replace(mention, span=span, text=span.of(text))


def mentions_in(mentions: Sequence[Mention], span: Span) -> list[Mention]:
    """Those of an article's mentions, sorted, that a span holds."""
    first = bisect_left(mentions, span.start, key=_BEGINS)
    last = bisect_left(mentions, span.end, first, key=_BEGINS)
    return [m for m in mentions[first:last] if m.span.end <= span.end]


def number_of(scenes: Sequence[Scene], span: Span) -> int | None:
    """Which sentence of an article holds a span, or None."""
    number = bisect_right(scenes, span.start, key=_OPENS) - 1
    return number if number >= 0 and scenes[number].sentence.span.contains(span) else None


def build_scene(
    text: str,
    sentence: Sentence,
    tokens: Sequence[Token],
    classes: Sequence[str],
    mentions: Sequence[Mention],
    verbs: Verbs,
    arguments: Arguments,
    times: Sequence[Time] = (),
    quantities: Sequence[Quantity] = (),
) -> Scene:
    """Read one sentence. `mentions` are all of the article's, sorted; times and quantities are the sentence's own."""
    atoms, starts = _atoms(tokens, sentence.span, mentions)
    words = words_of(tokens, classes, verbs, atoms, starts)
    _mark_people(words, atoms, mentions)
    _mark_numbers(words, atoms, quantities, mentions)
    _mark_times(words, atoms, times)
    _mark_coming(words, atoms)
    phrases = with_complements(words, atoms, phrases_of(words, atoms, mentions))
    clauses = clauses_of(words, phrases, verbs, arguments)
    return Scene(
        text, sentence, words, phrases, clauses, mentions, atoms, times, quantities, {c.index: c for c in clauses}
    )


def _mark_people(words: Sequence[Word], atoms: Sequence[int], mentions: Sequence[Mention]) -> None:
    """Nouns for people that the tagger takes for names are nouns where a genitive may follow.

    `على نازحي مأرب`, `لأسر ضحايا العبارة`; but `ألقى شبان الحجارة`.
    """
    governed = False
    for word in words:
        unnamed = atoms[word.index] >= 0 and mentions[atoms[word.index]].kind is MentionKind.UNNAMED
        before = words[word.index - 1] if word.index > 0 else None
        after_noun = before is not None and before.kind == "noun" and (governed or atoms[before.index] < 0)
        governed = bool(word.prep) or (before is not None and before.kind in ("prep", "num")) or after_noun
        number = atoms[word.index]
        if word.kind == "adj" and number >= 0 and mentions[number].kind is MentionKind.PLACE and not word.definite:
            word.kind = "noun"  # `عضوية مالي`
        if word.kind == "name" and unnamed and (governed or word.norm.endswith(("و", "ي"))):
            word.kind = "noun"
        many = unnamed and (mentions[atoms[word.index]].actor or "").split("|")[2:3]
        if word.kind == "adj" and many and many[0].endswith(("p", "d")) and word.norm.endswith(("و", "ي")):
            word.kind = "noun"  # `منكوبي الإعصار`


def _mark_numbers(
    words: Sequence[Word], atoms: Sequence[int], quantities: Sequence[Quantity], mentions: Sequence[Mention]
) -> None:
    """Number words count as numbers for the grammar, but not a dual, which is its own noun."""
    for quantity in quantities:
        inside = [w for w in words if quantity.span.start <= w.start and w.end <= quantity.span.end]
        if len(inside) == 1 and quantity.low == 2 and inside[0].norm.endswith(("ان", "ين", "ا", "ي")):
            continue
        after = next((w for w in words if w.token.start > quantity.span.end), None)
        if after is not None and after.kind == "adv" and after.token.text.endswith(("ا", "اً")) and not after.verb:
            # `ثمانية عشر حوثيا`: what is counted is no adverb.
            after.kind = after.kind if after.norm in particles().adverbs else "noun"
        for word in inside:
            small = word.kind in ("part", "adv", "conj", "link", "pron", "rel", "verb")
            if len(inside) > 2 and small and atoms[word.index] < 0:
                word.kind, word.verb = "num", None  # `ما بين 15 و20`, `ما لا يقل عن 16`
            number = atoms[word.index]
            unnamed = number >= 0 and mentions[number].kind is MentionKind.UNNAMED
            counts = unnamed and mentions[number].head.start > word.start
            if word.kind in ("noun", "adj", "name", "prep") and (number < 0 or counts or word.kind == "prep"):
                # `نحو ثلاثين`: what rounds a number off is no preposition.
                word.kind, word.prep = "num", "" if word.kind == "prep" else word.prep


def _mark_times(words: Sequence[Word], atoms: Sequence[int], times: Sequence[Time]) -> None:
    """Words of time are adverbs for the grammar, but not what an open span begins with (`منذ عودة ...`)."""
    for time in times:
        if time.kind == "open span":
            continue
        for word in words:
            inside = time.span.start <= word.start and word.end <= time.span.end
            if inside and word.verb is not None and word.index and words[word.index - 1].kind == "rel":
                continue  # `الذي يوليه الوزير` is no July
            if inside and atoms[word.index] < 0 and word.kind in ("noun", "adj", "num", "name", "verb"):
                word.kind, word.verb = "adv", None  # `3 أوت` is no verb


_COMING = word_list(__name__, "coming")


def _mark_coming(words: Sequence[Word], atoms: Sequence[int]) -> None:
    """What says whence somebody came is no noun for the grammar (`وصل إلى عمان قادما من بيروت وزير الخارجية`).

    Behind an indefinite noun it describes that (`فصيلا قادما من الغرب`).
    """
    for before, word, after in zip(words, words[1:], words[2:], strict=False):
        plain = before.kind in ("noun", "adj", "num") and not before.definite and atoms[before.index] < 0
        if word.norm in _COMING and after.norm == "من" and not plain and atoms[word.index] < 0:
            word.kind, word.verb = "adv", None


def _atoms(tokens: Sequence[Token], span: Span, mentions: Sequence[Mention]) -> tuple[list[int], list[int]]:
    """For each token the number of its mention or -1, and where that mention starts."""
    atoms, starts = [-1] * len(tokens), [0] * len(tokens)
    first = bisect_left(mentions, span.start, key=_BEGINS)
    for number in range(first, bisect_left(mentions, span.end, first, key=_BEGINS)):
        mention = mentions[number]
        if mention.kind is MentionKind.PRONOUN:
            continue
        for i in range(bisect_right(tokens, mention.span.start, key=_END), len(tokens)):
            if tokens[i].start >= mention.span.end:
                break
            atoms[i] = number
            starts[i] = mention.span.start
    return atoms, starts
