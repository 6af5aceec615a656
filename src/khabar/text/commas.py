"""What stands behind a comma inside a clause: a late object, a list that goes on, a day set apart, what was said."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from khabar.lexicon.words import word_list
from khabar.records import MentionKind
from khabar.text.agreement import is_object
from khabar.text.asides import is_title, reach
from khabar.text.characters import squeeze
from khabar.text.particles import particles
from khabar.text.phrases import Phrase
from khabar.text.verbs import Reading
from khabar.text.wordlist import VERBAL_NOUN
from khabar.text.words import Word

if TYPE_CHECKING:
    from khabar.text.clauses import Clause


def goes_on_listing(
    clause: Clause, phrases: Sequence[Phrase], words: Sequence[Word], j: int, last: list[Phrase] | None
) -> int | None:
    """Where a clause goes on behind the comma at `j` that only parts the people it lists, or None.

    `التقى رئيس الحكومة نظيره، ورئيس البرلمان، ووزير الدفاع.`: after each comma stands one of them and no verb of his.
    `شكر للملك، ولولي العهد`: or the preposition comes again; `اتفقت السعودية، والأردن، على`: or they are states;
    `بين الجيش والشرطة من جهة، والمسلحين من جهة أخرى`: or they are the other side.
    """
    if last is not None and j + 1 < len(phrases) and _lists_names(phrases, words, j, last):
        return j + 1
    if last is None or j + 1 >= len(phrases) or not (last[0].person or last[0].who is MentionKind.PLACE):
        return None
    here = phrases[j + 1]
    if last[0].who is MentionKind.PLACE and not last[0].prep and here.who is MentionKind.PLACE and here.conj:
        return j + 1
    if here.kind != "np" or not here.conj:
        return None
    if last[0].prep == "بين" and not here.prep and phrases[j - 1].prep == "من" and phrases[j - 1].start >= last[-1].end:
        return j + 1
    if not (here.person and last[0].person):
        return None
    if here.prep or not clause.objects:
        again = here.prep == last[0].prep or {here.prep, last[0].prep} == {"ل", "الي"}
        return j + 1 if here.prep and again else None
    end = j + 2
    while end < len(phrases) and phrases[end].kind == "np" and phrases[end].prep and not phrases[end].conj:
        end += 1  # `والوفد المرافق له`
    behind = phrases[end] if end < len(phrases) else None
    ends = behind is None or behind.kind in ("comma", "stop") or (behind.kind == "np" and behind.conj and behind.person)
    later = phrases[end + 1] if end + 1 < len(phrases) else None
    parted = here.named and behind is not None and behind.kind == "comma"
    if parted and later is not None and later.kind == "np" and not later.conj:
        due = not later.person or _lacks_whom(clause, last)
        return j + 1 if due and not later.prep else None  # `بحث س، وص، سبل التعاون`, `عزى س، وص، أسرة الفقيد`
    until = next((m for m in range(j + 1, len(phrases)) if phrases[m].kind in ("stop", "link", "rel")), len(phrases))
    verbs = any(p.kind in ("verb", "comp") for p in phrases[j + 1 : until])
    return j + 1 if ends and not verbs else None


def _lists_names(phrases: Sequence[Phrase], words: Sequence[Word], j: int, last: list[Phrase]) -> bool:
    """Whether behind a comma stands the next by name of those whom a preposition brings in, and no verb of his.

    `أفرجت عن الصحفي سالم حمد، والمدون كريم العلي`, `قضت بسجن الصحفي سالم حمد، والمدون كريم العلي، ثلاث سنوات`.
    """
    here, told = phrases[j + 1], last[-1]
    if here.kind != "np" or not here.conj or here.prep or here.who is not MentionKind.PERSON or not last[0].prep:
        return False
    listed = told.person and told.named
    deed = told.mentions and not told.person and words[told.head].bare in _OF_SOMEBODY and told.end > told.head + 2
    if not (listed or deed):
        return False
    behind = phrases[j + 2] if j + 2 < len(phrases) else None
    return behind is None or behind.kind in ("comma", "stop") or (behind.kind == "np" and behind.conj and behind.person)


_OF_SOMEBODY = word_list(__name__, "of_somebody")


def _lacks_whom(clause: Clause, last: list[Phrase]) -> bool:
    """Whether a verb of protocol has no more than those who do it so far."""
    verb = clause.verb
    protocol = verb is not None and squeeze(verb.verb.lemma) in particles().late_object and not verb.suffix
    return protocol and len(clause.objects) == 1 and last is clause.objects[0]


def next_named(phrases: Sequence[Phrase], j: int, last: Phrase) -> int | None:
    """Where behind what says who somebody named is, set apart by commas, the next one named follows, or None.

    `حكم على كل من سالم حمد، مراسل الصحيفة، وكريم يوسف، مصورها`.
    """
    here = phrases[min(j + 1, len(phrases) - 1)]
    if not (last.person and last.named) or here.kind != "np" or here.conj or here.prep or here.named:
        return None
    close = next((m for m in range(j + 2, min(j + 6, len(phrases) - 1)) if phrases[m].kind != "np"), None)
    if close is None or phrases[close].kind != "comma":
        return None
    after = phrases[close + 1]
    one = after.kind == "np" and after.conj and not after.prep and after.person and after.named
    behind = phrases[close + 2] if close + 2 < len(phrases) else None
    return close + 1 if one and (behind is None or behind.kind in ("comma", "stop")) else None


def calls_on(clause: Clause, phrases: Sequence[Phrase], words: Sequence[Word], j: int) -> bool:
    """Whether between commas stands whom a named subject asks (`دعا الرئيس هادي، المبعوث الأممي، إلى المدينة`)."""
    verb = clause.verb
    if verb is None or verb.suffix or verb.voice == "passive" or len(clause.objects) != 1 or j + 1 >= len(phrases):
        return False
    subject, here = clause.objects[0][0], phrases[j + 1]
    if squeeze(verb.verb.lemma) not in particles().need_object or subject.untitled or not subject.definite:
        return False
    close = next((m for m in range(j + 2, min(j + 6, len(phrases) - 1)) if phrases[m].kind == "comma"), None)
    plain = here.kind == "np" and here.definite and not (here.prep or here.conj or here.untitled)
    named = subject.named and subject.who is not MentionKind.GROUP
    somebody = plain and (here.person if named else _is_power(here, words))
    return somebody and close is not None and phrases[close + 1].prep in ("الي", "ب", "علي")


def _is_power(phrase: Phrase, words: Sequence[Word]) -> bool:
    """Whether a phrase is the government, states, parties or people in the plural, which are no name of who asks."""
    head = words[phrase.head]
    people = phrase.person and phrase.number == "pl" and head.definite
    return head.definite and (head.bare in particles().acting_groups | _POWERS or people)


_POWERS = word_list(__name__, "powers")


def past_document(clause: Clause, phrases: Sequence[Phrase], words: Sequence[Word], j: int) -> int | None:
    """Where a clause goes on behind the verb at `j` that tells of a document it was said in, and a comma, or None.

    `أعرب الملك في برقية بعث بها إلى الرئيس، عن استنكاره`, `نددت الحركة في بيان أصدرته أمس، بالهجوم`.
    """
    before, verb = phrases[j - 1], clause.verb
    told = before.kind == "np" and before.prep in ("في", "خلال") and words[before.head].bare in particles().statements
    if not told or before.definite or verb is None or phrases[j].conj or j + 2 >= len(phrases):
        return None
    close = next((m for m in range(j + 1, min(j + 7, len(phrases))) if phrases[m].kind not in ("np", "adv")), None)
    if close is None or phrases[close].kind != "comma" or close + 1 >= len(phrases):
        return None
    lemma, after = squeeze(verb.verb.lemma), phrases[close + 1]
    takes = {"عن"} if lemma in _VOICED else {"ب"} if lemma in particles().take_by else set[str]()
    return close + 1 if after.kind == "np" and after.prep in takes and not after.conj else None


_VOICED = word_list(__name__, "voiced")


def sets_apart(phrases: Sequence[Phrase], j: int) -> bool:
    """Whether the comma at `j`, right behind a verb, and another set its subject apart (`وأعرب، سالم حمد، عن`)."""
    if j + 2 >= len(phrases) or phrases[j + 2].kind != "comma":
        return False
    here = phrases[j + 1]
    return here.kind == "np" and here.person and here.named and not (here.prep or here.conj)


def parts_object(clause: Clause, phrases: Sequence[Phrase], words: Sequence[Word], j: int) -> bool:
    """Whether the comma at `j` only parts a subject from the object its verb needs (`نفت الوزارة، قصف القاعدة`)."""
    verb = clause.verb
    groups = clause.objects
    titled = len(groups) == 2 and groups[0][0].untitled and is_title(groups[1], groups[0][0].end)
    if verb is None or verb.suffix or not (len(groups) == 1 or titled) or j + 1 >= len(phrases):
        return False  # `دعا سالم حمد مرشح الحزب، الناخبين إلى`
    sure = is_object(phrases[j + 1], groups[0][0], verb, words) or _is_announced(verb, phrases[j + 1], words)
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


def parts_deed(clause: Clause, phrases: Sequence[Phrase], words: Sequence[Word], j: int) -> bool:
    """Whether the comma at `j` parts who acts from what he announces or does it to, though one follows that too.

    `أعلن التحالف، إسقاط طائرات، أطلقتها الجماعة`, `هدمت القوات، مخبزا في البلدة، شمال المدينة`: neither is an aside.
    """
    after = phrases[j + 1] if j + 1 < len(phrases) else None
    verb, groups = clause.verb, clause.objects
    if verb is None or after is None or verb.suffix or len(groups) != 1 or groups[0][-1].end != phrases[j].start:
        return False
    sure = _is_announced(verb, after, words) or is_object(after, groups[0][0], verb, words)
    return sure and parts_object(clause, phrases, words, j)


def _is_announced(verb: Reading, phrase: Phrase, words: Sequence[Word]) -> bool:
    """Whether behind a comma stands the deed that is announced or gone on with (`أعلنت الرياض، إحباط هجوم`).

    It is a verbal noun with its genitive, and no reason (`إحباطا`), and not who speaks.
    """
    first = words[phrase.inner]
    plain = phrase.kind == "np" and not (phrase.prep or phrase.conj or (phrase.definite and first.definite))
    deed = VERBAL_NOUN.match(first.norm) is not None and phrase.end > phrase.inner + 1 and not phrase.person
    return plain and deed and not first.definite and verb.verb.lemma in _ANNOUNCING


_ANNOUNCING = word_list(__name__, "announcing")


def late_object(clause: Clause, phrases: Sequence[Phrase], j: int) -> int | None:
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


def delays_object(clause: Clause, phrases: Sequence[Phrase], j: int) -> bool:
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
    # `كميات من الأسلحة كانت في طريقها`: what only tells of the thing is no clause of its own
    told = j + 2 if j + 2 < end and phrases[j + 2].kind == "verb" and not phrases[j + 2].conj else -1
    told = -1 if after.definite and after.number != "counted" else told
    verbless = all(p.kind not in ("verb", "comp") for m, p in enumerate(phrases[j + 1 : end], j + 1) if m != told)
    return thing and after.case != "nom" and verbless


def far_object(clause: Clause, phrases: Sequence[Phrase], words: Sequence[Word], j: int) -> int | None:
    """Where behind the comma at `j`, and behind more that set apart when and where, stands what a deed is done to.

    `داهمت الفرقة، يوم 6 فيفري، وبعد استشارة النيابة، منازل ستة عناصر`.
    """
    verb, m = clause.verb, j + 1
    if verb is None or verb.suffix or verb.voice == "passive" or set(verb.verb.kind.split()) != {"event"}:
        return None
    if len(clause.objects) != 1 or not clause.objects[0][0].definite or clause.agent or clause.comp:
        return None
    while m < min(j + 14, len(phrases)) and (phrases[m].kind in ("adv", "comma") or phrases[m].prep):
        m += 1
    here = phrases[m] if m < len(phrases) else None
    parted = phrases[m - 1].kind == "comma" and sum(p.kind == "comma" for p in phrases[j:m]) > 1
    if here is None or not parted or here.kind != "np" or here.conj or here.suffix or here.case == "nom":
        return None
    end = next((i for i in range(m + 1, len(phrases)) if phrases[i].kind in ("comma", "stop", "rel")), len(phrases))
    thing = not (here.definite and here.person) and words[here.inner].participle is None
    thing = thing and not any(p.prep and p.suffix for p in phrases[j + 1 : m])
    return m if thing and all(p.kind not in ("verb", "comp") for p in phrases[m + 1 : end]) else None


def says_where_first(clause: Clause, phrases: Sequence[Phrase], j: int) -> bool:
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


def parts_victims(clause: Clause, phrases: Sequence[Phrase], words: Sequence[Word], j: int) -> bool:
    """Whether behind the comma at `j`, after where a force did a deed, stand those it was done to, counted.

    `قتلت قوات التحالف في صنعاء، خمسة جنود`, `خطفت الجماعة (المتشددة)، 20 تلميذة`.
    """
    verb, groups = clause.verb, clause.objects
    here = phrases[j + 1] if j + 1 < len(phrases) else None
    if verb is None or verb.suffix or verb.voice == "passive" or verb.tense != "past" or len(groups) != 1:
        return False
    force = groups[0][0]
    able = force.who is MentionKind.GROUP or (force.who is MentionKind.UNNAMED and words[force.head].bare in _ARMED)
    if set(verb.verb.kind.split()) != {"event"} or not able or clause.agent or here is None:
        return False
    between = [p for p in phrases[clause.index + 1 : j] if p.start >= groups[0][-1].end]
    if any(p.kind not in ("np", "adv", "quote") or (p.kind == "np" and not p.prep) for p in between):
        return False
    counted = here.kind == "np" and here.number in ("counted", "du") and not (here.conj or here.prep or here.definite)
    after = phrases[j + 2] if j + 2 < len(phrases) else None
    return counted and here.person and here.case != "nom" and (after is None or after.kind != "verb" or after.conj)


def parts_fallen(clause: Clause, phrases: Sequence[Phrase], j: int) -> bool:
    """Whether behind the comma at `j` stand those who fell, counted (`قتل في الهجوم على القاعدة، سبعة جنود`)."""
    verb, here = clause.verb, phrases[j + 1] if j + 1 < len(phrases) else None
    if verb is None or verb.suffix or verb.tense != "past" or verb.person not in ("3ms", "3fs") or clause.objects:
        return False
    if squeeze(verb.verb.lemma) not in particles().falling or clause.agent or here is None or not clause.preps:
        return False
    counted = here.kind == "np" and here.number in ("counted", "du") and not (here.conj or here.prep or here.definite)
    after = phrases[j + 2] if j + 2 < len(phrases) else None
    return counted and here.person and here.case != "acc" and (after is None or after.kind != "verb" or after.conj)


_ARMED = word_list(__name__, "armed")


def only_dated(
    phrases: Sequence[Phrase], words: Sequence[Word], j: int, groups: Sequence[list[Phrase]]
) -> bool:
    """Whether the comma at `j` only sets a day apart between subject and object.

    `شن الطيران أمس، سلسلة غارات`, `أخلت المحكمة، اليوم الخميس سبيل المتهمين`, `أوقفت الشرطة أمس، ثلاثة شبان`;
    `أغلق محتجون غاضبون فجر الجمعة، الطرق الرئيسية`: people without the article do something to a thing.
    """
    later = next((m for m in range(j + 1, len(phrases)) if phrases[m].kind != "adv"), j + 1)
    told = later > j + 1 and words[phrases[j + 1].head].kind == "pron"  # `شرطي، وهو أب لثلاثة أطفال`
    dated = phrases[j - 1].kind == "adv" or (later > j + 1 and not told)
    j = later - 1
    after = phrases[j + 1] if j + 1 < len(phrases) else None
    plain = after is not None and after.kind == "np" and not (after.prep or after.conj)
    force = groups[0][0].who is MentionKind.GROUP and groups[0][0].definite if groups else False
    bare = plain and after is not None and not after.definite and (force or not after.person) and after.case != "nom"
    listed = plain and after is not None and after.head > after.inner + 1  # `أمس، كلا من الوزير والسفير`
    verbless = j + 2 >= len(phrases) or phrases[j + 2].kind != "verb" or (force and bare)
    stop = next((m for m in range(j + 1, len(phrases)) if phrases[m].kind == "stop"), len(phrases))
    alone = all(p.kind in ("np", "adv") for p in phrases[j + 1 : stop])
    people = bool(groups) and groups[0][0].person and not groups[0][0].definite
    thing = plain and alone and people and after is not None and not after.person and after.case != "nom"
    return dated and len(groups) == 1 and (bare or listed or thing) and verbless


def told_behind(clause: Clause, phrases: Sequence[Phrase], words: Sequence[Word], j: int) -> int | None:
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


def comp_end(phrases: Sequence[Phrase], j: int, words: Sequence[Word] | None = None) -> int:
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
