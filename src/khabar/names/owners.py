"""Whose people told of with a pronoun are, and so of which country: `أعلنت وزارة الدفاع الروسية أن قواتها`."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Sequence
from dataclasses import replace

from khabar.lexicon.words import word_list
from khabar.records import Article, Mention, MentionKind, Place, Sentence, Span
from khabar.text.characters import squeeze
from khabar.text.nouns import pronoun_at_end
from khabar.text.wordlist import known_word

_FEMININE = word_list(__name__, "feminine")
_MEN = (MentionKind.PERSON, MentionKind.OFFICE)
_OWNED = (MentionKind.UNNAMED, MentionKind.OFFICE)
_SEATED = (MentionKind.GROUP, MentionKind.OFFICE)
_BODIES = (MentionKind.GROUP, MentionKind.UNNAMED)


def with_owners(
    article: Article, sentences: Sequence[Sentence], mentions: Sequence[Mention], states: Container[str]
) -> list[Mention]:
    """The mentions of an article, people told of with a pronoun as ones of the country of whom it stands for.

    That is the nearest before them in their sentence whom the pronoun fits, else the only one told of behind them
    (`ردا على اغتيال أحد قادتها، أطلقت الحركة صواريخ`). `states` are the codes of countries.
    """
    starts = [s.span.start for s in sentences]
    here = [bisect_right(starts, m.span.start) for m in mentions]
    found = list(mentions)
    for k, mention in enumerate(mentions):
        if mention.country or mention.kind not in _OWNED or not (pronoun := _pronoun(mention.text)):
            continue
        apart = [j for j, other in enumerate(mentions) if not mention.span.overlaps(other.span)]
        first = here[k] == 1  # `ردا على مقتل أحد جنوده.. الجيش يقصف قرى` opens with two sentences
        near = [j for j in apart if here[j] == here[k]] or [j for j in apart if first and here[j] == 2]
        fitting = [j for j in near if _fits(mentions[j], pronoun)]
        before = [j for j in fitting if j < k and article.text[mentions[j].span.end : mention.span.start].strip()]
        behind = fitting if not any(j < k for j in near) else []
        owner = before[-1] if before else behind[0] if behind else None
        if owner is not None and found[owner].country in states:
            found[k] = replace(mention, country=found[owner].country)
    return found


def seated(mentions: Sequence[Mention], seats: Sequence[tuple[Span, Place, float]]) -> list[Mention]:
    """The mentions, bodies and offices with a place in their name as ones of its country (`شرطة عدن`, `والي صفاقس`).

    `seats` are the places inside names, with how sure each is.
    """
    found = list(mentions)
    for span, place, sure in seats:
        for k, mention in enumerate(found):
            if mention.country is None and mention.kind in _SEATED and mention.span.contains(span) and sure > 0.5:
                found[k] = replace(mention, country=place.country)
    return found


def _pronoun(text: str) -> str:
    """The pronoun on a noun of a mention (`49 من موظفيها`: `ها`), or nothing."""
    for word in text.split():
        norm = squeeze(word)
        noun = norm[:-2] + "ه" if word.endswith("ته") else norm[:-1]
        ends = word.endswith(("ها", "هم", "هما")) or (word.endswith("ه") and known_word(noun) > 0)
        if ends and len(norm) > 3 and not norm.startswith("ال"):
            return pronoun_at_end(norm)
    return ""


def _fits(mention: Mention, pronoun: str) -> bool:
    """Whether a pronoun of one can stand for somebody: `ها` for a state or force, `ه` for a man or army."""
    first = squeeze(mention.text.split()[0])
    if mention.kind is MentionKind.PLACE:
        return pronoun == "ها" and "state-" in (mention.actor or "")
    if mention.kind in _MEN:
        return pronoun == ("ها" if first.endswith("ه") else "ه")
    if mention.kind not in _BODIES or pronoun not in ("ها", "ه"):
        return False
    return (first.endswith(("ه", "ات")) or first in _FEMININE) == (pronoun == "ها")
