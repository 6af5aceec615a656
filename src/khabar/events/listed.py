"""What `و` joins to a noun phrase: more people, the other side, people in number told of behind where."""

from __future__ import annotations

from khabar.events.scene import Scene
from khabar.events.trigger import Group
from khabar.text.two_sides import is_of_side, is_other_side, is_side


def joined(scene: Scene, k: int) -> Group:
    """The noun phrases that `و` joins to phrase `k`, also behind a comma as the other side (`بين الجيش، والحركة`)."""
    group: Group = []
    for j, phrase in enumerate(scene.phrases[k + 1 :], k + 1):
        apart = not group or is_side(scene.phrases[j - 1], scene.words)  # `بين الجيش والشرطة من جهة، والمسلحين`
        if phrase.kind == "comma" and apart and is_other_side(scene.phrases, k, j):
            continue
        if phrase.kind == "quote" or (phrase.kind == "np" and is_side(phrase, scene.words)):
            continue  # `بين «حزب الأمة» ومعارضيه`
        if not group and is_of_side(phrase, scene.phrases[k]):
            continue
        if not group and j == k + 1 and _are_more(scene, k, j + 1):
            continue
        if phrase.kind != "np" or not phrase.conj or phrase.prep or opens(scene, j):
            break
        group.append(phrase)
    return group


def opens(scene: Scene, j: int) -> bool:
    """Whether phrase `j` is the subject of a verb right behind it, and joined to nothing (`متمردين والقاهرة تنفي`)."""
    clause = scene.by_phrase.get(j + 1)
    if clause is None or clause.verb is None or clause.how != ("subject stands first",) or not clause.subject:
        return False
    own = clause.subject[0] is scene.phrases[j] and scene.phrases[j].conj
    return own and clause.verb.tense == "present"  # but `قوة من الجيش والشرطة أرسلت`


def _are_more(scene: Scene, k: int, j: int) -> bool:
    """Whether `و` at `j` brings in people in number beside one told of before where (`مقتل ضابط في سبها و3 جنود`)."""
    if j >= len(scene.phrases):
        return False
    where, more = scene.phrases[j - 1], scene.phrases[j]
    placed = where.kind == "np" and bool(where.prep) and not where.person and not where.conj
    counted = more.kind == "np" and more.conj and not more.prep and more.person and more.number == "counted"
    return placed and counted and scene.phrases[k].number in ("sg", "", "counted")
