"""Speakers in full: with the name behind an office, the office behind a name, and what says whose they are."""

from __future__ import annotations

from dataclasses import replace

from khabar.events.lexicon import noun_keys
from khabar.events.scene import Scene
from khabar.records import Mention, MentionKind, SourceKind
from khabar.sources.chain import ISSUED, TOLD
from khabar.sources.contents import content_of
from khabar.sources.kinds import kind_of, source_nouns
from khabar.sources.lore import Lore
from khabar.sources.scope import called
from khabar.text.clauses import Clause
from khabar.text.particles import particles
from khabar.text.phrases import Phrase
from khabar.text.subjects import FOLLOWS
from khabar.text.wordlist import VERBAL_NOUN, known_word


def in_full(scene: Scene, clause: Clause | None, phrase: Phrase, mention: Mention, lore: Lore) -> Mention:
    """A speaker with what else the words say of him: his name behind his office, his surname alone, whose he is."""
    witness = mention.office is None and kind_of(mention, scene.text, lore.sources) is SourceKind.WITNESS
    named = _bearer(scene, clause, phrase, mention) if mention.name is None or witness else None
    if named is not None:
        span = mention.span.cover(named.span)
        sectors = mention.sectors or named.sectors
        return replace(named, span=span, text=span.of(scene.text), office=mention.text, sectors=sectors)
    if _is_surname(scene, phrase, mention, lore):
        return replace(mention, kind=MentionKind.PERSON, name=mention.span)
    mention = _up_to_content(scene, clause, phrase, mention, lore)
    return _described(scene, clause, phrase, mention, lore)


def _up_to_content(scene: Scene, clause: Clause | None, phrase: Phrase, mention: Mention, lore: Lore) -> Mention:
    """A speaker with the noun phrases between him and `إن`, where his verb of saying has no other object.

    Names that nothing tells for names (`وقال القيادي في الحركة مفتاح الجهيمي إن`), offices behind a name, and behind
    a name before another object a surname (`أكد الرئيس سالم حمد الغانم وقوف بلاده`).
    """
    follows = (c for c in scene.clauses if c.how == (FOLLOWS,) and c.subject[:1] == [phrase])
    clause = next(follows, None) if clause is not None else None
    if clause is None or clause.verb is None or clause.verb.suffix or clause.verb.verb.lemma in TOLD:
        return mention
    say = lore.events.says.get(clause.verb.verb.key, {})
    frame = say.get("frame", "").split()
    if "comp" not in frame or say.get("stance") == "accuses":
        return mention
    more = _behind(scene, clause, phrase)
    said = clause.comp is not None and bool(more) and scene.phrases[clause.comp[0]].start >= more[-1].end
    sure = "quote" in frame and "obj" not in frame
    surname = mention.kind is MentionKind.PERSON and len(clause.objects) > 1 and bool(more) and more[0].named
    if not more or not (surname or (said and (sure or _can_be_his(scene, more[0], mention)))):
        return mention
    span = mention.span.cover(scene.span(more[-1] if said else more[0]))
    person = mention.kind is MentionKind.PERSON or not more[0].definite
    name = mention.name or (scene.span(more[0]) if person else None)
    kind = MentionKind.PERSON if person else mention.kind
    return replace(mention, span=span, text=span.of(scene.text), kind=kind, name=name)


def _behind(scene: Scene, clause: Clause, phrase: Phrase) -> list[Phrase]:
    """The noun phrases right behind a speaker, or behind whose he is (`السفيرة لدى الأمم المتحدة سامنثا باور`)."""
    found: list[Phrase] = []
    end = phrase.end
    for after in (p for p in scene.phrases[clause.index + 2 :] if p.start >= phrase.end):
        whose = end == phrase.end and after.prep in _WHOSE and bool(after.mentions) and not after.suffix
        if after.start != end or not (whose or _is_more_of(scene, after)):
            break
        found += [] if whose else [after]
        end = after.end
    return found


def _can_be_his(scene: Scene, phrase: Phrase, mention: Mention) -> bool:
    """Whether a noun phrase behind a speaker can be his as well where his verb may have an object of its own."""
    first = scene.words[phrase.inner]
    return phrase.person or first.kind == "name" or (mention.kind is MentionKind.PERSON and known_word(first.norm) < 1)


def _is_more_of(scene: Scene, phrase: Phrase) -> bool:
    """Whether a noun phrase can name or describe the speaker it stands right behind: no time, number, manner, deed."""
    words = scene.words[phrase.start : phrase.end]
    if phrase.kind != "np" or phrase.prep or phrase.suffix or phrase.case == "acc" or len(words) > 6:
        return False
    if any(w.conj or w.participle is not None for w in words) or len(words[0].norm) < 2 or words[0].norm == "ما":
        return False
    if words[0].kind in ("num", "dem", "prep") or words[0].index in scene.event_words or words[0].norm in ISSUED:
        return False
    deed = words[0].kind == "noun" and not phrase.mentions and VERBAL_NOUN.match(words[0].bare) is not None
    return not deed and not any(t.span.overlaps(scene.span(phrase)) for t in scene.times)


def _bearer(scene: Scene, clause: Clause | None, phrase: Phrase, mention: Mention) -> Mention | None:
    """The name of who bears an office, right behind it, behind whose office it is or behind a comma, or None.

    `القيادي بحزب الأمل فوزي حمد`, `المتحدث باسم البلدية، سالم خلف،`; `شاهد يدعى سالم`.
    """
    if clause is not None and (told := called(scene, clause)) is not None:
        name = scene.phrases[told]
        span = scene.phrase(name.inner, name.inner + 1)
        known = next((scene.mentions[m] for m in name.mentions if scene.mentions[m].kind is MentionKind.PERSON), None)
        return known or replace(scene.mention(span), kind=MentionKind.PERSON, name=scene.span(span))
    if mention.kind not in (MentionKind.UNNAMED, MentionKind.OFFICE) or phrase.number == "pl":
        return None
    own = [scene.mentions[m] for m in phrase.mentions if scene.mentions[m].kind is MentionKind.PERSON]
    if own and own[-1].span.end == scene.words[phrase.end - 1].end and own[-1].span.start > mention.span.start:
        return own[-1]  # `مرشح المعارضة جوليان أوندو`
    if not (phrase.definite or phrase.possessed or scene.words[phrase.end - 1].norm.endswith(_OWNERS)):
        return None
    k = next((i for i, p in enumerate(scene.phrases) if p is phrase), len(scene.phrases))
    end, commas = phrase.end, 0
    for after in scene.phrases[k + 1 : k + 5]:
        if after.kind == "comma" and after.start == end and not commas:
            end, commas = after.end, 1
            continue
        if after.kind != "np" or after.start != end or after.conj or (after.prep and after.prep not in _WHOSE):
            return None
        named = [scene.mentions[m] for m in after.mentions if scene.mentions[m].kind is MentionKind.PERSON]
        last = scene.words[after.end - 1].end
        if named and named[-1].span.end == last and named[-1].office is None:
            taken = bool(after.prep) and named[-1].span.start == scene.words[after.inner].start
            return None if taken or _is_object(clause, after) else named[-1]
        if not after.prep or commas:
            return None
        end = after.end
    return None


def _is_object(clause: Clause | None, name: Phrase) -> bool:
    """Whether a name behind an office is rather whom a verb is done to (`هنأ نائب الوزير سالم حمد على فوزه`)."""
    if clause is None:
        return False
    first = bool(clause.objects) and any(p is name for p in clause.objects[0])
    others = [g[0] for g in clause.objects[1:] if g[0].person or g[0].definite]
    return first and not others and clause.comp is None and not clause.preps.get("عن")


_OWNERS = ("ها", "هم", "ته")
"""Endings by which an office is somebody's who has been told of (`وزير خارجيتها`, `رئيسها`)."""
_WHOSE = ("ب", "في", "عن", "باسم", "ل", "لدي", "من")
"""Prepositions behind an office of what it is an office of."""


def _is_surname(scene: Scene, phrase: Phrase, mention: Mention, lore: Lore) -> bool:
    """Whether a subject is one definite word that names nobody the lexicon knows: the surname of a person."""
    word = scene.words[phrase.inner]
    alone = phrase.end == phrase.inner + 1 and scene.atoms[phrase.inner] < 0 and word.norm.startswith("ال")
    if not alone or mention.kind is not MentionKind.UNNAMED or word.kind not in ("name", "noun", "adj"):
        return False
    keys = {*noun_keys(word.bare)}
    known = source_nouns(lore.sources) | scene.classes["speakers"] | scene.classes["hearsay"]
    nisba = word.norm.endswith("ي") and (word.kind == "adj" or word.adjectival)  # `وأكد الغربي أن`
    return not keys & known and (nisba or word.kind == "name" or known_word(word.norm) < _RARE)


_RARE = 3
"""How often print shows a word at the most that is rather a name."""


def _described(scene: Scene, clause: Clause | None, phrase: Phrase, mention: Mention, lore: Lore) -> Mention:
    """Somebody without a name with what is said of him (`مسؤول في الشرطة`, `شهود من الأهالي`, `المعارضة في مالي`)."""
    after = next((p for p in scene.phrases if p.start == phrase.end), None)
    if mention.name is not None or mention.kind is MentionKind.PERSON or after is None or after.kind != "np":
        return mention
    where = any(scene.mentions[m].kind is MentionKind.PLACE for m in after.mentions)
    kind = kind_of(mention, scene.text, lore.sources)
    alone = kind is SourceKind.OFFICE and " " not in mention.text  # `قال الوزير في طهران`
    where = where and not (phrase.definite and (kind is SourceKind.MEDIA or alone))
    if after.prep not in ("في", "من", "ب", "لدي") or after.conj or after.suffix:
        return mention
    accredited = after.prep == "لدي" and phrase.person  # `سفير الصومال لدى الأمم المتحدة`
    if phrase.definite and not (accredited or (after.prep == "في" and where and len(after.mentions) == 1)):
        return mention
    if not (after.definite or after.possessed or where) or scene.words[after.inner].bare in particles().circumstances:
        return mention
    say = lore.events.says.get(clause.verb.verb.key) if clause is not None and clause.verb is not None else None
    if clause is not None and say is not None and any(p is after for p in content_of(scene, clause, say)):
        return mention  # `رحب رودس بالهجمات`
    if any(t.span.overlaps(scene.span(after)) for t in scene.times):
        return mention
    span = mention.span.cover(scene.span(after))
    return replace(mention, span=span, text=span.of(scene.text))
