"""Places that only tell where another one lies: `بلدة خربتا غرب رام الله`, `قرية كذا القريبة من الحدود مع السودان`.

Nothing happened there: the place told right before them is meant, or, behind a border, none that is named.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from khabar.lexicon.words import word_list
from khabar.places.nouns import kind_noun, squeezed_nouns
from khabar.places.shown import is_side
from khabar.places.unlisted import kinds
from khabar.records import Place, Span
from khabar.text.tokens import Token

_LONGEST = 10
"""How many words stand between two places of which one tells where the other lies (`على بعد 20 كيلومترا إلى ...`)."""
_DISTRICT = 3
_MARKS = word_list(__name__, "marks")


def _words() -> dict[str, frozenset[str]]:
    return squeezed_nouns("landmarks")


def landmarks(sentences: Sequence[Sequence[Token]], placed: Sequence[tuple[Span, Place]]) -> frozenset[Span]:
    """The spans, of the places told, of those that only tell where another lies, or behind which border.

    `placed` are the places told in a report, in its order; `sentences` its tokens; offsets are into the text.
    """
    found: set[Span] = set()
    for tokens in sentences:
        if tokens:
            whole = Span(tokens[0].start, tokens[-1].end)
            found.update(_of_sentence(tokens, [p for p in placed if whole.contains(p[0])]))
    return frozenset(found)


def _of_sentence(tokens: Sequence[Token], placed: Sequence[tuple[Span, Place]]) -> Iterator[Span]:
    for number, (span, place) in enumerate(placed):
        at = next(i for i, t in enumerate(tokens) if span.start < t.end)
        before = [t.norm for t in tokens[:at]]
        if before and kind_noun(before[-1], kinds()):
            before.pop()
        if _is_beyond_a_border(before):
            yield span
        elif number:
            last, nearer = placed[number - 1]
            words = before[sum(t.start < last.end for t in tokens) :]
            is_finer = nearer.level >= min(place.level, _DISTRICT) and nearer.id != place.id
            if is_finer and 0 < len(words) <= _LONGEST and _tells_where(words):
                yield span


def _is_beyond_a_border(before: Sequence[str]) -> bool:
    """Whether words end in `الحدود مع`, an adjective between or not."""
    led = bool(before) and before[-1] == "مع"
    return led and any(word[-6:] in _words()["borders"] for word in before[-3:-1])


def _tells_where(words: Sequence[str]) -> bool:
    """Whether the words between two places say that the first lies beside the second."""
    left = [w for w in words if w and w not in _MARKS]  # a stray tatweel is an empty word
    while left and left[0].removeprefix("و") in _words()["lying"]:
        left = left[1:]
    if left and ("بعد" in left[:2] or left[0][0].isdigit()):  # `على بعد 30 كيلومترا إلى الشمال من`, `(124 كلم غرب`
        left = [w for w in left if not w[0].isdigit() and w not in _words()["distances"]]
    if left and left[0] in _words()["beside"]:
        return left[1:] in ([], ["من"])
    left = [w.removeprefix("ال") for w in left if w not in ("الي", "من")]
    return bool(left) and all(map(is_side, left))
