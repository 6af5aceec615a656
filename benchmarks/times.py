"""Scores `khabar.times` beside `dateparser` on the project's own table, and alone on Recognizers-Text and Wojood.

    python benchmarks/times.py            # all tables
    python benchmarks/times.py --misses   # and every case of the project's table that dateparser does not get

`dateparser` gives one moment, so it is judged leniently: it is right where its moment lies inside the stretch the table
gives. `khabar` is judged twice, exactly (words, both ends, precision, clock) and by the same lenient rule.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import time
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from khabar.records import Published, Time
from khabar.text.tokens import tokenize
from khabar.times.find import find_times

ROOT = Path(__file__).parents[1]
SHARED = Path(os.environ.get("KHABAR_SHARED", ROOT.parent / "shared"))
RECOGNIZERS = SHARED / "gold" / "recognizers_dates"
WOJOOD = SHARED / "gold" / "wojood_sample"
FILES = ("DateParser", "DatePeriodParser", "DateTimeParser", "DateTimePeriodParser", "TimeParser", "TimePeriodParser")


@dataclass(frozen=True, slots=True)
class Case:
    """A line of `tests/data/times.tsv`."""

    published: str
    text: str
    words: str
    start: date | None
    end: date | None
    precision: str
    clock: str
    kind: str

    @property
    def group(self) -> str:
        """Where the case is counted."""
        if not self.words:
            return "no time"
        if self.kind != "date":
            return self.kind if self.kind == "open span" else "duration, repeated"
        if not self.published:
            return "no publication day"
        if self.clock and self.start is None:
            return "clock time alone"
        return self.precision


def table_cases() -> list[Case]:
    """The project's own table."""
    cases = []
    for line in (ROOT / "tests/data/times.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith(("#", "published\t")):
            continue
        published, marked, start, end, precision, clock, kind = line.split("\t")
        words = marked.partition("⟦")[2].partition("⟧")[0]
        first, last = (date.fromisoformat(d) if d else None for d in (start, end))
        text = marked.replace("⟦", "").replace("⟧", "")
        cases.append(Case(published, text, words, first, last, precision, clock, kind))
    return cases


def read(text: str, published: str) -> tuple[Time, ...]:
    """The times khabar finds in a text."""
    given = Published(published, "minute" if "T" in published else "day", None, "", "given") if published else None
    return find_times(text, tokenize(text), given)


def ours_exact(case: Case) -> bool:
    """Whether khabar gives just what the table gives."""
    found = read(case.text, case.published)
    if not case.words:
        return not found
    means = (case.words, case.start, case.end, case.precision, case.clock or None, case.kind)
    return [(t.text, t.start, t.end, t.precision, t.clock, t.kind) for t in found] == [means]


def ours_lenient(case: Case) -> bool:
    """Whether some time khabar finds begins inside the stretch of the table."""
    found = read(case.text, case.published)
    return any(fits(case, day) for t in found if (day := t.start or t.end) is not None) if case.words else not found


def fits(case: Case, day: date) -> bool:
    """Whether a day lies in the stretch of the table."""
    return (case.start is None or day >= case.start) and (case.end is None or day <= case.end)


def dateparser_settings(published: str) -> dict[str, Any]:
    """The day of publication, the past preferred, days before months."""
    base = datetime.fromisoformat(published) if published else datetime(2000, 1, 1)
    return {"RELATIVE_BASE": base, "PREFER_DATES_FROM": "past", "DATE_ORDER": "DMY"}


def dateparser_words(case: Case) -> bool:
    """Whether `dateparser.parse`, handed the very words, gives a day inside the stretch."""
    import dateparser

    found = dateparser.parse(case.words or case.text, languages=["ar"], settings=dateparser_settings(case.published))
    if not case.words:
        return found is None
    return found is not None and fits(case, found.date())


def dateparser_search(case: Case) -> bool:
    """Whether `dateparser.search_dates` finds in the text a day inside the stretch."""
    from dateparser.search import search_dates

    found = search_dates(case.text, languages=["ar"], settings=dateparser_settings(case.published)) or []
    return any(fits(case, f[1].date()) for f in found) if case.words else not found


def score_table(console: Console, show_misses: bool) -> None:
    """Print the scores on the project's table, group by group."""
    asked = [c for c in table_cases() if not c.words or c.start is not None or c.end is not None or not is_day(c)]
    judges = {"khabar, exact": ours_exact, "khabar": ours_lenient, "dateparser, words": dateparser_words}
    judges["dateparser, text"] = dateparser_search
    right: dict[str, dict[str, int]] = {}
    cost = dict.fromkeys(judges, 0.0)
    for case in asked:
        row = right.setdefault(case.group, dict.fromkeys(("cases", *judges), 0))
        row["cases"] += 1
        for name, judge in judges.items():
            if name != "khabar, exact" and case.group in NOT_ASKED:
                continue
            began = time.perf_counter()
            good = judge(case)
            cost[name] += time.perf_counter() - began
            row[name] += good
            if show_misses and not good and name.startswith("dateparser, words"):
                console.print(case.words or case.text, case.start, case.end, style="dim")
    table = Table("group", "cases", *judges, title="tests/data/times.tsv")
    for group, row in right.items():
        silent = group in NOT_ASKED
        shown = ("-" if silent and name not in ("cases", "khabar, exact") else str(n) for name, n in row.items())
        table.add_row(group, *shown)
    both = [r for g, r in right.items() if g not in NOT_ASKED]
    table.add_section()
    table.add_row("asked of both", *(str(sum(r[n] for r in both)) for n in ("cases", *judges)))
    table.add_row("ms a case", "", *(f"{1000 * cost[n] / sum(r['cases'] for r in both):.2f}" for n in judges))
    console.print(table)


NOT_ASKED = ("duration, repeated", "no publication day", "clock time alone")
"""What dateparser has no form for: it always gives one moment with a day."""


def is_day(case: Case) -> bool:
    """Whether a case has no days because they hang on something else (`قبل يومين من الانتخابات`, `منذ عودة ...`)."""
    return bool(case.published) and not case.clock and case.kind in ("date", "open span")


# --- Recognizers-Text ---------------------------------------------------------------------------------------------


def sound_cases(name: str) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """The cases of one file that can be judged, with their value: docs/times.md says which and why."""
    for case in json.loads((RECOGNIZERS / f"{name}.json").read_text(encoding="utf-8")):
        if len(case["Results"]) != 1 or not case["Results"][0].get("Value"):
            continue
        result = case["Results"][0]
        value = result["Value"]
        days = [d for side in ("PastResolution", "FutureResolution") for d in (value.get(side) or {}).values()]
        if not days or any(d.startswith("0001") for d in days) or result["Text"] not in case["Input"]:
            continue
        if not UNSOUND_TIMEX.search(value.get("Timex", "")) and not UNSOUND_WORDS.search(result["Text"]):
            yield case, value


UNSOUND_TIMEX = re.compile(r"-W\d|-WE|-(?:SU|SP|FA|WI)|T(?:MO|AF|EV|NI|DT|NT)|^XXXX-XX-\d\d|^0\d{3}|_REF")
"""Weeks from Monday, seasons without days, parts of the day, a number alone as a date, years before 1000, now."""
UNSOUND_WORDS = re.compile(
    r"\d[./-]\d+$|^\d+[./-]\d+\b(?![./-])"
    r"|التالي|آخر \d|آخر يوم|بقي|باقي|وقت|منتصف.(?:الصباح|الظهر)"
)
"""Month before day or no year in digits; word for word from English: `next`, `last 3`, `rest of`, `lunch time`."""


def recognizers_right(case: dict[str, Any], value: dict[str, Any]) -> bool:
    """Whether khabar finds the days and the clock time of a case, in its past or its future reading."""
    reference = case.get("Context", {}).get("ReferenceDateTime", "2016-11-07T00:00:00")[:16]
    found = read(case["Input"], reference)
    return any(agrees(t, value.get(side) or {}) for t in found for side in ("PastResolution", "FutureResolution"))


def agrees(found: Time, told: dict[str, str]) -> bool:
    """Whether a time has the days and hours of one resolution.

    The end of a range may be counted in or not, a stretch of so many days may begin a day sooner, and a day so many
    weeks, months or years away may be given as that week, month or year.
    """
    first = next((told[k] for k in STARTS if k in told), "")
    last = next((told[k] for k in ENDS if k in told), first)
    if "-" in first:
        start, end = date.fromisoformat(first[:10]), date.fromisoformat(last[:10])
        if not same_days(found, start, end, first != last):
            return False
    if ":" not in first or ("-" not in first and found.clock is None):
        return ":" not in first
    begin, _, until = (found.clock or "").partition("/")
    return begin == first.split()[-1][:5] and (not until or until == last.split()[-1][:5])


STARTS = ("date", "startDate", "dateTime", "startDateTime", "time", "startTime")
ENDS = ("endDate", "endDateTime", "endTime")


def same_days(found: Time, start: date, end: date, ranged: bool) -> bool:
    """Whether a time covers these days, by the rules of `agrees`."""
    if found.start is None or found.end is None:
        return False
    if not ranged:
        wide = found.relative and found.precision in ("week", "month", "year")
        return found.start <= start <= found.end if wide else found.start == start
    near = timedelta(days=1)
    ends = abs(found.end - end) <= near or (found.precision == "year" and found.end.year == end.year)
    return abs(found.start - start) <= near and ends


def score_recognizers(console: Console, show_misses: bool) -> None:
    """Print khabar's score on each file of cases."""
    if not RECOGNIZERS.is_dir():
        console.print(f"no Recognizers-Text cases at {RECOGNIZERS}: that table is left out")
        return
    table = Table("file", "cases", "held to be sound", "khabar right", "share", title="Recognizers-Text, Arabic")
    for name in FILES:
        total = len(json.loads((RECOGNIZERS / f"{name}.json").read_text(encoding="utf-8")))
        cases = list(sound_cases(name))
        wrong = [c for c, v in cases if not recognizers_right(c, v)]
        right = len(cases) - len(wrong)
        table.add_row(name, str(total), str(len(cases)), str(right), f"{right / len(cases):.2f}" if cases else "")
        for case in wrong if show_misses else ():
            found = read(case["Input"], case.get("Context", {}).get("ReferenceDateTime", "2016-11-07T00:00")[:16])
            ours = [(t.text, str(t.start), str(t.end), t.clock) for t in found]
            console.print(case["Input"], case["Results"][0]["Value"], ours)
    console.print(table)


# --- Wojood -------------------------------------------------------------------------------------------------------


def wojood_sentences() -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """The sentences of the Wojood sample, with the offsets of what is annotated DATE or TIME."""
    for name in ("train.txt", "val.txt"):
        for block in (WOJOOD / name).read_text(encoding="utf-8").split("\n\n"):
            text, spans, inside = "", list[tuple[int, int]](), False
            for word, *tags in (line.split() for line in block.splitlines() if line.strip()):
                if word == "$#$":
                    continue
                dated = [t[0] for t in tags if t[2:] in ("DATE", "TIME")]
                start = len(text)
                text += word + " "
                if "B" in dated or (dated and not inside):
                    spans.append((start, len(text) - 1))
                elif dated:
                    spans[-1] = (spans[-1][0], len(text) - 1)
                inside = bool(dated)
            yield text, spans


def score_wojood(console: Console) -> None:
    """Print how many of the annotated times khabar touches, and how many of its times are annotated."""
    if not WOJOOD.is_dir():
        console.print(f"no Wojood sample at {WOJOOD}: that table is left out")
        return
    gold = found = touched = right = 0
    for text, spans in wojood_sentences():
        ours = [(t.span.start, t.span.end) for t in read(text, "2015-01-01")]
        gold, found = gold + len(spans), found + len(ours)
        touched += sum(any(a < d and c < b for c, d in ours) for a, b in spans)
        right += sum(any(a < d and c < b for c, d in spans) for a, b in ours)
    table = Table("annotated", "touched", "recall", "found", "annotated", "precision")
    table.title = "Wojood sample, DATE and TIME"
    table.add_row(str(gold), str(touched), f"{touched / gold:.2f}", str(found), str(right), f"{right / found:.2f}")
    console.print(table)


def main() -> None:
    """Score all tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--misses", action="store_true", help="print what was not found")
    given = parser.parse_args()
    warnings.filterwarnings("ignore")
    console = Console(width=140)
    score_table(console, given.misses)
    score_recognizers(console, given.misses)
    score_wojood(console)


if __name__ == "__main__":
    main()
