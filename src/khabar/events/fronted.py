"""A deed told before another one that answers it (`ردا على مقتل جنوده، قصف الجيش القرية`): others have done it."""

from __future__ import annotations

from khabar.events.draft import Draft
from khabar.events.nearby import Somebody
from khabar.events.results import gives_reason, is_answered
from khabar.events.scene import Scene
from khabar.lexicon.words import word_list
from khabar.text.clauses import Clause
from khabar.text.nouns import possessed
from khabar.text.particles import is_kin

_AFTER = word_list(__name__, "after")
_NEXT_DAY = word_list(__name__, "next_day")
_DEATHS = word_list(__name__, "deaths")
_LONGEST_PREPOSITION = 4
"""How many letters a preposition with a pronoun has (`منهم`)."""
_OWNED = frozenset({"claimed", "admitted"})


def answer_to(reason: Draft) -> Clause | None:
    """The clause of those who answer the deed that a noun before or behind their verb names, or None.

    `ردا على` leaves no doubt, nor does `غداة`; `بعد` is of others only with deaths of no known hand (`مقتل`), or of
    one's own people (`بعد اغتيال أحد قادتها`). Who claims the attack is not among those who answer it.
    """
    scene, trigger = reason.scene, reason.trigger
    phrase = scene.phrases[trigger.phrase]
    if trigger.kind != "noun" or trigger.support is not None or trigger.words[0] != phrase.inner:
        return None
    behind = trigger.clause is not None and trigger.clause.index < trigger.phrase
    clause = trigger.clause if behind else _next_clause(scene, trigger.phrase)
    if clause is None or _claims(scene, clause):
        return None
    if is_answered(reason) or scene.words[phrase.start].norm in _NEXT_DAY:
        return clause
    if behind or phrase.prep not in _AFTER:
        return None
    fell = scene.words[trigger.words[0]].bare in _DEATHS
    return clause if fell or _is_of_own(scene, trigger.words[-1], clause) else None


def told_of_own(toll: Draft) -> Clause | None:
    """The clause of those who tell of deaths of their own, which they have not caused, or None.

    `أقرت الحركة بمقتل ستة من مقاتليها`.
    """
    scene, trigger, clause = toll.scene, toll.trigger, toll.trigger.clause
    if trigger.kind != "noun" or clause is None or clause.index > trigger.phrase:
        return None
    own = scene.words[trigger.words[0]].bare in _DEATHS and _is_of_own(scene, trigger.words[-1], clause)
    return clause if own else None


def _next_clause(scene: Scene, k: int) -> Clause | None:
    """The main clause behind the fronted phrase `k`: the first past its comma, or where none stands between."""
    later = [c for c in scene.clauses if c.index > k]
    comma = next((j for j in range(k + 1, len(scene.phrases)) if scene.phrases[j].kind in ("comma", "stop")), k)
    if any(p.kind in ("verb", "comp") for p in scene.phrases[:k] if p.start >= _opening(scene, k)):
        return None
    first = next((c for c in later if not c.antecedent), None)
    if first is None or first.index < comma:
        return first if first is not None and not any(c.antecedent for c in later if c.index < first.index) else None
    between = scene.phrases[comma + 1 : first.index]
    return None if any(p.kind in ("comp", "rel", "link") for p in between) else first


def _opening(scene: Scene, k: int) -> int:
    """The word at which the clause of a fronted phrase begins: behind the last stop or `أن` before it."""
    return next((scene.phrases[j].end for j in range(k - 1, -1, -1) if scene.phrases[j].kind in ("stop", "comp")), 0)


def _is_of_own(scene: Scene, word: int, clause: Clause) -> bool:
    """Whether those a deed was done to are called those of who answers it (`اغتيال أحد قادتها`)."""
    end = scene.phrases[clause.index].start
    for other in scene.words[word + 1 : end if end > word else len(scene.words)]:
        if other.kind in ("punct", "verb", "rel", "comp"):
            return False
        if possessed(other) and other.kind == "noun" and (len(other.norm) > _LONGEST_PREPOSITION or is_kin(other.norm)):
            return True
    return False


def _claims(scene: Scene, clause: Clause) -> bool:
    uses = scene.supports.get(clause.verb.verb.key, ()) if clause.verb is not None else ()
    return any(s.effect in _OWNED for s in uses)


def is_fronted_answer(draft: Draft, reason: Draft) -> bool:
    """Whether a draft is what those do who answer a deed that a noun before their verb names."""
    if draft is reason or draft.scene is not reason.scene or draft.span.start < reason.span.end:
        return False
    clause = answer_to(reason)
    if clause is None or draft.trigger.clause is not clause:
        return False
    support = draft.trigger.support
    return draft.trigger.kind == "verb" or (support is not None and not _claims(draft.scene, clause))


def is_in_fronted_reason(draft: Draft, somebody: Somebody) -> bool:
    """Whether somebody only stands in the fronted words of what force answers, and has not met it.

    A pronoun of the answer may still mean him (`بعد إصابة شاب، اعتقلته الشرطة`).
    """
    clause, phrase, scene = draft.trigger.clause, somebody.phrase, draft.scene
    if draft.type not in ("ASSAULT", "COERCE") or phrase is None or clause is None or clause.verb is None:
        return False
    spoken_of = clause.verb.suffix or any(g[0].suffix for groups in clause.preps.values() for g in groups)
    if spoken_of or draft.trigger.phrase < clause.index or any(p is phrase for p in clause.subject):
        return False
    opening = _opening(scene, clause.index)
    first = next((p for p in scene.phrases if p.start >= opening and p.kind == "np" and p.prep), None)
    comma = next((p for p in scene.phrases if p.start >= phrase.end and p.kind in ("comma", "stop")), None)
    inside = first is not None and first.start <= phrase.start and comma is not None
    if not inside or first is None or comma is None or comma.start > scene.phrases[clause.index].start:
        return False
    deed = scene.words[first.inner]
    if deed.index not in scene.event_words:
        return False
    reason = any(gives_reason(w) for w in scene.words[opening : deed.index])
    return reason or (first.prep in _AFTER and deed.bare in _DEATHS)
