"""What the bare noun phrases behind a verb are: its subject, its object, or neither, weighed over all that print shows.

`أن ينتزع المقعد`, `وغطت كل الولايات`, `نظم ناشطون أمس مسيرة`: the subject may be left out, endings are not printed, and
a phrase may belong to the noun before it. The rules (`text/subjects.py`) propose; how far each holds, with which verb
and which noun, is learned from parsed sentences (as Gildea and Jurafsky 2002 label arguments). Weights by
`tools/train_arguments.py`; the card is `models/arguments.md`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from khabar.models.linear import Linear
from khabar.text.agreement import are_all, fits
from khabar.text.characters import squeeze
from khabar.text.particles import particles
from khabar.text.phrases import Phrase
from khabar.text.subjects import BEHIND_OBJECT, FOLLOWS, ON_JOURNEY, settle_without
from khabar.text.topics import topic_of
from khabar.text.wordlist import VERBAL_NOUN
from khabar.text.words import Word

if TYPE_CHECKING:
    from khabar.text.clauses import Clause

SURE = 0.5
"""The log-odds from which on the weights overrule the rules."""
_NEAR = 4
"""How many phrases between a verb and what follows are told apart."""
_PER_PERSON = ("rule", "who", "fits", "definite", "masdar", "later", "gap", "case", "topic", "joined", "opened", "how")
"""Facts that count for each form of the verb, and for each place in the row, in their own way."""
_PER_VERB = ("rule", "who", "definite", "masdar", "later")
"""Facts that count for each verb, and for each verdict of the rules, in their own way."""


@dataclass(frozen=True, slots=True)
class Behind:
    """A noun phrase behind a verb, with what `و` joins to it, and what the rules take it for."""

    group: list[Phrase]
    rule: str
    """`subject`, or `object` with its number."""


@dataclass(frozen=True, slots=True)
class Arguments:
    """Settles what stands behind a verb; without a model the rules' verdict stays."""

    subject: Linear | None
    object: Linear | None

    @classmethod
    def load(cls) -> Arguments:
        """The shipped weights."""
        return cls(Linear.load("subject"), Linear.load("object"))

    def settle(
        self, number: int, clause: Clause, clauses: Sequence[Clause], words: Sequence[Word], phrases: Sequence[Phrase]
    ) -> None:
        """Set right, by the weights, subject and objects of a clause that the rules have settled."""
        if self.subject is None or self.object is None or not is_weighed(clause):
            return
        row = behind(clause, phrases)
        verdicts = []
        for place, one in enumerate(row):
            if words[one.group[0].start - 1].norm == "عدم" or are_all(clause, one.group[0], words):
                verdicts.append(one.rule.split()[0])  # `طلب عدم ذكر اسمه`, `ودعا كل الأطراف إلى`
                continue
            told = facts(clause, row, place, words, phrases)
            verdict = self.verdict(one.rule, self.subject.odds(told), self.object.odds(told))
            agrees = verdict != "subject" or one.rule == verdict or fits(one.group[0], clause.verb)
            alone = verdict == "subject" and len(row) == 1
            first = _told_first(clause, phrases) or _lacks_object(clause) or _is_told_of(clause, phrases)
            agrees = agrees and not (alone and first)
            agrees = agrees and not (verdict == "subject" and _by_pronoun(clause, one.group[0]))
            lost = verdict == "neither" and one.rule == "object 0" and _goes_without_none(clause)
            lost = lost and not (_is_bearer(clause, one.group[0]) or _describes(clause, one.group[0], words))
            verdicts.append(verdict if agrees and not lost else "object")
        _keep_object(clause, row, verdicts)
        _apply(number, clause, clauses, words, phrases, row, verdicts)

    @staticmethod
    def verdict(rule: str, subject: float, object_: float) -> str:
        """`subject`, `object` or `neither` by two log-odds: the likeliest, the rules' where nothing is sure."""
        kept, by_rule = ("subject", subject) if rule == "subject" else ("object", object_)
        other, by_weight = ("object", object_) if rule == "subject" else ("subject", subject)
        if by_weight > max(by_rule, 0.0) and by_weight - by_rule > SURE:
            return other
        return "neither" if max(by_rule, by_weight) < -SURE else kept


def _keep_object(clause: Clause, row: Sequence[Behind], verdicts: list[str]) -> None:
    """Leave a verb that nobody uses without an object the somebody behind when or where (`استقبل الأمير أمس وفدا`).

    What right behind its subject may be his office, or his name, stays with him.
    """
    verb = clause.verb
    if verb is None or squeeze(verb.verb.lemma) not in particles().only_object or verb.suffix or clause.comp:
        return
    if verb.voice == "passive" or "object" in verdicts or "subject" not in verdicts:
        return
    first = row[verdicts.index("subject")].group
    for place, one in enumerate(row):
        here = one.group[0]
        apart = here.start > first[-1].end and one.rule != "subject"
        if apart and verdicts[place] == "neither" and here.person and here.case != "nom":
            verdicts[place] = "object"
            return


def _told_first(clause: Clause, phrases: Sequence[Phrase]) -> bool:
    """Whether the subject is somebody right before the verb, first in its sentence (`إيران تستقبل المبعوث`)."""
    k, first = clause.index, clause.subject[-1] if clause.subject else None
    if first is None or k == 0 or phrases[k - 1] is not first or phrases[k].conj or first.prep or not first.definite:
        return False
    opened = clause.opener < 0 or phrases[clause.opener].kind in ("comp", "stop", "link")
    somebody = first.person or first.who is not None
    return opened and somebody and clause.verb is not None and clause.verb.tense == "present"


def _by_pronoun(clause: Clause, thing: Phrase) -> bool:
    """Whether the pronoun before a deed is its subject, and a thing stands behind it (`قال الحزب إنه استهدف مبنى`)."""
    told = clause.how == ("subject is who the pronoun stands for",) and not thing.person and not thing.definite
    return told and clause.verb is not None and "event" in clause.verb.verb.kind.split()


def _is_told_of(clause: Clause, phrases: Sequence[Phrase]) -> bool:
    """Whether no pronoun behind `الذي` or `التي` stands for what it tells of, which then is the subject.

    `الاعتداءات التي استهدفت باريس`; but `الاعتداءات التي شنتها المليشيا`.
    """
    opener = phrases[clause.opener] if clause.opener >= 0 else None
    told = opener is not None and opener.kind == "rel" and clause.opener == clause.index - 1
    return told and clause.how == ("subject is what the relative clause tells of",)


def _lacks_object(clause: Clause) -> bool:
    """Whether a verb that nobody uses without an object has its subject from the verb before, and one noun phrase."""
    verb = clause.verb
    needs = verb is not None and squeeze(verb.verb.lemma) in particles().only_object and not verb.suffix
    return needs and bool(clause.subject) and clause.how == ("subject of the verb before",)


def _goes_without_none(clause: Clause) -> bool:
    """Whether a verb that has its subject has no use without an object (`بدأت الشرطة`, `اتهم الوزير`, `دان الملك`)."""
    verb = clause.verb
    if verb is None or verb.suffix or verb.voice == "passive" or not clause.subject or clause.comp is not None:
        return False
    asks = squeeze(verb.verb.lemma) in particles().need_object | particles().only_object
    return asks or verb.verb.lemma in particles().lemmas["blaming"] or "light" in verb.verb.kind.split()


def _is_bearer(clause: Clause, name: Phrase) -> bool:
    """Whether a name before another object may be who holds the office before it (`وجه القائد سالم حمد شكره`)."""
    return len(clause.objects) > 1 and name.named and not clause.subject[0].named


def _describes(clause: Clause, phrase: Phrase, words: Sequence[Word]) -> bool:
    """Whether a definite word right behind a definite subject is an adjective of it (`بدأ الناشط المصري | المعتقل`)."""
    word, subject = words[phrase.inner], clause.subject[-1]
    adjective = word.adjectival or (word.bare.startswith("م") and not phrase.many)
    return subject.end == phrase.start and subject.definite and word.definite and adjective and not phrase.prep


def is_weighed(clause: Clause) -> bool:
    """Whether a clause has a finite verb and its order settles nothing, so that what follows it is weighed."""
    settled = BEHIND_OBJECT in clause.how or ON_JOURNEY in clause.how
    return clause.verb is not None and clause.verb.tense != "participle" and not settled


def behind(clause: Clause, phrases: Sequence[Phrase]) -> list[Behind]:
    """The bare noun phrases behind the verb of a clause that the rules take for its subject or objects, in order."""
    end = phrases[clause.index].end
    row = [Behind(group, f"object {n}") for n, group in enumerate(clause.objects) if group[0].start >= end]
    if clause.how[:1] == (FOLLOWS,) and clause.subject and clause.subject[0].start >= end:
        row.append(Behind(clause.subject, "subject"))
    return sorted(row, key=lambda one: one.group[0].start)


def _apply(
    number: int, clause: Clause, clauses: Sequence[Clause], words: Sequence[Word], phrases: Sequence[Phrase],
    row: Sequence[Behind], verdicts: Sequence[str],
) -> None:  # fmt: skip
    """Give a clause the subject and objects of the verdicts; a subject left out is looked for before the verb."""
    found = next((one for one, verdict in zip(row, verdicts, strict=True) if verdict == "subject"), None)
    others = [g for g in clause.objects if all(g is not one.group for one in row)]
    objects = [one.group for one, verdict in zip(row, verdicts, strict=True) if verdict == "object"]
    had = clause.how[:1] == (FOLLOWS,)
    if found is not None and not (had and clause.subject is found.group):
        clause.subject, clause.how = found.group, (FOLLOWS,)
    elif found is None and had:
        clause.subject, clause.how, clause.objects = [], (), [*others, *objects]
        settle_without(number, clause, clauses, words, phrases, topic_of(clause, phrases, words))
    clause.objects = [*others, *objects]


def facts(
    clause: Clause, row: Sequence[Behind], place: int, words: Sequence[Word], phrases: Sequence[Phrase]
) -> dict[str, float]:
    """What speaks for and against the phrase at `place` of the row behind a verb as subject or object: name to 1."""
    assert clause.verb is not None
    one, verb = row[place], clause.verb
    lemma, pattern = squeeze(verb.verb.lemma), verb.verb.pattern
    found: dict[str, float] = {}
    named = (
        *_of_verb(clause, words, phrases), *_of_phrase(clause, one, words), *_of_gap(clause, one, words, phrases),
        *_of_row(clause, row, place, words), *_of_topic(clause, phrases),
    )  # fmt: skip
    for name in named:
        found[name] = 1.0
        kind = name.split(" ", 1)[0]
        if kind in _PER_PERSON:
            found[f"{name} | {verb.person}"] = found[f"{name} | at {min(place, 1)}"] = 1.0
        if kind in _PER_VERB:
            found[f"{name} | {lemma}"] = found[f"{name} | {one.rule}"] = found[f"{name} | {pattern}"] = 1.0
    return found


def _of_verb(clause: Clause, words: Sequence[Word], phrases: Sequence[Phrase]) -> Iterator[str]:
    """The verb and what opens its clause."""
    verb, phrase = clause.verb, phrases[clause.index]
    assert verb is not None
    yield f"lemma {squeeze(verb.verb.lemma)}"
    yield from (f"pattern {verb.verb.pattern}", f"verb {verb.person} {verb.tense}", f"voice {verb.voice}")
    yield from (f"carries {verb.suffix or 'nothing'}", f"kind {verb.verb.kind}", f"negated {phrase.negated}")
    yield f"joined {phrase.conj}"
    opener = phrases[clause.opener] if clause.opener >= 0 else None
    word = words[opener.head].norm if opener is not None and opener.kind in ("comp", "rel", "link") else ""
    yield f"opened {opener.kind if opener is not None else 'none'} {word}"
    yield f"opener {min(clause.index - clause.opener, 5) if opener is not None else min(clause.index, 5)}"
    yield f"before {words[phrase.start - 1].norm if phrase.start else 'start'}"
    yield f"particles {' '.join(phrase.particles)}"
    yield from (f"content {clause.comp is not None}", f"how {clause.how[0] if clause.how else 'none'}")
    yield from (f"preposition {prep}" for prep in clause.preps)


def _of_phrase(clause: Clause, one: Behind, words: Sequence[Word]) -> Iterator[str]:
    """The phrase itself, and whether it agrees with the verb."""
    phrase, verb = one.group[0], clause.verb
    assert verb is not None
    head = words[phrase.head]
    yield f"rule {one.rule}"
    yield from (f"fits {fits(phrase, verb)}", f"gender {phrase.gender} {verb.person}", f"case {phrase.case}")
    yield f"number {phrase.number} {verb.person}"
    yield f"who {phrase.who.value if phrase.who is not None else 'nobody'}"
    yield from (f"definite {phrase.definite}", f"possessed {phrase.possessed}", f"several {len(one.group) > 1}")
    yield from (f"masdar {VERBAL_NOUN.match(head.bare) is not None}", f"head {head.bare}", f"is {head.kind}")
    yield from (f"first {words[phrase.inner].kind}", f"ends {head.norm[-1:]}", f"ends {head.norm[-2:]}")
    yield f"behind {words[phrase.end].norm if phrase.end < len(words) else 'end'}"


def _of_gap(clause: Clause, one: Behind, words: Sequence[Word], phrases: Sequence[Phrase]) -> Iterator[str]:
    """What stands between verb and phrase."""
    phrase, verb = one.group[0], phrases[clause.index]
    gap = [p for p in phrases[clause.index + 1 :] if p.start < phrase.start]
    kinds = [f"{p.kind} {p.prep}".strip() for p in gap]
    yield f"gap {' '.join(kinds) if len(gap) < _NEAR else 'long'}"
    yield from (f"phrases {min(len(gap), _NEAR)}", f"words {min(phrase.start - verb.end, 8)}")
    yield from (f"between {kind}" for kind in kinds)
    yield f"word {words[phrase.start - 1].norm}"
    last = gap[-1] if gap else verb
    deed = last.kind == "np" and VERBAL_NOUN.match(words[last.head].bare) is not None
    yield f"next to {last.kind} {bool(last.prep)} {deed}"


def _of_row(clause: Clause, row: Sequence[Behind], place: int, words: Sequence[Word]) -> Iterator[str]:
    """What stands before it and behind it in the row."""
    yield from (f"at {min(place, 2)}", f"later {min(len(row) - place - 1, 2)}")
    for name, at in (("later", place + 1), ("earlier", place - 1)):
        if 0 <= at < len(row):
            phrase = row[at].group[0]
            yield f"{name} who {phrase.who.value if phrase.who is not None else 'nobody'} {phrase.person}"
            yield from (f"{name} fits {fits(phrase, clause.verb)}", f"{name} definite {phrase.definite}")
            yield f"{name} masdar {VERBAL_NOUN.match(words[phrase.head].bare) is not None}"
            yield from (f"{name} case {phrase.case}", f"{name} rule {row[at].rule}")


def _of_topic(clause: Clause, phrases: Sequence[Phrase]) -> Iterator[str]:
    """What stands before the verb in its clause."""
    before = range(clause.index - 1, clause.opener, -1)
    near = takewhile(lambda k: phrases[k].kind not in ("stop", "verb"), before)
    at = next((k for k in near if phrases[k].kind == "np" and not phrases[k].prep), None)
    yield f"topic {at is not None}"
    if at is not None:
        topic = phrases[at]
        yield f"topic fits {fits(topic, clause.verb)}"
        yield f"topic who {topic.who.value if topic.who is not None else 'nobody'}"
        yield f"topic far {min(clause.index - at, _NEAR)}"
