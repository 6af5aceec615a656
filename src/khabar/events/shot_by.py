"""Whose shots killed or hurt somebody: `قتل شاب برصاص الجندرمة التركية`, `مقتل جنديين برصاص مسلح`."""

from __future__ import annotations

from khabar.events.draft import Draft
from khabar.events.scene import Scene
from khabar.lexicon.words import word_list
from khabar.records import Mention, MentionKind

_SHOTS = word_list(__name__, "shots")
_GUNMEN = word_list(__name__, "gunmen")


def name_shooter(draft: Draft) -> None:
    """Make whose shots they were that killed or hurt the one who did it, where the toll names nobody else."""
    fell = draft.passive or draft.trigger.kind == "noun"
    if draft.type != "ASSAULT" or not fell or not {"dead", "injured"} & set(draft.sense.size):
        return
    shooter = _shooter(draft)
    if shooter is None or any(shooter.span.overlaps(m.span) for m in draft.recipients):
        return
    if all(m.span.overlaps(shooter.span) for m in draft.actors):
        draft.actors = draft.actors or [shooter]
        draft.settled |= {m.span for m in draft.actors}
        draft.proved.append("whose shots they were")


def _shooter(draft: Draft) -> Mention | None:
    """Who is told of right behind the shots of a toll, or None."""
    scene = draft.scene
    for phrase in scene.phrases[draft.trigger.phrase + 1 :]:
        if phrase.kind not in ("np", "adv"):
            return None
        if phrase.kind == "np" and phrase.prep == "ب" and scene.words[phrase.inner].bare in _SHOTS:
            first, end = phrase.inner + 1, phrase.end
            return scene.mention(scene.phrase(first, end)) if _is_somebody(scene, first, end) else None
    return None


def _is_somebody(scene: Scene, first: int, end: int) -> bool:
    """Whether the words behind shots name who fired them, and not of what kind they were (`برصاص مطاطي`)."""
    if first >= end:
        return False
    word, number = scene.words[first], scene.atoms[first]
    if number >= 0:
        return scene.mentions[number].kind is not MentionKind.PLACE
    nation = first + 1 < end and scene.atoms[first + 1] >= 0
    force = nation and word.definite and scene.mentions[scene.atoms[first + 1]].kind is MentionKind.NATIONALITY
    return word.norm in _GUNMEN or force
