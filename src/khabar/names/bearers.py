"""Nouns for one person and the name behind them made one mention: `عميد البلدية سالم بوجازية`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from khabar.lexicon.words import word_list
from khabar.records import Mention, MentionKind, Span
from khabar.text.characters import squeeze
from khabar.text.particles import particles

_DOCTOR = word_list(__name__, "doctor")


def with_names(mentions: Sequence[Mention], text: str) -> tuple[Mention, ...]:
    """The mentions with a noun for one person and the name right behind it made one (`عميد البلدية سالم بوجازية`)."""
    kept: list[Mention] = []
    called: set[Span] = set()  # names with no office but a noun for one person before them
    for mention in mentions:
        last = kept[-1] if kept else None
        if last is not None and _tells_of(mention, last, text):
            continue  # `الصحفي سالم الحربي المعتقل منذ عام`
        bare = mention.kind is MentionKind.PERSON and mention.office is None
        short = last is not None and text[last.span.end - 2 : mention.span.start] in (" د. ", " د.")
        parted = last is not None and text[last.span.end : mention.span.start] in _DOCTOR
        if last is not None and bare and (short or (parted and last.kind is MentionKind.OFFICE)):
            # `وزير التعليم د. عزام حمد`: doctor
            office = Span(last.span.start, last.span.end - 2) if short else last.span
            span = last.span.cover(mention.span)
            kept[-1] = replace(mention, span=span, text=span.of(text), office=office.of(text), name=mention.span)
            continue
        if last is not None and bare and _is_title(last) and text[last.span.end : mention.span.start] == " ":
            span = last.span.cover(mention.span)
            called.add(span)
            kept[-1] = replace(
                mention,
                span=span,
                text=span.of(text),
                name=mention.name or mention.span,
                office=last.text,
                country=mention.country or last.country,
                sectors=mention.sectors or last.sectors,
            )
        else:
            kept.append(mention)
        plain = kept[-1].office is None or kept[-1].span in called
        if len(kept) > 1 and plain and _is_one_with(kept[-2], kept[-1], text):
            bearer = kept.pop()
            span = kept[-1].span.cover(bearer.span)
            title = Span(span.start, bearer.name.start).of(text).strip() if bearer.name is not None else None
            kept[-1] = replace(bearer, span=span, text=span.of(text), office=title)
    return tuple(kept)


def _is_one_with(noun: Mention, bearer: Mention, text: str) -> bool:
    """Whether two nouns for one person are joined before the name of both (`الناشط والمعارض المصري سالم حمد`)."""
    joined = bearer.name is not None and text[noun.span.end : bearer.span.start] == " و"
    titled = joined and bearer.name != bearer.span and bearer.text.startswith("ال")
    titled = titled and noun.text.endswith("ة") is bearer.text.split()[0].endswith("ة")
    return titled and _is_title(noun) and " " not in noun.text


def _tells_of(mention: Mention, bearer: Mention, text: str) -> bool:
    """Whether a mention only says what became of the bearer of the name right before it."""
    near = bearer.kind is MentionKind.PERSON and text[bearer.span.end : mention.span.start] == " "
    return near and mention.kind is MentionKind.UNNAMED and squeeze(mention.text) in particles().become


def _is_title(mention: Mention) -> bool:
    """Whether a mention is a definite noun for one person (`عميد البلدية`), as `?noun` keys tell (`names.mentions`)."""
    key = (mention.actor or "").split("|")
    definite = len(key) > 2 and key[2].startswith("d") and key[2].endswith("s")
    return mention.kind is MentionKind.UNNAMED and key[0] == "?noun" and definite
