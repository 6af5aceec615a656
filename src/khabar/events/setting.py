"""Where, when and how many: the setting of an event, from the nearest words that govern it outwards.

Each answer says where it came from: the event's own clause, its sentence, an earlier sentence, the dateline or the day
of publication. A number is a size of the event only in the slot that its frame names.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from khabar.events.draft import Draft
from khabar.events.earlier import counted_back
from khabar.events.lexicon import noun_keys
from khabar.events.tolls import own_kind
from khabar.records import (
    Auxiliary,
    EventTime,
    Mention,
    MentionKind,
    Published,
    Quantity,
    Size,
    Span,
    Time,
)
from khabar.text.characters import squeeze
from khabar.text.particles import periods
from khabar.text.phrases import Phrase

HISTORY = timedelta(days=8)
"""An event told as further back than this is background to a report of the day."""
def set_size(draft: Draft, text: str) -> None:
    """Add the numbers in the slots that the frame calls sizes."""
    for kind, slot in draft.sense.size.items():
        groups = draft.slots.get(slot, ())
        for group in groups[:1]:
            for phrase in group[:1] + [p for p in group[1:] if p.head not in draft.scene.event_words]:
                size = _size(draft, own_kind(draft.scene, phrase, kind), phrase, text)
                if size is not None and all(s.span != size.span for s in draft.size):
                    _add_size(draft, size, text)


def _add_size(draft: Draft, size: Size, text: str) -> None:
    """Add a number to a draft; what `و` joins is counted together (`مقتل ضابط وأربعة مجندين`: five)."""
    before = next((s for s in draft.size if s.kind == size.kind), None)
    if before is None or before.span is None or size.span is None:
        draft.size.append(size)
        return
    span = before.span.cover(size.span)
    high = before.high + size.high if before.high is not None and size.high is not None else None
    both = Size(size.kind, before.low + size.low, high, before.exact and size.exact, span, span.of(text))
    draft.size[draft.size.index(before)] = both


def _size(draft: Draft, kind: str, phrase: Phrase, text: str) -> Size | None:
    """The number a noun phrase gives, one for a single person, or None."""
    scene = draft.scene
    span = scene.span(phrase)
    quantity = _quantity(scene.quantities, span, text)
    if quantity is not None:
        return Size(kind, quantity.low, quantity.high, quantity.exact, quantity.span, quantity.text)
    number = scene.atoms[phrase.head]
    mention = scene.mentions[number] if number >= 0 else None
    if mention is not None and (mention.actor or "").startswith("?noun|") and _is_pair(mention):
        return Size(kind, 2, 2, True, span, span.of(text))  # `اعتقلوا فتيين`
    if mention is None or phrase.number != "sg" or not _is_one(mention, scene.words[phrase.head].bare):
        return None
    return Size(kind, 1, 1, True, span, span.of(text))


def _is_pair(mention: Mention) -> bool:
    """Whether a mention is a dual by the key of its noun, and by its ending (no `مهندسا`)."""
    first = squeeze(mention.text.split()[0])
    return (mention.actor or "").split("|")[2].endswith("d") and first.endswith(("ان", "ين"))


def _is_one(mention: Mention, bare: str) -> bool:
    """Whether a mention is one person: a name, an office, or a noun that the lexicon enters as a singular."""
    if mention.kind in (MentionKind.PERSON, MentionKind.OFFICE):
        return True
    if mention.kind is not MentionKind.UNNAMED or mention.actor is None or not mention.actor.startswith("?noun|"):
        return False
    return mention.actor.split("|")[2].endswith("s") and not bare.endswith(("ات", "ون", "ين"))


def _quantity(quantities: Sequence[Quantity], span: Span, text: str) -> Quantity | None:
    """The first number inside a span, or one that begins right at it; no age or length of time (`49 عاما`)."""
    found = (q for q in quantities if span.start - 3 <= q.span.start < span.end)
    return next((q for q in found if not _is_duration(q, span, text)), None)


def _is_duration(quantity: Quantity, span: Span, text: str) -> bool:
    after = text[quantity.span.end : span.end].split()
    return bool(after) and squeeze(after[0]) in periods()


def event_time(draft: Draft, published: Published | None, report: EventTime | None) -> EventTime:
    """The days of an event. `report` is the day of the news that an event before it gave, if any."""
    if (back := counted_back(draft, published)) is not None:
        return back
    scene = draft.scene
    area = area_of(draft)
    future = Auxiliary.FUTURE in draft.auxiliary or Auxiliary.HYPOTHETICAL in draft.auxiliary
    usable = [t for t in scene.times if _can_date(t, published, future) and not _is_named_by(draft, t)]
    if draft.trigger.kind == "verb" and Auxiliary.HISTORICAL not in draft.auxiliary:
        # `طالبت برفع الحصار المفروض منذ أشهر`: what is said or done once has no beginning only, nor an end only.
        usable = [t for t in usable if t.kind != "open span" or _is_lasting(draft, t)]
    topical = {t.span for t in usable if after_topic(draft, t.span)}
    # `وعد بإجراء الانتخابات في 2017`: not when it was promised; `طالب بالإفراج عنه أمس` may be.
    usable = [t for t in usable if t.span not in topical or t.precision in _OF_A_DAY]
    own = [t for t in usable if area.contains(t.span)]
    if own:
        best = min(own, key=lambda t: (t.span in topical, abs(t.span.start - draft.span.start), t.span.start))
        return EventTime(best.start, _until(best, published), best.precision, "event", best.span, best.text)
    short = [t for t in usable if t.precision in _OF_A_DAY | {"week"}]
    if len(short) == 1 and not future:
        only = short[0]
        return EventTime(only.start, only.end, only.precision, "sentence", only.span, only.text)
    if report is not None and not future:
        return EventTime(report.start, report.end, report.precision, "report", report.span, report.text)
    if published is None or future:
        return EventTime(None, None, "unknown", "unknown")
    return EventTime(published.day, published.day, "day", "published", None, published.text)


_OF_A_DAY = frozenset({"minute", "hour", "day"})


def _until(time: Time, published: Published | None) -> date | None:
    """The last day of a stretch; what has gone on since a day (`منذ الأحد`) has done so up to the report."""
    since = time.kind == "open span" and time.end is None and time.start is not None and published is not None
    return published.day if since and published is not None else time.end


def _is_lasting(draft: Draft, time: Time) -> bool:
    """Whether an open span right after a verb in the present tells how long it has gone on (`يتظاهرون منذ أسبوع`)."""
    clause = draft.trigger.clause
    present = clause is not None and clause.verb is not None and clause.verb.tense == "present"
    return present and time.start is not None


def _can_date(time: Time, published: Published | None, future: bool) -> bool:
    """Whether words of time can be those of an event: a date, and not one to come for what has happened."""
    if time.kind not in ("date", "open span") or (time.start is None and time.end is None):
        return False
    return future or published is None or time.start is None or time.start <= published.day


def _is_named_by(draft: Draft, time: Time) -> bool:
    """Whether words of time are part of a name (`ثورة 23 يوليو`, `قانون رقم 95 لسنة 2016`)."""
    before = [w for w in draft.scene.words if w.end <= time.span.start][-1:]
    law = draft.scene.text[time.span.start : time.span.end].startswith("لسنة")
    return law or any({*noun_keys(w.bare)} & draft.scene.classes["dated"] for w in before)


def area_of(draft: Draft) -> Span:
    """The words that belong to an event, from its range of phrases."""
    scene = draft.scene
    first, last = draft.range
    last = min(max(last, first + 1), len(scene.phrases))
    return Span(scene.words[scene.phrases[first].start].start, scene.words[scene.phrases[last - 1].end - 1].end)


def is_history(time: EventTime, published: date | None) -> bool:
    """Whether the event lies so far back that the report tells it as background."""
    if published is None or time.origin == "published":
        return False
    if time.precision == "open":
        return time.origin == "event" and time.start is not None and published - time.start > HISTORY
    return time.end is not None and published - time.end > HISTORY


def is_dated(draft: Draft, published: date | None) -> bool:
    """Whether a day of old stands right behind an event noun, as part of its name (`اعتداءات 11 سبتمبر 2001`)."""
    scene, end = draft.scene, draft.trigger.words[-1] + 1
    if published is None or draft.trigger.kind != "noun" or end >= len(scene.words):
        return False
    behind = [t for t in scene.times if scene.words[end].start <= t.span.start <= scene.words[end].end]
    return any(t.end is not None and published - t.end > HISTORY and t.kind == "date" for t in behind)


_SPOKEN = frozenset({"AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONSULT"})


def after_topic(draft: Draft, span: Span) -> bool:
    """Whether a place stands in what a spoken act is about, which tells nothing of where it was spoken."""
    if draft.sense.type not in _SPOKEN or "visit" in draft.modes:
        return False
    slots = [s for role in ("topic", "recipient") for s in draft.sense.frame.get(role, ())] + ["comp"]
    slots += [c.slot for c in draft.sense.when]
    phrases = [p for s in slots for g in draft.slots.get(s, ()) for p in g if s != "subj" and not p.suffix]
    starts = [draft.scene.words[p.start].start for p in phrases]
    return any(draft.span.start <= start <= span.start for start in starts)
