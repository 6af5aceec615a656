"""The real coder through the real command line, on the sample reports that ship."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import khabar
from khabar.intake.batch import read_batch
from khabar.intake.sources import pages
from khabar.store import EventFilter, Store

SAMPLES = Path(khabar.__file__).parent / "samples"
SHARED = Path(os.environ.get("KHABAR_SHARED", Path(__file__).parents[2] / "shared"))
COMMAND = [sys.executable, "-c", "from khabar.cli import main; main()"]


@pytest.fixture(scope="module")
def coder():
    return khabar.load()


@pytest.fixture
def read(tmp_path, coder):
    """Read into a database of the test; the store."""
    opened = []

    def go(*sources: Path, name: str = "khabar.db"):
        opened.append(Store.open(tmp_path / name))
        outcomes = list(read_batch(pages(map(str, sources)), opened[-1], coder))
        return opened[-1], outcomes

    yield go
    for store in opened:
        store.close()


def run(*args: str, cwd: Path):
    done = subprocess.run([*COMMAND, *args], cwd=cwd, capture_output=True, timeout=120)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_the_samples_are_stored_whole(read, coder):
    store, outcomes = read(SAMPLES)
    assert [o.said for o in outcomes] == ["new"] * len(list(SAMPLES.glob("*.txt")))
    for outcome, path in zip(outcomes, sorted(SAMPLES.glob("*.txt")), strict=True):
        assert store.record(outcome.article) == coder.read(path.read_bytes())
    assert sum(o.events for o in outcomes) == len(list(store.events())) > 5


def test_reading_again_changes_nothing(read):
    read(SAMPLES)
    _, outcomes = read(SAMPLES)
    assert {o.said for o in outcomes} == {"same"}


def test_several_processes_store_what_one_stores(read, tmp_path):
    store, _ = read(SAMPLES)
    code, _, said = run("read", str(SAMPLES), "--db", "jobs.db", "--jobs", "2", cwd=tmp_path)
    assert code == 0, said
    with Store.open(tmp_path / "jobs.db") as other:
        assert list(other.events()) == list(store.events())


def test_demo(tmp_path):
    code, shown, said = run("demo", cwd=tmp_path)
    assert (code, said) == (0, "")
    assert "khabar read PAGE.html" in shown
    assert list(tmp_path.iterdir()) == []


def test_explain_says_which_entry_made_the_event(tmp_path):
    code, shown, _ = run("explain", "التقى وزير الخارجية التونسي في الرباط نظيره المغربي.", cwd=tmp_path)
    assert code == 0
    assert "CONSULT" in shown
    assert "consult.toml" in shown


def test_explain_shows_what_was_weighed(tmp_path):
    report = "قتل ثلاثة جنود في هجوم أمس.\nوقال شهود إن الطرق مغلقة.\nواعتقلت الشرطة شابا في المدينة."
    code, shown, _ = run("explain", report, cwd=tmp_path)
    assert code == 0 and "weighed" in shown and "log-odds" in shown and "sound" in shown
    code, shown, _ = run("explain", "اعتقلت الشرطة شابا في المدينة.", cwd=tmp_path)
    assert code == 0 and "weighed" in shown and "log-odds" in shown


def test_bad_input(tmp_path):
    arabic = (SAMPLES / "2-protest.txt").read_text(encoding="utf-8")
    (tmp_path / "1-empty.txt").touch()
    (tmp_path / "2-binary.txt").write_bytes(bytes(range(256)) * 50)
    (tmp_path / "3-english.html").write_text("<html><body><p>No Arabic stands here at all.</p></body></html>")
    (tmp_path / "4-broken.txt").write_bytes(arabic.encode()[:-40] + b"\xff\xfe\xff" + arabic.encode()[-40:])
    (tmp_path / "5-old.txt").write_bytes(arabic.replace("—", "-").encode("windows-1256", "ignore"))
    code, _, said = run("read", ".", "missing.txt", cwd=tmp_path)
    assert code == 1
    lines = said.splitlines()
    named = [line.split(": ")[1] for line in lines[:-1]]
    assert named[:3] == ["1-empty.txt", "2-binary.txt", "3-english.html"]
    assert named[-1] == "missing.txt"
    assert "Traceback" not in said
    assert "please report" not in said
    with Store.open(tmp_path / "khabar.db") as store:
        assert any("صفاقس" in record.article.text for record, _ in store.events())


def test_the_real_pages_are_stored_whole(read, coder):
    page = SHARED / "pages" / "seed_page.txt"
    if not page.is_file():
        pytest.skip(f"the seed page is not in {SHARED}")
    store, [outcome] = read(page)
    assert store.record(outcome.article) == coder.read(page)
    assert {e.type for _, e in store.events(EventFilter(actor="إسحاق دار"))} >= {"CONSULT", "SUPPORT"}


def test_events_for_programs_are_json_with_words_where_they_stand(read, tmp_path):
    store, _ = read(SAMPLES)
    code, shown, _ = run("events", "--format", "jsonl", cwd=tmp_path)
    assert code == 0
    texts = {record.article.id: record.article.text for record, _ in store.events()}
    for line in shown.splitlines():
        event = json.loads(line)
        words = texts[event["article"]][event["text_info"]["start"] : event["text_info"]["end"]]
        assert words == event["event_text"][0]
        for entity in event["actor"] + event["recipient"]:
            assert texts[event["article"]][entity["start"] : entity["end"]] == entity["entity_text"]
