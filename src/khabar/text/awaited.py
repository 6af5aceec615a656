"""The object that a verb cannot do without, where it stands behind commas and what tells when, where and in what words.

`أدانت الوزارة، أمس، الهجوم`; `دعا الحزب، في بيان تلقت الإذاعة نسخة منه، الحكومة إلى الحوار`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from khabar.lexicon.words import word_list
from khabar.records import MentionKind
from khabar.text.asides import is_title, reach
from khabar.text.characters import squeeze
from khabar.text.particles import particles
from khabar.text.phrases import Phrase
from khabar.text.words import Word

if TYPE_CHECKING:
    from khabar.text.clauses import Clause

_FAR = 18
"""How many phrases behind the comma it is looked for."""
_TO_DO = word_list(__name__, "to_do")
_BURDENS = word_list(__name__, "burdens")
_COPIES = word_list(__name__, "copies")


def awaited(clause: Clause, phrases: Sequence[Phrase], words: Sequence[Word], j: int) -> int | None:
    """Where behind the comma at `j` the object begins that a verb of blaming or asking needs and has not got, or None.

    Between them stand days, prepositional phrases, commas and the clause that tells of a document. Where nothing
    stands between, only what is to be done shows that it is no name of who asks (`طالبت النقابة، الوزارة بدفع الأجور`).
    """
    verb = clause.verb
    if verb is None or verb.suffix or verb.voice == "passive" or clause.agent or clause.comp or not _lacks(clause):
        return None
    lemma = verb.verb.lemma
    blames = lemma in particles().lemmas["blaming"]
    if not (blames or lemma == "حمّل" or squeeze(lemma) in particles().need_object):
        return None
    m = _past_circumstances(phrases, words, j)
    here = phrases[m] if m < len(phrases) else None
    if here is None or here.kind != "np" or not _may_be_object(here):
        return None
    after = phrases[m + 1] if m + 1 < len(phrases) else None
    if after is not None and after.kind == "verb" and not after.conj:
        return None  # `دعا الوزير، أمس، الحكومة ترفض`
    apart = m > j + 1
    if blames:
        behind_more = phrases[j - 1].kind == "adv" or bool(phrases[j - 1].prep)
        return m if (apart or behind_more) and not here.person else None
    if lemma == "حمّل":
        return m if after is not None and words[after.inner].bare in _BURDENS and not after.prep else None
    return m if _is_followed(phrases, m, apart) else None


def past_telling(clause: Clause, phrases: Sequence[Phrase], words: Sequence[Word], k: int) -> int | None:
    """Where a clause goes on behind the verb at `k` that tells of a document, and a comma, with the object it needs.

    `دعت الحركة في بيان تلقت الإذاعة نسخة منه، الحكومة إلى`.
    """
    close = _past_telling(phrases, words, k) if _lacks(clause) else None
    return awaited(clause, phrases, words, close) if close is not None else None


def _lacks(clause: Clause) -> bool:
    """Whether all that a verb has so far is its subject, one definite phrase, with or without his office behind it."""
    groups = clause.objects
    if len(groups) == 2:
        name = groups[0][-1]
        return name.named and name.who is MentionKind.PERSON and is_title(groups[1], reach(clause, name.end, groups[1]))
    return len(groups) == 1 and groups[0][0].definite


def _may_be_object(phrase: Phrase) -> bool:
    """Whether a phrase is definite, alone and in no nominative that print shows."""
    return phrase.definite and not (phrase.prep or phrase.conj or phrase.suffix) and phrase.case != "nom"


def _past_circumstances(phrases: Sequence[Phrase], words: Sequence[Word], j: int) -> int:
    """The phrase behind the comma at `j` and all that only tells when, where and in what words something is said."""
    m = j + 1
    while m < min(j + _FAR, len(phrases)):
        phrase = phrases[m]
        apart = phrase.kind in ("adv", "comma", "quote") or (phrase.kind == "np" and phrase.prep)
        if apart and not phrase.conj:
            m += 1
        elif phrase.kind == "verb" and (past := _past_telling(phrases, words, m)) is not None:
            m = past
        else:
            break
    return m


def _past_telling(phrases: Sequence[Phrase], words: Sequence[Word], k: int) -> int | None:
    """The comma that closes the clause of verb `k`, which tells of a document or of who got a copy of it, or None."""
    before = phrases[k - 1]
    told = before.kind == "np" and before.prep in ("في", "خلال") and words[before.head].bare in particles().statements
    close = next((i for i in range(k + 1, min(k + 9, len(phrases))) if phrases[i].kind not in ("np", "adv")), None)
    if close is None or phrases[close].kind != "comma":
        return None
    copied = any(words[p.inner].bare in _COPIES for p in phrases[k + 1 : close])
    return close if copied or (told and not before.definite and not phrases[k].conj) else None


def _is_followed(phrases: Sequence[Phrase], m: int, apart: bool) -> bool:
    """Whether behind the phrase at `m`, before any verb, stands what those it names are to do or are accused of.

    Where no more than a comma stands before it (not `apart`), it stands right behind and nobody else follows.
    """
    for i in range(m + 1, min(m + 8, len(phrases))):
        phrase = phrases[i]
        if phrase.kind == "np" and phrase.prep in _TO_DO and not phrase.conj:
            return apart or not _another(phrases, i)
        if phrase.kind not in ("np", "adv", "quote") or (not apart and i > m + 2):
            return False
    return False


def _another(phrases: Sequence[Phrase], i: int) -> bool:
    """Whether behind the next comma somebody else is named, so that what stood before only said who asks."""
    close = next((k for k in range(i, len(phrases)) if phrases[k].kind in ("comma", "stop", "verb")), len(phrases))
    if close + 1 >= len(phrases) or phrases[close].kind != "comma":
        return False
    after = phrases[close + 1]
    return after.kind == "np" and not (after.prep or after.conj)
