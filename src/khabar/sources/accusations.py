"""Accusations that a noun names (`اتهامات كييف لموسكو بقصف المستشفى`): whose they are, and what stands under them."""

from __future__ import annotations

from collections.abc import Iterator

from khabar.events.able import can_speak
from khabar.events.scene import Scene
from khabar.records import Attribution, Mention, MentionKind, Span, Stance
from khabar.sources.chain import chain_of
from khabar.sources.lore import Lore
from khabar.text.phrases import Phrase


def accusations(scene: Scene, lore: Lore) -> Iterator[Attribution]:
    """The attributions of a sentence whose cue is a noun for an accusation and that name who makes it."""
    for k, phrase in enumerate(scene.phrases):
        if phrase.kind != "np":
            continue
        nouns = [i for i in range(phrase.inner, phrase.end) if scene.words[i].bare in scene.classes["accusations"]]
        if not nouns:
            continue
        accuser, told = _accuser(scene, phrase, nouns[0] + 1), _told_from(scene, k)
        if accuser is None and told is not None:
            accuser = _from(scene, k)
        if accuser is None or told is None:
            continue
        accuser = lore.known(accuser)
        chain = chain_of(scene, None, [accuser], lore, phrase=k)
        head = scene.words[nouns[0]]
        scope = Span(scene.words[scene.phrases[told].start].start, scene.words[_told_until(scene, told) - 1].end)
        yield Attribution(
            "", chain, Stance.ACCUSES, Span(head.start, head.end), head.token.text, scope, False, f"noun {head.bare}"
        )


def _accuser(scene: Scene, phrase: Phrase, start: int) -> Mention | None:
    """Who accuses: the genitive of the noun, or the country of its adjective (`اتهامات أميركية`), or None."""
    if phrase.end == start:
        return None
    rest = scene.phrase(start, phrase.end)
    mention = scene.mention(rest)
    if mention.kind in (MentionKind.NATIONALITY, MentionKind.PLACE):
        return mention if mention.country else None
    return mention if rest.person and can_speak(scene, rest) else None


def _from(scene: Scene, k: int) -> Mention | None:
    """Who accuses by a noun alone and `من` right behind it (`اتهامات من المعارضة بأنها`), or None."""
    after = scene.phrases[k + 1] if k + 1 < len(scene.phrases) else None
    if after is None or after.kind != "np" or after.prep != "من" or after.suffix or after.conj:
        return None
    return scene.mention(after) if after.person and can_speak(scene, after) else None


def _told_from(scene: Scene, k: int) -> int | None:
    """The phrase at which what somebody is accused of begins: behind those accused, with `ب` or `أن`."""
    for j in range(k + 1, min(k + 4, len(scene.phrases))):
        phrase = scene.phrases[j]
        if phrase.kind == "comp" or (phrase.kind == "np" and phrase.prep == "ب"):
            return j
        if phrase.kind != "np" or phrase.prep not in ("ل", "الي", "ضد", "من"):
            return None
    return None


def _told_until(scene: Scene, told: int) -> int:
    """The word behind what somebody is accused of: where the sentence or another verb of its own line goes on."""
    under = scene.phrases[told].kind == "comp"
    for j in range(told + 1, len(scene.phrases)):
        phrase = scene.phrases[j]
        verb = phrase.kind == "verb" and not under and scene.phrases[j - 1].kind != "rel"
        if phrase.kind in ("comma", "stop", "link") or verb:
            return phrase.start
    return scene.phrases[-1].end
