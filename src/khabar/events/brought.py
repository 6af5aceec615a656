"""Who did what only the result of a deed is told of: `أسفرت الحملات التي نفذتها الشرطة عن ضبط خمسين مخالفا`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khabar.events.able import is_force
from khabar.events.by_whom import RULING
from khabar.events.lexicon import noun_keys
from khabar.events.trigger import genitive
from khabar.lexicon.words import word_list
from khabar.records import Mention
from khabar.text.characters import squeeze
from khabar.text.particles import particles
from khabar.text.phrases import Phrase

if TYPE_CHECKING:
    from khabar.events.draft import Draft


def bringers(draft: Draft) -> list[Mention]:
    """Those whose deed, the subject of a verb of outcomes, has led to the coercion that a noun names.

    They are told of by a relative clause on the deed, by its genitive or by `ل` right behind it; only a force, a court
    or another authority coerces so.
    """
    clause, scene = draft.trigger.clause, draft.scene
    if draft.type != "COERCE" or draft.trigger.kind != "noun" or clause is None or clause.verb is None:
        return []
    led = squeeze(clause.verb.verb.lemma) in particles().outcomes
    if not led or not clause.subject or draft.trigger.slot == "subj":
        return []
    deed = clause.subject[0]
    if deed.person or not {*noun_keys(scene.words[deed.inner].bare)} & _OPERATIONS:
        return []
    found = map(scene.mention, _of(draft, deed))
    return [m for m in found if set(m.sectors) & RULING or is_force(scene, m)]


_OPERATIONS = word_list(__name__, "operations")


def _of(draft: Draft, deed: Phrase) -> list[Phrase]:
    """Who undertook a deed, by what stands right behind it or the verb whose object it is (`نفذت الشرطة حملة`)."""
    scene = draft.scene
    doing = next((c for c in scene.clauses if any(p is deed for g in c.objects for p in g)), None)
    if doing is not None and doing.subject and doing.subject[0] is not deed:
        return doing.subject
    k = next(i for i, p in enumerate(scene.phrases) if p is deed) + 1
    while k < len(scene.phrases) and scene.phrases[k].kind == "adv":
        k += 1
    after = scene.phrases[k] if k < len(scene.phrases) else deed
    if after.kind == "rel" and (told := scene.by_phrase.get(k + 1)) is not None:
        resumed = told.verb is not None and bool(told.verb.suffix) and told.subject is not told.antecedent
        return told.subject if resumed else []
    return genitive(scene, [deed]) or ([after] if after.prep == "ل" and after.start == deed.end else [])
