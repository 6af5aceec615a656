"""From a trigger to a draft of an event: the sense is chosen, its frame filled, passives turned round."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, field

from khabar.events.conditions import described_by, holds
from khabar.events.filling import fill
from khabar.events.lexicon import NONE, SPECIAL, Condition, Sense, noun_keys
from khabar.events.passives import is_passive, turned
from khabar.events.scene import Scene
from khabar.events.trigger import Group, Trigger, genitive
from khabar.lexicon.words import word_list
from khabar.records import Auxiliary, Mention, Size, Span
from khabar.text.phrases import Phrase

NO_EVENT = "the lexicon says: no event by itself"
NO_EVENT_HERE = "the lexicon says: no event in this use"


@dataclass(slots=True)
class Draft:
    """An event in the making; see `records.Event` for the fields."""

    trigger: Trigger
    sense: Sense
    scene: Scene
    span: Span
    type: str
    modes: list[str]
    contexts: list[str]
    actors: list[Mention] = field(default_factory=list)
    recipients: list[Mention] = field(default_factory=list)
    size: list[Size] = field(default_factory=list)
    auxiliary: list[Auxiliary] = field(default_factory=list)
    also: list[Span] = field(default_factory=list)
    proved: list[str] = field(default_factory=list)
    rule: str = ""
    range: tuple[int, int] = (0, 0)
    """First and last (excluded) phrase of the words that belong to it, for its time and place."""
    passive: bool = False
    where: Span | None = None
    """The place a support verb gives (`شهدت بغداد هجوما`)."""
    doubts: list[str] = field(default_factory=list)
    """The names of the rules that speak against it as one happening; empty where none does."""
    odds: float | None = None
    """Log-odds of the judge above its threshold, where it has judged."""
    weight: float | None = None
    """Log-odds of the spotter that it is an event, where it has weighed it."""
    used: list[Phrase] = field(default_factory=list)
    settled: set[Span] = field(default_factory=set)
    """Participants of whom the grammar leaves no doubt, and whom the weights do not take out."""
    slots: dict[str, list[Group]] = field(default_factory=dict)
    tellings: list[Draft] = field(default_factory=list)
    """The other drafts that tell of it, as they were before they were joined to it."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """A sense that was tried on a trigger and why it was not taken; for `khabar explain`."""

    word: str
    entry: str
    type: str
    why: str


def draft_event(scene: Scene, trigger: Trigger, log: list[Attempt] | None = None) -> Draft | None:
    """The event a trigger names, or None. `log` takes the senses that were passed over, and why."""
    chosen = _choose(scene, trigger, log)
    if chosen is None:
        return None
    return _drafted(scene, trigger, *chosen)


_TELLING = word_list(__name__, "telling")


def doubtful_drafts(scene: Scene, trigger: Trigger, log: Sequence[Attempt]) -> list[Draft]:
    """What a trigger of which no sense holds may be, one draft a type, with the conditions that fail as `doubts`.

    `log` is what `draft_event` has tried on it. None where the lexicon knows the use and says that it is no event
    (`طلب عدم الكشف عن هويته`).
    """
    if any(a.why == NO_EVENT_HERE for a in log):
        return []
    denied = next((f"no event: {a.entry}" for a in log if a.why == NO_EVENT), None)
    found: dict[str, Draft] = {}
    for sense in trigger.senses:
        passive = trigger.kind == "verb" and is_passive(trigger, sense, scene)
        if sense.type == NONE or sense.type in found or (sense.voice == "passive" and not passive):
            continue
        slots = trigger.slots
        trigger.slots = turned(slots) if passive and sense.voice != "passive" else slots
        failed = [c for c in sense.when if not holds(c, trigger, scene)]
        if any(_is_other_meaning(c) for c in failed) or (failed and denied and _has_another_object(trigger, sense)):
            trigger.slots = slots
            continue
        trigger.slots = _met_first(scene, trigger.slots, sense)
        draft = _drafted(scene, trigger, sense, _with_genitive(scene, trigger, sense), passive)
        trigger.slots = slots
        draft.doubts = list(dict.fromkeys(f"condition {'not ' if c.negated else ''}{c.slot}" for c in failed))
        draft.doubts += [denied] if denied is not None else []
        if any(not c.negated and c.slot in _TELLING for c in failed):
            draft.modes = _modes_of_all(trigger, sense.type)
        found[sense.type] = draft
    return list(found.values())


def _modes_of_all(trigger: Trigger, kind: str) -> list[str]:
    """The modes that every sense of a type gives: what tells one from the other is missing (`تعرض المقر لهجوم`)."""
    senses = [sense.modes for sense in trigger.senses if sense.type == kind]
    return [mode for mode in senses[0] if all(mode in modes for modes in senses)]


def _has_another_object(trigger: Trigger, sense: Sense) -> bool:
    """Whether a verb has an object that a sense has no use for (`حققت القوات تقدما` is no inquiry)."""
    used = {s for slots in sense.frame.values() for s in slots} | {c.slot for c in sense.when}
    return trigger.kind == "verb" and "obj" in trigger.slots and not {"obj", "obj2", "gen"} & used


def _is_other_meaning(failed: Condition) -> bool:
    """Whether a word with which a condition fails means something else, and not only that who takes part is not known.

    `أطلق` without arms as its object is no shooting; `أوقفت 11 منهم` may be an arrest, whoever they are.
    """
    if failed.negated and failed.words is None:
        return failed.slot == "obj"  # `نشر الجيش بيانا`: where nothing may be published, nobody is deployed
    if failed.negated or failed.slot in _TELLING:
        return False
    people = failed.words is None or not SPECIAL.isdisjoint(failed.words)
    return failed.slot not in ("subj", "obj") or not people


def _drafted(scene: Scene, trigger: Trigger, sense: Sense, slots: dict[str, list[Group]], passive: bool) -> Draft:
    """The draft of a trigger in one sense, with who takes part."""
    first, last = trigger.words[0], trigger.words[-1]
    span = Span(scene.words[first].start, scene.words[last].end)
    draft = Draft(
        trigger, sense, scene, span, sense.type, list(sense.modes), list(sense.contexts), passive=passive, slots=slots
    )
    draft.range = _range(scene, trigger)
    if (act := _act_of(scene, trigger, sense)) is not None:
        draft.span, draft.also = act, [span]
    if (signed := _signed(scene, trigger, sense)) is not None:
        draft.also.append(signed)
    fill(draft, slots)
    draft.rule = _rule_name(draft)
    return draft


def _signed(scene: Scene, trigger: Trigger, sense: Sense) -> Span | None:
    """The adjective that tells of an agreement that it was signed (`الاتفاق المبرم بين البلدين`), or None."""
    asked = next((c.words for c in sense.when if c.slot == "adj" and not c.negated), None)
    word = described_by(trigger, scene, asked) if asked and sense.type == "SUPPORT" else None
    return Span(word.start, word.end) if word is not None else None


def _act_of(scene: Scene, trigger: Trigger, sense: Sense) -> Span | None:
    """The verb that tells what those do whose noun makes it a protest (`ردد متظاهرون هتافات`), or None."""
    clause = trigger.clause
    meant = sense.type == "PROTEST" and "self" in sense.slots and trigger.slot == "subj"
    if not meant or clause is None or clause.verb is None:
        return None
    if {"say", "aux", "light"} & set(clause.verb.verb.kind.split()) or clause.verb.voice == "passive":
        return None
    word = scene.words[scene.phrases[clause.index].head]
    return Span(word.start, word.end)


def _choose(
    scene: Scene, trigger: Trigger, log: list[Attempt] | None
) -> tuple[Sense, dict[str, list[Group]], bool] | None:
    """The first sense whose conditions hold, the slots as it sees them, and whether it is read as a passive."""
    slots = trigger.slots
    for sense in trigger.senses:
        passive = trigger.kind == "verb" and is_passive(trigger, sense, scene)
        trigger.slots = turned(slots) if passive and sense.voice != "passive" else slots
        if any(c.slot == "gen" for c in sense.when):
            trigger.slots = _with_genitive(scene, trigger, sense)
        failed = next((c for c in sense.when if not holds(c, trigger, scene)), None)
        if failed is None and sense.voice == "passive" and not passive:
            why = "the entry is for the passive only"
        elif failed is None:
            trigger.slots = _met_first(scene, trigger.slots, sense)
            seen, trigger.slots = _with_genitive(scene, trigger, sense), slots
            if sense.type == NONE:
                _log(log, scene, trigger, sense, NO_EVENT_HERE if sense.when else NO_EVENT)
                return None
            return sense, seen, passive
        else:
            why = f"{'not ' if failed.negated else ''}{failed.slot}: condition not met"
        _log(log, scene, trigger, sense, why)
        trigger.slots = slots
    return None


def _with_genitive(scene: Scene, trigger: Trigger, sense: Sense) -> dict[str, list[Group]]:
    """The slots with `gen` for a verb: the genitive of the object or of the slot that the sense depends on."""
    wanted = "gen" in sense.slots or any(c.slot == "gen" for c in sense.when)
    if trigger.kind != "verb" or not wanted or "gen" in trigger.slots:
        return trigger.slots
    met = [c.slot for c in sense.when if c.words is not None and not c.negated]
    slot = next((s for s in met if s not in ("subj", "gen")), "subj" if met == ["subj"] else "obj")
    groups = trigger.slots.get(slot)
    if slot == "subj" and not (groups and genitive(scene, groups[0])):
        slot, groups = "obj", trigger.slots.get("obj")  # else `أُطلق سراح الصحفي`
    if groups is None:
        slot = next((s for s in ("obj", "ل", "الي", "علي", "ب", "عن") if s in trigger.slots), slot)
        groups = trigger.slots.get(slot)
    found = genitive(scene, groups[0]) if groups else []
    if not found and groups and slot == "obj" and groups[0][0].possessed:
        found = trigger.slots.get("obj2", [[]])[0]  # `جدد مطالبته الحكومة بالرحيل`
    return {**trigger.slots, "gen": [found]} if found else trigger.slots


def _met_first(scene: Scene, slots: dict[str, list[Group]], sense: Sense) -> dict[str, list[Group]]:
    """The slots with what met a condition of the sense before others of its slot: `قضت المحكمة بتونس بسجن ناشط`."""
    turned = dict(slots)
    for condition in sense.when:
        groups = slots.get(condition.slot, [])
        if condition.words is None or condition.negated or len(groups) < 2:
            continue
        met = [g for g in groups if condition.words & {*noun_keys(scene.words[g[0].head].bare)}]
        met = met or [g for g in groups if condition.words & {*noun_keys(scene.words[g[0].inner].bare)}]
        turned[condition.slot] = [*met, *(g for g in groups if g not in met)]
    return turned


def _log(log: list[Attempt] | None, scene: Scene, trigger: Trigger, sense: Sense, why: str) -> None:
    if log is not None:
        log.append(Attempt(scene.words[trigger.words[0]].token.text, sense.where, sense.type, why))


def _range(scene: Scene, trigger: Trigger) -> tuple[int, int]:
    clause = trigger.clause
    if clause is not None:
        opener = scene.phrases[clause.opener].kind if clause.opener >= 0 else ""
        first = clause.index if opener == "verb" else max(clause.opener + 1, 0)
        if trigger.kind == "verb":
            return first, clause.stop
        if clause.stop > trigger.phrase:
            return min(first, trigger.phrase), clause.stop
    end = trigger.phrase + 1
    while end < len(scene.phrases) and scene.phrases[end].kind in ("np", "adv", "quote"):
        end += 1
    return max(trigger.phrase - 1, 0), end


def _rule_name(draft: Draft) -> str:
    """The rule in words: what kind of trigger, and which slots were filled."""
    trigger = draft.trigger
    if trigger.kind == "verb":
        kind = "passive verb" if draft.passive else "verb"
    else:
        kind = f"noun with {trigger.support.lemma}" if trigger.support else "noun"
    filled = [r for r, m in (("actor", draft.actors), ("recipient", draft.recipients)) if m]
    return ", ".join([kind, *filled])


def meant_nouns(draft: Draft, nouns: Container[str]) -> list[Span]:
    """The event nouns (keys of `nouns`) that with their verb name one event (`أعلن رفضه`, `أعرب عن أسفه`).

    So does whatever deed is announced or decided (`أعلنت قطع العلاقات`).
    """
    scene, clause = draft.scene, draft.trigger.clause
    told = clause is not None and clause.verb is not None and clause.verb.verb.lemma in ("أعلن", "قرّر")
    slots = {c.slot for c in draft.sense.when if c.words is not None and not c.negated} - {"subj", "gen"}
    heads = {p.inner for slot in slots for group in draft.slots.get(slot, ())[:1] for p in group[:1]}
    words = (scene.words[i] for i in sorted(heads) if scene.atoms[i] < 0)
    return [Span(w.start, w.end) for w in words if told or any(key in nouns for key in noun_keys(w.bare))]


def phrases_taken(draft: Draft) -> set[int]:
    """The phrases whose nouns are part of a verb's own meaning (`عقد اجتماعا`), and so no triggers of their own."""
    if draft.trigger.kind != "verb":
        return set()
    slots = {c.slot for c in draft.sense.when if c.words is not None and not c.negated}
    slots |= {"obj2"} if "obj" in slots else set()
    taken = {id(p) for slot in slots for group in draft.slots.get(slot, ())[:1] for p in group[:1]}
    return {k for k, p in enumerate(draft.scene.phrases) if id(p) in taken}
