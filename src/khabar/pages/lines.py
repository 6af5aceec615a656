"""The lines of a page sorted out: headline, date line, byline, dateline, furniture, doubled text, and the report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from khabar.pages.doubled import doubled
from khabar.pages.furniture import cut_away, furniture
from khabar.pages.opening import Opening, read_credit_line, read_opening, split_names
from khabar.pages.outlets import credit_words
from khabar.records import Published, Removed
from khabar.text.characters import ARABIC_LETTER, MARKS, squeeze
from khabar.times.dateline import parse_page_date

_PARAGRAPH = 60
"""Characters of a line from which a report is taken to have begun."""
_NAME = re.compile(rf"[{ARABIC_LETTER}{MARKS}.]+(?: [{ARABIC_LETTER}{MARKS}.]+){{1,4}}")
_STOP = re.compile(r"[.؟!]\s+\S+\s+\S+")
_LAST_CREDIT = re.compile(
    r"(?<=[.»\"؟!…])\s*[(\[](?P<names>[^()\[\]]{2,60})[)\]]\.?\s*$|\s[(\[](?P<bare>[^()\[\]]{2,60})[)\]]\.?\s*$"
)
_CREDITS_BETWEEN = re.compile(r"\s*[،,/+|–-]\s*|\s+و(?=\S)")


@dataclass(slots=True)
class Known:
    """What is known of a page before its lines are read."""

    headline: str | None = None
    outlet: str | None = None
    authors: Sequence[str] = ()
    links: frozenset[str] = frozenset()
    """The words of the page's links to other pages."""
    listed: str | None = None
    """The name of the outlet in `lexicon/outlets/`, whose own rules hold."""


@dataclass(slots=True)
class Sorted:
    """What the lines of a page are."""

    headline: str | None = None
    paragraphs: list[str] = field(default_factory=list)
    byline: list[str] = field(default_factory=list)
    agencies: list[str] = field(default_factory=list)
    dateline: str | None = None
    published: Published | None = None
    removed: list[Removed] = field(default_factory=list)

    def remove(self, text: str, reason: str, rule: str) -> None:
        """Note words that are taken out."""
        self.removed.append(Removed(text, reason, rule))

    def credit(self, opening: Opening) -> None:
        """Take what an opening or a line of credits tells."""
        self.dateline = self.dateline or opening.place
        self.byline.extend(n for n in opening.people if n not in self.byline)
        self.agencies.extend(a for a in opening.agencies if a not in self.agencies)


def sort_lines(lines: Sequence[str], known: Known) -> Sorted:
    """Sort the clean lines of a page by what they are; nothing is lost: what is no paragraph stands in `removed`."""
    out = Sorted(known.headline)
    rest = [line for line in lines if line.strip()]
    while rest and rest[0] != known.headline and _is_outlet(rest[0], known.outlet):
        out.remove(rest.pop(0), "furniture", "name of the outlet")
    if known.headline is None and _opens_with_headline(rest):
        out.headline = rest[0]
        rest = rest[1:]
    body: list[str] = []
    begun = False
    for number, line in enumerate(rest):
        kept = cut_away(line, out.removed, known.listed)
        if kept and not _take_apart(out, kept, number, rest, begun, known):
            body.append(kept)
            begun = begun or len(kept) > _PARAGRAPH
    repeated = doubled(body, out.headline)
    for number, paragraph in enumerate(body):
        if number in repeated:
            out.remove(paragraph, "doubled text", f"repeats {repeated[number]}")
        else:
            out.paragraphs.append(paragraph)
    _take_opening(out, known.outlet)
    _take_credit(out)
    return out


def _is_outlet(line: str, outlet: str | None) -> bool:
    """Whether a line is the page's outlet, or begins like an outlet's name and holds no more than a name."""
    words = squeeze(line).split()
    named = 1 < len(words) <= 4 and words[0] in credit_words().kinds and not line.endswith((".", ":"))
    return named or bool(outlet and squeeze(line) == squeeze(outlet))


def _opens_with_headline(lines: Sequence[str]) -> bool:
    """Whether the first of some lines is a headline: short, no full stop, and a report after it."""
    if len(lines) < 2 or len(lines[0]) > 160 or lines[0].rstrip().endswith((".", "،", "؛", ":")):
        return False
    if furniture(lines[0]) is not None or date_of(lines[0]) is not None:
        return False
    return any(len(line) > 60 for line in lines[1:8])


def _take_apart(out: Sorted, line: str, number: int, lines: Sequence[str], begun: bool, known: Known) -> bool:
    """Whether a line is no paragraph; what it is goes to its field and to `removed`."""
    rule = furniture(line, known.listed)
    if rule is not None:
        if rule.reason == "credit":
            out.agencies.extend(a for a in _agencies(line) if a not in out.agencies)
        out.remove(line, rule.reason, rule.name)
        return True
    if line in known.links and line != out.headline:
        out.remove(line, "furniture", "link to another page")
        return True
    if (_is_outlet(line, known.outlet) and not begun) or line == known.outlet:
        out.remove(line, "furniture", "name of the outlet")
        return True
    if line in known.authors:
        out.remove(line, "byline", "the author the page's head names")
        return True
    if begun and number < len(lines) - 3:
        return False
    return _take_date(out, line) or _take_names(out, line, number, lines, begun, known)


def _take_date(out: Sorted, line: str) -> bool:
    date = date_of(line)
    if date is None:
        return False
    out.published = out.published or date
    out.remove(line, "date line", "a line that is a date")
    return True


def _take_names(out: Sorted, line: str, number: int, lines: Sequence[str], begun: bool, known: Known) -> bool:
    """Lines that name who wrote, where, and whose copy it is."""
    names = _byline(line, out, begun, number, lines)
    if names:
        out.byline.extend(n for n in names if n not in out.byline)
        out.remove(line, "byline", "a line that names who wrote")
        return True
    credit = None if begun and len(line) > 60 else read_credit_line(line, known.outlet)
    if credit is None or (begun and not credit.agencies) or (credit.known == 1 and credit.place == line):
        return False
    out.credit(credit)
    out.remove(line, "byline" if credit.people else "dateline", "a line of names, places and agencies")
    return True


def date_of(line: str) -> Published | None:
    """The date of a line that holds little else (`الثلاثاء 17/سبتمبر/2024 - 03:34 م`), or None."""
    if len(line) > 110 or not re.search(r"\d", line):
        return None
    found = parse_page_date(line)
    if found is None:
        return None
    left = len(line) - len(found.words)
    if left > max(30, len(found.words)) or _STOP.search(line):
        return None
    return Published(found.value, found.precision, found.zone, line.strip(), "date line")


@lru_cache(maxsize=1)
def _by() -> re.Pattern[str]:
    """A line that opens with `كتب`, `بقلم`, ... and goes on with names."""
    words = credit_words()
    any_of, plain = (
        "|".join(sorted(map(re.escape, w), key=lambda o: (-len(o), o))) for w in (words.openers, words.plain)
    )
    return re.compile(rf"^(?:(?:{any_of}|{plain})\s*[:：/|–-]\s*|(?:{plain})\s+)(?P<names>.{{4,80}})$")


def opened_names(line: str) -> list[str] | None:
    """The names after `كتب`, `بقلم`, ...; none where what follows is no name; None for a line that opens otherwise."""
    match = _by().match(line)
    if match is None:
        return None
    names = split_names(match["names"])
    return names if all(is_name(n) for n in names) else []


def _byline(line: str, out: Sorted, begun: bool, number: int, lines: Sequence[str]) -> list[str]:
    """Who wrote, if the line says only that."""
    if len(line) > 90 or line.rstrip().endswith((".", "؟", "!")):
        return []
    if (names := opened_names(line)) is not None:
        return names
    if begun or len(line) > 45 or not is_name(line) or line.count(" ") > 3:
        return []
    after = number + 1 < len(lines) and date_of(lines[number + 1]) is not None
    return [line.strip()] if (out.published is not None and number < 8) or after else []


def is_name(text: str) -> bool:
    """Whether some words can be a person's name: two to five, none of them one that stands in no name."""
    words = [squeeze(w) for w in text.split()]
    plain = bool(words) and not words[0].startswith("ال") and not set(words) & credit_words().never
    return plain and _NAME.fullmatch(text.strip()) is not None


def _take_opening(out: Sorted, outlet: str | None) -> None:
    """Cut place, agency and writer off the first paragraph (`القاهرة «الشرق الأوسط» - ...`)."""
    if not out.paragraphs:
        return
    first = out.paragraphs[0]
    opening = read_opening(first, outlet)
    if opening is not None:
        out.credit(opening)
        out.remove(first[: opening.end].strip(), "dateline", "names and agencies before the first words")
        out.paragraphs[0] = first[opening.end :]


def _agencies(text: str) -> list[str]:
    """The agencies that a credit names, if it names nothing else."""
    parts = [p.strip(" .()[]*/") for p in _CREDITS_BETWEEN.split(text)]
    parts = [p for p in parts if p]
    return parts if all(squeeze(p) in credit_words().agencies for p in parts) else []


def _take_credit(out: Sorted) -> None:
    """Cut an agency's mark off the end of the last paragraph."""
    if not out.paragraphs:
        return
    last = out.paragraphs[-1]
    match = _LAST_CREDIT.search(last)
    names = _agencies(match["names"] or match["bare"]) if match is not None else []
    if match is None or not names or match.start() < 30:
        return
    out.agencies.extend(a for a in names if a not in out.agencies)
    out.remove(match.group().strip(), "credit", "agency after the last words")
    out.paragraphs[-1] = last[: match.start()].rstrip()
