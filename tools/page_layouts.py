"""Fourteen ways in which Arabic outlets build the page of a report. Each takes a story and the number of its turn."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape

from page_parts import DAYS, LEVANT, MONTHS, Story, Written, foot, half_day, links, menu, page, paragraphs, share


def _written(layout: str, s: Story, text: str, encoding: str = "utf-8", **told: object) -> Written:
    """A page with what is right for most: `told` changes it."""
    body = list(told.pop("paragraphs", s.paragraphs))  # type: ignore[call-overload]
    made = Written(layout, text.encode(encoding, "xmlcharrefreplace"), s.headline, body, s.authors, s.minute)
    for key, value in told.items():
        setattr(made, key, value)
    return made


def _linked(s: Story, zone: str = "+03:00", **more: object) -> str:
    """A block of linked data."""
    data = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": s.headline,
        "datePublished": f"{s.minute}:00{zone}", "author": [{"@type": "Person", "name": a} for a in s.authors],
        "publisher": {"@type": "Organization", "name": s.outlet}, **more,
    }  # fmt: skip
    return f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>'


def modern(s: Story, turn: int) -> Written:
    """Linked data in a graph, semantic elements, a picture with its caption, a box in the middle, a newsletter."""
    block = (
        _linked(s, dateModified=f"{s.minute[:-2]}59:00+03:00")
        .replace("{", '{"@graph": [{', 1)
        .replace("}</script>", "}]}</script>")
    )
    text = paragraphs(s.paragraphs)
    text.insert(1, links(s.related[:3]))
    body = f"""{menu(s.outlet)}<main><article><header><h1>{s.headline}</h1><time datetime="{s.minute}:00+03:00">{s.when:%d/%m/%Y}</time></header>
{share()}<figure><img src="/a.jpg" alt="مشهد عام"><figcaption>صورة أرشيفية من المكان (رويترز)</figcaption></figure>
<div class="article-body">{"".join(text)}</div><ul class="tags"><li><a href="/t/1">{s.place}</a></li><li><a href="/t/2">أخبار عاجلة</a></li></ul>
<section class="newsletter"><h3>اشترك في النشرة البريدية</h3><p>سجل بريدك لتصلك أهم الأخبار كل صباح.</p></section></article></main>{foot(s.outlet)}"""
    return _written("modern", s, page(f"<title>{s.headline} | {s.outlet}</title>{block}", body))


def amp(s: Story, turn: int) -> Written:
    """The AMP variant: its own elements, advertisement, a bar that sticks, consent."""
    text = paragraphs(s.paragraphs)
    text.insert(2, '<amp-ad width="300" height="250" type="x"><div fallback>إعلان</div></amp-ad>')
    body = f"""<amp-consent id="c" layout="nodisplay"><div>نستخدم ملفات تعريف الارتباط لتحسين تجربتك. <button>موافق</button></div></amp-consent>
<amp-sidebar id="m" layout="nodisplay"><ul><li>الرئيسية</li><li>سياسة</li></ul></amp-sidebar>
<article class="amp-wp-article"><h1 class="amp-wp-title">{s.headline}</h1><div class="amp-wp-meta">{s.when:%Y-%m-%d}</div>
<amp-img src="a.jpg" width="600" height="400" layout="responsive"></amp-img><div class="amp-wp-article-content">{"".join(text)}</div>
<amp-social-share type="twitter"></amp-social-share><h3>مواضيع ذات صلة</h3><amp-list><ul>{"".join(f'<li><a href="#">{r}</a></li>' for r in s.related[:4])}</ul></amp-list></article>"""
    made = page(
        f"<title>{s.headline}</title><link rel='canonical' href='https://example.org/{s.slug}'>{_linked(s)}", body
    )
    return _written("amp", s, made.replace("<html lang", "<html amp lang"))


def opengraph(s: Story, turn: int) -> Written:
    """Nothing but OpenGraph in the head; text in divs; the outlet's name behind the title."""
    head = f"""<title>{s.headline} - {s.outlet}</title><meta property="og:title" content="{s.headline} - {s.outlet}">
<meta property="og:type" content="article"><meta property="og:site_name" content="{s.outlet}">
<meta property="article:published_time" content="{s.minute}:00+02:00"><meta name="author" content="{s.authors[0]}">"""
    body = f"""{menu(s.outlet)}<div class="wrap"><div class="crumbs">الرئيسية &gt; سياسة</div><div class="ttl">{s.headline}</div>
<div class="story">{"".join(f'<div class="par">{escape(p, quote=False)}</div>' for p in s.paragraphs)}</div>{share()}
{links(s.related, "الأكثر قراءة")}</div>{foot(s.outlet)}"""
    return _written("opengraph", s, page(head, body), byline=s.authors[:1])


def tables(s: Story, turn: int) -> Written:
    """Tables in tables, in windows-1256, paragraphs parted by `<br>`: the early 2000s. No word in the head."""
    date = f"{DAYS[s.when.weekday()]} {s.when.day}/{MONTHS[s.when.month - 1]}/{s.when.year} - {half_day(s.when)}"
    side = "".join(
        f'<tr><td><a href="n.asp?id={n}"><font size="2">{r}</font></a></td></tr>' for n, r in enumerate(s.related)
    )
    text = "<br><br>\n".join(escape(p, quote=False) for p in s.paragraphs)
    body = f"""<table width="780" border="0"><tr><td colspan="2" bgcolor="#003366"><font color="white">{s.outlet}</font></td></tr><tr><td width="580" valign="top">
<table><tr><td><font size="5"><b>{s.headline}</b></font></td></tr><tr><td><font size="2">{date}</font></td></tr>
<tr><td><a href="print.asp">طباعة</a></td></tr><tr><td><font size="2">{s.authors[0]}</font></td></tr><tr><td align="justify"><font size="4">{text}</font></td></tr></table></td>
<td width="200" valign="top"><table><tr><td>الأكثر قراءة</td></tr>{side}</table></td></tr></table>"""
    made = page(
        f"<title>{s.outlet}</title>",
        body,
        "windows-1256",
        '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">',
    )
    return _written("tables", s, made, "cp1256", byline=s.authors[:1])


def nested(s: Story, turn: int) -> Written:
    """Divs in divs without a paragraph element, a `time` element, counters."""
    text = "".join(
        f'<div class="x1"><div class="x2"><span dir="auto">{escape(p, quote=False)}</span></div></div>'
        for p in s.paragraphs
    )
    body = f"""<div id="app"><div class="top"><div class="nav"><div>الرئيسية</div><div>عربي ودولي</div></div></div><div class="page"><div class="col"><h1><span>{s.headline}</span></h1>
<div class="meta"><span class="author">بقلم: {s.authors[0]}</span><time datetime="{s.minute}">{s.when.day} {MONTHS[s.when.month - 1]}، {s.when.year}</time><span class="cnt">عدد المشاهدات: 4,{100 + turn}</span></div>
<div class="body">{text}</div><div class="bot"><span>12 تعليقا</span><span>شارك الخبر</span></div></div></div></div>"""
    return _written("nested", s, page(f"<title>{s.headline} « {s.outlet}</title>", body), byline=s.authors[:1])


def blog(s: Story, turn: int) -> Written:
    """A blog's engine: entry content, `كتب`, tags in a line, comments and the form for one."""
    by = " و".join(s.authors)
    text = paragraphs([f"كتب: {by}", *s.paragraphs])
    comments = "".join(
        f'<li class="comment"><p>{c}</p></li>'
        for c in ("حسبنا الله ونعم الوكيل في كل ظالم.", "خبر مهم وشكرا للموقع على المتابعة.")
    )
    head = f'<title>{s.headline} – {s.outlet}</title><meta property="article:published_time" content="{s.minute}:00+00:00">'
    body = f"""{menu(s.outlet)}<div id="content"><article class="post hentry"><h1 class="entry-title">{s.headline}</h1><div class="entry-content">{"".join(text)}
<p>الوسوم: {s.place}، أخبار، تقارير</p><div class="sharedaddy"><h3>شارك هذا الموضوع:</h3><ul><li>فيس بوك</li><li>تويتر</li></ul></div></div></article>
<div id="comments"><h3>تعليقان</h3><ol>{comments}</ol><div id="respond"><h3>اترك تعليقاً</h3><p>لن يتم نشر عنوان بريدك الإلكتروني. الحقول الإلزامية مشار إليها بـ *</p></div></div></div>{foot(s.outlet)}"""
    return _written("blog", s, page(head, body))


def wire(s: Story, turn: int) -> Written:
    """A state's agency in ISO-8859-6: place and agency before the first words, its end mark, a number."""
    lines = [p.replace("«", '"').replace("»", '"').replace("“", '"').replace("”", '"') for p in s.paragraphs]
    date = f"{s.when.day}/{s.when.month}/{s.when.year} {s.when:%H:%M}"
    first = f"{s.place} / {s.agency} / {lines[0]}"
    body = f"""<center><h2>{s.headline}</h2></center><p>{date}</p>{"".join(paragraphs([first, *lines[1:], "//انتهى//"]))}<hr><p><a href="index">عودة</a></p>"""
    made = page(f"<title>{s.headline}</title>", body, "iso-8859-6")
    return _written("wire", s, made, "iso-8859-6", paragraphs=lines, byline=(), dateline=s.place, agencies=(s.agency,))


def doubled(s: Story, turn: int) -> Written:
    """Microdata, a lead printed twice, the headline once more in the body."""
    text = paragraphs([s.headline, *s.paragraphs])
    head = f"<title>{s.headline}</title>"
    body = f"""{menu(s.outlet)}<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">{s.headline}</h1><meta itemprop="datePublished" content="{s.minute}+01:00">
<span itemprop="author">{s.authors[0]}</span><div class="lead"><p>{escape(s.paragraphs[0], quote=False)}</p></div><div itemprop="articleBody">{"".join(text)}
<p>{escape(s.paragraphs[-1], quote=False)}</p></div></div>{share()}{foot(s.outlet)}"""
    return _written("doubled", s, page(head, body), byline=s.authors[:1])


def counters(s: Story, turn: int) -> Written:
    """Counters, letters large and small, reading time, visible date, several authors in one line."""
    date = f"نشر في: {s.when.day} {LEVANT[s.when.month - 1]} {s.when.year} {s.when:%H:%M}"
    by = "، ".join(s.authors)
    body = f"""{menu(s.outlet)}<section id="single"><h1>{s.headline}</h1><div class="tools"><span class="date">{date}</span><span>1,{200 + turn} مشاهدة</span><span>مدة القراءة: 3 دقائق</span>
<span>حجم الخط</span><span>أ+</span><span>أ-</span></div><p class="byline">إعداد: {by}</p><div class="content">{"".join(paragraphs(s.paragraphs))}<p>عدد القراءات: 530</p><p>آخر تحديث: اليوم</p></div></section>{foot(s.outlet)}"""
    return _written("counters", s, page(f"<title>{s.headline} | {s.outlet}</title>", body))


def scripts(s: Story, turn: int) -> Written:
    """Scripts that hold Arabic among the paragraphs, advertisement, a note on cookies, no script."""
    text: list[str] = []
    for number, line in enumerate(paragraphs(s.paragraphs)):
        text += [
            line,
            f"<script>var t{number} = 'هذا نص داخل برنامج لا يظهر للقارئ أبدا في الصفحة';</script><div class='ad'>إعلان</div>",
        ]
    head = f"""<title>{s.headline}</title><style>.x::after{{content:"نص في الأنماط"}}</style><meta name="description" content="{escape(s.paragraphs[0][:80])}">
<meta name="date" content="{s.minute}:00+03:00"><script>window.data = {json.dumps({"title": s.headline, "body": s.paragraphs[0]}, ensure_ascii=False)};</script>"""
    body = f"""<div class="cookie-banner"><p>نستخدم ملفات تعريف الارتباط لتقديم خدمة أفضل. باستخدامك لهذا الموقع فإنك توافق على ذلك.</p><button>أوافق</button></div>
{menu(s.outlet)}<article><h1>{s.headline}</h1><p class="writer">{s.authors[0]}</p>{"".join(text)}</article><noscript>الرجاء تفعيل جافا سكريبت</noscript>{foot(s.outlet)}"""
    return _written("scripts", s, page(head, body), byline=s.authors[:1])


def inline(s: Story, turn: int) -> Written:
    """Links to other stories as paragraphs in the text, embedded posts, a channel's advertisement."""
    openers = ("اقرأ أيضا: ", "شاهد أيضاً: ", "إقرأ أيضاً | ", "طالع أيضا: ")
    text: list[str] = []
    for number, line in enumerate(paragraphs(s.paragraphs)):
        text += [line, f'<p><strong><a href="/r">{openers[number % 4]}{s.related[number % 5]}</a></strong></p>']
    text.append("<p>تابعوا آخر الأخبار عبر قناتنا على تليغرام</p><p>للمزيد من الأخبار زوروا موقعنا</p>")
    body = f"""{menu(s.outlet)}<article><h1>{s.headline}</h1>{share(("غرد", "واتس آب", "نسخ الرابط"))}<div class="txt">{"".join(text)}</div></article>{foot(s.outlet)}"""
    return _written("inline", s, page(f"<title>{s.headline}</title>{_linked(s)}", body))


def entities(s: Story, turn: int) -> Written:
    """Every Arabic letter a numeric entity; the agency in brackets at the end; place and agency at the beginning."""
    lines = [s.paragraphs[0], *s.paragraphs[1:]]
    printed = [f"{s.place} ({s.agency}) - {lines[0]}", *lines[1:]]
    printed[-1] += f" ({s.agency})"
    body = f"""<div id="nav">الرئيسية | أخبار | رياضة</div><h1>{s.headline}</h1><div class="article">{"".join(paragraphs(printed))}</div><div class="img-caption">تصوير: {s.authors[0]}</div>"""
    made = page(f"<title>{s.headline}</title>{_linked(s, author=[])}", body, "us-ascii")
    return _written("entities", s, made, "ascii", byline=(), dateline=s.place, agencies=(s.agency,))


def mobile(s: Story, turn: int) -> Written:
    """One block with single line breaks, marks of direction in it, Persian letters from a keyboard, blanks that do not break."""
    text = "<br/>".join(
        "\u200f" + escape(p, quote=False).replace("ي ", "ی ").replace(" من ", "&nbsp;من ") + "\u200e"
        for p in s.paragraphs
    )
    date = f"{DAYS[s.when.weekday()]}، {s.when.day} {MONTHS[s.when.month - 1]} {s.when.year}، الساعة {s.when:%H:%M}"
    body = f"""<div class="hd">{s.outlet}</div><h1>{s.headline}</h1><div class="post-date">{date}</div><div class="body">{text}</div><div class="btns"><a>شارك</a><a>حفظ</a><a>استمع</a></div>
<div class="next"><h5>قد يعجبك أيضا</h5>{"".join(f'<p><a href="#">{r}</a></p>' for r in s.related)}</div>"""
    lines = [p.replace("ي ", "ي ") for p in s.paragraphs]
    return _written("mobile", s, page(f"<title>{s.headline}</title>", body), paragraphs=lines, byline=())


def printed(s: Story, turn: int) -> Written:
    """The version for the printer, in UTF-16: a line for each thing, and the source's address at the end."""
    date = f"{s.when.year}/{s.when.month}/{s.when.day}"
    body = f"""<p>{s.outlet}</p><h1>{s.headline}</h1><p>تاريخ النشر: {date}</p><p>{s.authors[0]} - {s.place}</p>{"".join(paragraphs(s.paragraphs))}
<p>المصدر: {s.outlet}</p><p>رابط الخبر: http://example.org/{s.slug}</p><p>جميع الحقوق محفوظة {s.outlet} © {s.when.year}</p>"""
    made = page(f"<title>{s.headline}</title>", body, "utf-16")
    return _written("printed", s, made, "utf-16", byline=s.authors[:1], dateline=s.place, published=s.minute[:10])


LAYOUTS: tuple[Callable[[Story, int], Written], ...] = (
    modern, amp, opengraph, tables, nested, blog, wire, doubled, counters, scripts, inline, entities, mobile, printed,
)  # fmt: skip
