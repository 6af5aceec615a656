"""What a speaker says of himself: the first person is he, what he rules out is refused, harm he will do a threat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khabar.events.types import SPOKEN
from khabar.lexicon.words import word_list
from khabar.records import Attribution, Auxiliary, MentionKind
from khabar.text.characters import squeeze

if TYPE_CHECKING:
    from khabar.events.draft import Draft
    from khabar.events.scene import Scene
    from khabar.sources.find import Sourcing
    from khabar.text.clauses import Clause

SPEAKERS = frozenset({MentionKind.PERSON, MentionKind.OFFICE, MentionKind.GROUP, MentionKind.UNNAMED})


def in_first_person(draft: Draft) -> bool:
    """Whether a verb says what `we` or `I` do (`نطالب الحكومة`, `سنضرب`)."""
    clause = draft.trigger.clause
    verb = clause.verb if clause is not None and draft.trigger.kind == "verb" else None
    if verb is None or not verb.person.startswith("1") or draft.passive:
        return False
    # `كان سجنا`: behind a ن of its own a past of `we` is spelled like a noun in the accusative.
    return verb.tense != "past" or not squeeze(verb.verb.lemma).endswith("ن")


def speak_on(draft: Draft, sourcing: Sourcing) -> None:
    """Whose a speech act is where its verb is the cue of somebody told of before (`كما دعا الحكومة إلى التسريع`)."""
    clause = draft.trigger.clause
    verb = clause.verb if clause is not None and draft.trigger.kind == "verb" else None
    if draft.type not in SPOKEN or draft.actors or verb is None or draft.passive or not verb.person.startswith("3"):
        return
    told = next((a for a in sourcing.attributions if a.cue is not None and a.cue.overlaps(draft.span)), None)
    told = told or _said_before(draft, sourcing)
    mentions = [s.mention for s in told.chain if s.mention is not None] if told is not None else []
    somebody = [m for m in mentions if m.kind in _NAMED and all(m.span != r.span for r in draft.recipients)]
    many = verb.person == "3mp" or (verb.tense == "participle" and draft.span.of(draft.scene.text).endswith("ين"))
    if somebody and not (many and somebody[-1].kind is not MentionKind.GROUP):
        draft.actors = [somebody[-1]]
        draft.proved.append("actor is who speaks")


_NAMED = frozenset({MentionKind.PERSON, MentionKind.OFFICE, MentionKind.GROUP})


def _said_before(draft: Draft, sourcing: Sourcing) -> Attribution | None:
    """The statement of the sentence before whose speaker a verb that opens a sentence goes on with (`ودعا الأهالي`).

    Only a man or an office goes on so with a masculine verb, and nobody who is only told of by others.
    """
    scene, clause = draft.scene, draft.trigger.clause
    if clause is None or clause.verb is None or scene.clauses[0] is not clause or clause.verb.person != "3ms":
        return None
    start, text = scene.sentence.span.start, draft.scene.text
    said = [a for a in sourcing.attributions if a.cue is not None and a.cue.end <= start and a.inside is None]
    last = max(said, key=lambda a: a.cue.start if a.cue else 0, default=None)
    if last is None or text[last.scope.end : start].strip(' .\n»"”') or not last.chain:
        return None
    speaker = last.chain[-1].mention
    if speaker is None or speaker.kind not in (MentionKind.PERSON, MentionKind.OFFICE):
        return None
    return None if squeeze(speaker.text.split()[0]).endswith("ه") else last


def speak_for_oneself(draft: Draft, sourcing: Sourcing) -> None:
    """Let who says the sentence act where its verb is in the first person."""
    slots = (*draft.sense.frame.get("actor", ()), *draft.sense.frame.get("both", ()))
    if not in_first_person(draft) or "subj" not in slots or "subj" in draft.slots:
        return
    over = [a for a in sourcing.attributions if a.cue is not None and a.scope.contains(draft.span)]
    for told in sorted(over, key=lambda a: len(a.scope)):
        named = [s.mention for s in told.chain if s.mention is not None]
        found = [m for m in named if m.kind in SPEAKERS or told.rule == "colon"]
        if found and all(m.span != found[-1].span for m in draft.recipients):
            others = [m for m in draft.actors if m.span != found[-1].span]
            draft.actors = [found[-1], *others]
            draft.proved.append("the first person is who speaks")
            return


def is_nobodys(draft: Draft) -> bool:
    """Whether a verb in the first person was left without anybody; thanks also without whom they are for.

    Of `I` somebody must be known to speak; `we` may go to those it is said to (`نطالب الحكومة`).
    """
    if not in_first_person(draft):
        return False
    clause = draft.trigger.clause
    alone = clause is not None and clause.verb is not None and clause.verb.person == "1s"
    if not draft.actors and alone and draft.scene.report:
        return True
    if draft.recipients or draft.size:
        return False
    return not draft.actors or draft.type == "SUPPORT"


def is_interview(draft: Draft) -> bool:
    """Whether a talk is one with an outlet, which is how somebody spoke, and no meeting (`في اتصال مع فرانس برس`)."""
    if draft.type != "CONSULT" or "visit" in draft.modes:
        return False
    those = (*draft.actors, *draft.recipients)
    return any(m.kind is MentionKind.GROUP and m.name is not None and set(m.sectors) == {"JRN"} for m in those)


_REFUSED = {
    "CONSULT": "meet",
    "AGREE": "",
    "SUPPORT": "",
    "COOPERATE": "assist",
    "AID": "assist",
    "RETREAT": "yield",
    "CONCEDE": "yield",
}
"""What is refused in words that rule out an event of a type: the mode of the REJECT."""
_THREATENED = {
    "ASSAULT": "violence",
    "SANCTION": "relations",
    "COERCE": "restrict",
    "MOBILIZE": "violence",
    "PROTEST": "relations",
}
"""What is threatened in words that promise an event of a type: the mode of the THREATEN."""
_CLOSER = {"arrest": "arrest", "deport": "expel", "seize": "territory", "convict": "arrest", "expel": "expel"}
_UNLESS = word_list(__name__, "unless")


def reduce_spoken(draft: Draft) -> None:
    """Make of what a speaker says he will not do a REJECT, of the harm he says he will do a THREATEN."""
    clause, scene = draft.trigger.clause, draft.scene
    if draft.trigger.kind != "verb" or clause is None or clause.verb is None or draft.passive:
        return
    if draft.type in ("THREATEN", "REJECT") and any(c.slot == "form" for c in draft.sense.when):
        refused = any(c.slot == "form" and "refused" in (c.words or ()) for c in draft.sense.when)
        uttered = {Auxiliary.FUTURE, Auxiliary.NEGATION} if refused else {Auxiliary.FUTURE}
        draft.auxiliary = [a for a in draft.auxiliary if a not in uttered]  # the threat itself has been uttered
        return
    moods, first = set(draft.auxiliary), in_first_person(draft)
    if not (first or (draft.actors and _is_told(scene, clause))):
        return
    if draft.type in _REFUSED and Auxiliary.NEGATION in moods and scene.phrases[clause.index].negated == "لن":
        mode = _REFUSED[draft.type]
        draft.proved.append(f"a {draft.type} that the speaker rules out is REJECT")
        draft.type, draft.modes = "REJECT", [mode] if mode else []
        if "both" in draft.sense.frame and "subj" in draft.slots:
            draft.actors, draft.recipients = draft.actors[:1], [*draft.recipients, *draft.actors[1:]]
        elif "both" in draft.sense.frame:
            draft.actors, draft.recipients = [], [*draft.recipients, *draft.actors]
    elif draft.type in _THREATENED and clause.verb.future and Auxiliary.NEGATION not in moods:
        if not _depends(scene, clause) and not (first and draft.type in ("ASSAULT", "SANCTION")):
            return
        mode = next((_CLOSER[m] for m in draft.modes if m in _CLOSER), _THREATENED[draft.type])
        draft.proved.append(f"a {draft.type} that the speaker will do is THREATEN")
        draft.type, draft.modes = "THREATEN", [mode]
    else:
        return
    draft.auxiliary = [a for a in draft.auxiliary if a is Auxiliary.HISTORICAL]


_WAITED_FOR = frozenset({"RETREAT", "CONCEDE", "ACCUSE", "AGREE"})


def is_condition(draft: Draft) -> bool:
    """Whether a verb only tells what somebody else's act waits for (`سنضرب حتى يستقيل`, `ما لم ينسحبوا`)."""
    clause, scene = draft.trigger.clause, draft.scene
    verb = clause.verb if clause is not None and draft.trigger.kind == "verb" else None
    if draft.type not in _WAITED_FOR or clause is None or verb is None or verb.tense not in ("present", "jussive"):
        return False
    start = scene.phrases[clause.index].start
    before = [w.norm.removeprefix("و") for w in scene.words[max(start - 2, 0) : start + 1]]
    pairs = {" ".join(before[i : i + 2]) for i in range(len(before) - 1)}
    return bool({"ما لم", "ان لم", "اذا لم", "الي ان", "ريثما"} & pairs) or (before[-2:-1] == ["حتي"])


def _is_told(scene: Scene, clause: Clause) -> bool:
    """Whether a clause stands under a verb of saying, right behind its `أن` (`قال إن بلاده لن تتفاوض`)."""
    return any(
        c.verb is not None
        and c.verb.verb.says
        and c.comp is not None
        and c.comp[0] <= clause.index < c.comp[1]
        for c in scene.clauses
    )


def _depends(scene: Scene, clause: Clause) -> bool:
    """Whether what a clause tells depends on something (`ستعود إلى الشارع إذا لم`)."""
    end = scene.phrases[min(clause.stop, len(scene.phrases) - 1)].start + 3
    norms = [w.norm for w in scene.words[scene.phrases[clause.index].start : end]]
    pairs = {" ".join(norms[i : i + 2]) for i in range(len(norms) - 1)}
    return bool(_UNLESS & {*norms, *pairs})
