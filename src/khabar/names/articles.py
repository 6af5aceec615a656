"""Words whose article print has run into `ل`: `للحكومة` is shown whole, as its letters cannot be parted.

The grammar reads `ل` and `الحكومة`; cut where it cuts them, the words of a record would be `لحكومة`.
"""

from __future__ import annotations

from dataclasses import replace

from khabar.records import Actor, Attribution, Event, Mention, MentionKind, Record, Span
from khabar.text.characters import squeeze
from khabar.text.wordlist import known_word

_NAMED = (MentionKind.PLACE, MentionKind.NATIONALITY)


def with_articles(record: Record) -> Record:
    """A record whose mentions and triggers begin with the whole first word where that has `ل` and the article.

    Offsets stay those of `Article.text`, and `Event.id` what it was; names of actors and offices, which are no words of
    the text, get their article back (`المتمردين`).
    """
    text = record.article.text
    cut = {m.actor: m.text for m in record.mentions if m.actor is not None and _is_cut(m, text)}
    return replace(
        record,
        mentions=tuple(_whole(m, text) for m in record.mentions),
        actors=tuple(_named(a, cut.get(a.id)) for a in record.actors),
        events=tuple(_event(e, text) for e in record.events),
        sources=tuple(_attribution(a, text) for a in record.sources),
    )


def _event(event: Event, text: str) -> Event:
    trigger = _widened(event.trigger, text)
    return replace(
        event,
        trigger=trigger,
        trigger_text=trigger.of(text),
        actors=tuple(_whole(m, text) for m in event.actors),
        recipients=tuple(_whole(m, text) for m in event.recipients),
        denied_by=tuple(replace(d, mention=_whole(d.mention, text)) for d in event.denied_by),
        also=tuple(_widened(s, text) for s in event.also),
    )


def _attribution(attribution: Attribution, text: str) -> Attribution:
    chain = tuple(
        replace(s, mention=_whole(s.mention, text)) if s.mention is not None else s for s in attribution.chain
    )
    return replace(attribution, chain=chain)


def _whole(mention: Mention, text: str) -> Mention:
    """A mention with the first letter of its first word, where the article stands behind it."""
    if not _is_cut(mention, text):
        return mention
    span, head = Span(mention.span.start - 1, mention.span.end), mention.head
    head = Span(span.start, head.end) if head.start == mention.span.start else head
    office = mention.office
    if office is not None and office.split()[0] == mention.text.split()[0]:
        office = f"ا{office}"
    return replace(mention, span=span, text=span.of(text), head=head, office=office)


def _named(actor: Actor, cut: str | None) -> Actor:
    """An actor who is called by the words of a mention whose article is cut off."""
    called = cut is not None and actor.name_ar.split()[:1] == cut.split()[:1]
    return replace(actor, name_ar=f"ا{actor.name_ar}") if called else actor


def _is_cut(mention: Mention, text: str) -> bool:
    """Whether a mention begins behind the first letter of `لل`, and not with a word of its own (`لليبيا`, `للجنة`)."""
    if not _behind_lam(mention.span, text):
        return False
    words = mention.text.split()
    follows = len(words) > 1 and words[1].startswith("ال")
    named = mention.kind in _NAMED and not known_word(squeeze(f"ا{words[0]}"))
    return follows or not (named or _is_own(words[0]))


def _is_own(word: str) -> bool:
    """Whether a word with `ل` is commoner than the one with the article (`لجنة`, but `الحكومة`)."""
    return known_word(squeeze(word)) > known_word(squeeze(f"ا{word}"))


def _widened(span: Span, text: str) -> Span:
    """A span with the letter before it, where that is the first of `لل` and the rest is no word of its own."""
    first = span.of(text).split()[0] if _behind_lam(span, text) else ""
    return Span(span.start - 1, span.end) if first and not _is_own(first) else span


def _behind_lam(span: Span, text: str) -> bool:
    """Whether a span begins with the second letter of a word with `لل`, which `و` or `ف` may open."""
    start = span.start
    if start < 1 or text[start - 1 : start + 1] != "لل":
        return False
    before = text[start - 2] if start > 1 else " "
    clitic = before in "وف" and not (start > 2 and text[start - 3].isalpha())
    return clitic or not before.isalpha()
