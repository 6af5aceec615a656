"""When and where every draft of a report was, and what the report gives those that do not say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from khabar.events.draft import Draft
from khabar.events.history import LEFT_OF_IT, is_dated_behind
from khabar.events.likeness import TOLD
from khabar.events.scene import Scene
from khabar.events.when import OF_A_DAY, at_an_hour, event_time, takes_up_a_time
from khabar.events.where import Around, Named, Placed, event_place
from khabar.names.lexicon import INTERNATIONAL
from khabar.places.definite import definite
from khabar.places.landmarks import landmarks
from khabar.records import Auxiliary, EventPlace, EventTime, Place, Published, Span
from khabar.text.tokens import tokenize

if TYPE_CHECKING:
    from khabar.coder import Coder, Reading

LEAD = 2
"""How many sentences of the body tell what the news is."""

Setting = tuple[EventTime, EventPlace | None]
NEWS = timedelta(days=3)
"""How old what a report tells as news can be."""
NEAR = 2
"""How many sentences back an event may be told whose place the report gives to later ones."""


def settings_of(
    drafts: Sequence[Draft], scenes: Sequence[Scene], published: Published | None, named: Named
) -> dict[int, Setting]:
    """Time and place of every draft, with what earlier sentences gave to fall back on."""
    numbers = {id(scene): n for n, scene in enumerate(scenes)}
    found: dict[int, Setting] = {}
    told = _day_of_the_lead(scenes, published)
    first: EventTime | None = None
    last_place: Placed | None = None
    told_in = 0
    for draft in drafts:
        time = event_time(draft, published, told)
        if time.origin not in TOLD and takes_up_a_time(draft):
            time = _told_before(draft, scenes) or time
        told = time if _dates_others(draft, time, published) else told
        near_by = last_place if last_place is not None and numbers[id(draft.scene)] - told_in <= NEAR else None
        place = event_place(draft, named.placed, Around(near_by, named.dateline, named.seats))
        first = first or told
        found[id(draft)] = (time, place)
        near = place is not None and place.origin in ("event", "sentence") and place.place.level >= 2
        if near and place is not None and place.span is not None:
            last_place, told_in = Placed(place.span, place.place, place.sure), numbers[id(draft.scene)]
    if first is not None:
        _date_headline(drafts, found, first)
    return found


def undated_if_past(draft: Draft, time: EventTime, day: date | None) -> EventTime:
    """The time of a draft, or none where it lies back and has only the day of the news, told or of publication.

    What lies back is known only once all tellings are joined; until then such a draft has the day of its report.
    """
    past = Auxiliary.HISTORICAL in draft.auxiliary and not at_an_hour(draft)
    if not past or time.origin not in ("published", "report") or time.start is None or day is None:
        return time
    return time if time.start < day - NEWS else EventTime(None, None, "unknown", "unknown")


def _told_before(draft: Draft, scenes: Sequence[Scene]) -> EventTime | None:
    """The time told last before an event, which its own words point back to (`واعتذر يومها`)."""
    times = (t for scene in scenes for t in scene.times if t.kind == "date" and t.start is not None)
    before = [t for t in times if t.span.end <= draft.span.start]
    if not before:
        return None
    last = max(before, key=lambda t: t.span.start)
    return EventTime(last.start, last.end, last.precision, "report", last.span, last.text)


def _day_of_the_lead(scenes: Sequence[Scene], published: Published | None) -> EventTime | None:
    """The day that the first sentences of the body tell, which is that of the news where no event is told with one."""
    body = [scene for scene in scenes if scene.sentence.paragraph >= 0][:LEAD]
    for time in (t for scene in body for t in scene.times):
        if published is None or time.start is None or time.start != time.end or time.text.startswith("بعد"):
            continue
        told = time.kind == "date" and time.precision in OF_A_DAY
        if told and timedelta(0) <= published.day - time.start <= NEWS:
            return EventTime(time.start, time.end, time.precision, "report", time.span, time.text)
    return None


def named_places(reading: Reading, coder: Coder) -> Named:
    """The places of a report."""
    dateline = _dateline(reading, coder)
    return Named(_placed(reading, coder, dateline), [Placed(*seat) for seat in reading.seats], dateline)


def _placed(reading: Reading, coder: Coder, dateline: Place | None) -> list[Placed]:
    """The places of the report in their order, those taken up by their kind noun too, mere landmarks marked."""
    by_id = {p.id: p for p in reading.places}
    placed = [Placed(m.span, by_id[m.place], m.sure) for m in reading.mentions if m.place in by_id]
    told = [(p.span, p.place) for p in placed] + [(span, place) for span, place, _ in reading.seats]
    taken_up = definite(reading.tokens, told, dateline, _capital(reading, coder, dateline))
    placed += [Placed(span, place, 0.5, name) for span, name, place in taken_up]
    placed.sort(key=lambda p: p.span)
    beside = landmarks(reading.tokens, [(p.span, p.place) for p in placed])
    return [replace(p, landmark=True) if p.span in beside else p for p in placed]


def _capital(reading: Reading, coder: Coder, dateline: Place | None) -> Place | None:
    """The capital of the country a report is about: the one it names most often, else that of its dateline."""
    named = Counter(m.country for m in reading.mentions if m.country and m.country not in INTERNATIONAL)
    likeliest = dateline.country if dateline is not None else None
    country = max(sorted(named), key=lambda c: (named[c], c == likeliest)) if named else likeliest
    return coder.capital(country) if country is not None else None


def _date_headline(drafts: Sequence[Draft], found: dict[int, Setting], news: EventTime) -> None:
    """Give what only the headline tells, and has no day there, the day of the news that the body gives first."""
    for draft in drafts:
        time, place = found[id(draft)]
        if draft.scene.sentence.paragraph < 0 and time.origin == "published":
            found[id(draft)] = replace(news, origin="report"), place


def _dates_others(draft: Draft, time: EventTime, published: Published | None) -> bool:
    """Whether an event is the news of the report: what is told after it without a day of its own is of that day."""
    if time.origin not in ("event", "sentence") or time.end is None or published is None:
        return False
    return Auxiliary.HISTORICAL not in draft.auxiliary and timedelta(0) <= published.day - time.end <= NEWS


def _dateline(reading: Reading, coder: Coder) -> Place | None:
    """The place of the dateline: one the report names, else the likeliest of that name in a country it names."""
    name = reading.article.dateline
    if not name:
        return None
    found = coder.gazetteer.lookup([t.norm for t in tokenize(name)])
    named = {p.id for p in reading.places}
    countries = {m.country for m in reading.mentions if m.country}
    return min(found, key=lambda p: (p.id not in named, p.country not in countries), default=None)


def setting_of(draft: Draft, settings: Mapping[int, Setting], by_trigger: Mapping[Span, Setting]) -> Setting:
    """When and where an event was: as its first telling says, or the next that has a day or place of its own.

    `settings` are those of all drafts by identity, `by_trigger` by their triggers.
    """
    time, place = settings[id(draft)]
    others = [by_trigger[span] for span in draft.also if span in by_trigger]
    if time.origin not in TOLD:
        time = next((t for t, _ in others if t.origin in TOLD and t.start is not None), time)
    if place is None or place.origin not in TOLD:
        place = next((p for _, p in others if p is not None and p.origin == TOLD[0]), place)
    if LEFT_OF_IT in draft.proved and not is_dated_behind(draft, time):
        time = EventTime(None, None, "unknown", "unknown")  # it is not of the day of the news
    return time, place
