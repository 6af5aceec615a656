"""Scores on khabar's own corpus (`docs/annotation.md`): events and all that hangs on them, sources, actors."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from khabar.coder import Coder
from khabar.errors import KhabarError, in_words
from khabar.evaluate.baseline import nearest_speakers
from khabar.evaluate.gsr import Counts, folded_words
from khabar.evaluate.where import same_place
from khabar.pages.bare import bare_article
from khabar.records import OUTLET, Article, Event, Mention, Published, Record, Size, Span
from khabar.text.characters import squeeze


@dataclass(frozen=True, slots=True)
class Report:
    """One annotated report and the article it stands for."""

    name: str
    raw: Mapping[str, Any]
    article: Article

    def span(self, words: str) -> Span:
        """Where words stand, `@2` for the second time. Raises `KhabarError` where they do not.

        Without a number it is the first place where a word begins so (`قتل` is not in `مقتل`), clitics left off.
        """
        plain, _, count = words.partition("@")
        text = self.article.text
        found = [m.start() for m in re.finditer(re.escape(plain), text)]
        number = int(count) if count else 1
        if not count:
            found = [i for i in found if _LEADS.search(text[max(i - 6, 0) : i])] or found
        if number > len(found):
            raise KhabarError(f"{self.name}: {words!r} is not in the text")
        return Span(found[number - 1], found[number - 1] + len(plain))


def read_report(path: Path) -> Report:
    """An annotated report. Raises `KhabarError` for a file that cannot be read."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
        day = raw.get("published", "")
        published = Published(date.fromisoformat(day).isoformat(), "day", None, day, "given") if day else None
        article = bare_article(raw["text"].strip(), raw.get("headline"), published)
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise KhabarError(f"{path}: {in_words(error)}") from error
    return Report(path.stem, raw, replace(article, dateline=raw.get("dateline"), outlet=raw.get("outlet")))


_LEADS = re.compile("(?:^|[^\u0621-\u064a])[وفأ]?[سبلك]?(?:ال)?$")


@dataclass(slots=True)
class Scores:
    """Counts for every question asked of the corpus."""

    types: dict[str, Counts] = field(default_factory=dict)
    event: Counts = field(default_factory=Counts)
    arguments: Counts = field(default_factory=Counts)
    modes: list[bool] = field(default_factory=list)
    auxiliary: list[bool] = field(default_factory=list)
    size: Counts = field(default_factory=Counts)
    place: Counts = field(default_factory=Counts)
    time: list[bool] = field(default_factory=list)
    source: Counts = field(default_factory=Counts)
    baseline: Counts = field(default_factory=Counts)
    """The source by the baseline (`evaluate/baseline.py`), over the same events."""
    stance: list[bool] = field(default_factory=list)
    denials: Counts = field(default_factory=Counts)
    country: list[bool] = field(default_factory=list)
    sector: list[bool] = field(default_factory=list)
    clusters: list[tuple[float, float]] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def evaluate(coder: Coder, folder: Path, split: str | None = None, tick: Callable[[], None] | None = None) -> Scores:
    """Code every report under `folder` (of one split, if given) and compare.

    Raises `KhabarError` where there is no report, none of that split, or one that cannot be read.
    """
    paths = sorted(folder.glob("*.toml"))
    if not paths:
        raise KhabarError(f"{folder}: no annotated reports")
    scores = Scores()
    splits: set[str] = set()
    for path in paths:
        report = read_report(path)
        splits.add(report.raw.get("split", "none"))
        if split is None or report.raw.get("split") == split:
            record = coder.code(report.article)
            score_report(scores, report, record, nearest_speakers(coder, report.article, record.events))
        if tick:
            tick()
    if split is not None and split not in splits:
        raise KhabarError(f"{folder}: no report is of split {split!r}; there is {' and '.join(sorted(splits))}")
    return scores


def score_report(
    scores: Scores, report: Report, record: Record, nearest: Mapping[str, str | None] | None = None
) -> None:
    """Add one report to the counts; `nearest` is the baseline's source by event."""
    gold = list(report.raw.get("event", ()))
    pairs, left = align(report, gold, record.events)
    for g, e in pairs:
        _score_pair(scores, report, record, g, e)
        if nearest is not None and "source" in g:
            _score_baseline(scores, g["source"], nearest[e.id])
    for g in gold:
        if all(g is not p[0] for p in pairs):
            _count(scores, g["type"]).miss += 1
            scores.event.miss += 1
            scores.arguments.miss += 1
            scores.errors.append(f"{report.name}: missed {g['type']} {g['trigger']}")
    for e in left:
        _count(scores, e.type).false += 1
        scores.event.false += 1
        scores.arguments.false += 1
        scores.errors.append(
            f"{report.name}: false {e.type} {e.trigger_text} ({e.why.entry}) in "
            f"{e.sentence.of(record.article.text)[:120]}"
        )
    _score_actors(scores, report, record)


def _count(scores: Scores, kind: str) -> Counts:
    return scores.types.setdefault(kind, Counts())


def align(
    report: Report, gold: Sequence[Mapping[str, Any]], events: Sequence[Event]
) -> tuple[list[tuple[Mapping[str, Any], Event]], list[Event]]:
    """Pair annotated and coded events: same type, one trigger of the one touching one of the other."""
    free = list(events)
    pairs: list[tuple[Mapping[str, Any], Event]] = []
    for g in gold:
        spans = [report.span(w) for w in (g["trigger"], *g.get("also", ()))]
        touching = [
            e
            for e in free
            if e.type == g["type"] and any(s.overlaps(t) for s in spans for t in (e.trigger, *e.also))
        ]
        # Of two that touch it (headline and body) the one with the annotated trigger itself.
        match = min(touching, key=lambda e: not any(spans[0].overlaps(t) for t in (e.trigger, *e.also)), default=None)
        if match is not None:
            free.remove(match)
            pairs.append((g, match))
    return pairs, free


def _score_pair(scores: Scores, report: Report, record: Record, g: Mapping[str, Any], e: Event) -> None:
    _count(scores, e.type).hit += 1
    scores.event.hit += 1
    right = all(
        same_people(report, g.get(role, ()), found, record.mentions)
        for role, found in (("actor", e.actors), ("recipient", e.recipients))
    )
    if right:
        scores.arguments.hit += 1
    else:
        scores.arguments.miss += 1
        scores.arguments.false += 1
        told = f"{[m.text for m in e.actors]} > {[m.text for m in e.recipients]}"
        scores.errors.append(
            f"{report.name}: arguments {e.type} {e.trigger_text}: {told}, not {g.get('actor')} > {g.get('recipient')}"
        )
    if g["type"] == e.type:
        _score_modes(scores, report, g, e)
    wanted = set(g.get("auxiliary", ()))
    scores.auxiliary.append(wanted == {str(a) for a in e.auxiliary})
    if wanted != {str(a) for a in e.auxiliary}:
        scores.errors.append(
            f"{report.name}: auxiliary {e.type} {e.trigger_text}: {[str(a) for a in e.auxiliary]}, not {sorted(wanted)}"
        )
    _score_size(scores, g, e)
    if g.get("time"):
        scores.time.append(_same_time(g["time"], e))
    _score_place(scores, report, g, e)
    if "source" in g:
        _score_source(scores, report, record, g, e)


def same_people(
    report: Report, gold: Sequence[str], found: Sequence[Mention], mentions: Sequence[Mention] = ()
) -> bool:
    """Whether participants are the same: half of the words of each, or another mention of the same actor.

    The same actor by the annotation, or by the coder, which may give `الطرفان` where the report has named both.
    """
    left = list({m.span: m for m in found}.values())
    parts = [part for name in gold for part in name.partition("@")[0].split(" و")]
    if len(gold) != len(left) and len(parts) == len(left):
        # One annotated string may hold what `و` joins (`حاسوبه وهاتفه`).
        gold = parts
    if len(gold) != len(left):
        return False
    for name in gold:
        match = next((m for m in left if same_mention(report, name, m, mentions)), None)
        if match is None:
            return False
        left.remove(match)
    return True


def same_mention(report: Report, name: str, mention: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether an annotated string and a mention are the same, as `same_people` says."""
    words, said = (set(folded_words([text])) for text in (name.partition("@")[0], mention.text))
    if len(words & said) * 2 >= max(len(words), len(said)):
        return True
    if name not in report.article.text and "@" not in name:
        return False
    span = report.span(name)
    same = [m.span for m in mentions if m.actor is not None and m.actor == mention.actor]
    for actor in report.raw.get("actor", ()):
        spans = [report.span(w) for w in actor.get("mentions", ())]
        if any(s.overlaps(span) for s in spans):
            if any(s.overlaps(other) for s in spans for other in same):
                return True
            return any(s == mention.span or (s.overlaps(mention.span) and s.contains(mention.head)) for s in spans)
    return False


def _score_modes(scores: Scores, report: Report, g: Mapping[str, Any], e: Event) -> None:
    wanted = set(g.get("mode", ()))
    scores.modes.append(wanted == set(e.modes))
    if not scores.modes[-1]:
        scores.errors.append(f"{report.name}: mode {e.type} {e.trigger_text}: {list(e.modes)}, not {sorted(wanted)}")


def _score_size(scores: Scores, g: Mapping[str, Any], e: Event) -> None:
    gold = {(s["kind"], s["low"], s.get("high")) for s in g.get("size", ())}
    # The corpus gives no numbers for vague words (`عشرات`), which records keep as a range.
    found = {(s.kind, s.low, s.high) for s in e.size if not _is_vague(s)}
    scores.size.hit += len(gold & found)
    scores.size.miss += len(gold - found)
    scores.size.false += len(found - gold)


def _score_place(scores: Scores, report: Report, g: Mapping[str, Any], e: Event) -> None:
    """A wrong place is missed and false; one where the annotation has none is false."""
    wanted, right = bool(g.get("place")), False
    if wanted and e.place is not None:
        right = same_place(g["place"], e.place.place, e.place.text)
    if wanted:
        scores.place.add(True, right)
    scores.place.false += e.place is not None and not right
    if wanted and not right:
        found = e.place.place.name_ar if e.place else None
        scores.errors.append(f"{report.name}: place {e.type} {e.trigger_text}: {found}, not {g['place']}")


def _is_vague(size: Size) -> bool:
    """Whether a size is `عشرات`, `مئات` or `آلاف` alone."""
    return not size.exact and squeeze(size.text.split()[0]) in _VAGUE


_VAGUE = frozenset(squeeze(a + w) for w in ("عشرات", "مئات", "آلاف") for a in ("", "ال"))


def _same_time(wanted: str, e: Event) -> bool:
    start, _, end = wanted.partition("..")
    if e.time is None or e.time.start is None:
        return False
    if e.time.precision == "week" and end and e.time.end is not None:
        # Whether a week begins on Saturday, Sunday or Monday nobody says.
        off = (date.fromisoformat(start) - e.time.start, date.fromisoformat(end) - e.time.end)
        return all(abs(days) <= timedelta(days=2) for days in off)
    return str(e.time.start)[: len(start)] == start and (not end or str(e.time.end)[: len(end)] == end)


def _score_source(scores: Scores, report: Report, record: Record, g: Mapping[str, Any], e: Event) -> None:
    by_id = {a.id: a for a in record.sources}
    nearest = by_id[e.sources[0]]
    gold = g["source"]
    if not gold:
        # What is said by nobody in particular (`يقال إن`) has no words in the corpus.
        right = nearest.id == OUTLET or all(s.mention is None for s in nearest.chain)
    else:
        words = {w for s in gold for w in folded_words([s.partition("@")[0]])}
        over = [by_id[i] for i in e.sources[: e.sources.index(OUTLET) + 1]]
        links = [s.mention.text for a in over for s in a.chain if s.mention is not None]
        found = set(folded_words(links))
        right = len(words & found) * 2 >= len(words)
    scores.source.add(True, right)
    if nearest.id != OUTLET and not right:
        scores.source.false += 1
    if not right:
        chain = [s.mention.text if s.mention else s.kind.value for s in nearest.chain]
        scores.errors.append(f"{report.name}: source {e.type} {e.trigger_text}: {chain}, not {gold}")
    if gold:
        scores.stance.append(str(e.stance) == g.get("stance", "asserts"))
    _score_denials(scores, g, e)


def _score_baseline(scores: Scores, gold: Sequence[str], speaker: str | None) -> None:
    words = {w for s in gold for w in folded_words([s.partition("@")[0]])}
    found = set(folded_words([speaker or ""]))
    right = speaker is None if not gold else len(words & found) * 2 >= len(words)
    scores.baseline.add(True, right)
    scores.baseline.false += speaker is not None and not right


def _score_denials(scores: Scores, g: Mapping[str, Any], e: Event) -> None:
    """Who denies the event: those annotated as `denied_by`, and the source of what only its denier tells."""
    only = g.get("stance") == "denies" and not g.get("denied_by")
    gold = [*g.get("denied_by", ()), *(g["source"][-1:] if only else ())]
    left = [set(folded_words([d.mention.text])) for d in e.denied_by]
    for words in (set(folded_words([w.partition("@")[0]])) for w in gold):
        match = next((f for f in left if f & words), None)
        scores.denials.add(True, match is not None)
        if match is not None:
            left.remove(match)
    scores.denials.false += len(left)


def _score_actors(scores: Scores, report: Report, record: Record) -> None:
    """Clustering (B-cubed) and codes over the annotated mentions that were found."""
    gold: dict[Span, str] = {}
    wanted: dict[str, Mapping[str, Any]] = {}
    for actor in report.raw.get("actor", ()):
        wanted[actor["id"]] = actor
        for words in actor.get("mentions", ()):
            gold[report.span(words)] = actor["id"]
    found: dict[Span, Mention] = {}
    for span in gold:
        match = next((m for m in record.mentions if m.span.overlaps(span) and m.actor), None)
        if match is not None:
            found[span] = match
    for span, match in found.items():
        mine = {s for s, m in found.items() if m.actor == match.actor}
        theirs = {s for s in found if gold[s] == gold[span]}
        scores.clusters.append((len(mine & theirs) / len(mine), len(mine & theirs) / len(theirs)))
        actor = wanted[gold[span]]
        if actor.get("country"):
            scores.country.append(match.country == actor["country"])
        if actor.get("sectors"):
            scores.sector.append(bool(set(match.sectors) & set(actor["sectors"])))


def table(scores: Scores) -> dict[str, Any]:
    """The scores as a plain dict of numbers."""

    def share(rows: Sequence[bool]) -> float | None:
        return round(sum(rows) / len(rows), 3) if rows else None

    def counts(c: Counts) -> dict[str, float]:
        return {"precision": round(c.precision, 3), "recall": round(c.recall, 3), "f1": round(c.f1, 3)}

    p = sum(a for a, _ in scores.clusters) / max(len(scores.clusters), 1)
    r = sum(b for _, b in scores.clusters) / max(len(scores.clusters), 1)
    return {
        "event": counts(scores.event),
        "arguments": counts(scores.arguments),
        "mode": share(scores.modes),
        "auxiliary": share(scores.auxiliary),
        "size": counts(scores.size),
        "place": counts(scores.place),
        "time": share(scores.time),
        "source": counts(scores.source),
        "source, nearest verb of saying": counts(scores.baseline),
        "stance": share(scores.stance),
        "denials": counts(scores.denials),
        "country": share(scores.country),
        "sector": share(scores.sector),
        "b-cubed": round(2 * p * r / max(p + r, 1e-9), 3),
        "types": {k: counts(c) for k, c in sorted(scores.types.items())},
    }
