"""Builds `lexicon/text/verb-forms.tsv`: the unvowelled forms of the verbs that are common in print.

Run: `python tools/make_verb_forms.py SHARED` with the folder of public data (see `docs/models.md`). Which verbs are
real comes from `mazini.lexicon` (Bawab and Mir Alam's counts of Arabic verbs, CC BY 4.0), their forms from
`mazini.conjugate`, how common they are from ANERcorp, UD Arabic PUD and the Wojood sample; no text is kept. A form that
several verbs share counts for each of them in part. A verb is taken when an imperfect of it stands in print, or when a
perfect and a verbal noun or participle do.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mazini import MaziniError, conjugate
from mazini.lexicon import attested_wazns, lexicon_roots

from khabar.lexicon.cache import ROOT
from khabar.text.characters import squeeze
from khabar.text.tokens import tokenize

MOST = 3000
PATTERNS = frozenset(
    {"فعَل يفعُل", "فعَل يفعِل", "فعَل يفعَل", "فعِل يفعَل", "فعُل يفعُل", "فعّل", "فاعل", "أفعل", "تفعّل", "تفاعل", "انفعل",
     "افتعل", "استفعل", "فعلل", "تفعلل"}
)  # fmt: skip
PERSONS = ("3ms", "3fs", "3md", "3fd", "3mp", "3fp", "1s", "1p")
HEADER = "lemma\troot\tpattern\tpast\tpresent\tpassive\tparticiples\tverbal_nouns"


@dataclass(frozen=True, slots=True)
class Forms:
    """One verb: its squeezed forms, imperfects only those that begin with ya (the others follow by rule)."""

    lemma: str
    root: str
    pattern: str
    past: tuple[str, ...]
    present: tuple[str, ...]
    passive: tuple[str, ...]
    participles: tuple[str, ...]
    verbal_nouns: tuple[str, ...]

    def line(self) -> str:
        """The line of the table."""
        lists = (self.past, self.present, self.passive, self.participles, self.verbal_nouns)
        return "\t".join((self.lemma, self.root, self.pattern, *(" ".join(words) for words in lists)))


def forms_of(root: str, pattern: str) -> Forms | None:
    """All forms of one verb, or None where mazini knows no way to inflect it."""
    try:
        slots = conjugate(root, pattern).slots
    except MaziniError:
        return None

    def take(*names: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(squeeze(f.form) for name in names for f in slots.get(name, ()) if f.form != "?"))

    past = take(*(f"past_{p}" for p in PERSONS))
    present = take(*(f"{mood}_{p}" for mood in ("ind", "sub", "juss") for p in PERSONS))
    passive = take(*(f"past_pass_{p}" for p in PERSONS), *(f"ind_pass_{p}" for p in PERSONS), "juss_pass_3ms")
    known = {*past, *present}
    return Forms(
        next((f.form for f in slots.get("past_3ms", ())), root), root, pattern, past,
        tuple(f for f in present if f.startswith("ي")),
        tuple(f for f in passive if f not in known and f[:1] not in "تنا"), take("ap", "pp"), take("vn"),
    )  # fmt: skip


def texts(gold: Path) -> Iterator[str]:
    """The raw text of the public sets, a line or sentence at a time."""
    for path in [gold / "anercorp" / "train.tsv", *sorted((gold / "wojood_sample").glob("*.txt"))]:
        yield " ".join(line.split()[0] for line in path.read_text(encoding="utf-8").splitlines() if line.split())
    for line in (gold / "ud_arabic_pud" / "ar_pud-ud-test.conllu").read_text(encoding="utf-8").splitlines():
        if line.startswith("# text = "):
            yield line[9:]


def main() -> None:
    """Inflect every attested verb, keep the common ones, write the table."""
    counts: Counter[str] = Counter()
    for text in texts(Path(sys.argv[1]) / "gold"):
        for token in tokenize(text):
            if token.kind == "word":
                counts.update({token.norm, token.norm[1:] if token.norm[:1] in "وفسل" else token.norm})
    verbs = [
        forms for root in sorted(lexicon_roots()) for pattern in attested_wazns(root)
        if pattern in PATTERNS and (forms := forms_of(root, pattern)) and forms.past
    ]  # fmt: skip
    sharing: dict[str, int] = defaultdict(int)
    for verb in verbs:
        for form in {*verb.past, *verb.present}:
            sharing[form] += 1
    scored = []
    for verb in verbs:
        past, present = ([f for f in forms if f in counts] for forms in (verb.past, verb.present))
        nominal = any(f in counts or "ال" + f in counts for f in (*verb.participles, *verb.verbal_nouns))
        if present or (past and nominal):
            score = sum(1 / sharing[f] for f in (*past, *present)) + nominal
            scored.append((-score, verb.root, verb.pattern, verb))
    chosen = sorted(scored, key=lambda row: row[:3])[:MOST]
    lines = sorted(verb.line() for _, _, _, verb in chosen)
    (ROOT / "text" / "verb-forms.tsv").write_text("\n".join([HEADER, *lines]) + "\n", encoding="utf-8")
    print(f"{len(lines)} verbs of {len(scored)} that occur", file=sys.stderr)


if __name__ == "__main__":
    main()
