"""The words of numbers from `lexicon/times/numbers.toml`, and the grammar that adds and multiplies them.

Arabic builds a number as a sum of terms joined by `و`, each a group below a thousand times a scale (`مئة وخمسين ألفا
وثلاثة`); inside a group the unit comes before the ten (`خمسة وعشرين`). Ryding, *A Reference Grammar of Modern Standard
Arabic* (2005), chapter 15. Words are read folded (`khabar.text.characters.squeeze`).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Any, NamedTuple

from khabar.lexicon.cache import ROOT
from khabar.text.characters import squeeze
from khabar.text.tokens import Token

NUMBERS_FILE = ROOT / "times" / "numbers.toml"
_JOINING = ("", "و", "ف")
_LEADING = ("", "ب", "ل", "ال", "بال", "لل")
_NOT_NUMBERS = {squeeze(w) for w in ("الاثنين", "الاثنان", "لست", "الأحد", "بالأحد", "لأحد", "وست", "فست", "الإحدى")}


class Atom(NamedTuple):
    """One number word: its class, value, letters of clitics before it, and whether و or ف and ال are among them."""

    kind: str
    value: int
    prefix: int
    joined: bool
    definite: bool


@dataclass(frozen=True, slots=True)
class Words:
    """The lexicon's number words, folded, with every clitic that may stand before them."""

    atoms: dict[str, Atom]
    vague: dict[str, tuple[int, int | None, int, bool]]
    """Words that mean a range: least, most, letters of clitics, whether ال is among them."""
    before: dict[str, list[tuple[tuple[str, ...], str]]]
    """Bounds that stand before a number, by their last word."""
    after: dict[str, list[tuple[tuple[str, ...], str]]]
    """Bounds that stand after it, by their first word."""
    not_after: frozenset[str]
    year_after: frozenset[str]
    nobody: frozenset[str]


def _with_clitics(norm: str) -> list[tuple[str, int, bool, bool]]:
    """`norm` with clitics before it: the word, how many letters they take, whether و or ف, whether ال."""
    return [(a + b + norm, len(a + b), a != "", "ل" in b[1:] or b == "ال") for a in _JOINING for b in _LEADING]


_KINDS = (
    "units",
    "teens_only",
    "one_of",
    "ten",
    "tens",
    "hundreds",
    "scales",
    "two_scales",
    "either_scales",
    "fractions",
)


@lru_cache(maxsize=1)
def number_words() -> Words:
    """The number words of the lexicon, read once."""
    raw: dict[str, Any] = tomllib.loads(NUMBERS_FILE.read_text(encoding="utf-8"))
    atoms: dict[str, Atom] = {}
    for kind in _KINDS:
        for value, forms in raw[kind].items():
            for form in map(squeeze, forms):
                for word, prefix, joined, definite in _with_clitics(form):
                    if word not in _NOT_NUMBERS:
                        atoms.setdefault(word, Atom(kind, int(value), prefix, joined, definite))
    vague: dict[str, tuple[int, int | None, int, bool]] = {}
    for span, forms in raw["vague"].items():
        low, high = (int(n) for n in span.split(".."))
        for form in map(squeeze, forms):
            for word, prefix, _, definite in _with_clitics(form):
                vague.setdefault(word, (low, high or None, prefix, definite))
    before, after = _phrases(raw["before"], -1), _phrases(raw["after"], 0)
    lists = {name: frozenset(map(squeeze, raw[name]["words"])) for name in ("not_after", "year_after", "nobody")}
    return Words(atoms, vague, before, after, **lists)


def _phrases(raw: dict[str, list[str]], key: int) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Phrases by their first (0) or last (-1) word, the longest first."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for bound, phrases in raw.items():
        for phrase in phrases:
            words = tuple(map(squeeze, phrase.split()))
            table.setdefault(words[key], []).append((words, bound))
    for found in table.values():
        found.sort(key=lambda item: -len(item[0]))
    return table


def norms_of(tokens: Sequence[Token]) -> list[str]:
    """The folded words of tokens; a lone mark or a raised digit becomes a dot, so that every word can be looked at."""
    return [t.norm if t.norm and (t.kind != "punct" or not t.norm.isdigit()) else "." for t in tokens]


_DIGITS = re.compile(r"(\d+)|(\d{1,3}(?:[,٬]\d{3})+|\d{1,3}(?:\.\d{3})+)|(\d+)[.,٫](\d+)")


def digits(norm: str, scaled: bool) -> Fraction | None:
    """The value of a number in digits, or None (a date, a clock time, a percentage).

    `1,500` and `1.500` are thousands, unless a scale follows (`scaled`: `1.500 مليون` is a million and a half).
    """
    m = _DIGITS.fullmatch(norm)
    if m is None:
        return None
    if m[1]:
        return Fraction(int(m[1]))
    if m[2] and not (scaled and len(re.findall(r"[.,٬]", norm)) == 1):
        return Fraction(int(re.sub(r"\D", "", norm)))
    whole, part = re.split(r"[.,٫٬]", norm)
    return Fraction(int(whole + part), 10 ** len(part))


class Term(NamedTuple):
    """A group times its scale, and the index after it."""

    group: Fraction
    scale: int
    next: int


def read_cardinal(norms: Sequence[str], i: int) -> tuple[int, int, int] | None:
    """The whole number whose words begin at `norms[i]`: its value, the index after it, and the last scale (1 for none).

    None where no number begins there, or where it is no whole number.
    """
    atoms = number_words().atoms
    term = _read_term(norms, i, atoms)
    if term is None:
        return None
    total, scale, j = term.group * term.scale, term.scale, term.next
    while scale > 1 and j < len(norms):
        if (half := _half_after(norms, j, atoms, scale)) is not None:
            total, j = total + half[0], half[1]
            break
        k = j + 1 if norms[j] == "و" and j + 1 < len(norms) and norms[j + 1][0].isdigit() else j
        if k == j and not _joined(norms, j, atoms):
            break
        more = _read_term(norms, k, atoms)
        if more is None or more.scale >= scale or more.group >= 1000:
            break
        total, scale, j = total + more.group * more.scale, more.scale, more.next
    return (int(total), j, scale) if total.denominator == 1 else None


def _read_term(norms: Sequence[str], i: int, atoms: dict[str, Atom]) -> Term | None:
    """A group and the scale after it, a scale alone, or a fraction of a scale."""
    if i >= len(norms):
        return None
    norm = norms[i]
    following = atoms.get(norms[i + 1]) if i + 1 < len(norms) else None
    scaled = following is not None and following.kind in ("scales", "either_scales") and not following.joined
    if norm[0].isdigit():
        group = digits(norm, scaled)
        if group is None:
            return None
        return Term(group, following.value, i + 2) if scaled and following else Term(group, 1, i + 1)
    atom = atoms.get(norm)
    if atom is None:
        return None
    if atom.kind == "fractions":
        return Term(Fraction(atom.value, 100), following.value, i + 2) if scaled and following else None
    if atom.kind in ("two_scales", "either_scales"):
        return Term(Fraction(2), atom.value, i + 1)
    if atom.kind == "scales":
        # آلاف and ملايين alone are vague and no number.
        return Term(Fraction(1), atom.value, i + 1) if norm not in number_words().vague else None
    value, j = _group(norms, i, atoms)
    if value == 0:
        return None
    tail = atoms.get(norms[j]) if j < len(norms) else None
    if tail is not None and tail.kind in ("scales", "either_scales") and not tail.joined:
        return Term(Fraction(value), tail.value, j + 1)
    return Term(Fraction(value), 1, j)


def _group(norms: Sequence[str], i: int, atoms: dict[str, Atom]) -> tuple[int, int]:
    """A number below a thousand at `i`, and the index after it; 0 where there is none."""
    atom = atoms[norms[i]]
    following = atoms.get(norms[i + 1]) if i + 1 < len(norms) else None
    if atom.kind == "hundreds":
        return _after_hundred(norms, i + 1, atoms, atom.value)
    if (
        atom.kind == "units"
        and atom.value > 2
        and following
        and following.kind == "hundreds"
        and following.value == 100
        and not following.prefix
    ):
        return _after_hundred(norms, i + 2, atoms, atom.value * 100)
    return _below_hundred(norms, i, atoms)


def _after_hundred(norms: Sequence[str], j: int, atoms: dict[str, Atom], hundreds: int) -> tuple[int, int]:
    """What follows a hundred: و and a number below a hundred, or nothing."""
    if j < len(norms):
        if norms[j] == "و" and j + 1 < len(norms) and norms[j + 1].isdigit() and len(norms[j + 1]) <= 2:
            return hundreds + int(norms[j + 1]), j + 2
        apart = norms[j] == "و" and j + 1 < len(norms) and norms[j + 1] in atoms  # `مئة و خمسون`
        if apart or _joined(norms, j, atoms):
            value, after = _below_hundred(norms, j + apart, atoms)
            if value:
                return hundreds + value, after
    return hundreds, j


def _joined(norms: Sequence[str], j: int, atoms: dict[str, Atom]) -> bool:
    """Whether a number word at `j` is joined to what stands before it; `وأحد عشر` folds to `واحد عشر`."""
    atom = atoms.get(norms[j])
    if atom is None or atom.joined:
        return atom is not None
    following = atoms.get(norms[j + 1]) if j + 1 < len(norms) else None
    return norms[j] == "واحد" and following is not None and following.kind == "ten" and not following.prefix


def _below_hundred(norms: Sequence[str], i: int, atoms: dict[str, Atom]) -> tuple[int, int]:
    """A number below a hundred at `i`, and the index after it; 0 where there is none."""
    atom = atoms[norms[i]]
    if atom.kind in ("ten", "tens"):
        return atom.value, i + 1
    if atom.kind not in ("units", "teens_only", "one_of"):
        return 0, i
    following = atoms.get(norms[i + 1]) if i + 1 < len(norms) else None
    if following is not None:
        if following.kind == "ten" and not following.prefix:
            return 10 + atom.value, i + 2
        if following.kind == "tens" and following.joined and atom.kind != "teens_only":
            return atom.value + following.value, i + 2
    tens = atoms.get(norms[i + 2]) if norms[i + 1 : i + 2] == ["و"] and i + 2 < len(norms) else None
    if tens is not None and tens.kind == "tens" and not tens.prefix and atom.kind != "teens_only":
        return atom.value + tens.value, i + 3  # `تسعة و ثلاثين`
    return (atom.value, i + 1) if atom.kind == "units" else (0, i)


def _half_after(norms: Sequence[str], j: int, atoms: dict[str, Atom], scale: int) -> tuple[Fraction, int] | None:
    """`ونصف` or `ونصف المليون` after a scale: the part of it to add, and the index after."""
    atom = atoms.get(norms[j])
    if atom is None or atom.kind != "fractions" or not atom.joined:
        return None
    following = atoms.get(norms[j + 1]) if j + 1 < len(norms) else None
    named = following is not None and following.kind == "scales" and following.value == scale
    return Fraction(atom.value, 100) * scale, j + (2 if named else 1)
