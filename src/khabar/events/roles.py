"""Who is actor and who recipient, weighed over all that grammar, lexicon and the rules say of everybody nearby.

The rules of the frames (`events/filling.py` and those after it) propose; which of them hold with which verbs and
nouns, and who is meant where they find nobody, is learned from annotated reports, as semantic roles are (Gildea and
Jurafsky 2002). Weights by `tools/train_roles.py`; the card is `models/roles.md`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from khabar.events.attempts import who_got_away
from khabar.events.both_judge import only_judges_too
from khabar.events.disowned import who_meets_charge
from khabar.events.draft import Draft
from khabar.events.foiled import is_hit_by_foilers
from khabar.events.fronted import is_in_fronted_reason
from khabar.events.grammar import ROLES, Grammar, given_role
from khabar.events.handed_over import hands_over
from khabar.events.judged import hears, is_its_doer, who_judges
from khabar.events.lapses import is_of_the_news
from khabar.events.lexicon import noun_key
from khabar.events.marchers import is_no_marcher
from khabar.events.meanwhile import only_meanwhile
from khabar.events.nearby import Somebody
from khabar.events.of_victims import only_hit_attacker, only_told_of_victim
from khabar.events.onlookers import looks_on
from khabar.events.peacemakers import has_only_taught, is_to_be_avenged, only_comes_to_stop
from khabar.events.read_by import odds_of_all, role_facts
from khabar.events.reprisals import is_in_reason, is_own_side, who_answers
from khabar.events.sameness import same_mention
from khabar.events.scenery import is_named_after
from khabar.events.struck_back import only_strikes
from khabar.lexicon.words import word_list
from khabar.models.linear import Linear
from khabar.records import Mention, MentionKind
from khabar.text.characters import squeeze
from khabar.text.particles import particles

KEPT = {"actor": -1.5, "recipient": -0.75}
"""The log-odds from which on whom the rules have found stays."""
FILLED = -0.5
"""The log-odds from which on a role that is empty is filled."""

@dataclass(frozen=True, slots=True)
class Roles:
    """Gives out the roles of an event; without a model the rules' participants stay."""

    actor: Linear | None
    recipient: Linear | None

    @classmethod
    def load(cls) -> Roles:
        """The shipped weights."""
        return cls(Linear.load("actor"), Linear.load("recipient"))

    def give_out(self, draft: Draft, people: Sequence[Somebody], accusers: Sequence[Mention] = ()) -> None:
        """Take from a draft whom nothing speaks for, and fill the roles that are empty, the surest first.

        `people` is everybody nearby, those the rules have found among them; nobody gets two roles. The adjective that
        says whose attack it was stays where nobody is likely. The `accusers` say that others did it.
        """
        if self.actor is None or self.recipient is None:
            return
        before = replace(draft, actors=list(draft.actors), recipients=list(draft.recipients))
        read = odds_of_all(before, [p.mention for p in people])
        places = {p.mention.span: n for n, p in enumerate(people)}
        found: dict[int, dict[str, float]] = {}
        grammar = Grammar()

        def odds(somebody: Somebody, model: Linear) -> float:
            n = places[somebody.mention.span]
            if n not in found:
                found[n] = facts(before, people, n, read, grammar)
            return model.odds(found[n])

        roles = (("actor", self.actor, draft.actors), ("recipient", self.recipient, draft.recipients))
        for role, model, mentions in roles:
            given = {m.span for m in mentions} - draft.settled
            weak = {p.mention.span for p in people if p.mention.span in given and odds(p, model) < KEPT[role]}
            mentions[:] = [m for m in mentions if m.span not in weak]
        innocent = {m.span for m in (*who_answers(draft, people), *(() if accusers else who_judges(draft, people)))}
        innocent |= {p.mention.span for p in people if any(same_mention(p.mention, m) for m in accusers)}
        innocent |= who_got_away(draft)
        draft.actors[:] = [m for m in draft.actors if m.span not in innocent]
        empty = [(role, model, mentions) for role, model, mentions in roles if not mentions]
        weighed = [
            (odds(p, model), role, p.mention, mentions)
            for role, model, mentions in empty
            for p in people
            if not (_has_no_part(draft, p) if role == "actor" else _is_no_recipient(draft, p))
            and not (role == "actor" and p.mention.span in innocent)
        ]
        for value, role, mention, mentions in sorted(weighed, key=lambda w: (-w[0], w[1], w[2].span)):
            if value < FILLED or mentions or (role == "actor" and is_own_side(draft, mention)):
                continue
            taken = [*draft.actors, *draft.recipients]
            if not any(_is_one(mention, m, draft.scene.text) for m in taken):
                mentions.append(mention)
                draft.proved.append(f"{role} by weight")
        if draft.type == "ASSAULT" and not draft.actors:
            draft.actors[:] = [m for m in before.actors if _says_whose(m, draft)]
        if draft.sense.type == "CONSULT" and "visit" in draft.sense.modes and draft.actors and not draft.recipients:
            # `يصل الرئيس غدا إلى الجزائر`: the state that is visited is the host, whenever that is.
            own = {m.country for m in draft.actors}
            draft.recipients[:] = [m for m in before.recipients if _is_state(m) and m.country not in own]


def _is_state(mention: Mention) -> bool:
    """Whether a mention is the name of a state, or of a capital that stands for it."""
    return mention.kind is MentionKind.PLACE and (mention.actor or "").startswith("state-")


def _has_no_part(draft: Draft, somebody: Somebody) -> bool:
    """Whether somebody near a deed has not done it, however likely that is by weight."""
    if somebody.phrase is not None and somebody.phrase is who_meets_charge(draft):
        return True
    if hands_over(draft, somebody.phrase):
        return True
    tells = "MED" in somebody.mention.sectors
    if draft.type == "ASSAULT" and (tells or looks_on(somebody.mention, draft.scene.classes)):
        return True  # `وكالة أعماق`, whoever it speaks for
    if "convict" in draft.modes and not (_is_state(somebody.mention) or "JUD" in somebody.mention.sectors):
        return True  # `نفذت الوزارة حكم الإعدام في رجل أدين بالقتل`
    if draft.type == "ACCUSE" and draft.trigger.kind == "noun":
        return _is_in_charge(draft, somebody)
    if draft.type == "ACCUSE" and draft.passive and _is_subject(draft, somebody):
        return True  # `اتهم المحامي بالتجسس`
    if is_of_the_news(draft, somebody.phrase) or only_told_of_victim(draft, somebody):
        return True
    if only_comes_to_stop(draft, somebody) or only_meanwhile(draft, somebody):
        return True
    if has_only_taught(draft, somebody.mention):
        return True
    return _foils(draft, somebody) or _deals_with(draft, somebody) or is_no_marcher(draft, somebody.mention)


def _is_subject(draft: Draft, somebody: Somebody) -> bool:
    clause = draft.trigger.clause
    return clause is not None and any(p is somebody.phrase for p in clause.subject)


def _deals_with(draft: Draft, somebody: Somebody) -> bool:
    """Whether police or a court, of whom another verb tells, only deal with a deed that a noun names.

    `فتحت الشرطة تحقيقا في مقتل تاجر`, `أعلنت الشرطة عن اعتقال رجل على خلفية هجوم`: they have not done it.
    """
    if draft.type != "ASSAULT" or draft.trigger.kind != "noun" or somebody.phrase is None:
        return False
    tells = any(any(p is somebody.phrase for p in clause.subject) for clause in draft.scene.clauses)
    return tells and bool({"COP", "JUD"} & set(somebody.mention.sectors)) and draft.trigger.support is None


def _foils(draft: Draft, somebody: Somebody) -> bool:
    """Whether somebody foils the attack that a noun names (`أحبطت الشرطة محاولة تفجير سيارة`)."""
    clause = draft.trigger.clause
    if draft.type != "ASSAULT" or draft.trigger.kind != "noun" or clause is None or clause.verb is None:
        return False
    return clause.verb.verb.lemma in particles().lemmas["foiling"] and any(p is somebody.phrase for p in clause.subject)


def _is_in_charge(draft: Draft, somebody: Somebody) -> bool:
    """Whether somebody is part of a charge: in its own words, or behind its `أن`.

    `تواجه الناشطة تهمة إهانة الرئيس`, `الاتهامات بأن تركيا تساعد التنظيم`.
    """
    own = draft.scene.phrases[draft.trigger.phrase]
    if somebody.where == "inside" and somebody.phrase is own and "gen" not in draft.sense.frame.get("actor", ()):
        return True
    after = draft.scene.phrases[draft.trigger.phrase + 1 : draft.trigger.phrase + 2]
    here = draft.scene.sentence.span.contains(somebody.mention.span)
    return here and bool(after) and after[0].kind == "comp" and somebody.mention.span.start > draft.span.end


_BESIDE = word_list(__name__, "beside")


def _is_no_recipient(draft: Draft, somebody: Somebody) -> bool:
    """Whether somebody near a deed was not hit by it: held for it, a name of talks, or who stood by those who did it.

    `اقتحموا الساحة بحماية الشرطة`.
    """
    phrase = somebody.phrase
    helps = phrase is not None and phrase.prep in ("ب", "تحت", "في") and draft.scene.words[phrase.inner].bare in _BESIDE
    if helps or is_in_reason(draft, somebody) or is_in_fronted_reason(draft, somebody) or hands_over(draft, phrase):
        return True
    if hears(draft, phrase) or is_its_doer(draft, somebody.mention) or only_meanwhile(draft, somebody):
        return True
    if is_hit_by_foilers(draft, somebody) or only_hit_attacker(draft, somebody) or only_strikes(draft, somebody):
        return True
    if draft.type == "REQUEST" and phrase is not None and phrase.prep == "عن":
        return True  # `طالبت بالإفراج عن الصحفي المعتقل`
    if only_judges_too(draft, somebody) or is_to_be_avenged(draft, somebody.mention):
        return True
    return _is_charged(draft, somebody) or _names_talks(draft, somebody)


_CHARGES = word_list(__name__, "charges")


def _is_charged(draft: Draft, somebody: Somebody) -> bool:
    """Whether somebody is held for a deed that a noun names, and so has not suffered it.

    `اعتقل خمسة أشخاص بتهمة التخطيط لهجوم`.
    """
    if draft.type != "ASSAULT" or draft.trigger.kind != "noun" or somebody.phrase is None:
        return False
    first = draft.scene.phrases[draft.trigger.phrase].start
    between = draft.scene.words[somebody.phrase.end : first]
    return any(w.norm in _CHARGES for w in between)


def _names_talks(draft: Draft, somebody: Somebody) -> bool:
    """Whether somebody is only the town that an agreement or talks are named after (`رحب باتفاق الرياض`)."""
    mention, scene = somebody.mention, draft.scene
    if mention.kind is not MentionKind.PLACE or not scene.sentence.span.contains(mention.span):
        return False
    at = scene.words_at(mention.span)[0].index
    return scene.atoms[at] >= 0 and is_named_after(scene, scene.phrases[scene.phrase_at(at)], scene.atoms[at])


def _says_whose(mention: Mention, draft: Draft) -> bool:
    """Whether a mention is the adjective of one state, in the subject or right behind a word for an attack.

    `غارة إسرائيلية`, `استهدفت غارة إسرائيلية بلدة`; what only stands in the sentence does not tell whose attack it was.
    """
    if mention.kind is not MentionKind.NATIONALITY or len(mention.text.split()) > 1:
        return False
    scene, start = draft.scene, mention.span.start
    told = [s.end for s in (draft.span, *draft.also) if s.end <= start]
    subjects = (p for group in draft.slots.get("subj", ()) for p in group)
    behind = any(not scene.text[end:start].strip() for end in told)
    return behind or any(scene.span(p).contains(mention.span) for p in subjects)


def _is_one(a: Mention, b: Mention, text: str) -> bool:
    """Whether two mentions may be of one: by span or actor, because one has all words of the other, or by apposition.

    `طالب سالم حمد، رئيس الوفد، بالانسحاب`: only a comma stands between the name and the office.
    """
    first, second = sorted((a, b), key=lambda m: m.span.start)
    kinds = {first.kind, second.kind} == {MentionKind.PERSON, MentionKind.OFFICE}
    if kinds and text[first.span.end : second.span.start].strip() in ("،", ","):
        return True
    if a.span.overlaps(b.span) or same_mention(a, b):
        return True
    short, long = sorted((set(squeeze(m.text).split()) for m in (a, b)), key=len)
    return short <= long


def facts(
    draft: Draft,
    people: Sequence[Somebody],
    number: int,
    read: Sequence[Sequence[float]],
    grammar: Grammar | None = None,
) -> dict[str, float]:
    """What speaks for and against one of everybody as a participant of a draft: name to 1, or to a small number.

    `read` is what the encoder says of everybody (`odds_of_all`), `grammar` what was said of the others of `people`.
    """
    somebody, grammar = people[number], grammar or Grammar()
    kind = f"{draft.type} {'passive' if draft.passive else draft.trigger.kind}"
    entry = squeeze(draft.sense.entry)
    found: dict[str, float] = {}
    for name in (*_by_rules(draft, somebody), *grammar.of_somebody(draft, somebody)):
        found[name] = found[f"{name} | {kind}"] = 1.0
        found[f"{name} | {entry}"] = 1.0
    for name in grammar.of_tellings(somebody):
        found[name] = found[f"{name} | {draft.type}"] = 1.0
    text = draft.scene.text
    for name in (*_who(somebody.mention, text), *_around(draft, somebody)):
        found[name] = found[f"{name} | {draft.type}"] = 1.0
    given = given_role(draft, somebody.mention)
    found[f"kind {kind} given {given}"] = 1.0
    for name in _who(somebody.mention, text):
        found[f"{name} | {given}"] = 1.0
    found["people"] = min(len(people), 10) / 10
    for name, value in role_facts(read, number).items():
        found[name] = found[f"{name} | {draft.type}"] = found[f"{name} | {given}"] = value
    return found


def _by_rules(draft: Draft, somebody: Somebody) -> Iterator[str]:
    """What the rules have found: his role, how many they know, how they came to it."""
    given = given_role(draft, somebody.mention)
    actors, recipients = min(len(draft.actors), 2), min(len(draft.recipients), 2)
    yield f"given {given}"
    yield f"given {given} of {actors} {recipients}"
    yield f"given {given} {somebody.where}"
    if given in ROLES:
        yield from (f"given {given} proved {proved}" for proved in draft.proved)
        yield f"given {given} {draft.sense.where}"


def _who(mention: Mention, text: str) -> Iterator[str]:
    """What he is."""
    yield f"is {mention.kind.value}"
    yield f"is {mention.kind.value} {'named' if mention.name is not None else 'nameless'}"
    yield from (f"sector {sector}" for sector in mention.sectors[:2])
    yield f"of a country {mention.country is not None}"
    yield f"definite {squeeze(mention.text).startswith('ال')}"
    yield f"words {min(len(mention.text.split()), 4)}"
    yield f"first {noun_key(squeeze(mention.text.split()[0]))}"
    yield f"head {noun_key(squeeze(mention.head.of(text)))}"


def _around(draft: Draft, somebody: Somebody) -> Iterator[str]:
    """The words on both sides of him."""
    phrase, words = somebody.phrase, draft.scene.words
    if phrase is None:
        return
    yield f"preposition {phrase.prep or 'none'} joined {phrase.conj}"
    yield f"word before {words[phrase.start - 1].norm if phrase.start else 'none'}"
    yield f"word behind {words[phrase.end].norm if phrase.end < len(words) else 'none'}"
