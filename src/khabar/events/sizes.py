"""How many were hit or took part, by the numbers in the slots that the frame of an event calls sizes."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.events.draft import Draft
from khabar.events.lexicon import noun_keys
from khabar.events.scene import Scene
from khabar.events.tolls import of_both, own_kind
from khabar.events.trigger import Group
from khabar.records import (
    Mention,
    MentionKind,
    Quantity,
    Size,
    Span,
)
from khabar.text.characters import squeeze
from khabar.text.particles import particles, periods
from khabar.text.phrases import Phrase
from khabar.text.portions import counts
from khabar.text.subjects import FOLLOWS


def set_size(draft: Draft, text: str) -> None:
    """Add the numbers in the slots that the frame calls sizes."""
    for kind, slot in draft.sense.size.items():
        if kind in _CASUALTIES and _is_joint(draft):
            continue
        groups = draft.slots.get(slot, ())
        if kind in _CASUALTIES and (behind := _counted_behind(draft, groups[:1])) is not None:
            groups = [[behind]]
        for group in groups[:1]:
            for phrase in group[:1] + [p for p in group[1:] if _is_counted_with(draft.scene, p)]:
                size = _size(draft, own_kind(draft.scene, phrase, kind), phrase, text)
                if size is not None and all(s.span != size.span for s in draft.size):
                    _add_size(draft, size, text)


def _is_counted_with(scene: Scene, phrase: Phrase) -> bool:
    """Whether what `و` joins to people counted is more of them, and no other deed (`مقتل الآلاف ونزوح الملايين`)."""
    first = scene.words[phrase.inner]
    return phrase.head not in scene.event_words and (phrase.person or first.kind == "num" or counts(first))


_CASUALTIES = frozenset({"dead", "injured"})


def _is_joint(draft: Draft) -> bool:
    """Whether one number counts dead and wounded together, and so neither (`قتل وأصيب عشرات`)."""
    scene, first = draft.scene, draft.trigger.words[0]
    if first == 0 or not scene.words[first].conj:
        return False
    before = scene.words[first - 1]
    if before.kind == "verb" and before.verb is not None and before.verb.verb.lemma in _FALLING:
        told = next((c for c in scene.clauses if scene.phrases[c.index].head == before.index), None)
        return told is not None and not told.antecedent and told.how in ((), (FOLLOWS,))
    return draft.trigger.kind == "noun" and bool({*noun_keys(before.bare)} & _DYING)


_FALLING = frozenset({"قتل", "استشهد", "جرح", "أصاب"})
_DYING = frozenset({"مقتل", "قتل", "استشهاد", "جرح", "اصابه", "مصرع"})


def _counted_behind(draft: Draft, groups: Sequence[Group]) -> Phrase | None:
    """The number right behind the verb, where its slot has nobody there.

    `قتل 14 شخصا وأصيب أكثر من 30 آخرين`; `قتلوا كذلك أربعة حراس`.
    """
    scene, clause = draft.scene, draft.trigger.clause
    if clause is None or draft.trigger.kind != "verb":
        return None
    verb = scene.phrases[clause.index]
    if any(p.start >= verb.end or p.suffix for group in groups for p in group):
        return None
    for phrase in scene.phrases[clause.index + 1 : clause.index + 3]:
        span = scene.span(phrase)
        if phrase.kind == "np" and not phrase.prep and any(span.contains(q.span) for q in scene.quantities):
            return phrase
        if phrase.kind != "adv" and not phrase.suffix:
            return None
    return None


def _add_size(draft: Draft, size: Size, text: str) -> None:
    """Add a number to a draft; what `و` joins is counted together (`مقتل ضابط وأربعة مجندين`: five)."""
    before = next((s for s in draft.size if s.kind == size.kind), None)
    if before is None or before.span is None or size.span is None:
        draft.size.append(size)
        return
    if before.low > 10 and size.low == size.high == 1 and squeeze(size.text).split()[-1] not in particles().ones:
        return  # `3400 محام وناشط`: the number counts both
    span = before.span.cover(size.span)
    high = before.high + size.high if before.high is not None and size.high is not None else None
    both = Size(size.kind, before.low + size.low, high, before.exact and size.exact, span, span.of(text))
    draft.size[draft.size.index(before)] = both


def _size(draft: Draft, kind: str, phrase: Phrase, text: str) -> Size | None:
    """The number a noun phrase gives, one for a single person, or None."""
    scene = draft.scene
    phrase = _whole(scene, phrase)
    if kind == "participants" and {*noun_keys(scene.words[phrase.head].bare)} & scene.classes["bodies"]:
        return None  # `أربعة ألوية`
    if of_both(scene, phrase):
        return None
    span = scene.span(phrase)
    quantity = _quantity(scene.quantities, span, text)
    if quantity is not None:
        return Size(kind, quantity.low, quantity.high, quantity.exact, quantity.span, quantity.text)
    number = scene.atoms[phrase.head]
    mention = scene.mentions[number] if number >= 0 else None
    if mention is not None and (mention.actor or "").startswith("?noun|") and _is_pair(mention):
        return Size(kind, 2, 2, True, span, span.of(text))  # `اعتقلوا فتيين`
    bare = scene.words[phrase.head].bare
    if scene.words[phrase.inner].bare.removesuffix("ا") in particles().amounts:
        return None  # `عددا من رجال الشرطة`
    if {*noun_keys(bare)} & scene.classes["armed"] and phrase.gender == "f":
        return None  # `اعتقال خلية`: one of several people
    one = is_one(mention, bare) if mention is not None else bool({*noun_keys(bare)} & _people(scene))
    return Size(kind, 1, 1, True, span, span.of(text)) if phrase.number == "sg" and one else None


def _people(scene: Scene) -> frozenset[str]:
    """Nouns for people that are no mentions alone (`رجلا`)."""
    told = (scene.classes[name] for name in ("speakers", "fighters", "troops", "travellers"))
    bodies = (scene.classes[name] for name in ("bodies", "parties", "media", "institutions", "authorities", "premises"))
    return frozenset().union(*told).difference(*bodies)


def _whole(scene: Scene, phrase: Phrase) -> Phrase:
    """The number a part is counted from (`ثمانية جنود بينهم ثلاثة أجانب`), else the phrase itself."""
    at = next((k for k, p in enumerate(scene.phrases) if p is phrase), 0)
    if at < 2:
        return phrase
    among, whole = scene.phrases[at - 1], scene.phrases[at - 2]
    part = among.kind == "np" and among.prep in ("بين", "من") and bool(among.suffix)
    return whole if part and whole.kind == "np" and whole.number == "counted" else phrase


def _is_pair(mention: Mention) -> bool:
    """Whether a mention is a dual by the key of its noun, and by its ending (no `مهندسا`)."""
    first = squeeze(mention.text.split()[0])
    return (mention.actor or "").split("|")[2].endswith("d") and first.endswith(("ان", "ين"))


def is_one(mention: Mention, bare: str) -> bool:
    """Whether a mention is one person: a name, an office, or a noun that the lexicon enters as a singular."""
    if mention.kind in (MentionKind.PERSON, MentionKind.OFFICE):
        return True
    if mention.kind is not MentionKind.UNNAMED or mention.actor is None or not mention.actor.startswith("?noun|"):
        return False
    number = mention.actor.split("|")[2][1:]
    accusative = number == "d" and mention.text.split()[0].endswith("ا")  # `مهندسا` is no dual
    return (number == "s" or accusative) and not bare.endswith(("ات", "ون", "ين"))


def _quantity(quantities: Sequence[Quantity], span: Span, text: str) -> Quantity | None:
    """The first number inside a span, or one that begins right at it; no age or length of time (`49 عاما`)."""
    found = (q for q in quantities if span.start - 3 <= q.span.start < span.end)
    return next((q for q in found if not _is_duration(q, span, text)), None)


def _is_duration(quantity: Quantity, span: Span, text: str) -> bool:
    after = text[quantity.span.end : span.end].split()
    return bool(after) and squeeze(after[0]) in periods()
