"""What words of a denial do not deny: refusals, what is presupposed, and what is said to be so instead."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.events.lexicon import noun_keys
from khabar.events.moods import moods
from khabar.events.scene import Scene
from khabar.events.unconfirmed import is_granted_by_relative
from khabar.lexicon.words import word_list
from khabar.records import Attribution, Mention, Span
from khabar.sources.contents import BEHIND
from khabar.text.characters import squeeze
from khabar.text.words import Word


def denied_in(attribution: Attribution, scene: Scene) -> Span:
    """The words of a denial that are denied: up to what goes on with `و` or says what is so instead (`مؤكدا أن`)."""
    scope = attribution.scope
    inside = [
        (k, p)
        for k, p in enumerate(scene.phrases)
        if scope.contains(Span(scene.words[p.start].start, scene.words[p.start].end))
    ]
    for number, (k, phrase) in enumerate(inside):
        after = scene.phrases[k + 1] if k + 1 < len(scene.phrases) else None
        goes_on = phrase.kind == "comma" and after is not None and (after.conj or after.kind == "link")
        of_that = scene.words[phrase.start - 1].norm in ("من", "عن")  # `ما ذكرته الإذاعة من أن الجيش هاجم`
        instead = phrase.kind == "comp" and number > 1 and inside[0][1].kind == "np" and not of_that
        if number and (goes_on or instead):
            return Span(scope.start, scene.words[phrase.start].start)
    return scope


_REFUSING = word_list(__name__, "refusing")


def is_refusal(attribution: Attribution) -> bool:
    """Whether somebody refuses or opposes (`رفضت الجبهة المشاركة`), which denies nothing but accusations."""
    return attribution.rule in _REFUSING


def of_a_charge(attribution: Attribution, scene: Scene) -> bool:
    """Whether what is refused is what was said of somebody (`رفضت موسكو الاتهامات`, `وهي اتهامات ترفضها`)."""
    scope, cue = attribution.scope, attribution.cue
    if cue is not None and cue.contains(scope):
        behind = next((w for w in scene.words if w.start >= cue.end), None)
        return behind is None or behind.norm not in _THIS  # `غير أن القاضي رفض هذا`
    words = [w for w in scene.words if scope.contains(Span(w.start, w.end))]
    return any(w.bare in scene.classes["hearsay"] and w.bare not in _MATTERS for w in words[:3])


_THIS = word_list(__name__, "this")
_MATTERS = word_list(__name__, "matters")


def is_of_knowledge(attribution: Attribution, scene: Scene) -> bool:
    """Whether somebody says only that he knows nothing of a thing (`نفى علمه بالصفقة`, `إنه لا علم له بأي هجوم`)."""
    words = [w for w in scene.words if attribution.scope.contains(Span(w.start, w.end))][:_OPENING]
    known = next((w for w in words if w.norm in _KNOWLEDGE), None)
    before = scene.words[known.index - 1] if known is not None and known.index > 0 else None
    if known is None or before is None:
        return False
    return known is words[0] or before.norm in ("اي", "لا")


_OPENING = 4
_KNOWLEDGE = word_list(__name__, "knowledge")


def is_presupposed(trigger: Span, actors: Sequence[Mention], attribution: Attribution, scene: Scene) -> bool:
    """Whether words of a denial tell an event that it does not deny.

    A noun for who takes part (`ينفي استعمال القوة ضد محتجين`), when something was (`خلال الاشتباكات`), what another
    noun is said of (`نفى وجود خلافات أدت إلى تأجيل الاجتماع`, `نفى أن يكون القصف متعمدا`), what is so instead.
    """
    if any(m.span.contains(trigger) for m in actors):
        return True
    if not attribution.scope.contains(trigger):
        return False
    if is_of_knowledge(attribution, scene):
        return True
    verb = scene.words_at(trigger)[0]
    if verb.kind == "verb" and is_granted_by_relative(scene, scene.phrase_at(verb.index)):
        return True
    if not denied_in(attribution, scene).contains(trigger) or _tells_of_people(trigger, attribution, scene):
        return True
    words = [w for w in scene.words if attribution.scope.contains(Span(w.start, w.end))]
    if not words:
        return False  # said in other sentences than the denial
    at = next((n for n, w in enumerate(words) if w.start >= trigger.start), 0)
    if _is_outcome(words[:at], scene):
        return True
    before = {w.norm for w in words[max(at - 2, 0) : at]}
    if before & _WHILE or any(w.norm in _ENDING and w.kind == "noun" for w in words[max(at - 2, 0) : at]):
        return True  # `نفت الحكومة تعليق التعاون`, `نفت تعليق المعلمين إضرابهم`: that goes on
    if not words[at].definite or words[at].kind == "verb" or at == 0 or _is_lent(words[at - 1 : at + 1]):
        return False
    if words[0].kind == "noun":
        first = {*noun_keys(words[0].bare)}
        keys = scene.classes["occurrences"] | scene.classes["involvement"] | scene.classes["hearsay"]
        return at > 3 and not first & keys and not first & scene.classes["denying"]
    # `أن يكون وراء الهجوم` denies a part in it, `أن يكون القصف متعمدا` only what it was like.
    return bool(before & _BEING) and not before & BEHIND and not any(w.kind == "verb" for w in words[at + 1 :])


def _is_lent(words: Sequence[Word]) -> bool:
    """Whether a noun has its article only by a fixed phrase with the one before it (`إلقاء القبض`)."""
    return [w.bare for w in words] == ["القاء", "قبض"]


def _tells_of_people(trigger: Span, attribution: Attribution, scene: Scene) -> bool:
    """Whether an event only says who those are whom a denial names (`نفت طرد عمال شاركوا في الإضراب`)."""
    for clause in scene.clauses:
        start = scene.words[scene.phrases[clause.index].start].start
        end = scene.words[scene.phrases[clause.stop - 1].end - 1].end
        told = clause.antecedent[0] if clause.antecedent else None
        loose = told is not None and not (told.definite or told.possessed)  # no `أن يكون رجاله قد ضربوا`
        had = scene.words[scene.phrases[clause.index].start].norm == "قد"  # `أن يكون مسلحون قد خطفوه`
        said = told is not None and scene.words[told.start - 1].norm in _BEING  # `أن يكون مسلحون خطفوه`
        loose = loose and not said
        relative = loose or scene.phrases[clause.index - 1].kind == "rel"
        many = clause.verb is not None and clause.verb.person == "3mp"  # `طرد ثلاثين عاملا شاركوا في الإضراب`
        people = told is not None and (told.person or many) and relative and not had
        if people and attribution.scope.start < start <= trigger.start and trigger.end <= end:
            return True
    return False


def _is_outcome(words: Sequence[Word], scene: Scene) -> bool:
    """Whether words end in what had an outcome and is no event itself (`وجود خلافات أفضت إلى تأجيل الاجتماع`)."""
    results = moods().results
    led = next((n for n, w in enumerate(words) if w.verb is not None and squeeze(w.verb.verb.lemma) in results), 0)
    return led > 0 and not any(w.index in scene.event_words for w in words[:led])


_WHILE = word_list(__name__, "while")
_ENDING = word_list(__name__, "ending")
_BEING = word_list(__name__, "being")
