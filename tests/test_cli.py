"""The command line as its users meet it, in processes of its own, with a coder that needs no lexicon."""

from __future__ import annotations

import csv
import gzip
import io
import json
import signal
import subprocess
import time

import pytest
from typer.testing import CliRunner

from fake_coder import LEAD


def messages(done: subprocess.CompletedProcess[bytes]) -> list[str]:
    return done.stderr.decode().splitlines()


def test_read_then_read_again(run, tmp_path):
    (tmp_path / "a.txt").write_text("نص", encoding="utf-8")
    first, second = run("read", "a.txt"), run("read", "a.txt")
    assert first.returncode == second.returncode == 0
    assert messages(first) == ["khabar: 1 article stored (1 new), 2 events; in khabar.db"]
    assert messages(second) == ["khabar: 0 articles stored, 0 events, 1 as before; in khabar.db"]
    assert "ASSAULT/firearms" in first.stdout.decode()


def test_bad_input_gets_a_line_each_and_the_rest_goes_on(run, tmp_path):
    (tmp_path / "good.txt").write_text("نص", encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "other.txt").write_text("فارسی", encoding="utf-8")
    (tmp_path / "fault.txt").write_text("انهيار الشيفرة", encoding="utf-8")
    with (tmp_path / "large.txt").open("wb") as large:
        large.truncate(200_000_000)
    done = run("read", "empty.txt", "missing.txt", "other.txt", "fault.txt", "large.txt", "good.txt")
    assert done.returncode == 1
    assert messages(done) == [
        "khabar: empty.txt: it is empty",
        "khabar: missing.txt: there is no such file",
        "khabar: other.txt: it is in Persian",
        "khabar: fault.txt: khabar failed on it, please report this: RuntimeError: a fault in a rule",
        "khabar: large.txt: it is larger than 20 MB, too large for a page",
        "khabar: 1 article stored (1 new), 2 events, 5 not read; in khabar.db",
    ]


def test_wrong_usage_is_2(run):
    assert run("read").returncode == 2
    assert run("events", "--type", "WAR").returncode == 2
    assert run("events", "--from", "yesterday").returncode == 2
    assert run("read", "-", "--published", "17/9/2024").returncode == 2
    assert run("nonsense").returncode == 2


def test_standard_input_and_lines(run, tmp_path):
    assert run("read", "-", given="نص".encode()).returncode == 0
    lines = [json.dumps({"text": f"نص {n}", "url": f"http://news.example/{n}", "date": "2012-01-02"}) for n in range(4)]
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress("\n".join([*lines, "{", '{"url": 1}']).encode()))
    done = run("read", "a.jsonl.gz")
    assert messages(done) == [
        "khabar: a.jsonl.gz:5: the line is not JSON",
        'khabar: a.jsonl.gz:6: the line has no field "text"',
        "khabar: 4 articles stored (4 new), 8 events, 2 not read; in khabar.db",
    ]
    assert done.returncode == 1


def test_several_processes_give_what_one_gives(run, tmp_path):
    (tmp_path / "a.jsonl").write_text("\n".join(json.dumps({"text": f"نص {n}"}) for n in range(9)), encoding="utf-8")
    run("read", "a.jsonl", "empty.txt", "--db", "one.db")
    done = run("read", "a.jsonl", "missing.txt", "--db", "two.db", "--jobs", "2")
    assert messages(done) == [
        "khabar: missing.txt: there is no such file",
        "khabar: 9 articles stored (9 new), 18 events, 1 not read; in two.db",
    ]
    one, two = (run("events", "--db", name, "--format", "jsonl").stdout for name in ("one.db", "two.db"))
    assert one == two
    assert len(one.splitlines()) == 18


def test_events_for_programs(run, tmp_path):
    (tmp_path / "a.txt").write_text("نص", encoding="utf-8")
    run("read", "a.txt")
    lines = run("events", "--format", "jsonl").stdout.decode().splitlines()
    assert [json.loads(line)["event"] for line in lines] == [["ASSAULT"], ["CONSULT"]]
    rows = list(csv.DictReader(io.StringIO(run("events", "--format", "csv", "--auxiliary", "none").stdout.decode())))
    assert [row["type"] for row in rows] == ["ASSAULT"]
    nothing = run("events", "--country", "TUN", "--format", "jsonl")
    assert (nothing.stdout, nothing.returncode) == (b"", 0)


def test_a_missing_or_foreign_database_is_named(run, tmp_path):
    assert messages(run("events", "--db", "none.db")) == [
        "khabar: none.db: there is no such database; `khabar read` makes one"
    ]
    (tmp_path / "letter.db").write_text("a letter " * 200)
    done = run("read", "-", "--db", "letter.db", given="نص".encode())
    assert (done.returncode, messages(done)) == (1, ["khabar: letter.db: it is not a database"])


@pytest.mark.parametrize("locale", [{"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}])
def test_arabic_in_pipes_whatever_the_locale(run, tmp_path, locale):
    (tmp_path / "a.txt").write_text("نص\u202e \x1b[31mأحمر", encoding="utf-8")
    run("read", "a.txt")
    shown = run("show", "a.txt", **locale)
    assert shown.returncode == 0
    assert "*قتلوا*[1]" in shown.stdout.decode("utf-8")
    assert "<وزارة الدفاع العراقية>" in shown.stdout.decode("utf-8")
    assert b"\x1b" not in shown.stdout
    assert "مسلحين" in run("events", **locale).stdout.decode("utf-8")


def test_columns_hold(run, tmp_path):
    """Every cell of a column begins at the same cell of the screen."""
    from rich.cells import cell_len

    (tmp_path / "a.txt").write_text("نص", encoding="utf-8")
    run("read", "a.txt")
    head, _, first, *_ = run("events", COLUMNS="120").stdout.decode().splitlines()
    for title, cell in (
        ("what", "ASSAULT"),
        ("who", "مسلحين"),
        ("to whom", "ثلاثة"),
        ("where", "Samarra"),
        ("according", "وزارة"),
    ):
        assert cell_len(head[: head.index(title)]) == cell_len(first[: first.index(cell)])


def test_arabic_cells_side_by_side_are_kept_apart(run, tmp_path):
    """A screen that sets Arabic right to left must not take who and to whom for one run of text."""
    (tmp_path / "a.txt").write_text("نص", encoding="utf-8")
    lines = run("read", "a.txt").stdout.decode().splitlines()
    row = next(line for line in lines if "مسلحين" in line and "ثلاثة" in line)
    assert "\u200e" in row[row.index("مسلحين") : row.index("ثلاثة")]


def test_show_by_the_beginning_of_an_id(run, tmp_path):
    (tmp_path / "a.txt").write_text("نص", encoding="utf-8")
    run("read", "a.txt")
    article = json.loads(run("events", "--format", "jsonl").stdout.splitlines()[0])["article"]
    assert article[:8] in run("articles", "--words", "وزاره الدفاع").stdout.decode()
    assert messages(run("articles", "--words", "وزارة الزراعة")) == ["khabar: there is no such article"]
    assert article in run("show", article[:6]).stdout.decode()
    missing = run("show", "ffffffff")
    assert missing.returncode == 1
    assert "no such article" in messages(missing)[0]


def test_a_reader_that_goes_away_is_no_fault(run, start, tmp_path):
    lines = "\n".join(json.dumps({"text": f"نص {n}"}) for n in range(60))
    (tmp_path / "a.jsonl").write_text(lines, encoding="utf-8")
    run("read", "a.jsonl")
    process = start("events", "--format", "jsonl")
    process.stdout.read(10)
    process.stdout.close()
    assert b"Traceback" not in process.stderr.read()
    process.communicate(timeout=30)


@pytest.fixture
def slow_batch(start, tmp_path):
    """A batch of five articles whose second is in hand."""
    (tmp_path / "a.jsonl").write_text("\n".join(json.dumps({"text": f"نص {n}"}) for n in range(5)), encoding="utf-8")
    process = start("read", "a.jsonl", SLOW="0.4")
    for _ in range(2):
        assert process.stderr.readline() == b"in hand\n"
    return process


def test_ctrl_c_finishes_the_article_in_hand(run, slow_batch):
    process = slow_batch
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert process.returncode == 130
    assert said.decode().splitlines() == [
        "khabar: stopping after the article in hand; Ctrl-C again stops at once",
        "khabar: stopped; 2 articles stored (2 new), 4 events; in khabar.db",
    ]
    assert messages(run("read", "a.jsonl")) == [
        "khabar: 3 articles stored (3 new), 6 events, 2 as before; in khabar.db"
    ]


def test_sigkill_loses_at_most_the_article_in_hand(run, slow_batch):
    slow_batch.kill()
    slow_batch.communicate(timeout=30)
    assert messages(run("read", "a.jsonl")) == [
        "khabar: 4 articles stored (4 new), 8 events, 1 as before; in khabar.db"
    ]


@pytest.mark.parametrize("name", ["read", "watch", "show", "articles", "events", "explain", "demo", "evaluate"])
def test_every_help_ends_with_an_example(name):
    from khabar.cli import app

    lines = [line.strip() for line in CliRunner().invoke(app, [name, "--help"]).output.splitlines() if line.strip()]
    assert lines[-2] == "Example:"
    assert lines[-1].startswith(f"khabar {name}")


def test_exports_do_not_change_with_the_clock(run, tmp_path):
    (tmp_path / "a.txt").write_text("نص", encoding="utf-8")
    run("read", "a.txt", "--db", "one.db")
    time.sleep(1.1)  # a later second, should the time of reading leak
    run("read", "a.txt", "--db", "two.db")
    one, two = (run("events", "--db", name, "--format", "csv").stdout for name in ("one.db", "two.db"))
    assert one == two
    assert LEAD.encode() in one


def test_workers_end_with_a_killed_parent(start, tmp_path):
    import psutil

    (tmp_path / "a.jsonl").write_text("\n".join(json.dumps({"text": f"نص {n}"}) for n in range(9)), encoding="utf-8")
    process = start("read", "a.jsonl", "--jobs", "2", SLOW="0.2")
    assert process.stderr.readline() == b"in hand\n"
    until = time.monotonic() + 30  # on a busy machine the second worker comes later than the first page is in hand
    while len(workers := psutil.Process(process.pid).children(recursive=True)) < 2 and time.monotonic() < until:
        time.sleep(0.05)
    process.kill()
    process.communicate(timeout=30)
    assert len(workers) >= 2
    _, alive = psutil.wait_procs(workers, timeout=30)
    assert alive == []


def test_several_commands_may_write_one_new_database(start, tmp_path):
    for n in range(4):
        (tmp_path / f"{n}.jsonl").write_text("\n".join(json.dumps({"text": f"نص {n} {i}"}) for i in range(10)))
    running = [start("read", f"{n}.jsonl") for n in range(4)]
    said = [process.communicate(timeout=60)[1].decode() for process in running]
    assert said == ["khabar: 10 articles stored (10 new), 20 events; in khabar.db\n"] * 4


def test_a_folder_says_what_it_passed_over(run, tmp_path):
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text("نص", encoding="utf-8")
    (tmp_path / "news" / "prog.pdf").write_bytes(b"x")
    done = run("read", "news")
    assert done.returncode == 0
    assert messages(done) == [
        "khabar: 1 file passed over: news/prog.pdf (a kind that khabar does not read)",
        "khabar: 1 article stored (1 new), 2 events; in khabar.db",
    ]
    (tmp_path / "news" / "prog.pdf").unlink()
    assert messages(run("read", ".")) == ["khabar: 0 articles stored, 0 events, 1 as before; in khabar.db"]


def test_progress_counts_the_pages_that_were_read():
    from khabar.intake.batch import Outcome
    from khabar.terminal.progress import Progress

    progress = Progress()
    progress.tell(Outcome("a", "new", "1", 1))
    progress.tell(Outcome("b", "failed", reason="it is empty"))
    assert progress.so_far() == "1 page, 1 event"
    progress.tell(Outcome("c", "same", "2"))
    assert progress.so_far() == "2 pages, 1 event"


def test_help_tells_what_is_printed_and_how_days_are_written(monkeypatch):
    from khabar.cli import app

    monkeypatch.setenv("COLUMNS", "160")
    texts = {name: CliRunner().invoke(app, [name, "--help"]).output for name in ("read", "events", "watch")}
    assert "up to three articles" in texts["read"]
    assert [texts[name].count("YYYY-MM-DD") for name in ("read", "events")] == [1, 2]
    assert "[[source]] with url" in texts["watch"]
    assert not any("<str>" in text or "%Y" in text or "ISO-DATE" in text for text in texts.values())
