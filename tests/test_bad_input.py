"""What the command line says of input that it cannot use: one line, the name as it was typed, the reason."""

from __future__ import annotations

import subprocess

import pytest


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
