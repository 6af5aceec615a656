"""The tags of names with what no name has taken out: verbs, and words that no group goes on with."""

from __future__ import annotations

from collections.abc import Container, Sequence

from khabar.text.particles import particles
from khabar.text.tokens import Token


def mended(tokens: Sequence[Token], readable: Sequence[Token], tags: Sequence[str]) -> list[str]:
    """The IOB tags of a sentence without those of verbs, which `readable` has something else for, and of prepositions.

    What stands behind such a preposition is somebody's name, unless it has the article.
    """
    found: list[str] = []
    kind, broken = "", ""
    for token, seen, tag in zip(tokens, readable, tags, strict=True):
        if not tag.startswith("I-"):
            kind, broken = tag[2:], ""
        elif not kind:
            kind = _resumed(token, tag, broken)
            tag = f"B-{kind}" if kind else "O"
        else:
            tag = f"I-{kind}"
        if seen is not token or (tag == "I-ORG" and token.norm in particles().in_no_group):
            kind, broken, tag = "", "verb" if seen is not token else "preposition", "O"
        found.append(tag)
    return found


def with_headed(tags: list[str], colon: int) -> list[str]:
    """The tags with a person who opens the sentence before a `colon`, where there is one."""
    return ["B-PER", *["I-PER"] * (colon - 1), *tags[colon:]] if colon else tags


def heading(tokens: Sequence[Token], classes: Sequence[str], given: Container[str]) -> int:
    """The colon behind a person's name that opens a sentence (`يحيى سريع: سنرد`), or 0.

    He is known by his given name, one of `given`, squeezed: it may be a verb or preposition besides (`علي`), and his
    surname a plain word (`الحية`).
    """
    colon = next((k for k, t in enumerate(tokens[:_LONGEST]) if t.norm == ":"), 0)
    plain = all(t.kind == "word" for t in tokens[:colon]) and not any(c.startswith("VERB") for c in classes[1:colon])
    return colon if colon > 1 and plain and tokens[0].norm in given else 0


_LONGEST = 4
"""Words up to the colon, itself among them."""


def _resumed(token: Token, tag: str, broken: str) -> str:
    """What a name goes on as behind a word that has broken it off; nothing where it is none."""
    if tag == "I-PER" and broken:
        return "PER"
    return "PER" if broken == "preposition" and not token.norm.startswith("ال") else ""
