"""Places taken up by their kind noun alone: `في المدينة`, `عند المعبر`, `أهالي القرية`, after the place was named.

A noun of a site or square (`المعبر`, `الميدان`) needs a place told with that very noun; one of a town or province takes
the last place told before it of that level, and a town the place the report was written in where none was told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from khabar.places.gazetteer import Gazetteer
from khabar.records import Place, Span
from khabar.text.tokens import Token

_TOWNS = frozenset({"مدينه", "بلده", "قريه"})
_DISTRICTS = frozenset({"قضاء", "مديريه", "معتمديه", "ناحيه"})
_PROVINCES = frozenset({"ولايه", "محافظه", "اقليم"})
_SITES = frozenset({
    "معبر", "ميناء", "مطار", "ميدان", "ساحه", "مخيم", "حي", "جزيره", "منفذ", "قاعده", "معسكر", "سجن", "جسر", "ملعب",
})  # fmt: skip
_HERE = frozenset({"منطقه"})
_CLITICS = ("", "و", "ف", "ب", "ل", "وب", "ول", "فب")
_SAME = frozenset({"ذاتها", "نفسها", "ذاته", "نفسه", "المذكوره", "المذكور", "الحدوديه", "الحدودي", "المحاصره", "المنكوبه"})
"""Adjectives behind which the noun is still the place told."""


def definite(
    sentences: Sequence[Sequence[Token]], placed: Sequence[tuple[Span, Place]], home: Place | None, gazetteer: Gazetteer
) -> Iterator[tuple[Span, Span | None, Place]]:
    """Span of each such noun, without clitics, that of the name it takes up (None for `home`), and the place.

    `placed` are the places told, by span; `home` is where the report was written.
    """
    told = sorted(placed, key=lambda p: p[0])
    before = _words_before(sentences, told)
    for tokens in sentences:
        for at, token in enumerate(tokens):
            noun, start = _noun(token)
            if not noun or _is_described(tokens, at, gazetteer) or any(s.overlaps(_span(token)) for s, _ in told):
                continue
            meant = _meant(noun, [p for p in told if p[0].end <= token.start], before)
            if meant is not None:
                yield Span(start, token.end), *meant
            elif home is not None and noun in _TOWNS:
                yield Span(start, token.end), None, home


def _span(token: Token) -> Span:
    return Span(token.start, token.end)


def _noun(token: Token) -> tuple[str, int]:
    """The kind noun a definite word is, and where it begins behind its clitics; nothing where it is none."""
    for clitic in _CLITICS:
        for article in ("ال", "لل") if not clitic else ("ال",):
            norm = token.norm.removeprefix(clitic) if token.norm.startswith(clitic) else ""
            noun = norm.removeprefix(article) if norm.startswith(article) else ""
            if noun in _TOWNS | _DISTRICTS | _PROVINCES | _SITES | _HERE:
                return noun, token.end - len(noun) - 2
    return "", 0


def _is_described(tokens: Sequence[Token], at: int, gazetteer: Gazetteer) -> bool:
    """Whether an adjective tells which one is meant (`المدينة القديمة`, `المنطقة الشرقية`), or a name follows."""
    norm = tokens[at + 1].norm if at + 1 < len(tokens) else ""
    if norm in _SAME:
        return False
    return norm.startswith("ال") and len(norm) > 4


def _words_before(sentences: Sequence[Sequence[Token]], told: Sequence[tuple[Span, Place]]) -> dict[Span, str]:
    """The folded kind noun told with each place: the word before it, or the first of its own."""
    found: dict[Span, str] = {}
    for tokens in sentences:
        for span, _ in told:
            at = next((i for i, t in enumerate(tokens) if t.start <= span.start < t.end), None)
            if at is not None:
                words = (tokens[at - 1].norm if at else "", tokens[at].norm)
                found[span] = next((_bare(w) for w in words if _bare(w)), "")
    return found


def _bare(norm: str) -> str:
    nouns = _TOWNS | _DISTRICTS | _PROVINCES | _SITES
    return next((norm[len(c) :] for c in _CLITICS if norm.startswith(c) and norm[len(c) :] in nouns), "")


def _meant(
    noun: str, told: Sequence[tuple[Span, Place]], before: dict[Span, str]
) -> tuple[Span, Place] | None:
    """The place a kind noun takes up, of those told before it."""
    same = [t for t in told if before.get(t[0]) == noun]
    if noun in _SITES:
        return same[-1] if same else None
    levels = {2} if noun in _PROVINCES else {3, 4} if noun in _TOWNS | _DISTRICTS else {3, 4, 5}
    fitting = [t for t in told if t[1].level in levels]
    if noun in _TOWNS or noun in _HERE:
        # A capital is mostly told for its government.
        same = same or [t for t in fitting if t[1].feature_code != "PPLC"]
    return next(reversed(same or fitting), None)
