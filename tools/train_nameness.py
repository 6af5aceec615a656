"""Trains `models/nameness.tsv`: how much a word's letters look like part of a name.

Run: `python tools/train_nameness.py wikidata_latin_arabic.tsv`, the pairs of Latin and Arabic name parts taken from
Wikidata (CC0). Those are the names; the words that are none come from `lexicon/text/verb-forms.tsv` (verbs,
participles, verbal nouns). A logistic regression over groups of letters with an L1 penalty: only the weights are kept.
"""

from __future__ import annotations

import sys
from pathlib import Path

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from khabar.models import MODELS
from khabar.names.features import letter_groups
from khabar.text.characters import squeeze
from khabar.text.features import VERB_FORMS


def main() -> None:
    """Read, train on nine tenths, say how well it does on the last, then train on all and write."""
    names = set()
    for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
        word = squeeze(line.split("\t")[1].replace(" ", ""))
        if len(word) > 2:
            names.add(word)
    others: set[str] = set()
    for line in VERB_FORMS.read_text(encoding="utf-8").splitlines()[1:]:
        _, _, _, past, present, _, participles, nouns = line.split("\t")
        for form in (*past.split()[:2], *present.split()[:3], *participles.split(), *nouns.split()):
            others.update((form, "ال" + form) if form in participles or form in nouns else (form,))
        for form in (*participles.split(), *nouns.split()):
            others.update((form + "ات", form + "ه", "ال" + form + "ه", form + "ين"))
    others -= names
    rows = sorted((word, 1) for word in names) + sorted((word, 0) for word in others if len(word) > 2)
    rows = rows[::2] + rows[1::2]
    vectors = DictVectorizer(sparse=True)
    x = vectors.fit_transform([dict.fromkeys(letter_groups(word), 1.0) for word, _ in rows])
    x.indices, x.indptr = x.indices.astype("int32"), x.indptr.astype("int32")
    y = [label for _, label in rows]
    kept = [i for i in range(len(rows)) if i % 10]
    model = LogisticRegression(l1_ratio=1, C=0.3, solver="liblinear", class_weight="balanced", random_state=0)
    model.fit(x[kept], [y[i] for i in kept])
    rest = [i for i in range(len(rows)) if i % 10 == 0]
    right = model.score(x[rest], [y[i] for i in rest])
    print(f"{len(names)} names, {len(others)} others, accuracy {right:.3f}", file=sys.stderr)
    model.fit(x, y)
    weights = zip(vectors.get_feature_names_out(), model.coef_[0], strict=True)
    lines = [f"bias\t{model.intercept_[0]:.2f}"]
    lines += [f"{gram}\t{weight:.2f}" for gram, weight in sorted(weights) if abs(weight) >= 0.02]
    (MODELS / "nameness.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} weights", file=sys.stderr)


if __name__ == "__main__":
    main()
