"""Is it an event, and how sure is that? Precision first: what only names an event in general is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from khabar.events.alone import is_told_plainly
from khabar.events.auxiliary import is_series
from khabar.events.draft import Draft
from khabar.events.filling import protests_by
from khabar.events.letters import letters
from khabar.events.merge import lend
from khabar.events.scene import Scene
from khabar.events.traits import traits
from khabar.events.types import SIGNING, SPOKEN
from khabar.lexicon.words import word_list
from khabar.models import MODELS
from khabar.records import IRREALIS, Auxiliary, Event, MentionKind

MODEL = MODELS / "judge.json"
LEAST = 0.5
"""The confidence below which an event of a report is left out."""
LEAST_ALONE = 0.4
"""The same in a sentence that stands alone: no report around it says more."""
LEAST_TOLL = 0.3
"""The same for an attack that headline or lead tell with its dead or wounded and its place: grammar leaves no doubt."""
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
        raw = msgspec.json.decode(path.read_bytes())
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

    def decides(self, draft: Draft) -> bool:
        """Whether it, and no weight, says if a draft is an event: one of its types, in an excerpt, and sound.

        What it learned from are sentences out of the middle of long articles. Headlines and briefs are told otherwise.
        """
        return draft.type in self.tables and not draft.doubts and draft.scene.excerpt and not is_told_plainly(draft)

    def _letters(self, scene: Scene) -> dict[str, float]:
        if scene.letters is None:
            scene.letters = letters(scene, self.rare)
        return scene.letters

    def keeps(self, event: Event, draft: Draft) -> bool:
        """Whether enough readers would accept an event, made of `draft`; those of its types it has decided on."""
        past = Auxiliary.HISTORICAL in event.auxiliary
        least = min(self.least, LEAST_PAST if past else LEAST if draft.scene.report else LEAST_ALONE)
        least = min(least, LEAST_TOLL) if _opens_with_toll(event, draft) else least
        return (draft.scene.excerpt and event.type in self.tables) or event.confidence >= least

    def sift(self, drafts: Sequence[Draft]) -> list[Draft]:
        """The drafts of one excerpt that tell of happenings.

        Where one of a type does, the others beside it only have to come near: a sentence that tells what happened
        (`خطفوا القنصل وقتلوا سائقه`) rarely holds a mere mention as well.
        """
        accepted = {id(d) for d in drafts if self.accepts(d) or is_told_plainly(d)}
        told = {d.type for d in drafts if id(d) in accepted and not IRREALIS & set(d.auxiliary)}
        near = {id(d) for d in drafts if d.type in told and d.odds is not None and d.odds > -NEAR}
        kept = [d for d in drafts if id(d) in accepted | near]
        for draft in drafts:
            if id(draft) not in accepted | near:
                lend(draft, kept)
        return kept


def _opens_with_toll(event: Event, draft: Draft) -> bool:
    """Whether an attack with dead or wounded, and a place told with it, is what the report begins with.

    `ثلاثة جرحى في هجوم بسكين في ستراسبورغ`: it or its toll opens the headline or lead.
    """
    tolls = [s.span for s in event.size if s.kind in _HIT and s.span is not None]
    starts = [span.start for span in (draft.span, *tolls) if draft.scene.sentence.span.contains(span)]
    opens = bool(tolls) and min(starts, default=_OPENING) - draft.scene.sentence.span.start < _OPENING
    placed = event.place is not None and event.place.origin in ("event", "sentence")
    told = not set(event.auxiliary) and draft.scene.sentence.paragraph <= 0
    return event.type == "ASSAULT" and placed and told and opens


_OPENING = 20
"""Letters with which a report opens."""
_HIT = frozenset({"dead", "injured"})


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


NEAR = 1.5
"""Log-odds below the threshold at which a draft beside an accepted one is still taken."""
_WHEN = word_list(__name__, "when")


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
    if of.type == "PROTEST":
        return _is_chanted(draft, of)
    if of.type == "CONSULT":
        return draft.scene is of.scene and draft.trigger.kind == "noun" and _in_topic(draft, of)
    if of.type not in SPOKEN or of.scene is not draft.scene or of.span.start >= draft.span.start:
        return False
    inside = _inside(draft, of)
    if not inside or draft.scene.phrases[draft.trigger.phrase].prep in _WHEN:
        return False
    if is_turned_down(draft, [of]) or _is_signed(draft):
        return False
    if {Auxiliary.HYPOTHETICAL, Auxiliary.FUTURE} & set(draft.auxiliary):
        return True
    return (
        draft.trigger.kind == "noun"
        and not draft.size
        and of.type in ("SUPPORT", "REQUEST", "AGREE", "REJECT", "CONCEDE")
    )


def _is_chanted(draft: Draft, of: Draft) -> bool:
    """Whether a noun is only what a crowd chants for (`هتف المشاركون بإقالة الحكومة`)."""
    clause = of.trigger.clause
    if clause is None or clause.verb is None or of.trigger.kind != "verb" or clause.verb.verb.lemma != "هتف":
        return False
    noun = draft.type != "PROTEST" and draft.trigger.kind == "noun" and draft.trigger.clause is clause
    return noun and draft.trigger.phrase > clause.index and not draft.size


def _is_signed(draft: Draft) -> bool:
    """Whether an adjective tells that what a speech act is about was signed (`رفض الاتفاق المبرم بين البلدين`)."""
    return draft.sense.cameo == SIGNING and any(c.slot == "adj" and not c.negated for c in draft.sense.when)


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
