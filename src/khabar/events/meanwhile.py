"""Who takes part only in what came before, after or during a deed (`رفضت الحركة الاقتراح بعد لقائها الوسيط`)."""

from __future__ import annotations

from khabar.events.draft import Draft
from khabar.events.nearby import Somebody
from khabar.events.scene import Scene
from khabar.lexicon.words import word_list
from khabar.text.nouns import pronoun_at_end
from khabar.text.phrases import Phrase

_TIMES = word_list(__name__, "times")
_GOES_ON = ("np", "adv")


def only_meanwhile(draft: Draft, somebody: Somebody) -> bool:
    """Whether somebody stands behind a later noun for a deed with its doer's pronoun that only tells the time of this.

    What follows such a noun goes with it (`هدد بقصف العاصمة بعد لقائه زعماء القبائل`), up to the next comma or verb.
    """
    scene, phrase = draft.scene, somebody.phrase
    if phrase is None or draft.type == "CONSULT":
        return False
    for k in range(scene.phrase_at(phrase.start) - 1, -1, -1):
        before = scene.phrases[k]
        if before.start <= draft.trigger.words[-1] or before.kind not in _GOES_ON:
            return False
        if tells_when(scene, before):
            return True
        if before.prep and not (before.person or before.mentions):
            return False  # `قتل بعد لقائه الوزير برصاص مسلحين`
    return False


def tells_when(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is a time preposition and a deed of somebody named before."""
    head = scene.words[phrase.inner]
    deed = phrase.prep in _TIMES and phrase.inner in scene.event_words and not head.definite
    return deed and bool(pronoun_at_end(head.norm))
