"""How far what a source tells reaches (`..., بحسب الشرطة، و...`, `..., كما قال الوزير`)."""

from __future__ import annotations

from khabar.events.lexicon import EventLexicon, noun_keys
from khabar.events.scene import Scene
from khabar.lexicon.words import word_list
from khabar.records import Span, Stance
from khabar.text.asides import ASIDES
from khabar.text.clauses import Clause
from khabar.text.particles import particles
from khabar.text.phrases import Phrase
from khabar.text.subjects import FOLLOWS

EVENT_STANCE = {
    "ACCUSE": Stance.ACCUSES,
    "REQUEST": Stance.ASKS,
    "THREATEN": Stance.WARNS,
    "AGREE": Stance.PROMISES,
    "REJECT": Stance.DENIES,
    "SUPPORT": Stance.ASSERTS,
    "CONCEDE": Stance.ASSERTS,
}
"""What somebody does who speaks by an event of a type."""

_APART = ("؛", ".", "؟", "!")


def told_round(scene: Scene, start: int, end: int) -> Span:
    """The words that stand under a source told of in the words `start` to `end` (excluded) of a sentence.

    What comes before it, back to the last clause where no comma parts it from that; what follows it only where the
    sentence goes on round it, and where it opens the sentence.
    """
    first, last = scene.sentence.span.start, scene.sentence.span.end
    if _turns(scene, start, end):
        first = scene.words[start].start
    elif not _opens(scene, start):
        first = _from(scene, start, first)
        last = _until(scene, end, last)
    return Span(first, max(last, first))


def _turns(scene: Scene, start: int, end: int) -> bool:
    """Whether `و` behind a mark turns to a source of what comes behind it (`قتل جندي، وبحسب الشرطة فإن القاتل فر`)."""
    word = scene.words[start]
    joined = bool(word.conj) or word.token.norm.startswith("و")
    parted = start > 0 and scene.words[start - 1].kind == "punct"
    behind = next((p for p in scene.phrases if p.end > end and p.kind != "np"), None)
    return joined and parted and behind is not None and behind.kind == "comp" and bool(scene.words[behind.start].conj)


def _opens(scene: Scene, start: int) -> bool:
    """Whether nothing but marks and a conjunction stands before a word."""
    return all(w.kind == "punct" or (w.kind == "conj" and w.index < 2) for w in scene.words[:start])


def _from(scene: Scene, start: int, first: int) -> int:
    """Where what a source behind it tells begins: the last clause, where no comma stands between."""
    k = scene.phrase_at(start)
    if k <= 0 or scene.words[start - 1].kind == "punct":
        return _behind_stop(scene, k, first)
    for j in range(k - 1, 0, -1):
        phrase, before = scene.phrases[j], scene.phrases[j - 1]
        if before.kind == "comma" and (phrase.kind == "link" or (phrase.kind == "verb" and phrase.conj)):
            return scene.words[phrase.start].start
    return _behind_stop(scene, k, first)


def _behind_stop(scene: Scene, k: int, first: int) -> int:
    """The word behind the last mark that parts sentences (`؛`) before a phrase, else `first`."""
    stops = [p for p in scene.phrases[: max(k, 0)] if p.kind == "stop" and scene.words[p.head].norm in _APART]
    return scene.words[stops[-1].head].end if stops else first


def _until(scene: Scene, end: int, last: int) -> int:
    """Where what a source tells ends: right behind it, unless the sentence goes on round it."""
    k = next((i for i, p in enumerate(scene.phrases) if p.start >= end), len(scene.phrases))
    while k < len(scene.phrases) and scene.phrases[k].kind in ("quote", "np", "adv") and not _is_apart(scene, k):
        k += 1
    if k >= len(scene.phrases):
        return last
    phrase, after = scene.phrases[k], scene.phrases[k + 1] if k + 1 < len(scene.phrases) else None
    here = scene.words[phrase.start].start
    if phrase.kind == "rel" or (phrase.kind == "stop" and scene.words[phrase.head].norm in _APART):
        return here
    if phrase.kind == "comma" and after is not None and _is_new(after):
        return here
    return last


def _is_apart(scene: Scene, k: int) -> bool:
    """Whether a phrase behind a source is a topic of its own (`بحسب الشرطة والمسلحون فروا`)."""
    after = scene.phrases[k + 1] if k + 1 < len(scene.phrases) else None
    return scene.phrases[k].conj and after is not None and after.kind == "verb"


def _is_new(phrase: Phrase) -> bool:
    """Whether a phrase behind a comma opens what the source before it does not tell."""
    return phrase.kind in ("rel", "link") or (phrase.kind == "verb" and phrase.conj)


BECAUSE = word_list(__name__, "because")


def told_beside(scene: Scene, clause: Clause) -> Span:
    """What a verb of saying that stands beside it tells: `..., حسبما قال الوزير`; `لأن على متنها، كما قال، أسلحة`."""
    start = scene.phrases[clause.index].start
    while start > 0 and scene.words[start - 1].kind != "punct" and scene.words[start].norm not in ASIDES:
        start -= 1
    behind = [p.end for p in clause.subject if p.start > scene.phrases[clause.index].head]
    span = told_round(scene, start, max([scene.phrases[clause.index].end, *behind]))
    if behind or clause.verb is None or start == 0 or scene.words[start - 1].kind != "punct":
        return span
    before = [p for p in scene.phrases if p.end < start and scene.words[p.start].norm in BECAUSE]
    return Span(scene.words[before[-1].start].start, span.end) if before else span


def by_another(scene: Scene, j: int, own: Clause, events: EventLexicon) -> bool:
    """Whether behind a comma somebody else, whom the verb at phrase `j` names, says or demands something himself.

    `وصف البيت الأبيض المشاهد بأنها مقلقة، وطلب الاتحاد تحقيقا`; `..., ثم نقلت إذاعة عن مستشار قوله`.
    """
    phrase, before = scene.phrases[j], scene.phrases[j - 1]
    if phrase.verb is None or own.how != (FOLLOWS,) or not own.subject or phrase.verb.suffix:
        return False
    told = own.subject[0].person or own.subject[0].mentions
    then = before.kind == "link" and scene.words[before.head].norm == "ثم" and scene.phrases[j - 2].kind == "comma"
    says = phrase.verb.verb.says and phrase.verb.person.startswith("3")
    if not told or not says or not (then or (before.kind in ("comma", "quote") and phrase.conj)):
        return False
    types = {s.type for s in events.verb_senses.get(phrase.verb.verb.key, ())}
    return own.comp is not None or bool(types & EVENT_STANCE.keys()) or _passes_on(own)


def _passes_on(clause: Clause) -> bool:
    """Whether a verb passes on what somebody else said (`نقلت إذاعة عن مستشار`)."""
    return clause.verb is not None and clause.verb.verb.lemma == "نقل" and bool(clause.preps.get("عن"))




def remarks(scene: Scene, j: int, events: EventLexicon) -> bool:
    """Whether the reporter himself goes on behind a comma at phrase `j`: what others said or did, when it was said.

    `..., وهو ما نفته أنقرة`, `..., وهي مزاعم كذبتها الوزارة`, `..., وذلك في خطاب ألقاه`.
    """
    phrase = scene.phrases[j]
    first = scene.words[phrase.start].token.norm
    behind = scene.phrases[j : j + 4]
    if first == "في" and scene.words[phrase.start + 1].norm == "حين":
        return True
    if first == "وذلك" and scene.words[phrase.start + 1 : phrase.start + 2]:
        after = scene.words[phrase.start + 1]
        if after.norm in particles().afterwards:
            return True  # `..., وذلك بعد احتجاجات`
    if first == "وذلك":
        heads = {key for p in behind if p.kind == "np" for key in noun_keys(scene.words[p.inner].bare)}
        return bool(heads & (scene.classes["documents"] | scene.classes["meetings"]))
    if first not in ("وهو", "وهي", "الامر"):
        return False
    verb = next((p.verb for p in behind if p.kind == "verb"), None)
    types = {s.type for s in events.verb_senses.get(verb.verb.key, ())} if verb is not None else set()
    return verb is not None and (verb.verb.says or bool(types & {"ACCUSE", "REJECT"}))
