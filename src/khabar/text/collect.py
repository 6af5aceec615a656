"""What a verb takes to its right: objects, prepositional phrases and the clause after `أن`, until a clause ends."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from khabar.records import MentionKind
from khabar.text.agreement import adverbial, fits, is_object
from khabar.text.antecedents import is_relative
from khabar.text.asides import after_aside, after_relative, deeds_before, due_deed, is_title, reach
from khabar.text.characters import squeeze
from khabar.text.inherited import REACH
from khabar.text.particles import particles
from khabar.text.phrases import AGENT, Phrase
from khabar.text.two_sides import is_side, lone_side
from khabar.text.words import Word

if TYPE_CHECKING:
    from khabar.text.clauses import Clause


def collect(clause: Clause, words: Sequence[Word], phrases: Sequence[Phrase], closes: set[int]) -> None:
    """Gather bare noun phrases (as objects for now) and prepositional phrases to the right of the verb.

    `closes` takes the commas that close a relative clause, past which its own verbs see nothing.
    """
    k = clause.index
    j = k + 1
    groups: list[list[Phrase]] = clause.objects
    last: list[Phrase] | None = None
    commas = 0
    some = False
    while j < len(phrases) and j - k < REACH:
        phrase = phrases[j]
        if phrase.kind == "np" and phrase.conj and not phrase.prep and j == k + 1:
            # `قتلوا ومئات جرحوا`: what `و` brings in right after a verb is told of by another.
            break
        if phrase.kind == "np" and _next_topic(clause, phrases, j):
            break
        if phrase.kind == "adv" and phrase.conj and words[phrase.start].kind == "pron" and groups:
            break  # `ضبط الجاني وهو مواطن في الثلاثين`
        near = j == k + 2 and not _are_most(phrases, words, j)
        if phrase.kind == "np" and j > k + 1 and not near and _names_some(phrases, words, j, bool(groups), some):
            last, some = None, True
        elif phrase.kind == "np" and not phrase.prep and words[max(phrase.start - 1, 0)].token.norm == "(":
            pass  # `البيشمركة (القوات الكردية)`
        elif phrase.kind == "np" and (
            _described_so(phrases, words, j)
            or _of_deed(phrases, words, j)
            or _is_seat(phrases, words, j)
            or _is_seat(phrases, words, j - 1)
        ):
            last = None
        elif phrase.kind == "np" and _own_sentence(phrases, words, j):
            break
        elif phrase.kind == "np":
            last = _take(clause, phrase, last, groups, commas, words)
        elif j in closes:
            break
        elif phrase.kind == "comma":
            if (told := _told_behind(clause, phrases, words, j)) is not None:
                clause.comp = (told, _comp_end(phrases, told, words))
                break
            past = after_relative(phrases, j, groups)
            if past is not None:
                closes.add(past - 1)
                j, last = past, None
                continue
            if _calls_on(clause, phrases, j):
                j, last = j + 1, None
                continue
            if (late := _late_object(clause, phrases, j)) is not None:
                for between in phrases[j + 1 : late]:
                    if between.kind == "np":
                        _take(clause, between, None, groups, commas, words)
                j, last = late, None
                continue
            past = due_deed(clause, phrases, words, j) or after_aside(phrases, words, j, bool(groups))
            if _only_dated(phrases, words, j, groups):
                j, last = j + 1, None
                continue
            after = phrases[j + 1] if j + 1 < len(phrases) else None
            if past is None and after is not None and deeds_before(clause.preps, groups, after, words):
                j, last = j + 1, groups[-1] if groups else next(iter(clause.preps.values()))[0]
                continue
            if past is None and (more := _goes_on_listing(clause, phrases, j, last)) is not None:
                j, last = more, last
                continue
            if past is None and (_parts_object(clause, phrases, words, j) or _delays_object(clause, phrases, j)):
                j, last = j + 1, None
                continue
            if past is None and _says_where_first(clause, phrases, j):
                j, last = j + 1, None
                continue
            if past is None:
                break
            if past == j + 1:
                commas += 1
            j, last = past, None
            continue
        elif phrase.kind == "comp" and phrase.conj and clause.comp is None and _under_comp(clause, phrases):
            # `أعلن أن الجيش أحبط هجوما، وأنه اعتقل ثلاثة`: the second `أن` is beside the first, not under its verb.
            break
        elif phrase.kind == "comp":
            if not _wants_none(clause, phrases, words) and words[phrase.start - 1].norm not in NO_CONTENT:
                clause.comp = (j, _comp_end(phrases, j, words))
            break
        elif (phrase.kind == "verb" and is_relative(phrases, j)) or phrase.kind in ("verb", "rel", "link", "stop"):
            break
        j += 1
    clause.stop = j

NO_CONTENT = frozenset({"دون", "بدون", "بعد", "قبل", "منذ", "قبيل", "بعيد", "لحين", "حين"})
"""Words before `أن` whose clause says when or how, and not what (`قتل مسلح بعد أن أطلق النار`)."""


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


def _goes_on_listing(clause: Clause, phrases: Sequence[Phrase], j: int, last: list[Phrase] | None) -> int | None:
    """Where a clause goes on behind the comma at `j` that only parts the people it lists, or None.

    `التقى رئيس الحكومة نظيره، ورئيس البرلمان، ووزير الدفاع.`: after each comma stands one of them and no verb of his.
    `شكر للملك، ولولي العهد`: or the preposition comes again; `اتفقت السعودية، والأردن، على`: or they are states.
    """
    if last is None or j + 1 >= len(phrases) or not (last[0].person or last[0].who is MentionKind.PLACE):
        return None
    here = phrases[j + 1]
    if last[0].who is MentionKind.PLACE and not last[0].prep and here.who is MentionKind.PLACE and here.conj:
        return j + 1
    if here.kind != "np" or not here.conj or not here.person or not last[0].person:
        return None
    if here.prep or not clause.objects:
        again = here.prep == last[0].prep or {here.prep, last[0].prep} == {"ل", "الي"}
        return j + 1 if here.prep and again else None
    behind = phrases[j + 2] if j + 2 < len(phrases) else None
    ends = behind is None or behind.kind in ("comma", "stop") or (behind.kind == "np" and behind.conj and behind.person)
    verbs = any(p.kind in ("verb", "comp") for p in phrases[j + 1 : _comp_end(phrases, j)])
    return j + 1 if ends and not verbs else None


def _calls_on(clause: Clause, phrases: Sequence[Phrase], j: int) -> bool:
    """Whether between commas stands whom a named subject asks (`دعا الرئيس هادي، المبعوث الأممي، إلى المدينة`)."""
    verb = clause.verb
    if verb is None or verb.suffix or verb.voice == "passive" or len(clause.objects) != 1 or j + 1 >= len(phrases):
        return False
    subject, here = clause.objects[0][0], phrases[j + 1]
    if squeeze(verb.verb.lemma) not in particles().need_object or not subject.named or subject.untitled:
        return False
    close = next((m for m in range(j + 2, min(j + 6, len(phrases) - 1)) if phrases[m].kind == "comma"), None)
    somebody = here.kind == "np" and here.person and here.definite and not (here.prep or here.conj or here.untitled)
    return somebody and close is not None and phrases[close + 1].prep in ("الي", "ب", "علي")


def _parts_object(clause: Clause, phrases: Sequence[Phrase], words: Sequence[Word], j: int) -> bool:
    """Whether the comma at `j` only parts a subject from the object its verb needs (`نفت الوزارة، قصف القاعدة`)."""
    verb = clause.verb
    groups = clause.objects
    titled = len(groups) == 2 and groups[0][0].untitled and is_title(groups[1], groups[0][0].end)
    if verb is None or verb.suffix or not (len(groups) == 1 or titled) or j + 1 >= len(phrases):
        return False  # `دعا سالم حمد مرشح الحزب، الناخبين إلى`
    sure = is_object(phrases[j + 1], groups[0][0], verb, words)
    if not (sure or squeeze(verb.verb.lemma) in particles().need_object) or verb.voice == "passive":
        return False
    between = [p for p in phrases[clause.index + 1 : j] if p.start >= groups[-1][-1].end]
    if any(p.kind not in ("np", "adv") or (p.kind == "np" and not p.prep) for p in between):
        return False
    end = next((m for m in range(j + 1, len(phrases)) if phrases[m].kind in ("comma", "stop")), len(phrases))
    here = phrases[j + 1]
    plain = here.kind == "np" and not (here.conj or here.prep) and here.case != "nom"
    if plain and words[here.inner].norm == "ما":
        return True  # `نفى المتحدث، ما نشرته الوكالة`
    return plain and (sure or all(p.kind not in ("verb", "comp") for p in phrases[j + 1 : end]))


def _late_object(clause: Clause, phrases: Sequence[Phrase], j: int) -> int | None:
    """Where behind the comma at `j`, and behind when and where, stands the object of a verb of protocol, or None.

    `استقبل الأمير، في مكتبه بالديوان، أمس، سفير اليابان`; `نقل قائد الحرس سعد العمري، تعازي القيادة`.
    """
    verb = clause.verb
    groups = clause.objects
    if verb is None or verb.suffix or verb.voice == "passive" or not groups:
        return None
    for before, group in pairwise(groups):
        if not is_title(group, reach(clause, before[-1].end, group)):
            return None
    if squeeze(verb.verb.lemma) not in particles().late_object or not groups[0][0].person:
        return None
    m = j + 1
    while m < len(phrases) and (phrases[m].kind in ("adv", "comma") or (phrases[m].prep and not phrases[m].conj)):
        m += 1
    here = phrases[m] if m < len(phrases) else None
    if here is None or here.kind != "np" or here.conj or here.suffix or here.case == "nom" or m > j + 8:
        return None
    end = next((i for i in range(m + 1, len(phrases)) if phrases[i].kind in ("comma", "stop", "rel")), len(phrases))
    named = m == j + 1 and here.person and end < len(phrases) and phrases[end].kind == "comma"  # who he is
    return None if named or any(p.kind in ("verb", "comp") for p in phrases[m:end]) else m


def _delays_object(clause: Clause, phrases: Sequence[Phrase], j: int) -> bool:
    """Whether behind the comma at `j`, after when or where, stands the thing a verb is done to.

    `رفض المجلس أثناء انعقاده اليوم، مقترح الحركة بتنظيم ندوة`.
    """
    verb, before = clause.verb, phrases[j - 1]
    after = phrases[j + 1] if j + 1 < len(phrases) else None
    if verb is None or verb.suffix or verb.voice == "passive" or "event" not in verb.verb.kind.split():
        return False
    if len(clause.objects) != 1 or not clause.objects[0][0].definite or clause.agent or after is None:
        return False
    if not (before.kind == "adv" or (before.kind == "np" and before.prep)):
        return False
    end = next((m for m in range(j + 1, len(phrases)) if phrases[m].kind in ("comma", "stop")), len(phrases))
    thing = after.kind == "np" and not (after.prep or after.conj or after.suffix) and after.who is None
    return thing and after.case != "nom" and all(p.kind not in ("verb", "comp") for p in phrases[j + 1 : end])


def _says_where_first(clause: Clause, phrases: Sequence[Phrase], j: int) -> bool:
    """Whether behind the comma at `j` stands where or when somebody asks, and then whom (`دعا، في بيان له الحزب`)."""
    verb = clause.verb
    if verb is None or verb.suffix or verb.voice == "passive" or len(clause.objects) != 1 or clause.preps:
        return False
    if squeeze(verb.verb.lemma) not in particles().need_object:
        return False
    m = j + 1
    while m < len(phrases) and (phrases[m].kind == "adv" or (phrases[m].kind == "np" and phrases[m].prep)):
        m += 1
    here = phrases[m] if m < len(phrases) else None
    return here is not None and m > j + 1 and here.kind == "np" and here.definite and not here.conj and not here.suffix


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


def _told_behind(clause: Clause, phrases: Sequence[Phrase], words: Sequence[Word], j: int) -> int | None:
    """Where behind an aside with a verb what was said begins (`قال مسؤول، طلب إغفال اسمه، إن الفصائل`), or None."""
    verb = clause.verb
    if verb is None or "say" not in verb.verb.kind.split() or clause.comp is not None or not clause.objects:
        return None
    if [p.kind for p in phrases[j + 1 : j + 3]] == ["quote", "comp"] and not phrases[j + 2].conj:
        return j + 2  # `أكد في لقاء أمس، "أن سبعة قتلوا"`
    for m in range(j + 1, min(j + 16, len(phrases) - 1)):
        if phrases[m].kind == "stop":
            return None
        behind = phrases[m + 1]
        hearer = behind.kind == "np" and not (behind.conj or behind.prep) and bool(behind.mentions)
        hearer = hearer and m + 2 < len(phrases)
        if phrases[m].kind == "comma" and hearer and phrases[m + 2].kind == "comp" and m > j:
            return m + 2 if words[phrases[m + 2].head].norm in ("ان", "بان") else None  # `قال مسؤول، ...، الوكالة بأن`
        if phrases[m].kind == "comma" and behind.kind == "comp" and not behind.conj:
            return m + 1 if words[behind.head].norm in ("ان", "بان", "انه", "انها") else None
    return None


def _wants_none(clause: Clause, phrases: Sequence[Phrase], words: Sequence[Word]) -> bool:
    """Whether what somebody says or wants is that a thing be not done: `طلب عدم ذكر اسمه، إن` is not what he asked."""
    after = phrases[clause.index].end
    return clause.verb is not None and after < len(words) and words[after].norm == "عدم"


def _only_dated(
    phrases: Sequence[Phrase], words: Sequence[Word], j: int, groups: Sequence[list[Phrase]]
) -> bool:
    """Whether the comma at `j` only sets a day apart between subject and object.

    `شن الطيران أمس، سلسلة غارات`, `أخلت المحكمة، اليوم الخميس سبيل المتهمين`.
    """
    later = next((m for m in range(j + 1, len(phrases)) if phrases[m].kind != "adv"), j + 1)
    told = later > j + 1 and words[phrases[j + 1].head].kind == "pron"  # `شرطي، وهو أب لثلاثة أطفال`
    dated = phrases[j - 1].kind == "adv" or (later > j + 1 and not told)
    j = later - 1
    after = phrases[j + 1] if j + 1 < len(phrases) else None
    plain = after is not None and after.kind == "np" and not (after.prep or after.conj)
    bare = plain and after is not None and not (after.definite or after.person)
    listed = plain and after is not None and after.head > after.inner + 1  # `أمس، كلا من الوزير والسفير`
    verbless = j + 2 >= len(phrases) or phrases[j + 2].kind != "verb"
    return dated and len(groups) == 1 and (bare or listed) and verbless


def _described_so(phrases: Sequence[Phrase], words: Sequence[Word], j: int) -> bool:
    """Whether a bare phrase is a passive participle that describes the noun before: `الحكومة المعترف بها`."""
    phrase, before = phrases[j], phrases[j - 1]
    after = phrases[j + 1] if j + 1 < len(phrases) else None
    single = phrase.end == phrase.inner + 1 and not phrase.prep and words[phrase.head].norm.startswith("الم")
    return single and before.kind == "np" and after is not None and after.kind == "np" and bool(after.suffix)


def _is_seat(phrases: Sequence[Phrase], words: Sequence[Word], j: int) -> bool:
    """Whether a phrase only says where those before it have their seat (`انتقدت منظمة مقرها لندن القرار`)."""
    phrase, before = phrases[j], phrases[j - 1]
    seat = words[phrase.inner].norm in ("مقرها", "مقره", "مقرهما", "مقرهم") and not (phrase.prep or phrase.conj)
    return seat and phrase.end == phrase.inner + 1 and before.kind == "np" and not words[before.head].definite


def _own_sentence(phrases: Sequence[Phrase], words: Sequence[Word], j: int) -> bool:
    """Whether a noun with a pronoun opens a nominal clause about an indefinite noun: `قصف مدفعي مصدره مواقع`."""
    phrase, before = phrases[j], phrases[j - 1]
    single = phrase.end == phrase.inner + 1 and not phrase.prep and not phrase.conj and phrase.possessed
    after = phrases[j + 1] if j + 1 < len(phrases) else None
    bare = after is not None and after.kind == "np" and not after.prep and not after.conj
    return single and bare and not phrase.person and before.kind == "np" and bool(before.prep) and not before.definite


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
    if phrase.prep or not full:
        return False
    if words[phrase.inner].norm in particles().portions:
        return True
    portion = before.kind == "np" and words[before.inner].norm in particles().portions
    partitive = before.kind == "np" and before.suffix in ("هم", "ها", "هن", "ه") and before.prep in ("بين", "من")
    return partitive or (portion and not phrase.conj) or (some and phrase.conj and before.kind == "np")


def _are_most(phrases: Sequence[Phrase], words: Sequence[Word], j: int) -> bool:
    """Whether a noun with a pronoun behind people counted says what most of them are (`33 شخصا معظمهم مدنيون`)."""
    most = words[phrases[j].inner].norm in particles().portions and phrases[j].kind == "np"
    return most and phrases[j - 1].number == "counted" and phrases[j - 1].end == phrases[j].start


def _take(
    clause: Clause,
    phrase: Phrase,
    last: list[Phrase] | None,
    groups: list[list[Phrase]],
    commas: int,
    words: Sequence[Word],
) -> list[Phrase]:
    """Put one noun phrase where it belongs; the group it went to."""
    if last is not None and is_side(phrase, words):
        return last
    if last is not None and phrase.person and phrase.conj and (sides := lone_side(clause, last)) is not None:
        last = sides
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
    elif not adverbial(phrase, words) and commas == 0:
        groups.append(group)
    return group


_TO = ("ل", "الي")
"""Two prepositions for whom something is for, that a list may change between (`للملك وإلى ولي عهده`)."""


def _comp_end(phrases: Sequence[Phrase], j: int, words: Sequence[Word] | None = None) -> int:
    """Where the clause that `أن`/`إن` at `j` opens ends: at a stop, or where a clause at the level above goes on."""
    opened = False
    for m in range(j + 1, len(phrases)):
        if phrases[m].kind == "stop":
            return m
        if phrases[m].kind == "quote" and words is not None:
            mark = words[phrases[m].head].token.norm
            if opened and mark in "»”" and _speaker_goes_on(phrases, m):
                return m + 1
            opened = opened or (mark in "«“" and m <= j + 3)
    return len(phrases)


def _speaker_goes_on(phrases: Sequence[Phrase], m: int) -> bool:
    """Whether behind the quotation that closes at `m` a verb with `و` goes on (`قال إن الحكومة «لن تقبل»، وهدد`)."""
    after = [p for p in phrases[m + 1 : m + 3] if p.kind != "comma"][:1]
    return bool(after) and after[0].kind == "verb" and after[0].conj
