"""Denials tied to what they deny: an event others assert, in the denial's own words or in the sentences before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from khabar.events.lexicon import EventLexicon
from khabar.events.scene import Scene
from khabar.events.types import SPOKEN
from khabar.lexicon.words import word_list
from khabar.records import (
    AGAINST,
    Attribution,
    Auxiliary,
    Denial,
    Event,
    Mention,
    MentionKind,
    Sentence,
    Span,
    Stance,
)
from khabar.sources.contents import of_a_part
from khabar.sources.denying import Denying, is_one, is_told, takes_part, tells
from khabar.sources.elsewhere import heads, told_elsewhere
from khabar.sources.negated import said_not_done
from khabar.sources.presupposed import is_of_knowledge, is_presupposed, is_refusal
from khabar.sources.rebutted import rebutted_in
from khabar.sources.sides import same_side, side_of
from khabar.sources.taken_up import accused_before
from khabar.sources.tying import denied_events, named_by_noun
from khabar.text.characters import squeeze


def deny(
    events: Sequence[Event],
    attributions: Sequence[Attribution],
    mentions: Sequence[Mention],
    scenes: Sequence[Scene],
    lexicon: EventLexicon,
) -> list[Event]:
    """The events, each with who denies or doubts it.

    Where others assert the event, the words of the denial are one more place that tells of it, and no event of theirs.
    """
    result = list(events)
    twins: set[int] = set()
    untied: list[Denial] = []
    sentences = [s.sentence for s in scenes]
    title = scenes[0].sentence.span if scenes and scenes[0].sentence.paragraph < 0 else None
    charges = [Span(w.start, w.end) for scene in scenes for w in scene.words if w.norm in _ACCUSING]
    for attribution in attributions:
        if attribution.stance not in AGAINST or attribution.cue is None:
            continue
        speakers = _speakers(attribution, scenes)
        sentence = _sentence_of(sentences, attribution.cue.start)
        if attribution.rule in _ASKING or not speakers or is_of_knowledge(attribution, scenes[sentence]):
            continue
        speaker = speakers[-1]
        where, words = sentences[sentence].span, attribution.cue_text or ""
        denials = [Denial(s, attribution.stance, attribution.cue, words, where) for s in speakers]
        side = side_of(speaker, mentions)
        denying = Denying(attribution, speaker, side, scenes[sentence], sentences, sentence, charges, attributions)
        denied = denied_events(result, denying, mentions)
        denied = denied or named_by_noun(result, denying, lexicon.noun_senses, mentions)
        # Nobody denies what he tells himself.
        denied = [
            n
            for n in denied
            if (not _says(speaker, result[n]) or Auxiliary.NEGATION in result[n].auxiliary)
            and (attribution.scope.contains(result[n].trigger) or not tells(speaker, result[n], attributions))
            and not _did_it_denying(result[n], denying)
        ]
        if not denied and not is_refusal(attribution):
            denied = accused_before(result, denying)
        untied += denials if not denied and sentences[sentence].span != title else []
        elsewhere = [n for n in denied if not attribution.scope.contains(result[n].trigger)]
        for number in denied:
            event = result[number]
            held = event.stance is attribution.stance or of_a_part(attribution, scenes[sentence])
            held = held or rebutted_in(event.trigger, attribution, attributions)
            own = held and attribution.scope.contains(event.trigger)
            if own and elsewhere:
                twins.add(number)
            else:
                result[number] = _with(event, denials, title)
        for number in elsewhere:
            spans = [result[n].trigger for n in denied if n in twins]
            event = result[number]
            result[number] = replace(event, also=(*event.also, *(s for s in spans if s not in event.also)))
    result = [_with(e, _told_in_full(e, untied, title), title) for e in result]
    for number in range(len(result)):
        if number not in twins and (told := _contradicted(result, number, attributions, mentions, scenes)) is not None:
            other, denial = told
            twins.add(number)
            result[other] = _with(result[other], [denial], title)
    for number, denial, verb in list(said_not_done(result, attributions, mentions, scenes, lexicon)):
        if number not in twins:
            result[number] = _with(result[number], [denial], title)
            twins |= {n for n, e in enumerate(result) if e.trigger == verb and Auxiliary.NEGATION in e.auxiliary}
    kept = [e for n, e in enumerate(result) if n not in twins]
    return [_denied_by_teller(e, attributions, scenes) for e in kept]


def without_those_who_deny(actors: Sequence[Mention], parts: Sequence[Attribution], told: bool) -> list[Mention]:
    """The actors of what nobody is told to have done but who denies a part in it (`نفت الحركة ضلوعها في الاغتيال`).

    Where it is `told` elsewhere, too, only those go whom the words of the denial themselves name.
    """
    deniers = [s.mention for a in parts for s in a.chain if s.mention is not None]
    return [m for m in actors if not any(m.span == d.span if told else is_one(m, d) for d in deniers)]


def _told_in_full(event: Event, untied: Sequence[Denial], title: Span | None) -> list[Denial]:
    """Who denies in the body, in words that name no event, what only a word for his side denies in the headline.

    `واستراليا تنفي دفع فدية`: `وزير الخارجية الأسترالي نفى أن تكون بلاده قد قدمت أي مال`.
    """
    short = [d.mention for d in event.denied_by if d.sentence == title]
    if not short or len(short) < len(event.denied_by):
        return []
    return [d for d in untied if d.stance is Stance.DENIES and any(_one_side(m, d.mention) for m in short)][:1]


def _one_side(short: Mention, full: Mention) -> bool:
    """Whether a headline's word for a denier can stand for whom the body names: a country, body or spokesman."""
    apart = short.country is not None and full.country is not None and short.country != full.country
    words = {squeeze(w).removeprefix("ال") for w in short.text.split()}
    named = words & {squeeze(w).removeprefix("ال").removeprefix("ل") for w in full.text.split()}
    return not apart and (bool(named) or same_side(short, full))


def only_denied(events: Sequence[Event], attributions: Sequence[Attribution]) -> list[Event]:
    """The events; of what only those tell who say that it was not done, the stance of their words is a denial."""
    by_id = {a.id: a for a in attributions}
    return [replace(e, stance=Stance.DENIES) if _is_only_denied(e, by_id[e.sources[0]]) else e for e in events]


def _is_only_denied(event: Event, own: Attribution) -> bool:
    plain = event.stance in (Stance.ASSERTS, Stance.CONFIRMS) and Auxiliary.NEGATION in event.auxiliary
    tellers = [s.mention for s in own.chain if s.mention is not None]
    denied = bool(event.denied_by) and all(any(is_one(d.mention, t) for t in tellers) for d in event.denied_by)
    return plain and is_told(event) and denied


def told_once(events: Sequence[Event], scenes: Sequence[Scene]) -> list[Event]:
    """The events without the denials of the headline that the body tells again: it names more fully who denies."""
    title = scenes[0].sentence.span if scenes and scenes[0].sentence.paragraph < 0 else None
    return [_in_the_body(e, title) for e in events]


_ACCUSING = word_list(__name__, "accusing")

_ASKING = word_list(__name__, "asking")


def _with(event: Event, denials: Sequence[Denial], title: Span | None) -> Event:
    """An event with more denials, one an actor: the one that names him most fully, in the body before the headline."""
    kept = list(event.denied_by)
    for denial in denials:
        same = next((n for n, d in enumerate(kept) if is_one(d.mention, denial.mention)), None)
        if same is None:
            kept.append(denial)
        elif kept[same].sentence == title or len(denial.mention.text) > len(kept[same].mention.text):
            kept[same] = denial
    return event if kept == list(event.denied_by) else replace(event, denied_by=tuple(kept))


def _in_the_body(event: Event, title: Span | None) -> Event:
    body = tuple(d for d in event.denied_by if d.sentence != title) or event.denied_by
    body = tuple(d for n, d in enumerate(body) if not any(_shortens(d.mention, other.mention) for other in body[:n]))
    return replace(event, denied_by=body) if body != event.denied_by else event


def _shortens(short: Mention, full: Mention) -> bool:
    """Whether a mention is of whom another names more fully: his last name, or words of the other."""
    words, named = short.text.split(), full.text.split()
    if short.name is not None and short.kind is MentionKind.PERSON and len(words) == 1:
        return words[0] == named[-1]
    return len(words) > 2 and set(words) <= set(named)


def _denied_by_teller(event: Event, attributions: Sequence[Attribution], scenes: Sequence[Scene]) -> Event:
    """An event with whoever says of a deed of his own side that it was not done (`قالت الحكومة إنها لم تدفع فدية`)."""
    if event.stance is not Stance.DENIES or event.denied_by or event.type in SPOKEN:
        return event
    own = next((a for a in attributions if a.id == event.sources[0] and a.cue is not None), None)
    own = None if own is not None and is_refusal(own) else own
    speakers = _speakers(own, scenes) if own is not None else []
    if own is None or own.cue is None or not speakers:
        return event
    scene = next((s for s in scenes if s.sentence.span.contains(event.trigger)), None)
    if scene is not None and own.stance is Stance.DENIES and is_presupposed(event.trigger, event.actors, own, scene):
        return event
    here = next((s.sentence.span for s in scenes if s.sentence.span.contains(own.cue)), own.scope)
    denial = Denial(speakers[-1], Stance.DENIES, own.cue, own.cue_text or "", here)
    return replace(event, denied_by=(denial,))


def _speakers(attribution: Attribution, scenes: Sequence[Scene]) -> list[Mention]:
    """Who denies: the last of a chain, with those that `و` joins to it (`نفت إيران وروسيا`), as they stand."""
    mentions = [s.mention for s in attribution.chain if s.mention is not None]
    text = scenes[0].text if scenes else ""
    first = len(mentions) - 1
    while first > 0 and text[mentions[first - 1].span.end : mentions[first].span.start] == " و":
        first -= 1
    return mentions[max(first, 0) :]


def _contradicted(
    events: Sequence[Event],
    number: int,
    attributions: Sequence[Attribution],
    mentions: Sequence[Mention],
    scenes: Sequence[Scene],
) -> tuple[int, Denial] | None:
    """The event that a statement with `لم` denies without saying so, and the denial; None where it denies none.

    `قالت كييف إن روسيا قصفت المستشفى. وأعلن الكرملين أن القوات الروسية لم تقصف المستشفى`.
    """
    event = events[number]
    if event.type in SPOKEN or Auxiliary.NEGATION not in event.auxiliary or event.denied_by:
        return None
    if event.stance not in (Stance.ASSERTS, Stance.CONFIRMS, Stance.DENIES):
        return None
    own = next((a for a in attributions if a.id == event.sources[0] and a.cue is not None), None)
    speaker = next((s.mention for s in reversed(own.chain) if s.mention is not None), None) if own else None
    if own is None or own.cue is None or speaker is None or own.stance is Stance.DENIES:
        return None
    sentences = [s.sentence for s in scenes]
    here = _sentence_of(sentences, event.trigger.start)
    side = side_of(speaker, mentions)
    denying = Denying(own, speaker, side, scenes[here], sentences, here, ())
    others = told_elsewhere(events, number, denying)
    told = [
        i
        for i in sorted(others)
        if is_told(events[i])
        and Auxiliary.NEGATION not in events[i].auxiliary
        and not tells(speaker, events[i], attributions)
        and denying.is_ours(events[i])
        and (events[i].actors or (event.type == "ASSAULT" and heads(event) & heads(events[i])))
    ]
    if not told:
        return None
    return told[-1], Denial(speaker, Stance.DENIES, own.cue, own.cue_text or "", sentences[here].span)


def _says(speaker: Mention, event: Event) -> bool:
    """Whether an event is what somebody says himself (`فند التقرير واصفا إياه بالتضليل`): he does not deny that."""
    return event.type in ("ACCUSE", "REJECT") and any(is_one(m, speaker) for m in event.actors)


def _did_it_denying(event: Event, denying: Denying) -> bool:
    """Whether somebody denies other things while he does a deed (`طردت الهند السفير، واصفة الاتهامات بأنها كاذبة`)."""
    scene, cue = denying.scene, denying.attribution.cue
    heads = [(c, scene.words[scene.phrases[c.index].head]) for c in scene.clauses if c.verb is not None]
    beside = any(
        cue is not None and w.start == cue.start and c.verb is not None and c.verb.tense == "participle"
        for c, w in heads
    )
    here = scene.sentence.span.contains(event.trigger) and not denying.attribution.scope.contains(event.trigger)
    return beside and here and len(event.sources) == 1 and takes_part(denying.speaker, event)


def _sentence_of(sentences: Sequence[Sentence], offset: int) -> int:
    return next((i for i, s in enumerate(sentences) if s.span.start <= offset < s.span.end), len(sentences) - 1)
