"""Two who stand side by side behind a verb, its subject and its object, with only their own words to part them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from khabar.lexicon.words import word_list
from khabar.records import Mention, MentionKind
from khabar.text.apposition import are_people, noun_number
from khabar.text.nouns import is_accusative
from khabar.text.words import Word

if TYPE_CHECKING:
    from khabar.text.phrases import Scan

_NOBODYS = word_list(__name__, "nobodys")
_PERSONS = (MentionKind.PERSON, MentionKind.OFFICE, MentionKind.UNNAMED)
_NO_PEOPLE = (MentionKind.NATIONALITY, MentionKind.PRONOUN)


def is_done_to(state: Scan, start: int, j: int) -> bool:
    """Whether the mention that begins at word `j` is whom the people before it, right behind a verb, did it to.

    So it is where nothing can go on with those: behind an adjective (`هدد ضابط متقاعد | الشرطة`), a count (`شكر ثلاثة
    جنود | الحكومة`), people who are nobody's (`دعا شاب | النقابة`), or several before one (`هدد زعماء القبائل | أحمد
    الحربي`).
    """
    words, atoms = state.words, state.atoms
    if not _is_behind_verb(state, start) or atoms[j] < 0 or atoms[j] == atoms[j - 1] or words[j].conj or words[j].prep:
        return False
    told = [state.mentions[n] for n in dict.fromkeys(atoms[start:j]) if n >= 0]
    here = state.mentions[atoms[j]]
    if not told or here.kind in _NO_PEOPLE or told[-1].kind in _NO_PEOPLE:
        return False
    if told[0].kind is MentionKind.PLACE and atoms[start] >= 0:
        return here.kind in _PERSONS
    if here.kind is MentionKind.PERSON and are_people(atoms[start:j], state.mentions):
        return not _goes_on(words, atoms, j)
    can_go_on = told[-1].kind is not MentionKind.UNNAMED or _describes(words, atoms, j, here)
    return not can_go_on and _is_closed(words[start:j], told[-1], here)


def _describes(words: Sequence[Word], atoms: Sequence[int], j: int, here: Mention) -> bool:
    """Whether the mention at word `j` is one indefinite man without the alef of an object (`جندي منشق`)."""
    word = words[j]
    alone = noun_number(here) == "sg" and atoms[j + 1 : j + 2] != [atoms[j]]
    return alone and not (word.definite or is_accusative(word) or word.norm.endswith("ه"))


def _is_behind_verb(state: Scan, start: int) -> bool:
    """Whether a phrase stands right behind a verb, or is joined by `و` to the one that does."""
    phrases, conj = state.phrases, state.words[start].conj
    if conj != "و" or len(phrases) < 2:
        return bool(phrases) and phrases[-1].kind == "verb" and not conj
    return phrases[-2].kind == "verb" and phrases[-1].kind == "np" and not phrases[-1].prep


def _is_closed(words: Sequence[Word], before: Mention, here: Mention) -> bool:
    """Whether people without a name, in the words of a phrase so far, have all that can belong to them."""
    last = words[-1]
    if last.kind == "adj" and not last.definite:
        return True
    if words[0].kind == "num" and all(w.norm != "من" for w in words):
        return last.definite or words[0].norm not in _TENS
    if " ".join(w.norm for w in words) in _NOBODYS:
        return True
    pair = before.text.count(" ") > 0 and noun_number(before) == "sg" and not last.definite
    return pair and here.kind in _PERSONS  # `قائد سرية | الصحفي`


_TENS = word_list(__name__, "tens")


def _goes_on(words: Sequence[Word], atoms: Sequence[int], j: int) -> bool:
    """Whether `و` joins more names to the one at word `j` (`اتهم الصحفيون سالم حمد وكريم فهمي`)."""
    end = next((k for k in range(j, len(words)) if atoms[k] != atoms[j]), len(words))
    return end < len(words) and words[end].conj == "و" and atoms[end] >= 0
