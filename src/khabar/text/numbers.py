"""Numbers of a sentence: in words and digits, about, at least, at most, from and to, and duals of counted nouns."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from khabar.lexicon.cache import ROOT
from khabar.records import Quantity, Span, Time
from khabar.text.characters import has_marks, squeeze
from khabar.text.number_words import Words, norms_of, number_words, read_cardinal
from khabar.text.particles import particles
from khabar.text.tokens import Token

COUNTED_FILE = ROOT / "times" / "counted.tsv"
_PERCENT = frozenset(map(squeeze, ("المئة", "المائة", "المية", "بالمئة", "بالمائة", "بالمية")))
_PERCENT_SIGNS = ("%", "٪")
_MONTH_DAY = frozenset(
    map(squeeze, ("صباحا", "مساء", "ظهرا", "فجرا", "عصرا", "ليلا", "م", "ه", "ميلادي", "ميلادية", "هجري", "هجرية"))
)
_SCORE = ("-", "–", "/", ":")
_TO = frozenset(map(squeeze, ("إلى", "حتى", "أو", "لـ")))


class Core(NamedTuple):
    """A number without its bounds: values, the tokens it takes, letters of clitics before its first word."""

    low: int
    high: int | None
    exact: bool
    first: int
    next: int
    prefix: int
    scale: int = 1
    ranged: bool = False


def value_of(words: Sequence[str]) -> int | None:
    """The value of a number that takes all of `words` (words or digits, clitics allowed), or None.

    >>> value_of(["مئة", "وخمسة", "وعشرين"])
    125
    """
    norms = [squeeze(w) for w in words]
    found = read_cardinal(norms, 0) if norms and all(norms) else None
    return found[0] if found is not None and found[1] == len(norms) else None


def find_quantities(text: str, tokens: Sequence[Token], times: Sequence[Time] = ()) -> tuple[Quantity, ...]:
    """The numbers among the tokens of one sentence, in order; spans are offsets into `text`.

    A span holds the number's words with those that bound it (`ما لا يقل عن 60`), without the noun it counts, except
    where the noun is the number (the dual `جنديان`). `أكثر من مئة` has 100 as its least and no most. Percentages,
    years, dates, clock times and numbers that are names (`القرار 1701`) are left out; `times` are the sentence's
    times as `khabar.times.find.find_times` gives them: numbers inside a date or a clock time are left out too.
    """
    words = number_words()
    duals, months = _duals(), _month_names()
    norms = norms_of(tokens)
    taken = [t.span for t in times if t.kind != "duration"]
    found: list[Quantity] = []
    done, i, count = 0, 0, len(norms)
    while i < count:
        norm = norms[i]
        if norm not in words.atoms and norm not in words.vague and norm not in duals and not norm[0].isdigit():
            i += 1
            continue
        core = _core(norms, i, words, duals)
        if core is None or not _counts(tokens, norms, core, words, months):
            i = core.next if core is not None else i + 1
            continue
        core, first, bound, joined = _bounded(norms, core, done, words)
        quantity = _quantity(text, tokens, core, first, bound, joined)
        if not any(quantity.span.overlaps(t) for t in taken):
            found.append(quantity)
        done = i = core.next
    return tuple(found)


def _core(norms: Sequence[str], i: int, words: Words, duals: dict[str, int]) -> Core | None:
    """The number that begins at `i`, a range with its other end among it, or None."""
    core = _single(norms, i, words, duals)
    if core is None or core.high is None:
        return core
    j = core.next
    if j + 1 >= len(norms):
        return core
    between = i > 0 and norms[i - 1] in ("بين", "وبين")
    if norms[j] in _TO or (between and norms[j] == "و"):
        other = _single(norms, j + 1, words, {})
    elif between and (atom := words.atoms.get(norms[j])) and atom.joined:
        other = _single(norms, j, words, {})
    else:
        return core
    if other is None or other.high is None or not other.exact or not core.exact:
        return core
    scale = other.scale if other.scale > 1 and core.scale == 1 and core.low * other.scale < other.high else 1
    low = core.low * scale
    if low >= other.high:
        return core
    return Core(low, other.high, False, i, other.next, core.prefix, ranged=True)


def _single(norms: Sequence[str], i: int, words: Words, duals: dict[str, int]) -> Core | None:
    """One number at `i`: exact, vague, dual, or two digits with a dash (`10-15`)."""
    norm = norms[i]
    if (read := read_cardinal(norms, i)) is not None:
        atom = words.atoms.get(norm)
        return Core(read[0], read[0], True, i, _said_again(norms, i, read), atom.prefix if atom else 0, read[2])
    if norm in words.vague:
        return _vague(norms, i, words)
    if norm in duals:
        pair = i + 1 < len(norms) and norms[i + 1] in particles().twos
        return Core(2, 2, True, i, i + (2 if pair else 1), duals[norm])
    atom = words.atoms.get(norm)
    if atom is not None and atom.kind == "one_of":
        return Core(1, 1, True, i, i + 1, atom.prefix) if _one_of(norms, i, words) else None
    if norm[0].isdigit() and norm.count("-") == 1:
        low, _, high = norm.partition("-")
        if low.isdigit() and high.isdigit() and len(low) <= 3 and len(high) <= 3 and int(low) < int(high):
            after = norms[i + 1] if i + 1 < len(norms) else ""
            if len(after) > 2 and not after.startswith("ال") and after not in particles().prepositions:
                return Core(int(low), int(high), False, i, i + 1, 0)
    return None


def _said_again(norms: Sequence[str], i: int, read: tuple[int, int, int]) -> int:
    """Where a number ends that is told once in digits and once in words (`39 تسعة وثلاثين شخصا`, `سبعة (7) جنود`)."""
    value, end, _ = read
    bracket = norms[end : end + 1] == ["("]
    again = read_cardinal(norms, end + bracket) if end + bracket < len(norms) else None
    if again is None or again[0] != value or norms[i][0].isdigit() == norms[end + bracket][0].isdigit():
        return end
    if bracket and norms[again[1] : again[1] + 1] != [")"]:
        return end
    return again[1] + bracket


def _vague(norms: Sequence[str], i: int, words: Words) -> Core | None:
    """`عشرات`, `مئات الآلاف`, `عدة آلاف`: a range, times the scales after it."""
    low, high, prefix, definite = words.vague[norms[i]]
    j = i + 1
    if low == 3:
        if definite or j == len(norms) or norms[j] in particles().prepositions:
            return None
        if norms[j].startswith("ال") and norms[j] not in words.vague:
            return None
        if not norms[j][0].isalpha():
            return None
        if (atom := words.atoms.get(norms[j])) is not None and atom.kind == "ten":
            return Core(13, 19, False, i, j + 1, prefix)
        if (more := words.vague.get(norms[j])) is not None and more[0] < 1000:
            return Core(more[0], more[1], False, i, j + 1, prefix)
    while (
        j < len(norms) and (atom := words.atoms.get(norms[j])) is not None and atom.kind == "scales" and not atom.joined
    ):
        low, high, j = low * atom.value, (high + 1) * atom.value - 1 if high else None, j + 1
    return Core(low, high, False, i, j, prefix)


def _one_of(norms: Sequence[str], i: int, words: Words) -> bool:
    """Whether `أحد` or `إحدى` at `i` is one of many (`أحد الجنود`), not anybody (`لم يصب أحد`)."""
    if i + 1 == len(norms) or any(n in words.nobody for n in norms[max(0, i - 3) : i]):
        return False
    after = norms[i + 1]
    grammar = particles()
    return (
        len(after) > 2 and after[0].isalpha() and after not in grammar.prepositions and after not in grammar.relatives
    )


def _counts(tokens: Sequence[Token], norms: Sequence[str], core: Core, words: Words, months: frozenset[str]) -> bool:
    """Whether the number counts something: no year, date, clock time, percentage, or number that is a name."""
    i, j = core.first, core.next
    before = norms[i - 1] if i else ""
    after = norms[j] if j < len(norms) else ""
    if (
        after in _PERCENT
        or after in _PERCENT_SIGNS
        or (after == "في" and norms[j + 1 : j + 2] and norms[j + 1] in _PERCENT)
    ):
        return False
    if norms[i] in _PERCENT and (before == "في" or core.prefix > 2):
        return False
    if (_in_list(before, words.not_after) and not _joined(norms[i], core)) or after in months:
        return False
    if _doubled(norms, j, months):
        return False
    if norms[i][0].isdigit():
        if _year_like(norms[i]) and (
            before in words.year_after or before in months or _in_list(before, words.year_after)
        ):
            return False
        if after in _MONTH_DAY and core.next == i + 1:
            return False
        if i and (tokens[i - 1].kind == "latin" or (before in ("-", "/") and tokens[i - 1].end == tokens[i].start)):
            return False
        if before in _SCORE and i > 1 and (norms[i - 2][0].isdigit() or norms[i - 2] == "صفر"):
            return False
        if before == "(" and after == ")" and (_year_like(norms[i]) or len(norms[i]) > 4):
            return False
        return not (after in ("/", "-") and core.next == i + 1 and tokens[j].start == tokens[i].end)
    if (
        core.low == 1
        and core.next == i + 1
        and (atom := words.atoms.get(norms[i]))
        and (atom.definite or before == "ال")
    ):
        return False
    if norms[i] in _duals() and core.prefix >= 2 and before.startswith("ال") and before.endswith(("ين", "ان")):
        # البلدين الشقيقين: the dual describes another.
        return False
    # آن واحد: at one time, together; `إن أحد الجنود` is squeezed alike.
    return not (before == "ان" and core.low == 1 and number_words().atoms[norms[i]].kind != "one_of")


def _joined(norm: str, core: Core) -> bool:
    """Whether `و` joins a number in words to a noun, which it does not number then (`قائد الفوج وثلاثة جنود`)."""
    return core.prefix > 0 and norm.startswith("و")


def _in_list(norm: str, listed: frozenset[str]) -> bool:
    """Whether a word is listed, or is with one clitic letter before it."""
    return norm in listed or (len(norm) > 3 and norm[0] in "وفبل" and norm[1:] in listed)


def _doubled(norms: Sequence[str], j: int, months: frozenset[str]) -> bool:
    """Whether `/` and a month's name follow (`17/سبتمبر`)."""
    return j + 1 < len(norms) and norms[j] in ("/", "-", "من") and norms[j + 1] in months


def _year_like(norm: str) -> bool:
    """Whether digits can be a Gregorian year of our days."""
    return len(norm) == 4 and norm.isdigit() and norm[:2] in ("19", "20")


def _bounded(norms: Sequence[str], core: Core, done: int, words: Words) -> tuple[Core, int, str, int]:
    """The core with words of bound around it: core, first token, bound, letters of clitics before the first token."""
    i, first, prefix = core.first, core.first, core.prefix
    if core.ranged and i > done and norms[i - 1] in ("بين", "من"):
        first, prefix = (i - 2 if i - 2 >= done and norms[i - 2] == "ما" else i - 1), 0
    elif i > done and (found := _bound_before(norms, i, done, words)) is not None:
        return core, *found
    for step in range(4):
        j = core.next + step
        if j >= len(norms) or (step and not norms[j - 1][0].isalpha()):
            break
        for phrase, bound in words.after.get(norms[j], ()):
            if tuple(norms[j : j + len(phrase)]) == phrase:
                # Only words that touch the number are in its span.
                return (core if step else core._replace(next=j + len(phrase))), first, bound, prefix
    return core, first, "", prefix


def _bound_before(norms: Sequence[str], i: int, done: int, words: Words) -> tuple[int, str, int] | None:
    """The words of bound that end before `i`: their first token, the bound, letters of clitics before them."""
    last = norms[i - 1]
    for phrase, bound in words.before.get(last, ()) or words.before.get(last[1:], ()):
        start = i - len(phrase)
        if start < done or tuple(norms[start + 1 : i]) != phrase[1:]:
            continue
        head = norms[start]
        if head == phrase[0] or (head[1:] == phrase[0] and head[0] in "وفبل"):
            return start, bound, len(head) - len(phrase[0])
    return None


def _quantity(text: str, tokens: Sequence[Token], core: Core, first: int, bound: str, prefix: int) -> Quantity:
    """The record, its span without the clitics before the first word."""
    start = after_letters(tokens[first], prefix)
    low, high, exact = core.low, core.high, core.exact and not bound
    if bound == "least":
        high = None
    elif bound == "most":
        low = 0
    span = Span(start, tokens[core.next - 1].end)
    return Quantity(span, span.of(text), low, high, exact)


def after_letters(token: Token, letters: int) -> int:
    """The offset in a token after its first `letters` letters; marks and tatweel are no letters."""
    if not letters:
        return token.start
    offset = 0
    while letters and offset < len(token.text):
        letters -= not has_marks(token.text[offset])
        offset += 1
    while offset < len(token.text) and has_marks(token.text[offset]):
        offset += 1
    return token.start + offset


@lru_cache(maxsize=1)
def _duals() -> dict[str, int]:
    """The duals of the counted nouns with clitics before them, and how many letters those take."""
    table: dict[str, int] = {}
    for line in COUNTED_FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith(("#", "noun\t")) or not line:
            continue
        noun, ending = line.split("\t")
        stem = noun[:-1] + "ت" if noun.endswith("ة") else noun[:-1] + "ي" if noun.endswith("ى") else noun
        for dual in (squeeze(stem + "ان"), *((squeeze(stem + "ين"),) if ending == "both" else ())):
            for joining in ("", "و", "ف"):
                for leading in ("", "ب", "ل", "ال", "بال", "لل"):
                    table.setdefault(joining + leading + dual, len(joining + leading))
    return table


@lru_cache(maxsize=1)
def _month_names() -> frozenset[str]:
    """First words of Gregorian and Hijri month names."""
    from khabar.times.vocabulary import vocabulary

    words = vocabulary()
    return frozenset(words.months) | frozenset(words.month_pairs)
