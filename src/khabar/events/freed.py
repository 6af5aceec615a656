"""Who is let go where only a pronoun names them: `ثم أطلق سراحهم`, `أفرج عنه بكفالة`.

Print without vowels gives such a verb the subject of the verb before, who is the very one that was let go.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from khabar.events.scene import Scene
from khabar.records import Mention, MentionKind
from khabar.text.nouns import LET_GO, pronoun_at_end
from khabar.text.phrases import Phrase
from khabar.text.subjects import FOLLOWS

if TYPE_CHECKING:
    from khabar.events.draft import Draft


def let_go(draft: Draft) -> None:
    """Give a release whose object is only a pronoun those of its sentence who are let go, who have not done it."""
    clause = draft.trigger.clause
    pronoun = _pronoun(draft)
    if not pronoun or clause is None or clause.verb is None or not _is_release(draft):
        return
    scene, subject = draft.scene, clause.subject
    if subject and clause.how != (FOLLOWS,) and _agrees(subject[0], pronoun):
        was = scene.by_phrase.get(clause.index - 1, clause)  # `كان قد أطلق سراحه`
        told = bool(was.antecedent) and subject[0] is was.antecedent[0]
        # Whoever is named before his verb is many as the verb is: `أن ثلاثة أوقفوا ثم أطلق سراحهم` tells of others.
        if told or (clause.verb.person == "3ms" and subject[0].many):
            draft.actors, draft.recipients = [], [scene.mention(p) for p in subject]
            draft.passive, draft.rule = True, "passive verb, recipient"
            return


def _nearest(draft: Draft) -> list[Mention]:
    """The nearest person before a release for whom its pronoun can stand, and who is not the subject of its verb."""
    scene, clause, pronoun = draft.scene, draft.trigger.clause, _pronoun(draft)
    own = {id(p) for p in clause.subject} if clause is not None else set()
    before = (p for p in reversed(scene.phrases[: draft.trigger.phrase]) if p.kind == "np" and id(p) not in own)
    them = next((p for p in before if pronoun and _are_they(scene, p, pronoun)), None)
    return [scene.mention(them)] if them is not None else []


def _is_release(draft: Draft) -> bool:
    return draft.type == "RETREAT" and "release" in draft.modes


def _agrees(phrase: Phrase, pronoun: str) -> bool:
    """Whether a pronoun agrees with whom a relative clause, or the verb before, tells of."""
    if pronoun in ("ه", "ها"):
        return phrase.number in ("", "sg") and phrase.gender in ("", "f" if pronoun == "ها" else "m")
    return phrase.number == "du" if pronoun == "هما" else phrase.many


def _are_they(scene: Scene, phrase: Phrase, pronoun: str) -> bool:
    """Whether the pronoun for who is let go can stand for a phrase: people, and no body of theirs."""
    return not phrase.suffix and phrase.who is not MentionKind.GROUP and agrees(scene, phrase, pronoun)


def _pronoun(draft: Draft) -> str:
    """The pronoun for who is let go, behind a verb (`سراحهم`, `عنه`), or nothing."""
    if draft.trigger.kind != "verb":
        return ""
    for group in draft.slots.get("obj", ())[:1]:
        word = draft.scene.words[group[0].inner].norm
        if word.startswith(LET_GO):
            return pronoun_at_end(word)
    return next((g[0].suffix for g in draft.slots.get("عن", ())[:1]), "")


def set_free(drafts: list[Draft]) -> list[Draft]:
    """The drafts, where a release of them (`ثم أطلق سراحهم`) frees whom an arrest or abduction just told of took.

    One that frees nobody named and is done by nobody named is left out.
    """
    taken: list[Mention] = []
    for draft in drafts:
        if _is_release(draft) and _pronoun(draft) and draft.actors and _are_taken(draft.actors, taken):
            draft.actors, draft.recipients = [], list(taken)  # `أوقف الضابط ثم أفرج عنه`
        elif frees_them(draft) and not draft.recipients:
            near = [m for m in taken if draft.scene.sentence.span.contains(m.span)] or _nearest(draft) or taken
            draft.recipients = [m for m in near if all(m.span != a.span for a in draft.actors)]
        elif {"arrest", "abduct"} & set(draft.modes) and draft.recipients:
            taken = draft.recipients
    return [d for d in drafts if d.actors or d.recipients or not frees_them(d)]


def frees_them(draft: Draft) -> bool:
    """Whether a release only has a pronoun for those who are freed (`سراحهم`, `سبيله`)."""
    if not _is_release(draft):
        return False
    scene = draft.scene
    objects = [g[0].inner for g in draft.slots.get("obj", ())[:1]] if draft.trigger.kind == "verb" else []
    words = [scene.words[i].norm for i in objects or draft.trigger.words[-1:]]
    return any(w.startswith(LET_GO) and w.endswith(("ه", "ها", "هم", "هما", "هن")) for w in words)


def _are_taken(people: list[Mention], taken: list[Mention]) -> bool:
    """Whether those who would let somebody go are the ones that were held."""
    return [(m.actor, m.text) for m in people] == [(m.actor, m.text) for m in taken]


def agrees(scene: Scene, phrase: Phrase, pronoun: str) -> bool:
    """Whether a pronoun of another sentence, or behind it in its own, can stand for a phrase: people alone."""
    if not phrase.person or phrase.who is MentionKind.PLACE:
        return False
    if scene.words[phrase.inner].norm in ("احد", "احدي"):
        return pronoun in ("ه", "ها")
    if pronoun == "ه":
        woman = phrase.gender == "f" or scene.words[phrase.inner].token.text.endswith("ة")  # `الأكاديمية ليلى سويف`
        man = phrase.gender == "m" or (phrase.who is MentionKind.PERSON and not woman)
        return phrase.number in ("", "sg") and man
    if pronoun == "ها":
        return phrase.number == "sg" and phrase.gender == "f"
    if pronoun == "هم":
        return phrase.many and not (phrase.gender == "f" and phrase.who is MentionKind.GROUP)
    return pronoun == "هما" and phrase.number == "du"
