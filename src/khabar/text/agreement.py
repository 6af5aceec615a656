"""Agreement: whether a noun phrase can be the subject of a verb, as far as print shows gender and number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from khabar.records import MentionKind
from khabar.text.characters import squeeze
from khabar.text.nouns import is_accusative
from khabar.text.particles import particles
from khabar.text.phrases import Phrase
from khabar.text.verbs import Reading
from khabar.text.wordlist import VERBAL_NOUN
from khabar.text.words import Word

if TYPE_CHECKING:
    from khabar.text.clauses import Clause


def is_kana(phrase: Phrase) -> bool:
    """Whether a verb is `كان`, whose subject is that of the verb after it (`كانت المنظمة قد دعت`)."""
    return phrase.verb is not None and phrase.verb.verb.lemma == "كان" and phrase.verb.verb.kind == "aux"


def leads(phrase: Phrase, verb: Reading | None) -> bool:
    """Whether a subject is somebody whom a participle can go on about, in gender as well."""
    feminine = verb is not None and verb.person == "3fs"
    state = phrase.who is not None and phrase.definite and phrase.case != "acc" and not phrase.complement
    somebody = phrase.person or state
    return somebody and not (feminine and phrase.gender == "m") and not (not feminine and phrase.gender == "f")


def same_person(other: Clause, clause: Clause) -> bool:
    """Whether a verb agrees with the subject of a clause before: `قتل المسلحون ... وأصابوا`."""
    assert clause.verb is not None
    subject = other.subject[0]
    if not clause.verb.person.startswith("3"):
        return False
    if clause.verb.person in ("3mp", "3fp"):
        return subject.many or len(other.subject) > 1 or not subject.number
    if clause.verb.person in ("3md", "3fd"):
        return subject.number == "du" or len(other.subject) == 2
    if clause.verb.person == "3ms" and subject.person and subject.many and subject.gender == "m":
        # What people did before goes on in the plural.
        return False
    man = subject.who in (MentionKind.PERSON, MentionKind.OFFICE) and (subject.gender, subject.number) == ("m", "sg")
    if clause.verb.person == "3fs" and man and len(other.subject) == 1:
        return False  # `هنأ رئيس المفوضية البلدين، ورحبت أنقرة`
    if subject.person and clause.opener == other.index and clause.verb.tense != "participle":
        subject = replace(subject, prep="")  # `على الشرطة التي ردت بالغاز واعتقلت`
    return fits(subject, clause.verb)


def fits(phrase: Phrase, verb: Reading | None) -> bool:
    """Whether a noun phrase can be the subject of a verb: gender and number, as far as print shows them."""
    if verb is None:
        return True
    person = verb.person
    if not person.startswith("3") or phrase.prep:
        return False
    men = (phrase.person and phrase.gender == "m") or (phrase.who is MentionKind.NATIONALITY and phrase.gender != "f")
    if person == "3fs" and phrase.number == "counted" and men:
        return False  # `وأوقفت عشرين ناشطا`, `ثم اعتقلت 11 فلسطينيا`: she did it to them
    man = phrase.who in (MentionKind.OFFICE, MentionKind.UNNAMED) and phrase.person and phrase.definite
    if person == "3fs" and man and (phrase.gender, phrase.number) == ("m", "sg"):
        return False  # `وناشدت وزير الداخلية`
    if person == "3fs":
        return not (phrase.gender == "m" and phrase.number in ("pl", "du") and phrase.case == "nom")
    if person == "3ms" and (phrase.gender, phrase.number, phrase.definite) == ("f", "pl", True):
        named = phrase.named and phrase.who is not MentionKind.GROUP  # `وطالب قوات الدعم السريع برفع الحصار`
        return named or phrase.who is MentionKind.UNNAMED  # `ودعا المنشآت إلى`, `وحث السلطات على`
    if person == "3ms":
        return not (phrase.gender == "f" and phrase.number == "sg" and phrase.case == "")
    if person in ("3md", "3fd"):
        return phrase.number in ("du", "counted", "") or True
    if person == "3mp" and phrase.number == "pl" and phrase.gender == "f" and not phrase.person:
        return False
    if person == "3mp" and phrase.number == "" and phrase.prep == "" and not phrase.person and phrase.gender == "f":
        return False
    return phrase.number in ("pl", "counted", "") or (phrase.number == "sg" and phrase.gender in ("", "m"))


def adverbial(phrase: Phrase, words: Sequence[Word]) -> bool:
    """Whether a bare noun phrase tells time or manner rather than a participant."""
    if phrase.person:
        return False
    often = words[phrase.end - 1].norm in ("مرات", "مره", "مرتين")
    first = words[phrase.start]
    had = first.norm in particles().given and first.kind == "noun"  # `تلقى دعما عسكريا`
    return often or (first.norm in particles().adverbs and not had)


def is_object(phrase: Phrase, subject: Phrase, verb: Reading, words: Sequence[Word]) -> bool:
    """Whether an indefinite accusative behind a comma can only be what its subject does a deed to.

    `قصفت المليشيات في محافظة تعز، موقعا للجيش`; but `قتل الجندي، ردا على`. Of a support verb it is a deed, and no
    reason: `أجرى الملك سعد، اتصالا هاتفيا`.
    """
    word = words[phrase.inner]
    plain = phrase.kind == "np" and not (phrase.conj or phrase.prep or phrase.definite) and word.kind == "noun"
    kinds = verb.verb.kind.split()
    deed = "event" in kinds and subject.person and subject.definite
    why = adverbial(phrase, words)
    why = why or ("light" not in kinds and VERBAL_NOUN.match(word.norm.removesuffix("ا")) is not None)
    due = is_accusative(word) or ("light" in kinds and word.norm.endswith("ات"))  # `أجرى الملك سعد، مباحثات`
    return plain and deed and due and not why and word.participle is None


def is_told_not_to(clause: Clause, first: Phrase, words: Sequence[Word]) -> bool:
    """Whether people are called on not to do something, and do not call themselves (`ودعا الأهالي إلى عدم التجمع`)."""
    if clause.verb is None or clause.verb.verb.lemma not in ("دعا", "ناشد", "طالب", "حثّ") or not first.definite:
        return False
    many = first.who is None or (first.who is MentionKind.UNNAMED and first.many)
    after = [w.norm for w in words[first.end : first.end + 2]]
    return many and after in (["الي", "عدم"], ["علي", "عدم"])


def are_all(clause: Clause, first: Phrase, words: Sequence[Word]) -> bool:
    """Whether a verb that asks people to do something has only `all of them` behind it: those who are asked.

    So are those whom the news only knows as asked (`ودعا المجتمع الدولي إلى`), and groups that act in the feminine
    (`ودعا الأطراف إلى`).
    """
    asks = clause.verb is not None and squeeze(clause.verb.verb.lemma) in particles().need_object
    behind = min((g[0][0].start for p, g in clause.preps.items() if p in ("الي", "ب", "علي")), default=-1)
    alone = len([g for g in clause.objects if g[0].start < behind]) == 1
    if not (asks and alone) or clause.verb is None:
        return False
    noun = words[first.inner]
    world = [w.norm for w in words[first.inner : first.inner + 2]] == ["المجتمع", "الدولي"]
    groups = clause.verb.person == "3ms" and noun.definite and noun.bare in particles().acting_groups
    return world or groups or noun.norm in ("كل", "جميع", "كافه", "ساءر")


def acts_on_state(clause: Clause) -> bool:
    """Whether behind a state with which a verb disagrees stands the man who does it (`وزار تونس الرئيس التركي`)."""
    if clause.verb is None or clause.verb.person != "3ms" or clause.verb.suffix or len(clause.objects) < 2:
        return False
    state, man = clause.objects[0][0], clause.objects[1][0]
    somebody = man.person and man.definite and man.gender != "f" and man.case != "acc" and not man.conj
    return state.who is MentionKind.PLACE and state.gender == "f" and somebody and fits(man, clause.verb)
