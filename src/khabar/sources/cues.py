"""Cues that are no finite verbs (`بحسب X`, `على حد قوله`, `مؤكدا أن`, `يقال إن`) and what stands under them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from khabar.events.able import can_speak
from khabar.events.lexicon import noun_keys
from khabar.events.scene import Scene
from khabar.lexicon.words import word_list
from khabar.records import Attribution, Source, SourceKind, Span, Stance
from khabar.sources.behind import chain_behind
from khabar.sources.chain import PASSED_ON, chain_of, told_again
from khabar.sources.ends import spoken_until
from khabar.sources.extent import told_round
from khabar.sources.in_full import in_full
from khabar.sources.kinds import source_nouns
from khabar.sources.lexicon import Cue, SourceLexicon
from khabar.sources.lore import Lore
from khabar.sources.speakers import can_tell, speakers_of
from khabar.sources.untrue import WHAT, denied_words
from khabar.text.clauses import Clause
from khabar.text.phrases import Phrase


@dataclass(frozen=True, slots=True)
class CueHit:
    """A cue in a sentence: words `start` to `end` (excluded)."""

    cue: Cue
    start: int
    end: int


def find_cues(scene: Scene, sources: SourceLexicon) -> Iterator[CueHit]:
    """Every cue of a sentence in the order of its words, the longest at each place."""
    words = scene.words
    i = 0
    while i < len(words):
        hit = _cue_at(scene, i, sources)
        yield from (hit,) if hit is not None else ()
        i = hit.end if hit is not None else i + 1


def _cue_at(scene: Scene, i: int, sources: SourceLexicon) -> CueHit | None:
    word = scene.words[i]
    norm = word.token.norm
    for first in (norm[len(word.conj) :], norm) if word.conj else (norm,):
        for cue in sources.cues.get(first, ()):
            if cue.stance is Stance.ACCUSES and i > 0 and scene.words[i - 1].kind == "num":
                continue  # `29 متهما`
            end = _match(scene, i, cue)
            if end is not None and not (end < len(scene.words) and scene.words[end].token.norm in cue.never):
                return CueHit(cue, i, end)
    return None


def _match(scene: Scene, i: int, cue: Cue) -> int | None:
    """The word after the cue where it stands at word `i`, or None; an attached letter ends before its word."""
    for offset, wanted in enumerate(cue.words[1:], start=1):
        if i + offset >= len(scene.words):
            return None
        if len(wanted) == 1 and offset == len(cue.words) - 1:
            word = scene.words[i + offset]
            taken = cue.stance is Stance.DENIES and word.token.norm == wanted + "ما"  # `لا صحة لما نشر`
            this = word.kind == "dem" and word.token.norm.startswith(wanted + "ه")
            return i + offset if word.prep == wanted or taken or this else None
        if scene.words[i + offset].token.norm != wanted:
            return None
    return i + len(cue.words)


def attributions_of_cues(
    scene: Scene, hits: Sequence[CueHit], lore: Lore, last: tuple[Source, ...], said: Sequence[Attribution] = ()
) -> list[Attribution]:
    """The attributions that the cues of a sentence make; `last` is the chain of the statement before.

    `said` is what its verbs of saying make.
    """
    found: list[Attribution] = []
    genitives = [_attribution(scene, h, lore, last, said) for h in hits if h.cue.kind == "genitive"]
    cited = [a for a in genitives if a is not None]
    for hit in hits:
        before = found[-1].chain if found else last
        if not found and hit.cue.stance is Stance.DENIES:
            # `لا صحة لما تردد، بحسب الوزارة`: whose words they are is told behind them.
            here = Span(scene.words[hit.start].start, scene.words[hit.end - 1].end)
            before = next((a.chain for a in cited if a.scope.contains(here)), chain_behind(here, said) or before)
        attribution = _attribution(scene, hit, lore, before, said)
        if attribution is not None:
            found.append(attribution)
    return found


def _attribution(
    scene: Scene, hit: CueHit, lore: Lore, last: tuple[Source, ...], said: Sequence[Attribution]
) -> Attribution | None:
    cue = hit.cue
    span = Span(scene.words[hit.start].start, scene.words[hit.end - 1].end)
    denial = cue.stance is Stance.DENIES and cue.kind in ("hedge", "part")
    if cue.kind == "genitive":
        chain = told_again(_genitive_chain(scene, hit, lore), last)
    elif denial or (cue.kind == "pronoun" and cue.scope != "sentence"):
        chain = _own_subject(scene, hit, lore, last, said) or last
    elif cue.kind == "impersonal" and cue.hedged:
        chain = (Source(SourceKind.ANONYMOUS, None),)
    else:
        return None
    if not chain or (denial and _is_reporters(scene, hit)):
        return None
    scope = denied_words(scene, hit.cue, hit.start, hit.end) if denial else scope_of(scene, hit, lore)
    if scope is None:
        return None
    rule = f"{'part' if cue.kind == 'part' else 'cue'} {' '.join(cue.words)}"
    return Attribution("", chain, cue.stance, span, span.of(scene.text), scope, cue.hedged, rule)


def _is_reporters(scene: Scene, hit: CueHit) -> bool:
    """Whether it is the reporter who says that a thing did not come about (`للضغط عليهم، وهو ما لم يحدث`)."""
    before = [w.norm for w in scene.words[max(hit.start - 2, 0) : hit.start]]
    return hit.cue.words[0] == "لم" and before[-1:] == ["ما"] and before[0] in ("هو", "وهو")


def _genitive_chain(scene: Scene, hit: CueHit, lore: Lore) -> tuple[Source, ...]:
    """The chain of the noun phrase that follows a cue; none where that is a rule and nobody (`وفق القانون`)."""
    if hit.end >= len(scene.words):
        return ()
    k = scene.phrase_at(hit.end)
    while 0 <= k < len(scene.phrases) - 1 and scene.phrases[k].kind == "adv" and scene.phrases[k + 1].kind == "quote":
        k += 2  # `وفقا لـ”النهار”`
    if not 0 <= k < len(scene.phrases) or scene.phrases[k].kind != "np":
        return ()
    phrase = scene.phrases[k]
    if phrase.start < hit.end < phrase.end:
        phrase = scene.phrase(hit.end, phrase.end)
    behind = scene.words[phrase.inner + 1 : phrase.end]
    said = scene.words[phrase.inner].norm in _WORDING and bool(behind) and len(behind[0].norm) > 1
    if said:
        phrase = scene.phrase(phrase.inner + 1, phrase.end)  # `حسب تعبير الوزير`
    mention = lore.known(scene.mention(phrase))
    if not said and not can_tell(scene, phrase, mention, lore):
        return ()
    chain = chain_of(scene, None, [in_full(scene, None, phrase, mention, lore)], lore, phrase=k)
    if (other := _cited_beside(scene, k, lore)) is not None:
        mention = in_full(scene, None, other, lore.known(scene.mention(other)), lore)
        chain += chain_of(scene, None, [mention], lore, phrase=k + 1)
    return chain


def _cited_beside(scene: Scene, k: int, lore: Lore) -> Phrase | None:
    """Another source that `و` joins to the one cited by the phrase at `k` (`حسب شهود عيان ومصدر أمني`), or None."""
    other = scene.phrases[k + 1] if k + 1 < len(scene.phrases) else None
    if other is None or other.kind != "np" or not other.conj or other.prep:
        return None
    keys = {*noun_keys(scene.words[other.inner].bare)}
    does = any(p is other for c in scene.clauses for p in c.subject)
    one, two = scene.mention(scene.phrases[k]), scene.mention(other)
    # `عضو البرلمان ورئيس الحزب فلان` is one man.
    same = scene.phrases[k].number == "sg" and one.name is None and two.name is not None
    return other if keys & source_nouns(lore.sources) and not (does or same) else None


_WORDING = word_list(__name__, "wording")
_SAID = ("قول", "تاك", "الق")
"""How the nouns begin behind which stands what somebody quoted says: `قوله`, `تأكيده`, `القول`."""


def _own_subject(
    scene: Scene, hit: CueHit, lore: Lore, last: tuple[Source, ...], all_said: Sequence[Attribution]
) -> tuple[Source, ...]:
    """For `مؤكدا`, `قوله`: whoever is quoted by, or is the subject of, the nearest clause before."""
    before = [c for c in scene.clauses if scene.phrases[c.index].head < hit.start]
    if hit.cue.words == ("القول",):
        # `نقلت عن وزير لم تذكر اسمه القول إن`; but `يمكن القول إن` is nobody's.
        before = [c for c in before if c.verb is not None and c.verb.verb.lemma in PASSED_ON]
    elif hit.cue.words[-1].endswith("قول"):
        before = before[-1:]  # `اكتفى بالقول إن`
    # Who is speaking goes on speaking, whoever did something in between.
    before.sort(key=lambda c: c.says)
    if hit.cue.words[0][:3] in _SAID:
        # `نقلت عن وزير لم تذكر اسمه قوله إن`: whoever is quoted says it, whatever is told of him in between.
        before.sort(key=lambda c: c.verb is not None and c.verb.verb.lemma in PASSED_ON)
    if hit.cue.stance is Stance.DENIES:
        # `قالت الصحيفة إن ...، لكن نائبا اعتبر أن القصة ملفقة`: the innermost of whom the words are.
        k = scene.phrase_at(hit.start)
        before.sort(key=lambda c: c.comp[0] if c.comp is not None and c.comp[0] <= k < c.comp[1] else -1)
    for clause in reversed(before):
        if clause.verb is not None and clause.verb.tense == "participle" and hit.cue.stance is not Stance.DENIES:
            head = scene.words[scene.phrases[clause.index].head]
            same = [a.chain for a in all_said if a.cue == Span(head.start, head.end)]
            if same:
                return same[0]  # `...، مضيفا أن ...، مبينا أن`
        said = clause.preps.get("عن") if hit.cue.words[0][:3] in _SAID else None
        if said and not said[0][0].suffix and clause.verb is not None and clause.verb.verb.lemma in PASSED_ON:
            return chain_of(scene, clause, speakers_of(scene, clause, lore), lore, last=last)
        quoted = clause.preps.get("عن") or clause.preps.get("الي")
        group = quoted[0] if quoted and hit.cue.words[0][:3] in _SAID else clause.subject
        if group and group[0].suffix and group[0].prep:
            return last  # `نقلت عنه قوله`
        if not group and last and _goes_on_saying(scene, clause, hit):
            return last  # `وأضاف: «حاول المسلحون التسلل»، مبينا أن`
        if group and _other_gender(hit.cue, group[0].gender):
            continue  # `حجبت السلطات موقعا ينتقد الرئيس، قائلة إن`
        if group and scene.words[group[0].inner].norm not in WHAT and group[0].start < hit.start:
            mention = lore.known(scene.mention(group[0]))
            if hit.cue.stance is Stance.DENIES and not (
                can_speak(scene, group[0]) and can_tell(scene, group[0], mention, lore)
            ):
                continue
            return chain_of(scene, clause, [mention], lore)
    return ()


def _goes_on_saying(scene: Scene, clause: Clause, hit: CueHit) -> bool:
    """Whether a participle behind a quotation is of whoever goes on speaking by a verb that leaves him out."""
    verb, first = clause.verb, hit.cue.words[0]
    if verb is None or "say" not in verb.verb.kind.split() or hit.cue.kind != "pronoun" or len(hit.cue.words) > 2:
        return False
    feminine = first.endswith("ه")
    opens = all(c.index >= clause.index for c in scene.clauses)
    return opens and first.endswith(("ا", "ه")) and verb.person == ("3fs" if feminine else "3ms")


def _other_gender(cue: Cue, gender: str) -> bool:
    """Whether a participle (`قائلا`, `قائلة`) cannot go on about a subject of a gender."""
    first = cue.words[0]
    if cue.kind != "pronoun" or len(cue.words) > 1 or first[:3] in _SAID or "ال" in first[:3]:
        return False  # `واكتفت بالقول إن`
    return gender == ("m" if first.endswith("ه") else "f")


def scope_of(scene: Scene, hit: CueHit, lore: Lore | None = None) -> Span:
    """The words that stand under a cue."""
    if hit.cue.kind == "genitive" and hit.start > 0 and hit.cue.scope != "phrase":
        return told_round(scene, hit.start, hit.end)
    if hit.cue.scope == "sentence":
        return scene.sentence.span
    end = scene.sentence.span.end
    first = min(hit.end, len(scene.words) - 1)
    start = scene.words[first].start
    if hit.cue.scope == "phrase":
        k = scene.phrase_at(first)
        end = scene.words[scene.phrases[k].end - 1].end if k >= 0 else end
    elif hit.cue.kind == "pronoun" and lore is not None:
        end = spoken_until(scene, first, lore.events, lore.quotes)
    return Span(min(start, end), end)


def hedged_spans(scene: Scene, hits: Sequence[CueHit]) -> list[Span]:
    """The words a sentence keeps away from without naming anybody (`على الأرجح`, `ما يسمى`, `المزعوم`)."""
    return [
        scene.sentence.span if hit.cue.scope == "clause" and hit.start > 0 else scope_of(scene, hit)
        for hit in hits
        if hit.cue.hedged and hit.cue.kind == "hedge"
    ]
