"""Domains in which words of conflict mean something else: sport, and deaths by accident or disaster."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache

from khabar.events.draft import Draft
from khabar.events.lexicon import noun_keys
from khabar.events.scene import Scene
from khabar.lexicon.cache import ROOT
from khabar.lexicon.words import word_list
from khabar.records import MentionKind
from khabar.text.characters import squeeze
from khabar.text.words import Word


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    """Domain to its squeezed words without `ال`; of several words, parted by blanks."""
    raw = tomllib.loads((ROOT / "grammar" / "domains.toml").read_text(encoding="utf-8"))
    return {name: frozenset(squeeze(w).removeprefix("ال") for w in words) for name, words in raw.items()}


@lru_cache(maxsize=1)
def _every_word() -> frozenset[str]:
    return frozenset().union(*_words().values())


@lru_cache(maxsize=1)
def _phrases() -> frozenset[str]:
    """The entries of three words and more."""
    return frozenset(w for w in _every_word() if w.count(" ") > 1)


def domain_marks(words: Sequence[Word]) -> dict[str, int]:
    """How many words (or phrases) of each domain stand in a sentence."""
    bare = [w.bare.removeprefix("ال") for w in words]
    norms = [w.norm for w in words]
    pairs = [f"{a} {b}" for a, b in zip(bare, norms[1:], strict=False)]
    listed = _every_word()
    found = [w for w in (*bare, *pairs) if w in listed]
    whole = f" {' '.join(norms)} "
    found += [phrase for phrase in _phrases() if f" {phrase} " in whole]
    return {name: sum(w in own for w in found) for name, own in _words().items()}


_MANY = 3
"""In how many sentences at least, and in half of all, a report speaks of sport where sport is what it is about."""


def report_marks(sentences: Sequence[Mapping[str, int]], title: Mapping[str, int]) -> dict[str, int]:
    """The marks of the headline, with `match` added where sport runs through the whole report."""
    sport = sum(marks.get("sport", 0) > 0 for marks in sentences)
    return {**title, "match": int(sport >= _MANY and 2 * sport >= len(sentences))}


_STOPPING = (": أوقف", ": إيقاف")
_POWER = frozenset({"COP", "JUD", "MIL", "GOV"})


def in_other_domain(draft: Draft) -> bool:
    """Whether a draft stands where its words mean something else: sport, stories, or an accident that hit people."""
    here, title = draft.scene.marks, draft.scene.title_marks
    harmed = {s.kind for s in draft.size} & {"dead", "injured", "arrested"}
    if draft.sense.where.endswith(_STOPPING) and not any(_POWER & set(m.sectors) for m in draft.actors):
        harmed -= {"arrested"}  # `أوقفت لجنة المسابقات اللاعب ثلاث مباريات`
    if title.get("pastime", 0):
        return True
    if not harmed and (_told_of("sport", here, title) or (title.get("match", 0) and draft.type not in _OFF_FIELD)):
        return True
    if draft.type in _TOLD and _told_of("story", here, title):
        return True
    if draft.type == "SUPPORT" and draft.sense.cameo in _PRAISE and _is_civil(draft):
        return True
    if draft.type in ("REQUEST", "AGREE") and _is_for_applicants(draft):
        return True
    shown = draft.type == "PROTEST" and draft.trigger.kind == "noun" and not draft.actors
    if shown and _told_of("festival", here, title):
        return True
    accident = bool(here.get("accident", 0) or title.get("accident", 0))
    return draft.type == "ASSAULT" and accident and not draft.actors and not draft.modes


def without_mere_deaths(drafts: Sequence[Draft], scenes: Sequence[Scene]) -> list[Draft]:
    """The drafts without deaths that no report of force tells of (`لقي ألفا مهاجر مصرعهم هذا العام`).

    The words for them are those of accidents as well; people who bear arms die by force. Where the report tells of an
    accident, its blasts are no attacks either.
    """
    if any(d.type == "PROTEST" for d in drafts) or any(_tells_force(scene) for scene in scenes):
        return list(drafts)
    idle = _words()["death"]
    if any(scene.marks.get("accident", 0) for scene in scenes):
        idle |= _words()["blast"]
    return [d for d in drafts if not _is_mere_death(d, idle)]


_RIGGED = word_list(__name__, "rigged")


def _tells_force(scene: Scene) -> bool:
    """Whether a sentence names an attack or a weapon."""
    weapons = (scene.classes["weapons"] | scene.classes["arsenal"]) - {"غاز"}
    words = (w for w in scene.words if w.kind != "name")
    mild = _words()["death"] | _words()["wound"] | _words()["blast"]
    attacks = any(scene.words[i].bare not in mild for i in scene.violent)
    return attacks or any({*noun_keys(w.bare)} & weapons or w.bare in _RIGGED for w in words)


def _is_mere_death(draft: Draft, idle: frozenset[str]) -> bool:
    """Whether words in `idle` alone tell that somebody died, and neither by whom nor how, nor that he bears arms."""
    how = draft.modes and draft.modes != ["explosives"]
    if draft.type != "ASSAULT" or draft.actors or how or draft.auxiliary:
        return False
    told = [word for span in (draft.span, *draft.also) for word in squeeze(span.of(draft.scene.text)).split()]
    armed = any(_ARMED & {*m.sectors} for m in draft.recipients)
    told = [w.removeprefix("ال") for w in told]
    return not armed and any(w in idle for w in told) and all(w in idle | _words()["wound"] for w in told)


_ARMED = frozenset({"MIL", "COP", "REB", "UAF", "PRM"})


def _told_of(domain: str, here: Mapping[str, int], title: Mapping[str, int]) -> bool:
    """Whether a sentence is of a domain: two words of it, or one that the headline has as well."""
    return here.get(domain, 0) >= 2 or bool(here.get(domain, 0) and title.get(domain, 0))


_OFF_FIELD = frozenset({"PROTEST", "CONCEDE", "COERCE", "SANCTION"})
"""What a report of a match tells of stands and offices, and not of the game."""
_TOLD = frozenset({"ASSAULT", "COERCE", "AID", "MOBILIZE", "THREATEN", "RETREAT"})
"""What heroes of stories do."""
_PRAISE = frozenset({"051"})
_DEALS = frozenset({"057", "061"})
_POLITICAL = frozenset({"GOV", "MIL", "COP", "PTY", "REB", "IGO", "LEG", "JUD", "SPY", "ELI", "NGO", "UAF", "PRO"})


def _is_for_applicants(draft: Draft) -> bool:
    """Whether a call is an office's to those it serves (`دعت الوزارة الخريجات إلى التقدم`, `طلب من المسافرين`)."""
    scene = draft.scene
    if draft.trigger.kind != "verb":
        return False
    called = [p for slot in ("obj", "ب", "من", "ل") for g in draft.slots.get(slot, ())[:1] for p in g]
    return any({*noun_keys(scene.words[p.head].bare)} & scene.classes["applicants"] for p in called)


def is_among_firms(draft: Draft) -> bool:
    """Whether only firms and merchants sign a thing with each other (`وقع المصرف اتفاقية مع شركة`)."""
    two = len(draft.actors) > 1 or "بين" in draft.slots
    people = (*draft.actors, *draft.recipients)
    return draft.sense.cameo in _DEALS and two and all(set(m.sectors) == {"BUS"} for m in people)


def _is_civil(draft: Draft) -> bool:
    """Whether praise, thanks or honours are those of schools, prizes and feasts, and go to nobody of politics."""
    here, title = draft.scene.marks, draft.scene.title_marks
    if not (here.get("civil", 0) >= 2 or (here.get("civil", 0) and title.get("civil", 0))):
        return False
    return not any(_POLITICAL & {*m.sectors} or m.kind is MentionKind.PLACE for m in draft.recipients)
