"""Whether a phrase without a mention may be somebody who acts or speaks, by its words and endings."""

from __future__ import annotations

from khabar.events.lexicon import noun_keys
from khabar.events.scene import Scene
from khabar.events.things import can_be_told
from khabar.lexicon.words import word_list
from khabar.records import Mention, MentionKind
from khabar.text.phrases import Phrase
from khabar.text.wordlist import VERBAL_NOUN, known_word


def is_power(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is those in power, told of by one definite noun (`رصاص الاحتلال`)."""
    word = scene.words[phrase.inner]
    return word.definite and bool({*noun_keys(word.bare)} & scene.classes["authorities"])


def is_force(scene: Scene, mention: Mention) -> bool:
    """Whether somebody is an armed force or the police, known as such or only called so (`قوات التحالف`)."""
    if ARMED & set(mention.sectors):
        return True
    return any(scene.is_one_of(w, ("forces", "troops", "security")) for w in scene.words_at(mention.span)[:1])


def is_bystander(scene: Scene, mention: Mention) -> bool:
    """Whether one man without a name does not fight: neither armed nor a demonstrator (`استشهد طفل خلال مواجهات`)."""
    words = scene.words_at(mention.span)
    if mention.kind is not MentionKind.UNNAMED or not words or words[0].kind == "num" or is_force(scene, mention):
        return False
    if scene.is_one_of(words[0], _FIGHTING) or words[0].bare.endswith(("ون", "ين", "ات", "ان")):
        return False
    phrase = scene.phrases[scene.phrase_at(words[0].index)]
    return phrase.number in ("", "sg")


_FIGHTING = ("fighters", "armed", "protesters", "demonstrators", "rioters", "troops", "security", "forces", "fugitives")
"""Classes of those who can be a side of a clash."""
ARMED = frozenset({"MIL", "COP", "SPY", "REB", "PRM"})
"""Sectors of those who bear arms."""


def are_people(scene: Scene, phrase: Phrase) -> bool:
    """Whether the ending of a definite noun shows people (`طلب المتعاملين`)."""
    word = scene.words[phrase.head]
    return word.definite and word.bare.startswith("م") and word.bare.endswith(("ين", "ون")) and len(word.bare) > 6


def are_many(scene: Scene, phrase: Phrase) -> bool:
    """Whether the head of a phrase is a definite sound plural of people that no list knows (`إضراب القيمين`)."""
    word = scene.words[phrase.head]
    plural = word.definite and word.bare.endswith(("ين", "ون")) and len(word.bare) > 4
    return plural and word.kind in ("noun", "adj") and scene.atoms[phrase.head] < 0


def may_send(scene: Scene, phrase: Phrase, definite: bool) -> bool:
    """Whether a phrase without a mention is a body, or many people, that something comes from (`نداء من سفينة`).

    Behind a `definite` noun `من` says of whom somebody is one (`الأحزاب المساندة للمبادرة من الموقعين`).
    """
    body = {*noun_keys(scene.words[phrase.head].bare)} & scene.classes["institutions"]
    return bool(body) or can_be_told(scene, phrase) or (not definite and are_many(scene, phrase))


_DOERS = ("speakers", "judges", "forces", "protesters", "arms", "machines", "security")


_OWN_STATE = word_list(__name__, "own_state")


def can_do(scene: Scene, phrase: Phrase) -> bool:
    """Whether the genitive of an event noun may be who does it, and is no adjective or topic (`تهديد مبطن`)."""
    words = scene.words[phrase.inner : phrase.head + 1]
    named = any(w.kind == "name" and known_word(w.norm) == 0 for w in words)  # `تقاسم أعباء المرحلة` names nobody
    if words and words[-1].bare in _OWN_STATE:
        return True  # `التزام بلاده`
    return scene.atoms[phrase.head] >= 0 or named or any(scene.is_one_of(w, _DOERS) for w in words)


def can_speak(scene: Scene, phrase: Phrase) -> bool:
    """Whether a subject may be somebody who speaks, and is not what is done (`تأسيس الجماعة`) or a verb misread."""
    head = scene.words[phrase.head]
    machines = scene.classes["machines"] - scene.classes["media"]  # `المنصة الإعلامية`
    if {*noun_keys(head.bare)} & machines:
        return False
    if scene.atoms[phrase.head] >= 0 or bool({*noun_keys(head.bare)} & scene.classes["speakers"]):
        return True
    if any(i in scene.event_words for i in range(phrase.inner, phrase.end)):
        return False
    things = (scene.classes["weapons"] | scene.classes["arms"] | machines) - scene.classes["media"]
    if any(w.kind == "dem" for w in scene.words[phrase.inner : phrase.head + 1]) or {*noun_keys(head.bare)} & things:
        return False
    bare = head.bare.removesuffix("ه") if phrase.possessed else head.bare  # `مساعده`: his aide, and no help
    return VERBAL_NOUN.match(bare) is None and not (head.conj and head.readings)
