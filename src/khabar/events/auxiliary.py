"""Auxiliary modes: whether an event is told as negated, future, hypothetical or past history.

PLOVER names the four (`historical`, `future`, `hypothetical`, `negation`) and its manual says no project has
implemented them. Here they follow from the grammar: particles before the verb, the mood after `أن`, what governs the
clause or the noun, and the time of the event against the day of publication. Word lists: `lexicon/grammar/mood.toml`.
"""

from __future__ import annotations

from itertools import pairwise

from khabar.events.background import is_background
from khabar.events.coming import day_to_come, goes_on_from_a_plan, has_been, is_planned_behind, is_to_be_held
from khabar.events.disowned import in_untrue_report
from khabar.events.draft import Draft
from khabar.events.helping import brought_near, is_escaped, is_kept_up, with_helper
from khabar.events.lexicon import EventLexicon, noun_keys
from khabar.events.moods import moods
from khabar.events.scene import Scene
from khabar.events.supposed import is_aimed_at, is_only_possible, led_to
from khabar.events.trigger import Trigger
from khabar.events.types import FORCE, SPOKEN
from khabar.events.unconfirmed import is_granted_by_relative, leaves_open
from khabar.lexicon.words import word_list
from khabar.records import Auxiliary
from khabar.text.antecedents import goes_past_state
from khabar.text.characters import squeeze
from khabar.text.clauses import Clause
from khabar.text.particles import particles
from khabar.text.phrases import Phrase
from khabar.text.untrue import says_untrue


def set_auxiliary(draft: Draft, lexicon: EventLexicon) -> None:
    """Add to a draft the auxiliary modes its words show."""
    found = {Auxiliary(name) for name in draft.sense.auxiliary}
    clause = draft.trigger.clause
    if draft.trigger.kind == "verb" and clause is not None:
        found |= verb_moods(draft.scene, clause)
        if _performs(draft, clause):
            found.discard(Auxiliary.HYPOTHETICAL)
    elif draft.trigger.kind == "noun":
        found |= _noun_moods(draft, lexicon)
    if _is_contrary(draft.scene, draft.trigger.words[0]):
        found.add(Auxiliary.HYPOTHETICAL)
    if not found & {Auxiliary.FUTURE, Auxiliary.HYPOTHETICAL} and is_background(draft.scene, draft.trigger):
        found.add(Auxiliary.HISTORICAL)
    draft.auxiliary = [a for a in Auxiliary if a in found]


def _is_contrary(scene: Scene, at: int) -> bool:
    """Whether `لو` and a past stand before in the same stretch: told as contrary to fact (`لو قدروا لحرروا`)."""
    for k in range(at - 1, 0, -1):
        word = scene.words[k - 1]
        if word.token.norm in ".؛!؟":
            return False
        if word.token.norm == "لو" and scene.atoms[k - 1] < 0:
            after = scene.words[k]
            return after.verb is not None and after.verb.tense == "past"
    return False


def verb_moods(scene: Scene, clause: Clause, depth: int = 0) -> set[Auxiliary]:
    """The moods of a finite verb: its own particles, then those of what governs its clause."""
    found: set[Auxiliary] = set()
    phrase = scene.phrases[clause.index]
    p = particles()
    since = phrase.negated == "لما" and clause.verb is not None and clause.verb.tense == "past"
    if phrase.negated and not since:  # `لما التقى` is no negation
        found.add(Auxiliary.NEGATION)
    if phrase.negated in p.negations_future or any(w in p.futures for w in phrase.particles):
        found.add(Auxiliary.FUTURE)
    verb = clause.verb
    if verb is not None:
        if verb.future:
            found.add(Auxiliary.FUTURE)
        if verb.particle == "ل" or (verb.tense == "present" and "قد" in phrase.particles):
            found.add(Auxiliary.HYPOTHETICAL)
    if verb is not None and verb.tense == "present" and not phrase.negated and day_to_come(scene, clause):
        found.add(Auxiliary.FUTURE)
    if goes_on_from_a_plan(scene, clause):
        found.add(Auxiliary.FUTURE)
    if _is_pluperfect(scene, clause):
        found.add(Auxiliary.HISTORICAL)
    if depth < 3:
        found |= _governed_by(scene, clause, depth)
    if is_escaped(scene, clause):
        found.add(Auxiliary.HYPOTHETICAL)
    found = with_helper(scene, clause, found)
    return found | _opened_by(scene, clause, planned=Auxiliary.FUTURE in found)


def _performs(draft: Draft, clause: Clause) -> bool:
    """Whether somebody does by speaking what he says that he would like to do (`أود أن أشكر`, `اسمحوا لي أن أدعو`)."""
    if draft.type not in SPOKEN or clause.verb is None or not clause.verb.person.startswith("1") or clause.opener < 0:
        return False
    first = draft.scene.phrases[clause.opener].start
    return any(w.norm in moods().performing for w in draft.scene.words[max(first - 4, 0) : first])


def _is_pluperfect(scene: Scene, clause: Clause) -> bool:
    """Whether a past follows `كان` in a main clause (`وكانت الشرطة (قد) اعتقلت`): told as what went before."""
    verb = clause.verb
    if verb is None or verb.tense != "past" or clause.opener < 0 or scene.phrases[clause.index].conj:
        return False  # `كانت السيارة متوقفة وانفجرت`
    opener = scene.phrases[clause.opener].verb
    if opener is None or opener.verb.lemma != "كان" or opener.tense != "past":
        return False
    return not goes_past_state(clause, [c for c in scene.clauses if c.index < clause.index], scene.phrases, scene.words)


def _opened_by(scene: Scene, clause: Clause, planned: bool) -> set[Auxiliary]:
    """What the words that open the clause say: `إذا`, `بعد أن`, `من المقرر أن`, `سبق أن`, `كان قد`.

    What is `planned` or expected is not also supposed.
    """
    found: set[Auxiliary] = set()
    opener = scene.phrases[_opener_of(scene, clause)] if clause.opener >= 0 else None
    first = opener.start if opener is not None else 0
    here = scene.phrases[clause.index].start
    back = max(first - 4, 0) if opener is not None and opener.kind in ("comp", "link") else first + 1 if opener else 0
    if opener is not None and opener.kind == "comp" and first > 0:
        if scene.words[first - 1].norm in "،,":
            back = max(first - 10, 0)  # `من المنتظر، حسب مصادر برلمانية، أن`
        elif scene.words[first - 1].norm in moods().prepositions["real_an"]:
            back = first - 1  # `كي يعوض خسائره بعد أن أوقفت`: what stands before is of another clause
    window = [w.norm for w in scene.words[max(back, here - 16) : here]]
    pairs = {" ".join(window[i : i + n]) for n in (1, 2, 3) for i in range(len(window) - n + 1)}
    for name, words in moods().before.items():
        if pairs & words:
            found.add(Auxiliary(name))
    if opener is not None and opener.kind == "comp" and says_untrue(scene.words, first):
        found.add(Auxiliary.NEGATION)
    if opener is not None and opener.kind == "comp" and _subjunctive(scene, clause):
        before = scene.words[first - 1].norm if first > 0 else ""
        if before not in moods().prepositions["real_an"] and not planned and Auxiliary.FUTURE not in found:
            found.add(Auxiliary.HYPOTHETICAL)
    return found


def _opener_of(scene: Scene, clause: Clause) -> int:
    """The phrase that opens a clause, a quotation mark behind `أن` left out (`توقع أن «يشن التنظيم هجوما»`)."""
    at = clause.opener
    quoted = at > 0 and scene.phrases[at].kind == "quote" and scene.phrases[at - 1].kind == "comp"
    return at - 1 if quoted else at


def _subjunctive(scene: Scene, clause: Clause) -> bool:
    """Whether the clause is `أن` with a present right after it: a wish, a demand, a plan."""
    at = _opener_of(scene, clause)
    opener, between = scene.phrases[at], scene.phrases[at + 1 : clause.index]
    return (
        scene.words[opener.head].norm in ("ان", "بان")
        and all(p.kind == "quote" for p in between)
        and clause.verb is not None
        and clause.verb.tense == "present"
    )


def _governed_by(scene: Scene, clause: Clause, depth: int) -> set[Auxiliary]:
    """The moods of the clause in whose complement this one stands, and what its verb does to it."""
    parent = parent_of(scene, clause)
    if parent is None:
        return set()
    found: set[Auxiliary] = set()
    if parent.verb is not None:
        lemma = squeeze(parent.verb.verb.lemma)
        for name, words in moods().verbs.items():
            if lemma in words:
                if name == "real":
                    return set()
                granted = is_granted_by_relative(scene, clause.index) or leaves_open(scene, parent)
                if name != "negation" or not (_turns(scene, parent, clause) or granted):
                    found.add(Auxiliary(name))
        if parent.verb.verb.kind != "say" and _subjunctive(scene, clause):
            found |= verb_moods(scene, parent, depth + 1) & {Auxiliary.NEGATION}
    return found


def _turns(scene: Scene, parent: Clause, clause: Clause) -> bool:
    """Whether what is told is no longer what the verb before denies.

    `نفى أن يكون قد استقال، لكنه جدد مطالبه`, `نفى أن تكون جماعته قبضت مالا، متهما الوزير`.
    """
    start = scene.words[scene.phrases[parent.index].end].index if parent.index + 1 < len(scene.phrases) else 0
    between = scene.words[start : scene.phrases[clause.index].start]
    own = clause.verb is not None and clause.verb.tense == "participle" and clause.subject == parent.subject
    return own or any(w.norm in moods().turning and w.norm != "غير" for w in between)


def parent_of(scene: Scene, clause: Clause) -> Clause | None:
    """The clause whose complement holds this clause, or None."""
    inside = [
        c for c in scene.clauses if c.comp is not None and c.comp[0] <= clause.index < c.comp[1] and c is not clause
    ]
    if scene.phrases[clause.index].conj and clause.subject:
        # `نفى المحامي أن ... وطالب`: a verb whose subject is the speaker's stands beside his verb, not under it.
        inside = [c for c in inside if c.subject is not clause.subject]
    return max(inside, key=lambda c: c.index) if inside else None


def _noun_moods(draft: Draft, lexicon: EventLexicon) -> set[Auxiliary]:
    """The moods of an event noun: of the noun before it, its preposition, its support verb and its clause."""
    trigger, scene, m = draft.trigger, draft.scene, moods()
    phrase = scene.phrases[trigger.phrase]
    carrier = {key for w in scene.words[phrase.start : trigger.words[0]] for key in noun_keys(w.bare)}
    inside = {Auxiliary(name) for name, words in m.carriers.items() if name != "series" and carrier & words}
    found = inside | _moods_beside(draft) | _moods_of_preposition(draft, phrase) | led_to(scene, trigger.phrase)
    if is_aimed_at(scene, trigger.phrase) or is_only_possible(draft):
        found.add(Auxiliary.HYPOTHETICAL)
    if is_series(draft) and (since := _since(scene, trigger)):
        draft.proved.append(f"told as a rise since then: {since}")
        found.add(Auxiliary.HISTORICAL)
    effect = trigger.support.effect if trigger.support is not None else ""
    kept = _is_charge_denied(draft) or (trigger.clause is not None and leaves_open(scene, trigger.clause))
    if effect in ("future", "hypothetical") or (effect == "negation" and not kept):
        found.add(Auxiliary(effect))
    if trigger.clause is not None and not carrier & m.aftermath:
        found |= _clause_of_noun(draft, trigger.clause, lexicon)
    near = brought_near(draft)
    found = (found | near) - ({Auxiliary.HYPOTHETICAL} if Auxiliary.FUTURE in near else set())
    if is_kept_up(draft):
        found.discard(Auxiliary.NEGATION)
    if draft.type == "PROTEST" and "self" in draft.sense.slots:
        found -= {Auxiliary.NEGATION} - inside  # `نفت الشرطة إطلاق النار على المتظاهرين`: they were there
    if Auxiliary.FUTURE in found and _is_plotted(draft):
        return found - {Auxiliary.FUTURE} | {Auxiliary.HYPOTHETICAL}
    if in_untrue_report(scene, trigger):
        found.add(Auxiliary.NEGATION)
    if has_been(draft):
        return found - ({Auxiliary.FUTURE, Auxiliary.HYPOTHETICAL} - inside)
    if Auxiliary.HYPOTHETICAL not in found and (is_planned_behind(draft) or is_to_be_held(draft)):
        found.add(Auxiliary.FUTURE)
    return found - _done_by_the_word(draft)


def _moods_beside(draft: Draft) -> set[Auxiliary]:
    """What the word right before the phrase of a noun, and the words right behind the noun, say."""
    trigger, scene, m = draft.trigger, draft.scene, moods()
    found: set[Auxiliary] = set()
    phrase = scene.phrases[trigger.phrase]
    if not phrase.prep and phrase.start > 0 and (whose := scene.words[phrase.start - 1]).bare.endswith(_PRONOUNS):
        bare = _without_pronoun(whose.bare)  # `عن عزمها استدعاء السفير`, `محاولتهم اقتحام السفارة`
        keys = {*noun_keys(bare), *(noun_keys(f"{bare[:-1]}ه") if bare.endswith("ت") else ())}
        found |= {mood for mood in _PLANNED if keys & m.carriers[mood.value]}
    last = trigger.words[-1] + 1
    behind = [*scene.words[last : last + 3]]
    from_there = [w for w, after in pairwise(behind) if after.norm == "من"]  # `قافلة قادمة من الأردن`: it came
    if any(w.kind in ("adj", "noun") and w.bare in m.coming and w not in from_there for w in behind[:2]):
        found.add(Auxiliary.FUTURE)
    before = [w.norm for w in scene.words[max(phrase.start - 2, 0) : phrase.start]]
    if set(before[-1:]) & m.carriers["negation"] or " ".join(before) in _NOT_THERE:
        found.add(Auxiliary.NEGATION)  # `أكد الوزير عدم حصول أي محادثات`, `ليس هناك أي اعتقال`
    return found


def _moods_of_preposition(draft: Draft, phrase: Phrase) -> set[Auxiliary]:
    """What the preposition of a noun says, and the noun that governs it (`التوصل إلى`, `قبل`, `خطة لشن`).

    No noun governs what goes with a support verb or says when (`حظيت الخطة بتأييد`, `سقط المشروع بعد فيتو`).
    """
    scene, m = draft.scene, moods()
    own = draft.trigger.support is not None and draft.trigger.slot == phrase.prep
    head = scene.words[phrase.start]
    before = scene.words[max(phrase.start - 1, 0) : phrase.start]
    within = scene.words[phrase.start : draft.trigger.words[0]]
    held = "arrest" in draft.modes and any(w.norm == "حاله" for w in within)  # `متابعته في حالة اعتقال`
    preps = {
        phrase.prep,
        head.norm if head.kind == "prep" else "",
        *(f"{w.norm} {other}" for w in before for other in (head.norm, phrase.prep)),
        "" if held or len(within) != 2 else " ".join(w.norm for w in within),  # `في حال طرد السفير`
    }
    found = {Auxiliary(name) for name, words in m.prepositions.items() if name != "real_an" and preps & words}
    if phrase.prep == "من" and _long_after(scene, phrase.start):
        found.add(Auxiliary.HISTORICAL)
    if not own and phrase.prep not in _UNGOVERNED and phrase.start > 0:  # `مواجهات بين متظاهرين والشرطة`
        keys = {*noun_keys(scene.words[phrase.start - 1].bare)}
        found |= {mood for mood in _PLANNED if keys & m.carriers[mood.value]}
    return found


_UNGOVERNED = word_list(__name__, "ungoverned")
_NOT_THERE = word_list(__name__, "not_there")
_APART = word_list(__name__, "apart")
_PRONOUNS = ("ه", "ها", "هم", "هما", "نا")
_PLANNED = (Auxiliary.HYPOTHETICAL, Auxiliary.FUTURE)


def _is_plotted(draft: Draft) -> bool:
    """Whether force is what a verb of plotting tells of (`يشتبه في أنهم خططوا لاعتداءات`)."""
    verb = draft.trigger.clause.verb if draft.trigger.clause is not None else None
    return verb is not None and draft.type in FORCE and squeeze(verb.verb.lemma) in moods().plotting


def _without_pronoun(bare: str) -> str:
    """A word that ends in a pronoun without it."""
    return bare.removesuffix(next(s for s in sorted(_PRONOUNS, key=len, reverse=True) if bare.endswith(s)))


def _long_after(scene: Scene, at: int) -> bool:
    """Whether the words before `من` at `at` say that days or more have gone by (`بعد أسبوعين من هجوم مشابه`)."""
    near = [w.norm for w in scene.words[max(at - 5, 0) : at]]
    if "بعد" not in near:
        return False
    return any(w in particles().long_periods for w in near[near.index("بعد") + 1 :])


def is_series(draft: Draft) -> bool:
    """Whether an event noun is told as a rise or a series of such events (`زيادة في الهجمات`, `سلسلة هجمات`)."""
    scene, trigger = draft.scene, draft.trigger
    phrase = scene.phrases[trigger.phrase]
    before = scene.words[max(phrase.start - 1, 0) : trigger.words[0]]
    return any(key in moods().carriers["series"] for w in before for key in noun_keys(w.bare))


def _since(scene: Scene, trigger: Trigger) -> str:
    """The word `منذ` where it stands in the clause of a noun, or nothing."""
    clause = trigger.clause
    return "منذ" if clause is not None and "منذ" in clause.preps else ""


_PLACING = word_list(__name__, "placing")
_CALLS = frozenset({"REQUEST", "THREATEN", "AGREE", "REJECT", "CONCEDE"})


def _clause_of_noun(draft: Draft, clause: Clause, lexicon: EventLexicon) -> set[Auxiliary]:
    """What the verb of its clause does to an event noun."""
    trigger, scene = draft.trigger, draft.scene
    found: set[Auxiliary] = set()
    if trigger.support is not None and trigger.support.effect == "claimed":
        # `لم تتبن أي جهة الهجوم`: it happened all the same.
        found |= verb_moods(scene, clause) - {Auxiliary.NEGATION}
    elif trigger.slot == "subj" and clause.verb is not None and squeeze(clause.verb.verb.lemma) in moods().results:
        # `لم يسفر إطلاق النار عن إصابات`: it happened.
        found |= verb_moods(scene, clause) - {Auxiliary.NEGATION}
    elif _is_known(draft) or (trigger.slot == "subj" and clause.verb and clause.verb.verb.lemma in _PLACING):
        pass  # `تأتي زيارته قبل قمة الأسبوع المقبل`, `مقتله سيضعف التنظيم`: what is to come is what it will do
    elif trigger.slot in ("subj", "obj") or trigger.support is not None:
        found |= verb_moods(scene, clause) - ({Auxiliary.NEGATION} if _is_described(trigger, scene, clause) else set())
    elif clause.verb is not None:
        found |= verb_moods(scene, clause) & {Auxiliary.FUTURE, Auxiliary.HYPOTHETICAL}
    if clause.says:
        found.discard(Auxiliary.HISTORICAL)  # `وكانت القيادة قد أعلنت استشهاد جندي`: when it was said, not when it was
    if clause.verb is not None:
        lemma = squeeze(clause.verb.verb.lemma)
        if lemma == "امكن" and clause.verb.tense == "past" and not scene.phrases[clause.index].negated:
            return found  # `أمكن للوحدات إلقاء القبض على`: it was done
        kinds = {s.type for s in lexicon.verb_senses.get(clause.verb.verb.key, ()) if not s.when}
        heads = {key for g in clause.objects[:1] for key in noun_keys(scene.words[g[0].head].bare)}
        if lemma in moods().hoping and "في" in clause.preps and _within(trigger, scene, clause, "في"):
            found.add(Auxiliary.HYPOTHETICAL)  # `تأمل في إنجاز الاتفاق`
        uttered = draft.type in ("ACCUSE", "REQUEST") or bool(heads & scene.classes["hearsay"])
        if _is_charge_denied(draft) or (uttered and kinds == {"REJECT"}):
            return found  # `رفضت الوزارة الاتهامات`, `أنكروا التهم الموجهة إليهم`: they were uttered
        if leaves_open(scene, clause):
            return found - {Auxiliary.NEGATION}
        for name, words in moods().verbs.items():
            if name != "real" and lemma in words and trigger.slot not in _APART:
                found.add(Auxiliary(name))
        if kinds & _CALLS and trigger.slot in ("ب", "الي", "علي", "obj", "ل", "من", "عن") and trigger.support is None:
            found.add(Auxiliary.HYPOTHETICAL)
    return found


def _is_charge_denied(draft: Draft) -> bool:
    """Whether a noun is the charge that somebody denies: it was made (`أنكروا التهم`, `نفت اتهامات وجهها الوزير`)."""
    trigger, scene = draft.trigger, draft.scene
    verb = trigger.clause.verb if trigger.clause is not None else None
    if draft.type != "ACCUSE" or verb is None or squeeze(verb.verb.lemma) not in moods().verbs["negation"]:
        return False
    word = scene.words[trigger.words[0]]
    opens = scene.phrases[trigger.phrase].inner == word.index
    return word.definite or (opens and word.bare in scene.classes["hearsay"])


def _done_by_the_word(draft: Draft) -> set[Auxiliary]:
    """The moods an act of authority does not have: it is done with the decision or order that tells of it.

    `قررت المحكمة حبس الوزير`, `قررت الحكومة سحب سفيرها`, `أمر الوالي بصرف إعانة`; not with a day to come.
    """
    clause, support = draft.trigger.clause, draft.trigger.support
    if clause is None or clause.verb is None or day_to_come(draft.scene, clause):
        return set()
    lemma = squeeze(clause.verb.verb.lemma)
    by_authority = draft.type in ("SANCTION", "COERCE", "CONCEDE") or {"release", "investigate"} & {*draft.modes}
    if lemma in moods().deciding and by_authority:
        return {Auxiliary.FUTURE}
    return {Auxiliary.HYPOTHETICAL} if lemma in moods().ordering and support is not None else set()


def _is_known(draft: Draft) -> bool:
    """Whether a killing that a pronoun makes known is the subject of a verb (`إن مقتله سيضعف التنظيم`)."""
    trigger = draft.trigger
    return draft.type == "ASSAULT" and trigger.slot == "subj" and trigger.pronoun and trigger.support is None


def _within(trigger: Trigger, scene: Scene, clause: Clause, prep: str) -> bool:
    """Whether a noun stands in what a preposition of a clause governs."""
    return any(scene.phrases[trigger.phrase] is p for g in clause.preps.get(prep, ()) for p in g)


def _is_described(trigger: Trigger, scene: Scene, clause: Clause) -> bool:
    """Whether a negated `كان` denies only what is said of an event (`لم يكن حرق البيت جريمتهم الأولى`)."""
    if clause.verb is None or clause.verb.verb.lemma != "كان" or trigger.support is not None:
        return False
    phrase = scene.phrases[trigger.phrase]
    known = phrase.definite or bool(phrase.mentions) or "gen" in trigger.slots
    return known and trigger.words[0] == phrase.inner
