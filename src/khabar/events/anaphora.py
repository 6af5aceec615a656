"""Speech acts about what was told before: `رحبت الجمعية بالخطوة`, `رفضت الوزارة الطلب`, `طالبت بالإفراج عنهم`.

What is welcomed, rejected, condemned or to be undone was done by somebody: he is the recipient (PLOVER codes whom
praise, refusal and blame are for). Whom a speaker has just accused or asked he goes on speaking to.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from khabar.events.addressees import is_what
from khabar.events.again import is_told
from khabar.events.doers import is_somebody
from khabar.events.draft import Draft
from khabar.events.lexicon import Sense, noun_keys
from khabar.events.participants import ABLE
from khabar.events.scene import Scene
from khabar.events.spoken import in_first_person
from khabar.events.trigger import genitive
from khabar.events.types import JUDGING, SPOKEN
from khabar.lexicon.words import word_list
from khabar.records import Auxiliary, Mention, MentionKind
from khabar.text.characters import squeeze
from khabar.text.particles import particles
from khabar.text.phrases import Phrase

_TAKES_UP = JUDGING | {"AGREE", "CONCEDE"}
REACH = 250
"""How many characters may part a protest from the tear gas that is for those who take part in it."""

_SLOTS = ("obj", "ب", "علي", "ل", "عن", "مع")
_ANY = frozenset({"ASSAULT", "COERCE", "SANCTION", "RETREAT", "CONCEDE", "COOPERATE", "AID", "AGREE", "MOBILIZE"})


def take_up(
    drafts: Sequence[Draft],
    nouns: Mapping[str, Sequence[Sense]],
    classes: Mapping[str, frozenset[str]],
    scenes: Sequence[Scene],
) -> None:
    """Give speech acts without a recipient the actors of the event told before that they are about.

    `drafts` are a report's, in its order, merged; `nouns` the lexicon's event nouns and `classes` its word classes
    (`demands`, `proposals`, `deeds` say which events such a noun can mean); `scenes` are all sentences.
    """
    for number, draft in enumerate(drafts):
        if "crowd-control" in draft.modes and not draft.recipients:
            draft.recipients = _crowd(drafts[:number], draft)
        if draft.type == "ACCUSE" and _blames_for(draft, nouns, classes):
            done = [d for d in reversed(drafts[:number]) if d.type in _FORCE and _is_other(d, draft)]
            event = next((d for d in done if all(is_told(m, d) for m in draft.recipients)), None)
            draft.recipients = list(event.actors) if event is not None else []
            draft.proved.append(_TAKEN if event is not None else "whom the thing blamed was done to is not blamed")
        if draft.recipients or not draft.actors or "both" in draft.sense.frame:
            continue
        meant = _meant(draft, nouns, classes) if draft.type in _TAKES_UP else None
        told = _told(drafts[:number], draft, meant) if meant else None
        told = told or _to_undo(drafts[:number], draft, nouns) or _answered(drafts[:number], draft)
        if told is not None:
            draft.recipients = list(told.actors)
            draft.proved.append(_TAKEN)
        elif decided := _decided(draft, scenes):
            draft.recipients = decided
            draft.proved.append("recipient is who decided it")
        elif said := _in_one_breath(drafts[:number], draft) or _addressed_before(drafts[:number], draft):
            draft.recipients = [m for m in said.recipients if all(_who(m) != _who(a) for a in draft.actors)]
            draft.proved.append("recipient is whom the speaker addressed before")


_ALSO_TO = {
    "THREATEN": frozenset({"REQUEST", "ACCUSE", "THREATEN"}),
    "REQUEST": frozenset({"ACCUSE", "THREATEN", "REQUEST"}),
    "ACCUSE": frozenset({"ACCUSE"}),
    "AGREE": frozenset({"SUPPORT"}),
}
"""Of a speech act without an addressee the types of the act right before that tell to whom the speaker spoke."""


def _blames_for(
    draft: Draft, nouns: Mapping[str, Sequence[Sense]], classes: Mapping[str, frozenset[str]]
) -> bool:
    """Whether the recipient of blame is whom the thing blamed was done to (`انتقد ترحيل اللاجئين`)."""
    if "disapprove" not in draft.modes or len(draft.recipients) != 1:
        return False
    scene, whom = draft.scene, draft.recipients[0]
    if "obj2" in draft.slots:
        return False  # `أدان اقتحام المستوطنين المسجد`
    for slot in ("obj", "ب", "علي"):
        for phrase in (g[0] for g in draft.slots.get(slot, ())[:1]):
            if not scene.span(phrase).contains(whom.span) or scene.words[phrase.inner].start == whom.span.start:
                continue
            keys = noun_keys(scene.words[phrase.inner].bare)
            senses = [s for key in keys for s in nouns.get(key, ())]
            done = any(s.type in _FORCE and s.frame.get("recipient", ())[:1] == ("gen",) for s in senses)
            if (done and not ABLE & set(whom.sectors)) or not classes["handled"].isdisjoint(keys):
                return True
    return False


_FORCE = frozenset({"ASSAULT", "COERCE", "SANCTION", "RETREAT", "PROTEST"})
"""Types of what is done to people and places."""


def _in_one_breath(before: Sequence[Draft], draft: Draft) -> Draft | None:
    """The act of the same speaker told right before in the sentence, with its addressee (`اتهم الحكومة، مطالبا`)."""
    speakers = {_who(m) for m in draft.actors}
    said = [d for d in before if d.scene is draft.scene and d.span.end <= draft.span.start and d.type in SPOKEN]
    last = said[-1] if said else None
    if last is None or last.type not in _ALSO_TO.get(draft.type, ()) or not speakers & {_who(m) for m in last.actors}:
        return None
    if not last.recipients:
        return None
    blamed = last.type == "ACCUSE" and draft.type == "REQUEST"
    return None if blamed and ("allege" not in last.modes or _TAKEN in last.proved) else last


_TAKEN = "recipient is who did what it is about"


def _answered(before: Sequence[Draft], draft: Draft) -> Draft | None:
    """What somebody answers in the same sentence: `وهو ما ترفضه الوزارة`, `لكن الرئيس رفض الفكرة`, `عرض ... فرفضنا`."""
    near = [d for d in before if d.scene is draft.scene and _is_other(d, draft)]
    if not near or draft.type not in JUDGING | {"AGREE"}:
        return None
    if _is_about_it(draft):
        return near[-1]
    asked = [d for d in near if d.type in ("REQUEST", "AGREE")]
    return asked[-1] if asked and draft.type == "REJECT" and _names_no_matter(draft) else None


def _is_about_it(draft: Draft) -> bool:
    """Whether a clause is about what the sentence has just told (`وهو ما`, `وهو مطلب ترفضه`, `رحبت بها`)."""
    scene, k = draft.scene, draft.trigger.phrase
    clause = draft.trigger.clause
    if draft.trigger.kind != "verb" or k < 2 or clause is None or clause.verb is None:
        return False
    before = scene.words[: scene.phrases[k].start][-2:]
    words = [w.norm.removeprefix("و") for w in before]
    if words in (["هو", "ما"], ["الامر", "الذي"], ["الشيء", "الذي"]):
        return True
    if clause.verb.suffix in ("ه", "ها"):
        named = before[-1].kind == "noun" and not before[-1].definite
        return named and words[0] in ("هو", "هي", "في")
    if "recipient" not in draft.sense.frame:
        return False  # `صادق عليه البرلمان`
    return any(draft.slots[slot][0][0].suffix in ("ه", "ها") for slot in _SLOTS if draft.slots.get(slot))


def _names_no_matter(draft: Draft) -> bool:
    """Whether what is turned down is a lone definite noun, or left out."""
    clause, groups = draft.trigger.clause, draft.slots.get("obj", ())
    if not groups:
        return "comp" not in draft.slots
    if clause is None or clause.verb is None or clause.verb.verb.lemma != "رفض":
        return False  # `أوصد الباب`
    words = draft.scene.words[groups[0][0].inner : groups[0][0].end]
    return len(words) == 1 and words[0].definite and not groups[0][0].mentions


def _addressed_before(before: Sequence[Draft], draft: Draft) -> Draft | None:
    """The act in which who says `we` has last accused, asked or threatened somebody (`سنرد`, `لن نفاوض`)."""
    if draft.type not in ("THREATEN", "REJECT") or not in_first_person(draft):
        return None
    speakers = {_who(m) for m in draft.actors}
    own = [d for d in before if d.type in ("ACCUSE", "REQUEST", "THREATEN") and d.recipients]
    return next((d for d in reversed(own) if speakers & {_who(m) for m in d.actors}), None)


_UNDOES = {"RETREAT": frozenset({"COERCE", "SANCTION"}), "CONCEDE": frozenset({"COERCE", "SANCTION"})}
"""What is asked, and the types of event that it would undo."""


def _to_undo(before: Sequence[Draft], draft: Draft, nouns: Mapping[str, Sequence[Sense]]) -> Draft | None:
    """The event that a demand asks to undo: `طالبت بالإفراج عن الصيادين`, whom somebody has arrested."""
    if draft.type != "REQUEST":
        return None
    for slot in ("ب", "الي", "علي", "obj"):
        for group in draft.slots.get(slot, ())[:1]:
            keys = noun_keys(draft.scene.words[group[0].inner].bare)
            types = {t for key in keys for s in nouns.get(key, ()) for t in _UNDOES.get(s.type, ())}
            of = [*draft.slots.get("عن", ()), genitive(draft.scene, group)]
            whom = next((g[0] for g in of if g), None)
            if types and whom is not None:
                return next((d for d in reversed(before) if d.type in types and _hit(d, draft, whom)), None)
    return None


def _hit(event: Draft, draft: Draft, whom: Phrase) -> bool:
    """Whether others did an event to those a phrase names: by a pronoun (`عنهم`), or by the noun they had there."""
    if not event.recipients or not _is_other(event, draft):
        return False
    if whom.suffix:
        return bool({"arrest", "abduct"} & set(event.modes))
    return is_told(draft.scene.mention(whom), event)


def _told(before: Sequence[Draft], draft: Draft, meant: _Meant) -> Draft | None:
    """The event that is meant: what the report is about, or what was told last; what is no background comes first."""
    told = [d for d in reversed(before) if _is_meant(d, meant) and _is_other(d, draft)]
    if meant.country is not None:
        told = [d for d in told if any(m.country == meant.country for m in d.actors)]
    news = [d for d in told if Auxiliary.HISTORICAL not in d.auxiliary]
    if meant.which == "step" and (near := _right_before(news, draft)) is not None:
        return near
    about = next((d for d in news if d is _first(before)), None)
    if meant.which != "last" or (about is not None and about.type == "ASSAULT"):
        return about
    return next(iter([*news, *told]), None)


def _is_meant(event: Draft, meant: _Meant) -> bool:
    """Whether a noun can mean an event; an inquiry is a step as well."""
    return event.type in meant.types or (meant.which == "step" and "investigate" in event.modes)


def _right_before(told: Sequence[Draft], draft: Draft) -> Draft | None:
    """The event of the sentence right before the draft's, or None."""
    text = draft.scene.text
    near = (d for d in told if d.scene is not draft.scene)
    last = next(near, None)
    parted = "" if last is None else text[last.scene.sentence.span.end : draft.scene.sentence.span.start]
    return last if last is not None and not parted.strip() else None


def _decided(draft: Draft, scenes: Sequence[Scene]) -> list[Mention]:
    """Who decided in the sentence before what is judged now, where no event tells it, or nobody.

    `قررت الحكومة رفع الأسعار` and then `ورفضت النقابات القرار`.
    """
    judged = (g[0] for slot in _SLOTS for g in draft.slots.get(slot, ())[:1])
    if draft.type not in JUDGING or not any(_is_decision(draft.scene, phrase) for phrase in judged):
        return []
    before = next((one for one, two in pairwise(scenes) if two is draft.scene), None)
    if before is None or before.sentence.paragraph < 0:
        return []
    for clause in before.clauses:
        verb, who = clause.verb, clause.subject
        if verb is not None and who and squeeze(verb.verb.lemma) in _DECIDING and is_somebody(before, who[0]):
            found = [before.mention(p) for p in who]
            return found if not any(_who(m) == _who(a) for m in found for a in draft.actors) else []
    return []


_DECIDING = word_list(__name__, "deciding")
_DECIDED = word_list(__name__, "decided")


def _is_decision(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is the lone definite noun of a decision (`القرار`)."""
    words = [w for w in scene.words[phrase.inner : phrase.end] if w.kind not in ("dem", "punct")]
    lone = len(words) == 1 and words[0].definite and not phrase.mentions
    return lone and not _DECIDED.isdisjoint(noun_keys(words[0].bare))


def _first(drafts: Sequence[Draft]) -> Draft | None:
    """What a report is about: the first event that its body tells."""
    return next((d for d in sorted(drafts, key=lambda d: d.span.start) if d.scene.sentence.paragraph >= 0), None)


def _crowd(before: Sequence[Draft], draft: Draft) -> list[Mention]:
    """Whom tear gas was for: those who protest in the same sentence or the one before (`تظاهر المئات وأطلقت الغاز`)."""
    near = (d for d in reversed(before) if d.type == "PROTEST" and d.actors and _is_other(d, draft))
    last = next(near, None)
    close = last is not None and draft.span.start - last.span.end < REACH
    return list(last.actors) if last is not None and close else []


def _is_other(event: Draft, draft: Draft) -> bool:
    """Whether an event told before has an actor, and none of those who now speak of it."""
    speakers = {_who(m) for m in draft.actors}
    happened = Auxiliary.NEGATION not in event.auxiliary and event.span.end <= draft.span.start
    return happened and bool(event.actors) and not speakers & {_who(m) for m in event.actors}


def _who(mention: Mention) -> object:
    return mention.actor or mention.span


@dataclass(frozen=True, slots=True)
class _Meant:
    """Which event a noun, or `ما حدث`, takes up."""

    types: frozenset[str]
    which: str = "last"
    """The one told `last`, what the report is about (`news`), or a `step`: what the sentence before tells, or news.

    An attack that the report is about is `the attack` to the end.
    """
    country: str | None = None
    """Whose an adjective says it is (`القرار الروسي`)."""


def _meant(draft: Draft, nouns: Mapping[str, Sequence[Sense]], classes: Mapping[str, frozenset[str]]) -> _Meant | None:
    """What a lone definite noun in the draft's slots takes up; None without such a noun."""
    if draft.type in JUDGING and _is_what_happened(draft):
        return _Meant(_ANY, "news")
    for slot in _SLOTS:
        for group in draft.slots.get(slot, ())[:1]:
            found = _taken_up(draft, group[0], nouns, classes)
            if found is not None:
                return found
    return None


def _is_what_happened(draft: Draft) -> bool:
    """Whether a speech act is about `ما حدث`, or what its speaker has a word of his own for (`ما وصفه بالعدوان`)."""
    scene, k = draft.scene, draft.trigger.phrase
    ahead = scene.phrases[k + 1 : k + 9] if draft.trigger.kind == "verb" else []
    at = next((i for i, p in enumerate(ahead[:4]) if is_what(scene, p)), len(ahead))
    if at + 1 >= len(ahead) or ahead[at + 1].verb is None or any(p.kind in ("stop", "comma") for p in ahead[:at]):
        return False
    verb = ahead[at + 1].verb
    assert verb is not None
    lemma = squeeze(verb.verb.lemma)
    named = any(p.person or p.mentions for p in ahead[at + 2 : at + 5])
    return lemma in _HAPPENS or (lemma in _CALLS and verb.suffix == "ه" and not named)


_HAPPENS = word_list(__name__, "happens")
_CALLS = word_list(__name__, "calls")


def _taken_up(
    draft: Draft, phrase: Phrase, nouns: Mapping[str, Sequence[Sense]], classes: Mapping[str, frozenset[str]]
) -> _Meant | None:
    scene = draft.scene
    words = scene.words[phrase.inner : phrase.end]
    words = [w for w in words if w.kind not in ("dem", "punct") and w.norm not in particles().demonstratives]
    if len(words) > 1 and words[0].bare in _SERIES and words[1].definite:
        words = words[1:]  # `حملة التوقيفات`
    whose = [scene.mentions[n] for n in phrase.mentions]
    adjectives = all(w.kind == "adj" or scene.atoms[w.index] >= 0 for w in words[1:])
    if not words or not words[0].definite or not adjectives:
        return None
    if any(m.kind is not MentionKind.NATIONALITY for m in whose):
        return None
    country = whose[0].country if whose else None
    if whose and country is None:
        return None
    keys = set(noun_keys(words[0].bare))
    if keys & classes["demands"]:
        return _Meant(frozenset({"REQUEST"}), country=country)
    if draft.type in ("AGREE", "CONCEDE"):
        return _Meant(frozenset({"AGREE", "REQUEST"}), country=country) if keys & _OFFERED else None
    if keys & classes["proposals"]:
        return _Meant(frozenset({"AGREE", "REQUEST"}), country=country)
    if keys & classes["deeds"]:
        return _Meant(_ANY | {"REJECT"}, "step", country)
    types = frozenset(s.type for key in keys for s in nouns.get(key, ())) & (_ANY | {"ACCUSE", "THREATEN", "PROTEST"})
    if any("convict" in s.modes for key in keys for s in nouns.get(key, ())):
        types |= {"RETREAT"}  # `رحب بالحكم`: some are acquitted by it
    return _Meant(types, country=country) if types else None


_OFFERED = word_list(__name__, "offered")
_SERIES = word_list(__name__, "series")
