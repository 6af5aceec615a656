"""Who stands behind a subject and is nobody else: the office of a name, the name of who holds an office."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khabar.events.lexicon import noun_keys
from khabar.events.scene import Scene
from khabar.records import Mention, MentionKind
from khabar.text.characters import squeeze
from khabar.text.clauses import Clause
from khabar.text.particles import particles
from khabar.text.phrases import Phrase

if TYPE_CHECKING:
    from khabar.events.draft import Draft


def in_apposition(draft: Draft, phrase: Phrase) -> bool:
    """Whether an office right behind a name is its bearer's (`دعا موسى أبو مرزوق نائب رئيس المكتب إلى`).

    Or behind a comma, as a name alone behind an office is (`دعا رئيس الكتلة بالمجلس، سالم حمد، إلى`). Not where two
    meet: `استقبل محمد بن زايد رئيس الوزراء`.
    """
    scene, clause = draft.scene, draft.trigger.clause
    if draft.type == "CONSULT" or clause is None or len(clause.subject) != 1:
        return False
    apart = _is_set_apart(scene, clause.subject[0], phrase)
    if clause.subject[0].end != phrase.start and not apart:
        return False
    subject, here = scene.mention(clause.subject[0]), scene.mention(phrase)
    if apart and phrase.untitled:
        return subject.name is None and _is_office(scene, clause.subject[0], subject)
    bare = subject.kind is MentionKind.PERSON and subject.office is None
    office = _is_office(scene, phrase, here)
    if phrase.many or (clause.subject[0].gender == "f" and phrase.gender == "m"):
        return False  # `شكرت سعاد عمر زعماء القبائل`, `هددت سعاد عمر وزير الدفاع`
    if clause.verb is not None and squeeze(clause.verb.verb.lemma) in particles().only_object and _is_due(clause):
        return False  # `انتقد سالم حمد قائد الجيش بشدة`
    former = any(w.norm in ("السابق", "السابقه", "الاسبق") for w in scene.words[phrase.inner : phrase.end])
    return bare and office and (former or not here.text.startswith("ال"))


def _is_due(clause: Clause) -> bool:
    """Whether a verb has no object but one noun phrase: without it, it would have none."""
    return len(clause.objects) == 1 and clause.comp is None and clause.verb is not None and not clause.verb.suffix


def _is_office(scene: Scene, phrase: Phrase, mention: Mention) -> bool:
    """Whether a phrase names somebody by his office."""
    officer = {*noun_keys(scene.words[phrase.inner].bare)} & scene.classes["officials"]
    return mention.kind is MentionKind.OFFICE or (mention.kind is MentionKind.UNNAMED and bool(officer))


def _is_set_apart(scene: Scene, subject: Phrase, phrase: Phrase) -> bool:
    """Whether a comma, and before it no more than where a subject is, parts a phrase from it."""
    k = scene.phrase_at(phrase.start)
    between = [p for p in scene.phrases[:k] if p.start >= subject.end]
    places = all(p.kind == "np" and p.prep and not p.conj for p in between[:-1])
    return bool(between) and between[-1].kind == "comma" and places and not (phrase.prep or phrase.conj)
