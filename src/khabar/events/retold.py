"""One event told in two sentences of a report, or in its headline and its body."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from khabar.events.draft import Draft
from khabar.events.lexicon import noun_keys
from khabar.events.results import is_another, set_apart, told_nouns
from khabar.events.sameness import (
    agree,
    of_one_body,
    of_one_state,
    people_differ,
    same_side,
    same_toll,
    shares,
    sizes_agree,
)
from khabar.events.types import SPOKEN
from khabar.records import IRREALIS, Auxiliary, Mention, MentionKind
from khabar.text.characters import squeeze
from khabar.text.particles import particles
from khabar.text.verbs import Reading


def is_anaphor(draft: Draft) -> bool:
    """Whether a definite noun with nothing of its own takes up an event told before (`الهجوم`)."""
    trigger, first = draft.trigger, draft.scene.words[draft.trigger.words[0]]
    if trigger.kind != "noun" or draft.size or draft.actors or draft.recipients:
        return False
    if first.definite:
        return True
    told = draft.scene.words[trigger.words[-1]].definite  # `إطلاق النار لم يسفر عن إصابات`
    return told and trigger.slot == "subj" and not draft.auxiliary


def taken_up(anaphor: Draft, before: Sequence[Draft]) -> Draft | None:
    """The event `before` that a definite noun takes up: one told by that noun, else the last of its type."""
    told = [d for d in reversed(before) if d.type == anaphor.type]
    return next((d for d in told if _shares_noun(anaphor, d)), told[0] if told else None)


def is_headline(draft: Draft) -> bool:
    """Whether a draft stands in the headline."""
    return draft.scene.sentence.paragraph < 0


def without_echoes(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a report without those of sentences that only repeat its headline (`رابط الخبر: ...`)."""
    titles = [d for d in drafts if is_headline(d)]
    if not titles:
        return list(drafts)
    title = titles[0].scene.squeezed
    kept: list[Draft] = []
    for draft in drafts:
        told = draft.span.of(draft.scene.text)
        echoed = next((t for t in titles if t.type == draft.type and t.span.of(t.scene.text) == told), None)
        if echoed is not None and not is_headline(draft) and title in draft.scene.squeezed:
            echoed.also.append(draft.span)
        else:
            kept.append(draft)
    return kept


def same_event(a: Draft, b: Draft) -> bool:
    """Whether two drafts of one report tell of one event."""
    if is_signing(a, b) or is_signing(b, a):
        return True
    moods = a.auxiliary == b.auxiliary or _is_title_of_plan(a, b) or _is_title_of_toll(a, b)
    if a.type != b.type or not moods or is_another(b):
        return False
    headed = a.scene is not b.scene and (is_headline(a) or is_headline(b))
    titled = headed and (a.sense.entry == b.sense.entry or shares_word(a, b))
    if _manners_differ(a, b) and not titled:
        return False
    if is_revision(b) and (a.size or a.type == "ASSAULT"):
        return True
    if same_toll(a, b) and not people_differ(a, b):
        return True
    if headed and wishes(a) & wishes(b) and _of_one_country(a.recipients, b.recipients):
        return True  # `القيادة تهنئ`: who that is the body tells
    if headed and not people_differ(a, b):
        known = not (a.actors and b.actors) or shares(a.actors, b.actors) > 0 or a.sense.entry == b.sense.entry
        return known or same_side(a, b) or (shares(a.recipients, b.recipients) > 0 and of_one_state(a.actors, b.actors))
    if _is_visit(a, b) and shares(a.actors, b.actors):
        return True
    if "congratulations" in wishes(a) & wishes(b) and shares(a.actors, b.actors):
        return not people_differ(a, b)
    if not sizes_agree(a.size, b.size):
        return False
    if a.type == "CONSULT" and 1 < shares(everybody(a), everybody(b)) == len(everybody(a)) == len(everybody(b)):
        return True
    if _names_him(a, b) or _is_of_the_accused(a, b):
        return True
    if _is_one_word(a, b) and (_one_number(a, b) or is_bare(a, b)):
        return True
    same_whom = shares(a.recipients, b.recipients) > 0
    if not (_victims_agree(a, b) and (agree(a.actors, b.actors) or (same_whom and _one_side(a, b)))):
        return False
    shared = shares(a.actors, b.actors) + shares(a.recipients, b.recipients)
    if headed:
        return shared > 0 or (a.sense.entry == b.sense.entry) or not (a.actors and b.actors)
    if _is_named_alike(a, b):
        return True
    by_whom = a.type not in SPOKEN or shares(a.actors, b.actors) > 0
    same_word = _is_one_word(a, b) or (by_whom and shares_word(a, b)) or _is_one_dealing(a, b) or (
        (same_whom or a.type == "PROTEST") and a.modes == b.modes != []
    )
    people = {len(d.actors) + len(d.recipients) for d in (a, b)}
    return (shared >= 1 and same_word) or (shared >= 2 and len(people) == 1) or _said_in_two_verbs(a, b)


def _is_title_of_plan(title: Draft, body: Draft) -> bool:
    """Whether a headline tells as present, as headlines do, what the body says is to come (`تستدعي`, `ستستدعي`)."""
    clause = title.trigger.clause
    verb = clause.verb if clause is not None and title.trigger.kind == "verb" else None
    planned = is_headline(title) and not title.auxiliary and body.auxiliary == [Auxiliary.FUTURE]
    return planned and verb is not None and verb.tense == "present" and shares_word(title, body)


def _is_title_of_toll(title: Draft, body: Draft) -> bool:
    """Whether a headline tells as news what the body puts further back, with the very same large number."""
    irreal = IRREALIS & {*title.auxiliary}
    return is_headline(title) and not irreal and same_toll(title, body) and not people_differ(title, body)


_NEAR = 250
"""How many characters may part a sentence from the one that names whom it told of."""


def is_signing(deal: Draft, signed: Draft) -> bool:
    """Whether one tells of an agreement, the other of its signing by the same sides (`اتفاق بين`, `وقعتا الاتفاق`)."""
    if deal.type != "AGREE" or signed.type != "SUPPORT" or deal.auxiliary != signed.auxiliary:
        return False
    if deal.scene is signed.scene and _is_of_it(deal, signed):
        return True  # `توقيع الاتفاق النووي بين إيران والقوى`
    if deal.auxiliary:
        return False
    agreements, headed = deal.scene.classes["agreements"], is_headline(deal) or is_headline(signed)
    agreed = headed and deal.trigger.kind == "verb" and "both" in deal.sense.frame  # `يتفقان`
    if not agreements & told_nouns(signed) or not (agreed or agreements & told_nouns(deal)):
        return False
    countries = [{m.country for m in d.actors if m.country} for d in (deal, signed)]
    sides = shares(deal.actors, signed.actors)
    if headed and len(deal.actors) == len(signed.actors) == 2:
        sides += of_one_state(deal.actors, signed.actors) + 1
    return sides > 1 or (len(countries[0]) > 1 and countries[0] == countries[1])


def _is_of_it(noun: Draft, other: Draft) -> bool:
    """Whether a noun is the genitive of another in one phrase."""
    one = noun.trigger.kind == other.trigger.kind == "noun" and noun.trigger.phrase == other.trigger.phrase
    return one and noun.trigger.words[0] == other.trigger.words[-1] + 1


_BOMBS = frozenset({"heavy-weapons", "aerial", "explosives", "suicide-attack", "destroy"})
_KINDRED = (frozenset({"heavy-weapons", "aerial"}), frozenset({"explosives", "suicide-attack"}))
"""Modes that two tellings of one attack may give: `قصف`, `غارة`."""


def _manners_differ(a: Draft, b: Draft) -> bool:
    """Whether modes speak against one event; those of bombs do not where both give the same toll."""
    one, two = set(a.modes), set(b.modes)
    if not one or not two or one & two or any(one <= kin and two <= kin for kin in _KINDRED):
        return False
    return not ((same_toll(a, b) or shares(a.recipients, b.recipients)) and one | two <= _BOMBS)


_TOLD_TWICE = frozenset({"ACCUSE", "THREATEN", "REJECT"})
"""Types of what is mostly said once in two ways."""


def _is_one_word(a: Draft, b: Draft) -> bool:
    """Whether two drafts have one entry of the lexicon, or one is the verbal noun of the other's verb."""
    if a.sense.entry == b.sense.entry:
        return True
    verb, noun = (a, b) if a.trigger.kind == "verb" else (b, a)
    clause = verb.trigger.clause
    if verb.trigger.kind != "verb" or noun.trigger.kind != "noun" or clause is None or clause.verb is None:
        return False
    return _is_of_root(noun.scene.words[noun.trigger.words[0]].bare, clause.verb)


def _is_of_root(noun: str, verb: Reading) -> bool:
    """Whether the strong letters of a verb's root stand in a noun, in their order (`أخلى`, `إخلاء`)."""
    letters = iter(noun)
    strong = [letter for letter in squeeze(verb.verb.root) if letter not in "اويء"]
    return len(strong) > 1 and all(letter in letters for letter in strong)


def _shares_noun(a: Draft, b: Draft) -> bool:
    """Whether a noun is among the words that have told of both."""
    return bool(told_nouns(a) & told_nouns(b))


def shares_word(a: Draft, b: Draft) -> bool:
    """Whether a noun, or a verb and its noun, is among the words that have told of both (`تشكو`, `قدمت شكوى`)."""
    return _shares_noun(a, b) or _is_one_word(a, b) or _has_as_object(a, b) or _has_as_object(b, a)


def _has_as_object(draft: Draft, verb: Draft) -> bool:
    """Whether the object of a draft is the verbal noun of another one's verb."""
    clause, groups = verb.trigger.clause, draft.slots.get("obj", ())
    if verb.trigger.kind != "verb" or clause is None or clause.verb is None or not groups:
        return False
    return _is_of_root(draft.scene.words[groups[0][0].inner].bare, clause.verb)


def _one_side(a: Draft, b: Draft) -> bool:
    return of_one_state(a.actors, b.actors) or of_one_body(a.actors, b.actors)


def _names_him(a: Draft, b: Draft) -> bool:
    """Whether a later sentence names whom the first told of without a name (`اعتقلوا قياديا`, `تم اعتقال فلان`)."""
    if len(a.recipients) != 1 or len(b.recipients) != 1 or a.modes != b.modes or not _is_one_person(a, b):
        return False
    if not agree(a.actors, b.actors) or b.actors or b.span.start - a.scene.sentence.span.end > _NEAR:
        return False
    him, name = a.recipients[0], b.recipients[0]
    unnamed = him.kind is MentionKind.UNNAMED and him.name is None and not him.text.startswith("ال")
    return unnamed and name.kind is MentionKind.PERSON and a.scene is not b.scene


_CAUGHT = frozenset({"arrest", "convict", "release"})
"""Modes of what is done to those whom a report then calls the accused."""


def _is_of_the_accused(a: Draft, b: Draft) -> bool:
    """Whether it is done to `المتهم`: to the one it was told to have been done to (`قبضت على شاب`, `ضبط المتهم`)."""
    if a.modes != b.modes or not _CAUGHT & {*a.modes} or not a.recipients or len(b.recipients) != 1:
        return False
    word, other = b.scene.words_at(b.recipients[0].span)[0], a.recipients[0]
    accused = word.definite and bool({*noun_keys(word.bare)} & b.scene.classes["fugitives"])
    one = _is_one_person(a, b) or not _is_one_person(b, b)
    return accused and one and agree(a.actors, b.actors) and not other.text.startswith("ال")


def _is_one_person(a: Draft, b: Draft) -> bool:
    return all(any(s.low == s.high == 1 for s in d.size) for d in (a, b))


def _one_number(a: Draft, b: Draft) -> bool:
    """Whether both tell of one number of people or things, larger than chance repeats (`هدمت 18 منشأة`)."""
    return bool(_numbers(a) & _numbers(b))


def _numbers(draft: Draft) -> set[int]:
    exact = (q for q in draft.scene.quantities if q.exact and q.low > 3)
    return {q.low for q in exact if any(m.span.contains(q.span) for m in draft.recipients)}


def is_bare(told: Draft, draft: Draft) -> bool:
    """Whether a noun tells nothing of who, whom, how many or when, save with a pronoun that the other has as well."""
    trigger = draft.trigger
    if trigger.kind != "noun" or draft.actors or draft.recipients or draft.size:
        return False
    dated = any(0 <= t.span.start - draft.span.end < 3 for t in draft.scene.times)
    behind = draft.scene.words[trigger.words[-1] + 1 : _end_of(draft)]
    known = told_nouns(told)
    alone = all(w.definite and {*noun_keys(w.bare)} & known for w in behind)  # `توقيع الاتفاقية`
    return alone and not dated and (not trigger.pronoun or told.trigger.pronoun)


def everybody(draft: Draft) -> list[Mention]:
    """All who take part in an event."""
    return [*draft.actors, *draft.recipients]


def _is_named_alike(a: Draft, b: Draft) -> bool:
    """Whether two nouns name an event by the very same words behind them (`تفجير خان النور`, told of again so)."""
    if a.trigger.kind != "noun" or b.trigger.kind != "noun" or a.sense.entry != b.sense.entry:
        return False
    named = [[w.bare for w in d.scene.words[d.trigger.words[-1] + 1 : _end_of(d)]] for d in (a, b)]
    return bool(named[0]) and named[0] == named[1]


def _end_of(draft: Draft) -> int:
    return draft.scene.phrases[draft.trigger.phrase].end


def _victims_agree(a: Draft, b: Draft) -> bool:
    """Whether two tellings can be of the same people; victims of whom only is said that some fell are anybody."""
    return agree(*([m for m in d.recipients if not is_vague(m, d)] for d in (a, b)))


def is_vague(mention: Mention, draft: Draft) -> bool:
    """Whether a mention only says that there were dead or injured (`عدد من القتلى`)."""
    words = [w for w in draft.scene.words_at(mention.span) if w.kind == "noun" and w.norm != "من"]
    amounts = particles().quantifiers | particles().unspecified | draft.scene.classes["deaths"]
    return draft.type == "ASSAULT" and bool(words) and all({*noun_keys(w.bare)} & amounts for w in words)


def _said_in_two_verbs(a: Draft, b: Draft) -> bool:
    """Whether the same people say a thing in two verbs that `و` joins (`انتقدت الترحيل ووصفته بأنه غير قانوني`)."""
    if a.scene is not b.scene or a.type not in _TOLD_TWICE or len(a.actors) != len(b.actors) or not a.actors:
        return False
    if a.trigger.kind != "verb" or b.trigger.kind != "verb" or shares(a.actors, b.actors) != len(a.actors):
        return False
    first, second = sorted((a, b), key=lambda d: d.span.start)
    return b.scene.phrases[second.trigger.phrase].conj and not (set_apart(first, second) or second.size)


def _is_one_dealing(a: Draft, b: Draft) -> bool:
    """Whether an agreement is told again with one of its sides, or with both (`اتفقا`, `الاتفاق`)."""
    both = "both" in a.sense.frame and "both" in b.sense.frame
    if a.type != "AGREE" or not both or a.sense.cameo != b.sense.cameo:
        return False
    return shares(a.actors, b.actors) == min(len(a.actors), len(b.actors))


def wishes(draft: Draft) -> set[str]:
    """Which good wishes a draft is: `بعث برقية تهنئة`, and further down `أعرب عن أصدق التهاني لفخامته`."""
    if draft.type != "SUPPORT":
        return set()
    inside = {key for w in draft.scene.words if w.kind != "name" for key in noun_keys(w.bare)}
    told = draft.span.of(draft.scene.text)
    kinds = {k for k in ("congratulations", "condolences") if inside & draft.scene.classes[k]}
    return kinds or {k for k, stem in (("congratulations", "هن"), ("condolences", "عز")) if stem in squeeze(told)}


def _of_one_country(a: Sequence[Mention], b: Sequence[Mention]) -> bool:
    countries = [{m.country for m in side if m.country} for side in (a, b)]
    return shares(a, b) > 0 or bool(countries[0] & countries[1])


def is_revision(draft: Draft) -> bool:
    """Whether a draft only gives an earlier toll of what was told (`وكانت حصيلة سابقة قد أشارت إلى مقتل تسعة`)."""
    norms = [w.norm for w in draft.scene.words]
    return any(
        key.removeprefix("ال") in ("حصيله", "محصله") and after.removeprefix("ال") in ("سابقه", "اوليه", "اولي")
        for key, after in itertools.pairwise(norms)
    )


def _is_visit(a: Draft, b: Draft) -> bool:
    """Whether one tells of a visit and the other, in the same sentence, of the meeting in it."""
    if a.scene is not b.scene or not all(d.sense.type == "CONSULT" for d in (a, b)):
        return False
    return a.type == b.type and any("visit" in d.sense.modes for d in (a, b))
