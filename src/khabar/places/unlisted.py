"""Places the gazetteer does not have, by their kind noun: `قرية غومسوري`, `ساحة التحرير`.

The kind noun is indefinite, so what follows is its genitive, a name, unless it is an adjective. A name without the
article must be a word that print knows as no other; one with it may be a plain word after nouns of squares and streets
(`ساحة التحرير`), which name such a place whole. None has a point on the map; `settle` gives it the country the report
is about, and to quarters and squares the point of the town told beside them.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from functools import lru_cache

from khabar.places.gazetteer import Gazetteer
from khabar.places.nouns import is_imprisoning, kind_noun, place_nouns
from khabar.records import Place, Span
from khabar.text.characters import squeeze
from khabar.text.tokens import Token
from khabar.text.wordlist import known_word

PREFIX = "unlisted:"
INFLECTED = ("ها", "هم", "هن", "هما", "نا", "ات", "تين", "تي", "ون")
"""How words with a pronoun, and plurals and duals, end."""
_PLAIN = re.compile(r"(ان..ا.|ا.ت.ا.|است..ا.|ت..ي.|ا..ا.|ا.ا.ي.)(ه|ي|نا|هم|ها|ات)?|.{3,4}(تين|نا)|.{3,4}ي")
"""The shapes of verbal nouns, of a broken plural and of nouns with an ending, squeezed."""


@lru_cache(maxsize=1)
def _nouns() -> dict[str, dict[str, int]]:
    """Kind nouns to levels, by class (see `lexicon/places/nouns.toml`), folded."""
    named = place_nouns()["named"]
    return {
        name: {squeeze(w): level for w, level in words.items()} for name, words in named.items() if name != "no_squares"
    }


@lru_cache(maxsize=1)
def kinds() -> dict[str, int]:
    """Kind nouns to levels, folded."""
    return {noun: level for words in _nouns().values() for noun, level in words.items()}


@lru_cache(maxsize=1)
def _no_squares() -> frozenset[str]:
    return frozenset(squeeze(word) for word in place_nouns()["named"]["no_squares"]["words"])


def unlisted(
    sentences: Sequence[Sequence[Token]], taken: Sequence[Span], gazetteer: Gazetteer
) -> Iterator[tuple[int, Span, str, Place]]:
    """Number of the sentence, span of the name, kind noun and a place made up, for names that overlap none `taken`."""
    starts = {span.start for span in taken}
    for number, tokens in enumerate(sentences):
        for at in range(len(tokens) - 1):
            kind = _kind(tokens[at].norm)
            his = tokens[at].text.endswith("ه")  # `بلده` with ه is his country
            if kind in _nouns()["several"]:
                for token in _in_a_row(kind, tokens, at + 1, starts, gazetteer):
                    yield number, token.span, kind, _made(kind, [token], kinds()[kind])
            elif kind and not his and not is_imprisoning(tokens, at):
                length = _name(kind, tokens, at + 1, gazetteer)
                name = tokens[at + 1 : at + 1 + length]
                if not length or any(token.start in starts for token in name):
                    continue
                if kind == "ناحيه" and at > 0 and tokens[at - 1].norm.endswith("من"):
                    continue  # `من ناحية ...`
                shown = [tokens[at], *name] if kind in _nouns()["squares"] else name
                start = shown[0].end - len(kind) if kind in _nouns()["squares"] else shown[0].start
                yield number, Span(start, name[-1].end), kind, _made(kind, shown, kinds()[kind])


def _in_a_row(
    kind: str, tokens: Sequence[Token], at: int, taken: Container[int], gazetteer: Gazetteer
) -> Iterator[Token]:
    """The names of one word, joined by `و`, behind a noun that tells of several, without those `taken` already."""
    for number, token in enumerate(tokens[at:]):
        if number:
            if not token.norm.startswith("و"):
                return
            token = token._replace(start=token.start + 1, text=token.text[1:], norm=token.norm[1:])
        if token.start in taken:
            continue
        if token.kind != "word" or not _name(kind, [token], 0, gazetteer):
            return
        yield token


@lru_cache(maxsize=32768)
def _kind(norm: str) -> str:
    """The kind noun a squeezed word is, without clitics, or nothing."""
    return kind_noun(norm, kinds())


def _made(kind: str, name: Sequence[Token], level: int) -> Place:
    """A place of a name; that of a square has its noun, without clitics."""
    norms = [token.norm for token in name]
    words = [token.text for token in name]
    if kind in _nouns()["squares"]:
        norms[0], words[0] = kind, words[0][-len(kind) :]
    return Place(PREFIX + " ".join(norms), " ".join(words), "", None, level)


def _is_name(norm: str) -> bool:
    """Whether a word is none that print has often: `معبر نصيب`, but `معبر حدودي`, `معسكر الجيش`."""
    bare = norm.removeprefix("ال")
    return len(bare) > 1 and not norm.endswith(INFLECTED) and known_word("ال" + bare) == 0 and known_word(bare) < 3


def _name(kind: str, tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> int:
    """How many tokens the name at `at` has, 0 where it is none."""
    token, norm = tokens[at], tokens[at].norm
    cue = gazetteer.cue(norm)
    if cue is not None and cue[1] == "head" and at + 1 < len(tokens) and tokens[at + 1].kind == "word":
        return 2
    if token.kind != "word" or len(norm) < 3 or cue is not None or gazetteer.nationality(norm) is not None:
        return 0
    if norm.startswith("لل"):
        return 0  # `مخيم للنازحين`: the preposition and the article
    if norm.startswith("ال"):
        return _articled(kind, norm, gazetteer)
    if kind == "ساحه" and len(norm) < 6:
        return 0  # `برأت المحكمة ساحة رقيب`
    if gazetteer.is_ordinary(norm) or not _is_name(norm) or _is_verb(norm) or is_adjective(norm, kind):
        return 0
    longer = at + 1 < len(tokens) and tokens[at + 1].kind == "word" and len(tokens[at + 1].norm) > 1
    following = tokens[at + 1].norm if longer else "ال"
    joined = not following.startswith(("ال", "و", "ب", "ل", "ي", "ت")) and known_word(following) == 0
    return 2 if joined and _is_name(following) and gazetteer.cue(following) is None else 1


def _articled(kind: str, norm: str, gazetteer: Gazetteer) -> int:
    """1 where a word with the article is the name after a kind noun."""
    if len(norm) < 5:
        return 0
    if kind in _nouns()["squares"]:
        described = norm.endswith("يه") or (norm.endswith("ي") and known_word(norm) + known_word(norm[2:]) > 0)
        return 0 if norm in _no_squares() or described else 1
    if kind in _nouns()["sites"] or kind in _nouns()["several"] or kind == "مدينه" or kind == "جزيره":
        return 1 if _is_name(norm) else 0
    return 0 if gazetteer.is_ordinary(norm) and kind not in _nouns()["quarters"] else 1


def is_plain(norm: str) -> bool:
    """Whether an unknown squeezed word is shaped as a verbal noun, a broken plural, a dual or a noun with a pronoun.

    `في انتظاري`, `في أذهان`, `في فريقنا`.
    """
    return _PLAIN.fullmatch(norm) is not None


def _is_verb(norm: str) -> bool:
    """Whether an unknown word begins as a verb or a word with clitics may: `قرية تقع`, `مدينة وصلها`."""
    if norm[0] in "تي" or (norm[0] == "س" and norm[1] in "تيان" and len(norm) < 8):
        return True
    return norm[0] in "وفبل" and (known_word(norm[1:]) > 0 or known_word("ال" + norm[1:]) > 0 or norm.endswith("ها"))


def is_adjective(norm: str, kind: str) -> bool:
    """Whether an unknown word has the shape of an adjective or participle: `قرية نائية`, `مدينة محاصرة`."""
    if norm.endswith("يه") or (norm.endswith("ي") and not kind.endswith("ه") and known_word(norm) > 0):
        return True
    if len(norm) == 5 and norm[0] == "م" and norm[3] == "و":
        return True  # `حي معزول`
    return norm.endswith("ه") and (norm[0] == "م" or (len(norm) == 5 and norm[1] == "ا") or norm[0] == "ذ")
