"""A trigger: a word (or a few) that may name an event, with what stands in each slot of the grammar around it."""

from __future__ import annotations

from dataclasses import dataclass, field

from khabar.events.lexicon import Sense, Support
from khabar.events.scene import Scene
from khabar.lexicon.words import word_list
from khabar.text.clauses import Clause
from khabar.text.nouns import LET_GO
from khabar.text.phrases import Phrase

Group = list[Phrase]
ABOUT = ("عن", "بشان", "حول", "بخصوص")
"""Prepositions behind which what is told of stands."""
WHILE = word_list(__name__, "while")


@dataclass(slots=True)
class Trigger:
    """A word (or a few) that the lexicon knows, with what stands in each slot around it."""

    kind: str
    """`verb` or `noun`."""
    words: tuple[int, ...]
    """The words of the trigger in the sentence."""
    phrase: int
    """The phrase it stands in."""
    senses: tuple[Sense, ...]
    slots: dict[str, list[Group]] = field(default_factory=dict)
    clause: Clause | None = None
    """For a verb its clause; for a noun the clause it is an argument of."""
    slot: str = ""
    """For a noun: its slot in that clause (`subj`, `obj`, a preposition)."""
    support: Support | None = None
    teller: Clause | None = None
    """For a noun the clause of a support verb that tells of it (`هجوم شنه مسلحون`), with that verb as `told`."""
    told: Support | None = None
    adjectives: list[Phrase] = field(default_factory=list)
    """Nationality adjectives on a noun (`الغارات الإسرائيلية`)."""
    pronoun: bool = False
    """Whether the noun's genitive is an attached pronoun."""
    carrier: str = ""
    """The noun whose genitive the trigger is (`عملية`, `محاولة`, `ضحايا`), squeezed."""


def genitive(scene: Scene, group: Group) -> Group:
    """The genitive of an object (`أخلت النيابة سبيل المتهمين`), with what `و` joins to it; empty where it has none."""
    phrase = group[0]
    first = phrase.start
    while first < phrase.end - 1 and scene.atoms[first] < 0 and scene.words[first].kind in ("num", "prep", "punct"):
        first += 1
    if scene.atoms[first] >= 0 or first + 1 >= phrase.end or scene.words[first].definite:
        return []
    if scene.words[first + 1].kind == "adj" and not scene.words[first + 1].definite:
        return []
    if scene.words[first + 1].norm in LET_GO and first + 2 < phrase.end:
        first += 1  # `على إخلاء سبيل المتهم`: who is let go
    return [scene.owner(first + 1, phrase.end), *group[1:]]



def slot_of(clause: Clause, phrase: Phrase) -> str | None:
    """The slot a phrase fills in a clause, or None."""
    if any(p is phrase for p in clause.subject) and not any(p is phrase for p in clause.antecedent):
        return "subj"
    for number, group in enumerate(clause.objects):
        if any(p is phrase for p in group):
            return "obj" if number == 0 else "obj2"
    for prep, groups in clause.preps.items():
        if any(p is phrase for group in groups for p in group):
            return prep
    return "agent" if any(p is phrase for p in clause.agent) else None
