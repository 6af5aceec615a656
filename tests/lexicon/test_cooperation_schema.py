"""The cooperation half of the event lexicon, the support verbs, the verbs of saying and the plain verbs keep the format
of docs/lexicon.md: what this checks needs no coder, only the files."""

from __future__ import annotations

import csv
import re
import tomllib
from functools import lru_cache
from typing import Any

import pytest

from khabar.lexicon.cache import ROOT
from khabar.records import Auxiliary, Stance
from khabar.text.characters import squeeze
from khabar.text.tokens import clitics, tokenize
from khabar.text.verbs import Verb, inflect, read_verb_list

FILES = ("agree", "aid", "concede", "consult", "cooperate", "request", "retreat", "support-type")
MODES: dict[str, set[str]] = {
    "AGREE": set(),
    "CONSULT": {"visit", "third-party", "multilateral", "phone"},
    "SUPPORT": set(),
    "CONCEDE": set(),
    "COOPERATE": set(),
    "AID": set(),
    "RETREAT": {"withdraw", "release", "disarm", "ceasefire", "access", "resign"},
    "REQUEST": {"assist", "change", "yield", "meet"},
    "ACCUSE": {"disapprove", "investigate", "allege"},
    "REJECT": {"assist", "change", "yield", "meet"},
    "THREATEN": {"restrict", "arrest", "relations", "expel", "territory", "violence"},
    "PROTEST": {"demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"},
    "SANCTION": {"convict", "expel", "withdraw", "discontinue"},
    "MOBILIZE": {"troops", "weapons", "police", "militia"},
    "COERCE": {
        "seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation",
        "cyber",
    },
    "ASSAULT": {
        "abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives",
        "suicide-attack", "aerial", "drone", "heavy-weapons", "crowd-control", "unconventional",
    },
}  # fmt: skip
_CONTEXTS = (
    "military intelligence executive legislative election political_institutions pro-democracy pro-autocracy economic "
    "legal reparations human_rights rights_freedoms repression human_security gender lgbt religion_ethnicity "
    "inequality diplomatic territory peacekeeping health asylum migration disasters natural_resource environment "
    "technology terrorism cbrn cyber misinformation crime corruption illegal_drugs trafficking"
)
CONTEXTS = set(_CONTEXTS.split())
ROLES = {"actor", "recipient", "topic", "instrument", "place", "both"}
_PREPOSITIONS = "على مع إلى ل ب من ضد عن في بين حول بشأن تجاه أمام لدى قبالة خارج فوق بحق دون بعد عبر"
PREPOSITIONS = set(_PREPOSITIONS.split())
SLOTS = {"subj", "obj", "obj2", "gen", "comp", "form", "under", "before", "adj"} | PREPOSITIONS
SIZES = {"dead", "injured", "arrested", "abducted", "displaced", "released", "participants", "missing"}
KINDS_OF_MENTION = {"@person", "@group", "@place", "@country"}
SUBJECTS = {"actor", "recipient", "place", "none"}
SAY_FRAMES = PREPOSITIONS | {"by", "comp", "obj", "quote"}

Entry = dict[str, Any]


@lru_cache(maxsize=1)
def events() -> list[tuple[str, str, Entry]]:
    """(file, kind, entry) of every entry, senses left inside."""
    return [
        (name, kind, entry)
        for name in FILES
        for kind, entries in tomllib.loads((ROOT / "events" / f"{name}.toml").read_text(encoding="utf-8")).items()
        for entry in entries
    ]


@lru_cache(maxsize=1)
def support() -> list[Entry]:
    """The support verbs."""
    entries: list[Entry] = tomllib.loads((ROOT / "events" / "light.toml").read_text(encoding="utf-8"))["support"]
    return entries


@lru_cache(maxsize=4096)
def forms(lemma: str, root: str, pattern: str) -> frozenset[str]:
    """Every squeezed form of a verb."""
    return frozenset(form for form, *_ in inflect(Verb(lemma, root, pattern, "event")))


def stems(text: str) -> set[str]:
    """Every stem that a word of `text` may have, clitics off."""
    found = {cut.stem for token in tokenize(text) if token.kind == "word" for cut in clitics(token.norm)}
    return found | {s + "ا" for s in found if s.endswith("و")} | {s[:-1] + "ي" for s in found if s.endswith("ا")}


def holds(kind: str, entry: Entry, example: str) -> bool:
    """Whether a form of the entry stands in the example."""
    if kind in ("verb", "support"):
        return not forms(entry["lemma"], entry["root"], entry["pattern"]).isdisjoint(stems(example))
    found = stems(example)
    return any(
        all(any(s.startswith(squeeze(word).rstrip("هي")) for s in found) for word in one.split())
        for one in (entry["lemma"], *entry.get("plural", ()))
    )


def parts(entry: Entry) -> list[Entry]:
    """The entry and its senses."""
    return [entry, *entry.get("sense", ())]


def label(type_: str, mode: str | None) -> str:
    """How `gives` writes a type with its mode."""
    return f"{type_}/{mode}" if mode else type_


def gives_errors(text: str, example: str) -> list[str]:
    """What is wrong with a `gives` field: types, modes, auxiliary modes, and words that the example does not have."""
    wrong: list[str] = []
    for event in [] if text == "none" else text.split(";;"):
        fields = event.split("|")
        head = re.fullmatch(r"([A-Z]+)(?:/([a-z-]+))?(?: \[([a-z ,]+)\])?", fields[0].strip())
        if head is None or head[1] not in MODES or len(fields) != 3:
            wrong.append(f"no event: {event}")
            continue
        if head[2] and head[2] not in MODES[head[1]]:
            wrong.append(f"no mode of {head[1]}: {head[2]}")
        if head[3] and not {a.strip() for a in head[3].split(",")} <= {a.value for a in Auxiliary}:
            wrong.append(f"no auxiliary mode: {head[3]}")
        wrong.extend(m for f in fields[1:] for m in map(str.strip, f.split("+")) if m and m not in example)
    return wrong


def test_there_are_enough_entries_and_every_mode_has_one() -> None:
    whole = [(e, p) for _, _, e in events() for p in parts(e)]
    assert len(whole) >= 400
    have = {(p.get("type", e["type"]), p.get("mode")) for e, p in whole}
    for type_ in ("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"):
        assert not {(type_, m) for m in MODES[type_]} - have


@pytest.mark.parametrize("name", FILES)
def test_types_modes_contexts_frames_and_conditions(name: str) -> None:
    classes = {f"@{path.stem}" for path in (ROOT / "classes").glob("*.txt")} | KINDS_OF_MENTION
    wrong: list[str] = []
    for file, kind, entry in events():
        if file != name:
            continue
        assert kind in ("verb", "noun")
        for part in parts(entry):
            type_ = part.get("type", entry["type"])
            where = f"{entry['lemma']} {part.get('when', '')}"
            if type_ != "none" and type_ not in MODES:
                wrong.append(f"{where}: type {type_}")
            if part.get("mode") and part["mode"] not in MODES.get(type_, ()):
                wrong.append(f"{where}: mode {part['mode']}")
            if not set(part.get("context", ())) <= CONTEXTS:
                wrong.append(f"{where}: context {part['context']}")
            if type_ != "none" and not re.fullmatch(r"\d{3,4}", part.get("cameo", entry.get("cameo", ""))):
                wrong.append(f"{where}: no CAMEO code")
            for role, slots in part.get("frame", {}).items():
                if role not in ROLES or not set(slots.split()) <= SLOTS:
                    wrong.append(f"{where}: {role} = {slots}")
            for size, slot in part.get("size", {}).items():
                if size not in SIZES or slot not in SLOTS:
                    wrong.append(f"{where}: size {size} = {slot}")
            for slot, words in part.get("when", {}).items():
                if slot in ("has", "missing"):
                    wrong.extend(f"{where}: {w}" for w in words.split() if w not in SLOTS)
                elif slot.removeprefix("not_") not in SLOTS | {"form", "under"}:
                    wrong.append(f"{where}: condition on {slot}")
                wrong.extend(f"{where}: {w}" for w in words.split() if w.startswith("@") and w not in classes)
            if part is not entry and not part.get("when"):
                wrong.append(f"{where}: a sense without a condition")
    assert not wrong


@pytest.mark.parametrize("name", FILES)
def test_examples_hold_the_entry_and_what_it_gives(name: str) -> None:
    wrong: list[str] = []
    for file, kind, entry in events():
        for part in parts(entry) if file == name else ():
            example, gives = part["example"], part["gives"]
            if not holds(kind, entry, example):
                wrong.append(f"{entry['lemma']} is not in: {example}")
            wrong.extend(f"{entry['lemma']}: {error}" for error in gives_errors(gives, example))
            type_ = part.get("type", entry["type"])
            own = label(type_, part.get("mode") or (entry.get("mode") if "type" not in part else None))
            if type_ == "none" and gives != "none":
                wrong.append(f"{entry['lemma']}: no event, but {gives}")
            elif type_ != "none" and not re.search(rf"(^|;; ){own}( |$)", gives):
                wrong.append(f"{entry['lemma']}: {own} is not what the example gives: {gives}")
    assert not wrong


@lru_cache(maxsize=64)
def class_words(name: str) -> tuple[str, ...]:
    """The words of a class file, joined by `_` as in a condition."""
    lines = (ROOT / "classes" / f"{name[1:]}.txt").read_text(encoding="utf-8").split("\n")
    return tuple(line.replace(" ", "_") for line in lines if line)


def is_met(words: str, example: str) -> bool:
    """Whether some word of a condition stands in the example; true where only a kind of mention could tell."""
    if KINDS_OF_MENTION & set(words.split()):
        return True
    found = stems(example)
    found |= {s.removesuffix("ا") for s in found if len(s) > 3} | {s[:-1] + "ه" for s in found if s.endswith("ت")}
    every = [w for word in words.split() for w in (class_words(word) if word.startswith("@") else (word,))]
    return any(all({c.stem for c in clitics(squeeze(p))} & found for p in word.split("_")) for word in every)


def test_examples_of_senses_meet_their_conditions() -> None:
    wrong = [
        f"{file} {entry['lemma']} {slot} = {words}: {sense['example']}"
        for file, _, entry in events()
        for sense in entry.get("sense", ())
        for slot, words in sense["when"].items()
        if slot not in ("has", "missing", "form") and not slot.startswith("not_") and not is_met(words, sense["example"])
    ]
    assert not wrong


def test_no_entry_stands_twice_in_a_file_and_a_verb_has_one_type_of_its_own() -> None:
    seen: set[tuple[str, ...]] = set()
    own: dict[tuple[str, str], set[str]] = {}
    for file, kind, entry in events():
        key = (file, kind, squeeze(entry["lemma"]), entry.get("root", ""), entry.get("pattern", ""))
        assert key not in seen, key
        seen.add(key)
        if kind == "verb" and entry["type"] != "none":
            own.setdefault((entry["root"], entry["pattern"]), set()).add(entry["type"])
    assert not {verb: types for verb, types in own.items() if len(types) > 1}


def test_files_are_sorted() -> None:
    for name in FILES:
        for kind in ("verb", "noun"):
            lemmas = [squeeze(e["lemma"]) for f, k, e in events() if f == name and k == kind]
            assert lemmas == sorted(lemmas), name
    keys = [(squeeze(e["lemma"]), e["noun"]) for e in support()]
    assert keys == sorted(keys)


def lemma_of(root: str, pattern: str) -> str:
    """Mazini's citation form, squeezed."""
    from mazini import conjugate

    return squeeze(conjugate(root, pattern).lemma[0].form)


def test_lemmas_are_what_mazini_inflects() -> None:
    verbs = [e for _, kind, e in events() if kind == "verb"] + support()
    for name in ("say", "plain"):
        verbs += [
            {"lemma": v.lemma, "root": v.root, "pattern": v.pattern}
            for v in read_verb_list(ROOT / "verbs" / f"{name}.tsv")
        ]
    wrong = [v for v in verbs if lemma_of(v["root"], v["pattern"]) != squeeze(v["lemma"])]
    assert not wrong


def test_support_verbs() -> None:
    seen: set[tuple[str, ...]] = set()
    for entry in support():
        key = (entry["root"], entry["pattern"], entry["noun"], entry.get("through", ""))
        assert key not in seen
        seen.add(key)
        assert entry["noun"] in SLOTS
        assert entry["subj"] in SUBJECTS
        assert entry.get("effect", "future") in {a.value for a in Auxiliary} | {"claimed", "announced", "admitted"}
        assert holds("support", entry, entry["example"]), entry["lemma"]
        assert not gives_errors(entry["gives"], entry["example"]), entry["lemma"]
        if (effect := entry.get("effect")) and effect not in ("claimed", "announced", "admitted"):
            assert f"[{effect}]" in entry["gives"], entry["lemma"]


def test_verbs_of_saying() -> None:
    with (ROOT / "verbs" / "say.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    assert len(rows) >= 120
    for row in rows:
        assert row["kind"] == "say"
        assert row["stance"] in {s.value for s in Stance}, row
        assert row["frame"], row
        assert {slot.split("=")[0].rstrip("!") for slot in row["frame"].split()} <= SAY_FRAMES, row
    assert [squeeze(r["lemma"]) for r in rows] == sorted(squeeze(r["lemma"]) for r in rows)


def test_plain_verbs_are_no_other_verbs() -> None:
    plain = read_verb_list(ROOT / "verbs" / "plain.tsv")
    assert len(plain) >= 900
    assert {v.kind for v in plain} == {"plain", "aux"}
    assert [squeeze(v.lemma) for v in plain] == sorted(squeeze(v.lemma) for v in plain)
    pairs = [(v.root, v.pattern) for v in plain]
    assert len(pairs) == len(set(pairs))
    events_ = {(e["root"], e["pattern"]) for _, kind, e in events() if kind == "verb"}
    say = {(v.root, v.pattern) for v in read_verb_list(ROOT / "verbs" / "say.tsv")}
    assert not [v for v in plain if v.kind == "plain" and (v.root, v.pattern) in events_ | say]


def test_sources() -> None:
    cues = tomllib.loads((ROOT / "sources" / "cues.toml").read_text(encoding="utf-8"))["cue"]
    for cue in cues:
        assert cue["kind"] in {"genitive", "verb", "pronoun", "impersonal", "hedge", "part"}
        assert cue["scope"] in {"sentence", "clause", "phrase"}
        assert cue["stance"] in {s.value for s in Stance}
        printed = squeeze(cue["words"].removesuffix(" ضمير"))
        bare = " ".join(token.norm for token in tokenize(cue["example"]))
        last = printed.split()[-1]
        assert (" ".join(printed.split()[:-1]) or last) in bare, cue["words"]
    nouns = tomllib.loads((ROOT / "sources" / "nouns.toml").read_text(encoding="utf-8"))["noun"]
    for noun in nouns:
        assert noun["kind"] in {"document", "media", "witness", "anonymous", "spokesman", "body"}
        assert holds("noun", noun, noun["example"]), noun["lemma"]
    for entry in (*cues, *nouns):
        for words in entry["chain"]:
            assert words in entry["example"] or f"لل{words[2:]}" in entry["example"], words
    assert len({c["words"] for c in cues}) == len(cues)
    assert len({n["lemma"] for n in nouns}) == len(nouns)
