"""Denials tied to what they deny: an event others assert, in the denial's own words or in the sentences before it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from khabar.events.lexicon import Sense, noun_keys
from khabar.events.scene import Scene
from khabar.records import Attribution, Auxiliary, Denial, Event, Mention, Sentence, Span, Stance
from khabar.sources.contents import of_a_part
from khabar.sources.sides import can_be_ours, same_side
from khabar.text.characters import squeeze

BACK = 4
"""How many sentences before a denial its object is looked for in, where its own words name only who, not what."""


def deny(
    events: Sequence[Event],
    attributions: Sequence[Attribution],
    mentions: Sequence[Mention],
    scenes: Sequence[Scene],
    nouns: Mapping[str, Sequence[Sense]],
) -> list[Event]:
    """The events, each with who denies or doubts it; `nouns` are the lexicon's event nouns.

    Where others assert the event, the words of the denial are one more place that tells of it, and no event of theirs.
    """
    result = list(events)
    twins: set[int] = set()
    sentences = [s.sentence for s in scenes]
    for attribution in attributions:
        if attribution.stance not in (Stance.DENIES, Stance.DOUBTS) or attribution.cue is None:
            continue
        speakers = _speakers(attribution, scenes)
        if not speakers:
            continue
        speaker = speakers[-1]
        sentence = _sentence_of(sentences, attribution.cue.start)
        where, words = sentences[sentence].span, attribution.cue_text or ""
        denials = [Denial(s, attribution.stance, attribution.cue, words, where) for s in speakers]
        denied = _denied(result, attribution, speaker, mentions, sentences, sentence, scenes[sentence])
        denied = denied or _named_by_noun(result, attribution, speaker, sentences, scenes, sentence, nouns)
        elsewhere = [n for n in denied if not attribution.scope.contains(result[n].trigger)]
        for number in denied:
            event = result[number]
            held = event.stance is attribution.stance or of_a_part(attribution, scenes[sentence])
            own = held and attribution.scope.contains(event.trigger)
            if own and elsewhere:
                twins.add(number)
            else:
                new = [d for d in denials if d not in event.denied_by]
                result[number] = replace(event, denied_by=(*event.denied_by, *new))
        for number in elsewhere:
            spans = [result[n].trigger for n in denied if n in twins]
            event = result[number]
            result[number] = replace(event, also=(*event.also, *(s for s in spans if s not in event.also)))
    for number in range(len(result)):
        if number not in twins and (told := _contradicted(result, number, attributions, sentences)) is not None:
            other, denial = told
            twins.add(number)
            if denial not in result[other].denied_by:
                result[other] = replace(result[other], denied_by=(*result[other].denied_by, denial))
    return [e for n, e in enumerate(result) if n not in twins]


def _speakers(attribution: Attribution, scenes: Sequence[Scene]) -> list[Mention]:
    """Who denies: the last of a chain, with those that `و` joins to it (`نفت إيران وروسيا`), as they stand."""
    mentions = [s.mention for s in attribution.chain if s.mention is not None]
    text = scenes[0].text if scenes else ""
    first = len(mentions) - 1
    while first > 0 and text[mentions[first - 1].span.end : mentions[first].span.start] == " و":
        first -= 1
    return mentions[max(first, 0) :]


def _contradicted(
    events: Sequence[Event], number: int, attributions: Sequence[Attribution], sentences: Sequence[Sentence]
) -> tuple[int, Denial] | None:
    """The event that a statement with `لم` denies without saying so, and the denial; None where it denies none.

    `قالت كييف إن روسيا قصفت المستشفى. وأعلن الكرملين أن القوات الروسية لم تقصف المستشفى`.
    """
    event = events[number]
    if event.type in _SPOKEN or Auxiliary.NEGATION not in event.auxiliary or event.denied_by:
        return None
    if event.stance not in (Stance.ASSERTS, Stance.CONFIRMS, Stance.DENIES):
        return None
    own = next((a for a in attributions if a.id == event.sources[0] and a.cue is not None), None)
    speaker = next((s.mention for s in reversed(own.chain) if s.mention is not None), None) if own else None
    if own is None or own.cue is None or speaker is None or own.stance is Stance.DENIES:
        return None
    here = _sentence_of(sentences, event.trigger.start)
    others = _told_elsewhere(events, number, speaker, sentences, here)
    told = [
        i
        for i in sorted(others)
        if _is_told(events[i])
        and Auxiliary.NEGATION not in events[i].auxiliary
        and not _tells(speaker, events[i], attributions)
        and can_be_ours(events[i], speaker)
    ]
    if not told:
        return None
    return told[-1], Denial(speaker, Stance.DENIES, own.cue, own.cue_text or "", sentences[here].span)


def _tells(speaker: Mention, event: Event, attributions: Sequence[Attribution]) -> bool:
    """Whether somebody is among those who tell of an event: nobody denies what he says himself."""
    tellers = [s.mention for a in attributions if a.id in event.sources for s in a.chain if s.mention is not None]
    return any(m.span == speaker.span or (m.actor is not None and m.actor == speaker.actor) for m in tellers)


def _sentence_of(sentences: Sequence[Sentence], offset: int) -> int:
    return next((i for i, s in enumerate(sentences) if s.span.start <= offset < s.span.end), len(sentences) - 1)


def _denied(
    events: Sequence[Event],
    attribution: Attribution,
    speaker: Mention,
    mentions: Sequence[Mention],
    sentences: Sequence[Sentence],
    here: int,
    scene: Scene,
) -> list[int]:
    """The numbers of the events that a denial is about."""
    if attribution.cue is not None and attribution.cue.contains(attribution.scope):
        return [] if _is_charge(attribution, scene) else _taken_up(events, attribution, sentences, here)
    inside = [
        i
        for i, e in enumerate(events)
        if any(attribution.scope.contains(s) for s in (e.trigger, *e.also))
        and not (e.type == "ACCUSE" and e.trigger.start == attribution.scope.start)
    ]
    if inside:
        told = set(inside)
        for number in inside:
            told |= _told_elsewhere(events, number, speaker, sentences, here)
        return sorted(told)
    named = {
        m.actor
        for m in mentions
        if m.actor is not None and m.actor != speaker.actor and attribution.scope.contains(m.span)
    }
    first = sentences[max(here - BACK, 0)].span.start
    last = sentences[here].span.start
    found = [
        i for i, e in enumerate(events) if first <= e.trigger.start < last and any(m.actor in named for m in e.actors)
    ]
    if found or not _denies_deed(attribution, scene):
        return found
    near = sentences[max(here - 1, 0)].span.start
    before = [
        i
        for i, e in enumerate(events)
        if near <= e.trigger.start < attribution.scope.start and e.type == "ASSAULT" and can_be_ours(e, speaker)
    ]
    return before[-1:]


def _named_by_noun(
    events: Sequence[Event],
    attribution: Attribution,
    speaker: Mention,
    sentences: Sequence[Sentence],
    scenes: Sequence[Scene],
    here: int,
    nouns: Mapping[str, Sequence[Sense]],
) -> list[int]:
    """The event told before that a noun in a denial names, where it made none itself (`نفت تنفيذ أي اعتقالات`)."""
    words = [w for w in scenes[here].words if attribution.scope.contains(Span(w.start, w.end))]
    types = {s.type for w in words for key in noun_keys(w.bare) for s in nouns.get(key, ())}
    first = sentences[max(here - BACK, 0)].span.start
    cue = attribution.cue or attribution.scope
    if any(e.type == "REJECT" and e.trigger.overlaps(cue) for e in events):
        return []  # `رفض رجال الدين إغلاق المساجد`: what is refused is to come
    before = [
        i
        for i, e in enumerate(events)
        if e.type in types and first <= e.trigger.start < cue.start and can_be_ours(e, speaker) and _is_told(e)
    ]
    return before[-1:]


def _is_told(event: Event) -> bool:
    """Whether an event is told as one that happened, and not as planned or feared."""
    return not {Auxiliary.FUTURE, Auxiliary.HYPOTHETICAL} & set(event.auxiliary)


def _denies_deed(attribution: Attribution, scene: Scene) -> bool:
    """Whether a denial that holds no event is of a part in one (`أي صلة بما جرى`) or of its toll (`وجود ضحايا`)."""
    words = [w for w in scene.words if attribution.scope.contains(Span(w.start, w.end))]
    keys = {key for w in words for key in noun_keys(w.bare)}
    return bool(keys & (scene.classes["involvement"] | scene.classes["tolls"]))


_SPOKEN = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
"""Types of what is said rather than done: a denial is seldom of their having been said."""


def _taken_up(events: Sequence[Event], attribution: Attribution, sentences: Sequence[Sentence], here: int) -> list[int]:
    """The events that `نفى ذلك`, `وهو ما نفته` take up: those before it in its sentence, else in the nearest before."""
    assert attribution.cue is not None
    for number in range(here, max(here - 2, -1), -1):
        span = sentences[number].span
        found = [i for i, e in enumerate(events) if e.type not in _SPOKEN and _told_before(e, span, attribution.cue)]
        accused = any(e.type == "ACCUSE" and _told_before(e, span, attribution.cue) for e in events)
        if found or accused:
            # What is blamed on somebody is in the words of the blame, or not told at all.
            return found
    return []


def _is_charge(attribution: Attribution, scene: Scene) -> bool:
    """Whether what a denial takes up is a charge before it (`وجهت إليه تهمة النشر، وهي تهمة ينفيها`), and no deed."""
    before = [w for w in scene.words if attribution.cue is not None and w.end <= attribution.cue.start]
    return bool(before) and not {*noun_keys(before[-1].bare)}.isdisjoint(_CHARGES)


_CHARGES = frozenset({"تهمه", "تهم"})


def _told_before(event: Event, sentence: Span, cue: Span) -> bool:
    """Whether an event is told in a sentence before a word, by its trigger or another one."""
    return any(sentence.contains(s) and s.end <= cue.start for s in (event.trigger, *event.also))


def _told_elsewhere(
    events: Sequence[Event], number: int, speaker: Mention, sentences: Sequence[Sentence], here: int
) -> set[int]:
    """The events that are the one a denial holds: those that share somebody known, else the nearest before.

    Who denies what nobody is named for denies a deed of their own side: an event whose actors are another country's is
    not meant.
    """
    denied = events[number]
    mine = _known(denied)
    others = [i for i, e in enumerate(events) if i != number and e.type == denied.type]
    shared = {i for i in others if mine & _known(events[i])}
    if shared:
        return shared
    if mine:
        return set(_by_same_side(events, others, denied, sentences, here)[-1:])
    first = sentences[max(here - BACK, 0)].span.start
    before = [
        i for i in others if first <= events[i].trigger.start < denied.trigger.start and can_be_ours(events[i], speaker)
    ]
    before.sort(key=lambda i: (_is_told(events[i]), bool(set(denied.modes) & set(events[i].modes))))
    return set(before[-1:]) or set(_told_after(events, others, denied, speaker, sentences, here)[:1])


def _by_same_side(
    events: Sequence[Event], others: Sequence[int], denied: Event, sentences: Sequence[Sentence], here: int
) -> list[int]:
    """The events near a denied one that others lay to its side (`قصفت روسيا المستشفى`: `القوات الروسية`)."""
    first, last = sentences[max(here - BACK, 0)].span.start, sentences[min(here + 2, len(sentences) - 1)].span.end
    hit = _heads(denied)
    return [
        i
        for i in others
        if first <= events[i].trigger.start < last
        and any(same_side(m, n) for m in denied.actors for n in events[i].actors)
        and (not hit or not _heads(events[i]) or hit & _heads(events[i]))
        and Auxiliary.NEGATION not in events[i].auxiliary
        and _is_told(events[i])
    ]


def _heads(event: Event) -> set[str]:
    """The first words of those an event is done to, without `ال`."""
    return {squeeze(m.text.split()[0]).removeprefix("ال") for m in event.recipients}


def _told_after(
    events: Sequence[Event],
    others: Sequence[int],
    denied: Event,
    speaker: Mention,
    sentences: Sequence[Sentence],
    here: int,
) -> list[int]:
    """The events of others that a denial, which came first, is of (`نفى الجيش قصف المدينة. وكانت المعارضة قالت إن`)."""
    last = sentences[min(here + 2, len(sentences) - 1)].span.end
    return [
        i
        for i in others
        if denied.trigger.end < events[i].trigger.start < last
        and len(events[i].sources) > 1
        and Auxiliary.NEGATION not in events[i].auxiliary
        and _is_told(events[i])
        and can_be_ours(events[i], speaker)
    ]


def _known(event: Event) -> set[str]:
    """The named actors in an event."""
    return {m.actor for m in (*event.actors, *event.recipients) if m.actor and m.name is not None}
