"""The word inside a noun phrase that a relative clause behind it tells of, where that is not its first noun.

`غضب السكان الذين طالبوا`, `تصريحات الوزير الذي اتهم`, `والدة الجندي الذي قتل`, `مقتل مسلح أطلق النار`: agreement tells
(Ryding 2005, chapter 14).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from khabar.lexicon.words import word_list
from khabar.records import Mention, MentionKind
from khabar.text.nouns import form_of, of_fallen
from khabar.text.portions import counts
from khabar.text.wordlist import VERBAL_NOUN
from khabar.text.words import Word

if TYPE_CHECKING:
    from khabar.text.phrases import Phrase


def told_inside(
    words: Sequence[Word], atoms: Sequence[int], mentions: Sequence[Mention], phrase: Phrase, relative: Word
) -> int | None:
    """The genitive of a phrase that a relative word after it agrees with where its first noun does not, or None.

    `غضب السكان الذين`, `سيارة الوزير الذي`, `تصريحات الوزير الذي`, `زوجة الصحفي الذي`, `تفكيك الخلية التي`,
    `ضحايا الهجوم الذي`; `صحة الأنباء التي`.
    """
    head, after = words[phrase.head], phrase.inner + 1
    if words[phrase.inner].norm in _TRUTH and after < phrase.end and words[after].definite:
        return after
    if (deed := _deed_of_many(words, phrase, relative)) is not None:
        return deed
    later = range(phrase.head + 1, phrase.end)
    if relative.norm == "الذين":
        fell = of_fallen(head, words[relative.index + 1 : relative.index + 2])
        if not fell and (phrase.many or phrase.person or head.kind == "dem" or counts(head)):
            return None
        people = [k for k in later if atoms[k] >= 0 and form_of(words[k])[0] != "f"]
        people = [k for k in people if mentions[atoms[k]].kind is MentionKind.UNNAMED]
    elif relative.norm == "الذي" and (_is_no_man(phrase) or head.bare in _REMAINS):
        people = [k for k in later if atoms[k] >= 0 and not words[k].norm.endswith("ه")]
        people = [k for k in people if words[k].kind != "adj" and atoms[k] != atoms[phrase.head]]
    elif relative.norm == "التي" and VERBAL_NOUN.match(head.bare) and not head.norm.endswith("ه"):
        people = [k for k in later if words[k].kind == "noun" and words[k].norm.endswith("ه")]
    else:
        return None
    return people[0] if people else None


def _deed_of_many(words: Sequence[Word], phrase: Phrase, relative: Word) -> int | None:
    """The deed right behind those who fell in it or did it, where a relative word in the singular can tell of no other.

    `عدد ضحايا التفجير الذي`, `منفذي العملية التي`.
    """
    if relative.norm not in ("الذي", "التي"):
        return None
    for k in range(phrase.inner, phrase.end - 1):
        told = words[k + 1]
        if words[k].bare in _MANY and not words[k].definite and told.definite and told.kind == "noun":
            feminine = told.norm.endswith(("ه", "ات"))
            return k + 1 if feminine is (relative.norm == "التي") else None
    return None


def _is_no_man(phrase: Phrase) -> bool:
    """Whether `الذي` cannot tell of the first noun of a phrase: a woman, a feminine noun, or things in the plural."""
    if phrase.number == "sg":
        return phrase.gender == "f"
    return phrase.number == "pl" and not phrase.person


def who_says(
    words: Sequence[Word], atoms: Sequence[int], mentions: Sequence[Mention], phrase: Phrase, pronoun: str
) -> int | None:
    """For whom the pronoun of `أنه` stands behind a phrase: whose words or whose kin it names, or None.

    `بعد إعلان الشرطة أنها قتلت المهاجم`; kin only where they do not agree (`قالت عائلة الصحفي إنه اعتقل`).
    """
    first = words[phrase.inner]
    later = phrase.inner + 1
    says = first.bare in SAYING | _DENYING
    of_kin = (first.bare in _HER and pronoun == "ه") or (first.bare in _HIS and pronoun == "ها")
    fits = (says or of_kin) and not first.definite and later < phrase.end
    return later if fits and (atoms[later] >= 0 or (of_kin and words[later].definite)) else None


_HER, _HIS = word_list(__name__, "her"), word_list(__name__, "his")


SAYING = word_list(__name__, "saying")
_DENYING = word_list(__name__, "denying")


def told_by_verb(
    words: Sequence[Word], atoms: Sequence[int], mentions: Sequence[Mention], phrase: Phrase, verb: Word
) -> int | None:
    """The indefinite noun inside a phrase that a verb right behind it tells of, or None."""
    victim = _victim(words, atoms, mentions, phrase)
    feminine = _feminine(words, phrase, verb) if victim is None else victim
    return _object(words, phrase, verb) if feminine is None else feminine


def _victim(words: Sequence[Word], atoms: Sequence[int], mentions: Sequence[Mention], phrase: Phrase) -> int | None:
    """The indefinite people whom a deed named before a verb was done to, of whom the verb tells, or None.

    `مقتل مسلح أطلق النار على دورية`, `جثمان شاب قتل في غارة`.
    """
    head, after = words[phrase.head], phrase.head + 1
    deed = VERBAL_NOUN.match(head.bare) is not None or head.bare in _DEEDS or head.bare in _REMAINS
    if not deed or phrase.definite or phrase.person or after >= phrase.end or atoms[after] < 0:
        return None
    people = mentions[atoms[after]].kind is MentionKind.UNNAMED and not words[after].definite
    how = words[after].norm.startswith("انتحاري")  # `تفجير انتحاري آخر كان يستهدفه`
    return after if people and not how else None


def _feminine(words: Sequence[Word], phrase: Phrase, verb: Word) -> int | None:
    """The indefinite feminine noun in a phrase of men of which a feminine verb tells, or None.

    `أحد أفراد مجموعة مسلحة شنت هجوما`.
    """
    men = phrase.person and phrase.gender == "m" and phrase.number in ("sg", "counted") and not phrase.definite
    if verb.verb is None or verb.verb.person != "3fs" or not men:
        return None
    later = range(phrase.head + 1, phrase.end)
    nouns = [k for k in later if words[k].kind == "noun" and words[k].norm.endswith("ه") and not words[k].definite]
    return nouns[0] if nouns else None


def _object(words: Sequence[Word], phrase: Phrase, verb: Word) -> int | None:
    """The indefinite feminine noun to which a deed before a verb was done, and whose pronoun the verb bears, or None.

    `إسقاط طائرة أطلقها المسلحون`.
    """
    head, after = words[phrase.head], phrase.head + 1
    deed = VERBAL_NOUN.match(head.bare) is not None and not head.norm.endswith(("ه", "ات"))
    if verb.verb is None or verb.verb.suffix != "ها" or not deed or phrase.definite:
        return None
    told = after < phrase.end and words[after].kind == "noun" and words[after].norm.endswith(("ه", "ات"))
    return after if told else None


_MANY = word_list(__name__, "many")
_TRUTH = word_list(__name__, "truth")
_REMAINS = word_list(__name__, "remains")
_DEEDS = word_list(__name__, "deeds")
