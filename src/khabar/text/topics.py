"""Topics: the noun phrase that stands before its verb (`إن الجيش اعتقل`), right there or over a relative clause."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from khabar.lexicon.words import word_list
from khabar.records import MentionKind
from khabar.text.agreement import adverbial, fits, is_kana, same_person
from khabar.text.phrases import Phrase
from khabar.text.words import Word

if TYPE_CHECKING:
    from khabar.text.clauses import Clause


def still_told_of(number: int, clause: Clause, clauses: Sequence[Clause], phrases: Sequence[Phrase]) -> list[Phrase]:
    """The topic behind a relative clause without `الذي`: `إن فتاة تبلغ 12 عاما قامت بتفجير نفسها`."""
    if number == 0 or phrases[clause.index].conj or clause.opener < 0 or phrases[clause.opener].kind != "verb":
        return []
    other = clauses[number - 1]
    first = other.index == clause.opener and other.how == ("subject stands first",) and other.subject
    if first and clause.verb is not None and not first[0].definite and same_person(other, clause):
        return first if not first[0].prep and other.objects else []
    if other.index != clause.opener or not other.antecedent or other.subject is not other.antecedent:
        return []
    topic, at = other.antecedent[0], next((i for i, p in enumerate(phrases) if p is other.antecedent[0]), 0)
    opened = at == 0 or phrases[at - 1].kind in ("comp", "link", "stop", "quote")
    agrees = (topic.gender == "f") is (clause.verb is not None and clause.verb.person == "3fs")
    return [topic] if opened and agrees and not topic.prep else []


def resumed_topic(clause: Clause, phrases: Sequence[Phrase]) -> list[Phrase]:
    """The topic of a clause that a relative clause parts from its verb: `إن المنطقة التي تضم السفارات تعرضت لهجوم`."""
    rel = clause.opener
    while rel >= 0 and phrases[rel].kind in ("verb", "comma", "np", "part"):
        rel -= 1
    if phrases[clause.index].conj or rel < 1 or phrases[rel].kind != "rel":
        return []
    j = rel - 1
    while j >= 0 and phrases[j].kind in ("np", "comma") and (phrases[j].prep or phrases[j].kind == "comma"):
        j -= 1
    topic = phrases[j] if j >= 0 and phrases[j].kind == "np" else None
    opened = j == 0 or (j > 0 and phrases[j - 1].kind in ("comp", "link", "stop"))
    return [topic] if topic is not None and opened and topic.definite else []


def acts_over_relative(clause: Clause, phrases: Sequence[Phrase]) -> list[Phrase]:
    """The topic that a relative clause parts from a verb of its own, whose object follows.

    `إن القوات التي دخلت البلدة هاجمت نقطة تفتيش`; but `إن البلدة التي دخلتها القوات زارتها لجنة`.
    """
    verb = clause.verb
    if verb is None or verb.suffix or verb.voice == "passive" or clause.agent:
        return []
    if clause.opener < 0 or phrases[clause.opener].kind != "verb":
        return []  # `إن الحكومة التي هددت المعارضة بإسقاطها`: the verb of the relative clause itself
    topic = resumed_topic(clause, phrases)
    if not topic or not fits(topic[0], verb) or not (topic[0].person or topic[0].mentions):
        return []
    return topic if (topic[0].gender == "f" or topic[0].many) is (verb.person == "3fs") else []


def told_before(clause: Clause, phrases: Sequence[Phrase]) -> list[Phrase]:
    """The subject of `كان` over a relative clause or an apposition, where `قد` stands before the verb, or over a comma.

    `وكانت تونس، التي استضافت القمة، قد دعت إلى هدنة`; `كان وليد الخريجي، نائب الوزير، قد استقبل المقداد`; `وكان الأمير
    سعد، استقبل وزير الدفاع`.
    """
    rel, k, verb = clause.opener, clause.index, clause.verb
    parted = phrases[k - 1].kind == "comma" and verb is not None and verb.tense == "past" and bool(clause.objects)
    then = "قد" in phrases[k].particles
    if not (then or parted) or phrases[k].conj:
        return []
    at = clause.index - 1
    while at > 0 and phrases[at].kind in ("np", "comma", "adv"):
        at -= 1
    first = phrases[at + 1]
    if phrases[at].kind == "verb" and is_kana(phrases[at]) and first.kind == "np" and not (first.prep or first.conj):
        agrees = first.person and not (verb is not None and first.many and verb.person == "3ms")
        return _with_others(phrases, at + 1) if then or agrees else []
    if not then:
        return []
    while rel >= 0 and phrases[rel].kind in ("verb", "comma", "np", "part"):
        rel -= 1
    j = rel - 1
    while j > 0 and phrases[j].kind == "comma":
        j -= 1
    if rel < 2 or phrases[rel].kind != "rel" or j < 1 or phrases[j].kind != "np" or phrases[j].prep:
        return []
    return [phrases[j]] if phrases[j - 1].kind == "verb" and is_kana(phrases[j - 1]) else []


def _with_others(phrases: Sequence[Phrase], j: int) -> list[Phrase]:
    """The noun phrase at `j` with those that `و` joins to it (`كانت ألمانيا وفرنسا قد تعهدتا`)."""
    end = j + 1
    while end < len(phrases) and phrases[end].kind == "np" and phrases[end].conj and not phrases[end].prep:
        end += 1
    return list(phrases[j:end])


def topic_of(
    clause: Clause, phrases: Sequence[Phrase], words: Sequence[Word], joined: bool = False
) -> list[Phrase] | None:
    """The noun phrase that stands first in the verb's own clause, before the verb, or None.

    A verb after `و` has none, unless `joined` allows the topic of a nominal clause that goes on
    (`متواجدون ... ويخططون`).
    """
    k, opener = clause.index, clause.opener
    if (own := _own_topic(clause, phrases, words) or _after_amma(clause, phrases, words)) is not None:
        return [own]
    if phrases[k].conj and not joined:
        return None
    while joined and opener >= 0 and phrases[opener].kind == "verb":
        opener = next((j for j in range(opener - 1, -1, -1) if phrases[j].kind in ("comp", "link", "stop", "verb")), -1)
    group: list[Phrase] | None = None
    for j in range(opener + 1, k):
        phrase = phrases[j]
        if phrase.kind == "comma" and group is None:
            continue
        if phrase.kind == "comma":
            # `قال الوزير، زار ...`: after a comma a topic counts only where an aside closes.
            if j != k - 1 or joined:
                continue
            return None if opener < 0 or phrases[opener].kind not in ("comp", "link") else group
        if phrase.kind != "np":
            continue
        if phrase.prep and group is None:
            continue
        if group is not None and _including(phrase, words):
            group.append(phrase)
            continue
        if group is None and not phrase.prep and not adverbial(phrase, words):
            group = [phrase]
        elif group is not None and phrase.conj and not phrase.prep:
            group.append(phrase)
    if group is not None and opener >= 0 and phrases[opener].kind == "verb" and not is_kana(phrases[opener]):
        return None
    if group is not None and opener >= 0 and _is_predicate(group[0], phrases[opener], words):
        return None
    whole = group is not None and opener >= 0 and is_kana(phrases[opener])  # `كانت باريس وروما قطعتا`
    return group if whole or group is None else _of_one(group, clause)


def _of_one(group: list[Phrase], clause: Clause) -> list[Phrase]:
    """Of several before a singular verb the last, where it is somebody who agrees: a topic agrees in number.

    `قتلى غزة أكثر من 15 ألفا وإسرائيل تدعو السكان`: what stands before `و` is a sentence of its own.
    """
    last, verb = group[-1], clause.verb
    if len(group) < 2 or verb is None or verb.person not in ("3ms", "3fs") or not last.conj or not fits(last, verb):
        return group
    if verb.person == "3fs" and all(p.who is MentionKind.PLACE and p.start == p.inner for p in group):
        return group  # `إن روسيا وتركيا وإيران اتفقت`: states listed act in the feminine
    somebody = last.definite and (last.person or last.who is MentionKind.PLACE) and not last.many
    return [last] if somebody and (group[0].gender != "f" or not group[0].person) else group


def _own_topic(clause: Clause, phrases: Sequence[Phrase], words: Sequence[Word]) -> Phrase | None:
    """The topic that `و` brings in behind another verb, or None: `المعتصمون يغلقون المحطة والحكومة توفد وزيرين`."""
    k, opener = clause.index, clause.opener
    if opener < 0 or not opener < k - 1 or phrases[opener].kind != "verb" or phrases[k].conj or clause.verb is None:
        return None
    among = phrases[k - 2]
    counted = phrases[k - 1].kind == "np" and words[phrases[k - 1].inner].kind == "num"
    if among.kind == "np" and among.prep == "بين" and among.suffix and counted:
        return phrases[k - 1]  # `استشهد ستون، من بينهم 17 قتلوا في غارة`
    last, before = phrases[k - 1], phrases[opener].verb
    named = last.kind == "np" and last.conj and last.definite and not last.prep and last.who is not None
    present = before is not None and before.tense == clause.verb.tense == "present"
    answers = last.kind == "np" and last.conj and last.definite and not last.prep and answers_alone(clause, phrases)
    return last if ((named and present) or answers) and fits(last, clause.verb) else None


def answers_alone(clause: Clause, phrases: Sequence[Phrase]) -> bool:
    """Whether a verb of denial stands alone at the end of its sentence (`تتهم مصر بتسليح متمردين والقاهرة تنفي`)."""
    verb = clause.verb
    if verb is None or verb.suffix or verb.verb.lemma not in _DENYING:
        return False
    after = phrases[clause.index + 1 : clause.index + 2]
    return not after or after[0].kind in ("stop", "comma")


_DENYING = word_list(__name__, "denying")


def _is_predicate(phrase: Phrase, opener: Phrase, words: Sequence[Word]) -> bool:
    """Whether what stands first after `أنها` tells what she is, and is no topic (`أنها تابعة للتحالف`)."""
    single = phrase.end == phrase.inner + 1 or phrase.complement
    return bool(opener.suffix) and single and not phrase.definite and not phrase.person and not phrase.prep


def _after_amma(clause: Clause, phrases: Sequence[Phrase], words: Sequence[Word]) -> Phrase | None:
    """The topic behind `أما` that the verb's `ف` answers to (`أما الحركة فتوعدت`, `أما المجلس، الذي انعقد، فقد`)."""
    k = clause.index
    if not words[phrases[k].start].token.norm.startswith("ف"):
        return None
    for j in range(k - 1, -1, -1):
        if phrases[j].kind in ("stop", "comp") or (phrases[j].kind == "verb" and phrases[j - 1].kind != "rel"):
            return None
        before = words[max(phrases[j].start - 1, 0)].norm
        if {words[phrases[j].start].norm, before} & {"اما", "واما"} and phrases[j].kind == "np":
            return phrases[j] if not phrases[j].prep else None
    return None


def _including(phrase: Phrase, words: Sequence[Word]) -> bool:
    """Whether a phrase names some of those before it: `بما في ذلك X`, `من بينهم X`."""
    lead = [w.norm for w in words[max(phrase.start - 1, 0) : phrase.start + 2]]
    return phrase.person and (
        "بما في ذلك" in " ".join(lead) or (phrase.prep == "بين" and words[phrase.start].suffix != "")
    )


def tells_topic(other: Clause, clause: Clause, phrases: Sequence[Phrase]) -> bool:
    """Whether a verb stands under another one's `أن`, behind a topic of its own (`قال إن سيارة قدمت وقام من فيها`)."""
    if other.comp is None or not other.comp[0] < clause.index < other.comp[1] or phrases[other.comp[0]].suffix:
        return False
    first = other.comp[0] + 1
    while first < clause.index and phrases[first].kind == "quote":
        first += 1
    return phrases[first].kind == "np"
