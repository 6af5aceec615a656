"""Letters of a sentence as traits: groups of two to four letters within words, weighted by how rare they are.

Of what tells a report of violence from talk of it much is wording that no list has; groups of letters carry it over
endings and clitics (TF-IDF of character n-grams within word bounds, as text classifiers use it).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from khabar.events.scene import Scene
from khabar.text.characters import squeeze
from khabar.text.tokens import tokenize

SIZES = (2, 3, 4)
MASS = 8.0
"""Length of the vector of a sentence's letters, beside its other traits, which count 1 each."""


def groups(text: str) -> Counter[str]:
    """The groups of letters in the words of `text`, folded, and how often they are there; `_` is a word's bound."""
    found: Counter[str] = Counter()
    for token in tokenize(text):
        word = f"_{squeeze(token.text)}_" if token.kind == "word" else ""
        for size in SIZES:
            found.update(word[i : i + size] for i in range(len(word) - size + 1))
    return found


def rarity(texts: Sequence[str], least: int, most: int) -> dict[str, float]:
    """Group to inverse document frequency, over `texts`: those in at least `least` of them, the `most` frequent."""
    seen: Counter[str] = Counter()
    for text in texts:
        seen.update(set(groups(text)))
    kept = sorted((g for g, n in seen.items() if n >= least), key=lambda g: (-seen[g], g))[:most]
    return {g: math.log((1 + len(texts)) / (1 + seen[g])) + 1 for g in kept}


def letters(scene: Scene, rare: Mapping[str, float]) -> dict[str, float]:
    """The weight of each known group of letters in a sentence that stands alone, all together of length `MASS`.

    None for a sentence of a report: what it is about is told by the rest of the report, and its letters only blur that.
    """
    if scene.report:
        return {}
    weights = {
        g: (1 + math.log(n)) * rare[g] for g, n in groups(scene.sentence.span.of(scene.text)).items() if g in rare
    }
    length = math.sqrt(sum(w * w for w in weights.values()))
    return {g: MASS * w / length for g, w in sorted(weights.items())} if length else {}
