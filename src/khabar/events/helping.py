"""What the verb right before a verb says of its deed: `كادت تعتقل`, `لم تكن قد اعتقلت`, `كانت ستعتقل`, `يعتزم فرض`."""

from __future__ import annotations

from khabar.events.coming import day_to_come
from khabar.events.moods import moods
from khabar.events.scene import Scene
from khabar.lexicon.words import word_list
from khabar.records import Auxiliary
from khabar.text.agreement import is_kana
from khabar.text.characters import squeeze
from khabar.text.clauses import Clause
from khabar.text.phrases import Phrase

_NEARLY = word_list(__name__, "nearly")
_WEIGHING = word_list(__name__, "weighing")
_PLANNED = (Auxiliary.FUTURE, Auxiliary.HYPOTHETICAL)


def with_helper(scene: Scene, clause: Clause, found: set[Auxiliary]) -> set[Auxiliary]:
    """The moods `found` of a verb with what the verb that it completes makes of them.

    What nearly happened (`كادت الشرطة تعتقل الصحفي`) or was going to (`كانت الشرطة ستعتقله`) did not; what had not
    been done (`لم تكن الشرطة قد اعتقلت أحدا`) is negated, and no background.
    """
    helper = scene.phrases[clause.opener] if clause.opener >= 0 else None
    if helper is None or helper.verb is None or clause.verb is None or scene.phrases[clause.index].conj:
        return found
    if is_kana(helper) and helper.negated:
        return found | {Auxiliary.NEGATION} if clause.verb.tense in ("past", "present") else found
    if is_kana(helper) and helper.verb.tense == "past" and clause.verb.future and not day_to_come(scene, clause):
        return found - {Auxiliary.FUTURE} | {Auxiliary.HYPOTHETICAL}
    if clause.verb.tense == "present" and helper.verb.verb.lemma in _NEARLY:
        return found if is_barely(scene, helper) else found | {Auxiliary.HYPOTHETICAL}
    return found | _planned_by(scene, clause, helper)


def is_barely(scene: Scene, helper: Phrase) -> bool:
    """Whether a verb of nearly doing is negated, so that the deed was done (`ما كاد يصل حتى هاجمه`)."""
    before = scene.words[helper.start - 1].norm if helper.start > 0 else ""
    return bool(helper.negated) or before in ("ما", "وما", "فما")


def _planned_by(scene: Scene, clause: Clause, helper: Phrase) -> set[Auxiliary]:
    """What a verb of planning or weighing says of its object that looks like a verb (`يعتزم الاتحاد فرض عقوبات`)."""
    verb, told = helper.verb, next((c for c in scene.clauses if c.index == clause.opener), None)
    if verb is None or verb.tense != "present" or told is None or told.objects or told.comp is not None:
        return set()
    if clause.verb is None or clause.verb.tense != "past" or clause.subject is not told.subject:
        return set()
    lemma = squeeze(verb.verb.lemma)
    found = {mood for mood in _PLANNED if lemma in moods().verbs[mood.value]}
    return found | ({Auxiliary.HYPOTHETICAL} if verb.verb.lemma in _WEIGHING else set())
