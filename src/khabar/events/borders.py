"""How far the words of a participant go: weighed step by step, phrase after phrase behind its name or noun.

`السفير الفلسطيني بتونس، هائل الفاهوم`, `وحدات من الجيش`, `راشد الغنوشي رئيس حركة النهضة`: where a title, a body or a
name goes on, and where what follows is the place of the deed or its object, no rule of grammar says; which words go on
with which is learned from annotated mentions. Weights by `tools/train_borders.py`; the card is `models/borders.md`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from khabar.events.draft import Draft
from khabar.events.lexicon import noun_key
from khabar.events.listed import opens
from khabar.events.repeats import without_repeats
from khabar.events.scene import Scene
from khabar.events.toll_words import toll_words
from khabar.events.verdicts import is_part
from khabar.models.linear import Linear
from khabar.records import Mention, MentionKind, Span
from khabar.text.beside import tells_of_subject
from khabar.text.characters import squeeze
from khabar.text.nouns import full_plural, possessed, without_pronoun
from khabar.text.particles import particles
from khabar.text.phrases import Phrase
from khabar.text.two_sides import is_side
from khabar.text.wordlist import VERBAL_NOUN, known_word

LEAST = -0.5
"""The log-odds from which on a step is taken."""
MOST = 6
"""How many steps are taken at most."""
_CLOSING = {"«": "»", "“": "”", '"': '"', "(": ")"}
"""The mark that closes what a mark opens."""
_QUOTED = 8
"""How many words a name in quotation marks has at most."""


_SINGLE = frozenset({MentionKind.OFFICE, MentionKind.PERSON, MentionKind.NATIONALITY})
"""Kinds of mentions of one person, or of the adjective that stands for a state."""


@dataclass(frozen=True, slots=True)
class Step:
    """What may belong to a mention: the words from `start` to `end`, excluded."""

    kind: str
    """`rest` of its own phrase, `phrase`, `comma` and phrase, `marked` (in brackets or quotation marks)."""
    start: int
    end: int
    phrase: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Borders:
    """Lengthens participants; without a model they stay as they are."""

    model: Linear | None

    @classmethod
    def load(cls) -> Borders:
        """The shipped weights."""
        return cls(Linear.load("borders"))

    def settle(self, draft: Draft, scenes: Sequence[Scene], place: Span | None) -> None:
        """Give the participants of a draft their full words; `place` is where the event is told to be."""
        if self.model is None:
            return
        for mentions in (draft.actors, draft.recipients):
            mentions[:] = without_repeats(mentions)
            others = (*draft.actors, *draft.recipients)
            mentions[:] = without_repeats([self._widened(m, others, draft, scenes, place) for m in mentions])

    def _widened(
        self, mention: Mention, others: Sequence[Mention], draft: Draft, scenes: Sequence[Scene], place: Span | None
    ) -> Mention:
        end = mention.span.end
        for found, step in steps(mention, draft, scenes, place):
            if self.model is None or self.model.odds(found) < LEAST:
                break
            if any(m.span.overlaps(step) for m in others if m.kind is not MentionKind.NATIONALITY and m != mention):
                break  # `أنصاره والشرطة`: who has a role of his own is another; but `الجيشان الهندي والباكستاني`
            end = max(end, step.end)
        span = Span(mention.span.start, end)
        return mention if end == mention.span.end else replace(mention, span=span, text=span.of(draft.scene.text))


def steps(
    mention: Mention, draft: Draft, scenes: Sequence[Scene], place: Span | None
) -> Iterator[tuple[dict[str, float], Span]]:
    """What stands behind a mention, step by step: what speaks for and against its going on so far, and the words."""
    scene = next((s for s in scenes if s.sentence.span.contains(mention.span)), None)
    if scene is None:
        return
    end = next((w.index for w in scene.words if w.start >= mention.span.end), len(scene.words))
    taken = [m.span for m in (*draft.actors, *draft.recipients) if m.span != mention.span]
    for number in range(MOST):
        step = _step(scene, end)
        if step is None or _is_parted(scene, step) or _is_of_verb(draft, step) or _is_another(scene, mention, step):
            return
        if step.phrase is not None and is_part(scene, step.phrase):
            return  # `سجن المدير | وبراءة نائبه`
        if number == 0 and _is_of_other_verb(scene, draft, mention, step):
            return
        span = Span(scene.words[step.start].start, scene.words[step.end - 1].end)
        yield _facts(mention, scene, draft, step, number, taken, place), span
        end = step.end


def _step(scene: Scene, start: int) -> Step | None:
    """What begins at a word and may belong to the mention before it, or None."""
    if start >= len(scene.words):
        return None
    text = scene.words[start].token.text
    if text in _CLOSING:
        for end in range(start + 2, min(start + _QUOTED, len(scene.words))):
            if scene.words[end].token.text == _CLOSING[text]:
                return Step("marked", start, end + 1)
        return None
    kind, first = ("comma", start + 1) if text in ("،", ",") else ("phrase", start)
    phrase = next((p for p in scene.phrases if p.start <= first < p.end), None)
    if phrase is None or phrase.kind != "np":
        return None
    if kind == "phrase" and phrase.start < first:
        kind = "rest"
    return Step(kind, start, phrase.end, phrase)


def _is_parted(scene: Scene, step: Step) -> bool:
    """Whether a definite noun follows a plural that keeps its nun, whose genitive it cannot be (`مسلحون | النيران`).

    So does a place a definite one (`القادة الأوروبيون | روسيا`), and `عن` most (`أضرب المعلمون | عن العمل`).
    """
    phrase, before = step.phrase, scene.words[step.start - 1]
    if phrase is not None and is_side(phrase, scene.words):
        return True  # `بين الجيش | من جهة ومسلحين | من جهة أخرى`
    if phrase is not None and phrase.prep == "عن" and step.kind == "phrase":
        noun = next((p for p in scene.phrases if p.start < step.start <= p.end), None)
        words = scene.words[noun.inner : step.start] if noun is not None else [before]
        return not any(w.bare in particles().told_about for w in words)
    first = scene.words[step.start]
    if scene.atoms[step.start - 1] >= 0 and first.norm in particles().become:
        return scene.mentions[scene.atoms[step.start - 1]].kind is MentionKind.PERSON
    if first.norm in particles().behind_names or tells_of_subject(first, before):
        return True  # `خمسة متهمين | احتياطيا`, `شرطية إسرائيلية | محذرا من`
    plain = step.kind == "phrase" and phrase is not None and not (phrase.prep or phrase.conj)
    if plain and first.bare in particles().fired:
        return True  # `إطلاق جنود | الرصاص`, `إطلاق الشرطة | النار`
    if before.definite:
        thing = first.kind == "noun" and first.definite and not first.norm.endswith("ون")  # `المسلحون | الاستيلاء`
        other = phrase is not None and (phrase.who is MentionKind.PLACE or thing)
        return plain and before.norm.endswith("ون") and other
    return plain and first.definite and full_plural(before)


def _is_of_verb(draft: Draft, step: Step) -> bool:
    """Whether a phrase fills a slot that makes its verb's meaning, and so tells nothing of whoever stands before.

    `تراجع الصحفي | عن أقواله`, `استدعت النيابة الناشط | للتحقيق`, `امتنعت عشر دول | عن التصويت`, `قدم الوزير | العزاء`.
    """
    met = {c.slot for c in draft.sense.when if c.words is not None and not c.negated} & {"obj"}
    if draft.trigger.kind == "verb" and any(g[0] is step.phrase for s in met for g in draft.slots.get(s, ())[:1]):
        return True
    if draft.trigger.kind != "verb" or step.phrase is None or not step.phrase.prep or step.phrase.prep in ("من", "في"):
        return False
    asked = {c.slot for c in draft.sense.when if c.slot not in ("subj", "obj")}
    return any(p is step.phrase for slot in asked for g in draft.slots.get(slot, ()) for p in g)


def _is_of_other_verb(scene: Scene, draft: Draft, mention: Mention, step: Step) -> bool:
    """Whether a phrase behind one definite noun goes with the verb before it, of another deed.

    `شارك الناشط | في المسيرة ثم اعتقل`, `خرج الشاب | من منزله فقتل`.
    """
    if mention.kind is not MentionKind.UNNAMED or " " in mention.text or step.phrase is None or not step.phrase.prep:
        return False
    clause = scene.by_phrase.get(scene.phrase_at(scene.words_at(mention.span)[0].index) - 1)
    if clause is None or step.kind != "phrase":
        return False
    if clause is draft.trigger.clause and (draft.trigger.kind == "verb" or step.phrase.head not in scene.event_words):
        return False  # but `هدد الجنرال | بقصف العاصمة بعد لقائه الوسيط`
    told = any(p is step.phrase for groups in clause.preps.values() for g in groups for p in g)
    return told and any(scene.span(p).contains(mention.span) for p in clause.subject)


def _is_another(scene: Scene, mention: Mention, step: Step) -> bool:
    """Whether a phrase right behind a mention is the subject of a verb, or a state or body behind one person.

    `وصلت إلى مطار حلب | الطائرة السعودية`, `غادر أمير قطر | الدوحة`. So is one person behind a body (`احتجاز السلطات |
    الصحفي سالم حمد`).
    """
    phrase = step.phrase
    if _is_of_other(scene, mention, step):
        return True
    if mention.kind is MentionKind.NATIONALITY and phrase is not None and phrase.prep and step.kind == "phrase":
        return True  # `غارة أميركية | جنوب الصومال`
    if phrase is not None and opens(scene, scene.phrase_at(phrase.head)):
        return True  # `قتل متظاهر | والداخلية تنفي`
    if phrase is None or step.kind != "phrase" or phrase.conj or phrase.prep:
        return False
    if mention.kind is MentionKind.GROUP and phrase.who is MentionKind.PERSON:
        return True
    if _is_object(scene, mention, phrase):
        return True
    single = mention.kind in _SINGLE and mention.country is not None
    before, first = scene.words[step.start - 1], scene.words[step.start]
    if possessed(before) and first.definite and first.kind == "noun":
        return True  # `رفض بلاده | التدخل`
    after = scene.phrase_at(step.start)
    acts = phrase.who is None and any(c.subject and c.subject[0] is phrase and c.index < after for c in scene.clauses)
    return acts or (single and phrase.who in (MentionKind.PLACE, MentionKind.GROUP))


def _is_object(scene: Scene, mention: Mention, phrase: Phrase) -> bool:
    """Whether a deed, a thing or somebody definite right behind a subject is the object of its verb.

    `رفض الرئيس | التنحي`, `أجبر الجيش | الرئيس`, `غادر الوزير | البلاد`, `أبلغ الوزير | السفير`.
    """
    word = scene.words[phrase.inner]
    theirs = (c for c in scene.clauses if c.objects and c.objects[0][0] is phrase and c.subject)
    clause = next((c for c in theirs if any(scene.span(p).overlaps(mention.span) for p in c.subject)), None)
    if clause is None or not word.definite:
        return False
    if phrase.who is None:
        thing = word.kind == "noun" and not word.norm.endswith("يه") and known_word(word.norm) > 0
        return VERBAL_NOUN.match(word.bare) is not None or (thing and mention.name is None)
    lemma = squeeze(clause.verb.verb.lemma) if clause.verb is not None else ""
    takes = lemma in particles().only_object | particles().need_object
    somebody = phrase.who in (MentionKind.OFFICE, MentionKind.PERSON)
    return (mention.kind is MentionKind.GROUP and somebody) or (takes and phrase.who is not MentionKind.PERSON)


def _is_of_other(scene: Scene, mention: Mention, step: Step) -> bool:
    """Whether what follows is a day, an aim, or an adjective that goes with another noun before.

    `البنك الدولي | الخميس`, `الأمم المتحدة | للوصول إلى حل`, `رفض المملكة | القاطع`.
    """
    first, before, phrase = scene.words[step.start], scene.words[step.start - 1], step.phrase
    if any(t.span.start <= first.start < t.span.end for t in scene.times):
        return True
    if phrase is not None and phrase.prep == "ل" and step.kind == "phrase" and not phrase.person:
        many = mention.kind is MentionKind.UNNAMED and before.definite  # `الحوثيين | للاستيلاء على`
        bare = scene.words[phrase.inner].bare
        stem = without_pronoun(bare)  # `لانتقاده الحكومة`
        aim = any(VERBAL_NOUN.match(w) for w in (bare, stem)) or bare in particles().aims
        return (mention.kind is MentionKind.GROUP or many) and aim
    if phrase is not None and phrase.conj and not phrase.prep and _is_next_deed(scene, mention, phrase):
        return True
    masculine = first.kind == "adj" and first.definite and not first.norm.endswith(("ه", "ات", "ين", "ون"))
    return step.kind == "rest" and masculine and before.index == scene.words_at(mention.span)[0].index and (
        before.definite and before.token.text.endswith("ة")
    )


def _is_next_deed(scene: Scene, mention: Mention, phrase: Phrase) -> bool:
    """Whether `و` brings in what befell others too, and no more of people (`استشهاد شابين | ومقتل جندي`)."""
    first = scene.words[phrase.inner]
    deed = first.bare in toll_words().dying | toll_words().hurting or VERBAL_NOUN.match(first.bare) is not None
    return mention.kind is MentionKind.UNNAMED and deed and not (first.definite or phrase.who or phrase.person)


def _facts(
    mention: Mention, scene: Scene, draft: Draft, step: Step, number: int, taken: Sequence[Span], place: Span | None
) -> dict[str, float]:
    """What speaks for and against a step: name to 1."""
    found: dict[str, float] = {}
    head = noun_key(scene.words_at(mention.span)[0].bare)
    who = f"{mention.kind.value} {'named' if mention.name is not None else 'nameless'}"
    for name in (*_of_step(scene, step), *_of_others(scene, draft, step, taken, place)):
        found[name] = found[f"{name} | {who}"] = found[f"{name} | {step.kind} {number}"] = 1.0
    for name in (f"head {head}", f"who {who}", f"last {scene.words[step.start - 1].kind}", f"number {number}"):
        found[name] = found[f"{name} | {_lead(step)}"] = 1.0
    return found


def _lead(step: Step) -> str:
    phrase = step.phrase
    return f"{step.kind} {'' if phrase is None else phrase.prep or 'plain'}"


def _of_step(scene: Scene, step: Step) -> Iterator[str]:
    """How it begins, what it is and what stands behind it."""
    words, phrase = scene.words, step.phrase
    before = words[step.start - 1]
    yield f"lead {_lead(step)}"
    yield f"first {words[step.start].norm}"
    yield f"after {before.norm}"
    yield f"after {before.kind} {before.definite} {_lead(step)}"
    yield f"behind {words[step.end].kind if step.end < len(words) else 'none'} {_lead(step)}"
    if phrase is None:
        return
    inner = words[phrase.inner]
    yield f"joined {phrase.conj} {_lead(step)}"
    yield f"head {noun_key(words[phrase.head].bare)}"
    yield f"inner {noun_key(inner.bare)} {_lead(step)}"
    yield f"inner {inner.kind} {inner.definite} {_lead(step)}"
    yield f"who {phrase.who.value if phrase.who is not None else 'none'} {phrase.named} {_lead(step)}"
    yield f"definite {phrase.definite} {before.definite} {_lead(step)}"
    yield f"length {min(phrase.end - phrase.inner, 4)} {_lead(step)}"


def _of_others(scene: Scene, draft: Draft, step: Step, taken: Sequence[Span], place: Span | None) -> Iterator[str]:
    """What else it is in the event: another participant, its place, what stands in a slot of the trigger."""
    span = Span(scene.words[step.start].start, scene.words[step.end - 1].end)
    if any(s.overlaps(span) for s in taken):
        yield "another participant"
    if place is not None and place.overlaps(span):
        yield "the place"
    if draft.span.overlaps(span):
        yield "the trigger"
    here = scene is draft.scene
    yield f"sentence of the event {here} {_lead(step)}"
    if here and step.phrase is not None:
        slots = [s for s, groups in draft.slots.items() if any(p is step.phrase for g in groups for p in g)]
        yield from (f"slot {slot} {_lead(step)}" for slot in slots)
        yield f"in a slot {bool(slots)} {_lead(step)} {draft.trigger.kind}"
        yield from (f"slot {s} of the frame {_lead(step)}" for f in draft.sense.frame.values() for s in slots if s in f)
        yield from (f"{name} {_lead(step)}" for name in _as_argument(scene, step.phrase))
        trigger = draft.trigger.words[0]
        yield f"trigger {'ahead' if trigger < step.start else 'behind'} {trigger == step.end} {_lead(step)}"


def _as_argument(scene: Scene, phrase: Phrase) -> Iterator[str]:
    """What a phrase is to the verbs of its sentence."""
    for clause in scene.clauses:
        if any(p is phrase for p in clause.subject):
            yield f"subject of {'a verb behind' if clause.index > scene.phrase_at(phrase.head) else 'a verb before'}"
        if any(p is phrase for group in clause.objects for p in group):
            yield "object of a verb"
