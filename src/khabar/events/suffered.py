"""Whom the pronoun on a deed stands for, where it was done to him (`قال الناشط إنه تم توقيفه`)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from khabar.events.lexicon import Sense
from khabar.events.scene import Scene
from khabar.events.standing import reports
from khabar.events.trigger import WHILE, Trigger, genitive
from khabar.records import MentionKind
from khabar.text.clauses import Clause
from khabar.text.phrases import Phrase
from khabar.text.words import Word


def whom_let_go(scene: Scene, trigger: Trigger, clause: Clause) -> Phrase | None:
    """Whom a clause was about before a deed done to them, where its subject may have done it, or None.

    `أطلقت قوات الأمن سراح عدد من الناشطين بعد توقيفهم`.
    """
    word, types = scene.words[trigger.words[-1]], {s.type for s in trigger.senses}
    if "COERCE" not in types or scene.phrases[trigger.phrase].prep not in WHILE | {"قبل"}:
        return None
    behind = (p for p in reversed(scene.phrases[clause.index : trigger.phrase]) if p.kind == "np" and not p.suffix)
    told = next((p for p in behind if _of_people(scene, p) and may_stand_for(word, p)), None)
    if told is None or any(told is p for p in clause.subject):
        return None
    return told if told.person else next(iter(genitive(scene, [told])), None)


def _of_people(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is people or ends in them (`سراح ثلاثة ناشطين`), and no body."""
    kinds = {scene.mentions[n].kind for n in phrase.mentions}
    return bool(kinds & {MentionKind.PERSON, MentionKind.UNNAMED}) or (phrase.person and not kinds)


def whom_told_of(scene: Scene, trigger: Trigger) -> Phrase | None:
    """Whom the pronoun of a deed stands for that is only said to have been done (`قال الناشط إنه تم توقيفه`): the
    nearest person before it who agrees, and no official who tells it.
    """
    clause, deed = trigger.clause, scene.phrases[trigger.phrase]
    if trigger.slot != "subj" or clause is None or clause.verb is None or clause.verb.verb.lemma not in ("تمّ", "جرى"):
        return None
    before = (p for p in reversed(scene.phrases[: clause.index]) if p.kind == "np" and p.person and not p.suffix)
    one = (p for p in before if p.who is not MentionKind.GROUP)
    agree = (p for p in one if may_stand_for(scene.words[trigger.words[-1]], p))
    return next((p for p in agree if not reports(scene, p, deed)), None)


def may_stand_for(word: Word, phrase: Phrase) -> bool:
    """Whether the pronoun on a noun agrees with a subject: `إجلاؤهم` is not the spokesman's."""
    if word.norm.endswith(("هم", "هن", "هما")):
        return phrase.number not in ("sg", "") or not phrase.person
    if word.norm.endswith("ها"):
        return not (phrase.person and phrase.gender == "m" and phrase.number == "sg")
    return phrase.number != "pl" and not (phrase.gender == "f" and phrase.number == "sg")


def has_pronoun(word: Word, senses: Sequence[Sense]) -> bool:
    """Whether a noun is found only by taking a pronoun off (`مقتله`, `زيارتها`)."""
    owned = not word.definite or _OWN_DEED.fullmatch(word.norm) is not None
    return owned and word.norm.endswith(("ه", "ها", "هم", "هما")) and word.token.text[-1] != "ة"


_OWN_DEED = re.compile("الت..?ا.(?:ه|ها|هم|هما)")
"""A verbal noun with a pronoun, which the article never stands before (`التقائه`, `التحاقهم`)."""
