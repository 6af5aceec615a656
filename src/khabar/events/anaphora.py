"""Events taken up by a noun: `رحبت الجمعية بالخطوة`, `رفضت الوزارة الطلب`, `أدانت فرنسا الهجوم`.

What is welcomed, rejected or condemned was done by somebody told of before: he is the recipient (PLOVER codes whom
praise, refusal and blame are for).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from khabar.events.draft import Draft
from khabar.events.lexicon import Sense, noun_keys
from khabar.records import Auxiliary, Mention
from khabar.text.phrases import Phrase

_TAKES_UP = frozenset({"SUPPORT", "REJECT", "ACCUSE"})
REACH = 250
"""How many characters may part a protest from the tear gas that is for those who take part in it."""

_SLOTS = ("obj", "ب", "علي", "ل")
_ANY = frozenset({"ASSAULT", "COERCE", "SANCTION", "RETREAT", "CONCEDE", "COOPERATE", "AID", "AGREE", "MOBILIZE"})


def take_up(
    drafts: Sequence[Draft], nouns: Mapping[str, Sequence[Sense]], classes: Mapping[str, frozenset[str]]
) -> None:
    """Give speech acts without a recipient the actors of the event that a definite noun in them takes up.

    `drafts` are a report's, in its order, with participants settled; `nouns` the lexicon's event nouns and `classes`
    its word classes (`demands`, `proposals`, `deeds` say which events such a noun can mean).
    """
    for number, draft in enumerate(drafts):
        if "crowd-control" in draft.modes and not draft.recipients:
            draft.recipients = _crowd(drafts[:number], draft)
        if draft.type not in _TAKES_UP or draft.recipients or not draft.actors or "both" in draft.sense.frame:
            continue
        types = _meant(draft, nouns, classes)
        before = [d for d in reversed(drafts[:number]) if d.type in types and _is_other(d, draft)]
        if before:
            draft.recipients = list(before[0].actors)
            draft.proved.append("recipient is who did what the noun takes up")


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


def _meant(
    draft: Draft, nouns: Mapping[str, Sequence[Sense]], classes: Mapping[str, frozenset[str]]
) -> frozenset[str]:
    """The types of event that a lone definite noun in the draft's slots can take up; none without such a noun."""
    for slot in _SLOTS:
        for group in draft.slots.get(slot, ())[:1]:
            found = _taken_up(draft, group[0], nouns, classes)
            if found:
                return found
    return frozenset()


def _taken_up(
    draft: Draft, phrase: Phrase, nouns: Mapping[str, Sequence[Sense]], classes: Mapping[str, frozenset[str]]
) -> frozenset[str]:
    scene = draft.scene
    words = [w for w in scene.words[phrase.inner : phrase.end] if w.kind not in ("dem", "punct")]
    if not words or not words[0].definite or phrase.mentions or any(w.kind != "adj" for w in words[1:]):
        return frozenset()
    keys = set(noun_keys(words[0].bare))
    if keys & classes["demands"]:
        return frozenset({"REQUEST"})
    if keys & classes["proposals"]:
        return frozenset({"AGREE", "REQUEST"})
    if keys & classes["deeds"]:
        return _ANY
    return frozenset(s.type for key in keys for s in nouns.get(key, ())) & (_ANY | {"ACCUSE"})


def set_free(drafts: list[Draft]) -> list[Draft]:
    """The drafts, where a release of them (`ثم أطلق سراحهم`) frees whom an arrest or abduction just told of took.

    One that frees nobody named and is done by nobody named is left out.
    """
    taken: list[Mention] = []
    for draft in drafts:
        if frees_them(draft) and not draft.recipients:
            draft.recipients = [m for m in taken if all(m.span != a.span for a in draft.actors)]
        elif {"arrest", "abduct"} & set(draft.modes) and draft.recipients:
            taken = draft.recipients
    return [d for d in drafts if d.actors or d.recipients or not frees_them(d)]


def frees_them(draft: Draft) -> bool:
    """Whether a release only has a pronoun for those who are freed (`سراحهم`, `سبيله`)."""
    if draft.type != "RETREAT" or "release" not in draft.modes:
        return False
    scene = draft.scene
    objects = [g[0].inner for g in draft.slots.get("obj", ())[:1]] if draft.trigger.kind == "verb" else []
    words = [scene.words[i].norm for i in objects or draft.trigger.words[-1:]]
    return any(w.startswith(("سراح", "سبيل")) and w.endswith(("ه", "ها", "هم", "هما", "هن")) for w in words)
