"""Is it an event, and how sure is that? Precision first: what only names an event in general is none."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import khabar.models
from khabar.events.auxiliary import is_series
from khabar.events.disowned import is_denied_deed
from khabar.events.draft import Draft
from khabar.events.filling import protests_by
from khabar.events.freed import frees_them
from khabar.events.general import is_general
from khabar.events.idle import is_idle
from khabar.events.letters import letters
from khabar.events.lexicon import noun_keys
from khabar.events.lifeless import is_done_by_things
from khabar.events.merge import lend
from khabar.events.scene import Scene
from khabar.events.spoken import in_first_person, is_condition
from khabar.events.traits import traits
from khabar.events.types import NEEDS_SOMEBODY, SPOKEN
from khabar.records import IRREALIS, Auxiliary, Event, Mention, MentionKind
from khabar.text.characters import squeeze
from khabar.text.particles import particles

MODEL = Path(khabar.models.__file__).parent / "judge.json"
LEAST = 0.35
LEAST_PAST = 0.25
"""The same for what is told as the past: a record that says so does little harm where readers differ."""


@dataclass(frozen=True, slots=True)
class Table:
    """Intercept, thresholds and weights for the drafts of one type, all log-odds."""

    intercept: float
    threshold: float
    """For a sentence that stands alone."""
    in_reports: float
    """The threshold for the sentences of a report."""
    weights: dict[str, float]
    """By trait (`events/traits.py`)."""
    letters: dict[str, float]
    """By group of letters of the sentence (`events/letters.py`)."""

    def odds(self, traits: Mapping[str, float], letters: Mapping[str, float]) -> float:
        """The log-odds that a draft with these traits, in a sentence with these letters, is an event."""
        odds = self.intercept + sum(v * self.weights.get(n, 0.0) for n, v in traits.items())
        return odds + sum(v * self.letters.get(g, 0.0) for g, v in letters.items())


@dataclass(frozen=True, slots=True)
class Judge:
    """Weighs the traits of drafts of the types it was trained on; see `models/judge.md` for data and scores."""

    tables: dict[str, Table]
    """Event type to what weighs its drafts."""
    rare: dict[str, float] = field(default_factory=dict)
    """How rare each group of letters is (`letters.rarity`)."""
    least: float = 0.0
    """Events of which readers would accept a smaller share are left out (see `models/confidence.md`)."""

    @classmethod
    def load(cls, path: Path = MODEL) -> Judge:
        """The shipped judge; one that accepts everything where the file is not there."""
        if not path.exists():
            return cls({})
        raw = json.loads(path.read_text(encoding="utf-8"))
        rare = raw.pop("rare", {})
        return cls({k: Table(**v) for k, v in raw.items()}, rare, LEAST)

    def accepts(self, draft: Draft) -> bool:
        """Whether a draft tells of a specific happening. Moods other than the plain one are not its business."""
        if draft.type not in self.tables or IRREALIS & set(draft.auxiliary) or _is_background(draft):
            return True
        table = self.tables[draft.type]
        threshold = table.in_reports if draft.scene.report else table.threshold
        draft.odds = table.odds(traits(draft), self._letters(draft.scene)) - threshold
        return draft.odds >= 0

    def _letters(self, scene: Scene) -> dict[str, float]:
        if scene.letters is None:
            scene.letters = letters(scene, self.rare)
        return scene.letters

    def keeps(self, event: Event, report: bool) -> bool:
        """Whether enough readers would accept an event; in a sentence alone the judge has decided."""
        least = min(self.least, LEAST_PAST) if Auxiliary.HISTORICAL in event.auxiliary else self.least
        return (not report and event.type in self.tables) or event.confidence >= least

    def sift(self, drafts: Sequence[Draft]) -> list[Draft]:
        """The drafts of one sentence that tell of happenings.

        Where one of a type does, the others beside it only have to come near: a sentence that tells what happened
        (`خطفوا القنصل وقتلوا سائقه`) rarely holds a mere mention as well.
        """
        accepted = {id(d) for d in drafts if self.accepts(d)}
        told = {d.type for d in drafts if id(d) in accepted and not IRREALIS & set(d.auxiliary)}
        near = {id(d) for d in drafts if d.type in told and d.odds is not None and d.odds > -NEAR}
        kept = [d for d in drafts if id(d) in accepted | near]
        for draft in drafts:
            if id(draft) not in accepted | near:
                lend(draft, kept)
        return kept


def _is_background(draft: Draft) -> bool:
    """Whether a draft is told as background in so many words, which makes it worth a record of its own kind.

    A rise in attacks since some turn of events is `historical`; what a named armed group is said to carry out
    (`تنفذ الحركة هجمات`) is a standing claim, and its source is what matters.
    """
    if draft.type != "ASSAULT" or draft.trigger.kind != "noun" or draft.trigger.clause is None:
        return False
    if is_series(draft):
        return "منذ" in draft.trigger.clause.preps
    verb = draft.trigger.clause.verb
    named = any(m.kind is MentionKind.GROUP and m.actor and not m.actor.startswith("?") for m in draft.actors)
    return named and draft.trigger.support is not None and verb is not None and verb.tense == "present"


_LOOSE = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "REQUEST", "REJECT"})
"""Types whose nouns (`تعاون`, `دعوة`, `لقاء`) are as often words for things in general: they need two participants."""
JUDGED = frozenset({"ASSAULT", "PROTEST"})
"""Types whose drafts the judge weighs, so that a bare noun is left to it."""
NEAR = 1.5
"""Log-odds below the threshold at which a draft beside an accepted one is still taken."""
_WHEN = frozenset({"بعد", "عقب", "اثر"})
"""Prepositions before what went before a speech act (`اتفقا بعد محادثات`)."""


def is_event(draft: Draft) -> bool:
    """Whether a draft tells of a specific happening.

    A verb with an actor or a recipient does. A noun does where something makes it specific: a support verb, a number, a
    participant, or a clause that tells of it; the bare noun (`الهجمات`, `بعد الحرب`) does not.
    """
    trigger = draft.trigger
    if is_idle(draft) or is_condition(draft) or is_general(draft):
        return False
    if frees_them(draft):
        return True
    if draft.type == "CONSULT" and any(_is_outlet(m, draft) for m in draft.actors):
        return False  # `في اتصال هاتفي مع «الوطن»`, `أجرت الصحيفة حوارا مع السفير`: an interview is no meeting
    if trigger.kind == "verb":
        if is_done_by_things(draft):
            return False
        if draft.type == "ACCUSE" and Auxiliary.NEGATION in draft.auxiliary and not draft.recipients:
            return False  # `لم تتهم الوزارة أي طرف`
        nobody = "actor" not in draft.sense.frame and "both" not in draft.sense.frame
        told = draft.actors or draft.recipients or draft.size or nobody or in_first_person(draft)
        return bool(told) or _goes_on_speaking(draft)
    if is_denied_deed(draft):
        return True
    if draft.type in NEEDS_SOMEBODY and not (draft.actors or draft.recipients) and not _is_done(draft):
        return False
    if "before" in draft.sense.slots:
        return bool(draft.actors)
    first = draft.scene.words[trigger.words[0]]
    if draft.type == "SUPPORT" and first.norm in particles().adverbs and trigger.slot not in ("obj", "subj"):
        return False  # `تضامنا مع زملائهم` tells why
    aim = draft.scene.phrases[trigger.phrase].prep == "ل" and trigger.support is None
    if draft.type == "AID" and _is_relief_in_general(draft):
        return False
    if draft.type in ("AID", "COERCE") and aim and not draft.actors:
        return False  # `تدخلت السفن لإغاثة المدنيين`, `تقدمت لتحرير المدينة` tell what for
    if draft.sense.cameo == "060" and _is_topic(draft):
        return False
    if Auxiliary.NEGATION in draft.auxiliary and _tells_nothing(draft):
        return False
    if trigger.support is not None or trigger.told is not None or (
        is_series(draft) and trigger.clause is not None and bool(trigger.clause.subject)
    ):
        return True
    if draft.size or draft.type in JUDGED:
        return True
    known = _is_presupposed(draft) or _is_refused(draft) or _meets_another(draft)
    least = 2 if draft.type in _LOOSE and not known else 1
    return len(draft.actors) + len(draft.recipients) + _both_in_one(draft) >= least


def _goes_on_speaking(draft: Draft) -> bool:
    """Whether a speech act in the past is of whoever was told of before (`وأشادوا بضبط النفس`)."""
    clause = draft.trigger.clause
    if draft.type not in SPOKEN or clause is None or clause.verb is None or clause.subject or draft.passive:
        return False
    told = [c.verb for c in draft.scene.clauses if c.index < clause.index and c.verb is not None]
    if told and told[-1].person != clause.verb.person:
        return False  # `حازم ومدحت`
    past = clause.verb.tense == "past" and clause.verb.person.startswith("3") and clause.verb.voice != "passive"
    matter = bool(clause.objects or clause.preps) or clause.comp is not None
    return past and matter and bool(draft.scene.phrases[clause.index].conj)


def _is_done(draft: Draft) -> bool:
    """Whether an agreement or an inquiry is told as done, by whomever (`تم الاتفاق على`, `جرى التحقيق معه`)."""
    clause, support = draft.trigger.clause, draft.trigger.support
    if support is None or clause is None or clause.verb is None or draft.type not in ("AGREE", "ACCUSE", "SUPPORT"):
        return False
    phrase = draft.scene.phrases[clause.index]
    if draft.type == "AGREE" and not {"علي", "حول"} & draft.slots.keys():
        return False
    return support.lemma in ("تمّ", "جرى") and clause.verb.tense == "past" and not phrase.negated


def _is_relief_in_general(draft: Draft) -> bool:
    """Whether relief is only spoken of (`هذه المساعدات امتداد للحملات السابقة`), and not told as given by somebody."""
    trigger = draft.trigger
    told = trigger.support is not None or trigger.told is not None or _is_presupposed(draft)
    lone = len(trigger.words) == 1 and draft.scene.words[trigger.words[0]].definite
    whole = lone and not (draft.actors and draft.recipients)
    return whole and not told and not draft.size


def _is_topic(draft: Draft) -> bool:
    """Whether cooperation is only spoken of (`آفاق التعاون بين البلدين`, `مشاورات عن تعاون`) and nobody tells of it."""
    trigger, phrase = draft.trigger, draft.scene.phrases[draft.trigger.phrase]
    told = trigger.support is not None or trigger.told is not None
    return not told and (phrase.definite or bool(trigger.carrier) or phrase.prep in ("عن", "حول", "في", "بشان", "ل"))


def _is_outlet(mention: Mention, draft: Draft) -> bool:
    """Whether a mention is a newspaper, agency or channel, and no journalists.

    So is the other side of an interview or a call whose title in quotation marks nobody knows (`حوار مع «الساحل»`).
    """
    scene = draft.scene
    first = squeeze(mention.text.split()[0])
    medium = bool({*noun_keys(first.removeprefix("ال"))} & scene.classes["media"])
    marks = scene.text[max(mention.span.start - 1, 0) : mention.span.start], scene.text[mention.span.end :][:1]
    unknown = not mention.sectors and (mention.actor is None or mention.actor.startswith("?"))
    talk = draft.trigger.kind == "noun"
    if talk and unknown and marks in _MARKS and len(mention.text.split()) <= _TITLE:
        return True
    return "JRN" in mention.sectors and (medium or mention.kind is MentionKind.GROUP)


_MARKS = frozenset({("«", "»"), ('"', '"'), ("“", "”")})
_TITLE = 2
"""How many words the title of an outlet has at most."""


def _is_presupposed(draft: Draft) -> bool:
    """Whether a noun is what a sentence says has had an effect: `أثار رفض الحكومة أزمة`, `أنهت مصالحة الخلاف`."""
    clause, phrase = draft.trigger.clause, draft.scene.phrases[draft.trigger.phrase]
    if clause is None or clause.verb is None or draft.trigger.slot != "subj" or clause.verb.tense != "past":
        return False
    if draft.type == "CONSULT":
        return False  # `انتهى لقاء الفريقين`: meetings are spoken of in many ways
    return draft.trigger.words[0] == phrase.inner and not draft.scene.phrases[clause.index].negated


def _is_refused(draft: Draft) -> bool:
    """Whether a demand is what a verb turns down (`رفض طلب البعثة`)."""
    return draft.type == "REQUEST" and any(c.slot == "under" for c in draft.sense.when)


def _meets_another(draft: Draft) -> bool:
    """Whether a meeting or visit of somebody a pronoun stands for names the other side (`خلال لقائه المستشار`)."""
    others = [m for m in (*draft.actors, *draft.recipients) if m.span.start >= draft.span.end]
    return draft.type == "CONSULT" and draft.trigger.pronoun and bool(others)


def _both_in_one(draft: Draft) -> bool:
    """Whether what stands after `بين` is two or more in one word (`محادثات بين الطرفين`)."""
    if "both" not in draft.sense.frame:
        return False
    sides = [p for g in draft.slots.get("بين", ())[:1] for p in g]
    return len(sides) == 1 and sides[0].number in ("du", "pl", "counted")


def _tells_nothing(draft: Draft) -> bool:
    """Whether a noun only says that something else was without a toll (`من دون أن يسفر عن إصابات`)."""
    nobody = not (draft.actors or draft.recipients or draft.size)
    return nobody and bool({"dead", "injured"} & set(draft.sense.size))


def without_participants(drafts: list[Draft]) -> list[Draft]:
    """The drafts without protests whose trigger only names who takes part (`متظاهرون`), where another one is told.

    Who is named so takes part in the nearest that has nobody.
    """
    plain = [d for d in drafts if d.type == "PROTEST" and not _names_participants(d)]
    if not plain:
        return drafts
    for draft in drafts:
        if draft.type == "PROTEST" and _names_participants(draft):
            nearest = min(plain, key=lambda d: abs(d.span.start - draft.span.start))
            if not nearest.actors:
                nearest.actors = list(draft.actors)
                nearest.size += [s for s in draft.size if all(s.kind != t.kind for t in nearest.size)]
    return [d for d in drafts if d.type != "PROTEST" or not _names_participants(d)]


def _names_participants(draft: Draft) -> bool:
    return draft.trigger.kind == "noun" and "self" in draft.sense.slots


def without_contents(drafts: list[Draft], slogans: Sequence[Draft] = ()) -> list[Draft]:
    """The drafts of a sentence without what is only demanded, promised, threatened, praised or blamed in another.

    What demonstrators demand is no event either, though their demand is none (`slogans`).

    PLOVER codes the request to release somebody as REQUEST alone. A content that is told with a number or a time of its
    own (`أدان الهجوم الذي أودى بحياة خمسة`) is a happening all the same and stays.
    """
    acts = [*drafts, *slogans]
    return [d for d in drafts if not any(_is_content(d, of) or _is_reason(d, of) for of in acts if of is not d)]


def _is_reason(draft: Draft, of: Draft) -> bool:
    """Whether `احتجاجا على` only gives the reason of what a state or office does (`استدعت السفير احتجاجا على`)."""
    if draft.type != "PROTEST" or of.type == "PROTEST" or of.trigger.clause is None or of.trigger.kind != "verb":
        return False
    return protests_by(draft) is of.trigger.clause and of.type in SPOKEN | {"SANCTION", "CONSULT", "AID"}


def _is_content(draft: Draft, of: Draft) -> bool:
    """Whether `draft` stands in what the speech act `of` is about."""
    if of.type == "CONSULT":
        return draft.scene is of.scene and draft.trigger.kind == "noun" and _in_topic(draft, of)
    if of.type not in SPOKEN or of.scene is not draft.scene or of.span.start >= draft.span.start:
        return False
    inside = _inside(draft, of)
    if not inside or draft.scene.phrases[draft.trigger.phrase].prep in _WHEN:
        return False
    if is_turned_down(draft, [of]):
        return False
    if {Auxiliary.HYPOTHETICAL, Auxiliary.FUTURE} & set(draft.auxiliary):
        return True
    return (
        draft.trigger.kind == "noun"
        and not draft.size
        and of.type in ("SUPPORT", "REQUEST", "AGREE", "REJECT", "CONCEDE")
    )


def is_turned_down(draft: Draft, found: Sequence[Draft]) -> bool:
    """Whether a demand that somebody turns down names who made it, so that it is an event too (`رفض طلب البعثة`)."""
    if draft.type != "REQUEST" or draft.trigger.kind != "noun" or not draft.actors:
        return False
    return any(d.type == "REJECT" and d.trigger.clause is draft.trigger.clause for d in found)


def _in_topic(draft: Draft, of: Draft) -> bool:
    """Whether a noun stands in what a meeting is about (`بحث التعاون`, `حول الهجمات`)."""
    slots = [*of.sense.frame.get("topic", ()), "حول", "بشان"]
    return any(p.start <= draft.trigger.words[0] < p.end for s in slots for g in of.slots.get(s, ()) for p in g)


def _list_end(of: Draft) -> int:
    """Where the list of what somebody demands ends, over commas: `طالبت بفتح تحقيق، وتوفير الحماية`."""
    phrases, clause = of.scene.phrases, of.trigger.clause
    end = clause.stop if clause is not None else 0
    while end + 1 < len(phrases) and phrases[end].kind == "comma":
        after = phrases[end + 1]
        if after.kind != "np" or not after.conj:
            break
        end += 2
        while end < len(phrases) and phrases[end].kind in ("np", "adv", "quote"):
            end += 1
        if end < len(phrases) and phrases[end].kind == "verb":
            return end - 1
    return end


def _inside(draft: Draft, of: Draft) -> bool:
    """Whether the draft's phrase stands in the reach of the speech act: its complement, or a slot of its frame."""
    clause, k = of.trigger.clause, draft.trigger.phrase
    if of.trigger.kind == "verb" and clause is not None:
        if clause.comp is not None and clause.comp[0] <= k < clause.comp[1]:
            return True
        listed = of.type == "REQUEST" and draft.trigger.kind == "noun"
        return clause.index < k < (_list_end(of) if listed else clause.stop)
    return of.trigger.phrase <= k < of.range[1] and draft.trigger.clause is of.trigger.clause
