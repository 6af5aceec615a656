"""The spotter: which candidates of a report tell of a happening, weighed over all that rules and words say.

Each rule is right about most and wrong about some; how much it counts, with which words and beside which others, is
learned from annotated reports (`tools/train_spotter.py`; `models/spotter.md` is the card).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING

from khabar.events.disowned import is_claim
from khabar.events.draft import Draft
from khabar.events.judge import Judge
from khabar.events.lexicon import noun_key, noun_keys
from khabar.events.merge import lend
from khabar.events.read_by import kind_facts
from khabar.events.scene import Scene
from khabar.events.tenor import Tenor
from khabar.events.traits import of_arguments, of_sentence, of_trigger
from khabar.events.trigger import Group
from khabar.lexicon.words import word_list
from khabar.models.linear import Linear
from khabar.records import IRREALIS, MentionKind
from khabar.text.characters import squeeze

if TYPE_CHECKING:
    from khabar.events.candidates import Candidates

LEAST = -1.0
"""The log-odds from which on a candidate is taken; what is doubtful then is left to `events/confidence.py`."""
DENIED = -3.0
"""The same for what somebody denies by name: a claim that was made, whatever little is told of it."""
SURE = 2.0
"""What the news of a report weighs at least (`news_of`)."""
PLAIN = 4.0
"""What a deed told in set words weighs at least (`is_plain`)."""
_NEAR = 3
"""How many words around a trigger are facts of it."""
_LATER = 8
"""From which sentence on all are alike."""
WORDS, LETTERS = 0.3, 0.5
"""How much a word of the sentence, and a group of letters of the trigger, counts beside other facts."""
_STRUCK = word_list(__name__, "struck")
_OF_TYPE = ("verb ", "noun ", "particle", "opened", "governed", "actor", "recipient", "sized", "both", "aux")
"""Traits that count for each type of event in its own way."""
_OF_ENTRY = (
    "verb past", "verb present", "noun definite", "opened", "actor none", "actor some", "recipient some",
    "recipient none", "aux",
)
"""Traits that count for each entry of the lexicon in its own way."""


@dataclass(frozen=True, slots=True)
class Spotter:
    """Weighs the candidates of reports; without a model it takes all that no rule speaks against."""

    model: Linear | None

    @classmethod
    def load(cls) -> Spotter:
        """The shipped spotter."""
        return cls(Linear.load("spotter"))

    def sift(self, found: Sequence[Candidates], tenor: Tenor, judge: Judge) -> list[list[Draft]]:
        """The candidates of each sentence that tell of happenings, in the order of the text; sets their `weight`.

        What those left out say of who, whom and how is lent to those kept.
        """
        report = report_of(found, tenor)
        sure = [*news_of(found), *(d for c in found for d in c.sound if _is_tried_or_met(d))]
        return [self._of_sentence(number, each, report, judge, sure) for number, each in enumerate(found)]

    def _of_sentence(
        self, number: int, found: Candidates, report: Report, judge: Judge, sure: Sequence[Draft]
    ) -> list[Draft]:
        everything = [*found.sound, *found.doubtful]
        for draft in everything:
            judge.accepts(draft)
        if self.model is None or not everything:
            return found.sound
        common = self.model.odds(of_scene(found.scene, number))
        best: dict[tuple[int, ...], Draft] = {}
        for draft in everything:
            draft.weight = common - self.model.intercept + self.model.odds(of_draft(draft, report))
            if any(draft is d for d in sure):
                draft.weight = max(draft.weight, SURE)
            if is_plain(draft):
                draft.weight = max(draft.weight, PLAIN)
            known = best.setdefault(draft.trigger.words, draft)
            if draft.weight > (known.weight or LEAST):
                best[draft.trigger.words] = draft
        kept = [d for d in best.values() if d.weight is not None and d.weight >= (DENIED if is_claim(d) else LEAST)]
        kept.sort(key=lambda d: d.span)
        for draft in found.sound:
            if all(d is not draft for d in kept):
                lend(draft, kept)
        return kept


@dataclass(frozen=True, slots=True)
class Report:
    """What a report as a whole says of its candidates."""

    tenor: Tenor
    types: Mapping[str, int]
    """How many sound candidates of each type there are."""
    entries: Mapping[str, int]
    """How many candidates, sound or doubtful, of each entry of the lexicon there are."""
    headed: Set[str]
    """The types of the sound candidates in the headline."""


def report_of(found: Sequence[Candidates], tenor: Tenor) -> Report:
    """The report that the candidates of all its sentences make."""
    sound = [d for c in found for d in c.sound]
    entries = Counter(d.sense.entry for c in found for d in (*c.sound, *c.doubtful))
    headed = {d.type for d in sound if d.scene.sentence.paragraph < 0}
    return Report(tenor, Counter(d.type for d in sound), entries, headed)


def news_of(found: Sequence[Candidates]) -> list[Draft]:
    """The force or protest that a report is about: its headline and the verb that opens its lead tell who did it.

    `مستوطنون يقتحمون الأقصى | اقتحم عشرات المستوطنين، اليوم، المسجد الأقصى`: the weights take such briefs for talk.
    """
    lead = next((c for c in found if not c.scene.title), None)
    heads = [d for c in found if c.scene.sentence.paragraph < 0 for d in c.sound if _tells_who(d)]
    if lead is None or not heads:
        return []
    told = [d for d in lead.sound if _tells_who(d) and _opens(d)]
    both = {d.sense.entry for d in told} & {d.sense.entry for d in heads}
    return [d for d in (*heads, *told) if d.sense.entry in both]


def is_plain(draft: Draft) -> bool:
    """Whether a trigger tells in set words, as done, what somebody did (`أدرجت واشنطن الجماعة على القائمة السوداء`).

    A passive tells to whom (`أفرج عن المدون`), and so does what a thing was exposed to (`تعرضت سفينة لهجوم`); the
    weights know few of what is rare.
    """
    clause, struck = draft.trigger.clause, _is_struck(draft) or _fell_there(draft)
    if not (draft.sense.sure or struck) or draft.doubts or IRREALIS & set(draft.auxiliary):
        return False
    if clause is not None and clause.antecedent and not struck:
        return False  # `القوات التي تحاصر البلدة` are told of for something else
    verb = clause.verb if clause is not None and draft.trigger.kind == "verb" else None
    if draft.type == "CONSULT" and verb is not None and verb.tense != "past" and not draft.scene.title:
        return False
    lone = draft.passive or verb is None or (verb.person == "3ms" and clause is not None and not clause.subject)
    own = clause is None or clause.how[:1] in (("subject follows its verb",), ("subject stands first",))
    own = own and (clause is None or not any(p.prep for p in clause.subject))  # `نقول لخاطفيهم أفرجوا عنهم`
    people = [m for m in draft.recipients if m.sectors or m.name is not None or m.kind is not MentionKind.UNNAMED]
    return struck or bool((draft.actors and (own or verb is None)) or (people if lone else ()))


def _is_struck(draft: Draft) -> bool:
    """Whether a ship, a convoy or a site is said to have been exposed to an attack (`تعرض المطار لقصف`)."""
    trigger, clause = draft.trigger, draft.trigger.clause
    exposed = draft.type == "ASSAULT" and trigger.support is not None and trigger.support.lemma == "تعرّض"
    if not exposed or clause is None or clause.verb is None or clause.verb.tense != "past" or not clause.subject:
        return False
    return bool({*noun_keys(draft.scene.words[clause.subject[0].inner].bare)} & _STRUCK)


def _fell_there(draft: Draft) -> bool:
    """Whether a clause tells how many fell in what was just named (`شهدت المدينة احتجاجات قتل فيها أربعة محتجين`)."""
    counted = any(s.kind in ("dead", "injured") for s in draft.size)
    if draft.type != "ASSAULT" or draft.trigger.kind != "verb" or not counted or not draft.recipients:
        return False
    there = [g[0] for slot in ("في", "خلال") for g in draft.slots.get(slot, ())]
    return any(p.suffix or draft.scene.words[p.inner].suffix for p in there)


def _tells_who(draft: Draft) -> bool:
    """Whether a verb tells of force or protest, and who did it."""
    return draft.type in _NEWS and draft.trigger.kind == "verb" and bool(draft.actors) and not draft.auxiliary


def _opens(draft: Draft) -> bool:
    """Whether a verb in the past is the first of its sentence, with no clause before it."""
    clause = draft.trigger.clause
    past = clause is not None and clause.verb is not None and clause.verb.tense == "past"
    return past and clause is not None and not any(c.index < clause.index for c in draft.scene.clauses)


def _is_tried_or_met(draft: Draft) -> bool:
    """Whether the first verb of a sentence says who failed in or tried force, or got away from it.

    `فشل المتمردون في السيطرة على المدينة`, `نجا الوزير من هجوم بسيارة مفخخة`: the weights take it for talk.
    """
    support, clause = draft.trigger.support, draft.trigger.clause
    if draft.type == "ASSAULT" and draft.trigger.kind == "verb" and clause is not None and clause.antecedent:
        return any(m.span in draft.settled for m in draft.recipients)  # `نجا الوزير من هجوم استهدف موكبه`
    if support is None or clause is None or clause.verb is None or draft.type not in _NEWS or not _opens(draft):
        return False
    if support.subject == "recipient":
        return draft.type == "ASSAULT" and bool(draft.recipients) and not draft.scene.phrases[clause.index].negated
    return support.subject == "actor" and support.effect in ("negation", "hypothetical") and bool(draft.actors)


_NEWS = frozenset({"ASSAULT", "COERCE", "PROTEST"})


def facts(draft: Draft, number: int, report: Report) -> dict[str, float]:
    """What speaks for and against a candidate of sentence `number` of a report: name to 1, or to a small number."""
    return of_scene(draft.scene, number) | of_draft(draft, report)


def of_scene(scene: Scene, number: int) -> dict[str, float]:
    """The facts that all candidates of a sentence share."""
    found = {n if not n.startswith("word ") else f"said {n}": 1.0 for n in of_sentence(scene)}
    found.update({name: WORDS for name in found if name.startswith("said ")})
    found["headline"] = float(scene.title)
    found["position"] = min(number, _LATER) / _LATER
    found.update({f"domain {name}": float(min(count, 3)) for name, count in scene.marks.items()})
    found.update({f"title {name}": float(min(count, 3)) for name, count in scene.title_marks.items()})
    return found


def of_draft(draft: Draft, report: Report) -> dict[str, float]:
    """The facts of a candidate of its own."""
    entry = squeeze(draft.sense.entry)
    found: dict[str, float] = {}
    for name in (*of_trigger(draft), *of_arguments(draft)):
        found[name] = 1.0
        if name.startswith(_OF_TYPE):
            found[f"{name} of {draft.type}"] = 1.0
        if name.startswith(_OF_ENTRY):
            found[f"{name} of {entry}"] = 1.0
    found.update(dict.fromkeys((f"type {draft.type}", *_doubts(draft, entry), *_around(draft)), 1.0))
    found.update(dict.fromkeys(_letters(draft), LETTERS))
    found.update(dict.fromkeys(_in_report(draft, report), 1.0))
    found.update(report.tenor.facts(draft.type))
    found.update(kind_facts(draft))
    if not draft.scene.report:
        found[f"alone {draft.type}"] = 1.0
    elif draft.odds is not None:
        found["judged"] = max(min(draft.odds, 3.0), -3.0)
    return found


def _in_report(draft: Draft, report: Report) -> Iterator[str]:
    """How often what a candidate tells is told elsewhere in the report, and whether its headline does."""
    others = report.types.get(draft.type, 0) - (not draft.doubts)
    yield from (f"others of its type {min(others, 3)}", f"others of {draft.type} {min(others, 3)}")
    yield f"its entry {min(report.entries.get(draft.sense.entry, 0), 3)}"
    headed = "itself" if draft.scene.title else str(draft.type in report.headed)
    yield from (f"headed {headed}", f"headed {headed} {draft.type}")


def _letters(draft: Draft) -> Iterator[str]:
    """The groups of three and four letters in the first word of a trigger."""
    word = draft.scene.words[draft.trigger.words[0]].norm
    for size in (3, 4):
        yield from (f"letters {word[i : i + size]}" for i in range(len(word) - size + 1))


def _doubts(draft: Draft, entry: str) -> Iterator[str]:
    if not draft.doubts:
        yield from ("sound", f"sound {draft.type}", f"sound {entry}")
        return
    yield f"doubtful {entry}"
    for doubt in draft.doubts:
        yield from (f"doubt {doubt}", f"doubt {doubt} {draft.type}", f"doubt {doubt} {entry}")


def _around(draft: Draft) -> Iterator[str]:
    """The words beside the trigger, and the first word of what stands in each of its slots."""
    trigger, scene = draft.trigger, draft.scene
    first, last = trigger.words[0], trigger.words[-1]
    for step in range(1, _NEAR + 1):
        yield f"word -{step} {scene.words[first - step].norm if first >= step else 'start'}"
        yield f"word +{step} {scene.words[last + step].norm if last + step < len(scene.words) else 'end'}"
    yield f"form {scene.words[first].norm}"
    yield f"behind {scene.words[first - 1].norm if first else 'start'} {scene.words[first].bare}"
    clause = trigger.clause
    if clause is not None:
        yield f"subject {bool(clause.subject)} object {bool(clause.objects)} clause {clause.comp is not None}"
        yield from (f"preposition {prep}" for prep in clause.preps)
        yield from (f"head subject {key}" for key in _head(scene, clause.subject))
        yield from (f"head object {key}" for group in clause.objects[:1] for key in _head(scene, group))
    for slot, groups in trigger.slots.items():
        yield from (f"slot {slot}", f"slot {slot} of {draft.type}")
        yield from (f"slot {slot} {key}" for group in groups[:1] for key in _head(scene, group))


def _head(scene: Scene, group: Group) -> Iterator[str]:
    """The shortest key of the first word of a group."""
    for phrase in group[:1]:
        yield noun_key(scene.words[phrase.inner].bare)
