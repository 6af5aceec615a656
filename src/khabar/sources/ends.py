"""Where a statement ends: what another one says or does himself, or the reporter, is no part of it."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.events.lexicon import EventLexicon
from khabar.events.scene import Scene
from khabar.events.types import FORCE
from khabar.lexicon.words import word_list
from khabar.records import Span
from khabar.sources.contents import is_of_thought
from khabar.sources.extent import EVENT_STANCE, by_another, remarks
from khabar.text.clauses import Clause
from khabar.text.phrases import Phrase


def statement_end(scene: Scene, clause: Clause, first: int, last: int, events: EventLexicon) -> int:
    """The word at which the clause after `أن` ends: where another statement begins at the level of the verb.

    So does what the speaker himself goes on to do: `، متهما المعارضة`, `، لكنها أعربت عن أسفها`.
    """
    for j in range(first + 1, min(last, len(scene.phrases))):
        phrase = scene.phrases[j]
        if phrase.kind != "verb" or phrase.verb is None:
            continue
        kinds, before = phrase.verb.verb.kind.split(), scene.phrases[j - 1]
        if is_of_thought(phrase.verb) and phrase.verb.tense == "present" and not phrase.conj:
            continue  # `إن طائرة، يعتقد أنها أميركية، قصفت`
        fronted = before.kind == "comma" and _only_tells_when(scene.phrases[first + 1 : j - 1])
        under = before.kind == "link" and scene.words[before.head].norm in _WHEREBY
        fresh = phrase.conj or (before.kind in ("comma", "link") and not fronted and not under)
        own = scene.by_phrase[j]
        if fresh and by_another(scene, j, own, events):
            return before.start if before.kind == "link" else scene.words[phrase.start - 1].index
        if own.subject and own.subject is clause.subject and (fresh or phrase.verb.tense == "participle"):
            return before.start if before.kind == "link" else phrase.start
        types = {s.type for s in events.verb_senses.get(phrase.verb.verb.key, ())}
        speaks = "say" in kinds and bool(types & EVENT_STANCE.keys())
        if before.kind == "link" and before.suffix and scene.words[before.head].norm.startswith("لكن") and speaks:
            return before.start
        if before.kind == "comma" and phrase.conj and speaks and _takes_over(own, first):
            return phrase.start
        if fresh and "say" in kinds and own.comp is not None:
            return phrase.start if before.kind != "link" else before.start
        if before.kind == "link" and scene.words[before.head].norm.startswith("لكن") is False and own.comp is not None:
            return before.start
    for j in range(first + 1, min(last, len(scene.phrases))):
        if scene.phrases[j - 1].kind == "comma" and remarks(scene, j, events):
            return scene.phrases[j - 1].start
        if scene.phrases[j].kind == "link" and scene.words[scene.phrases[j].head].norm in ("فيما", "بينما"):
            if scene.phrases[j - 1].kind != "comma" or _counts_on(scene, j, events):
                continue  # `قالت إن أربعة قتلوا بينما أصيب ثمانية`: said in one breath
            return scene.phrases[j].start
    return scene.phrases[min(last, len(scene.phrases)) - 1].end


_WHEREBY = word_list(__name__, "whereby")


def _counts_on(scene: Scene, link: int, events: EventLexicon) -> bool:
    """Whether behind `فيما` the dead, hurt or held are told on (`قال إن الشرطة قتلت مسلحا، بينما فجر الآخر نفسه`)."""
    own = scene.by_phrase.get(link + 1)
    if own is None or own.verb is None or own.verb.verb.says or own.verb.tense != "past":
        return False
    key = own.verb.verb.key
    return key in scene.supports or any(s.type in FORCE for s in events.verb_senses.get(key, ()))


def _only_tells_when(phrases: Sequence[Phrase]) -> bool:
    """Whether `أن` has been followed by nothing but when or where so far (`أنه بعد الجلسة، أبلغت المحكمة`)."""
    return bool(phrases) and all(p.prep or p.kind in ("adv", "quote") for p in phrases)


def _takes_over(clause: Clause, first: int) -> bool:
    """Whether the subject that a verb goes on with is not told of in the statement itself (from phrase `first` on).

    `قال مصدر إن المسلحين حاصروا المنزل، وطالبوا صاحبه بتسليم نفسه` is all said by the source.
    """
    plural = clause.verb is not None and clause.verb.person in ("3mp", "3fp", "3md", "3fd")
    inside = bool(clause.subject) and clause.subject[0].start > first
    return clause.how == ("subject of the verb before",) and not (plural and inside)


def spoken_until(scene: Scene, word: int, events: EventLexicon, quotes: Sequence[Span]) -> int:
    """Where in the text a statement ends that begins at a word behind a cue (`قائلا إن ...، وطالب بـ`)."""
    start = scene.words[word].token.start
    quote = next((q for q in quotes if start - 3 <= q.start <= start + 3), None)
    if quote is not None:
        return min(quote.end, scene.sentence.span.end)
    for k in range(max(scene.phrase_at(word), 0) + 1, len(scene.phrases)):
        phrase, before = scene.phrases[k], scene.phrases[k - 1]
        if before.kind not in ("comma", "quote"):
            continue
        if (other := scene.by_phrase.get(k)) is not None and by_another(scene, k, other, events):
            return scene.words[phrase.start - 1].end
        if before.kind == "quote":
            continue
        if phrase.kind == "link" and scene.words[phrase.head].norm in ("فيما", "بينما"):
            return scene.words[before.start].start
        own = scene.by_phrase.get(k)
        if own is None or not phrase.conj or phrase.verb is None or own.how != ("subject of the verb before",):
            continue
        types = {s.type for s in events.verb_senses.get(phrase.verb.verb.key, ()) if not s.when}
        if phrase.verb.verb.says and (own.comp is not None or types & EVENT_STANCE.keys()):
            return scene.words[before.start].start
    return scene.sentence.span.end
