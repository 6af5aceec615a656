"""What a verb takes to its right: objects, prepositional phrases and the clause after `أن`, until a clause ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from khabar.lexicon.words import word_list
from khabar.text.agreement import adverbial, fits, is_kana
from khabar.text.asides import after_aside, after_relative, deeds_before, due_deed
from khabar.text.awaited import awaited, past_telling
from khabar.text.commas import (
    calls_on,
    comp_end,
    delays_object,
    far_object,
    goes_on_listing,
    late_object,
    next_named,
    only_dated,
    parts_deed,
    parts_fallen,
    parts_object,
    parts_victims,
    past_document,
    says_where_first,
    sets_apart,
    told_behind,
)
from khabar.text.fired import is_fired
from khabar.text.inherited import REACH
from khabar.text.lacking import lacking_behind
from khabar.text.named_people import names_them
from khabar.text.particles import particles
from khabar.text.phrases import AGENT, Phrase
from khabar.text.seats import is_district, is_posted, is_seat
from khabar.text.two_sides import is_side, lone_side, turns
from khabar.text.words import Word

if TYPE_CHECKING:
    from khabar.text.clauses import Clause


def collect(clause: Clause, words: Sequence[Word], phrases: Sequence[Phrase], closes: set[int]) -> None:
    """Gather bare noun phrases (as objects for now) and prepositional phrases to the right of the verb.

    `closes` takes the commas that close a relative clause, past which its own verbs see nothing.
    """
    k = clause.index
    state = _Collected(clause, words, phrases)
    j = k + 1
    while j < len(phrases) and j - k < REACH:
        phrase = phrases[j]
        if phrase.kind == "np":
            if not _noun_phrase(state, j):
                break
        elif phrase.kind == "adv" and phrase.conj and words[phrase.start].kind == "pron":
            break  # `ضبط الجاني وهو مواطن في الثلاثين`, `هجوم استهدفهم وهم عائدون`
        elif j in closes:
            break
        elif phrase.kind == "comma":
            past = _past_comma(state, j, closes)
            if past is None or _says_more_of_it(phrases, words, past):
                break
            j = past
            continue
        elif phrase.kind == "comp":
            _complement(state, j)
            break
        elif phrase.kind == "verb" and (past := _past_document(state, j)) is not None:
            state.last, j = None, past
            continue
        elif phrase.kind in ("verb", "rel", "link", "stop"):
            break
        j += 1
    clause.stop = j


def _past_document(state: _Collected, j: int) -> int | None:
    """Where a clause goes on behind the verb at `j` that only tells of a document in which it is said, or None."""
    past = past_document(state.clause, state.phrases, state.words, j)
    return past if past is not None else past_telling(state.clause, state.phrases, state.words, j)


@dataclass(slots=True)
class _Collected:
    """What the walk to the right of one verb has so far."""

    clause: Clause
    words: Sequence[Word]
    phrases: Sequence[Phrase]
    last: list[Phrase] | None = None
    """The group to which `و` may join more."""
    commas: int = 0
    """How many asides it has passed, behind which stands no object."""
    some: bool = False
    """Whether a phrase has named some of those before it."""


def _noun_phrase(state: _Collected, j: int) -> bool:
    """Take the noun phrase at `j`, or pass over what only says more of the one before; whether the clause goes on."""
    clause, words, phrases = state.clause, state.words, state.phrases
    phrase, k = phrases[j], clause.index
    if phrase.conj and not phrase.prep and j == k + 1:
        return False  # `قتلوا ومئات جرحوا`: what `و` brings in right after a verb is told of by another
    if _next_topic(clause, phrases, j):
        return False
    near = j == k + 2 and not (_are_most(phrases, words, j) or _are_among(phrase, phrases[j - 1]))
    if j > k + 1 and not near and _names_some(phrases, words, j, bool(clause.objects), state.some):
        state.last, state.some = None, True
    elif j > k + 1 and (_is_bracketed(words, phrase) or _only_stresses(words, phrase) or _describes_many(state, j)):
        pass
    elif (
        _says_more(phrases, words, j)
        or is_fired(phrases, words, j)
        or is_posted(clause, phrases, words, j)
        or names_them(clause, phrases, words, j)
    ):
        state.last = None
    elif _own_sentence(phrases, words, j):
        return False
    else:
        state.last = _take(state, phrase, state.last)
    return True


def _says_more(phrases: Sequence[Phrase], words: Sequence[Word], j: int) -> bool:
    """Whether the noun phrase at `j` goes with the one before it, and not with the verb."""
    if _described_so(phrases, words, j) or _of_deed(phrases, words, j) or _has_it(phrases, words, j):
        return True
    return is_seat(phrases, words, j) or is_seat(phrases, words, j - 1) or is_district(phrases, words, j)


def _has_it(phrases: Sequence[Phrase], words: Sequence[Word], j: int) -> bool:
    """Whether `ذات` and what those right before it have only describe them (`دعا المنظمات ذات العلاقة إلى`)."""
    phrase, before = phrases[j], phrases[j - 1]
    has = words[phrase.inner].norm in ("ذات", "ذوي", "ذو", "ذي") and phrase.end > phrase.inner + 1
    return has and before.kind == "np" and before.end == phrase.start and not (phrase.prep or phrase.conj)


def _says_more_of_it(phrases: Sequence[Phrase], words: Sequence[Word], j: int) -> bool:
    """Whether at `j`, behind a comma, a participle of saying opens what somebody goes on to say (`، مضيفة أن`)."""
    if j + 1 >= len(phrases) or phrases[j + 1].kind != "comp" or phrases[j].end != phrases[j].start + 1:
        return False
    reading = words[phrases[j].start].participle
    return reading is not None and reading.verb.says


def _is_bracketed(words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether a bare noun phrase stands in brackets (`البيشمركة (القوات الكردية)`, `الشركات (من مصر وليبيا)`)."""
    if phrase.prep or not (phrase.conj or words[max(phrase.start - 1, 0)].token.norm == "("):
        return False
    marks = (w.token.norm for w in reversed(words[max(phrase.start - 8, 0) : phrase.start]) if w.kind == "punct")
    return next(marks, "") == "("


def _describes_many(state: _Collected, j: int) -> bool:
    """Whether a lone definite plural describes the people listed (`وكلاء الإمارة المساعدين ومديري الإدارات`)."""
    phrase, before, words = state.phrases[j], state.phrases[j - 1], state.words
    listed = state.last is not None and state.last[-1] is before and len(state.clause.objects) > 1
    lone = phrase.end == phrase.inner + 1 and not (phrase.prep or phrase.conj) and phrase.definite
    ending = words[phrase.inner].norm.endswith("ين") and words[phrase.inner].norm.startswith("الم")
    after = state.phrases[j + 1] if j + 1 < len(state.phrases) else None
    goes_on = after is not None and after.kind == "np" and after.conj
    return listed and lone and ending and goes_on and before.many and before.definite and before.end == phrase.start


def _only_stresses(words: Sequence[Word], phrase: Phrase) -> bool:
    """Whether a lone word only stresses one of those listed (`شكر الإمارات خاصة ودول التحالف عامة`)."""
    lone = phrase.end == phrase.inner + 1 and not (phrase.prep or phrase.conj or phrase.mentions)
    return lone and words[phrase.inner].norm in ("خاصه", "عامه", "خصوصا", "تحديدا")


def _past_comma(state: _Collected, j: int, closes: set[int]) -> int | None:
    """Where a clause goes on behind the comma at `j`, or None where it ends there."""
    clause, words, phrases = state.clause, state.words, state.phrases
    groups = clause.objects
    if j == clause.index + 1 and sets_apart(phrases, j):
        return j + 1
    if (told := told_behind(clause, phrases, words, j)) is not None:
        clause.comp = (told, comp_end(phrases, told, words))
        return None
    others = state.last is not None and not (groups and state.last is groups[0])
    if others and state.last and (named := next_named(phrases, j, state.last[-1])) is not None:
        return named
    if (past := after_relative(phrases, j, groups)) is not None:
        closes.add(past - 1)
        state.last = None
        return past
    due = parts_victims(clause, phrases, words, j) or parts_fallen(clause, phrases, j)
    if due or calls_on(clause, phrases, words, j):
        state.last = None
        return j + 1
    late = late_object(clause, phrases, j)
    if late is None:
        late = far_object(clause, phrases, words, j)
    if late is None:
        late = awaited(clause, phrases, words, j)
    if late is None:
        late = lacking_behind(clause, phrases, words, j)
    if late is not None:
        for between in phrases[j + 1 : late]:
            if between.kind == "verb":
                break
            if between.kind == "np":
                _take(state, between, None)
        state.last = None
        return late
    past = due_deed(clause, phrases, words, j) or after_aside(phrases, words, j, bool(groups))
    first = clause.index - 1  # `كانت الحكومة أعلنت أمس، إحباط`: the subject stands before
    told = first > 0 and is_kana(phrases[first - 1]) and phrases[first].kind == "np" and not phrases[first].prep
    dated = only_dated(phrases, words, j, groups or ([[phrases[first]]] if told else []))
    if dated or parts_deed(clause, phrases, words, j):
        state.last = None
        return j + 1
    if past is None:
        return _past_joint(state, j)
    if past == j + 1:
        state.commas += 1
    state.last = None
    return past


def _past_joint(state: _Collected, j: int) -> int | None:
    """Where a clause goes on behind the comma at `j` that sets no aside apart, or None."""
    clause, words, phrases = state.clause, state.words, state.phrases
    groups = clause.objects
    after = phrases[j + 1] if j + 1 < len(phrases) else None
    if after is not None and deeds_before(clause.preps, groups, after, words):
        state.last = groups[-1] if groups else next(iter(clause.preps.values()))[0]
        return j + 1
    if (more := goes_on_listing(clause, phrases, words, j, state.last)) is not None:
        return more
    if parts_object(clause, phrases, words, j) or delays_object(clause, phrases, j):
        state.last = None
        return j + 1
    if says_where_first(clause, phrases, j):
        state.last = None
        return j + 1
    return None


def _complement(state: _Collected, j: int) -> None:
    """Take the clause that `أن` at `j` opens, where it is what the verb says or wants."""
    clause, words, phrases = state.clause, state.words, state.phrases
    phrase = phrases[j]
    if phrase.conj and clause.comp is None and _under_comp(clause, phrases):
        return  # `أعلن أن الجيش أحبط هجوما، وأنه اعتقل ثلاثة`: the second `أن` is beside the first, not under its verb.
    if not _wants_none(clause, phrases, words) and words[phrase.start - 1].norm not in NO_CONTENT:
        clause.comp = (j, comp_end(phrases, j, words))


NO_CONTENT = word_list(__name__, "no_content")


def _next_topic(clause: Clause, phrases: Sequence[Phrase], j: int) -> bool:
    """Whether `و` brings in the topic of the next verb (`المعتصمون يغلقون المحطة والحكومة توفد وزيرين`)."""
    phrase, after = phrases[j], phrases[j + 1] if j + 1 < len(phrases) else None
    if after is None or after.kind != "verb" or after.conj or not phrase.conj or phrase.prep:
        return False
    if not phrase.definite and not (phrase.person and phrases[j - 1].prep):
        return False  # `يبعث برسالة إلى الرئيس ووفد وزاري يحل بداكار`
    if (not phrase.person and not phrase.who) or clause.verb is None or after.verb is None:
        return False
    present = clause.verb.tense == after.verb.tense == "present"
    return present and not after.verb.suffix and fits(phrase, after.verb)


def _of_deed(phrases: Sequence[Phrase], words: Sequence[Word], j: int) -> bool:
    """Whether a phrase goes with the noun before it, and not with the verb.

    `أثناء محاولتهم الفرار`: what they tried; `على الحدود مع سوريا`: whose border.
    """
    phrase, before = phrases[j], phrases[j - 1]
    if before.kind != "np" or before.end != phrase.start or phrase.conj:
        return False
    if phrase.prep == "مع":
        return words[before.head].bare in ("حدود", "حدودها", "حدوده")
    during = before.prep in ("اثناء", "خلال", "بعد", "عقب", "لدي", "قبل")
    return not phrase.prep and during and before.possessed and phrase.definite and not phrase.person


def _wants_none(clause: Clause, phrases: Sequence[Phrase], words: Sequence[Word]) -> bool:
    """Whether what somebody says or wants is that a thing be not done: `طلب عدم ذكر اسمه، إن` is not what he asked."""
    after = phrases[clause.index].end
    return clause.verb is not None and after < len(words) and words[after].norm == "عدم"


def _described_so(phrases: Sequence[Phrase], words: Sequence[Word], j: int) -> bool:
    """Whether a bare phrase is a passive participle that describes the noun before: `الحكومة المعترف بها`."""
    phrase, before = phrases[j], phrases[j - 1]
    after = phrases[j + 1] if j + 1 < len(phrases) else None
    single = phrase.end == phrase.inner + 1 and not phrase.prep and words[phrase.head].norm.startswith("الم")
    return single and before.kind == "np" and after is not None and after.kind == "np" and bool(after.suffix)


def _own_sentence(phrases: Sequence[Phrase], words: Sequence[Word], j: int) -> bool:
    """Whether a noun with a pronoun opens a nominal clause about the noun before: `قصف مدفعي مصدره مواقع`.

    With a number it does so behind `و` as well (`رواتب الموظفين وعددهم نحو ألف عامل`).
    """
    phrase, before = phrases[j], phrases[j - 1]
    after = phrases[j + 1] if j + 1 < len(phrases) else None
    counts = words[phrase.inner].bare.startswith("عدد") and after is not None and after.number == "counted"
    single = phrase.end == phrase.inner + 1 and not phrase.prep and phrase.possessed and (counts or not phrase.conj)
    bare = after is not None and after.kind == "np" and not after.prep and not after.conj
    told = counts or (before.kind == "np" and bool(before.prep) and not before.definite)
    return single and bare and not phrase.person and told


def _under_comp(clause: Clause, phrases: Sequence[Phrase]) -> bool:
    """Whether a verb itself stands under `أن`."""
    j = clause.opener
    while j >= 0 and phrases[j].kind in ("verb", "rel"):
        j -= 1
        while j >= 0 and phrases[j].kind not in ("comp", "rel", "link", "stop", "verb"):
            j -= 1
    return j >= 0 and phrases[j].kind == "comp"


def _names_some(phrases: Sequence[Phrase], words: Sequence[Word], j: int, full: bool, some: bool) -> bool:
    """Whether a bare noun phrase only names some of those before it: `قتل 14 شخصا بينهم طفلان`, `معظمهم مدنيون`.

    `some` says that the noun phrase before it does so; what `و` joins to that does it too.
    """
    phrase, before = phrases[j], phrases[j - 1]
    if phrase.prep or not (full or _are_among(phrase, before)):
        return False
    if words[phrase.inner].norm in particles().portions:
        return True
    portion = before.kind == "np" and words[before.inner].norm in particles().portions
    partitive = before.kind == "np" and before.suffix in ("هم", "ها", "هن", "ه") and before.prep in ("بين", "من")
    return partitive or (portion and not phrase.conj) or (some and phrase.conj and before.kind == "np")


def _are_among(phrase: Phrase, before: Phrase) -> bool:
    """Whether people are named as some of those told of before the verb (`إن 15 مدنيا قتلوا بينهم أطفال`)."""
    among = before.kind == "np" and before.prep == "بين" and before.suffix in ("هم", "هن")
    return among and phrase.person and not phrase.definite


def _are_most(phrases: Sequence[Phrase], words: Sequence[Word], j: int) -> bool:
    """Whether a noun with a pronoun behind people counted says what most of them are (`33 شخصا معظمهم مدنيون`)."""
    most = words[phrases[j].inner].norm in particles().portions and phrases[j].kind == "np"
    return most and phrases[j - 1].number == "counted" and phrases[j - 1].end == phrases[j].start


def _take(state: _Collected, phrase: Phrase, last: list[Phrase] | None) -> list[Phrase]:
    """Put one noun phrase where it belongs; the group it went to."""
    clause, words, groups = state.clause, state.words, state.clause.objects
    if last is not None and is_side(phrase, words):
        return last
    if turns(phrase, words):
        return last or [phrase]
    if last is not None and phrase.person and phrase.conj and (sides := lone_side(clause, last)) is not None:
        last = sides
    if phrase.conj and phrase.number == "counted" and phrase.person and last is not None:
        placed = bool(last[0].prep) and not any(p.person for p in last) and len(groups) == 1 and groups[0][0].person
        last = groups[0] if placed else last  # `قتل ضابط في المدينة وثلاثة جنود`
    if phrase.conj and not phrase.prep and last is not None:
        last = deeds_before(clause.preps, groups, phrase, words) or last
        last.append(phrase)
        return last
    if phrase.prep == AGENT or phrase.prep == "بيد":
        clause.agent.append(phrase)
        return clause.agent
    group = [phrase]
    if phrase.prep:
        again = phrase.conj and phrase.person and phrase.prep in _TO and last is not None and last[0].person
        held = next((p for p in _TO if again and any(g is last for g in clause.preps.get(p, ()))), phrase.prep)
        clause.preps.setdefault(held, []).append(group)
    elif not adverbial(phrase, words) and state.commas == 0:
        groups.append(group)
    return group


_TO = ("ل", "الي")
"""Two prepositions for whom something is for, that a list may change between (`للملك وإلى ولي عهده`)."""
