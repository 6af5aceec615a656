"""What settles that a telling is of an event told before, whatever sets the two apart."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.events.apart import are_two
from khabar.events.draft import Draft
from khabar.events.lexicon import noun_keys
from khabar.events.results import is_denied_with
from khabar.events.retold import everybody, is_anaphor, is_headline, is_revision, wishes
from khabar.events.sameness import of_one_body, people_differ, shares, sizes_agree
from khabar.events.trigger import WHILE
from khabar.lexicon.words import word_list
from khabar.records import IRREALIS, MentionKind
from khabar.text.characters import squeeze


def tied_to(draft: Draft, before: Sequence[Draft]) -> int | None:
    """The place in `before` of a draft of the same event as this one, or None.

    A relative clause tells of the deed it stands behind (`التفجير الذي استهدف السوق`), or of the attack told before
    that its noun takes up (`الجريمة التي استهدفت المدينة`); what was said during `the` meeting was said in the one
    told of (`وجرى خلال اللقاء`), what a letter of good wishes says is said by the letter (`وأعرب عن أصدق التهاني`).
    An earlier toll is that of the attack whose dead were counted last (`وكانت حصيلة سابقة أشارت إلى مقتل تسعة`), `the`
    prisoners are those of the arrest told last (`واتهم القضاء الموقوفين`), an attack behind a denied toll is denied
    with it.
    """
    if draft.type == "ASSAULT" and is_revision(draft):
        counted = [n for n, d in enumerate(before) if d.type == draft.type and d.size and d.scene is not draft.scene]
        return counted[-1] if counted else None
    for says_so in (_is_told_by, _is_of_the_crime, _is_in_the_letter, _is_denied_in_it):
        told = [n for n, d in enumerate(before) if d.type == draft.type and says_so(d, draft)]
        if told:
            return told[0] if says_so is _is_told_by else told[-1]
    if _are_those_held(draft):
        arrests = [n for n, d in enumerate(before) if d.type == draft.type and "arrest" in d.modes and not d.auxiliary]
        return arrests[-1] if arrests else None
    verdicts = [n for n, d in enumerate(before) if is_verdict_of_title(d, draft) and not people_differ(d, draft)]
    if verdicts and not any(d.type == draft.type and not is_headline(d) for d in before):
        return verdicts[0]
    if not _is_meeting_held(draft):
        return None
    meetings = [n for n, d in enumerate(before) if d.type == "CONSULT" and not is_headline(d) and not is_anaphor(d)]
    return meetings[-1] if meetings else None


def _is_denied_in_it(toll: Draft, attack: Draft) -> bool:
    """Whether an attack is that in which a denied toll would have been (`نفى الجيش مقتل خمسة جنود في هجوم`)."""
    return is_denied_with(attack, toll)


def _are_those_held(draft: Draft) -> bool:
    """Whether a draft is only a definite noun for those arrested before, without a number of its own (`الموقوفين`)."""
    named = draft.trigger.kind == "noun" and draft.sense.entry in _HELD and not draft.size and not draft.auxiliary
    return named and draft.scene.words[draft.trigger.words[0]].definite


_HELD = word_list(__name__, "held")


def is_verdict_of_title(title: Draft, body: Draft) -> bool:
    """Whether a headline calls jailing what the body tells as a verdict (`حبس صحفي`, `قضت محكمة بحبس صحفي`)."""
    jailed = is_headline(title) and not is_headline(body) and title.type == "COERCE" and "arrest" in title.modes
    if not jailed or body.type != "SANCTION" or "convict" not in body.modes:
        return False
    words = [w.bare for w in title.scene.words if title.span.start <= w.start < title.span.end]
    return bool(words) and words[0].endswith(_JAIL) and title.auxiliary == body.auxiliary


_JAIL = ("حبس", "سجن", "تسجن", "يسجن", "تحبس", "يحبس")
"""Words that headlines use of prison for some days and for years alike."""


def _is_told_by(noun: Draft, verb: Draft) -> bool:
    """Whether a verb opens a relative clause whose antecedent is the phrase of an event noun."""
    clause = verb.trigger.clause
    if noun.scene is not verb.scene or noun.trigger.kind != "noun" or verb.trigger.kind != "verb" or clause is None:
        return False
    deed = noun.scene.phrases[noun.trigger.phrase]
    first = noun.trigger.words[0] == deed.inner
    return first and noun.type == "ASSAULT" and any(p is deed for p in clause.antecedent)


_CRIMES = word_list(__name__, "crimes")


def _is_of_the_crime(attack: Draft, draft: Draft) -> bool:
    """Whether a relative clause says of `the` crime or attack on whom it was, in a place the attack was told with.

    `هاجم مسلحون بلدة رميلة ... وأدان المجلس الجريمة التي استهدفت أهالي رميلة`.
    """
    clause, scene = draft.trigger.clause, draft.scene
    if draft.type != "ASSAULT" or draft.trigger.kind != "verb" or clause is None or not clause.antecedent:
        return False
    first = scene.words[clause.antecedent[0].inner]
    crime = first.definite and not draft.actors and bool({*noun_keys(first.bare)} & _CRIMES)
    if not crime or IRREALIS & {*draft.auxiliary, *attack.auxiliary} or attack.scene is scene:
        return False
    end = scene.phrases[min(clause.stop, len(scene.phrases)) - 1].end
    inside = [m for m in scene.mentions if draft.span.end <= m.span.start < scene.words[end - 1].end]
    places = {m.place for m in inside if m.place} | {squeeze(m.text) for m in inside if m.kind is MentionKind.PLACE}
    there = [m for m in attack.scene.mentions if m.kind is MentionKind.PLACE or m.place]
    same = any(m.place in places or squeeze(m.text) in places for m in there)
    return same and sizes_agree(attack.size, draft.size) and not are_two(attack, draft)


_SAYING = word_list(__name__, "saying")
_NEAR = 700
"""How many characters may part what a letter says from the sentence that tells of it."""
_IN_IT = ("بهذه المناسبه", "في البرقيه", "في برقيته", "في رسالته", "في الرساله")
"""On this occasion, in the telegram, in the letter."""


def _is_in_the_letter(letter: Draft, draft: Draft) -> bool:
    """Whether the same people go on with good wishes or praise that a sentence before tells of.

    `بعث الملك برقية تهنئة ... وأعرب الملك عن أصدق التهاني`, `وأشاد بهذه المناسبة بعلاقات البلدين`.
    """
    clause = draft.trigger.clause
    if draft.type != "SUPPORT" or draft.trigger.kind != "verb" or clause is None or clause.verb is None:
        return False
    near = 0 <= draft.span.start - letter.scene.sentence.span.end <= _NEAR
    if clause.verb.verb.lemma not in _SAYING or not near or is_headline(letter) or not wishes(letter):
        return False
    its_own = wishes(draft) & wishes(letter) or any(words in draft.scene.squeezed for words in _IN_IT)
    one = shares(letter.actors, draft.actors) > 0 or of_one_body(letter.actors, draft.actors)
    return bool(its_own) and one and not IRREALIS & {*draft.auxiliary}


def _is_meeting_held(draft: Draft) -> bool:
    """Whether it tells with nobody of its own what was done in the course of a meeting (`بحث اللقاء العلاقات`)."""
    if draft.type != "CONSULT" or draft.auxiliary or everybody(draft):
        return False
    scene, clause = draft.scene, draft.trigger.clause
    if draft.trigger.kind == "noun":
        return is_anaphor(draft) and scene.phrases[draft.trigger.phrase].prep in WHILE
    held = clause.subject[0] if clause is not None and clause.subject else None
    return held is not None and held.definite and scene.is_one_of(scene.words[held.inner], ("meetings",))
