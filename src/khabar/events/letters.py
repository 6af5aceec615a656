"""The wording of a sentence as traits: groups of letters within words, and of words, weighted by how rare they are.

Of what tells a report of violence from talk of it much is wording that no list has; groups of letters carry it over
endings and clitics, groups of words hold what is said together (TF-IDF of character n-grams within word bounds and of
word n-grams, as text classifiers use them).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from khabar.events.scene import Scene
from khabar.text.characters import squeeze
from khabar.text.tokens import tokenize

SIZES = (2, 3, 4)
WORDS = (1, 2, 3)
MASS = 8.0
"""Length of the vector of a sentence's letters, and of that of its words, beside other traits, which count 1 each."""


def groups(text: str) -> Counter[str]:
    """The groups of letters in the words of `text`, folded, and how often they are there; `_` is a word's bound."""
    found: Counter[str] = Counter()
    for token in tokenize(text):
        word = f"_{squeeze(token.text)}_" if token.kind == "word" else ""
        for size in SIZES:
            found.update(word[i : i + size] for i in range(len(word) - size + 1))
    return found


def word_groups(text: str) -> Counter[str]:
    """The groups of one to three words in `text`, folded, and how often they are there; a space stands before each."""
    words = [squeeze(token.text) for token in tokenize(text) if token.kind == "word"]
    return Counter(
        " " + " ".join(words[i : i + size]) for size in WORDS for i in range(len(words) - size + 1)
    )


def rarity(texts: Sequence[str], least: int, most: int, of: Callable[[str], Counter[str]] = groups) -> dict[str, float]:
    """Group to inverse document frequency, over `texts`: those in at least `least` of them, the `most` frequent."""
    seen: Counter[str] = Counter()
    for text in texts:
        seen.update(set(of(text)))
    kept = sorted((g for g, n in seen.items() if n >= least), key=lambda g: (-seen[g], g))[:most]
    return {g: math.log((1 + len(texts)) / (1 + seen[g])) + 1 for g in kept}


def letters(scene: Scene, rare: Mapping[str, float]) -> dict[str, float]:
    """The weight of each known group in a sentence that stands alone; those of letters, and of words, of length `MASS`.

    None for a sentence of a report: what it is about is told by the rest of the report, and its letters only blur that.
    """
    if scene.report:
        return {}
    text = scene.sentence.span.of(scene.text)
    return weighed(groups(text), rare) | weighed(word_groups(text), rare)


def weighed(found: Counter[str], rare: Mapping[str, float]) -> dict[str, float]:
    """TF-IDF of the groups that `rare` knows, as a vector of length `MASS`."""
    weights = {g: (1 + math.log(n)) * rare[g] for g, n in found.items() if g in rare}
    length = math.sqrt(sum(w * w for w in weights.values()))
    return {g: MASS * w / length for g, w in sorted(weights.items())} if length else {}
