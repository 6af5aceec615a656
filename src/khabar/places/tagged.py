"""Places that the tagger of names shows: those of the gazetteer whose name alone would not do, and unlisted ones.

A town whose name is a word too (`الرمادي`), or one of those the gazetteer does not have (`سيبيتوكي`), is a place where
the tagger says so and a word for where stands before it (`في`, `قرب`, `بلدة`, an attached `ب`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from khabar.places.find import PlaceHit
from khabar.places.gazetteer import Gazetteer, Tier
from khabar.places.unlisted import PREFIX, is_plain, kinds
from khabar.records import Mention, MentionKind, Place
from khabar.text.tokens import Token
from khabar.text.wordlist import known_word

_TAGGED = ("?place", "?capital")
_COMMON = 50
"""How often the word list has a word that is hardly ever a name."""


def tagged(
    sentences: Sequence[Sequence[Token]], mentions: Sequence[Mention], hits: Sequence[PlaceHit], gazetteer: Gazetteer
) -> Iterator[PlaceHit]:
    """A hit for every mention that only the tagger takes for a place, with a cue before it, and no hit of `hits`."""
    for mention in mentions:
        if mention.kind is not MentionKind.PLACE or not (mention.actor or "").startswith(_TAGGED):
            continue
        if any(hit.span.overlaps(mention.span) for hit in hits):
            continue
        for number, tokens in enumerate(sentences):
            at = next((i for i, t in enumerate(tokens) if t.start <= mention.span.start < t.end), None)
            if at is not None:
                yield from _hit(number, tokens, at, mention, gazetteer)
                break


def _hit(number: int, tokens: Sequence[Token], at: int, mention: Mention, gazetteer: Gazetteer) -> Iterator[PlaceHit]:
    cue = gazetteer.cue(tokens[at - 1].norm) if at > 0 else None
    attached = mention.span.start > tokens[at].start and tokens[at].norm.lstrip("وف")[:1] == "ب"
    if not attached and (cue is None or cue[1] not in ("prep", "near", "kind", "inner")):
        return
    norms = [t.norm for t in tokens if mention.span.start < t.end and t.start < mention.span.end]
    norms[0] = norms[0][mention.span.start - tokens[at].start :]
    match = gazetteer.match(norms)
    # `ميدان العباسية` is no town called `ميدان`.
    whole = match is not None and (match.length == len(norms) or match.tier is not Tier.ORDINARY)
    known = tuple(gazetteer.lookup(norms)) if whole else ()
    ordinary, alone = gazetteer.is_ordinary(" ".join(norms)), len(norms) == 1
    if alone and ordinary and (known_word(norms[0]) > _COMMON or norms[0] in kinds()):
        return  # `وزارة الداخلية في بيان`, `هجوم على معسكر بمأرب`
    if alone and not known and (_describes(norms[0]) or _is_one_more(norms[0])):
        return
    behind_a_kind = cue is not None and cue[1] == "kind"  # `منطقة كرداسي`, but `في فريقي`
    if not known and (ordinary or (alone and (len(norms[0]) < 4 or (not behind_a_kind and is_plain(norms[0]))))):
        return
    level = cue[2] if cue is not None else None
    place = Place(PREFIX + " ".join(norms), mention.text, "", None, level or 4)
    word, kind = ("ب", "prep") if attached or cue is None else cue[:2]
    yield PlaceHit(mention.span, mention.text, number, known or (place,), word, kind, None, level)


def _describes(norm: str) -> bool:
    """Whether a word is an adjective of belonging that print has with the article (`بلدة استراتيجية`)."""
    return norm.endswith(("ي", "يه")) and not norm.startswith("ال") and known_word("ال" + norm) > 0


def _is_one_more(norm: str) -> bool:
    """Whether a word joins one or two more places of a kind, and no name (`مدينة وبلدة غرب إدلب`, `قرية وبلدتين`)."""
    bare = norm[1:]
    return norm.startswith("و") and (bare in kinds() or bare.removesuffix("تين").removesuffix("تان") + "ه" in kinds())
