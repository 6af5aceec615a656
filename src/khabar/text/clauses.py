"""Clauses: each finite verb with its subject, objects and prepositional phrases.

News prose is mostly verb, subject, object; the subject stands first in headlines and after `أن`, `إن`, `لكن`; between
verb and subject stand adverbials; a second verb after `و` keeps the subject of the first. Agreement and the few case
endings that print shows (`ون`/`ين`, `ان`/`ين`, tanwin alef) decide who is subject (Ryding 2005, chapters 4 and 6).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from khabar.text.arguments import Arguments
from khabar.text.asides import drop_bearers, drop_offices, drop_towns
from khabar.text.collect import collect
from khabar.text.handing import hand_back, hand_back_object, hand_on, pass_over_backer
from khabar.text.joining import object_due
from khabar.text.particles import particles
from khabar.text.phrases import Phrase
from khabar.text.subjects import settle_subject
from khabar.text.verbs import Reading, Verbs
from khabar.text.words import Word


@dataclass(slots=True)
class Clause:
    """A finite verb (or, for a noun that names an event, that noun) with its arguments."""

    index: int
    """Which phrase of the sentence the verb is."""
    verb: Reading | None
    subject: list[Phrase] = field(default_factory=list)
    """The subject with what `و` joins to it; empty where it is only in the verb."""
    objects: list[list[Phrase]] = field(default_factory=list)
    preps: dict[str, list[list[Phrase]]] = field(default_factory=dict)
    """Preposition to the phrases it governs, nearest first, each with what `و` joins to it."""
    comp: tuple[int, int] | None = None
    """The phrases of the clause after `أن`/`إن`, from and to (excluded)."""
    stop: int = 0
    """The phrase at which the clause's own words end."""
    agent: list[Phrase] = field(default_factory=list)
    passive: bool | None = None
    """True or False where form or frame shows it, None while open."""
    how: tuple[str, ...] = ()
    """What proved the subject."""
    antecedent: list[Phrase] = field(default_factory=list)
    """For a relative clause, what it tells of."""
    opener: int = -1
    """The phrase (`أن`, `الذي`, a stop ...) that opens the clause, or -1."""
    parent: int | None = None
    """The index (in the list of clauses) of the clause in whose complement this one stands."""

    @property
    def says(self) -> bool:
        """Whether its verb reports what somebody says."""
        return self.verb is not None and self.verb.verb.says


def clauses_of(
    words: Sequence[Word], phrases: Sequence[Phrase], verbs: Verbs, arguments: Arguments
) -> list[Clause]:
    """One clause for every finite verb and every participle that goes with a subject, in the order of the text.

    A phrase that is such a participle (`مطالبا الحكومة بـ...`) becomes a verb phrase. `arguments` weighs what the rules
    take for subjects and objects.
    """
    clauses: list[Clause] = []
    closes: set[int] = set()
    for k, phrase in enumerate(phrases):
        if phrase.kind in ("np", "adv") and (reading := _participle(words, phrases, k, verbs)) is not None:
            phrase.kind, phrase.verb = "verb", reading
        if phrase.kind == "verb":
            clause = Clause(k, phrase.verb, opener=_opener(phrases, words, k))
            collect(clause, words, phrases, closes)
            drop_offices(clause)
            drop_bearers(clause)
            drop_towns(clause)
            if (other := _of_somebody(clause, words, phrases, verbs)) is not None:
                phrase.verb = clause.verb = other
            clauses.append(clause)
    for clause in clauses:
        _leave_participle(clause, phrases)
    for number, clause in enumerate(clauses):
        hand_on(clause, clauses[:number], words, phrases)
        hand_back(clause, clauses[:number], words, phrases)
        hand_back_object(clause, clauses[:number], words, phrases)
    for number, clause in enumerate(clauses):
        settle_subject(number, clause, clauses, words, phrases)
        pass_over_backer(number, clause, clauses)
        arguments.settle(number, clause, clauses, words, phrases)
    return clauses


def _of_somebody(clause: Clause, words: Sequence[Word], phrases: Sequence[Phrase], verbs: Verbs) -> Reading | None:
    """The other verb that a form is where somebody is its subject, or None.

    `يجري الوزير محادثات`, `القاهرة تجري تحقيقا`, `ويجري محادثات`; but `تجري المحادثات في القاهرة`.
    """
    k, behind = clause.index, [g[0] for g in clause.objects]
    other = verbs.reading_of_somebody(words[phrases[k].head].norm) if behind else None
    if other is None:
        return None
    before = phrases[k - 1] if k > 0 else None
    led = before is not None and before.kind == "np" and not (before.prep or phrases[k].conj) and _somebody(before)
    if (led and not _somebody(behind[0])) or (len(behind) > 1 and _somebody(behind[0])):
        return other
    return other if other.person == "3ms" and behind[0].gender == "f" and not behind[0].person else None


def _somebody(phrase: Phrase) -> bool:
    return phrase.definite and (phrase.person or phrase.who is not None)


def _leave_participle(clause: Clause, phrases: Sequence[Phrase]) -> None:
    """Leave to a participle that goes on about the subject what stands behind it (`وأضاف مستنكرا أن`)."""
    taken = next((g[0] for g in clause.objects if g[0].kind == "verb"), None)
    before = next((p for p in reversed(phrases) if taken is not None and p.end <= taken.start), None)
    says = clause.says
    if taken is None or before is None or before.kind not in (("verb", "comma") if says else ("comma",)):
        return
    clause.objects = [g for g in clause.objects if g[0].start < taken.start]
    kept = {prep: [g for g in groups if g[0].start < taken.start] for prep, groups in clause.preps.items()}
    clause.preps = {prep: groups for prep, groups in kept.items() if groups}


def _participle(words: Sequence[Word], phrases: Sequence[Phrase], k: int, verbs: Verbs) -> Reading | None:
    """The reading of a phrase of one word as a participle that goes with a subject before it, or None."""
    phrase = phrases[k]
    word = words[phrase.start]
    reading = word.participle
    if reading is None or phrase.end != phrase.start + 1 or k == 0 or phrase.prep or word.definite:
        return None
    following = [w.bare for w in words[phrase.end : phrase.end + 2]]
    if following[:1] == ["عدم"] and following[1:] in (["ذكر"], ["نشر"], ["كشف"], ["افصاح"]):
        return None  # `طالبا عدم ذكر اسمه`
    after = phrases[k + 1] if k + 1 < len(phrases) else None
    if phrase.kind == "adv" and (phrases[k - 1].kind != "comma" or not _takes(reading, after, words)):
        return None
    governs = after is not None and (bool(after.prep) or after.kind == "comp" or word.norm.endswith("ين"))
    goes_on = phrases[k - 1].kind == "comma" and governs
    if phrase.person and (phrases[k - 1].kind == "verb" or not (word.norm.endswith("ا") or goes_on)):
        # `اعتقلوا متهما` takes an object, `غادر القاعة متهما المعارضة` goes on about its subject.
        return None
    if phrase.conj and _lists(phrases, k):
        return None  # `حجز عشرين حبة ومبلغا من المال`
    if phrases[k - 1].kind == "comp":
        return None  # `قال القائد إن مسلحا قتل شرطيين`
    if phrase.person and phrases[k - 1].kind == "np" and not phrases[k - 1].definite:
        return None  # `أردى شرطي مسلحا`: what goes on about a subject tells of a definite one
    if reading.person == "3fs" and object_due(phrases[:k]):
        return None
    if reading.person != "3ms" and phrases[k - 1].kind != "comma" and not phrase.conj:
        return None
    return reading if any(p.kind == "verb" for p in phrases[:k]) else None


def _takes(reading: Reading, after: Phrase | None, words: Sequence[Word]) -> bool:
    """Whether what stands behind a participle is what it is about, so that it is no adverb (`، منتقدا ما اعتبره`)."""
    if after is None or after.prep == "ب":
        return after is not None
    says = reading.verb.says or reading.verb.lemma in particles().lemmas["blaming"]
    return says and (bool(after.prep) or after.kind == "comp" or words[after.start].norm == "ما" or after.definite)


def _lists(phrases: Sequence[Phrase], k: int) -> bool:
    """Whether the indefinite noun phrase right before a word with `و` is one with which it is listed."""
    before = phrases[k - 1]
    return before.kind == "np" and not (before.prep or before.definite) and before.end == phrases[k].start


def _opener(phrases: Sequence[Phrase], words: Sequence[Word], k: int) -> int:
    """The nearest phrase before `k` that opens the clause of the verb at `k`."""
    for j in range(k - 1, -1, -1):
        if phrases[j].kind in ("comp", "rel", "link", "stop", "verb"):
            return j
        if phrases[j].kind == "quote" and j + 1 == k and _opens_quote(phrases, words, j) and not _has_topic(phrases, j):
            return j
    return -1


def _has_topic(phrases: Sequence[Phrase], j: int) -> bool:
    """Whether right before a quotation stands the topic of its verb (`إن الحكومة «لن تقبل الشروط»`)."""
    topic = phrases[j - 1] if j > 1 else None
    return topic is not None and topic.kind == "np" and not topic.prep and phrases[j - 2].kind in ("comp", "link")


def _opens_quote(phrases: Sequence[Phrase], words: Sequence[Word], j: int) -> bool:
    """Whether the quotation mark at phrase `j` opens; a straight one does where an even number stand before it."""
    mark = words[phrases[j].head].token.norm
    if mark == '"':
        return sum(p.kind == "quote" and words[p.head].token.norm == '"' for p in phrases[:j]) % 2 == 0
    return mark not in "»”"
