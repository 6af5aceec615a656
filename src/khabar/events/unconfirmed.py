"""What somebody neither denies nor confirms (`لم ينف الوزير اعتقال الناشطة`): it is not said not to have happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khabar.events.moods import moods
from khabar.events.scene import Scene
from khabar.lexicon.words import word_list
from khabar.records import Auxiliary, Span
from khabar.text.characters import squeeze
from khabar.text.clauses import Clause

if TYPE_CHECKING:
    from khabar.events.draft import Draft

_CONFIRMING = word_list(__name__, "confirming")
_KNOWLEDGE = word_list(__name__, "knowledge")


def leaves_open(scene: Scene, clause: Clause) -> bool:
    """Whether a verb of denying or confirming leaves open what it is of, or is of knowledge alone.

    `لم ينف اعتقال الناشطة`, `لم يؤكد مقتل القائد`, `نفى علمه باعتقال صحفيين`.
    """
    verb = clause.verb
    if verb is None:
        return False
    denies = squeeze(verb.verb.lemma) in moods().verbs["negation"]
    if scene.phrases[clause.index].negated not in ("", "لما"):
        return denies or squeeze(verb.verb.lemma) in _CONFIRMING
    words = [scene.words[g[0].inner : g[0].inner + 2] for g in clause.objects]
    return denies and any(w.norm in _KNOWLEDGE for found in words for w in found)


def is_granted_by_relative(scene: Scene, k: int) -> bool:
    """Whether the verb at phrase `k` says who somebody is whom a denial is of: he did or suffered that all the same.

    `نفى أن يكون الطيار الذي أسره المتمردون قد أعدم`; but `نفى ما نشرته الصحيفة`.
    """
    before = scene.phrases[k - 1] if k > 0 else None
    return before is not None and before.kind == "rel" and scene.words[before.head].norm.startswith("ال")


def is_granted_beside(a: Draft, b: Draft) -> bool:
    """Whether of two deeds of a sentence one is denied, and the other only says of whom (`الطيار الذي أسروه أعدم`)."""
    denied = [Auxiliary.NEGATION in d.auxiliary for d in (a, b)]
    if a.scene is not b.scene or denied[0] is denied[1] or not a.trigger.kind == b.trigger.kind == "verb":
        return False
    told = a if denied[1] else b
    return is_granted_by_relative(told.scene, told.trigger.phrase)


def left_open(scene: Scene) -> list[Span]:
    """The words behind the verbs of a sentence that neither deny nor confirm them."""
    end = scene.sentence.span.end
    return [Span(scene.words[scene.phrases[c.index].head].end, end) for c in scene.clauses if leaves_open(scene, c)]
