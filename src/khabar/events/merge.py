"""One happening, one event: drafts of one report that tell of the same event are made one.

Within a sentence a result (`ما أدى إلى مقتل سبعة`) joins its cause (`events/results.py`); across sentences, and between
headline and body, two drafts are one when type and mood agree and nothing they say of who, whom and how many speaks
against it (`events/retold.py`).
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.events.able import is_bystander
from khabar.events.again import told_before
from khabar.events.amounts import known_of
from khabar.events.draft import Draft
from khabar.events.filling import protests_by
from khabar.events.foiled import is_by_foilers
from khabar.events.fronted import is_fronted_answer
from khabar.events.of_victims import is_of_victim
from khabar.events.results import (
    counts_victims,
    fell_in,
    has_own_cause,
    is_by_victims,
    is_in_manner,
    is_inside,
    is_more_of,
    is_result_of,
    is_to_be_told,
    set_apart,
    tells_of,
)
from khabar.events.retellings import is_planned_meeting, is_told_on, join_parts
from khabar.events.retold import (
    is_anaphor,
    is_headline,
    is_revision,
    is_signing,
    is_vague,
    same_event,
    taken_up,
    without_echoes,
)
from khabar.events.sameness import same_mention, sizes_agree
from khabar.events.struck_back import is_struck_back
from khabar.records import Auxiliary, Mention, MentionKind
from khabar.text.particles import particles


def merge_results(drafts: list[Draft]) -> list[Draft]:
    """Join results to causes within one sentence; the drafts that are left, in order."""
    kept: list[Draft] = []
    for draft in drafts:
        told = next((d for d in kept if tells_of(draft, d)), None)
        cause = told if told is not None and is_result_of(draft, told) else None
        cause = cause or next((d for d in reversed(kept) if is_in_manner(draft, d)), None)
        if cause is None and not is_to_be_told(draft, drafts):
            own = has_own_cause(draft, drafts)
            causes = (d for d in reversed(kept) if counts_victims(d) or not own)
            causes = (d for d in causes if not _is_deed_of_others(draft, d))
            cause = next((d for d in causes if is_result_of(draft, d)), None)
        if cause is None:
            kept.append(draft)
        else:
            if is_more_of(draft, cause):
                draft.actors, draft.recipients = [], []
            elif is_inside(draft, cause) or is_by_victims(draft, cause):
                draft.actors = []
            absorb(cause, draft)
    for draft in kept[1:]:
        # `أصيب ثلاثة في انفجار استهدف دورية`: whom it was meant for has been told by now.
        toll = next((d for d in kept if d is not draft and fell_in(d, draft)), None)
        if toll is not None and is_result_of(draft, toll):
            absorb(toll, draft)
            kept.remove(draft)
    return kept


def _is_deed_of_others(draft: Draft, cause: Draft) -> bool:
    """Whether a draft is what others did who answered a deed or foiled it, or what those whom it hit had done."""
    if is_fronted_answer(draft, cause) or is_by_foilers(cause, draft) or is_struck_back(cause, draft):
        return True
    return is_of_victim(draft, cause) or is_of_victim(cause, draft)


def without_reasons(drafts: list[Draft]) -> list[Draft]:
    """The drafts of a sentence without those that only say of another step that it is a protest.

    `استقال الوزير احتجاجا على القرار` is one event; who strikes or gathers `احتجاجا` protests anyhow.
    """
    kept = list(drafts)
    for draft in drafts:
        if draft.sense.entry.endswith("مذكرة احتجاج"):
            summons = (d for d in kept if d.type == draft.type and d.sense.entry.endswith("استدعى"))
            if (summoned := next(summons, None)) is not None:
                summoned.also.append(draft.span)  # `استدعت السفير وسلمته مذكرة احتجاج`
                kept.remove(draft)
                continue
        rally = next((d for d in kept if _is_why(draft, d)), None)
        if rally is not None:
            rally.also.append(draft.span)
            kept.remove(draft)
            continue
        clause = protests_by(draft) if draft.type == "PROTEST" else None
        steps = (d for d in drafts if d.trigger.clause is clause and d.type in _STEPS and d.scene is draft.scene)
        step = next(steps, None) if clause is not None else None
        if step is not None:
            step.also += [draft.span, *draft.also]
            kept.remove(draft)
    return kept


def _is_why(draft: Draft, rally: Draft) -> bool:
    """Whether an accusative of blame only says why people gather or strike (`وقفة أمام المقر تنديدا بالاعتقال`)."""
    word = draft.scene.words[draft.trigger.words[0]]
    blames = draft.type == "ACCUSE" and draft.trigger.kind == "noun" and word.bare in particles().adverbs
    free = blames and draft.trigger.slot not in ("subj", "obj") and rally.type == "PROTEST"
    return free and rally.scene is draft.scene and rally.span.end < draft.span.start and not set_apart(rally, draft)


_STEPS = frozenset({"RETREAT", "ACCUSE", "SANCTION", "REJECT"})
"""Steps that somebody may take in protest."""


def lend(dropped: Draft, kept: Sequence[Draft]) -> None:
    """What a noun that is no event of its own says of who, whom and how, to the event of its sentence it is one with.

    `أصيب ثلاثة في هجوم شنه مسلحون`: whether or not the attack counts, the gunmen did it.
    """
    event = next((d for d in kept if tells_of(d, dropped)), None) or next(
        (d for d in kept if is_result_of(dropped, d) or is_result_of(d, dropped)), None
    )
    if event is None:
        return
    event.actors = event.actors or list(dropped.actors)
    support = dropped.trigger.support
    if support is not None and support.subject == "recipient" and tells_of(event, dropped):
        met = [m for m in dropped.recipients if all(m.span != r.span for r in event.recipients)]
        event.recipients = [*met, *event.recipients]  # `نجا الوزير من هجوم استهدف موكبه`
        event.settled |= {m.span for m in met}
    event.recipients = event.recipients or list(dropped.recipients)
    if event.type == "ASSAULT" == dropped.type:
        event.modes = event.modes or list(dropped.modes)


def merge_report(drafts: Sequence[Draft]) -> list[Draft]:
    """Join drafts of one report that tell of the same event; the headline gives way to the body."""
    kept: list[Draft] = []
    for draft in without_echoes(drafts):
        if is_anaphor(draft) and (told := taken_up(draft, kept)) is not None:
            told.also.append(draft.span)
            continue
        same = next((d for d in kept if same_event(d, draft)), None)
        if same is None and (told := told_before(draft, kept)) is not None:
            if not sizes_agree(told.size, draft.size):
                draft.size = []
            if not draft.size and told.recipients:
                draft.recipients = []
            absorb(told, draft)
        elif same is None and (planned := next((d for d in kept if is_planned_meeting(d, draft)), None)) is not None:
            plan, meeting = (planned, draft) if planned.type == "AGREE" else (draft, planned)
            absorb(plan, meeting)
            kept[kept.index(planned)] = plan
        elif same is None and (told := next((d for d in reversed(kept) if is_told_on(d, draft)), None)) is not None:
            absorb(told, draft)
        elif same is None:
            kept.append(draft)
        elif is_revision(draft):
            draft.size = []
            absorb(same, draft)
        elif (is_headline(same) and not is_headline(draft)) or is_signing(same, draft):
            absorb(draft, same)
            kept[kept.index(same)] = draft
        else:
            absorb(same, draft)
    for total, part in join_parts(kept):
        total.also += [part.span, *part.also]
        kept.remove(part)
    return kept


def _turn_to_visit(meeting: Draft, visit: Draft) -> None:
    """A meeting within a visit: the visitor is the actor, whom he met the recipients (PLOVER, CONSULT)."""
    visitors = [m for m in meeting.actors if any(same_mention(m, v) for v in visit.actors)]
    if visitors:
        meeting.recipients = [*(m for m in meeting.actors if m not in visitors), *meeting.recipients]
        meeting.actors = visitors


def _host(visit: Draft, other: Draft) -> None:
    """Who received a visitor, beside where he went (`زار القاهرة والتقى نظيره`, `كان في استقباله`)."""
    found = [m for m in other.recipients if _is_somebody(m, other)]
    if "both" in other.sense.frame and other.type == "CONSULT":
        others = [m for m in other.actors if not any(same_mention(m, v) for v in visit.actors)]
        found = others if 0 < len(others) < len(other.actors) else []
    if found and not any(_is_somebody(m, visit) for m in visit.recipients):
        visit.recipients = found


def _is_somebody(mention: Mention, draft: Draft) -> bool:
    """Whether a participant is known as people or a group, and is not only a noun (`حاجز`) or a place."""
    kinds = (MentionKind.PLACE, MentionKind.NATIONALITY)
    if any(w.kind == "num" and mention.span.start <= w.start and w.end == mention.span.end for w in draft.scene.words):
        return True  # `قتل عشرة`
    inside = [w for w in draft.scene.words if mention.span.start <= w.start and w.end <= mention.span.end]
    if len(inside) > 1 and inside[0].kind == "num" and inside[-1].bare in ("اخرون", "اخرين"):
        return True  # `قتل جندي وأصيب سبعة آخرون`
    if len(inside) > 2 and inside[0].kind == "num" and inside[1].norm == "من":
        return True  # `سبعة من رفاقه`
    return any(m.head == mention.head and m.kind not in kinds for m in draft.scene.mentions)


def _only_counts(mention: Mention, draft: Draft) -> bool:
    """Whether victims are a number and no more (`أصيب 19 آخرون`): beside those who are told of they are its size."""
    words = draft.scene.words_at(mention.span)
    return all(w.kind == "num" or w.bare in particles().unspecified for w in words)


def _is_clash(draft: Draft) -> bool:
    """Whether a draft names the sides of a fight."""
    return draft.type == "ASSAULT" and "both" in draft.sense.frame and len(draft.actors) > 1


def _take_sides(a: Draft, b: Draft) -> None:
    """Make those who fell in a clash with others one of its sides (`لقي خمسة مسلحين مصرعهم في اشتباك مع الجيش`)."""
    for clash, toll in ((a, b), (b, a)):
        lone = "both" in clash.sense.frame and len(clash.actors) == 1 and "مع" in clash.slots
        fell = toll.type == clash.type == "ASSAULT" and toll.scene is clash.scene and counts_victims(toll)
        others = all(m.span == n.span for m in toll.actors for n in clash.actors)
        others = others and not any(is_bystander(toll.scene, m) for m in toll.recipients)
        if lone and fell and others and toll.recipients and "both" not in toll.sense.frame:
            clash.actors[:0] = toll.recipients
            for draft in (a, b):
                draft.settled |= {m.span for m in clash.actors}
            return


def _fell_in_a_fight(a: Draft, b: Draft) -> bool:
    """Whether one tells of a fight with no sides named, and of the other's dead only how many they are."""
    fights = [d for d in (a, b) if d.type == "ASSAULT" and "both" in d.sense.frame and not d.actors]
    fell = [d for d in (a, b) if d.size and not d.actors and all(s.low > 1 for s in d.size)]
    return bool(fights) and bool(fell) and all(_is_anybody(m, d) for d in (a, b) for m in d.recipients)


def _is_anybody(mention: Mention, draft: Draft) -> bool:
    """Whether a mention is a number of people of whom nothing is said (`خمسة أشخاص`, `13 آخرين`)."""
    words = draft.scene.words_at(mention.span)
    return all(w.kind == "num" or w.bare in particles().unspecified | particles().quantifiers for w in words)


def _counts_those_hit(into: Draft, other: Draft) -> bool:
    """Whether a later sentence tells how many fell in an attack on a place (`وأسفر الهجوم عن مقتل سبعة`)."""
    if counts_victims(into) or not counts_victims(other) or any(_is_somebody(m, into) for m in into.recipients):
        return False
    return any(_is_somebody(m, other) for m in other.recipients)


def _tells_nobody(draft: Draft) -> bool:
    """Whether of those an attack was on is only said that some fell (`عدد من القتلى`), and not how many."""
    counted = any(m.span.contains(q.span) for q in draft.scene.quantities for m in draft.recipients)
    return not counted and all(is_vague(m, draft) for m in draft.recipients)


def _only_a_nation(actors: Sequence[Mention], others: Sequence[Mention]) -> bool:
    """Whether an adjective says no more than whose deed it was, and another telling who did it.

    `الهجوم الإسرائيلي`, and then `هجوم من قبل القوات الإسرائيلية`.
    """
    adjectives = all(m.kind is MentionKind.NATIONALITY for m in actors)
    fuller = bool(others) and all(m.kind is not MentionKind.NATIONALITY for m in others)
    return adjectives and fuller and {m.country for m in actors} == {m.country for m in others}


def absorb(into: Draft, other: Draft) -> None:
    """Add to a draft what another one of the same event knows."""
    into.tellings += [other, *other.tellings]
    if "visit" in other.modes and "both" in into.sense.frame and "visit" not in into.modes:
        _turn_to_visit(into, other)
    _take_sides(into, other)
    if not into.actors or _only_a_nation(into.actors, other.actors):
        into.actors = list(other.actors)
    if "visit" in into.modes:
        _host(into, other)
    elif _is_clash(into) or _is_clash(other):
        # Who fights whom is told: the dead of a clash are its size.
        into.actors = list(into.actors if _is_clash(into) else other.actors)
        into.recipients = []
    elif other.scene is into.scene and _fell_in_a_fight(into, other):
        into.recipients = []
    elif other.scene is into.scene:
        more = [m for m in other.recipients if all(not m.span.overlaps(n.span) for n in into.recipients)]
        if any(_is_somebody(m, into) for m in into.recipients):
            # `قتل جنود في هجوم على حاجز`: where people are told of, what they were in is no victim beside them.
            more = [m for m in more if _is_somebody(m, into) and not _only_counts(m, into)]
        elif any(_is_somebody(m, into) for m in more) and not {"dead", "injured"} & set(into.sense.size):
            into.recipients = []
        into.recipients += more
    elif not into.recipients or _counts_those_hit(into, other) or (_tells_nobody(into) and not _tells_nobody(other)):
        into.recipients = list(other.recipients)
    into.size = known_of(into.size, other.size)
    if into.type == other.type:
        into.modes = into.modes or list(other.modes)
    into.contexts += [c for c in other.contexts if c not in into.contexts]
    into.also += [s for s in (other.span, *other.also) if s not in into.also]
    if Auxiliary.HISTORICAL not in into.auxiliary and into.range[1] and other.scene is into.scene:
        into.range = (min(into.range[0], other.range[0]), max(into.range[1], other.range[1]))
