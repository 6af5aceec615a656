"""Whom the pronoun on a noun that names an event stands for, as what its genitive would say (`خلال زيارته لتونس`)."""

from __future__ import annotations

from khabar.events.scene import Scene
from khabar.events.standing import both_before, nearest_man, reports, speaker_of, subject_before
from khabar.events.suffered import may_stand_for, whom_let_go, whom_told_of
from khabar.events.trigger import ABOUT, WHILE, Trigger
from khabar.text.clauses import Clause
from khabar.text.phrases import Phrase


def settle_pronoun(scene: Scene, trigger: Trigger, people: bool, does: bool) -> None:
    """Fill the genitive of a noun with whom its pronoun stands for, if it has one that is told of near by.

    `people` says that it may be done to them; `does`, that its support verb says who does it.
    """
    word = scene.words[trigger.words[-1]]
    clause = trigger.clause if trigger.pronoun and not does and trigger.slot != "subj" else None
    if clause is not None and clause.verb is None and clause.subject and clause.subject[0].start > word.index:
        clause = None  # `أثناء قصفها مدينة تحت سيطرة المعارضة`
    if clause is not None and clause.subject and word.norm.endswith("هم") and not _are_people(clause.subject[0]):
        clause = None  # `اندلعت معركة إثر رفضهم الاستسلام`
    if trigger.pronoun and _meets(trigger):
        if word.norm.endswith("هما") and (both := both_before(scene, scene.phrases[trigger.phrase].start)):
            trigger.slots["gen"] = [both]  # `أكد الوزير لنظيره الفرنسي خلال لقائهما`
            return
        clause = clause or opened(scene, trigger)  # `وخلال زيارته لتونس قال الوزير`
        if clause is None or not clause.subject or not may_stand_for(word, clause.subject[0]):
            clause = subject_before(scene, trigger.phrase, word)
        elif (speaker := speaker_of(scene, clause)) is not None and may_stand_for(word, speaker):
            trigger.slots["gen"] = [[speaker]]  # `وجاءت تصريحات الوزير خلال زيارته للمصنع`
            return
        if clause is not None and clause.subject and not (clause.subject[0].person or clause.subject[0].mentions):
            clause = None  # `جاء القرار على خلفية محاسبة الرئيس بسبب لقائه بالوزير`
    if clause is not None and clause.subject and may_stand_for(word, clause.subject[0]):
        nearer = whom_let_go(scene, trigger, clause) if people else None
        if nearer is not None:
            trigger.slots["gen"] = [[nearer]]
        elif not (people and _told_by(scene, trigger, clause)):
            trigger.slots["gen"] = [clause.subject]
    elif trigger.pronoun and _meets(trigger) and (him := nearest_man(scene, trigger.phrase, word)) is not None:
        trigger.slots["gen"] = [[him]]  # `محاسبة الرئيس بسبب لقائه بالوزير`
    elif people and trigger.pronoun and (him := whom_told_of(scene, trigger)) is not None:
        trigger.slots["gen"] = [[him]]


def _told_by(scene: Scene, trigger: Trigger, clause: Clause) -> bool:
    """Whether the subject of a clause only tells of a deed, or spreads it (`الأنباء التي نشرتها مواقع عن اعتقاله`)."""
    if reports(scene, clause.subject[0], scene.phrases[trigger.phrase]):
        return True
    news = clause.antecedent[-1] if clause.antecedent else None
    return news is not None and not news.person and scene.phrases[trigger.phrase].prep in ABOUT


def _meets(trigger: Trigger) -> bool:
    """Whether a noun may tell of a meeting or a visit."""
    return any(s.type == "CONSULT" for s in trigger.senses)


def _are_people(phrase: Phrase) -> bool:
    """Whether a phrase can be more than one, and is no single thing."""
    return phrase.person or bool(phrase.mentions) or phrase.number not in ("sg", "")


def opened(scene: Scene, trigger: Trigger) -> Clause | None:
    """The clause that begins with a noun and its preposition, before its verb (`وخلال زيارة لتونس، قال الوزير`)."""
    k = trigger.phrase
    if trigger.clause is not None or scene.phrases[k].prep not in WHILE or any(c.index < k for c in scene.clauses):
        return None
    for j in range(k + 1, min(k + 10, len(scene.phrases))):
        clause = scene.by_phrase.get(j)
        if clause is not None:
            told = clause.verb is not None and clause.verb.voice != "passive"
            return clause if told and clause.subject and clause.subject[0].person else None
        if scene.phrases[j].kind not in ("np", "adv", "comma", "quote"):
            return None
    return None
