"""Where an event was: the place its own words give, else its sentence, else the report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from khabar.events.draft import Draft
from khabar.events.lexicon import noun_keys
from khabar.events.scene import Scene
from khabar.events.setting import after_topic, area_of, is_matter
from khabar.events.types import SPOKEN
from khabar.lexicon.words import word_list
from khabar.records import EventPlace, Mention, MentionKind, Place, Span
from khabar.text.particles import particles

_SOMEWHERE = frozenset({"ASSAULT", "PROTEST"})
"""Types whose events take the place that the report tells just before: of those of other types readers leave nine of
ten without one."""
_STEP = 60
"""Letters: places nearer to each other than that are equally near."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A place named in the text, or taken up by its kind noun, settled."""

    span: Span
    place: Place
    sure: float
    name: Span | None = None
    """Where the name stands that a kind noun takes up."""
    landmark: bool = False
    """Whether it only tells where another place lies; then nothing happened there."""


@dataclass(frozen=True, slots=True)
class Named:
    """The places of a report, and what it gives a whole report."""

    placed: Sequence[Placed]
    """Those told as such or taken up by their kind noun."""
    seats: Sequence[Placed]
    """Those inside the names of bodies and the titles of people."""
    dateline: Place | None


@dataclass(frozen=True, slots=True)
class Around:
    """What the report gives an event that has no place of its own."""

    last: Placed | None = None
    """The place of the last event before it that had one, not many sentences back."""
    dateline: Place | None = None
    seats: Sequence[Placed] = ()
    """Places inside the names of bodies and the titles of people."""


def event_place(draft: Draft, placed: Sequence[Placed], around: Around) -> EventPlace | None:
    """The place of an event: in its own words, else its sentence's, else the report's last, else its main one.

    A deed of words has a place only where it is told with it: of 900 that the report would have given in real news,
    readers gave 45.
    """
    scene = draft.scene
    inside = [p for p in placed if scene.sentence.span.contains(p.span) and not p.landmark]
    given = _given(draft, inside)
    if given is not None:
        return _found(draft, given, "event", given.sure)
    area = area_of(draft)
    inside = [p for p in inside if not is_matter(draft, p.span) and not is_origin(draft, p.span, placed)]
    located = [p for p in inside if is_located(scene, p.span)]
    own = [p for p in located if area.contains(p.span) and not after_topic(draft, p.span)]
    towns = [p for p in inside if area.contains(p.span) and p not in located and _is_town(draft, p)]
    if draft.sense.type in SPOKEN:
        located = []
    for found, origin in ((own, "event"), (towns, "event"), (located, "sentence")):
        if found:
            best = max(found, key=lambda p: _fitness(draft, p))
            return _found(draft, best, origin, best.sure)
    if draft.sense.type in SPOKEN:
        return None  # what is only said is nowhere, unless the words tell where
    return _of_report(draft, around)


def _of_report(draft: Draft, around: Around) -> EventPlace | None:
    """The place that the report gives a happening that has none of its own: told just before, or the dateline."""
    if draft.sense.type not in _SOMEWHERE:
        return None
    seats = [p for p in around.seats if draft.scene.sentence.span.contains(p.span) and _is_seat(p)]
    if seats:
        best = max(seats, key=lambda p: _fitness(draft, p))
        return _found(draft, best, "actor", best.sure * 0.7)
    if around.last is not None:
        return _found(draft, around.last, "report", around.last.sure * 0.7)
    if around.dateline is not None:
        return EventPlace(around.dateline, "dateline", None, None, 0.6)
    return None


def _found(draft: Draft, placed: Placed, origin: str, sure: float) -> EventPlace:
    name = placed.name or placed.span
    return EventPlace(placed.place, origin, name, name.of(draft.scene.text), sure)


def _given(draft: Draft, inside: Sequence[Placed]) -> Placed | None:
    """The place that is the event's by its frame: told by a support verb, visited, hit or taken."""
    given = next((p for p in inside if draft.where is not None and draft.where.overlaps(p.span)), None)
    visit = "visit" in draft.sense.modes
    if given is None and (visit or draft.sense.type in ("ASSAULT", "COERCE")):
        hit = [m for m in draft.recipients if visit or _is_place(draft, m)]
        given = next((p for p in inside if any(m.span.contains(p.span) for m in hit)), None)
    return given


def _is_place(draft: Draft, mention: Mention) -> bool:
    """Whether what was hit or taken is itself a place (`قصف بلدة تل رفعت`)."""
    first = draft.scene.words_at(mention.span)[0]
    places = draft.scene.classes["place_nouns"] | draft.scene.classes["settlements"]
    return mention.kind is MentionKind.PLACE or bool({*noun_keys(first.bare)} & places)


def _fitness(draft: Draft, placed: Placed) -> tuple[bool, int, int]:
    """No whole country where there is a nearer place; then what stands nearest, then what is smallest."""
    return placed.place.level >= 2, -_distance(draft.span, placed.span) // _STEP, placed.place.level


def _distance(a: Span, b: Span) -> int:
    return b.start - a.end if b.start >= a.end else a.start - b.end


def _is_town(draft: Draft, placed: Placed) -> bool:
    """Whether a place that no preposition governs can be where a deed was: a town that stands for no government.

    A capital that is visited or plays the host is meant as a place (`تستضيف نيروبي القمة`).
    """
    met = draft.sense.type == "CONSULT"
    return placed.place.level >= 3 and (met or placed.place.feature_code != "PPLC")


def _is_seat(placed: Placed) -> bool:
    """Whether a place in somebody's title tells where he acts: no country's, and no capital's."""
    return placed.place.level >= 3 and placed.place.feature_code != "PPLC"


def is_located(scene: Scene, span: Span) -> bool:
    """Whether a place stands after a preposition of place, nouns of place and names joined to it between."""
    wanted = particles().locatives | particles().directions
    for phrase in scene.phrases:
        if (
            phrase.kind == "np"
            and scene.words[phrase.start].token.start <= span.start < scene.words[phrase.end - 1].end
        ):
            head = scene.words[phrase.start]
            if (phrase.prep or head.prep) in wanted or (head.kind == "prep" and head.norm in wanted):
                return True
            return _is_led(scene, phrase.start)
    return False


def is_origin(draft: Draft, span: Span, placed: Sequence[Placed]) -> bool:
    """Whether force only came from a place, or somebody is from there, and what was done is told elsewhere behind it.

    `قصف الجيش من كيليس مواقع في أعزاز`, `قتل ضابط من درعا في معارك بحلب`.
    """
    scene = draft.scene
    if draft.type not in ("ASSAULT", "COERCE") or not scene.sentence.span.contains(span):
        return False
    at = scene.words_at(span)[0].index
    nouns = scene.classes["place_nouns"] | scene.classes["settlements"] | scene.classes["premises"]
    while at > 1 and {*noun_keys(scene.words[at - 1].bare)} & nouns:
        at -= 1
    if at < 2 or scene.words[at - 1].norm != "من" or scene.words[at - 2].bare in _NEAR:
        return False
    here = next((p.place for p in placed if p.span == span), None)
    for other in placed:
        if other.span.start < span.end or not scene.sentence.span.contains(other.span) or other.landmark:
            continue
        if here is not None and other.place.level < here.level and here.country in (None, other.place.country):
            continue  # `من مدينة دجلة في جنوب شرقي تركيا`
        words = scene.words[at : scene.words_at(other.span)[0].index]
        if is_located(scene, other.span) and not any(w.kind == "verb" or w.norm in ("من", "الي") for w in words):
            return True
    return False


_NEAR = word_list(__name__, "near")


def _is_led(scene: Scene, at: int) -> bool:
    """Whether what stands right before a word is a noun of place that a preposition of place governs."""
    places = scene.classes["place_nouns"] | scene.classes["settlements"]
    wanted = particles().locatives | particles().directions
    for index in range(at - 1, max(at - 4, -1), -1):
        word = scene.words[index]
        if word.prep in wanted or (word.kind == "prep" and word.norm in wanted):
            return index < at - 1
        if not {*noun_keys(word.bare)} & places:
            return False
    return False
