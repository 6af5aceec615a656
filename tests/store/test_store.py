"""The store: exact round trips, identity by content, versions, faults and filters."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import create_mock_engine, select

from fake_coder import LEAD, VERSION, make_article, make_record
from khabar.errors import StoreError
from khabar.records import Mention, MentionKind, Span
from khabar.store import EventFilter, Store
from khabar.store import schema as t


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "khabar.db") as opened:
        yield opened


def test_what_is_saved_comes_back_equal(store):
    record = make_record()
    assert store.save(record) == "new"
    assert store.record(record.article.id) == record


def test_a_bare_record_comes_back_equal(store):
    full = make_record(make_article(url=None, published=None))
    bare = replace(full, mentions=(), actors=(), places=(), times=(), sources=(), events=(), sentences=())
    assert store.save(bare) == "new"
    assert store.record(bare.article.id) == bare


def test_mentions_listed_twice_and_mentions_only_events_know_come_back(store):
    record = make_record()
    extra = Mention(Span(0, 4), "مقتل", MentionKind.PRONOUN, Span(0, 4))
    event = replace(record.events[0], actors=(extra, record.mentions[1]))
    record = replace(record, mentions=(*record.mentions, record.mentions[0]), events=(event, *record.events[1:]))
    store.save(record)
    assert store.record(record.article.id) == record


def test_the_same_article_by_the_same_coder_changes_nothing(store, tmp_path):
    store.save(make_record())
    before = _dump(tmp_path / "khabar.db")
    assert store.save(make_record()) == "same"
    assert _dump(tmp_path / "khabar.db") == before


def test_another_coder_replaces_what_was_coded(store):
    record = make_record()
    store.save(record)
    newer = replace(record, coder="khabar 0.2.0 lexicon ffff", events=record.events[:1])
    assert store.save(newer) == "recoded"
    assert store.record(record.article.id) == newer
    assert store.counts()["articles"] == 1
    assert store.counts()["events"] == 1
    assert not store.has(record.article.id, VERSION)


def test_again_replaces_the_same(store):
    record = make_record()
    store.save(record)
    fewer = replace(record, events=())
    assert store.save(fewer) == "same"
    assert len(store.record(record.article.id).events) == 2
    assert store.save(fewer, again=True) == "recoded"
    assert store.record(record.article.id) == fewer


@pytest.mark.parametrize("first_to_read", ["old", "new"])
def test_a_changed_text_keeps_both_and_says_which_is_newer(store, first_to_read):
    old = make_record(make_article(published="2011-05-04"))
    new = make_record(make_article(f"{LEAD} ووعدت بالتحقيق.", published="2011-05-05"))
    order, said = ([old, new], "newer version") if first_to_read == "old" else ([new, old], "older version")
    assert store.save(order[0]) == "new"
    assert store.save(order[1]) == said
    marks = {a.id: a.superseded_by for a in store.articles()}
    assert marks == {old.article.id: new.article.id, new.article.id: None}
    assert {r.article.id for r, _ in store.events()} == {new.article.id}
    assert {r.article.id for r, _ in store.events(EventFilter(superseded=True))} == set(marks)


def test_versions_of_one_day_go_by_reading_order(store):
    first, second = (make_record(make_article(f"{LEAD} {n}")) for n in "12")
    store.save(first)
    assert store.save(second) == "newer version"


def test_articles_without_url_are_no_versions_of_each_other(store):
    for n in "12":
        assert store.save(make_record(make_article(f"{LEAD} {n}", url=None))) == "new"


def test_a_fault_in_the_middle_leaves_nothing_behind(store):
    record = make_record()
    broken = replace(record, events=(*record.events, replace(record.events[0], type=None)))
    with pytest.raises(StoreError):
        store.save(broken)
    assert store.counts() == {"articles": 0, "events": 0, "actors": 0, "failures": 0}


def test_a_fault_while_recoding_leaves_what_was_there(store):
    record = make_record()
    store.save(record)
    with pytest.raises(StoreError):
        store.save(replace(record, coder="other", events=(replace(record.events[0], type=None),)))
    assert store.record(record.article.id) == record


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, [1, 2]),
        ({"type": "assault"}, [1]),
        ({"actor": "irq-mod"}, []),
        ({"actor": "made-up-1"}, [2]),
        ({"actor": "المجلس"}, [2]),
        ({"actor": "مسلّحـين"}, [1]),
        ({"actor": "IRQ"}, [1]),
        ({"actor": "%"}, []),
        ({"country": "irq"}, [1, 2]),
        ({"country": "TUN"}, []),
        ({"place": "samarra"}, [1]),
        ({"place": "91597"}, [1]),
        ({"place": "العراق"}, [2]),
        ({"since": date(2011, 5, 3), "until": date(2011, 5, 3)}, [1, 2]),
        ({"since": date(2011, 5, 4)}, [2]),
        ({"until": date(2011, 5, 2)}, [2]),
        ({"since": date(2011, 6, 2)}, []),
        ({"auxiliary": "none"}, [1]),
        ({"auxiliary": "future"}, [2]),
        ({"auxiliary": "historical"}, []),
    ],
)
def test_filters(store, wanted, found):
    store.save(make_record())
    assert [int(e.id[-1]) for _, e in store.events(EventFilter(**wanted))] == found


def test_events_come_in_an_order_that_reading_does_not_change(tmp_path):
    records = [
        make_record(make_article(url=f"http://news.example/{n}", published=f"2011-05-0{9 - n}")) for n in range(1, 6)
    ]
    orders = []
    for name, batch in (("a.db", records), ("b.db", records[::-1])):
        with Store.open(tmp_path / name) as store:
            for record in batch:
                store.save(record)
            orders.append([e.id for _, e in store.events()])
    assert orders[0] == orders[1]


def test_articles_by_words_whatever_their_spelling(store):
    store.save(make_record())
    assert len(list(store.articles(words="وزاره الدّفاع"))) == 1
    assert list(store.articles(words="وزارة الزراعة")) == []
    assert list(store.articles(words=' ،" * ')) == []
    assert list(store.articles(words='"وزارة" OR NEAR(')) == []


def test_what_was_read_is_remembered_by_digest_and_coder(store):
    record = make_record()
    store.save(record, digest="d1")
    assert store.was_read("d1", VERSION)
    assert not store.was_read("d1", "another coder")
    assert not store.was_read("d2", VERSION)
    store.save(replace(record, coder="another coder"))
    assert not store.was_read("d1", VERSION)


def test_find_by_prefix_and_url(store):
    record = make_record()
    store.save(record)
    assert store.find(record.article.id[:5]) == [record.article.id]
    assert store.find("http://news.example/1") == [record.article.id]
    assert store.find("%") == []


def test_databases_that_are_not_ours_are_refused(tmp_path):
    (tmp_path / "text.db").write_text("this is a letter, " * 100)
    with pytest.raises(StoreError, match="not a database"):
        Store.open(tmp_path / "text.db")
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE shop (price)")
    with pytest.raises(StoreError, match="not one of khabar"):
        Store.open(tmp_path / "other.db")
    with pytest.raises(StoreError, match="no such database"):
        Store.open(tmp_path / "missing.db", create=False)
    assert not (tmp_path / "missing.db").exists()
    with pytest.raises(StoreError, match="no folder"):
        Store.open(tmp_path / "nowhere" / "khabar.db")


def test_another_schema_version_is_refused(tmp_path):
    Store.open(tmp_path / "khabar.db").close()
    with sqlite3.connect(tmp_path / "khabar.db") as raw:
        raw.execute("UPDATE meta SET value = '99' WHERE key = 'schema'")
    with pytest.raises(StoreError, match="99"):
        Store.open(tmp_path / "khabar.db")


def test_reading_goes_on_while_another_process_writes(tmp_path):
    path = tmp_path / "khabar.db"
    with Store.open(path) as store, Store.open(path) as reader:
        store.save(make_record())
        events = reader.events()
        next(events)
        assert store.save(make_record(make_article(url="http://news.example/2"))) == "new"
        assert len(list(events)) == 1


def test_a_killed_writer_loses_only_the_article_in_hand(tmp_path):
    """The process dies inside the second article's transaction; the first is whole, and the next run goes on."""
    script = (
        "import sys, os, signal; sys.path.insert(0, sys.argv[2])\n"
        "from fake_coder import make_article, make_record; import khabar.store.store as s\n"
        "store = s.Store.open(sys.argv[1]); store.save(make_record())\n"
        "s._mark_versions = lambda *a: os.kill(os.getpid(), signal.SIGKILL)\n"
        "store.save(make_record(make_article(url='http://news.example/2')))\n"
    )
    path = tmp_path / "khabar.db"
    tests = str(__import__("pathlib").Path(__file__).parents[1])
    assert subprocess.run([sys.executable, "-c", script, str(path), tests]).returncode == -9
    with Store.open(path) as store:
        assert store.counts()["articles"] == 1
        assert store.record(make_record().article.id) == make_record()
        assert store.save(make_record(make_article(url="http://news.example/2"))) == "new"


def test_the_tables_can_be_made_on_postgresql():
    said = []
    engine = create_mock_engine(
        "postgresql://", lambda statement, *_: said.append(str(statement.compile(dialect=engine.dialect)))
    )
    t.metadata.create_all(engine, checkfirst=False)
    assert len([s for s in said if "CREATE TABLE" in s]) == len(t.metadata.tables)
    joined = t.events.join(t.articles, t.articles.c.id == t.events.c.article)
    everything = EventFilter("ASSAULT", "x", "IRQ", "1", date(2011, 1, 1), date(2011, 1, 1), "future").conditions()
    assert "EXISTS" in str(select(t.events).select_from(joined).where(*everything).compile(dialect=engine.dialect))


def test_what_watching_remembers(store):
    from khabar.store.watching import SourceState

    source = "http://news.example/feed"
    assert store.watching.state(source) == SourceState()
    pages = [(f"http://news.example/{n}", "الضفة", None) for n in range(1200)]
    assert store.watching.asked(source, {source: SourceState('"e1"', None, 12.5, 0)}, pages) == 1200
    assert store.watching.asked(source, {source: SourceState('"e2"', None, 13.5, 0)}, pages[:3]) == 0
    assert store.watching.state(source).etag == '"e2"'
    store.watching.done("http://news.example/7", "read")
    store.watching.done("http://news.example/8", "waiting", "a time-out")
    waiting = {w.url: w.tries for w in store.watching.waiting(source)}
    assert len(waiting) == 1199
    assert waiting["http://news.example/8"] == 1


def _dump(path):
    with sqlite3.connect(path) as raw:
        return list(raw.iterdump())
