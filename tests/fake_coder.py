"""A record made by hand, with something in every field, and a coder that needs no lexicon."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from khabar.errors import NotAnArticle, PageError
from khabar.records import (
    Actor,
    Article,
    Attribution,
    Auxiliary,
    Denial,
    Event,
    EventPlace,
    EventTime,
    Mention,
    MentionKind,
    Office,
    Place,
    Published,
    Record,
    Removed,
    Sentence,
    Size,
    Source,
    SourceKind,
    Span,
    Stance,
    Time,
    Why,
)

HEADLINE = "مقتل ثلاثة جنود في هجوم قرب سامراء"
LEAD = "قالت وزارة الدفاع العراقية إن مسلحين قتلوا ثلاثة جنود في هجوم قرب سامراء أمس."
DENIAL = "ونفى المجلس المحلي وقوع الهجوم، وأضاف أن «الوضع هادئ»."
VERSION = "khabar 0.1.0 lexicon 0123456789ab"


def make_article(lead: str = LEAD, *, url: str | None = "http://news.example/1", published: str | None = "2011-05-04"):
    text = f"{HEADLINE}\n{lead}\n{DENIAL}"
    first = Span(len(HEADLINE) + 1, len(HEADLINE) + 1 + len(lead))
    return Article(
        id=hashlib.sha256(f"{url}\n{text}".encode()).hexdigest()[:16],
        text=text,
        headline_span=Span(0, len(HEADLINE)),
        paragraphs=(first, Span(first.end + 1, len(text))),
        url=url,
        outlet="جريدة الضفة",
        byline=("سلمى البدري", "Omar Haddad"),
        agencies=("رويترز",),
        dateline="بغداد",
        published=published and Published(published, "day", "Asia/Baghdad", "الأربعاء 4 أيار", "date line"),
        removed=(Removed("طباعة", "furniture", "print link"), Removed(lead, "doubled text", "paragraph 3 is 1")),
    )


def make_record(article: Article | None = None, coder: str = VERSION) -> Record:
    article = article or make_article()
    text = article.text
    headline = article.headline_span or Span(0, 0)

    def at(words: str, after: int = 0) -> Span:
        start = text.index(words, after)
        return Span(start, start + len(words))

    def mention(words: str, kind: MentionKind, after: int = headline.end, **more: object) -> Mention:
        span = at(words, after)
        return Mention(span, words, kind, at(words.split()[0], span.start), **more)  # type: ignore[arg-type]

    ministry = mention("وزارة الدفاع العراقية", MentionKind.GROUP, actor="irq-mod", country="IRQ", sectors=("MIL",),
                       resolved_by="name")  # fmt: skip
    gunmen = mention("مسلحين", MentionKind.UNNAMED, sectors=("UAF",), sure=0.75)
    soldiers = mention("ثلاثة جنود", MentionKind.UNNAMED, country="IRQ", sectors=("MIL",))
    council = mention("المجلس المحلي", MentionKind.GROUP, actor="made-up-1")
    town = mention("سامراء", MentionKind.PLACE, place="gn:91597", country="IRQ")
    samarra = Place("gn:91597", "سامراء", "Samarra", "IRQ", 4, 34.2, 43.87, 91597, "P", "PPL", "Salah ad Din")
    iraq = Place("c:IRQ", "العراق", "Iraq", "IRQ", 1)
    first = Sentence(1, article.paragraphs[0], 0)
    second = Sentence(2, article.paragraphs[1], 1)
    day = Time(at("أمس"), "أمس", date(2011, 5, 3), date(2011, 5, 3), "day", None, "date", True)
    open_time = Time(at("الأربعاء") if "الأربعاء" in text else day.span, day.text, date(2003, 1, 1), None, "open",
                     "15:00/16:00", "open span")  # fmt: skip
    sources = (
        Attribution("a1", (Source(SourceKind.GROUP, ministry),), Stance.ASSERTS, at("قالت"), "قالت", first.span, False,
                    "verb of saying", None),
        Attribution("a2", (Source(SourceKind.GROUP, council), Source(SourceKind.ANONYMOUS, None)), Stance.DENIES,
                    at("ونفى"), "ونفى", second.span, True, "verb of denial", "outlet"),
        Attribution("outlet", (Source(SourceKind.OUTLET, None),), Stance.ASSERTS, None, None, Span(0, len(text))),
    )  # fmt: skip
    event = Event(
        id=f"{article.id}-1", type="ASSAULT", trigger=at("قتلوا"), trigger_text="قتلوا", sentence=first.span,
        modes=("firearms",), contexts=("military", "terrorism"), cameo="190", actors=(gunmen,), recipients=(soldiers,),
        time=EventTime(date(2011, 5, 3), date(2011, 5, 3), "day", "event", day.span, "أمس"),
        place=EventPlace(samarra, "event", town.span, "سامراء", 0.9),
        size=(Size("dead", 3, 3, True, soldiers.span, "ثلاثة"),
              Size("injured", 10, None, False, soldiers.span, "جنود")),
        sources=("a1", "outlet"), denied_by=(Denial(council, Stance.DENIES, at("ونفى"), "ونفى", second.span),),
        also=(at("هجوم", headline.end),), confidence=0.8125,
        why=Why("قتل", "verb, subject, object", ("subject is plural",)),
    )  # fmt: skip
    later = Event(
        id=f"{article.id}-2", type="CONSULT", trigger=at("وأضاف"), trigger_text="وأضاف", sentence=second.span,
        actors=(replace(council, sure=0.5),), auxiliary=(Auxiliary.FUTURE, Auxiliary.HYPOTHETICAL),
        place=EventPlace(iraq, "actor"), time=EventTime(None, date(2011, 6, 1), "open", "report"), sources=("outlet",),
        hedged=True, stance=Stance.DOUBTS,
    )  # fmt: skip
    return Record(
        article=article,
        sentences=(Sentence(0, headline, -1), first, second),
        mentions=(ministry, gunmen, soldiers, town),
        actors=(
            Actor("irq-mod", "وزارة الدفاع العراقية", "Ministry of Defence of Iraq", MentionKind.GROUP, "IRQ",
                  ("GOV", "MIL"), ("الدفاع العراقية",), (Office("minister", "IRQ", "2010-01-01", None),)),
            Actor("made-up-1", "المجلس المحلي", None, MentionKind.GROUP, None, (), known=False),
        ),
        places=(samarra,),
        times=(day, open_time),
        events=(event, later),
        sources=sources,
        coder=coder,
    )  # fmt: skip


@dataclass
class FakeCoder:
    """Codes any article whose lead is not `خطأ` into the record above; picklable, as the real one is."""

    version: str = VERSION

    def code(self, article: Article) -> Record:
        if "انهيار الشيفرة" in article.text:
            raise RuntimeError("a fault in a rule")
        return make_record(article, self.version)


def read_page(
    data: str | bytes, *, url=None, outlet=None, published=None, headline=None, byline=None, fallback_outlet=None,
    fallback_published=None,
) -> Article:  # fmt: skip
    """A page reader for tests: the data is the lead; `فارسی` is another language, nothing is empty."""
    text = data.decode("utf-8", "replace") if isinstance(data, bytes) else data
    if not text.strip():
        raise PageError("it is empty")
    if "فارسی" in text:
        raise NotAnArticle("it is in Persian")
    lead = f"{LEAD} {' '.join(text.split())}"
    return make_article(lead, url=url, published=published or fallback_published or "2011-05-04")


def load(lexicon: Path | None = None, gazetteer: Path | None = None) -> FakeCoder:
    return FakeCoder()
