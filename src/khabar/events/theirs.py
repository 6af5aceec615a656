"""Whose a deed or a site is that carries a pronoun: `بسبب انقلابها على الشرعية`, `قصف الجيش مواقعها`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khabar.events.lexicon import noun_keys
from khabar.events.standing import antecedent, reports
from khabar.events.suffered import may_stand_for
from khabar.events.trigger import WHILE
from khabar.events.types import FORCE, SPOKEN
from khabar.lexicon.words import word_list
from khabar.records import Mention
from khabar.text.nouns import pronoun_at_end
from khabar.text.phrases import Phrase

if TYPE_CHECKING:
    from khabar.events.draft import Draft
    from khabar.events.scene import Scene
    from khabar.text.clauses import Clause

_SITES = word_list(__name__, "sites")


def owner_of_site(draft: Draft, phrase: Phrase) -> Mention | None:
    """Whose sites are attacked that are told of by a pronoun, or None (`اتهمت الحركة الجيش بقصف مواقعها`)."""
    if draft.type not in FORCE or not phrase.possessed or phrase.person:
        return None
    if not {*noun_keys(draft.scene.words[phrase.head].bare)} & _SITES:
        return None
    found = _stands_for(draft, phrase.head)
    if found is None or any(found.span == m.span for m in draft.actors):
        return None
    draft.settled.add(found.span)
    return found


def doer(draft: Draft) -> Mention | None:
    """Who did what a noun with a pronoun names, where its genitive would say so: `بسبب انقلابها`, `إثر رفضهم`.

    Of what is said, and of what else went on, it is a subject told of before, of no relative clause, where one agrees
    (`قال الأمين العام ...، معبرا عن تعازيه`); else the nearest who does.
    """
    trigger, scene = draft.trigger, draft.scene
    frame = draft.sense.frame
    alone = trigger.kind == "noun" and trigger.pronoun and "gen" not in draft.slots and "both" not in frame
    if not alone or "gen" not in frame.get("actor", ()) or frame.get("recipient", ())[:1] == ("gen",):
        return None
    at, phrase = trigger.words[-1], scene.phrases[trigger.phrase]
    if draft.type in SPOKEN or not phrase.prep or phrase.prep in WHILE:
        subjects = (c.subject[0] for c in reversed(scene.clauses) if c.index < trigger.phrase and _leads(scene, c))
        able = (p for p in subjects if p.person or _flies(scene, p))
        told = next((p for p in able if draft.type not in FORCE or not _tells(scene, p, phrase)), None)
        if told is not None and may_stand_for(scene.words[at], told) and told.end <= at:
            return scene.mention(told)
    return _stands_for(draft, at)


def _tells(scene: Scene, phrase: Phrase, deed: Phrase) -> bool:
    """Whether somebody only tells of a deed (`قالت المصادر إن اشتباكات دارت بعد سيطرتهم`)."""
    return scene.words[phrase.inner].bare in ("مصدر", "مصادر", "شهود") or reports(scene, phrase, deed)


def _leads(scene: Scene, clause: Clause) -> bool:
    """Whether a clause has a subject and tells of nothing before it (no relative clause)."""
    relative = clause.index > 0 and scene.phrases[clause.index - 1].kind == "rel"
    return bool(clause.subject) and not relative and not (clause.antecedent and clause.subject is not clause.antecedent)


def _flies(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is a machine that strikes (`تحطمت طائرة أثناء قصفها`)."""
    return bool({*noun_keys(scene.words[phrase.inner].bare)} & scene.classes["machines"])



def _stands_for(draft: Draft, at: int) -> Mention | None:
    """Whom the pronoun on the noun at word `at` stands for: the nearest before it that agrees, or None."""
    suffix = pronoun_at_end(draft.scene.words[at].norm)
    return antecedent(draft, Phrase("np", at, at + 1, at, suffix=suffix)) if suffix else None
