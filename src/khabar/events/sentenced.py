"""Verdicts: who is sentenced where only the penalty says so, and what days are those of the crime.

`أصدرت حكما بسجن المدير`, `بالإعدام لثلاثة متهمين`; `أدين بقتل شرطيين في 2013`.
"""

from __future__ import annotations

from collections.abc import Iterator

from khabar.events.draft import Draft
from khabar.events.lexicon import noun_keys
from khabar.events.listed import joined
from khabar.events.moods import moods
from khabar.events.trigger import genitive
from khabar.lexicon.words import word_list
from khabar.records import Mention, MentionKind, Time
from khabar.text.phrases import Phrase

_PENALTIES = word_list(__name__, "penalties")
_VERDICTS = word_list(__name__, "verdicts")
_CHARGES = word_list(__name__, "charges")
_FOR = ("ل", "بحق", "علي", "ضد")
_LASTING = ("np", "adv", "quote")


def sentence(draft: Draft) -> None:
    """Give a verdict that names nobody else those whom its penalty tells of, by a genitive or a preposition."""
    if draft.recipients or not _is_verdict(draft):
        return
    for k in _behind(draft):
        found = _whom(draft, k)
        if found:
            draft.recipients = found
            return


def without_charges(draft: Draft) -> None:
    """Take from those sentenced or arrested whom only the charge names (`حكمت على ثلاثة بتهمة التجسس لإسرائيل`)."""
    if draft.type not in ("SANCTION", "COERCE") or not {"convict", "arrest"} & set(draft.modes):
        return
    charge = next((w.start for w in draft.scene.words if w.bare in _CHARGES and w.prep in ("ب", "ل")), None)
    if charge is not None and draft.span.start < charge:
        draft.recipients = [m for m in draft.recipients if m.span.start < charge]


def _is_verdict(draft: Draft) -> bool:
    """Whether a draft convicts, or a court confirms, eases or annuls what it does (`ألغت محكمة النقض حكما بسجن`)."""
    if draft.type == "SANCTION":
        return "convict" in draft.modes
    if draft.type not in ("CONCEDE", "RETREAT"):
        return False
    heads = (g[0].head for slot in ("obj", "gen") for g in draft.slots.get(slot, ())[:1])
    return any({*noun_keys(draft.scene.words[i].bare)} & _VERDICTS for i in heads)


def _behind(draft: Draft) -> Iterator[int]:
    """The phrases from the trigger to the end of its clause."""
    scene, k = draft.scene, draft.trigger.phrase
    yield k
    for j in range(k + 1, len(scene.phrases)):
        if scene.phrases[j].kind not in _LASTING:
            return
        yield j


def _whom(draft: Draft, k: int) -> list[Mention]:
    """Whom the penalty that phrase `k` names is for."""
    scene, phrase = draft.scene, draft.scene.phrases[k]
    if phrase.kind != "np" or not {*noun_keys(scene.words[phrase.inner].bare)} & _PENALTIES:
        return []
    owners = genitive(scene, [scene.phrase(phrase.inner, phrase.end)])
    if not owners and phrase.end > phrase.inner + 1 and scene.atoms[phrase.inner + 1] >= 0:
        owners = [scene.phrase(phrase.inner + 1, phrase.end)]  # `سجن صحفي`, a word that is an adjective too
    if owners and owners[0].person:
        return [scene.mention(p) for p in (*owners, *(p for p in joined(scene, k) if p.person))]
    for j in range(k + 1, len(scene.phrases)):
        after = scene.phrases[j]
        if after.kind == "np" and after.prep in _FOR and after.person and after.who is not MentionKind.GROUP:
            return [scene.mention(p) for p in (after, *(p for p in joined(scene, j) if p.person))]
        if after.kind != "adv" and not (after.kind == "np" and _is_length(draft, after)):
            return []
    return []


def _is_length(draft: Draft, phrase: Phrase) -> bool:
    """Whether a phrase says how long or how a penalty is (`لمدة عامين`, `مع الشغل`, `شنقا`), and not whose."""
    return not phrase.person and not phrase.mentions


_TRIED = frozenset({"arrest", "convict", "investigate", "allege"})
"""Modes of what is done to somebody for a deed of his."""
_LONG = frozenset({"month", "season", "year", "decade"})
_BETWEEN = 6
"""Letters: how far behind a deed words of time are its own (`في `, `عام `)."""


def is_of_charge(draft: Draft, time: Time) -> bool:
    """Whether a month or year right behind the deed that somebody is tried or held for is when he did it.

    `أدين بقتل شرطيين في 2013`, `اعتقل لمشاركته في مظاهرة عام 2011`.
    """
    if not _TRIED & set(draft.modes) or time.precision not in _LONG or time.span.start < draft.span.end:
        return False
    scene = draft.scene
    for k, phrase in enumerate(scene.phrases[: len(scene.phrases) - 1]):
        if phrase.kind != "np" or phrase.prep not in ("ب", "ل", "في") or phrase.start <= draft.trigger.words[-1]:
            continue
        if phrase.prep == "في" and not _is_taken_part_in(draft, k):
            continue
        deed = scene.words[phrase.inner]
        gap = time.span.start - scene.words[phrase.end - 1].end
        if phrase.inner in scene.event_words and not {*noun_keys(deed.bare)} & _PENALTIES and 0 <= gap <= _BETWEEN:
            return True
    return False


def _is_taken_part_in(draft: Draft, k: int) -> bool:
    """Whether phrase `k` is in what somebody is tried for having had a part (`لمشاركته في مظاهرة`)."""
    before = draft.scene.phrases[k - 1] if k > 0 else None
    return before is not None and before.kind == "np" and before.prep in ("ب", "ل") and _is_part(draft, before)


def _is_part(draft: Draft, phrase: Phrase) -> bool:
    """Whether a phrase says that somebody had a part in a thing, or is charged with that (`بتهمة التورط`)."""
    words = draft.scene.words[phrase.inner : phrase.end]
    bare = {word.bare.removesuffix("ه").removesuffix("هم").removesuffix("ها") for word in words}
    keys = {key for b in bare for form in (b, b.removesuffix("ت") + "ه") for key in noun_keys(form)}
    return bool(keys & (draft.scene.classes["involvement"] | moods().charged))
