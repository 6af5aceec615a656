"""What the layouts of `make_pages.py` have in common: the story told, what is written, and bits of furniture."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from html import escape

OUTLETS = ("صحيفة المرفأ", "موقع الواحة نيوز", "شبكة النخيل الإخبارية", "جريدة الضفاف", "بوابة السهل", "قناة الميناء")
MONTHS = (
    "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
)  # fmt: skip
LEVANT = (
    "كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران", "تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني",
    "كانون الأول",
)  # fmt: skip
DAYS = ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد")


@dataclass
class Story:
    """A report as an outlet's desk has it."""

    slug: str
    headline: str
    paragraphs: list[str]
    authors: tuple[str, ...]
    when: datetime
    place: str
    agency: str
    outlet: str
    old: str
    related: list[str] = field(default_factory=list)

    @property
    def minute(self) -> str:
        """The moment of publication as ISO 8601."""
        return self.when.strftime("%Y-%m-%dT%H:%M")


@dataclass
class Written:
    """A page, and the right article of it (or why there is none)."""

    layout: str
    data: bytes
    headline: str = ""
    paragraphs: list[str] = field(default_factory=list)
    byline: tuple[str, ...] = ()
    published: str = ""
    dateline: str = ""
    agencies: tuple[str, ...] = ()
    refused: str = ""


def days_date(day: str, hour: int, minute: int) -> datetime:
    """The moment of an ISO day."""
    return datetime.fromisoformat(f"{day}T{hour:02d}:{minute:02d}")


def half_day(when: datetime) -> str:
    """The clock time with twelve hours and the letter of the half of the day."""
    return f"{(when.hour - 1) % 12 + 1:02d}:{when.minute:02d} {'م' if when.hour >= 12 else 'ص'}"


def paragraphs(lines: list[str], tag: str = "p", inside: str = "") -> list[str]:
    """Each line in an element of its own."""
    return [f"<{tag}{inside}>{escape(line, quote=False)}</{tag}>" for line in lines]


def menu(outlet: str) -> str:
    """The bar at the top of a page."""
    names = ("الرئيسية", "سياسة", "اقتصاد", "رياضة", "ثقافة", "منوعات", "فيديو")
    links = "".join(f'<li><a href="/s{n}">{name}</a></li>' for n, name in enumerate(names))
    return (
        f'<header class="site"><a class="logo" href="/">{outlet}</a><nav><ul class="menu">{links}</ul></nav></header>'
    )


def foot(outlet: str) -> str:
    """The foot of a page."""
    return (
        f'<footer><ul><li><a href="/about">من نحن</a></li><li><a href="/contact">اتصل بنا</a></li>'
        f'<li><a href="/privacy">سياسة الخصوصية</a></li></ul><p>جميع الحقوق محفوظة © {outlet}</p></footer>'
    )


def share(words: tuple[str, ...] = ("شارك", "فيسبوك", "تويتر", "واتساب", "طباعة")) -> str:
    """A bar of share links."""
    return '<ul class="share-bar">' + "".join(f'<li><a href="#{n}">{w}</a></li>' for n, w in enumerate(words)) + "</ul>"


def links(headlines: list[str], title: str = "اقرأ أيضا") -> str:
    """A box of links to other stories."""
    items = "".join(f'<li><a href="/n/{n}">{escape(h)}</a></li>' for n, h in enumerate(headlines))
    return f'<div class="related-box"><h4>{title}</h4><ul>{items}</ul></div>'


def page(head: str, body: str, charset: str = "utf-8", doctype: str = "<!DOCTYPE html>") -> str:
    """A whole page."""
    lines = [doctype, '<html lang="ar" dir="rtl">', "<head>", f'<meta charset="{charset}">', head, "</head>"]
    return "\n".join([*lines, "<body>", body, "</body>", "</html>", ""])
