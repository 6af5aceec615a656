"""Is it Arabic? Persian, Urdu and Kurdish share the letters; small words and letters of their own tell them apart."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache

from khabar.errors import LexiconError
from khabar.lexicon.cache import ROOT
from khabar.text.characters import ARABIC_LETTER

FILE = ROOT / "furniture" / "languages.toml"
_LETTER = re.compile(f"[{ARABIC_LETTER}]")
_RUN = re.compile(rf"[{ARABIC_LETTER}]+")
_LATIN = re.compile("[A-Za-z]")
_SAMPLE = 6000
"""Characters of a text that are looked at."""


@lru_cache(maxsize=1)
def _languages() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    """Each language's small words and own letters. Raises `LexiconError`."""
    try:
        raw = tomllib.loads(FILE.read_text(encoding="utf-8"))["language"]
        return {e["name"]: (frozenset(e["words"].split()), frozenset(e["letters"])) for e in raw}
    except (tomllib.TOMLDecodeError, KeyError) as error:
        raise LexiconError(f"{FILE.name}: {error}") from error


def language_of(text: str) -> str | None:
    """The language of a page's text: `Arabic`, `Persian`, `Urdu`, `Kurdish`, or None where it is in other letters.

    Scored by the share of small words of each, of Arabic's article, and of letters that only one language writes.
    """
    text = text[:_SAMPLE]
    letters = _LETTER.findall(text)
    if not letters or len(letters) < len(_LATIN.findall(text)) / 2:
        return None
    words = _RUN.findall(text)
    scores = {}
    for name, (small, own) in _languages().items():
        scores[name] = sum(w in small for w in words) / len(words) + 5 * sum(c in own for c in letters) / len(letters)
    scores["Arabic"] += sum(w.startswith(("ال", "وال", "بال")) for w in words) / len(words)
    return max(scores, key=lambda name: (scores[name], name == "Arabic"))
