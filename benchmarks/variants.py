"""How well spelling variants of names are told from names of different people, beside RapidFuzz on the raw strings.

    python benchmarks/variants.py

Two sets: our own pairs in `tests/data/variants.tsv`, and pairs drawn from the Wikidata transliterations in the shared
gold data where it is there (`KHABAR_SHARED`, else `../shared`): Arabic spellings of Latin forms that differ only in
diacritics are variants, those of other Latin forms within two edits are not. RapidFuzz has the threshold that serves
it best on the very pairs; ours is the one the package ships.
"""

from __future__ import annotations

import os
import random
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from khabar.names.variants import SAME, similarity

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("KHABAR_SHARED", ROOT.parent / "shared"))
Pair = tuple[str, str]


def our_pairs() -> tuple[list[Pair], list[Pair]]:
    """Our own pairs: (variants, different people)."""
    sets: dict[str, list[Pair]] = {"same": [], "different": []}
    for line in (ROOT / "tests/data/variants.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        judgement, a, b = line.split("\t")
        sets[judgement].append((a, b))
    return sets["same"], sets["different"]


def wikidata_pairs(path: Path) -> tuple[list[Pair], list[Pair]]:
    """Pairs from the transliterations: (variants, near names), as many of the one as of the other."""
    spellings: defaultdict[str, list[str]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        latin, arabic, _ = line.split("\t")
        plain = "".join(c for c in unicodedata.normalize("NFKD", latin) if not unicodedata.combining(c))
        spellings[plain].append(arabic.replace(" ", ""))
    same = [(v[0], other) for _, v in sorted(spellings.items()) for other in v[1:] if other != v[0]]
    draw = random.Random(1)
    near: defaultdict[str, list[str]] = defaultdict(list)
    forms = sorted(f for f in spellings if len(f) >= 4)
    for form in forms:
        near[form[:2]].append(form)
    different: list[Pair] = []
    for form in draw.sample(forms, 6000):
        others = [o for o in near[form[:2]] if 1 <= Levenshtein.distance(form, o) <= 2]
        if others and (pair := (spellings[form][0], spellings[draw.choice(others)][0]))[0] != pair[1]:
            different.append(pair)
    count = min(len(same), len(different))
    return draw.sample(same, count), different[:count]


def score(same: Sequence[float], different: Sequence[float], threshold: float) -> tuple[float, float, float]:
    """Precision, recall and F1 of taking all from `threshold` up as variants."""
    hits = sum(s >= threshold for s in same)
    false = sum(s >= threshold for s in different)
    precision = hits / (hits + false) if hits + false else 0.0
    recall = hits / len(same)
    return precision, recall, 2 * hits / (hits + false + len(same))


def report(name: str, same: Sequence[Pair], different: Sequence[Pair]) -> None:
    """Print one line for ours and one for each measure of RapidFuzz."""
    print(f"{name}: {len(same)} pairs of variants, {len(different)} of different names")
    raw: dict[str, Callable[[str, str], float]] = {
        "rapidfuzz ratio": fuzz.ratio,
        "rapidfuzz token_set": fuzz.token_set_ratio,
    }
    print("  {:22} P {:.3f}  R {:.3f}  F1 {:.3f}".format("khabar", *_at(similarity, same, different, SAME)))
    for label, measure in raw.items():
        thresholds = (t / 2 for t in range(201))
        best = max((_at(measure, same, different, t) for t in thresholds), key=lambda r: r[2])
        print("  {:22} P {:.3f}  R {:.3f}  F1 {:.3f}".format(label, *best))


def _at(
    measure: Callable[[str, str], float], same: Sequence[Pair], different: Sequence[Pair], threshold: float
) -> tuple[float, float, float]:
    """`score` of a measure."""
    return score([measure(a, b) for a, b in same], [measure(a, b) for a, b in different], threshold)


def main() -> None:
    """Measure on both sets."""
    report("ours", *our_pairs())
    path = SHARED / "gold/transliteration/wikidata_latin_arabic.tsv"
    if path.exists():
        report("wikidata", *wikidata_pairs(path))
    else:
        print(f"wikidata: {path} is not there")


if __name__ == "__main__":
    main()
