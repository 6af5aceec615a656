"""What the taggers see of a word: its letters, the ways it can be cut, and what the table of verb forms knows of it.

Every word's own features are computed once and kept; a position's features are joined from those of the word and of
its neighbours, so that reading costs little. The table is `lexicon/text/verb-forms.tsv`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from khabar.lexicon.cache import ROOT, cached
from khabar.text.crf import Keep
from khabar.text.tokens import Token

VERB_FORMS = ROOT / "text" / "verb-forms.tsv"
_AUGMENTED = {
    "فعّل": "2", "فاعل": "3", "أفعل": "4", "تفعّل": "5", "تفاعل": "6", "انفعل": "7", "افتعل": "8", "استفعل": "10",
}  # fmt: skip
_OBJECTS = ("هما", "هم", "هن", "ها", "نا", "ني", "كم", "ه", "ك")


@lru_cache(maxsize=1)
def form_table() -> dict[str, str]:
    """Squeezed form to what it may be: `P1` a perfect of form I, `I4` an imperfect of form IV, `V` passive only,
    `A` participle, `M` verbal noun; several, sorted, parted by blanks.
    """
    return cached("verb-forms", [VERB_FORMS, Path(__file__)], _build_forms)


def _build_forms() -> dict[str, str]:
    table: dict[str, set[str]] = {}
    for line in VERB_FORMS.read_text(encoding="utf-8").splitlines()[1:]:
        _, _, pattern, past, present, passive, participles, nouns = line.split("\t")
        stem = _AUGMENTED.get(pattern, "1")
        for form in past.split():
            table.setdefault(form, set()).add("P" + stem)
        for form in present.split():
            for first in "يتنا":
                table.setdefault(first + form[1:], set()).add("I" + stem)
        for kind, forms in (("V", passive), ("A", participles), ("M", nouns)):
            for form in forms.split():
                table.setdefault(form, set()).add(kind)
    return {form: " ".join(sorted(kinds)) for form, kinds in table.items()}


@lru_cache(maxsize=49152)
def verb_kinds(norm: str) -> tuple[str, ...]:
    """What the table says of a squeezed word, barest cut first, with the letters cut off: `("wP1", "=M")`."""
    table = form_table()
    found: list[str] = []
    heads = [("", norm)]
    if norm[:1] in ("و", "ف") and len(norm) > 3:
        heads.append(("w", norm[1:]))
    for mark, body in heads:
        if kinds := table.get(body):
            found.append(f"{mark}={kinds}")
        elif suffixed := _with_object(body):
            found.append(f"{mark}+{suffixed}")
        if body[:1] in ("س", "ل") and body[1:2] in ("ي", "ت", "ن", "ا"):
            kinds = table.get(body[1:]) or _with_object(body[1:])
            if "I" in kinds:
                found.append(f"{mark}{body[0]}")
        elif body[:2] == "ال" and (kinds := table.get(body[2:], "")):
            found.append(f"{mark}ال{'A' if 'A' in kinds else 'M' if 'M' in kinds else ''}")
        elif body[-1:] == "ه" and "A" in table.get(body[:-1], ""):
            found.append(f"{mark}Ah")
    return tuple(found)


def _with_object(body: str) -> str:
    """The verb kinds of a form with an attached pronoun, or nothing."""
    table = form_table()
    for suffix in _OBJECTS:
        if body.endswith(suffix) and len(body) - len(suffix) > 2:
            stem = body[: -len(suffix)]
            for form in (stem, stem + "ا") if stem.endswith("و") else (stem,):
                if kinds := table.get(form):
                    return kinds
            return ""
    return ""


@lru_cache(maxsize=49152)
def cut_shape(norm: str) -> tuple[str, str]:
    """(the attached letters a word seems to begin with, the rest), judged by its letters alone."""
    conj = norm[0] if norm[:1] in ("و", "ف") and len(norm) > 3 else ""
    rest = norm[len(conj) :]
    for head in ("بال", "كال", "لل", "ال"):
        if rest.startswith(head) and len(rest) > len(head) + 1:
            return conj + head, rest[len(head) :]
    if rest[:1] in ("ب", "ل", "ك", "س") and len(rest) > 3:
        return conj + rest[0], rest[1:]
    return conj, rest


@lru_cache(maxsize=49152)
def _kept(keep: Keep, text: str, norm: str, kind: str) -> tuple[tuple[Any, ...], ...]:
    return tuple(map(keep, _own(text, norm, kind)))


def _own(text: str, norm: str, kind: str) -> tuple[Sequence[str], ...]:
    """A word's features for itself, and for the word after, before and two after it."""
    if kind != "word":
        word = norm if kind == "punct" else kind
        return (f"w={word}", f"k={kind}"), (f"-w={word}", f"-k={kind}"), (f"+w={word}", f"+k={kind}"), (f"--w={word}",)
    shape, rest = cut_shape(norm)
    verbs = verb_kinds(norm)
    own = [f"w={norm}", f"r={rest}", f"c={shape}", f"c2={shape}{norm[-1]}", f"l={min(len(norm), 9)}"]
    own += [f"a={text[0]}", f"z={text[-1]}"]
    own += [f"p{n}={norm[:n]}" for n in (1, 2, 3, 4) if len(norm) > n]
    own += [f"s{n}={norm[-n:]}" for n in (1, 2, 3, 4) if len(norm) > n]
    own += [f"q{n}={rest[:n]}" for n in (1, 2, 3) if shape and len(rest) > n]
    own += [f"ps={norm[:1]}{norm[-1:]}{min(len(norm), 7)}"]
    if text[-1] in "ًاى" and "ً" in text[-2:]:
        own.append("tanwin")
    own += [f"v={v}" for v in verbs] or ["v=-"]
    before = [f"-w={norm}", f"-c={shape}", f"-s={norm[-2:]}", f"-v={verbs[0] if verbs else '-'}", f"-z={text[-1]}"]
    after = [f"+w={norm}", f"+c={shape}", f"+s={norm[-2:]}", f"+v={verbs[0] if verbs else '-'}"]
    return own, before, after, (f"--w={norm}", f"--c={shape}")


def word_features(tokens: Sequence[Token], keep: Keep = tuple) -> list[list[Any]]:
    """The features of each token of one sentence, as the word classes' model knows them; `keep` as in `text.crf`."""
    owns = [_kept(keep, t.text, t.norm, t.kind) for t in tokens]
    start, end = keep(("-w=^",)), keep(("+w=$",))
    last = len(owns) - 1
    rows = []
    for i, own in enumerate(owns):
        row = [*own[0], *(owns[i - 1][1] if i else start), *(owns[i + 1][2] if i < last else end)]
        if i > 1:
            row += owns[i - 2][3]
        rows.append(row)
    return rows
