"""PLOVER contexts from the words of an event's own clause (`lexicon/grammar/contexts.toml`)."""

from __future__ import annotations

import tomllib
from functools import lru_cache

from khabar.events.draft import Draft
from khabar.events.lexicon import noun_keys
from khabar.lexicon.cache import ROOT
from khabar.text.characters import squeeze


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, ...]]:
    """Squeezed word without `ال` to the contexts it gives."""
    raw = tomllib.loads((ROOT / "grammar" / "contexts.toml").read_text(encoding="utf-8"))
    table: dict[str, tuple[str, ...]] = {}
    for context, words in raw.items():
        for word in words:
            key = squeeze(word).removeprefix("ال")
            table[key] = tuple(dict.fromkeys((*table.get(key, ()), context)))
    return table


def contexts_in(draft: Draft) -> list[str]:
    """The contexts of a draft, in the order of PLOVER's list in the lexicon file; at most four."""
    scene, (first, last) = draft.scene, draft.range
    if draft.type in ("CONSULT", "AGREE"):
        # What is talked about often stands behind a comma, in a list.
        last = next(
            (k for k in range(last, len(scene.phrases)) if scene.phrases[k].kind in ("stop", "link", "verb")), last
        )
    last = min(max(last, first + 1), len(scene.phrases))
    words = scene.words[scene.phrases[first].start : scene.phrases[last - 1].end]
    table = _table()
    found = {c for w in words for key in noun_keys(w.bare) for c in table.get(key, ())}
    order = dict.fromkeys(c for contexts in table.values() for c in contexts)
    return [c for c in order if c in found][:4]
