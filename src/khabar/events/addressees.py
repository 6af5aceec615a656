"""Whom a speech act is for where no slot of its own names him: what is promised, threatened or asked tells.

`تعهد بمحاكمة الجنود`, `هدد بقطع الكهرباء عن القرى`, `سنعود إلى الشارع إذا لم تنفذ الوزارة وعدها`, `نأمل أن تفرج
الحكومة عنهم`, `ندد بما ترتكبه القوات`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from khabar.events.doers import CALLS, doers, is_somebody
from khabar.events.draft import Draft
from khabar.events.lexicon import Sense, noun_keys
from khabar.events.meanwhile import tells_when
from khabar.events.scene import Scene
from khabar.events.spoken import in_first_person
from khabar.events.trigger import genitive
from khabar.events.types import JUDGING
from khabar.lexicon.words import word_list
from khabar.records import Mention
from khabar.text.characters import squeeze
from khabar.text.clauses import Clause
from khabar.text.phrases import Phrase
from khabar.text.subjects import FOLLOWS

_CONTENTS = ("ب", "علي", "obj")
"""The slots where what is promised, offered or threatened stands."""
_TOWARDS = {"AGREE": frozenset({"ل", "مع", "الي"}), "THREATEN": frozenset({"ضد", "عن", "مع", "علي", "امام", "ل"})}
"""Prepositions behind that content before whom it is done to."""


def address(draft: Draft, nouns: Mapping[str, Sequence[Sense]]) -> None:
    """Give a speech act without a recipient the one that its own words imply.

    `nouns` are the lexicon's event nouns: those that are done to their genitive (`محاكمة الجنود`) tell to whom.
    """
    clause = draft.trigger.clause
    many = clause is not None and clause.verb is not None and clause.verb.person == "3mp"  # `وأشادوا بالجهود`
    speaks = draft.trigger.kind == "verb" and bool(draft.actors or in_first_person(draft) or many)
    if draft.recipients or not speaks or "both" in draft.sense.frame:
        return
    found: Mention | None = None
    if draft.type in _TOWARDS:
        found = _done_to(draft, nouns)
    if found is None and draft.type == "THREATEN":
        found = _waited_for(draft)
    if draft.type == "REQUEST":
        found = _to_act(draft)
    if judges := draft.type in JUDGING:
        found = _whose_deed(draft)
    did = doers(draft) if found is None and (judges or _repels(draft)) else []
    if done := [m for m in did if all(m.span != a.span for a in draft.actors)]:
        draft.recipients = done
        draft.settled |= {m.span for m in done}
        draft.proved.append("recipient is who did what it is about")
    if found is not None and all(found.span != m.span for m in draft.actors):
        draft.recipients = [found]
        draft.proved.append("recipient is whom the content is about")


def _done_to(draft: Draft, nouns: Mapping[str, Sequence[Sense]]) -> Mention | None:
    """To whom what is promised or threatened is done."""
    for content in _contents(draft):
        scene = draft.scene
        phrase = _kept_up(scene, content)
        owners = genitive(scene, [phrase]) if _is_done_to_genitive(scene, phrase, nouns) else []
        if owners and is_somebody(scene, owners[0]):
            return scene.mention(owners[0])
        for after in _behind(draft, phrase):
            if after.prep in _TOWARDS[draft.type] and is_somebody(scene, after):
                return scene.mention(after)
    return None


def _kept_up(scene: Scene, phrase: Phrase) -> Phrase:
    """What is to go on or be done more, of a phrase that says so (`مواصلة دعم لبنان`); else the phrase itself."""
    inner = genitive(scene, [phrase]) if scene.words[phrase.inner].bare in _MORE else []
    return inner[0] if inner and not inner[0].person else phrase


_MORE = word_list(__name__, "more")


def _contents(draft: Draft) -> list[Phrase]:
    """What is promised, offered or threatened, in the order of the text; not the promise itself (`موافقته على ...`)."""
    groups = [g[0] for slot in _CONTENTS for g in draft.slots.get(slot, ())[:1]]
    found = [p for p in groups if not p.person and not p.suffix and p.start > draft.trigger.words[-1]]
    found.sort(key=lambda p: p.start)
    return found[1:] if len(found) > 1 and found[0].possessed else found


def _is_done_to_genitive(scene: Scene, phrase: Phrase, nouns: Mapping[str, Sequence[Sense]]) -> bool:
    keys = noun_keys(scene.words[phrase.inner].bare)
    if not scene.classes["benefits"].isdisjoint(keys):
        return True
    return any("gen" in s.frame.get("recipient", ()) for key in keys for s in nouns.get(key, ()))


def _behind(draft: Draft, phrase: Phrase) -> Iterator[Phrase]:
    """The noun phrases that follow another one without a break."""
    phrases = draft.scene.phrases
    k = next((i for i, p in enumerate(phrases) if p.start <= phrase.start < p.end), len(phrases))
    for after in phrases[k + 1 :]:
        if after.kind not in ("np", "adv") or after.conj or tells_when(draft.scene, after):
            return
        if after.kind == "np" and not after.suffix:
            yield after


def _waited_for(draft: Draft) -> Mention | None:
    """Whose act would make a threat needless: `إذا لم تنفذ أثينا تعهداتها`, `ما لم ينسحب الجيش`."""
    scene, own = draft.scene, draft.trigger.clause
    for clause in scene.clauses:
        if own is None or clause.index <= own.index or clause.verb is None or not _is_condition(scene, clause):
            continue
        subject = clause.subject[0] if clause.subject and clause.verb.voice != "passive" else None
        if subject is not None and subject.start > draft.trigger.words[-1] and is_somebody(scene, subject):
            return scene.mention(subject)
    return None


def _is_condition(scene: Scene, clause: Clause) -> bool:
    """Whether a clause tells on what something depends."""
    start = scene.phrases[clause.index].start
    before = scene.words[start - 1].norm if start > 0 else ""
    negated = scene.phrases[clause.index].negated == "لم"
    return before in ("اذا", "ما") or (negated and before in ("ان", "لو")) or scene.words[start].norm == "اذا"


def _to_act(draft: Draft) -> Mention | None:
    """Who is to do what is asked: the subject of the clause that says it (`نأمل أن تفرج الحكومة عنهم`)."""
    own, scene = draft.trigger.clause, draft.scene
    for phrase in _contents(draft):
        moves = not scene.classes["own_moves"].isdisjoint(noun_keys(scene.words[phrase.inner].bare))
        owners = genitive(scene, [phrase]) if moves else []
        if owners and is_somebody(scene, owners[0]):
            return scene.mention(owners[0])  # `اشترط استقالة الوزير`
        if scene.words[phrase.inner].bare == "ضروره" and (found := _needed(scene, phrase)) is not None:
            return scene.mention(found)
    if own is None or own.comp is None:
        return None
    inside = (c for c in scene.clauses if own.comp[0] <= c.index < own.comp[1])
    first = next(inside, None)
    if first is None or not first.subject or first.how != (FOLLOWS,):
        return None
    active = first.verb is not None and first.verb.voice != "passive"
    return scene.mention(first.subject[0]) if active and is_somebody(scene, first.subject[0]) else None


def _needed(scene: Scene, phrase: Phrase) -> Phrase | None:
    """Who has to do a thing: whose deed stands behind `ضرورة` (`ضرورة اتخاذ المجلس موقفا`, `ضرورة التزام الطرفين`)."""
    deed = genitive(scene, [phrase])
    doer = genitive(scene, deed) if deed else []
    if not doer or not is_somebody(scene, doer[0]):
        return None
    after = next((p for p in scene.phrases if p.start == phrase.end), None)
    done = after is not None and after.kind == "np" and not (after.prep or after.definite or after.conj)
    moves = not scene.classes["own_moves"].isdisjoint(noun_keys(scene.words[deed[0].inner].bare))
    return doer[0] if done or moves else None


def _repels(draft: Draft) -> bool:
    """Whether a verb of force is about an attack that somebody else made (`صد الجيش هجوما شنته المليشيا`)."""
    return draft.type == "ASSAULT" and "gen" in draft.sense.frame.get("recipient", ())


def _whose_deed(draft: Draft) -> Mention | None:
    """Who does what is blamed or praised as `ما` somebody did (`نددت بما تقوم به القوات`)."""
    scene = draft.scene
    told = _what(scene, draft.trigger.phrase + 1)
    if told is not None and told.verb is not None and told.verb.suffix and squeeze(told.verb.verb.lemma) in CALLS:
        return _whose_thing(scene, told)
    if told is None or told.verb is None or "say" in told.verb.verb.kind.split():
        return None
    doers = [_behind_pronoun(scene, told)]
    if "aux" not in told.verb.verb.kind.split():
        doers = [told.subject, *told.objects, *doers]
    doer = next((g[0] for g in doers if g and g[0].start > scene.phrases[told.index].start), None)
    return scene.mention(doer) if doer is not None and not doer.prep and is_somebody(scene, doer) else None


def _what(scene: Scene, k: int) -> Clause | None:
    """The clause that tells what `ما` is, in the phrases from `k` on; `ما` stands alone or in the verb's own phrase."""
    for i, phrase in enumerate(scene.phrases[k : k + 4], k):
        if phrase.kind == "verb" and scene.words[phrase.start].norm in _WHAT:
            return scene.by_phrase.get(i)  # `لما قامت به`
        if is_what(scene, phrase):
            quoted = i + 1 < len(scene.phrases) and scene.phrases[i + 1].kind == "quote"
            return scene.by_phrase.get(i + 2 if quoted else i + 1)  # `بما "اقترفه"`
    return None


def _behind_pronoun(scene: Scene, clause: Clause) -> list[Phrase]:
    """Who stands behind a verb and the pronoun of `ما` (`ما أقدمت عليه النقابة`)."""
    behind = scene.phrases[clause.index + 1 :][:2]
    told = len(behind) == 2 and behind[0].suffix in ("ه", "ها") and bool(behind[0].prep)
    return behind[1:] if told and behind[1].kind == "np" else []


def _whose_thing(scene: Scene, called: Clause) -> Mention | None:
    """Whose what somebody only calls a thing is (`ما اعتبره تراجع الحكومة`, `ما وصفته بتبني برلين خطابا`)."""
    behind = scene.phrases[called.index + 1 :][:1]
    if not behind or behind[0].kind != "np" or behind[0].prep not in ("", "ب") or behind[0].person:
        return None
    first = scene.phrase(behind[0].inner, behind[0].end)
    owners = genitive(scene, [first])
    return scene.mention(owners[0]) if owners and is_somebody(scene, owners[0]) else None


def is_what(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is `ما` alone, with or without a preposition, and a clause tells what it is."""
    return phrase.end == phrase.start + 1 and scene.words[phrase.start].norm in _WHAT


_WHAT = word_list(__name__, "what")
