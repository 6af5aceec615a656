"""What the tagger of names sees of a word: letters, cuts, and what the lexicon knows of it and of the words around it.

Lists come from `lexicon/names/` (given and family names, titles, heads of organisations), `lexicon/places/` and
`lexicon/actors/`. Names of several words are matched whole. A word's own features are computed once and kept.
"""

from __future__ import annotations

import csv
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from khabar.lexicon.cache import ROOT, cached
from khabar.models import MODELS
from khabar.text.characters import squeeze
from khabar.text.crf import Keep
from khabar.text.features import cut_shape, verb_kinds
from khabar.text.tokens import Token

_LISTS = {"given": "G", "family": "F", "particles": "B", "titles": "T", "organisations": "O", "groups": "N"}
_TABLES = (
    "places/geonames.tsv", "places/spellings.tsv", "places/regions.tsv", "places/cues.tsv",
    "actors/states.tsv", "actors/groups.tsv", "actors/people.tsv",
)  # fmt: skip
LARGE = 100_000
"""From how many people on a populated place counts as large."""


@dataclass(slots=True)
class Gazetteer:
    """What the lexicon knows, by squeezed word."""

    words: dict[str, str] = field(default_factory=dict)
    """Word to the letters of the lists it stands in: G given name, F family name, B part of a name, T title, O head
    of an organisation, N organisation, C country, R region, L large place, S small place, J nationality, K kind of
    place."""
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]] = field(default_factory=dict)
    """First word to the (other words, kind) of names of several words, the longest first."""


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The lists of the lexicon, compiled."""
    sources = [ROOT / "names" / f"{name}.txt" for name in _LISTS] + [ROOT / table for table in _TABLES]
    return cached("names-gazetteer", [*sources, Path(__file__)], _build)


def _build() -> Gazetteer:
    words: dict[str, set[str]] = {}
    phrases: dict[str, dict[tuple[str, ...], str]] = {}
    for name, kind in _entries():
        parts = tuple(squeeze(part) for part in name.split())
        if len(parts) == 1:
            words.setdefault(parts[0], set()).add(kind)
        elif parts:
            phrases.setdefault(parts[0], {}).setdefault(parts[1:], kind)
    return Gazetteer(
        {word: "".join(sorted(kinds)) for word, kinds in words.items()},
        {word: tuple(sorted(tails.items(), key=lambda t: (-len(t[0]), t[0]))) for word, tails in phrases.items()},
    )


def _entries() -> Iterator[tuple[str, str]]:
    """Every (name, kind) of the lexicon."""
    for name, kind in _LISTS.items():
        for word in (ROOT / "names" / f"{name}.txt").read_text(encoding="utf-8").split():
            yield word, kind
    for row in _rows("places/geonames.tsv"):
        for name in _names(row):
            yield name, "L" if int(row["population"] or 0) >= LARGE else "S"
    for row in _rows("places/spellings.tsv"):
        for name in row["spellings"].split("|"):
            yield name, "L"
    for row in _rows("places/regions.tsv"):
        for name in _names(row):
            yield name, "R"
    for row in _rows("places/cues.tsv"):
        if row["class"] == "kind":
            yield row["word"], "K"
    for row in _rows("actors/states.tsv"):
        for name in _names(row):
            yield name, "C"
        for name in (row["capital"] or "").split("|"):
            yield name, "L"
        for word in (row["adjectives"] or "").split("|"):
            if word and " " not in word:
                for form in (word, word + "ة", word + "ين", word + "ون"):
                    yield form, "J"
    for row in _rows("actors/groups.tsv"):
        for name in _names(row):
            yield name.removeprefix("ال") if " " not in name else name, "N"
    for row in _rows("actors/people.tsv"):
        first, *rest = row["name_ar"].split()
        yield first, "G"
        for word in rest[-1:]:
            yield word, "F"


def _rows(table: str) -> Iterator[dict[str, str]]:
    with (ROOT / table).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def _names(row: dict[str, str]) -> list[str]:
    """The names of a row of the lexicon."""
    return [name for name in (row["name_ar"], *(row["aliases_ar"] or "").split("|")) if name]


def _cuts(norm: str) -> list[tuple[str, str]]:
    """(letters cut off, rest) in the order in which a name is looked for."""
    cuts = [("", norm)]
    if norm[:1] not in ("و", "ف", "ب", "ل", "ك", "ا"):
        return cuts
    for head in ("و", "ف", "ب", "ل", "ك", "وب", "ول", "ال", "وال", "بال", "وبال", "لل", "ولل"):
        if norm.startswith(head) and len(norm) - len(head) > 2:
            cuts.append((head, norm[len(head) :]))
            if head.endswith("لل"):
                cuts.append((head[:-1], "ا" + norm[len(head) - 1 :]))
    return cuts


@lru_cache(maxsize=49152)
def known(norm: str) -> str:
    """What the lexicon knows of a squeezed word: the cut that was needed and the letters of its lists, or nothing."""
    words = gazetteer().words
    for head, rest in _cuts(norm):
        kinds = words.get(rest)
        if kinds is None and head == "" and not rest.startswith("ال"):
            kinds = words.get("ال" + rest)
        if kinds:
            return f"{head}:{kinds}"
    return ""


@lru_cache(maxsize=1)
def _weights() -> tuple[float, dict[str, float]]:
    """The bias and the weights of letter groups in `models/nameness.tsv`."""
    weights: dict[str, float] = {}
    for line in (MODELS / "nameness.tsv").read_text(encoding="utf-8").splitlines():
        gram, weight = line.split("\t")
        weights[gram] = float(weight)
    return weights.pop("bias"), weights


def letter_groups(word: str, among: Container[str] | None = None) -> list[str]:
    """The groups of one to five letters in a squeezed word, its ends marked, each once; only those in `among`."""
    marked = f"^{word}$"
    ranges = [(n, range(len(marked) - n + 1)) for n in (1, 2, 3, 4, 5)]
    if among is None:
        return list(dict.fromkeys([marked[i : i + n] for n, places in ranges for i in places]))
    return list(dict.fromkeys([g for n, places in ranges for i in places if (g := marked[i : i + n]) in among]))


@lru_cache(maxsize=49152)
def nameness(norm: str) -> int:
    """How much a squeezed word is spelled like part of a name, from -4 (not at all) to 4."""
    bias, weights = _weights()
    score = bias + sum([weights[gram] for gram in letter_groups(norm, weights)])
    return max(-4, min(4, round(score)))


_ORDER = "GFCLNRTOJKBS"


@lru_cache(maxsize=49152)
def category(norm: str) -> str:
    """The one thing that tells most of a word: a list it stands in, else that it may be a verb, else its spelling."""
    kinds = known(norm).partition(":")[2]
    for letter in _ORDER:
        if letter in kinds:
            return letter
    shape, rest = cut_shape(norm)
    if verbs := verb_kinds(norm):
        kind = verbs[0].partition("=")[2][:1] or "x"
        return f"v{kind}"
    like = nameness(rest)
    return ("a" if "ال" in shape else "") + ("+" if like >= 3 else "0" if like >= 0 else "-")


def _category(token: Token) -> str:
    if token.kind == "word":
        return category(token.norm)
    return token.norm if token.kind == "punct" else token.kind


@lru_cache(maxsize=49152)
def _kept(keep: Keep, text: str, norm: str, kind: str) -> tuple[tuple[Any, ...], ...]:
    return tuple(map(keep, _own(text, norm, kind)))


def _own(text: str, norm: str, kind: str) -> tuple[Sequence[str], ...]:
    """A word's features for itself, and for the words one after, one before, two after and two before it."""
    if kind != "word":
        word = norm if kind == "punct" else kind
        return ((f"w={word}", f"k={kind}"), (f"-w={word}",), (f"+w={word}",), (f"--w={word}",), (f"++w={word}",))
    shape, rest = cut_shape(norm)
    verbs = verb_kinds(norm)
    verb = verbs[0] if verbs else "-"
    lists = known(norm)
    kinds = lists.partition(":")[2]
    like = nameness(norm)
    like_cut = nameness(rest) if len(rest) > 2 else like
    own = [f"w={norm}", f"r={rest}", f"c={shape}", f"l={min(len(norm), 8)}", f"a={text[0]}", f"z={text[-1]}"]
    own += [f"p{n}={norm[:n]}" for n in (2, 3, 4) if len(norm) > n]
    own += [f"s{n}={norm[-n:]}" for n in (1, 2, 3, 4) if len(norm) > n]
    own += [f"q{n}={rest[:n]}" for n in (2, 3) if shape and len(rest) > n]
    own += [f"v={verb}", f"g={lists}", f"n={like}", f"nr={like_cut}", f"nc={shape}{like_cut}"]
    own += [f"g{letter}" for letter in kinds]
    near = [f"w={norm}", f"r={rest}", f"c={shape}", f"v={verb}", f"n={like_cut}", f"s={norm[-2:]}"]
    near += [f"g{letter}" for letter in kinds]
    far = [f"w={norm}", f"c={shape}", *(f"g{letter}" for letter in kinds)]
    return own, *([side + f for f in words] for side, words in (("-", near), ("+", near), ("--", far), ("++", far)))


@lru_cache(maxsize=49152)
def _openings(norm: str) -> tuple[tuple[tuple[tuple[str, ...], str], ...], ...]:
    """The names of several words that may begin with a squeezed word, clitics taken off."""
    phrases = gazetteer().phrases
    return tuple(tails for _, rest in _cuts(norm) if (tails := phrases.get(rest)))


def _whole_names(norms: list[str]) -> dict[int, str]:
    """Index of a word to its place in a known name of several words, from the left, the longest first."""
    found: dict[int, str] = {}
    i = 0
    while i < len(norms):
        step = 1
        for tails in _openings(norms[i]):
            for tail, kind in tails:
                if tuple(norms[i + 1 : i + 1 + len(tail)]) == tail:
                    found[i] = "m=B" + kind
                    for k in range(len(tail)):
                        found[i + 1 + k] = "m=I" + kind
                    step = len(tail) + 1
                    break
            if step > 1:
                break
        i += step
    return found


Report = Mapping[str, str]
"""What the rest of a report tells of a word: squeezed word, without clitics, to the letters of the categories that
stand before it."""
_EMPTY: Report = {}
_BEFORE = {"G": "G", "T": "T", "F": "G", "O": "O", "K": "K"}


@lru_cache(maxsize=49152)
def _core(norm: str) -> str:
    """The word that two mentions of one name share: without a conjunction or preposition, `ال` kept."""
    shape, rest = cut_shape(norm)
    return "ال" + rest if "ل" in shape[1:] else rest


def report_evidence(sentences: Sequence[Sequence[Token]]) -> Report:
    """What stands before each word of a report, in any sentence: a given name, a title, a head of a group or place.

    A surname that stands alone is known by the sentence that gives it with the first name.
    """
    found: dict[str, set[str]] = {}
    for tokens in sentences:
        before = ""
        for token in tokens:
            if token.kind != "word":
                before = ""
                continue
            here = category(token.norm)
            if before:
                found.setdefault(_core(token.norm), set()).add(before)
            before = _BEFORE.get(here, "")
    return {word: "".join(sorted(kinds)) for word, kinds in found.items()}


@lru_cache(maxsize=32768)
def _context(keep: Keep, before: str, here: str, after: str) -> tuple[Any, ...]:
    """The features of three categories in a row."""
    return keep((f"bc={before}|{here}", f"ca={here}|{after}", f"bca={before}|{here}|{after}"))


def name_features(tokens: Sequence[Token], report: Report = _EMPTY, keep: Keep = tuple) -> list[list[Any]]:
    """The features of each token of one sentence, as the model of names knows them; `report` from `report_evidence`,
    `keep` as in `text.crf`.
    """
    owns = [_kept(keep, t.text, t.norm, t.kind) for t in tokens]
    norms = [t.norm for t in tokens]
    whole = _whole_names(norms)
    cats = ["^", "^", *map(_category, tokens), "$"]
    start, end = keep(("-w=^",)), keep(("+w=$",))
    last = len(owns) - 1
    rows = []
    for i, own in enumerate(owns):
        row = [*own[0], *(owns[i - 1][1] if i else start), *(owns[i + 1][2] if i < last else end)]
        if i > 1:
            row += owns[i - 2][3]
        if i < last - 1:
            row += owns[i + 2][4]
        before, here = cats[i + 1], cats[i + 2]
        row += _context(keep, before, here, cats[i + 3])
        pairs = [f"bbc={cats[i]}|{before}|{here}", f"b={norms[i - 1] if i else '^'}|{norms[i]}"]
        if i < last:
            pairs.append(f"f={norms[i]}|{norms[i + 1]}")
        if report and tokens[i].kind == "word" and (told := report.get(_core(norms[i]))):
            pairs += ["e" + kind for kind in told]
            pairs.append(f"ec={told}|{here}")
        if i in whole:
            pairs.append(whole[i])
        row += keep(pairs)
        rows.append(row)
    return rows
