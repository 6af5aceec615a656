"""Who does or suffers what a noun names, told by a noun or participle before it: `قيام مسلح بخطف`, `المتهمين بقتل`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from khabar.events.able import can_speak
from khabar.events.lexicon import noun_keys
from khabar.events.moods import moods
from khabar.events.scene import Scene
from khabar.events.trigger import Group, Trigger
from khabar.lexicon.words import word_list
from khabar.records import Mention, MentionKind
from khabar.text.characters import squeeze
from khabar.text.clauses import Clause
from khabar.text.particles import particles
from khabar.text.phrases import Phrase

if TYPE_CHECKING:
    from khabar.events.draft import Draft


def exposed(scene: Scene, trigger: Trigger) -> None:
    """`تعرض القافلة لهجوم`, with a verbal noun: its genitive is whom the event was done to."""
    phrase = scene.phrases[trigger.phrase]
    if phrase.prep not in ("ل", "الي") or trigger.slots.keys() & {"gen", "علي"}:
        return
    for other in reversed(scene.phrases[max(trigger.phrase - 4, 0) : trigger.phrase]):
        if other.kind == "np" and scene.words[other.inner].bare == "تعرض" and other.end > other.inner + 1:
            # It plays the part of whom the noun's own frame names first.
            slot = next((r[0] for s in trigger.senses if (r := s.frame.get("recipient"))), "gen")
            trigger.slots[slot] = [[scene.phrase(other.inner + 1, other.end)]]
            return


def undertaken(scene: Scene, trigger: Trigger) -> None:
    """`قيام مسلحين بخطف مهندس`: the genitive of a verbal noun of doing is who does what the noun names.

    So are those accused of it (`المتهمين بقتل تاجر`). Not where the noun only takes up what was told (`تورط عناصر في
    التفجير`).
    """
    phrase = scene.phrases[trigger.phrase]
    if (doer := _carried_out_by(scene, trigger.phrase)) is not None:
        trigger.slots.setdefault("agent", []).append([doer])
        return
    lone = scene.words[trigger.words[0]].definite and not trigger.slots.keys() & {"gen", "علي", "ل", "مع"}
    done = scene.words[phrase.inner].bare in _DONE  # `قيام الطيران بتنفيذ أي غارة`
    if not phrase.prep or not (done or trigger.words[0] == phrase.inner) or lone:
        return
    doer = _accused_of(scene, trigger.phrase) or _charged_with(scene, trigger.phrase)
    if accused := doer or _kept_from(scene, trigger.phrase):
        trigger.slots.setdefault("agent", []).append([accused])
        return
    for other in reversed(scene.phrases[max(trigger.phrase - 4, 0) : trigger.phrase]):
        if other.kind not in ("np", "adv", "quote"):
            return
        if other.kind == "np" and f"{scene.words[other.inner].bare} {phrase.prep}" in particles().doings:
            if other.end > other.inner + 1:
                trigger.slots.setdefault("agent", []).append([scene.phrase(other.inner + 1, other.end)])
            return


_DONE = word_list(__name__, "done")


def _carried_out_by(scene: Scene, k: int) -> Phrase | None:
    """Who does what phrase `k` names as the object of a verbal noun (`بتنفيذ النظام عشرات الغارات`), or None."""
    before = scene.phrases[k - 1] if k > 0 else scene.phrases[k]
    if scene.phrases[k].prep or scene.phrases[k].conj or before.kind != "np" or before.end != scene.phrases[k].start:
        return None
    if scene.words[before.inner].bare not in _DONE or before.end == before.inner + 1:
        return None
    doer = scene.phrase(before.inner + 1, before.end)
    return doer if doer.person or doer.definite else None


def _accused_of(scene: Scene, k: int) -> Phrase | None:
    """Who is said right before phrase `k` to be accused of it (`المتهمين بقتل تاجر`, `الحارس المتهم بقتل`), or None."""
    before, phrase = scene.phrases[k - 1] if k > 0 else scene.phrases[k], scene.phrases[k]
    if before.kind != "np" or before.end != phrase.start or before.suffix:
        return None
    last = before.end - 1
    if all(f"{key} {phrase.prep}" not in particles().charged for key in noun_keys(scene.words[last].bare)):
        return None
    ahead = next((p for p in reversed(scene.phrases[: k - 1]) if p.kind != "quote"), before)
    if not scene.words[last].definite:
        # `بسجن شاب متهم باختراق`, `بحق شاب "عبقري" متهم`
        noun = ahead if before.inner == last and ahead.kind == "np" and before.start == ahead.end else before
        inside = (scene.phrase(i, min(noun.end, last)) for i in range(noun.inner, min(noun.end, last)))
        if (one := next((p for p in inside if p.person and not p.definite), None)) is not None:
            return one
        # `كان الزعيم متورطا في اعتداءات`: of whom it is said.
        told = next((c for c in reversed(scene.clauses) if c.index < k and c.subject), None)
        return told.subject[0] if told is not None and told.subject[0].person else None
    if before.inner == last and (apart := _set_apart(scene, k - 1)) is not None:
        return apart
    if before.inner == last and ahead.kind == "np" and before.start - ahead.end <= 1 and ahead.person:
        return ahead
    return before if before.person and before.head != last else scene.phrase(last, before.end)


def _set_apart(scene: Scene, k: int) -> Phrase | None:
    """Of whom a participle behind a comma tells, past where they are (`المتمردين في الشمال، المتهمين بخطف`)."""
    if k < 2 or scene.phrases[k - 1].kind != "comma":
        return None
    for before in reversed(scene.phrases[max(k - 4, 0) : k - 1]):
        if before.kind != "np" or before.suffix:
            return None
        if before.person:
            return before if before.definite else None
        if not before.prep:
            return None
    return None


def _kept_from(scene: Scene, k: int) -> Phrase | None:
    """Who is kept from the deed that phrase `k` names (`لمنع المتمردين من اقتحام البلدة`), or None."""
    before = scene.phrases[k - 1]
    if k == 0 or scene.phrases[k].prep != "من" or before.kind != "np" or before.suffix:
        return None
    if scene.words[before.inner].bare == "منع" and before.end > before.inner + 1:
        owner = scene.phrase(before.inner + 1, before.end)
        return owner if owner.person else None
    clause = next((c for c in scene.clauses if any(p is before for g in c.objects for p in g)), None)
    kept = clause is not None and clause.verb is not None and clause.verb.verb.lemma == "منع"
    return before if kept and before.person else None


def _charged_with(scene: Scene, k: int) -> Phrase | None:
    """Against whom a charge is made whose content phrase `k` is.

    `اتهامات وجهتها المنظمة إلى الجيش بقتل مدنيين`, `متهمة الحكومة بتمويل متشددين`.
    """
    before, phrase = scene.phrases[k - 1], scene.phrases[k]
    if k > 1 and phrase.prep == "ب" and not before.prep and scene.words[before.start - 1].bare in _ACCUSING:
        return before if before.kind == "np" and (before.person or scene.is_state(before)) else None
    if phrase.prep == "ب" and (denier := _denying_charge(scene, k)) is not None:
        return denier
    if k < 2 or phrase.prep != "ب" or before.prep not in ("الي", "ل", "ضد") or not before.person:
        return None
    told = [scene.words[p.inner].bare for p in scene.phrases[max(k - _REACH, 0) : k - 1] if p.kind == "np"]
    return before if scene.classes["accusations"].intersection(told) else None


def _denying_charge(scene: Scene, k: int) -> Phrase | None:
    """Who denies the charge whose content phrase `k` is (`نفت كيغالي اتهامات كينشاسا بدعم متمردين`), or None."""
    for j in range(k - 1, max(k - 3, -1), -1):
        charge = scene.phrases[j]
        if charge.kind != "np" or (charge.prep and not charge.suffix):
            return None
        if scene.words[charge.inner].bare in scene.classes["accusations"]:
            over = (c for c in scene.clauses if any(p is charge for group in c.objects for p in group))
            return next((d for c in over if (d := denier(scene, c)) is not None), None)
    return None


def denies(clause: Clause) -> bool:
    """Whether the verb of a clause denies or refuses something."""
    verb = clause.verb
    return verb is not None and squeeze(verb.verb.lemma) in moods().verbs["negation"] | {"رفض"}


def denier(scene: Scene, clause: Clause) -> Phrase | None:
    """The body or state that a verb has deny something of itself; who speaks for others is not meant."""
    if not denies(clause) or not clause.subject:
        return None
    subject = clause.subject[0]
    body = scene.mention(subject).kind in (MentionKind.GROUP, MentionKind.PLACE) or scene.is_state(subject)
    return subject if body and can_speak(scene, subject) else None


_ACCUSING = word_list(__name__, "accusing")
_REACH = 6
"""Phrases from a charge to what it is of."""


def done_to_topic(scene: Scene, k: int) -> Clause | None:
    """The clause that tells of phrase `k`, first in its sentence, by a pronoun, or None (`إن الهجوم نفذه مسلحون`)."""
    phrase = scene.phrases[k]
    opened = k == 0 or scene.phrases[k - 1].kind in ("comp", "link", "stop")
    if not phrase.definite or phrase.prep or phrase.suffix or not opened:
        return None
    j = k + 1
    if j < len(scene.phrases) and scene.phrases[j].kind == "rel" and (told := scene.by_phrase.get(j + 1)) is not None:
        j = told.stop  # `الهجوم الذي تعرض له المعسكر نفذه مسلحون`
    while j < len(scene.phrases) and (scene.phrases[j].kind == "adv" or scene.phrases[j].prep):
        j += 1
    clause = scene.by_phrase.get(j)
    if clause is None or clause.verb is None or scene.phrases[j].conj or not clause.subject or clause.agent:
        return None
    feminine = phrase.gender == "f" or phrase.number == "pl"
    return clause if clause.verb.suffix == ("ها" if feminine else "ه") and clause.subject[0] is not phrase else None


def held_by(scene: Scene, k: int) -> Phrase | None:
    """The noun of doing under whose preposition phrase `k` stands, or None.

    `قررت الدخول في اعتصام`, `قيام مسلحين، أمس، بخطف تاجر وإحراق متجره`: days, places and owners may stand between.
    """
    while k > 1 and scene.phrases[k].conj and not scene.phrases[k].prep:
        if (deed := _deed_before(scene, k)) is None:
            break
        k = deed
    phrase = scene.phrases[k]
    if not phrase.prep or phrase.conj:
        return None
    for j in range(k - 1, max(k - 6, -1), -1):
        before = scene.phrases[j]
        if before.kind == "np":
            keys = noun_keys(scene.words[before.inner].bare)
            if any(f"{key} {phrase.prep}" in particles().doings for key in keys):
                return before
        if before.kind not in ("np", "adv", "comma"):
            return None
    return None


def _deed_before(scene: Scene, k: int) -> int | None:
    """The phrase of the deed to which `و` joins the deed at phrase `k`, or None (`باقتحام المقر، واعتقال موظفيه`)."""
    for j in range(k - 1, max(k - 5, -1), -1):
        if scene.phrases[j].kind not in ("np", "adv", "comma"):
            return None
        if scene.phrases[j].head in scene.event_words or scene.phrases[j].inner in scene.event_words:
            return j
    return None


def senders(draft: Draft, slots: Mapping[str, Sequence[Group]]) -> list[Mention]:
    """Who sends what arrives: the aircraft, ship or convoy told of with its nation (`وصلت طائرة مساعدات قطرية`)."""
    frame, scene = draft.sense.frame, draft.scene
    told = {*frame.get("actor", ()), *frame.get("recipient", ())}
    if draft.type != "AID" or draft.actors or draft.trigger.kind != "verb" or "subj" in told or "subj" not in slots:
        return []
    phrase = slots["subj"][0][0]
    carriers = scene.classes["machines"] | _CONVOYS
    found = scene.mention(phrase) if {*noun_keys(scene.words[phrase.head].bare)} & carriers else None
    return [found] if found is not None and found.country is not None else []


_CONVOYS = word_list(__name__, "convoys")
