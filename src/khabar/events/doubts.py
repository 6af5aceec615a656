"""What speaks against a draft: the first rule by which it tells of no specific happening, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from khabar.events.auxiliary import is_series
from khabar.events.charges import is_mere_charge
from khabar.events.disowned import is_denied_deed
from khabar.events.draft import Draft
from khabar.events.freed import frees_them
from khabar.events.general import GENERAL
from khabar.events.idle import IDLE
from khabar.events.lexicon import noun_keys
from khabar.events.lifeless import is_done_by_things
from khabar.events.spoken import in_first_person, is_condition
from khabar.events.types import NEEDS_SOMEBODY, SPOKEN
from khabar.lexicon.words import word_list
from khabar.records import Auxiliary, Mention, MentionKind
from khabar.text.characters import squeeze
from khabar.text.clauses import Clause
from khabar.text.particles import particles
from khabar.text.untrue import is_untrue, until_comma

_LOOSE = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "REQUEST", "REJECT"})
"""Types whose nouns (`تعاون`, `دعوة`, `لقاء`) are as often words for things in general: they need two participants."""
JUDGED = frozenset({"ASSAULT", "PROTEST"})
"""Types whose drafts the judge weighs, so that a bare noun is left to it."""


SOFT = frozenset({"nobody takes part", "nothing specific"})
"""Rules that say what is missing, not what a draft is instead: the spotter may overrule them."""


def is_event(draft: Draft) -> bool:
    """Whether a draft tells of a specific happening by the rules alone."""
    return doubt_of(draft) is None


def doubt_of(draft: Draft) -> str | None:
    """The name of the first rule that speaks against a draft as a specific happening, or None.

    A verb with an actor or a recipient is one. A noun is where something makes it specific: a support verb, a number, a
    participant, or a clause that tells of it; the bare noun (`الهجمات`, `بعد الحرب`) is not.
    """
    found = next((name for name, speaks in _AGAINST.items() if speaks(draft)), None)
    if found is not None or frees_them(draft):
        return found
    told = (*draft.actors, *(draft.recipients if "phone" in draft.modes else ()))
    if draft.type == "CONSULT" and any(_is_outlet(m, draft) for m in told):
        return "interview"  # `في اتصال هاتفي مع «الوطن»`, `أجرت الصحيفة حوارا مع السفير`
    return _doubt_of_verb(draft) if draft.trigger.kind == "verb" else _doubt_of_noun(draft)


_AGAINST: Mapping[str, Callable[[Draft], bool]] = {
    **{f"idle: {name}": speaks for name, speaks in IDLE.items()},
    "waited for": is_condition,
    "only charged": is_mere_charge,
    **{f"general: {name}": speaks for name, speaks in GENERAL.items()},
}


def _doubt_of_verb(draft: Draft) -> str | None:
    if is_done_by_things(draft):
        return "done by things"
    if draft.type == "ACCUSE" and Auxiliary.NEGATION in draft.auxiliary and not draft.recipients:
        return "accuses nobody"  # `لم تتهم الوزارة أي طرف`
    if draft.type == "ACCUSE" and _calls_untrue(draft):
        return "calls a report untrue"
    if draft.type == "ACCUSE" and _calls_good(draft):
        return "calls it good"
    nobody = "actor" not in draft.sense.frame and "both" not in draft.sense.frame
    told = draft.actors or draft.recipients or draft.size or nobody or in_first_person(draft)
    return None if told or _goes_on_speaking(draft) else "nobody takes part"


_CALLS = word_list(__name__, "calls")


def _calls_untrue(draft: Draft) -> bool:
    """Whether a verb only calls untrue what was told (`وصف الأنباء بأنها كاذبة`): that denies, and blames nobody."""
    clause, scene = draft.trigger.clause, draft.scene
    if clause is None or clause.verb is None or clause.verb.verb.lemma not in _CALLS:
        return False
    behind = until_comma(scene.words[scene.phrases[clause.index].head + 1 :])
    told = clause.verb.suffix or any(w.norm == "ما" or w.bare in scene.classes["hearsay"] for w in behind)
    return bool(told) and is_untrue(behind, scene.classes)


def _calls_good(draft: Draft) -> bool:
    """Whether a verb of calling has praise behind it, and no blame (`وصف الزعيم بأنه آخر عمالقة القرن`)."""
    clause, scene = draft.trigger.clause, draft.scene
    if clause is None or clause.verb is None or clause.verb.verb.lemma not in _CALLS:
        return False
    behind = until_comma(scene.words[scene.phrases[clause.index].head + 1 :])
    keys = {key for w in behind for key in noun_keys(w.bare)}
    return bool(keys & scene.classes["praise"]) and not keys & scene.classes["blame"]


def _doubt_of_noun(draft: Draft) -> str | None:
    trigger = draft.trigger
    before = draft.scene.words[max(trigger.words[0] - 1, 0)]
    if draft.type == "ACCUSE" and before.norm == "صحه":
        return "a report"  # `نفت الحركة صحة الادعاءات التي وردت في الصحف`
    if is_denied_deed(draft):
        return None
    if draft.type in NEEDS_SOMEBODY and not (draft.actors or draft.recipients) and not _is_done(draft):
        return "nobody takes part"
    if "before" in draft.sense.slots:
        return None if draft.actors else "nobody before"
    first = draft.scene.words[trigger.words[0]]
    if draft.type == "SUPPORT" and first.norm in particles().adverbs and trigger.slot not in ("obj", "subj"):
        return "tells why"  # `تضامنا مع زملائهم`
    aim = draft.scene.phrases[trigger.phrase].prep == "ل" and trigger.support is None
    if draft.type == "AID" and _is_relief_in_general(draft):
        return "relief in general"
    if draft.type in ("AID", "COERCE") and aim and not draft.actors:
        return "tells what for"  # `تدخلت السفن لإغاثة المدنيين`, `تقدمت لتحرير المدينة`
    if draft.sense.cameo == "060" and _is_topic(draft):
        return "topic"
    if Auxiliary.NEGATION in draft.auxiliary and _tells_nothing(draft):
        return "without a toll"
    return None if _is_specific(draft) else "nothing specific"


def _is_specific(draft: Draft) -> bool:
    """Whether something makes a noun one happening: a support verb, a number, participants, a clause about it."""
    trigger = draft.trigger
    if trigger.support is not None or trigger.told is not None or (
        is_series(draft) and trigger.clause is not None and bool(trigger.clause.subject)
    ):
        return True
    if draft.size or (draft.type in JUDGED and not _is_topic_of_title(draft)):
        return True
    if _is_presupposed(draft) and _is_whole(draft):
        return True
    known = _is_presupposed(draft) or _is_refused(draft) or _meets_another(draft) or _says_whose(draft)
    least = 2 if draft.type in _LOOSE and not known else 1
    return len(draft.actors) + len(draft.recipients) + _both_in_one(draft) >= least


def _is_topic_of_title(draft: Draft) -> bool:
    """Whether a headline alone only speaks of deeds, with the article and of nobody (`أسباب الاحتجاجات`)."""
    scene, told = draft.scene, draft.actors or draft.recipients
    return scene.title and not scene.report and not told and scene.words[draft.trigger.words[0]].definite


def _goes_on_speaking(draft: Draft) -> bool:
    """Whether a speech act in the past is of whoever was told of before (`وأشادوا بضبط النفس`)."""
    clause = draft.trigger.clause
    if draft.type not in SPOKEN or clause is None or clause.verb is None or clause.subject or draft.passive:
        return False
    told = [c.verb for c in draft.scene.clauses if c.index < clause.index and c.verb is not None]
    if told and told[-1].person != clause.verb.person:
        return False  # `حازم ومدحت`
    past = clause.verb.tense == "past" and clause.verb.person.startswith("3") and clause.verb.voice != "passive"
    matter = bool(clause.objects or clause.preps) or clause.comp is not None
    return past and matter and bool(draft.scene.phrases[clause.index].conj)


def _is_done(draft: Draft) -> bool:
    """Whether an agreement or an inquiry is told as done, by whomever (`تم الاتفاق على`, `جرى التحقيق معه`)."""
    clause, support = draft.trigger.clause, draft.trigger.support
    if support is None or clause is None or clause.verb is None or draft.type not in ("AGREE", "ACCUSE", "SUPPORT"):
        return False
    phrase = draft.scene.phrases[clause.index]
    if draft.type == "AGREE" and not {"علي", "حول"} & draft.slots.keys():
        return False
    return support.lemma in ("تمّ", "جرى") and clause.verb.tense == "past" and not phrase.negated


def _is_relief_in_general(draft: Draft) -> bool:
    """Whether relief is only spoken of (`هذه المساعدات امتداد للحملات السابقة`), and not told as given by somebody."""
    trigger = draft.trigger
    told = trigger.support is not None or trigger.told is not None or _is_presupposed(draft)
    lone = len(trigger.words) == 1 and draft.scene.words[trigger.words[0]].definite
    whole = lone and not (draft.actors and draft.recipients)
    return whole and not told and not draft.size


def _is_topic(draft: Draft) -> bool:
    """Whether cooperation is only spoken of (`آفاق التعاون بين البلدين`, `مشاورات عن تعاون`) and nobody tells of it."""
    trigger, phrase = draft.trigger, draft.scene.phrases[draft.trigger.phrase]
    told = trigger.support is not None or trigger.told is not None
    return not told and (phrase.definite or bool(trigger.carrier) or phrase.prep in ("عن", "حول", "في", "بشان", "ل"))


def _is_outlet(mention: Mention, draft: Draft) -> bool:
    """Whether a mention is a newspaper, agency or channel, and no journalists.

    So is the other side of an interview or a call whose title in quotation marks nobody knows (`حوار مع «الساحل»`).
    """
    scene = draft.scene
    first = squeeze(mention.text.split()[0])
    medium = bool({*noun_keys(first.removeprefix("ال"))} & scene.classes["media"])
    marks = scene.text[max(mention.span.start - 1, 0) : mention.span.start], scene.text[mention.span.end :][:1]
    unknown = not mention.sectors and (mention.actor is None or mention.actor.startswith("?"))
    talk = draft.trigger.kind == "noun"
    if talk and unknown and marks in _MARKS and len(mention.text.split()) <= _TITLE:
        return True
    return "JRN" in mention.sectors and (medium or mention.kind is MentionKind.GROUP)


_MARKS = frozenset({("«", "»"), ('"', '"'), ("“", "”")})
_TITLE = 2
"""How many words the title of an outlet has at most."""


def _is_presupposed(draft: Draft) -> bool:
    """Whether a noun is what a sentence says has had an effect: `أثار رفض الحكومة أزمة`, `أنهت مصالحة الخلاف`."""
    clause, phrase = draft.trigger.clause, draft.scene.phrases[draft.trigger.phrase]
    if clause is None or not _takes_for_granted(draft, clause):
        return False
    if draft.type == "CONSULT" and (clause.verb is None or clause.verb.verb.lemma not in particles().lemmas["lasting"]):
        return False  # meetings are spoken of in many ways
    return draft.trigger.words[0] == phrase.inner and not draft.scene.phrases[clause.index].negated


def _takes_for_granted(draft: Draft, clause: Clause) -> bool:
    """Whether a verb takes a deed for granted that is its subject, or its object where it says what somebody met with.

    Of a verb that the lexicon does not know only the form of the past tells (`أغضب انضمام فنلندا جارتها`).
    """
    verb, head = clause.verb, draft.scene.words[draft.scene.phrases[clause.index].head]
    if verb is None:
        return draft.trigger.slot == "subj" and head.token.text.startswith("أ")
    met = draft.trigger.slot == "obj" and verb.verb.lemma in particles().lemmas["meeting"]
    return verb.tense == "past" and (met or draft.trigger.slot == "subj")


def _is_whole(draft: Draft) -> bool:
    """Whether a noun and its genitive, all of them the entry's, tell what was done (`رفع حالة الطوارئ`)."""
    words = draft.scene.words[draft.trigger.words[-1]], draft.scene.words[draft.trigger.words[0]]
    return len(draft.trigger.words) > 1 and words[0].definite and not words[1].definite


def _says_whose(draft: Draft) -> bool:
    """Whether behind an indefinite noun `من` or `من قبل` says whose it is (`بعد فيتو من الصين`).

    What is only the help or the reason of another deed is none (`زار القرية بدعوة من شيخها`).
    """
    doers = [p for slot in ("من", "agent") for group in draft.slots.get(slot, ())[:1] for p in group]
    spans = [draft.scene.span(p) for p in doers]
    phrase = draft.scene.phrases[draft.trigger.phrase]
    told = not draft.scene.words[draft.trigger.words[0]].definite and phrase.prep not in ("ب", "ل")
    return told and any(s.contains(m.head) for s in spans for m in draft.actors)


def _is_refused(draft: Draft) -> bool:
    """Whether a demand is what a verb turns down (`رفض طلب البعثة`)."""
    return draft.type == "REQUEST" and any(c.slot == "under" for c in draft.sense.when)


def _meets_another(draft: Draft) -> bool:
    """Whether a meeting or visit of somebody a pronoun stands for names the other side (`خلال لقائه المستشار`)."""
    others = [m for m in (*draft.actors, *draft.recipients) if m.span.start >= draft.span.end]
    return draft.type == "CONSULT" and draft.trigger.pronoun and bool(others)


def _both_in_one(draft: Draft) -> bool:
    """Whether what stands after `بين` is two or more in one word (`محادثات بين الطرفين`)."""
    if "both" not in draft.sense.frame:
        return False
    sides = [p for g in draft.slots.get("بين", ())[:1] for p in g]
    return len(sides) == 1 and sides[0].number in ("du", "pl", "counted")


def _tells_nothing(draft: Draft) -> bool:
    """Whether a noun only says that something else was without a toll (`من دون أن يسفر عن إصابات`)."""
    nobody = not (draft.actors or draft.recipients or draft.size)
    return nobody and bool({"dead", "injured"} & set(draft.sense.size))
