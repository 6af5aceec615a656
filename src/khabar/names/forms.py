"""The forms of adjectives and nouns that name peoples and people: number, gender, definiteness, the construct state.

Only written endings are made (`ية`, `ون`, `ين`, `ات`, `ان`), as unvowelled print has them; broken plurals are given by
the lexicon. After Ryding, *A Reference Grammar of Modern Standard Arabic* (2005), chapters 5, 7 and 10.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple


class Feat(NamedTuple):
    """What a form shows: `gender` m or f, `number` s, d or p, `state` d(efinite), i(ndefinite) or c(onstruct)."""

    gender: str
    number: str
    state: str


def adjective_forms(adjective: str, people: Iterable[str] = ()) -> Iterator[tuple[str, Feat]]:
    """Every form of a masculine singular adjective in ي (`أمريكي`, `كوري جنوبي`, `جنوب أفريقي`).

    `people` are broken or collective plurals (`أتراك`). Of several words all are inflected where the first ends in ي,
    else only the last.
    """
    words = adjective.split()
    inflected = range(len(words)) if words[0].endswith("ي") else range(len(words) - 1, len(words))
    for ending, gender, number in (
        ("", "m", "s"), ("ا", "m", "s"), ("ة", "f", "s"), ("ون", "m", "p"), ("ين", "m", "p"), ("ات", "f", "p"),
        ("ان", "m", "d"), ("تان", "f", "d"), ("تين", "f", "d"),
    ):  # fmt: skip
        form = [w + ending if k in inflected else w for k, w in enumerate(words)]
        yield " ".join(form), Feat(gender, number, "i")
        if ending == "ا":
            continue
        definite = Feat(gender, number, "d")
        yield " ".join("ال" + w if k in inflected or k == 0 else w for k, w in enumerate(form)), definite
        if 0 not in inflected:
            yield "ال" + " ".join(form), definite
    for plural in people:
        yield plural, Feat("m", "p", "i")
        yield "ال" + plural, Feat("m", "p", "d")


def noun_forms(singular: str, plurals: Iterable[str]) -> Iterator[tuple[str, Feat]]:
    """Every form of a noun for people; a plural `ون` stands for the sound plurals of both genders.

    Of several words the first is inflected (`شاهد عيان`, `شهود عيان`); the article goes to the last word of an idafa
    and to both of noun and adjective (`القادة العسكريون`).
    """
    head, _, rest = singular.partition(" ")
    yield from _states(singular, Feat("f" if head.endswith("ة") else "m", "s", "i"))
    if not rest and not head.endswith(("ة", "ء", "ا", "ى")):
        yield head + "ا", Feat("m", "s", "i")
    plurals = tuple(plurals)
    if _is_described(rest, plurals) and not head.endswith(("ة", "ء", "ا", "ى")):
        yield f"{head}ا {rest}ا", Feat("m", "s", "i")  # `عالما نوويا`
    for plural in plurals:
        if plural == "ون":
            yield from _sound(head, rest)
        else:
            yield from _states(plural, Feat("m", "p", "i"))
            if " " not in plural and len(plural) > 3 and not plural.endswith(_NO_ALEF):
                yield plural + "ا", Feat("m", "p", "i")  # `جنودا`
            if plural.endswith(("ون", "ين")) and not rest:
                yield plural[:-1], Feat("m", "p", "c")
                yield plural[:-2] + "ي", Feat("m", "p", "c")
    stem = head[:-1] + "ت" if head.endswith("ة") else head
    gender = "f" if head.endswith("ة") else "m"
    if not rest:
        for ending in ("ان", "ين"):
            yield from _pair(stem + ending, Feat(gender, "d", "i"))
    for ending in ("ا", "ي"):
        yield f"{stem}{ending} {rest}".strip(), Feat(gender, "d", "c")


_NO_ALEF = ("ون", "ين", "ات", "ة", "ء", "ا", "ى")
"""Endings of plurals that the accusative gives no alef."""


def _is_described(rest: str, plurals: Iterable[str]) -> bool:
    """Whether the one word behind the first is its adjective, as it has a plural of its own (`علماء نوويون`)."""
    last = {plural.partition(" ")[2] for plural in plurals}
    return bool(rest) and " " not in rest and not rest.endswith(("ة", "ء", "ا", "ى")) and rest not in last | {""}


_KIN = {"أخ": ("أخو", "أخا", "أخي"), "والد": ("أبو", "أبا", "أبي")}
"""The stems that `أخ` and `أب` have in their three cases; a word `أب` alone would be a month and a town."""


def heir_forms() -> Iterator[tuple[str, str]]:
    """A crown prince and his deputy with a pronoun (`ولي عهده`), and without."""
    for heir in ("ولي عهد", "ولي ولي عهد"):
        for pronoun in ("ه", "ها", "هم"):
            yield heir + pronoun, heir


def possessed_forms(singular: str, plurals: Iterable[str], verbal: bool) -> Iterator[tuple[str, Feat]]:
    """The forms of a noun for people with a pronoun (`قادته`, `أنصارها`, `مقاتلوه`, `زوجته`), which are definite.

    Of nouns of several words there are none; of those that are also verbs (`verbal`: `طالبها`) only the plurals.
    """
    if " " in singular:
        return
    feminine = singular.endswith("ة")
    stems = [] if verbal else [(singular[:-1] + "ت" if feminine else singular, "s")]
    for plural in plurals:
        if plural == "ون":
            stems += [(singular + "و", "p"), (singular + "ي", "p")]
        elif plural.endswith(("ون", "ين")) and " " not in plural:
            stems.append((plural[:-1].replace("ين", "ي"), "p"))
        elif " " not in plural:
            stems.append((plural[:-1] + "ت" if plural.endswith("ة") else plural, "p"))
    stems += [(stem, "s") for stem in _KIN.get(singular, ())]
    for stem, number in stems:
        for pronoun in ("ه", "ها", "هم", "هما", "نا"):
            yield stem + pronoun, Feat("f" if feminine and number == "s" else "m", number, "d")
    if not feminine:
        for ending, pronoun in product("اي", ("ها", "هم")):  # `عضواها`, `عضويها`; `جمهوريه` is a republic in most print
            yield singular + ending + pronoun, Feat("m", "d", "d")


def _sound(head: str, rest: str) -> Iterator[tuple[str, Feat]]:
    """The feminine and the sound plurals of a masculine noun."""
    tail = f" {rest}" if rest else ""
    for form, feat in (
        (head + "ة", Feat("f", "s", "i")),
        (head + "ون", Feat("m", "p", "i")),
        (head + "ين", Feat("m", "p", "i")),
        (head + "ات", Feat("f", "p", "i")),
    ):
        yield from _pair(form + tail, feat)
    yield head + "ة" + tail, Feat("f", "s", "c")
    yield head + "ات" + tail, Feat("f", "p", "c")
    yield head + "و" + tail, Feat("m", "p", "c")
    yield head + "ي" + tail, Feat("m", "p", "c")


def _states(form: str, feat: Feat) -> Iterator[tuple[str, Feat]]:
    """Indefinite, definite and construct form."""
    yield from _pair(form, feat)
    yield form, feat._replace(state="c")


def _pair(form: str, feat: Feat) -> Iterator[tuple[str, Feat]]:
    """Indefinite and definite form."""
    yield form, feat
    words = form.split()
    if len(words) == 1:
        yield "ال" + form, feat._replace(state="d")
    elif words[-1].endswith(("ي", "ون", "ين", "ية", "يات")):
        yield " ".join("ال" + w for w in words), feat._replace(state="d")
    else:
        yield " ".join([*words[:-1], "ال" + words[-1]]), feat._replace(state="d")


def construct(head: str) -> str | None:
    """The form of a definite head before a genitive (`وزير الخارجية`: `وزير خارجية`); None for noun and adjective."""
    words = head.split()
    if len(words) == 1:
        return head[2:] if head.startswith("ال") else None
    if words[0].startswith("ال") or not words[-1].startswith("ال"):
        return None
    return " ".join([*words[:-1], words[-1][2:]])


def feminine(title: str) -> str:
    """A man's title as a woman's: the first word with ة (`وزير الخارجية`: `وزيرة الخارجية`)."""
    head, _, rest = title.partition(" ")
    head = head if head.endswith("ة") else head + "ة"
    return f"{head} {rest}".strip()
