import json

from lxml import html

from khabar.pages.metadata import read_metadata


def meta(head: str):
    return read_metadata(html.fromstring(f"<html><head>{head}</head><body><p>نص</p></body></html>"))


def block(data) -> str:
    return f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>'


ARTICLE = {
    "@type": ["NewsArticle"],
    "headline": "قمة &quot;عربية&quot; طارئة",
    "datePublished": "2019-05-30T21:10:00+03:00",
    "dateModified": "2019-05-31T08:00:00Z",
    "author": [{"@type": "Person", "name": "سامر الحلبي"}, "هدى عبد الرحمن"],
    "publisher": {"name": "صحيفة المرفأ"},
}


def test_linked_data_in_a_graph_goes_before_opengraph():
    found = meta('<meta property="og:title" content="غيره">' + block({"@graph": [{"@type": "WebSite"}, ARTICLE]}))
    assert found.headline == 'قمة "عربية" طارئة'
    assert found.byline == ["سامر الحلبي", "هدى عبد الرحمن"]
    assert (found.published.value, found.published.zone) == ("2019-05-30T21:10", "+03:00")
    assert (found.modified.value, found.published.origin) == ("2019-05-31T08:00", "json-ld")
    assert found.outlet == "صحيفة المرفأ"


def test_broken_linked_data_are_passed_over():
    found = meta(
        '<script type="application/ld+json">{"@type": </script><meta property="og:title" content="عنوان الخبر">'
    )
    assert found.headline == "عنوان الخبر"


def test_linked_data_of_odd_types_do_no_harm():
    odd = {"@type": "NewsArticle", "headline": 7, "author": [None, {"name": {"x": 1}}], "datePublished": ["2019"]}
    found = meta(block([odd, 3, None, "x"]))
    assert (found.headline, found.byline, found.published) == (None, [], None)


def test_opengraph_and_names():
    found = meta(
        '<meta property="article:published_time" content="2018-04-13T18:05:00+02:00"><meta name="author" content="رنا الخطيب">'
        '<meta property="og:site_name" content="بوابة السهل"><meta property="og:type" content="Article">'
    )
    assert (found.published.value, found.published.origin) == ("2018-04-13T18:05", "opengraph")
    assert (found.byline, found.outlet, found.kind) == (["رنا الخطيب"], "بوابة السهل", "article")


def test_an_address_is_no_author():
    assert meta('<meta property="article:author" content="https://example.org/a">').byline == []


def test_the_time_element():
    found = read_metadata(html.fromstring('<html><body><time datetime="2015-10-20T10:28">أمس</time></body></html>'))
    assert (found.published.value, found.published.origin) == ("2015-10-20T10:28", "time element")


def test_what_is_paid_for():
    assert meta(block({"@type": "Article", "isAccessibleForFree": "False"})).paid
