"""`khabar read URL` and `khabar watch` in processes of their own, over a real server."""

from __future__ import annotations

import signal

from server import answer


def test_read_an_address(run, server):
    server.routes["/a"] = "نص".encode()
    done = run("read", f"{server.url}/a", f"{server.url}/none")
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == [
        f"khabar: {server.url}/none: the server says 404 Not Found",
        "khabar: 1 article stored (1 new), 2 events, 1 not read; in khabar.db",
    ]


def _feed(server, count):
    items = "".join(f"<item><title>خبر</title><link>{server.url}/{n}</link></item>" for n in range(count))
    feed = f"<rss version='2.0'><channel><title>أخبار</title>{items}</channel></rss>".encode()
    server.routes["/feed"] = lambda h: answer(h, feed, content_type="application/rss+xml")
    server.routes |= {f"/{n}": f"نص {n}".encode() for n in range(count)}


def test_a_killed_watch_goes_on(run, start, server, tmp_path):
    _feed(server, 4)
    (tmp_path / "sources.toml").write_text(f'[[source]]\nurl = "{server.url}/feed"\ndelay = 0\n')
    process = start("watch", "sources.toml", SLOW="0.3")
    for _ in range(2):
        assert process.stderr.readline() == b"in hand\n"
    process.kill()
    process.communicate(timeout=30)
    done = run("watch", "sources.toml", "--once")
    assert done.stderr.decode().splitlines() == ["khabar: 3 articles stored (3 new), 6 events; in khabar.db"]
    assert done.returncode == 0
    assert [server.asked.count(f"/{n}") for n in range(4)] == [1, 2, 1, 1]


def test_ctrl_c_while_a_watch_waits(start, server, tmp_path):
    _feed(server, 1)
    (tmp_path / "sources.toml").write_text(f'[[source]]\nurl = "{server.url}/feed"\ndelay = 0\n')
    process = start("watch", "sources.toml", SLOW="0.1")
    assert process.stderr.readline() == b"in hand\n"
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert "1 article stored (1 new), 2 events; in khabar.db" in said.decode().splitlines()[-1]


def test_a_mistake_in_the_file_of_sources(run, tmp_path):
    (tmp_path / "sources.toml").write_text('[[source]]\nadress = "http://news.example"\n')
    done = run("watch", "sources.toml")
    assert done.returncode == 1
    assert done.stderr.decode().startswith("khabar: sources.toml: ")
    assert len(done.stderr.decode().splitlines()) == 1
