"""What is asked, threatened or blamed (`change`, `yield`, `violence` ...): weighed over the words around the trigger.

For the other types of event the sense of the trigger tells the mode; a demand or threat says it in whatever words come
after, which no list of them covers, and of all that may be the likeliest is taken. Weights by `tools/train_modes.py`;
the card is `models/modes.md`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from khabar.events.draft import Draft
from khabar.events.lexicon import noun_key
from khabar.models.linear import Linear
from khabar.text.words import Word

WEIGHED = {
    "REQUEST": ("assist", "change", "meet", "yield"),
    "THREATEN": ("arrest", "expel", "relations", "restrict", "territory", "violence"),
    "ACCUSE": ("allege", "disapprove", "investigate"),
}
"""PLOVER's modes of the types that are weighed."""
LEAST = {"REQUEST": -1.0, "THREATEN": -0.5, "ACCUSE": -0.5}
"""The log-odds from which on an event has its likeliest mode, by cross-validation."""
_BEHIND, _NEAR, _AHEAD = 12, 4, 8
"""How many words behind the trigger are facts, how many of them are near, and how many before it."""
SAID = 0.3
"""How much a word anywhere in the sentence counts beside other facts."""


@dataclass(frozen=True, slots=True)
class Modes:
    """Gives the modes of demands and threats; without a model those of the lexicon stay."""

    model: Linear | None

    @classmethod
    def load(cls) -> Modes:
        """The shipped weights."""
        return cls(Linear.load("modes"))

    def settle(self, draft: Draft) -> None:
        """Give a draft the modes that enough speaks for."""
        if self.model is None or draft.type not in WEIGHED:
            return
        told = facts(draft)
        odds = {mode: self.model.odds(of_mode(told, draft, mode)) for mode in WEIGHED[draft.type]}
        best = likeliest(draft.type, odds)
        draft.modes = [best] if best is not None else []


def likeliest(kind: str, odds: Mapping[str, float]) -> str | None:
    """The mode of an event of type `kind`, or None where none is likely; `odds` are log-odds by mode."""
    best = max(odds, key=lambda mode: odds[mode])
    return best if odds[best] >= LEAST[kind] else None


def of_mode(told: dict[str, float], draft: Draft, mode: str) -> dict[str, float]:
    """The facts of a draft as they speak for one mode."""
    return {f"{draft.type} {mode}": 1.0, **{f"{draft.type} {mode} {name}": value for name, value in told.items()}}


def facts(draft: Draft) -> dict[str, float]:
    """What speaks for the modes of a draft: name to 1, or to a small number."""
    words = draft.scene.words
    first, last = draft.trigger.words[0], draft.trigger.words[-1]
    found = {f"said {_key(w)}": SAID for w in words if w.kind in ("noun", "name", "adj")}
    found.update(dict.fromkeys(_of_rules(draft), 1.0))
    for word in words[last + 1 : last + 1 + _BEHIND]:
        if word.kind != "punct":
            found[f"behind {_key(word)}"] = 1.0
            if word.index - last <= _NEAR:
                found[f"near {_key(word)}"] = 1.0
        if word.verb is not None:
            found[f"behind verb {word.verb.verb.lemma}"] = 1.0
    found.update((f"ahead {_key(w)}", 1.0) for w in words[max(first - _AHEAD, 0) : first] if w.kind != "punct")
    return found


def _of_rules(draft: Draft) -> Iterator[str]:
    """What the lexicon says, and what stands in the slots of the trigger."""
    entry, words = draft.sense.entry, draft.scene.words
    yield from (f"entry {entry}", f"rule {' '.join(sorted(draft.modes))}")
    yield f"sense {' '.join(draft.sense.modes)} {entry}"
    for mode in draft.modes:
        yield from (f"mode {mode}", f"mode {mode} {entry}")
    for slot, groups in draft.slots.items():
        for phrase in (p for group in groups[:2] for p in group):
            key = _key(words[phrase.inner])
            yield from (f"slot {slot} {key}", f"head {key}")
    yield from (f"also {span.of(draft.scene.text)}" for span in draft.also)


def _key(word: Word) -> str:
    return noun_key(word.bare)
