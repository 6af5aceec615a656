"""Who is told of first and had it done to him, as a pronoun behind the verb says: `كان الناشط قد حكم عليه بالسجن`.

Print without vowels gives such a verb its topic for a subject; nobody does a thing to himself in these words.
"""

from __future__ import annotations

from khabar.events.draft import Draft
from khabar.events.freed import agrees
from khabar.lexicon.words import word_list
from khabar.records import Size

_ANOTHER = word_list(__name__, "another")
_FIRST = ("subject stands first",)
_RELATIVE = ("subject is what the relative clause tells of",)
_SLOTS = ("علي", "عن")
_POWERS = frozenset({"JUD", "GOV", "COP", "MIL", "UAF", "REB"})


def undergo(draft: Draft) -> None:
    """Make the topic of an impersonal passive the one it was done to (`الصحفي الذي قبض عليه`)."""
    clause, scene = draft.trigger.clause, draft.scene
    if draft.trigger.kind != "verb" or clause is None or clause.verb is None or not clause.subject or clause.agent:
        return
    verb, topic = clause.verb, clause.subject[0]
    if verb.person != "3ms" or verb.voice == "active" or verb.suffix or clause.how not in (_FIRST, _RELATIVE):
        return
    slot = next((s for s in draft.sense.frame.get("recipient", ()) if s in _SLOTS and s in draft.slots), None)
    pronoun = draft.slots[slot][0][0].suffix if slot is not None else ""
    if not pronoun or len(clause.subject) > 1 or not agrees(scene, topic, pronoun):
        return
    told = scene.mention(topic)
    if pronoun == "ه" and _POWERS & set(told.sectors):
        return  # `كان القاضي قد حكم عليه`: on whom nobody told of here
    draft.actors, draft.recipients = [], [told]
    draft.passive, draft.rule = True, "passive verb, recipient"
    draft.settled.add(told.span)
    draft.proved.append("done to whom the pronoun stands for")


def name_another(draft: Draft) -> None:
    """Make one more beside those told of before the one a verb was done to (`خطفوا ثلاثة عمال وقتلوا رابعا`)."""
    scene, trigger, clause = draft.scene, draft.trigger, draft.trigger.clause
    at = trigger.words[-1] + 1
    if trigger.kind != "verb" or draft.type not in ("ASSAULT", "COERCE") or clause is None or at >= len(scene.words):
        return
    word = scene.words[at]
    if word.norm not in _ANOTHER or word.prep or "obj" not in draft.sense.frame.get("recipient", ()):
        return
    after = scene.words[at + 1] if at + 1 < len(scene.words) else None
    if after is not None and after.kind in ("noun", "name", "num", "adj") and not (after.conj or after.prep):
        return  # `اعتقلت الشرطة آخر المشتبه بهم`
    one = scene.mention(scene.phrase(at, at + 1))
    draft.recipients = [one]
    draft.settled.add(one.span)
    kinds = [kind for kind, slot in draft.sense.size.items() if slot == "obj"]
    draft.size = [Size(kind, 1, 1, True, one.span, one.text) for kind in kinds]
