"""Denials that no verb makes: words that call a report untrue, and nouns of denial (`نفي الخبر`, `نفيا لما نشر`)."""

from __future__ import annotations

from collections.abc import Iterator

from khabar.events.able import can_speak
from khabar.events.lexicon import noun_keys
from khabar.events.scene import Scene
from khabar.lexicon.words import word_list
from khabar.records import Attribution, Mention, Source, Span, Stance
from khabar.sources.chain import PASSED_ON, chain_of
from khabar.sources.ends import spoken_until
from khabar.sources.lexicon import Cue
from khabar.sources.lore import Lore
from khabar.sources.speakers import can_tell, speakers_of
from khabar.text.clauses import Clause
from khabar.text.nouns import possessed
from khabar.text.phrases import Phrase
from khabar.text.words import Word

WHAT = word_list(__name__, "what")
_THAT = word_list(__name__, "that")
_NEITHER = word_list(__name__, "neither")
_WITHOUT = word_list(__name__, "without")
_WHEN = word_list(__name__, "when")


def denied_words(scene: Scene, cue: Cue, start: int, end: int) -> Span | None:
    """What is called untrue by the cue at the words `start` to `end`, or None where no report is named.

    From the report named before the cue (`الأنباء عن`, `ما نشر عن`), or what follows it; the cue itself where a pronoun
    or `ذلك` takes up what was told before. Only what has been said can be untrue (not `هذا الإجراء غير صحيح`).
    """
    own = Span(scene.words[start].start, scene.words[end - 1].end)
    if cue.kind == "part":
        return _part_denied(scene, cue, start, end)
    hearsay = scene.classes["hearsay"]
    before = scene.words[start - 1] if start > 0 else None
    if len(cue.words) == 1 and before is not None and before.kind == "noun" and not before.definite:
        # `نشر أخبارا كاذبة` is what somebody did; `إنها رواية مختلقة` takes up a report.
        report = start > 1 and before.bare in hearsay and scene.words[start - 2].norm in _IT | _QUOTED
        return own if report else None
    opens = max((p.end for p in scene.phrases if p.kind in ("stop", "link", "verb") and p.end <= start - 12), default=0)
    colons = [w.index + 1 for w in scene.words[opens:start] if w.token.norm == ":"]
    opens = max([opens, *colons])  # `سئل عما جرى فقال: «هذا لم يحدث»`
    if "كذب" in cue.words and any(w.kind == "prep" and w.norm == "علي" for w in scene.words[end : end + 1]):
        return None  # `مزاعم بأنه كذب على البرلمان`
    told = [w for w in scene.words[opens:start] if w.bare in hearsay - _THAT or w.norm in WHAT]
    if told and (len(cue.words) > 1 or start - told[-1].index > 2 or told[-1].definite):
        return Span(told[-1].start, own.end)
    if cue.words[:2] == ("لا", "وجود"):
        # `الكمين المزعوم «لا وجود له»`
        deed = next((w for w in reversed(scene.words[max(start - 4, 0) : start]) if w.index in scene.event_words), None)
        return Span(deed.start, own.end) if deed is not None and deed.definite else None
    if (that := _that(scene, end)) is not None and cue.words in _NOT_SO:
        return Span(scene.words[that].start, scene.sentence.span.end)
    after = scene.words[end : end + 3]
    if cue.scope == "clause" and (cue.words[-1] == "لما" or any(w.bare in hearsay or w.norm in WHAT for w in after)):
        return Span(own.start, scene.sentence.span.end)
    if cue.words in _NOT_SO and any(w.norm in WHAT for w in after[:1]):
        return Span(own.start, scene.sentence.span.end)  # `غير صحيح ما نشرته المواقع عن استقالته`
    deed = scene.words[end] if end < len(scene.words) and cue.words[-1] == "ل" else None
    if deed is not None and deed.index in scene.event_words:
        return Span(deed.start, scene.sentence.span.end)  # `لا صحة لاعتقال النائب`
    takes_up = before is not None and (before.norm in _THAT or before.norm in _IT)
    return own if takes_up and (len(cue.words) > 1 or cue.words[0] in _LIES) else None


_NOT_SO = frozenset({("ليس", "صحيحا"), ("غير", "صحيح"), ("لا", "صحه"), ("غير", "الصحيح"), ("ما", "من", "صحه")})


def _that(scene: Scene, end: int) -> int | None:
    """Where `أن` stands behind a cue, or behind an aside (`ليس صحيحا، بحسب الوزير، أن`), or None.

    A mark that closes a quotation and words for saying may stand between (`غير صحيح القول إن`).
    """
    behind = scene.words[end : end + _LONG]
    while behind and (behind[0].norm in _SAYING or (behind[0].kind == "punct" and behind[0].token.norm in '»”"')):
        behind = behind[1:]
    if behind and behind[0].token.norm in "،,":
        close = next((n for n, w in enumerate(behind[1:], start=1) if w.token.norm in "،,"), 0)
        behind = behind[close + 1 :] if close else []
    return behind[0].index if behind and behind[0].kind == "comp" else None


_SAYING = word_list(__name__, "saying")
_LONG = 12
"""How many words an aside behind a cue may take."""


def _part_denied(scene: Scene, cue: Cue, start: int, end: int) -> Span | None:
    """What somebody has no part in, up to where the clause ends; None where it is told of what stands before the cue.

    `قالت الحركة إنه لا علاقة لها بالتفجير` is a denial, `منظمات خيرية لا علاقة لها بالجيش` is none.
    """
    before = scene.words[start - 1] if start > 0 else None
    third = cue.words[0] == "لا" and cue.words[-1] in ("له", "لها", "لهم")
    if third and not scene.words[start].conj and before is not None:
        opens = before.norm in _THAT_OPENS or (before.kind == "punct" and before.token.norm in ':«"“')
        if not opens:
            return None
    stop = len(scene.words)
    for phrase in scene.phrases:
        if phrase.start >= end and phrase.kind in ("comma", "stop", "link", "comp", "quote", "verb"):
            stop = phrase.start
            break
    return Span(scene.words[start].start, scene.words[max(stop, end) - 1].end)


_THAT_OPENS = word_list(__name__, "that_opens")


_LIES = word_list(__name__, "lies")


_QUOTED = frozenset('«“"')
"""What opens a quotation, in which a report alone takes up what was told before (`«أخبار كاذبة»`)."""
_IT = word_list(__name__, "it")


def by_nouns(scene: Scene, lore: Lore, last: tuple[Source, ...]) -> Iterator[Attribution]:
    """The denials that verbal nouns of a sentence name (`سارعت الرئاسة إلى نفي الخبر`, `جاء نفي الجيش لقصف القرية`)."""
    for k, phrase in enumerate(scene.phrases):
        if phrase.kind not in ("np", "adv") or phrase.inner >= len(scene.words):
            continue
        head = scene.words[phrase.inner]
        if scene.classes["denying"].isdisjoint(noun_keys(head.bare)) or _is_no_denial(scene, phrase):
            continue
        clause = _clause_of(scene, phrase)
        if clause is not None and _denies_itself(scene, clause):
            continue
        denier, rest = _genitive(scene, phrase)
        speakers = [lore.known(denier)] if denier is not None else []
        if not speakers and clause is not None and clause.subject:
            known = lore.known(scene.mention(clause.subject[0]))
            speakers = speakers_of(scene, clause, lore) if can_tell(scene, clause.subject[0], known, lore) else []
        chain = chain_of(scene, None if denier is not None else clause, speakers, lore, phrase=k)
        quoted = clause is not None and _is_quoted_from(clause)
        if not chain or not (speakers or quoted):
            continue
        cue = Span(head.start, head.end)
        yield Attribution(
            "",
            chain,
            Stance.DENIES,
            cue,
            cue.of(scene.text),
            _denied_by(scene, k, rest, cue, lore),
            False,
            f"noun {head.bare}",
        )


def _is_no_denial(scene: Scene, phrase: Phrase) -> bool:
    """Whether a noun of denial names none: `دون نفي`, `نفي أو تأكيد`, `لم يصدر نفي`."""
    before = {w.norm for w in scene.words[max(phrase.start - 2, 0) : phrase.inner]}
    around = scene.words[max(phrase.inner - 4, 0) : phrase.end + 2]
    return bool(before & _WITHOUT) or any(w.bare in _NEITHER for w in around)


def _clause_of(scene: Scene, phrase: Phrase) -> Clause | None:
    """The clause in which a phrase is object or stands behind a preposition, or the last one before it."""
    for clause in scene.clauses:
        groups = [*clause.objects, *(g for some in clause.preps.values() for g in some)]
        if any(p is phrase for g in groups for p in g):
            return clause
    before = [c for c in scene.clauses if scene.phrases[c.index].end == phrase.start]
    return before[-1] if before else None


def _is_quoted_from(clause: Clause) -> bool:
    """Whether a clause quotes somebody, whose denial a noun with his pronoun is (`نقلت عن مصدر نفيه قصف الحي`)."""
    lemma = clause.verb.verb.lemma if clause.verb is not None else ""
    return lemma in PASSED_ON and bool(clause.preps.get(PASSED_ON[lemma]))


def _denies_itself(scene: Scene, clause: Clause) -> bool:
    """Whether the verb over a noun of denial denies by itself (`نفى نفيا قاطعا`), is negated or refuses."""
    lemma = clause.verb.verb.lemma if clause.verb is not None else ""
    return bool(scene.phrases[clause.index].negated) or lemma in ("نفى", "رفض", "أنكر", "كذّب", "رفض", "طالب", "دعا")


def _genitive(scene: Scene, phrase: Phrase) -> tuple[Mention | None, int]:
    """Who denies where the noun's genitive says it (`نفي الجيش`), and the word at which what is denied begins."""
    start = phrase.inner + 1
    if start >= phrase.end:
        return None, start
    rest = scene.phrase(start, phrase.end)
    somebody = rest.person or scene.is_state(rest)
    if somebody and can_speak(scene, rest) and scene.words[start].bare not in scene.classes["hearsay"]:
        return scene.mention(rest), phrase.end
    return None, start


def _where_he_goes_on(scene: Scene, first: int) -> Iterator[int]:
    """Where, behind phrase `first`, who denies says more by a participle (`نفي أن تكون قصفت القرية، مؤكدا أن`)."""
    for clause in scene.clauses:
        before = scene.phrases[clause.index - 1]
        participle = clause.verb is not None and clause.verb.tense == "participle"
        if clause.index > first and clause.says and participle and before.kind == "comma":
            yield scene.words[before.start].start


def _describes(scene: Scene, phrase: Phrase, word: Word) -> bool:
    """Whether the first word behind a noun of denial describes it (`نفيه القاطع`, `نفي رسمي`)."""
    return word.kind == "adj" or (word.definite and possessed(scene.words[phrase.inner]))


def _is_deed_behind(scene: Scene, phrase: Phrase, after: Phrase) -> bool:
    """Whether right behind a noun of denial and who denies stands the deed (`نفي دمشق قصف القرية`)."""
    plain = after.kind == "np" and not after.prep and not after.conj and after.start == phrase.end
    first = scene.words[after.inner] if plain else None
    return first is not None and (first.index in scene.event_words or first.bare in scene.classes["occurrences"])


def _deed_ends(scene: Scene, k: int) -> int:
    """The word at which the phrases end that go with a deed at phrase `k`."""
    j = k + 1
    while j < len(scene.phrases) and scene.phrases[j].kind in ("np", "adv") and not scene.phrases[j].conj:
        if scene.phrases[j].prep in _WHEN:
            break  # `جاء نفي الحكومة اعتقال النائب بعد احتجاجات`
        j += 1
    return scene.phrases[j - 1].end


def _denied_by(scene: Scene, k: int, rest: int, cue: Span, lore: Lore) -> Span:
    """What a noun of denial denies: what stands in its phrase, behind `ل` or `أن`; the cue where it takes up a report.

    `سارع إلى نفي أن تكون قواته قصفت القرية`.
    """
    phrase = scene.phrases[k]
    after = scene.phrases[k + 1] if k + 1 < len(scene.phrases) else None
    if rest >= phrase.end and after is not None and after.kind == "comp":
        opens = scene.words[after.start]
        end = spoken_until(scene, opens.index, lore.events, lore.quotes)
        return Span(opens.start, min([end, *_where_he_goes_on(scene, k + 2)]))
    words = [w for w in scene.words[rest : phrase.end] if not (w.index == rest and _describes(scene, phrase, w))]
    if len(words) == 1 and not words[0].definite and words[0].index not in scene.event_words:
        words = []  # `بنفي مقتضب`
    if not words and after is not None and _is_deed_behind(scene, phrase, after):
        return Span(scene.words[after.start].start, scene.words[_deed_ends(scene, k + 1) - 1].end)
    j = k + 1
    while (
        j < len(scene.phrases) and scene.phrases[j].kind == "np" and scene.phrases[j].prep and not scene.phrases[j].conj
    ):
        words += scene.words[scene.phrases[j].inner : scene.phrases[j].end]
        j += 1
    hearsay = scene.classes["hearsay"]
    if not words or (any(w.bare in hearsay for w in words[:2]) and len(words) < 4):
        return cue
    return Span(words[0].start, words[-1].end)
