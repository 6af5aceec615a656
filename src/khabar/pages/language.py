"""Is it Arabic? Persian, Urdu and Kurdish share the letters; small words and letters of their own tell them apart."""

from __future__ import annotations

import re

from khabar.text.characters import ARABIC_LETTER

_WORDS = {
    "Persian": frozenset("است این که از را با برای های شد می به در آن یک ایران کرد بود شده خود".split()),
    "Urdu": frozenset("ہے میں کے کی اور کا سے نے ہیں کو پر یہ کہ تھا نہیں".split()),
    "Kurdish": frozenset("لە بۆ کە بە ئەم و کرد هەرێمی ئەو کوردستان لەگەڵ".split()),
    "Arabic": frozenset("في من على إلى الى أن ان التي الذي هذا هذه عن مع قال بعد كان قد لم ما بين كما وقال خلال منذ ذلك".split()),
}
_LETTERS = {"Urdu": re.compile("[ٹڈڑںےہ]"), "Kurdish": re.compile("[ەۆێڵڕڤ]"), "Persian": re.compile("[پچژگ]")}
_LETTER = re.compile(f"[{ARABIC_LETTER}]")
_LATIN = re.compile("[A-Za-z]")


def language_of(text: str) -> str | None:
    """The language of a page's text: `Arabic`, `Persian`, `Urdu`, `Kurdish`, or None where it is in other letters."""
    letters = len(_LETTER.findall(text))
    if letters == 0 or letters < len(_LATIN.findall(text)) / 2:
        return None
    words = re.findall(rf"[{ARABIC_LETTER}]+", text)
    scores = {name: sum(w in small for w in words) / max(len(words), 1) for name, small in _WORDS.items()}
    scores["Arabic"] += sum(w.startswith(("ال", "وال", "بال")) for w in words) / max(len(words), 1)
    for name, pattern in _LETTERS.items():
        scores[name] += 5 * len(pattern.findall(text)) / letters
    return max(scores, key=lambda name: (scores[name], name == "Arabic"))
