"""How many people an event has to do with, where no slot of its trigger gives the number.

The dead and wounded of a sentence belong to the deed told before them; of those seized, held or let go the number
stands with who they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from khabar.events.amounts import known_of, summed
from khabar.events.draft import Draft
from khabar.events.scene import Scene, number_of
from khabar.events.sizes import is_joint, is_one, is_pair, is_some
from khabar.events.toll_words import toll_words
from khabar.events.tolls import counted, with_joined
from khabar.lexicon.words import word_list
from khabar.records import Mention, MentionKind, Size, Span
from khabar.text.characters import squeeze
from khabar.text.numbers import find_quantities
from khabar.text.particles import particles
from khabar.text.phrases import Phrase
from khabar.text.tokens import tokenize

_BY_MODE = {
    ("ASSAULT", "abduct"): "abducted",
    ("COERCE", "arrest"): "arrested",
    ("RETREAT", "release"): "released",
}


def count_victims(scenes: Sequence[Scene], drafts: Sequence[Draft]) -> None:
    """Give the deeds of each sentence, in place, its dead and wounded that no event has counted."""
    taken = [s.span for d in drafts for s in d.size if s.span is not None]
    spans: dict[int | None, list[tuple[Span, Draft]]] = {}
    for draft in drafts:
        for span in (draft.span, *draft.also):
            spans.setdefault(number_of(scenes, span), []).append((span, draft))
    for number, scene in enumerate(scenes):
        free = [v for v in (*_victims(scene), *_lost(scene)) if v.span and not any(v.span.overlaps(s) for s in taken)]
        told = spans.get(number, [])
        deeds = [t for t in told if t[1].type == "ASSAULT"] or [t for t in told if t[1].type == "PROTEST"]
        for size in free if deeds else ():
            before = [t for t in deeds if size.span is not None and t[0].start < size.span.start]
            event = max(before or deeds, key=lambda t: t[0].start if before else -t[0].start)[1]
            event.size = known_of(event.size, [size])


def _victims(scene: Scene) -> Iterator[Size]:
    """The numbers whose own noun is one for dead or wounded (`خمسة قتلى`), and the one who opens a headline."""
    opens = True
    for phrase in scene.phrases:
        opens = opens and phrase.kind == "np" and not phrase.prep and (phrase.start == 0 or phrase.conj)
        if (size := counted(scene, phrase, "")) is not None:
            yield with_joined(scene, phrase, size)
        elif opens and (one := _one(scene, phrase)) is not None:
            yield one


def _one(scene: Scene, phrase: Phrase) -> Size | None:
    """The one dead or wounded whom a noun alone names (`قتيل و12 جريحا في اشتباكات`)."""
    word = scene.words[phrase.head]
    kind = next((k for k in ("dead", "injured") if word.bare in toll_words().of(k)), "")
    if not kind or phrase.number != "sg" or word.definite or phrase.end - phrase.inner > 1 or word.norm.endswith("ه"):
        return None
    span = scene.span(phrase)
    return Size(kind, 1, 1, True, span, span.of(scene.text))


def _lost(scene: Scene) -> Iterator[Size]:
    """The number behind words for a loss of life (`راح ضحيته 148 شخصا`)."""
    for word, after in zip(scene.words, scene.words[1:], strict=False):
        if word.token.norm not in particles().victims:
            continue
        found = (q for q in scene.quantities if q.span.start == after.start)
        yield from (Size("dead", q.low, q.high, q.exact, q.span, q.text) for q in found)


_ATTEMPTS = word_list(__name__, "attempts")


def _is_attempt(draft: Draft) -> bool:
    """Whether a noun only tells that a killing was tried (`نجا من محاولة اغتيال`, `محاولة لاغتيال النائب`)."""
    first = draft.trigger.words[0]
    before = draft.scene.words[first - 1].bare if first else ""
    return draft.trigger.kind == "noun" and bool({draft.trigger.carrier, before} & _ATTEMPTS)


def count_people(drafts: Sequence[Draft]) -> None:
    """Give those killed, hurt, seized, arrested or let go, in place, the number told with who they are."""
    for draft in drafts:
        kind = next((k for (type_, mode), k in _BY_MODE.items() if type_ == draft.type and mode in draft.modes), "")
        kind = kind or next((k for k in draft.sense.size if k in _HIT), "")
        if kind == "dead" and _is_attempt(draft):
            draft.size = [s for s in draft.size if s.kind != "dead" or s.high != 1]
            continue
        if not kind or any(s.kind == kind for s in draft.size) or (kind in _HIT and is_joint(draft)):
            continue
        found = [s for m in draft.recipients if (s := _told_with(m, kind, draft.scene)) is not None and s.span]
        if any(_is_many(m) for m in draft.recipients):
            found = [s for s in found if s.high != 1]  # `اغتيال العديد من الفنانين وكاتب`: who knows how many
        taken = [s.span for s in draft.size if s.span is not None]
        free = [s for s in found if s.span and not any(s.span.overlaps(t) for t in taken)]
        draft.size += _total(free, draft.scene.text) or ([] if found else _members(draft, kind) or _both(draft, kind))


_HIT = frozenset({"dead", "injured"})


def _is_many(mention: Mention) -> bool:
    """Whether a mention is of many or of some, whose number nobody tells (`العديد من الجنود`)."""
    first = squeeze(mention.text.split()[0])
    return first in particles().portions_of or is_some(first)


def die_of_wounds(drafts: Sequence[Draft]) -> None:
    """Take, in place, the one who died of his wounds from the injured (`لقي عامل مصرعه إثر إصابته برصاصة`)."""
    for draft in drafts:
        dead = next((s for s in draft.size if s.kind == "dead" and s.low == s.high == 1), None)
        hurt = next((s for s in draft.size if s.kind == "injured" and s.low == s.high == 1), None)
        if dead is not None and hurt is not None and _is_same(dead, hurt):
            draft.size.remove(hurt)


def _is_same(one: Size, other: Size) -> bool:
    """Whether two sizes are of one man: told by the same words, or by his noun with the article behind it."""
    first, second = squeeze(one.text.split()[0]), squeeze(other.text.split()[0])
    return one.span == other.span or second == "ال" + first


def _members(draft: Draft, kind: str) -> list[Size]:
    """The members of a gang that a clause behind the one who seized it counts (`ضبطت شبكة تضم خمسة متهمين`)."""
    scene = draft.scene
    if kind != "arrested" or not any(scene.is_one_of(w, ("armed",)) for w in scene.words if w.start > draft.span.end):
        return []
    for clause in scene.clauses:
        if clause.verb is None or squeeze(clause.verb.verb.lemma) not in toll_words().comprises:
            continue
        groups = [*clause.objects, *clause.preps.get("من", ())]
        for phrase in (g[0] for g in groups if scene.words[g[0].start].start > draft.span.end):
            if phrase.person and (size := counted(scene, phrase, kind)) is not None:
                return [size]
    return []


def _both(draft: Draft, kind: str) -> list[Size]:
    """Two, where a verb has them as its pronoun (`اختطفوهما`)."""
    clause = draft.trigger.clause if draft.trigger.kind == "verb" else None
    if clause is None or clause.verb is None or clause.verb.suffix != "هما":
        return []
    return [Size(kind, 2, 2, True, draft.span, draft.span.of(draft.scene.text))]


def _total(sizes: Sequence[Size], text: str) -> list[Size]:
    """The first of some sizes with those that `و` joins to it, added up; none of none."""
    total: Size | None = None
    for size in sorted(sizes, key=lambda s: s.span or Span(0, 0)):
        if total is None:
            total = size
        elif total.span and size.span and text[total.span.end : size.span.start].split() == ["و"]:
            total = summed(total, size, text)
    return [total] if total is not None else []


def _told_with(mention: Mention, kind: str, scene: Scene) -> Size | None:
    """The number in a mention; one for a single person who was hit, seized, arrested or let go, two for a dual."""
    if mention.kind is MentionKind.GROUP:
        return None
    at = mention.span.start
    for q in find_quantities(mention.text, tokenize(mention.text), ()):
        return Size(kind, q.low, q.high, q.exact, Span(at + q.span.start, at + q.span.end), q.text)
    plain = next((m for m in scene.mentions if m.head == mention.head), mention)  # as it was before the resolution
    first = squeeze(mention.text.split()[0])
    number = 2 if is_pair(plain) else 1 if is_one(plain, first) and not is_some(first) else 0
    return Size(kind, number, number, True, mention.span, mention.text) if number else None
