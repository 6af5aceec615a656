"""What a support verb lends the event of its noun: its subject (`شن الجيش غارة`, `لقي القرار إشادة`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khabar.events.announced import is_own_deed
from khabar.events.lexicon import Support, noun_keys
from khabar.events.participants import whose_matter
from khabar.events.scene import Scene
from khabar.events.things import names_nobody
from khabar.events.types import FORCE, SPOKEN
from khabar.lexicon.words import word_list
from khabar.text.clauses import Clause
from khabar.text.phrases import Phrase
from khabar.text.wordlist import VERBAL_NOUN

if TYPE_CHECKING:
    from khabar.events.draft import Draft

_CALLS = word_list(__name__, "calls")
_MATTERS = ("documents", "proposals", "agreements", "policies", "works", "deeds")
"""Classes of what people say or plan."""
_WEIGHING = word_list(__name__, "weighing")


def lend_subject(draft: Draft, support: Support, clause: Clause, used: set[str]) -> None:
    """A support verb's subject is what the lexicon says it is to the noun's event."""
    target = {"actor": draft.actors, "recipient": draft.recipients, "both": draft.actors}
    role = support.subject
    if support.effect == "claimed" and draft.scene.phrases[clause.index].negated:
        return
    if _is_accused(draft, support, clause, used):
        draft.recipients.clear()
    if not clause.subject or role not in target or (role == "recipient" and draft.recipients):
        return
    somebody = [p for p in clause.subject if not names_nobody(draft.scene, p)]
    able = [p for p in somebody if draft.type not in FORCE or _has_hands(draft.scene, p)]
    mentions = [draft.scene.mention(p) for p in (able if role == "actor" else somebody)]
    if role == "recipient" and draft.type in SPOKEN and _is_matter(draft.scene, clause.subject[0]):
        whose = whose_matter(draft, clause.subject[0], opposed=False)  # `لقي القرار إشادة`: what, and not who
        mentions = [whose] if whose is not None else []
    if not mentions:
        return
    if support.effect == "admitted" and draft.actors:
        return
    if support.effect == "announced" and (draft.actors or not is_own_deed(draft, mentions)):
        return
    if role == "actor" and draft.actors and _says_who(draft, support, used):
        return
    if role == "actor" and draft.type == "RETREAT" and draft.actors and "بين" in used:
        return  # `فرض الجيران هدنة بين قبيلتين`
    calls = draft.type == "REQUEST" and draft.scene.words[draft.trigger.words[0]].bare in _CALLS
    if role == "actor" and calls and "gen" in used and not draft.recipients:
        draft.recipients.extend(draft.actors)  # `كرر المفتي دعوة العشائر إلى المصالحة`
    if role == "actor" and "visit" in draft.modes and not draft.recipients:
        draft.recipients.extend(draft.actors)  # `يعتزم الوزير زيارة القاهرة`: the genitive is where he goes
    kept = [] if role == "actor" and "both" not in draft.sense.frame else target[role]
    target[role][:] = [*(m for m in mentions if all(m.span != t.span for t in kept)), *kept]
    draft.proved.append(f"subject of {support.lemma} is {role}")


def _is_accused(draft: Draft, support: Support, clause: Clause, used: set[str]) -> bool:
    """Whether somebody faces a charge, so that `ل` in it says whom he has offended (`يواجه تهمة الإساءة للملك`)."""
    charge = support.lemma == "واجه" and draft.type == "ACCUSE" and {"gen", "ل"} & used
    return bool(charge) and bool(clause.subject) and clause.subject[0].person


def _says_who(draft: Draft, support: Support, used: set[str]) -> bool:
    """Whether what stands behind a noun does it, and not the subject of its verb, who gets, weighs or tells it.

    `درس الطرفان عرضا من سويسرا`, `تدرس الحكومة عرض النرويج`, `كرر المبعوث التزام بلاده`.
    """
    offered = support.lemma in _WEIGHING and ("من" in used or ("gen" in used and draft.type == "AGREE"))
    return offered or ("gen" in used and draft.actors[0].text in ("بلاده", "بلادها", "بلادهم"))


def _is_matter(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase names what somebody said, did or plans, and nobody."""
    head = scene.words[phrase.head]
    told = scene.is_one_of(head, _MATTERS) or VERBAL_NOUN.match(head.bare) is not None
    return told and not phrase.person and scene.atoms[phrase.head] < 0


def _has_hands(scene: Scene, phrase: Phrase) -> bool:
    """Whether a subject can use force: people, a group, a machine, and not what is only said or known."""
    armed = scene.classes["machines"] | scene.classes["forces"] | scene.classes["weapons"]
    words = scene.words[phrase.inner : phrase.end]
    if phrase.person or phrase.mentions or any({*noun_keys(w.bare)} & armed for w in words):
        return True
    # Information, reports, plans.
    return scene.words[phrase.head].bare not in ("معلومات", "معلومه", "تقارير", "خطه", "مخطط")
