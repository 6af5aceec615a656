"""Whose deed a decision is of which others speak: `انتقدت الصين قرار واشنطن فرض عقوبات`; who speaks has not done it."""

from __future__ import annotations

from khabar.events.draft import Draft
from khabar.events.lexicon import noun_keys
from khabar.events.scene import Scene
from khabar.events.trigger import genitive
from khabar.lexicon.words import word_list
from khabar.text.phrases import Phrase

_DECISIONS = word_list(__name__, "decisions")
_TYPES = frozenset({"AID", "ASSAULT", "COERCE", "CONCEDE", "MOBILIZE", "RETREAT", "SANCTION"})


def name_decider(draft: Draft) -> None:
    """Make whose decision or intention a deed is the one who does it (`قرار كندا إغلاق السفارة وطرد السفير`)."""
    trigger, scene = draft.trigger, draft.scene
    if trigger.kind != "noun" or trigger.support is not None or draft.type not in _TYPES or "both" in draft.sense.frame:
        return
    if trigger.words[0] != scene.phrases[trigger.phrase].inner or scene.phrases[trigger.phrase].prep not in ("", "ب"):
        return
    decider = _decider(scene, trigger.phrase)
    if decider is None or not _acts(scene, decider):
        return
    draft.actors = [scene.mention(decider)]
    draft.recipients = [m for m in draft.recipients if m.span != draft.actors[0].span]
    draft.settled.add(draft.actors[0].span)
    draft.proved.append("whose decision it is")


def name_declarer(draft: Draft) -> None:
    """Make who declares somebody unwanted the one who does it (`أعلنت الخارجية أن السفير شخص غير مرغوب فيه`)."""
    if draft.trigger.kind != "noun" or draft.actors or draft.sense.frame.get("recipient") != ("before",):
        return
    for clause in draft.scene.clauses:
        inside = clause.comp is not None and clause.comp[0] <= draft.trigger.phrase < clause.comp[1]
        if inside and clause.subject and _acts(draft.scene, clause.subject[0]):
            draft.actors = [draft.scene.mention(clause.subject[0])]
            draft.settled |= {m.span for m in (*draft.actors, *draft.recipients)}
            draft.proved.append("who declares it")


def _decider(scene: Scene, k: int) -> Phrase | None:
    """Whose decision the deed in phrase `k` is, alone or with others before it, or None."""
    while k > 0:
        phrase, before = scene.phrases[k], scene.phrases[k - 1]
        if before.kind not in ("np", "adv"):
            return None
        if not phrase.conj and before.kind == "np" and {*noun_keys(scene.words[before.inner].bare)} & _DECISIONS:
            owner = genitive(scene, [before])
            return owner[0] if owner and phrase.inner in scene.event_words and not before.suffix else None
        k -= 1
    return None


def _acts(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is people, a body or a state."""
    return phrase.person or scene.is_state(phrase)
