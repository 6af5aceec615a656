"""Phrases: noun phrases with the preposition that governs them, verb groups, and the words that part clauses.

The rules of a noun phrase are those of any grammar of written Arabic (Ryding, *A Reference Grammar of Modern Standard
Arabic*, 2005, chapters 8 to 11): an idafa is closed by a definite noun, a name or a pronoun; an adjective agrees in
definiteness; a title stands before its name; a number before what it counts. Names are settled before and count as one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from khabar.lexicon.words import word_list
from khabar.records import Mention, MentionKind, Span
from khabar.text.heads import case_of, closes_idafa, form_of_head, head_of
from khabar.text.inside import told_by_verb, told_inside, who_says
from khabar.text.joining import goes_on
from khabar.text.marks import blessings, bracketed, scare_quotes, sets_apart, short_titles
from khabar.text.nouns import possessed
from khabar.text.particles import particles
from khabar.text.portions import counts
from khabar.text.verb_place import NOMINAL
from khabar.text.verbs import Reading
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
    who: MentionKind | None = None
    """What kind of mention its head is."""
    named: bool = False
    """Whether its head is a mention with a name."""
    mentions: tuple[int, ...] = ()
    """Numbers of the mentions inside."""
    verb: Reading | None = None
    negated: str = ""
    """The negating particle before a verb."""
    particles: tuple[str, ...] = ()
    """`قد`, `سوف` and the like before a verb."""
    suffix: str = ""
    """A pronoun that the preposition or complementizer carries."""
    untitled: bool = False
    """Whether it is the name of a person and nothing else."""
    officeless: bool = False
    """Whether it is the name of a person, with no more than a title (`آية الله سالم الكاظمي`)."""
    possessed: bool = False
    """Whether its head carries a pronoun (`حاسوبه`)."""
    complement: bool = False
    """Whether an adjective in it takes a complement behind a preposition (`القوات الموالية للحكومة`)."""
    inside: Phrase | None = None
    """The genitive in it that a relative clause behind it tells of (`غضب السكان الذين طالبوا`)."""
    first: int = -1
    """The first word of the noun phrase itself, behind its preposition; -1 where that is `start`."""

    @property
    def inner(self) -> int:
        """Where the noun phrase begins, without the words that make its preposition."""
        return self.start if self.first < 0 else self.first

    @property
    def many(self) -> bool:
        """Whether it tells of several, in the plural or counted."""
        return self.number in ("pl", "counted")


_AGAINST = ("في", "حق")
"""Against whom: `في حق المتهم` is `بحق المتهم`."""
_AGAINST_HIM = word_list(__name__, "against_him")
_AGENTS = {("علي", "يد"), ("علي", "ايدي"), ("من", "قبل"), ("من", "جانب"), ("من", "طرف")}
AGENT = "agent"
"""The `prep` of the phrase after `على يد`, `من قبل`, `من جانب`, `بيد`: who does what a passive tells."""


@dataclass(slots=True)
class Scan:
    """What the scan of one sentence has so far."""

    words: Sequence[Word]
    atoms: Sequence[int]
    mentions: Sequence[Mention]
    phrases: list[Phrase] = field(default_factory=list)


def phrases_of(words: Sequence[Word], atoms: Sequence[int], mentions: Sequence[Mention]) -> list[Phrase]:
    """The phrases of one sentence, left to right in reading order.

    `atoms[i]` is the number in `mentions` of the mention that word `i` is part of, or -1.
    """
    state = Scan(words, atoms, mentions)
    marks = (bracketed(words), scare_quotes(words), blessings(words), short_titles(words))
    skip = [any(found) for found in zip(*marks, strict=True)]
    i = 0
    while i < len(words):
        if skip[i] and atoms[i] < 0:
            i += 1
            continue
        i = _step(state, i, skip)
    return state.phrases


_HIM = {"اياه": "ه", "اياها": "ها", "اياهم": "هم", "اياهما": "هما"}
"""Pronouns that stand alone as an object: him, her or it, them."""


def _step(state: Scan, i: int, skip: Sequence[bool]) -> int:
    """Take the phrase that begins at word `i`; the index after it."""
    word = state.words[i]
    if word.norm in _HIM:
        state.phrases.append(Phrase("np", i, i + 1, i, conj=bool(word.conj), case="acc", suffix=_HIM[word.norm]))
        return i + 1
    if state.atoms[i] < 0:
        if _tells_of_name(state, i):
            state.phrases[-1].end = i + 1
            return i + 1
        if _only_calls(state.words, i):
            state.phrases.append(Phrase("adv", i, i + 2, i))
            return i + 2
        if word.kind == "punct":
            return _punct(state, i)
        if word.kind == "verb":
            return _verb_group(state, i)
        if word.kind == "rel" and state.phrases and state.phrases[-1].kind == "np":
            state.phrases[-1].inside = _described(state, state.phrases[-1], told_inside(*_seen(state), word))
        if word.kind == "comp" and state.phrases and state.phrases[-1].kind == "np" and _pronoun(word):
            state.phrases[-1].inside = _described(state, state.phrases[-1], who_says(*_seen(state), _pronoun(word)))
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


def _tells_of_name(state: Scan, i: int) -> bool:
    """Whether a word only says what became of somebody named right before it (`الصحفي سالم الحربي المعتقل منذ عام`)."""
    if state.words[i].token.norm not in particles().become or not state.phrases or state.phrases[-1].end != i:
        return False
    named = state.phrases[-1].kind == "np" and state.atoms[i - 1] >= 0
    return named and state.mentions[state.atoms[i - 1]].kind is MentionKind.PERSON


def _only_calls(words: Sequence[Word], i: int) -> bool:
    """Whether two words only say that somebody is called so (`اتهم ما يسمى جيش التحرير`)."""
    after = words[i + 1] if i + 1 < len(words) else None
    return words[i].token.norm == "ما" and after is not None and after.token.norm in ("يسمي", "تسمي")


def _seen(state: Scan) -> tuple[Sequence[Word], Sequence[int], Sequence[Mention], Phrase]:
    """The words, mentions and last phrase of a scan."""
    return state.words, state.atoms, state.mentions, state.phrases[-1]


def _described(state: Scan, phrase: Phrase, at: int | None) -> Phrase | None:
    """What begins at a word inside a phrase, and ends with it."""
    return describe(state.words, state.atoms, state.mentions, at, phrase.end, "") if at is not None else None


def _pronoun(word: Word) -> str:
    """The pronoun a complementizer or link carries: `أنه`, `لكنها`."""
    for suffix in ("هما", "هم", "ها", "ه"):
        if word.norm.endswith(suffix) and word.norm[: -len(suffix)] in ("ان", "لان", "بان", "كان", "لكن"):
            return suffix
    return ""


def _punct(state: Scan, i: int) -> int:
    mark = state.words[i].token.norm
    if mark in "،," or (mark in "–—-" and sets_apart(state.words, i)):
        state.phrases.append(Phrase("comma", i, i + 1, i))
    elif mark in ".؛;:!؟?" or mark.startswith(".") or mark in "–—-":
        state.phrases.append(Phrase("stop", i, i + 1, i))
    elif mark in '«»“”"':
        state.phrases.append(Phrase("quote", i, i + 1, i))
    return i + 1


def _verb_group(state: Scan, i: int) -> int:
    """A finite verb with the particles that stand right before it."""
    word = state.words[i]
    taken: list[str] = []
    while state.phrases and state.phrases[-1].kind == "part":
        taken.insert(0, state.words[state.phrases.pop().head].norm)
    if state.phrases and state.phrases[-1].kind == "np" and not word.conj and not taken:
        last = state.phrases[-1]
        last.inside = _described(state, last, told_by_verb(*_seen(state), word))
    p = particles()
    negated = next((t for t in taken if t in p.negations), "")
    first = i - len(taken)
    conj = bool(word.conj) or bool(state.words[first].conj)
    state.phrases.append(
        Phrase("verb", first, i + 1, i, conj=conj, verb=word.verb, negated=negated, particles=tuple(taken))
    )
    return i + 1


def _preposition(state: Scan, i: int, skip: Sequence[bool]) -> int:
    """A preposition and the noun phrase it governs; a chain of them (`من شرق`, `إلى جانب`) counts by its first."""
    words = state.words
    word = words[i]
    if word.suffix:
        state.phrases.append(Phrase("np", i, i + 1, i, prep=word.prep, suffix=word.suffix, conj=bool(word.conj)))
        return i + 1
    prep, j = word.prep, i + 1
    while j < len(words) and (state.atoms[j] < 0 or words[j].norm == "طرف"):
        pair = (words[j - 1].norm, words[j].norm)
        if pair in _AGENTS and _names_agent(words, j):
            prep, j = AGENT, j + 1
        elif pair == _AGAINST and j + 1 < len(words) and words[j + 1].kind != "prep":
            prep, j = "بحق", j + 1
        elif prep == "في" and words[j].norm in _AGAINST_HIM:
            suffix = words[j].norm[2:]
            state.phrases.append(Phrase("np", i, j + 1, j, prep="بحق", suffix=suffix, conj=bool(word.conj)))
            return j + 1
        elif words[j].kind == "prep" and not words[j].suffix and not words[j].conj and words[j].norm not in ("من",):
            prep = {"بين": "من بين", "دون": "دون", "جراء": "جراء"}.get(pair[1], prep) if pair[0] == "من" else prep
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


def _names_agent(words: Sequence[Word], j: int) -> bool:
    """Whether behind `من قبل`, `من طرف` stands who does it, and no time (`من قبل 3 أيام`) or side (`من طرف آخر`)."""
    after = words[j + 1] if j + 1 < len(words) else None
    timed = after is not None and after.kind == "num" and words[j].norm == "قبل"
    return after is not None and not timed and after.bare not in ("اخر", "اول", "ثان", "واحد")


def _noun_phrase(state: Scan, i: int, prep: str, skip: Sequence[bool]) -> int:
    """The noun phrase that begins at word `i`; the index after it."""
    words, atoms = state.words, state.atoms
    if words[i].kind == "adj" and atoms[i] < 0:
        # What opens a noun phrase is its noun, whatever the tagger says.
        words[i].kind = "noun"
    j = _unit_end(atoms, i)
    bracket = i > 0 and words[i - 1].token.norm == "("
    while j < len(words):
        if bracket and words[j].token.norm == ")":
            break  # `قصفت (قوات الدعم السريع) أحياء سكنية`
        if skip[j] and atoms[j] < 0:
            j += 1
            continue
        if not goes_on(state, i, j):
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


def describe(
    words: Sequence[Word], atoms: Sequence[int], mentions: Sequence[Mention], i: int, j: int, prep: str
) -> Phrase:
    """The noun phrase of words `i` to `j` (excluded) with its head and what its form tells."""
    head = head_of(words, atoms, mentions, i, j)
    mention, word = head.mention, words[head.at]
    gender, number, case = form_of_head(words, head, i, j)
    if word.participle is not None and j == i + 1 and not prep and j < len(words) and words[j].kind == "comp":
        case = "acc"  # `اتهمته نائبة بالتهديد معتبرة أن`
    counted = head.at > i and not head.each and any(counts(w) for w in words[i : head.at])
    counted = counted or (words[head.at].norm in particles().portions_of and any(w.norm == "من" for w in words[i:j]))
    people = counted and mention is not None and mention.kind is MentionKind.NATIONALITY  # `23 فلسطينيا`
    return Phrase(
        "np",
        i,
        j,
        head.at,
        prep,
        bool(words[i].conj),
        gender,
        "counted" if counted else number,
        case_of(words[i : head.at], words[j - 1], counted, case),
        word.definite
        or word.kind == "dem"
        or closes_idafa(words, atoms, mentions, head.at, j)
        or (mention is not None and mention.kind is not MentionKind.UNNAMED and not people),
        people or (mention is not None and mention.kind not in (MentionKind.PLACE, MentionKind.NATIONALITY)),
        MentionKind.UNNAMED if people else mention.kind if mention is not None else None,
        mention is not None and mention.name is not None,
        tuple(dict.fromkeys([a for a in atoms[i:j] if a >= 0])),
        untitled=mention is not None and mention.kind is MentionKind.PERSON and mention.name == mention.span,
        officeless=mention is not None and mention.kind is MentionKind.PERSON and mention.office is None,
        possessed=possessed(word) and not head.honours,
    )


def span_of(words: Sequence[Word], start: int, end: int) -> Span:
    """The span in the text of words `start` to `end`, clitics of the first taken off and closing marks left out.

    What a bracket adds at the end is left out as well (`بلدة الزهراء (شمال حلب)`).
    """
    opened = next((k for k in range(end - 1, start, -1) if words[k].token.norm in ("(", "[", ")", "]")), start)
    if words[opened].token.norm in ("(", "[") or opened == end - 1 > start:
        while opened > start and words[opened].token.norm not in ("(", "["):
            opened -= 1
        end = opened if opened > start else end
    while end > start + 1 and words[end - 1].kind == "punct":
        end -= 1
    while start < end - 1 and words[start].kind in ("punct", "prep") and not words[start].suffix:
        start += 1
    return Span(words[start].start, words[end - 1].end)
