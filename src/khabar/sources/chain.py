"""The chain of who says so, nearest to the reporter first: the agency, the document, the spokesman, the principal."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.events.able import can_speak
from khabar.events.lexicon import noun_keys
from khabar.events.scene import Scene
from khabar.lexicon.words import word_list
from khabar.records import Mention, MentionKind, Source, SourceKind, Span
from khabar.sources.kinds import is_quoted, kind_of, source_nouns
from khabar.sources.lexicon import SourceLexicon
from khabar.sources.lore import Lore
from khabar.text.characters import squeeze
from khabar.text.clauses import Clause
from khabar.text.particles import particles
from khabar.text.phrases import Phrase


def chain_of(
    scene: Scene,
    clause: Clause | None,
    speakers: Sequence[Mention],
    lore: Lore,
    phrase: int | None = None,
    last: tuple[Source, ...] = (),
    scope: Span | None = None,
) -> tuple[Source, ...]:
    """The chain for the speakers of a verb (`clause`) or of a cue (`phrase` is the index of its noun phrase).

    `last` is the chain of the statement before, for a pronoun (`نقلت عنه قوله`); `scope` the words that are said.
    """
    if clause is not None and clause.subject:
        start = next((k for k, p in enumerate(scene.phrases) if p is clause.subject[0]), None)
        if speakers and not scene.span(clause.subject[0]).overlaps(speakers[0].span):
            start = next((k for k, p in enumerate(scene.phrases) if scene.span(p).contains(speakers[0].head)), start)
    else:
        start = phrase
    links: list[Source] = []
    for mention in speakers:
        links.extend(_links(scene, mention, start, lore))
    if clause is not None:
        through = _told_through(scene, clause, bool(speakers), lore, scope)
        links = [*_outlet_told(scene, clause, speakers, lore), *through, *links]
        links.extend(_quoted_from(scene, clause, lore, last))
    return tuple(dict.fromkeys(links))


def _links(scene: Scene, mention: Mention, start: int | None, lore: Lore) -> list[Source]:
    """A mention as a link, and behind a document or spokesman the one it speaks for."""
    kind = kind_of(mention, scene.text, lore.sources)
    links = [Source(kind, mention)]
    led = kind in (SourceKind.DOCUMENT, SourceKind.ANONYMOUS) or _speaks_for(mention, lore.sources)
    if led and start is not None:
        principal = _principal(scene, mention, start, lore)
        inside = principal is not None and kind is SourceKind.ANONYMOUS and mention.span.contains(principal.span)
        if principal is not None and not inside:  # `مسؤول بوزارة الخارجية` is one of hers
            links.append(Source(kind_of(principal, scene.text, lore.sources), principal))
    return links


def _speaks_for(mention: Mention, sources: SourceLexicon) -> bool:
    """Whether the words are those of a spokesman (`المتحدث باسم ...`)."""
    first = squeeze(mention.text.split()[0]).removeprefix("ال")
    return any(key in sources.spokesmen for key in noun_keys(first))


def _principal(scene: Scene, mention: Mention, start: int, lore: Lore) -> Mention | None:
    """Whose document or source it is: the names inside the phrase, or the phrase after `ل`, `عن`, `من`, `في`."""
    own = scene.phrases[start]
    if (issued := issuer(scene, own)) is not None:
        return lore.known(scene.mention(issued))
    for number in own.mentions:
        inner = scene.mentions[number]
        first = squeeze(inner.text.split()[0]).removeprefix("ال")
        if first in lore.sources.anonymous:
            continue  # `مصدر مسؤول`
        if inner.kind is MentionKind.PERSON and inner.span.end == mention.span.end:
            continue  # `المتهم الأول نور حمد`: his name
        if inner.span.start > mention.span.start and inner.kind in (
            MentionKind.GROUP,
            MentionKind.OFFICE,
            MentionKind.PERSON,
        ):
            return lore.known(inner)
    for phrase in scene.phrases[start + 1 : start + 3]:
        ascribed = phrase.prep == "الي" and scene.words[own.end - 1].bare.startswith("منسوب")
        words = {*noun_keys(scene.words[phrase.inner].bare)}
        if phrase.prep == "في" and words & (lore.sources.documents | _TALKS):
            return None  # `قال المتحدث في تصريح لوكالة الأنباء`
        if phrase.kind != "np" or not (ascribed or phrase.prep in ("ل", "عن", "من", "في", "ب", "باسم")):
            return None
        if phrase.prep == "ل" and kind_of(mention, scene.text, lore.sources) is SourceKind.ANONYMOUS:
            return None  # `قال المتهم للمحكمة`
        if phrase.prep == "عن" and squeeze(scene.words[own.end - 1].norm) not in ISSUED:
            return None  # `كشفت مصادر عن مشاركة ضباط`
        if ascribed or phrase.prep in ("ل", "عن", "من", "باسم") or phrase.person:
            found = scene.mention(phrase)
            body = not {*noun_keys(scene.words[phrase.inner].bare)}.isdisjoint(lore.sources.bodies)
            if found.kind is not MentionKind.PLACE and (found.actor or phrase.person or body):
                return lore.known(found)
    return None


_TALKS = word_list(__name__, "talks")


def issuer(scene: Scene, document: Phrase) -> Phrase | None:
    """Who issued a document that is the object of his verb (`أصدرت الحركة بيانا جاء فيه`), or None."""
    for clause in scene.clauses:
        if clause.verb is None or clause.verb.verb.lemma not in particles().lemmas["issuing"] or not clause.subject:
            continue
        if any(p is document for g in clause.objects for p in g) and can_speak(scene, clause.subject[0]):
            return clause.subject[0]
    return None


ISSUED = word_list(__name__, "issued")


TOLD = word_list(__name__, "told")


def _outlet_told(scene: Scene, clause: Clause, speakers: Sequence[Mention], lore: Lore) -> list[Source]:
    """The outlet that was told, where it stands right behind its verb (`أبلغ «الأفق» وكيل الوزارة أن`)."""
    if clause.verb is None or clause.verb.verb.lemma not in TOLD:
        return []
    first = [lore.known(scene.mention(p)) for p in clause.subject]
    told = [m for m in first if is_quoted(m.span, scene.text) and all(m.span != s.span for s in speakers)]
    return [Source(SourceKind.MEDIA, m) for m in told]


def _told_through(scene: Scene, clause: Clause, said: bool, lore: Lore, scope: Span | None) -> list[Source]:
    """`قال ... لرويترز`, `، في بيان،`: through whom or what the words came, the outlet first.

    What opens the sentence counts where somebody is named who `said` it. Who speaks in a document is the source:
    neither it nor the outlet it was made to stands before him (`قال الوزير في تصريح لوكالة`), only who passed it on.
    """
    found: list[Source] = []
    document: Phrase | None = None
    for phrase in (*(_in_front(scene, clause) if said else ()), *_beside(scene, clause, scope)):
        heard = phrase.prep == "ل" or (document is not None and document.end == phrase.start)
        source = _passed_on(scene, phrase, lore, heard)
        if source is None:
            continue
        if source.kind is SourceKind.DOCUMENT:
            document = phrase
            found += [*([] if said else [source]), *_made_known_by(scene, phrase, lore)]
        elif not said or document is None:
            found.append(source)
    return sorted(found, key=lambda s: s.kind is SourceKind.DOCUMENT)


_THROUGH = ("ل", "عبر", "في", "خلال", "الي", "مع")
"""Prepositions of what words came through; the last two of the outlet behind a document (`في مقابلة مع قناة`)."""


def _made_known_by(scene: Scene, document: Phrase, lore: Lore) -> list[Source]:
    """The outlet that passed on a document right before its verb (`في تصريح نقلته الوكالة الرسمية`)."""
    for clause in scene.clauses:
        own = clause.verb is not None and clause.verb.suffix and clause.antecedent[:1] == [document]
        if own and clause.subject and clause.verb is not None and clause.verb.verb.says:
            mention = lore.known(scene.mention(clause.subject[0]))
            named = kind_of(mention, scene.text, lore.sources) is SourceKind.MEDIA
            return [Source(SourceKind.MEDIA, mention)] if named and not _are_many(mention, scene.text) else []
    return []


def _in_front(scene: Scene, clause: Clause) -> list[Phrase]:
    """The noun phrases with which a sentence opens, up to its verb of saying (`وفي حديث إلى إذاعة محلية روى`)."""
    before = scene.phrases[: clause.index]
    told = {p.end for p in before if p.kind == "np"}  # `وفي بيان نشر على موقعه دعت`
    opens = bool(before) and all(
        p.kind in ("np", "adv", "comma", "quote") or (p.kind == "verb" and p.start in told) for p in before
    )
    return [p for p in before if p.prep in _THROUGH and not p.suffix] if opens and before[0].prep in _THROUGH else []


def _beside(scene: Scene, clause: Clause, scope: Span | None) -> list[Phrase]:
    """The noun phrases behind a verb of saying that can tell through whom: up to what is said, also between commas."""
    head = scene.words[scene.phrases[clause.index].head]
    behind = scope is not None and scope.start >= head.end
    said = scope.start if scope is not None and behind else len(scene.text)
    found: list[Phrase] = []
    for k in range(clause.index + 1, len(scene.phrases)):
        phrase = scene.phrases[k]
        past = scene.words[phrase.start].start >= said
        if k >= clause.stop and (past or not behind or phrase.kind in ("comp", "rel", "stop")):
            break
        if phrase.kind == "np" and phrase.prep in _THROUGH and not phrase.suffix:
            general = phrase.definite and not phrase.mentions
            found += [] if past and general else [phrase]  # `كشفت عن مشاركة ضباط في التحقيق`
    return found


def _passed_on(scene: Scene, phrase: Phrase, lore: Lore, heard: bool) -> Source | None:
    """The document in which somebody speaks, or the outlet that `heard` him (`لرويترز`, `لـ«الأفق»`), or None."""
    mention = lore.known(scene.mention(phrase))
    kind = kind_of(mention, scene.text, lore.sources)
    if kind is SourceKind.DOCUMENT:
        return Source(kind, mention) if phrase.prep not in ("ل", "الي", "مع") else None
    if not heard:
        return None
    name = squeeze(mention.text)
    agency = name in lore.sources.outlets and not name.startswith("ال")  # `لرويترز`; but `لليوم`
    if _is_named_only(mention) and (agency or is_quoted(mention.span, scene.text)):
        return Source(SourceKind.MEDIA, mention)
    return Source(kind, mention) if kind is SourceKind.MEDIA and not _are_many(mention, scene.text) else None


def _is_named_only(mention: Mention) -> bool:
    """Whether nothing but its name is known of somebody."""
    return mention.kind is not MentionKind.PERSON and not mention.sectors


def _are_many(mention: Mention, text: str) -> bool:
    """Whether outlets or journalists are told of in general: those spoken to, and not those who pass it on."""
    people = mention.kind is MentionKind.UNNAMED and mention.head.of(text).endswith(_PLURAL)
    first = squeeze(mention.text).split()[0]
    return people or first in _MANY or "ا" + first in _MANY  # `للصحافة`


_MANY = word_list(__name__, "many")
_PLURAL = ("ين", "ون")


PASSED_ON = {"نقل": "عن", "علم": "من", "حكى": "عن", "روى": "عن"}
"""Verbs of passing on, with the preposition of whom it is from (`نقلت عن مصدر`, `علمت من مصدر`)."""


def _quoted_from(scene: Scene, clause: Clause, lore: Lore, last: tuple[Source, ...]) -> list[Source]:
    """`نقلت الوكالة عن المتحدث قوله إن`: whom the one who reports quotes; `عنه` is who spoke `last`."""
    if clause.verb is None or clause.verb.verb.lemma not in PASSED_ON:
        return []
    if (said := _who_speaks_through(scene, clause)) is not None:
        return _links(scene, lore.known(scene.mention(said)), scene.phrases.index(said), lore)
    for group in clause.preps.get(PASSED_ON[clause.verb.verb.lemma], ())[:1]:
        if group[0].suffix:
            return list(last[-1:])
        mention = lore.known(scene.mention(group[0]))
        first = {*noun_keys(scene.words[group[0].inner].bare)}
        if mention.kind is MentionKind.UNNAMED and not group[0].person and first.isdisjoint(source_nouns(lore.sources)):
            return []  # `نقلت معلومة عن المنطقة`
        return [Source(kind_of(mention, scene.text, lore.sources), mention)]
    return []


def _who_speaks_through(scene: Scene, clause: Clause) -> Phrase | None:
    """Who speaks by the verb before, where a relative clause only says who passed it on, or None.

    `قال بيان للوزارة نقلته الوكالة إن`, `قال مصدر نقلت عنه الوكالة إن`.
    """
    about = clause.preps.get(PASSED_ON[clause.verb.verb.lemma], ()) if clause.verb is not None else ()
    resumes = clause.verb is not None and (clause.verb.suffix or any(g[0].suffix for g in about))
    before = next((c for c in reversed(scene.clauses) if c.index < clause.index), None)
    if not resumes or before is None or not before.says or before.comp is not None or not before.subject:
        return None
    told = before.subject[0]
    return told if told in scene.phrases and clause.antecedent in ([], [told]) else None


def told_again(chain: tuple[Source, ...], last: tuple[Source, ...]) -> tuple[Source, ...]:
    """A chain with the outlet through which its source spoke `last`, where one word takes him up (`وأضاف المصدر`)."""
    mention = chain[0].mention if chain else None
    if len(chain) != 1 or mention is None or mention.kind is not MentionKind.UNNAMED or " " in mention.text:
        return chain
    keys = {*noun_keys(squeeze(mention.text).removeprefix("ال"))}
    outlets = tuple(s for s in last if s.kind is SourceKind.MEDIA)
    firsts = [s.mention.text.split()[0] for s in last if s.mention is not None and s not in outlets]
    same = any(keys & {*noun_keys(squeeze(f).removeprefix("ال"))} for f in firsts)
    return (*outlets, *chain) if same and squeeze(mention.text).startswith("ال") else chain
