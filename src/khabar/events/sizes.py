"""How many were hit or took part, by the numbers in the slots that the frame of an event calls sizes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from khabar.events.amounts import summed
from khabar.events.draft import Draft
from khabar.events.lexicon import noun_keys
from khabar.events.scene import Scene
from khabar.events.things import is_anybody
from khabar.events.toll_words import toll_words
from khabar.events.tolls import of_both, own_kind, with_joined
from khabar.events.trigger import Group
from khabar.lexicon.words import word_list
from khabar.names.lexicon import person_nouns
from khabar.records import (
    Mention,
    MentionKind,
    Quantity,
    Size,
    Span,
)
from khabar.text.characters import squeeze
from khabar.text.nouns import possessed, without_pronoun
from khabar.text.particles import particles, periods
from khabar.text.phrases import Phrase
from khabar.text.portions import counts
from khabar.text.subjects import FOLLOWS
from khabar.text.words import Word


def set_size(draft: Draft, text: str) -> None:
    """Add the numbers in the slots that the frame calls sizes."""
    for kind, slot in draft.sense.size.items():
        if kind in _CASUALTIES and is_joint(draft):
            continue
        groups = draft.slots.get(slot, ())
        if kind in _CASUALTIES and (behind := _counted_behind(draft, groups[:1])) is not None:
            groups = [[behind]]
        for group in groups[:1]:
            told = [*group[:1], *_counted_with(draft.scene, group)]
            for phrase in told:
                size = _size(draft, own_kind(draft.scene, phrase, kind), phrase, text)
                size = size or _first_of(draft.scene, group, phrase, kind, text)
                if size is not None and kind in _CASUALTIES and phrase is told[-1]:
                    size = with_joined(draft.scene, phrase, size)
                if size is not None and all(s.span != size.span for s in draft.size):
                    _add_size(draft, size, text)


def _counted_with(scene: Scene, group: Group) -> Iterator[Phrase]:
    """What `و` joins to the people counted and is more of them, up to the next deed.

    What follows another deed is hit by that one (`مقتل الآلاف ونزوح الملايين`, `مقتل رضيع وإصابة والديه وشقيقه`);
    and where the first are only some, nobody knows how many they are together (`العديد من الفنانين والكتاب`).
    """
    if scene.words[group[0].inner].token.norm in particles().portions_of:
        return
    for phrase in group[1:]:
        first = scene.words[phrase.inner]
        if phrase.head in scene.event_words:
            return
        if phrase.person or first.kind == "num" or counts(first) or _counts_his(scene, phrase):
            yield phrase


def _counts_his(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is somebody's children or the like in number (`وأولادهما الأربعة`, `وطفلاهما`)."""
    number = any(scene.span(phrase).contains(q.span) for q in scene.quantities)
    return _two_of_his(scene, phrase) or (number and possessed(scene.words[phrase.head]))


def _two_of_his(scene: Scene, phrase: Phrase) -> bool:
    """Whether a noun with a pronoun is a dual of somebody's kin (`طفلاهما`, `ابنتيه`)."""
    word = scene.words[phrase.head]
    return phrase.end == phrase.head + 1 and without_pronoun(word.norm) in _PAIRS and word.norm not in _PAIRS


_PAIRS = word_list(__name__, "pairs")


def _first_of(scene: Scene, group: Group, phrase: Phrase, kind: str, text: str) -> Size | None:
    """One for the single noun to which `و` joins people in number (`قتل قائد الفوج وثلاثة من أفراد حمايته`)."""
    first = scene.words[phrase.inner]
    bodies = ("bodies", "armed", "parties", "institutions", "unpeopled")
    if phrase is not group[0] or phrase.number != "sg" or scene.is_one_of(first, bodies) or is_some(first.norm):
        return None
    counted = any(p.number == "counted" and p.person and p.conj for p in group[1:2])
    span = scene.span(phrase)
    named = any(scene.mentions[m].kind is MentionKind.PERSON for m in phrase.mentions)
    one = counted and (named or phrase.head not in scene.event_words)
    return Size(kind, 1, 1, True, span, span.of(text)) if one else None


_CASUALTIES = frozenset({"dead", "injured"})


def is_joint(draft: Draft) -> bool:
    """Whether one number counts dead and wounded together, and so neither (`قتل وأصيب عشرات`, `مقتل وجرح 40`)."""
    words, first = draft.scene.words, draft.trigger.words[0]
    if first + 1 < len(words) and words[first + 1].conj and _is_fall(words[first + 1]):
        return _is_fall(words[first]) and _stands_alone(draft.scene, words[first])
    before = words[first - 1]
    joined = first > 0 and bool(words[first].conj) and _is_fall(before)
    return joined and _stands_alone(draft.scene, before)


def _stands_alone(scene: Scene, word: Word) -> bool:
    """Whether a word is no verb, or one that nobody stands before whom it tells of (`27 شخصا قتلوا وأصيب 58`)."""
    if word.kind != "verb":
        return True
    told = next((c for c in scene.clauses if scene.phrases[c.index].head == word.index), None)
    return told is not None and not told.antecedent and told.how in ((), (FOLLOWS,))


def _is_fall(word: Word) -> bool:
    """Whether a word tells of death or wounding, with nobody behind it as a pronoun."""
    words = toll_words()
    if word.kind == "verb" and word.verb is not None:
        return squeeze(word.verb.verb.lemma) in words.falls and not word.verb.suffix
    return word.bare in words.dying | words.hurting


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
        if phrase.prep in ("بين", "من بين", "من"):
            return None  # `إن 12 أصيبوا بينهم طفلان`
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
    draft.size[draft.size.index(before)] = summed(before, size, text)


def _size(draft: Draft, kind: str, phrase: Phrase, text: str) -> Size | None:
    """The number a noun phrase gives, one for a single person, or None."""
    scene = draft.scene
    phrase = _whole(scene, phrase)
    if kind == "participants" and {*noun_keys(scene.words[phrase.head].bare)} & scene.classes["bodies"]:
        return None  # `أربعة ألوية`
    if of_both(scene, phrase) or (kind in _OF_PEOPLE and _are_things(scene, phrase)):
        return None
    span = scene.span(phrase)
    if is_anybody(scene, phrase):
        return None  # `لم يقتل أحد`
    quantity = _quantity(scene.quantities, span, text)
    if quantity is not None:
        return Size(kind, quantity.low, quantity.high, quantity.exact, quantity.span, quantity.text)
    number = scene.atoms[phrase.head]
    mention = scene.mentions[number] if number >= 0 else None
    if mention is not None and (is_pair(mention) or _are_two(scene, phrase)):
        return Size(kind, 2, 2, True, span, span.of(text))  # `اعتقلوا فتيين`
    if _two_of_his(scene, phrase):
        return Size(kind, 2, 2, True, span, span.of(text))
    bare = scene.words[phrase.head].bare
    if scene.words[phrase.inner].bare.removesuffix("ا") in particles().amounts or _is_portion(scene, phrase):
        return None  # `عددا من رجال الشرطة`, `معظمهم`
    if {*noun_keys(bare)} & scene.classes["armed"] and phrase.gender == "f":
        return None  # `اعتقال خلية`: one of several people
    if scene.words[phrase.inner].bare in particles().nth | _ANOTHER and kind in _CASUALTIES:
        return Size(kind, 1, 1, True, span, span.of(text))  # `إصابة ثالث`, `مقتل ثاني جنودها`, `إصابة آخر`
    one = is_one(mention, bare) if mention is not None else _is_person(scene, bare)
    return Size(kind, 1, 1, True, span, span.of(text)) if phrase.number == "sg" and one else None


_ANOTHER = word_list(__name__, "another")


def _is_person(scene: Scene, bare: str) -> bool:
    """Whether a noun that is no mention is one person (`رجلا`, `إرهابي خطير`)."""
    men = person_nouns() | particles().leaders
    return bare.removesuffix("ا") in men or bool({*noun_keys(bare)} & _people(scene))


def _is_portion(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase begins with a word for some of those told of, but for one of them (`معظمهم`, `بعض الجنود`)."""
    first, before = scene.words[phrase.inner], scene.words[max(phrase.inner - 1, 0)]
    return is_some(first.token.norm) or is_some(first.norm) or before.norm == "اي"


def is_some(norm: str) -> bool:
    """Whether a folded word tells of some or all, and of no number."""
    words = particles()
    listed = norm in words.portions or norm in words.quantifiers or norm == "اي"
    return listed and not norm.startswith(("احد", "ما"))


_OF_PEOPLE = frozenset({"dead", "injured", "arrested", "abducted", "released"})


def _are_things(scene: Scene, phrase: Phrase) -> bool:
    """Whether what a number counts is weighed or traded, and nobody (`ضبطت 230 كيلوغراما من الحبوب`)."""
    counted = next((w for w in scene.words[phrase.inner : phrase.end] if w.kind not in ("num", "prep", "punct")), None)
    return counted is not None and scene.is_one_of(counted, ("measures", "contraband"))


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


def is_pair(mention: Mention) -> bool:
    """Whether a mention is a dual by the key of its noun, and by its ending (no `مهندسا`)."""
    first, key = squeeze(mention.text.split()[0]), mention.actor or ""
    return key.startswith("?noun|") and key.split("|")[2].endswith("d") and first.endswith(("ان", "ين"))


def _are_two(scene: Scene, phrase: Phrase) -> bool:
    """Whether a verb that tells of people is a dual (`خطفوا مهندسين يعملان في شركة`)."""
    told = [c.verb for c in scene.clauses if any(p is phrase for p in (*c.antecedent, *c.subject))]
    return any(verb is not None and verb.person in ("3md", "3fd") for verb in told)


def is_one(mention: Mention, bare: str) -> bool:
    """Whether a mention is one person: a name, an office, one of a country, or a noun that the lexicon has in the
    singular.
    """
    if mention.kind in (MentionKind.PERSON, MentionKind.OFFICE):
        return True
    if mention.kind is MentionKind.NATIONALITY:
        return bare.endswith(("ي", "يه")) and not bare.startswith("ال")  # `قتل فلسطيني`
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
    """Whether a number is of years or the like, the noun behind it inside the phrase, or bracketed (`(24 عاما)`)."""
    bracketed = text[: quantity.span.start].rstrip().endswith("(")
    after = text[quantity.span.end : quantity.span.end + _UNIT if bracketed else span.end].split()
    return bool(after) and squeeze(after[0].rstrip(")")) in periods()


_UNIT = 12
"""Letters behind a number in brackets in which its unit stands."""
