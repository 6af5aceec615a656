"""Police and security of a town: `شرطة عدن`, `أعلن الحزب أن أمن الخرطوم اعتقل نائبته`."""

from __future__ import annotations

from khabar.names.parts import Countries, Part
from khabar.text.features import verb_kinds
from khabar.text.particles import particles


def of_town(sentence: Countries, part: Part) -> Part | None:
    """Police before the name of a town as one body, or None; what only `أمن` says is one where it does something.

    Changes `part`, a body in the construct state (`شرطة`, `أمن`) that ends before the town.
    """
    tokens, tags, i = sentence.tokens, sentence.tags, part.end
    capital = sentence.hit(i, "capital") if i < len(tokens) else None
    town = capital is not None or (tags is not None and i < len(tokens) and tags[i] == "B-LOC")
    before = tokens[part.start - 1].norm if part.start else ""
    acts = before in particles().complementizers or bool(verb_kinds(before))
    if not town or part.sectors != ("COP",) or not (acts or tokens[part.start].norm[part.shift :] != "امن"):
        return None
    part.end, part.key, part.sure = capital.end if capital is not None else i + 1, "named", 0.7
    part.country = capital.entry.value if capital is not None else None
    return part
