"""Whom an attack was done to, where nobody has been told of but those it killed or hurt.

`هجوم خلف 38 قتيلا`, `تفجير راح ضحيته عدد من الجنود`: whoever is counted among the dead of an attack has suffered it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from khabar.events.draft import Draft
from khabar.events.scene import Scene
from khabar.lexicon.words import word_list
from khabar.records import Mention, Span
from khabar.text.particles import particles
from khabar.text.phrases import Phrase
from khabar.text.words import Word

_KINDS = ("dead", "injured")


def name_victims(draft: Draft, scenes: Sequence[Scene], known: Callable[[Mention], Mention]) -> None:
    """Make those an attack is said to have killed or hurt its recipients, where it has none.

    Not in a clash, whose dead are of either side. `known` gives a mention as the resolution left it.
    """
    if draft.type != "ASSAULT" or "both" in draft.sense.frame or any(_is_peopled(m, scenes) for m in draft.recipients):
        return
    if _in_a_clash(draft, scenes):
        return
    found = [known(m) for m in _victims(draft, scenes)]
    others = [a for a in draft.actors if not any(a.span.overlaps(m.span) for m in found)]
    if found and len(draft.actors) > 1 and others:
        return  # two sides: `قتل خمسة جنود في اشتباك مع مسلحين`
    if found:
        draft.actors, draft.recipients = others, found
        draft.proved.append("recipients are who is counted")


_FIGHTS = word_list(__name__, "fights")


def name_sides(draft: Draft, scenes: Sequence[Scene], known: Callable[[Mention], Mention]) -> None:
    """Make the two sides whose dead a clash is told with its actors, where it names no two itself.

    `أدت الاشتباكات إلى مقتل خمسة جنود وعشرة متمردين`. `known` gives a mention as the resolution left it.
    """
    dead = next((s.span for s in draft.size if s.kind == "dead" and s.span is not None), None)
    if draft.type != "ASSAULT" or dead is None or len(draft.actors) > 1:
        return
    told = (w for s in (draft.span, *draft.also) for scene in scenes for w in _words_in(scene, s))
    if not any(w.bare in _FIGHTS for w in told):
        return
    scene = next((s for s in scenes if s.sentence.span.contains(dead)), None)
    if scene is None:
        return
    last = scene.phrases[scene.phrase_at(scene.words_at(dead)[-1].index)]
    whole = dead.cover(scene.span(last))
    numbers = dict.fromkeys(n for n in scene.atoms if n >= 0 and scene.mentions[n].span.overlaps(whole))
    people = [known(scene.mentions[n]) for n in numbers]
    state = next((m for m in people if _OF_STATE.intersection(m.sectors)), None)
    others = next((m for m in people if _AGAINST_IT.intersection(m.sectors)), None)
    if state is not None and others is not None and state.span != others.span:
        draft.actors, draft.recipients = sorted((state, others), key=lambda m: m.span), []
        draft.proved.append("both sides are who fell")


_OF_STATE = frozenset({"MIL", "COP", "PRM"})
_AGAINST_IT = frozenset({"REB", "UAF"})


def _words_in(scene: Scene, span: Span) -> Sequence[Word]:
    """The words of a span that stands in a scene."""
    return scene.words_at(span) if scene.sentence.span.contains(span) else ()


def _in_a_clash(draft: Draft, scenes: Sequence[Scene]) -> bool:
    """Whether another telling of an event is a noun for a fight of two sides (`مقتل 5 أشخاص في اشتباكات`)."""
    words = [w for s in draft.also for scene in scenes for w in _words_in(scene, s)]
    return any(w.bare in _FIGHTS for w in words)


def _is_peopled(mention: Mention, scenes: Sequence[Scene]) -> bool:
    """Whether a recipient is more than a thing that force was used on."""
    return not any(mention.span in scene.unpeopled for scene in scenes)


def _victims(draft: Draft, scenes: Sequence[Scene]) -> list[Mention]:
    """The dead, else the wounded, that the sizes of an attack count; else whom its own sentence says that it took."""
    sizes = [s for kind in _KINDS for s in draft.size if s.kind == kind and s.span is not None]
    for size in sizes[:1]:
        if size.span is not None and (phrase := _phrase_at(size.span, scenes)) is not None:
            return [phrase]
    return [] if sizes else _taken(draft.scene)


def _phrase_at(span: Span, scenes: Sequence[Scene]) -> Mention | None:
    """The people in whose phrase a number or a victim stands, from there on."""
    scene = next((s for s in scenes if s.sentence.span.contains(span)), None)
    words = scene.words_at(span) if scene is not None else []
    if scene is None or not words:
        return None
    phrase = scene.phrases[scene.phrase_at(words[0].index)]
    if phrase.kind == "np" and words[0].index > phrase.inner:
        phrase = scene.phrase(words[0].index, phrase.end)  # `نحو | 38 جنديا`, `اغتيال | القاضي سالم`
    return scene.mention(phrase) if _are_people(phrase) else None


def _taken(scene: Scene) -> list[Mention]:
    """Whom words for a loss of life name (`راح ضحيته عدد من الجنود`)."""
    for word, after in zip(scene.words, scene.words[1:], strict=False):
        if word.token.norm in particles().victims:
            phrase = scene.phrases[scene.phrase_at(after.index)]
            return [scene.mention(phrase)] if phrase.inner == after.index and _are_people(phrase) else []
    return []


def _are_people(phrase: Phrase) -> bool:
    return phrase.kind == "np" and phrase.person and not phrase.suffix
