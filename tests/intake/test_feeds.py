"""Feeds and sitemaps as they are, and as an enemy would write them."""

from __future__ import annotations

import gzip

import pytest

from khabar.intake.feeds import Entry, FeedError, read_listing

BASE = "http://news.example/feed"
RSS = """<?xml version="1.0" encoding="{charset}"?>
<rss version="2.0"><channel><title>أخبار الضفة</title>
<item><title>وصول الوزير إلى عمّان</title><link>http://news.example/1</link>
  <pubDate>Tue, 17 Sep 2024 15:34:00 +0300</pubDate></item>
<item><title>مكرر</title><link>http://news.example/1</link></item>
<item><title>بلا موعد</title><link>/2</link></item>
<item><title>خارج الشبكة</title><link>file:///etc/hostname</link></item>
<item><title>عنوان معطوب</title><link>http://[bad</link></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>أخبار</title><id>x</id>
<entry><title>خبر</title><id>1</id><link href="http://news.example/a?x=1&amp;y=2"/>
<published>2024-09-17T12:34:56Z</published></entry></feed>"""
SITEMAP = """<?xml version="1.0"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>http://news.example/3</loc><news:news><news:publication_date>2024-09-17</news:publication_date>
<news:title>خبر ثالث</news:title></news:news></url>
<url><loc>http://news.example/4</loc><lastmod>2020-01-01</lastmod></url></urlset>"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>/old.xml</loc><lastmod>2023-01-01</lastmod></sitemap>
<sitemap><loc>/new.xml</loc><lastmod>2024-01-01</lastmod></sitemap></sitemapindex>"""


@pytest.mark.parametrize("charset", ["utf-8", "windows-1256", "utf-16"])
def test_rss_in_the_charsets_of_news(charset):
    text = RSS.format(charset=charset).replace("عمّان", "عمان")
    entries = read_listing(text.encode(charset), BASE).entries
    assert entries == (
        Entry("http://news.example/1", "وصول الوزير إلى عمان", "2024-09-17T15:34+03:00"),
        Entry("http://news.example/2", "بلا موعد", None),
    )


def test_times_in_the_zone_of_the_source():
    assert read_listing(ATOM.encode(), BASE).entries == (
        Entry("http://news.example/a?x=1&y=2", "خبر", "2024-09-17T12:34+00:00"),
    )
    assert read_listing(ATOM.encode(), BASE, "Asia/Riyadh").entries[0].published == "2024-09-17T15:34+03:00"


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_sitemaps(pack):
    assert read_listing(pack(SITEMAP.encode()), BASE).entries == (
        Entry("http://news.example/3", "خبر ثالث", "2024-09-17"),
        Entry("http://news.example/4", None, None),
    )


def test_an_index_of_sitemaps_gives_the_latest_first():
    assert read_listing(INDEX.encode(), BASE).sitemaps == ("http://news.example/new.xml", "http://news.example/old.xml")


@pytest.mark.parametrize("body", [SITEMAP, RSS.format(charset="utf-8")])
@pytest.mark.parametrize("charset", ["utf-8", "utf-16"])
def test_entities_are_refused(body, charset):
    head, _, rest = body.partition("?>")
    evil = f'{head}?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>{rest}'.replace("خبر", "&b;")
    with pytest.raises(FeedError, match="entities"):
        read_listing(evil.encode(charset), BASE)


def test_what_is_no_feed():
    for data in (b"", b"<html><body>hello</body></html>", b"\x00\x01\x02", "نص".encode()):
        with pytest.raises(FeedError):
            read_listing(data, BASE)
    with pytest.raises(FeedError, match="well-formed"):
        read_listing(SITEMAP[:-20].encode(), BASE)
    with pytest.raises(FeedError, match="damaged"):
        read_listing(gzip.compress(SITEMAP.encode())[:-20], BASE)
    with pytest.raises(FeedError, match="charset"):
        read_listing(RSS.format(charset="utf-7").encode("utf-7"), BASE)


def test_a_broken_feed_gives_what_can_be_read():
    entries = read_listing(RSS.format(charset="utf-8").replace("</channel></rss>", "").encode(), BASE).entries
    assert [e.url for e in entries] == ["http://news.example/1", "http://news.example/2"]


def test_a_bomb_of_gzip():
    with pytest.raises(FeedError, match="too large"):
        read_listing(gzip.compress(b" " * 30_000_000), BASE)
