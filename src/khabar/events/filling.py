"""Frames filled: the mentions of the slots put into the roles, with what stands round a noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khabar.events.able import is_bystander, is_power
from khabar.events.announced import announcers
from khabar.events.brought import bringers
from khabar.events.by_whom import acts, is_source, marches
from khabar.events.calls import tell_caller
from khabar.events.guests import tell_guest
from khabar.events.held import done_to_them, is_held
from khabar.events.hosts import receive, welcome
from khabar.events.lent import lend_subject
from khabar.events.lexicon import noun_keys
from khabar.events.listed import joined, opens
from khabar.events.marchers import leave_marchers
from khabar.events.noun_pronouns import opened
from khabar.events.objects import has_doer, is_done_to, object_of_noun, without_own
from khabar.events.on_behalf import support_of_another
from khabar.events.onlookers import looks_on
from khabar.events.participants import is_of_occasion, participant
from khabar.events.scene import Scene
from khabar.events.scenery import says_where
from khabar.events.standing import both_before
from khabar.events.theirs import doer
from khabar.events.things import head_keys, is_no_partner
from khabar.events.trigger import WHILE, Group, genitive
from khabar.events.types import FORCE, SPOKEN
from khabar.events.undertaken import held_by, senders
from khabar.events.whole import with_owner
from khabar.lexicon.words import word_list
from khabar.records import Mention, MentionKind
from khabar.text.clauses import Clause
from khabar.text.phrases import Phrase

if TYPE_CHECKING:
    from khabar.events.draft import Draft


def fill(draft: Draft, slots: dict[str, list[Group]]) -> None:
    """Put the mentions of the slots into the roles of the frame."""
    slots = without_own(draft, slots)
    tell_caller(draft, slots)
    trigger, frame = draft.trigger, draft.sense.frame
    used: set[str] = set()
    if is_done_to(draft, slots):
        # `قتل الجنود للشاب`: behind a definite genitive `ل` brings in whom it was done to.
        draft.actors.extend(draft.scene.mention(p) for p in slots["gen"][0])
        draft.settled |= {m.span for m in draft.actors}
        done = [[p for p in slots["ل"][0] if p.person or p.mentions]]
        slots = {**{k: v for k, v in slots.items() if k not in ("gen", "ل")}, **({"gen": done} if done[0] else {})}
    elif has_doer(draft, slots):
        # `توقيف خفر السواحل خمسة صيادين`: the genitive does what is done to the object.
        draft.actors.extend(draft.scene.mention(p) for p in slots["gen"][0])
        draft.settled |= {draft.scene.mention(p).span for name in ("gen", "obj") for p in slots[name][0]}
        slots = {**{k: v for k, v in slots.items() if k != "obj"}, "gen": slots["obj"]}
    if "both" in frame:
        for slot in frame["both"]:
            _put(draft, draft.actors, slots, slot, used, every=True)
        if trigger.pronoun and draft.type == "CONSULT" and len(draft.actors) == 2:
            draft.settled |= {draft.scene.mention(p).span for g in slots.get("gen", ()) for p in g}
        _complete(draft)
    for role, target in (("actor", draft.actors), ("recipient", draft.recipients)):
        for slot in frame.get(role, ()):
            if slot not in used and _put(draft, target, slots, slot, used):
                break
    if trigger.kind == "verb" and draft.type == "ACCUSE" and not draft.recipients and trigger.clause is not None:
        # `أدانت البحرين الانتهاكات من قبل المسلحين`
        draft.recipients.extend(draft.scene.mention(p) for p in trigger.clause.agent if p.person and not draft.passive)
    if draft.type == "REQUEST" and trigger.kind == "noun" and draft.actors and not draft.recipients:
        draft.recipients.extend(_asked(draft))
    if draft.type == "REQUEST" and trigger.kind == "verb" and "obj2" in slots and not draft.recipients:
        _put(draft, draft.recipients, slots, "obj", used)  # `ناشدت الوزارة المتطوعين تقديم العون`
    if draft.type in SPOKEN and not draft.recipients and (slot := object_of_noun(draft, slots)):
        _put(draft, draft.recipients, slots, slot, used)
    if trigger.kind == "noun":
        _fill_round_noun(draft, slots, used)
    if not draft.actors and draft.type == "ASSAULT":
        draft.actors.extend(_shooters(draft, slots))
    if not draft.actors and draft.passive:
        draft.actors.extend(_by_order(draft, slots))
    if draft.type == "PROTEST" and not draft.recipients:
        draft.recipients.extend(_faced(draft, slots))
    if not draft.recipients and (them := done_to_them(draft)) is not None:
        draft.recipients.append(them)
    draft.actors.extend(senders(draft, slots))
    support_of_another(draft)
    receive(draft)
    welcome(draft)
    _part(draft)
    leave_marchers(draft)
    if draft.type in FORCE:
        # `اقتحمت عصابات المستوطنين، اليوم، المسجد`: nobody is both.
        draft.recipients = [m for m in draft.recipients if all(m.span != a.span for a in draft.actors)]


def _fill_round_noun(draft: Draft, slots: dict[str, list[Group]], used: set[str]) -> None:
    """Give a noun who takes part in it by what its slots leave open: its object, its support verb, who is told of."""
    frame = draft.sense.frame
    if draft.type == "PROTEST" and not draft.actors:
        draft.actors.extend(_in_protest(draft))
    if draft.actors and not draft.recipients and draft.type == "ASSAULT":
        # `بعد استهدافه تجمعا`, `قصف الجيش أحياء`: behind its subject a verbal noun has an object.
        # `قصف الطيران لمعسكر الحمزة`: or `ل` brings it in.
        found = _put(draft, draft.recipients, slots, "obj", used)
        if not found and "gen" in used:
            _put(draft, draft.recipients, slots, "ل", used)
    _lend(draft, slots, used)
    if not draft.actors and (whose := doer(draft)) is not None:
        draft.actors.append(whose)
    draft.actors.extend([] if draft.actors else bringers(draft))
    if "both" in frame and len(draft.actors) == 1 and used == {"مع"}:
        draft.actors[:0] = _first_party(draft)
    elif "phone" in draft.modes and draft.recipients and not draft.actors:
        draft.actors.extend(_first_party(draft))  # `دعت النائبة في اتصال مع السفير إلى`
    elif "both" in frame and not draft.actors and len(parties := _first_party(draft)) > 1:
        draft.actors.extend(parties)  # `توصلت الحكومة والحركة إلى اتفاق بعد محادثات`
    if "visit" in draft.modes:
        tell_guest(draft, slots)


def _complete(draft: Draft) -> None:
    """Set right who the two are: `بحث القائد مع نظيره الحادث، واتفقا`; `يلتقي الرئيسان عمر البشير وسلفا كير`."""
    clause = draft.trigger.clause
    verb = clause.verb if clause is not None and draft.trigger.kind == "verb" else None
    if clause is None or verb is None or not draft.actors:
        return
    if len(draft.actors) == 1 and verb.person in ("3md", "3mp") and clause.subject and not clause.objects:
        before = (c for c in draft.scene.clauses if c.index < clause.index and c.subject)
        told = next((c for c in before if c.subject[0] is clause.subject[0]), None)
        others = told.preps.get("مع", []) if told is not None else []
        draft.actors += [draft.scene.mention(p) for g in others[:1] for p in g if p.person]
    pair, *named = draft.actors
    both = clause.subject and clause.subject[0].number == "du" and pair.name is None and len(named) > 1
    if both and all(m.kind is MentionKind.PERSON for m in named):
        draft.actors = named


def _part(draft: Draft) -> None:
    """Nobody does a thing to himself: a subject taken over from a verb before that is the recipient is none.

    `رحب الملك بالرئيس، وأعرب عن شكره للملك`.
    """
    clause = draft.trigger.clause
    if draft.trigger.kind != "verb" or clause is None or clause.how != ("subject of the verb before",):
        return
    if "both" not in draft.sense.frame and any(m.text == n.text for m in draft.actors for n in draft.recipients):
        draft.actors = []


def _asked(draft: Draft) -> list[Mention]:
    """Who was asked for what he turned down (`رفض المحافظ طلب النقابة`)."""
    clause = draft.trigger.clause
    refused = any(c.slot == "under" for c in draft.sense.when) and draft.trigger.slot == "obj"
    if clause is None or not refused or not clause.subject:
        return []
    return [m for m in map(draft.scene.mention, clause.subject) if all(m.span != a.span for a in draft.actors)]


def _put(
    draft: Draft, target: list[Mention], slots: dict[str, list[Group]], slot: str, used: set[str], every: bool = False
) -> bool:
    """Add the mentions of one slot to a role; whether anything was added."""
    name = "agent" if slot == "subj" and draft.trigger.kind == "noun" and "subj" not in slots else slot
    groups = slots.get(name)
    if not groups:
        return False
    if slot == "ل" and target is draft.recipients and _is_of_force(draft, groups[0][0]):
        return False
    if slot == "ل" and target is draft.recipients and draft.type == "SUPPORT":
        groups = [g for g in groups if not is_of_occasion(draft, g[0])] or groups[:1]
    if slot == "ب" and target is draft.recipients and says_where(draft, groups):
        groups = groups[1:]
    if slot == "الي" and draft.type in ("AID", "COOPERATE"):
        # `سلم المستشفى أدوية إلى جانب معدات`: besides
        groups = [g for g in groups if draft.scene.words[g[0].inner].norm != "جانب"]
        if not groups:
            return False
    added = False
    more = [g for g in groups[1:] if g[0].conj and (slot == "بين" or _comes_again(groups, g))]
    sides = [p for g in (groups[0], *more) for p in g]
    for number, phrase in enumerate(sides):
        if target is draft.actors and slot == "من" and (phrase.suffix or is_source(draft, phrase)):
            return False  # `اعتقال 35 منهم`: of them, not by them
        if target is draft.actors and slot == "gen" and not acts(draft, phrase, slots):
            return False
        if target is draft.actors and slot == "ل" and draft.type == "PROTEST" and not marches(draft, phrase):
            return False
        if number > 0 and phrase.head in draft.scene.event_words:
            # `مقتل خمسة وإصابة عشرة`: what `و` joins is another event, not another participant.
            continue
        if number > 0 and opens(draft.scene, draft.scene.phrase_at(phrase.head)):
            continue  # `قتلت سائقا والداخلية تنفي`
        if number > 0 and is_no_partner(draft.scene, phrase, sides[0]):
            continue
        if every and slot == "ب" and phrase.who is MentionKind.PLACE:
            continue  # `قمة جمعت رئيسي البلدين بالقاهرة`
        if every and number > 0 and phrase.possessed and not phrase.person:
            continue  # `بين إيران والدول الست وتداعياته`
        found = participant(draft, phrase, target is draft.recipients, slot)
        if found is None:
            continue
        if every and slot == "بين" and target and _are_both(phrase):
            continue  # `وقعت السعودية ومصر اتفاقا للتعاون بين البلدين`
        if phrase.suffix == "هما" and (pair := both_before(draft.scene, phrase.start)):
            both = map(draft.scene.mention, pair)
            target.extend(m for m in both if all(m.span != t.span for t in target))
            added = True
            continue
        mention, added = with_owner(draft, phrase, found), True
        if all(m.span != mention.span for m in target):
            target.append(mention)
            draft.used.append(phrase)
            if target is draft.recipients and is_held(draft, phrase, mention):
                draft.settled.add(mention.span)
    used.add(slot)
    return added


def _are_both(phrase: Phrase) -> bool:
    """Whether a lone definite dual only says again who the two are (`بين البلدين`, `بين الجانبين`)."""
    return phrase.number == "du" and phrase.definite and phrase.end == phrase.inner + 1


def _is_of_force(draft: Draft, phrase: Phrase) -> bool:
    """Whether `ل` right behind machines that strike says whose they are (`قصف طائرة مسيرة للقوات التركية`)."""
    scene, gen = draft.scene, draft.slots.get("gen", [[]])[0]
    flown = draft.type == "ASSAULT" and draft.trigger.kind == "noun" and bool(gen) and gen[-1].end == phrase.start
    machine = flown and bool(head_keys(scene, gen[0]) & scene.classes["machines"])
    return machine and phrase.who is MentionKind.GROUP and phrase.head == phrase.inner


def _comes_again(groups: list[Group], group: Group) -> bool:
    """Whether a preposition comes again for more people (`تعازيه للملك وللشعب ولأسر الشهداء`)."""
    return bool(group[0].prep) and group[0].person and groups[0][0].person


def _lend(draft: Draft, slots: dict[str, list[Group]], used: set[str]) -> None:
    """What stands round a noun: the support verb's subject, an agent phrase, a nationality adjective."""
    trigger, scene = draft.trigger, draft.scene
    clause = trigger.clause
    if trigger.told is not None and trigger.teller is not None:
        lend_subject(draft, trigger.told, trigger.teller, used)
    elif trigger.support is not None and clause is not None and trigger.slot != "subj":
        lend_subject(draft, trigger.support, clause, used)
    if clause is not None and clause.subject and clause.verb is not None and trigger.slot != "subj":
        uses = draft.scene.supports.get(clause.verb.verb.key, ())
        if any(use.subject == "place" for use in uses):
            draft.where = scene.mention(clause.subject[0]).span
    inside = scene.words[scene.phrases[trigger.phrase].inner : trigger.words[0]]
    repelled = any({*noun_keys(w.bare)} & scene.classes["repelling"] for w in inside)  # `استعداد الجيش لصد الهجوم`
    if not draft.actors and not repelled and (held := held_by(scene, trigger.phrase)) is not None:
        doers = genitive(scene, [_inner(scene, held), *joined(scene, scene.phrase_at(held.inner))])
        security = scene.classes["security"]
        draft.actors.extend(scene.mention(p) for p in doers if p.person or security & head_keys(scene, p))
    if not draft.actors and "agent" in slots:
        draft.actors.extend(scene.mention(p) for p in slots["agent"][0])
        draft.settled |= {m.span for m in draft.actors}
    if not draft.actors:
        draft.actors.extend(announcers(draft))
    if not draft.actors and draft.type == "ASSAULT":
        draft.actors.extend(_owner(draft, slots, used))
    if not draft.actors:
        draft.actors.extend(_accused(draft))
    if not draft.actors and trigger.adjectives:
        draft.actors.extend(scene.mention(p) for p in trigger.adjectives)


def _accused(draft: Draft) -> list[Mention]:
    """Who is accused of what a noun names: `اتهمت المنظمة السلطات باحتجاز المهاجرين`."""
    clause = draft.trigger.clause
    if clause is None or clause.verb is None or clause.verb.verb.lemma != "اتّهم" or draft.trigger.slot != "ب":
        return []
    # Whoever is accused is somebody, known as such or not (`اتهم فصيلا قادما من الشمال بحرق منازل`).
    return [draft.scene.mention(p) for p in (clause.objects[0] if clause.objects else [])]


def _owner(draft: Draft, slots: dict[str, list[Group]], used: set[str]) -> list[Mention]:
    """Whose attack it is: `غارة للتحالف`, `هجوم للجيش على القرية`; but `استهداف للجيش` is one on it."""
    scene, done_to = draft.scene, draft.sense.frame.get("recipient", ())
    groups = slots.get("ل", ())
    told = "علي" in done_to and "علي" in slots  # `قصف للجيش على الحي`, but `قصف للحي`
    if "ل" in used or not groups or "ل" in done_to or ("gen" in done_to and not told):
        return []
    phrase, noun = groups[0][0], scene.phrases[draft.trigger.phrase]
    if noun.definite or phrase.start != noun.end:
        return []
    armed = scene.classes["machines"] | scene.classes["forces"] | _ALLIED
    words = scene.words[phrase.inner : phrase.head + 1]
    bears_arms = bool({"MIL", "REB", "SPY", "COP", "PRM", "UAF"} & set(scene.mention(phrase).sectors))
    bears_arms = bears_arms or any(w.bare in _ARMED for w in scene.words[phrase.inner : phrase.end])
    return [scene.mention(phrase)] if bears_arms or any({*noun_keys(w.bare)} & armed for w in words) else []


_ARMED = word_list(__name__, "armed")
_ALLIED = word_list(__name__, "allied")


def _first_party(draft: Draft) -> list[Mention]:
    """Who fought or met those after `مع`, where the noun does not say: the subject of its clause.

    `استعاد الجيش البلدة بعد معارك مع المسلحين`.
    """
    clause, phrase = draft.trigger.clause, draft.scene.phrases[draft.trigger.phrase]
    if draft.type == "CONSULT":
        clause = clause or opened(draft.scene, draft.trigger)
    if clause is None or clause.verb is None or phrase.prep not in WHILE or draft.trigger.adjectives:
        return []
    if any(_are_victims(draft.scene, clause, p) for p in clause.subject):
        return []  # `سقط عشرات القتلى في مواجهات`
    mentions = [draft.scene.mention(p) for p in clause.subject if p.person]
    if draft.type == "ASSAULT":  # `أفاد مصدر طبي بإصابة سبعة خلال صدامات مع قوات الأمن`
        mentions = [m for m in mentions if not (looks_on(m, draft.scene.classes) or is_bystander(draft.scene, m))]
    return [m for m in mentions if all(m.span != a.span for a in draft.actors)]


_HOLDING = word_list(__name__, "holding")


def _are_victims(scene: Scene, clause: Clause, phrase: Phrase) -> bool:
    """Whether the subject of a clause are those that a passive tells of, or that are called the dead and injured."""
    tolls = {key for w in scene.words[phrase.inner : phrase.end] for key in noun_keys(w.bare)} & scene.classes["tolls"]
    verb = clause.verb
    held = verb is not None and verb.verb.lemma in _HOLDING and not clause.objects and not verb.suffix
    return bool(tolls) or held or (verb is not None and verb.voice == "passive")


def protests_by(draft: Draft) -> Clause | None:
    """The clause that `احتجاجا على` says the reason of: the nearest before it in its sentence, or None."""
    scene, trigger = draft.scene, draft.trigger
    word = scene.words[trigger.words[0]]
    if trigger.kind != "noun" or trigger.clause is not None or not word.token.text.endswith(("ا", "اً")):
        return None
    before = [c for c in scene.clauses if c.index < trigger.phrase and c.verb is not None]
    if not before or any(p.kind == "stop" for p in scene.phrases[before[-1].index : trigger.phrase]):
        return None
    return before[-1]


def _in_protest(draft: Draft) -> list[Mention]:
    """Who does something `احتجاجا على`: the subject of what they do."""
    clause = protests_by(draft)
    return [draft.scene.mention(p) for p in clause.subject if p.person] if clause is not None else []


def _faced(draft: Draft, slots: dict[str, list[Group]]) -> list[Mention]:
    """Before whose embassy a protest is: `احتشد المئات أمام السفارة التركية`."""
    scene = draft.scene
    for phrase in (g[0] for g in slots.get("امام", ())):
        words = scene.words[phrase.inner : phrase.head + 1]
        named = any(scene.mentions[n].country for n in phrase.mentions)
        if named and any({*noun_keys(w.bare)} & scene.classes["embassies"] for w in words):
            return [scene.mention(phrase)]
    return []


_ORDERS = word_list(__name__, "orders")


def _by_order(draft: Draft, slots: dict[str, list[Group]]) -> list[Mention]:
    """By whose order what a passive tells was done: `أقيل المدير بقرار من الوزير`, `بأمر القاضي`."""
    scene = draft.scene
    for phrase in (g[0] for g in slots.get("ب", ())):
        if scene.words[phrase.inner].bare not in _ORDERS:
            continue
        after = next((p for p in scene.phrases if p.start == phrase.end and p.prep == "من"), None)
        owners = genitive(scene, [_inner(scene, phrase)]) or ([after] if after is not None else [])
        return [scene.mention(p) for p in owners if p.person and not p.suffix]
    return []


def _shooters(draft: Draft, slots: dict[str, list[Group]]) -> list[Mention]:
    """Whose weapons or hands did it: `قتل برصاص الشرطة`, `بنيران مسلحين`, `بيد مسلح`."""
    scene, hands = draft.scene, {"يد", "ايدي"}
    for group in slots.get("ب", ()):
        keys = set(noun_keys(scene.words[group[0].inner].bare))
        owners = genitive(scene, [_inner(scene, group[0])]) if keys & (scene.classes["weapons"] | hands) else []
        if owners and (owners[0].person or is_power(scene, owners[0])):
            return [scene.mention(owners[0])]
    return []


def _inner(scene: Scene, phrase: Phrase) -> Phrase:
    """A phrase without the words that make its preposition."""
    return phrase if phrase.inner == phrase.start else scene.phrase(phrase.inner, phrase.end)
