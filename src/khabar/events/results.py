"""Cause and result in one sentence: whether two drafts tell of one deed and what came of it, or of two deeds."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.events.attempts import are_apart
from khabar.events.counted_from import one_is_counted_from
from khabar.events.draft import Draft
from khabar.events.lapses import are_long_apart
from khabar.events.lexicon import noun_keys
from khabar.events.moods import moods
from khabar.events.sameness import agree, shares, sizes_agree
from khabar.events.scene import Scene
from khabar.events.toll_words import toll_words
from khabar.events.unconfirmed import is_granted_beside
from khabar.lexicon.words import word_list
from khabar.records import Auxiliary
from khabar.text.characters import squeeze
from khabar.text.phrases import Phrase
from khabar.text.words import Word

_WITH_TOLL = frozenset({"ASSAULT", "PROTEST", "COERCE"})


def is_in_manner(draft: Draft, cause: Draft) -> bool:
    """Whether a participle says the same act of the same people once more (`أمهل حفتر المقاتلين، ملوحا بالقوة`)."""
    clause = draft.trigger.clause
    participle = draft.trigger.kind == "verb" and clause is not None and clause.verb is not None
    if not participle or clause is None or clause.verb is None or clause.verb.tense != "participle":
        return False
    return draft.type == cause.type and draft.scene is cause.scene and shares(draft.actors, cause.actors) > 0


def is_result_of(result: Draft, cause: Draft) -> bool:
    """Whether two drafts of one sentence tell of one happening: `قتل سبعة وجرح تسعة عندما انفجرت سيارة`.

    Cause, deaths and wounds of one attack stand in one sentence as a rule; another actor, another toll of the same
    kind, another mood, or a word that sets one clause against the other (`بينما`, `كما`) make them two.
    """
    if result.type != cause.type or not _same_mood(result, cause) or is_crime_of(result, cause):
        return False
    if result.scene is cause.scene and one_is_counted_from(result, cause):
        return False
    if are_long_apart(result, cause) or are_apart(result, cause):
        return False
    if is_more_of(result, cause) or is_inside(result, cause) or _is_how(result, cause):
        return True
    if result.type not in _WITH_TOLL:
        return False
    if result.type == "COERCE" and set(result.modes) != set(cause.modes):
        return False
    unlike = result.modes and cause.modes and not {*result.modes} & {*cause.modes}
    if unlike and result.recipients and cause.recipients and not _one_in_other(result, cause):
        return False
    if ("abduct" in result.modes) is not ("abduct" in cause.modes):
        return False
    if result.scene is not cause.scene or _looks_back(result) or is_another(result):
        return False
    if _looks_back(cause) and not _comes_of(result, cause):
        return False
    if not agree(result.actors, cause.actors) or _is_of_another(result, cause):
        return False
    turned = shares(result.recipients, cause.actors) or shares(result.actors, cause.recipients)
    fell = _fell_in_clash(cause, result) or _fell_in_clash(result, cause) or is_by_victims(result, cause)
    if turned and not fell:
        return False  # `قتل ثمانية أثناء محاولتهم الهجوم على القوات`
    if not sizes_agree(result.size, cause.size):
        return False
    if result.trigger.support is not None and squeeze(result.trigger.support.lemma) in moods().results:
        return True  # `انفجارات استهدفت سيارات وأسفرت عن تدمير خمس`
    if _is_series(result, cause) or _are_two_deeds(result, cause) or is_granted_beside(result, cause):
        return False
    return not set_apart(result, cause)


def is_more_of(b: Draft, a: Draft) -> bool:
    """Whether a draft tells more of a deed and names those it was done to only by a pronoun."""
    return _is_one_verdict(b, a) or _is_done_to_it(b, a)


_HOW = word_list(__name__, "how")


def _is_how(attack: Draft, toll: Draft) -> bool:
    """Whether a noun tells how those were killed or hurt of whom the one before it tells (`مقتل جندي بإطلاق نار`)."""
    others = agree(toll.actors, attack.actors) and agree(toll.recipients, attack.recipients)
    return _stands_as_how(attack, toll) and others and sizes_agree(toll.size, attack.size) and not is_another(attack)


def _stands_as_how(attack: Draft, toll: Draft) -> bool:
    """Whether an attack's noun stands behind a toll's as its manner, with nothing but nouns between."""
    a, b = toll.trigger, attack.trigger
    if toll.type != "ASSAULT" or a.kind != "noun" or b.kind != "noun" or attack.scene is not toll.scene:
        return False
    phrase = attack.scene.phrases[b.phrase]
    apart = any(p.kind not in ("np", "adv", "quote") for p in attack.scene.phrases[a.phrase : b.phrase])
    return phrase.prep in _HOW and not phrase.conj and b.phrase > a.phrase and counts_victims(toll) and not apart


def has_own_cause(toll: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether the clause of a verb, or what follows a noun, names the attack in which those it tells of fell.

    `فيما تتواصل المواجهات، قتل ثلاثة في هجوم`.
    """
    if toll.type != "ASSAULT" or not counts_victims(toll):
        return False
    if any(_is_how(d, toll) for d in drafts):
        return True
    return any(fell_in(toll, d) and is_result_of(d, toll) for d in drafts)


def fell_in(toll: Draft, attack: Draft) -> bool:
    """Whether the clause of a verb that counts its victims says in which attack they fell (`أصيب ثلاثة في انفجار`)."""
    told = attack.type == toll.type == "ASSAULT" and attack.span.start > toll.span.start and counts_victims(toll)
    return told and _in_clause(attack, toll) and attack.scene.phrases[attack.trigger.phrase].prep in _HOW


def is_by_victims(more: Draft, toll: Draft) -> bool:
    """Whether a verb joined to a toll, and no plural, only seems to be done by its victims (`قتل ثلاثة وجرح تسعة`)."""
    clause, joined = more.trigger.clause, more.scene.phrases[more.trigger.phrase].conj
    if more.trigger.kind != "verb" or toll.trigger.kind != "verb" or toll.actors or clause is None or not joined:
        return False
    alone = clause.verb is not None and clause.verb.person in ("3ms", "3fs") and not clause.verb.suffix
    told = counts_victims(more) and counts_victims(toll) and more.recipients and more.actors
    return alone and bool(told) and shares(more.actors, toll.recipients) == len(more.actors)


def _is_one_verdict(b: Draft, a: Draft) -> bool:
    """Whether a sentence tells of one verdict twice (`أدين وحكم عليه بالسجن`, `حكما بسجنه إثر إدانته`).

    Only where the second names nobody but by a pronoun.
    """
    if a.scene is not b.scene or {"convict"} != {*a.modes} & {*b.modes} or set_apart(a, b):
        return False
    if b.trigger.kind == "noun":
        return b.trigger.pronoun
    return any(g[0].suffix for slot in ("علي", "obj", "ب") for g in b.slots.get(slot, ())[:1])


_ACTS = frozenset({"AID", "COERCE", "SANCTION", "CONSULT", "PROTEST", "RETREAT", "MOBILIZE", "COOPERATE", "REJECT"})
"""Types of which what is done to an act is that act (`صرف إعانة`, `ترفضه رفضا قاطعا`)."""


def is_inside(noun: Draft, other: Draft) -> bool:
    """Whether an event noun is the genitive or object of another trigger of its type, or repeats its verb."""
    a, b = other.trigger, noun.trigger
    if b.kind != "noun" or noun.type not in _ACTS or noun.scene is not other.scene or noun.span.start < other.span.end:
        return False
    phrase = noun.scene.phrases[b.phrase]
    if a.kind == "noun" and a.phrase == b.phrase:
        return b.words[0] == a.words[-1] + 1
    objects = (p for slot in ("obj", "obj2") for g in other.slots.get(slot, ()) for p in g[:1])
    return not phrase.prep and not phrase.conj and b.words[0] == phrase.inner and any(p is phrase for p in objects)


def _is_done_to_it(noun: Draft, other: Draft) -> bool:
    """Whether a noun with a pronoun, joined to another one, says what more was done to the same (`وتدميرها`)."""
    a, b = other.trigger, noun.trigger
    if noun.type != "ASSAULT" or a.kind != "noun" or b.kind != "noun" or not b.pronoun or noun.scene is not other.scene:
        return False
    joined = noun.scene.phrases[b.phrase].conj and a.phrase < b.phrase and a.clause is b.clause
    return joined and not set_apart(other, noun) and ("abduct" in noun.modes) is ("abduct" in other.modes)


def _fell_in_clash(clash: Draft, toll: Draft) -> bool:
    """Whether a toll is that of a clash which a noun tells of in its clause (`قتل شرطيان في المواجهات`)."""
    return "both" in clash.sense.frame and counts_victims(toll) and _in_clause(clash, toll)


def _is_of_another(result: Draft, cause: Draft) -> bool:
    """Whether a toll stands in a relative clause about other violence: `استهداف معسكر بعد هجوم أسفر عن مقتل 29`."""
    clause, scene = result.trigger.clause, result.scene
    if clause is None or not clause.antecedent or clause is cause.trigger.clause:
        return False
    if cause.trigger.kind != "noun" or result.trigger.kind != "noun" or cause.scene is not scene:
        return False
    told, phrase = clause.antecedent[0], scene.phrases[cause.trigger.phrase]
    violent = any(i in scene.violent for i in range(told.inner, told.end))
    return violent and told is not phrase and not any(told.start <= i < told.end for i in cause.trigger.words)


def _same_mood(result: Draft, cause: Draft) -> bool:
    """Whether two drafts have the same moods; what follows in a sentence on what is history is history as well.

    Who denies a toll denies it with the attack it was in (`نفى الجيش مقتل خمسة في هجوم`).
    """
    if is_denied_with(result, cause) or is_denied_with(cause, result):
        return set(result.auxiliary) ^ set(cause.auxiliary) <= {Auxiliary.NEGATION}
    back = Auxiliary.HISTORICAL in cause.auxiliary or tells_of(result, cause)
    history = {Auxiliary.HISTORICAL} if back or _comes_of(result, cause) else set()
    return set(result.auxiliary) - history == set(cause.auxiliary) - history


def is_denied_with(attack: Draft, toll: Draft) -> bool:
    """Whether a toll is the object of a verb of denying, and an attack behind it says how those fell."""
    support = toll.trigger.support
    denied = support is not None and support.effect == "negation" and _stands_as_how(attack, toll)
    return denied and agree(toll.actors, attack.actors) and not is_another(attack)


def _comes_of(result: Draft, cause: Draft) -> bool:
    """Whether a noun is what its verb says came of an event (`بعد تفجير أدى إلى مقتل ثلاثة`)."""
    clause, both = result.trigger.clause, result.trigger.kind == cause.trigger.kind == "noun"
    if not both or clause is None or result.scene is not cause.scene:
        return False
    return any(p is cause.scene.phrases[cause.trigger.phrase] for p in clause.subject)


def _are_two_deeds(a: Draft, b: Draft) -> bool:
    """Whether two drafts tell of two deeds, neither being the toll of the other: `قصف القرية وشن غارة على المطار`.

    One deed is told twice where a noun stands in the clause of the other (`دمرت الطائرات منازل في غارة على البلدة`),
    or a relative clause tells of it (`هجوم استهدف حافلة`).
    """
    if a.type != "ASSAULT" or counts_victims(a) or counts_victims(b) or tells_of(a, b) or tells_of(b, a):
        return False
    if "both" in b.sense.frame and b.trigger.slot == "subj" and a.trigger.kind == "verb" and a.recipients:
        return a.trigger.clause is not b.trigger.clause  # `بدأت المواجهات، وقصفت الجماعة القرى`
    if _one_in_other(a, b):
        return False
    return bool(a.recipients and b.recipients) and not shares(a.recipients, b.recipients)


def _one_in_other(a: Draft, b: Draft) -> bool:
    return _in_clause(a, b) or _in_clause(b, a)


def counts_victims(draft: Draft) -> bool:
    """Whether a draft tells how many were killed or hurt, or can."""
    fallen = draft.type == "ASSAULT" and draft.scene.words[draft.trigger.words[0]].bare == "سقوط"  # `سقوط قتلى`
    counted = any(s.kind in ("dead", "injured") for s in draft.size)
    return fallen or counted or bool({"dead", "injured"} & set(draft.sense.size))


def is_to_be_told(event: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether a relative clause among the drafts tells of an event noun: whom it hit is still to come."""
    return any(tells_of(d, event) and d.recipients for d in drafts)


_PUT_TO_DEATH = word_list(__name__, "put_to_death")


def is_crime_of(a: Draft, b: Draft) -> bool:
    """Whether one of two deeds of force is a sentence of death carried out, and the other none.

    It is what somebody is put to death for (`نفذ حكم الإعدام في رجل أقدم على قتل تاجر`).
    """
    carried_out = ["legal" in d.sense.contexts for d in (a, b)]
    other = b if carried_out[0] else a
    return (
        a.type == b.type == "ASSAULT"
        and any(carried_out)
        and not all(carried_out)
        and (other.sense.entry not in _PUT_TO_DEATH)
    )


def tells_of(clause: Draft, event: Draft) -> bool:
    """Whether a verb's relative clause tells of an event noun."""
    told = clause.trigger.clause
    if clause.trigger.kind != "verb" or told is None or event.trigger.kind != "noun":
        return False
    return any(p is event.scene.phrases[event.trigger.phrase] for p in told.antecedent)


def _in_clause(noun: Draft, other: Draft) -> bool:
    """Whether an event noun stands behind a preposition in the clause of another event's verb."""
    clause, phrase = other.trigger.clause, noun.scene.phrases[noun.trigger.phrase]
    if noun.trigger.kind != "noun" or other.trigger.kind != "verb" or clause is None:
        return False
    return clause is noun.trigger.clause and bool(phrase.prep) and not phrase.conj


_BACK = word_list(__name__, "back")


def _looks_back(draft: Draft) -> bool:
    """Whether a noun only dates another event by one told before (`بعد ساعات من التفجير`), or is its reason."""
    if draft.trigger.kind != "noun":
        return False
    phrase = draft.scene.phrases[draft.trigger.phrase]
    return (phrase.prep in _BACK and not draft.size) or is_answered(draft)


def is_answered(draft: Draft) -> bool:
    """Whether a noun names what the deed of its clause is an answer to (`ردا على`, `انتقاما ل`, `احتجاجا على`)."""
    if draft.trigger.kind != "noun":
        return False
    start = draft.scene.phrases[draft.trigger.phrase].start
    before = draft.scene.words[max(start - 2, 0) : start]
    return bool(before) and (gives_reason(before[-1]) or (gives_reason(before[0]) and before[-1].norm in _ITS))


def gives_reason(word: Word) -> bool:
    """Whether a word says that what follows is only the reason of another event (`ردا`, `وردا`)."""
    return word.norm in REASONS or (word.kind != "verb" and word.norm[:1] == "و" and word.norm[1:] in REASONS)


REASONS = word_list(__name__, "reasons")
"""Words before an event that is only the reason of another."""
_ITS = word_list(__name__, "its")

_OTHERS = word_list(__name__, "others")
_ALIKE = word_list(__name__, "alike")


def is_another(draft: Draft) -> bool:
    """Whether an event noun says that it is another one of the kind told before (`هجوم آخر`, `تفجير مماثل`)."""
    return _is_called(draft, _OTHERS | _ALIKE)


def is_second(draft: Draft) -> bool:
    """The same in words that leave no doubt: crowds alike in many towns (`تظاهرات مماثلة`) are one protest."""
    return _is_called(draft, _OTHERS)


def _is_called(draft: Draft, words: frozenset[str]) -> bool:
    noun = draft.scene.words[draft.trigger.words[0]].bare
    if noun in toll_words().hurting and "gen" in draft.slots:
        return False  # `إصابة ثالث بجروح`
    behind = draft.scene.words[draft.trigger.words[-1] + 1 :][:2]
    return draft.trigger.kind == "noun" and any(w.bare.removesuffix("ا") in words for w in behind)


def _is_series(a: Draft, b: Draft) -> bool:
    """Whether two drafts have one word for what was done and two for whom: two happenings of a kind."""
    return (
        a.sense.entry == b.sense.entry
        and bool(a.recipients and b.recipients)
        and not shares(a.recipients, b.recipients)
    )


_WHILE = word_list(__name__, "while")
_APART = word_list(__name__, "apart")


def set_apart(a: Draft, b: Draft) -> bool:
    """Whether between two triggers stands a full stop or a word that sets clauses apart."""
    low, high = sorted((a.trigger.phrase, b.trigger.phrase))
    between = a.scene.phrases[low + 1 : high + 1]
    if _resumes(a, b) or _resumes(b, a):
        return False
    if any(p.kind == "stop" or (p.kind == "link" and a.scene.words[p.head].norm in _APART) for p in between):
        return True
    return told_beside(a, b)


def told_beside(a: Draft, b: Draft) -> bool:
    """Whether `في حين` or `في الوقت الذي` between two triggers of a sentence sets one beside the other."""
    low, high = sorted((a.trigger.phrase, b.trigger.phrase))
    words = a.scene.words[a.scene.phrases[low].end : a.scene.phrases[high].start]
    return any(w.bare in _WHILE and words[k].norm == "في" for k, w in enumerate(words[1:]))


def _resumes(later: Draft, event: Draft) -> bool:
    """Whether a clause takes an event up by a definite noun alone (`كما أصيب في الهجوم عشرة`)."""
    clause, scene = later.trigger.clause, later.scene
    if later.trigger.kind != "verb" or clause is None or event.span.start > later.span.start:
        return False
    groups = [*clause.preps.get("في", ()), *clause.preps.get("خلال", ())]
    nouns = {key for group in groups for phrase in group for key in _lone(scene, phrase)}
    told = told_nouns(event)
    return bool(nouns & told)


def _lone(scene: Scene, phrase: Phrase) -> tuple[str, ...]:
    word = scene.words[phrase.head]
    return noun_keys(word.bare) if phrase.end == phrase.inner + 1 and word.definite else ()


def told_nouns(event: Draft) -> set[str]:
    """The nouns that have told of an event, in the forms they may be listed under."""
    return {key for i in event_nouns(event) for key in noun_keys(event.scene.words[i].bare)}


def event_nouns(event: Draft) -> list[int]:
    """The words of a draft and of what it has absorbed that are nouns of events."""
    spans = [event.span, *event.also]
    return [i for i in event.scene.event_words if any(s.start <= event.scene.words[i].start < s.end for s in spans)]
