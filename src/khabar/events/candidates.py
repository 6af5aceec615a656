"""The candidates of a sentence: what may name an event in it, with what the rules say for and against each."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from khabar.events.addressees import address
from khabar.events.apart import remember_captivity
from khabar.events.arms import arm
from khabar.events.attempts import spare
from khabar.events.auxiliary import set_auxiliary
from khabar.events.both_judge import part_judges
from khabar.events.caught import name_caught
from khabar.events.contexts import contexts_in
from khabar.events.decided import name_decider, name_declarer
from khabar.events.disowned import lend_accused, lend_charged, lend_denier
from khabar.events.domains import in_other_domain
from khabar.events.doubts import SOFT, doubt_of
from khabar.events.draft import Attempt, Draft, doubtful_drafts, draft_event, meant_nouns, phrases_taken
from khabar.events.foiled import name_foilers
from khabar.events.freed import let_go
from khabar.events.handed_over import set_charges
from khabar.events.hosted import name_hosts
from khabar.events.idle import is_slogan
from khabar.events.judge import Judge, is_turned_down, without_contents, without_participants
from khabar.events.launched import bring_down
from khabar.events.losers import take_from
from khabar.events.merge import lend, merge_results, without_reasons
from khabar.events.of_victims import name_those_hit
from khabar.events.ontology import reduce_type
from khabar.events.outcomes import count_outcomes
from khabar.events.peacemakers import acquit
from khabar.events.riots import as_riot
from khabar.events.scene import Scene
from khabar.events.sentenced import sentence, without_charges
from khabar.events.shot_by import name_shooter
from khabar.events.sizes import set_size
from khabar.events.spoken import reduce_spoken
from khabar.events.struck_back import name_nobody_of_themselves, strike_back
from khabar.events.tenor import tenor_of
from khabar.events.trigger import Trigger
from khabar.events.triggers import find_triggers
from khabar.events.types import SIGNING
from khabar.events.undergone import name_another, undergo
from khabar.events.verdicts import part_verdicts
from khabar.records import Mention

if TYPE_CHECKING:
    from khabar.coder import Coder


@dataclass(frozen=True, slots=True)
class Candidates:
    """What may be an event in one sentence."""

    scene: Scene
    sound: list[Draft] = field(default_factory=list)
    """Those that no rule speaks against."""
    doubtful: list[Draft] = field(default_factory=list)
    """Those that lack something (`Draft.doubts`): a condition of the lexicon, participants, what makes it specific."""
    slogans: list[Draft] = field(default_factory=list)
    """Demands of demonstrators: no events, but what is demanded in them is none either."""


def drafts_of(scenes: Sequence[Scene], coder: Coder, mentions: Sequence[Mention]) -> list[Draft]:
    """The events of all sentences, with moods and sizes, results joined to their causes.

    The spotter weighs sound and doubtful candidates alike; in an excerpt the judge decides on those of its types.
    """
    found = [candidates_of(scene, coder) for scene in scenes]
    tenor = tenor_of(scenes, mentions, [d for c in found for d in c.sound])
    kept = coder.spotter.sift(found, tenor, coder.judge)
    drafts: list[Draft] = []
    for candidates, weighed in zip(found, kept, strict=True):
        accepted = _with_judged(weighed, candidates, coder.judge)
        accepted = set_charges(accepted)
        remember_captivity(accepted)
        count_outcomes(candidates.scene, accepted)
        told = without_contents(part_verdicts(accepted, coder.events.noun_senses), candidates.slogans)
        if candidates.scene.excerpt:
            told = coder.judge.sift(told)
        for draft in told:
            take_from(draft)
            bring_down(draft)
        name_caught(told)
        name_foilers(told)
        name_those_hit(told)
        strike_back(told)
        name_nobody_of_themselves(told)
        name_hosts(told)
        part_judges(told)
        acquit(told)
        drafts += merge_results(without_reasons(without_participants(told)))
    return drafts


def _with_judged(accepted: list[Draft], found: Candidates, judge: Judge) -> list[Draft]:
    """What the spotter has accepted, and the candidates that are the judge's to decide on."""
    judged = [d for d in found.sound if judge.decides(d)]
    taken = {d.trigger.words for d in judged}
    return sorted([*judged, *(d for d in accepted if d.trigger.words not in taken)], key=lambda d: d.span)


def candidates_of(scene: Scene, coder: Coder) -> Candidates:
    """The drafts of one sentence, sound and doubtful, in the order of the text."""
    found = Candidates(scene)
    taken: set[int] = set()
    triggers = find_triggers(scene, coder.events)
    nouns = {t.phrase for t in triggers if t.kind == "noun" and t.teller is not None}
    for trigger in sorted(triggers, key=lambda t: t.kind != "verb"):
        if trigger.kind == "verb" and _only_supports(scene, trigger, nouns):
            continue
        tried: list[Attempt] = []
        draft = draft_event(scene, trigger, tried)
        part = trigger.kind == "noun" and trigger.phrase in taken and not _is_signing(draft)
        if part and draft is None:
            continue  # `أكد ضرورة وقف القتال`: what met the condition of its verb
        if draft is not None and part and not is_turned_down(draft, found.sound):
            lend(draft, found.sound)
            continue
        if draft is not None:
            taken |= phrases_taken(draft)
        for each in [draft] if draft is not None else doubtful_drafts(scene, trigger, tried):
            _enter(each, found, coder)
    found.sound.sort(key=lambda d: d.span)
    found.doubtful.sort(key=lambda d: d.span)
    return found


def _enter(draft: Draft, found: Candidates, coder: Coder) -> None:
    """Complete a draft with moods and sizes and put it among the sound or the doubtful ones, if it can be an event."""
    address(draft, coder.events.noun_senses)
    let_go(draft)
    spare(draft)
    undergo(draft)
    sentence(draft)
    without_charges(draft)
    name_decider(draft)
    name_declarer(draft)
    if draft.trigger.kind == "verb" and not draft.doubts:
        draft.also += meant_nouns(draft, coder.events.noun_senses)
    set_auxiliary(draft, coder.events)
    set_size(draft, draft.scene.text)
    name_another(draft)
    name_shooter(draft)
    arm(draft)
    lend_accused(draft)
    if draft.type == "ACCUSE" and draft.passive:
        draft.settled |= {m.span for m in draft.recipients}  # `اتهم المحامي بالتجسس لإيران`
    as_riot(draft)
    doubt = doubt_of(draft)
    if (doubt is not None and doubt not in SOFT) or in_other_domain(draft):
        if not draft.doubts and is_slogan(draft):
            found.slogans.append(draft)
        return
    draft.doubts += [doubt] if doubt is not None else []
    lend_denier(draft)
    lend_charged(draft)
    reduce_spoken(draft)
    reduce_type(draft)
    draft.contexts = list(dict.fromkeys([*draft.contexts, *contexts_in(draft)]))
    (found.doubtful if draft.doubts else found.sound).append(draft)


def _only_supports(scene: Scene, trigger: Trigger, nouns: Set[int]) -> bool:
    """Whether a verb only says who did what the event noun before it names (`اجتماع عقده المسؤولون`)."""
    clause = trigger.clause
    if clause is None or clause.verb is None or clause.verb.verb.key not in scene.supports:
        return False
    told = any(scene.phrases[k] is p for k in nouns for p in clause.antecedent)
    return told and not _signs(scene, trigger)


def _signs(scene: Scene, trigger: Trigger) -> bool:
    """Whether a relative clause tells of a signing, an event whatever else is said of what was signed.

    `رفض النواب الاتفاق الذي وقعته الحكومة`.
    """
    return _is_signing(draft_event(scene, trigger))


def _is_signing(draft: Draft | None) -> bool:
    """Whether a draft tells that something was signed, by a verb or an adjective (`الاتفاق المبرم بينهما`)."""
    if draft is None or draft.sense.cameo != SIGNING:
        return False
    return any(c.words and not c.negated for c in draft.sense.when)
