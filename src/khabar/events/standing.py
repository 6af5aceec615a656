"""Whom a pronoun stands for in its own sentence: `اتهموه`, `اعتذر لهما`, `مطالبا إياها`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from khabar.events.scene import Scene
from khabar.events.types import FORCE
from khabar.lexicon.words import word_list
from khabar.records import Mention, MentionKind
from khabar.text.clauses import Clause
from khabar.text.nouns import pronoun_at_end
from khabar.text.particles import particles
from khabar.text.phrases import Phrase
from khabar.text.words import Word

if TYPE_CHECKING:
    from khabar.events.draft import Draft

_INSIDE = frozenset({MentionKind.PERSON, MentionKind.OFFICE, MentionKind.GROUP, MentionKind.UNNAMED})


def antecedent(draft: Draft, phrase: Phrase) -> Mention | None:
    """Whom an attached pronoun stands for: the nearest person or group before it that agrees, or None.

    It is never the subject of its own verb. People in a genitive count where the phrase is nobody itself (`استقالة
    المدير`).
    """
    scene, clause = draft.scene, draft.trigger.clause
    own = clause.subject if clause is not None and draft.trigger.kind == "verb" else []
    told = list(people_before(scene, phrase, own))
    if draft.type in _SUFFERED:
        told = [p for p in told if not reports(scene, p, phrase)]
    two = [p for p in told if is_two(scene, p)]
    found = two if phrase.suffix == "هما" and two else told
    them = next((p for p in found if _agrees(p, phrase.suffix)), None)
    if them is not None and not them.person and _has_acted(scene, them):
        draft.settled.add(scene.mention(them).span)
    return scene.mention(them) if them is not None else None


_SUFFERED = FORCE | {"SANCTION"}
_OFFICIAL = frozenset({"GOV", "COP", "MIL", "JUD", "JRN", "SPY"})


def reports(scene: Scene, phrase: Phrase, later: Phrase) -> bool:
    """Whether somebody in office, or an outlet, tells what holds a later phrase: force in his words is not done to him.

    `أوضح المتحدث أنه تم إيقافه`: him of whom he told before; but `قال الناشط إنه تم توقيفه`.
    """
    k = scene.phrase_at(later.start)
    told = any(
        clause.says and clause.comp is not None and any(p is phrase for p in clause.subject) and clause.comp[0] <= k
        for clause in scene.clauses
    )
    if scene.words[phrase.head].bare in ("متحدث", "ناطق"):
        return True  # in apposition to a name, too
    return told and bool(_OFFICIAL & set(scene.mention(phrase).sectors))


def subject_before(scene: Scene, k: int, noun: Word) -> Clause | None:
    """The nearest clause before phrase `k` whose subject the pronoun on a noun can be.

    `أفاد الوزير بأن لقاءه بالرئيس تطرق إلى الحدود`. Behind what somebody says of others it is he (`أكد الوزير أن مصر
    ترفض التدخل، عقب اجتماعه بالسفير`).
    """
    suffix = pronoun_at_end(noun.norm)
    before = (c for c in reversed(scene.clauses) if c.index < k and c.subject and c.subject[0].start < noun.index)
    for clause in before:
        told = clause.subject[0]
        if not told.person:
            continue
        if _agrees(told, suffix) and not told.suffix:
            return clause
        if told.suffix or not any(c.says and c.comp is not None and c.comp[0] < clause.index for c in scene.clauses):
            return None
    return None


def nearest_man(scene: Scene, k: int, noun: Word) -> Phrase | None:
    """The one man or woman named last before phrase `k`, where the pronoun on a noun can be his or hers, or None."""
    suffix = pronoun_at_end(noun.norm)
    at = scene.phrases[k].start
    for phrase in (p for p in reversed(scene.phrases[:k]) if p.kind == "np" and p.end <= at):
        if phrase.suffix or suffix not in ("ها", "ه"):
            return None
        one = phrase if phrase.person else _inside(scene, phrase)
        if one is not None:
            return one if _is_one(one) and _agrees(one, suffix) else None
    return None


def speaker_of(scene: Scene, clause: Clause) -> Phrase | None:
    """Who said what came at some occasion of his (`وجاء حديث الوزير خلال استقباله السفير`), or None."""
    told = clause.subject[0] if clause.subject else None
    if told is None or told.person or scene.words[told.inner].bare not in particles().statements | _SAID:
        return None
    return _inside(scene, told)


_SAID = word_list(__name__, "said")


def both_before(scene: Scene, start: int) -> list[Phrase]:
    """The two nearest before a dual pronoun at word `start`; empty where one phrase is both, or nobody is.

    Those whom `و` joins (`بين الجيش والحركة ... توسط بينهما`), or of whom one spoke to the other (`أكد الوزير لنظيره
    ... بعد لقائهما`).
    """
    before = [p for p in scene.phrases if p.kind == "np" and p.start < start and not p.suffix]
    for first, second in zip(before[-2::-1], before[:0:-1], strict=False):
        if is_two(scene, second):
            return []
        apart = any(first.end <= p.start < second.start for p in scene.phrases)
        if second.conj and not (second.prep or first.conj or apart) and first.person and second.person:
            return [first, second]
    return _to_another(scene, start)


def _to_another(scene: Scene, start: int) -> list[Phrase]:
    """Who did something to one other, or said it to him, in the nearest clause before word `start` that tells so."""
    for clause in reversed(scene.clauses):
        if scene.phrases[clause.index].start > start or len(clause.subject) != 1 or not _is_one(clause.subject[0]):
            continue
        groups = [*clause.objects, *(g for prep in _TO for g in clause.preps.get(prep, ()))]
        others = [g for g in groups if g[0].start < start and g[0].person]
        if len(others) == 1 and len(others[0]) == 1 and _is_one(others[0][0]):
            return [clause.subject[0], others[0][0]]
    return []


_TO = ("ل", "مع", "الي", "ب")
"""Prepositions before the other one with whom somebody deals."""


def _is_one(phrase: Phrase) -> bool:
    """Whether a phrase is one man or woman."""
    one = phrase.number in ("sg", "") and phrase.who in (MentionKind.PERSON, MentionKind.OFFICE)
    return phrase.person and one and not phrase.suffix


def is_two(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase tells of two (`المرأتين`, `نقابيين اثنين`)."""
    return phrase.number == "du" or scene.words[phrase.end - 1].norm in particles().twos


def people_before(scene: Scene, phrase: Phrase, own: Sequence[Phrase]) -> Iterator[Phrase]:
    """People, bodies and states before a pronoun, the nearest first; whose a place is only behind who was there.

    `كانت النائبة في مقر المنظمة واعتقلتها الشرطة`: the member and not the organisation.
    """
    owners: list[Phrase] = []
    for other in reversed(scene.phrases):
        if other.kind != "np" or other.start >= phrase.start or other.suffix or any(other is p for p in own):
            continue
        if other.prep and other.prep == phrase.prep:
            continue
        if other.person or _is_state(scene, other, phrase.suffix) or _has_acted(scene, other):
            yield other
            if any(other is p for c in scene.clauses for p in c.subject):
                yield from owners
                owners = []
        elif (inside := _inside(scene, other)) is not None and all(inside.head != p.head for p in own):
            if other.prep in _WHERE and other.head not in scene.event_words:
                owners.append(inside)
            else:
                yield inside
    yield from owners


_WHERE = word_list(__name__, "where")


def _has_acted(scene: Scene, phrase: Phrase) -> bool:
    """Whether a word that is no noun for people has done something (`نفذه مسلح قبل أن تقتله`, `نفذها فلسطيني`)."""
    people = phrase.who is MentionKind.NATIONALITY or scene.is_one_of(scene.words[phrase.head], ("armed",))
    return people and any(phrase is p for c in scene.clauses for p in c.subject)


def _inside(scene: Scene, phrase: Phrase) -> Phrase | None:
    """The people in the genitive of a phrase that is nobody itself (`استقالة مدير الشركة`), or None."""
    for i in range(phrase.inner + 1, phrase.end):
        number = scene.atoms[i]
        if number >= 0 and scene.mentions[number].kind in _INSIDE:
            return scene.phrase(i, phrase.end)
    return None


def _is_state(scene: Scene, phrase: Phrase, suffix: str) -> bool:
    """Whether a phrase is a place alone that stands for a state (`مع ستوكهولم ... مطالبا إياها`)."""
    return suffix == "ها" and phrase.prep not in ("في", "ب", "من", "الي") and scene.is_state(phrase)


def _agrees(phrase: Phrase, suffix: str) -> bool:
    if suffix == "ه":
        return not (phrase.gender == "f" or phrase.number in ("pl", "du", "counted"))
    if suffix == "ها":
        many = phrase.many and phrase.who is MentionKind.UNNAMED and phrase.gender != "f"
        return not many and not (phrase.gender == "m" and phrase.number in ("sg", "pl", "counted"))
    if suffix in ("هم", "هن"):
        return phrase.many
    return True
