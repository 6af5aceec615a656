"""Whose step is praised, refused or blamed, where a clause or a preposition behind it tells who took it.

`أشادت بالجهود التي تبذلها الحكومة`, `رفض طلبا وجهته الوزارة`, `رد عروضا من شركات`, `أشاد بضبط النفس لدى المعتصمين`.
"""

from __future__ import annotations

from khabar.events.draft import Draft
from khabar.events.lexicon import noun_keys
from khabar.events.scene import Scene
from khabar.lexicon.words import word_list
from khabar.records import Mention, MentionKind
from khabar.text.characters import squeeze
from khabar.text.clauses import Clause
from khabar.text.particles import periods
from khabar.text.phrases import AGENT, Phrase
from khabar.text.wordlist import VERBAL_NOUN

_ABOUT = ("obj", "ب", "علي", "ل", "عن")
"""The slots where what is praised, refused or blamed stands."""
_BY = ("لدي", "من", AGENT)
"""Prepositions right behind it before whose it is."""
CALLS = word_list(__name__, "calls")

_HOSTS = word_list(__name__, "hosts")


def doers(draft: Draft) -> list[Mention]:
    """Who took the step that a speech act is about, by the words right behind it; empty where they tell nobody."""
    scene = draft.scene
    if draft.type == "SUPPORT" and "recipient" not in draft.sense.frame:
        return []  # `صادق البرلمان على الاقتراح`
    for slot in _ABOUT:
        for phrase in (g[0] for g in draft.slots.get(slot, ())[:1]):
            if phrase.person or phrase.suffix or phrase.start < draft.trigger.words[-1]:
                continue
            if found := _behind(scene, phrase, draft.type == "SUPPORT"):
                return [scene.mention(p) for p in found]
    return [scene.mention(p) for p in _of_what(draft)]


def _of_what(draft: Draft) -> list[Phrase]:
    """Who did `what` a verb blames or praises (`ندد بما ارتكبته المليشيا`, `ندد بما "ارتكبته المليشيا"`)."""
    scene, clause = draft.scene, draft.trigger.clause
    if draft.trigger.kind != "verb" or clause is None or clause.verb is None:
        return []
    k = clause.index + 1
    while k < len(scene.phrases) and scene.phrases[k].kind in ("np", "adv"):
        k += 1
    rel = scene.phrases[k] if k < len(scene.phrases) else None
    if rel is None or rel.kind != "rel" or rel.conj or scene.words[rel.head].norm not in ("ما", "بما"):
        return []
    k += 2 if k + 1 < len(scene.phrases) and scene.phrases[k + 1].kind == "quote" else 1
    did = scene.by_phrase.get(k)
    return _who_did(scene, did) if did is not None else []


def _behind(scene: Scene, phrase: Phrase, praised: bool) -> list[Phrase]:
    """Whom the words right behind a phrase, and what `و` joins to it, name as those it is of.

    What is `praised` may be theirs by `ل` as well (`أشاد بالدور الفعال للقوات`).
    """
    k = scene.phrase_at(phrase.start) + 1
    while k < len(scene.phrases) and (scene.phrases[k].kind == "quote" or _is_listed(scene.phrases[k])):
        k += 1
    if k >= len(scene.phrases):
        return []
    after = scene.phrases[k]
    given = {*noun_keys(scene.words[phrase.inner].bare)} & scene.classes["assistance"]  # `الدعم المقدم للاجئين`
    if after.kind == "np" and (after.prep in _BY or (praised and after.prep == "ل" and not given)):
        plain = not (after.suffix or after.conj) and (_is_body(scene, after) or is_somebody(scene, after))
        return [after, *_joined(scene, k)] if plain else []
    relative = after.kind == "rel" and not after.conj
    k += relative
    k += relative and k < len(scene.phrases) and scene.words[scene.phrases[k].start].norm == "ما"  # `التي ما زالت`
    clause = scene.by_phrase.get(k)
    if clause is None or clause.verb is None or not (relative or not (phrase.definite or after.conj)):
        return []
    return _who_still_did(scene, clause) or _who_did(scene, clause)


_STILL = word_list(__name__, "still")


def _who_still_did(scene: Scene, clause: Clause) -> list[Phrase]:
    """Who does what a second verb tells, behind one that only says that it goes on, or nobody.

    `الجهود التي لا تزال الحكومة تبذلها`, `الجهود التي ما زالت تبذلها الحكومة`.
    """
    after = scene.phrases[clause.index + 1 : clause.index + 3]
    if clause.verb is None or clause.verb.verb.lemma not in _STILL or not after:
        return []
    if after[0].kind == "np" and len(after) == 2 and after[1].kind == "verb" and not after[1].conj:
        plain = not after[0].prep and (is_somebody(scene, after[0]) or _is_body(scene, after[0]))
        verb = after[1].verb
        return [after[0]] if plain and verb is not None and verb.suffix in ("ه", "ها") else []
    later = scene.by_phrase.get(clause.index + 1)
    return _who_did(scene, later) if later is not None else []


def _is_listed(phrase: Phrase) -> bool:
    """Whether a phrase is one more thing that `و` joins (`بالرعاية والعطاء الذي توليه الوزارة`)."""
    return phrase.kind == "np" and phrase.conj and not (phrase.prep or phrase.person or phrase.mentions)


def _who_did(scene: Scene, clause: Clause) -> list[Phrase]:
    """Who does in a relative clause what its pronoun stands for (`التي تبذلها الحكومة`, `تقدم به محاميه`)."""
    verb = clause.verb
    if verb is not None and squeeze(verb.verb.lemma) == "صدر" and not verb.suffix:
        from_them = clause.preps.get("عن", [[]])[0]  # `التصريحات التي صدرت عن الوزير`
        return from_them if from_them and is_somebody(scene, from_them[0]) else []
    resumed = bool(verb and verb.suffix in ("ه", "ها")) or any(
        p.suffix in ("ه", "ها") for groups in clause.preps.values() for g in groups[:1] for p in g[:1]
    )
    if verb is None or verb.voice == "passive" or not resumed or squeeze(verb.verb.lemma) in CALLS:
        return []
    if squeeze(verb.verb.lemma) in _HOSTS:
        return []
    groups = [clause.subject, *clause.objects] if clause.subject is not clause.antecedent else clause.objects
    index = scene.phrases[clause.index].start
    found = next((g for g in groups if g and g[0].start > index and not g[0].prep), [])
    return found if found and (is_somebody(scene, found[0]) or _is_body(scene, found[0])) else []


def _is_body(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase without a mention is a body or a realm (`شركات صينية`, `السلطنة`)."""
    return not scene.classes["bodies"].isdisjoint(noun_keys(scene.words[phrase.head].bare))


def _joined(scene: Scene, k: int) -> list[Phrase]:
    """The people that `و` joins to phrase `k` directly."""
    joined: list[Phrase] = []
    for phrase in scene.phrases[k + 1 :]:
        if phrase.kind != "np" or not phrase.conj or phrase.prep or not phrase.person:
            break
        joined.append(phrase)
    return joined


def is_somebody(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is people, a body, or a place that stands for a state."""
    keys = {*noun_keys(scene.words[phrase.head].bare)}
    if keys & periods() or keys & scene.classes["deeds"]:
        return False
    if phrase.who is MentionKind.UNNAMED and VERBAL_NOUN.match(scene.words[phrase.head].bare) is not None:
        return False
    return phrase.person or scene.is_state(phrase)
