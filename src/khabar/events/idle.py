"""What names an event and tells of none: aims, nature, figures of speech, verses and prayers, adjectives."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import pairwise

from khabar.events.broken_off import is_nobodys_mediation, is_suspended
from khabar.events.charges import is_reason
from khabar.events.draft import Draft
from khabar.events.drones import STRIKES, is_drone
from khabar.events.lexicon import noun_keys
from khabar.events.marchers import only_fell
from khabar.events.moods import moods
from khabar.events.purposes import is_purpose
from khabar.events.scene import Scene
from khabar.events.types import SPOKEN
from khabar.events.works import is_of_a_work
from khabar.lexicon.words import word_list
from khabar.records import MentionKind
from khabar.text.characters import squeeze
from khabar.text.particles import particles
from khabar.text.phrases import Phrase
from khabar.text.wordlist import VERBAL_NOUN
from khabar.text.words import Word


def is_slogan(draft: Draft) -> bool:
    """Whether a demand is only what a protest calls for (`مظاهرة تطالب برحيل المحافظ`)."""
    clause, scene = draft.trigger.clause, draft.scene
    if draft.type != "REQUEST" or draft.trigger.kind != "verb" or clause is None:
        return False
    if _describes_rally(draft):
        return True
    if not clause.subject:
        return False
    if clause.antecedent and clause.subject is not clause.antecedent and _names(scene, clause.antecedent[0], "rallies"):
        return True  # `إضراب دعت إليه النقابات`
    if clause.verb is not None and clause.verb.tense == "participle" and clause.verb.person == "3mp":
        return not _goes_on_speaking(draft)
    if scene.report and _is_crowd(scene, clause.subject[0]):
        return True  # `طالب المتظاهرون برحيل المحافظ`
    head = clause.subject[0].head
    return scene.atoms[head] < 0 and bool({*noun_keys(scene.words[head].bare)} & scene.classes["rallies"])


def _describes_rally(draft: Draft) -> bool:
    """Whether a participle after `و` goes on to describe a rally (`تظاهرة رافضة للقرار ومطالبة بالإفراج عن`)."""
    clause, scene, k = draft.trigger.clause, draft.scene, draft.trigger.phrase
    verb = clause.verb if clause is not None else None
    if verb is None or verb.tense != "participle" or verb.person != "3fs" or not scene.phrases[k].conj:
        return False
    while k > 0 and scene.phrases[k - 1].kind == "np":
        k -= 1
        if _names(scene, scene.phrases[k], "rallies"):
            return not scene.phrases[k].definite
    return False


def _is_crowd(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase names demonstrators, also behind an amount (`بعض المتظاهرين`), or who takes part in a rally."""
    amounts = particles().quantifiers
    first = next((w for w in scene.words[phrase.inner : phrase.end] if w.norm not in amounts and w.kind != "num"), None)
    if first is None:
        return False
    keys = {*noun_keys(first.bare)}
    behind = next((p for p in scene.phrases if p.start == phrase.end), None)
    if "مشارك" in keys and behind is not None and behind.prep == "في":
        return _names(scene, behind, "rallies")  # `المشاركون في المسيرة`
    return bool(keys & scene.classes["demonstrators"])


def _goes_on_speaking(draft: Draft) -> bool:
    """Whether those whom a participle tells of spoke in the clause before, and did nothing (`رشقوا الشرطة مطالبين`)."""
    clause = draft.trigger.clause
    assert clause is not None
    did = [c for c in draft.scene.clauses if c.index < clause.index and c.subject and c.subject[0] is clause.subject[0]]
    return bool(did) and did[-1].says


def _is_nature(draft: Draft) -> bool:
    """Whether storm, flood, earthquake or accident does what an event tells (`هاجمت السيول أحياء`).

    Deaths that come of one as well: `أدت انهيارات أرضية إلى مقتل ثلاثين`, `قتل أربعة جراء فيضانات`.
    """
    clause, scene = draft.trigger.clause, draft.scene
    subject = clause.subject[0] if clause is not None and clause.subject and not clause.agent else None
    if subject is not None and draft.trigger.kind == "verb" and _names(scene, subject, "disasters"):
        return True
    gassed = "crowd-control" in draft.modes  # `أصيبوا بالاختناق جراء الغاز`
    if draft.type != "ASSAULT" or draft.actors or gassed or not {"dead", "injured"} & set(draft.sense.size):
        return False
    causes = [g[0] for prep in _CAUSE_SLOTS for g in draft.slots.get(prep, ())]
    if clause is not None and draft.trigger.kind == "noun":
        causes += [g[0] for prep in _CAUSE_SLOTS for g in clause.preps.get(prep, ())]
    if subject is not None and draft.trigger.kind == "noun":
        causes.append(subject)
    return any(_names(scene, p, "disasters") or _names(scene, p, "accidents") for p in causes)


def _is_figure(draft: Draft) -> bool:
    """Whether force is only a figure of speech, by who uses it or on what (`اللقاح يقتل`, `تقتل الأمل`)."""
    clause, scene = draft.trigger.clause, draft.scene
    if draft.type not in _FORCE or draft.size:
        return False
    if draft.trigger.kind == "noun":
        hit = [g[0] for slot in ("gen", "علي") for g in draft.slots.get(slot, ())[:1]]
        by = [g[0] for g in draft.slots.get("من", ())[:1] if draft.type == "ASSAULT"]  # `هجوم من سمكة قرش`
        return any(_names(scene, p, "figurative") for p in hit) or any(_names(scene, p, "creatures") for p in by)
    hit = [] if clause is None or draft.passive else [g[0] for g in clause.objects[:1]]
    doers = [] if clause is None or clause.agent else clause.subject[:1]
    hit += [g[0] for g in draft.slots.get("علي", ())[:1]] if not hit else []
    return any(_names(scene, p, "creatures") for p in doers) or any(_names(scene, p, "figurative") for p in hit)


_FORCE = frozenset({"ASSAULT", "COERCE", "THREATEN", "RETREAT", "MOBILIZE"})

_CAUSE_SLOTS = ("في", "ب", "من", "جراء", "اثر", "بسبب", "نتيجه", "خلال")


def _names(scene: Scene, phrase: Phrase, kind: str) -> bool:
    """Whether the first noun of a phrase is of a class, and no name."""
    word = scene.words[phrase.head]
    return scene.atoms[phrase.head] < 0 and bool({*noun_keys(word.bare)} & scene.classes[kind])


def _is_aim(draft: Draft) -> bool:
    """Whether `ل` and a noun only tell what for: `خطوات لمحاكمة المسؤولين`, `أرسل قوات لتحرير المدينة`.

    Not what comes of a thing (`أدى لمقتل`, `نتيجة لقصف`) or is done to somebody (`تعرض لاعتداء`).
    """
    scene, trigger = draft.scene, draft.trigger
    phrase, aim = scene.phrases[trigger.phrase], _aim_before(scene, trigger.phrase)
    if trigger.kind != "noun" or aim is None or trigger.support is not None or trigger.told is not None:
        return False
    if draft.type not in _AIMS or trigger.words[0] != phrase.inner or draft.size:
        return False
    if phrase.definite and not draft.recipients:
        return False
    verb = trigger.clause.verb if trigger.clause is not None else None
    if verb is not None and trigger.slot == "ل" and squeeze(verb.verb.lemma) in _planning():
        return False  # `أدى لمقتل`, `خططوا لتفجير`
    near = scene.phrases[max(trigger.phrase - 3, 0) : trigger.phrase]
    if any(w.bare in _UNDERGOING for p in near for w in scene.words[p.inner : p.inner + 2]):
        return False  # `تعرض موكب الوزير لهجوم`
    before = scene.words[aim.start - 1] if aim.start > 0 else None
    if before is None:
        return True
    planned = moods().carriers["hypothetical"] & {*noun_keys(before.bare)}  # `التخطيط لاستهداف حافلة`
    return not (planned or before.bare.endswith("ا") or before.bare in _REACTIONS)


def _aim_before(scene: Scene, k: int) -> Phrase | None:
    """The phrase whose `ل` brings in what phrase `k` names: its own, or that of a deed to which `و` joins it, or None.

    `قوات لمحاصرة الخاطفين وإجبارهم على التفاوض`.
    """
    if scene.phrases[k].prep or not scene.phrases[k].conj:
        return scene.phrases[k] if scene.phrases[k].prep == "ل" else None
    for phrase in reversed(scene.phrases[max(k - 3, 0) : k]):
        if phrase.kind != "np" or (phrase.prep == "ل" and phrase.definite and phrase.person):
            return None
        if phrase.prep == "ل":
            return phrase if VERBAL_NOUN.match(scene.words[phrase.inner].norm) is not None else None
    return None


def _planning() -> frozenset[str]:
    """Verbs whose `ل` says what comes of a thing or what is planned or tried."""
    return moods().results | moods().verbs["future"] | moods().verbs["hypothetical"]


_AIMS = frozenset({"ASSAULT", "COERCE", "ACCUSE", "RETREAT", "SANCTION", "MOBILIZE", "AID"})
_UNDERGOING = word_list(__name__, "undergoing")
_REACTIONS = word_list(__name__, "reactions")


def _is_standing(draft: Draft) -> bool:
    """Whether a relative clause only tells what somebody is for or against, or stands by.

    `مسؤولون يدعمون الاتفاق`, `الفصائل التي تدعمها أنقرة`.
    """
    clause, scene = draft.trigger.clause, draft.scene
    if draft.trigger.kind != "verb" or draft.type not in ("SUPPORT", "REJECT") or draft.auxiliary:
        return False
    if clause is None or clause.verb is None or clause.verb.tense != "present":
        return False
    relative = clause.opener >= 0 and scene.phrases[clause.opener].kind == "rel"
    before = scene.phrases[clause.index - 1] if clause.index > 0 else None
    bare = before is not None and before.kind == "np" and not before.definite and not scene.phrases[clause.index].conj
    if not relative and not clause.antecedent and not (bare and clause.verb.suffix):
        return False
    return clause.subject is clause.antecedent or (draft.type == "SUPPORT" and bool(clause.verb.suffix))


_HOLY = word_list(__name__, "holy")
_SCRIPTURE = 3
"""Vowel marks on a trigger from which on it is a verse that is quoted."""


_OF_NEWS = frozenset({MentionKind.GROUP, MentionKind.OFFICE, MentionKind.PLACE})
"""What news names and a verse does not."""


def _is_scripture(draft: Draft) -> bool:
    """Whether a verb stands in a verse, or tells what God or the Prophet has said or is asked for.

    `حث النبي على الصدق`, `ندعو الله أن`; in print only verses and verse-like sayings carry all their vowel marks, save
    news for learners, which names bodies and towns (`اعتَقَلَت الشُّرطَةُ نائِباً في نواكشوط`).
    A sentence that blesses the Prophet or cites the Book tells of what is holy, and of no news.
    """
    scene, clause = draft.scene, draft.trigger.clause
    if any(mark in scene.squeezed for mark in moods().holy):
        return True
    text = draft.span.of(scene.text)
    marked = sum("\u064b" <= c <= "\u0650" or c == "\u0652" for c in text) >= _SCRIPTURE
    if marked and not any(n >= 0 and scene.mentions[n].kind in _OF_NEWS for n in scene.atoms):
        return True
    if draft.trigger.kind != "verb" or clause is None:
        return False
    groups = [clause.subject, *(clause.objects[:1] if draft.type == "REQUEST" else [])]
    return any(g and scene.words[g[0].inner].norm in _HOLY for g in groups)


def _is_prayer(draft: Draft) -> bool:
    """Whether God is asked for something, or does it, in what `و` joins to His name.

    `دعا الشيخ المولى جل وعلا أن يحفظ البلاد`, `رحمها الله وغفر لها`.
    """
    scene, clause = draft.scene, draft.trigger.clause
    if draft.trigger.kind != "verb" or clause is None:
        return False
    words = scene.words[draft.trigger.words[-1] + 1 : draft.trigger.words[-1] + 1 + _NEAR]
    asked = draft.type == "REQUEST" and any(w.norm in _HOLY for w in words)
    if asked and any(w.norm in _PRAISED for w in words):
        return True
    if clause.subject or not scene.phrases[clause.index].conj:
        return False
    first = draft.trigger.words[0]
    return any(w.norm in _HOLY for w in scene.words[max(first - 2, 0) : first])


_PRAISED = word_list(__name__, "praised")
_NEAR = 8
"""Within how many words behind a verb of asking."""


def _is_rescue(draft: Draft) -> bool:
    """Whether those who use force, or are moved, save people (`اقتحام المبنى من قبل وحدات الإنقاذ`)."""
    if draft.type not in ("ASSAULT", "MOBILIZE", "COERCE") or {s.kind for s in draft.size} & {"dead", "injured"}:
        return False
    words = [squeeze(w).removeprefix("ال") for m in draft.actors for w in m.text.split()]
    words += [w.bare for group in draft.slots.get("gen", ())[:1] for p in group for w in _inside(draft.scene, p)]
    rescuers = draft.scene.classes["rescuers"]
    pairs = [f"{a} {b}" for a, b in pairwise(words)]
    return any(word in rescuers for word in (*words, *pairs))


def _is_idiom(draft: Draft) -> bool:
    """Whether `على الإطلاق` only says that nothing is more so (`الهجوم الأعنف على الإطلاق`), and nobody fires."""
    word = draft.scene.words[draft.trigger.words[0]]
    fires = draft.trigger.kind == "noun" and word.bare == "اطلاق" and len(draft.trigger.words) == 1
    return fires and word.definite and draft.scene.phrases[draft.trigger.phrase].prep == "علي"


def _is_unknown(draft: Draft) -> bool:
    """Whether it is only asked whether a thing happened (`لم يذكر ما إذا كان الهجوم أسفر عن قتلى`).

    The attack asked about did: what is definite, or said behind a comma, is no question.
    """
    scene, first = draft.scene, draft.trigger.words[0]
    if scene.words[first].definite or draft.type in SPOKEN:
        return False
    for k in range(first - 1, 0, -1):
        word, before = scene.words[k], scene.words[k - 1]
        if word.token.norm in "،.؛:" or word.kind == "comp":
            return False
        if word.norm == "اذا" and before.norm in ("ما", "عما", "بما", "وما"):
            return True
    return False


def _is_what_they_flee(draft: Draft) -> bool:
    """Whether a war or fight is only what people suffer or flee from (`المتضررين من الحرب`, `الفارين من القتال`)."""
    scene, trigger = draft.scene, draft.trigger
    phrase = scene.phrases[trigger.phrase]
    before = scene.words[phrase.start - 1] if phrase.start > 0 else None
    lone = trigger.kind == "noun" and phrase.prep == "من" and phrase.end == phrase.inner + 1 and phrase.definite
    return draft.type == "ASSAULT" and lone and before is not None and scene.is_one_of(before, ("distressed",))


def _is_target(draft: Draft) -> bool:
    """Whether forces on the move are only what an attack hit (`استهدفت الغارات تجمعات وتعزيزات للمسلحين`)."""
    trigger = draft.trigger
    verb = trigger.clause.verb if trigger.clause is not None else None
    if draft.type != "MOBILIZE" or trigger.kind != "noun" or trigger.slot != "obj" or verb is None:
        return False
    return squeeze(verb.verb.lemma) in STRIKES - {"شن", "نفذ"}


def _inside(scene: Scene, phrase: Phrase) -> list[Word]:
    return scene.words[phrase.start : phrase.end]


def _is_manner(draft: Draft) -> bool:
    """Whether `بالتعاون مع` only tells how something else was done (`قام الفريق بالتعاون مع البلدية بحصر الأضرار`).

    So does `بالاتفاق مع` where the verb has an object (`فرضت واشنطن بالاتفاق مع كندا عقوبات`).
    """
    trigger, scene = draft.trigger, draft.scene
    phrase, clause = scene.phrases[trigger.phrase], trigger.clause
    before = (c for c in reversed(scene.clauses) if c.index < trigger.phrase)
    clause = clause if clause is not None else next(before, None)  # of an aside
    if trigger.kind != "noun" or phrase.prep != "ب" or clause is None or clause.verb is None:
        return False
    if scene.words[trigger.words[0]].bare in _TOGETHER and "مع" in trigger.slots and clause.objects:
        return squeeze(clause.verb.verb.lemma) not in particles().take_by
    if draft.type != "COOPERATE":
        return False
    done = [g[0] for g in clause.preps.get("ب", ()) if g[0].start > phrase.start]
    return any(not p.mentions and scene.words[p.inner].kind == "noun" for p in done)


_TOGETHER = word_list(__name__, "together")


def _is_attribute(draft: Draft) -> bool:
    """Whether a definite "noun" behind a definite noun is what describes it (`القوات المساعدة`).

    Also behind another adjective of it (`العلوم الطبية المساعدة`).
    """
    scene, first = draft.scene, draft.trigger.words[0]
    if draft.trigger.kind != "noun" or len(draft.trigger.words) > 1 or "self" in draft.sense.slots:
        return False
    if first <= scene.phrases[draft.trigger.phrase].inner or not scene.words[first].definite:
        return False
    before = scene.words[first - 1]
    one = scene.atoms[first] >= 0 and scene.atoms[first] == scene.atoms[first - 1]
    if before.definite and before.kind == "adj" and first > 1:
        before = scene.words[first - 2]
    return one or (before.definite and before.kind == "noun" and scene.atoms[first - 1] < 0)


_COPULAS = word_list(__name__, "copulas")


def _is_adjective(draft: Draft) -> bool:
    """Whether a "participle" only describes: after an adjective or `كان` (`أخبارا كاذبة أو مضللة`, `يكون معينا`)."""
    clause, scene = draft.trigger.clause, draft.scene
    first = draft.trigger.words[0]
    if clause is None or clause.verb is None or clause.verb.tense != "participle" or first == 0:
        return False
    before = scene.words[first - 1]
    near = [w.verb.verb.lemma for w in scene.words[max(first - 3, 0) : first] if w.verb is not None]
    if near[-1:] and near[-1] in _COPULAS:
        return True
    if before.norm == "او" and first > 1:
        before = scene.words[first - 2]
    elif not scene.words[first].conj:
        return False
    plain = before.kind in ("adj", "noun") and not before.definite and scene.atoms[before.index] < 0
    return plain and before.participle is None


IDLE: Mapping[str, Callable[[Draft], bool]] = {
    "slogan": is_slogan,
    "purpose": is_purpose,
    "nature": _is_nature,
    "figure": _is_figure,
    "attribute": _is_attribute,
    "adjective": _is_adjective,
    "scripture": _is_scripture,
    "prayer": _is_prayer,
    "rescue": _is_rescue,
    "machine": is_drone,
    "idiom": _is_idiom,
    "unknown": _is_unknown,
    "target": _is_target,
    "flight": _is_what_they_flee,
    "charge": is_reason,
    "manner": _is_manner,
    "suspended": is_suspended,
    "mediation": is_nobodys_mediation,
    "aim": _is_aim,
    "standing": _is_standing,
    "fallen": only_fell,
    "work": is_of_a_work,
}
"""By name, what around a trigger shows that it tells of no happening, whoever takes part."""
