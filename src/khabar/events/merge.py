"""One happening, one event: drafts of one report that tell of the same event are made one.

Within a sentence a result (`ما أدى إلى مقتل سبعة`) joins its cause; across sentences, and between headline and body,
two drafts are one when type and mood agree and nothing they say of who, whom and how many speaks against it.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from khabar.events.again import told_before
from khabar.events.auxiliary import moods
from khabar.events.draft import Draft
from khabar.events.lexicon import noun_keys
from khabar.events.sameness import agree, people_differ, same_mention, same_side, same_toll, shares, sizes_agree
from khabar.events.scene import Scene
from khabar.records import Auxiliary, Mention, MentionKind
from khabar.text.characters import squeeze
from khabar.text.particles import particles
from khabar.text.phrases import Phrase

_WITH_TOLL = frozenset({"ASSAULT", "PROTEST", "COERCE"})


def _is_in_manner(draft: Draft, cause: Draft) -> bool:
    """Whether a participle says the same act of the same people once more (`أمهل حفتر المقاتلين، ملوحا بالقوة`)."""
    clause = draft.trigger.clause
    participle = draft.trigger.kind == "verb" and clause is not None and clause.verb is not None
    if not participle or clause is None or clause.verb is None or clause.verb.tense != "participle":
        return False
    return draft.type == cause.type and draft.scene is cause.scene and shares(draft.actors, cause.actors) > 0


def merge_results(drafts: list[Draft]) -> list[Draft]:
    """Join results to causes within one sentence; the drafts that are left, in order."""
    kept: list[Draft] = []
    for draft in drafts:
        told = next((d for d in kept if _tells_of(draft, d)), None)
        cause = told if told is not None and _is_result_of(draft, told) else None
        cause = cause or next((d for d in reversed(kept) if _is_in_manner(draft, d)), None)
        if cause is None and not _to_be_told(draft, drafts):
            cause = next((d for d in reversed(kept) if _is_result_of(draft, d)), None)
        if cause is None:
            kept.append(draft)
        else:
            absorb(cause, draft)
    return kept


def lend(dropped: Draft, kept: Sequence[Draft]) -> None:
    """What a noun that is no event of its own says of who and whom, to the event of its sentence it is one with.

    `أصيب ثلاثة في هجوم شنه مسلحون`: whether or not the attack counts, the gunmen did it.
    """
    event = next((d for d in kept if _tells_of(d, dropped)), None) or next(
        (d for d in kept if _is_result_of(dropped, d) or _is_result_of(d, dropped)), None
    )
    if event is None:
        return
    event.actors = event.actors or list(dropped.actors)
    event.recipients = event.recipients or list(dropped.recipients)


def _is_result_of(result: Draft, cause: Draft) -> bool:
    """Whether two drafts of one sentence tell of one happening: `قتل سبعة وجرح تسعة عندما انفجرت سيارة`.

    Cause, deaths and wounds of one attack stand in one sentence as a rule; another actor, another toll of the same
    kind, another mood, or a word that sets one clause against the other (`بينما`, `كما`) make them two.
    """
    if result.type != cause.type or result.type not in _WITH_TOLL or not _same_mood(result, cause):
        return False
    if result.type == "COERCE" and set(result.modes) != set(cause.modes):
        return False
    unlike = result.modes and cause.modes and not {*result.modes} & {*cause.modes}
    if unlike and result.recipients and cause.recipients and not _one_in_other(result, cause):
        return False
    if ("abduct" in result.modes) is not ("abduct" in cause.modes):
        return False
    if result.scene is not cause.scene or _looks_back(result) or _looks_back(cause) or _is_another(result):
        return False
    if not agree(result.actors, cause.actors) or _is_of_another(result, cause):
        return False
    if shares(result.recipients, cause.actors) or shares(result.actors, cause.recipients):
        return False  # `قتل ثمانية أثناء محاولتهم الهجوم على القوات`
    if not sizes_agree(result.size, cause.size) or _is_series(result, cause) or _are_two_deeds(result, cause):
        return False
    if result.trigger.support is not None and squeeze(result.trigger.support.lemma) in moods().results:
        return True
    return not _set_apart(result, cause)


def _is_of_another(result: Draft, cause: Draft) -> bool:
    """Whether a toll stands in a relative clause about other violence: `استهداف معسكر بعد هجوم أسفر عن مقتل 29`."""
    clause, scene = result.trigger.clause, result.scene
    if clause is None or not clause.antecedent or clause is cause.trigger.clause:
        return False
    if cause.trigger.kind != "noun" or result.trigger.kind != "noun" or cause.scene is not scene:
        return False
    told, phrase = clause.antecedent[0], scene.phrases[cause.trigger.phrase]
    violent = any(i in scene.violent for i in range(told.inner, told.end))
    return violent and told is not phrase and not any(told.start <= i < told.end for i in cause.trigger.words)


def _same_mood(result: Draft, cause: Draft) -> bool:
    """Whether two drafts have the same moods; a relative clause about what is history is history as well."""
    history = {Auxiliary.HISTORICAL} if _tells_of(result, cause) else set()
    return set(result.auxiliary) - history == set(cause.auxiliary) - history


def _are_two_deeds(a: Draft, b: Draft) -> bool:
    """Whether two drafts tell of two deeds, neither being the toll of the other: `قصف القرية وشن غارة على المطار`.

    One deed is told twice where a noun stands in the clause of the other (`دمرت الطائرات منازل في غارة على البلدة`),
    or a relative clause tells of it (`هجوم استهدف حافلة`).
    """
    if a.type != "ASSAULT" or _counts_victims(a) or _counts_victims(b) or _tells_of(a, b) or _tells_of(b, a):
        return False
    if _one_in_other(a, b):
        return False
    return bool(a.recipients and b.recipients) and not shares(a.recipients, b.recipients)


def _one_in_other(a: Draft, b: Draft) -> bool:
    return _in_clause(a, b) or _in_clause(b, a)


def _counts_victims(draft: Draft) -> bool:
    return bool({"dead", "injured"} & set(draft.sense.size)) or any(s.kind in ("dead", "injured") for s in draft.size)


def _to_be_told(event: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a relative clause among the drafts tells of an event noun: whom it hit is still to come."""
    return any(_tells_of(d, event) and d.recipients for d in drafts)


def _tells_of(clause: Draft, event: Draft) -> bool:
    """Whether a verb's relative clause tells of an event noun."""
    told = clause.trigger.clause
    if clause.trigger.kind != "verb" or told is None or event.trigger.kind != "noun":
        return False
    return any(p is event.scene.phrases[event.trigger.phrase] for p in told.antecedent)


def _in_clause(noun: Draft, other: Draft) -> bool:
    """Whether an event noun stands behind a preposition in the clause of another event's verb."""
    clause, phrase = other.trigger.clause, noun.scene.phrases[noun.trigger.phrase]
    if noun.trigger.kind != "noun" or other.trigger.kind != "verb" or clause is None:
        return False
    return clause is noun.trigger.clause and bool(phrase.prep) and not phrase.conj


_BACK = frozenset({"بعد", "عقب", "قبل", "من", "منذ"})


def _looks_back(draft: Draft) -> bool:
    """Whether a noun only dates another event by one told before (`بعد ساعات من التفجير`), or is its reason."""
    if draft.trigger.kind != "noun":
        return False
    phrase = draft.scene.phrases[draft.trigger.phrase]
    before = draft.scene.words[phrase.start - 1].norm if phrase.start > 0 else ""
    return (phrase.prep in _BACK and not draft.size) or before in _REASONS


_REASONS = frozenset({"ردا", "انتقاما", "ثارا", "احتجاجا", "تنديدا", "للرد", "بالرد", "الرد"})
_OTHERS = frozenset({"اخر", "اخري", "ثان", "ثاني", "ثانيه", "ثالث", "ثالثه", "مماثل", "مماثله", "منفصل", "منفصله"})


def _is_another(draft: Draft) -> bool:
    """Whether an event noun says that it is another one of the kind told before (`هجوم آخر`, `تفجير ثان`)."""
    at = draft.trigger.words[-1]
    return draft.trigger.kind == "noun" and any(w.bare in _OTHERS for w in draft.scene.words[at + 1 : at + 3])


def _is_anaphor(draft: Draft) -> bool:
    """Whether a definite noun with nothing of its own takes up an event told before (`الهجوم`)."""
    trigger, first = draft.trigger, draft.scene.words[draft.trigger.words[0]]
    if trigger.kind != "noun" or draft.size or draft.actors or draft.recipients:
        return False
    if first.definite and trigger.support is None:
        return True
    told = first.definite or draft.scene.words[trigger.words[-1]].definite  # `إطلاق النار لم يسفر عن إصابات`
    return told and trigger.slot == "subj" and not draft.auxiliary


def _is_series(a: Draft, b: Draft) -> bool:
    """Whether two drafts have one word for what was done and two for whom: two happenings of a kind."""
    return (
        a.sense.entry == b.sense.entry
        and bool(a.recipients and b.recipients)
        and not shares(a.recipients, b.recipients)
    )


_APART = frozenset({"بينما", "فيما", "كما", "لكن", "ثم", "غير", "الا", "بل"})


def _set_apart(a: Draft, b: Draft) -> bool:
    """Whether between two triggers stands a full stop or a word that sets clauses apart."""
    low, high = sorted((a.trigger.phrase, b.trigger.phrase))
    between = a.scene.phrases[low + 1 : high + 1]
    if _resumes(a, b) or _resumes(b, a):
        return False
    return any(p.kind == "stop" or (p.kind == "link" and a.scene.words[p.head].norm in _APART) for p in between)


def _resumes(later: Draft, event: Draft) -> bool:
    """Whether a clause takes an event up by a definite noun alone (`كما أصيب في الهجوم عشرة`)."""
    clause, scene = later.trigger.clause, later.scene
    if later.trigger.kind != "verb" or clause is None or event.span.start > later.span.start:
        return False
    groups = [*clause.preps.get("في", ()), *clause.preps.get("خلال", ())]
    nouns = {key for group in groups for phrase in group for key in _lone(scene, phrase)}
    told = {key for i in _event_nouns(event) for key in noun_keys(scene.words[i].bare)}
    return bool(nouns & told)


def _lone(scene: Scene, phrase: Phrase) -> tuple[str, ...]:
    word = scene.words[phrase.head]
    return noun_keys(word.bare) if phrase.end == phrase.inner + 1 and word.definite else ()


def _event_nouns(event: Draft) -> list[int]:
    """The words of a draft and of what it has absorbed that are nouns of events."""
    spans = [event.span, *event.also]
    return [i for i in event.scene.event_words if any(s.start <= event.scene.words[i].start < s.end for s in spans)]


def merge_report(drafts: Sequence[Draft]) -> list[Draft]:
    """Join drafts of one report that tell of the same event; the headline gives way to the body."""
    kept: list[Draft] = []
    for draft in drafts:
        if _is_anaphor(draft) and (told := next((d for d in reversed(kept) if d.type == draft.type), None)) is not None:
            told.also.append(draft.span)
            continue
        same = next((d for d in kept if _same_event(d, draft)), None)
        if same is None and (told := told_before(draft, kept)) is not None:
            if not sizes_agree(told.size, draft.size):
                draft.size = []
            if not draft.size:
                draft.recipients = []
            absorb(told, draft)
        elif same is None:
            kept.append(draft)
        elif _is_headline(same) and not _is_headline(draft):
            absorb(draft, same)
            kept[kept.index(same)] = draft
        else:
            absorb(same, draft)
    return kept


def _is_headline(draft: Draft) -> bool:
    return draft.scene.sentence.paragraph < 0


def _same_event(a: Draft, b: Draft) -> bool:
    """Whether two drafts of one report tell of one event."""
    if a.type != b.type or a.auxiliary != b.auxiliary or _is_another(b):
        return False
    titled = (_is_headline(a) or _is_headline(b)) and a.sense.entry == b.sense.entry
    if a.modes and b.modes and not set(a.modes) & set(b.modes) and not titled:
        return False
    if _is_revision(b) and (a.size or a.type == "ASSAULT"):
        b.size = []
        return True
    if same_toll(a, b) and not people_differ(a, b):
        return True
    if (_is_headline(a) or _is_headline(b)) and not people_differ(a, b):
        known = not (a.actors and b.actors) or shares(a.actors, b.actors) > 0 or a.sense.entry == b.sense.entry
        return known or same_side(a, b)
    if _is_visit(a, b) and shares(a.actors, b.actors):
        return True
    if _congratulates(a) and _congratulates(b) and shares(a.actors, b.actors):
        return not people_differ(a, b)
    if not (agree(a.actors, b.actors) and agree(a.recipients, b.recipients) and sizes_agree(a.size, b.size)):
        return False
    shared = shares(a.actors, b.actors) + shares(a.recipients, b.recipients)
    if _is_headline(a) or _is_headline(b):
        return shared > 0 or (a.sense.entry == b.sense.entry) or not (a.actors and b.actors)
    same_word = a.sense.entry == b.sense.entry or _is_one_dealing(a, b)
    people = {len(d.actors) + len(d.recipients) for d in (a, b)}
    return (shared >= 1 and same_word) or (shared >= 2 and len(people) == 1) or _said_in_two_verbs(a, b)


_TOLD_TWICE = frozenset({"ACCUSE", "THREATEN", "REJECT"})
"""Types of what is mostly said once in two ways."""


def _said_in_two_verbs(a: Draft, b: Draft) -> bool:
    """Whether the same people say a thing in two verbs that `و` joins (`انتقدت الترحيل ووصفته بأنه غير قانوني`)."""
    if a.scene is not b.scene or a.type not in _TOLD_TWICE or len(a.actors) != len(b.actors) or not a.actors:
        return False
    if a.trigger.kind != "verb" or b.trigger.kind != "verb" or shares(a.actors, b.actors) != len(a.actors):
        return False
    first, second = sorted((a, b), key=lambda d: d.span.start)
    return b.scene.phrases[second.trigger.phrase].conj and not (_set_apart(first, second) or second.size)


def _is_one_dealing(a: Draft, b: Draft) -> bool:
    """Whether an agreement is told again with one of its sides, or with both (`اتفقا`, `الاتفاق`)."""
    both = "both" in a.sense.frame and "both" in b.sense.frame
    if a.type != "AGREE" or not both or a.sense.cameo != b.sense.cameo:
        return False
    return shares(a.actors, b.actors) == min(len(a.actors), len(b.actors))


def _congratulates(draft: Draft) -> bool:
    """Whether a draft is good wishes: `بعث برقية تهنئة`, and further down `أعرب عن أصدق التهاني لفخامته`."""
    wishes = draft.scene.classes["congratulations"]
    inside = (w for w in draft.scene.words if w.kind in ("noun", "adj"))
    return draft.type == "SUPPORT" and any({*noun_keys(w.bare)} & wishes for w in inside)


def _is_revision(draft: Draft) -> bool:
    """Whether a draft only gives an earlier toll of what was told (`وكانت حصيلة سابقة قد أشارت إلى مقتل تسعة`)."""
    norms = [w.norm for w in draft.scene.words]
    return any(
        key.removeprefix("ال") in ("حصيله", "محصله") and after.removeprefix("ال") in ("سابقه", "اوليه", "اولي")
        for key, after in itertools.pairwise(norms)
    )


def _is_visit(a: Draft, b: Draft) -> bool:
    """Whether one tells of a visit and the other, in the same sentence, of the meeting in it."""
    return a.scene is b.scene and a.type == "CONSULT" and ("visit" in a.modes or "visit" in b.modes)


def _turn_to_visit(meeting: Draft, visit: Draft) -> None:
    """A meeting within a visit: the visitor is the actor, whom he met the recipients (PLOVER, CONSULT)."""
    visitors = [m for m in meeting.actors if any(same_mention(m, v) for v in visit.actors)]
    if visitors:
        meeting.recipients = [*(m for m in meeting.actors if m not in visitors), *meeting.recipients]
        meeting.actors = visitors


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


def _counts_those_hit(into: Draft, other: Draft) -> bool:
    """Whether a later sentence tells how many fell in an attack on a place (`وأسفر الهجوم عن مقتل سبعة`)."""
    if _counts_victims(into) or not _counts_victims(other) or any(_is_somebody(m, into) for m in into.recipients):
        return False
    return any(_is_somebody(m, other) for m in other.recipients)


def absorb(into: Draft, other: Draft) -> None:
    """Add to a draft what another one of the same event knows."""
    if "visit" in other.modes and "both" in into.sense.frame and "visit" not in into.modes:
        _turn_to_visit(into, other)
    if not into.actors:
        into.actors = list(other.actors)
    if "visit" in into.modes:
        pass
    elif _is_clash(into) or _is_clash(other):
        # Who fights whom is told: the dead of a clash are its size.
        into.actors = list(into.actors if _is_clash(into) else other.actors)
        into.recipients = []
    elif other.scene is into.scene:
        more = [m for m in other.recipients if all(not m.span.overlaps(n.span) for n in into.recipients)]
        if any(_is_somebody(m, into) for m in into.recipients):
            # `قتل جنود في هجوم على حاجز`: where people are told of, what they were in is no victim beside them.
            more = [m for m in more if _is_somebody(m, into) and not _only_counts(m, into)]
        elif any(_is_somebody(m, into) for m in more) and not {"dead", "injured"} & set(into.sense.size):
            into.recipients = []
        into.recipients += more
    elif not into.recipients or _counts_those_hit(into, other):
        into.recipients = list(other.recipients)
    into.size += [s for s in other.size if all(s.kind != t.kind for t in into.size)]
    into.modes += [m for m in other.modes if m not in into.modes and not into.modes]
    into.contexts += [c for c in other.contexts if c not in into.contexts]
    into.also += [s for s in (other.span, *other.also) if s not in into.also]
    if Auxiliary.HISTORICAL not in into.auxiliary and into.range[1] and other.scene is into.scene:
        into.range = (min(into.range[0], other.range[0]), max(into.range[1], other.range[1]))
