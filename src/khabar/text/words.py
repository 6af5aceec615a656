"""Words: tokens with what the grammar has to know of them. Clitics are settled here, with the class of the word.

A word's class comes from a small statistical tagger (`text/classes.py`); the table of verb forms and the particles
overrule it where the form or the place of the word leaves no doubt.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from khabar.lexicon.cache import ROOT
from khabar.text.particles import particles
from khabar.text.tokens import Token
from khabar.text.verbs import Reading, Verbs

NOMINAL = frozenset({"noun", "name", "adj", "num"})


@dataclass(slots=True)
class Word:
    """One token as the grammar sees it; `index` counts tokens of the sentence."""

    index: int
    token: Token
    kind: str
    """`verb`, `noun`, `name`, `adj`, `num`, `prep`, `comp`, `rel`, `link`, `part`, `dem`, `pron`, `conj`, `adv` or
    `punct`."""
    norm: str
    """The squeezed word without conjunction and attached preposition; `ال` stays."""
    conj: str = ""
    prep: str = ""
    """An attached preposition (`ب`, `ل`, `ك`) in front of a noun, or the preposition itself where the word is one."""
    definite: bool = False
    suffix: str = ""
    """An attached pronoun on a preposition or complementizer."""
    verb: Reading | None = None
    shift: int = 0
    """How many characters of the token are conjunction and attached preposition."""
    readings: tuple[Reading, ...] = ()

    @property
    def start(self) -> int:
        """Where the word begins in the text, without conjunction and attached preposition."""
        return self.token.start + self.shift

    @property
    def end(self) -> int:
        """Where the word ends in the text."""
        return self.token.end

    @property
    def bare(self) -> str:
        """The squeezed word without `ال` as well."""
        return self.norm[2:] if self.definite and self.norm.startswith("ال") else self.norm


_CLASS = {
    "NOUN": "noun",
    "PROPN": "name",
    "ADJ": "adj",
    "NUM": "num",
    "ADP": "prep",
    "PRON": "pron",
    "DET": "dem",
    "CONJ": "conj",
    "PART": "part",
    "ADV": "adv",
    "PUNCT": "punct",
    "X": "noun",
}
_PREP_SUFFIXES = ("هما", "هم", "هن", "ها", "نا", "كم", "ه", "ي", "ك")
_FOLDED_PREPS = {"علي": "على", "الي": "إلى", "لدي": "لدى", "حتي": "حتى"}
# Prepositions whose stem changes before a pronoun: علي-ه, إلي-ه; the attached ones stand alone there: ب-ه, ل-ه.
_SHORT = {
    "ب": "ب",
    "ل": "ل",
    "في": "في",
    "من": "من",
    "عن": "عن",
    "علي": "علي",
    "الي": "الي",
    "مع": "مع",
    "لدي": "لدي",
    "بين": "بين",
    "ضد": "ضد",
    "بعد": "بعد",
    "قبل": "قبل",
    "خلال": "خلال",
    "حول": "حول",
    "امام": "امام",
}


@lru_cache(maxsize=32768)
def _particle(norm: str) -> tuple[str, str, str, str] | None:
    """(kind, conjunction, word, pronoun) of a word of grammar, or None."""
    p = particles()
    for conj, word in (("", norm), (norm[0], norm[1:])) if norm[:1] in "وف" and len(norm) > 1 else (("", norm),):
        for kind, words in (
            ("rel", p.relative_sure),
            ("comp", p.complementizers),
            ("neg", p.negations),
            ("fut", p.futures),
            ("dem", p.demonstratives),
            ("pron", p.pronouns),
        ):
            if word in words:
                return ("part" if kind in ("neg", "fut") else kind), conj, word, ""
        if word == "قد" or word == "لقد":
            return "part", conj, "قد", ""
        if word in p.prepositions and word not in ("كما",):
            return "prep", conj, word, ""
        if word in p.clause_links:
            return "link", conj, word, ""
        for suffix in _PREP_SUFFIXES:
            stem = word[: -len(suffix)]
            if word.endswith(suffix) and stem in _SHORT and (len(stem) > 1 or suffix not in ("ي", "ك")):
                return "prep", conj, _SHORT[stem], suffix
    return None


def words_of(
    tokens: Sequence[Token], classes: Sequence[str], verbs: Verbs, atoms: Sequence[int], starts: Sequence[int]
) -> list[Word]:
    """The words of one sentence.

    `classes` are the tagger's, one a token; `atoms` says for each token the number of the mention it is part of, or
    -1 (a word inside the name of somebody is no verb and no particle); `starts` where that mention begins in the text.
    """
    words: list[Word] = []
    for i, token in enumerate(tokens):
        if atoms[i] >= 0:
            words.append(_name_word(i, token, classes[i], starts[i] - token.start))
            continue
        word = _word(i, token, classes[i], verbs)
        if word.readings:
            after = tokens[i + 1] if i + 1 < len(tokens) else None
            followed = after is not None and atoms[i + 1] >= 0 and starts[i + 1] == after.start
            word.verb = _finite(word, classes[i], words, after, followed)
            if word.verb is not None:
                word.kind = "verb"
                word.conj = word.verb.conjunction
                word.prep = ""
                word.definite = False
                word.shift = len(word.conj) + (1 if word.verb.particle else 0) if len(token.text) >= 2 else 0
        elif (
            classes[i].startswith("VERB")
            and word.kind == "noun"
            and not word.definite
            and _verb_shape(word.norm, classes[i])
        ):
            word.kind = "verb"
            word.prep = ""
        words.append(word)
    return words


def _name_word(i: int, token: Token, cls: str, shift: int) -> Word:
    """A word of a mention: what stands before the mention in its first token is clitics."""
    kind = _CLASS.get(cls, "noun")
    if kind not in NOMINAL:
        kind = "num" if token.kind == "number" else "noun"
    shift = max(shift, 0)
    letters, norm = token.norm[:shift], token.norm[shift:]
    conj = letters[:1] if letters[:1] in ("و", "ف") else ""
    prep = letters[len(conj) :][:1]
    if prep == "ل" and norm.startswith("ل") and len(norm) > 3:
        norm = "ا" + norm
    return Word(i, token, kind, norm, conj, prep, norm.startswith("ال") and len(norm) > 3, shift=shift)


def _word(i: int, token: Token, cls: str, verbs: Verbs) -> Word:
    """The word before its place in the sentence is looked at."""
    norm = token.norm
    if token.kind == "punct":
        return Word(i, token, "punct", norm)
    if token.kind == "number":
        return Word(i, token, "num", norm)
    if token.kind == "latin":
        return Word(i, token, "name", norm, definite=True)
    particle = _particle(norm)
    if particle is not None and particle[0] == "prep" and particle[1] == "ف" and verbs.readings(norm):
        # `فتحت` is a verb far more often than `ف` and `تحت`.
        particle = None
    if particle is not None:
        kind, conj, word, suffix = particle
        return Word(i, token, kind, word, conj, word if kind == "prep" else "", suffix=suffix, shift=len(conj))
    conj, prep, definite, rest, shift = _clitic_cut(norm, cls)
    kind = _CLASS.get(cls, "noun")
    if kind in ("prep", "part", "pron", "dem", "conj", "punct"):
        kind = "adv" if kind in ("part", "conj") else "noun"
    return Word(i, token, kind, rest, conj, prep, definite, shift=shift, readings=verbs.readings(norm))


@lru_cache(maxsize=32768)
def _clitic_cut(norm: str, cls: str) -> tuple[str, str, bool, str, int]:
    """(conjunction, preposition, whether definite, rest with ال, characters cut off) of a nominal word.

    A single letter is cut only where `ال` (or `لل`) follows, or where the word list knows the rest and not the whole.
    """
    conj, rest, shift = "", norm, 0
    if rest[:1] in "وف" and len(rest) > 3 and (_has_article(rest[1:]) or _is_conjoined(rest)):
        conj, rest, shift = rest[0], rest[1:], 1
    if rest.startswith("ال") and len(rest) > 3:
        return conj, "", True, rest, shift
    if rest.startswith("لل") and len(rest) > 3:
        return conj, "ل", True, "ا" + rest[1:], shift + 1
    if rest[:1] in ("ب", "ك") and rest[1:3] == "ال" and len(rest) > 4:
        return conj, rest[0], True, rest[1:], shift + 1
    if rest[:1] in ("ب", "ل", "ك") and len(rest) > 3 and _is_attached(rest, cls):
        return conj, rest[0], False, rest[1:], shift + 1
    return conj, "", False, rest, shift


def _is_conjoined(word: str) -> bool:
    """Whether the first letter of a word is `و` or `ف`, "and": the rest is a word that print shows often enough."""
    whole, rest = known_word(word), known_word(word[1:])
    if word in particles().whole_words:
        return False
    return rest > whole or (rest >= 3 and rest * 4 >= whole)


def _is_attached(word: str, cls: str) -> bool:
    """Whether the first letter of a word is a preposition: the rest is a known word, and not rare beside the whole."""
    whole, rest = known_word(word), known_word(word[1:])
    if word in particles().attached_words:
        return True
    if word[0] == "ك":
        return rest >= 10 and whole == 0 and len(word) > 4
    rare = whole == 0 and len(word) > 4 and word.endswith("ه") and cls in ("NOUN", "ADJ")
    if word[0] in "بل" and len(word) > 4 and known_word("ال" + word[1:]) >= 2 and known_word("ال" + word) == 0:
        # `بنوبة`: print knows `النوبة` and no `البنوبة`.
        return _particle(word[1:]) is None
    if rest > whole or (rare and word[0] == "ب"):
        return True
    return word[0] in "بل" and len(word) > 4 and rest >= 3 and rest * 6 >= whole and _particle(word[1:]) is None


def _has_article(rest: str) -> bool:
    return (rest.startswith(("ال", "لل", "بال", "كال"))) and len(rest) > 4


@lru_cache(maxsize=1)
def _word_counts() -> dict[str, int]:
    """The word list: squeezed word to how common it is in print."""
    lines = (ROOT / "text" / "words.tsv").read_text(encoding="utf-8").splitlines()
    return {word: int(count) for word, count in (line.split("\t") for line in lines)}


def known_word(norm: str) -> int:
    """How common a squeezed word is in the word list; 0 where it is not in it."""
    return _word_counts().get(norm, 0)


# Words after which stands a finite verb, where the form allows it.
_BEFORE_VERB = frozenset(
    {"لم", "لن", "سوف", "قد", "ان", "لا", "مما", "عندما", "حينما", "بعدما", "حيث", "فيما", "كما", "بينما"}
)
_OPENERS = frozenset('.؛:!؟«"“')


def _finite(word: Word, cls: str, before: list[Word], after: Token | None, followed: bool) -> Reading | None:
    """Which reading as a finite verb the place of the word allows, or None; `followed` by a mention or not."""
    last = before[-1] if before else None
    tagged = cls.startswith("VERB")
    readings = [r for r in word.readings if (r.particle != "ل" or tagged) and not _is_root_letter(r, word.token.norm)]
    if not readings or (word.definite and not tagged):
        return None
    if last is not None and last.kind == "prep" and last.norm != "كما" and not last.suffix and not tagged:
        return None
    if last is not None and last.kind == "prep" and last.norm in ("في", "علي", "الي", "عن", "من", "بعد", "قبل", "منذ"):
        return None
    opens = last is None or last.norm in _BEFORE_VERB or last.kind in ("rel", "comp") or last.token.norm in _OPENERS
    if last is not None and last.kind == "comp" and not tagged:
        # After `أن` stands a present, or a noun that looks like a past (`أن حادث الأمس`).
        readings = [r for r in readings if r.tense != "past"]
    jussive = last is not None and last.norm in ("لم", "لما", "لا", "ان")
    readings = [r for r in readings if r.tense != "jussive" or jussive or r.particle == "ل"]
    readings = [r for r in readings if not _adverb_shape(r, word, after)]
    if not readings:
        return None
    bare = [r for r in readings if not r.suffix]
    nominative = after is not None and _is_nominative(after.norm)
    telling = [] if tagged or last is None or not _can_be_told_of(last) else _relative(readings, word, followed)
    if telling:
        readings = telling
    elif not tagged and not (bare and (opens or nominative or any(_no_noun(r, word) for r in bare))):
        return None
    elif not tagged:
        readings = bare
    elif last is not None and not readings[0].conjunction and _after_verb(before) and _can_be_noun(word, bare):
        # A second verb without `و` right after verb and subject is a noun (`فرضت السلطات حظر التجول`).
        return None
    return min(readings, key=lambda r: _rank(r, word, cls, last, after))


def _can_be_told_of(last: Word) -> bool:
    """Whether a relative clause without `الذي` can follow a word: an indefinite noun, or its adjective."""
    return last.kind in ("noun", "adj") and not last.definite and not last.norm.endswith(("ها", "هم", "هما"))


def _relative(readings: Sequence[Reading], word: Word, followed: bool) -> list[Reading]:
    """The readings of a word after an indefinite noun as the verb of a relative clause (`هجوم شنه مسلحون`).

    One with a pronoun is a verb where a mention, its subject, follows; a past that print shows as no noun always.
    """
    found = []
    for r in readings:
        if r.conjunction or r.particle or not r.person.startswith("3") or r.verb.kind == "plain":
            continue
        stem = word.token.norm[: -len(r.suffix)] if r.suffix else word.token.norm
        noun = known_word("ال" + stem) > 0
        if (r.suffix in ("ه", "ها", "هم", "هما") and (followed or not noun) and len(stem) > 1) or (
            not r.suffix and r.tense == "past" and len(stem) > 3 and not noun
        ):
            found.append(r)
    return found


def _can_be_noun(word: Word, bare: list[Reading]) -> bool:
    """Whether a word that can be a verb can be a noun as well: with a pronoun, or print shows it with `ال`."""
    return not bare or known_word("ال" + word.token.norm) > 0


def _after_verb(before: list[Word]) -> bool:
    """Whether a finite verb stands shortly before with only its subject between: a second one without `و` is a noun."""
    for word in reversed(before[-5:]):
        if word.kind == "verb":
            return True
        if word.kind not in NOMINAL or word.prep:
            return False
    return False


def _adverb_shape(r: Reading, word: Word, after: Token | None) -> bool:
    """Whether what could be a dual past is an accusative noun: `ردا على`, `تنديدا بـ`."""
    if r.tense != "past" or r.person != "3md" or r.suffix or after is None:
        return False
    governed = _particle(after.norm)
    return word.token.text.endswith("اً") or (governed is not None and governed[0] == "prep") or after.norm[:1] in "بل"


def _is_nominative(norm: str) -> bool:
    """Whether a word is a definite plural or dual in the nominative, which only a verb can have after it."""
    known = known_word(norm[:-2] + "ين") > 0
    return norm.startswith("ال") and norm.endswith(("ون", "ان")) and len(norm) > 6 and known


def _no_noun(r: Reading, word: Word) -> bool:
    """Whether a word after `و` or `ف` is a verb of the lexicon that print never shows as a noun (`وهنأ`)."""
    stem = word.token.norm[len(r.conjunction) :]
    if len(stem) < 3 or known_word("ال" + stem) > 0 or r.verb.kind == "plain":
        return False
    return bool(r.conjunction) or (len(stem) > 4 and r.tense == "past" and r.person in ("3fs", "3mp"))


def _verb_shape(norm: str, cls: str) -> bool:
    """Whether a word that no verb of the lexicon explains looks like a finite verb all the same."""
    if norm.startswith(("ي", "سي", "وي", "في", "ست")) or (cls == "VERB_I" and norm.startswith("ت")):
        return True
    return cls == "VERB_P" and not norm.endswith(("ا", "اء", "ه", "ات", "ين")) and known_word("ال" + norm) == 0


def _is_root_letter(r: Reading, norm: str) -> bool:
    """Whether the `و` or `ف` that a reading cuts off is more likely part of the word (`وزير`, `وفد`)."""
    whole = known_word(norm) > 3 * known_word(norm[1:]) + 2
    return bool(r.conjunction) and whole and known_word("ال" + norm) > 0


def _rank(r: Reading, word: Word, cls: str, last: Word | None, after: Token | None) -> tuple[int, ...]:
    """Sort key of readings: what the particle before demands, the third person, agreement with the word after."""
    after_jussive = last is not None and last.norm in ("لم", "لن", "لا", "سوف", "ان")
    tagged = {"VERB_P": "past", "VERB_I": "present"}.get(cls, "")
    return (
        int(after_jussive and r.tense == "past"),
        len(r.suffix),
        int(not r.person.startswith("3")),
        int(r.future and known_word(word.token.norm) > 5),
        int(bool(r.conjunction)) if len(word.token.norm) < 4 else 0,
        _disagrees(r, after),
        int(bool(tagged) and r.tense != tagged),
        ("event", "light", "say", "aux", "plain").index(r.verb.kind.split()[0]),
        int(r.person not in ("3ms", "3fs")),
    )


def _disagrees(r: Reading, after: Token | None) -> int:
    """1 where a singular verb's gender is not that of the word right after it, as its ending shows it."""
    if after is None or after.kind != "word" or r.person not in ("3ms", "3fs"):
        return 0
    feminine = after.norm.endswith(("ه", "ات"))
    return int(feminine is not (r.person == "3fs"))
