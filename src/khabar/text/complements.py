"""Phrases that are one: a noun with an adjective that takes a complement, counted people and those they are of.

`القوات الموالية | للحكومة`, `مسلحون | تابعون | للحزب`, `17 فردا | من المتمردين`, `ضابط | و | 4 مجندين`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from khabar.text.particles import particles
from khabar.text.phrases import Phrase
from khabar.text.portions import counts
from khabar.text.wordlist import VERBAL_NOUN
from khabar.text.words import Word


def with_complements(words: Sequence[Word], atoms: Sequence[int], phrases: Sequence[Phrase]) -> list[Phrase]:
    """The phrases with `القوات الموالية | للحكومة` and `مسلحون | تابعون | للحزب` each made one."""
    phrases = _with_adjectives(words, _with_loose_and(words, phrases))
    kept: list[Phrase] = []
    for phrase in phrases:
        last = kept[-1] if kept else None
        noun = kept[-2] if len(kept) > 1 else None
        complement = phrase.kind == "np" and phrase.prep in ("ل", "ب", "من", "الي") and not phrase.conj
        complement = complement or (last is not None and _shares_genitive(words, last, phrase))
        if last is None or not complement or last.kind != "np" or last.end != phrase.start:
            kept.append(phrase)
            continue
        if _are_some_of(words, last, phrase):
            kept[-1] = replace(_joined(last, phrase), complement=False)
            continue
        if _shares_genitive(words, last, phrase):
            kept[-1] = replace(_joined(last, phrase), complement=False)
            continue
        adjective = words[last.end - 1]
        takes = _takes_complement(adjective, phrase.prep) and not _is_asked_of(words, adjective, phrase)
        if atoms[last.end - 1] >= 0 or adjective.conj or not takes:
            kept.append(phrase)
        elif last.end > last.inner + 1 and _same_definiteness(words, atoms, last, adjective):
            kept[-1] = _joined(last, phrase)
        elif (
            noun is not None
            and noun.kind == "np"
            and not last.prep
            and noun.end == last.start
            and not noun.suffix
            and _same_definiteness(words, atoms, noun, adjective)
        ):
            kept[-2:] = [_joined(noun, phrase)]
        else:
            kept.append(phrase)
    return kept


_ENDINGS = ("", "ا", "ه", "ين", "ون", "ات", "ان", "ي", "يه", "يين", "يون")


def _are_some_of(words: Sequence[Word], counted: Phrase, whole: Phrase) -> bool:
    """Whether a phrase after `من` says of whom those counted before it are: `17 فردا من المتمردين`."""
    several = whole.prep == "من" and whole.person and whole.number == "pl" and whole.definite
    return several and counted.number == "counted" and counted.person and not counted.definite


def _shares_genitive(words: Sequence[Word], counted: Phrase, joined: Phrase) -> bool:
    """Whether what `و` joins is of the whole that is counted from: `13 من مسلحي الحوثي وصالح`."""
    if joined.kind != "np" or not joined.conj or joined.prep or counted.number != "counted":
        return False
    parts = any(w.norm == "من" and w.kind == "prep" for w in words[counted.inner : counted.end])
    numbered = words[joined.inner].kind == "num" or counts(words[joined.inner])
    return parts and not numbered and (joined.definite or joined.end > joined.inner + 1)


def _with_loose_and(words: Sequence[Word], phrases: Sequence[Phrase]) -> list[Phrase]:
    """The phrases with a `و` that stands alone taken into the one after it (`ضابط و 4 مجندين`)."""
    kept: list[Phrase] = []
    loose = False
    for phrase in phrases:
        if phrase.kind == "adv" and phrase.end == phrase.start + 1 and words[phrase.start].norm in ("و", "او"):
            loose = True
            continue
        kept.append(replace(phrase, conj=True) if loose else phrase)
        loose = False
    return kept


def _with_adjectives(words: Sequence[Word], phrases: Sequence[Phrase]) -> list[Phrase]:
    """The phrases with a definite adjective that stands alone taken into the definite phrase before it.

    `بإقليم أغري | المجاور`, `الجريمة الإرهابية | البشعة`.
    """
    kept: list[Phrase] = []
    for phrase in phrases:
        last = kept[-1] if kept else None
        if last is not None and last.end == phrase.start and _describes_last(words, last, phrase):
            kept[-1] = replace(last, end=phrase.end, first=last.inner)
        else:
            kept.append(phrase)
    return kept


def _describes_last(words: Sequence[Word], last: Phrase, phrase: Phrase) -> bool:
    """Whether a phrase of one definite word is an adjective of the definite phrase before it, and no object or name."""
    word, before = words[phrase.head], words[last.end - 1]
    single = phrase.end == phrase.start + 1 and word.definite and not (phrase.conj or phrase.prep)
    if not single or last.kind != "np" or not last.definite or last.suffix:
        return False
    feminine = word.norm.endswith("ه")
    if feminine and last.gender == "m" and last.number == "sg" and not any(
        w.norm.endswith(("ه", "ات")) for w in words[last.inner : last.end]
    ):
        return False
    if word.bare.removesuffix("ه") in particles().placing:
        return True  # also where the word is a noun for people: `القريب من الحدود`
    if phrase.person or phrase.mentions:
        return False
    alike = before.kind == "adj" and before.definite and before.norm.endswith("ه") is feminine
    return (alike and (word.adjectival or word.kind == "adj")) or word.bare.removesuffix("ه") in particles().judging


def _same_definiteness(words: Sequence[Word], atoms: Sequence[int], phrase: Phrase, adjective: Word) -> bool:
    """Whether an adjective is definite where its noun is: `سلمت إسبانيا متهما` are two."""
    if phrase.complement:
        return True
    inside = range(phrase.inner, phrase.end)
    definite = any((words[i].definite and i != adjective.index) or atoms[i] >= 0 for i in inside)
    return adjective.definite == definite


def _is_asked_of(words: Sequence[Word], adjective: Word, phrase: Phrase) -> bool:
    """Whether `ب` brings in what those responsible are asked for (`طالب الجهات المسؤولة بتعزيز القوات`)."""
    deed = VERBAL_NOUN.match(words[phrase.inner].bare) is not None and not words[phrase.inner].definite
    return phrase.prep == "ب" and deed and adjective.bare.startswith("مسءول")


def _takes_complement(word: Word, prep: str) -> bool:
    """Whether a word is an adjective that takes a complement after a preposition, in any of its forms."""
    stems, bare = particles().complemented, word.bare
    if prep != "ل":
        stems = stems - particles().complemented_to
    if bare in particles().nouns_in_iya:
        return False
    return any(bare.endswith(e) and bare[: len(bare) - len(e)] in stems for e in _ENDINGS)


def _joined(noun: Phrase, complement: Phrase) -> Phrase:
    """A noun phrase with the complement of its adjective."""
    mentions = tuple(dict.fromkeys((*noun.mentions, *complement.mentions)))
    return replace(noun, end=complement.end, mentions=mentions, first=noun.inner, complement=True)
