"""What agreement alone says of two words side by side: one phrase, or whom it names and what is done to them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from khabar.lexicon.words import word_list
from khabar.records import Mention, MentionKind
from khabar.text.apposition import noun_number
from khabar.text.characters import squeeze
from khabar.text.nouns import form_of, possessed
from khabar.text.particles import particles
from khabar.text.words import Word

if TYPE_CHECKING:
    from khabar.text.phrases import Scan


def settled(state: Scan, start: int, j: int) -> bool | None:
    """Whether word `j` goes on with the noun phrase that began at `start`, or None where agreement does not tell."""
    words, atoms, mentions = state.words, state.atoms, state.mentions
    word, last = words[j], words[j - 1]
    if word.token.kind == "punct" or last.token.kind == "punct":
        return None
    verb = state.phrases[-1].verb if state.phrases and state.phrases[-1].kind == "verb" else None
    before = mentions[atoms[j - 1]] if atoms[j - 1] >= 0 else None
    if before is not None and last.norm in _WITH_PRONOUN and not (word.definite and word.kind == "adj"):
        return False  # `وضعت الشرطة المشتبه به | رهن التوقيف`
    if verb is not None and _act_alone(words, start, j) and not (atoms[j] >= 0 and _is_nominative(words, j)):
        return False
    if verb is not None and verb.verb.lemma == "جمع" and j == start + 1 and last.norm in _GATHERINGS and word.definite:
        return False  # `جمع لقاء الرئيس بنظيره`
    somebody = word.definite and atoms[j] >= 0 and not last.definite and word.kind != "adj"
    if before is not None and somebody and _is_qualified(before):
        return False  # `كفر شيخ متشدد الكاتب الراحل`
    here = mentions[atoms[j]] if atoms[j] >= 0 else None
    if before is not None and here is not None and _are_two(before, here) and not (word.conj or word.prep):
        return False
    if word.bare == "اعضاء" and last.bare in particles().states and word.definite is last.definite:
        return True  # `الدول الأعضاء`
    if verb is not None and _is_asked(words, atoms, j, verb.verb.lemma):
        return False
    if _are_alike(word, last) or _names_seat(state, start, j):
        return True
    if word.definite and last.definite and not word.conj and _disagree(words, start, j, before):
        return False
    governed = bool(words[start].prep) or (start > 0 and words[start - 1].kind == "prep")
    belongs = word.definite and word.bare.endswith(("يين", "يون")) and atoms[j] < 0
    if governed and belongs and possessed(last) and not last.norm.endswith("ه"):
        return True  # `على جيرانها الجنوبيين`
    alike = atoms[j - 1] >= 0 and atoms[j] >= 0 and (last.definite or possessed(last)) and word.definite
    if alike and word.bare in _JUDGED and (governed or j > start + 1):
        return True  # `من ابنها القاتل`, `قصر الوزير المدان`
    if word.kind == "num" and word.definite and possessed(last) and not (word.conj or word.prep):
        return True  # `وأولادهما الأربعة`
    if word.kind == "num" and before is not None and last.norm in _DWELLERS:
        return any(w.bare in _DWELLINGS for w in words[j + 1 : j + 2]) or None  # `سكان ثلاث قرى`
    return None


def _disagree(words: Sequence[Word], start: int, j: int, before: Mention | None) -> bool:
    """Whether the gender shows that the second of two definite words does not describe the first, and is another.

    `أحالت النيابة | الصحفي`, `هاجم الرئيس | المعارضة`; but `شرطة المدينة العسكري`, `الداعية السعودي`, `الجمعة الماضي`.
    """
    word, last = words[j], words[j - 1]
    if word.token.text.endswith("ي") and len(word.bare) > 3 and word.bare not in _WHEN:
        told = words[start:j]
        return all(w.token.text.endswith("ة") and w.bare not in particles().men for w in told)
    one = before is not None and j == start + 1 and not last.token.text.endswith(("ة", "ى", "ا"))
    if not one or before is None or not word.token.text.endswith("ة"):
        return False
    lone = before.kind is MentionKind.OFFICE and " " not in before.text
    return lone or (before.kind is MentionKind.UNNAMED and noun_number(before) == "sg")


_WHEN = word_list(__name__, "when")


def tells_turn(words: Sequence[Word], start: int, j: int) -> bool:
    """Whether the words before `j` only say that it is somebody's turn, who stands there (`بدوره | وزير الخارجية`)."""
    governed = bool(words[start].prep) or (start > 0 and words[start - 1].kind == "prep")
    return governed and j == start + (1 if words[start].kind != "prep" else 2) and words[j - 1].token.norm in _TURNS


_TURNS = word_list(__name__, "turns")


def tells_of_subject(word: Word, last: Word) -> bool:
    """Whether a participle goes on about the subject and does not describe the indefinite noun before it.

    `مقتل شرطية إسرائيلية | محذرا من المزيد`, `لمقتل جندي | واصفة إياه`: it disagrees; `توفيت شابة | متأثرة بجراحها`:
    nobody is only called so.
    """
    if word.definite or word.conj or word.prep or last.definite:
        return False
    disagrees = word.participle is not None and word.norm.endswith("ا") and last.token.text.endswith("ة")
    masculine = not last.token.text.endswith(("ة", "ات"))
    lemma = word.participle.verb.lemma if word.participle is not None and word.token.text.endswith("ة") else ""
    return disagrees or (masculine and lemma in particles().lemmas["going_on"]) or word.norm in _AFFECTED


_AFFECTED = word_list(__name__, "affected")


def in_plural(state: Scan, start: int, j: int) -> bool | None:
    """Whether word `j` goes on with indefinite words of its number, or None where that does not tell.

    `غارتين جويتين`: a dual has no genitive; `مسلحون عرب | القرية`: nor have those who are said to be of a people.
    """
    words = state.words
    word, last = words[j], words[j - 1]
    if word.token.kind == "punct" or last.token.kind == "punct":
        return None
    pair = last.norm.endswith("تين") and word.norm.endswith("تين") and last.kind == "noun" and state.atoms[j] < 0
    if pair and not (word.definite or last.definite or word.conj or word.prep or word.kind == "num"):
        word.kind = "adj"
        return True
    if j > start + 1 and _says_which_people(state, j - 1):
        return word.kind == "adj" and not (word.definite or word.conj or word.prep)
    return True if _says_which_people(state, j) else None


def _says_which_people(state: Scan, j: int) -> bool:
    """Whether a broken plural at `j` says of which people those before it are (`مسلحون عرب`, `عمال أجانب`)."""
    word, noun, number = state.words[j], state.words[j - 1], state.atoms[j - 1]
    if word.norm.removesuffix("ا") not in particles().peoples or word.definite or word.conj or word.prep:
        return False
    several = form_of(noun, people=True)[1] == "pl" or (number >= 0 and noun_number(state.mentions[number]) == "pl")
    return several and not (noun.definite or possessed(noun)) and noun.kind in ("noun", "adj", "name")


_WITH_PRONOUN = word_list(__name__, "with_pronoun")
_JUDGED = word_list(__name__, "judged")
_GATHERINGS = word_list(__name__, "gatherings")
_DWELLERS = word_list(__name__, "dwellers")
_DWELLINGS = word_list(__name__, "dwellings")


def _is_qualified(mention: Mention) -> bool:
    """Whether people without a name end in an adjective of theirs (`شيخ متشدد`), behind which stands no genitive."""
    key = (mention.actor or "").split("|")
    if mention.kind is not MentionKind.UNNAMED or len(key) < 4 or key[3] or mention.country:
        return False
    words = mention.text[mention.head.start - mention.span.start :].split()
    return len(words) > len(key[1].split())


def _are_two(before: Mention, here: Mention) -> bool:
    """Whether an office cannot be that of whom stands before it: one with an adjective of his, or with another office.

    `اتهم نائب كردي | رئيس الوزراء`, `سلم القائم بالأعمال الأميركي | وزير الخارجية السوداني`.
    """
    if here.kind is not MentionKind.OFFICE:
        return False
    offices = before.kind is MentionKind.OFFICE and None not in (before.country, here.country)
    if offices and before.country != here.country:
        return True
    key = (before.actor or "").split("|")
    man = before.kind is MentionKind.UNNAMED and noun_number(before) == "sg" and not before.text.startswith("ال")
    return man and not any(key[3:4]) and len(before.text.split()) > len(" ".join(key[1:2]).split())


def _act_alone(words: Sequence[Word], start: int, j: int) -> bool:
    """Whether right behind a verb stand people whom nobody has, so that an indefinite noun is what they do it to.

    `اختطف قراصنة | ناقلة نفط`, `هاجم شبان | دورية`.
    """
    word, last = words[j], words[j - 1]
    lone = j == start + 1 and last.norm in particles().masterless
    return lone and word.kind == "noun" and not (word.definite or word.conj or word.prep)


def _is_nominative(words: Sequence[Word], j: int) -> bool:
    """Whether an indefinite singular lacks the alef of an object and has no genitive (`مسلح ملثم الحارس`)."""
    word, after = words[j], words[j + 1] if j + 1 < len(words) else None
    marked = word.norm.endswith(("ا", "ه", "ات", "ين", "ي", "ء"))
    return not marked and (after is None or after.kind != "noun" or after.definite)


def _is_asked(words: Sequence[Word], atoms: Sequence[int], j: int, lemma: str) -> bool:
    """Whether people behind a closed phrase are whom a verb that asks has as its object, what is asked following.

    `دعت نقابة الصحفيين | الخاطفين إلى`.
    """
    word, last = words[j], words[j - 1]
    people = word.definite and last.definite and atoms[j] >= 0 and word.bare.endswith("ين")
    nisba = word.bare.endswith("يين")
    asks = squeeze(lemma) in particles().need_object and lemma not in ("طالب", "نفى", "أنكر")
    after = words[j + 1] if j + 1 < len(words) else None
    return people and asks and not nisba and after is not None and (bool(after.prep) or after.kind == "comp")


def _are_alike(word: Word, last: Word) -> bool:
    """Whether two indefinite words keep the same nun: the second describes the first (`فصيلين مسلحين`)."""
    plain = not (word.definite or last.definite or word.conj or word.prep) and last.kind == "noun"
    ending = next((e for e in ("ان", "ين", "ون") if last.norm.endswith(e) and len(last.norm) > 4), "")
    return plain and bool(ending) and word.norm.endswith(ending) and len(word.norm) > 4 and word.kind in ("noun", "adj")


def _names_seat(state: Scan, start: int, j: int) -> bool:
    """Whether a place stands behind a definite noun of places and its adjective (`العاصمة الأردنية عمان`)."""
    words, number = state.words, state.atoms[j]
    if number < 0 or state.mentions[number].kind is not MentionKind.PLACE or j < start + 2:
        return False
    seat, between = words[start], words[start + 1 : j]
    adjectives = all(w.definite and w.kind == "adj" for w in between)
    return seat.definite and seat.bare in particles().seats and adjectives


_FATES = frozenset(fate + him for fate in ("مصرع", "مصارع", "حتف") for him in ("ه", "ها", "هم", "هما"))
"""What somebody met who died."""


def meets_death(state: Scan, word: Word) -> bool:
    """Whether a word is the object of a verb of meeting one's death, and no genitive of who met it.

    `لقيت طالبة مصرعها`.
    """
    verb = state.phrases[-1].verb if state.phrases else None
    return verb is not None and verb.verb.lemma == "لقي" and word.norm in _FATES and not word.conj
