"""Who says what: reporting verbs, prepositional cues and quotations, each with the words that stand under it.

An attribution is a chain of sources over a scope. The scope of `قال X إن ...` is the clause after `إن`; of `بحسب X` the
sentence; of a quotation the words between the marks, over as many sentences as it runs. A speaker left out (`وأضاف أن`)
is the one of the statement before. The idea of source, cue and content follows Pareti (2012, PARC).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from khabar.events.lexicon import EventLexicon, noun_keys
from khabar.events.participants import can_speak
from khabar.events.scene import Scene
from khabar.records import Article, Attribution, Mention, MentionKind, Source, SourceKind, Span, Stance
from khabar.sources.accusations import accusations
from khabar.sources.chain import chain_of, kind_of
from khabar.sources.contents import ABOUT, content_of, goes_with, is_parenthetical
from khabar.sources.cues import attributions_of_cues, find_cues, hedged_spans
from khabar.sources.lexicon import SourceLexicon
from khabar.text.clauses import Clause
from khabar.text.phrases import Phrase

OUTLET = "outlet"
"""The id of the attribution that stands for the outlet's own voice; it covers the whole report."""
_EVENT_STANCE = {
    "ACCUSE": Stance.ACCUSES,
    "REQUEST": Stance.ASKS,
    "THREATEN": Stance.WARNS,
    "AGREE": Stance.PROMISES,
    "REJECT": Stance.DENIES,
    "SUPPORT": Stance.ASSERTS,
    "CONCEDE": Stance.ASSERTS,
}


@dataclass(slots=True)
class _Memory:
    """What earlier sentences leave behind: the last speaker, and a quotation still open."""

    chain: tuple[Source, ...] = ()
    quote: Attribution | None = None
    paragraph: int = -2
    found: list[Attribution] = field(default_factory=list)
    hedges: list[Span] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Sourcing:
    """What the sources stage gives back."""

    attributions: tuple[Attribution, ...]
    """In the order of the text; the outlet's own voice comes first."""
    hedges: tuple[Span, ...]
    """Words that the reporter keeps away from without naming a source."""


def find_attributions(
    article: Article, scenes: Sequence[Scene], mentions: Sequence[Mention], sources: SourceLexicon, events: EventLexicon
) -> Sourcing:
    """Every attribution of an article, and what is hedged."""
    settled = {(m.span, m.kind): m for m in mentions}
    memory = _Memory()
    for scene in scenes:
        _quote_goes_on(scene, memory)
        for attribution in _in_sentence(scene, memory, sources, events, settled):
            memory.found.append(attribution)
        _open_quote(scene, memory)
        memory.paragraph = scene.sentence.paragraph
    whole = Attribution(
        OUTLET,
        (Source(SourceKind.OUTLET, None),),
        Stance.ASSERTS,
        None,
        None,
        Span(0, len(article.text)),
        rule="outlet",
    )
    return Sourcing((whole, *_nested(memory.found)), tuple(memory.hedges))


def _nested(found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions numbered, each with the one it is told inside of."""
    ordered = sorted(found, key=lambda a: (a.scope.start, -a.scope.end, a.cue.start if a.cue else 0))
    numbered = [replace(a, id=f"s{i}") for i, a in enumerate(ordered, start=1)]
    result = []
    for a in numbered:
        over = [
            b for b in numbered if b is not a and a.cue is not None and b.scope.contains(a.cue) and b.scope != a.scope
        ]
        inner = min(over, key=lambda b: len(b.scope), default=None)
        result.append(replace(a, inside=inner.id if inner else None))
    return result


Settled = Mapping[tuple[Span, MentionKind], Mention]


def _in_sentence(
    scene: Scene, memory: _Memory, sources: SourceLexicon, events: EventLexicon, settled: Settled
) -> list[Attribution]:
    found: list[Attribution] = []
    headed = _before_colon(scene, sources, settled)
    if headed is not None:
        found.append(headed)
    for clause in scene.clauses:
        attribution = _of_verb(scene, clause, memory, sources, events, settled)
        if attribution is not None:
            if not any(a.scope.contains(attribution.cue) for a in found if attribution.cue):
                # `قال الوزير إن الصحف نقلت ... . وأضاف`: it is the minister who adds.
                memory.chain = attribution.chain or memory.chain
            found.append(attribution)
        elif (denial := _by_noun(scene, clause, sources, events, settled)) is not None:
            found.append(denial)
    found.extend(accusations(scene, sources, settled))
    hits = list(find_cues(scene, sources))
    memory.hedges.extend(hedged_spans(scene, hits))
    verbs = {
        scene.phrases[c.index].head for c in scene.clauses if c.verb is not None and c.verb.verb.key in events.says
    }
    free = [h for h in hits if not verbs & set(range(h.start, h.end))]
    cued = attributions_of_cues(scene, free, sources, settled, memory.chain)
    if cued and cued[-1].chain and cued[-1].stance is not Stance.DENIES and not found:
        memory.chain = cued[-1].chain
    return _handed_on(found, cued)


def _handed_on(said: list[Attribution], cued: Sequence[Attribution]) -> list[Attribution]:
    """Statements and cues of one sentence; `نقلا عن` behind a verb of saying lengthens the chain of who says it.

    `أضافت الوكالة نقلا عن مصدر عسكري أن`, `قالت الصحيفة إن ...، نقلا عن دبلوماسي`.
    """
    rest: list[Attribution] = []
    for cue in cued:
        start = cue.cue.start if cue.cue is not None else -1
        before = [a for a in said if a.cue is not None and a.cue.end <= start <= a.scope.end]
        if not before or not (cue.stance is Stance.DENIES or (cue.cue_text or "").startswith("نقل")):
            rest.append(cue)
            continue
        teller = max(before, key=lambda a: a.cue.start if a.cue else 0)
        if cue.stance is Stance.DENIES:
            rest.append(replace(cue, chain=teller.chain))  # `الوزير: «لا صحة لما نشر»`
            continue
        chain = tuple(dict.fromkeys((*teller.chain, *cue.chain)))
        said[said.index(teller)] = replace(teller, chain=chain)
    return [*said, *rest]


def _before_colon(scene: Scene, sources: SourceLexicon, settled: Settled) -> Attribution | None:
    """`الرئيس: لن نتراجع`: a name and a colon open the sentence, and what follows is his."""
    first = next((p for p in scene.phrases if p.kind != "quote"), None)
    colon = next((k for k, p in enumerate(scene.phrases[:6]) if p.kind == "stop"), None)
    if first is None or colon is None or scene.words[scene.phrases[colon].head].token.norm != ":":
        return None
    before = scene.phrases[:colon]
    if not first.person or any(p.kind not in ("np", "quote", "comma") for p in before) or first.prep:
        return None
    mention = scene.mention(first)
    mention = settled.get((mention.span, mention.kind), mention)
    chain = chain_of(scene, None, [mention], sources, settled, phrase=scene.phrases.index(first))
    mark = scene.words[scene.phrases[colon].head]
    scope = Span(mark.end, scene.sentence.span.end)
    cue = Span(mark.start, mark.end)
    return Attribution("", chain, Stance.ASSERTS, cue, cue.of(scene.text), scope, False, "colon")


def _of_verb(
    scene: Scene, clause: Clause, memory: _Memory, sources: SourceLexicon, events: EventLexicon, settled: Settled
) -> Attribution | None:
    """The attribution a finite verb makes, or None."""
    if clause.verb is None:
        return None
    key = clause.verb.verb.key
    say = events.says.get(key)
    stance = _stance(say, key, events)
    if stance is None:
        return None
    if say is None and clause.comp is None:
        return None
    phrase = scene.phrases[clause.index]
    scope = _taken_up(scene, clause, stance, events) or _scope(scene, clause, say, events)
    if scope is None:
        return None
    if phrase.negated not in ("", "لما") and stance in (Stance.ASSERTS, Stance.CONFIRMS):
        # `لم يؤكد`, `لم تعلن أي جهة`: nobody says it.
        return None
    if _repeats_nothing(scene, clause) or _says_neither(scene, clause, stance, events):
        return None
    if stance in (Stance.ASSERTS, Stance.CONFIRMS) and _says_not_so(scene, clause):
        stance = Stance.DENIES
    speakers = _speakers(scene, clause, settled)
    if clause.subject and not speakers and clause.comp is None:
        # `زادت وتيرة الهجمات`: what cannot speak does not say anything.
        return None
    chain = chain_of(scene, clause, speakers, sources, settled)
    if chain and not speakers:
        # `وذكر في بيان`: whoever spoke before does so in a document.
        chain = tuple(dict.fromkeys((*chain, *memory.chain)))
    if not chain:
        chain = _document_before(scene, clause, sources, settled)
    impersonal = not speakers and (clause.verb.voice != "active" or not memory.chain)
    if not chain and not impersonal:
        chain = memory.chain
    if not chain:
        chain = (Source(SourceKind.ANONYMOUS, None),)
    cue = Span(scene.words[phrase.head].start, scene.words[phrase.head].end)
    hedged = impersonal or (say or {}).get("stance") == "doubts"
    return Attribution("", chain, stance, cue, cue.of(scene.text), scope, hedged, f"verb {clause.verb.verb.lemma}")


def _by_noun(
    scene: Scene, clause: Clause, sources: SourceLexicon, events: EventLexicon, settled: Settled
) -> Attribution | None:
    """The denial that a verbal noun names (`سارعت الرئاسة إلى نفي الخبر`), or None."""
    group = next(iter(clause.preps.get("الي", ())), None)
    speakers = _speakers(scene, clause, settled)
    if group is None or not speakers or clause.verb is None:
        return None
    phrase = group[0]
    head = scene.words[phrase.inner]
    if head.bare not in events.classes["denying"]:
        return None
    rest = scene.words[phrase.inner + 1 : phrase.end]
    cue = Span(head.start, head.end)
    told = rest and all(w.bare not in events.classes["hearsay"] for w in rest[:3])
    scope = Span(rest[0].start, rest[-1].end) if told else cue
    chain = chain_of(scene, clause, speakers, sources, settled)
    return Attribution("", chain, Stance.DENIES, cue, cue.of(scene.text), scope, False, f"noun {head.bare}")


def _says_neither(scene: Scene, clause: Clause, stance: Stance, events: EventLexicon) -> bool:
    """Whether somebody refuses to deny or to confirm (`رفضت الوزارة نفي أو تأكيد الأنباء`), which is no denial."""
    if stance is not Stance.DENIES or not clause.objects:
        return False
    head = scene.words[clause.objects[0][0].inner].bare
    return head in events.classes["denying"] or head in ("تاكيد", "تعليق")


def _says_not_so(scene: Scene, clause: Clause) -> bool:
    """Whether what somebody says is that a thing did not happen or is not there (`أكد الوزير عدم وقوع هجوم`)."""
    groups = [*clause.objects, *clause.preps.get("علي", ())] if clause.comp is None else []
    firsts = [(scene.words[g[0].inner], scene.words[max(g[0].inner - 1, 0)]) for g in groups]
    return any(before.norm == "عدم" and first.bare in scene.classes["occurrences"] for first, before in firsts)


def _all_objects(clause: Clause) -> list[Phrase]:
    return [p for group in clause.objects for p in group]


def _repeats_nothing(scene: Scene, clause: Clause) -> bool:
    """Whether `جدد` or `أعاد` has an object that is nothing said (`جدد الطيران قصفه`)."""
    if clause.verb is None or clause.verb.verb.lemma not in ("جدّد", "أعاد") or clause.comp is not None:
        return False
    heads = [scene.words[p.inner].bare for group in clause.objects for p in group]
    return not any({*noun_keys(h)} & scene.classes["repeated"] for h in heads)


def _stance(say: Mapping[str, str] | None, key: str, events: EventLexicon) -> Stance | None:
    if say is not None:
        name = say.get("stance", "asserts").split()[0] if say.get("stance") else "asserts"
        return Stance(name) if name in Stance._value2member_map_ else Stance.ASSERTS
    kinds = [s.type for s in events.verb_senses.get(key, ())]
    return next((_EVENT_STANCE[k] for k in kinds if k in _EVENT_STANCE), None)


def _speakers(scene: Scene, clause: Clause, settled: Settled) -> list[Mention]:
    """The mentions of the verb's subject."""
    group = clause.agent or clause.subject
    participle = clause.verb is not None and clause.verb.tense == "participle"
    if clause.how == ("subject of the verb before",) and not scene.phrases[clause.index].conj and not participle:
        group = []
    found = []
    for phrase in group:
        if not can_speak(scene, phrase) or scene.words[phrase.inner].norm == "ما":
            continue  # `ما نشر عن` is nobody who speaks
        mention = scene.mention(phrase)
        found.append(_described(scene, phrase, settled.get((mention.span, mention.kind), mention)))
    return found


def _described(scene: Scene, phrase: Phrase, mention: Mention) -> Mention:
    """Somebody without a name with what is said of him (`مسؤول في الشرطة`, `شهود من الأهالي`)."""
    after = next((p for p in scene.phrases if p.start == phrase.end), None)
    if mention.kind is not MentionKind.UNNAMED or phrase.definite or after is None or after.kind != "np":
        return mention
    if after.prep not in ("في", "من", "ب") or after.conj or after.suffix or not after.definite:
        return mention
    if any(t.span.overlaps(scene.span(after)) for t in scene.times):
        return mention
    span = mention.span.cover(scene.span(after))
    return replace(mention, span=span, text=span.of(scene.text))


def _taken_up(scene: Scene, clause: Clause, stance: Stance, events: EventLexicon) -> Span | None:
    """For a denial of what was said before (`نفت ذلك`, `وهو ما نفته`), the span of its own words; else None.

    Such a denial has no content of its own; `denials.py` looks for what it takes up.
    """
    if stance not in (Stance.DENIES, Stance.DOUBTS) or clause.verb is None:
        return None
    head = scene.words[scene.phrases[clause.index].head]
    if clause.verb.suffix and clause.comp is None:
        return None if clause.subject is clause.antecedent else Span(head.start, head.end)
    told = clause.comp[0] if clause.comp is not None else len(scene.phrases)
    last = scene.phrases[told].start if told < len(scene.phrases) else len(scene.words)
    groups = [*clause.objects, *(g for prep in ("في", "علي", "ب") for g in clause.preps.get(prep, ()))]
    for group in groups[:3]:
        words = scene.words[group[0].inner : group[0].end]
        if group[0].start > last or len(words) > 3 or all(w.bare not in events.classes["hearsay"] for w in words):
            continue
        about = [g[0] for p in _ABOUT for g in clause.preps.get(p, ()) if group[0].end <= g[0].start < last]
        about = about or _told_in_it(scene, group[0])
        if about and not clause.comp:
            # `رفض الجيش الاتهامات بقصف المدرسة`: what is denied is told behind the noun.
            about = [*about, *goes_with(scene, clause, about[:1])]
            return Span(words[0].start, scene.words[max(p.end for p in about) - 1].end)
        return Span(head.start, head.end)
    return None


_ABOUT = ("ب", *ABOUT)


def _told_in_it(scene: Scene, report: Phrase) -> list[Phrase]:
    """What a relative clause says that a report is about (`الأنباء التي تحدثت عن مقتل ثلاثة`)."""
    k = next((i for i, p in enumerate(scene.phrases) if p is report), len(scene.phrases))
    after = scene.phrases[k + 1 : k + 3]
    if not after or after[0].kind != "rel" or len(after) < 2 or after[1].kind != "verb":
        return []
    clause = scene.by_phrase[k + 2]
    return [g[0] for p in ABOUT for g in clause.preps.get(p, ())]


def _document_before(scene: Scene, clause: Clause, sources: SourceLexicon, settled: Settled) -> tuple[Source, ...]:
    """`وفي تقارير اللجنة يقال إن ...`: the document named before a verb of saying that has no subject."""
    for k in range(clause.index - 1, -1, -1):
        phrase = scene.phrases[k]
        if phrase.kind in ("verb", "stop", "comp"):
            return ()
        if phrase.kind == "np" and phrase.prep == "في":
            mention = scene.mention(phrase)
            mention = settled.get((mention.span, mention.kind), mention)
            if kind_of(mention, scene.text, sources) is SourceKind.DOCUMENT:
                return chain_of(scene, None, [mention], sources, settled, phrase=k)
    return ()


def _scope(scene: Scene, clause: Clause, say: Mapping[str, str] | None, events: EventLexicon) -> Span | None:
    """The words that stand under a reporting verb: clause after `أن`, quotation, words after a colon, or object."""
    quoted = _quotation_after(scene, clause)
    if say is not None and clause.comp is None and is_parenthetical(scene, clause):
        return scene.sentence.span
    if clause.comp is not None:
        first, last = clause.comp
        end = _statement_end(scene, clause, first, last, events)
        return Span(scene.words[scene.phrases[first].start].start, scene.words[end - 1].end)
    if quoted is not None:
        return quoted
    if say is None:
        return None
    after = scene.phrases[clause.stop] if clause.stop < len(scene.phrases) else None
    if after is not None and after.kind == "stop" and scene.words[after.head].norm == ":":
        return Span(scene.words[after.head].end, scene.sentence.span.end)
    apart = after is not None and scene.words[after.start - 1].norm in ("دون", "بدون")  # `من دون أن تنفي`
    if after is not None and after.kind == "comp" and not apart:
        return Span(scene.words[after.head].start, scene.sentence.span.end)
    content = content_of(clause, say) or (_all_objects(clause) if _says_not_so(scene, clause) else [])
    if content:
        start = min(p.start for p in content)
        content = [*content, *goes_with(scene, clause, content)]
        return Span(scene.words[start].start, scene.words[max(p.end for p in content) - 1].end)
    return None


def _statement_end(scene: Scene, clause: Clause, first: int, last: int, events: EventLexicon) -> int:
    """The word at which the clause after `أن` ends: where another statement begins at the level of the verb.

    So does what the speaker himself goes on to do: `، متهما المعارضة`, `، لكنها أعربت عن أسفها`.
    """
    for j in range(first + 1, min(last, len(scene.phrases))):
        phrase = scene.phrases[j]
        if phrase.kind != "verb" or phrase.verb is None:
            continue
        kinds = phrase.verb.verb.kind.split()
        before = scene.phrases[j - 1]
        fresh = phrase.conj or before.kind in ("comma", "link")
        own = scene.by_phrase[j]
        if own.subject and own.subject is clause.subject and (fresh or phrase.verb.tense == "participle"):
            return before.start if before.kind == "link" else phrase.start
        types = {s.type for s in events.verb_senses.get(phrase.verb.verb.key, ())}
        speaks = "say" in kinds and bool(types & _EVENT_STANCE.keys())
        if before.kind == "link" and before.suffix and scene.words[before.head].norm.startswith("لكن") and speaks:
            return before.start
        if before.kind == "comma" and phrase.conj and speaks and own.how == ("subject of the verb before",):
            return phrase.start
        if fresh and "say" in kinds and own.comp is not None:
            return phrase.start if before.kind != "link" else before.start
        if before.kind == "link" and scene.words[before.head].norm.startswith("لكن") is False and own.comp is not None:
            return before.start
    for j in range(first + 1, min(last, len(scene.phrases))):
        if scene.phrases[j].kind == "link" and scene.words[scene.phrases[j].head].norm in ("فيما", "بينما"):
            if scene.phrases[j - 1].kind != "comma":
                continue  # `قالت إن أربعة قتلوا بينما أصيب ثمانية`: said in one breath
            return scene.phrases[j].start
    return scene.phrases[min(last, len(scene.phrases)) - 1].end


_OPEN, _CLOSE = "«“", "»”"


def _quotation_after(scene: Scene, clause: Clause) -> Span | None:
    """The quotation that follows a reporting verb in its sentence, or None; it must hold a few words."""
    head = scene.phrases[clause.index].head
    opened = -1
    for word in scene.words[head + 1 :]:
        mark = word.token.norm
        if opened < 0 and (mark in _OPEN or mark == '"') and word.kind == "punct":
            opened = word.token.end
        elif opened >= 0 and (mark in _CLOSE or mark == '"') and word.kind == "punct":
            if word.token.start - opened > 25:
                return Span(opened, word.token.start)
            opened = -1
    return Span(opened, scene.sentence.span.end) if opened >= 0 and opened < scene.sentence.span.end else None


def _open_quote(scene: Scene, memory: _Memory) -> None:
    """Remember a quotation that the sentence opens and does not close."""
    depth = 0
    for word in scene.words:
        if word.kind == "punct" and word.token.norm in _OPEN:
            depth += 1
        elif word.kind == "punct" and word.token.norm in _CLOSE:
            depth -= 1
    if depth > 0 and memory.found and memory.found[-1].scope.end >= scene.sentence.span.end - 2:
        memory.quote = memory.found[-1]
    elif depth < 0:
        memory.quote = None


def _quote_goes_on(scene: Scene, memory: _Memory) -> None:
    """A sentence inside a quotation that an earlier one opened stands under the same speaker."""
    if memory.quote is None:
        return
    if scene.sentence.paragraph > memory.paragraph + 1:
        memory.quote = None
        return
    end = next(
        (w.token.start for w in scene.words if w.token.norm in _CLOSE and w.kind == "punct"), scene.sentence.span.end
    )
    quote = memory.quote
    memory.found.append(
        Attribution(
            "",
            quote.chain,
            quote.stance,
            quote.cue,
            quote.cue_text,
            Span(scene.sentence.span.start, end),
            quote.hedged,
            "quotation goes on",
        )
    )
