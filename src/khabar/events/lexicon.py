"""The event lexicon: verbs, nouns and support verbs that name events, with frames and senses (`docs/lexicon.md`)."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from khabar.errors import LexiconError
from khabar.lexicon.cache import ROOT, cached
from khabar.records import Auxiliary
from khabar.text.characters import squeeze
from khabar.text.verbs import Verb, Verbs, build_verbs, read_verb_list, verb_key

TYPES = (
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
)
NONE = "none"
SPECIAL = frozenset({"@person", "@group", "@place", "@country"})
"""Classes that mentions decide: people, groups and offices; places; states."""
ROLES = ("actor", "recipient", "both", "topic", "instrument", "place")


@dataclass(frozen=True, slots=True)
class Condition:
    """One demand of a sense on a slot: a word of it is in `words`, or (None) it is there; `negated` turns it."""

    slot: str
    words: frozenset[str] | None
    negated: bool


@dataclass(frozen=True, slots=True)
class Sense:
    """One use of an entry: what it codes to, and when."""

    entry: str
    type: str
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    frame: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Role to the slots that may fill it, the first that is there counts."""
    size: Mapping[str, str] = field(default_factory=dict)
    """Kind of size to the slot whose number it is."""
    when: tuple[Condition, ...] = ()
    voice: str | None = None
    auxiliary: tuple[str, ...] = ()
    """What the entry itself says of the event: a promise is `future`, an offer `hypothetical`."""
    example: str = ""
    gives: str = ""
    where: str = ""
    """File and lemma, for messages."""
    sure: bool = False
    """Whether the words of this use tell of a happening wherever it is told who did it (`أدرج على القائمة السوداء`)."""

    @property
    def slots(self) -> frozenset[str]:
        """Every slot the frame names."""
        return frozenset(s for slots in self.frame.values() for s in slots)


@dataclass(frozen=True, slots=True)
class Support:
    """A support verb: it lends its subject to the event noun in one of its slots."""

    lemma: str
    noun: str
    subject: str
    effect: str = ""
    through: str = ""
    """A squeezed stem that must stand between verb and noun (`أعلن مسؤوليته عن الهجوم`)."""
    where: str = ""


@dataclass(frozen=True, slots=True)
class EventLexicon:
    """All that names events, ready for look-up."""

    verbs: Verbs
    verb_senses: Mapping[str, tuple[Sense, ...]]
    """Verb key (`verb_key`) to its senses, those with conditions first."""
    noun_senses: Mapping[str, tuple[Sense, ...]]
    """Squeezed noun (singular or plural) to the senses of its entries."""
    noun_openings: frozenset[str]
    """The first words of entries of several words in `noun_senses`."""
    supports: Mapping[str, tuple[Support, ...]]
    """Verb key to its uses as a support verb."""
    says: Mapping[str, Mapping[str, str]]
    """Verb key of a reporting verb to its row in `verbs/say.tsv`."""
    classes: Mapping[str, frozenset[str]]
    """The word lists of `classes/`, squeezed."""


def source_files(root: Path = ROOT) -> list[Path]:
    """Every file the compiled event lexicon depends on, this module and the verb table's among them."""
    found = [p for folder in ("events", "classes", "verbs") for p in sorted((root / folder).glob("*.*"))]
    code = Path(__file__).parent.parent
    return [*found, Path(__file__), code / "text" / "verbs.py", code / "text" / "characters.py"]


def load_events(root: Path = ROOT) -> EventLexicon:
    """The event lexicon under `root`, from the cache where it is unchanged. Raises `LexiconError`."""
    return cached("events", source_files(root), lambda: build_events(root))


def build_events(root: Path) -> EventLexicon:
    """Read and compile the event lexicon. Raises `LexiconError` naming file and entry."""
    classes = read_classes(root / "classes")
    verbs: dict[str, Verb] = {}
    verb_senses: dict[str, list[Sense]] = {}
    noun_senses: dict[str, list[Sense]] = {}
    supports: dict[str, list[Support]] = {}
    for path in sorted((root / "events").glob("*.toml")):
        raw = _read_toml(path)
        for entry in raw.get("verb", []):
            key = _add_verb(verbs, entry, "event", path)
            verb_senses.setdefault(key, []).extend(read_senses(entry, classes, path))
        for entry in raw.get("noun", []):
            senses = read_senses(entry, classes, path)
            for form in [entry["lemma"], *entry.get("plural", [])]:
                for key in _noun_keys(form):
                    noun_senses.setdefault(key, []).extend(senses)
        for entry in raw.get("support", []):
            key = _add_verb(verbs, entry, "light", path)
            supports.setdefault(key, []).append(
                Support(
                    entry["lemma"],
                    squeeze(entry["noun"]) if entry["noun"] not in _SLOTS else entry["noun"],
                    entry.get("subj", "none"),
                    entry.get("effect", ""),
                    squeeze(entry.get("through", "")),
                    f"{path.name}: {entry['lemma']}",
                )
            )
    says = _read_says(root / "verbs" / "say.tsv", verbs)
    for path in sorted((root / "verbs").glob("*.tsv")):
        if path.name in ("plain.tsv", "aux.tsv"):
            for verb in read_verb_list(path):
                _add_verb(verbs, {"lemma": verb.lemma, "root": verb.root, "pattern": verb.pattern}, verb.kind, path)
    return EventLexicon(
        build_verbs(
            verbs.values(),
            _read_homographs(root / "verbs" / "homographs.tsv"),
            _read_homographs(root / "verbs" / "of-somebody.tsv"),
        ),
        {k: tuple(sorted(v, key=_conditions_first)) for k, v in verb_senses.items()},
        {k: tuple(sorted(v, key=_conditions_first)) for k, v in noun_senses.items()},
        frozenset(k.partition(" ")[0] for k in noun_senses if " " in k),
        {k: tuple(sorted(v, key=lambda use: not use.through)) for k, v in supports.items()},
        says,
        classes,
    )


_SLOTS = frozenset({"subj", "obj", "obj2", "gen", "comp", "self", "near", "under", "form", "before", "adj", "why"})


def _conditions_first(sense: Sense) -> tuple[bool, bool]:
    """Sort key: senses with conditions in the order of their file, then the defaults, "no event" last of all."""
    return not sense.when, not sense.when and sense.type == NONE


def _noun_keys(form: str) -> tuple[str, ...]:
    """The keys of a noun: without `ال`; with and without what only print without hamza takes for it (`القاء`)."""
    norm = squeeze(form)
    article = norm.startswith("ال") and not form.startswith("أل")
    if not article or len(norm) <= 4 or " " in norm:
        return (norm,)
    return (norm, norm[2:]) if form.startswith(("إل", "آل")) else (norm[2:],)


def _add_verb(verbs: dict[str, Verb], entry: Mapping[str, Any], kind: str, path: Path) -> str:
    """Enter a verb once, with every kind it has; its key. Raises `LexiconError` for missing keys."""
    for name in ("lemma", "root", "pattern"):
        if not entry.get(name):
            raise LexiconError(f"{path.name}: {entry.get('lemma', '?')}: {name} is missing")
    key = verb_key(entry["lemma"], entry["pattern"])
    old = verbs.get(key)
    kinds = sorted({kind, *(old.kind.split() if old else ())})
    pattern = old.pattern if old else entry["pattern"]
    verbs[key] = Verb(entry["lemma"], entry["root"], pattern, " ".join(kinds))
    return key


def _read_says(path: Path, verbs: dict[str, Verb]) -> dict[str, dict[str, str]]:
    says: dict[str, dict[str, str]] = {}
    if not path.exists():
        return says
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            says[_add_verb(verbs, row, "say", path)] = {k: v or "" for k, v in row.items() if k}
    return says


def _read_homographs(path: Path) -> dict[str, str]:
    """Squeezed form to the squeezed lemma that print mostly means by it."""
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {squeeze(row["form"]): squeeze(row["lemma"]) for row in rows}


def read_classes(folder: Path) -> dict[str, frozenset[str]]:
    """Class name to its squeezed words."""
    return {
        path.stem: frozenset(
            squeeze(line.strip()) for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"
        )
        for path in sorted(folder.glob("*.txt"))
    }


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LexiconError(f"{path.name}: {error}") from error


def read_senses(entry: Mapping[str, Any], classes: Mapping[str, frozenset[str]], path: Path) -> list[Sense]:
    """The senses of one entry, its own keys last, as the default. Raises `LexiconError`."""
    where = f"{path.name}: {entry.get('lemma', '?')}"
    found = [_sense({**_defaults(entry), **sense}, classes, where) for sense in entry.get("sense", [])]
    found.append(_sense(entry, classes, where))
    return found


def _defaults(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {k: entry[k] for k in ("lemma", "type", "frame", "voice") if k in entry}


def _sense(raw: Mapping[str, Any], classes: Mapping[str, frozenset[str]], where: str) -> Sense:
    kind = raw.get("type", NONE)
    if kind not in TYPES and kind != NONE:
        raise LexiconError(f"{where}: unknown event type {kind!r}")
    frame: dict[str, tuple[str, ...]] = {}
    for role, slots in raw.get("frame", {}).items():
        if role not in ROLES:
            raise LexiconError(f"{where}: unknown role {role!r}")
        frame[role] = tuple(s if s in _SLOTS else squeeze(s) for s in slots.split())
    size = raw.get("size", {})
    if isinstance(size, str):
        size = {size: "obj" if "obj" in str(frame) else "gen"}
    return Sense(
        raw["lemma"],
        kind,
        _list(raw.get("mode", ())),
        _list(raw.get("context", ())),
        raw.get("cameo"),
        frame,
        {k: v if v in _SLOTS else squeeze(v) for k, v in size.items()},
        _conditions(raw.get("when", {}), classes, where),
        raw.get("voice"),
        _moods(raw.get("auxiliary", ()), where),
        raw.get("example", ""),
        raw.get("gives", ""),
        where,
        raw.get("sure", False),
    )


def _moods(value: Any, where: str) -> tuple[str, ...]:
    """The auxiliary modes of a sense. Raises `LexiconError` for one there is not."""
    for name in (found := _list(value)):
        if name not in set(Auxiliary):
            raise LexiconError(f"{where}: unknown auxiliary mode {name!r}")
    return found


def _list(value: Any) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _conditions(when: Mapping[str, str], classes: Mapping[str, frozenset[str]], where: str) -> tuple[Condition, ...]:
    found: list[Condition] = []
    for name, words in when.items():
        if name in ("has", "missing"):
            found.extend(Condition(s if s in _SLOTS else squeeze(s), None, name == "missing") for s in words.split())
            continue
        negated = name.startswith("not_")
        slot = name.removeprefix("not_")
        found.append(Condition(slot if slot in _SLOTS else squeeze(slot), _words(words, classes, where), negated))
    return tuple(found)


def _words(words: str | Iterable[str], classes: Mapping[str, frozenset[str]], where: str) -> frozenset[str]:
    found: set[str] = set()
    for word in words.split() if isinstance(words, str) else words:
        if word in SPECIAL:
            found.add(word)
        elif word.startswith("@"):
            if word[1:] not in classes:
                raise LexiconError(f"{where}: there is no class {word}")
            found |= {w.replace("_", " ") for w in classes[word[1:]]}
        else:
            found.update(_noun_keys(word.replace("_", " ")))
    return frozenset(found | {single for word in found if (single := _singular(word))})


def _singular(word: str) -> str:
    """What a word in the sound plural is in the singular, so that every form of it meets the condition."""
    if " " in word or len(word) < 6 or word.startswith("@"):
        return ""
    if word.endswith(("ين", "ون")):
        return word[:-2]
    return word[:-2] + "ه" if word.endswith("ات") else ""


_ENDINGS = (
    ("تين", "ه"),
    ("تان", "ه"),
    ("تا", "ه"),
    ("تي", "ه"),
    ("ين", ""),
    ("ان", ""),
    ("ات", "ه"),
    ("ات", ""),
    ("ا", ""),
    ("ون", ""),
    ("تهما", "ه"),
    ("تهم", "ه"),
    ("تها", "ه"),
    ("تنا", "ه"),
    ("ته", "ه"),
    ("اتها", "ه"),
    ("اته", "ه"),
    ("هما", ""),
    ("هم", ""),
    ("ها", ""),
    ("نا", ""),
    ("ه", ""),
    ("اءه", "اء"),
    ("اءها", "اء"),
    ("ته", "ت"),
)


@lru_cache(maxsize=16384)
def noun_keys(bare: str) -> tuple[str, ...]:
    """The forms a squeezed noun without `ال` may be entered under: itself, without ending, pronoun or tanwin alef."""
    keys = [bare, bare[2:]] if bare.startswith("الت") else [bare]  # `التماس السجناء`, where `ال` is no article
    for ending, put in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= 2:
            keys.append(bare[: -len(ending)] + put)
    return tuple(dict.fromkeys(keys))


def noun_key(bare: str) -> str:
    """The shortest of these forms, for facts that are to be alike for all of them."""
    return min(noun_keys(bare), key=len)
