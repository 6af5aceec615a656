"""Whose voice tells an event: the reporter's, where somebody acts by speaking, else that of whoever is cited."""

from __future__ import annotations

from khabar.events.draft import Draft
from khabar.events.scene import Scene
from khabar.events.types import FORCE, SPOKEN
from khabar.lexicon.words import word_list
from khabar.records import IRREALIS, Attribution, Auxiliary, SourceKind, Span, Stance
from khabar.sources.extent import EVENT_STANCE
from khabar.sources.presupposed import is_presupposed, is_refusal
from khabar.sources.tying import is_uttered


def own_act(attribution: Attribution, draft: Draft) -> bool:
    """Whether a speech act is the speaker's own: what he does by speaking nobody else tells of him.

    `أقر الناطق بذلك، معتذرا للضحايا`; `رحبت الهند على لسان المتحدثة`.
    """
    clause = draft.trigger.clause
    if attribution.cue is not None and attribution.cue.overlaps(draft.span) and attribution.scope == attribution.cue:
        return True  # `القانون رفضته الحكومة`
    if any(done(attribution, draft) for done in (_announces, _states, _will_do, _is_known)):
        return True
    if draft.sense.type not in SPOKEN or clause is None or clause.verb is None:
        return False
    if _tells_of_own(attribution, draft):
        return True
    speakers = {s.mention.span for s in attribution.chain if s.mention is not None}
    participle = clause.verb.tense == "participle" and any(m.span in speakers for m in draft.actors)
    return participle or (attribution.cue_text or "").endswith("لسان")


def _tells_of_own(attribution: Attribution, draft: Draft) -> bool:
    """Whether words beside a deed of speech cite who did it, or the document in which he did (`دعا الاتحاد إلى الهدوء،
    بحسب بيان له`): that is how he spoke, and nobody who tells of it.
    """
    cue = attribution.cue
    beside = cue is not None and attribution.scope.contains(cue) and draft.span.start < cue.start
    if not beside or not draft.actors or not attribution.chain:
        return False
    others = [s for s in attribution.chain if s.kind is not SourceKind.DOCUMENT]
    return not others or (len(others) == 1 and _is_own(attribution, draft))


_PLANS = frozenset({"AGREE", "CONCEDE", "COOPERATE", "PROTEST", "REJECT", "RETREAT", "SANCTION", "SUPPORT"})
"""Types of what somebody does already by saying that he will, or will not."""


def _will_do(attribution: Attribution, draft: Draft) -> bool:
    """Whether a speaker says what he himself will do or not do: the voice is the reporter's (`أعلنت أنها ستعلق`)."""
    plan = Auxiliary.FUTURE in draft.auxiliary or (draft.type == "REJECT" and draft.sense.type != "REJECT")
    if draft.type not in _PLANS or not plan or attribution.stance not in (Stance.ASSERTS, Stance.CONFIRMS):
        return False
    return attribution.rule.startswith(("verb", "quotation")) and _is_own(attribution, draft)


_DONE_BY_SPEAKING = frozenset({Stance.ASKS, Stance.PROMISES, Stance.CONFIRMS})
_PRAISING = word_list(__name__, "praising")


def _is_known(attribution: Attribution, draft: Draft) -> bool:
    """Whether words of a demand, consent, refusal or praise only say which thing is meant by what was done before.

    `طالب بتجميد اتفاقية أبرمتها الحكومة`, `شكرت الحكومة التي مولت العملية`: that it was done the reporter tells.
    """
    clause, scene = draft.trigger.clause, draft.scene
    acts = attribution.stance in _DONE_BY_SPEAKING or attribution.rule in _PRAISING or is_refusal(attribution)
    if clause is None or not clause.antecedent or not acts or not attribution.rule.startswith("verb"):
        return False
    first = scene.words_at(Span(attribution.scope.start, attribution.scope.start + 1))[0]
    return first.kind != "comp" and not IRREALIS & set(draft.auxiliary)


def _is_own(attribution: Attribution, draft: Draft) -> bool:
    """Whether the last source of a statement is who acts in an event."""
    mention = attribution.chain[-1].mention if attribution.chain else None
    if mention is None:
        return False
    return any(m.span == mention.span or (m.actor is not None and m.actor == mention.actor) for m in draft.actors)


_FACTS = frozenset({"arrest", "seize", "release"})
"""Modes of deeds that are not done by announcing them."""


def _announces(attribution: Attribution, draft: Draft) -> bool:
    """Whether somebody does a thing by saying so (`أعلنت الوزارة تعليق مساعداتها`), in the reporter's voice."""
    clause, support = draft.trigger.clause, draft.trigger.support
    if clause is None or support is None or support.subject != "actor" or support.effect in ("claimed", "admitted"):
        return False
    if support.effect == "announced":
        told = draft.type == "ASSAULT" or not _FACTS.isdisjoint(draft.modes)
        speakers = {draft.scene.mention(p).span for p in clause.subject}
        if told or not any(m.span in speakers for m in draft.actors):
            return False  # `أعلن الجيش قصف البلدة`: a report of what was done already
    head = draft.scene.phrases[clause.index].head
    word = draft.scene.words[head]
    return attribution.cue is not None and attribution.cue.contains(Span(word.start, word.end))


_STATED = frozenset({"SANCTION", "REJECT", "SUPPORT", "AGREE", "CONCEDE"})
"""Types of what is done by saying so."""


def _states(attribution: Attribution, draft: Draft) -> bool:
    """Whether somebody confirms by a noun what he does himself by saying so (`مؤكدة استدعاء سفيرها`)."""
    named = draft.trigger.kind == "noun" and attribution.scope.start == draft.span.start
    plain = attribution.stance in (Stance.ASSERTS, Stance.CONFIRMS) and attribution.rule.startswith("verb")
    return named and plain and draft.type in _STATED and _is_own(attribution, draft)


def is_granted(attribution: Attribution, draft: Draft) -> bool:
    """Whether a denial that holds a draft does not deny it: an accusation was made, what is presupposed was so."""
    if attribution.stance is not Stance.DENIES:
        return False
    uttered = is_uttered(attribution, draft.type, draft.span, draft.scene)
    return uttered or is_presupposed(draft.span, draft.actors, attribution, draft.scene)


def says_undone(nearest: Attribution, draft: Draft) -> bool:
    """Whether a state, its forces or a court say that force was not used, by a verb of being done.

    `الجيش: لم يتم إطلاق النار على المتظاهرين`, `قال المحافظ إنه لم يجر اعتقال أي صحفي`.
    """
    clause, support = draft.trigger.clause, draft.trigger.support
    if draft.type not in FORCE or support is None or clause is None or clause.verb is None:
        return False
    if clause.verb.verb.lemma not in _BEING_DONE or draft.scene.phrases[clause.index].negated != "لم":
        return False
    state = any(s.mention is not None and _AUTHORITY & set(s.mention.sectors) for s in nearest.chain)
    return state and nearest.stance in (Stance.ASSERTS, Stance.CONFIRMS)


_AUTHORITY = frozenset({"GOV", "MIL", "COP", "JUD", "SPY"})
_BEING_DONE = word_list(__name__, "being_done")


def stance_of(nearest: Attribution | None, draft: Draft) -> Stance:
    """How the source of an event stands to it: who demands or threatens in his own words asks or warns."""
    if nearest is None:
        return Stance.ASSERTS
    uttered = draft.type in ("REQUEST", "THREATEN") and Auxiliary.NEGATION not in draft.auxiliary
    spoken = EVENT_STANCE[draft.type] if uttered else None
    if spoken is not None and _is_own(nearest, draft):
        return spoken
    plain = nearest.stance is Stance.ASSERTS and Auxiliary.NEGATION not in draft.auxiliary
    return Stance.DOUBTS if plain and _is_kept_from(nearest, draft.scene) else nearest.stance


def _is_kept_from(attribution: Attribution, scene: Scene) -> bool:
    """Whether the reporter keeps away from what is told (`زعم الجيش أن`, `يقال إن`, `تردد أن`).

    What is thought of somebody or something leaves the rest as it is (`طائرات يعتقد أنها أجنبية قصفت`).
    """
    nobodys = all(s.mention is None for s in attribution.chain)
    if attribution.rule in _CLAIMING or attribution.cue is None or not nobodys:
        return attribution.rule in _CLAIMING
    cue = attribution.cue.start
    at = next((k for k, p in enumerate(scene.phrases) if scene.span(p).end > cue), 0)
    before = scene.phrases[at - 1] if at > 0 else None
    behind = scene.phrases[at + 1] if at + 1 < len(scene.phrases) else None
    pronoun = behind is not None and behind.kind == "comp" and bool(behind.suffix)
    told = before is not None and before.kind == "np" and (pronoun or not before.prep)
    return attribution.rule in _HEARSAY and not (told and not scene.phrases[at].conj)


_CLAIMING = word_list(__name__, "claiming")
_HEARSAY = word_list(__name__, "hearsay")
