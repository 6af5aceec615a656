"""Fetching from real servers that behave as servers do, and as they should not."""

from __future__ import annotations

import gzip
import time
import zlib

import pytest
from server import answer

from khabar.intake import fetch
from khabar.intake.fetch import FetchError
from khabar.intake.page import Fault, Page

PAGE = "<html><body><p>نص الخبر</p></body></html>".encode()


def test_a_page(server, fetcher):
    server.routes["/a"] = PAGE
    page = fetcher.page(f"{server.url}/a")
    assert page == Page(f"{server.url}/a", PAGE, url=f"{server.url}/a")
    assert server.asked == ["/robots.txt", "/a"]
    assert server.headers[1]["user-agent"].startswith("khabar/")


def test_robots_are_obeyed_and_asked_once(server, fetcher):
    server.routes |= {"/robots.txt": b"User-agent: khabar\nDisallow: /private\n", "/private/a": PAGE, "/b": PAGE}
    assert fetcher.page(f"{server.url}/private/a") == Fault(
        f"{server.url}/private/a", "its robots.txt asks not to read it"
    )
    assert isinstance(fetcher.page(f"{server.url}/b"), Page)
    assert server.asked == ["/robots.txt", "/b"]


def test_robots_that_cannot_be_had_mean_no(server, fetcher):
    server.routes |= {"/robots.txt": lambda h: answer(h, b"", status=503), "/a": PAGE}
    for _ in range(2):
        with pytest.raises(FetchError, match=r"robots\.txt cannot be read: the server says 503") as raised:
            fetcher.get(f"{server.url}/a")
        assert raised.value.passing
    assert server.asked == ["/robots.txt"]


def test_the_delay_of_robots_and_ours(server, fetcher, pauses):
    server.routes |= {"/robots.txt": b"User-agent: *\nCrawl-delay: 7\n", "/a": PAGE}
    fetcher.get(f"{server.url}/a")
    fetcher.get(f"{server.url}/a", delay=2)
    assert [round(p) for p in pauses] == [7]
    fetcher.get(f"{server.url}/a", delay=9)
    fetcher.get(f"{server.url}/a", delay=9)
    assert round(pauses[-1]) == 9


def test_conditional_requests(server, fetcher):
    def route(handler):
        if handler.headers["If-None-Match"] == '"e1"':
            answer(handler, b"", status=304, etag='"e1"')
        else:
            answer(handler, PAGE, etag='"e1"', last_modified="Tue, 17 Sep 2024 12:34:00 GMT")

    server.routes["/a"] = route
    first = fetcher.get(f"{server.url}/a")
    assert (first.data, first.etag, first.modified) == (PAGE, '"e1"', "Tue, 17 Sep 2024 12:34:00 GMT")
    second = fetcher.get(f"{server.url}/a", etag=first.etag, modified=first.modified)
    assert second.data is None
    assert server.headers[-1]["if-modified-since"] == first.modified


def test_faults_that_may_pass_are_tried_again(server, fetcher, pauses):
    left = [503, 429]

    def route(handler):
        if left:
            answer(handler, b"", status=left.pop(0), retry_after="3")
        else:
            answer(handler, PAGE)

    server.routes["/a"] = route
    assert fetcher.get(f"{server.url}/a").data == PAGE
    assert pauses == [3.0, 3.0]


def test_faults_that_stay_are_not(server, fetcher, pauses):
    assert fetcher.page(f"{server.url}/none") == Fault(f"{server.url}/none", "the server says 404 Not Found")
    assert server.asked.count("/none") == 1
    assert pauses == []


def test_redirects(server, fetcher):
    server.routes |= {"/a": lambda h: answer(h, b"", status=301, location="/b"), "/b": PAGE}
    page = fetcher.page(f"{server.url}/a")
    assert isinstance(page, Page) and page.url == f"{server.url}/b"


@pytest.mark.parametrize("target", ["file:///etc/hostname", "ftp://127.0.0.1/a", "javascript:1", "http://[bad"])
def test_redirects_to_what_is_no_http(server, fetcher, target):
    server.routes["/a"] = lambda h: answer(h, b"", status=302, location=target)
    with pytest.raises(FetchError, match="no http or https address"):
        fetcher.get(f"{server.url}/a")


def test_a_redirect_loop(server, fetcher):
    server.routes |= {
        "/a": lambda h: answer(h, b"", status=302, location="/b"),
        "/b": lambda h: answer(h, b"", status=302, location="/a"),
    }
    with pytest.raises(FetchError, match="more than 5 times"):
        fetcher.get(f"{server.url}/a")
    assert server.asked.count("/a") == server.asked.count("/b") == 3


def test_a_public_page_may_not_lead_into_a_private_network(server, fetcher, monkeypatch):
    server.routes |= {"/a": lambda h: answer(h, b"", status=302, location="/b"), "/b": PAGE}
    monkeypatch.setattr(fetch, "is_private", lambda url: url.endswith("/b"))
    with pytest.raises(FetchError, match="private network"):
        fetcher.get(f"{server.url}/a")
    assert "/b" not in server.asked


def test_private_addresses_are_told():
    assert fetch.is_private("http://127.0.0.1/a")
    assert fetch.is_private("http://[::1]:8000/")
    assert fetch.is_private("http://10.0.0.8/")
    assert not fetch.is_private("http://8.8.8.8/")


def test_a_slow_answer(server, fetcher):
    server.routes["/a"] = lambda _: server.stopped.wait(3)
    began = time.monotonic()
    with pytest.raises(FetchError, match="not answer in time"):
        fetcher.get(f"{server.url}/a")
    assert time.monotonic() - began < 3 * 0.5 + 1


def test_an_answer_that_trickles_for_ever(server, fetcher):
    def route(handler):
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        while not server.stopped.wait(0.05):
            handler.wfile.write(b".")

    server.routes["/a"] = route
    fetcher.tries = 1
    with pytest.raises(FetchError, match="longer than 1 seconds"):
        fetcher.get(f"{server.url}/a")


def test_an_endless_answer(server, fetcher):
    def route(handler):
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        while not server.stopped.is_set():
            handler.wfile.write(b"x" * 8192)

    server.routes["/a"] = route
    with pytest.raises(FetchError, match="too large"):
        fetcher.get(f"{server.url}/a")


def test_a_large_answer_is_refused_by_its_head(server, fetcher):
    server.routes["/a"] = lambda h: answer(h, b"x", content_length="200000001")
    with pytest.raises(FetchError, match="too large"):
        fetcher.get(f"{server.url}/a")


def test_a_truncated_answer(server, fetcher):
    def route(handler):
        answer(handler, PAGE[:10], content_length=str(len(PAGE)))
        handler.close_connection = True

    server.routes["/a"] = route
    with pytest.raises(FetchError, match="breaks off"):
        fetcher.get(f"{server.url}/a")
    assert server.asked.count("/a") == 3


def test_compressed_answers(server, fetcher):
    server.routes |= {
        "/gzip": lambda h: answer(h, gzip.compress(PAGE), content_encoding="gzip"),
        "/deflate": lambda h: answer(h, zlib.compress(PAGE), content_encoding="deflate"),
        "/cut": lambda h: answer(h, gzip.compress(PAGE)[:-12], content_encoding="gzip"),
        "/wrong": lambda h: answer(h, PAGE, content_encoding="gzip"),
        "/br": lambda h: answer(h, PAGE, content_encoding="br"),
    }
    assert fetcher.get(f"{server.url}/gzip").data == fetcher.get(f"{server.url}/deflate").data == PAGE
    for path, said in (("cut", "breaks off"), ("wrong", "damaged"), ("br", "did not ask for")):
        with pytest.raises(FetchError, match=said):
            fetcher.get(f"{server.url}/{path}")


def test_a_gzip_bomb(server, fetcher):
    bomb = gzip.compress(b"\0" * 50_000_000)
    assert len(bomb) < fetcher.max_bytes
    server.routes["/a"] = lambda h: answer(h, bomb, content_encoding="gzip")
    with pytest.raises(FetchError, match="too large"):
        fetcher.get(f"{server.url}/a")


def test_the_wrong_content_type(server, fetcher):
    server.routes["/a"] = lambda h: answer(h, b"%PDF", content_type="application/pdf")
    with pytest.raises(FetchError, match="content type is 'application/pdf'"):
        fetcher.get(f"{server.url}/a")


def test_a_declared_arabic_charset_is_believed_where_it_fits(server, fetcher):
    arabic = "<p>نص الخبر</p>"
    server.routes |= {
        "/old": lambda h: answer(h, arabic.encode("windows-1256"), content_type="text/html; charset=windows-1256"),
        "/lie": lambda h: answer(h, arabic.encode(), content_type="text/html; charset=windows-1256"),
    }
    assert fetcher.page(f"{server.url}/old").data == arabic
    assert fetcher.page(f"{server.url}/lie").data == arabic.encode()


def test_a_host_that_is_not_there(fetcher):
    fault = fetcher.page("http://127.0.0.1:9/a")
    assert isinstance(fault, Fault)
    assert "cannot be reached" in fault.reason
