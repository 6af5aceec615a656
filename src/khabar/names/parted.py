"""Where a name ends because print shows that somebody else begins: two who stand side by side behind a verb."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from khabar.names.parts import articled
from khabar.text.particles import particles
from khabar.text.tokens import Token
from khabar.text.wordlist import known_word

_BROKEN = re.compile("^ا..ا.$")
"""The shape of a broken plural that no adjective has (أفعال), squeezed."""
_PLURAL = ("ون", "ين")


def disagrees(tokens: Sequence[Token], start: int, j: int) -> bool:
    """Whether a definite word `j` cannot describe the definite noun at `start` that the words before it describe.

    Behind a noun with the article a name has only adjectives: no masculine behind the feminine (`النقابة | القصر`), no
    people behind a singular (`الاتحاد الأفريقي | العسكريين`).
    """
    head, before, word = (tokens[k].norm for k in (start, j - 1, j))
    if not (articled(head) and articled(before) and articled(word)):
        return False
    if word.endswith("ين") and len(word) > 6:
        return not any(t.norm.endswith((*_PLURAL, "ات")) for t in tokens[start:j]) and not head.endswith("اء")
    feminine = head.endswith("ه") and len(word) > 4 and all(articled(t.norm) for t in tokens[start:j])
    return feminine and not word.endswith(("ه", "ي", "يا", "اء", "ات", *_PLURAL)) and known_word(word) > 0


def is_beside(tokens: Sequence[Token], j: int) -> bool:
    """Whether a noun stands behind an indefinite feminine noun with its adjective (`جمعية خيرية | أيتام`).

    One with the article is somebody else as well (`جمعية حقوقية | الحرس`).
    """
    if j < 2:
        return False
    described = all(t.text.endswith("ة") and not t.norm.startswith("ال") for t in tokens[j - 2 : j])
    norm = tokens[j].norm
    noun = known_word("ال" + norm) > 0 or _BROKEN.match(norm) is not None
    plain = articled(norm) or (not norm.endswith(("ه", "ات")) and noun)
    return described and tokens[j - 1].norm.endswith("يه") and plain


def takes_somebody(norm: str) -> bool:
    """Whether a squeezed word is a past or present of a verb whose subject and object may stand side by side.

    Verbs of meeting, and those that ask, tell or accuse somebody (`ناشد`, `دعت`, `يتهم`).
    """
    shapes = {norm[k:] for k in range(3)}
    shapes |= {shape[:-1] for shape in shapes if shape.endswith("ت")}
    shapes |= {"ا" + shape[1:] for shape in shapes if shape[:1] in ("ي", "ت")}
    shapes |= {shape + "ا" for shape in shapes if shape == "دع"}
    return any(shape.rstrip("ي") in _lemmas() for shape in shapes)


def needs_somebody(text: str) -> bool:
    """Whether a word as printed is the active past of a verb that needs somebody as its object (`استدعى`, `أقالت`).

    Its passive is printed otherwise (`استدعي`, `أقيل`), so that who stands behind it did it.
    """
    return text in _active()


@lru_cache(maxsize=1)
def _active() -> frozenset[str]:
    """The past of such verbs, of him and of her, with and without hamza."""
    lemmas = particles().lemmas["summoning"]
    shapes = {*lemmas, *(lemma.removesuffix("ى") + "ت" for lemma in lemmas)}
    return frozenset({*shapes, *(shape.replace("أ", "ا") for shape in shapes)})


@lru_cache(maxsize=1)
def _lemmas() -> frozenset[str]:
    """The verbs of `takes_somebody`, without a last `ي`."""
    takers = particles().only_object | particles().need_object | particles().dismissing | particles().take_people
    return frozenset(lemma.rstrip("ي") for lemma in takers)
