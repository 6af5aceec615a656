"""Asides: what stands between two commas and lets a clause go on behind it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from khabar.lexicon.words import word_list
from khabar.records import MentionKind
from khabar.text.characters import squeeze
from khabar.text.particles import particles
from khabar.text.phrases import Phrase
from khabar.text.wordlist import VERBAL_NOUN
from khabar.text.words import Word

if TYPE_CHECKING:
    from khabar.text.clauses import Clause

ASIDES = word_list(__name__, "asides")


def _behind_aside(phrases: Sequence[Phrase], words: Sequence[Word], j: int) -> int | None:
    """Where a clause goes on behind an aside between two commas that holds no verb: a name, or prepositional phrases.

    `اتهم المتحدث، العقيد نبيل، الحوثيين`; `تبنت الحركة، في بيان على موقعها، خطف القنصل`; `حثت كندا، وهي من المانحين،
    الأطراف`.
    """
    close = next((m for m in range(j + 1, min(j + 7, len(phrases))) if phrases[m].kind == "comma"), None)
    if close is None or close + 1 >= len(phrases):
        return None
    inside, after = phrases[j + 1 : close], phrases[close + 1]
    beside = (p for p in inside if p.kind != "adv" and not (p.kind == "np" and p.prep and not p.conj))
    aside = all(_is_one_more(p, inside) for p in beside)
    name = len(inside) == 1 and inside[0].kind == "np" and inside[0].person and not (inside[0].prep or inside[0].conj)
    first = words[inside[0].start] if inside else None
    told = first is not None and first.kind == "pron" and first.conj == "و" and len(inside) > 1
    told = told and all(p.kind in ("np", "adv") for p in inside)
    goes_on = after.kind in ("np", "comp") and not after.conj
    if aside and after.kind == "adv" and close + 2 < len(phrases):
        # `فرضت واشنطن، بالاتفاق مع كندا، الجمعة عقوبات`
        goes_on = phrases[close + 2].kind == "np" and not (phrases[close + 2].conj or phrases[close + 2].prep)
    if inside and name and after.kind == "adv":
        # `حذر الرئيس، سالم حمد، اليوم الاثنين، من`: a day of its own stands behind the name.
        later = next((m for m in range(close + 1, len(phrases)) if phrases[m].kind != "adv"), close)
        dated = later > close and phrases[later].kind == "comma"
        behind = phrases[later + 1] if dated and later + 1 < len(phrases) else None
        return later + 1 if behind is not None and behind.kind in ("np", "adv", "comp") and not behind.conj else None
    return close + 1 if inside and (aside or name or told) and goes_on else None


def _is_one_more(phrase: Phrase, inside: Sequence[Phrase]) -> bool:
    """Whether `و` joins one more state or body to the last preposition of an aside (`، بالاتفاق مع كندا واليابان،`)."""
    named = phrase.who in (MentionKind.PLACE, MentionKind.GROUP)
    return phrase.kind == "np" and phrase.conj and not phrase.prep and named and phrase is not inside[0]


def _is_bearer(phrases: Sequence[Phrase], words: Sequence[Word], j: int) -> bool:
    """Whether behind the comma at `j` stands the name of who holds the office before it, and then the clause goes on.

    `نفى رئيس الكتلة، نور الدين البحيري الخبر الذي`: print has left the second comma out.
    """
    if j < 2 or j + 2 >= len(phrases) or phrases[j - 2].kind != "verb":
        return False
    if phrases[j - 1].kind != "np" or phrases[j - 1].prep or not phrases[j - 1].definite:
        return False
    name, after = phrases[j + 1], phrases[j + 2]
    plain = name.kind == "np" and name.person and not (name.prep or name.conj)
    plain = plain and name.definite and not words[name.inner].definite and not name.possessed
    return plain and after.kind in ("np", "adv") and not after.conj


def deeds_before(
    preps: Mapping[str, list[list[Phrase]]], objects: list[list[Phrase]], phrase: Phrase, words: Sequence[Word]
) -> list[Phrase] | None:
    """The group of a verb's deeds that a phrase with `و` goes on with, or None.

    `تمكنت الشرطة من تفكيك خلية على الحدود، وضبط خمسة`: both verbal nouns go with `تمكنت`.
    """
    if phrase.kind != "np" or not phrase.conj or phrase.prep or not is_deed(phrase, words):
        return None
    told = [g for gs in (*preps.values(), objects) for g in gs if is_deed(g[0], words) and g[0].end <= phrase.start]
    return max(told, key=lambda g: g[0].start, default=None)


def is_deed(phrase: Phrase, words: Sequence[Word]) -> bool:
    """Whether a phrase begins with a verbal noun."""
    first = words[phrase.inner]
    return not phrase.person and (first.bare in particles().listed_deeds or VERBAL_NOUN.match(first.bare) is not None)


def after_relative(phrases: Sequence[Phrase], j: int, groups: Sequence[list[Phrase]]) -> int | None:
    """Where a clause goes on behind a relative clause between two commas, or None where it ends.

    `وحث رئيس البعثة، الذي وصل أمس إلى كيدال، قادة الحركة على ضبط النفس`.
    """
    if len(groups) != 1 or j + 4 >= len(phrases) or phrases[j + 1].kind != "rel" or phrases[j + 1].conj:
        return None
    told = groups[0][-1]
    if told.end != phrases[j].start or not (told.person or told.mentions or told.definite):
        return None
    for m in range(j + 3, min(j + 18, len(phrases) - 1)):
        if phrases[m].kind == "stop":
            return None
        after = phrases[m + 1]
        if phrases[m].kind == "comma" and not after.conj:
            next_verb = m + 2 < len(phrases) and phrases[m + 2].kind == "verb" and not phrases[m + 2].conj
            due = bool(after.prep) or after.definite or after.case == "acc"
            somebody = after.kind == "np" and (due or after.person)
            return m + 1 if after.kind == "comp" or (somebody and not next_verb) else None
    return None


def after_aside(phrases: Sequence[Phrase], words: Sequence[Word], j: int, full: bool) -> int | None:
    """After a comma at `j`: where the clause goes on behind an aside between two commas, or None where it ends."""
    if j + 1 < len(phrases) and words[phrases[j + 1].start].norm in ASIDES:
        # `ودعا الوزير، وفق ما نقلته عنه وكالة، كل الأطراف إلى`: an aside that says who told may hold a verb.
        close = next((m for m in range(j + 1, min(j + 14, len(phrases))) if phrases[m].kind in ("comma", "stop")), None)
        if close is not None and phrases[close].kind == "comma" and close + 1 < len(phrases):
            after = phrases[close + 1]
            return close + 1 if after.kind in ("np", "comp") and not after.conj else None
    if j + 1 < len(phrases) and phrases[j + 1].kind == "comp":
        return j + 1
    if (past := _behind_aside(phrases, words, j)) is not None:
        return past
    if full and _is_bearer(phrases, words, j):
        return j + 2
    if full and (dated := _behind_day(phrases, words, j)) is not None:
        return dated
    if full and j + 1 < len(phrases) and (phrases[j + 1].kind != "np" or phrases[j + 1].conj):
        return None
    if full and j + 1 < len(phrases) and phrases[j + 1].prep:
        return j + 1
    for m in range(j + 1, min(j + 8, len(phrases))):
        if phrases[m].kind == "comma":
            return m + 1
        if phrases[m].kind in ("verb", "stop", "link", "rel"):
            return None
    return j + 1 if not full else None


def _behind_day(phrases: Sequence[Phrase], words: Sequence[Word], j: int) -> int | None:
    """Where a clause goes on behind a comma and a day, with a preposition or `أن`, or None.

    `تمكنت الشرطة، أمس، من توقيف`, `أكدت مصادر مطلعة، الأحد أنه تم الاتفاق`.
    """
    m = j + 1
    if m < len(phrases) and words[phrases[m].start].norm not in particles().days:
        return None  # `فضلا عن`
    while m < min(j + 5, len(phrases)) and phrases[m].kind == "adv":
        m += 1
    m += m > j + 1 and m < len(phrases) and phrases[m].kind == "comma"
    after = phrases[m] if j + 1 < m < len(phrases) else None
    if after is None or after.conj:
        return None
    return m if after.kind == "comp" or (after.kind == "np" and after.prep) else None


def due_deed(clause: Clause, phrases: Sequence[Phrase], words: Sequence[Word], j: int) -> int | None:
    """Where behind the comma at `j`, and behind a day, stands the deed that a verb lacks yet, or None.

    `تمكنت الشرطة بالمدينة، صباح أمس، من توقيف سارق، بعد فراره`: no aside, although a comma follows.
    """
    m = _behind_day(phrases, words, j) or j + 1
    here = phrases[m] if m < len(phrases) else None
    if clause.verb is None or here is None or here.conj or not here.prep or here.prep in clause.preps:
        return None
    due = f"{squeeze(clause.verb.verb.lemma)} {here.prep}" in particles().due_deeds
    return m if due and is_deed(here, words) else None


def drop_offices(clause: Clause) -> None:
    """Leave out the offices behind a name that are its bearer's, where somebody else follows.

    `استقبل الأمير سعد ولي العهد وزير الداخلية في قصره السفير`; but without one the office is the other party
    (`استقبل محمد بن زايد رئيس الوزراء`).
    """
    groups = clause.objects
    for number in range(len(groups) - 2, 0, -1):
        kin, name = groups[number], groups[number + 1][0]
        if len(kin) == 1 and kin[0].possessed and not kin[0].named and name.named and name.start == kin[0].end:
            del groups[number]  # `استقبل الملك أخاه الأمير سعد بن فهد`: the name tells who his brother is
    number = 0
    while number + 2 < len(groups):
        name, end = groups[number][-1], groups[number][-1].end
        bearer = name.who is MentionKind.PERSON and name.named
        while bearer and number + 2 < len(groups):
            if not is_title(groups[number + 1], reach(clause, end, groups[number + 1])):
                break
            if not any(g[0].person for g in groups[number + 2 :]):
                break
            end = groups.pop(number + 1)[0].end
        number += 1


def reach(clause: Clause, end: int, group: Sequence[Phrase]) -> int:
    """Where what ends at `end` does so with what it is of: where a group begins, if nothing else stands between.

    `الأمير سعد الرئيس العام لرعاية الشباب | رئيس اللجنة`.
    """
    between = [p for gs in clause.preps.values() for g in gs for p in g if end <= p.start < group[0].start]
    if not between or any(p.prep not in _WHOSE or p.suffix or p.conj for p in between):
        return end
    ends = [end, *(p.end for p in sorted(between, key=lambda p: p.start))]
    starts = [*(p.start for p in sorted(between, key=lambda p: p.start)), group[0].start]
    return group[0].start if ends == starts else end


def is_title(group: Sequence[Phrase], end: int) -> bool:
    """Whether a group is a lone office without a name, right behind what ends at `end`."""
    office = group[0]
    plain = office.person and office.definite and not office.named and office.number in ("sg", "")
    return len(group) == 1 and plain and office.start == end and office.case != "nom"


def drop_towns(clause: Clause) -> None:
    """Leave out the town right behind a group that is the group's, where people follow who are new to the reader.

    `اعتقلت "الأسايش" دير الزور ناشطا إعلاميا`.
    """
    groups = clause.objects
    for number in range(len(groups) - 2, 0, -1):
        force, town, man = groups[number - 1][-1], groups[number], groups[number + 1][0]
        near = town[0].start - force.end <= 1  # a quote may close
        new = man.person and not man.definite and not man.conj
        if near and new and force.who is MentionKind.GROUP and len(town) == 1 and town[0].who is MentionKind.PLACE:
            del groups[number]


def drop_bearers(clause: Clause) -> None:
    """Leave out the name right behind an office that is its bearer's, and no object.

    `شكرت مديرة البرنامج في جنوب السودان هيلين كوك الحكومة`: somebody else follows; `وعد حاكم الولاية أرسلان جمال بفتح
    تحقيق`: the verb does without an object. But `هنأ نائب الوزير سالم حمد`.
    """
    groups = clause.objects
    if clause.verb is None or len(groups) < 2:
        return
    office, name = groups[0][-1], groups[1][0]
    between = [p for gs in clause.preps.values() for g in gs for p in g if office.end <= p.start < name.start]
    whose = all(p.prep in _WHOSE and not p.suffix and not p.conj for p in between)
    if not _is_office(office) or not whose or not _is_name(groups[1]) or _has_gap(office, between, name):
        return
    lemma = squeeze(clause.verb.verb.lemma)
    lone = clause.verb.verb.says and lemma not in particles().only_object | _TO_SOMEBODY
    lone = lone or lemma in _ASKS or (bool(between) and lemma not in particles().only_object | _TO_SOMEBODY)
    others = [g for g in groups[2:] if g[0].person or g[0].definite or g[0].who is not None]
    his = others and groups[2][0].who is not MentionKind.GROUP and is_title(groups[2], name.end)
    if (others and not his) or (lone and not others and (clause.comp or clause.preps)):
        del groups[1]
        for prep in [*clause.preps]:  # `أهاب مدير التعليم بالمنطقة سالم حمد بالطلاب`: what he is the head of
            kept = [g for g in clause.preps[prep] if not any(p is b for p in g for b in between)]
            clause.preps[prep] = kept or clause.preps[prep]


_ASKS = word_list(__name__, "asks")
_WHOSE = word_list(__name__, "whose")
_TO_SOMEBODY = word_list(__name__, "to_somebody")


def _is_office(phrase: Phrase) -> bool:
    """Whether a phrase is one person by an office, without a name."""
    one = phrase.number in ("sg", "") and phrase.who in (None, MentionKind.OFFICE, MentionKind.UNNAMED)
    return one and phrase.definite and not phrase.named and not phrase.prep


def _is_name(group: Sequence[Phrase]) -> bool:
    """Whether a group is the lone name of a person, without an office."""
    name = group[0]
    return len(group) == 1 and name.officeless and name.named and not (name.prep or name.conj)


def _has_gap(office: Phrase, between: Sequence[Phrase], name: Phrase) -> bool:
    """Whether anything but what it is an office of stands between an office and a name."""
    ends = [office.end, *(p.end for p in sorted(between, key=lambda p: p.start))]
    starts = [*(p.start for p in sorted(between, key=lambda p: p.start)), name.start]
    return ends != starts
