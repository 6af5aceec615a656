"""What came of a deed in numbers, told by a verb of its own: `هجوم أوقع ستة قتلى`, `معارك خلفت 50 قتيلا و138 جريحا`.

The numbers belong to the deed such a clause tells of, else to the last one told before it in the sentence. Of those who
protest the number stands with who they are (`تظاهر نحو ستة آلاف كردي`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from khabar.events.amounts import known_of
from khabar.events.counted_from import is_counted_from, tells_counted
from khabar.events.draft import Draft
from khabar.events.lexicon import noun_keys
from khabar.events.scene import Scene
from khabar.events.toll_words import toll_words
from khabar.events.tolls import counted, with_joined
from khabar.records import Mention, Size
from khabar.text.characters import squeeze
from khabar.text.clauses import Clause
from khabar.text.particles import particles

_DEEDS = frozenset({"ASSAULT", "PROTEST"})
_FALLS = "سقط"  # he fell
_TAKES = "اودي"  # it took (lives)


def count_outcomes(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Add to the drafts of a sentence, in place, the dead and injured that a clause about what came of them gives."""
    deeds = [d for d in drafts if d.type in _DEEDS]
    for draft in deeds:
        if draft.type == "PROTEST" and not draft.size:
            draft.size += _protesters(draft)
    for clause in scene.clauses if deeds else ():
        sizes = list(_sizes(scene, clause))
        event = _told_of(scene, clause, deeds) if sizes else None
        if event is not None:
            event.size = known_of(event.size, sizes)


def _told_of(scene: Scene, clause: Clause, deeds: Sequence[Draft]) -> Draft | None:
    """The deed whose outcome a clause tells: its antecedent or subject, else the nearest before it."""
    nouns = [*clause.antecedent, *clause.subject]
    named = (d for d in deeds if any(p is scene.phrases[d.trigger.phrase] for p in nouns))
    start = scene.words[scene.phrases[clause.index].start].start
    before = [d for d in deeds if d.span.start < start]
    if before and is_counted_from(before[-1]) and tells_counted(scene, scene.phrases[clause.index].head):
        return before[-1]
    return next(named, before[-1] if before else None)


def _sizes(scene: Scene, clause: Clause) -> Iterator[Size]:
    lemma = squeeze(clause.verb.verb.lemma) if clause.verb is not None else ""
    if lemma in particles().outcomes:
        groups = [*clause.objects, *(g for groups in clause.preps.values() for g in groups)]
        for phrase in (p for group in groups for p in group):
            lives = {key for w in scene.words[phrase.inner : phrase.end] for key in noun_keys(w.bare)}
            told = "dead" if lives & toll_words().lives or lemma == _TAKES else ""
            if (size := counted(scene, phrase, told)) is not None:
                yield with_joined(scene, phrase, size)
    elif lemma == _FALLS and any(p.suffix for prep in ("في", "خلال") for g in clause.preps.get(prep, ()) for p in g):
        for phrase in clause.subject[:1]:
            if phrase.person and (size := counted(scene, phrase, "dead")) is not None:
                yield with_joined(scene, phrase, size)


def _protesters(draft: Draft) -> list[Size]:
    """The number told with those who protest."""
    found = (_number(draft, mention) for mention in draft.actors)
    return [s for s in found if s is not None][:1]


def _number(draft: Draft, mention: Mention) -> Size | None:
    scene = draft.scene
    quantity = next((q for q in scene.quantities if mention.span.contains(q.span)), None)
    groups = scene.classes["bodies"] | scene.classes["parties"]
    if quantity is None or any({*noun_keys(w.bare)} & groups for w in scene.words_at(mention.span)):
        return None
    return Size("participants", quantity.low, quantity.high, quantity.exact, quantity.span, quantity.text)

