"""What stands under a reporting verb: the clause after `أن`, a quotation, the words after a colon, its noun phrases."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from khabar.events.lexicon import EventLexicon, noun_keys
from khabar.events.scene import Scene
from khabar.events.trigger import ABOUT
from khabar.lexicon.words import word_list
from khabar.records import AGAINST, Span, Stance
from khabar.sources.contents import (
    CALLS,
    DISCLAIMING,
    content_of,
    goes_with,
    is_barred,
    is_of_thought,
    is_parenthetical,
    is_taken_up,
)
from khabar.sources.ends import statement_end
from khabar.sources.extent import BECAUSE, told_beside
from khabar.sources.quotes import only_marks
from khabar.text.clauses import Clause
from khabar.text.collect import NO_CONTENT
from khabar.text.particles import particles
from khabar.text.phrases import Phrase
from khabar.text.topics import answers_alone
from khabar.text.words import Word


def taken_up(scene: Scene, clause: Clause, stance: Stance, events: EventLexicon) -> Span | None:
    """For a denial of what was said before (`نفت ذلك`, `وهو ما نفته`), the span of its own words; else None.

    Such a denial has no content of its own; `denials.py` looks for what it takes up.
    """
    if stance not in AGAINST or clause.verb is None:
        return None
    head = scene.words[scene.phrases[clause.index].head]
    if clause.verb.suffix:
        return None if clause.subject is clause.antecedent or _is_figure(scene, clause) else Span(head.start, head.end)
    if f"verb {clause.verb.verb.lemma}" in DISCLAIMING and any(g[0].suffix for g in clause.preps.get("من", ())):
        return Span(head.start, head.end)  # `تبرأت منه الفصائل`
    if stance is Stance.DENIES and clause.subject and not clause.objects and answers_alone(clause, scene.phrases):
        return Span(head.start, head.end)  # `والقاهرة تنفي`
    if stance is Stance.DENIES and clause.comp is None and clause.objects and _is_what_happened(scene, clause):
        return Span(head.start, head.end)  # `نفت موسكو الواقعة`
    told = clause.comp[0] if clause.comp is not None else len(scene.phrases)
    last = scene.phrases[told].start if told < len(scene.phrases) else len(scene.words)
    groups = [*clause.objects, *(g for prep in ("في", "علي", "ب") for g in clause.preps.get(prep, ()))]
    for group in groups[:3]:
        words = scene.words[group[0].inner : group[0].end]
        if group[0].start > last or all(w.bare not in events.classes["hearsay"] for w in words[:3]):
            continue
        if (matter := _named_in(scene, words, events)) is not None:
            # `نفى خبر اعتقال رئيسه`: the report is named by its matter.
            return Span(
                matter, scene.words[max(p.end for p in (group[0], *goes_with(scene, clause, group[:1]))) - 1].end
            )
        if len(words) > 3 or not any(is_taken_up(scene, w.index) for w in words):
            continue
        about = [g[0] for p in _ABOUT for g in clause.preps.get(p, ()) if group[0].end <= g[0].start < last]
        about = [] if words[0].kind == "dem" and not words[-1].definite else about or _told_in_it(scene, group[0])
        if about and not clause.comp:
            # `رفض الجيش الاتهامات بقصف المدرسة`: what is denied is told behind the noun.
            about = [*about, *goes_with(scene, clause, about[:1])]
            return Span(words[0].start, scene.words[max(p.end for p in about) - 1].end)
        said = clause.comp is not None and words[0].kind != "dem"
        if said and clause.comp is not None and clause.verb.verb.lemma == "رفض" and not words[-1].named:
            # `رفضت طهران الاتهامات بأن لها دورا في الهجوم`: what was said of her, and not what she refuses to do
            return Span(words[0].start, scene.words[scene.phrases[clause.comp[1] - 1].end - 1].end)
        if said and clause.comp is not None and scene.phrases[clause.comp[0]].start == group[0].end:
            return None  # `نفى الجيش مزاعم بأنه قصف القرية`: the clause is what is denied
        return Span(head.start, head.end)
    return None


def _is_what_happened(scene: Scene, clause: Clause) -> bool:
    """Whether all that a verb denies is a word for what was told before to have happened (`الحادثة`, `الواقعة`)."""
    first = clause.objects[0][0]
    word = scene.words[first.inner]
    behind = scene.phrases[scene.phrase_at(word.index) + 1 :][:1]
    closes = not behind or behind[0].kind in ("stop", "comma", "link")
    return closes and first.end == first.inner + 1 and word.definite and word.bare in _OCCURRENCES


_OCCURRENCES = word_list(__name__, "occurrences")
_ABOUT = ("ب", *ABOUT)


def _is_figure(scene: Scene, clause: Clause) -> bool:
    """Whether what a denial takes up is only a number or a demand (`وهو رقم نفته الحكومة`, `مطلب ترفضه`)."""
    before = scene.words[scene.phrases[clause.index].start - 1]
    refused = clause.verb is not None and clause.verb.verb.lemma in ("رفض", "عارض")
    return before.bare in _FIGURES or (refused and before.bare not in scene.classes["hearsay"])


_FIGURES = word_list(__name__, "figures")


def _named_in(scene: Scene, words: Sequence[Word], events: EventLexicon) -> int | None:
    """Where in a phrase the matter of a report begins that is its genitive (`مزاعم تعذيب المعتقلين`), or None."""
    for word, after in pairwise(words):
        if word.bare not in events.classes["hearsay"] or word.definite or after.definite:
            continue
        if after.index in scene.event_words or {*noun_keys(after.bare)} & events.noun_senses.keys():
            return after.start
    return None


def _told_in_it(scene: Scene, report: Phrase) -> list[Phrase]:
    """What a relative clause says that a report is about (`الأنباء التي تحدثت عن مقتل ثلاثة`)."""
    k = next((i for i, p in enumerate(scene.phrases) if p is report), len(scene.phrases))
    after = scene.phrases[k + 1 : k + 3]
    if after and after[0].kind == "verb" and not after[0].conj and not report.definite:
        clause = scene.by_phrase[k + 1]  # `أنباء تحدثت عن مقتل ثلاثة`
    elif len(after) > 1 and after[0].kind == "rel" and after[1].kind == "verb":
        clause = scene.by_phrase[k + 2]
    else:
        return []
    return [g[0] for p in ABOUT for g in clause.preps.get(p, ())]


def scope_of_verb(
    scene: Scene, clause: Clause, say: Mapping[str, str] | None, events: EventLexicon, quotes: Sequence[Span]
) -> Span | None:
    """The words that stand under a reporting verb: clause after `أن`, quotation, words after a colon, or object."""
    clause = _with_content(scene, _without_thought(scene, clause))
    quoted = quotation_after(scene, clause, quotes)
    if say is not None and is_barred(scene, clause, say):
        return None
    denies = say is not None and say.get("stance") == "denies"
    if say is not None and not denies and is_parenthetical(scene, clause) and _stands_beside(scene, clause, say):
        return told_beside(scene, clause)
    if clause.comp is not None and scene.words[scene.phrases[clause.comp[0]].start].norm in BECAUSE:
        return None if quoted is None else quoted  # `أفاد به مصدر رفض ذكر اسمه لأنه غير مخول`
    if clause.comp is not None:
        first, last = clause.comp
        end = statement_end(scene, clause, first, last, events)
        return Span(scene.words[scene.phrases[first].start].start, scene.words[end - 1].end)
    if _only_names(scene, clause):
        return None
    if quoted is not None and not (denies and clause.objects and _before(scene, clause.objects[0][0], quoted)):
        return quoted
    if say is None:
        return None
    told = told_behind(scene, clause)
    after = scene.phrases[told] if told < len(scene.phrases) else None
    named = denies and bool(clause.objects)  # `موسكو تنفي قصف المستشفى: «لا نستهدف المدنيين»`
    if after is not None and after.kind == "stop" and scene.words[after.head].norm == ":" and not named:
        return Span(scene.words[after.head].end, scene.sentence.span.end)
    apart = after is not None and scene.words[after.start - 1].norm in NO_CONTENT  # `من دون أن تنفي`
    if after is not None and after.kind == "comp" and not apart:
        return Span(scene.words[after.head].start, scene.sentence.span.end)
    content = content_of(scene, clause, say) or (all_objects(clause) if says_not_so(scene, clause) else [])
    if content:
        start = min(p.start for p in content)
        content = [*content, *_up_to_comma(scene, clause, start, goes_with(scene, clause, content))]
        end = max(p.end for p in content)
        return Span(scene.words[start].start, scene.words[_of_that(scene, start, end) - 1].end)
    return None


def _up_to_comma(scene: Scene, clause: Clause, start: int, more: list[Phrase]) -> list[Phrase]:
    """What goes with what is said; in a relative clause, whose sentence goes on behind it, up to the next comma.

    `تمكن المكتب، الذي وصفته الصحف بالمثالي، من تفكيك خلية`.
    """
    if not clause.antecedent or scene.phrases[clause.index - 1].kind != "rel":
        return more
    stop = next((p.start for p in scene.phrases if p.start > start and p.kind == "comma"), len(scene.words))
    return [p for p in more if p.end <= stop]


def _without_thought(scene: Scene, clause: Clause) -> Clause:
    """A clause without what is only thought of those its object names (`أعلنت اعتقال ثمانية يشتبه في أنهم`)."""
    if clause.comp is None or not clause.objects or clause.objects[0][0].end > scene.phrases[clause.comp[0]].start:
        return clause
    before = scene.phrases[max(clause.comp[0] - 2, 0) : clause.comp[0]]
    thought = any(p.kind == "verb" and p.verb is not None and is_of_thought(p.verb) for p in before)
    return replace(clause, comp=None) if thought else clause


def _with_content(scene: Scene, clause: Clause) -> Clause:
    """A clause with what is said behind words that only tell of its document (`قال في بيان نشره على موقعه إن`)."""
    own = scene.by_phrase.get(clause.stop) if clause.comp is None else None
    told = _told_of_speaker(scene, clause) if clause.comp is None else None
    if told is not None and told.comp is None and clause.verb is not None and clause.verb.verb.lemma == "قال":
        return _behind_relative(scene, clause, told)
    if own is None or own.comp is None or not tells_of_document(scene, own):
        return clause
    return replace(clause, comp=own.comp)


def _told_of_speaker(scene: Scene, clause: Clause) -> Clause | None:
    """The relative clause that tells who speaks, right behind his name (`قال مسؤول طلب عدم ذكر اسمه إن`), or None."""
    k = clause.stop
    if k < len(scene.phrases) and scene.phrases[k].kind == "rel":
        k += 1
    own = scene.by_phrase.get(k)
    return own if own is not None and own.antecedent and not scene.phrases[k].conj else None


def _behind_relative(scene: Scene, clause: Clause, told: Clause) -> Clause:
    """`قال` with its `إن` behind clauses that tell who speaks (`قالت شابة هربت من القرية وتدعى لينا إن`)."""
    later = [k for k in range(told.index + 1, len(scene.phrases)) if scene.phrases[k].kind == "comp"]
    k = next((k for k in later if scene.words[scene.phrases[k].head].token.text.startswith(("إن", "ان"))), None)
    others = [c for c in scene.clauses if k is not None and told.index < c.index < k and c.says]
    return replace(clause, comp=(k, len(scene.phrases))) if k is not None and not others else clause


def _of_that(scene: Scene, start: int, end: int) -> int:
    """The word behind what was told, with the clause that says what that is (`نفى ما ذكرته الإذاعة من أنه هاجم`)."""
    last, after = scene.words[end - 1], scene.words[end : end + 1]
    if scene.words[start].norm != "ما" or last.norm not in ("من", "عن") or not after or after[0].kind != "comp":
        return end
    stop = next((p.start for p in scene.phrases if p.start > end and p.kind in ("comma", "stop", "link")), None)
    return stop if stop is not None else len(scene.words)


def told_behind(scene: Scene, clause: Clause) -> int:
    """The phrase at which what was said begins, past who the speaker is (`قالت هند، المتحدثة باسم البلدية: إن`).

    Where no name or office between commas stands before a colon or `أن`, that is where the clause ends.
    """
    k = clause.stop
    if (name := called(scene, clause)) is not None:
        k = name + 1  # `قال شاهد يدعى سالم لإذاعة محلية إن`
        while k < len(scene.phrases) and scene.phrases[k].kind in ("np", "adv", "comma", "quote"):
            k += 1
        return k
    if (behind := _behind_document(scene, k)) is not None:
        return behind
    told = _told_of_speaker(scene, clause)
    if told is not None and any(told.antecedent[0] is p for p in clause.subject) and _is_colon(scene, told.stop):
        return told.stop  # `قال المسؤول الذي طلب عدم ذكر اسمه: «...»`
    if k >= len(scene.phrases) or scene.phrases[k].kind != "comma" or not clause.subject or clause.objects:
        return k
    for m in range(k + 1, min(k + 8, len(scene.phrases))):
        phrase = scene.phrases[m]
        colon = phrase.kind == "stop" and scene.words[phrase.head].norm == ":"
        if colon or (phrase.kind == "comp" and not phrase.conj):
            between = scene.phrases[k + 1 : m]
            who = bool(between) and between[0].kind == "np" and not (between[0].prep or between[0].conj)
            return m if who and (between[0].person or between[0].mentions) else k
        if phrase.kind not in ("np", "adv", "comma", "quote"):
            return k
    return k


def tells_of_document(scene: Scene, clause: Clause) -> bool:
    """Whether a clause only says more of the document in which somebody speaks (`قال في بيان نشر على موقعه: إن`)."""
    told = clause.antecedent[0] if clause.antecedent else None
    if told is None or clause.verb is None or told.prep not in ("في", "خلال"):
        return False
    if clause.comp is not None and not (clause.verb.suffix or clause.verb.verb.lemma in _PUBLISHED):
        return False
    said = any(c.says or _has_it(c) for c in scene.clauses if c.index < clause.index)
    keys = {*noun_keys(scene.words[told.inner].bare)}
    return said and bool(keys & (scene.classes["documents"] | particles().statements))


_PUBLISHED = word_list(__name__, "published")


def _has_it(clause: Clause) -> bool:
    """Whether a verb says what stands in a document (`وجاء في بيان نشرته الحركة أن`)."""
    return clause.verb is not None and clause.verb.verb.lemma in ("جاء", "ورد")


def _behind_document(scene: Scene, k: int) -> int | None:
    """The colon before what is said, behind a clause at phrase `k` that only tells of a document, or None."""
    own = scene.by_phrase.get(k)
    if own is None or not tells_of_document(scene, own):
        return None
    m = k + 1
    while m < len(scene.phrases) and scene.phrases[m].kind in ("np", "adv", "quote"):
        m += 1
    return m if _is_colon(scene, m) else None


def _is_colon(scene: Scene, k: int) -> bool:
    """Whether phrase `k` is a colon."""
    after = scene.phrases[k] if k < len(scene.phrases) else None
    return after is not None and after.kind == "stop" and scene.words[after.head].norm == ":"


def called(scene: Scene, clause: Clause) -> int | None:
    """The phrase that says what a speaker is called (`شاهد يدعى سالم`, `أحدهم، ويدعى سالم`), or None."""
    k = clause.stop
    k += int(k < len(scene.phrases) and scene.phrases[k].kind == "comma")
    if k + 1 >= len(scene.phrases) or scene.phrases[k].kind != "verb":
        return None
    named = scene.words[scene.phrases[k].head].token.text.removeprefix("و") in _CALLED
    k += 1 + int(scene.phrases[k + 1].kind == "quote")
    return k if named and k < len(scene.phrases) and scene.phrases[k].kind == "np" else None


_CALLED = word_list(__name__, "called")


def _only_names(scene: Scene, clause: Clause) -> bool:
    """Whether a verb only says who told a thing that another one speaks of (`ما نشرته الصحيفة أكاذيب`)."""
    head = scene.phrases[clause.index].head
    if clause.verb is None or not clause.verb.suffix or clause.verb.verb.lemma in CALLS or head == 0:
        return False
    return scene.words[head - 1].norm in ("ما", "عما", "مما", "بما") or scene.words[head - 1].kind == "rel"


def _before(scene: Scene, phrase: Phrase, quoted: Span) -> bool:
    """Whether what is denied is named before a quotation (`نفى أي تنسيق مع الجيش، «لأننا لا نتواصل»`)."""
    return scene.words[phrase.end - 1].end <= quoted.start


def _stands_beside(scene: Scene, clause: Clause, say: Mapping[str, str]) -> bool:
    """Whether a verb behind `كما`, `وفق ما` tells who says what stands beside it, and has nothing said of its own.

    But `كما تعهدت الوزارة بدفع التعويضات`, `كما أكد أن` only say that somebody says more.
    """
    head = scene.phrases[clause.index].head
    if head == 0 or scene.words[head - 1].token.norm != "كما":
        return True
    return clause.comp is None and all(p.suffix for p in content_of(scene, clause, say))


def quotation_after(scene: Scene, clause: Clause, quotes: Sequence[Span]) -> Span | None:
    """The quotation that follows a reporting verb in its sentence, or None; what follows another one is its own."""
    head = scene.words[scene.phrases[clause.index].head]
    quote = next((q for q in quotes if head.end <= q.start < scene.sentence.span.end), None)
    if quote is None:
        return None
    for other in scene.clauses:
        start = scene.words[scene.phrases[other.index].head].start
        if head.end <= start < quote.start and other.says and not other.antecedent:
            return None
    between = scene.text[head.end : quote.start - 1]
    if clause.antecedent and sum(c in _MARKS for c in between) > 1 and not between.rstrip().endswith(":"):
        return None  # `الهيئة التي وصفتها الصحافة بـ«مكتب الحرب»، من «تفكيك خلية`
    return Span(quote.start, min(quote.end, scene.sentence.span.end))


_MARKS = "«»“”\""


def quotation_before(scene: Scene, clause: Clause, quotes: Sequence[Span]) -> Span | None:
    """The quotation that ends right before a reporting verb (`«...»، قال الوزير`), or None."""
    first = scene.words[scene.phrases[clause.index].start]
    for quote in quotes:
        between = scene.text[quote.end : first.token.start]
        here = scene.sentence.span.start <= quote.end <= first.token.start
        if here and len(between) < 6 and only_marks(between):
            return Span(max(quote.start, scene.sentence.span.start), quote.end)
    return None




def says_not_so(scene: Scene, clause: Clause) -> bool:
    """Whether what somebody says is that a thing did not happen, is not there or is not his.

    `أكد الوزير عدم وقوع هجوم`, `أعلنت الجماعة عدم مسؤوليتها عن الهجوم`.
    """
    unreal = scene.classes["occurrences"] | scene.classes["involvement"]
    groups = [*clause.objects, *clause.preps.get("علي", ())] if clause.comp is None else []
    firsts = [(scene.words[g[0].inner], scene.words[max(g[0].inner - 1, 0)]) for g in groups]
    denied = [first.bare for first, before in firsts if before.norm == "عدم"]
    return any(not unreal.isdisjoint({bare, *noun_keys(bare)}) for bare in denied)


def all_objects(clause: Clause) -> list[Phrase]:
    """The noun phrases that are objects of a verb, those that `و` joins with them as well."""
    return [p for group in clause.objects for p in group]
