"""The chain of who says so, nearest to the reporter first: the agency, the document, the spokesman, the principal."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.events.lexicon import noun_keys
from khabar.events.scene import Scene
from khabar.records import Mention, MentionKind, Source, SourceKind
from khabar.sources.lexicon import SourceLexicon
from khabar.sources.lore import Settled
from khabar.text.characters import squeeze
from khabar.text.clauses import Clause
from khabar.text.phrases import Phrase


def chain_of(
    scene: Scene,
    clause: Clause | None,
    speakers: Sequence[Mention],
    sources: SourceLexicon,
    settled: Settled,
    phrase: int | None = None,
    last: tuple[Source, ...] = (),
) -> tuple[Source, ...]:
    """The chain for the speakers of a verb (`clause`) or of a cue (`phrase` is the index of its noun phrase).

    `last` is the chain of the statement before, for a pronoun (`نقلت عنه قوله`).
    """
    if clause is not None and clause.subject:
        start = next((k for k, p in enumerate(scene.phrases) if p is clause.subject[0]), None)
    else:
        start = phrase
    links: list[Source] = []
    for mention in speakers:
        links.extend(_links(scene, mention, start, sources, settled))
    if clause is not None:
        links = [*_media_told(scene, clause, sources, settled), *links]
        links.extend(_quoted_from(scene, clause, sources, settled, last))
    return tuple(dict.fromkeys(links))


def _links(scene: Scene, mention: Mention, start: int | None, sources: SourceLexicon, settled: Settled) -> list[Source]:
    """A mention as a link, and behind a document or spokesman the one it speaks for."""
    kind = kind_of(mention, scene.text, sources)
    links = [Source(kind, mention)]
    if (kind in (SourceKind.DOCUMENT, SourceKind.ANONYMOUS) or _speaks_for(mention, sources)) and start is not None:
        principal = _principal(scene, mention, start, sources, settled)
        if principal is not None:
            links.append(Source(kind_of(principal, scene.text, sources), principal))
    return links


def _speaks_for(mention: Mention, sources: SourceLexicon) -> bool:
    """Whether the words are those of a spokesman (`المتحدث باسم ...`)."""
    first = squeeze(mention.text.split()[0]).removeprefix("ال")
    return any(key in sources.spokesmen for key in noun_keys(first))


def _principal(scene: Scene, mention: Mention, start: int, sources: SourceLexicon, settled: Settled) -> Mention | None:
    """Whose document or source it is: the names inside the phrase, or the phrase after `ل`, `عن`, `من`, `في`."""
    own = scene.phrases[start]
    for number in own.mentions:
        inner = scene.mentions[number]
        first = squeeze(inner.text.split()[0]).removeprefix("ال")
        if first in sources.anonymous:
            continue  # `مصدر مسؤول`
        if inner.span.start > mention.span.start and inner.kind in (
            MentionKind.GROUP,
            MentionKind.OFFICE,
            MentionKind.PERSON,
        ):
            return settled.get((inner.span, inner.kind), inner)
    for phrase in scene.phrases[start + 1 : start + 3]:
        if phrase.kind != "np" or phrase.prep not in ("ل", "عن", "من", "في", "ب", "باسم"):
            return None
        if phrase.prep == "عن" and squeeze(scene.words[own.end - 1].norm) not in _ISSUED:
            return None  # `كشفت مصادر عن مشاركة ضباط`
        if phrase.prep in ("ل", "عن", "من", "باسم") or phrase.person:
            found = scene.mention(phrase)
            body = not {*noun_keys(scene.words[phrase.inner].bare)}.isdisjoint(sources.bodies)
            if found.kind is not MentionKind.PLACE and (found.actor or phrase.person or body):
                return settled.get((found.span, found.kind), found)
    return None


_ISSUED = frozenset({"صادر", "صادره", "صدر", "صدرت", "الصادر", "الصادره"})


def _media_told(scene: Scene, clause: Clause, sources: SourceLexicon, settled: Settled) -> list[Source]:
    """`قال ... لرويترز`, `في بيان`: through whom or what the words came."""
    found: list[Source] = []
    said = min((g[0].start for g in clause.objects), default=len(scene.words))
    said = min([said, *(g[0].start for p in ("عن", "ب", "علي") for g in clause.preps.get(p, ()))])
    for prep in ("ل", "في", "عبر"):
        for group in clause.preps.get(prep, ())[:2]:
            source = _told_through(scene, group[0], prep, sources, settled)
            behind = group[0].start > said and group[0].definite and not group[0].mentions
            if source is not None and not (source.kind is SourceKind.DOCUMENT and behind):
                found.append(source)  # but `كشفت عن مشاركة ضباط في التحقيق`
    return found


def _told_through(scene: Scene, phrase: Phrase, prep: str, sources: SourceLexicon, settled: Settled) -> Source | None:
    mention = scene.mention(phrase)
    mention = settled.get((mention.span, mention.kind), mention)
    kind = kind_of(mention, scene.text, sources)
    plural = squeeze(mention.text).endswith(_PLURAL) or mention.head.of(scene.text).endswith(_PLURAL)
    if mention.kind is MentionKind.UNNAMED and plural and kind is SourceKind.MEDIA:
        # `قال للصحافيين`: those spoken to, and not those who pass it on.
        return None
    if (prep == "ل" and kind is SourceKind.MEDIA) or (prep != "ل" and kind is SourceKind.DOCUMENT):
        return Source(kind, mention)
    return None


_PLURAL = ("ين", "ون")


_FROM = {"نقل": "عن", "علم": "من", "حكى": "عن", "روى": "عن"}
"""Verbs of passing on, with the preposition of whom it is from (`نقلت عن مصدر`, `علمت من مصدر`)."""


def _quoted_from(
    scene: Scene, clause: Clause, sources: SourceLexicon, settled: Settled, last: tuple[Source, ...]
) -> list[Source]:
    """`نقلت الوكالة عن المتحدث قوله إن`: whom the one who reports quotes; `عنه` is who spoke `last`."""
    if clause.verb is None or clause.verb.verb.lemma not in _FROM:
        return []
    for group in clause.preps.get(_FROM[clause.verb.verb.lemma], ())[:1]:
        if group[0].suffix:
            return list(last[-1:])
        mention = scene.mention(group[0])
        mention = settled.get((mention.span, mention.kind), mention)
        first = {*noun_keys(scene.words[group[0].inner].bare)}
        if mention.kind is MentionKind.UNNAMED and not group[0].person and first.isdisjoint(_all_nouns(sources)):
            return []  # `نقلت معلومة عن المنطقة`
        return [Source(kind_of(mention, scene.text, sources), mention)]
    return []


def _all_nouns(sources: SourceLexicon) -> frozenset[str]:
    return (
        sources.documents
        | sources.media
        | sources.witnesses
        | sources.anonymous
        | sources.spokesmen
        | sources.offices
        | sources.bodies
    )


def _kind_of_unnamed(words: Sequence[str], keys: set[str], sources: SourceLexicon) -> SourceKind:
    """What kind of source somebody without a name is: an office or body that its words make a certain one, or nobody.

    `الناطق الرسمي`, `رئيس بلدية غزة`, `نقابة أطباء السودان`; but `منظمات حقوقية`.
    """
    certain = len(words) > 2 or any(w.startswith("ال") for w in words)
    if certain and keys & (sources.spokesmen | sources.offices):
        return SourceKind.OFFICE
    return SourceKind.GROUP if certain and keys & sources.bodies else SourceKind.ANONYMOUS


def kind_of(mention: Mention, text: str, sources: SourceLexicon) -> SourceKind:
    """What kind of source a mention is, from its words and its kind."""
    words = [squeeze(w).removeprefix("ال") for w in mention.text.split()[:2]]
    keys = {key for w in words[:1] for key in noun_keys(w)}
    if keys & sources.documents:
        return SourceKind.DOCUMENT
    if keys & sources.spokesmen and mention.kind is not MentionKind.PERSON:
        return _kind_of_unnamed(mention.text.split(), keys, sources) if mention.name is None else SourceKind.OFFICE
    if keys & sources.media or "JRN" in mention.sectors:
        return SourceKind.MEDIA
    if keys & sources.witnesses:
        return SourceKind.WITNESS
    if keys & sources.anonymous and mention.name is None:
        return SourceKind.ANONYMOUS
    if mention.kind is MentionKind.PERSON:
        return SourceKind.PERSON
    if mention.kind is MentionKind.OFFICE:
        return SourceKind.OFFICE
    if mention.kind is MentionKind.UNNAMED:
        return _kind_of_unnamed(mention.text.split(), keys, sources)
    return SourceKind.GROUP
