"""Who tells of an event: for each of its tellers the whole chain through which the words came to the reader.

An event's attributions say of each statement only who makes it; a statement made inside another one came through those
who made that (`نقلت الوكالة عن المتحدث قوله إن الشرطة أكدت أن`: agency, spokesman, police). Tellers joined by `و` are
two.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise, product

from khabar.lexicon.words import word_list
from khabar.records import OUTLET, Attribution, Denial, Event, Mention, Record, Source, SourceKind, Stance
from khabar.text.characters import squeeze


@dataclass(frozen=True, slots=True)
class Telling:
    """One who tells of an event, with all through whom it came."""

    chain: tuple[Source, ...]
    """Nearest to the reporter first, whoever speaks last; only the outlet where it speaks for itself."""
    attribution: Attribution
    """The statement of whoever speaks."""
    stance: Stance
    hedged: bool

    @property
    def speaker(self) -> Mention | None:
        """Whose words they are; None for the outlet and for nobody in particular (`يقال إن`)."""
        return self.chain[-1].mention

    @property
    def is_outlet(self) -> bool:
        """Whether the outlet speaks for itself."""
        return self.chain[-1].kind is SourceKind.OUTLET


def tellings(record: Record, event: Event) -> tuple[Telling, ...]:
    """Everybody who tells of an event of a record: first who tells it in its own words, then who tells it elsewhere.

    The outlet is among them only where it names nobody. Who denies what others tell is in `Event.denied_by`.
    """
    by_id = {a.id: a for a in record.sources}
    end = event.sources.index(OUTLET)
    own = event.sources[:end] or event.sources[:1]  # where nobody else is named, the outlet speaks for itself
    left = [by_id[i] for i in (*own, *event.sources[end + 1 :])]
    found: list[Telling] = []
    while left:
        inner = left[0]
        path = _around(inner, left, by_id)
        left = [a for a in left if a not in path]
        first = not found
        stance, hedged = (event.stance, event.hedged) if first else (inner.stance, any(a.hedged for a in path))
        links = tuple(dict.fromkeys(link for a in reversed(path) for link in a.chain))
        found += [Telling(c, inner, stance, hedged) for c in _parted(links, record.article.text)]
    kept = dict(enumerate(found))
    for n, telling in enumerate(found):
        if any(_goes_through(other, telling, n < k) for k, other in kept.items() if k != n):
            del kept[n]
    return tuple(kept.values())


def other_denials(event: Event, told_by: Iterable[Telling]) -> list[Denial]:
    """The denials of an event that none of its tellings is."""
    own = {t.speaker.span for t in told_by if t.speaker is not None and t.stance is Stance.DENIES}
    return [d for d in event.denied_by if d.mention.span not in own]


def _around(inner: Attribution, members: Sequence[Attribution], by_id: dict[str, Attribution]) -> list[Attribution]:
    """A statement and those of `members` that it is told in, the innermost first."""
    path, seen, at = [inner], {inner.id}, inner.inside
    while at is not None and at in by_id and at not in seen:  # two may stand in each other (`قال إن ...، قالت الوكالة`)
        outer = by_id[at]
        seen.add(at)
        if outer in members:
            path.append(outer)
        at = outer.inside
    return path


def _parted(links: Sequence[Source], text: str) -> list[tuple[Source, ...]]:
    """A chain whose links may be joined by `و` as chains of which each holds one of those."""
    levels: list[list[Source]] = [[links[0]]]
    for before, link in pairwise(links):
        if _joined(before.mention, link.mention, text):
            levels[-1].append(link)
        else:
            levels.append([link])
    return list(product(*levels))


def _joined(a: Mention | None, b: Mention | None, text: str) -> bool:
    """Whether only `و` stands between two mentions, whose letter may be the second one's first."""
    if a is None or b is None or b.span.start < a.span.end:
        return False
    return text[a.span.end : b.span.start].strip(" \u00a0،") == "و"


def _goes_through(other: Telling, own: Telling, later: bool) -> bool:
    """Whether another telling says the same and more: its chain holds all links of one's own, or the same `later`."""
    ours, theirs = _names(own.chain), _names(other.chain)
    return ours < theirs or (not later and (ours == theirs or _takes_up(own, other)))


def _takes_up(own: Telling, before: Telling) -> bool:
    """Whether a teller is one told of before, by his surname or a noun (`ذات المصدر`, `الصحيفة`, `البيان`)."""
    if own.speaker is None:
        return False
    text = squeeze(own.speaker.text)
    words = [w.removeprefix("ال") for w in text.split()]
    named = {w for w in words if w not in _SAME}
    links = " ".join(squeeze(s.mention.text) for s in before.chain if s.mention is not None)
    known = {w.strip(_MARKS).removeprefix("ال") for w in links.split()}
    alone = len(words) == 1 and text.startswith("ال")
    return bool(named) and named <= known and (alone or len(named) < len(words))


_SAME = word_list(__name__, "same")
_MARKS = "«»“”\"'()،,."


def _names(chain: Iterable[Source]) -> frozenset[str]:
    """Who is in a chain, however the words are spelt."""
    return frozenset(
        str(s.kind) if s.mention is None else s.mention.actor or squeeze(s.mention.text) for s in chain
    )


def chain_words(telling: Telling) -> tuple[str, ...]:
    """The words of the links of a chain, the kind of one that has no words; nothing for the outlet's own voice."""
    if telling.is_outlet:
        return ()
    return tuple(s.mention.text if s.mention is not None else s.kind.value for s in telling.chain)
