"""What a denial takes up that names no matter of its own (`نفى ذلك`, `وهو ما نفته أنقرة`): what was told before it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from khabar.events.lexicon import noun_keys
from khabar.events.types import SPOKEN
from khabar.lexicon.words import word_list
from khabar.records import Event, Mention, Span, Stance
from khabar.sources.contents import of_a_part
from khabar.sources.denying import Denying, is_one, is_told, spans_of
from khabar.sources.sides import same_side
from khabar.text.characters import squeeze
from khabar.text.nouns import possessed
from khabar.text.words import Word

_CHARGES = word_list(__name__, "charges")
_ACCUSATIONS = _CHARGES | {"اتهام", "اتهامات"}
_ANSWERED = frozenset({"AGREE", "CONCEDE", "SUPPORT", "REQUEST"})
"""What somebody is said by others to have said: he can deny that."""


def events_taken_up(events: Sequence[Event], denying: Denying) -> list[int]:
    """The numbers of the events that a denial takes up: what was told before it, else right behind it.

    Of an accusation what somebody is accused of, or itself where that is no event.
    """
    if (named := _charge_named(events, denying)) >= 0:
        return [named]
    found = _before(events, denying)
    return found or _charges_elsewhere(events, denying) or _told_after(events, denying)


def _charge_named(events: Sequence[Event], denying: Denying) -> int:
    """The accusation that the noun right behind a denial is (`أنكر التهم التي أسندتها إليه النيابة`), or -1."""
    k = _cue_word(denying)
    near = [Span(w.start, w.end) for w in denying.scene.words[k + 1 : k + 12] if _is_charge(w)]
    named = (i for i, e in enumerate(events) if e.type == "ACCUSE" and any(s in near for s in spans_of(e)))
    return next((i for i in named if len(events[i].actors) > 0), -1)


def charge_answered(events: Sequence[Event], denying: Denying) -> list[int]:
    """The accusation that a denial answers by its own words (`نفى أي صلة بقطر في رده على اتهامات النائب`)."""
    scene, own = denying.scene, denying.sentences[denying.here].span
    for i, event in enumerate(events):
        if event.type != "ACCUSE" or event.modes[:1] == ("disapprove",) or not own.contains(event.trigger):
            continue
        word = scene.words_at(event.trigger)[0].index
        before = [w.norm for w in scene.words[max(word - 2, 0) : word]]
        if _is_charge(scene.words[word], _ACCUSATIONS) and before[-1:] == ["علي"] and before[0] in _ANSWERING:
            return [i]
    return []


def accused_before(events: Sequence[Event], denying: Denying) -> list[int]:
    """The accusation of the denier's side told right before a denial in other words, or what it is of.

    `اتهم النائب الوزارة بتهريب النفط. ونفى المتحدث باسمها وجود أي تهريب`.
    """
    cue = denying.attribution.cue
    charges = [
        i
        for i, e in enumerate(events)
        if e.type == "ACCUSE"
        and e.modes[:1] == ("allege",)
        and is_told(e)
        and cue is not None
        and denying.since(2) <= e.trigger.start < cue.start
        and any(_speaks_for(denying, m) or _defends(denying, m) for m in e.recipients)
        and not any(is_one(m, denying.speaker) for m in e.actors)
    ]
    if charges and of_a_part(denying.attribution, denying.scene):
        return _laid(events, charges[-1])
    return charges[-1:]


def _laid(events: Sequence[Event], charge: int) -> list[int]:
    """The attack told before an accusation in its sentence (`هجوم شنه مسلحون، واتهمت الشرطة الجماعة بتنفيذه`)."""
    own, start = events[charge].sentence, events[charge].trigger.start
    attacks = [
        (max(s.start for s in spans_of(e) if own.contains(s)), i)
        for i, e in enumerate(events)
        if e.type == "ASSAULT" and is_told(e) and any(own.contains(s) and s.end <= start for s in spans_of(e))
    ]
    return [max(attacks)[1]] if attacks else []


def _speaks_for(denying: Denying, accused: Mention) -> bool:
    """Whether who denies is of the side of somebody accused: by what is known, or by the words that name them."""
    if same_side(accused, denying.side) or same_side(accused, denying.speaker):
        return True
    names = [{squeeze(w).removeprefix("ال") for w in m.text.split()} for m in (accused, denying.speaker)]
    return any(len(w) > 3 for w in names[0] & names[1])


def _defends(denying: Denying, accused: Mention) -> bool:
    """Whether who denies is a lawyer of somebody accused: by his pronoun, or by the words behind him that name them.

    `محاميه`, `محامي أحد الموقوفين`, `هيئة الدفاع عن المتهمين`.
    """
    said = [w for w in denying.scene.words if denying.speaker.span.overlaps(Span(w.start, w.end))]
    if not said or squeeze(said[0].bare) not in _ADVOCATES:
        return False
    words = denying.scene.words[said[0].index : said[-1].index + _NAMED]
    named = {squeeze(w.bare) for w in words if w.kind != "verb"}
    accused_words = {squeeze(w).removeprefix("ال") for w in accused.text.split()}
    return possessed(said[0]) or "دفاع" in named or bool(named & accused_words)


_ADVOCATES = word_list(__name__, "advocates")
_NAMED = 4
"""Until how many words behind a lawyer it is looked for whose he is."""

_ANSWERING = word_list(__name__, "answering")


def _charges_elsewhere(events: Sequence[Event], denying: Denying) -> list[int]:
    """The accusation of the denier's side that a denied charge is, however far before it, else in the sentence behind.

    `سارع الوزير إلى نفي الاتهام`; what he is accused of where that is an event.
    """
    if not _names_charge(denying, _ACCUSATIONS):
        return []
    cue, last = denying.attribution.cue, denying.until(1)
    start = cue.start if cue is not None else 0
    body = next((s.span.start for s in denying.sentences if s.paragraph >= 0), 0)
    charges = [
        i
        for i, e in enumerate(events)
        if e.type == "ACCUSE"
        and e.modes[:1] != ("disapprove",)
        and body <= e.trigger.start < last
        and (
            any(same_side(m, denying.side) or same_side(m, denying.speaker) for m in e.recipients)
            or _is_accused(denying, e)
        )
    ]
    told = [i for i in charges if events[i].trigger.start < start][-1:] or charges[:1]
    for i in told:
        deeds = [n for n, e in enumerate(events) if e.sentence == events[i].sentence and _can_be_denied(e)]
        return _behind(events, deeds, events[i].trigger.start, events[i].sentence) or [i]
    return []


def _is_accused(denying: Denying, event: Event) -> bool:
    """Whether who denies is named as nothing but the accused of a report's case (`المتهمون`), and an event charges."""
    return _is_accused_word(denying.speaker) and event.modes[:1] == ("allege",)


def _is_accused_word(speaker: Mention) -> bool:
    return not _ACCUSED.isdisjoint(squeeze(w).removeprefix("ال") for w in speaker.text.split()[:2])


_ACCUSED = word_list(__name__, "accused")


def _told_after(events: Sequence[Event], denying: Denying) -> list[int]:
    """What others are told right behind a denial to have said before it (`«هذا لم يحدث». وكان شهود قالوا إن`)."""
    first, last = denying.until(0), denying.until(1)
    text = denying.scene.text[first:last].lstrip(' .\n»"”')
    if _is_relative(denying) or not squeeze(text).startswith(("وكان ", "وكانت ", "كان ", "كانت ")):
        return []
    behind = [i for i, e in enumerate(events) if first <= e.trigger.start < last and len(e.sources) > 1]
    return [i for i in behind if _can_be_denied(events[i]) and denying.can_be_ours(events[i])]


def _before(events: Sequence[Event], denying: Denying) -> list[int]:
    """What a denial takes up of what stands before it in its sentence, else in the nearest sentences before."""
    cue = denying.attribution.cue
    assert cue is not None
    here = denying.here
    back = here if _is_relative(denying) or _answers_here(denying) else max(here - 2, 0)
    own = denying.sentences[here].span
    if any("convict" in e.modes and _told_before(e, own, cue) for e in events):
        back = here  # `أدين الوزير بالرشوة، وهو ينفي التهمة`
    for number in range(here, back - 1, -1):
        if number < here and denying.sentences[number].paragraph < 0:
            continue  # a headline tells nothing that the body has not yet told
        span = denying.sentences[number].span
        before = [i for i, e in enumerate(events) if _told_before(e, span, cue)]
        charge = max(
            (i for i in before if events[i].type == "ACCUSE" and is_told(events[i])),
            key=lambda i: events[i].trigger.start,
            default=-1,
        )
        found = [i for i in before if _can_be_denied(events[i])]
        accused = [c.start for c in denying.charges if span.contains(c) and c.end <= cue.start]
        if accused and charge < 0:
            # `اعتدت على الوالي متهمة إياه بالتحرش، وهو ما نفاه`
            return _behind(events, found, accused[-1], span)
        if charge >= 0 and events[charge].modes[:1] != ("disapprove",):
            charged = [i for i in found if events[i].type != "CONSULT"]
            return _behind(events, charged, events[charge].trigger.start, span) or [charge]
        if _names_charge(denying):
            # Not what else a sentence tells: `علق الصندوق القرض وأدين الوزير، وهو ينفي التهمة`
            if charged := [i for i in found if _is_charged(events[i], denying)]:
                return charged
            continue
        if found and number == here:
            return [i for i in found if len(events[i].sources) > 1] or _nearest(events, found)
        claimed = [i for i in found if len(events[i].sources) > 1 or events[i].hedged]
        if claimed:
            return claimed
        if found:
            # What the reporter tells himself is denied by whoever can have done it, and right behind.
            near = number >= here - 1
            return [i for i in found if near and is_told(events[i]) and denying.can_be_ours(events[i])]
    return []


def _answers_here(denying: Denying) -> bool:
    """Whether others say something right before a denial in its sentence: it is that it takes up, event or not.

    `أكدت الحركة أنها أبلغت الرئاسة، في حين نفت الرئاسة ذلك`.
    """
    own, cue = denying.sentences[denying.here].span, denying.attribution.cue
    return any(
        cue is not None
        and a.cue is not None
        and own.contains(a.cue)
        and a.scope.end <= cue.start
        and a.stance in (Stance.ASSERTS, Stance.CONFIRMS)
        and all(s.mention is None or s.mention.span != denying.speaker.span for s in a.chain)
        for a in denying.attributions
    )


def _can_be_denied(event: Event) -> bool:
    """Whether `ذلك` can stand for an event: a deed, or words that others lay in somebody's mouth."""
    if "convict" in event.modes:
        return False
    return event.type not in SPOKEN or (event.type in _ANSWERED and len(event.sources) > 1)


def _behind(events: Sequence[Event], found: Sequence[int], start: int, sentence: Span) -> list[int]:
    """Those of some events that a sentence tells behind a place in it: what others say, where anything is said."""
    behind = [i for i in found if any(start < s.start and sentence.contains(s) for s in spans_of(events[i]))]
    return [i for i in behind if len(events[i].sources) > 1] or behind  # `بضربه بعد توقيفه`


def _nearest(events: Sequence[Event], found: Sequence[int]) -> list[int]:
    """The events of a sentence that a denial right behind them is of: not what is only planned."""
    return [i for i in found if is_told(events[i])] or [*found]


def _cue_word(denying: Denying) -> int:
    cue = denying.attribution.cue
    return next((w.index for w in denying.scene.words if cue is not None and w.start <= cue.start < w.end), 0)


def _is_relative(denying: Denying) -> bool:
    """Whether a denial is of what its own sentence tells (`وهو ما نفته أنقرة`), and does not open it."""
    k, scene = _cue_word(denying), denying.scene
    before, told = scene.words[k - 1] if k > 4 else None, scene.words[:k]
    if before is None or denying.attribution.scope != denying.attribution.cue:
        return False
    noun = scene.words[k].bare
    if any(w.bare in scene.classes["hearsay"] for w in scene.words[k + 1 : k + 2]):
        return False  # `من الوزارة التي نفت الخبر`
    if scene.words[k].kind != "verb" and noun.endswith("ها") and any(w.bare in scene.classes["hearsay"] for w in told):
        return True  # `سرت شائعات عن حظر للتجول، سارعت الرئاسة إلى دحضها`
    return before.norm in ("ما", "الذي", "التي") or (before.kind != "dem" and before.bare in scene.classes["hearsay"])


def is_of_charge(denying: Denying) -> bool:
    """Whether what a denial takes up is a charge before it (`وجهت إليه تهمة النشر، وهي تهمة ينفيها`), and no deed."""
    k = _cue_word(denying)
    return k > 0 and _is_charge(denying.scene.words[k - 1])


def _names_charge(denying: Denying, nouns: frozenset[str] = _CHARGES) -> bool:
    """Whether a charge is what is denied (`وهو ينفي التهمة`): nothing but an accusation answers to it."""
    k = _cue_word(denying)
    return any(_is_charge(w, nouns) for w in denying.scene.words[k + 1 : k + 4]) or _is_ascribed(denying)


def _is_ascribed(denying: Denying) -> bool:
    """Whether a denial is of all that somebody is charged with, in no other words (`أنكر ما نسب إليه`)."""
    scene, k = denying.scene, _cue_word(denying)
    own = denying.attribution.scope != denying.attribution.cue
    near = denying.words[:_NEAR] if own else scene.words[k + 1 : k + 1 + _NEAR]
    for before, word in pairwise(near):
        if word.bare in _ASCRIBED or (before.norm == "ما" and word.norm in _ASCRIBING):
            after = scene.words[word.index + 1 : word.index + 3]
            return any(w.norm == "الي" and w.suffix for w in after[:1]) and all(w.norm != "من" for w in after[1:])
    return False


_NEAR = 4
_ASCRIBING = word_list(__name__, "ascribing")
_ASCRIBED = word_list(__name__, "ascribed")


def _is_charged(event: Event, denying: Denying) -> bool:
    """Whether an event is what a charge right before it is of (`بتهمة خطف طفل`)."""
    start = event.trigger.start
    return "تهم" in squeeze(denying.scene.text[max(start - 12, 0) : start])


def _is_charge(word: Word, nouns: frozenset[str] = _CHARGES) -> bool:
    return not nouns.isdisjoint(noun_keys(word.bare))


def _told_before(event: Event, sentence: Span, cue: Span) -> bool:
    """Whether an event is told in a sentence before a word, by its trigger or another one."""
    return any(sentence.contains(s) and s.end <= cue.start for s in spans_of(event))
