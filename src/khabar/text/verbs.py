"""The table of verb forms: every unvowelled form of every verb of the lexicon, with person, tense and voice.

Forms come from `mazini` (a port of Wiktionary's Module:ar-verb); the table is compiled once and cached.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from khabar.errors import LexiconError
from khabar.text.characters import squeeze
from khabar.text.tokens import clitics

# Third persons, and the first for quotations; news has no use for the second.
_PERSONS = ("3ms", "3fs", "3md", "3fd", "3mp", "3fp", "1s", "1p")
_TENSES = {"past": "past", "ind": "present", "sub": "present", "juss": "jussive"}


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of the lexicon."""

    lemma: str
    root: str
    pattern: str
    kind: str
    """`event`, `say`, `aux`, `plain`, `light`, or several of them parted by blanks."""

    @property
    def key(self) -> str:
        """What tells verbs apart; see `verb_key`."""
        return verb_key(self.lemma, self.pattern)

    @property
    def says(self) -> bool:
        """Whether it reports what somebody says."""
        return "say" in self.kind.split()


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a word as a finite verb."""

    verb: Verb
    tense: str
    """`past`, `present`, `participle`, or `jussive` for a form that only stands after `لم` and its like (`لم يجب`)."""
    person: str
    """Person, gender, number as in `3ms`."""
    voice: str
    """`active`, `passive` or `either` where print without vowels does not tell."""
    future: bool = False
    conjunction: str = ""
    particle: str = ""
    suffix: str = ""
    """An attached object pronoun."""

    @property
    def joins(self) -> bool:
        """Whether it is a past whose alef many print with a hamza below, as in its noun (`إعتقلت`, `إستقال`)."""
        return self.tense == "past" and self.verb.pattern in ("افتعل", "انفعل", "استفعل")


@lru_cache(maxsize=8192)
def verb_key(lemma: str, pattern: str) -> str:
    """The key of a verb, its squeezed lemma and its form: `قدم` and `قدّم` are two, spellings of one are one."""
    return f"{squeeze(lemma)} {'I' if ' ' in pattern else pattern}"


VerbTable = dict[str, tuple[tuple[int, str, str, str], ...]]


@dataclass(frozen=True, slots=True)
class Verbs:
    """All verbs and the table from squeezed form to (index of the verb, tense, person, voice)."""

    verbs: tuple[Verb, ...]
    table: VerbTable
    participles: dict[str, tuple[int, str]]
    """Squeezed active participle as an adverb (`مطالبا`, `مطالبة`, `مطالبين`) to (index of the verb, its person)."""
    preferred: dict[str, str]
    """Squeezed form to the squeezed lemma it mostly is, where two verbs share it (`lexicon/verbs/homographs.tsv`)."""
    of_somebody: dict[str, str] = field(default_factory=dict)
    """Squeezed form to the squeezed lemma it is where somebody stands behind it (`يجري الوزير محادثات`)."""

    def readings(self, norm: str) -> tuple[Reading, ...]:
        """Every reading of a squeezed surface word as a finite verb, clitics taken off; the barest cut first."""
        return _readings(self, norm)

    def reading_of_somebody(self, norm: str) -> Reading | None:
        """The reading of a word whose subject, right behind it, is somebody, where that is another verb; else None."""
        return next((r for f in self.of_somebody for r in _readings(self, norm, f)), None)

    def participle(self, norm: str) -> Reading | None:
        """The reading of a squeezed indefinite word as an active participle that goes with a subject, or None."""
        found = self.participles.get(norm)
        return None if found is None else Reading(self.verbs[found[0]], "participle", found[1], "active")

    def __hash__(self) -> int:
        return id(self)


def _ends_in_alef(verb: Verb) -> bool:
    """Whether the past of a plain verb with a weak end has `ى`, an alef before a pronoun (`نفى`, `نفاه`)."""
    return verb.pattern.startswith("فعَل")


@lru_cache(maxsize=32768)
def _readings(verbs: Verbs, norm: str, led: str = "") -> tuple[Reading, ...]:
    """The readings of a word; with `led` only those of that form by the verb it is where somebody stands behind it."""
    found: list[Reading] = []
    for conjunction, particle, article, stem, suffix in clitics(norm):
        if article or particle in ("ب", "ك"):
            continue
        for form in _stems(stem, suffix):
            if led and (form != led or suffix):
                continue
            wanted = (verbs.of_somebody if led or suffix else {}).get(form) or verbs.preferred.get(form)
            for index, tense, person, voice in verbs.table.get(form, ()):
                verb = verbs.verbs[index]
                if wanted is not None and squeeze(verb.lemma) != wanted:
                    continue
                if particle and tense == "past":
                    continue
                if suffix and (voice == "passive" or (suffix == "ني" and person.startswith("1"))):
                    continue
                if suffix and stem.endswith("ي") and (tense, person) == ("past", "3ms") and _ends_in_alef(verb):
                    continue  # `نفيه` is no `نفاه`
                voice = "active" if suffix else voice
                letter = particle if particle != "س" else ""
                found.append(Reading(verb, tense, person, voice, particle == "س", conjunction, letter, suffix))
    if norm.startswith("وو") and any(r.conjunction for r in found):
        return tuple(r for r in found if r.conjunction)  # `ووصل`, `ووجهت`: hardly ever a passive of `واصل`, `واجه`
    if norm in verbs.preferred and any(not r.conjunction for r in found):
        return tuple(r for r in found if not r.conjunction)  # `فشلوا` is no `ف` and `شلوا`
    return tuple(found)


def _stems(stem: str, suffix: str) -> tuple[str, ...]:
    """The forms a stem before an object pronoun may stand for: `قتلو` is `قتلوا`, `رما` is `رمى`."""
    if suffix and stem.endswith("و"):
        return stem, stem + "ا"
    if suffix and stem.endswith("ا"):
        return stem, stem[:-1] + "ي"
    return (stem,)


def build_verbs(
    entries: Iterable[Verb], preferred: Mapping[str, str] | None = None, of_somebody: Mapping[str, str] | None = None
) -> Verbs:
    """The table for a list of verbs; `preferred` and `of_somebody` settle forms that two verbs share.

    Raises `LexiconError` naming the entry whose root or pattern cannot be inflected.
    """
    verbs: list[Verb] = []
    table: dict[str, list[tuple[int, str, str, str]]] = {}
    for verb in entries:
        index = len(verbs)
        verbs.append(verb)
        for form, tense, person, voice in inflect(verb):
            row = (index, tense, person, voice)
            rows = table.setdefault(form, [])
            if row not in rows:
                rows.append(row)
    participles: dict[str, tuple[int, str]] = {}
    for index, verb in enumerate(verbs):
        for form, person in _participles(verb):
            participles.setdefault(form, (index, person))
    known = {squeeze(v.lemma) for v in verbs}
    settled, led = ({f: v for f, v in (given or {}).items() if v in known} for given in (preferred, of_somebody))
    return Verbs(tuple(verbs), {form: tuple(rows) for form, rows in table.items()}, participles, settled, led)


def inflect(verb: Verb) -> list[tuple[str, str, str, str]]:
    """(squeezed form, tense, person, voice) of a verb, without repetition; voice `either` where both share the form.

    Raises `LexiconError` where mazini refuses the root or the pattern.
    """
    from mazini import MaziniError, conjugate

    try:
        slots = conjugate(verb.root, verb.pattern, passive=_has_objects(verb)).slots
    except MaziniError as error:
        raise LexiconError(f"verb {verb.lemma} ({verb.root}, {verb.pattern}): {error}") from error
    found: dict[tuple[str, str, str], set[str]] = {}
    for mood, tense in _TENSES.items():
        for person in _PERSONS:
            for voice, key in (("active", f"{mood}_{person}"), ("passive", f"{mood}_pass_{person}")):
                for form in slots.get(key, ()):
                    found.setdefault((squeeze(form.form), tense, person), set()).add(voice)
    return [
        (form, tense, person, voices.pop() if len(voices) == 1 else "either")
        for (form, tense, person), voices in found.items()
        if tense != "jussive" or (form, "present", person) not in found
    ]


def _has_objects(verb: Verb) -> bool:
    """Whether a verb has a passive of every person: one of a pattern that mazini leaves with that of `it` alone.

    Of the verbs that news tells of, those of two patterns mostly do (`استُهدفت السفارة`, `خُطفوا`, `شُملت`).
    """
    return "event" in verb.kind.split() and (verb.pattern == "استفعل" or verb.pattern.startswith("فعِل"))


def _participles(verb: Verb) -> list[tuple[str, str]]:
    """The active participle of a verb that names or reports: accusative masculine, one or many, and feminine."""
    from mazini import conjugate

    if not {"event", "say"} & set(verb.kind.split()):
        return []
    found = []
    for form in conjugate(verb.root, verb.pattern).slots.get("ap", ()):
        weak = "\u064d" in form.form[-2:]  # `مُثنٍ`, and `مُعَزٍّ` with its shadda
        stem = squeeze(form.form) + ("ي" if weak else "")
        plural = stem.removesuffix("ي") if weak else stem
        found += [(stem + "ا", "3ms"), (stem + "ه", "3fs"), (plural + "ين", "3mp")]
    return found


def read_verb_list(path: Path) -> list[Verb]:
    """The verbs of a tab-separated file with the columns lemma, root, pattern, kind. Raises `LexiconError`."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        verbs = []
        for number, row in enumerate(rows, start=2):
            if not all(row.get(k) for k in ("lemma", "root", "pattern", "kind")):
                raise LexiconError(f"{path.name}, line {number}: lemma, root, pattern and kind are needed")
            verbs.append(Verb(row["lemma"], row["root"], row["pattern"], row["kind"]))
    return verbs
