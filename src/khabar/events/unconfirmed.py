"""What somebody neither denies nor confirms (`لم ينف الوزير اعتقال الناشطة`): it is not said not to have happened."""

from __future__ import annotations

from khabar.events.moods import moods
from khabar.events.scene import Scene
from khabar.lexicon.words import word_list
from khabar.records import Span
from khabar.text.characters import squeeze
from khabar.text.clauses import Clause

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


def left_open(scene: Scene) -> list[Span]:
    """The words behind the verbs of a sentence that neither deny nor confirm them."""
    end = scene.sentence.span.end
    return [Span(scene.words[scene.phrases[c.index].head].end, end) for c in scene.clauses if leaves_open(scene, c)]
