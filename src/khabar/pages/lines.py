"""The lines of a page sorted out: headline, date line, byline, dateline, furniture, doubled text, and the report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from khabar.pages.doubled import doubled
from khabar.pages.furniture import furniture
from khabar.records import Published, Removed
from khabar.text.characters import ARABIC_LETTER, squeeze
from khabar.times.dateline import parse_page_date

_BY = re.compile(
    r"^(?:كتب(?:ت|ه|ها)?|بقلم|تقرير|إعداد|اعداد|تحرير|المحرر|الكاتب|حوار|تحقيق|ترجمة|مراسل(?:نا)?|By)\s*[:：/|-]?\s*(?P<names>.{4,80})$"
)
_SPLIT = re.compile(r"\s*(?:،|,|/|\||-|–|—|\bو(?=[^\s]{3,}\s))\s*")
_NAME = re.compile(rf"^[{ARABIC_LETTER}.]+(?: [{ARABIC_LETTER}.]+){{1,4}}$")
_PLACE = rf"[{ARABIC_LETTER}]+(?: [{ARABIC_LETTER}]+){{0,3}}"
AGENCIES = (
    "رويترز", "أ ف ب", "أ.ف.ب", "ا ف ب", "ا.ف.ب", "أف ب", "أ ب", "أ.ب", "د ب أ", "د.ب.أ", "أ ش أ", "أ.ش.أ", "وكالات",
    "الوكالات", "فرانس برس", "الأناضول", "شينخوا", "واس", "وام", "بترا", "كونا", "سانا", "وفا", "سبأ", "بنا", "قنا", "وات",
    "مراسلنا", "الشرق الأوسط", "الحياة", "الجزيرة نت", "العربية نت", "خاص",
)  # fmt: skip
_AGENCY = "|".join(sorted((re.escape(a) for a in AGENCIES), key=len, reverse=True))
_DATELINE = re.compile(
    rf"^(?P<place>{_PLACE})(?:، {_PLACE})?\s*(?:\((?P<note>[^)]{{2,30}})\)\s*)?"
    rf"(?:[-ـ–—/:،|]\s*)?(?:[«(\"“]?(?P<agency>(?:{_AGENCY})(?:\s*[،,/+-]\s*(?:{_AGENCY}))*)[»)\"”]?)?\s*(?P<end>[-ـ–—:|]{{1,2}})\s*(?=\S)"
)
_CREDIT = re.compile(rf"\s*[(\[«]?\s*(?:{_AGENCY})(?:\s*[،,/+-]\s*(?:{_AGENCY}))*\s*[)\]»]?\.?$")
# Words that no place's name holds: a line of speech (`قال الوزير: ...`) is no dateline.
_NO_PLACE = frozenset("قال وقال اضاف واضاف اعلن واعلن اكد واكد ان في من على الى عن مع السوال سوال جواب ج س ملاحظه وتابع تابع الرءيس وزير الوزير".split())


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


def sort_lines(lines: Sequence[str], headline: str | None) -> Sorted:
    """Sort the clean lines of a page. `headline` is the one its metadata tell, if any."""
    out = Sorted(headline)
    rest = [line for line in lines if line.strip()]
    if headline is None and _opens_with_headline(rest):
        out.headline = rest[0]
        rest = rest[1:]
    body: list[str] = []
    for number, line in enumerate(rest):
        if not _take_apart(out, line, number, rest, bool(body)):
            body.append(line)
    repeated = doubled(body, out.headline)
    for number, paragraph in enumerate(body):
        if number in repeated:
            out.removed.append(Removed(paragraph, "doubled text", f"repeats {repeated[number]}"))
        else:
            out.paragraphs.append(paragraph)
    _take_dateline(out)
    _take_credit(out)
    return out


def _opens_with_headline(lines: Sequence[str]) -> bool:
    """Whether the first of some lines is a headline: short, no full stop, and a report after it."""
    if len(lines) < 2 or len(lines[0]) > 160 or lines[0].rstrip().endswith((".", "،", "؛", ":")):
        return False
    if furniture(lines[0]) is not None or _date_of(lines[0]) is not None:
        return False
    return any(len(line) > 60 for line in lines[1:8])


def _take_apart(out: Sorted, line: str, number: int, lines: Sequence[str], begun: bool) -> bool:
    """Whether a line is no paragraph; what it is goes to its field and to `removed`."""
    rule = furniture(line)
    if rule is not None:
        out.removed.append(Removed(line, rule.reason, rule.name))
        return True
    if not begun or number >= len(lines) - 2:
        date = _date_of(line)
        if date is not None:
            if out.published is None:
                out.published = date
            out.removed.append(Removed(line, "date line", "a line that is a date"))
            return True
        names = _byline(line, out, begun, number, lines)
        if names:
            out.byline.extend(n for n in names if n not in out.byline)
            out.removed.append(Removed(line, "byline", "a line that names who wrote"))
            return True
        place = _bare_dateline(line) if not begun else None
        if place is not None:
            out.dateline = out.dateline or place[0]
            out.agencies.extend(a for a in place[1] if a not in out.agencies)
            out.removed.append(Removed(line, "dateline", "a line of place and agency"))
            return True
    return False


def _date_of(line: str) -> Published | None:
    """The date of a line that is little else."""
    if len(line) > 110:
        return None
    found = parse_page_date(line)
    if found is None:
        return None
    left = len(line) - len(found.words)
    if left > max(30, len(found.words)) or re.search(r"[.؟!]\s+\S+\s+\S+", line):
        return None
    return Published(found.value, found.precision, found.zone, line.strip(), "date line")


def _byline(line: str, out: Sorted, begun: bool, number: int, lines: Sequence[str]) -> list[str]:
    """Who wrote, if the line says only that."""
    match = _BY.match(line)
    if match is not None and len(line) < 90 and not line.rstrip().endswith("."):
        return [n.strip() for n in _SPLIT.split(match["names"]) if len(n.strip()) > 3][:5]
    if begun or len(line) > 45 or not _NAME.match(line) or line.endswith("."):
        return []
    words = [squeeze(w) for w in line.split()]
    near_date = out.published is not None or (number + 1 < len(lines) and _date_of(lines[number + 1]) is not None)
    plain = not any(w.startswith("ال") and i == 0 for i, w in enumerate(words)) and not set(words) & _NO_PLACE
    return [line.strip()] if near_date and plain and len(words) <= 4 else []


def _bare_dateline(line: str) -> tuple[str, list[str]] | None:
    """Place and agencies of a line that holds nothing else (`بيروت ـ رويترز`)."""
    if len(line) > 60:
        return None
    match = re.match(rf"^(?P<place>{_PLACE})\s*[-ـ–—/:،|(«]\s*(?P<rest>.+?)[)»]?\s*[:.]?\s*$", line)
    if match is None:
        return None
    parts = [p.strip() for p in re.split(r"[-ـ–—/،,+|]", match["rest"]) if p.strip()]
    if parts and all(p in AGENCIES for p in parts):
        return match["place"], parts
    return None


def _take_dateline(out: Sorted) -> None:
    """Cut the dateline off the first paragraph (`القاهرة «الشرق الأوسط» - ...`)."""
    if not out.paragraphs:
        return
    first = out.paragraphs[0]
    match = _DATELINE.match(first[:120])
    if match is None or not _is_dateline(match, first):
        return
    out.dateline = out.dateline or match["place"].strip()
    if match["agency"]:
        out.agencies.extend(
            a.strip() for a in re.split(r"[،,/+-]", match["agency"]) if a.strip() and a.strip() not in out.agencies
        )
    out.removed.append(Removed(first[: match.end()].strip(), "dateline", "place and agency before the first words"))
    out.paragraphs[0] = first[match.end() :]


def _is_dateline(match: re.Match[str], first: str) -> bool:
    words = [squeeze(w) for w in match["place"].split()]
    if set(words) & _NO_PLACE or len(first) - match.end() < 30:
        return False
    return bool(match["agency"]) or match["end"] != ":" and len(words) <= 3 or len(words) <= 2 and not first[: match.end()].endswith(": «")


def _take_credit(out: Sorted) -> None:
    """Cut an agency's mark off the end of the last paragraph."""
    if not out.paragraphs:
        return
    last = out.paragraphs[-1]
    match = re.search(rf"[.»\"]\s*(?P<credit>[(\[]\s*(?:{_AGENCY})(?:\s*[،,/+-]\s*(?:{_AGENCY}))*\s*[)\]])\.?\s*$", last)
    if match is None:
        return
    out.agencies.extend(a for a in [match["credit"].strip(" ()[]")] if a not in out.agencies)
    out.removed.append(Removed(match["credit"], "credit", "agency after the last words"))
    out.paragraphs[-1] = last[: match.start("credit")].rstrip()
