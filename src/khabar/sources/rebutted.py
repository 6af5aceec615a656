"""Tellings that a denial is of, where it names who tells (`نفى الجيش ما نشرته الصحيفة من أن`): whose the words are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from khabar.events.able import can_speak
from khabar.events.lexicon import noun_keys
from khabar.events.scene import Scene
from khabar.records import Attribution, Span, Stance
from khabar.sources.chain import chain_of
from khabar.sources.contents import ABOUT
from khabar.sources.in_full import in_full
from khabar.sources.kinds import source_nouns
from khabar.sources.lore import Lore
from khabar.text.clauses import Clause
from khabar.text.phrases import Phrase
from khabar.text.subjects import FOLLOWS

_REBUTTED = "rebutted"
_SPREADING = frozenset({"نشر", "تداول", "تناقل", "كتب", "بثّ", "أورد", "ساق", "وجّه", "روّج", "ردّد", "أذاع", "أثار"})
"""Verbs of telling, besides those of saying, behind what is told (`ما تناقلته المواقع`, `اتهامات ساقها الوزير`)."""
_WRITTEN = frozenset({"جاء", "ورد"})


@dataclass(frozen=True, slots=True)
class _Telling:
    """What somebody has told, in the words of who denies it."""

    told: Phrase
    """The word for it (`ما`, `اتهامات`)."""
    cue: Span
    """Its verb."""
    content: Span
    teller: Phrase | None
    """Who has told it, where that is not left to the verb."""
    clause: Clause | None


def is_rebutted(attribution: Attribution) -> bool:
    """Whether an attribution is of a telling that a denial of its sentence is of."""
    return attribution.rule.startswith(_REBUTTED)


def rebutted_in(span: Span, denial: Attribution, attributions: Sequence[Attribution]) -> bool:
    """Whether some words are what somebody has told, by a denial that is of his telling or charge."""
    if denial.stance is not Stance.DENIES:
        return False
    tellings = (a for a in attributions if denial.scope.contains(a.scope) and a.scope.contains(span))
    return any(is_rebutted(a) or _is_charge_of(denial, a) for a in tellings)


def _is_charge_of(denial: Attribution, attribution: Attribution) -> bool:
    """Whether an attribution is the charge with which the words of a denial open (`نفت اتهامات كييف لها بقصف`)."""
    noun = attribution.stance is Stance.ACCUSES and attribution.rule.startswith("noun")
    return noun and attribution.cue is not None and attribution.cue.start == denial.scope.start


def with_rebutted(
    scene: Scene, said: Sequence[Attribution], lore: Lore, denials: Sequence[Attribution] | None = None
) -> list[Attribution]:
    """The attributions of a sentence with those of the tellings that its denials are of; these hold the same words.

    `denials` are those looked at, where not all are.
    """
    found = list(said)
    for denial in said if denials is None else denials:
        if denial.stance is not Stance.DENIES or denial.cue is None:
            continue
        telling = _told_by_clause(scene, denial, lore)
        made = _made(scene, telling, found, lore) if telling is not None else None
        if telling is None:
            continue
        found = [a for a in found if a.cue != telling.cue]
        tellers = tuple(s for s in made.chain if s not in denial.chain) if made is not None else ()
        if made is None or all(s.mention is None for s in tellers):
            continue  # `نفى ما تردد عن استقالته`: nobody is told to have said so
        made = replace(made, chain=tellers)
        start = scene.words[telling.told.inner].start
        chain = tuple(s for s in denial.chain if s not in made.chain) or denial.chain
        found[found.index(denial)] = replace(denial, chain=chain, scope=Span(start, made.scope.end))
        found.append(made)
    return found


def _told_by_clause(scene: Scene, denial: Attribution, lore: Lore) -> _Telling | None:
    """What is told by the verb of a relative clause behind a denial (`نفى ما نشرته الصحيفة من أن`)."""
    for clause in scene.clauses:
        told = clause.antecedent[0] if clause.antecedent else None
        if clause.verb is None or told is None or scene.phrases[clause.index].negated:
            continue
        content = _content(scene, clause)
        if content is not None and _is_denied(scene, told, denial):
            word = scene.words[scene.phrases[clause.index].head]
            return _Telling(told, Span(word.start, word.end), content, _teller(scene, clause, lore), clause)
    return None


def _is_denied(scene: Scene, told: Phrase, denial: Attribution) -> bool:
    """Whether the word for what is told is what a denial is of: the object of its verb, or its first word."""
    cue, word, span = denial.cue, scene.words[told.inner], scene.span(told)
    if cue is None or not (word.norm in _WHAT or word.bare in scene.classes["hearsay"]):
        return False
    if span.start == denial.scope.start:
        return True  # `ما نشرته الصحيفة عن اعتقاله غير صحيح`
    if span.start < cue.end:
        return False
    head = scene.words[scene.phrases[scene.phrase_at(scene.words_at(cue)[0].index)].head]
    own = next((c for c in scene.clauses if scene.phrases[c.index].head == head.index), None)
    taken = own is not None and any(p is told for group in own.objects for p in group)
    return taken or (denial.scope != cue and denial.scope.start <= span.start <= denial.scope.start + _OPENING)


_WHAT = frozenset({"ما", "لما"})
_OPENING = 12
"""Letters that may stand before the word for what is told (`صحة ما`, `كل ما`)."""


def _content(scene: Scene, clause: Clause) -> Span | None:
    """The words that tell what was told: a clause with `أن`, or what stands behind `عن`; of a charge, behind `ب`."""
    if clause.comp is not None:
        return _until_who_denies_goes_on(scene, clause.comp[0], clause.comp[1])
    charge = scene.words[clause.antecedent[0].inner].bare in scene.classes["accusations"]
    names = (*ABOUT, "ب") if charge else ABOUT
    groups = [g for name in names for g in clause.preps.get(name, ()) if not g[0].suffix]
    start = min((g[0].start for g in groups), default=-1)
    return _until_who_denies_goes_on(scene, scene.phrase_at(start), clause.stop) if start >= 0 else None


def _until_who_denies_goes_on(scene: Scene, first: int, stop: int) -> Span:
    """The words from a phrase on up to another, or to where who denies goes on to speak (`، وأكدت أن`)."""
    said = {c.index for c in scene.clauses if c.says}
    for k in range(first + 1, stop):
        phrase = scene.phrases[k]
        speaks = k in said and (phrase.conj or (phrase.verb is not None and phrase.verb.tense == "participle"))
        if speaks and scene.phrases[k - 1].kind == "comma":
            stop = k - 1
            break
    opens = scene.phrases[first]
    start = scene.words[opens.start].start if opens.kind == "comp" else scene.words[opens.start].token.start
    return Span(start, scene.words[scene.phrases[stop - 1].end - 1].end)


def _teller(scene: Scene, clause: Clause, lore: Lore) -> Phrase | None:
    """Who has told it: the subject behind the verb, or the document that it stands in (`ما جاء في بيان الوزارة`)."""
    verb = clause.verb
    assert verb is not None
    if verb.verb.lemma in _WRITTEN:
        inside = [g[0] for name in ("في", "ب", "علي") for g in clause.preps.get(name, ())]
        return next((p for p in inside if _is_source(scene, p, lore)), None)
    telling = verb.verb.key in lore.events.says or verb.verb.lemma in _SPREADING
    if not telling or clause.how != (FOLLOWS,) or not clause.subject:
        return None
    teller = clause.subject[0]
    return teller if can_speak(scene, teller) and (teller.person or _is_source(scene, teller, lore)) else None


def _is_source(scene: Scene, phrase: Phrase, lore: Lore) -> bool:
    """Whether a phrase is of somebody or a thing that can tell: named, or by a noun of sources."""
    keys = {key for w in scene.words[phrase.inner : phrase.inner + 2] for key in noun_keys(w.bare)}
    return bool(phrase.mentions) or bool(keys & (source_nouns(lore.sources) | scene.classes["media"]))


def _made(scene: Scene, telling: _Telling, said: Sequence[Attribution], lore: Lore) -> Attribution | None:
    """The attribution of a telling that is denied, or None where nobody is named for it."""
    charge = scene.words[telling.told.inner].bare in scene.classes["accusations"]
    stance = Stance.ACCUSES if charge else Stance.ASSERTS
    rule = f"{_REBUTTED} {telling.cue.of(scene.text)}"
    already = next((a for a in said if a.cue == telling.cue), None)
    if already is not None:
        return replace(already, stance=stance, scope=telling.content, rule=rule)
    if telling.teller is None:
        return None
    mention = in_full(scene, telling.clause, telling.teller, lore.known(scene.mention(telling.teller)), lore)
    k = next(k for k, p in enumerate(scene.phrases) if p is telling.teller)
    chain = chain_of(scene, None, [mention], lore, phrase=k)
    text = telling.cue.of(scene.text)
    return Attribution("", chain, stance, telling.cue, text, telling.content, False, rule) if chain else None
