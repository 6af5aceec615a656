"""What goes on with a noun phrase: idafa, adjective, name in apposition, number; or the object that begins there.

Case endings that print shows, agreement and what mentions are decide (Ryding 2005, chapters 7 to 11).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from khabar.lexicon.words import word_list
from khabar.records import Mention, MentionKind
from khabar.text.adjectives import is_described, is_quality, is_second_adjective
from khabar.text.apposition import (
    are_people,
    has_owner,
    is_far_adjective,
    noun_number,
    opens_with_office,
    tells_of_state,
)
from khabar.text.beside import in_plural, meets_death, settled, tells_of_subject, tells_turn
from khabar.text.marks import is_short_quote
from khabar.text.nouns import ONES, TENS, describes, form_of, full_plural, is_accusative, possessed
from khabar.text.particles import particles, periods
from khabar.text.portions import counts, counts_states, is_field, is_portion
from khabar.text.side_by_side import is_done_to
from khabar.text.verb_place import NOMINAL
from khabar.text.wordlist import VERBAL_NOUN, known_word
from khabar.text.words import Word

if TYPE_CHECKING:
    from khabar.text.phrases import Phrase, Scan


def _before_mark(words: Sequence[Word], at: int) -> int:
    """The word before a mark; before a bracket that closes, the one before its beginning (`مدينة سوسة (شرق) كانوا`)."""
    if words[at].token.norm in ")]":
        while at > 0 and words[at].token.norm not in "([":
            at -= 1
    return at - 1


def goes_on(state: Scan, start: int, j: int) -> bool:
    """Whether word `j` still belongs to the noun phrase that began at `start`."""
    words, atoms = state.words, state.atoms
    word, last = words[j], words[j - 1]
    if word.kind == "punct":
        return word.token.norm in '«“”»"' and is_short_quote(words, j)
    if last.kind == "punct" and atoms[j - 1] < 0:
        last = words[max(start, _before_mark(words, j - 1))]
    if word.norm == "من" and word.kind == "prep" and not word.conj and not word.suffix:
        return is_portion(words, start, j - 1) and j + 1 < len(words) and words[j + 1].kind in NOMINAL | {"dem"}
    if last.kind == "prep":
        return not last.suffix  # `مقتل 5 منهم | وإصابة العشرات`
    if atoms[j] < 0 and word.norm in ("غير", "شبه") and not word.conj and last.kind in NOMINAL and j + 1 < len(words):
        # `بيان غير معتاد`, `الأسلحة غير المرخصة`, `الجماعة شبه العسكرية`; but `خبر مقتل الوزير | غير صحيح`
        after = words[j + 1]
        alike = after.definite or not (last.definite or after.norm in _TRUE)
        return after.kind in NOMINAL and alike and not (after.prep or after.conj)
    if last.norm in ("غير", "شبه") and j > start + 1:
        return word.kind in NOMINAL and not (word.prep or word.conj)
    if word.norm in particles().owned and last.bare in particles().naming:
        return True
    if word.norm == "ما" and word.kind == "num" and j == start + 1:
        return last.kind == "noun" and not (last.definite or is_accusative(last))  # `مقتل ما لا يقل عن 15 جنديا`
    if (word.norm in particles().owned or word.norm == "ما") and atoms[j] < 0:
        return False
    if word.norm in particles().ones and not (word.conj or word.prep) and atoms[j] < 0:
        return last.kind in NOMINAL and not last.definite  # `جندي واحد`
    if word.norm in particles().twos and last.norm.endswith(("ين", "ان")) and not word.conj:
        return True  # `عسكريين تركيين اثنين`
    if word.norm == "ذلك" and atoms[j - 1] >= 0 and (j + 1 == len(words) or words[j + 1].kind == "punct"):
        return False  # `وتنفي طهران ذلك`
    if word.norm in ("نفسه", "نفسها", "ذاته", "ذاتها", "انفسهم"):
        governed = bool(words[start].prep) or (start > 0 and words[start - 1].kind == "prep")
        subject = bool(state.phrases) and state.phrases[-1].kind == "verb" and not governed
        return last.definite and not subject  # `في الإقليم نفسه`, but `سلم الزعيم نفسه`
    if last.norm == "ذلك" and j <= start + 2 and word.kind == "noun" and not word.definite and atoms[j] < 0:
        return False  # `قصفت ردا على ذلك | مواقع للمسلحين`
    if (word.norm in _QUOTING or _is_truth(words, j)) and any(p.kind == "verb" for p in state.phrases):
        return False  # `نقلت الوكالة عن شهود عيان قولهم إن`, `نفى مسؤول صحة ما نشر`
    if meets_death(state, word):
        return False  # `لقيت طالبة مصرعها`, `لقي خمسة مدنيين حتفهم`
    if tells_turn(words, start, j):
        return False
    if last.norm in ("اخر", "اخري") and j > start + 1 and word.definite and not word.conj:
        return False  # `من جانب آخر الجبهة نددت`
    if last.norm in ("نفسه", "نفسها", "ذاته", "ذاتها") and words[j - 2].definite and not (word.definite or word.conj):
        return False  # `أوقفت في اليوم نفسه مصورة`
    if word.norm == "مسءول" and last.kind == "adj" and not last.definite and words[start].bare in ("مصدر", "مصادر"):
        return True  # `مصدر أمني مسؤول`
    if words[start].norm == "اي" and j > start + 1 and possessed(word):
        # `أي جهة مسؤوليتها`: what nobody in particular owns.
        return False
    if atoms[j - 1] >= 0 and word.norm in _HOW_LONG:
        return False  # `احتجزت الشرطة مسلحين مجهولين يومين`, `أطلق جنود سراح السائق`
    if (several := in_plural(state, start, j)) is not None:
        return several
    if word.kind == "num" and last.definite and last.bare in _UNITS and atoms[j] < 0:
        return True  # `اللواء 22`
    if last.kind == "num" and j > start + 1 and words[j - 2].definite and words[j - 2].bare in _UNITS:
        return word.kind == "adj" and word.definite
    if last.norm in _TIMES or (atoms[j] < 0 and _only_when(words, start, j)):
        return False
    if word.kind == "num" and last.bare in periods() and not word.conj:
        return False  # `منذ شهور 37 من كوادر الحركة`
    if word.norm in _COLOURS and possessed(last):
        return True  # `قائمتها السوداء`
    if word.norm in particles().quantifiers and j == start + 1 and _acts_already(state, last):
        return False  # `دهست شاحنة مجموعة من المارة`
    stated = atoms[j] < 0 and j == start + 1 and last.norm in particles().statements and word.kind == "noun"
    if stated and not (word.definite or word.conj or word.prep) and object_due(state.phrases):
        return False  # `أدانوا في بيان تصرفات الجماعة`
    if last.norm in particles().short_periods and atoms[j] >= 0 and not word.definite and not word.conj:
        return False  # `قبل الكمين بيوم شابين`
    if word.conj == "و" and not word.prep and atoms[j] < 0 and is_second_adjective(words, j, start):
        return True
    if word.conj == "و" and not word.prep and atoms[j] < 0 and is_field(words, start, j):
        return True
    if word.kind in NOMINAL and not word.conj and is_described(words, start, j):
        return False
    if word.norm == "النار" and last.norm not in _KINDLED and _fires(state):
        return False
    if word.conj == "و" and word.norm in TENS and last.norm.removesuffix("ا") in ONES:
        return True  # `اعتقل تسعة وعشرون`, `دمرت سبعا وثلاثين دبابة`
    if word.conj or word.prep or (word.norm == "كل" and last.definite):
        return False  # `دعا الأمين العام للحركة كل الأطراف`
    begins = j == start + 1 and bool(state.phrases) and state.phrases[-1].kind == "comma"
    if tells_of_subject(word, last):
        return False
    told = last.participle is not None and (last.norm.endswith("ا") or (begins and last.participle.person != "3ms"))
    if begins and last.participle is not None and last.participle.person == "3fs" and object_due(state.phrases):
        told = False  # `أدانت الوزارة في بيان، مصادقة اللجنة على الخطة`
    if told and (begins or word.definite or atoms[j] >= 0):
        # `متهما المستشفى`: what goes on about the subject takes an object, no genitive.
        return False
    if atoms[j] < 0 and word.kind == "dem":
        return last.kind == "noun" and not last.definite and j == start + 1 and not possessed(last)
    if _is_step(state, start, j):
        return False
    sure = settled(state, start, j)
    return sure if sure is not None else _with_mentions(state, start, j, last)


_TRUE = word_list(__name__, "true")
_QUOTING, _REPORTS = word_list(__name__, "quoting"), word_list(__name__, "reports")
_YOUTHS, _GUARDS = word_list(__name__, "youths"), word_list(__name__, "guards")
_STEPS = word_list(__name__, "steps")


def _is_truth(words: Sequence[Word], j: int) -> bool:
    """Whether a word is for the truth of a report, and not for health (`مدير صحة الأنبار`)."""
    return words[j].norm == "صحه" and j + 1 < len(words) and words[j + 1].norm in _REPORTS


def _is_step(state: Scan, start: int, j: int) -> bool:
    """Whether a word shaped like a feminine participle is what a body right before it refuses or decides.

    `رفض حزب الأمة المشاركة في الحوار`: a party is masculine.
    """
    words, atoms, word = state.words, state.atoms, state.words[j]
    if atoms[j] >= 0 or atoms[j - 1] < 0 or not word.definite or word.bare not in _STEPS:
        return False
    body = state.mentions[atoms[j - 1]].kind is MentionKind.GROUP and form_of(words[start])[0] != "f"
    verb = bool(state.phrases) and state.phrases[-1].kind == "verb"
    return body and verb and j + 1 < len(words) and (words[j + 1].kind == "prep" or bool(words[j + 1].prep))


def object_due(phrases: Sequence[Phrase]) -> bool:
    """Whether the last verb of the phrases so far blames, refuses or denies, and what is still to come."""
    at = next((i for i in range(len(phrases) - 1, -1, -1) if phrases[i].kind == "verb"), -1)
    verb = phrases[at].verb if at >= 0 else None
    due = particles().lemmas["blaming"] | particles().lemmas["refusing"]
    if verb is None or verb.verb.lemma not in due or verb.suffix:
        return False
    later = phrases[at + 1 :]
    bare = [p for p in later if p.kind == "np" and not p.prep and not p.conj]
    told = 0 if verb.person == "3mp" else 1  # `أدانوا`: the subject stands before or in the verb
    return len(bare) == told and all(p.kind in ("np", "adv", "comma") for p in later)


_KINDLED = word_list(__name__, "kindled")


def _fires(state: Scan) -> bool:
    """Whether the last verb before opens or sets fire, which is still to come (`فتح مسلح من سيارة مسرعة النار`)."""
    verb = next((p.verb for p in reversed(state.phrases[-6:]) if p.kind == "verb"), None)
    return verb is not None and verb.verb.lemma in ("أطلق", "فتح", "أضرم", "أشعل")


def _with_mentions(state: Scan, start: int, j: int, last: Word) -> bool:
    """Whether word `j`, no particle and no number, goes on with the phrase, by what is named before and there."""
    words, atoms, mentions = state.words, state.atoms, state.mentions
    word = words[j]
    if atoms[j] < 0 and word.kind not in NOMINAL:
        return False
    if last.kind in ("num", "dem") or counts(last):
        return True
    if atoms[j] < 0 and word.definite and last.definite and word.bare in _COUNTED and last.kind == "noun":
        return True  # `الصحفيين الثلاثة`
    if last.norm in _ANYBODY | _YOUTHS and last.kind == "noun" and _is_his_object(state, word, last):
        return False  # `ثم قتل مسلح ستة معلمين`, `هاجم ملثم دورية`
    if last.norm in particles().nobodys and last.kind == "noun" and possessed(word) and j == start + 1:
        return False  # `هاجم رجل جاره`
    before = mentions[atoms[j - 1]] if atoms[j - 1] >= 0 else None
    here = mentions[atoms[j]] if atoms[j] >= 0 else None
    nation = before is not None and before.kind is MentionKind.NATIONALITY and last.definite and here is None
    if nation and not word.definite and word.norm.endswith("تين"):
        return False  # `شنت الطائرات الإسرائيلية غارتين`
    if before is not None and before.kind in (MentionKind.PERSON, MentionKind.OFFICE):
        many = form_of(word)[1] == "pl" or (here is not None and noun_number(here) == "pl")
        many = many or (word.norm.endswith(("ين", "ون")) and last.norm.endswith("ه"))  # `الوزيرة المانحين`
        if many and form_of(words[start])[1] != "pl":
            return False  # `النائب العام المضاربين`
        if here is not None and here.kind in _OTHERS:
            return False  # `ناشد الرئيس الفلسطيني المجتمع الدولي`, `غادر أمير قطر الدوحة`
        return word.kind == "adj" and word.definite and before.name is None and describes(word, words[start:j])
    if before is not None and before.kind is MentionKind.GROUP and last.norm.endswith("ه") and atoms[j] < 0:
        many = word.definite and word.norm.endswith("ين") and word.norm.startswith("الم") and len(word.norm) > 6
        if many and form_of(words[start])[1] != "pl":
            return False  # `دعت الوزارة المتقدمين`
    if before is not None and before.kind is MentionKind.NATIONALITY and here is not None and here.kind in _OTHERS:
        return False  # `غادرت طائرة سعودية الرياض`
    if tells_of_state(last, here):
        return True
    if here is not None and here.kind is MentionKind.NATIONALITY:
        return last.definite == word.definite or word.definite
    if here is not None and here.kind is MentionKind.UNNAMED and is_quality(state, start, j):
        many = before is not None and before.kind is MentionKind.GROUP and full_plural(last) and word.norm[-3:] == "يين"
        return before is None or before.kind is MentionKind.UNNAMED or many
    if here is not None and here.kind is MentionKind.UNNAMED and is_far_adjective(words, atoms, mentions, start, j):
        return True
    if is_done_to(state, start, j):
        return False
    if here is not None and here.kind is not MentionKind.PERSON and _closed(last, before):
        return False
    if here is not None and before is None and last.definite and opens_with_office(here) and last.kind == "noun":
        return False  # `على هامش الاجتماع رئيس المفوضية`
    by_name = here is not None and here.kind is MentionKind.PERSON and here.name is not None
    if by_name and before is None and last.definite and last.prep and last is words[start] and word.definite:
        return False  # `كان في استقباله بالمطار الوزير سالم الحربي`
    if by_name and before is not None and before.kind is MentionKind.GROUP and last.definite:
        return False  # `اعتقلت قوات الأمن المحامي سالم الحربي`
    one = here is not None and (here.kind in _ONE or (here.kind is MentionKind.UNNAMED and word.definite))
    if one and before is not None and before.kind is MentionKind.UNNAMED and last.norm in _ANYBODY:
        return False  # `اغتال مجهول رئيس البلدية`, `طعن شاب الحارس`
    officer = here is not None and here.office is not None and _closed(last, before)
    if officer and are_people(atoms[start:j], mentions):
        return False  # `دعت نقابة المعلمين التونسيين وزير التربية سالم الجلاصي`
    if here is not None and here.kind is MentionKind.GROUP and j == start + 1 and _names_place(state, words[start]):
        return False  # `اتهم أطباء في مقلي القوات الإريترية`
    many = here is not None and here.kind is MentionKind.UNNAMED and noun_number(here) == "pl"
    after_verb = bool(state.phrases) and state.phrases[-1].kind == "verb"
    if many and after_verb and word.definite and word.norm.endswith("ين") and _is_unknown(last):
        return False  # `طالب حزب باستيف السنغاليين بالخروج`
    plural = before is not None and before.kind is MentionKind.UNNAMED and noun_number(before) == "pl"
    if plural and after_verb and j == start + 1 and word.definite and word.norm.endswith("ي") and last.definite:
        return False  # `اعتقل الجنود الصحفي`: no adjective of many is in the singular
    unnamed = before is not None and before.kind is MentionKind.UNNAMED and not last.definite
    if unnamed and word.definite and (last.norm.endswith("ون") or word.norm in _FIRE):
        return False  # `جنود ليبيريون النار`, `مسلحون ملثمون الناخبين`
    plain = before is None and last.kind == "noun" and is_accusative(word)
    if before is None and here is None and last.norm in particles().statements and last is words[start]:
        told = j + 1 < len(words) and (words[j + 1].definite or atoms[j + 1] >= 0)
        if word.kind == "noun" and not word.definite and told and VERBAL_NOUN.match(word.norm) is not None:
            return False  # `في بيان اعتقال الصحفي`
    deed = word.kind == "noun" and not word.definite and here is None and VERBAL_NOUN.match(word.norm) is not None
    if unnamed and deed and before is not None and last.token.start > before.head.start:
        return False  # `مصدر عسكري سوري استهداف المدنيين`
    if unnamed and last.norm.endswith("ون") and (word.kind != "adj" or not word.norm.endswith(("ون", "ين", "و"))):
        return False  # `متطرفون رهينة`, `ملثمون قنابل`: what keeps its nun has no genitive
    if unnamed and word.kind == "adj" and atoms[j] < 0 and is_accusative(word) and not is_accusative(last):
        return form_of(last)[2] == "acc"  # `عملاء معارضا`
    many = here is not None and noun_number(here) in ("pl", "du")
    if (unnamed or plain) and here is not None and here.kind is MentionKind.UNNAMED and _is_object(word, last, many):
        return False
    if unnamed and word.kind == last.kind == "adj" and not word.definite and atoms[j] < 0 and word.norm.endswith("ه"):
        return last.norm.endswith("ه")  # `مدرسة دينية مجاورة`
    after_name = before is not None and before.kind not in (MentionKind.UNNAMED, MentionKind.NATIONALITY)
    if here is not None and here.kind is MentionKind.PLACE and last.definite and last.kind == "noun":
        return last.bare in particles().seats  # `العاصمة بغداد`, but `الحركة إسرائيل`
    if words[j].kind == "num" and unnamed and not last.definite and counts_states(words, j):
        return noun_number(mentions[atoms[start]]) == "pl"  # `وزراء خارجية عشرين دولة`
    if here is not None and words[j].kind == "num":
        return before is None and last.kind == "noun" and not _closed(last, None) and not is_accusative(last)
    if here is not None and here.kind is not MentionKind.NATIONALITY and full_plural(last):
        return False
    if unnamed and before is not None and last.norm.endswith("ا") and noun_number(before) == "du":
        return word.definite or (here is not None and here.kind is not MentionKind.UNNAMED)  # `وزيرا الطاقة`
    if here is not None and here.kind is MentionKind.UNNAMED and word.norm.endswith("يا") and is_accusative(last):
        return True  # `هجوما انتحاريا`
    return _joins(word, last, words[start:j], before is None, here is not None, after_name)


_ONE = frozenset({MentionKind.PERSON, MentionKind.OFFICE})
_ANYBODY = word_list(__name__, "anybody")


def _is_his_object(state: Scan, word: Word, last: Word) -> bool:
    """Whether a word behind one man without a name is no genitive of his: a number, or behind a verb a noun.

    Nor are those at whom young men throw stones (`رشق شبان الجنود`).
    """
    behind = bool(state.phrases) and state.phrases[-1].kind == "verb"
    if last.norm in _YOUTHS:
        return behind and word.definite and word.bare in _GUARDS and not (word.conj or word.prep)
    if last.definite or word.definite or word.conj or word.prep:
        return False
    other = word.kind == "noun" and word.bare not in _ANYBODY | {"اخر", "ثان", "ثالث"} and not word.norm.endswith("ي")
    return word.kind == "num" or (other and (behind or word.token.text.endswith(("ة", "ات"))))


_OTHERS = frozenset({MentionKind.GROUP, MentionKind.PLACE, MentionKind.OFFICE})
"""Kinds of mentions that are never adjectives of somebody who is named."""
_COLOURS = word_list(__name__, "colours")


def _is_unknown(word: Word) -> bool:
    """Whether print knows a word neither with the article nor without it: a foreign name."""
    return word.kind in ("noun", "name") and known_word(word.bare) == known_word("ال" + word.bare) == 0


def _names_place(state: Scan, word: Word) -> bool:
    """Whether a word behind `في` that no text knows is the name of a place."""
    before = state.words[word.index - 1] if word.index > 0 else None
    return before is not None and before.norm == "في" and _is_unknown(word)


def _acts_already(state: Scan, last: Word) -> bool:
    """Whether right behind a feminine verb stands an indefinite feminine noun, which is its subject."""
    verb = state.phrases[-1].verb if state.phrases and state.phrases[-1].kind == "verb" else None
    alone = verb is not None and verb.person == "3fs" and not verb.suffix
    return alone and last.token.text.endswith("ة") and not last.definite and VERBAL_NOUN.match(last.bare) is None


_UNITS = word_list(__name__, "units")
_COUNTED = word_list(__name__, "counted")
_FIRE = word_list(__name__, "fire")
_TIMES = word_list(__name__, "times")
_HOW_LONG = word_list(__name__, "how_long")
_SINCE = word_list(__name__, "since")


def _only_when(words: Sequence[Word], start: int, j: int) -> bool:
    """Whether a phrase has told when, so that the indefinite noun at `j` is an object and no genitive.

    `تجري القوات منذ أسبوع تدريبات`, `وقعتا في 2012 اتفاقا`.
    """
    word, last, first = words[j], words[j - 1], words[start]
    if word.kind != "noun" or word.definite or word.conj or word.prep:
        return False
    before = first.prep or (words[start - 1].norm if start > 0 and words[start - 1].kind in ("prep", "noun") else "")
    if before not in _SINCE and first.norm not in _SINCE:
        return False
    if last.token.kind == "number":
        return len(last.norm) == 4 and last.norm[:2] in ("19", "20") and is_accusative(word)
    lasting = particles().long_periods | particles().short_periods
    return last.norm in lasting and not last.definite


def _is_object(word: Word, last: Word, many: bool) -> bool:
    """Whether the ending of an indefinite noun for people shows that it is no genitive of the one before it.

    `شاب جنديا`, `شرطي مسلحا`; `قناص شرطيين`, but `قائد مسلحين`.
    """
    if word.definite or word.conj or last.kind not in ("noun", "adj", "name") or last.bare == "مقتل":
        return False  # `مقتل (20) شخصا`
    if is_accusative(word):
        return not is_accusative(last)
    if last.bare in particles().leaders:
        return False
    return many and word.norm.endswith("ين") and form_of(last)[1] == "sg" and not last.norm.endswith("ه")


def _belongs(word: Word) -> bool:
    """Whether a word is an indefinite adjective of belonging (`أممي`), but not one of number (`رباعية الدفع`)."""
    numbers = ("رباعي", "ثلاثي", "ثناءي", "احادي", "خماسي")
    ending = word.norm.endswith(("ي", "يه"))
    return word.kind == "adj" and not word.definite and ending and not word.norm.startswith(numbers)


def _closed(last: Word, before: Mention | None) -> bool:
    """Whether nothing but an adjective or a name in apposition can follow `last`."""
    named = before is not None and (before.kind is not MentionKind.UNNAMED or has_owner(before))
    return last.definite or named or possessed(last)


def _joins(word: Word, last: Word, words: Sequence[Word], plain: bool, named: bool, after_name: bool) -> bool:
    """Idafa, adjective or name: whether `word` can follow `last` within one noun phrase."""
    closed = last.definite or after_name or last.kind == "name" or possessed(last) or full_plural(last)
    if not closed and last.norm in particles().nobodys and possessed(word):
        return False  # `قتل رجل أخاه`
    if word.kind == "noun" and not word.definite and last.kind == "adj" and not last.definite and not named:
        return False
    if word.definite and last.kind == "adj" and not last.definite and last.norm.endswith(("ون", "يا", "ات")):
        # `جنود ليبيريون النار`, `زيا عسكريا النار`: print shows that no genitive follows.
        return False
    if word.kind == "noun" and word.definite and last.norm in particles().given_adjectives and len(words) > 1:
        # `قوات صالح الأحياء`: behind noun and adjective comes no genitive.
        return False
    if (word.definite or named or word.kind == "name") and _belongs(last):
        # `قافلة أممية الحي`: an indefinite adjective of belonging takes no genitive.
        return False
    if word.kind == "adj":
        plain_end = not last.token.text.rstrip("\u064b").endswith(("ا", "ى"))
        bare = last.kind == "noun" and form_of(last)[:2] in (("m", "sg"), ("", "sg")) and plain_end
        if not word.definite and is_accusative(word) and bare and not last.definite:
            return False  # `أردى شرطي مسلحا`
        if not word.definite and full_plural(last) and word.norm[-2:] == last.norm[-2:]:
            return True  # `جنديين ماليين`
        if word.definite and not closed:
            # A definite adjective describes no indefinite noun: it is a noun here, in an idafa (`سكان الحي`).
            return True
        if word.definite and not describes(word, words):
            return False
        return word.definite == closed or (word.definite and after_name) or (plain and not word.definite and not closed)
    if word.kind == "num":
        # `مقتل ثلاثة جنود`: a number can be the genitive of a noun, but not of people who act (`مسلح ثلاثة جنود`).
        return not closed and plain and not is_accusative(last) and last.kind == "noun"
    partitive = any(w.norm == "من" for w in words[1:])
    counted = words[0].kind == "num" and words[0].norm not in ("احد", "احدي")
    if not closed and counted and not partitive and (word.definite or possessed(word)):
        return False
    if not closed and word.norm in ("نفسه", "نفسها", "انفسهم"):
        return False
    if not closed and is_accusative(last) and word.kind != "adj" and last.kind == "noun":
        # Tanwin and a genitive exclude each other.
        return False
    if closed:
        if word.definite and last.definite and word.norm.endswith("ون") and last.norm.endswith("ون"):
            return True  # `السائقون المضربون`: no object is in the nominative
        if word.definite or named or word.kind == "name":
            # After a definite noun a name is its apposition (`الرئيس السيسي`), another definite noun is a new phrase.
            return last.definite and (word.kind == "name" or named) and not after_name
        return False
    return not (word.kind == "noun" and not word.definite and not named and is_accusative(word))
