"""What a noun of saying tells with whose words they are and `أن` (`بعد إعلان الشرطة أنها قتلت ثلاثة مسلحين`)."""

from __future__ import annotations

from collections.abc import Iterator

from khabar.events.scene import Scene
from khabar.records import Attribution, Span, Stance
from khabar.sources.chain import chain_of
from khabar.sources.ends import spoken_until
from khabar.sources.in_full import in_full
from khabar.sources.lore import Lore
from khabar.sources.speakers import can_tell
from khabar.text.inside import SAYING
from khabar.text.phrases import Phrase

_SAYING = SAYING | {"تاكيدات", "ابلاغ"}
"""Verbal nouns of saying, those of several statements and of telling somebody too, squeezed."""


def by_sayings(scene: Scene, lore: Lore) -> Iterator[Attribution]:
    """The statements that verbal nouns of a sentence tell, with who speaks behind them."""
    for k, phrase in enumerate(scene.phrases):
        if phrase.kind != "comp" or phrase.conj or k == 0:
            continue
        told = _told(scene, k)
        if told is None:
            continue
        head, whose = scene.words[told.inner], scene.phrases[k - 1]
        if whose is told:
            whose = scene.phrase(told.inner + 1, told.end)
        mention = lore.known(scene.mention(whose))
        if not can_tell(scene, whose, mention, lore):
            continue
        chain = chain_of(scene, None, [in_full(scene, None, whose, mention, lore)], lore, phrase=k - 1)
        first = phrase.end
        if not chain or first >= len(scene.words):
            continue
        end = min(spoken_until(scene, first, lore.events, lore.quotes), _main_clause(scene, k, told))
        scope = Span(scene.words[first].start, end)
        cue = Span(head.start, head.end)
        rule = f"noun {head.bare}"
        yield Attribution("", chain, Stance.ASSERTS, cue, cue.of(scene.text), scope, False, rule)


def _told(scene: Scene, k: int) -> Phrase | None:
    """The phrase of a noun of saying whose genitive, or `من`, right before `أن` says who speaks, or None."""
    last = scene.phrases[k - 1]
    if last.kind != "np" or last.end != scene.phrases[k].start or last.suffix:
        return None
    if scene.words[last.inner].bare in _SAYING and last.end > last.inner + 1 and not scene.words[last.inner].definite:
        return last
    before = scene.phrases[k - 2] if k > 1 else None
    said = before is not None and before.kind == "np" and before.end == last.start and last.prep == "من"
    return before if said and before is not None and scene.words[before.head].bare in _SAYING else None


def _main_clause(scene: Scene, k: int, told: Phrase) -> int:
    """Where in the text the main clause begins behind a statement that opens its sentence, else where that ends.

    `عقب إعلان الحكومة أنها فرضت عقوبات، دعا النواب إلى جلسة`.
    """
    if not told.prep or any(p.kind == "verb" for p in scene.phrases[: k - 1]):
        return scene.sentence.span.end
    for comma, after in zip(scene.phrases[k + 2 :], scene.phrases[k + 3 :], strict=False):
        if comma.kind == "comma" and after.kind == "verb" and not after.conj:
            return scene.words[comma.start].start
    return scene.sentence.span.end
