"""Tellings that a denial is of, where it names who tells (`نفى الجيش ما نشرته الصحيفة من أن`): whose the words are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from khabar.events.able import can_speak
from khabar.events.lexicon import noun_keys
from khabar.events.scene import Scene
from khabar.events.trigger import ABOUT
from khabar.lexicon.words import word_list
from khabar.records import Attribution, Mention, Span, Stance
from khabar.sources.chain import chain_of
from khabar.sources.in_full import in_full
from khabar.sources.kinds import source_nouns
from khabar.sources.lore import Lore
from khabar.text.clauses import Clause
from khabar.text.phrases import Phrase
from khabar.text.subjects import FOLLOWS

_REBUTTED = "rebutted"
COUNTERED = "countered"
"""How the rule begins of a telling that is named behind the words that deny it (`sources/countered.py`)."""
SPREADING = word_list(__name__, "spreading")
WRITTEN = word_list(__name__, "written")
_GOING_ROUND = word_list(__name__, "going_round")
_EVERYBODYS = "تواصل"
"""What is told in social networks (`مواقع التواصل`) nobody in particular has told."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What somebody has told, in the words of who denies it or goes against it."""

    told: Phrase | None
    """The word for it (`ما`, `اتهامات`), where there is one."""
    cue: Span
    """Its verb."""
    content: Span
    teller: Phrase | None
    """Who has told it, where that is not left to the verb."""
    clause: Clause | None


def is_rebutted(attribution: Attribution) -> bool:
    """Whether an attribution is of a telling that a denial of its sentence is of."""
    return attribution.rule.startswith((_REBUTTED, COUNTERED))


def rebutted_in(
    span: Span, denial: Attribution, attributions: Sequence[Attribution], in_his_words: bool = False
) -> bool:
    """Whether some words are what somebody has told, by a denial that is of his telling or charge.

    `in_his_words`: only where they are given as his (`نفى ما نشرته الصحيفة من أن`), not where the denial gives its own
    and he is named behind them.
    """
    if denial.stance is not Stance.DENIES:
        return False
    if not (denial.scope.start <= span.start and span.end <= denial.scope.end):
        return False  # what holds a telling of these words holds them too
    tellings = (a for a in attributions if denial.scope.contains(a.scope) and a.scope.contains(span))
    tellings = (a for a in tellings if not (in_his_words and a.rule.startswith(COUNTERED)))
    return any(is_rebutted(a) or _is_charge_of(denial, a) for a in tellings)


def _is_charge_of(denial: Attribution, attribution: Attribution) -> bool:
    """Whether an attribution is the charge that a denial is of: it opens its words or stands right before them.

    `نفت اتهامات كييف لها بقصف المستشفى`, `نفى اتهامات المعارضة بأن الجيش قصف القرية`.
    """
    noun = attribution.stance is Stance.ACCUSES and attribution.rule.startswith("noun")
    if not noun or attribution.cue is None or denial.cue is None:
        return False
    before = denial.cue.end <= attribution.cue.start and attribution.scope == denial.scope
    return before or attribution.cue.start == denial.scope.start


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
        made = made_of(scene, telling, found, lore) if telling is not None else None
        if telling is None:
            continue
        found = [a for a in found if a.cue != telling.cue]
        tellers = tuple(s for s in made.chain if s not in denial.chain) if made is not None else ()
        if made is None or all(s.mention is None for s in tellers):
            continue  # `نفى ما تردد عن استقالته`: nobody is told to have said so
        made = replace(made, chain=tellers)
        assert telling.told is not None
        start = scene.words[telling.told.inner].start
        chain = tuple(s for s in denial.chain if s not in made.chain) or denial.chain
        found[found.index(denial)] = replace(denial, chain=chain, scope=Span(start, made.scope.end))
        found.append(made)
    return found


def _told_by_clause(scene: Scene, denial: Attribution, lore: Lore) -> Telling | None:
    """What is told by the verb of a relative clause behind a denial (`نفى ما نشرته الصحيفة من أن`)."""
    for clause in scene.clauses:
        told = clause.antecedent[0] if clause.antecedent else None
        if clause.verb is None or told is None or scene.phrases[clause.index].negated:
            continue
        if not _is_denied(scene, told, denial):
            continue
        content = content_told(scene, clause) or _content_behind(scene, clause, denial)
        if content is not None:
            return Telling(told, _cue(scene, clause), content, teller_of(scene, clause, lore), clause)
    return None


def _cue(scene: Scene, clause: Clause) -> Span:
    """The verb by which a thing is told, with the words that lend it to somebody (`جاء على لسان`)."""
    word, mouth = scene.words[scene.phrases[clause.index].head], _mouth(scene, clause)
    return Span(word.start, word.end if mouth is None else scene.words[mouth.inner].end)


def _mouth(scene: Scene, clause: Clause) -> Phrase | None:
    """The phrase of whose words a verb of standing written tells (`ما جاء على لسان الوزير`), or None."""
    written = clause.verb is not None and clause.verb.verb.lemma in WRITTEN
    groups = clause.preps.get("علي", ()) if written else ()
    return next((g[0] for g in groups if scene.words[g[0].inner].bare == "لسان" and g[0].end > g[0].inner + 1), None)


def _content_behind(scene: Scene, clause: Clause, denial: Attribution) -> Span | None:
    """What was told, where it stands behind the verb that denies it or behind another relative clause.

    `فند ما جاء على لسان القاضي من أن`, `نفى ما ورد في مقال نشرته الصحيفة عن`.
    """
    if denial.scope.start > scene.words[scene.phrases[clause.index].head].end:
        return denial.scope
    inner = _of_document(scene, clause)
    return content_told(scene, inner) if inner is not None else None


def _of_document(scene: Scene, clause: Clause) -> Clause | None:
    """The relative clause that says who published the document in which a thing stands (`مقال نشرته الصحيفة`)."""
    inside = [g[0] for g in clause.preps.get("في", ())]
    return next((c for c in scene.clauses if c.antecedent and any(c.antecedent[0] is p for p in inside)), None)


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
    taken = own is not None and any(told in (p, p.inside) for group in own.objects for p in group)
    return taken or (denial.scope != cue and denial.scope.start <= span.start <= denial.scope.start + _OPENING)


_WHAT = word_list(__name__, "what")
_OPENING = 12
"""Letters that may stand before the word for what is told (`صحة ما`, `كل ما`)."""


def content_told(scene: Scene, clause: Clause) -> Span | None:
    """The words that tell what was told: a clause with `أن`, or what stands behind `عن`; of a charge, behind `ب`."""
    if clause.comp is not None:
        return _until_who_denies_goes_on(scene, clause.comp[0], clause.comp[1])
    told = clause.antecedent[:1]
    charge = bool(told) and scene.words[told[0].inner].bare in scene.classes["accusations"]
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


def teller_of(scene: Scene, clause: Clause, lore: Lore) -> Phrase | None:
    """Who has told it: the subject behind the verb, or the document that it stands in (`ما جاء في بيان الوزارة`)."""
    verb = clause.verb
    assert verb is not None
    if (mouth := _mouth(scene, clause)) is not None:
        return scene.phrase(mouth.inner + 1, mouth.end)
    inside = [g[0] for name in ("في", "ب", "علي") for g in clause.preps.get(name, ())]
    if verb.verb.lemma in WRITTEN:
        inner = _of_document(scene, clause)
        outlet = teller_of(scene, inner, lore) if inner is not None and inner.verb is not None else None
        return outlet or next((p for p in inside if _is_source(scene, p, lore)), None)
    if verb.verb.lemma in _GOING_ROUND:
        return next((p for p in inside if _is_outlet(scene, p)), None)
    telling = verb.verb.key in lore.events.says or verb.verb.lemma in SPREADING
    if not telling or clause.how != (FOLLOWS,) or not clause.subject:
        return None
    teller = clause.subject[0]
    return teller if can_speak(scene, teller) and (teller.person or _is_source(scene, teller, lore)) else None


def _is_source(scene: Scene, phrase: Phrase, lore: Lore) -> bool:
    """Whether a phrase is of somebody or a thing that can tell: named, or by a noun of sources."""
    keys = {key for w in scene.words[phrase.inner : phrase.inner + 2] for key in noun_keys(w.bare)}
    return bool(phrase.mentions) or bool(keys & (source_nouns(lore.sources) | scene.classes["media"]))


def _is_outlet(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is of outlets that have told a thing, and not of social networks."""
    keys = {key for w in scene.words[phrase.inner : phrase.inner + 2] for key in noun_keys(w.bare)}
    networks = any(w.bare.startswith(_EVERYBODYS) for w in scene.words[phrase.inner : phrase.end])
    return bool(keys & scene.classes["media"]) and not networks


def _is_manner(mention: Mention | None) -> bool:
    """Whether a word that was read as who tells only says how (`ما تداولته المواقع إعلاميا`, `كما ورد خطأ`)."""
    word = mention.text if mention is not None else ""
    return " " not in word and not word.startswith("ال") and word.endswith(("ا", "اً", "ًا", "خطأ"))


def made_of(scene: Scene, telling: Telling, said: Sequence[Attribution], lore: Lore) -> Attribution | None:
    """The attribution of a telling that is denied, or None where nobody is named for it."""
    told = telling.told
    charge = told is not None and scene.words[told.inner].bare in scene.classes["accusations"]
    stance = Stance.ACCUSES if charge else Stance.ASSERTS
    rule = f"{_REBUTTED} {telling.cue.of(scene.text)}"
    already = next((a for a in said if a.cue == telling.cue), None)
    if already is not None:
        already = replace(already, chain=tuple(s for s in already.chain if not _is_manner(s.mention)))
        return replace(already, stance=stance, scope=telling.content, rule=rule)
    if telling.teller is None:
        return None
    mention = in_full(scene, telling.clause, telling.teller, lore.known(scene.mention(telling.teller)), lore)
    k = next(k for k, p in enumerate(scene.phrases) if p.start <= telling.teller.inner < p.end)
    chain = chain_of(scene, None, [mention], lore, phrase=k)
    text = telling.cue.of(scene.text)
    return Attribution("", chain, stance, telling.cue, text, telling.content, False, rule) if chain else None
