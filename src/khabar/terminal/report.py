"""A report with its names, events and sources marked, right to left, then its events as a table."""

from __future__ import annotations

from rich.console import Console, Group, RenderableType
from rich.text import Text

from khabar.records import MentionKind, Record, Span
from khabar.terminal.console import clean, one_line
from khabar.terminal.events import event_table

WIDEST = 100
STYLES = {
    MentionKind.PERSON: "cyan", MentionKind.GROUP: "blue", MentionKind.OFFICE: "cyan", MentionKind.PLACE: "green",
    MentionKind.NATIONALITY: "green", MentionKind.UNNAMED: "", MentionKind.PRONOUN: "",
}  # fmt: skip
EVENT, SOURCE = "bold red", "underline"


def report(record: Record, console: Console) -> RenderableType:
    """The report for a console. With colours, marks are colours; without, they are brackets; the first line says which.

    On a terminal the lines stand flush right; a file gets them as they are, for its reader to set right to left.
    """
    coloured = console.color_system is not None and not console.no_color
    text = _coloured(record) if coloured else Text(_bracketed(record))
    if console.is_terminal:
        width = min(console.width, WIDEST)
        lines = text.wrap(console, width, justify="right")
        text = Text("\n").join(lines)
    parts: list[RenderableType] = [_head(record), _legend(coloured), Text(), text, Text()]
    if record.events:
        parts.append(event_table(((record, e) for e in record.events), numbered=True))
    else:
        parts.append(Text("no event was found in it"))
    return Group(*parts)


def _head(record: Record) -> Text:
    article = record.article
    told = [
        article.outlet,
        "، ".join((*article.byline, *article.agencies)),
        article.published and article.published.value,
    ]
    line = " · ".join(one_line(t) for t in (*told, article.url) if t)
    return Text(f"{article.id}  {line}".rstrip(), style="dim")


def _legend(coloured: bool) -> Text:
    if not coloured:
        return Text("marked: *event*[number in the table], <name>, {words that show a source}")
    person, group, place = (STYLES[k] for k in (MentionKind.PERSON, MentionKind.GROUP, MentionKind.PLACE))
    return Text.assemble(
        "marked: ", ("event[number in the table]", EVENT), ", ", ("person", person), ", ", ("group", group), ", ",
        ("place", place), ", ", ("words that show a source", SOURCE),
    )  # fmt: skip


def _numbers(record: Record) -> dict[Span, list[int]]:
    """The triggers in the text, each with the numbers of its events."""
    numbers: dict[Span, list[int]] = {}
    for number, event in enumerate(record.events, 1):
        for span in (event.trigger, *event.also):
            numbers.setdefault(span, []).append(number)
    return numbers


def _coloured(record: Record) -> Text:
    text = Text(clean(record.article.text))
    for mention in record.mentions:
        text.stylize(STYLES[mention.kind], mention.span.start, mention.span.end)
    for attribution in record.sources:
        if attribution.cue is not None:
            text.stylize(SOURCE, attribution.cue.start, attribution.cue.end)
    numbers = _numbers(record)
    for span in numbers:
        text.stylize(EVENT, span.start, span.end)
    if record.article.headline_span is not None:
        text.stylize("bold", 0, record.article.headline_span.end)
    for span in sorted(numbers, key=lambda s: -s.end):
        tail = text[span.end :]
        text = text[: span.end].append(f"[{_listed(numbers[span])}]", style="dim").append_text(tail)
    return text


def _bracketed(record: Record) -> str:
    """The text with brackets put in. An inner pair opens after and closes before the outer one."""
    marks: list[tuple[Span, str, str]] = [(span, "*", f"*[{_listed(n)}]") for span, n in _numbers(record).items()]
    marks += [(a.cue, "{", "}") for a in record.sources if a.cue is not None]
    marks += [(m.span, "<", ">") for m in record.mentions if STYLES[m.kind]]
    text = clean(record.article.text)
    places: list[tuple[int, int, int, int, str]] = []
    for rank, (span, before, after) in enumerate(dict.fromkeys(marks)):
        places.append((span.start, 1, -span.end, rank, before))
        places.append((span.end, 0, -span.start, -rank, after))
    done, at = [], 0
    for position, *_, mark in sorted(places):
        done += [text[at:position], mark]
        at = position
    return "".join([*done, text[at:]])


def _listed(numbers: list[int]) -> str:
    return ",".join(map(str, numbers))
