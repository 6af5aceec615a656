"""Names that end where print shows that they do: before a preposition, or `ب` with what is asked or condemned."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from khabar.records import Mention, MentionKind, Span
from khabar.text.characters import squeeze
from khabar.text.particles import particles
from khabar.text.tokens import Token
from khabar.text.wordlist import VERBAL_NOUN, known_word


def trimmed(mention: Mention, text: str) -> Mention:
    """A name up to the first word that no name has (`القاضي محمد ادريس برصاص`): the tagger takes such for a surname."""
    last = squeeze(mention.text.split()[-1])
    tagged = mention.kind is not MentionKind.PERSON
    if tagged and mention.actor != "?group" and not _is_told(last):
        return mention
    if mention.kind is MentionKind.GROUP and (end := _closed(mention.text) or _accused(mention.text)):
        span = Span(mention.span.start, mention.span.start + end)
        return replace(mention, span=span, text=span.of(text), head=_within(mention.head, span))
    name = mention.name or mention.span
    words = list(re.finditer(r"\S+", name.of(text)))
    title = list(re.finditer(r"\S+", text[mention.span.start : name.start]))
    # `اتهم الوزير السابق بتلقي رشاوى`: no name at all
    nameless = next((w.start() for w in title[1:] if _is_asked(squeeze(w.group()))), 0)
    first_name = squeeze(words[0].group()) if words else ""
    if not nameless and title and (_is_asked(first_name) or _are_deeds(first_name)):
        nameless = len(title[0].string)
    if nameless:
        span = Span(mention.span.start, mention.span.start + len(title[0].string[:nameless].rstrip()))
        return replace(mention, kind=MentionKind.OFFICE, span=span, text=span.of(text), name=None, office=None)
    # Ali: the reader of names has looked at what follows.
    after = words[-1:] if tagged else words[1:]
    ends = (w for w in after if _is_told(squeeze(w.group())) or _ends_no_name(squeeze(w.group())))
    first = next((w for w in ends if w.group() != "علي"), None)
    if first is None or first.start() == 0:
        return mention
    span = Span(mention.span.start, name.start + len(name.of(text)[: first.start()].rstrip()))
    cut = Span(name.start, span.end) if mention.name is not None else None
    return replace(mention, span=span, text=span.of(text), name=cut)


def is_asked(mention: Mention) -> bool:
    """Whether a name of one word is `ب` and what is promised or asked (`وعد رئيس البلدية بتوفير حراسة`)."""
    norm = squeeze(mention.text)
    return " " not in norm and _names_deed(norm)


def _closed(text: str) -> int:
    """Where the name of a group ends before a common noun without the article behind one with it, 0 where none is.

    `أدانت الرابطة مضايقة الصحفيين`, `أوصل الصليب الأحمر أدوية`: nothing goes on so within a name.
    """
    words = list(re.finditer(r"\S+", text)) if text.startswith("ال") else []  # but `جامعة الملك سعود`
    for before, word in pairwise(words):
        norm, last = squeeze(word.group()), squeeze(before.group())
        definite = last.startswith("ال") and len(norm) > 2 and not norm.startswith(("ال", "لل", "و"))
        ending = word.group().endswith("ة") and norm[0] not in "لبك"  # `لجامعة` has a preposition
        common = ending or known_word("ال" + norm) > 0 or VERBAL_NOUN.match(norm)
        if definite and common and word.group()[0] not in "«\"(":
            return before.end()
    return 0


def _accused(text: str) -> int:
    """Where a group ends before `ب` and a verbal noun with its genitive (`الحركة | باستهداف المدنيين`), or 0.

    A participle before it is the group's own: `اللجنة المكلفة بإعداد الدستور`.
    """
    words = list(re.finditer(r"\S+", text))
    for before, word in pairwise(words[:-1]):
        if _is_asked(squeeze(word.group())) and not squeeze(before.group()).startswith(("الم", "الخاص")):
            return before.end()
    return 0


def _within(head: Span, span: Span) -> Span:
    return head if span.contains(head) else span


def describes_thing(tokens: Sequence[Token], i: int) -> bool:
    """Whether a noun for people is an adjective here: behind `غير`, or definite feminine behind a thing that is so.

    `تصريحات غير مسؤولة`, `المستندات المطلوبة`.
    """
    if i == 0:
        return False
    before, word = tokens[i - 1].norm.lstrip("وفبلك"), tokens[i].norm
    if before == "غير":
        return True
    things = before.startswith(("ال", "لل")) and before.endswith("ات")
    return things and word in ("المسءوله", "المطلوبه", "المعارضه", "المشاركه")


def _is_told(norm: str) -> bool:
    """Whether a word is `ل` with an agency, to which somebody spoke (`قائد الشرطة لرويترز`)."""
    from khabar.pages.outlets import credit_words

    return norm.startswith("ل") and norm[1:] in credit_words().agencies


def _ends_no_name(norm: str) -> bool:
    """Whether a word is no surname: a preposition, or one with `ب` before a noun that print knows (`بفتح`)."""
    p = particles()
    if norm == "ما" or norm in p.attached_words or norm in p.prepositions or norm in p.behind_names:
        return True
    if _is_asked(norm) or (norm.startswith("بال") and known_word(norm[1:]) > _COMMON):
        return True  # `رئيس البعثة سالم حمد بالهجوم`
    known = known_word("ال" + norm[1:]) > 1 and known_word("ال" + norm) == 0 and known_word(norm[1:]) > known_word(norm)
    return norm.startswith("ب") and len(norm) > 3 and known


_COMMON = 30
"""How often print shows a word at the least that is no surname (`الحاج` is one)."""


def _is_asked(norm: str) -> bool:
    """Whether a word is `ب` with a verbal noun: what the bearer of an office asks or promises (`مدير الأمن بإنشاء`)."""
    return _names_deed(norm) and known_word(norm[1:]) > known_word(norm)


def _are_deeds(norm: str) -> bool:
    """Whether a word is the plural of a verbal noun, and no name (`رفض الرئيس السوداني | اتهامات أوكامبو`)."""
    return norm.endswith("ات") and VERBAL_NOUN.match(norm[:-2]) is not None and known_word("ال" + norm) > 0


def _names_deed(norm: str) -> bool:
    """Whether a word is `ب` with a verbal noun, and not where somebody is in office (`مدير التعليم بمحافظة الليث`)."""
    deed = norm.startswith("ب") and (VERBAL_NOUN.match(norm[1:]) or _WEAK.fullmatch(norm[1:])) is not None
    return deed and norm[1:] not in particles().seats


_WEAK = re.compile("ت..ي")
"""The shape of verbal nouns with a weak end (`تلقي`, `تبني`)."""
