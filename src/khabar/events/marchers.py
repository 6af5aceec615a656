"""Who is told of beside a protest and is no part of it: the forces that put it down, and those who fell in it.

`فرقت الشرطة مظاهرة`, `منعت القوات المعلمين من تنظيم مسيرتهم`, `مقتل متظاهر خلال احتجاجات`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from khabar.events.able import is_force
from khabar.events.lexicon import noun_keys
from khabar.events.scene import Scene
from khabar.events.toll_words import toll_words
from khabar.records import Mention
from khabar.text.characters import squeeze
from khabar.text.clauses import Clause
from khabar.text.particles import particles
from khabar.text.phrases import Phrase

if TYPE_CHECKING:
    from khabar.events.draft import Draft


def is_no_marcher(draft: Draft, mention: Mention) -> bool:
    """Whether somebody has no part in a protest, though its sentence tells of him."""
    if draft.type != "PROTEST" or not draft.scene.sentence.span.contains(mention.span):
        return False
    scene = draft.scene
    phrase = scene.phrases[scene.phrase_at(scene.words_at(mention.span)[0].index)]
    return _puts_down(draft, mention, phrase) or _one_fell(scene, mention, phrase)


def leave_marchers(draft: Draft) -> None:
    """Take those who have no part in a protest from its actors."""
    if draft.type == "PROTEST" and draft.trigger.kind == "noun":
        draft.actors[:] = [m for m in draft.actors if not is_no_marcher(draft, m)]


def only_fell(draft: Draft) -> bool:
    """Whether a noun for those who protest only says who was killed or hurt (`مقتل متظاهر`, `أصيب ثلاثة متظاهرين`).

    Where all were (`أصيب المتظاهرون`) it is as good as another word for the protest.
    """
    if draft.type != "PROTEST" or draft.trigger.kind != "noun" or "self" not in draft.sense.slots:
        return False
    scene, first = draft.scene, draft.trigger.words[0]
    phrase = scene.phrases[draft.trigger.phrase]
    whole = scene.words[first].definite and first == phrase.inner
    return not whole and _fell(scene, phrase, first)


def _puts_down(draft: Draft, mention: Mention, phrase: Phrase) -> bool:
    """Whether somebody is a force that the sentence says has broken up, stopped or forbidden a protest.

    A protest of its own may be what it ends (`أنهى رجال الشرطة إضرابهم`).
    """
    if not is_force(draft.scene, mention):
        return False
    own = draft.trigger.pronoun
    acts = (c for c in draft.scene.clauses if any(p is phrase for p in c.subject))
    return any(_stops(c, "stopping") or (not own and _stops(c, "ending")) for c in acts)


def _stops(clause: Clause, kind: str) -> bool:
    return clause.verb is not None and clause.verb.verb.lemma in particles().lemmas[kind]


def _one_fell(scene: Scene, mention: Mention, phrase: Phrase) -> bool:
    """Whether somebody is one or some of those that a sentence says were killed or hurt, and not all who marched."""
    words = scene.words_at(mention.span)
    return not words[0].definite and _fell(scene, phrase, words[0].index)


def _fell(scene: Scene, phrase: Phrase, at: int) -> bool:
    """Whether people, in a phrase at a word, stand behind a noun for death or wounding, or fall by a verb."""
    tolls = toll_words().dying | toll_words().hurting
    if any({*noun_keys(w.bare)} & tolls for w in scene.words[phrase.inner : at + 1]):
        return True
    return any(any(p.start <= at < p.end for p in _fallen(c)) for c in scene.clauses)


def _fallen(clause: Clause) -> list[Phrase]:
    """Whom a clause says to have been killed or hurt: what its verb does it to, or its subject where it has no object.

    `أصيب متظاهرون`, `قتلت الشرطة متظاهرا`, `لقي متظاهر مصرعه`; but `قتل المتظاهرون شرطيا`.
    """
    if clause.verb is None or squeeze(clause.verb.verb.lemma) not in particles().falling:
        return []
    done = clause.objects[0] if clause.objects else []
    people = [p for p in done if p.person]
    return people or clause.subject
