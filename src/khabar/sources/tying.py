"""Which events a denial is about: in its own words, told before it, or told after it by others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from khabar.events.lexicon import Sense, noun_keys
from khabar.events.scene import Scene
from khabar.records import Attribution, Auxiliary, Event, Mention, Sentence, Span
from khabar.sources.contents import of_a_part, takes_up
from khabar.sources.presupposed import is_presupposed, is_refusal, of_a_charge
from khabar.sources.sides import can_be_ours, same_side
from khabar.text.characters import squeeze

BACK = 4
"""How many sentences before a denial its object is looked for in, where its own words name only who, not what."""


def denied_events(
    events: Sequence[Event],
    attribution: Attribution,
    speaker: Mention,
    mentions: Sequence[Mention],
    sentences: Sequence[Sentence],
    here: int,
    scene: Scene,
    charges: Sequence[Span],
) -> list[int]:
    """The numbers of the events that a denial is about; `charges` are the words that accuse."""
    if is_refusal(attribution) and not of_a_charge(attribution, scene):
        return []
    if attribution.cue is not None and attribution.cue.contains(attribution.scope):
        return (
            []
            if _is_charge(attribution, scene)
            else _taken_up(events, attribution, speaker, sentences, here, scene, charges)
        )
    inside = [
        i
        for i, e in enumerate(events)
        if any(attribution.scope.contains(s) for s in (e.trigger, *e.also))
        and not (e.type in ("ACCUSE", "REQUEST") and e.trigger.start == attribution.scope.start)
        and not (attribution.cue is not None and e.trigger.overlaps(attribution.cue))
        and not is_presupposed(e, attribution, scene)
    ]
    if inside:
        told = set(inside)
        for number in inside:
            told |= told_elsewhere(events, number, speaker, sentences, here)
        return sorted(told)
    if takes_up(attribution, scene):
        return _taken_up(events, attribution, speaker, sentences, here, scene, charges)
    found: list[int] = []
    if _is_of_presence(attribution, scene):
        found = _of_those_named(events, attribution, speaker, mentions, sentences, here)
    if not found and _denies_deed(attribution, scene):
        found = _deed_before(events, attribution, speaker, sentences, here)
    return found


def _is_of_presence(attribution: Attribution, scene: Scene) -> bool:
    """Whether a denial is of somebody's being there or taking part (`تنفي وجود الحركة في البلاد`)."""
    words = [w for w in scene.words if attribution.scope.contains(Span(w.start, w.end))]
    return any(w.norm == "وجود" for w in words[:2]) or of_a_part(attribution, scene)


def _of_those_named(
    events: Sequence[Event],
    attribution: Attribution,
    speaker: Mention,
    mentions: Sequence[Mention],
    sentences: Sequence[Sentence],
    here: int,
) -> list[int]:
    """The events told before by somebody whom the denial names (`تنفي وجود حركة طالبان الباكستانية في أفغانستان`)."""
    named = {
        m.actor
        for m in mentions
        if m.actor is not None and m.actor != speaker.actor and attribution.scope.contains(m.span)
    }
    first, last = sentences[max(here - BACK, 0)].span.start, sentences[here].span.start
    return [
        i
        for i, e in enumerate(events)
        if first <= e.trigger.start < last and any(m.actor in named for m in e.actors) and is_told(e)
    ]


def _deed_before(
    events: Sequence[Event], attribution: Attribution, speaker: Mention, sentences: Sequence[Sentence], here: int
) -> list[int]:
    """The attack told right before a denial of a part in it (`نفى أي صلة بما جرى`)."""
    near = sentences[max(here - 1, 0)].span.start
    before = [
        i
        for i, e in enumerate(events)
        if any(near <= s.start < attribution.scope.start for s in (e.trigger, *e.also))
        and e.type == "ASSAULT"
        and can_be_ours(e, speaker)
    ]
    return before[-1:]


def named_by_noun(
    events: Sequence[Event],
    attribution: Attribution,
    speaker: Mention,
    sentences: Sequence[Sentence],
    scenes: Sequence[Scene],
    here: int,
    nouns: Mapping[str, Sequence[Sense]],
) -> list[int]:
    """The event told before that a noun in a denial names, where it made none itself (`نفت تنفيذ أي اعتقالات`)."""
    if takes_up(attribution, scenes[here]) or is_refusal(attribution):
        return []
    words = [w for w in scenes[here].words if attribution.scope.contains(Span(w.start, w.end))]
    keys = {key for w in words if w.kind != "verb" for key in noun_keys(w.bare)}
    senses = [s for key in keys for s in nouns.get(key, ())]
    first = sentences[max(here - BACK, 0)].span.start
    cue = attribution.cue or attribution.scope
    before = [
        i
        for i, e in enumerate(events)
        if first <= e.trigger.start < cue.start and _can_name(senses, e) and can_be_ours(e, speaker) and is_told(e)
    ]
    text = scenes[here].text
    named = [i for i in before if {squeeze(s.of(text)).removeprefix("ال") for s in _spans(events[i])} & keys]
    deeds = [i for i in before if events[i].type not in SPOKEN or _takes_part(speaker, events[i])]
    return (named or deeds)[-1:]


def _takes_part(speaker: Mention, event: Event) -> bool:
    """Whether somebody is told to have taken part in an event."""
    return any(m.span == speaker.span or (m.actor is not None and m.actor == speaker.actor) for m in event.actors)


def _can_name(senses: Sequence[Sense], event: Event) -> bool:
    """Whether a noun with one of these senses can name an event: of its type, and in its way where both say one."""
    modes = set(event.modes)
    return any(s.type == event.type and (not s.modes or not modes or bool(modes & set(s.modes))) for s in senses)


def is_told(event: Event) -> bool:
    """Whether an event is told as one that happened, and not as planned or feared."""
    return not {Auxiliary.FUTURE, Auxiliary.HYPOTHETICAL} & set(event.auxiliary)


def _denies_deed(attribution: Attribution, scene: Scene) -> bool:
    """Whether a denial that holds no event is of a part in one (`أي صلة بما جرى`), its toll or the arms used in it.

    `نفى علاقته بالموقوفين` is of people and no deed.
    """
    words = [w for w in scene.words if attribution.scope.contains(Span(w.start, w.end))]
    keys = {key for w in words for key in noun_keys(w.bare)}
    if of_a_part(attribution, scene):
        people = [p for p in scene.phrases if p.person and attribution.scope.contains(scene.span(p))]
        return not any(p.prep == "ب" for p in people)
    return bool(keys & (scene.classes["involvement"] | scene.classes["tolls"])) or (
        "استخدام" in keys and bool(keys & (scene.classes["weapons"] | _FORCE))
    )


_FORCE = frozenset({"رصاص", "قوه", "عنف", "غاز"})

SPOKEN = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"})
"""Types of what is said rather than done: a denial is seldom of their having been said."""


def _taken_up(
    events: Sequence[Event],
    attribution: Attribution,
    speaker: Mention,
    sentences: Sequence[Sentence],
    here: int,
    scene: Scene,
    charges: Sequence[Span],
) -> list[int]:
    """The events that `نفى ذلك`, `وهو ما نفته` take up: those before it in its sentence, else in the nearest before.

    Of an accusation what somebody is accused of, or itself where that is no event.
    """
    assert attribution.cue is not None
    back = here if _is_relative(attribution, scene) else max(here - 2, 0)
    if any("convict" in e.modes and _told_before(e, sentences[here].span, attribution.cue) for e in events):
        back = here  # `أدين الوزير بالرشوة، وهو ينفي التهمة`
    for number in range(here, back - 1, -1):
        span = sentences[number].span
        before = [i for i, e in enumerate(events) if _told_before(e, span, attribution.cue)]
        charge = max(
            (i for i in before if events[i].type == "ACCUSE"), key=lambda i: events[i].trigger.start, default=-1
        )
        found = [i for i in before if events[i].type not in SPOKEN and "convict" not in events[i].modes]
        accused = [c.start for c in charges if span.contains(c) and c.end <= attribution.cue.start]
        if accused and charge < 0:
            # `اعتدت على الوالي متهمة إياه بالتحرش، وهو ما نفاه`
            return [i for i in found if any(accused[-1] < s.start and span.contains(s) for s in _spans(events[i]))]
        if charge >= 0 and events[charge].modes[:1] != ("disapprove",):
            start = events[charge].trigger.start
            return [i for i in found if any(start < s.start and span.contains(s) for s in _spans(events[i]))] or [
                charge
            ]
        if found and number == here:
            return [i for i in found if len(events[i].sources) > 1] or found
        claimed = [i for i in found if len(events[i].sources) > 1 or events[i].hedged]
        if claimed:
            return claimed
        if found:
            # What the reporter tells himself is denied by whoever can have done it, and right behind.
            return [i for i in found if number >= here - 1 and is_told(events[i]) and can_be_ours(events[i], speaker)]
    return []


def _is_relative(attribution: Attribution, scene: Scene) -> bool:
    """Whether a denial is of what its own sentence tells (`وهو ما نفته أنقرة`), and does not open it."""
    cue = attribution.cue
    k = next((w.index for w in scene.words if cue is not None and w.start <= cue.start < w.end), 0)
    before = scene.words[k - 1] if k > 4 else None
    if before is None or attribution.scope != cue:
        return False
    return before.norm in ("ما", "الذي", "التي") or (before.kind != "dem" and before.bare in scene.classes["hearsay"])


def _spans(event: Event) -> tuple[Span, ...]:
    return (event.trigger, *event.also)


def _is_charge(attribution: Attribution, scene: Scene) -> bool:
    """Whether what a denial takes up is a charge before it (`وجهت إليه تهمة النشر، وهي تهمة ينفيها`), and no deed."""
    before = [w for w in scene.words if attribution.cue is not None and w.end <= attribution.cue.start]
    return bool(before) and not {*noun_keys(before[-1].bare)}.isdisjoint(_CHARGES)


_CHARGES = frozenset({"تهمه", "تهم"})


def _told_before(event: Event, sentence: Span, cue: Span) -> bool:
    """Whether an event is told in a sentence before a word, by its trigger or another one."""
    return any(sentence.contains(s) and s.end <= cue.start for s in (event.trigger, *event.also))


def told_elsewhere(
    events: Sequence[Event], number: int, speaker: Mention, sentences: Sequence[Sentence], here: int
) -> set[int]:
    """The events that are the one a denial holds: those that share somebody known, else the nearest before.

    Who denies what nobody is named for denies a deed of their own side: an event whose actors are another country's is
    not meant.
    """
    denied = events[number]
    mine = _known(denied)
    others = [i for i, e in enumerate(events) if i != number and e.type == denied.type]
    others = [i for i in others if _agree(denied, events[i])]
    near = _near(sentences, here)
    shared = {i for i in others if mine & _known(events[i]) and near.contains(events[i].trigger)}
    shared = {i for i in shared if is_told(events[i]) and _of_the_same(denied, events[i])}
    if shared:
        return shared
    if mine:
        return set(_by_same_side(events, others, denied, sentences, here)[-1:])
    first = sentences[max(here - BACK, 0)].span.start
    own, near = sentences[here].span, Span(sentences[max(here - 1, 0)].span.start, sentences[here].span.end)
    before = [
        i
        for i in others
        if first <= events[i].trigger.start < denied.trigger.start
        and can_be_ours(events[i], speaker)
        and (len(events[i].sources) > 1 or events[i].type == "ASSAULT" or not own.contains(events[i].trigger))
        and (len(events[i].sources) > 1 or _points_to(denied, events[i]) or near.contains(events[i].trigger))
    ]
    before.sort(key=lambda i: (is_told(events[i]), bool(set(denied.modes) & set(events[i].modes))))
    return set(before[-1:]) or set(_told_after(events, others, denied, speaker, sentences, here)[:1])


def _agree(one: Event, other: Event) -> bool:
    """Whether two events can be one by the ways they are done in, where both say one."""
    return not one.modes or not other.modes or bool(set(one.modes) & set(other.modes))


def _points_to(denied: Event, told: Event) -> bool:
    """Whether the words of a denial tell which event is meant: its way, whom it was done to, or nothing of its own."""
    if not denied.modes and not denied.recipients:
        return True
    return bool(set(denied.modes) & set(told.modes) or heads(denied) & heads(told))


def _near(sentences: Sequence[Sentence], here: int) -> Span:
    """The sentences round a denial in which what it denies is looked for; the headline always is."""
    last = sentences[min(here + 2, len(sentences) - 1)].span.end
    return Span(sentences[max(here - 2 * BACK, 0)].span.start, last)


def _of_the_same(one: Event, other: Event) -> bool:
    """Whether two events have nobody else on a side that both name."""
    for mine, theirs in ((one.actors, other.actors), (one.recipients, other.recipients)):
        known = [{m.actor for m in some if m.actor} for some in (mine, theirs)]
        alike = any(same_side(m, n) for m in mine for n in theirs) or heads_of(mine) & heads_of(theirs)
        if mine and theirs and not known[0] & known[1] and not alike:
            return False
    return True


def _by_same_side(
    events: Sequence[Event], others: Sequence[int], denied: Event, sentences: Sequence[Sentence], here: int
) -> list[int]:
    """The events near a denied one that others lay to its side (`قصفت روسيا المستشفى`: `القوات الروسية`)."""
    first, last = sentences[max(here - BACK, 0)].span.start, sentences[min(here + 2, len(sentences) - 1)].span.end
    hit = heads(denied)
    return [
        i
        for i in others
        if first <= events[i].trigger.start < last
        and any(same_side(m, n) for m in denied.actors for n in events[i].actors)
        and (not hit or not heads(events[i]) or hit & heads(events[i]))
        and Auxiliary.NEGATION not in events[i].auxiliary
        and is_told(events[i])
    ]


def heads(event: Event) -> set[str]:
    """The first words of those an event is done to, without `ال`."""
    return heads_of(event.recipients)


def heads_of(mentions: Sequence[Mention]) -> set[str]:
    """The words of mentions, without `ال`."""
    return {squeeze(w).removeprefix("ال") for m in mentions for w in m.text.split()[:2]}


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
        and is_told(events[i])
        and can_be_ours(events[i], speaker)
    ]


def _known(event: Event) -> set[str]:
    """The named actors in an event."""
    return {m.actor for m in (*event.actors, *event.recipients) if m.actor and m.name is not None}
