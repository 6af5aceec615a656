"""One event told again by other people, numbers or tense: parts of a total, other victims, those it was done by.

`استشهد 27 شخصا في غارات على عدة بلدات ... استشهد عشرة في بلدة`, `قتل 18 في انفجار ... وأصيب عشرة آخرون`,
`يلتقي كيري لافروف ... سيلتقي كيري لافروف`.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.events.draft import Draft
from khabar.events.lexicon import noun_keys
from khabar.events.results import counts_victims, is_another
from khabar.events.retold import everybody, is_headline
from khabar.events.sameness import agree, same_side, shares, sizes_agree
from khabar.events.types import FORCE
from khabar.lexicon.words import word_list
from khabar.records import IRREALIS, Auxiliary, MentionKind, Size

BACK = 200
"""How many tellings back one is compared. No report has so many; a text of thousands is read in good time so."""
_APART = word_list(__name__, "apart")
_OTHERS = word_list(__name__, "others")
_NAMELESS = frozenset({MentionKind.UNNAMED, MentionKind.PRONOUN})
_NEAR = 300
"""How many letters may part two sentences that tell of one attack."""
_BLASTS = frozenset({"explosives", "suicide-attack"})
_DYING = word_list(__name__, "dying")


def join_parts(drafts: Sequence[Draft]) -> list[tuple[Draft, Draft]]:
    """Pairs of a total and a part of it (`اعتقلت 23 فلسطينيا ... اعتقلت 11 في رام الله ... واعتقلت 12 في الخليل`).

    The parts come behind their total, and do not sum up to more.
    """
    found: list[tuple[Draft, Draft]] = []
    taken: set[int] = set()
    for n, total in enumerate(drafts):
        whole = _counted(total)
        if whole is None or id(total) in taken or IRREALIS & {*total.auxiliary}:
            continue
        parts = [d for d in drafts[n + 1 : n + 1 + BACK] if id(d) not in taken and _may_be_part(d, total, whole)]
        rest, chosen = whole.low, []
        for part in parts:
            size = next(s for s in part.size if s.kind == whole.kind)
            if size.low <= rest:
                rest -= size.low
                chosen.append(part)
        if len(chosen) > 1 and (rest == 0 or _is_spread(total)):
            found += [(total, part) for part in chosen]
            taken |= {id(part) for part in chosen}
    return found


def _counted(draft: Draft) -> Size | None:
    kinds = ("dead", "arrested", "released", "injured")
    return next((s for kind in kinds for s in draft.size if s.kind == kind and s.low > 2), None)


def _may_be_part(part: Draft, total: Draft, whole: Size) -> bool:
    if part.type != total.type or part.type not in FORCE or part.auxiliary != total.auxiliary:
        return False
    if part.scene is total.scene or (part.modes and total.modes and not {*part.modes} & {*total.modes}):
        return False
    one = agree(part.actors, total.actors) or same_side(total, part)
    if not one or any(m.kind is MentionKind.PERSON for m in part.recipients):
        return False
    return any(s.kind == whole.kind and s.low < whole.low for s in part.size)


def _is_spread(total: Draft) -> bool:
    return any(w.norm.removeprefix("ال") in _APART for w in total.scene.words)


def is_told_on(before: Draft, draft: Draft) -> bool:
    """Whether a sentence goes on about an attack: who did it, who else was hit, that the attacker died, which sides."""
    if draft.type != "ASSAULT" or before.type != "ASSAULT" or before.scene is draft.scene or is_another(draft):
        return False
    if before.auxiliary != draft.auxiliary or not sizes_agree(before.size, draft.size):
        return False
    if _is_one_clash(before, draft) or _is_by_its_machine(before, draft):
        return True
    if not 0 <= draft.span.start - before.scene.sentence.span.end <= _NEAR:
        return False
    return _are_others(before, draft) or _is_his_death(before, draft) or _is_one_blast(before, draft)


def _is_one_clash(before: Draft, draft: Draft) -> bool:
    """Whether a definite noun tells of a clash again, and of its sides more or less (`المعارك بين الجانبين`)."""
    told = "both" in before.sense.frame and "both" in draft.sense.frame and before.actors and draft.actors
    first = draft.scene.words[draft.trigger.words[0]]
    if not told or draft.trigger.kind != "noun" or not first.definite:
        return False
    unnamed = [all(m.kind in _NAMELESS and m.name is None for m in d.actors) for d in (before, draft)]
    return any(unnamed)


def _is_by_its_machine(before: Draft, draft: Draft) -> bool:
    """Whether the machine others used is said to have done it (`نفذه الجيش بمسيرة ... استهدفت المسيرة`)."""
    if len(draft.actors) != 1 or not before.actors:
        return False
    first = draft.scene.words_at(draft.actors[0].span)[0]
    keys = {*noun_keys(first.bare)} & draft.scene.classes["machines"]
    if any(keys & {*noun_keys(w.bare)} for m in before.actors for w in before.scene.words_at(m.span)[:1]):
        return False  # `قصفت الطائرات السوق ... وقصفت الطائرات المحطة`
    hit = any(m.kind is not MentionKind.UNNAMED for m in draft.recipients)
    return first.definite and not hit and any(keys & {*noun_keys(w.bare)} for w in before.scene.words)


def _are_others(before: Draft, draft: Draft) -> bool:
    """Whether those hit are only `others` of whom the attack before counted none (`وأصيب عشرة آخرون`)."""
    kinds = {s.kind for s in draft.size} & {"dead", "injured"}
    if not kinds or draft.actors or not counts_victims(draft) or kinds & {s.kind for s in before.size}:
        return False
    words = [w for m in draft.recipients for w in draft.scene.words_at(m.span)]
    return bool(before.size) and any(w.norm in _OTHERS for w in words)


def _is_his_death(before: Draft, draft: Draft) -> bool:
    """Whether it is `الانتحاري` who died, in the attack told before (`وقد لقي الانتحاري حتفه`)."""
    if draft.actors or not counts_victims(draft) or len(draft.recipients) != 1 or not {*before.modes} & _BLASTS:
        return False
    first = draft.scene.words_at(draft.recipients[0].span)[0]
    return first.definite and first.bare in _DYING


def _is_one_blast(before: Draft, draft: Draft) -> bool:
    """Whether one sentence tells whom a blast hit, the next who set it off (`قتل 18 في انفجار ... فجر مقاتلون`)."""
    if not {*before.modes} & {*draft.modes} & _BLASTS or before.actors or not draft.actors:
        return False
    hit = any(m.kind is not MentionKind.PLACE for m in draft.recipients) or draft.size
    return bool(before.size or before.recipients) and not hit


def is_planned_meeting(a: Draft, b: Draft) -> bool:
    """Whether a present and a future tell of one meeting or visit (`يلتقي كيري لافروف اليوم`, `سيلتقي`)."""
    if {a.type, b.type} != {"AGREE", "CONSULT"} or a.scene is b.scene or not a.sense.where.startswith("consult"):
        return False
    plan, meeting = (a, b) if a.type == "AGREE" else (b, a)
    clause = meeting.trigger.clause
    present = clause is not None and clause.verb is not None and clause.verb.tense == "present"
    told = is_headline(meeting) or (present and plan.sense.entry == meeting.sense.entry)
    if plan.auxiliary != [Auxiliary.FUTURE] or meeting.auxiliary or not told:
        return False
    few, many = sorted((everybody(plan), everybody(meeting)), key=len)
    return bool(few) and len(many) > 1 and shares(few, many) == len(few)
