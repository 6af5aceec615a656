"""Watching: rounds over a real server, killed in the middle, without loss or repetition."""

from __future__ import annotations

from itertools import pairwise

import pytest
from server import answer

from fake_coder import FakeCoder
from khabar.errors import KhabarError
from khabar.intake.watch import Sources, WatchedSource, load_sources, watch
from khabar.store import Store


def feed(server, *numbers):
    items = "".join(f"<item><title>خبر</title><link>{server.url}/{n}</link></item>" for n in numbers)
    return f"<rss version='2.0'><channel><title>أخبار</title>{items}</channel></rss>".encode()


def serve_feed(server, *numbers):
    body, tag = feed(server, *numbers), f'"{numbers}"'

    def route(handler):
        if handler.headers["If-None-Match"] == tag:
            answer(handler, b"", status=304)
        else:
            answer(handler, body, content_type="application/rss+xml", etag=tag)

    server.routes["/feed"] = route
    server.routes |= {f"/{n}": f"نص {n}".encode() for n in numbers}


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "khabar.db") as opened:
        yield opened


@pytest.fixture
def round_of(server, store, fetcher, fake_pages):
    """One round over the server's feed; what became of its pages, by path."""

    def go(path="/feed", **more):
        sources = Sources((WatchedSource(f"{server.url}{path}", "الضفة", delay=0),), None)
        found = watch(sources, store, FakeCoder(), fetcher, once=True, **more)
        return [(o.name.removeprefix(server.url), o.said) for o in found]

    return go


def test_rounds_read_only_what_is_new(server, store, round_of):
    serve_feed(server, 1, 2)
    assert round_of() == [("/1", "new"), ("/2", "new")]
    assert round_of() == []
    serve_feed(server, 1, 2, 3)
    assert round_of() == [("/3", "new")]
    assert [server.asked.count(f"/{n}") for n in (1, 2, 3)] == [1, 1, 1]
    assert {a.outlet for a in store.articles()} == {"جريدة الضفة"}


def test_a_killed_round_goes_on_without_loss_or_repetition(server, store, round_of, monkeypatch):
    """Killed after a record is stored and before its page is crossed off: the worst moment there is."""
    serve_feed(server, 1, 2, 3)
    done = store.watching.done

    def killed(url, *args):
        if url.endswith("/2"):
            raise SystemExit
        done(url, *args)

    with monkeypatch.context() as patch, pytest.raises(SystemExit):
        patch.setattr(store.watching, "done", killed)
        round_of()
    assert store.counts()["articles"] == 2
    assert round_of() == [("/2", "same"), ("/3", "new")]
    assert store.counts()["articles"] == 3


def test_what_was_named_is_not_lost_though_the_feed_says_nothing_new(server, store, round_of, monkeypatch):
    serve_feed(server, 1, 2)
    with monkeypatch.context() as patch:
        patch.setattr("khabar.intake.watch._read_waiting", lambda *_: iter(()))
        assert round_of() == []
    assert round_of() == [("/1", "new"), ("/2", "new")]


def test_faults_that_may_pass_are_tried_in_later_rounds(server, store, round_of):
    serve_feed(server, 1, 2, 3)
    server.routes |= {"/1": lambda h: answer(h, b"", status=503), "/2": lambda h: answer(h, b"", status=410)}
    assert round_of() == [("/1", "failed"), ("/2", "failed"), ("/3", "new")]
    server.routes |= {"/1": "نص".encode(), "/2": "نص".encode()}
    assert round_of() == [("/1", "new")]


def test_they_are_given_up_in_the_end(server, store, round_of):
    serve_feed(server, 1)
    server.routes["/1"] = lambda h: answer(h, b"", status=503)
    assert [round_of() for _ in range(7)] == [[("/1", "failed")]] * 5 + [[], []]


def test_a_source_that_fails_is_left_alone_longer_and_longer(server, store, fetcher, fake_pages):
    server.routes["/feed"] = lambda h: answer(h, b"", status=404)
    source = WatchedSource(f"{server.url}/feed", every=10, delay=0)
    now, asked, said = [1_000_000.0], [], []

    class Enough(Exception): ...

    def sleep(seconds):
        now[0] += seconds
        if len(asked) == 4:
            raise Enough

    def clock():
        return now[0]

    def say(message):
        asked.append(now[0])
        said.append(message)

    with pytest.raises(Enough):
        list(watch(Sources((source,), None), store, FakeCoder(), fetcher, say=say, now=clock, sleep=sleep))
    assert said[0] == f"{server.url}/feed: the server says 404 Not Found"
    assert [round(b - a) for a, b in pairwise(asked)] == [1200, 2400, 4800]


def test_an_index_of_sitemaps(server, store, round_of):
    kind = "application/xml"
    index = f"<sitemapindex><sitemap><loc>{server.url}/s.xml</loc></sitemap></sitemapindex>".encode()
    pages = f"<urlset><url><loc>{server.url}/1</loc></url></urlset>".encode()
    server.routes |= {
        "/index.xml": lambda h: answer(h, index, content_type=kind, etag='"i"'),
        "/s.xml": lambda h: answer(h, pages, content_type=kind),
        "/1": "نص".encode(),
    }
    assert round_of("/index.xml") == [("/1", "new")]
    assert round_of("/index.xml") == []
    assert server.asked.count("/s.xml") == 2


def test_the_file_of_sources(tmp_path):
    path = tmp_path / "sources.toml"
    path.write_text(
        'contact = "desk@news.example"\n[[source]]\nurl = "http://news.example/feed"\nzone = "Asia/Amman"\n'
    )
    assert load_sources(path) == Sources(
        (WatchedSource("http://news.example/feed", zone="Asia/Amman"),), "desk@news.example"
    )
    for text, said in [
        ("source = 3", "Expected `array`"),
        ('[[source]]\nurl = "ftp://x"', "no http or https"),
        ('[[source]]\nurl = "http://x"\nzone = "Asia/Nowhere"', "no time zone"),
        ('[[source]]\nurl = "http://x"\nevery = 0', "more than 0"),
        ('[[source]]\nurl = "http://x"\nevrey = 5', "evrey"),
        ("[[source", "Expected"),
    ]:
        path.write_text(text)
        with pytest.raises(KhabarError, match=said):
            load_sources(path)
    with pytest.raises(KhabarError, match="there is no such file"):
        load_sources(tmp_path / "none.toml")
