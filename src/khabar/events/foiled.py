"""What those do who foil or repel an attack (`أحبط الجيش هجوما للحركة وقتل ثمانية من رجالها`): it is no part of it."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.events.draft import Draft
from khabar.events.nearby import Somebody
from khabar.events.scene import Scene
from khabar.lexicon.words import word_list
from khabar.text.agreement import fits
from khabar.text.clauses import Clause
from khabar.text.nouns import possessed
from khabar.text.phrases import Phrase

_FOILING = word_list(__name__, "foiling")
_DEEDS = word_list(__name__, "deeds")
_FORCE = ("ASSAULT", "COERCE")
_OF_STATES = frozenset({"MIL", "COP", "SPY"})


def name_foilers(drafts: Sequence[Draft]) -> None:
    """Give what is joined to the verb of foiling to those who foil the attack; only where those hit are the attackers.

    `أفشلت القوات هجوما لطالبان وقتلت عشرة من المهاجمين`; but `صد الجيش هجوما وقتل اثنان من جنوده` is of the others.
    """
    for draft in drafts:
        foiling = foiled_before(draft)
        if foiling is None or draft.type not in _FORCE or not draft.recipients:
            continue
        scene = draft.scene
        if not _is_active(draft) and not _are_attackers(draft):
            continue
        draft.actors = [scene.mention(p) for p in foiling.subject]
        draft.passive = False
        draft.settled |= {m.span for m in (*draft.actors, *draft.recipients)}
        draft.proved.append("who foils the attack did it")


def foiled_before(draft: Draft) -> Clause | None:
    """The clause of those who foil an attack, where a deed joined to it may be theirs, or None."""
    scene, trigger, clause = draft.scene, draft.trigger, draft.trigger.clause
    own = scene.phrases[trigger.phrase]
    if trigger.kind == "noun" and (trigger.words[0] != own.inner or own.prep):
        return None
    after = clause is not None and clause.opener == clause.index - 1 >= 0 and _is_after(scene, clause.opener)
    joined = own.conj or (after and trigger.kind == "verb")
    if not joined or (trigger.kind == "verb" and (clause is None or clause.verb is None or clause.verb.suffix)):
        return None
    foiling = next((c for c in reversed(scene.clauses) if c.index < trigger.phrase and _foils(scene, c)), None)
    if foiling is None or not foiling.subject or not any(p.person for p in foiling.subject):
        return None
    between = scene.phrases[foiling.index + 1 : trigger.phrase]
    ends = ("stop", "link") if after else ("stop", "link", "comp")
    if any(p.kind in ends for p in between) or any(_leads_on(p) for p in between):
        return None
    if trigger.kind == "noun" or clause is None:
        return foiling
    told = [p for p in clause.subject if not _may_be_hit(p, scene, clause)]
    if any(scene.phrase_at(p.start) > clause.index for p in told):
        return None
    return foiling if _fits_all(foiling, clause) else None


def _is_after(scene: Scene, k: int) -> bool:
    """Whether phrase `k` is the `أن` of `بعد أن` (`أحبط هجوما بعد أن قتل منفذه`)."""
    phrase = scene.phrases[k]
    before = scene.words[phrase.start - 1] if phrase.start > 0 else None
    words = [scene.words[phrase.start], *([before] if before is not None else [])]
    return phrase.kind == "comp" and any(w.norm == "بعد" for w in words)


def _foils(scene: Scene, clause: Clause) -> bool:
    """Whether a clause tells that an attack is foiled (`أحبط هجوما`, `تمكن من صد هجوم`)."""
    if clause.verb is None or clause.antecedent:
        return False
    if clause.verb.verb.lemma in _FOILING:
        hit = [g[0] for g in clause.objects] + [g[0] for g in clause.preps.get("ل", ())]
        return any(p.inner in scene.event_words or p.inner in scene.violent for p in hit)
    behind = [g[0] for prep in ("من", "في", "ب") for g in clause.preps.get(prep, ())]
    nouns = (p for p in behind if scene.words[p.inner].bare in _DEEDS)
    return any(any(i in scene.event_words for i in range(p.inner, p.end)) for p in nouns)


def _leads_on(phrase: Phrase) -> bool:
    """Whether a phrase opens a clause that is not joined to the foiling, and no relative one."""
    return phrase.kind == "verb" and phrase.negated != ""


def _may_be_hit(phrase: Phrase, scene: Scene, clause: Clause) -> bool:
    """Whether what stands right behind a verb, taken for its subject, may be those it was done to (`وقتل ستة منهم`)."""
    return phrase.start == scene.phrases[clause.index].end and not (phrase.definite and phrase.named)


def _fits_all(foiling: Clause, clause: Clause) -> bool:
    """Whether those who foil can be the subject of a verb joined to theirs (`صد مقاتلون هجوما وقتلوا`)."""
    first, verb = foiling.subject[0], clause.verb
    if verb is None or foiling.verb is None:
        return False
    return verb.person == foiling.verb.person or (verb.person == "3mp" and first.many and fits(first, verb))


def _is_active(draft: Draft) -> bool:
    """Whether the form of a verb shows that it is no passive of those behind it (`وقتلت خمسة مسلحين`, `وقتلوا`)."""
    clause = draft.trigger.clause
    verb = clause.verb if clause is not None and draft.trigger.kind == "verb" else None
    return verb is not None and (verb.person == "3mp" or (verb.person == "3fs" and _are_men(draft)))


def _are_men(draft: Draft) -> bool:
    clause = draft.trigger.clause
    behind = next((p for p in draft.scene.phrases if clause and p.start == draft.scene.phrases[clause.index].end), None)
    return behind is not None and behind.gender != "f"


def _are_attackers(draft: Draft) -> bool:
    """Whether all whom a deed hits are called those of the attack, or bear arms for no state."""
    scene = draft.scene
    for mention in draft.recipients:
        words = scene.words_at(mention.span)
        follows = scene.words[words[-1].index + 1 : words[-1].index + 2]
        theirs = any(possessed(w) for w in words) or any(w.kind == "prep" and w.suffix for w in (*words, *follows))
        if _OF_STATES & set(mention.sectors) or not (theirs or {"REB", "UAF", "CRM"} & set(mention.sectors)):
            return False
    return True


def is_by_foilers(attack: Draft, deed: Draft) -> bool:
    """Whether a deed is what those do who foil the attack that a noun before it names."""
    if attack.scene is not deed.scene or attack.trigger.kind != "noun" or attack is deed:
        return False
    foiling = foiled_before(deed)
    return foiling is not None and foiling.index < attack.trigger.phrase < deed.trigger.phrase


def is_hit_by_foilers(attack: Draft, somebody: Somebody) -> bool:
    """Whether somebody stands behind what those did who foiled an attack, and so has not met it."""
    scene, k = attack.scene, attack.trigger.phrase
    if attack.trigger.kind != "noun" or somebody.phrase is None or somebody.phrase.start < scene.phrases[k].end:
        return False
    if not any(c.index < k and _foils(scene, c) for c in scene.clauses):
        return False
    last = scene.phrase_at(somebody.phrase.start)
    between = scene.phrases[k + 1 : last + 1]
    if any(p.kind == "comp" for p in between):
        return True
    joined = [p for p in between if p.conj]
    return any(p.kind == "verb" or p.inner in scene.event_words for p in joined)
