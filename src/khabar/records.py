"""The data model: immutable, slotted records, and nothing else.

Every `Span` is a pair of character offsets into `Article.text`, end excluded, so that whatever khabar says can be
shown in the text. Records that hold words beside a span (`Mention.text`, `Event.trigger_text`) hold exactly the words
that stand there. Names of fields follow PLOVER (Open Event Data Alliance, draft 0.8, 2021) where it has a name.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Where words stand: character offsets into `Article.text`, `end` excluded."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Raise `ValueError` for a span that is turned round or begins before the text."""
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words of `text` at this span."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def cover(self, other: Span) -> Span:
        """The smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


# --- the article ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Published:
    """When a report says it was published: `value` is ISO 8601, `2024-09-17` or `2024-09-17T15:34`."""

    value: str
    precision: str
    """`day` or `minute`."""
    zone: str | None
    """IANA name or offset (`Asia/Riyadh`, `+03:00`) where the page or its outlet tells it."""
    text: str
    """The words or the attribute it was read from."""
    origin: str
    """`date line`, `json-ld`, `opengraph`, `time element`, `given` (by the caller) or `feed`."""

    @property
    def day(self) -> date:
        """The day of publication."""
        return date.fromisoformat(self.value[:10])


@dataclass(frozen=True, slots=True)
class Removed:
    """Words of the page that are not in `Article.text`, and why."""

    text: str
    reason: str
    """`furniture`, `doubled text`, `date line`, `byline`, `dateline`, `credit`, `caption`."""
    rule: str
    """The lexicon entry or rule that took them out."""


@dataclass(frozen=True, slots=True)
class Article:
    """One report, cleaned. `text` is the headline (if any), then the paragraphs, each on its own line."""

    id: str
    """The first 16 hex digits of SHA-256 over url and text: same content, same id."""
    text: str
    headline_span: Span | None
    paragraphs: tuple[Span, ...]
    """The body's paragraphs, without the headline."""
    url: str | None = None
    outlet: str | None = None
    byline: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    """Credits: the agencies whose copy it is (`رويترز`)."""
    dateline: str | None = None
    """The place where it was written, as the dateline gives it."""
    published: Published | None = None
    modified: Published | None = None
    removed: tuple[Removed, ...] = ()
    language: str = "ar"

    def __str__(self) -> str:
        """The text as it was read, headline first."""
        return self.text

    @property
    def headline(self) -> str | None:
        """The headline's words, or None."""
        return None if self.headline_span is None else self.headline_span.of(self.text)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; `paragraph` counts the body's paragraphs from 0, the headline is -1."""

    index: int
    span: Span
    paragraph: int


# --- times, places, numbers -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Time:
    """A stretch of time the text names. `start` and `end` are days, both included; None where it is open."""

    span: Span
    text: str
    start: date | None
    end: date | None
    precision: str
    """`minute`, `hour`, `day`, `week`, `month`, `season`, `year`, `decade` or `open`."""
    clock: str | None = None
    """`HH:MM`, or `HH:MM/HH:MM`, where the words tell it."""
    kind: str = "date"
    """`date` (a point or stretch on the calendar), `duration`, `open span` (`منذ عودة ...`) or `repeated`."""
    relative: bool = False
    """Whether it was resolved against the date of publication."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in words or digits: the least and the most it can mean."""

    span: Span
    text: str
    low: int
    high: int | None
    """None where it is open upwards (`أكثر من مئة`)."""
    exact: bool


@dataclass(frozen=True, slots=True)
class Place:
    """A place on the map. `level` is PLOVER's resolution: 5 sub-city, 4 city, 3 district, 2 province, 1 country."""

    id: str
    name_ar: str
    name_en: str
    country: str | None
    """ISO 3166-1 alpha-3."""
    level: int
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None
    feature_class: str | None = None
    feature_code: str | None = None
    province: str | None = None


# --- names and actors -------------------------------------------------------------------------------------------


class MentionKind(StrEnum):
    """What a mention names."""

    PERSON = "person"
    GROUP = "group"
    OFFICE = "office"
    NATIONALITY = "nationality"
    PLACE = "place"
    UNNAMED = "unnamed"
    """People or groups told of without a name: `مسلحون مجهولون`."""
    PRONOUN = "pronoun"
    """Only a verb's or pronoun's reference to a mention before."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for somebody, some group, office or place."""

    span: Span
    text: str
    kind: MentionKind
    head: Span
    """The word that carries number and gender; for a titled person, the title's first word."""
    name: Span | None = None
    """The proper name inside, without title and apposition."""
    actor: str | None = None
    """`Actor.id` where it is settled who is meant."""
    place: str | None = None
    """`Place.id` where it names, or stands for, a place."""
    country: str | None = None
    sectors: tuple[str, ...] = ()
    office: str | None = None
    """The office the words give, in the text's own words without clitics (`وزير الخارجية`)."""
    resolved_by: str | None = None
    """How the actor was settled: `name`, `spelling variant`, `office within the report`, `office at the date`, ..."""
    sure: float = 1.0


@dataclass(frozen=True, slots=True)
class Office:
    """An office somebody held, ISO days, None where open or not known."""

    title: str
    country: str | None
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone or some group that mentions stand for."""

    id: str
    name_ar: str
    name_en: str | None
    kind: MentionKind
    country: str | None
    """ISO 3166-1 alpha-3, or PLOVER's IGO, NGO, MNC, INT."""
    sectors: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    known: bool = True
    """False for an actor made up from this report alone."""


# --- sources ----------------------------------------------------------------------------------------------------


class Stance(StrEnum):
    """How a source stands to what it is told to have said."""

    ASSERTS = "asserts"
    DENIES = "denies"
    DOUBTS = "doubts"
    CONFIRMS = "confirms"
    ACCUSES = "accuses"
    PROMISES = "promises"
    WARNS = "warns"
    ASKS = "asks"


AGAINST = frozenset({Stance.DENIES, Stance.DOUBTS})
"""The stances of those who do not tell it as so."""


class SourceKind(StrEnum):
    """What kind of source it is."""

    PERSON = "named official or person"
    OFFICE = "office"
    GROUP = "group"
    DOCUMENT = "document"
    MEDIA = "media"
    WITNESS = "witness"
    ANONYMOUS = "anonymous"
    OUTLET = "the outlet itself"


@dataclass(frozen=True, slots=True)
class Source:
    """One link of the chain of who says so."""

    kind: SourceKind
    mention: Mention | None
    """None for the outlet itself, and where the words name nobody (`يقال إن`)."""


OUTLET = "outlet"
"""The id of the attribution that stands for the outlet's own voice; it covers the whole report."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what: a chain of sources, nearest to the reporter first, over the words they stand for."""

    id: str
    chain: tuple[Source, ...]
    stance: Stance
    cue: Span | None
    """The words that show it (`وقالت`, `ووفق`); None for the outlet's own voice."""
    cue_text: str | None
    scope: Span
    """The words that stand under it."""
    hedged: bool = False
    rule: str = ""
    inside: str | None = None
    """`Attribution.id` of the statement this one is told in."""


@dataclass(frozen=True, slots=True)
class Denial:
    """Who denies or doubts an event that others assert."""

    mention: Mention
    stance: Stance
    cue: Span
    cue_text: str
    sentence: Span


# --- events -----------------------------------------------------------------------------------------------------


class Auxiliary(StrEnum):
    """PLOVER's auxiliary modes."""

    HISTORICAL = "historical"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    NEGATION = "negation"


IRREALIS = frozenset({Auxiliary.HYPOTHETICAL, Auxiliary.FUTURE, Auxiliary.NEGATION})
"""The modes of an event that has not come to pass."""


@dataclass(frozen=True, slots=True)
class EventTime:
    """The days of an event, and where they come from."""

    start: date | None
    end: date | None
    precision: str
    origin: str
    """`event` (words that govern it), `sentence`, `report` (an earlier sentence), `published`, or `unknown`."""
    span: Span | None = None
    text: str | None = None


@dataclass(frozen=True, slots=True)
class EventPlace:
    """The place of an event, and where it comes from."""

    place: Place
    origin: str
    """`event` (words that govern it), `sentence`, `report`, `dateline` or `actor`."""
    span: Span | None = None
    text: str | None = None
    sure: float = 1.0


@dataclass(frozen=True, slots=True)
class Size:
    """How many were hit or took part."""

    kind: str
    """`dead`, `injured`, `arrested`, `displaced`, `missing`, `abducted`, `released` or `participants`."""
    low: int
    high: int | None
    exact: bool
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Why:
    """What made an event: the lexicon entry, the rule, and what proved it."""

    entry: str
    rule: str
    proved: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom, with the words that say so."""

    id: str
    type: str
    """A PLOVER event type, such as `CONSULT`."""
    trigger: Span
    trigger_text: str
    sentence: Span
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    actors: tuple[Mention, ...] = ()
    recipients: tuple[Mention, ...] = ()
    time: EventTime | None = None
    place: EventPlace | None = None
    size: tuple[Size, ...] = ()
    auxiliary: tuple[Auxiliary, ...] = ()
    sources: tuple[str, ...] = ()
    """`Attribution.id`s: those over its trigger, the nearest first; then the outlet's own voice, `outlet`; then those
    over other words of the report that tell of it. `khabar.tellings` makes chains of them."""
    stance: Stance = Stance.ASSERTS
    hedged: bool = False
    denied_by: tuple[Denial, ...] = ()
    also: tuple[Span, ...] = ()
    """Triggers elsewhere in the report that tell of this same event."""
    confidence: float = 0.5
    why: Why = field(default_factory=lambda: Why("", ""))

    def __str__(self) -> str:
        """One line: type, trigger, who, whom, moods, sizes, when, where."""
        kind = f"{self.type}/{'+'.join(self.modes)}" if self.modes else self.type
        sides = (" + ".join(m.text for m in side) or "?" for side in (self.actors, self.recipients))
        said = [f"{kind} «{self.trigger_text}» {' > '.join(sides)}", *map(str, self.auxiliary)]
        for size in self.size:
            most = "" if size.high == size.low else "+" if size.high is None else f"-{size.high}"
            said.append(f"{size.kind} {size.low}{most}")
        if self.time is not None and self.time.start is not None:
            said.append(self.time.start.isoformat())
        if self.place is not None:
            said.append(self.place.place.name_en or self.place.place.name_ar)
        return "; ".join(said)


@dataclass(frozen=True, slots=True, repr=False)
class Record:
    """All that khabar read in one article."""

    article: Article
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    times: tuple[Time, ...]
    events: tuple[Event, ...]
    sources: tuple[Attribution, ...]
    coder: str
    """Name, version and lexicon hash: `khabar 0.2.0 lexicon 3f9c...`."""

    def __str__(self) -> str:
        """The headline or first words, then a line an event."""
        title = self.article.headline or self.article.text[:60]
        return "\n".join([title, *(f"  {event}" for event in self.events)])

    def __repr__(self) -> str:
        """Short enough for a prompt: identity and counts."""
        counts = f"{len(self.events)} events, {len(self.mentions)} mentions, {len(self.actors)} actors"
        return f"<Record {self.article.id}: {counts}>"

    def actor(self, mention: Mention) -> Actor | None:
        """The actor a mention stands for, or None."""
        return next((a for a in self.actors if a.id == mention.actor), None)

    def country(self, mention: Mention | None) -> str | None:
        """The country of a mention, or else of its actor."""
        actor = self.actor(mention) if mention is not None else None
        return (mention.country if mention is not None else None) or (actor.country if actor else None)

    def sectors(self, mention: Mention) -> tuple[str, ...]:
        """The sectors of a mention, or else of its actor."""
        actor = self.actor(mention)
        return mention.sectors or (actor.sectors if actor else ())

    def code(self, mention: Mention | None) -> str:
        """Country and sectors of a mention in one word (`IRQ/GOV+MIL`); empty where neither is known."""
        if mention is None:
            return ""
        return "/".join(filter(None, (self.country(mention), "+".join(self.sectors(mention)))))

    def denier(self, denial: Denial) -> Source:
        """Who denies, as a source: of what kind is told by a statement of his."""
        links = (link for a in self.sources for link in a.chain if link.mention is not None)
        named = (link for link in links if link.mention is not None and link.mention.span == denial.mention.span)
        return next(named, Source(SourceKind.GROUP, denial.mention))

    def attribution(self, event: Event) -> tuple[Attribution, ...]:
        """The attributions of an event in the order of `Event.sources`; the first is that of its own words."""
        by_id = {a.id: a for a in self.sources}
        return tuple(by_id[i] for i in event.sources)
