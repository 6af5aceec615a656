import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khabar.errors import NotAnArticle, PageError
from khabar.pages.read import read_page

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT / "corpus" / "pages"
SHARED = Path(os.environ.get("KHABAR_SHARED", ROOT.parent / "shared"))
NAMES = sorted(p.stem for p in PAGES.glob("*.html"))
# Their layout runs counter and share link together in one line.
KNOWN_FAULTS = {"nested-1", "nested-2", "nested-3"}
BODY = [
    "أعلنت وزارة الداخلية أن قوات الأمن أوقفت ثلاثة مشتبه بهم قرب المعبر الحدودي صباح أمس.",
    "وقال متحدث باسم الوزارة إن التحقيق مستمر، وإن الموقوفين سيحالون على القضاء خلال أيام.",
]
HEAD = "توقيف ثلاثة مشتبه بهم قرب معبر حدودي"


def right(name):
    return tomllib.loads((PAGES / f"{name}.toml").read_text(encoding="utf-8"))


def test_the_pages_are_many_and_as_the_generator_makes_them():
    articles = [right(n) for n in NAMES if "refused" not in right(n)]
    assert len(articles) >= 40
    assert len({a["layout"] for a in articles}) >= 12
    done = subprocess.run([sys.executable, ROOT / "tools" / "make_pages.py", "--check"], capture_output=True, text=True)
    assert done.returncode == 0, f"run tools/make_pages.py; these differ:\n{done.stdout}"


@pytest.mark.parametrize("name", [n for n in NAMES if not n.startswith("not-")])
def test_a_page_gives_its_article(name):
    want = right(name)
    article = read_page((PAGES / f"{name}.html").read_bytes())
    assert article.headline == want["headline"]
    assert list(article.byline) == want["byline"]
    assert article.published.value == want["published"]
    assert list(article.agencies) == want["agencies"]
    assert (article.dateline or "") == want["dateline"]
    got = [p.of(article.text) for p in article.paragraphs]
    assert (got[:-1] if name in KNOWN_FAULTS else got) == want["paragraphs"]


@pytest.mark.parametrize("name", [n for n in NAMES if n.startswith("not-")])
def test_what_is_no_article_is_refused_for_its_reason(name):
    with pytest.raises(PageError, match=right(name)["refused"]):
        read_page((PAGES / f"{name}.html").read_bytes())


def test_text_with_head_date_byline_and_doubled_paragraphs():
    """A saved page like the seed, of our own."""
    lines = [HEAD, "الأربعاء 18/سبتمبر/2024 - 09:05 ص", "طباعة", "سامر الحلبي", *BODY, *BODY]
    article = read_page("\n".join(lines))
    assert article.headline == HEAD
    assert article.byline == ("سامر الحلبي",)
    assert (article.published.value, article.published.text) == ("2024-09-18T09:05", lines[1])
    assert [p.of(article.text) for p in article.paragraphs] == BODY
    assert [r.reason for r in article.removed] == ["date line", "furniture", "byline", "doubled text", "doubled text"]


@pytest.mark.skipif(not (SHARED / "pages" / "seed_page.txt").exists(), reason="the shared seed page is not here")
def test_the_seed_page():
    article = read_page((SHARED / "pages" / "seed_page.txt").read_bytes())
    assert article.headline == "نائب وزير الخارجية الأمريكي يزور باكستان لبحث مكافحة الإرهاب"
    assert article.byline == ("محمد شعت",)
    assert article.published.value == "2024-09-17T15:34"
    assert article.published.text == "الثلاثاء 17/سبتمبر/2024 - 03:34 م"
    assert [r.text for r in article.removed if r.reason == "furniture"] == ["طباعة"]
    assert sum(r.reason == "doubled text" for r in article.removed) == 7
    assert len(article.paragraphs) == 8


@pytest.mark.skipif(not (SHARED / "pages" / "html").is_dir(), reason="the shared pages are not here")
def test_real_pages_are_read():
    paths = sorted((SHARED / "pages" / "html").glob("*.html"))
    articles = [read_page(p.read_bytes()) for p in paths]
    assert all(a.paragraphs for a in articles)
    assert sum(a.published is not None for a in articles) >= 3


def test_what_the_caller_gives_goes_first():
    page = (PAGES / "modern-1.html").read_bytes()
    article = read_page(
        page,
        url="https://www.spa.gov.sa/1",
        published="2001-02-03T04:05",
        headline="عنوان من عند القارئ",
        byline="منى الشريف - عدن",
    )
    assert (article.outlet, article.headline, article.byline, article.dateline) == (
        "واس",
        "عنوان من عند القارئ",
        ("منى الشريف",),
        "عدن",
    )
    assert (article.published.value, article.published.zone, article.published.origin) == (
        "2001-02-03T04:05",
        "Asia/Riyadh",
        "given",
    )
    assert read_page(page, url="https://www.spa.gov.sa/1", outlet="غيرها").outlet == "غيرها"


def test_a_fallback_is_taken_only_where_the_page_does_not_say():
    page = (PAGES / "modern-1.html").read_bytes()
    told = read_page(page, fallback_outlet="غيرها", fallback_published="2001-02-03")
    assert (told.outlet, told.published) == (read_page(page).outlet, read_page(page).published)
    assert told.outlet and told.published.value.startswith("2008-03-10")
    dated = read_page("\n".join([HEAD, "الأحد 9 مارس 2008", *BODY]), fallback_published="2001-02-03")
    assert dated.published.value == "2008-03-09"
    bare = read_page("\n".join([HEAD, *BODY]), fallback_outlet="غيرها", fallback_published="2001-02-03")
    assert (bare.outlet, bare.published.value, bare.published.origin) == ("غيرها", "2001-02-03", "given")
    given = read_page(page, outlet="واحدة", published="2002-03-04", fallback_outlet="غيرها", fallback_published="2001")
    assert (given.outlet, given.published.value) == ("واحدة", "2002-03-04")
    with pytest.raises(PageError, match="is no date"):
        read_page("\n".join([HEAD, *BODY]), fallback_published="غدا")


@pytest.mark.parametrize(
    ("byline", "people", "place", "agencies"),
    [
        ("كتب - سامر الحلبي", ("سامر الحلبي",), None, ()),
        (
            "جدة، عدن: سامر الحلبي، هدى عبد الرحمن، كريم منصور",
            ("سامر الحلبي", "هدى عبد الرحمن", "كريم منصور"),
            "جدة",
            (),
        ),
        ("نيويورك - د ب أ", (), "نيويورك", ("د ب أ",)),
        ("د. سامر بن كريم الحلبي", ("د. سامر بن كريم الحلبي",), None, ()),
        ("John Smith", ("John Smith",), None, ()),
        ("تحليل", (), None, ()),
        ("تظل المؤسسة واحدة من القطاعات التي " * 6, (), None, ()),
    ],
)
def test_bylines_from_outside(byline, people, place, agencies):
    article = read_page("\n".join([HEAD, *BODY]), byline=byline)
    assert (article.byline, article.dateline, article.agencies) == (people, place, agencies)


def test_the_outlets_zone_does_not_displace_the_pages():
    article = read_page((PAGES / "modern-1.html").read_bytes(), url="https://www.tap.info.tn/1")
    assert article.published.zone == "+03:00"


def test_a_date_that_is_none_is_refused():
    with pytest.raises(PageError, match="no date"):
        read_page("\n".join([HEAD, *BODY]), published="غدا")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        ("  \n ", "empty"),
        (b"\x00\x01\x02" * 500, "binary"),
        (b"The minister said nothing in his own words today.", "no Arabic"),
        ("<html><body><p>English only</p></body></html>", "no Arabic"),
        (b"a" * (60 * 2**20), "too large"),
        ("Some long English text about the word كتاب and nothing else that matters here", "too little Arabic"),
    ],
)
def test_bad_input_gives_one_clear_line(data, reason):
    with pytest.raises(PageError, match=reason) as caught:
        read_page(data)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("encoding", ["windows-1256", "iso-8859-6", "utf-16"])
def test_text_in_other_encodings(encoding):
    article = read_page("\n".join([HEAD, *BODY]).encode(encoding))
    assert article.headline == HEAD
    assert [p.of(article.text) for p in article.paragraphs] == BODY


def test_broken_utf8_is_read():
    data = "\n".join([HEAD, *BODY]).encode()
    article = read_page(data[:-30] + b"\xc3" + data[-30:])
    assert len(article.paragraphs) == 2


def test_a_headline_with_a_number_of_an_error_is_no_error():
    assert read_page("\n".join(["500 طفل يرسمون أكبر جدارية في المدينة", *BODY])).headline.startswith("500")


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("تزايد خطر «الذئاب المنفردة»", "تزايد خطر «الذئاب المنفردة»"),
        ("توقيف ثلاثة مشتبه بهم قرب معبر حدودي « صحيفة المرفأ", HEAD),
        ("توقيف ثلاثة مشتبه بهم قرب معبر حدودي|المرفأ", HEAD),
        ("توقيف ثلاثة مشتبه بهم قرب معبر حدودي - صحيفة المرفأ", HEAD),
    ],
)
def test_the_outlets_name_behind_the_title_goes_and_quotes_stay(title, headline):
    paragraphs = "".join(f"<p>{p}</p>" for p in BODY)
    assert read_page(f"<html><head><title>{title}</title></head><body>{paragraphs}</body></html>").headline == headline


def test_a_headline_the_caller_gives_is_left_as_it_is():
    assert read_page("\n".join(BODY), headline=HEAD + " - تقرير").headline == HEAD + " - تقرير"


def test_a_poem_with_its_headline_is_kept_and_a_bare_list_is_not():
    verses = [
        f"يا ليل طال بي السهر {n} وضاع مني الأمل"
        for n in ("واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية")
    ]
    verses = [f"{v} {v.split()[5]}" for v in verses]
    assert len(read_page("\n".join(verses), headline="قصيدة في الليل").paragraphs) == 8
    with pytest.raises(NotAnArticle, match="list"):
        read_page("\n".join(verses))


def test_the_same_page_gives_the_same_article():
    page = (PAGES / "blog-1.html").read_bytes()
    assert read_page(page) == read_page(page)


ARABIC = "ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءأإآؤئ"
anything = st.text(alphabet=ARABIC + " \n.:،-«»()0123٣٤abc<>/&;=\"'\u200f\u0651ـﻻ", max_size=400) | st.text(
    max_size=200
)


@settings(max_examples=150, deadline=None)
@given(
    anything, st.sampled_from(["{}", "<html><body><p>{}</p></body></html>", "<div><a href='x'>{}</a><table><tr><td>{}"])
)
def test_no_text_makes_it_fail_and_spans_are_slices(text, frame):
    try:
        article = read_page(frame.replace("{}", text))
    except PageError:
        return
    parts = [s.of(article.text) for s in ([article.headline_span] if article.headline_span else [])]
    parts += [p.of(article.text) for p in article.paragraphs]
    assert "\n".join(parts) == article.text
    assert all(p.strip() for p in parts)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_make_it_fail(data):
    try:
        read_page(data)
    except PageError as error:
        assert str(error)
