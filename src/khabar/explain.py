"""Why a sentence is coded as it is: tokens, phrases, clauses, triggers, the senses tried, and the events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from khabar.coder import Coder
from khabar.events.auxiliary import set_auxiliary
from khabar.events.candidates import candidates_of
from khabar.events.code import scenes_of
from khabar.events.doubts import is_event
from khabar.events.draft import Attempt, draft_event
from khabar.events.scene import Scene
from khabar.events.spotting import LEAST, facts, report_of
from khabar.events.tenor import tenor_of
from khabar.events.triggers import find_triggers
from khabar.pages.bare import bare_article
from khabar.records import Mention, Record


@dataclass(frozen=True, slots=True)
class WordRow:
    """One word: its text, its kind, what is attached to it, its verb reading."""

    text: str
    kind: str
    attached: str
    reading: str


@dataclass(frozen=True, slots=True)
class PhraseRow:
    """One phrase: its kind, its words, and its part in the clauses."""

    kind: str
    text: str
    part: str


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate of a report, how the spotter weighs it, and what counts most."""

    word: str
    type: str
    odds: float
    """Log-odds; from `spotting.LEAST` on it is taken, or where the judge takes it (`Judge.decides`), if the confidence
    of what comes of it suffices."""
    taken: bool
    lacks: tuple[str, ...]
    """What it lacks by the rules."""
    counts: tuple[tuple[str, float], ...]
    """The heaviest facts, with their log-odds."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that led to the events of a piece of text."""

    record: Record
    words: tuple[WordRow, ...]
    phrases: tuple[PhraseRow, ...]
    attempts: tuple[Attempt, ...]
    """Every sense that was tried and not taken, with the reason."""
    weighed: tuple[Weighed, ...] = ()
    """In a report every candidate; nothing for a sentence alone, where the rules decide."""


HEAVIEST = 4
"""How many facts of a candidate are shown."""


def explain(coder: Coder, text: str) -> Explanation:
    """Code `text` (a sentence, or a few) and keep what was tried on the way."""
    article = bare_article(text)
    reading = coder.survey(article)
    words: list[WordRow] = []
    phrases: list[PhraseRow] = []
    attempts: list[Attempt] = []
    scenes = scenes_of(coder, reading)
    for scene in scenes:
        words += [_word_row(scene, i) for i in range(len(scene.words))]
        phrases += [_phrase_row(scene, k) for k in range(len(scene.phrases))]
        attempts += _attempts(scene, coder)
    weighed = tuple(_weighed(scenes, coder, reading.mentions))
    return Explanation(coder.code(article), tuple(words), tuple(phrases), tuple(attempts), weighed)


def _weighed(scenes: Sequence[Scene], coder: Coder, mentions: Sequence[Mention]) -> Iterator[Weighed]:
    """Every candidate in the order of the text, and whether weights, or the judge where he decides, take it."""
    found = [candidates_of(scene, coder) for scene in scenes]
    report = report_of(found, tenor_of(scenes, mentions, [d for c in found for d in c.sound]))
    model = coder.spotter.model
    for number, candidates in enumerate(found):
        for draft in sorted((*candidates.sound, *candidates.doubtful), key=lambda d: d.span):
            accepted = coder.judge.accepts(draft)
            told = facts(draft, number, report)
            if model is not None:
                odds, word = model.odds(told), draft.span.of(draft.scene.text)
                counts = tuple(model.heaviest(told, HEAVIEST))
                taken = accepted if coder.judge.decides(draft) else odds >= LEAST
                yield Weighed(word, draft.type, odds, taken, tuple(draft.doubts), counts)


def _attempts(scene: Scene, coder: Coder) -> list[Attempt]:
    """The senses passed over, and the drafts that were judged to be no events."""
    log: list[Attempt] = []
    for trigger in find_triggers(scene, coder.events):
        draft = draft_event(scene, trigger, log)
        if draft is None:
            continue
        set_auxiliary(draft, coder.events)
        if not is_event(draft):
            log.append(Attempt(draft.span.of(scene.text), draft.sense.where, draft.type, "nothing makes it specific"))
    return log


def _word_row(scene: Scene, i: int) -> WordRow:
    word = scene.words[i]
    attached = " ".join(filter(None, (word.conj, word.prep if word.kind != "prep" else "", word.suffix)))
    verb = word.verb
    reading = (
        f"{verb.verb.lemma} {verb.tense} {verb.person} {verb.voice}{' future' if verb.future else ''}" if verb else ""
    )
    kind = word.kind if scene.atoms[i] < 0 else f"{word.kind} in {scene.mentions[scene.atoms[i]].kind.value}"
    return WordRow(word.token.text, kind, attached, reading)


def _phrase_row(scene: Scene, k: int) -> PhraseRow:
    phrase = scene.phrases[k]
    text = " ".join(w.token.text for w in scene.words[phrase.start : phrase.end])
    parts: list[str] = []
    for clause in scene.clauses:
        verb = scene.words[scene.phrases[clause.index].head].token.text
        if any(p is phrase for p in clause.subject):
            parts.append(f"subject of {verb} ({clause.how[0] if clause.how else ''})")
        parts += [f"object of {verb}" for group in clause.objects if any(p is phrase for p in group)]
        parts += [
            f"{prep} of {verb}" for prep, groups in clause.preps.items() for g in groups if any(p is phrase for p in g)
        ]
        if any(p is phrase for p in clause.agent):
            parts.append(f"agent of {verb}")
    return PhraseRow(phrase.kind, text, "; ".join(parts))
