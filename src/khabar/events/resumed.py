"""An attack that a later sentence goes on about: `التفجير استهدف موكبا`, `أدى ذلك إلى مقتل`, `أصيب سبعة آخرون`."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.events.draft import Draft
from khabar.events.lexicon import noun_keys
from khabar.events.results import counts_victims, is_another, told_nouns
from khabar.events.sameness import same_victims, sizes_agree
from khabar.lexicon.words import word_list
from khabar.records import IRREALIS
from khabar.text.characters import squeeze
from khabar.text.particles import particles

_NEAR = 400
"""How many characters may part a toll without a cause from the attack it is of."""
_IT = word_list(__name__, "it")


def goes_on(draft: Draft, before: Sequence[Draft]) -> Draft | None:
    """The attack among those `before` (of one report, in its order) that a draft of another sentence tells more of."""
    if draft.type != "ASSAULT" or IRREALIS & set(draft.auxiliary) or draft.scene.sentence.paragraph < 0:
        return None
    told = [d for d in reversed(before) if d.type == "ASSAULT" and d.scene.sentence.paragraph >= 0]
    told = [d for d in told if not IRREALIS & set(d.auxiliary)]
    told = [d for d in told if d.scene is not draft.scene and sizes_agree(d.size, draft.size)]
    if not told or is_another(draft):
        return None
    if nouns := _attack_that_acts(draft):
        return next((d for d in told if nouns & told_nouns(d)), None)
    if weapon := _weapon_that_acts(draft):
        return next((d for d in told if _with(weapon, d)), None)
    if (again := next((d for d in told if same_victims(d, draft)), None)) is not None:
        return again
    near = 0 <= draft.span.start - told[0].scene.sentence.span.end <= _NEAR
    return told[0] if near and (_are_more(draft, told[0]) or _comes_of_it(draft)) else None


def _attack_that_acts(draft: Draft) -> set[str]:
    """The definite noun of an attack that is the subject of its verb (`إن التفجير استهدف موكبا`); empty for others."""
    clause, scene = draft.trigger.clause, draft.scene
    if draft.trigger.kind != "verb" or clause is None or not clause.subject:
        return set()
    phrase = clause.subject[0]
    first = scene.words[phrase.inner]
    lone = first.definite and phrase.inner in scene.violent and not phrase.mentions
    return {*noun_keys(first.bare)} if lone else set()


def _weapon_that_acts(draft: Draft) -> set[str]:
    """The definite noun of a weapon or machine that is all that is told of who did it (`الطائرة المسيرة استهدفت`)."""
    clause, scene = draft.trigger.clause, draft.scene
    if draft.trigger.kind != "verb" or clause is None or not clause.subject or len(draft.actors) > 1:
        return set()
    phrase = clause.subject[0]
    first = scene.words[phrase.inner]
    weapons = scene.classes["machines"] | scene.classes["weapons"]
    keys = {*noun_keys(first.bare)}
    return keys if first.definite and keys & weapons and not phrase.mentions else set()


def _with(weapon: set[str], told: Draft) -> bool:
    """Whether an attack was told with a weapon, and by somebody else's hand (`هجوم نفذه المتمردون بطائرة مسيرة`)."""
    own = (told.scene.words_at(m.span)[0] for m in told.actors)
    inside = any(weapon & {*noun_keys(w.bare)} for w in told.scene.words)
    return inside and not any(weapon & {*noun_keys(w.bare)} for w in own)


def _are_more(draft: Draft, told: Draft) -> bool:
    """Whether others are counted who were killed or hurt, with no word of how (`وأضاف أن عشرة آخرين أصيبوا`)."""
    words = [w for m in draft.recipients for w in draft.scene.words_at(m.span)]
    others = any(w.bare.startswith("اخر") for w in words)
    alone = not draft.actors and not draft.modes and len(draft.scene.violent - {*draft.trigger.words}) == 0
    return others and alone and counts_victims(draft) and not {s.kind for s in draft.size} & {s.kind for s in told.size}


def _comes_of_it(draft: Draft) -> bool:
    """Whether a toll comes of what was told right before (`وأدى ذلك إلى مقتل ضابط`)."""
    clause, scene = draft.trigger.clause, draft.scene
    if draft.trigger.kind != "noun" or clause is None or clause.verb is None or not clause.subject or draft.actors:
        return False
    phrase = clause.subject[0]
    came = squeeze(clause.verb.verb.lemma) in particles().outcomes
    return came and counts_victims(draft) and scene.words[phrase.inner].norm in _IT and phrase.end == phrase.inner + 1
