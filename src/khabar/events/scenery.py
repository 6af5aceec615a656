"""Where a phrase says where a deed was done, or somebody spoke, and names nobody (`هجوم باريس`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from khabar.events.lexicon import noun_keys
from khabar.events.scene import Scene
from khabar.events.things import is_mere_place
from khabar.events.trigger import Group
from khabar.events.types import SPOKEN
from khabar.lexicon.words import word_list
from khabar.records import Mention, MentionKind
from khabar.text.particles import particles
from khabar.text.phrases import Phrase

if TYPE_CHECKING:
    from khabar.events.draft import Draft


def is_scene(scene: Scene, phrase: Phrase, mention: Mention) -> bool:
    """Whether a capital is where the attacks of a phrase were made, and stands for nobody (`اعتداءات باريس`).

    Of bombardment and raids it is the one who makes them (`غارات تل أبيب`), and so of attacks on somebody.
    """
    if not _is_town(mention) or scene.words[phrase.inner].bare not in particles().local_deeds:
        return False
    after = next((p for p in scene.phrases if p.start == phrase.end), None)
    return after is None or after.prep not in ("علي", "ضد")


def is_scene_of(draft: Draft, phrase: Phrase, slot: str) -> bool:
    """Whether the genitive of an attack is a capital where it happened (`هجوم باريس`); but `هجوم واشنطن على`.

    So is that of talks whose sides are told, or of a summit (`مفاوضات جنيف بين`, `قمة الرياض`).
    """
    number = draft.scene.atoms[phrase.head]
    if draft.type == "CONSULT" and slot == "gen" and number >= 0 and "مع" not in draft.slots:
        mention, summit = draft.scene.mentions[number], draft.scene.words[draft.trigger.words[0]].bare in _SUMMITS
        state = mention.kind is MentionKind.PLACE and phrase.inner == phrase.head
        keys = {*noun_keys(draft.scene.words[draft.trigger.words[0]].bare)}
        told = "بين" in draft.slots and bool(keys & _NAMED_AFTER)
        return state and (summit or told)
    if draft.type != "ASSAULT" or slot != "gen" or number < 0 or {"علي", "ضد", "obj"} & draft.slots.keys():
        return False
    return _is_town(draft.scene.mentions[number])


_SUMMITS = word_list(__name__, "summits")


def _is_town(mention: Mention) -> bool:
    """Whether a mention is a place that is no country (countries are known by three letters)."""
    return mention.kind is MentionKind.PLACE and mention.place is not None and len(mention.place) != 3


def is_named_after(scene: Scene, phrase: Phrase, number: int) -> bool:
    """Whether a mention in a phrase is the town that an agreement, talks or a summit are named after (`اتفاق الرياض`).

    A capital that decides or declares is the state (`بقرار الرياض`, `بإعلان الجزائر`).
    """
    mention = scene.mentions[number]
    state = (mention.actor or "").startswith("state-")
    if mention.kind is not MentionKind.PLACE or state:
        return False
    at = next((i for i in range(phrase.inner, phrase.end) if scene.atoms[i] == number), phrase.inner)
    noun = scene.words[at - 1] if at > 0 and not scene.words[at].prep else None
    return noun is not None and not noun.definite and bool({*noun_keys(noun.bare)} & _NAMED_AFTER)


_NAMED_AFTER = frozenset(
    {"اتفاق", "اتفاقيه", "اتفاقات", "معاهده", "هدنه", "قمه", "مءتمر", "مفاوضات", "محادثات", "مباحثات", "مشاورات"}
    | {"اجتماع", "اجتماعات", "حوار", "منتدي", "جوله"}
)


def is_somewhere(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase behind `ب` says where: a town, or `محافظة` and the like with a name; no state."""
    settled = {*noun_keys(scene.words[phrase.inner].bare)} & scene.classes["place_nouns"]
    return (bool(settled) and not scene.is_state(phrase)) or is_mere_place(scene, phrase)


def is_land(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is a place, or land with its owner (`الأراضي اللبنانية`), from which an attack came."""
    land = scene.classes["place_nouns"] | _LAND
    return phrase.who is MentionKind.PLACE or bool({*noun_keys(scene.words[phrase.inner].bare)} & land)


_LAND = word_list(__name__, "land")


def says_where(draft: Draft, groups: list[Group]) -> bool:
    """Whether a place right behind who speaks says where he is, and what he speaks of comes next.

    `ندد السفير التركي بعمان بالهجوم`; but `نددت الوزارة بإسرائيل`.
    """
    scene, clause = draft.scene, draft.trigger.clause
    if draft.type not in SPOKEN or clause is None or len(groups) < 2 or len(groups[0]) > 1:
        return False
    place, matter = groups[0][0], groups[1][0]
    behind = bool(clause.subject) and clause.subject[-1].end == place.start
    first = range(matter.inner, min(matter.inner + 2, matter.end))
    deed = any(i in scene.event_words or i in scene.violent for i in first)
    return behind and place.who is MentionKind.PLACE and deed and not matter.conj
