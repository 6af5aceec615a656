"""People whom a report has named in full, named again: by the surname alone, or in full where the tagger misses it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence

from khabar.names.index import heads
from khabar.names.parts import after_letters, articled
from khabar.records import Mention, MentionKind, Span
from khabar.text.characters import squeeze
from khabar.text.tokens import Token
from khabar.text.wordlist import known_word


def named_again(text: str, sentences: Sequence[Sequence[Token]], found: Sequence[Mention]) -> Iterator[Mention]:
    """Mentions of people whom the report names in full elsewhere: their surnames alone (`وأضاف المرايحي`), and their
    full names where the tagger has missed them.
    """
    surnames, full = set[str](), dict[str, set[tuple[str, ...]]]()
    for mention in found:
        first, *rest = map(squeeze, (mention.name.of(text) if mention.name else mention.text).split())
        if mention.kind is MentionKind.PERSON and rest:
            full.setdefault(first, set()).add(tuple(rest))
            if _is_surname(rest[-1]):
                surnames.add(rest[-1])
    if not full:
        return
    taken = sorted(m.span for m in found)
    endings = {name[-2:] for name in surnames}
    for tokens in sentences:
        i = 0
        while i < len(tokens):
            end = _again(tokens, i, full.get(tokens[i].norm, ()))
            near = tokens[i].norm[-2:] in endings
            shift = 0 if end > i else _surname(tokens, i, surnames) if near else None
            if shift is None:
                i += 1
                continue
            span = Span(after_letters(tokens[i], shift), tokens[max(i, end - 1)].end)
            if _is_free(span, taken):
                sure = 0.9 if end > i else 0.8
                yield Mention(span, span.of(text), MentionKind.PERSON, span, span, "?name", sure=sure)
                i = max(i, end - 1)
            i += 1


def _is_free(span: Span, taken: Sequence[Span]) -> bool:
    """Whether none of the sorted spans has words of this one."""
    k = bisect_left(taken, span)
    return (k == 0 or taken[k - 1].end <= span.start) and (k == len(taken) or taken[k].start >= span.end)


def _surname(tokens: Sequence[Token], i: int, surnames: Container[str]) -> int | None:
    """How many letters before a surname at `i` are clitics; None where there is none."""
    token = tokens[i]
    shift = next((s for s, p, w in heads(token.norm) if w in surnames and p in ("", "ب", "ل")), None)
    if shift is None or token.kind != "word":
        return None
    described = i > 0 and articled(tokens[i - 1].norm) and token.norm.endswith("ي")
    return None if described else shift  # `الوطن العربي`


def _again(tokens: Sequence[Token], i: int, names: Iterable[tuple[str, ...]]) -> int:
    """The end of a full name that begins at `i` and that the report gives elsewhere, or `i`."""
    ends = [i + 1 + len(rest) for rest in names if tuple(t.norm for t in tokens[i + 1 : i + 1 + len(rest)]) == rest]
    return max(ends, default=i)


def _is_surname(norm: str) -> bool:
    """Whether a squeezed last name can hardly be another word where it stands alone."""
    if articled(norm):
        return len(norm) > 4 and known_word(norm) <= 10
    return len(norm) > 3 and known_word(norm) == 0 and known_word("ال" + norm) == 0
