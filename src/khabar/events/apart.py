"""What rules out that two tellings are of one event, whatever else they have in common."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.events.attempts import are_apart
from khabar.events.counted_from import one_is_counted_from
from khabar.events.draft import Draft
from khabar.events.foiled import is_by_foilers
from khabar.events.handed_over import LONG_PAST
from khabar.events.helping import is_instead
from khabar.events.lapses import are_long_apart
from khabar.events.lexicon import noun_keys
from khabar.events.of_victims import is_of_victim
from khabar.events.reprisals import is_answer, is_in_return
from khabar.events.results import is_crime_of, is_second, told_beside
from khabar.events.retold import everybody, is_headline
from khabar.events.sameness import of_one_body, of_one_state, shares
from khabar.events.setting import area_of
from khabar.events.since import is_compared
from khabar.events.spotting import SURE
from khabar.events.struck_back import is_struck_back
from khabar.events.types import FORCE
from khabar.events.unconfirmed import is_granted_beside
from khabar.lexicon.words import word_list
from khabar.records import IRREALIS, Auxiliary, Mention, MentionKind
from khabar.text.characters import squeeze
from khabar.text.particles import particles

_WARS = word_list(__name__, "wars")
_ANOTHER = word_list(__name__, "another")
_FROM_THE_AIR = frozenset({"aerial", "drone"})
_OF_ITS_OWN = (_FROM_THE_AIR, frozenset({"suicide-attack"}), frozenset({"abduct"}))
"""Modes of force that no one attack has two groups of."""


def are_two(a: Draft, b: Draft) -> bool:
    """Whether a draft and a later one of its type are of two events.

    What a sentence adds to those before it is another one (`كما استقبل`), and so is what says so itself (`هجوم آخر`);
    what two do in one sentence are two, and arrests of other numbers; a war is no attack in it, a clash no raid. What
    was done is not what was left undone for it (`بدل أن تعتقل المعتدين اعتقلت الضحايا`), nor what it came long after.
    """
    if a.type != b.type:
        return _turns_down(a, b) or _turns_down(b, a)
    if not is_headline(a) and (is_second(b) or _are_counted_apart(a, b) or _are_named_apart(a, b)):
        return True
    if is_answer(a, b) or is_answer(b, a) or is_by_foilers(a, b) or is_by_foilers(b, a):
        return True
    if is_granted_beside(a, b) or (a.scene is b.scene and is_in_return(a) is not is_in_return(b)):
        return True
    if is_of_victim(a, b) or is_of_victim(b, a) or is_struck_back(a, b) or is_struck_back(b, a):
        return True
    if are_long_apart(a, b) or are_apart(a, b) or (a.scene is b.scene and is_instead(a) is not is_instead(b)):
        return True
    if not is_headline(a) and _is_elsewhere(b, a):
        return True
    if is_crime_of(a, b) or (a.type == "ASSAULT" and (_is_other_force(a, b) or _is_other_force(b, a))):
        return True
    if was_taken_before(a, b) or was_taken_before(b, a):
        return True
    if a.type == "ASSAULT" and not is_headline(a) and (_kill_others(a, b) or _kill_others(b, a)):
        return True
    if _came_before(a) is not _came_before(b) or (a.scene is b.scene and one_is_counted_from(a, b)):
        return True
    told = a.type == "ASSAULT" and (a.size or b.size) and a.scene is not b.scene and not is_headline(a)
    if told and is_of_whole_war(a) is not is_of_whole_war(b):
        return True
    if a.scene is b.scene and a.type in FORCE and told_beside(a, b) and _are_others(a, b):
        return True
    if a.scene is b.scene:
        return a.type in (*FORCE, "ACCUSE") and _have_two_doers(a, b)
    return not is_headline(a) and is_added(b)


def _turns_down(refusal: Draft, call: Draft) -> bool:
    """Whether somebody refuses what another has asked for or offered: two deeds (`رفضت طهران دعوة الرياض`)."""
    clause = refusal.trigger.clause
    if refusal.type != "REJECT" or call.type not in ("REQUEST", "AGREE") or call.scene is not refusal.scene:
        return False
    told = call.trigger.kind == "noun" and clause is not None and clause is call.trigger.clause
    return told and bool(call.actors) and not shares(call.actors, refusal.actors)


def _are_counted_apart(a: Draft, b: Draft) -> bool:
    """Whether two tellings say of two numbers that they were arrested or taken (`أوقف الأمن ثمانية`, `وأوقف ثلاثة`).

    The parts of a total have been joined by then (`events/retellings.py`); a toll of dead is revised, an arrest hardly.
    """
    if a.type not in ("COERCE", "ASSAULT"):
        return False
    one, two = ({s.low for s in d.size if s.kind in ("arrested", "abducted") and s.exact} for d in (a, b))
    return bool(one and two) and one.isdisjoint(two)


_SINGLED = frozenset({"arrest", "convict", "release", "expel", "abduct"})
"""Modes of what is done to one after the other by name."""


def _are_named_apart(a: Draft, b: Draft) -> bool:
    """Whether two verbs say of two people with full names that the same was done to them, one after the other.

    `أصدرت المحكمة مذكرة قبض بحق سالم حمد ... وأصدرت مذكرة بحق كريم العلي`.
    """
    if not {*a.modes} & {*b.modes} & _SINGLED or not a.trigger.kind == b.trigger.kind == "verb":
        return False
    names = [{w for m in d.recipients for w in _name_of(m)} for d in (a, b)]
    full = all(d.recipients and all(len(_name_of(m)) > 1 for m in d.recipients) for d in (a, b))
    return full and names[0].isdisjoint(names[1])


def _name_of(mention: Mention) -> list[str]:
    """The words of the name of a person, none of whom has no name."""
    if mention.kind is not MentionKind.PERSON or mention.name is None:
        return []
    start = mention.name.start - mention.span.start
    return squeeze(mention.text[start : start + mention.name.end - mention.name.start]).split()


def is_of_whole_war(draft: Draft) -> bool:
    """Whether a draft tells of all who fell in a war, or over months or years.

    `أسفر النزاع عن مقتل عشرة آلاف`, `قتل تسعون شخصا منذ مطلع العام`, `منذ 2015 قتل آلاف المدنيين`.
    """
    scene, clause = draft.scene, draft.trigger.clause
    if clause is None:
        return False
    if draft.sense.entry in _WARS:
        return True
    if any({*noun_keys(scene.words[p.head].bare)} & _FIGHTING for p in clause.subject[:1]):
        return draft.trigger.kind == "noun" and draft.trigger.slot != "subj"
    area = area_of(draft)
    words = [w for w in scene.words if area.start <= w.start < area.end]
    since = [w.end for n, w in enumerate(words) if w.norm == "منذ" and not is_compared(words[:n])]
    return any(t.precision in _LONG and t.span.start <= at + 1 and t.span.end > at for t in scene.times for at in since)


_FIGHTING = word_list(__name__, "fighting")
_LONG = frozenset({"month", "season", "year", "decade", "open"})


def _have_two_doers(a: Draft, b: Draft) -> bool:
    """Whether two verbs of a sentence have subjects of whom it is known that they are not the same.

    `استعاد الجيش الموقع الذي سيطرت عليه الحركة`; a state and what acts for it are no two (`أفرجت إيران`, `أفرجت السلطات
    الإيرانية`).
    """
    if a.trigger.kind != "verb" or b.trigger.kind != "verb" or "both" in {*a.sense.frame, *b.sense.frame}:
        return False
    known = [[m for m in d.actors if m.actor is not None] for d in (a, b)]
    one = shares(*known) or of_one_state(*known) or of_one_body(*known)
    return all(known) and not one


def _is_other_force(one: Draft, two: Draft) -> bool:
    """Whether `one` is a kind of fighting that `two` cannot be."""
    if one.sense.entry in _WARS and two.sense.entry not in _WARS:
        return bool(two.modes)
    modes, others = set(one.modes), set(two.modes)
    if _is_clash(one) and modes.isdisjoint(_FROM_THE_AIR):
        return bool(others & _FROM_THE_AIR) and not _is_clash(two)
    mine = [kind for kind in _OF_ITS_OWN if kind & modes]
    return bool(mine) and any(kind & others for kind in _OF_ITS_OWN) and all(kind.isdisjoint(others) for kind in mine)


def _came_before(draft: Draft) -> bool:
    """Whether a noun names the deed after which another one came (`يأتي هذا الهجوم بعد هجوم نسب لمسلحين`)."""
    trigger, scene = draft.trigger, draft.scene
    phrase, clause = scene.phrases[trigger.phrase], trigger.clause
    if trigger.kind != "noun" or phrase.prep not in ("بعد", "عقب") or phrase.definite or clause is None:
        return False
    return any(p.head in scene.event_words and not p.conj for p in clause.subject[:1])


def _is_elsewhere(draft: Draft, before: Draft) -> bool:
    """Whether the first verb of a sentence tells it of a place that opens the sentence and is not that told before.

    `قتل عشرة في بغداد. وفي الموصل، قتل مسلحون حارسا`.
    """
    trigger, scene = draft.trigger, draft.scene
    first = next((p for p in scene.phrases if p.kind == "verb"), None)
    clause = trigger.clause
    if scene is before.scene or clause is None or first is None or scene.phrases[clause.index] is not first:
        return False
    if trigger.kind != "verb" and draft.type != "SANCTION":
        return False  # `وفي القاهرة، دان الرئيس الهجوم`
    opening = scene.phrases[0] if scene.phrases else None
    if opening is None or opening.kind != "np" or opening.prep != "في" or not opening.conj:
        return False
    places = [m for m in scene.mentions if m.kind is MentionKind.PLACE and scene.span(opening).contains(m.head)]
    commas = any(p.kind == "comma" for p in scene.phrases[1 : clause.index])
    told = squeeze(before.scene.sentence.span.of(scene.text))
    named = (squeeze(m.head.of(scene.text)).removeprefix("ال") for m in places)
    return bool(places) and commas and not any(name in told for name in named)


def _kill_others(taken: Draft, killed: Draft) -> bool:
    """Whether one tells whom somebody abducted, the other of the death of others (`أنقذ عمالا خطفوا، وقتل جنديان`)."""
    another = any(killed.scene.words_at(m.span)[0].bare in _ANOTHER for m in killed.recipients)  # `وقتلوا رابعا`
    fell = ({"dead"} & {s.kind for s in killed.size} or another) and "abduct" not in killed.modes
    return "abduct" in taken.modes and bool(fell) and _are_others(taken, killed)


def was_taken_before(taken: Draft, killed: Draft) -> bool:
    """Whether a relative clause tells that those killed had been abducted (`قتل الطبيب الذي خطف قبل شهر`)."""
    clause = taken.trigger.clause
    if taken.type != "ASSAULT" or "abduct" not in taken.modes or "abduct" in killed.modes or clause is None:
        return False
    if taken.scene is not killed.scene or not clause.antecedent or "dead" not in killed.sense.size:
        return False
    told = taken.scene.span(clause.antecedent[0])
    return killed.span.start < taken.span.start and any(told.overlaps(m.span) for m in killed.recipients)


def remember_captivity(drafts: Sequence[Draft]) -> None:
    """Mark as past the abduction of those whose death a sentence tells (`قتل الطبيب الذي خطف قبل شهر`)."""
    for taken in drafts:
        clause = taken.trigger.clause
        told = clause is not None and clause.opener >= 0 and taken.scene.phrases[clause.opener].kind == "rel"
        if told and any(was_taken_before(taken, d) for d in drafts) and not (IRREALIS & set(taken.auxiliary)):
            taken.auxiliary = [a for a in Auxiliary if a in taken.auxiliary or a is Auxiliary.HISTORICAL]
            taken.proved.append(LONG_PAST)
            for killed in (d for d in drafts if was_taken_before(taken, d)):
                killed.weight = max(killed.weight or 0.0, SURE)


def _are_others(one: Draft, two: Draft) -> bool:
    """Whether two drafts tell of people in number or by name, and have none in common."""
    return bool(one.recipients and two.recipients) and not shares(one.recipients, two.recipients)


def _is_clash(draft: Draft) -> bool:
    """Whether a noun names fighting in which both sides act (`اشتباكات`, `معارك`)."""
    return draft.trigger.kind == "noun" and "both" in draft.sense.frame and draft.sense.entry not in _WARS


def is_added(draft: Draft) -> bool:
    """Whether a sentence begins with words that add to what was told, or turn from it, and tells it with its verb.

    `كما استقبل الأمير سفير بيرو`, `من جهة أخرى أوقفت الشرطة`.
    """
    trigger, scene = draft.trigger, draft.scene
    if trigger.kind != "verb" or not everybody(draft):
        return False
    before = [w.norm for w in scene.words[: trigger.words[0]] if w.kind != "punct"]
    return " ".join(before) in particles().adding
