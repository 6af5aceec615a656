"""Pages from files, folders, lines and archives."""

from __future__ import annotations

import gzip
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from khabar.intake.batch import code_page
from khabar.intake.page import Fault, Page
from khabar.intake.sources import PassedOver, pages


def test_a_folder_gives_its_pages_in_order(tmp_path):
    for name in ("b.html", "a.txt", "c.jpg", ".hidden.txt", "deep/d.HTM", ".git/e.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(name.encode())
    found = list(pages([str(tmp_path)]))
    assert [os.path.relpath(p.name, tmp_path) for p in found] == ["a.txt", "b.html", str(Path("deep", "d.HTM"))]
    assert all(isinstance(p, Page) and p.outlet is None for p in found)


def test_faults_stand_in_their_place(tmp_path):
    (tmp_path / "empty").mkdir()
    with (tmp_path / "large.html").open("wb") as large:
        large.truncate(200_000_000)
    os.mkfifo(tmp_path / "pipe.html")
    found = list(pages([str(tmp_path / n) for n in ("none.html", "empty", "large.html", "pipe.html", "bad\0name")]))
    assert [f.reason.split(" (")[0] for f in found if isinstance(f, Fault)] == [
        "there is no such file",
        "there is no page in this folder",
        "it is larger than 20 MB, too large for a page",
        "it is not a file",
        "there is no such file",
    ]


def test_a_linked_folder_is_read_once(tmp_path):
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text("أ", encoding="utf-8")
    (tmp_path / "news" / "round").symlink_to(tmp_path / "news")
    (tmp_path / "all").mkdir()
    (tmp_path / "all" / "linked").symlink_to(tmp_path / "news")
    (tmp_path / "all" / "twice").symlink_to(tmp_path / "news")
    found = list(pages([str(tmp_path / "all")]))
    assert [os.path.relpath(p.name, tmp_path) for p in found] == [str(Path("all", "linked", "a.txt"))]


def test_an_inner_folder_that_cannot_be_read_is_named(tmp_path, monkeypatch):
    (tmp_path / "open").mkdir()
    (tmp_path / "open" / "a.txt").write_text("أ", encoding="utf-8")
    (tmp_path / "shut").mkdir()
    scandir = os.scandir

    def guarded(path):
        if Path(path).name == "shut":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)  # whoever has all rights can read every folder
    page, fault = pages([str(tmp_path)])
    assert isinstance(page, Page) and isinstance(fault, Fault)
    assert (Path(fault.name).name, fault.reason) == ("shut", "it may not be read (no permission)")


def test_lines_without_a_line_are_reported(tmp_path):
    (tmp_path / "none.jsonl").touch()
    (fault,) = pages([str(tmp_path / "none.jsonl")])
    assert isinstance(fault, Fault) and fault.reason == "there is no line in this file"


def test_what_the_caller_tells_counts_where_the_page_says_nothing(tmp_path):
    lines = [
        {"text": "نص", "outlet": " الضفة ", "byline": ["سلمى", "عمر"], "date": "2015-07-21 10:52:14"},
        {"text": "نص"},
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    first, second = pages([str(tmp_path / "a.jsonl")], outlet="الوادي", published="2024-01-01")
    assert (first.outlet, first.published, first.byline) == ("الضفة", "2015-07-21 10:52:14", "سلمى، عمر")
    assert (second.outlet, second.published, second.name) == (None, None, f"{tmp_path / 'a.jsonl'}:2")
    assert {(p.fallback_outlet, p.fallback_published) for p in (first, second)} == {("الوادي", "2024-01-01")}
    assert second.digest() != replace(second, fallback_published="2024-01-02").digest()


def test_lines_that_break_off(tmp_path):
    whole = gzip.compress(
        "\n".join(json.dumps({"text": f"نص {n} {os.urandom(40).hex()}"}) for n in range(500)).encode()
    )
    (tmp_path / "a.jsonl.gz").write_bytes(whole[: len(whole) // 2])
    *found, last = pages([str(tmp_path / "a.jsonl.gz")])
    assert len(found) > 10
    assert all(isinstance(p, Page) for p in found[:-1])
    assert isinstance(last, Fault) and "breaks off" in last.reason
    (tmp_path / "b.jsonl.gz").write_bytes(b"not gzip")
    [fault] = pages([str(tmp_path / "b.jsonl.gz")])
    assert fault.reason == "nothing in it can be read: the compressed data is damaged"


def test_an_endless_line_is_given_up(tmp_path):
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(b" " * 60_000_000))
    [fault] = pages([str(tmp_path / "a.jsonl.gz")])
    assert "too large" in fault.reason


def _archive(answers, pack):
    """A WARC file, each record packed by itself as crawlers do."""
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {}\r\nContent-Type: application/http; msgtype=response\r\n"
    )
    records = [
        f"{head.format(url)}Content-Length: {len(http)}\r\n\r\n".encode() + http + b"\r\n\r\n" for url, http in answers
    ]
    return b"".join(map(pack, records))


@pytest.mark.parametrize(("suffix", "pack"), [(".warc", bytes), (".warc.gz", gzip.compress)])
def test_an_archive(tmp_path, suffix, pack):
    old = "<p>نص قديم</p>"
    html = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
    body = gzip.compress("<p>نص</p>".encode())
    answers = [
        ("http://news.example/1", html + b"Content-Encoding: gzip\r\nContent-Length: %d\r\n\r\n" % len(body) + body),
        ("http://news.example/2", b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\nno"),
        ("http://news.example/3", b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\x89PNG"),
        ("http://news.example/4", b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=windows-1256\r\n\r\n"
         + old.encode("windows-1256")),
    ]  # fmt: skip
    path = tmp_path / f"a{suffix}"
    path.write_bytes(_archive(answers, pack))
    first, second = pages([str(path)])
    assert (first.url, first.data) == ("http://news.example/1", "<p>نص</p>".encode())
    assert (second.url, second.data) == ("http://news.example/4", old)


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_what_is_no_archive(tmp_path, name):
    (tmp_path / name).write_bytes(b"a letter " * 50)
    [fault] = pages([str(tmp_path / name)])
    assert isinstance(fault, Fault)
    assert "record 0" not in fault.reason and fault.reason.count("read") <= 1


def test_the_digest_covers_everything_but_the_name():
    page = Page("a", b"x")
    assert page.digest() == Page("b", b"x").digest()
    others = [Page("a", "x", url="u"), Page("a", "x", outlet="u"), Page("a", "y"), Page("a", "", url="x"), page]
    assert len({p.digest() for p in others}) == len(others)


def test_names_that_are_no_utf8(tmp_path):
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xe4.txt")).write_bytes(b"x")
    [page] = pages([str(tmp_path)])
    assert page.name.endswith("/\ufffd.txt")
    [fault] = pages([os.fsdecode(os.fsencode(tmp_path) + b"/\xe5.txt")])
    assert fault.name.encode().endswith("/\ufffd.txt".encode())


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl"])
def test_date_and_outlet_of_the_command_line_are_for_pages_that_do_not_say_so(tmp_path, name):
    """Through the real reader of pages: what a page says of itself goes first, then what the user says of all."""
    body = "أعلنت وزارة الداخلية أن قوات الأمن أوقفت ثلاثة مشتبه بهم قرب المعبر الحدودي صباح أمس.\n" * 2
    head = "<meta property='article:published_time' content='2010-03-14'><meta property='og:site_name' content='الضفة'>"
    told, silent = {
        "a.txt": (f"الأحد 14 مارس 2010\n{body}", body),
        "a.html": (f"<html><head>{head}</head><body><p>{body}</p></body></html>", f"<html><p>{body}</p></html>"),
        "a.jsonl": (json.dumps({"text": body, "date": "2010-03-14", "outlet": "الضفة"}), json.dumps({"text": body})),
    }[name]

    class Coder:
        version = "v"

        def code(self, article):
            return article

    found = []
    for text in (told, silent):
        (tmp_path / name).write_text(text, encoding="utf-8")
        [page] = pages([str(tmp_path / name)], outlet="الوادي", published="2024-09-17")
        found.append(code_page(page, Coder()))
    own = "الوادي" if name == "a.txt" else "الضفة"  # plain text has no place for an outlet's name
    assert [(a.published.value, a.outlet) for a in found] == [("2010-03-14", own), ("2024-09-17", "الوادي")]


def test_files_of_other_kinds_are_counted_and_the_first_named(tmp_path):
    for name in ("a.txt", "a.pdf", ".hidden.pdf", "deep/b.jpg"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    os.mkfifo(tmp_path / "pipe")
    passed = PassedOver()
    assert len(list(pages([str(tmp_path)], passed=passed))) == 1
    told = ", ".join(str(tmp_path / n) for n in ("a.pdf", "pipe", "deep/b.jpg"))
    assert str(passed) == f"3 files passed over: {told} (kinds that khabar does not read)"
    assert str(PassedOver(None, 1, ["a.pdf"])) == "1 file passed over: a.pdf (a kind that khabar does not read)"
    many = PassedOver()
    for n in range(9):
        many.add(Path(f"{n}.pdf"))
    assert str(many).startswith("9 files passed over: 0.pdf, 1.pdf, 2.pdf, 3.pdf, 4.pdf, ... (")
    assert str(PassedOver()) == ""
