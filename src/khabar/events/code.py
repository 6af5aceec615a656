"""The events of one article: scenes, triggers, drafts, moods, merging, settings, sources; in that order."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from khabar.events.alone import place_alone
from khabar.events.anaphora import take_up
from khabar.events.attempts import come_off, name_attempters
from khabar.events.both_judge import part_judges
from khabar.events.candidates import drafts_of
from khabar.events.column import is_column, reported
from khabar.events.coming import is_to_come
from khabar.events.confidence import confidence
from khabar.events.countries import of_the_place, of_the_speaker
from khabar.events.counts import count_people, count_victims, die_of_wounds
from khabar.events.domains import domain_marks, is_among_firms, report_marks, without_mere_deaths
from khabar.events.draft import Draft
from khabar.events.fallen import name_fallen
from khabar.events.freed import set_free
from khabar.events.gatherings import gather
from khabar.events.handed_over import without_wanted
from khabar.events.history import set_history, settle_history
from khabar.events.hosts import mediate, travel
from khabar.events.judged import name_accused, who_accuses, without_the_accused, without_victims
from khabar.events.lexicon import noun_keys
from khabar.events.nearby import nearby
from khabar.events.occasions import Setting, named_places, setting_of, settings_of, undated_if_past
from khabar.events.ontology import reduce_type
from khabar.events.owned import own_up
from khabar.events.pronouns import look_back
from khabar.events.repeats import without_oneself
from khabar.events.scene import Scene, build_scene
from khabar.events.sites import name_owners
from khabar.events.spoken import is_interview, is_nobodys, speak_for_oneself, speak_on
from khabar.events.tenor import tenor_of
from khabar.events.tolls import revise
from khabar.events.victims import name_sides, name_victims
from khabar.events.voice import is_granted, own_act, says_undone, stance_of
from khabar.events.where import Named
from khabar.names.owners import seated, with_owners
from khabar.names.resolve import resolve
from khabar.records import (
    OUTLET,
    Actor,
    Attribution,
    Auxiliary,
    Event,
    Mention,
    MentionKind,
    Size,
    Span,
    Stance,
    Why,
)
from khabar.sources.answered import as_told, nearest_first
from khabar.sources.contents import of_a_part
from khabar.sources.denials import deny, only_denied, told_once, without_those_who_deny
from khabar.sources.find import Sourcing, find_attributions
from khabar.sources.headline import of_the_lead
from khabar.sources.presupposed import is_refusal
from khabar.sources.rebutted import rebutted_in
from khabar.sources.retellers import with_retellers
from khabar.sources.sides import denies_own
from khabar.text.numbers import find_quantities

if TYPE_CHECKING:
    from khabar.coder import Coder, Reading


@dataclass(frozen=True, slots=True)
class Coded:
    """What the events stage gives back."""

    mentions: tuple[Mention, ...]
    actors: tuple[Actor, ...]
    events: tuple[Event, ...]
    attributions: tuple[Attribution, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """What the stages behind the drafts share."""

    coder: Coder
    reading: Reading
    scenes: list[Scene]
    mentions: tuple[Mention, ...]
    """All mentions of the article, as the resolution left them."""
    actors: tuple[Actor, ...]
    by_span: Mapping[Span, list[Mention]]
    of_a_country: Set[Span]
    """Mentions whose country the text tells."""
    sourcing: Sourcing
    settings: Mapping[int, Setting]
    by_trigger: Mapping[Span, Setting]
    """The same, by the trigger of each draft."""
    named: Named

    @property
    def day(self) -> date | None:
        """The day of publication."""
        published = self.reading.article.published
        return published.day if published is not None else None

    @property
    def report(self) -> bool:
        """Whether it is a report of several sentences."""
        return any(scene.report for scene in self.scenes)

    def known(self, mention: Mention) -> Mention:
        """A mention as the resolution left it."""
        return self.by_span.get(mention.span, [mention])[0]


def code_article(coder: Coder, reading: Reading) -> Coded:
    """Code all events of an article and say who tells of each."""
    scenes = scenes_of(coder, reading)
    drafts = drafts_of(scenes, coder, reading.mentions)
    told = _told(coder, reading, scenes, drafts)
    events = _finished(told, _weighed(told, _merged(told, drafts)))
    spans = {m.span for m in told.mentions}
    more = {m.span: m for e in events for m in (*e.actors, *e.recipients) if m.span not in spans}
    mentions = tuple(sorted((*told.mentions, *more.values()), key=lambda m: (m.span.start, -m.span.end)))
    known = {m.actor for m in mentions}
    actors = tuple(a for a in told.actors if a.id in known)
    return Coded(mentions, actors, tuple(events), told.sourcing.attributions)


def _told(coder: Coder, reading: Reading, scenes: list[Scene], drafts: Sequence[Draft]) -> _Told:
    """Who everybody is, who says what, when and where each draft is."""
    article = reading.article
    day = article.published.day if article.published is not None else None
    for draft in drafts:
        if day is not None and is_to_come(draft, day):
            draft.auxiliary = [Auxiliary.FUTURE]
            reduce_type(draft)
    everyone = [*reading.mentions, *_new_mentions(drafts, reading.mentions)]
    everyone.sort(key=lambda m: (m.span.start, -m.span.end))
    everyone = with_owners(article, reading.sentences, seated(everyone, reading.seats), coder.actors.states)
    settled, actors = resolve(article, reading.sentences, tuple(everyone), coder.actors)
    by_span: dict[Span, list[Mention]] = {}
    for mention in settled:
        by_span.setdefault(mention.span, []).append(mention)
    for draft in drafts:
        draft.actors = _settled(draft.actors, by_span)
        draft.recipients = _settled(draft.recipients, by_span)
    sourcing = find_attributions(article, scenes, settled, coder.sources, coder.events)
    sourcing = without_wanted(without_the_accused(sourcing, drafts), scenes)
    places = named_places(reading, coder)
    settings = settings_of(drafts, scenes, article.published, places)
    named = {m.span for m in everyone if m.country}
    by_trigger = {draft.span: settings[id(draft)] for draft in reversed(drafts)}
    return _Told(coder, reading, scenes, settled, tuple(actors), by_span, named, sourcing, settings, by_trigger, places)


def _merged(told: _Told, drafts: list[Draft]) -> list[Draft]:
    """The drafts that are events, one for all tellings of each, with who is only meant by them."""
    for draft in drafts:
        speak_on(draft, told.sourcing)
        speak_for_oneself(draft, told.sourcing)
        set_history(draft, told.settings[id(draft)][0], told.day)
    drafts = set_free([d for d in drafts if not (is_nobodys(d) or is_interview(d) or is_among_firms(d))])
    own_up(drafts, told.scenes, told.known)
    look_back(drafts, told.scenes, told.known)
    merged = told.coder.linker.link(drafts, told.settings, told.scenes)
    merged = without_mere_deaths(merged, told.scenes)
    take_up(merged, told.coder.events.noun_senses, told.coder.events.classes, told.scenes)
    part_judges(merged)
    return merged


def _weighed(told: _Told, drafts: list[Draft]) -> list[Draft]:
    """The drafts with background told from news, roles given out and victims counted."""
    numbers = {id(scene): n for n, scene in enumerate(told.scenes)}
    title = next((s.span for s in told.reading.sentences[:1] if s.paragraph < 0), None)
    name_accused(drafts)
    name_attempters(drafts)
    for draft in drafts:
        time, number = told.settings[id(draft)][0], numbers[id(draft.scene)]
        settle_history(draft, time, told.day, title)
        told.coder.past.settle(draft, time, told.day, title, number)
        told.coder.modes.settle(draft)
        people = nearby(draft, told.scenes, number, told.known, _tellers(draft, told.sourcing))
        told.coder.roles.give_out(draft, people, who_accuses(draft, told.sourcing.attributions))
        draft.recipients = without_oneself(draft.recipients, draft.actors)
        place = told.settings[id(draft)][1]
        mediate(draft)
        travel(draft, place)
        told.coder.borders.settle(draft, told.scenes, place.span if place is not None else None)
        gather(draft)
    for draft in drafts:
        if draft.type == "ACCUSE":
            draft.recipients = without_victims(draft, drafts)
    revise(drafts, told.scenes)
    count_victims(told.scenes, drafts)
    count_people(drafts)
    die_of_wounds(drafts)
    for draft in drafts:
        come_off(draft)
        name_victims(draft, told.scenes, told.known)
        name_sides(draft, told.scenes, told.known)
        name_fallen(draft, told.known)
        name_owners(draft, told.scenes, told.known)
    return drafts


def _finished(told: _Told, drafts: list[Draft]) -> list[Event]:
    """The events of an article: those that readers would code, or that somebody denies."""
    article, attributions = told.reading.article, told.sourcing.attributions
    tenor = tenor_of(told.scenes, told.mentions, drafts)
    events, made = [], {}
    for draft in drafts:
        event = _event(draft, told)
        event = of_the_place(event, told.of_a_country)
        event = of_the_speaker(event, attributions, told.actors)
        events.append(replace(event, confidence=confidence(draft, event, tenor)))
        made[event.id] = draft
    events = of_the_lead(events, attributions, told.scenes)
    # What somebody denies has been said to have happened, however loosely.
    denied = deny(events, attributions, told.mentions, told.scenes, told.coder.events)
    denied = told_once(told.coder.denier.settle(denied, attributions, told.mentions, told.scenes), told.scenes)
    denied = only_denied(as_told(denied, attributions, told.scenes), attributions)
    seats = {p.id for p in told.reading.places if p.level == 1 or p.feature_code == "PPLC"}
    judge = told.coder.judge
    events = [_without_things(e, told.scenes, seats) for e in denied if e.denied_by or judge.keeps(e, made[e.id])]
    if told.report and is_column(article, told.scenes, attributions):
        events = [e for e in events if reported(e)]
    return [
        replace(e, sources=tuple(with_retellers(e, made[e.id], lambda d: _over(d, told), attributions))) for e in events
    ]


def _tellers(draft: Draft, sourcing: Sourcing) -> list[Mention]:
    """Who tells of a draft, the nearest first."""
    over = nearest_first([a for a in sourcing.attributions if a.scope.contains(draft.span)])
    return [s.mention for a in over if a.id != OUTLET for s in a.chain if s.mention is not None]


def _without_things(event: Event, scenes: Sequence[Scene], seats: Set[str]) -> Event:
    """An event without what force was used on and is nobody (`أحرقوا كنيسة`): it told it apart from others so far.

    Nor is a town of one's own country a host, where it is not one of the `seats` of governments: who visits it meets
    nobody by that (`زار نائب الرئيس اليمني مدينة عدن`).
    """
    things = {span for scene in scenes for span in scene.unpeopled}
    kept = [m for m in event.recipients if not any(_is_thing(m, thing, scenes) for thing in things)]
    if event.why.entry.startswith("consult"):
        own = {m.country for m in event.actors if m.country}
        kept = [m for m in kept if not (m.country in own and m.place not in seats and _is_place(m, scenes))]
    return event if len(kept) == len(event.recipients) else replace(event, recipients=tuple(kept))


def _is_thing(mention: Mention, thing: Span, scenes: Sequence[Scene]) -> bool:
    """Whether a mention is a thing, with what it is made of (`نصف طن | من الحشيش`)."""
    if mention.span == thing:
        return True
    tail = scenes[0].text[thing.end : mention.span.end] if mention.span.start == thing.start else ""
    return tail.startswith(" من ")


def _is_place(mention: Mention, scenes: Sequence[Scene]) -> bool:
    """Whether a mention is a place, with its noun or without (`عدن`, `مدينة عدن`)."""
    if mention.kind is MentionKind.PLACE:
        return True
    scene = next((s for s in scenes if s.sentence.span.contains(mention.head)), None)
    return scene is not None and bool({*noun_keys(scene.words_at(mention.span)[0].bare)} & scene.classes["settlements"])


def _settled(mentions: Sequence[Mention], by_span: Mapping[Span, Sequence[Mention]]) -> list[Mention]:
    """Participants as the resolution left them; `الجانبان` has become two mentions of one span."""
    return [s for m in mentions for s in by_span.get(m.span, (m,))]


def scenes_of(coder: Coder, reading: Reading) -> list[Scene]:
    """Every sentence with its grammar, and what it is about."""
    text, verbs, weights = reading.article.text, coder.events.verbs, coder.arguments
    scenes = [
        build_scene(text, s, t, c, reading.mentions, verbs, weights, times, find_quantities(text, t, times))
        for s, t, c, times in zip(reading.sentences, reading.tokens, reading.classes, reading.times, strict=True)
    ]
    for scene in scenes:
        scene.marks = domain_marks(scene.words)
    title = scenes[0].marks if scenes and scenes[0].sentence.paragraph < 0 else {}
    title = report_marks([s.marks for s in scenes], title)
    for scene in scenes:
        scene.title_marks = title
        scene.report = len(scenes) > 2
    encoded = coder.encoder.read(text, [s.span for s in reading.sentences]) if coder.encoder is not None else None
    for scene in scenes:
        scene.encoded = encoded
    place_alone(scenes, reading.article.published is not None)
    return scenes


def _new_mentions(drafts: Sequence[Draft], known: Sequence[Mention]) -> list[Mention]:
    """Participants that the names stage did not know as mentions."""
    seen = {m.span for m in known}
    new: dict[Span, Mention] = {}
    for draft in drafts:
        for mention in [*draft.actors, *draft.recipients]:
            if mention.span not in seen:
                new.setdefault(mention.span, mention)
    return list(new.values())


_KINDS = ("dead", "missing", "injured", "abducted", "arrested", "displaced", "released", "participants")
"""The kinds of size in their order, the worst first; a lexicon may have others, which come last."""


def _place_of(size: Size) -> int:
    return _KINDS.index(size.kind) if size.kind in _KINDS else len(_KINDS)


def _is_of_being(draft: Draft) -> bool:
    """Whether a deed is what somebody denies to be part of, by `أن يكون` (`نفت أن تكون لها يد في الهجوم`)."""
    verb = draft.trigger.clause.verb if draft.trigger.clause is not None else None
    return draft.trigger.kind == "noun" and verb is not None and verb.verb.lemma == "كان"


def _over(draft: Draft, told: _Told) -> list[Attribution]:
    """The statements that a draft stands under, the nearest first."""
    attributions = told.sourcing.attributions
    over = nearest_first(
        [
            a
            for a in attributions
            if a.id != OUTLET
            and a.scope.contains(draft.span)
            and not own_act(a, draft)
            and not of_a_part(a, draft.scene)
            and not is_granted(a, draft)
            and not rebutted_in(draft.span, a, attributions)
        ]
    )
    denied = bool(over) and over[0].stance is Stance.DENIES
    return over if over and (denied or told.coder.teller.holds(draft, over)) else []


def _event(draft: Draft, told: _Told) -> Event:
    """The finished record of a draft."""
    time, place = setting_of(draft, told.settings, told.by_trigger)
    time = undated_if_past(draft, time, told.day)
    place = told.coder.placing.settle(draft, place, told.named, told.scenes)
    attributions = told.sourcing.attributions
    rebutted = [a for a in attributions if rebutted_in(draft.span, a, attributions)]
    over = _over(draft, told)
    nearest = over[0] if over else None
    parts = [a for a in attributions if a.scope.contains(draft.span) and of_a_part(a, draft.scene)]
    unreal = {Auxiliary.NEGATION} if rebutted or parts else set()
    if (parts and _is_of_being(draft)) or any(is_refusal(a) for a in rebutted):
        unreal.add(Auxiliary.HYPOTHETICAL)
    seed = f"{told.reading.article.id}:{draft.type}:{draft.span.start}:{draft.span.end}"
    event = Event(
        id=hashlib.sha256(seed.encode()).hexdigest()[:16],
        type=draft.type,
        trigger=draft.span,
        trigger_text=draft.span.of(draft.scene.text),
        sentence=draft.scene.sentence.span,
        modes=tuple(draft.modes),
        contexts=tuple(draft.contexts),
        cameo=draft.sense.cameo,
        actors=tuple(without_those_who_deny(draft.actors, parts, bool(over or draft.also))),
        recipients=tuple(draft.recipients),
        time=time,
        place=place,
        size=tuple(sorted(draft.size, key=_place_of)),
        auxiliary=tuple(a for a in draft.auxiliary if a not in unreal),
        sources=(*(a.id for a in over), OUTLET),
        stance=stance_of(nearest, draft),
        hedged=any(a.hedged for a in over) or any(h.contains(draft.span) for h in told.sourcing.hedges),
        also=tuple(draft.also),
        why=Why(draft.sense.where, draft.rule, tuple(draft.proved)),
    )
    if nearest is not None and (denies_own(event, nearest) or says_undone(nearest, draft)):
        event = replace(event, stance=Stance.DENIES)
    if event.stance is Stance.DENIES and Auxiliary.NEGATION not in event.auxiliary:
        event = replace(event, auxiliary=tuple(a for a in Auxiliary if a in event.auxiliary or a is Auxiliary.NEGATION))
    return event
