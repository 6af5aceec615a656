"""Words: tokens with what the grammar has to know of them. Clitics are settled here, with the class of the word.

A word's class comes from a small statistical tagger (`text/classes.py`); the table of verb forms and the particles
overrule it where the form or the place of the word leaves no doubt.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from khabar.lexicon.words import word_list
from khabar.text.agreeing import is_based, is_described_by, lacks_article
from khabar.text.alike import is_verb
from khabar.text.characters import squeeze
from khabar.text.clitics import clitic_cut, is_plural_stem
from khabar.text.finite import by_its_end, finite_verb, struck_next
from khabar.text.numbers import value_of
from khabar.text.particles import is_kin, particle_of, particles
from khabar.text.tokens import Token
from khabar.text.verb_place import NOMINAL
from khabar.text.verb_shape import verb_shape
from khabar.text.verbs import Reading, Verbs
from khabar.text.wordlist import VERBAL_NOUN, known_word


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
    adjectival: bool = False
    """Whether the tagger takes it for an adjective."""
    participle: Reading | None = None
    """The reading as an active participle in the accusative or the feminine (`متهما`, `داعية`)."""
    named: bool = False
    """Whether it is part of a mention."""

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


def words_of(
    tokens: Sequence[Token], classes: Sequence[str], verbs: Verbs, atoms: Sequence[int], starts: Sequence[int]
) -> list[Word]:
    """The words of one sentence.

    `classes` are the tagger's, one a token; `atoms` says for each token the number of the mention it is part of, or
    -1 (a word inside the name of somebody is no verb and no particle); `starts` where that mention begins in the text.
    """
    words: list[Word] = []
    for i, token in enumerate(tokens):
        if len(words) > 1 and lacks_article(*words[-2:]):
            words[-2].definite = False
        if atoms[i] >= 0:
            words.append(_name_word(i, token, classes[i], starts[i] - token.start))
            if i > 0 and tokens[i - 1].norm in "،," and token.text.endswith("ا"):
                words[-1].participle = verbs.participle(words[-1].norm)
            continue
        verbal = is_verb(tokens, i, i + 1 < len(tokens) and atoms[i + 1] >= 0)
        cls = "VERB_P" if verbal else "PART" if _is_unless(tokens, i) else classes[i]
        word = _word(i, token, cls, verbs)
        if _stands_before_number(tokens, i):
            word = Word(i, token, "prep", token.norm[-1], token.norm[:-1], token.norm[-1], shift=len(token.norm) - 1)
        if word.norm == "بحزم" and word.kind == "adv" and _is_praised(words, tokens[i + 1 : i + 2]):
            word = Word(i, token, "noun", "حزم", word.conj, "ب", shift=word.shift + 1)  # `أشاد بحزم الحكومة`
        if words and (_belongs(word, words[-1]) or is_described_by(words[-1], word)):
            word.kind, word.adjectival = "adj", True
        if _is_asked_for(word, cls, words) or _is_backing(word, words, tokens[i + 1 : i + 2]):
            word.prep, word.norm, word.shift, word.kind = "ب", word.norm[1:], word.shift + 1, "noun"
        if word.kind == "adv" and _is_had(word, tokens[i + 1] if i + 1 < len(tokens) else None):
            word.kind = "noun"
        if token.norm == "ما" and _is_denied(words[-_DENIED:]):
            word.kind = "noun"  # `فندت الوزارة ما تم تداوله`
        if token.norm == "لما" and (no_truth := [w.norm for w in words[-_NEAR:]]) and "صحه" in no_truth:
            word = Word(i, token, "noun", "ما", "", "ل", shift=1)  # `لا صحة لما نشر`
        if _tells_regard(word, words[-1] if words else None) or is_based(words, word, tokens[i + 1 : i + 2]):
            word.kind = "adv"
        if i > 0 and atoms[i - 1] >= 0 and not word.conj and _joins_name(word):
            word.conj, word.norm, word.shift = "و", word.norm[1:], 1
        if word.readings:
            after = tokens[i + 1] if i + 1 < len(tokens) else None
            followed = after is not None and atoms[i + 1] >= 0 and starts[i + 1] == after.start
            word.verb = finite_verb(word, cls, words, after, followed) or _told(word, words, after)
            if word.verb is None and word.kind in NOMINAL:
                word.verb = struck_next(word, words, after, followed)
            word.verb = by_its_end(word.verb, word) if word.verb is not None else None
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
            and token.text not in particles().never_verbs
            and verb_shape(word.norm, classes[i])
        ):
            word.kind = "verb"
            word.prep = ""
        words.append(word)
    _join_quoted(words)
    return words


_NEAR = 3
"""How many words before `لما` may say that there is no truth in what was told (`لا صحة على الإطلاق لما`)."""
def _is_denied(before: Sequence[Word]) -> bool:
    """Whether among some words a verb denies what was told, so that `ما` behind it is what."""
    denying = particles().lemmas["denying"]
    return any(w.verb is not None and w.verb.verb.lemma in denying for w in before)


_DENIED = 8
"""How many words before `ما` a verb may stand that denies what was told."""
_TOLD = word_list(__name__, "told")


def _told(word: Word, before: Sequence[Word], after: Token | None) -> Reading | None:
    """What is told behind `ما`, where the form can be a noun as well (`نفى ما نشر عن استقالته`), or None."""
    last = before[-1] if before else None
    if last is None or last.token.norm.lstrip("و") not in _WHAT or after is None or after.norm not in _TOLD:
        return None
    return next((r for r in word.readings if r.verb.says and r.person == "3ms" and r.tense == "past"), None)


_WHAT = word_list(__name__, "what")


def _join_quoted(words: Sequence[Word]) -> None:
    """Give a noun that stands in quotation marks the `و` before them (`«جبهة الشام» و«لواء الفتح»`)."""
    for i, word in enumerate(words[:-2]):
        if word.norm == "و" and words[i + 1].token.norm in _MARKS and words[i + 2].kind in NOMINAL:
            words[i + 2].conj = words[i + 2].conj or "و"


_MARKS = frozenset('«“"”')
"""What opens a quotation, or print uses so (`و”الجيش الوطني”`)."""


def _stands_before_number(tokens: Sequence[Token], i: int) -> bool:
    """Whether a letter alone is a preposition in front of the number it is printed with (`تبرع ب100 ألف`)."""
    lone = tokens[i].norm.lstrip("وف") in ("ب", "ل", "ك") and i + 1 < len(tokens)
    return lone and tokens[i + 1].kind == "number" and tokens[i + 1].start == tokens[i].end


def _is_praised(before: Sequence[Word], after: Sequence[Token]) -> bool:
    """Whether firmness is what the last verb praises, and not how: whose it is follows."""
    verb = next((w.verb for w in reversed(before[-5:]) if w.verb is not None), None)
    takes = verb is not None and squeeze(verb.verb.lemma) in particles().take_by
    return takes and any(t.norm.startswith("ال") for t in after)


def _is_unless(tokens: Sequence[Token], i: int) -> bool:
    """Whether `ما` is that of `ما لم`, unless."""
    return tokens[i].norm == "ما" and i + 1 < len(tokens) and tokens[i + 1].norm == "لم"


def _belongs(word: Word, before: Word) -> bool:
    """Whether a noun by the tagger is the adjective of belonging of the noun before (`الطائرة الإغاثية الثانية`).

    Two definite nouns are no idafa; of two without the article the second is no noun where print has its masculine.
    """
    if word.bare == "مسيره" and before.bare in ("طاءره", "طاءرات"):
        return True  # a drone, and no march
    if word.kind == "name" and word.norm.endswith("يا") and before.norm.endswith("ا") and not before.named:
        return before.kind in ("noun", "adv") and known_word("ال" + word.norm[:-1]) > 0  # `دعما لوجستيا`
    if word.kind != "noun" or word.conj or word.prep or not word.norm.endswith("يه"):
        return False
    if word.bare in particles().nouns_in_iya or word.bare in particles().nouns_only:
        return False
    beside = before.kind == "noun" and before.verb is None and before.definite is word.definite and not before.named
    if beside and not word.definite and before.norm.endswith("ا") and len(before.norm) > 3:
        return True  # `قطعا أثرية`: what has the alef of the accusative has no genitive
    masculine = word.bare[:-1]
    return beside and (word.definite or known_word(masculine) + known_word("ال" + masculine) > 0)


def _is_asked_for(word: Word, cls: str, before: Sequence[Word]) -> bool:
    """Whether an unknown word behind a verb that takes `ب` is that letter and a noun (`توعد الرئيس بسحق التمرد`)."""
    rest = word.norm[1:]
    if not word.norm.startswith("ب") or word.prep or word.kind not in NOMINAL or cls == "PROPN" or len(rest) < 3:
        return False
    noun = known_word(rest) or known_word("ال" + rest) or VERBAL_NOUN.match(rest)
    if known_word(word.norm) > 0 or not (noun or (before and before[-1].kind in NOMINAL and before[-1].definite)):
        return False
    return _awaits_by(before)


def _awaits_by(before: Sequence[Word]) -> bool:
    """Whether the nearest verb takes `ب`, and none has come yet."""
    for other in reversed(before[-7:]):
        if other.prep == "ب" or other.kind in ("punct", "comp", "rel"):
            return False
        if other.verb is not None:
            return squeeze(other.verb.verb.lemma) in particles().take_by
    return False


_HOW = word_list(__name__, "how")
_ALSO_VERBS = word_list(__name__, "also_verbs")


def _is_backing(word: Word, before: Sequence[Word], after: Sequence[Token]) -> bool:
    """Whether `بدعم` is `ب` and a noun, what is promised or asked (`تعهدت بدعم لبنان`), and not `with the help of`."""
    return word.norm == "بدعم" and not (after and after[0].norm == "من") and _awaits_by(before)


def _is_had(word: Word, after: Token | None) -> bool:
    """Whether an accusative that mostly gives a reason is here what somebody gets (`تلقى دعما عسكريا`)."""
    if after is None or not word.norm.endswith("ا"):
        return False
    if not VERBAL_NOUN.match(word.norm[:-1]) and word.norm not in particles().given:
        return False
    known = known_word(after.norm[:-1]) or known_word("ال" + after.norm[:-1])
    described = after.norm.endswith("ا") and len(after.norm) > 4 and known > 0
    return described or after.norm == "من"


def _tells_regard(word: Word, before: Word | None) -> bool:
    """Whether a word only says in what regard: `المعترف بها دوليا`, but `هجوما عسكريا`."""
    described = before is not None and before.kind in NOMINAL and not before.definite and before.norm.endswith("ا")
    plain = word.kind in NOMINAL and not (word.conj or word.prep or word.definite or described)
    return plain and word.norm.endswith("يا") and word.norm[:-1] in particles().regards


def _joins_name(word: Word) -> bool:
    """Whether an unknown word after a name is `و` with another name (`تلس وبرام`)."""
    stem = word.norm.removesuffix("ا")
    known = any(known_word(w) or known_word("ال" + w) for w in (word.norm, stem))
    return word.kind == "name" and word.norm.startswith("و") and len(word.norm) > 4 and not known


def _name_word(i: int, token: Token, cls: str, shift: int) -> Word:
    """A word of a mention: what stands before the mention in its first token is clitics."""
    kind = _CLASS.get(cls, "noun")
    if kind not in NOMINAL or (kind == "num" and token.norm.endswith(("ون", "ين")) and value_of([token.norm]) is None):
        kind = "num" if token.kind == "number" else "noun"  # `ملثمون` is no number, whatever the tagger says
    shift = max(shift, 0)
    letters, norm = token.norm[:shift], token.norm[shift:]
    people = norm.endswith(("ون", "ين")) and not norm.endswith(("يون", "يين")) and not norm.startswith("ال")
    office = norm in particles().nouns_in_iya  # `وزراء خارجية`
    if kind == "adj" and (norm in particles().leaders or is_kin(norm) or people or office):
        kind = "noun"
    conj = letters[:1] if letters[:1] in ("و", "ف") else ""
    prep = letters[len(conj) :][:1]
    if prep == "ل" and norm.startswith("ل") and len(norm) > 3:
        norm = "ا" + norm
    return Word(i, token, kind, norm, conj, prep, norm.startswith("ال") and len(norm) > 3, shift=shift, named=True)


def _word(i: int, token: Token, cls: str, verbs: Verbs) -> Word:
    """The word before its place in the sentence is looked at."""
    w = _alone(token.text, token.norm, token.kind, cls, verbs)
    return Word(
        i, token, w.kind, w.norm, w.conj, w.prep, w.definite, w.suffix, None, w.shift, w.readings, w.adjectival,
        w.participle,
    )  # fmt: skip


@lru_cache(maxsize=32768)
def _alone(text: str, norm: str, kind: str, cls: str, verbs: Verbs) -> Word:
    """What `_word` gives, of a token that stands nowhere."""
    i, token = 0, Token(0, len(text), text, norm, kind)
    if token.kind == "punct":
        return Word(i, token, "punct", norm)
    if token.kind == "number":
        return Word(i, token, "num", norm)
    if token.kind == "latin":
        return Word(i, token, "name", norm, definite=True)
    if norm.lstrip("وف") in ("ب", "ل", "ك") and token.text.endswith("ـ"):
        # `بـ «تسفير الشباب»`: the letter stands apart before a quotation.
        return Word(i, token, "prep", norm[-1], norm[:-1], norm[-1], shift=len(norm) - 1)
    particle = particle_of(norm)
    if particle is not None and particle[0] == "prep" and particle[1] == "ف" and verbs.readings(norm):
        # `فتحت` is a verb far more often than `ف` and `تحت`.
        particle = None
    if particle is not None and particle[0] == "prep" and norm.endswith("بعده") and token.text.endswith("ة"):
        particle = None  # `بعدة قذائف`
    if norm in _ALSO_VERBS and cls == "VERB_P":
        particle = None
    if norm == "وعدا" and cls == "NOUN":
        particle = None  # `تلقى الأهالي وعدا من المحافظ`
    if particle is not None and particle[2] == "امام" and token.text[len(particle[1]) :].startswith("إ"):
        particle = None  # `إمام المسجد`
    if particle is None and norm[:1] == "ب" and norm[1:] in particles().locatives and len(norm) > 3:
        return Word(i, token, "prep", norm[1:], "", "ب", shift=1)  # `بداخل المبنى`, `بشمال البلاد`
    if particle is not None:
        kind, conj, word, suffix = particle
        return Word(i, token, kind, word, conj, word if kind == "prep" else "", suffix=suffix, shift=len(conj))
    if norm.removeprefix("و") in _HOW:
        # `أدانت الوزارة وبشدة العمل`
        return Word(i, token, "adv", norm.removeprefix("و"), "و" if norm[0] == "و" else "", shift=int(norm[0] == "و"))
    conj, prep, definite, rest, shift = clitic_cut(norm, cls)
    if token.text == "وأحد":
        conj, rest, shift = "و", "احد", 1  # `قتل أحد الجنود وأحد المارة`: no `واحد`
    if not conj and norm[:1] in "وف" and verbs.participle(norm[1:]) is not None and verbs.participle(norm) is None:
        conj, rest, shift = norm[0], norm[1:], 1
    kind = _CLASS.get(cls, "noun")
    if kind in ("prep", "part", "pron", "dem", "conj", "punct"):
        kind = "adv" if kind in ("part", "conj") else "noun"
    if rest in particles().owned or rest in particles().leaders:
        kind = "noun"
    noun = rest in particles().nouns_only or (definite and rest[2:] in particles().nouns_in_iya)
    deed = definite and _NO_ADJECTIVE.match(rest[2:]) is not None
    noun = noun or deed
    if (kind == "adj" and (rest.endswith(("هم", "هما")) or noun)) or (kind == "name" and noun):
        # No adjective carries a pronoun; `المسؤولية` is a noun though it ends like one.
        kind = "noun"
    long = cls == "PART" and len(rest) > 4  # `نال وساما`: no particle is so long
    common = long or known_word("ال" + rest[:-1]) > 2
    if cls in ("ADV", "PART") and kind == "adv" and text.endswith(("ا", "اً")) and common:
        # `أحبط هجوما`: an accusative that print has with the article is an object sooner than an adverb.
        kind = "noun" if rest not in particles().adverbs else "adv"
    if token.text.endswith(("ا", "اً")) and rest in particles().adverbs and not VERBAL_NOUN.match(rest[:-1]):
        kind = "adv"
    if kind == "adv" and rest.endswith("ا") and rest[:-1] in particles().statements:
        kind = "noun"  # `أصدرت الوزارة بيانا`
    if rest.endswith(("ذاك", "ءذ")) and rest in particles().adverbs:
        kind = "adv"  # `آنذاك`, `وقتئذ` are never anything else
    if kind == "name" and not definite and known_word("ال" + rest) > 2:
        # No part of a name that is known, and print has it with the article: a noun (`على هامش المنتدى`).
        kind = "noun"
    if kind == "name" and not definite and VERBAL_NOUN.match(rest) and known_word(rest) + known_word("ال" + rest) > 1:
        kind = "noun"  # `أعلنت تفكيك خلية`
    if kind == "name" and not definite and text.endswith(("ا", "اً")) and VERBAL_NOUN.match(rest[:-1]):
        kind = "noun"  # `نظم الموظفون إضرابا`
    if kind == "name" and not definite and rest.endswith(("ي", "و")) and is_plural_stem(rest):
        kind = "noun"  # `على نازحي مأرب`
    if definite and _is_no_article(token.text[shift:], rest):
        # `ألقت`, `إلقاء`, `آليات`: with hamza it is no article.
        definite = False
    # `هاتفه` has a pronoun, `هاتفة` is the participle.
    no = definite or prep or token.text.endswith("ه") or rest in particles().not_participles
    participle = None if no else verbs.participle(rest)
    readings, adjectival = verbs.readings(norm), cls == "ADJ" and rest not in particles().nouns_only and not deed
    return Word(i, token, kind, rest, conj, prep, definite, "", None, shift, readings, adjectival, participle)


_NO_ADJECTIVE = re.compile("^(ا.ت.ا.|ان..ا.|است..ا.)$")
"""The shapes of verbal nouns that no adjective has (افتعال, انفعال, استفعال): `أدان الحزب | الاعتداء`."""


def _is_no_article(text: str, rest: str) -> bool:
    """Whether `ال` is part of the word: written with hamza, or of a verbal noun that is none without it (`القاء`)."""
    if text.startswith(("أل", "إل", "آل")):
        return True
    return len(rest) == 5 and rest[3] == "ا" and known_word(rest[2:]) == 0 and known_word(rest) > 0
