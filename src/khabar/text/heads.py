"""The head of a noun phrase: which of its words it is, and the gender, number and case that its form shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from khabar.lexicon.words import word_list
from khabar.records import Mention, MentionKind
from khabar.text.apposition import noun_number, tells_of_state
from khabar.text.characters import squeeze
from khabar.text.nouns import TENS, form_of, possessed
from khabar.text.particles import particles
from khabar.text.portions import counts
from khabar.text.verb_place import NOMINAL
from khabar.text.wordlist import known_word
from khabar.text.words import Word

Form = tuple[str, str, str]
"""Gender, number and case, each empty where nothing shows it."""


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a noun phrase."""

    at: int
    """Which word of the sentence it is."""
    mention: Mention | None
    """The mention it is part of."""
    each: bool
    """Whether `كل من` stands before it (`كلا من الوزير`)."""

    @property
    def honours(self) -> bool:
        """Whether it only calls somebody with respect (`جلالته`)."""
        return self.mention is not None and self.mention.actor == "?honorific|"

    def is_a(self, kind: MentionKind) -> bool:
        """Whether it is part of a mention of a kind."""
        return self.mention is not None and self.mention.kind is kind


def head_of(words: Sequence[Word], atoms: Sequence[int], mentions: Sequence[Mention], i: int, j: int) -> Head:
    """The head of the noun phrase of words `i` to `j` (excluded): its first noun behind what counts or points."""
    at = _behind_portion(words, atoms, i, j)
    while (
        at < j - 1
        and atoms[at] < 0
        and (
            words[at].kind in ("num", "dem", "prep", "punct") or (counts(words[at]) and words[at + 1].kind != "prep")
        )
    ):
        at += 1
    if at > i and words[at].kind not in NOMINAL and atoms[at] < 0:
        at = i
    honoured = at + 1 < j and atoms[at] < 0 <= atoms[at + 1] and words[at].bare in _HONOURS
    if honoured and (mentions[atoms[at + 1]].kind is MentionKind.UNNAMED or words[at].bare == "مقام"):
        at += 1  # `وسمو نائبه`, `رفع التهاني لمقام الملك`
    if at + 1 < j and atoms[at] < 0 <= atoms[at + 1] and tells_of_state(words[at], mentions[atoms[at + 1]]):
        at += 1
    each = at + 2 < j and words[at].norm in ("كل", "كلا") and words[at + 1].norm == "من"
    at += 2 if each else 0
    mention = mentions[atoms[at]] if atoms[at] >= 0 else None
    if mention is not None:
        at = next((k for k in range(i, j) if words[k].token.start <= mention.head.start < words[k].end), at)
    return Head(at, mention, each)


def _behind_portion(words: Sequence[Word], atoms: Sequence[int], i: int, j: int) -> int:
    """Where what is counted begins behind a word that says how many, its adjective and `من`; `i` where none does.

    `أعداد كبيرة من الأميركيين`, `عدد كبير من العراقيين`.
    """
    if atoms[i] >= 0 or words[i].norm not in particles().portions_of | particles().quantifiers:
        return i
    at = i + 1
    while at < j and words[at].kind == "adj" and atoms[at] < 0:
        at += 1
    of = at > i + 1 and at + 1 < j and words[at].norm == "من" and not words[at].suffix
    return at + 1 if of and words[at + 1].kind in NOMINAL else i


def form_of_head(words: Sequence[Word], head: Head, i: int, j: int) -> Form:
    """Gender, number and case of the noun phrase of words `i` to `j` (excluded), by the form of its head."""
    word = words[head.at]
    gender, number, case = form_of(word, head.is_a(MentionKind.UNNAMED))
    if word.kind == "num":
        gender = ""  # `إن أربعة قتلوا`: its ending tells of nobody
    if possessed(word):
        stem = word.norm.removesuffix("هما").removesuffix("ها").removesuffix("هم").removesuffix("ه")
        gender = "f" if stem.endswith("ت") else "m" if gender == "f" else gender  # `والده`, `شقيقته`
        gender = "f" if stem == "بلاد" else gender  # `بلاده`: country
    if head.is_a(MentionKind.GROUP) and word.bare.endswith(("ون", "ين")):
        number = "pl" if word.definite else number  # `الحوثيين`
    if word.bare in particles().men | particles().tellers:
        gender = "m" if word.bare in particles().men else "f"
    if word.bare in _MANY or word.bare in _EITHER:
        gender = ""  # `تجمع العشرات`, `تجمعت العشرات`
    one_of = words[i].norm == "احدي" and head.at > i
    if one_of:
        gender, number = "f", "sg"  # `إحدى النائبات`
    if head.honours:
        gender, number = "f" if word.norm.endswith("ها") else "m", "sg"  # `جلالته`: he
    if gender in ("m", "") and number == "sg" and _is_shown_feminine(words, head, j):
        gender = "f"
    gender, number, case = _form_of_mention(words, head, j, one_of, (gender, number, case))
    if not case and gender != "f" and number in ("sg", "pl"):
        gender, number, case = _shown_by_adjective(words, head, j, number) or (gender, number, case)
    if head.at > i and any(w.norm.endswith("ات") for w in words[i : head.at]):
        gender = "" if gender == "m" else gender  # `أصيبت عشرات الأطفال`
    return gender, number, case


def _is_shown_feminine(words: Sequence[Word], head: Head, j: int) -> bool:
    """Whether a feminine adjective shows a broken plural or a feminine noun without the ending (`القوى السياسية`)."""
    if head.at + 1 >= j or head.is_a(MentionKind.OFFICE) or head.is_a(MentionKind.PERSON):
        return False
    word, after = words[head.at], words[head.at + 1]
    feminine = after.kind == "adj" and after.norm.endswith("ه") and known_word(after.norm + "ه") == 0  # `مشابه`
    return feminine and after.definite == word.definite


def _shown_by_adjective(words: Sequence[Word], head: Head, j: int, number: str) -> Form | None:
    """What the sound plural of an adjective shows of the broken plural before it (`الزعماء الدينيين`), or None."""
    noun, at = words[head.at], head.at + 1
    if noun.kind == "adj" or noun.norm.endswith("ه") or at >= j:
        return None
    word = words[at]
    ending = word.norm[-2:]
    if word.definite is not noun.definite or word.conj or word.prep or ending not in ("ون", "ين"):
        return None
    belongs = word.bare[-3:] in ("يون", "يين")
    plural = number == "pl" and (word.kind == "adj" or belongs)
    plural = plural or (word.kind == "adj" and belongs)
    return ("m", "pl", "nom" if ending == "ون" else "acc") if plural else None


def _form_of_mention(words: Sequence[Word], head: Head, j: int, one_of: bool, form: Form) -> Form:
    """A form as it is with a mention of that kind: names have endings that tell nothing."""
    mention, word = head.mention, words[head.at]
    gender, number, case = form
    if mention is None:
        return form
    if mention.kind is MentionKind.PERSON and mention.office is None and gender == "f":
        gender = "" if word.token.start == mention.span.start else gender  # `بوتفليقة`
    titled = mention.kind is MentionKind.UNNAMED or (mention.name is not None and mention.name.start > word.start)
    if titled and (gender, number) == ("", "sg") and word.norm.endswith("ي") and known_word(word.norm + "ه") > 0:
        gender = "m"  # `الصحفي سالم حمد`, beside `الصحفية`
    if mention.kind is MentionKind.PERSON and mention.name is not None and word.norm in _BOTH:
        number, case = "du", "nom"  # `وزيرا الدفاع السعودي سالم حمد`, and another
    if mention.kind is MentionKind.PLACE:
        # `البحرين`, `لبنان` end like a plural and a dual, and are neither.
        gender, number, case = "f" if gender == "f" or _is_feminine_state(mention) else "", "sg", ""
    if mention.kind is MentionKind.UNNAMED and head.at < j:
        number = number if one_of else noun_number(mention) or number
        if number == "pl" and word.bare.endswith("ون"):
            gender, case = "m", "nom"
        construct = head.at + 1 < j and not words[head.at + 1].norm.endswith("ا")
        if number == "du" and word.norm.endswith("ا"):
            # `وزيرا الطاقة`, but `مهندسا إيطاليا`.
            number, case = ("du", "nom") if construct else ("sg", "acc")
        if number == "du" and word.bare.endswith(("تا", "تان", "تين")):
            gender = "f"  # `حكومتا مصر وليبيا`
    if mention.kind is MentionKind.GROUP and number == "du" and not word.definite:
        number = case = ""  # `طالبان`
    return gender, number, case


_BOTH = word_list(__name__, "both")
_MANY = word_list(__name__, "many")


_HONOURS = word_list(__name__, "honours")
_EITHER = word_list(__name__, "either")


def _is_feminine_state(mention: Mention) -> bool:
    """Whether a name is that of a state, or of a capital that speaks for one, and is feminine as most are."""
    state = (mention.actor or "").removeprefix("?capital|").startswith("state-")
    return state and squeeze(mention.text) not in particles().masculine_states


def case_of(lead: Sequence[Word], last: Word, counted: bool, case: str) -> str:
    """The case of a noun phrase, by what stands before its head, and last.

    A counted one shows it in `أصاب سبعة آخرين`, `نقلت عشرين من الجرحى`; `العشرات من المسلحين` shows none.
    """
    if counted and lead and lead[0].norm in TENS and lead[0].norm.endswith("ين"):
        return "acc"
    if counted or any(w.norm == "من" for w in lead):
        return "acc" if last.bare == "اخرين" else ""
    return case


def closes_idafa(words: Sequence[Word], atoms: Sequence[int], mentions: Sequence[Mention], head: int, j: int) -> bool:
    """Whether an idafa is definite by its last noun: `شرطة المدينة`, `إقليم تهامة`."""
    last = j - 1
    while last > head + 1 and (words[last].kind in ("adj", "punct") and atoms[last] < 0):
        last -= 1
    if last <= head or any(w.kind in ("prep", "num") for w in words[head:last]):
        return False
    named = atoms[last] >= 0 and atoms[last] != atoms[head] and mentions[atoms[last]].kind is not MentionKind.UNNAMED
    return words[last].definite or named or (words[last].kind == "name" and atoms[last] < 0)
