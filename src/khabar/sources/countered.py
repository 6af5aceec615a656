"""Who has told what is denied, named behind the denial (`نفى أن تكون الشرطة ضربتهم كما قال محاميهم`).

What is denied stands as he tells it, and who denies it is no source of it; nor is he of the denial.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from khabar.events.lexicon import noun_keys
from khabar.events.scene import Scene
from khabar.lexicon.words import word_list
from khabar.records import Attribution, Span, Stance
from khabar.sources.lore import Lore
from khabar.sources.rebutted import COUNTERED, WRITTEN, Telling, content_told, made_of, teller_of
from khabar.text.clauses import Clause
from khabar.text.particles import particles
from khabar.text.phrases import Phrase

_AS = "كما"
_WHAT = word_list(__name__, "what")
_AGAINST = word_list(__name__, "against")
_ANSWERING = word_list(__name__, "answering")
_THAT = word_list(__name__, "that")
_NEAR = 3
"""How many words may stand between the words that are denied and those that name who has told them."""


def with_countered(scene: Scene, said: Sequence[Attribution], lore: Lore) -> list[Attribution]:
    """The attributions of a sentence, those that are only of what another one denies under nobody but their teller."""
    found = list(said)
    for clause in scene.clauses:
        start = _opening(scene, clause)
        against = _gone_against(scene, start, found) if start is not None else None
        if start is None or against is None:
            continue
        content = content_told(scene, clause)
        if content is not None and scene.words[start].norm == _AS:
            continue  # `كما أكد أن`: he says more
        last = scene.words[start - 1 - int(scene.words[start - 1].kind == "punct")]
        own = Span(against.scope.start, min(against.scope.end, last.end))
        cue, teller = _cue(scene, clause), _teller(scene, clause, lore)
        telling = Telling(_told(scene, clause), cue, content or own, teller, clause)
        made = made_of(scene, telling, found, lore)
        if made is None or set(made.chain) & set(against.chain) or all(s.mention is None for s in made.chain):
            continue
        if content is None and not _goes_against(scene, start, clause, telling, lore):
            continue
        found = [a for a in found if a.cue != telling.cue]
        found[found.index(against)] = replace(against, scope=own)
        found.append(replace(made, rule=f"{COUNTERED} {made.cue_text}"))
    return found


def _opening(scene: Scene, clause: Clause) -> int | None:
    """The word with which the words open by which a verb only says who has told a thing, or None."""
    if clause.verb is None:
        return None
    words, head = scene.words, scene.phrases[clause.index].head
    before = words[head - 1].norm if head > 1 else ""
    if before == _AS:
        return head - 1
    if before in _WHAT:
        near = range(head - 2, max(head - 5, 0), -1)
        return next((i for i in near if words[i].norm in _AGAINST | _ANSWERING), None) or _pronoun(scene, head - 1)
    named = _told(scene, clause)
    return _pronoun(scene, named.start) if named is not None and _is_of_words(scene, named) else None


def _told(scene: Scene, clause: Clause) -> Phrase | None:
    """The noun that a relative clause says more of, also one without `الذي` (`وهو كلام ردده`)."""
    if clause.antecedent:
        return clause.antecedent[0]
    before = scene.phrases[clause.index - 1] if clause.index > 0 else None
    before = scene.phrases[clause.index - 2] if before is not None and before.kind == "rel" else before
    taken = clause.verb is not None and bool(clause.verb.suffix)
    return before if taken and before is not None and before.kind == "np" else None


def _pronoun(scene: Scene, first: int) -> int | None:
    """The pronoun right before a word, which takes up what was told (`وهي التهمة التي`)."""
    before = scene.words[first - 1] if first > 1 else None
    return first - 1 if before is not None and before.conj and before.norm in _THAT else None


def _is_of_words(scene: Scene, phrase: Phrase) -> bool:
    """Whether a noun names what somebody has said."""
    keys = {*noun_keys(scene.words[phrase.inner].bare)}
    return bool(keys & (scene.classes["hearsay"] | scene.classes["accusations"]))


def _cue(scene: Scene, clause: Clause) -> Span:
    word = scene.words[scene.phrases[clause.index].head]
    return Span(word.start, word.end)


def _teller(scene: Scene, clause: Clause, lore: Lore) -> Phrase | None:
    """Who tells by a verb: its subject, or the document in which it stands (`كما جاء في شريط مصور`)."""
    if clause.verb is None:
        return None
    inside = [g[0] for g in clause.preps.get("في", ())]
    if clause.verb.verb.lemma in WRITTEN and inside:
        first, second = (w.bare for w in scene.words[inside[0].inner : inside[0].inner + 2])
        keys = {*noun_keys(first), f"{first} {second}"}
        return inside[0] if keys & (lore.sources.documents | scene.classes["documents"]) else None
    return teller_of(scene, clause, lore)


def _gone_against(scene: Scene, start: int, said: Sequence[Attribution]) -> Attribution | None:
    """The denial behind whose words others stand, or the statement that a thing was not done."""
    first = scene.words[start].start
    near = scene.words[max(start - _NEAR, 0)].start
    denials = [
        a
        for a in said
        if a.cue is not None
        and a.cue.end < first
        and a.scope.start < first
        and a.scope.end >= near
        and (a.stance is Stance.DENIES or _says_not(scene, start, a))
    ]
    return max(denials, key=lambda a: a.scope.start, default=None)


def _says_not(scene: Scene, start: int, statement: Attribution) -> bool:
    """Whether somebody says that a thing was not done, by words that are against what others have told."""
    if statement.stance not in (Stance.ASSERTS, Stance.CONFIRMS) or scene.words[start].norm == _AS:
        return False
    words = scene.words[:start]
    return any(w.norm == "لم" and statement.scope.contains(Span(w.start, w.end)) for w in words)


def _goes_against(scene: Scene, start: int, clause: Clause, telling: Telling, lore: Lore) -> bool:
    """Whether words that only name a teller name whom the denial answers, and not who tells of it.

    `كما زعمت المنظمة`, `كما قال محاميه`; but not `، كما ذكرت وكالة الأنباء`.
    """
    if scene.words[start].norm in _ANSWERING:
        return False
    if scene.words[start].norm != _AS or clause.verb is None:
        return True
    if clause.verb.verb.lemma in particles().lemmas["claiming"]:
        return True
    teller = telling.teller
    keys = {*noun_keys(scene.words[teller.inner].bare)} if teller is not None else set()
    media = bool(keys & scene.classes["media"]) and clause.verb.verb.lemma not in WRITTEN
    return scene.words[start - 1].norm not in ("،", ",") and not media
