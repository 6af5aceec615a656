"""From a trigger to a draft of an event: the sense is chosen, its frame filled, passives turned round."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from khabar.events.lexicon import NONE, Sense, Support, noun_keys
from khabar.events.scene import Scene
from khabar.events.triggers import Group, Trigger, genitive, holds
from khabar.records import Auxiliary, Mention, MentionKind, Size, Span
from khabar.text.clauses import Clause
from khabar.text.phrases import Phrase

# Without vowels print does not tell these verbs' passive: a lone noun phrase after them is whom it was done to.
_PASSIVE_TYPES = frozenset({"ASSAULT", "COERCE", "SANCTION", "RETREAT", "AID", "PROTEST"})


@dataclass(slots=True)
class Draft:
    """An event in the making; see `records.Event` for the fields."""

    trigger: Trigger
    sense: Sense
    scene: Scene
    span: Span
    type: str
    modes: list[str]
    contexts: list[str]
    actors: list[Mention] = field(default_factory=list)
    recipients: list[Mention] = field(default_factory=list)
    size: list[Size] = field(default_factory=list)
    auxiliary: list[Auxiliary] = field(default_factory=list)
    also: list[Span] = field(default_factory=list)
    proved: list[str] = field(default_factory=list)
    rule: str = ""
    range: tuple[int, int] = (0, 0)
    """First and last (excluded) phrase of the words that belong to it, for its time and place."""
    passive: bool = False
    where: Span | None = None
    """The place a support verb gives (`شهدت بغداد هجوما`)."""
    odds: float | None = None
    """Log-odds of the judge above its threshold, where it has judged."""
    used: list[Phrase] = field(default_factory=list)
    slots: dict[str, list[Group]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Attempt:
    """A sense that was tried on a trigger and why it was not taken; for `khabar explain`."""

    word: str
    entry: str
    type: str
    why: str


def draft_event(scene: Scene, trigger: Trigger, log: list[Attempt] | None = None) -> Draft | None:
    """The event a trigger names, or None. `log` takes the senses that were passed over, and why."""
    chosen = _choose(scene, trigger, log)
    if chosen is None:
        return None
    sense, slots, passive = chosen
    first, last = trigger.words[0], trigger.words[-1]
    span = Span(scene.words[first].start, scene.words[last].end)
    draft = Draft(
        trigger, sense, scene, span, sense.type, list(sense.modes), list(sense.contexts), passive=passive, slots=slots
    )
    draft.range = _range(scene, trigger)
    _fill(draft, slots)
    draft.rule = _rule_name(draft)
    return draft


def _choose(
    scene: Scene, trigger: Trigger, log: list[Attempt] | None
) -> tuple[Sense, dict[str, list[Group]], bool] | None:
    """The first sense whose conditions hold, the slots as it sees them, and whether it is read as a passive."""
    slots = trigger.slots
    for sense in trigger.senses:
        passive = trigger.kind == "verb" and _is_passive(trigger, sense, scene)
        trigger.slots = _turned(slots) if passive and sense.voice != "passive" else slots
        if any(c.slot == "gen" for c in sense.when):
            trigger.slots = _with_genitive(scene, trigger, sense)
        failed = next((c for c in sense.when if not holds(c, trigger, scene)), None)
        if failed is None and sense.voice == "passive" and not passive:
            why = "the entry is for the passive only"
        elif failed is None:
            seen, trigger.slots = _with_genitive(scene, trigger, sense), slots
            if sense.type == NONE:
                _log(log, scene, trigger, sense, "the lexicon says: no event in this use")
                return None
            return sense, seen, passive
        else:
            why = f"{'not ' if failed.negated else ''}{failed.slot}: condition not met"
        _log(log, scene, trigger, sense, why)
        trigger.slots = slots
    return None


def _with_genitive(scene: Scene, trigger: Trigger, sense: Sense) -> dict[str, list[Group]]:
    """The slots with `gen` for a verb: the genitive of the object or of the slot that the sense depends on."""
    wanted = "gen" in sense.slots or any(c.slot == "gen" for c in sense.when)
    if trigger.kind != "verb" or not wanted or "gen" in trigger.slots:
        return trigger.slots
    met = (c.slot for c in sense.when if c.words is not None and not c.negated)
    slot = next((s for s in met if s not in ("subj", "gen")), "obj")
    groups = trigger.slots.get(slot)
    if groups is None:
        slot = next((s for s in ("obj", "ل", "الي", "علي", "ب", "عن") if s in trigger.slots), slot)
        groups = trigger.slots.get(slot)
    found = genitive(scene, groups[0]) if groups else []
    return {**trigger.slots, "gen": [found]} if found else trigger.slots


def _log(log: list[Attempt] | None, scene: Scene, trigger: Trigger, sense: Sense, why: str) -> None:
    if log is not None:
        log.append(Attempt(scene.words[trigger.words[0]].token.text, sense.where, sense.type, why))


def _is_passive(trigger: Trigger, sense: Sense, scene: Scene) -> bool:
    """Whether the verb is passive: by its form, by an agent phrase, or because its object is missing."""
    clause = trigger.clause
    if clause is None or clause.verb is None or clause.verb.suffix:
        return False
    if clause.verb.voice == "passive":
        return True
    if clause.verb.voice == "active" or "obj" not in trigger_slots(sense):
        return False
    if clause.agent:
        # `قصفت تركيا مواقع ردا على هجوم من قبل متطرفين`: behind an object an agent is that of a noun.
        return not clause.objects
    lone = bool(clause.subject) and not clause.objects and clause.comp is None
    if not lone or sense.type not in _PASSIVE_TYPES or _described(trigger, scene):
        return False
    first = clause.how == ("subject stands first",) and _suffers(scene, clause, sense)
    told = clause.how == ("subject is what the relative clause tells of",) and "obj" in sense.size.values()
    return first or told or clause.how == ("subject follows its verb",)


def _described(trigger: Trigger, scene: Scene) -> bool:
    """Whether a relative clause without `الذي` follows, behind which an object may be (`خطف مسلحون يستقلون ...`)."""
    clause = trigger.clause
    if clause is None or clause.stop >= len(scene.phrases):
        return False
    after, before = scene.phrases[clause.stop], scene.phrases[clause.stop - 1]
    return after.kind == "verb" and not after.conj and any(before is p for p in clause.subject)


def _suffers(scene: Scene, clause: Clause, sense: Sense) -> bool:
    """Whether a subject that stands first is one things are done to: `أن سبعة أشخاص قتلوا`, `إن جنديا قتل في هجوم`.

    So is a person whom a verb that counts its victims tells of without an object (`إن القاضي عمر، 60 عاما، خطف`).
    """
    phrase = clause.subject[0]
    mention = scene.mention(phrase)
    if mention.kind is MentionKind.UNNAMED and set(mention.sectors) <= {"CVL"}:
        return True
    counted = phrase.number == "counted" or (phrase.number == "sg" and not phrase.definite)
    if counted and mention.kind is MentionKind.UNNAMED and clause.verb is not None and clause.verb.tense == "past":
        return True
    return mention.kind is MentionKind.PERSON and "obj" in sense.size.values()


def trigger_slots(sense: Sense) -> frozenset[str]:
    """The slots a sense needs for actor or recipient."""
    return frozenset(s for role in ("actor", "recipient", "both") for s in sense.frame.get(role, ()))


def _turned(slots: dict[str, list[Group]]) -> dict[str, list[Group]]:
    """The slots of a passive as its active has them: the subject is the object, the agent phrase the subject."""
    turned = {k: v for k, v in slots.items() if k not in ("subj", "obj", "agent")}
    if "subj" in slots:
        turned["obj"] = slots["subj"]
    if "agent" in slots:
        turned["subj"] = slots["agent"]
    return turned


def _range(scene: Scene, trigger: Trigger) -> tuple[int, int]:
    clause = trigger.clause
    if trigger.kind == "verb" and clause is not None:
        opener = scene.phrases[clause.opener].kind if clause.opener >= 0 else ""
        return (clause.index if opener == "verb" else max(clause.opener + 1, 0)), clause.stop
    if clause is not None:
        return min(clause.index, trigger.phrase), max(clause.stop, trigger.phrase + 1)
    end = trigger.phrase + 1
    while end < len(scene.phrases) and scene.phrases[end].kind in ("np", "adv", "quote"):
        end += 1
    return max(trigger.phrase - 1, 0), end


def _fill(draft: Draft, slots: dict[str, list[Group]]) -> None:
    """Put the mentions of the slots into the roles of the frame."""
    trigger, frame = draft.trigger, draft.sense.frame
    used: set[str] = set()
    if "both" in frame:
        for slot in frame["both"]:
            _put(draft, draft.actors, slots, slot, used, every=True)
    for role, target in (("actor", draft.actors), ("recipient", draft.recipients)):
        for slot in frame.get(role, ()):
            if slot not in used and _put(draft, target, slots, slot, used):
                break
    if trigger.kind == "noun" and draft.type == "PROTEST" and not draft.actors:
        draft.actors.extend(_in_protest(draft))
    if trigger.kind == "noun" and draft.actors and not draft.recipients and draft.type == "ASSAULT":
        # `بعد استهدافه تجمعا`, `قصف الجيش أحياء`: behind its subject a verbal noun has an object.
        _put(draft, draft.recipients, slots, "obj", used)
    if trigger.kind == "noun":
        _lend(draft, slots, used)
    if not draft.actors and draft.type == "ASSAULT":
        draft.actors.extend(_shooters(draft, slots))


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


def _shooters(draft: Draft, slots: dict[str, list[Group]]) -> list[Mention]:
    """Whose weapons did it: `قتل برصاص الشرطة`, `بنيران مسلحين`."""
    scene = draft.scene
    for group in slots.get("ب", ()):
        keys = set(noun_keys(scene.words[group[0].inner].bare))
        owners = genitive(scene, [_inner(scene, group[0])]) if keys & scene.classes["weapons"] else []
        if owners and owners[0].person:
            return [scene.mention(owners[0])]
    return []


def _inner(scene: Scene, phrase: Phrase) -> Phrase:
    """A phrase without the words that make its preposition."""
    return phrase if phrase.inner == phrase.start else scene.phrase(phrase.inner, phrase.end)


def _put(
    draft: Draft, target: list[Mention], slots: dict[str, list[Group]], slot: str, used: set[str], every: bool = False
) -> bool:
    """Add the mentions of one slot to a role; whether anything was added."""
    name = "agent" if slot == "subj" and draft.trigger.kind == "noun" and "subj" not in slots else slot
    groups = slots.get(name)
    if not groups:
        return False
    for number, phrase in enumerate(groups[0]):
        if target is draft.actors and slot == "gen" and not _acts(draft, phrase, slots):
            return False
        if number > 0 and phrase.head in draft.scene.event_words:
            # `مقتل خمسة وإصابة عشرة`: what `و` joins is another event, not another participant.
            continue
        found = _participant(draft, phrase, target is draft.recipients, slot)
        if found is None:
            continue
        mention = _with_owner(draft, phrase, found)
        if all(m.span != mention.span for m in target):
            target.append(mention)
            draft.used.append(phrase)
    used.add(slot)
    return True


def _acts(draft: Draft, phrase: Phrase, slots: dict[str, list[Group]]) -> bool:
    """Whether a noun's genitive is who did it: where it may be whom it was done to, it is people that bear arms or act.

    `قصف مسلحي الجماعة`, `قصف الجيش`; but `قصف الحي`, `قصف غزة`, `قصف المدنيين`.
    """
    if draft.type == "PROTEST" and draft.trigger.kind == "noun":
        # `مظاهرات الغلاء`, `احتجاجات ضخمة`: only people protest.
        return phrase.person or draft.scene.mention(phrase).kind is MentionKind.NATIONALITY
    if draft.trigger.kind != "noun" or draft.type != "ASSAULT" or "gen" not in draft.sense.frame.get("recipient", ()):
        return True
    if "obj" in slots or "علي" in slots:
        return True
    mention = draft.scene.mention(phrase)
    return phrase.person and not set(mention.sectors) <= {"CVL", "REF"} | ({"UAF"} if not mention.sectors else set())


def _can_do(scene: Scene, phrase: Phrase) -> bool:
    """Whether the genitive of an event noun may be who does it, and is no adjective or topic (`تهديد مبطن`)."""
    classes = scene.classes
    doers = classes["speakers"] | classes["forces"] | classes["protesters"] | classes["arms"] | classes["security"]
    words = scene.words[phrase.inner : phrase.head + 1]
    return bool(phrase.mentions) or any({*noun_keys(w.bare)} & doers or w.kind == "name" for w in words)


# The shapes of verbal nouns (تفعيل, تفعلة, افتعال, انفعال, استفعال, إفعال, مفاعلة), squeezed.
_VERBAL_NOUN = re.compile("^(ت..ي.|ت...ه|ا.ت.ا.|ان..ا.|است..ا.|ا..ا.|م.ا..ه)$")


def _can_speak(scene: Scene, phrase: Phrase) -> bool:
    """Whether a subject may be somebody who speaks, and is not what is done (`تأسيس الجماعة`) or a verb misread."""
    head = scene.words[phrase.head]
    if scene.atoms[phrase.head] >= 0 or bool({*noun_keys(head.bare)} & scene.classes["speakers"]):
        return True
    things = scene.classes["weapons"] | scene.classes["arms"]
    if any(w.kind == "dem" for w in scene.words[phrase.inner : phrase.head + 1]) or {*noun_keys(head.bare)} & things:
        return False
    return _VERBAL_NOUN.match(head.bare) is None and not (head.conj and head.readings)


_NOBODY = frozenset(
    {"نفسه", "نفسها", "انفسهم", "ما", "وما", "من", "ومن", "ذلك", "هذا", "هذه", "الاقل", "الاكثر", "اكثر", "اقل"}
    | {"علاقه", "حد", "نطاق", "مدي", "اساس", "اثر", "حده", "راس", "غرار"}
)
_PERIODS = frozenset(
    {"يوم", "ايام", "شهر", "اشهر", "شهور", "اسبوع", "اسابيع", "ساعه", "ساعات", "سنه", "سنوات", "عام", "اعوام"}
)
SPOKEN = frozenset({"SUPPORT", "ACCUSE", "REJECT", "CONCEDE", "AGREE", "REQUEST", "THREATEN"})


def _participant(draft: Draft, phrase: Phrase, recipient: bool, slot: str) -> Mention | None:
    """The mention a phrase gives to a role, or None where it names nobody.

    A pronoun stands for the nearest person before it that agrees. What a speech act is about is no recipient itself,
    but whose it is (`أشاد بجهود اللجنة`); only who is asked, accused or threatened is its object (`دعا الأطراف إلى`).
    """
    scene = draft.scene
    if phrase.suffix:
        return _antecedent(draft, phrase)
    if phrase.end == phrase.inner + 1 and scene.words[phrase.head].norm in _NOBODY:
        return None
    if scene.atoms[phrase.head] < 0 and {*noun_keys(scene.words[phrase.head].bare)} & _PERIODS:
        return None
    if slot == "gen" and not recipient and not _can_do(scene, phrase):
        return None
    spoken = draft.type in SPOKEN or draft.type == "CONSULT"
    if not recipient and draft.trigger.kind == "verb" and spoken and not _can_speak(scene, phrase):
        return None
    if not recipient and slot != "subj" and phrase.prep in ("من", "ل", "ب") and not phrase.person:
        found = scene.mention(phrase)
        return found if found.country is not None else None
    addressed = draft.type in ("REQUEST", "THREATEN") or "allege" in draft.modes
    asked = addressed and slot == "obj" and phrase.head not in scene.event_words
    opposed = draft.type == "PROTEST" and slot in ("علي", "ضد")
    if recipient and (opposed or draft.type in SPOKEN) and scene.atoms[phrase.head] < 0 and not asked:
        inner = next((n for n in phrase.mentions if scene.mentions[n].kind in _PEOPLE), None)
        if inner is None:
            return None
        start = next(i for i in range(phrase.start, phrase.end) if scene.atoms[i] == inner)
        return scene.mention(scene.phrase(start, phrase.end))
    if phrase.head in scene.event_words and "self" not in draft.sense.slots:
        return None
    if draft.type in ("ASSAULT", "PROTEST") and _is_thing(draft, phrase):
        return None
    return scene.mention(phrase)


def _is_thing(draft: Draft, phrase: Phrase) -> bool:
    """Whether a phrase names a weapon, or the place of an attack rather than what it hit."""
    scene = draft.scene
    words = scene.words[phrase.inner : phrase.end]
    keys = {key for w in (scene.words[phrase.start], scene.words[phrase.head]) for key in noun_keys(w.bare)}
    if keys & scene.classes["weapons"] or any(w.bare.startswith(("مفخخ", "ملغوم", "ناسف")) for w in words):
        return True
    number = scene.atoms[phrase.head]
    place = number >= 0 and scene.mentions[number].kind is MentionKind.PLACE
    return phrase.prep in ("في", "قرب", "ب") and (place or bool(keys & scene.classes["place_nouns"]))


_PEOPLE = frozenset({MentionKind.PERSON, MentionKind.GROUP, MentionKind.OFFICE, MentionKind.UNNAMED, MentionKind.PLACE})


def _antecedent(draft: Draft, phrase: Phrase) -> Mention | None:
    """Whom an attached pronoun stands for: the nearest person or group before it that agrees, or None.

    It is never the subject of its own verb.
    """
    scene, clause = draft.scene, draft.trigger.clause
    own = clause.subject if clause is not None and draft.trigger.kind == "verb" else []
    for other in reversed(scene.phrases):
        if (
            other.kind != "np"
            or other.start >= phrase.start
            or not other.person
            or any(other is p for p in own)
            or (other.prep and other.prep == phrase.prep)
        ):
            continue
        if phrase.suffix == "ه" and (other.gender == "f" or other.number in ("pl", "du")):
            continue
        if phrase.suffix == "ها" and other.gender == "m" and other.number == "sg":
            continue
        if phrase.suffix in ("هم", "هن") and other.number not in ("pl", "counted"):
            continue
        return scene.mention(other)
    return None


def _with_owner(draft: Draft, phrase: Phrase, mention: Mention) -> Mention:
    """`حاجزا للجيش`, `قوة من الشرطة`, `مركزا لتجنيد الشرطة`: what right after an indefinite noun says whose it is, of
    whom it consists or what it is for belongs to the mention.
    """
    scene = draft.scene
    if phrase.definite or mention.name is not None or "ل" in draft.sense.slots:
        return mention
    k = next((i for i, p in enumerate(scene.phrases) if p.end == phrase.end and p.start <= phrase.start), None)
    after = scene.phrases[k + 1] if k is not None and k + 1 < len(scene.phrases) else None
    if after is None or after.kind != "np" or after.conj or after.start != phrase.end:
        return mention
    place = bool({*noun_keys(scene.words[phrase.head].bare)} & scene.classes["place_nouns"])
    belongs = after.prep == "ل" and (after.person or place)
    consists = after.prep == "من" and after.person and phrase.number == "sg" and mention.kind is MentionKind.UNNAMED
    if not belongs and not consists:
        return mention
    owner = scene.mention(after)
    span = mention.span.cover(owner.span)
    return replace(
        mention,
        span=span,
        text=span.of(scene.text),
        country=mention.country or owner.country,
        sectors=mention.sectors or owner.sectors,
        kind=MentionKind.UNNAMED,
    )


def _lend(draft: Draft, slots: dict[str, list[Group]], used: set[str]) -> None:
    """What stands round a noun: the support verb's subject, an agent phrase, a nationality adjective."""
    trigger, scene = draft.trigger, draft.scene
    clause = trigger.clause
    if trigger.told is not None and trigger.teller is not None:
        _lend_subject(draft, trigger.told, trigger.teller)
    elif trigger.support is not None and clause is not None and trigger.slot != "subj":
        _lend_subject(draft, trigger.support, clause)
    if clause is not None and clause.subject and clause.verb is not None and trigger.slot != "subj":
        uses = draft.scene.supports.get(clause.verb.verb.key, ())
        if any(use.subject == "place" for use in uses):
            draft.where = scene.mention(clause.subject[0]).span
    if not draft.actors and "agent" in slots:
        draft.actors.extend(scene.mention(p) for p in slots["agent"][0])
    if not draft.actors and trigger.adjectives:
        draft.actors.extend(scene.mention(p) for p in trigger.adjectives)


def _lend_subject(draft: Draft, support: Support, clause: Clause) -> None:
    """A support verb's subject is what the lexicon says it is to the noun's event."""
    target = {"actor": draft.actors, "recipient": draft.recipients, "both": draft.actors}
    role = support.subject
    if not clause.subject or role not in target or (role == "recipient" and draft.recipients):
        return
    mentions = [draft.scene.mention(p) for p in clause.subject]
    kept = [] if role == "actor" and "both" not in draft.sense.frame else target[role]
    target[role][:] = [*(m for m in mentions if all(m.span != t.span for t in kept)), *kept]
    draft.proved.append(f"subject of {support.lemma} is {role}")


def _rule_name(draft: Draft) -> str:
    """The rule in words: what kind of trigger, and which slots were filled."""
    trigger = draft.trigger
    if trigger.kind == "verb":
        kind = "passive verb" if draft.passive else "verb"
    else:
        kind = f"noun with {trigger.support.lemma}" if trigger.support else "noun"
    filled = [r for r, m in (("actor", draft.actors), ("recipient", draft.recipients)) if m]
    return ", ".join([kind, *filled])


def phrases_taken(draft: Draft) -> set[int]:
    """The phrases whose nouns are part of a verb's own meaning (`عقد اجتماعا`), and so no triggers of their own."""
    if draft.trigger.kind != "verb":
        return set()
    slots = {c.slot for c in draft.sense.when if c.words is not None and not c.negated}
    taken = {id(p) for slot in slots for group in draft.slots.get(slot, ())[:1] for p in group[:1]}
    return {k for k, p in enumerate(draft.scene.phrases) if id(p) in taken}
