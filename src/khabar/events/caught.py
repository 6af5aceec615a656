"""What somebody did before he was caught: `أوقفت الشرطة رجلا بعد أن طعن زوجته` tells of his deed, and not of theirs.

The verb has its subject left out, and print does not show whose it is; the grammar takes that of the verb before.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.events.draft import Draft
from khabar.events.nearby import phrase_of
from khabar.events.scene import Scene
from khabar.lexicon.words import word_list
from khabar.records import Mention
from khabar.text.clauses import Clause
from khabar.text.particles import particles
from khabar.text.phrases import Phrase

_AFTER = word_list(__name__, "after")
_AFTER_WHAT = word_list(__name__, "after_what")
_WHEN = word_list(__name__, "when")
_OF_ARMIES = frozenset({"aerial", "heavy-weapons", "drone"})
"""Ways of force that no man who is caught for a crime has."""


def name_caught(drafts: Sequence[Draft]) -> None:
    """Give the deeds of one sentence that are told as what went before an arrest or a sentence to who was caught."""
    held = [d for d in drafts if _is_of_catching(d)]
    for deed in drafts:
        clause = deed.trigger.clause
        if deed.trigger.kind == "noun":
            _name_by_pronoun(deed, held)
        if clause is None or deed.trigger.kind != "verb" or not _is_crime(deed) or not _is_before(deed.scene, clause):
            continue
        for catching in held:
            caught = _who_was_caught(catching, clause)
            if caught is not None and catching.trigger.phrase < clause.index and _is_taken_over(deed, catching):
                deed.recipients = [m for m in deed.recipients if not m.span.overlaps(caught.span)]
                _give(deed, caught)


def _name_by_pronoun(deed: Draft, held: Sequence[Draft]) -> None:
    """Give a deed whose noun has its doer as a pronoun, and an object, to who was caught (`خلال رشقهم حافلة`)."""
    scene, phrase, last = deed.scene, deed.scene.phrases[deed.trigger.phrase], deed.trigger.words[-1]
    many = scene.words[last].norm.endswith(("هم", "هما", "هن"))
    if not (many or scene.words[last].token.text.endswith("ه")) or phrase.prep not in _WHEN:
        return
    if deed.type not in ("ASSAULT", "THREATEN", "PROTEST") or not _has_object(scene, deed.trigger.phrase, last):
        return  # `بعد قتلهم`: it may have been done to them
    for catching in held:
        caught = catching.recipients[0]
        at = phrase_of(scene, caught)
        fits = at is not None and (at.number not in ("", "sg")) is many
        if fits and catching.trigger.phrase < deed.trigger.phrase and _is_taken_over(deed, catching):
            _give(deed, caught)


def _give(deed: Draft, caught: Mention) -> None:
    deed.actors = [caught]
    deed.settled.add(caught.span)
    deed.proved.append("who was caught did it before")


def _has_object(scene: Scene, k: int, last: int) -> bool:
    """Whether a noun phrase without a preposition follows the word `last` of phrase `k`, in it or right behind it."""
    if scene.phrases[k].end > last + 1:
        return scene.words[last + 1].kind in ("noun", "name")
    behind = scene.phrases[k + 1 : k + 2]
    return any(p.kind == "np" and not p.prep and not p.conj for p in behind)


def _is_of_catching(draft: Draft) -> bool:
    """Whether somebody is arrested, tried or sentenced."""
    caught = draft.type == "COERCE" and "arrest" in draft.modes
    return (caught or draft.type in ("SANCTION", "ACCUSE")) and len(draft.recipients) == 1


def _is_crime(draft: Draft) -> bool:
    """Whether a deed is one that somebody can be caught for, rather than what was done to catch him."""
    clause = draft.trigger.clause
    if clause is None or clause.verb is None or clause.verb.voice == "passive" or draft.passive or clause.verb.suffix:
        return False
    if clause.verb.verb.lemma in particles().lemmas["raiding"] or _OF_ARMIES & set(draft.modes):
        return False
    of_him = any(p.suffix and p.kind == "np" and p.start == p.end - 1 for g in _behind(clause) for p in g[:1])
    kept = draft.type == "COERCE" and "seize" in draft.modes
    return (draft.type in ("ASSAULT", "THREATEN", "PROTEST") or kept) and not of_him


def _behind(clause: Clause) -> list[list[Phrase]]:
    return [*clause.objects, *(g for groups in clause.preps.values() for g in groups)]


def _is_before(scene: Scene, clause: Clause) -> bool:
    """Whether a clause tells of what went before, behind `بعد أن` or `بعدما`."""
    at = scene.phrases[clause.index].start
    before = [w.norm for w in scene.words[max(at - 2, 0) : at]]
    return before[-1:] != [] and (before[-1] in _AFTER_WHAT or (before[-1] == "ان" and before[0] in _AFTER))


def _is_taken_over(deed: Draft, catching: Draft) -> bool:
    """Whether a deed has nobody for its actor, or only those who caught somebody."""
    mine = {m.span for m in catching.actors}
    return all(m.span in mine for m in deed.actors)


def _who_was_caught(catching: Draft, clause: Clause) -> Mention | None:
    """Who was caught, where he agrees with the verb of a clause behind it."""
    scene, caught = catching.scene, catching.recipients[0]
    if clause.verb is None or not scene.sentence.span.contains(caught.span):
        return None
    phrase = phrase_of(scene, caught)
    return caught if phrase is not None and _agrees(phrase, clause.verb.person) else None


def _agrees(phrase: Phrase, person: str) -> bool:
    """Whether somebody can be the subject of a verb that stands behind him."""
    one = phrase.number in ("", "sg")
    if person in ("3ms", "3fs"):
        return one and (phrase.gender == "f") is (person == "3fs")
    return phrase.number == "du" if person in ("3md", "3fd") else person == "3mp" and not one and phrase.number != "du"
