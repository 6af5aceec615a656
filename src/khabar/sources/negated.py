"""Statements that a deed was not done (`وأوضح المتحدث أنهم لم يعتقلوا`): denials without a word of denial."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from khabar.events.lexicon import NONE, EventLexicon
from khabar.events.scene import Scene
from khabar.events.types import FORCE, SPOKEN
from khabar.lexicon.words import word_list
from khabar.records import Attribution, Auxiliary, Denial, Event, Mention, Span, Stance
from khabar.sources.denying import is_told, spans_of, tells
from khabar.sources.elsewhere import heads, heads_of, in_one_case
from khabar.sources.presupposed import is_refusal
from khabar.sources.rebutted import is_rebutted
from khabar.sources.sides import is_ours, side_of
from khabar.text.clauses import Clause

_NEAR = 2
"""How many sentences before a statement, or behind it, the deed is told that it denies."""
_ASSERTING = (Stance.ASSERTS, Stance.CONFIRMS)
_ANYBODY = word_list(__name__, "anybody")


def said_not_done(
    events: Sequence[Event],
    attributions: Sequence[Attribution],
    mentions: Sequence[Mention],
    scenes: Sequence[Scene],
    lexicon: EventLexicon,
) -> Iterator[tuple[int, Denial, Span]]:
    """The events told by others that somebody says were not done, with the same verb: the denial, and its verb."""
    for attribution in attributions:
        speaker = next((s.mention for s in reversed(attribution.chain) if s.mention is not None), None)
        says = attribution.stance in (*_ASSERTING, Stance.DENIES) and not is_rebutted(attribution)
        if attribution.cue is None or speaker is None or not says or is_refusal(attribution):
            continue
        here = next((n for n, s in enumerate(scenes) if s.sentence.span.contains(attribution.scope)), None)
        for clause in scenes[here].clauses if here is not None else ():
            if here is None or not _says_not_done(scenes[here], clause, attribution):
                continue
            told = _again(events, clause, scenes[here]) if scenes[here].sentence.span.contains(attribution.cue) else []
            told = told or _denied(events, clause, here, scenes, lexicon, side_of(speaker, mentions))
            told = [i for i in told if not tells(speaker, events[i], attributions)]
            words = attribution.cue_text or ""
            verb = scenes[here].words[scenes[here].phrases[clause.index].head]
            for i in told[-1:]:
                denial = Denial(speaker, Stance.DENIES, attribution.cue, words, scenes[here].sentence.span)
                yield i, denial, Span(verb.start, verb.end)


def _says_not_done(scene: Scene, clause: Clause, attribution: Attribution) -> bool:
    """Whether a statement says that something was not done, or a denial is of what was done to one told of before.

    `وأوضح أنهم لم يعتقلوا`, `ونفت الشرطة أن تكون قتلته`.
    """
    if attribution.stance is not Stance.DENIES:
        return _is_negated(scene, clause, attribution.scope)
    word = scene.words[scene.phrases[clause.index].head]
    inside = attribution.scope.contains(Span(word.start, word.end))
    pronoun = clause.verb is not None and bool(clause.verb.suffix) and not clause.antecedent
    return inside and pronoun and not scene.phrases[clause.index].negated


def _again(events: Sequence[Event], clause: Clause, scene: Scene) -> list[int]:
    """The event told in another sentence of which a negated verb was read as a telling (`أن الشاعر لم يعتقل`)."""
    word, own = scene.words[scene.phrases[clause.index].head], scene.sentence.span
    verb = Span(word.start, word.end)
    return [
        i
        for i, e in enumerate(events)
        if e.type in FORCE
        and not own.contains(e.trigger)
        and any(s.overlaps(verb) for s in e.also)
        and is_told(e)
        and Auxiliary.NEGATION not in e.auxiliary
    ]


def _is_negated(scene: Scene, clause: Clause, scope: Span) -> bool:
    """Whether a clause inside a statement says of the past that something was not done (`لم يعتقلوا`)."""
    phrase = scene.phrases[clause.index]
    word = scene.words[phrase.head]
    here = scope.contains(Span(word.start, word.end))
    return clause.verb is not None and phrase.negated == "لم" and here and not clause.antecedent


def _denied(
    events: Sequence[Event], clause: Clause, here: int, scenes: Sequence[Scene], lexicon: EventLexicon, side: Mention
) -> list[int]:
    """The events near a negated verb that it can be of: told with the same verb, by the speaker's side or nobody's."""
    verb, scene = clause.verb, scenes[here]
    assert verb is not None
    types = {s.type for s in lexicon.verb_senses.get(verb.verb.key, ())} - {NONE}
    first, last = scenes[max(here - _NEAR, 0)].sentence.span.start, scenes[min(here + _NEAR, len(scenes) - 1)].sentence
    own = scene.sentence.span
    groups = [*clause.objects, *([clause.subject] if clause.subject else [])]
    named = {scene.words[p.inner].bare for g in groups for p in g}
    done = {scene.words[p.inner].bare for p in clause.subject}
    whole = named & _ANYBODY or not clause.objects
    lone = verb.voice != "active" and not clause.objects  # `أن الرسام لم يعتقل`
    passive = verb.voice == "passive" or lone or not clause.subject
    return [
        i
        for i, e in enumerate(events)
        if e.type in types
        and first <= e.trigger.start < last.span.end
        and not any(own.contains(s) for s in spans_of(e))
        and is_told(e)
        and Auxiliary.NEGATION not in e.auxiliary
        and (Auxiliary.HISTORICAL not in e.auxiliary or len(e.sources) > 1)
        and (e.type not in SPOKEN or bool(in_one_case(done) & heads_of(e.actors)))
        and e.why.entry.endswith(f" {verb.verb.lemma}")
        and (is_ours(e, side) or e.type in SPOKEN or (passive and bool(in_one_case(named) & heads(e))))
        and (whole or bool(in_one_case(named) & heads(e)) or not e.recipients)
    ]
