"""Which events a denial is about: in its own words, told before it, or told after it by others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from itertools import pairwise

from khabar.events.lexicon import Sense, noun_keys
from khabar.events.scene import Scene
from khabar.events.types import SPOKEN
from khabar.lexicon.words import word_list
from khabar.records import Attribution, Auxiliary, Event, Mention, MentionKind, Span, Stance
from khabar.sources.contents import DISCLAIMING, of_a_part, takes_up
from khabar.sources.denying import BACK, Denying, is_told, spans_of, takes_part
from khabar.sources.elsewhere import is_of_occurrence, tells_its_own, told_elsewhere
from khabar.sources.presupposed import is_presupposed, is_refusal, of_a_charge
from khabar.sources.rebutted import rebutted_in
from khabar.sources.taken_up import charge_answered, events_taken_up, is_of_charge
from khabar.sources.tellers import by_tellers
from khabar.text.characters import squeeze
from khabar.text.words import Word


def denied_events(events: Sequence[Event], denying: Denying, mentions: Sequence[Mention]) -> list[int]:
    """The numbers of the events that a denial is about."""
    attribution, scene = denying.attribution, denying.scene
    if is_refusal(attribution) and not of_a_charge(attribution, scene):
        return []
    if attribution.cue is not None and attribution.cue.contains(attribution.scope):
        if attribution.rule in DISCLAIMING and (disclaimed := _disclaimed(events, denying)):
            return disclaimed
        if is_of_charge(denying):
            return []
        return by_tellers(events, denying, mentions) or events_taken_up(events, denying)
    own = tells_its_own(events, denying)
    inside = [
        i
        for i, e in enumerate(events)
        if any(attribution.scope.contains(s) for s in ([e.trigger] if own else spans_of(e)))
        and not (attribution.cue is not None and e.trigger.overlaps(attribution.cue))
        and not _says_instead(e.trigger, denying)
        and (
            not is_presupposed(e.trigger, e.actors, attribution, scene)
            or rebutted_in(e.trigger, attribution, denying.attributions, in_his_words=True)
        )
    ]
    charge = [i for i in inside if is_uttered(attribution, events[i].type, events[i].trigger, scene)]
    inside = [i for i in inside if i not in charge]
    if inside:
        meant = set(inside)
        for number in inside:
            meant |= set() if _is_told_by_others(events[number], denying) else told_elsewhere(events, number, denying)
        # Not what the denial itself tells and does not deny (`الرهينة التي خطفوها`).
        return sorted(i for i in meant if i in inside or not attribution.scope.contains(events[i].trigger))
    told = by_tellers(events, denying, mentions)
    if takes_up(attribution, scene):
        return told or events_taken_up(events, denying)
    found = told
    if _is_of_presence(attribution, scene):
        found = _of_those_named(events, denying, mentions)
    if not found:
        found = _lost_to_others(events, denying)
    if not found and _denies_deed(attribution, scene):
        found = _deed_before(events, denying)
    return found or [i for i in charge if events[i].type == "ACCUSE"] or charge_answered(events, denying)


def _is_told_by_others(event: Event, denying: Denying) -> bool:
    """Whether an event that a denial holds is told in other places, too, by others than those who deny."""
    body = denying.sentences[0].span.end if denying.sentences[0].paragraph < 0 else 0
    denials = [a for a in denying.attributions if a.stance is Stance.DENIES]
    rest = [s for s in event.also if s.start >= body and not any(a.scope.contains(s) for a in denials)]
    others = (a for a in denying.attributions if a.chain != denying.attribution.chain and a.cue is not None)
    return event.size != () and any(a.scope.contains(s) for a in others for s in rest)


def _says_instead(trigger: Span, denying: Denying) -> bool:
    """Whether who denies goes on to say that a thing was done (`نفت أنها رفضت، مشيرة إلى أنها طلبت توضيحات`)."""
    own = denying.attribution
    return any(
        a.cue is not None
        and own.scope.contains(a.cue)
        and a.scope.contains(trigger)
        and not (own.cue is not None and a.scope.contains(own.cue))  # `ليس صحيحا أن ...، بحسب الوزير`
        and a.stance in (Stance.ASSERTS, Stance.CONFIRMS)
        and a.chain == own.chain
        for a in denying.attributions
    )


def _disclaimed(events: Sequence[Event], denying: Denying) -> list[int]:
    """The deed that somebody says is none of his: told last before it in its sentence, else the attack meant there.

    `سقط صاروخ قرب البلدة، وتبرأت منه الفصائل`; `والسلطات تلقي بالتبعة على الجماعة، وقد تنصلت من الجريمة`.
    """
    own, cue = denying.sentences[denying.here].span, denying.attribution.cue
    told = [
        (max(s.start for s in spans_of(e) if own.contains(s)), i)
        for i, e in enumerate(events)
        if e.type not in SPOKEN and e.type != "CONSULT" and any(own.contains(s) for s in spans_of(e))
    ]
    before = [(start, i) for start, i in told if cue is not None and start < cue.start]
    return [max(before)[1]] if before else _attack_named(events, denying)


def _attack_named(events: Sequence[Event], denying: Denying) -> list[int]:
    """The deadliest attack told before a sentence that takes it up by a word for it (`الجريمة`, `العملية`)."""
    own = denying.sentences[denying.here].span
    if not any(w.definite and _names_deed(w, denying.scene) for w in denying.scene.words):
        return []
    news = [
        i
        for i, e in enumerate(events)
        if e.type == "ASSAULT"
        and denying.since(BACK) <= e.trigger.start < own.start
        and is_told(e)
        and denying.can_be_ours(e)
    ]
    return [max(news, key=lambda i: (sum(s.low for s in events[i].size if s.kind == "dead"), -i))] if news else []


def is_uttered(attribution: Attribution, kind: str, trigger: Span, scene: Scene) -> bool:
    """Whether a denial is of what an accusation or demand says: it was made all the same (`نفى الاتهامات بقصف`).

    Not so where the noun tells of doing something: `نفت الوزارة استدعاء السفير`, `نفى مطالبته بالرحيل`.
    """
    if kind not in ("ACCUSE", "REQUEST") or attribution.scope.start != trigger.start:
        return False
    word = scene.words_at(trigger)[0]
    if is_own_demand(word, kind) and not is_refusal(attribution):
        return False
    named = word.bare in scene.classes["hearsay"] or not {*noun_keys(word.bare)}.isdisjoint(_UTTERED)
    return named or is_refusal(attribution)


_UTTERED = word_list(__name__, "uttered")


def is_own_demand(word: Word, kind: str) -> bool:
    """Whether a noun that somebody denies is a demand that he is said to have made (`واشنطن تنفي طلب تسليم سنودن`)."""
    return kind == "REQUEST" and word.kind == "noun" and not word.definite and word.bare in _ASKING


_ASKING = word_list(__name__, "asking")


def _is_of_presence(attribution: Attribution, scene: Scene) -> bool:
    """Whether a denial is of somebody's being there or taking part (`تنفي وجود الحركة في البلاد`)."""
    words = [w for w in scene.words if attribution.scope.contains(Span(w.start, w.end))]
    return any(w.norm == "وجود" for w in words[:2]) or of_a_part(attribution, scene)


def _of_those_named(events: Sequence[Event], denying: Denying, mentions: Sequence[Mention]) -> list[int]:
    """The events told before by somebody whom the denial names (`تنفي وجود حركة طالبان الباكستانية في أفغانستان`)."""
    scope, speaker = denying.attribution.scope, denying.speaker
    named = {
        m.actor for m in mentions if m.actor is not None and m.actor != speaker.actor and scope.contains(m.span)
    }
    return [
        i
        for i, e in enumerate(events)
        if denying.since(BACK) <= e.trigger.start < denying.since(0)
        and any(m.actor in named for m in e.actors)
        and is_told(e)
    ]


def _deed_before(events: Sequence[Event], denying: Denying) -> list[int]:
    """The attack told before a denial of a part in it (`نفى أي صلة بما جرى`): the nearest, one with a toll first."""
    if tells_its_own(events, denying):
        return []
    armed = _is_of_arms(denying.words, denying.scene)
    violent = [w for w in denying.words if w.index in denying.scene.violent and not w.definite and not armed]
    named = {key for w in violent for key in noun_keys(w.bare)}
    if here := _attack_meant(events, denying) or _attack_before(events, denying):
        return here
    if not named and (news := _attack_of_news(events, denying)):
        return news
    for back in range(1, BACK + 1 if armed else 3):
        before = [
            i
            for i, e in enumerate(events)
            if any(denying.since(back) <= s.start < denying.attribution.scope.start for s in spans_of(e))
            and e.type == "ASSAULT"
            and is_told(e)
            and Auxiliary.NEGATION not in e.auxiliary
            and e.stance is not Stance.ASKS
            and (not armed or not e.modes or bool(_SHOT & set(e.modes)))
            and denying.can_be_ours(e)
            and (not named or _is_named(e, named, denying.scene.text))
        ]
        if before:
            return [max(before, key=lambda i: (events[i].sentence.start, bool(events[i].size), -i))]
    return []


def _attack_meant(events: Sequence[Event], denying: Denying) -> list[int]:
    """The attack told last before a denial whose pronoun is of it (`دانت الحركة الهجوم ونفت أي تورط لها فيه`)."""
    own, cue = denying.sentences[denying.here].span, denying.attribution.cue
    if cue is None or not any(_is_of_it(w) for w in denying.words):
        return []
    told = [
        (s.start, i)
        for i, e in enumerate(events)
        for s in spans_of(e)
        if e.type == "ASSAULT" and is_told(e) and own.contains(s) and s.end <= cue.start
    ]
    if told:
        return [max(told)[1]]
    known = [w for w in denying.scene.words if w.definite and w.index in denying.scene.violent and w.end <= cue.start]
    news = [
        i
        for i, e in enumerate(events)
        if e.type == "ASSAULT"
        and denying.since(2) <= e.trigger.start < own.start
        and is_told(e)
        and Auxiliary.HISTORICAL not in e.auxiliary
    ]
    return [max(news, key=lambda i: (bool(events[i].size), events[i].trigger.start))] if known and news else []


def _is_of_it(word: Word) -> bool:
    """Whether a word is a preposition of what somebody has a part in, with a pronoun (`ضلوعه فيه`)."""
    return word.kind == "prep" and word.norm in _OF_IT and word.suffix in ("ه", "ها")


_OF_IT = word_list(__name__, "of_it")


def _attack_before(events: Sequence[Event], denying: Denying) -> list[int]:
    """The attack that the sentence of a denial tells before it (`وعن تفجير الأنبوب، نفى القائد علاقتهم بالهجوم`)."""
    own, cue = denying.sentences[denying.here].span, denying.attribution.cue
    before = [
        i
        for i, e in enumerate(events)
        if e.type == "ASSAULT"
        and len(e.sources) == 1
        and cue is not None
        and any(own.contains(s) and s.end <= cue.start for s in spans_of(e))
        and denying.can_be_ours(e)
        and is_told(e)
    ]
    return before[-1:]


def _lost_to_others(events: Sequence[Event], denying: Denying) -> list[int]:
    """What others are told to have taken or destroyed near a denial that a place was lost (`نفى سقوط البلدة`)."""
    scene, words = denying.scene, denying.words[:3]
    lost = [n for n, w in enumerate(words) if not {*noun_keys(w.bare)}.isdisjoint(scene.classes["losses"])]
    if not lost or lost[0] > 1:
        return []
    what = {key for w in denying.words[lost[0] + 1 : lost[0] + 4] for key in noun_keys(w.bare)}
    where = scene.classes["settlements"] | scene.classes["place_nouns"] | scene.classes["positions"]
    inside = [m for m in scene.mentions if denying.attribution.scope.contains(m.span)]
    named = any(m.kind is MentionKind.PLACE for m in inside)
    if not (what & where or named) or what & scene.classes["tolls"]:
        return []
    near = [
        i
        for i, e in enumerate(events)
        if denying.since(BACK) <= e.trigger.start < denying.until(2)
        and {"seize", "destroy"} & set(e.modes)
        and is_told(e)
        and Auxiliary.NEGATION not in e.auxiliary
        and not takes_part(denying.speaker, e)
    ]
    before = [i for i in near if events[i].trigger.start < denying.attribution.scope.start]
    return (before[-1:] or near[:1]) if near else []


def _is_of_what_happened(denying: Denying) -> bool:
    """Whether a denial is of a part in what has happened, in no other words (`لا علاقة لنا بما جرى`)."""
    norms = [w.norm for w in denying.words]
    after = denying.scene.words[denying.words[-1].index + 1 :] if denying.words else []
    told = [*norms, *(w.norm for w in after[:1])]
    return any(a in _WHAT and b in _HAPPENED for a, b in pairwise(told))


_WHAT, _HAPPENED = frozenset({"بما", "فيما", "عما", "ما"}), frozenset({"جري", "حدث", "حصل", "وقع"})


def _attack_of_news(events: Sequence[Event], denying: Denying) -> list[int]:
    """The deadliest attack told before a denial of a part in it (`الهجوم`, `ما جرى`), if not another side's."""
    definite = [w for w in denying.words if w.index in denying.scene.violent and w.definite]
    keys = {key for w in definite for key in noun_keys(w.bare)}
    if not keys and not _is_of_what_happened(denying):
        return []
    before = [
        i
        for i, e in enumerate(events)
        if e.type == "ASSAULT"
        and denying.since(BACK) <= e.trigger.start < denying.attribution.scope.start
        and is_told(e)
        and Auxiliary.HISTORICAL not in e.auxiliary
        and any(s.kind in ("dead", "injured") for s in e.size)
        and (not keys or _is_named(e, keys, denying.scene.text))
        and (denying.can_be_ours(e) or denying.is_ours(e))
    ]
    return [max(before, key=lambda i: sum(s.low for s in events[i].size if s.kind == "dead"))] if before else []


def named_by_noun(
    events: Sequence[Event], denying: Denying, nouns: Mapping[str, Sequence[Sense]], mentions: Sequence[Mention]
) -> list[int]:
    """The event told before that a noun in a denial names, where it made none itself (`نفت تنفيذ أي اعتقالات`)."""
    attribution, scene, speaker = denying.attribution, denying.scene, denying.speaker
    if takes_up(attribution, scene) or is_refusal(attribution) or tells_its_own(events, denying):
        return []
    denied = [w for w in denying.words if not is_presupposed(Span(w.start, w.end), (), attribution, scene)]
    keys = {key for w in denied if w.kind != "verb" for key in noun_keys(w.bare)}
    senses = [s for key in keys for s in nouns.get(key, ())]
    cue = attribution.cue or attribution.scope
    others = {m.actor for m in mentions if m.actor and attribution.scope.contains(m.span)} - {speaker.actor}
    before = [
        i
        for i, e in enumerate(events)
        if denying.since(BACK) <= e.trigger.start < cue.start
        and (not others or not _known(e) or others & _known(e))
        and _can_name(senses, e)
        and (denying.can_be_ours(e) or is_of_occurrence(denying))
        and is_told(e)
    ]
    text = scene.text
    named = [i for i in before if _is_named(events[i], keys, text)]
    deeds = [i for i in before if _is_claimed(events[i]) or takes_part(speaker, events[i])]
    return (named or deeds)[-1:]


def _is_claimed(event: Event) -> bool:
    """Whether a deed is told by others as news, so that a denial can be an answer to them."""
    return event.type not in SPOKEN and len(event.sources) > 1 and Auxiliary.HISTORICAL not in event.auxiliary


def _known(event: Event) -> set[str]:
    """The actors on both sides of an event."""
    return {m.actor for m in (*event.actors, *event.recipients) if m.actor is not None}


def _is_named(event: Event, keys: Set[str], text: str) -> bool:
    """Whether some place tells of an event by one of these nouns."""
    return not {squeeze(s.of(text)).removeprefix("ال") for s in spans_of(event)}.isdisjoint(keys)


def _can_name(senses: Sequence[Sense], event: Event) -> bool:
    """Whether a noun with one of these senses can name an event: of its type, and in its way where both say one."""
    modes = set(event.modes)
    return any(s.type == event.type and (not s.modes or not modes or bool(modes & set(s.modes))) for s in senses)


def _denies_deed(attribution: Attribution, scene: Scene) -> bool:
    """Whether a denial that holds no event is of a part in one (`أي صلة بما جرى`), its toll or the arms used in it.

    `نفى علاقته بالموقوفين` is of people and no deed.
    """
    words = [w for w in scene.words if attribution.scope.contains(Span(w.start, w.end))]
    keys = {key for w in words for key in noun_keys(w.bare)}
    if of_a_part(attribution, scene):
        people = [p for p in scene.phrases if p.person and attribution.scope.contains(scene.span(p))]
        taken_up = len(words) < 4 or any(_is_of_it(w) for w in words)
        named = taken_up or attribution.rule.startswith("part") or any(_names_deed(w, scene) for w in words)
        return named and not any(p.prep == "ب" for p in people)
    return bool(keys & (scene.classes["involvement"] | scene.classes["tolls"])) or _is_of_arms(words, scene)


def _is_of_arms(words: Sequence[Word], scene: Scene) -> bool:
    """Whether a denial is of arms that were used (`نفى استخدام الرصاص`, `نفى أن تكون قواته استعملت الذخيرة الحية`)."""
    keys = {key for w in words for key in noun_keys(w.bare)}
    used = _USE & keys or any(w.verb is not None and w.verb.verb.lemma in _USING for w in words[:6])
    return bool(used) and bool(keys & (scene.classes["weapons"] | _FORCE))


_SHOT = frozenset({"firearms", "crowd-control"})
_USE, _USING = frozenset({"استخدام", "استعمال"}), frozenset({"استخدم", "استعمل"})


def _names_deed(word: Word, scene: Scene) -> bool:
    """Whether a word is one of violence, or stands for a deed told before (`بما جرى`, `في الحادث`, `وراء القضية`)."""
    return word.index in scene.violent or word.norm in ("بما", "ما", "فيما", "عما") or word.bare in _MEANT


_MEANT = word_list(__name__, "meant")
_FORCE = word_list(__name__, "force")
