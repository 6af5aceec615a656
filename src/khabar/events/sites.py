"""Whose the positions, columns and vehicles are that an attack hit: `قصف مواقع الحركة والقوات الموالية لها`.

They tell two attacks apart as they stand; whom it was done to is who owns them, and nobody where the text does not say.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from khabar.events.draft import Draft
from khabar.events.scene import Scene
from khabar.events.things import head_keys
from khabar.lexicon.words import word_list
from khabar.records import Mention, MentionKind, Span
from khabar.text.characters import squeeze
from khabar.text.phrases import Phrase

_OWNERS = frozenset({MentionKind.GROUP, MentionKind.UNNAMED, MentionKind.PERSON, MentionKind.OFFICE})
_CLASSES = ("arsenal", "machines", "place_nouns", "premises", "settlements", "targets", "unpeopled")
"""Classes of what is attacked for whose it is."""
_BELONGS = word_list(__name__, "belongs")


def name_owners(draft: Draft, scenes: Sequence[Scene], known: Callable[[Mention], Mention]) -> None:
    """Put who owns what an attack hit in its place among the recipients.

    `known` gives a mention as the resolution left it.
    """
    if draft.type != "ASSAULT":
        return
    named: dict[Span, Mention] = {}
    for mention in draft.recipients:
        found = [known(m) for m in _owners(mention, scenes)]
        acts = any(m.span == a.span for m in found for a in draft.actors)
        for one in [mention] if acts or not found else found:
            named.setdefault(one.span, one)
    draft.recipients = list(named.values())


def _owners(mention: Mention, scenes: Sequence[Scene]) -> list[Mention]:
    """Whose the site is that a mention names; nobody where it is none, or nothing says whose."""
    scene = next((s for s in scenes if s.sentence.span.contains(mention.span)), None)
    if scene is None:
        return []
    phrase = scene.phrases[scene.phrase_at(scene.words_at(mention.span)[0].index)]
    if phrase.kind != "np" or phrase.person or phrase.possessed:
        return []
    keys = head_keys(scene, phrase)
    if not any(keys & scene.classes[c] for c in _CLASSES):
        return []
    owner = _inside(scene, phrase) or _behind(scene, phrase)
    return [scene.mention(p) for p in (owner, *_joined(scene, owner))] if owner is not None else []


def _inside(scene: Scene, phrase: Phrase) -> Phrase | None:
    """The people of whom a phrase says that the site is theirs (`مراكز تجمع المسلحين`, `رتلا تابعا للجيش`)."""
    head = scene.words[phrase.head]
    mentions = (scene.mentions[n] for n in phrase.mentions)
    owner = next((m for m in mentions if m.kind in _OWNERS and m.span.start >= head.end), None)
    if owner is None:
        return None
    return scene.owner(scene.words_at(owner.span)[0].index, phrase.end)


def _behind(scene: Scene, phrase: Phrase) -> Phrase | None:
    """The people whom `ل` right behind a site, or a verb of belonging, names as its owners."""
    after = next((p for p in scene.phrases if p.start == phrase.end), None)
    if after is not None and after.prep == "ل" and after.person and not after.suffix:
        return after
    for clause in scene.clauses:
        told = [*clause.antecedent, *clause.subject][:1]
        if clause.verb is None or squeeze(clause.verb.verb.lemma) not in _BELONGS or not any(p is phrase for p in told):
            continue
        groups = [*clause.objects, *clause.preps.get("ل", ())]
        return next((g[0] for g in groups if g[0].person and not g[0].suffix), None)
    return None


def _joined(scene: Scene, owner: Phrase) -> Iterator[Phrase]:
    """More owners, whom `و` joins to the first (`مواقع الحركة والقوات الموالية لها`)."""
    subjects = [p for clause in scene.clauses for p in clause.subject]
    for phrase in scene.phrases[scene.phrase_at(owner.end - 1) + 1 :]:
        placed = phrase.prep == "في" and not phrase.conj and phrase.who is MentionKind.PLACE
        if phrase.kind == "comma" or placed:
            continue
        if phrase.kind != "np" or not phrase.conj or phrase.prep or not phrase.person or phrase in subjects:
            return
        yield phrase
