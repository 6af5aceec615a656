"""Input that is broken on purpose or by a bad connection: a result or one of our errors, never another one."""

import json
import random

import pytest

from khabar.errors import PageError
from khabar.pages.decode import parsable
from khabar.pages.read import read_page

PROSE = "قال المتحدث باسم الوزارة إن القوات دخلت المدينة مساء أمس بعد معارك استمرت ثلاثة أيام."
HEAD = "القوات تدخل المدينة بعد معارك استمرت ثلاثة أيام"


def page(body: str, head: str = "") -> str:
    return f"<html><head><title>{HEAD}</title>{head}</head><body><p>{body}</p></body></html>"


def linked(data: str) -> str:
    return page(PROSE * 3, f'<script type="application/ld+json">{data}</script>')


@pytest.mark.parametrize(
    "odd", ["\x01", "\x00", "\x1f", "\ud800", "\udfff", "\uffff", "&#0;", "&#1;", "&#x1F;", "&#xD800;"]
)
@pytest.mark.parametrize("make", [page, str], ids=["html", "text"])
def test_characters_that_no_xml_holds_are_dropped(odd, make):
    for body in (PROSE * 3, "قالت الوزارة إن القوات دخلت"):
        article = read_page(make(f"{odd} {body}{odd}"))
        assert body in article.text
        article.text.encode()


@pytest.mark.parametrize(
    "kept", ["&#10;", "&#13;", "&#32;", "&#1601;", "&#x641;", "&#160;", "&#x20;", "&#100;", "\n\t"]
)
def test_other_characters_stay_for_the_parser(kept):
    assert parsable(f"في{kept}في") == f"في{kept}في"


@pytest.mark.parametrize(
    "data",
    [
        json.dumps({"@type": ["NewsArticle", None, 3], "headline": [1], "author": {"name": {"a": 1}}, "publisher": []}),
        "[" * 3000 + "]" * 3000,
        '{"@type": "NewsArticle", "author": ' + '{"name": ' * 400 + "1" + "}" * 401,
        json.dumps({"@type": "NewsArticle", "datePublished": 20240101, "dateModified": {"x": "2024"}}),
    ],
    ids=["odd types", "deep list", "deep author", "odd dates"],
)
def test_odd_linked_data_do_no_harm(data):
    article = read_page(linked(data))
    assert PROSE in article.text
    assert article.byline == ()
    assert article.published is None


def test_damaged_pages_are_read_or_refused():
    pages = [linked(json.dumps({"@type": "NewsArticle"})).encode(), f"{HEAD}\n{PROSE}\n{PROSE[::-1]}".encode()]
    dice = random.Random(7)
    for turn in range(150):
        data = bytearray(pages[turn % 2])
        for _ in range(dice.choice((1, 5, 50, 300))):
            data[dice.randrange(len(data))] = dice.randrange(256)
        try:
            article = read_page(bytes(data[: dice.randrange(1, len(data))]) if turn % 3 == 0 else bytes(data))
        except PageError as error:
            assert "\n" not in str(error)
        else:
            assert all(p.end <= len(article.text) for p in article.paragraphs)
