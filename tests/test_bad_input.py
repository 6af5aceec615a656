"""What the command line says of input that it cannot use: one line, the name as it was typed, the reason."""

from __future__ import annotations

import json
import subprocess

import pytest

from khabar.errors import LexiconError


def messages(done: subprocess.CompletedProcess[bytes]) -> list[str]:
    return done.stderr.decode().splitlines()


@pytest.mark.parametrize(
    "given, shown, reason",
    [
        ("postgresql://u:secret@localhost/x", "postgresql://u:***@localhost/x", "pip install 'psycopg[binary]'"),
        ("postgresql://u:se/cr@et@h/x?sslmode=off", "postgresql://u:***@h/x?sslmode=off", "psycopg"),
        ("postgresql+psycopg2://u:secret@h/x", "postgresql+psycopg2://u:***@h/x", "pip install 'psycopg2-binary'"),
        ("postgresql://h/x?user=u&password=secret", "postgresql://h/x?user=u&password=***", "psycopg"),
        ("postgresql://u:secret@h:port/x", "postgresql://u:***@h:port/x", "it is no database URL"),
        ("postgresql+asyncpg://u:secret@h/x", "postgresql+asyncpg://u:***@h/x", "not 'asyncpg'"),
        ("mysql://u:secret@h/x", "mysql://u:***@h/x", "SQLite files and in PostgreSQL only"),
    ],
)
@pytest.mark.parametrize("command", [["read", "-"], ["events"], ["articles"], ["claims"]])
def test_a_database_is_named_without_its_password(run, monkeypatch, command, given, shown, reason):
    for driver in ("psycopg", "psycopg2"):
        monkeypatch.setitem(__import__("sys").modules, driver, None)  # not installed, whatever this machine has
    done = run(*command, "--db", given, given="نص".encode())
    assert done.returncode == 1
    assert "secret" not in done.stderr.decode() and "cr@et" not in done.stderr.decode()
    (line,) = messages(done)
    assert line.startswith(f"khabar: {shown}: ") and reason in line


def test_a_summary_shows_no_password(run, monkeypatch, tmp_path):
    from khabar.store import engine

    plain = engine.sqlite.open_engine(tmp_path / "stands-in.db")
    monkeypatch.setattr(engine, "_connected", lambda url: plain)
    done = run("read", "-", "--db", "postgresql://u:secret@h/x", given="نص".encode())
    assert messages(done) == ["khabar: 1 article stored (1 new), 2 events; in postgresql://u:***@h/x"]


def test_claims_name_their_database(run):
    assert messages(run("claims", "--db", "none.db")) == [
        "khabar: none.db: there is no such database; `khabar read` makes one"
    ]


def boxed(done: subprocess.CompletedProcess[bytes]) -> str:
    """What is said of a wrong use, out of its box."""
    return " ".join(done.stderr.decode().replace("│", " ").split())


@pytest.mark.parametrize(
    "args, said",
    [
        (("events", "--format", "xml"), "'--format': 'xml' is not one of"),
        (("events", "--auxiliary", "past"), "'--auxiliary': 'past' is not one of"),
        (("claims", "--stance", "says"), "'--stance': 'says' is not one of"),
        (("events", "--from", "2024-99-01"), "'--from': '2024-99-01' is no day such as 2024-09-17"),
        (("events", "--to", "2024"), "'--to': '2024' is no day such as 2024-09-17"),
        (("read", "-", "--published", "17/9"), "'--published': '17/9' is no date such as 2024-09-17"),
        (("read", "-", "--jobs", "0"), "'--jobs': it must be 1 or more"),
        (("read", "-", "--jobs", "257"), "'--jobs': it must be 256 or less"),
        (("read", "-", "--jobs", "two"), "'--jobs': it must be a whole number"),
        (("events", "--country", "IRAQ"), "'--country': 'IRAQ' is no three-letter ISO code (alpha-3) such as IRQ"),
        (("events", "--country", "عرا"), "is no three-letter ISO code"),
        (("evaluate", "corpus", "none"), "'path': there is no folder none"),
        (("evaluate", "corpus", "a.txt"), "'path': a.txt is a file, not a folder"),
        (("read", "-", "--lexicon", "a.txt"), "'--lexicon': a.txt is a file, not a folder"),
        (("read", "-", "--gazetteer", "folder"), "'--gazetteer': folder is a folder, not a file"),
        (("read", "-", "--gazetteer", "none"), "'--gazetteer': there is no file none"),
        (("gazetteer", "place", "x", "قرية", "--country", "MLI", "--file", "folder"), "folder is a folder, not a file"),
    ],
)
def test_a_wrong_use_is_said_in_plain_words(run, tmp_path, args, said):
    (tmp_path / "a.txt").touch()
    (tmp_path / "folder").mkdir()
    done = run(*args)
    assert done.returncode == 2
    assert said in boxed(done)
    assert not any(word in boxed(done) for word in ("Value error", "Input should", "Errno", "%Y"))


@pytest.mark.parametrize("code", ["IRQ", "irq", "IGO"])
def test_codes_of_countries(code):
    from khabar.options import country_code

    assert country_code(code) == code


def test_files_that_cannot_be_used_are_named_as_typed(run, tmp_path, monkeypatch):
    from khabar.coder import load

    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "a.toml").write_text("قتل", encoding="utf-8")
    (tmp_path / "mine" / "b.toml").write_text('[[actor]]\nid = "x"\n', encoding="utf-8")
    (tmp_path / "mine" / "d.toml").write_bytes(b"\xff\xfe\xff")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "a.toml").write_text('headline = "x"', encoding="utf-8")
    monkeypatch.setattr("fake_coder.load", load)
    said = {name: messages(run("read", "-", "--gazetteer", f"mine/{name}.toml")) for name in "abd"}
    said["lexicon"] = messages(run("read", "-", "--lexicon", "mine"))
    assert said == {
        "a": ["khabar: mine/a.toml cannot be read: Invalid statement (at line 1, column 1)"],
        "b": ["khabar: mine/b.toml:1: name_ar is missing"],
        "d": ["khabar: mine/d.toml cannot be read: it is not in UTF-8"],
        "lexicon": ["khabar: mine: it is no lexicon, it has no folder 'events'"],
    }
    with pytest.raises(LexiconError, match=r"^mine/a\.toml cannot be read: Invalid statement"):
        run("gazetteer", "place", "x", "قرية", "--country", "MLI", "--file", "mine/a.toml")
    assert messages(run("evaluate", "gsr", "mine")) == [
        "khabar: mine/assault_detection.jsonl: there is no such file"
    ]
    assert messages(run("evaluate", "corpus", "other")) == ["khabar: other/a.toml: it lacks 'text'"]
    assert messages(run("watch", "none.toml")) == ["khabar: none.toml: there is no such file"]


def test_addresses_of_another_kind_stay_as_they_are(run):
    done = run("read", "foo://bar", "ftp://a/b.html")
    assert messages(done) == [
        "khabar: foo://bar: khabar does not know this kind of address, only http and https",
        "khabar: ftp://a/b.html: khabar does not know this kind of address, only http and https",
        "khabar: 0 articles stored, 0 events, 2 not read; in khabar.db",
    ]


@pytest.mark.parametrize(
    "given, said",
    [
        ("a.txt", "a.txt is a file; this takes a sentence, and `khabar show FILE` shows a report"),
        (".", ". is a folder; this takes a sentence"),
        ("/tmp/none.txt", "there is no Arabic in it"),
        ("https://news.example/1", "https://news.example/1 is an address; this takes a sentence"),
        ("The army entered the city.", "there is no Arabic in it"),
        ("", "there is no sentence"),
    ],
)
def test_explain_takes_a_sentence_and_nothing_else(run, tmp_path, given, said):
    (tmp_path / "a.txt").write_text("قتل", encoding="utf-8")
    done = run("explain", given)
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in boxed(done)


@pytest.mark.parametrize("given", [bytes(range(256)) * 8, b"\x7fELF\x00\x01" * 50, b"plain words", b" \n"])
def test_explain_refuses_what_is_no_arabic_on_standard_input(run, given):
    done = run("explain", "-", given=given)
    assert done.returncode in (1, 2)
    assert done.stdout == b""
    assert done.stderr


def test_show_reads_standard_input_and_every_record_of_a_file(run, tmp_path):
    assert "قتلوا" in run("show", "-", given="نص".encode()).stdout.decode()
    lines = [json.dumps({"text": f"نص {n}"}) for n in range(3)]
    (tmp_path / "a.jsonl").write_text("\n".join([*lines[:2], "{", lines[2]]), encoding="utf-8")
    done = run("show", "a.jsonl")
    shown = done.stdout.decode()
    assert [f"نص {n}" in shown for n in range(3)] == [True] * 3
    assert (done.returncode, messages(done)) == (1, ["khabar: a.jsonl:3: the line is not JSON"])


def test_show_says_what_there_is_to_show(run, tmp_path):
    (tmp_path / "news").mkdir()
    (tmp_path / "a.txt").write_text("فارسی", encoding="utf-8")
    for args, said in [
        (("news",), "news: that is a folder; name a file in it"),
        (("a.txt",), "a.txt: it is in Persian"),
        (("typo.txt",), "typo.txt: there is no such file, and no database khabar.db to look in"),
        (("typo.txt", "--db", "my.db"), "typo.txt: there is no such file, and no database my.db to look in"),
    ]:
        done = run("show", *args)
        assert (done.returncode, messages(done)) == (1, [f"khabar: {said}"])
    run("read", "-", given="نص".encode())
    assert messages(run("show", "typo.txt")) == ["khabar: typo.txt: there is no such file, and no such article in khabar.db"]
