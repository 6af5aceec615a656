"""What kind of source a mention is: person, office, group, document, outlet, witness, or somebody not named."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.events.lexicon import noun_keys
from khabar.records import Mention, MentionKind, SourceKind, Span
from khabar.sources.lexicon import SourceLexicon
from khabar.text.characters import squeeze


def kind_of(mention: Mention, text: str, sources: SourceLexicon) -> SourceKind:
    """What kind of source a mention is, from its words, its kind and the marks round it."""
    words = [squeeze(w).removeprefix("ال") for w in mention.text.split()[:2]]
    keys = {key for w in words[:1] for key in noun_keys(w)}
    person = mention.kind is MentionKind.PERSON
    if keys & sources.documents:
        return SourceKind.DOCUMENT
    if keys & sources.spokesmen and not person:
        return _kind_of_unnamed(mention.text.split(), keys, sources) if mention.name is None else SourceKind.OFFICE
    if keys & sources.media or ("JRN" in mention.sectors and not person) or is_outlet(mention, text, sources):
        return SourceKind.MEDIA
    titled = person and mention.name is not None and mention.name.start > mention.span.start
    if keys & sources.witnesses and not titled:  # `الناشط سالم حمد` is a person
        return SourceKind.WITNESS
    if keys & sources.anonymous and mention.name is None:
        return SourceKind.ANONYMOUS
    if person:
        return SourceKind.PERSON
    if mention.kind is MentionKind.OFFICE:
        return SourceKind.OFFICE
    if mention.kind is MentionKind.UNNAMED:
        return _kind_of_unnamed(mention.text.split(), keys, sources)
    return SourceKind.GROUP


def is_outlet(mention: Mention, text: str, sources: SourceLexicon) -> bool:
    """Whether a mention is the name of an outlet, in the quotation marks that tell it from a town (`«الرياض»`)."""
    return is_quoted(mention.span, text) and squeeze(mention.text.strip(_MARKS)) in sources.outlets


def is_quoted(span: Span, text: str) -> bool:
    """Whether words stand alone between quotation marks."""
    opens, closes = text[max(span.start - 1, 0) : span.start], text[span.end : span.end + 1]
    inside = text[span.start : span.start + 1] in _OPENING and text[span.end - 1 : span.end] in _CLOSING
    return (opens in _OPENING and closes in _CLOSING) if opens and closes and not inside else inside


_OPENING = '«"“”'
_CLOSING = '»"”“'
_MARKS = _OPENING + _CLOSING


def _kind_of_unnamed(words: Sequence[str], keys: set[str], sources: SourceLexicon) -> SourceKind:
    """What kind of source somebody without a name is: an office or body that its words make a certain one, or nobody.

    `الناطق الرسمي`, `رئيس بلدية غزة`, `نقابة أطباء السودان`; but `منظمات حقوقية`.
    """
    certain = len(words) > 2 or any(w.startswith("ال") for w in words)
    if certain and keys & (sources.spokesmen | sources.offices):
        return SourceKind.OFFICE
    return SourceKind.GROUP if certain and keys & sources.bodies else SourceKind.ANONYMOUS


def source_nouns(sources: SourceLexicon) -> frozenset[str]:
    """Every noun that can name a source."""
    return (
        sources.documents
        | sources.media
        | sources.witnesses
        | sources.anonymous
        | sources.spokesmen
        | sources.offices
        | sources.bodies
    )
