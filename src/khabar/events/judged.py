"""A deed that somebody only judges or deals with (`نددت الخرطوم بقصف القرى`): others have done it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from khabar.events.draft import Draft
from khabar.events.nearby import Somebody, subjects_among
from khabar.events.types import FORCE
from khabar.lexicon.words import word_list
from khabar.records import Attribution, Mention, Source, SourceKind, Stance
from khabar.sources.find import Sourcing
from khabar.text.characters import squeeze
from khabar.text.nouns import pronoun_at_end
from khabar.text.phrases import Phrase

_JUDGING = word_list(__name__, "judging")
_COMPLAINING = word_list(__name__, "complaining")
_DOERS = word_list(__name__, "doers")


def who_judges(draft: Draft, people: Sequence[Somebody]) -> list[Mention]:
    """Those of some people who judge the deed that a noun names, and so have not done it; none where nobody does.

    They are the subject of the verb that the noun stands behind (`انتقدت باريس طرد الصحفيين`).
    """
    clause, trigger = draft.trigger.clause, draft.trigger
    if draft.type not in FORCE or trigger.kind != "noun" or clause is None or clause.verb is None:
        return []
    if trigger.support is not None or trigger.phrase < clause.index or clause.verb.verb.lemma not in _JUDGING:
        return []
    if trigger.pronoun or draft.scene.phrases[trigger.phrase - 1].suffix:
        return []  # `اعتبر انسحابه واجبا`, `اعتبر قراره بالانسحاب واجبا`
    return subjects_among(clause, people)


def who_accuses(draft: Draft, attributions: Sequence[Attribution]) -> list[Mention]:
    """Who accuses others of a deed, and so has not done it (`وصفت موسكو اتهامات كييف بقصف المستشفى بأنها كاذبة`)."""
    if draft.type not in FORCE:
        return []
    over = [a for a in attributions if a.stance is Stance.ACCUSES and a.scope.contains(draft.span)]
    return [s.mention for a in over for s in a.chain if s.mention is not None]


def without_the_accused(sourcing: Sourcing, drafts: Sequence[Draft]) -> Sourcing:
    """The attributions, those of a passive accusation in nobody's name: the accused has not made it (`اتهم بخطفه`).

    Nor has he passed the verdict on himself (`أدين الوزير بقتل زوجته`).
    """
    passive = {d.span for d in drafts if d.passive and (d.type == "ACCUSE" or "convict" in d.modes)}
    nobody = (Source(SourceKind.ANONYMOUS, None),)
    return replace(
        sourcing,
        attributions=tuple(
            replace(a, chain=nobody)
            if a.stance is Stance.ACCUSES and a.cue is not None and any(s.overlaps(a.cue) for s in passive)
            else a
            for a in sourcing.attributions
        ),
    )


def name_accused(drafts: Sequence[Draft]) -> None:
    """Make those whom a passive accuses the doers of the deed it names (`اتهم الجيش بقصف سوق`).

    So are those whom a court finds guilty of it (`أدانت المحكمة الوزير بقتل زوجته`).
    """
    for accusing in drafts:
        told = accusing.type == "ACCUSE" and accusing.passive
        guilty = accusing.trigger.kind == "verb" and squeeze(accusing.sense.entry) == "ادان"
        if (told or (guilty and "convict" in accusing.modes)) and accusing.recipients:
            for deed in _deeds_behind(accusing, drafts):
                if not deed.actors:
                    deed.actors = list(accusing.recipients)
                    deed.settled |= {m.span for m in deed.actors}
                    deed.proved.append("who is accused is meant to have done it")


def _deeds_behind(accusing: Draft, drafts: Sequence[Draft]) -> list[Draft]:
    """The uses of force that nouns of the same clause name behind an accusation."""
    same = [d for d in drafts if d.scene is accusing.scene and d.trigger.clause is accusing.trigger.clause]
    nouns = (d for d in same if d.type in FORCE and d.trigger.kind == "noun")
    return [d for d in nouns if d.span.start >= accusing.span.end]


def without_victims(accusing: Draft, drafts: Sequence[Draft]) -> list[Mention]:
    """The recipients of an accusation without those whom the deed that it judges was done to.

    `احتجت الكويت على اعتقال مواطنيها`: it is not them whom it accuses.
    """
    suffered = [m for deed in _deeds_behind(accusing, drafts) for m in deed.recipients]
    return [m for m in accusing.recipients if not any(m.span == s.span for s in suffered)]


def hears(draft: Draft, phrase: Phrase | None) -> bool:
    """Whether a phrase is who hears a complaint, and is not blamed by it (`شكا المزارعون إلى الوزير`)."""
    clause = draft.trigger.clause
    if draft.type != "ACCUSE" or draft.trigger.kind != "verb" or phrase is None:
        return False
    if clause is None or clause.verb is None:
        return False
    return clause.verb.verb.lemma in _COMPLAINING and phrase.prep in ("الي", "لدي")


def is_its_doer(draft: Draft, mention: Mention) -> bool:
    """Whether a mention behind an attack that a noun names is who did it (`نددت بالهجوم وطالبت بمعاقبة منفذيه`)."""
    if draft.type != "ASSAULT" or draft.trigger.kind != "noun" or mention.span.start < draft.span.end:
        return False
    word = draft.scene.words_at(mention.span)[0]
    here = draft.scene.sentence.span.contains(mention.span)
    return here and word.bare.startswith(tuple(_DOERS)) and bool(pronoun_at_end(word.norm))
