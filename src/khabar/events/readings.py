"""Which verb a word is and where its object begins, as the senses of the lexicon tell beyond the grammar."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.events.lexicon import NONE, EventLexicon, Sense, noun_keys
from khabar.events.scene import Scene
from khabar.records import MentionKind
from khabar.text.agreement import fits, same_person
from khabar.text.clauses import Clause
from khabar.text.particles import particles
from khabar.text.phrases import Phrase
from khabar.text.subjects import FOLLOWS
from khabar.text.verbs import Reading
from khabar.text.words import Word

Group = list[Phrase]


def senses_of(word: Word, verb: Reading, lexicon: EventLexicon) -> tuple[Sense, ...]:
    """The senses of a verb; where it has none that holds of itself, also those of verbs spelled the same.

    `حمل المتظاهرون لافتات`, `حملت الحركة الحكومة المسؤولية`: what stands around the word tells which verb it is.
    """
    own = lexicon.verb_senses.get(verb.verb.key, ())
    if any(s.type != NONE and not s.when for s in own):
        return own
    keys = dict.fromkeys(
        r.verb.key
        for r in word.readings
        if (r.tense, r.person, r.suffix) == (verb.tense, verb.person, verb.suffix) and r.verb.key != verb.verb.key
    )
    senses = [s for key in keys for s in lexicon.verb_senses.get(key, ())]
    others = [s for s in senses if any(c.words and not c.negated for c in s.when)]
    return (*(s for s in own if s.when), *others, *(s for s in own if not s.when))


def parted(scene: Scene, clause: Clause, senses: Sequence[Sense]) -> tuple[Phrase, Phrase] | None:
    """Subject and object of a verb that stand in one phrase, where the second begins with a word its senses ask for.

    `أصدر القائد إنذارا`, `ألقى شبان الحجارة`: the words of a sense's condition on its object tell where that begins.
    Of several subjects it is the last one's phrase (`تبادل الملك والرئيس التهاني`).
    """
    if not clause.subject or clause.how != (FOLLOWS,) or clause.agent:
        return None
    phrase = clause.subject[-1]
    wanted = _wanted(senses)
    for k in range(phrase.inner + 1, phrase.end):
        word = scene.words[k]
        keys = noun_keys(word.bare)
        if word.kind == "adj" and word.norm.endswith(("ي", "يه")) and word.bare not in wanted:
            continue
        if scene.words[k - 1].norm.endswith("و") and scene.words[k - 1].kind == "noun":
            continue  # `مسلحو القرية`: what has lost its nun has a genitive
        if wanted.isdisjoint(keys) or not _closes(scene, phrase, k):
            continue
        if clause.objects and scene.atoms[k] >= 0 and scene.atoms[k] == scene.atoms[k - 1]:
            continue  # `هاجم عمال المناجم شرطيا`
        return scene.phrase(phrase.inner, k), scene.phrase(k, phrase.end)
    return None


def misplaced(scene: Scene, clause: Clause, senses: Sequence[Sense]) -> Group | None:
    """The subject told of before where what follows a verb is its object (`أوقفت الشرطة ناشطا ثم أخلت سبيله`).

    What a sense asks for as object, and none as subject, is no subject of a verb. Empty where nobody told of before
    fits or the verb is a passive by its last letter (`أخلي سبيله`); None where the subject is none of these.
    """
    alone = clause.how == (FOLLOWS,) and not clause.objects and not clause.agent
    if not alone or clause.verb is None or clause.verb.voice == "passive" or len(clause.subject) != 1:
        return None
    phrase = clause.subject[0]
    keys = {*noun_keys(scene.words[phrase.inner].bare)}
    asked = {c.slot for s in senses for c in s.when if c.words and not c.negated and keys & c.words}
    if phrase.person or keys & scene.classes["bodies"] or "obj" not in asked or "subj" in asked:
        return None
    if clause.verb.tense == "past" and scene.words[scene.phrases[clause.index].head].token.text.endswith("ي"):
        return []
    before = (c for c in reversed(scene.clauses) if c.index < clause.index and c.subject)
    return next((c.subject for c in before if fits(c.subject[0], clause.verb)), [])


def what_is_made(scene: Scene, clause: Clause, senses: Sequence[Sense]) -> list[Group]:
    """The object of a verb that has none but an accusative that mostly says why (`قدمت الوزارة احتجاجا إلى السفير`).

    It is one where the senses of the verb ask for that word as their object; else nothing.
    """
    wanted = _wanted(senses)
    between = scene.phrases[clause.index + 1 : clause.stop] if clause.verb is not None else []
    bare = [p for p in between if p.kind == "np" and not (p.prep or p.conj or p.definite)]
    why = [p for p in bare if scene.words[p.inner].norm in particles().adverbs]
    return [[p] for p in why if not wanted.isdisjoint(noun_keys(scene.words[p.inner].bare))][:1]


def _wanted(senses: Sequence[Sense]) -> frozenset[str]:
    """The words that the senses of a verb ask for in its object."""
    asked = (c.words for s in senses for c in s.when if c.slot == "obj" and c.words and not c.negated)
    return frozenset[str]().union(*asked)


def carried_on(scene: Scene, clause: Clause, senses: Sequence[Sense]) -> list[Phrase]:
    """Who did what a verb after `و` tells, where the noun behind it is what its senses ask for as its object.

    `نددت الجزائر بالهجوم، وعرضت المساعدة`, `زار الوزير المخيم ووزع خياما`: the subject of the verb before, or nothing.
    """
    if clause.how != (FOLLOWS,) or len(clause.subject) != 1 or clause.objects or clause.agent:
        return []
    phrase = clause.subject[0]
    if phrase.person or not scene.phrases[clause.index].conj or clause.verb is None or clause.verb.voice == "passive":
        return []
    words = scene.words[phrase.inner : phrase.head + 1]
    if _wanted(senses).isdisjoint(key for w in words for key in noun_keys(w.bare)):
        return []
    told = (c for c in reversed(scene.clauses) if c.index < clause.index and not c.antecedent and c.subject)
    before = next(told, None)
    if before is None or any(p.kind == "stop" for p in scene.phrases[before.index : clause.index]):
        return []
    somebody = before.subject[0].person or bool(before.subject[0].mentions)
    return before.subject if somebody and same_person(before, clause) else []


def _closes(scene: Scene, phrase: Phrase, k: int) -> bool:
    """Whether the words of a phrase before word `k` can be somebody, and no noun that `k` is the genitive of."""
    last, number = scene.words[k - 1], scene.atoms[k - 1]
    if last.kind == "num" or (k == phrase.inner + 1 and last.norm in particles().quantifiers):
        return False  # `أوقف 590 شخصا`, `اعتقل عشرات المحتجين`
    if number >= 0 and number == scene.atoms[k]:
        mention = scene.mentions[number]
        return mention.kind is MentionKind.UNNAMED and last.definite is False and k == phrase.inner + 1
    owned = last.kind == "noun" and last.norm.endswith(("ها", "هم", "هما"))  # `استخباراتهما معلومات`
    closed = last.definite or owned or (number >= 0 and scene.mentions[number].kind is not MentionKind.UNNAMED)
    return closed or last.kind == "adj" or (number >= 0 and not last.definite)
