"""What a relative clause tells of those whom a deed hits: a deed of its own, of theirs or of others.

`قتل الحراس مسلحا هاجم القنصلية`: the gunman attacked, and it is him whom the guards killed; `قتل القيادي الذي كانت
إسرائيل قد أفرجت عنه`: who killed him is not told.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.events.draft import Draft
from khabar.events.nearby import Somebody
from khabar.events.results import counts_victims
from khabar.events.scene import Scene
from khabar.lexicon.words import word_list
from khabar.records import Auxiliary, Mention, MentionKind, Span
from khabar.text.agreement import fits, is_kana
from khabar.text.phrases import Phrase

_FORCE = frozenset({"ASSAULT", "COERCE"})
_TRYING = word_list(__name__, "trying")


def name_those_hit(drafts: Sequence[Draft]) -> None:
    """Make those whom a verb has as its object the doers of what the clause right behind them tells, and its victims.

    `أردى حارس أمن مسلحا هاجم كنيسة`, `قتل فلسطينيا حاول طعن جندي`.
    """
    for hit in drafts:
        victim = _object_told_of(hit)
        for deed in drafts if victim is not None else ():
            if victim is None or deed is hit or not _is_inside(deed.scene, deed.trigger.phrase, victim.span):
                continue
            if deed.type not in _FORCE or not _may_be_theirs(deed, hit, victim):
                continue
            deed.actors = [victim]
            deed.recipients = [m for m in deed.recipients if not m.span.overlaps(victim.span)]
            deed.proved.append("who was hit had done it")
            hit.recipients = hit.recipients or [victim]
            hit.settled |= {m.span for m in hit.recipients if m.span.overlaps(victim.span)}
            deed.settled.add(victim.span)
            if deed.trigger.kind == "noun" and _is_tried(deed) and not deed.auxiliary:
                deed.auxiliary = [Auxiliary.HYPOTHETICAL]


def _object_told_of(hit: Draft) -> Mention | None:
    """Whom an active verb has as its only object, where a verb right behind tells of him, or None."""
    scene, clause = hit.scene, hit.trigger.clause
    if hit.trigger.kind != "verb" or hit.passive or hit.type not in _FORCE or clause is None or not clause.subject:
        return None
    if len(clause.objects) != 1 or len(clause.objects[0]) != 1:
        return None
    phrase = clause.objects[0][0]
    people = phrase.person or counts_victims(hit) or "arrest" in hit.modes
    behind = scene.by_phrase.get(scene.phrase_at(phrase.head) + 1)
    told = behind is not None and not scene.phrases[behind.index].conj and fits(phrase, behind.verb)
    told = told and not _is_definite(scene, phrase) and people
    return scene.mention(phrase) if told and hit.actors else None


def _may_be_theirs(deed: Draft, hit: Draft, victim: Mention) -> bool:
    """Whether the grammar has found nobody for a deed but those hit, or who hit them, of the verb before."""
    known = [*hit.actors, victim]
    clause = deed.trigger.clause
    noun = deed.trigger.kind == "noun"
    resumed = deed.trigger.pronoun or (clause is not None and clause.verb is not None and clause.verb.suffix)
    if deed.passive or resumed or (noun and not _is_tried(deed)):
        return False
    return all(any(m.span.overlaps(n.span) for n in known) for m in deed.actors)


def _is_tried(deed: Draft) -> bool:
    """Whether a noun stands behind a verb of trying."""
    before = [c for c in deed.scene.clauses if c.index < deed.trigger.phrase]
    verb = before[-1].verb if before else None
    return verb is not None and verb.verb.lemma in _TRYING


def is_of_victim(deed: Draft, hit: Draft) -> bool:
    """Whether a deed is told in a relative clause of those whom another one hit, and is none of its words.

    What they did themselves is theirs; what others had done to them before, or have held them for, is past.
    """
    if deed is hit or deed.scene is not hit.scene or hit.type not in _FORCE or deed.type not in _FORCE:
        return False
    suffered = _suffered(hit)
    if not any(_is_inside(deed.scene, deed.trigger.phrase, span) for span in suffered):
        return False
    theirs = any(m.span.overlaps(span) for m in deed.actors for span in suffered)
    if theirs:
        return bool(hit.actors) and not any(m.span.overlaps(span) for m in deed.recipients for span in suffered)
    before = [c for c in deed.scene.clauses if c.index < deed.trigger.phrase][-1:]
    was = deed.trigger.clause is not None and any(is_kana(deed.scene.phrases[c.index]) for c in before)
    return was or Auxiliary.HISTORICAL in deed.auxiliary or ("abduct" in deed.modes and not hit.actors)


def _suffered(hit: Draft) -> list[Span]:
    """Where those stand whom a deed hits: the recipients behind it, and what its verb has as object."""
    clause, scene = hit.trigger.clause, hit.scene
    found = [m.span for m in hit.recipients if m.span.start > hit.span.start]
    if hit.trigger.kind == "verb" and clause is not None and clause.subject and clause.objects and not hit.passive:
        found += [scene.span(p) for p in clause.objects[0] if p.person]
    return [span for span in found if scene.sentence.span.contains(span)]


def _is_inside(scene: Scene, k: int, span: Span) -> bool:
    """Whether phrase `k` stands in the relative clause right behind somebody, up to the next mark."""
    if not scene.sentence.span.contains(span):
        return False
    at = scene.phrase_at(scene.words_at(span)[-1].index)
    behind = scene.phrases[at + 1] if 0 <= at < len(scene.phrases) - 1 else None
    if behind is None or k <= at:
        return False
    clause, own = scene.by_phrase.get(at + 1), scene.phrases[at]
    told = clause is not None and any(scene.span(p).overlaps(span) for p in clause.antecedent)
    told = told or (clause is not None and not (behind.conj or _is_definite(scene, own)) and own.kind == "np")
    if behind.kind != "rel" and not told:
        return False
    between = scene.phrases[at + 1 : k + 1]
    return not any(p.kind in ("comma", "stop", "link") or (p.kind == "verb" and p.conj) for p in between)


def _is_definite(scene: Scene, phrase: Phrase) -> bool:
    """Whether a noun phrase is definite, as a name is; but `فلسطينيا` is one of many."""
    word = scene.words[phrase.inner]
    one_of_many = phrase.who in (MentionKind.NATIONALITY, None) and word.token.text.endswith(("ا", "اً"))
    return phrase.definite and not (one_of_many and not word.definite)


def only_told_of_victim(draft: Draft, somebody: Somebody) -> bool:
    """Whether somebody only acts in what is told of those whom a deed hits, and has not done it himself."""
    phrase, scene = somebody.phrase, draft.scene
    if draft.type not in _FORCE or phrase is None or not any(
        any(p is phrase for p in c.subject) and c is not draft.trigger.clause for c in scene.clauses
    ):
        return False
    hit = _suffered(draft)
    k = scene.phrase_at(phrase.head)
    if not any(_is_inside(scene, k, m) for m in hit):
        return False
    return not any(_is_inside(scene, t.trigger.phrase, m) for t in draft.tellings if t.scene is scene for m in hit)


def only_hit_attacker(draft: Draft, somebody: Somebody) -> bool:
    """Whether somebody is only told to have hit those who did a deed, and has not met it (`قتل الحراس مسلحا هاجم`).

    A pronoun may still mean him (`قتل الحراس مسلحا هاجمهم`).
    """
    phrase, scene, clause = somebody.phrase, draft.scene, draft.trigger.clause
    if draft.type not in _FORCE or phrase is None or clause is None or clause.verb is None:
        return False
    spoken_of = clause.verb.suffix or any(g[0].suffix or g[0].possessed for g in clause.objects)
    spoken_of = spoken_of or any(g[0].suffix for groups in clause.preps.values() for g in groups)
    over = [c for c in scene.clauses if c.index < clause.index and any(p is phrase for p in c.subject)]
    if spoken_of or not over:
        return False
    hit = [p for c in over for g in c.objects for p in g]
    return any(scene.span(p).overlaps(m.span) for p in hit for m in draft.actors) and any(
        _is_inside(scene, draft.trigger.phrase, m.span) for m in draft.actors
    )
