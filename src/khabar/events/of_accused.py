"""What somebody is called accused of (`أمر بحبس الشرطي المتهم بقتل سائق`): his deed, and not the subject's."""

from __future__ import annotations

from khabar.events.lexicon import noun_keys
from khabar.events.moods import moods
from khabar.events.scene import Scene
from khabar.records import Mention
from khabar.text.phrases import Phrase

_PARTICIPLE = "م"
"""The first letter of the participles among the words for being accused (`متهم`, `مدان`, and no `تورط`)."""


def accused_of(scene: Scene, phrase: Phrase) -> Mention | None:
    """Who is accused of what a phrase behind `ب` or `في` names, by the participle right before it; else None.

    The participle describes the mention it stands behind, or stands for somebody itself (`اعتقلت المتهم بقتل التاجر`).
    """
    word = scene.words[phrase.start - 1] if phrase.start > 0 else None
    if word is None or phrase.prep not in ("ب", "في") or not word.bare.startswith(_PARTICIPLE):
        return None
    if moods().charged.isdisjoint(noun_keys(word.bare)):
        return None
    own = scene.phrases[scene.phrase_at(word.index)]
    subjects = [p for c in scene.clauses for p in c.subject]
    if any(p is own for p in subjects):
        return None  # `اعترف المتهم بقتل التاجر`
    described = next((m for m in scene.mentions if m.span.end == word.start - 1), None)
    if described is not None and not (word.definite and any(_is_named(scene, p, described) for p in subjects)):
        return described
    named = next((m for m in scene.mentions if m.span.start <= word.start < m.span.end), None)
    return named or scene.mention(own)


def _is_named(scene: Scene, phrase: Phrase, mention: Mention) -> bool:
    """Whether a subject ends with a mention, behind which an object then stands (`اعتقلت الشرطة | المتهم`)."""
    return scene.span(phrase).end == mention.span.end
