"""Who may take part in an event: all told of in its sentence, whoever tells of it, who was told of just before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from khabar.events.draft import Draft
from khabar.events.sameness import same_mention
from khabar.events.scene import Scene
from khabar.records import Mention, MentionKind, Span
from khabar.text.clauses import Clause
from khabar.text.phrases import Phrase

BACK = 2
"""How many sentences back somebody may stand who is only meant."""
TELLINGS = 4
"""In how many other tellings of an event it is looked who takes part."""
_NOBODY = frozenset({MentionKind.PRONOUN})


@dataclass(frozen=True, slots=True)
class Somebody:
    """A mention that may take part, and where it stands."""

    mention: Mention
    where: str
    """`here`, `inside` (another phrase of the sentence), `speaker`, `before 1`, `headline`, `telling`, `elsewhere`."""
    phrase: Phrase | None = None
    """The phrase of the event's sentence that it is, or is in."""
    rank: int = 0
    """How many others of its `where` stand before it."""
    told: tuple[tuple[Draft, Phrase], ...] = ()
    """The other tellings of the event in whose sentences somebody stands, and which phrase there he is."""


def subjects_among(clause: Clause, people: Sequence[Somebody]) -> list[Mention]:
    """Those of some people who are the subject of a clause, wherever else they are named."""
    told = [p.mention for p in people if any(p.phrase is s for s in clause.subject)]
    return [p.mention for p in people if any(same_mention(p.mention, m) for m in told)]


def nearby(
    draft: Draft,
    scenes: Sequence[Scene],
    number: int,
    known: Callable[[Mention], Mention],
    speakers: Sequence[Mention],
) -> list[Somebody]:
    """Everybody who may take part in a draft of sentence `number`, each once, those the rules have found among them.

    What tells of the event is nobody (`مفاوضات`), where the rules have not read it as people (`متظاهرون`).

    `known` gives a mention as the resolution left it; `speakers` tell of the event, the nearest first.
    """
    found: dict[Span, Somebody] = {}
    given = {m.span for m in (*draft.actors, *draft.recipients)}
    triggers = (draft.span, *draft.also)

    def put(mention: Mention, where: str, phrase: Phrase | None, rank: int) -> None:
        is_event = mention.span not in given and any(mention.head.overlaps(span) for span in triggers)
        if mention.kind not in _NOBODY and mention.span not in draft.scene.apposed and not is_event:
            found.setdefault(mention.span, Somebody(mention, where, phrase, rank))

    scene = draft.scene
    here = list(_here(scene, known))
    for rank, (phrase, mention) in enumerate(here):
        put(mention, "here", phrase, rank)
    for phrase, mention in _inside(scene, known):
        if all(not mention.span.overlaps(s.mention.head) for s in found.values() if s.where == "here"):
            put(mention, "inside", phrase, 0)
    for rank, mention in enumerate(speakers):
        put(mention, "speaker", None, rank)
    for back in range(1, BACK + 1):
        if number - back >= 0 and scenes[number - back].sentence.paragraph >= 0:
            for rank, mention in enumerate(_subjects(scenes[number - back], known)):
                put(mention, f"before {back}", None, rank)
    if number > 0 and scenes[0].sentence.paragraph < 0:
        for rank, mention in enumerate(_subjects(scenes[0], known)):
            put(mention, "headline", None, rank)
    told = _told(draft, here, known)
    for mention, _, _ in told:
        put(mention, "telling", None, 0)
    for mention in (*draft.actors, *draft.recipients):
        put(mention, "elsewhere", phrase_of(scene, mention), 0)
    return [replace(s, told=_by_others(s.mention, told)) if told else s for s in found.values()]


def _told(
    draft: Draft, here: Sequence[tuple[Phrase, Mention]], known: Callable[[Mention], Mention]
) -> list[tuple[Mention, Draft, Phrase]]:
    """Everybody in the sentences of the other tellings of an event; those `here` stand in its own."""
    seen = {id(draft.scene): here}
    for telling in draft.tellings[:TELLINGS]:
        if id(telling.scene) not in seen:
            seen[id(telling.scene)] = list(_here(telling.scene, known))
    return [
        (mention, telling, phrase)
        for telling in draft.tellings[:TELLINGS]
        for phrase, mention in seen[id(telling.scene)]
    ]


def _by_others(
    mention: Mention, told: Sequence[tuple[Mention, Draft, Phrase]]
) -> tuple[tuple[Draft, Phrase], ...]:
    """The other tellings that speak of somebody, and as which phrase."""
    return tuple((telling, phrase) for other, telling, phrase in told if same_mention(mention, other))


def _here(scene: Scene, known: Callable[[Mention], Mention]) -> Iterator[tuple[Phrase, Mention]]:
    """The mention that each noun phrase of a sentence is, in its full extent."""
    for phrase in scene.phrases:
        if phrase.kind != "np" or scene.atoms[phrase.head] < 0:
            continue
        base, full = known(scene.mentions[scene.atoms[phrase.head]]), scene.mention(phrase)
        settled = known(full)
        if settled is full and full.span != base.span:
            # Longer than what the resolution has seen: who it is hangs on its noun.
            settled = replace(
                full,
                actor=base.actor,
                resolved_by=base.resolved_by,
                country=base.country or full.country,
                sectors=base.sectors or full.sectors,
            )
        yield phrase, settled


def _inside(scene: Scene, known: Callable[[Mention], Mention]) -> Iterator[tuple[Phrase, Mention]]:
    """The mentions within other phrases (`مواقع الحركة`)."""
    for phrase in scene.phrases:
        if phrase.kind == "np":
            for number in phrase.mentions:
                if number != scene.atoms[phrase.head]:
                    yield phrase, known(scene.mentions[number])


def _subjects(scene: Scene, known: Callable[[Mention], Mention]) -> Iterator[Mention]:
    """Who is subject of a verb in a sentence, in its order."""
    for clause in scene.clauses:
        for phrase in clause.subject[:1]:
            if scene.atoms[phrase.head] >= 0:
                yield known(scene.mentions[scene.atoms[phrase.head]])


def phrase_of(scene: Scene, mention: Mention) -> Phrase | None:
    """The noun phrase of a sentence that holds a mention, or None."""
    if not scene.sentence.span.contains(mention.span):
        return None
    word = next((i for i, w in enumerate(scene.words) if w.start <= mention.head.start < w.end), None)
    if word is None:
        return None
    return next((p for p in scene.phrases if p.kind == "np" and p.start <= word < p.end), None)
