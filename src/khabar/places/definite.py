"""Places taken up by their kind noun alone: `في المدينة`, `عند المعبر`, `أهالي القرية`, after the place was named.

A noun of a site or square (`المعبر`, `الميدان`) needs a place told with that very noun; one of a town or province takes
the last place told before it of that level, and a town the place the report was written in where none was told.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from khabar.places.nouns import CLITICS, kind_noun, squeezed_nouns
from khabar.records import Place, Span
from khabar.text.tokens import Token


def _nouns() -> dict[str, frozenset[str]]:
    return squeezed_nouns("taken_up")


@lru_cache(maxsize=1)
def _kinds() -> frozenset[str]:
    return frozenset(noun for name, words in _nouns().items() if name != "same" for noun in words)


def takes_up(norm: str) -> bool:
    """Whether a squeezed word is a kind noun with its article, which alone takes up a place told before."""
    return norm.startswith("ال") and norm[2:] in _kinds()


def definite(
    sentences: Sequence[Sequence[Token]],
    placed: Sequence[tuple[Span, Place]],
    home: Place | None,
    capital: Place | None = None,
) -> Iterator[tuple[Span, Span | None, Place]]:
    """Span of each such noun, without clitics, that of the name it takes up (None where none is told), and the place.

    `placed` are the places told, by span; `home` is where the report was written, `capital` that of the country it is
    about.
    """
    told = sorted(placed, key=lambda p: p[0])
    before = _words_before(sentences, told)
    for tokens in sentences:
        for at, token in enumerate(tokens):
            noun = _noun(token.norm)
            if not noun or _is_described(tokens, at) or any(s.overlaps(_span(token)) for s, _ in told):
                continue
            meant = _meant(noun, [p for p in told if p[0].end <= token.start], before)
            start = token.end - len(noun) - 2
            if noun in _nouns()["capitals"] and any(0 < s.start - token.end <= 2 for s, _ in told):
                continue  # `العاصمة طرابلس`
            if meant is not None:
                yield Span(start, token.end), *meant
            elif home is not None and noun in _nouns()["towns"]:
                yield Span(start, token.end), None, home
            elif capital is not None and noun in _nouns()["capitals"]:
                yield Span(start, token.end), None, capital


def _span(token: Token) -> Span:
    return Span(token.start, token.end)


@lru_cache(maxsize=32768)
def _noun(word: str) -> str:
    """The kind noun that a squeezed definite word is, without clitics; nothing where it is none."""
    for clitic in CLITICS:
        for article in ("ال", "لل") if not clitic else ("ال",):
            norm = word.removeprefix(clitic) if word.startswith(clitic) else ""
            noun = norm.removeprefix(article) if norm.startswith(article) else ""
            if noun in _kinds():
                return noun
    return ""


def _is_described(tokens: Sequence[Token], at: int) -> bool:
    """Whether an adjective tells which one is meant (`المدينة القديمة`, `المنطقة الشرقية`), or a name follows."""
    norm = tokens[at + 1].norm if at + 1 < len(tokens) else ""
    if norm in _nouns()["same"]:
        return False
    return norm.startswith("ال") and len(norm) > 4


def _words_before(sentences: Sequence[Sequence[Token]], told: Sequence[tuple[Span, Place]]) -> dict[Span, str]:
    """The folded kind noun told with each place: the word before it, or the first of its own."""
    found: dict[Span, str] = {}
    starts = [span.start for span, _ in told]
    for tokens in sentences:
        ends = (tokens[0].start, tokens[-1].end) if tokens else (0, 0)
        for span, _ in told[bisect_left(starts, ends[0]) : bisect_left(starts, ends[1])]:
            at = next((i for i, t in enumerate(tokens) if t.start <= span.start < t.end), None)
            if at is not None:
                words = (tokens[at - 1].norm if at else "", tokens[at].norm)
                found[span] = next((_bare(w) for w in words if _bare(w)), "")
    return found


@lru_cache(maxsize=32768)
def _bare(norm: str) -> str:
    return kind_noun(norm, _kinds())


def _meant(
    noun: str, told: Sequence[tuple[Span, Place]], before: dict[Span, str]
) -> tuple[Span, Place] | None:
    """The place a kind noun takes up, of those told before it."""
    same = [t for t in told if before.get(t[0]) == noun]
    kind = next(name for name, words in _nouns().items() if noun in words)
    if kind == "sites":
        return same[-1] if same else None
    if kind == "capitals":
        return next((t for t in reversed(told) if t[1].feature_code == "PPLC"), None)
    levels = {"provinces": (2,), "areas": (3, 4, 5)}.get(kind, (3, 4))
    fitting = [t for t in told if t[1].level in levels]
    if kind in ("towns", "areas"):
        # A capital is mostly told for its government.
        same = same or [t for t in fitting if t[1].feature_code != "PPLC"]
    return next(reversed(same or fitting), None)
