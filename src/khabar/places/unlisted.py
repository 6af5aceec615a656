"""Places the gazetteer does not have, shown by their kind noun alone: `قرية غومسوري`, `حي الماجوري`.

The kind noun is indefinite, so what follows is its genitive, a name, unless it is an adjective. After a feminine noun
an adjective would end in ة; after a masculine one only a name with the article is taken. Such a place has no point on
the map; `settle` gives it the country the report is about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from khabar.places.gazetteer import Gazetteer
from khabar.records import Place, Span
from khabar.text.tokens import Token
from khabar.text.wordlist import known_word

PREFIX = "unlisted:"
_FEMININE = frozenset({"قريه", "بلده"})
_MASCULINE = frozenset({"حي", "مخيم"})
_SITES = frozenset({"معبر", "منفذ", "سجن", "مطار", "ميناء", "حاجز", "جبهه", "سد", "قاعده", "معسكر", "مديريه", "ناحيه"})
"""Nouns of sites, whose name is one that print knows as no other word, or has the article."""
_FORMS = frozenset(p + k for p in ("", "و", "ف", "ب", "ل", "وب", "ول") for k in _FEMININE | _MASCULINE | _SITES)


def unlisted(
    sentences: Sequence[Sequence[Token]], taken: Sequence[Span], gazetteer: Gazetteer
) -> Iterator[tuple[int, Span, str, Place]]:
    """Number of the sentence, span of the name, kind noun and a place made up, for names that overlap none `taken`."""
    starts = {span.start for span in taken}
    for number, tokens in enumerate(sentences):
        for at in range(len(tokens) - 1):
            if tokens[at].norm not in _FORMS or tokens[at].text.endswith("بلده"):  # his country
                continue
            found = gazetteer.cue(tokens[at].norm)
            if found is None:
                continue
            length = _name(found[0], tokens, at + 1, gazetteer)
            name = tokens[at + 1 : at + 1 + length]
            if not length or any(token.start in starts for token in name):
                continue
            words = " ".join(token.norm for token in name)
            place = Place(PREFIX + words, " ".join(t.text for t in name), "", None, found[2] or 4)
            yield number, Span(name[0].start, name[-1].end), found[0], place


def _is_name(norm: str) -> bool:
    """Whether a word is none that print has often: `معبر نصيب`, but `معبر حدودي`, `معسكر الجيش`."""
    bare = norm.removeprefix("ال")
    return known_word("ال" + bare) == 0 and known_word(bare) < 3


def _name(kind: str, tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> int:
    """How many tokens the name at `at` has, 0 where it is none."""
    token = tokens[at]
    cue = gazetteer.cue(token.norm)
    if cue is not None and cue[1] == "head" and at + 1 < len(tokens) and tokens[at + 1].kind == "word":
        return 2
    if token.kind != "word" or len(token.norm) < 4 or cue is not None or gazetteer.is_ordinary(token.norm):
        return 0
    if token.norm.startswith("ال"):
        return 0 if kind in _SITES and not _is_name(token.norm) else 1
    if kind in _SITES:
        return 1 if _is_name(token.norm) and not token.norm.endswith(("ي", "يه")) else 0
    if kind in _MASCULINE or token.norm.endswith("ه") or token.norm[0] in "تيوفبلس":
        return 0
    return 1
