"""Pages that are no article, each as real sites have it."""

from __future__ import annotations

from collections.abc import Callable

from page_parts import Story, Written, foot, links, menu, page, paragraphs, share

PERSIAN = (
    "وزیر امور خارجه گفت که گفت‌وگوها با هیئت همسایه در فضایی سازنده برگزار شد و دو طرف بر ادامه همکاری تأکید کردند.",
    "به گزارش خبرنگار ما، این نشست که در پایتخت برگزار شد، سه ساعت به طول انجامید و پس از آن بیانیه‌ای منتشر شد.",
    "قرار است دور بعدی این گفت‌وگوها در ماه آینده برگزار شود و کارشناسان دو کشور درباره آن تصمیم بگیرند.",
)
URDU = (
    "وزیر خارجہ نے کہا ہے کہ پڑوسی ملک کے وفد کے ساتھ بات چیت اچھے ماحول میں ہوئی اور دونوں نے تعاون جاری رکھنے پر زور دیا۔",
    "ہمارے نمائندے کے مطابق یہ اجلاس دارالحکومت میں ہوا اور تین گھنٹے تک جاری رہا جس کے بعد ایک بیان جاری کیا گیا۔",
    "بات چیت کا اگلا دور اگلے مہینے ہوگا اور دونوں ملکوں کے ماہرین اس کی تاریخ کا فیصلہ کریں گے۔",
)
KURDISH = (
    "وەزیری دەرەوە ڕایگەیاند کە گفتوگۆکان لەگەڵ شاندی وڵاتی دراوسێ لە کەشێکی باشدا بەڕێوەچوون و هەردوو لا جەختیان لە هاوکاری کردەوە.",
    "بە گوێرەی هەواڵنێری ئێمە، ئەم کۆبوونەوەیە لە پایتەخت بەڕێوەچوو و سێ کاتژمێری خایاند و دواتر بەیاننامەیەک بڵاوکرایەوە.",
    "بڕیارە خولی داهاتووی گفتوگۆکان لە مانگی داهاتوو بێت و شارەزایانی هەردوو وڵات بڕیاری لەسەر دەدەن.",
)
ENGLISH = (
    "The foreign minister said that talks with the neighbouring delegation were held in a constructive atmosphere.",
    "The meeting in the capital lasted three hours, after which a joint statement was published by both sides.",
)


def _written(layout: str, refused: str, head: str, body: str) -> Written:
    return Written(layout, page(head, body).encode(), refused=refused)


def front(stories: list[Story]) -> Written:
    """A list of headlines: a section's front."""
    cards = "".join(f'<article class="card"><h3><a href="/{s.slug}">{s.headline}</a></h3></article>' for s in stories)
    body = (
        menu("صحيفة المرفأ")
        + f'<main><h1>آخر أخبار السياسة</h1><div class="grid">{cards}</div></main>'
        + foot("صحيفة المرفأ")
    )
    return _written(
        "list", "list", '<title>سياسة | صحيفة المرفأ</title><meta property="og:type" content="website">', body
    )


def tagged(stories: list[Story]) -> Written:
    """A list of headlines with dates and first words, in a `ul`: the page of a tag."""
    items = "".join(
        f'<li><a href="/{s.slug}">{s.headline}</a> <span class="date">{s.when:%d/%m/%Y}</span></li>'
        for s in stories[:25]
    )
    body = menu("بوابة السهل") + f"<h1>كل الأخبار عن: العراق</h1><ul class='archive'>{items}</ul>" + foot("بوابة السهل")
    return _written("tag", "list", "<title>العراق - بوابة السهل</title>", body)


def video(stories: list[Story]) -> Written:
    """A film with a line under it."""
    s = stories[4]
    head = f'<title>{s.headline}</title><meta property="og:type" content="video.other"><meta property="og:title" content="{s.headline}">'
    body = (
        menu(s.outlet)
        + f"<h1>{s.headline}</h1><video controls></video><p>شاهد تقرير مراسلنا من {s.place}.</p>"
        + share()
    )
    return _written("video", "video", head, body + links(s.related, "فيديوهات أخرى") + foot(s.outlet))


def missing(stories: list[Story]) -> Written:
    """A page that is not there."""
    body = (
        menu("جريدة الضفاف")
        + "<div class='err'><h1>404 - الصفحة غير موجودة</h1><p>عذرا، الصفحة التي تبحث عنها غير موجودة أو تم نقلها.</p>"
    )
    body += links(stories[0].related, "الأكثر قراءة") + "</div>" + foot("جريدة الضفاف")
    return _written("404", "error", "<title>الصفحة غير موجودة - جريدة الضفاف</title>", body)


def missing_silent(stories: list[Story]) -> Written:
    """A page that is not there, and says so in other words under the outlet's own title."""
    body = (
        menu("قناة الميناء")
        + "<main><h2>عذراً، لم يتم العثور على الصفحة المطلوبة</h2><p>ربما تكون قد حذفت أو تغير عنوانها. يمكنك العودة إلى الصفحة الرئيسية.</p></main>"
    )
    return _written("gone", "error", "<title>قناة الميناء</title>", body + foot("قناة الميناء"))


def paywall(stories: list[Story]) -> Written:
    """The first words of a report that must be paid for."""
    s = stories[6]
    head = f'<title>{s.headline}</title><script type="application/ld+json">{{"@type": "NewsArticle", "headline": "{s.headline}", "isAccessibleForFree": "False"}}</script>'
    body = menu(s.outlet) + f"<article><h1>{s.headline}</h1><p>{s.paragraphs[0][:90]}...</p>"
    body += "<div class='wall'><p>هذا المحتوى متاح للمشتركين فقط. اشترك الآن لمتابعة القراءة.</p></div></article>"
    return _written("paywall", "paywall", head, body + foot(s.outlet))


def gallery(stories: list[Story]) -> Written:
    """Photographs, and nothing told."""
    s = stories[9]
    shots = "".join(f"<figure><img src='{n}.jpg'><figcaption>صورة {n} من 8</figcaption></figure>" for n in range(1, 9))
    return _written(
        "gallery",
        "text of its own",
        f"<title>بالصور: {s.headline}</title>",
        menu(s.outlet) + f"<h1>بالصور: {s.headline}</h1>{shots}" + foot(s.outlet),
    )


def _foreign(layout: str, title: str, lines: tuple[str, ...], refused: str) -> Written:
    body = f"<article><h1>{title}</h1>{''.join(paragraphs(list(lines)))}</article>"
    return _written(layout, refused, f"<title>{title}</title>", body)


def persian(stories: list[Story]) -> Written:
    """A report in Persian."""
    return _foreign("persian", "وزیر امور خارجه از گفت‌وگوهای سازنده خبر داد", PERSIAN, "Persian")


def urdu(stories: list[Story]) -> Written:
    """A report in Urdu."""
    return _foreign("urdu", "وزیر خارجہ کی پڑوسی ملک کے وفد سے ملاقات", URDU, "Urdu")


def kurdish(stories: list[Story]) -> Written:
    """A report in Sorani Kurdish."""
    return _foreign("kurdish", "وەزیری دەرەوە باسی گفتوگۆکانی کرد لەگەڵ وڵاتی دراوسێ", KURDISH, "Kurdish")


def english(stories: list[Story]) -> Written:
    """A report in English with an Arabic menu."""
    made = _foreign("english", "Foreign ministers hold talks in the capital", ENGLISH, "Arabic")
    made.data = made.data.replace(b"<body>", f"<body>{menu('بوابة السهل')}".encode())
    return made


OTHERS: tuple[Callable[[list[Story]], Written], ...] = (
    front, tagged, video, missing, missing_silent, paywall, gallery, persian, urdu, kurdish, english,
)  # fmt: skip
