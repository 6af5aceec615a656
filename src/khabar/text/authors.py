"""Whose words a relative clause tells, where they are not those of the main subject.

`تلقى الملك اتصالا من الرئيس شكره فيه`: the caller thanks; `استقبل الملك الرئيس الذي شكره`: so does the guest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from khabar.lexicon.words import word_list
from khabar.records import MentionKind
from khabar.text.agreement import fits
from khabar.text.particles import particles
from khabar.text.phrases import Phrase
from khabar.text.words import Word

if TYPE_CHECKING:
    from khabar.text.clauses import Clause

WHOSE_WORDS = ("subject is whose words the relative clause tells",)
"""How a verb has such a subject."""
ASKED = ("subject is who was asked",)
"""How a verb has a subject of `asked_of`."""
_ANSWERS = word_list(__name__, "answers")
_ASKED = {"طلب": "من", "عرض": "علي", "دعا": "obj", "طالب": "obj", "ناشد": "obj", "حثّ": "obj", "اقترح": "علي"}
"""Where with verbs of asking and offering those stand who are asked."""
_DOCUMENTS = word_list(__name__, "documents")
_IN = word_list(__name__, "in")
_MEETS = word_list(__name__, "meets")
_SENDING = word_list(__name__, "sending")
_SPEAKS = word_list(__name__, "speaks")


def author_of(clause: Clause, phrases: Sequence[Phrase], words: Sequence[Word]) -> list[Phrase]:
    """Who says in his letter or call what a clause without `الذي` tells; `[]` where the main subject may have.

    He stands between the letter and the verb, behind `من` or `ل` (`رسالة من الوزير اتهم فيها`), or is its genitive.
    """
    k, verb = clause.index, clause.verb
    behind = [g for prep in _IN for g in clause.preps.get(prep, ())]
    if verb is None or phrases[k].conj or not any(p.suffix for g in behind for p in g):
        return []
    j = k - 1
    while j > 0 and phrases[j].kind == "adv":
        j -= 1
    author = phrases[j]
    if author.kind != "np" or j == 0:
        return []
    if author.prep in ("من", "ل") and (author.person or author.named or author.who is MentionKind.PLACE):
        letter = phrases[j - 1]
        plain = letter.kind == "np" and not letter.definite and words[letter.inner].bare in _DOCUMENTS
        main = next((p.verb for p in reversed(phrases[: j - 1]) if p.kind == "verb"), None)
        if author.prep == "ل" and main is not None and main.verb.lemma in _SENDING:
            return []  # `وجه الرئيس خطابا للملك طلب فيه العون`
        return [author] if plain and fits(replace(author, prep=""), verb) else []
    inside = author.inside if words[author.inner].bare in _DOCUMENTS else None
    return [inside] if inside is not None and fits(inside, verb) else []


def guest_of(clause: Clause, before: Sequence[Clause], phrases: Sequence[Phrase]) -> list[Phrase]:
    """Who is met and says what `الذي` tells, to whom he is met by, which a pronoun means; `[]` in other clauses.

    `زار الوزير الرئيس الذي طالبه بوقف الغارات`; but `أقال الملك الوزير الذي عينه`.
    """
    k, verb = clause.index, clause.verb
    if verb is None or not verb.suffix or k < 2 or phrases[k - 1].kind != "rel" or phrases[k - 2].kind != "np":
        return []
    guest = phrases[k - 2]
    met = next((c for c in reversed(before) if any(p is guest for g in c.objects for p in g)), None)
    if met is None or met.verb is None or met.verb.verb.lemma not in _MEETS or not met.subject or not guest.person:
        return []
    speaks = verb.verb.lemma in _SPEAKS or verb.verb.lemma in particles().lemmas["blaming"]
    somebody = any(g[0].person and not g[0].prep for g in clause.objects)
    return [guest] if speaks and not somebody and fits(guest, verb) else []


def asked_of(clause: Clause, before: Sequence[Clause], phrases: Sequence[Phrase]) -> list[Phrase]:
    """Whom somebody has asked, where it is the pronoun of `لكنها` that refuses or agrees (`لكنها رفضت`); else `[]`.

    Who refuses something that is named refuses for himself (`دعت إلى هدنة لكنها رفضت سحب قواتها`).
    """
    k, verb = clause.opener, clause.verb
    if verb is None or verb.verb.lemma not in _ANSWERS or verb.suffix or clause.objects or clause.comp is not None:
        return []
    if k < 0 or k != clause.index - 1 or not phrases[k].suffix or not before:
        return []
    asking = before[-1]
    slot = _ASKED.get(asking.verb.verb.lemma) if asking.verb is not None else None
    if slot is None or any(p.kind == "stop" for p in phrases[asking.index : k]):
        return []
    groups = asking.objects if slot == "obj" else asking.preps.get(slot, [])
    asked = groups[0] if groups else []
    return [asked[0]] if len(asked) == 1 and fits(replace(asked[0], prep=""), verb) else []
