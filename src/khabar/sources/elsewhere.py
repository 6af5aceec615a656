"""Where else a report tells the event that a denial holds: told before it, or after it by others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from khabar.events.able import ARMED
from khabar.lexicon.words import word_list
from khabar.records import Auxiliary, Event, Mention, Span
from khabar.sources.denying import BACK, Denying, is_one, is_told, spans_of
from khabar.sources.sides import same_side
from khabar.text.characters import squeeze


def told_elsewhere(events: Sequence[Event], number: int, denying: Denying) -> set[int]:
    """The events that are the one a denial holds: those that share somebody known, else the nearest before.

    Who denies what nobody is named for denies a deed of their own side: an event whose actors are another country's is
    not meant.
    """
    denied = events[number]
    if is_of_occurrence(denying):
        # `نفى الجيش وقوع أي هجوم على أراضيه`: nobody is said to have done it.
        denied = replace(denied, actors=tuple(m for m in denied.actors if not is_one(m, denying.speaker)))
    mine = _known(denied)
    others = [i for i, e in enumerate(events) if i != number and e.type == denied.type]
    others = [i for i in others if _agree(denied, events[i]) or _tell_alike(denied, events[i], denying)]
    near = Span(denying.since(2 * BACK), denying.until(2))  # the headline always is
    shared = {i for i in others if mine & _known(events[i]) and near.contains(events[i].trigger)}
    shared = {i for i in shared if is_told(events[i]) and _of_the_same(denied, events[i])}
    if shared:
        return shared
    if denied.type == "ASSAULT" and tells_its_own(events, denying):
        return set()
    if mine:
        return set(_by_same_side(events, others, denied, denying)[-1:])
    first = denying.since(BACK)
    denies_all = is_of_occurrence(denying)
    own, near = denying.sentences[denying.here].span, Span(denying.since(1), denying.until(0))
    before = [
        i
        for i in others
        if first <= events[i].trigger.start < denied.trigger.start
        and (denies_all or denying.can_be_ours(events[i]))
        and (len(events[i].sources) > 1 or events[i].type == "ASSAULT" or not own.contains(events[i].trigger))
        and (
            len(events[i].sources) > 1
            or (near.contains(events[i].trigger) and not _names_nothing(denied))
            or _takes_up(denied, events[i], denying)
        )
        and (_is_laid_to(events[i], denying) or _points_to(denied, events[i]))
        and (_is_laid_to(events[i], denying) or _is_meant(denied, events[i], denying))
    ]
    before = [i for i in before if is_told(events[i]) or not is_told(denied)]
    before.sort(key=lambda i: (is_told(events[i]), bool(set(denied.modes) & set(events[i].modes))))
    return set(before[-1:]) or set(_told_after(events, others, denied, denying)[:1])


def is_of_occurrence(denying: Denying) -> bool:
    """Whether it is denied that a thing happened, whoever did it (`نفى وقوع أي هجوم`, `نفى تعرض القرية لقصف`)."""
    return any(w.bare in _OCCURRING for w in denying.words[:2])


_OCCURRING = word_list(__name__, "occurring")


def _agree(one: Event, other: Event) -> bool:
    """Whether two events can be one by the ways they are done in, where both say one."""
    ways = [set(e.modes) for e in (one, other)]
    return not ways[0] or not ways[1] or bool(ways[0] & ways[1]) or all(w & _FROM_AFAR for w in ways)


_FROM_AFAR = {"heavy-weapons", "aerial", "drone"}
"""Ways in which one may be shelled or bombed (`قصف`), told with more words in one place than in another."""


def _tell_alike(denied: Event, told: Event, denying: Denying) -> bool:
    """Whether a denied deed can be another kind of deed: it took as many lives, or right before it is laid to them.

    `فرقت الشرطة المسيرة. ونفى قائدها أن يكون رجاله قد ضربوا أحدا`.
    """
    own = bool(denied.actors) and all(_is_own(m) for m in denied.actors)
    anybody = own and bool(denied.recipients) and not _named(denied.recipients)
    near = denying.since(1) <= told.trigger.start < denied.trigger.start
    return _same_toll(denied, told) or (anybody and near and _is_laid_to(told, denying))


def _same_toll(one: Event, other: Event) -> bool:
    """Whether two events took the same number of lives, and more than a few."""
    tolls = [{s.low for s in e.size if s.kind == "dead" and s.exact and s.low > 2} for e in (one, other)]
    return bool(tolls[0] & tolls[1])


def tells_its_own(events: Sequence[Event], denying: Denying) -> bool:
    """Whether the sentence of a denial names violence before it that is no event: that is denied, and none told before.

    `وعن دوره في تفجير الأنبوب، نفى القائد أي صلة بالهجوم`.
    """
    scene, cue = denying.scene, denying.attribution.cue
    before = [w for w in scene.words if w.index in scene.violent and cue is not None and w.end <= cue.start]
    coded = [s for e in events for s in spans_of(e)]
    own = scene.sentence.span
    attacks = [s for e in events if e.type == "ASSAULT" for s in spans_of(e) if own.contains(s)]
    if cue is not None and any(s.end <= cue.start for s in attacks):
        return False  # `قتل عشرة في هجوم على السوق، ونفت الحركة مسؤوليتها عنه`
    fresh = [w for w in before if not w.definite]  # `دانت الحركة الهجوم ونفت أي تورط لها فيه`
    return any(not any(s.contains(Span(w.start, w.end)) for s in coded) for w in fresh)


def _is_laid_to(event: Event, denying: Denying) -> bool:
    """Whether others lay an event to the side of who denies."""
    return len(event.sources) > 1 and bool(event.actors) and denying.is_ours(event)


def _names_nothing(denied: Event) -> bool:
    """Whether the words of a denial tell neither how nor to whom a thing was done."""
    return not denied.modes and not _named(denied.recipients)


def _takes_up(denied: Event, told: Event, denying: Denying) -> bool:
    """Whether a denied noun that tells nothing more takes up what was told before: definite, or the same word again."""
    word = next(iter(denying.scene.words_at(denied.trigger)), None)
    known = word is not None and (word.definite or word.kind == "verb")
    return _names_nothing(denied) and (known or denied.why.entry == told.why.entry)


def _named(mentions: Sequence[Mention]) -> list[Mention]:
    """Those of some whom a denial names: not `أحدا`, `أي مدني`."""
    return [m for m in mentions if squeeze(m.text) not in _ANYBODY and squeeze(m.text.split()[0]) not in _ANY]


_ANYBODY, _ANY = frozenset({"احدا", "احد"}), frozenset({"اي", "ايه", "ايا"})


def _is_meant(denied: Event, told: Event, denying: Denying) -> bool:
    """Whether a told event can be the denied one: of the speaker's own people (`رجاله`) where others name his side."""
    if _of_the_same(denied, told):
        return True
    own = bool(denied.actors) and all(_is_own(m) for m in denied.actors)
    ours = not told.actors or denying.can_be_ours(told)
    return own and ours and _of_the_same(replace(denied, actors=()), told)


def _is_own(mention: Mention) -> bool:
    """Whether people are somebody's by a pronoun (`رجاله`, `قواتها`, `جماعته`), so that who denies speaks for them."""
    words = mention.text.split()
    return mention.name is None and len(words) < 3 and words[0].endswith(("ه", "ها", "هم", "نا")) and len(words[0]) > 3


def _points_to(denied: Event, told: Event) -> bool:
    """Whether the words of a denial tell which event is meant: its word, its way, whom it was done to, or nothing."""
    alike = set(denied.modes) & set(told.modes) or heads(denied) & heads(told)
    unarmed = _are_unarmed(denied.recipients, told.recipients) and bool(told.size)
    return _names_nothing(denied) or bool(alike) or unarmed or denied.why.entry == told.why.entry


def _of_the_same(one: Event, other: Event) -> bool:
    """Whether two events have nobody else on a side that both name."""
    for mine, theirs in ((one.actors, other.actors), (_named(one.recipients), other.recipients)):
        known = [{m.actor for m in some if m.actor} for some in (mine, theirs)]
        alike = any(same_side(m, n) for m in mine for n in theirs) or bool(heads_of(mine) & heads_of(theirs))
        alike = alike or (theirs is other.recipients and _are_unarmed(mine, theirs))
        if mine and theirs and not known[0] & known[1] and not alike:
            return False
    return True


def _are_unarmed(mine: Sequence[Mention], theirs: Sequence[Mention]) -> bool:
    """Whether some are only called civilians, and the others bear no arms (`نفت قتل مدنيين`: `خمسة أطفال`)."""
    called = bool(mine) and all(squeeze(m.text) in _UNARMED for m in mine)
    return called and not any((ARMED | {"UAF"}) & set(m.sectors) for m in theirs)


_UNARMED = word_list(__name__, "unarmed")


def _by_same_side(events: Sequence[Event], others: Sequence[int], denied: Event, denying: Denying) -> list[int]:
    """The events near a denied one that others lay to its side (`قصفت روسيا المستشفى`: `القوات الروسية`)."""
    first, last = denying.since(BACK), denying.until(2)
    hit = heads(denied)
    return [
        i
        for i in others
        if first <= events[i].trigger.start < last
        and any(same_side(m, n) for m in denied.actors for n in events[i].actors)
        and (not hit or not heads(events[i]) or hit & heads(events[i]))
        and (not denied.modes or bool(events[i].modes) or bool(hit & heads(events[i])))
        and Auxiliary.NEGATION not in events[i].auxiliary
        and is_told(events[i])
    ]


def heads(event: Event) -> set[str]:
    """The first words of those an event is done to, without `ال`."""
    return heads_of(event.recipients)


def heads_of(mentions: Sequence[Mention]) -> set[str]:
    """The words of mentions, without `ال`."""
    return in_one_case(squeeze(w).removeprefix("ال") for m in mentions for w in m.text.split()[:2])


def in_one_case(words: Iterable[str]) -> set[str]:
    """Words with the plural ending of the nominative for that of the other cases."""
    return {w[:-2] + "ون" if len(w) > 4 and w.endswith("ين") else w for w in words}


def _told_after(events: Sequence[Event], others: Sequence[int], denied: Event, denying: Denying) -> list[int]:
    """The events of others that a denial, which came first, is of (`نفى الجيش قصف المدينة. وكانت المعارضة قالت إن`)."""
    last = denying.until(2)
    return [
        i
        for i in others
        if denied.trigger.end < events[i].trigger.start < last
        and len(events[i].sources) > 1
        and Auxiliary.NEGATION not in events[i].auxiliary
        and is_told(events[i])
        and denying.can_be_ours(events[i])
    ]


def _known(event: Event) -> set[str]:
    """The named actors in an event."""
    return {m.actor for m in (*event.actors, *event.recipients) if m.actor and m.name is not None}
