"""Who says what: reporting verbs, prepositional cues and quotations, each with the words that stand under it.

An attribution is a chain of sources over a scope. The scope of `قال X إن ...` is the clause after `إن`; of `بحسب X` the
sentence; of a quotation the words between the marks, over as many sentences as it runs. A speaker left out (`وأضاف أن`)
is the one of the statement before. The idea of source, cue and content follows Pareti (2012, PARC).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from khabar.events.lexicon import EventLexicon, noun_keys
from khabar.events.scene import Scene
from khabar.events.unconfirmed import left_open
from khabar.lexicon.words import word_list
from khabar.records import AGAINST, OUTLET, Article, Attribution, Mention, Source, SourceKind, Span, Stance
from khabar.sources.accusations import accusations
from khabar.sources.chain import chain_of
from khabar.sources.countered import with_countered
from khabar.sources.cues import CueHit, attributions_of_cues, find_cues, hedged_spans
from khabar.sources.in_full import in_full
from khabar.sources.kinds import source_nouns
from khabar.sources.lexicon import SourceLexicon
from khabar.sources.lore import Lore
from khabar.sources.quotes import at, quotations
from khabar.sources.rebutted import is_rebutted, with_rebutted
from khabar.sources.sayings import by_sayings
from khabar.sources.untrue import by_nouns
from khabar.sources.verbs import is_lie, of_verb
from khabar.text.clauses import Clause
from khabar.text.subjects import FOLLOWS


@dataclass(slots=True)
class _Memory:
    """What earlier sentences leave behind: the last speaker, and a quotation still open."""

    chain: tuple[Source, ...] = ()
    spoken: list[tuple[str, tuple[Source, ...]]] = field(default_factory=list)
    """Who has spoken so far, each with the form of the verb that named him (`3fs`), or nothing where none did."""
    quote: Attribution | None = None
    """The statement that holds the words of the quotation at `quoted`."""
    quoted: Span | None = None
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
    lore = Lore(sources, events, {(m.span, m.kind): m for m in mentions}, quotations(article))
    memory = _Memory()
    for scene in scenes:
        going_on = _quote_goes_on(scene, memory, lore)
        found = _in_sentence(scene, memory, going_on, lore)
        found += [] if going_on else _quoted_alone(scene, memory, found, lore)
        memory.found.extend((*going_on, *found))
        _open_quote(scene, memory, lore)
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


def _in_sentence(scene: Scene, memory: _Memory, going_on: Sequence[Attribution], lore: Lore) -> list[Attribution]:
    """The attributions of one sentence; `going_on` is the quotation that it goes on with, where one is open."""
    found: list[Attribution] = []
    headed = _before_colon(scene, lore)
    if headed is not None:
        _remember(headed, going_on, memory)
        found.append(headed)
    for clause in scene.clauses:
        said = [*going_on, *found]
        attribution = of_verb(scene, clause, _who_spoke(scene, clause, said, memory), said, lore)
        if attribution is not None:
            _remember(attribution, said, memory, clause)
            found.append(attribution)
    found.extend(_behind_denials(scene, found))
    found.extend(by_nouns(scene, lore, memory.chain))
    found.extend(by_sayings(scene, lore))
    found.extend(accusations(scene, lore))
    found = with_countered(scene, with_rebutted(scene, found, lore), lore)
    hits = list(find_cues(scene, lore.sources))
    memory.hedges.extend([*hedged_spans(scene, hits), *left_open(scene)])
    saying = [c for c in scene.clauses if c.verb is not None and c.verb.verb.key in lore.events.says]
    verbs = {scene.phrases[c.index].head for c in saying if not is_lie(scene, c)}
    free = [h for h in hits if not verbs & set(range(h.start, h.end)) and not _called(scene, h, found)]
    free = [h for h in free if not _is_written(scene, h, found)]
    cued = attributions_of_cues(scene, free, lore, memory.chain, found)
    if cued and cued[-1].chain and cued[-1].stance is not Stance.DENIES and not found:
        _remember(cued[-1], going_on, memory)
    return _with_cued_rebutted(scene, _handed_on(found, cued), lore)


def _with_cued_rebutted(scene: Scene, said: list[Attribution], lore: Lore) -> list[Attribution]:
    """The attributions of a sentence with the tellings that its cues call untrue (`لا صحة لما نشرته الصحيفة عن`)."""
    cued = [a for a in said if a.rule.startswith("cue")]
    return with_rebutted(scene, said, lore, cued) if cued else said


def _called(scene: Scene, hit: CueHit, found: Sequence[Attribution]) -> bool:
    """Whether words that call a report untrue are what somebody names it (`وصف الجيش الخبر بأنه عار عن الصحة`)."""
    start = scene.words[hit.start].start
    cues = [a.cue.end for a in found if a.cue is not None and a.rule.startswith("called") and a.cue.end <= start]
    parted = cues and any(c in scene.text[max(cues) : start] for c in "،,.؛")
    return hit.cue.stance is Stance.DENIES and bool(cues) and not parted


def _is_written(scene: Scene, hit: CueHit, found: Sequence[Attribution]) -> bool:
    """Whether words that quote a document only say where what is denied stands (`دحض ما ورد في التقرير من أن`)."""
    span = Span(scene.words[hit.start].start, scene.words[hit.end - 1].end)
    return any(is_rebutted(a) and a.cue is not None and a.cue.overlaps(span) for a in found)


def _remember(
    attribution: Attribution, said: Sequence[Attribution], memory: _Memory, clause: Clause | None = None
) -> None:
    """Keep who speaks for a verb that leaves him out later; `clause` is that of the verb by which he speaks now.

    `قال الوزير إن الصحف نقلت ... . وأضاف`: it is the minister who adds. Nobody (`يقال إن`) adds nothing.
    """
    inside = any(a.scope.contains(attribution.cue) for a in said if attribution.cue)
    if inside or all(s.mention is None for s in attribution.chain):
        return
    memory.chain = attribution.chain
    verb = clause.verb if clause is not None and clause.how == (FOLLOWS,) else None
    memory.spoken.append((verb.person if verb is not None and len(memory.chain) == 1 else "", memory.chain))


def _who_spoke(scene: Scene, clause: Clause, said: Sequence[Attribution], memory: _Memory) -> tuple[Source, ...]:
    """Who spoke last; for a verb that names nobody, the last whose verb it agrees with.

    `ذكرت الصحيفة أن .... وقال الوزير إن .... وأضافت`: it is the paper that adds.
    """
    verb, head = clause.verb, scene.words[scene.phrases[clause.index].head]
    inside = any(a.scope.contains(Span(head.start, head.end)) for a in said)
    names = clause.subject or clause.antecedent or clause.preps.get("عن") or inside
    if verb is None or names or verb.person not in ("3ms", "3fs") or verb.tense == "participle":
        return memory.chain
    return next((chain for form, chain in reversed(memory.spoken) if form in ("", verb.person)), memory.chain)


def _handed_on(said: list[Attribution], cued: Sequence[Attribution]) -> list[Attribution]:
    """Statements and cues of one sentence; `نقلا عن` behind a verb of saying lengthens the chain of who says it.

    `أضافت الوكالة نقلا عن مصدر عسكري أن`, `قالت الصحيفة إن ...، نقلا عن دبلوماسي`.
    """
    rest: list[Attribution] = []
    for cue in _cited_through(cued):
        start = cue.cue.start if cue.cue is not None else -1
        before = [a for a in said if a.cue is not None and a.cue.end <= start <= a.scope.end and _tells(a)]
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


def _cited_through(cued: Sequence[Attribution]) -> list[Attribution]:
    """Cues, where `نقلا عن` right behind another one's source lengthens its chain (`وفقا للصحيفة نقلا عن مسؤول`)."""
    found: list[Attribution] = []
    for cue in cued:
        last = found[-1].chain[-1].mention if found and found[-1].chain else None
        quotes = cue.cue is not None and (cue.cue_text or "").startswith("نقل") and cue.stance is Stance.ASSERTS
        if last is not None and cue.cue is not None and quotes and 0 <= cue.cue.start - last.span.end <= _BESIDE:
            found[-1] = replace(found[-1], chain=tuple(dict.fromkeys((*found[-1].chain, *cue.chain))))
        else:
            found.append(cue)
    return found


_BESIDE = 2
"""How many letters stand between a source and what goes on behind it: a space, a comma."""


def _tells(attribution: Attribution) -> bool:
    """Whether a statement can hold a denial that names nobody: it is no denial, and no noun for an accusation."""
    return attribution.stance not in AGAINST and not attribution.rule.startswith("noun")


_NO_TRUTH = word_list(__name__, "no_truth")


def _before_colon(scene: Scene, lore: Lore) -> Attribution | None:
    """`الرئيس: لن نتراجع`: a name and a colon open the sentence, and what follows is his.

    So is what `we` say behind the name of a state (`القاهرة: نرفض التهجير`), which else says where it happened.
    """
    first = next((p for p in scene.phrases if p.kind != "quote"), None)
    colon = next((k for k, p in enumerate(scene.phrases[:6]) if p.kind == "stop"), None)
    if first is None or colon is None or scene.words[scene.phrases[colon].head].token.norm != ":":
        return None
    before = scene.phrases[:colon]
    keys = {*noun_keys(scene.words[first.head].bare)}
    ours = (p.verb for p in scene.phrases[colon:])
    behind = scene.words[scene.phrases[colon].end : scene.phrases[colon].end + 2]
    denies = " ".join(w.token.norm for w in behind) in _NO_TRUTH  # `السعودية: لا صحة لإعدام قاصرين`
    state = scene.is_state(first) and (denies or any(v is not None and v.person == "1p" for v in ours))
    somebody = first.person or state or keys & source_nouns(lore.sources)
    if not somebody or any(p.kind not in ("np", "quote", "comma") for p in before) or first.prep:
        return None
    mention = in_full(scene, None, first, lore.known(scene.mention(first)), lore)
    chain = chain_of(scene, None, [mention], lore, phrase=scene.phrases.index(first))
    mark = scene.words[scene.phrases[colon].head]
    scope = Span(mark.end, scene.sentence.span.end)
    cue = Span(mark.start, mark.end)
    return Attribution("", chain, Stance.ASSERTS, cue, cue.of(scene.text), scope, False, "colon")


def _behind_denials(scene: Scene, said: Sequence[Attribution]) -> list[Attribution]:
    """What those who deny say behind a colon (`موسكو تنفي قصف المستشفى: لا نستهدف المدنيين`)."""
    found: list[Attribution] = []
    for denial in said:
        mark = next((w for w in scene.words if w.start >= denial.scope.end), None)
        if denial.stance is not Stance.DENIES or mark is None or mark.token.norm != ":":
            continue
        cue, scope = Span(mark.start, mark.end), Span(mark.end, scene.sentence.span.end)
        found.append(Attribution("", denial.chain, Stance.ASSERTS, cue, cue.of(scene.text), scope, False, "colon"))
    return found


def _open_quote(scene: Scene, memory: _Memory, lore: Lore) -> None:
    """Remember a quotation that the sentence opens and does not close, with the statement it belongs to."""
    end = scene.sentence.span.end
    quote = next((q for q in lore.quotes if scene.sentence.span.start <= q.start < end < q.end), None)
    if quote is None:
        return
    over = [a for a in memory.found if a.scope.contains(Span(quote.start, end - 1))]
    over = over or [a for a in memory.found if a.cue is not None and scene.sentence.span.contains(a.cue)][-1:]
    if over:
        said = min(over, key=lambda a: len(a.scope))
        # Who denies says in his own words what is so.
        memory.quote = said if said.stance is not Stance.DENIES else replace(said, stance=Stance.ASSERTS)
        memory.quoted = quote


def _quote_goes_on(scene: Scene, memory: _Memory, lore: Lore) -> list[Attribution]:
    """A sentence inside a quotation that an earlier one opened stands under the same speaker."""
    span, quote = scene.sentence.span, memory.quote
    if quote is None or memory.quoted is None:
        return []
    if span.start >= memory.quoted.end:
        memory.quote = memory.quoted = None
        return []
    return [replace(quote, scope=Span(span.start, min(span.end, memory.quoted.end)), rule="quotation goes on")]


def _quoted_alone(scene: Scene, memory: _Memory, found: Sequence[Attribution], lore: Lore) -> list[Attribution]:
    """A quotation that opens a sentence and names nobody, right after one of somebody's: it is his as well."""
    span, text = scene.sentence.span, scene.text
    quote = at(lore.quotes, span.start + 1) or at(lore.quotes, span.start + 2)
    before = text[: span.start].rstrip()
    if quote is None or quote.start < span.start or not memory.chain or not before.rstrip(".").endswith(_CLOSING):
        return []
    scope = Span(quote.start, min(quote.end, span.end))
    if any(a.scope.overlaps(scope) for a in found):
        return []
    cue = Span(quote.start - 1, quote.start)
    return [Attribution("", memory.chain, Stance.ASSERTS, cue, cue.of(text), scope, False, "quotation after another")]


_CLOSING = ("»", "”", '"')
