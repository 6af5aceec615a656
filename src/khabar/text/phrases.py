"""Phrases: noun phrases with the preposition that governs them, verb groups, and the words that part clauses.

The rules of a noun phrase are those of any grammar of written Arabic (Ryding, *A Reference Grammar of Modern Standard
Arabic*, 2005, chapters 8 to 11): an idafa is closed by a definite noun, a name or a pronoun; an adjective agrees in
definiteness; a title stands before its name; a number before what it counts. Names are settled before and count as one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from khabar.records import Mention, MentionKind, Span
from khabar.text.finite import NOMINAL
from khabar.text.marks import bracketed, is_short_quote, scare_quotes
from khabar.text.nouns import describes, form_of, full_plural, is_accusative, possessed
from khabar.text.particles import particles
from khabar.text.verbs import Reading
from khabar.text.wordlist import VERBAL_NOUN
from khabar.text.words import Word


@dataclass(slots=True)
class Phrase:
    """A run of words; `start` and `end` count words of the sentence, `end` excluded."""

    kind: str
    """`np`, `verb`, `comp`, `rel`, `link`, `adv`, `stop` (punctuation that parts) or `comma`."""
    start: int
    end: int
    head: int
    prep: str = ""
    """The preposition that governs a noun phrase, squeezed, or nothing."""
    conj: bool = False
    """Whether `و` or `أو` ties it to what stands before."""
    gender: str = ""
    number: str = ""
    case: str = ""
    """`nom` or `acc` where the ending shows it."""
    definite: bool = False
    person: bool = False
    """Whether its head is a mention of people or groups."""
    mentions: tuple[int, ...] = ()
    """Numbers of the mentions inside."""
    verb: Reading | None = None
    negated: str = ""
    """The negating particle before a verb."""
    particles: tuple[str, ...] = ()
    """`قد`, `سوف` and the like before a verb."""
    suffix: str = ""
    """A pronoun that the preposition or complementizer carries."""
    possessed: bool = False
    """Whether its head carries a pronoun (`حاسوبه`)."""
    complement: bool = False
    """Whether an adjective in it takes a complement behind a preposition (`القوات الموالية للحكومة`)."""
    first: int = -1
    """The first word of the noun phrase itself, behind its preposition; -1 where that is `start`."""

    @property
    def inner(self) -> int:
        """Where the noun phrase begins, without the words that make its preposition."""
        return self.start if self.first < 0 else self.first


_AGENTS = {("علي", "يد"), ("علي", "ايدي"), ("من", "قبل"), ("من", "جانب")}


AGENT = "agent"
"""The `prep` of the phrase after `على يد`, `من قبل`, `من جانب`, `بيد`: who does what a passive tells."""


@dataclass(slots=True)
class _State:
    """What the scan of one sentence has so far."""

    words: Sequence[Word]
    atoms: Sequence[int]
    mentions: Sequence[Mention]
    phrases: list[Phrase] = field(default_factory=list)


def phrases_of(words: Sequence[Word], atoms: Sequence[int], mentions: Sequence[Mention]) -> list[Phrase]:
    """The phrases of one sentence, left to right in reading order.

    `atoms[i]` is the number in `mentions` of the mention that word `i` is part of, or -1.
    """
    state = _State(words, atoms, mentions)
    skip = [a or b for a, b in zip(bracketed(words), scare_quotes(words), strict=True)]
    i = 0
    while i < len(words):
        if skip[i] and atoms[i] < 0:
            i += 1
            continue
        i = _step(state, i, skip)
    return state.phrases


def _step(state: _State, i: int, skip: Sequence[bool]) -> int:
    """Take the phrase that begins at word `i`; the index after it."""
    word = state.words[i]
    if state.atoms[i] < 0:
        if word.kind == "punct":
            return _punct(state, i)
        if word.kind == "verb":
            return _verb_group(state, i)
        if word.kind in ("comp", "rel", "link"):
            state.phrases.append(Phrase(word.kind, i, i + 1, i, conj=bool(word.conj), suffix=_pronoun(word)))
            return i + 1
        if word.kind == "part":
            state.phrases.append(Phrase("part", i, i + 1, i, conj=bool(word.conj)))
            return i + 1
        if word.kind == "prep":
            return _preposition(state, i, skip)
        if word.kind in ("conj", "adv", "pron"):
            state.phrases.append(Phrase("adv", i, i + 1, i, conj=bool(word.conj)))
            return i + 1
    return _noun_phrase(state, i, word.prep, skip)


def _pronoun(word: Word) -> str:
    """The pronoun a complementizer or link carries: `أنه`, `لكنها`."""
    for suffix in ("هما", "هم", "ها", "ه"):
        if word.norm.endswith(suffix) and word.norm[: -len(suffix)] in ("ان", "لان", "بان", "كان", "لكن"):
            return suffix
    return ""


def _punct(state: _State, i: int) -> int:
    mark = state.words[i].token.norm
    if mark in "،,":
        state.phrases.append(Phrase("comma", i, i + 1, i))
    elif mark in ".؛;:!؟?" or mark.startswith(".") or mark in "–—-":
        state.phrases.append(Phrase("stop", i, i + 1, i))
    elif mark in '«»“”"':
        state.phrases.append(Phrase("quote", i, i + 1, i))
    return i + 1


def _verb_group(state: _State, i: int) -> int:
    """A finite verb with the particles that stand right before it."""
    word = state.words[i]
    taken: list[str] = []
    while state.phrases and state.phrases[-1].kind == "part":
        taken.insert(0, state.words[state.phrases.pop().head].norm)
    p = particles()
    negated = next((t for t in taken if t in p.negations), "")
    first = i - len(taken)
    conj = bool(word.conj) or bool(state.words[first].conj)
    state.phrases.append(
        Phrase("verb", first, i + 1, i, conj=conj, verb=word.verb, negated=negated, particles=tuple(taken))
    )
    return i + 1


def _preposition(state: _State, i: int, skip: Sequence[bool]) -> int:
    """A preposition and the noun phrase it governs; a chain of them (`من شرق`, `إلى جانب`) counts by its first."""
    words = state.words
    word = words[i]
    if word.suffix:
        state.phrases.append(Phrase("np", i, i + 1, i, prep=word.prep, suffix=word.suffix, conj=bool(word.conj)))
        return i + 1
    prep, j = word.prep, i + 1
    while j < len(words) and state.atoms[j] < 0:
        pair = (words[j - 1].norm, words[j].norm)
        if pair in _AGENTS and not (pair[1] == "قبل" and j + 1 < len(words) and words[j + 1].kind == "num"):
            prep, j = AGENT, j + 1
        elif words[j].kind == "prep" and not words[j].suffix and not words[j].conj and words[j].norm not in ("من",):
            j += 1
        else:
            break
    if j < len(words) and words[j].kind == "punct" and words[j].token.norm in '«“"':
        j += 1
    if j >= len(words) or (state.atoms[j] < 0 and words[j].kind not in NOMINAL | {"dem"}):
        state.phrases.append(Phrase("adv", i, j, i, conj=bool(word.conj)))
        return j
    end = _noun_phrase(state, j, prep, skip)
    state.phrases[-1].start, state.phrases[-1].first = i, j
    state.phrases[-1].conj = bool(word.conj)
    return end


def _noun_phrase(state: _State, i: int, prep: str, skip: Sequence[bool]) -> int:
    """The noun phrase that begins at word `i`; the index after it."""
    words, atoms = state.words, state.atoms
    if words[i].kind == "adj" and atoms[i] < 0:
        # What opens a noun phrase is its noun, whatever the tagger says.
        words[i].kind = "noun"
    j = _unit_end(atoms, i)
    while j < len(words):
        if skip[j] and atoms[j] < 0:
            j += 1
            continue
        if not _goes_on(state, i, j):
            break
        j = _unit_end(atoms, j)
    while j > i + 1 and (skip[j - 1] or words[j - 1].kind == "punct") and atoms[j - 1] < 0:
        j -= 1
    phrase = describe(words, atoms, state.mentions, i, j, prep)
    if prep in ("ب", "علي") and words[i].norm in particles().manners and not phrase.definite and not phrase.mentions:
        phrase.kind = "adv"
    state.phrases.append(phrase)
    return j


def _unit_end(atoms: Sequence[int], i: int) -> int:
    """The index after the mention that word `i` is part of, or after the word."""
    j = i + 1
    while atoms[i] >= 0 and j < len(atoms) and atoms[j] == atoms[i]:
        j += 1
    return j


def _goes_on(state: _State, start: int, j: int) -> bool:
    """Whether word `j` still belongs to the noun phrase that began at `start`."""
    words, atoms, mentions = state.words, state.atoms, state.mentions
    word, last = words[j], words[j - 1]
    if word.kind == "punct":
        return word.token.norm in '«“”»"' and is_short_quote(words, j)
    if last.kind == "punct" and atoms[j - 1] < 0:
        last = words[max(start, j - 2)]
    if word.norm == "من" and word.kind == "prep" and not word.conj:
        return counts(last) and j + 1 < len(words) and words[j + 1].kind in NOMINAL
    if last.kind == "prep":
        return True
    if word.norm in particles().owned and last.bare in particles().naming:
        return True
    if (word.norm in particles().owned or word.norm == "ما") and atoms[j] < 0:
        return False
    if word.norm in ("اثنين", "اثنان", "اثنتين", "اثنتان") and last.norm.endswith(("ين", "ان")) and not word.conj:
        return True  # `عسكريين تركيين اثنين`
    if word.norm in ("نفسه", "نفسها", "ذاته", "ذاتها", "انفسهم"):
        subject = bool(state.phrases) and state.phrases[-1].kind == "verb"
        return last.definite and not subject  # `في الإقليم نفسه`, but `سلم الزعيم نفسه`
    if words[start].norm == "اي" and j > start + 1 and possessed(word):
        # `أي جهة مسؤوليتها`: what nobody in particular owns.
        return False
    if word.kind == "num" and last.definite and last.bare in _UNITS and atoms[j] < 0:
        return True  # `اللواء 22`
    if last.kind == "num" and j > start + 1 and words[j - 2].definite and words[j - 2].bare in _UNITS:
        return word.kind == "adj" and word.definite
    if last.norm in _TIMES:
        return False
    if word.conj or word.prep:
        return False
    begins = j == start + 1 and bool(state.phrases) and state.phrases[-1].kind == "comma"
    told = last.participle is not None and (last.norm.endswith("ا") or (begins and last.participle.person == "3fs"))
    if told and (begins or word.definite or atoms[j] >= 0):
        # `متهما المستشفى`: what goes on about the subject takes an object, no genitive.
        return False
    if atoms[j] < 0 and word.kind == "dem":
        return last.kind == "noun" and not last.definite and j == start + 1 and not possessed(last)
    if atoms[j] < 0 and word.kind not in NOMINAL:
        return False
    if last.kind in ("num", "dem") or counts(last):
        return True
    if atoms[j] < 0 and word.definite and last.definite and word.bare in _COUNTED and last.kind == "noun":
        return True  # `الصحفيين الثلاثة`
    before = mentions[atoms[j - 1]] if atoms[j - 1] >= 0 else None
    here = mentions[atoms[j]] if atoms[j] >= 0 else None
    if before is not None and before.kind in (MentionKind.PERSON, MentionKind.OFFICE):
        many = form_of(word)[1] == "pl" or (here is not None and _noun_number(here) == "pl")
        if many and form_of(words[start])[1] != "pl":
            return False  # `النائب العام المضاربين`
        return word.kind == "adj" and word.definite and before.name is None and describes(word, words[start:j])
    if here is not None and here.kind is MentionKind.NATIONALITY:
        return last.definite == word.definite or word.definite
    if here is not None and here.kind is MentionKind.UNNAMED and _is_quality(state, start, j):
        return before is None or before.kind is MentionKind.UNNAMED
    if here is not None and here.kind is not MentionKind.PERSON and _closed(last, before):
        return False
    if here is not None and before is None and last.definite and _opens_with_office(here) and last.kind == "noun":
        return False  # `على هامش الاجتماع رئيس المفوضية`
    unnamed = before is not None and before.kind is MentionKind.UNNAMED and not last.definite
    if unnamed and word.definite and (last.norm.endswith("ون") or word.norm in _FIRE):
        return False  # `جنود ليبيريون النار`, `مسلحون ملثمون الناخبين`
    plain = before is None and last.kind == "noun" and is_accusative(word)
    if unnamed and before is not None and word.kind == "noun" and not word.definite and here is None:
        if last.token.start > before.head.start and VERBAL_NOUN.match(word.norm):
            return False  # `مصدر عسكري سوري استهداف المدنيين`
    if unnamed and last.norm.endswith("ون") and word.kind != "adj":
        return False  # `متطرفون رهينة`: what keeps its nun has no genitive
    if unnamed and word.kind == "adj" and atoms[j] < 0 and is_accusative(word) and not is_accusative(last):
        return form_of(last)[2] == "acc"  # `عملاء معارضا`
    many = here is not None and _noun_number(here) in ("pl", "du")
    if (unnamed or plain) and here is not None and here.kind is MentionKind.UNNAMED and _is_object(word, last, many):
        return False
    if unnamed and word.kind == last.kind == "adj" and not word.definite and atoms[j] < 0 and word.norm.endswith("ه"):
        return last.norm.endswith("ه")  # `مدرسة دينية مجاورة`
    after_name = before is not None and before.kind not in (MentionKind.UNNAMED, MentionKind.NATIONALITY)
    if here is not None and here.kind is MentionKind.PLACE and last.definite and last.kind == "noun":
        return last.bare in particles().seats  # `العاصمة بغداد`, but `الحركة إسرائيل`
    if here is not None and words[j].kind == "num":
        return before is None and last.kind == "noun" and not _closed(last, None) and not is_accusative(last)
    if here is not None and here.kind is not MentionKind.NATIONALITY and full_plural(last):
        return False
    if unnamed and before is not None and last.norm.endswith("ا") and _noun_number(before) == "du":
        return word.definite or (here is not None and here.kind is not MentionKind.UNNAMED)  # `وزيرا الطاقة`
    if here is not None and here.kind is MentionKind.UNNAMED and word.norm.endswith("يا") and is_accusative(last):
        return True  # `هجوما انتحاريا`
    return _joins(word, last, words[start:j], before is None, here is not None, after_name)


_UNITS = frozenset({"لواء", "فرقه", "كتيبه", "فوج", "كتاءب", "محور", "اسطول", "فيلق", "سريه"})
"""Units of an army, which have numbers for names."""

_COUNTED = frozenset({"اثنين", "اثنان", "ثلاثه", "اربعه", "خمسه", "سته", "سبعه", "ثمانيه", "تسعه", "عشره"})
"""Numbers that follow what they count, as adjectives do."""

_FIRE = frozenset({"النار", "الرصاص", "الحجاره", "النيران"})
"""What nobody has as a genitive (`أطلق مسلح النار`)."""

_TIMES = frozenset({"مرات", "مره", "مرتين", "مرارا"})
"""What says how often, after which a new phrase begins (`قصفت ثلاث مرات ناقلات نفط`)."""


def _opens_with_office(mention: Mention) -> bool:
    """Whether a mention of a person begins with an office that is no title before a name (`رئيس المفوضية جان`)."""
    return mention.office is not None and mention.name is not None and not mention.text.startswith("ال")


def _is_quality(state: _State, start: int, j: int) -> bool:
    """Whether a noun for people is here an adjective of those before it (`الأطباء المتطوعين`, `مهندسين أجنبيين`).

    It must agree in ending and definiteness; after a subject, which is nominative, `ين` begins the object.
    """
    words, phrases = state.words, state.phrases
    word, last = words[j], words[j - 1]
    if word.kind != "adj" or last.kind not in ("noun", "name") or word.definite is not last.definite:
        return False
    pair = full_plural(last) and word.norm[-2:] == last.norm[-2:]
    if not word.definite:
        return pair
    follows_verb = bool(phrases) and phrases[-1].kind == "verb" and j == start + 1
    if form_of(word)[1] == "pl" or _noun_number(state.mentions[state.atoms[j]]) == "pl":
        governed = word.norm.endswith("ون") or not follows_verb
        return governed and (pair or form_of(last)[1] != "sg" or last.norm.endswith("اء"))
    return not follows_verb and not word.norm.endswith("ه") and form_of(last)[1] == "sg" and form_of(last)[0] == "m"


def _is_object(word: Word, last: Word, many: bool) -> bool:
    """Whether the ending of an indefinite noun for people shows that it is no genitive of the one before it.

    `شاب جنديا`, `شرطي مسلحا`; `قناص شرطيين`, but `قائد مسلحين`.
    """
    if word.definite or word.conj or last.kind not in ("noun", "adj", "name") or last.bare in particles().leaders:
        return False
    if is_accusative(word):
        return not is_accusative(last)
    return many and word.norm.endswith("ين") and form_of(last)[1] == "sg" and not last.norm.endswith("ه")


def _belongs(word: Word) -> bool:
    """Whether a word is an indefinite adjective of belonging (`أممي`), but not one of number (`رباعية الدفع`)."""
    numbers = ("رباعي", "ثلاثي", "ثناءي", "احادي", "خماسي")
    ending = word.norm.endswith(("ي", "يه"))
    return word.kind == "adj" and not word.definite and ending and not word.norm.startswith(numbers)


def _closed(last: Word, before: Mention | None) -> bool:
    """Whether nothing but an adjective or a name in apposition can follow `last`."""
    named = before is not None and (before.kind is not MentionKind.UNNAMED or _has_owner(before))
    return last.definite or named or possessed(last)


def _has_owner(mention: Mention) -> bool:
    """Whether people without a name are those of a known group (`مسلحو حماس`)."""
    return "".join((mention.actor or "").split("|")[3:4]) != ""


def _joins(word: Word, last: Word, words: Sequence[Word], plain: bool, named: bool, after_name: bool) -> bool:
    """Idafa, adjective or name: whether `word` can follow `last` within one noun phrase."""
    closed = last.definite or after_name or last.kind == "name" or possessed(last) or full_plural(last)
    if word.kind == "noun" and not word.definite and last.kind == "adj" and not last.definite and not named:
        return False
    if word.definite and last.kind == "adj" and not last.definite and last.norm.endswith(("ون", "يا", "ات")):
        # `جنود ليبيريون النار`, `زيا عسكريا النار`: print shows that no genitive follows.
        return False
    if word.kind == "noun" and word.definite and last.norm in particles().given_adjectives and len(words) > 1:
        # `قوات صالح الأحياء`: behind noun and adjective comes no genitive.
        return False
    if (word.definite or named or word.kind == "name") and _belongs(last):
        # `قافلة أممية الحي`: an indefinite adjective of belonging takes no genitive.
        return False
    if word.kind == "adj":
        plain_end = not last.token.text.rstrip("\u064b").endswith(("ا", "ى"))
        bare = last.kind == "noun" and form_of(last)[:2] in (("m", "sg"), ("", "sg")) and plain_end
        if not word.definite and is_accusative(word) and bare and not last.definite:
            return False  # `أردى شرطي مسلحا`
        if not word.definite and full_plural(last) and word.norm[-2:] == last.norm[-2:]:
            return True  # `جنديين ماليين`
        if word.definite and not closed:
            # A definite adjective describes no indefinite noun: it is a noun here, in an idafa (`سكان الحي`).
            return True
        if word.definite and not describes(word, words):
            return False
        return word.definite == closed or (word.definite and after_name) or (plain and not word.definite and not closed)
    if word.kind == "num":
        # `مقتل ثلاثة جنود`: a number can be the genitive of a noun, but not of people who act (`مسلح ثلاثة جنود`).
        return not closed and plain and not is_accusative(last) and last.kind == "noun"
    partitive = any(w.kind == "prep" and w.norm == "من" for w in words)
    if not closed and words[0].kind == "num" and not partitive and (word.definite or possessed(word)):
        return False
    if not closed and word.norm in ("نفسه", "نفسها", "انفسهم"):
        return False
    if not closed and is_accusative(last) and word.kind != "adj" and last.kind == "noun":
        # Tanwin and a genitive exclude each other.
        return False
    if closed:
        if word.definite or named or word.kind == "name":
            # After a definite noun a name is its apposition (`الرئيس السيسي`), another definite noun is a new phrase.
            return last.definite and (word.kind == "name" or named) and not after_name
        return False
    return not (word.kind == "noun" and not word.definite and not named and is_accusative(word))


def counts(word: Word) -> bool:
    """Whether a word counts what follows: a number, `عدد`, `بعض`, `كل`."""
    return word.kind == "num" or word.norm in particles().quantifiers


def describe(
    words: Sequence[Word], atoms: Sequence[int], mentions: Sequence[Mention], i: int, j: int, prep: str
) -> Phrase:
    """The noun phrase of words `i` to `j` (excluded) with its head and what its form tells."""
    head = i
    while (
        head < j - 1
        and atoms[head] < 0
        and (
            words[head].kind in ("num", "dem", "prep", "punct")
            or (counts(words[head]) and words[head + 1].kind != "prep")
        )
    ):
        head += 1
    if head > i and words[head].kind not in NOMINAL and atoms[head] < 0:
        head = i
    numbers = tuple(dict.fromkeys(a for a in atoms[i:j] if a >= 0))
    mention = mentions[atoms[head]] if atoms[head] >= 0 else None
    if mention is not None:
        head = next((k for k in range(i, j) if words[k].token.start <= mention.head.start < words[k].end), head)
    gender, number, case = form_of(words[head])
    if words[head].bare in particles().men:
        gender = "m"
    if (
        gender in ("m", "")
        and number == "sg"
        and head + 1 < j
        and words[head + 1].kind == "adj"
        and words[head + 1].norm.endswith("ه")
        and words[head + 1].definite == words[head].definite
        and (mention is None or mention.kind not in (MentionKind.OFFICE, MentionKind.PERSON))
    ):
        # A feminine adjective shows a broken plural or a feminine noun without the ending (`القوى السياسية`).
        gender = "f"
    if mention is not None and mention.kind is MentionKind.UNNAMED and head < j:
        number = _noun_number(mention) or number
        case = "nom" if number == "du" and words[head].norm.endswith("ا") else case  # `وزيرا الطاقة`
    counted = head > i and any(counts(w) for w in words[i:head])
    return Phrase(
        "np",
        i,
        j,
        head,
        prep,
        bool(words[i].conj),
        gender,
        "counted" if counted else number,
        "" if counted else case,
        words[head].definite
        or words[head].kind == "dem"
        or _closed_idafa(words, atoms, mentions, head, j)
        or (mention is not None and mention.kind is not MentionKind.UNNAMED),
        mention is not None and mention.kind not in (MentionKind.PLACE, MentionKind.NATIONALITY),
        numbers,
        possessed=possessed(words[head]),
    )


def _closed_idafa(
    words: Sequence[Word], atoms: Sequence[int], mentions: Sequence[Mention], head: int, j: int
) -> bool:
    """Whether an idafa is definite by its last noun: `شرطة المدينة`, `إقليم تهامة`."""
    last = j - 1
    while last > head and (words[last].kind in ("adj", "punct") and atoms[last] < 0):
        last -= 1
    if last <= head or any(w.kind in ("prep", "num") for w in words[head:last]):
        return False
    named = atoms[last] >= 0 and atoms[last] != atoms[head] and mentions[atoms[last]].kind is not MentionKind.UNNAMED
    return words[last].definite or named or (words[last].kind == "name" and atoms[last] < 0)


def _noun_number(mention: Mention) -> str:
    """The number that the lexicon of nouns for people knows of a mention (`جنود` is a plural), or nothing."""
    flags = (mention.actor or "").split("|")[2:3]
    return {"p": "pl", "d": "du", "s": "sg"}.get(flags[0][-1:], "") if flags else ""


def span_of(words: Sequence[Word], start: int, end: int) -> Span:
    """The span in the text of words `start` to `end`, clitics of the first taken off and closing marks left out."""
    while end > start + 1 and words[end - 1].kind == "punct":
        end -= 1
    while start < end - 1 and words[start].kind in ("punct", "prep") and not words[start].suffix:
        start += 1
    return Span(words[start].start, words[end - 1].end)
