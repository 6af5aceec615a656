"""What the verb right before a verb says of its deed: `كادت تعتقل`, `لم تكن قد اعتقلت`, `كانت ستعتقل`, `يعتزم فرض`."""

from __future__ import annotations

from khabar.events.coming import day_to_come
from khabar.events.draft import Draft
from khabar.events.lexicon import noun_keys
from khabar.events.moods import moods
from khabar.events.scene import Scene
from khabar.events.types import FORCE
from khabar.lexicon.words import word_list
from khabar.records import Auxiliary
from khabar.text.agreement import is_kana
from khabar.text.characters import squeeze
from khabar.text.clauses import Clause
from khabar.text.phrases import Phrase

_NEARLY = word_list(__name__, "nearly")
_WEIGHING = word_list(__name__, "weighing")
_INSTEAD = word_list(__name__, "instead")
_NEARING = word_list(__name__, "nearing")
_ESCAPING = word_list(__name__, "escaping")
_ESCAPES = word_list(__name__, "escapes")
_LATER = word_list(__name__, "later")
_CONSENTING = word_list(__name__, "consenting")
_CONSENTED = word_list(__name__, "consented")
_STOPPING = word_list(__name__, "stopping")
_SURVIVING = word_list(__name__, "surviving")
_UNDENIED = word_list(__name__, "undenied")
_BEFORE = "قبل"
_MEASURES = FORCE | {"SANCTION"}
_PLANNED = (Auxiliary.FUTURE, Auxiliary.HYPOTHETICAL)


def with_helper(scene: Scene, clause: Clause, found: set[Auxiliary]) -> set[Auxiliary]:
    """The moods `found` of a verb with what the verb that it completes makes of them.

    What nearly happened (`كادت الشرطة تعتقل الصحفي`) or was going to (`كانت الشرطة ستعتقله`) did not; what had not
    been done (`لم تكن الشرطة قد اعتقلت أحدا`) is negated, and no background.
    """
    helper = scene.phrases[clause.opener] if clause.opener >= 0 else None
    if helper is None or helper.verb is None or clause.verb is None or scene.phrases[clause.index].conj:
        return found
    if is_kana(helper) and helper.negated not in ("", "لما"):
        return found | {Auxiliary.NEGATION} if clause.verb.tense in ("past", "present") else found
    if is_kana(helper) and helper.verb.tense == "past" and clause.verb.future and not day_to_come(scene, clause):
        return found - {Auxiliary.FUTURE} | {Auxiliary.HYPOTHETICAL}
    if clause.verb.tense == "present" and helper.verb.verb.lemma in _NEARLY:
        return found if is_barely(scene, helper) else found | {Auxiliary.HYPOTHETICAL}
    return found | _planned_by(scene, clause, helper)


def is_barely(scene: Scene, helper: Phrase) -> bool:
    """Whether a verb of nearly doing is negated, so that the deed was done (`ما كاد يصل حتى هاجمه`)."""
    before = scene.words[helper.start - 1].norm if helper.start > 0 else ""
    return bool(helper.negated) or before in ("ما", "وما", "فما")


def _planned_by(scene: Scene, clause: Clause, helper: Phrase) -> set[Auxiliary]:
    """What a verb of planning or weighing says of its object that looks like a verb (`يعتزم الاتحاد فرض عقوبات`)."""
    verb, told = helper.verb, next((c for c in scene.clauses if c.index == clause.opener), None)
    if verb is None or verb.tense != "present" or told is None or told.objects or told.comp is not None:
        return set()
    if clause.verb is None or clause.verb.tense != "past" or clause.subject is not told.subject:
        return set()
    lemma = squeeze(verb.verb.lemma)
    found = {mood for mood in _PLANNED if lemma in moods().verbs[mood.value]}
    return found | ({Auxiliary.HYPOTHETICAL} if verb.verb.lemma in _WEIGHING else set())


def is_escaped(scene: Scene, clause: Clause) -> bool:
    """Whether somebody got away before a deed could be done to him (`هرب الناشط قبل أن تعتقله الشرطة`).

    Where a time of its own is told with it, it was done after all (`هرب قبل أن تعتقله الشرطة بعد أيام`).
    """
    k = clause.opener
    if k < 1 or scene.phrases[k].kind != "comp" or scene.words[scene.phrases[k].start - 1].norm != _BEFORE:
        return False
    to_him = clause.verb is not None and bool(clause.verb.suffix)
    to_him = to_him or any(g[0].suffix for g in clause.preps.get("علي", ()))
    main = next((c for c in reversed(scene.clauses) if c.index < k and c.verb is not None), None)
    if not to_him or main is None or main.verb is None or scene.phrases[main.index].negated:
        return False
    behind = scene.words[scene.phrases[clause.index].end : scene.phrases[min(clause.stop, len(scene.phrases)) - 1].end]
    area = (behind[0].start, behind[-1].end) if behind else (0, 0)
    if any(w.norm in _LATER for w in behind) or any(area[0] <= t.span.start < area[1] for t in scene.times):
        return False
    told = scene.words[scene.phrases[main.index].end : scene.phrases[k].start]
    lemma = "هرب" if main.verb.verb.lemma == "هرّب" and not main.objects else main.verb.verb.lemma  # both look alike
    return lemma in _ESCAPING or any({*noun_keys(w.bare)} & _ESCAPES for w in told)


def brought_near(draft: Draft) -> set[Auxiliary]:
    """What a verb of coming near, consenting, talking over or stopping makes of what its noun names.

    `اقترب الطرفان من توقيع هدنة` and `صوت البرلمان على طرد السفير` are to come, `يناقش البرلمان طرد السفير` may be (but
    `ناقشا اعتقال الصحفي`), `أوقف القاضي ترحيل الأسرة` was not done.
    """
    trigger, scene = draft.trigger, draft.scene
    verb = trigger.clause.verb if trigger.clause is not None else None
    if verb is None or trigger.kind != "noun" or scene.words[trigger.words[0]].definite:
        return set()
    if trigger.slot == "من" and verb.verb.lemma in _NEARING and draft.type in ("AGREE", "SUPPORT"):
        return {Auxiliary.FUTURE}
    lemma = verb.verb.lemma
    if trigger.slot in _CONSENTED and lemma in _CONSENTING and draft.type in FORCE:
        return {Auxiliary.FUTURE}
    if trigger.slot == "obj" and lemma in _STOPPING and draft.type in _MEASURES:
        return {Auxiliary.NEGATION}
    measure = draft.type == "SANCTION" or (draft.type == "COERCE" and "arrest" not in draft.modes)
    weighed = trigger.slot == "obj" and lemma in _WEIGHING and trigger.support is None
    return {Auxiliary.HYPOTHETICAL} if measure and weighed else set()


def is_kept_up(draft: Draft) -> bool:
    """Whether a verb of leaving a deed undone is negated, so that it was done (`لم تتوقف الطائرات عن قصف المدينة`).

    So was what somebody did not survive (`لم ينج الوزير من الهجوم`).
    """
    trigger, scene = draft.trigger, draft.scene
    clause, support = trigger.clause, trigger.support
    if clause is None or support is None:
        return False
    undone = support.effect == "negation" and support.subject == "actor"
    return (undone or support.lemma in _SURVIVING) and scene.phrases[clause.index].negated in _UNDENIED


def is_instead(draft: Draft) -> bool:
    """Whether something else was done instead of a deed (`بدلا من اعتقال المهاجمين`, `بدل أن تعتقلهم الشرطة`)."""
    scene, trigger = draft.scene, draft.trigger
    first = scene.phrases[trigger.phrase].start
    if trigger.kind == "verb":
        clause = trigger.clause
        if clause is None or clause.opener < 0 or scene.phrases[clause.opener].kind != "comp":
            return False
        first = scene.phrases[clause.opener].start
    before = scene.words[max(first - 2, 0) : first + 1]
    return Auxiliary.NEGATION in draft.auxiliary and any(w.norm in _INSTEAD for w in before)
