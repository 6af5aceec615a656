"""Whether what stands behind a verb is its object, its subject having been told before (`وصادرت حاسوبه`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from khabar.records import MentionKind
from khabar.text.agreement import is_kana, same_person
from khabar.text.characters import squeeze
from khabar.text.inherited import inherits
from khabar.text.particles import particles
from khabar.text.phrases import Phrase
from khabar.text.words import Word

if TYPE_CHECKING:
    from khabar.text.clauses import Clause


def belongings(clause: Clause, first: Phrase, phrases: Sequence[Phrase], words: Sequence[Word]) -> bool:
    """Whether what follows a verb after `و` belongs to somebody told of before, and nobody who could speak."""
    speaks = first.person and clause.says
    if len(clause.objects) > 1 and clause.objects[1][0].person and not names_him(clause):
        return False  # `وناشد والده الخاطفين`, `وأوقفت شرطتها عشرين شخصا`
    if first.person and len(clause.objects) == 1 and clause.verb is not None and clause.verb.voice == "passive":
        return False  # `قتل طفل وأصيب والده`: it was done to him
    opener = phrases[clause.opener] if clause.opener >= 0 else None
    # `كان الجيش قد سحب جنوده`
    goes_on = opener is not None and opener.kind == "verb" and is_kana(opener) and first.case != "nom"
    then = words[phrases[clause.index].start - 1].norm == "ثم"  # `ثم اعتقل صاحبه`
    return first.possessed and (phrases[clause.index].conj or goes_on or then) and not speaks


def names_him(clause: Clause) -> bool:
    """Whether a name right behind a noun with a pronoun is its bearer's (`ثم اعتقل صاحبه محمود الدبعي`)."""
    first, name = clause.objects[0][0], clause.objects[1][0]
    bare = name.who is MentionKind.PERSON and name.named and first.number == "sg" and first.gender != "f"
    return bare and len(clause.objects) == 2 and name.start == first.end


def is_content(clause: Clause, first: Phrase, words: Sequence[Word]) -> bool:
    """Whether a noun behind those who are asked is what is asked of them (`وطلبت من السكان البقاء في بيوتهم`)."""
    asked = [g[0] for g in clause.preps.get("من", ()) if g[0].start < first.start]
    if not asked or clause.verb is None or clause.verb.verb.lemma not in ("طلب", "التمس"):
        return False
    return not first.person and not first.mentions and asked[-1].end == first.start


def is_amount(clause: Clause, first: Phrase, phrases: Sequence[Phrase], words: Sequence[Word]) -> bool:
    """Whether a speaker goes on, and things counted behind what he promises are given by it."""
    says = clause.says and phrases[clause.index].conj
    counted = first.number == "counted" and words[first.inner].kind == "num"
    behind = first.start > phrases[clause.index].end
    return says and counted and behind and not first.person and not first.mentions


def topic_goes_on(
    number: int, clause: Clause, clauses: Sequence[Clause], phrases: Sequence[Phrase], words: Sequence[Word]
) -> bool:
    """Whether a verb after `و` goes on about the topic of the verb before, and an accusative is its object.

    `إن مجموعة تسللت إلى البلدة وهاجمت مخفرا`.
    """
    first, verb = clause.objects[0][0], clause.verb
    if number == 0 or verb is None or verb.suffix or clause.agent or not phrases[clause.index].conj:
        return False
    other = clauses[number - 1]
    if other.how != ("subject stands first",) or other.verb is None or other.verb.tense != verb.tense or first.definite:
        return False
    between = phrases[other.index + 1 : clause.index]
    if any(p.kind in ("stop", "link", "comp", "comma", "rel") for p in between) or not same_person(other, clause):
        return False
    alef = words[first.head].token.text.endswith(("ا", "اً")) and not first.possessed and first.number == "sg"
    if not alef or first.person or "event" not in verb.verb.kind.split():
        return False
    clause.subject, clause.how = other.subject, ("subject of the verb before",)
    return True


def is_told_by_pronoun(clause: Clause, phrases: Sequence[Phrase], words: Sequence[Word]) -> bool:
    """Whether a pronoun is the subject of a verb that needs an object, which follows (`لكنه ناشد المانحين`)."""
    verb, k = clause.verb, clause.index
    if verb is None or verb.suffix or verb.voice == "passive" or clause.agent:
        return False
    lemma = squeeze(verb.verb.lemma)
    if lemma not in particles().need_object | particles().only_object:
        return False
    alone = k > 0 and words[phrases[k].start - 1].kind == "pron"
    return alone or (clause.opener == k - 1 and k > 0 and bool(phrases[k - 1].suffix))


def blames(
    number: int, clause: Clause, clauses: Sequence[Clause], phrases: Sequence[Phrase], words: Sequence[Word]
) -> bool:
    """Whether a verb after `و` goes on, and all behind it is whom it holds responsible (`وحمل البرلمان المسؤولية`)."""
    verb, groups = clause.verb, clause.objects
    if verb is None or verb.verb.lemma != "حمّل" or verb.suffix or not phrases[clause.index].conj or len(groups) != 2:
        return False
    blame = words[groups[1][0].inner].bare == "مسءوليه" and not {"ل", "الي"} & set(clause.preps)
    return blame and inherits(number, clause, clauses, phrases)
