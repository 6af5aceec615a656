"""What tests of several folders use; its place also makes `tests/fake_coder.py` importable."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings
from typer.testing import CliRunner

import fake_coder
import khabar
import khabar.pages.read
from khabar.cli import app
from khabar.terminal import console

TESTS = Path(__file__).parent
# Where a whole submission hangs on it, the same examples every time; on a developer's machine new ones are looked for.
settings.register_profile("any", deadline=None)
settings.register_profile("same", derandomize=True, deadline=None)
settings.load_profile("same" if os.environ.get("CI") else "any")
# Imported by every Python process that finds it on its path, worker processes among them.
STAND_IN = f"""
import os, sys, time, types
sys.path.insert(0, {str(TESTS)!r})
import fake_coder, khabar
khabar.load = fake_coder.load
stand_in = types.ModuleType("khabar.pages.read")
stand_in.read_page = fake_coder.read_page
sys.modules["khabar.pages.read"] = stand_in
if seconds := float(os.environ.get("SLOW", "0")):
    quick = fake_coder.FakeCoder.code
    def code(self, article):
        sys.stderr.write("in hand\\n")  # at one go: several workers write here
        sys.stderr.flush()
        time.sleep(seconds)
        return quick(self, article)
    fake_coder.FakeCoder.code = code
"""
COMMAND = [sys.executable, "-c", "from khabar.cli import main; main()"]


@pytest.fixture(scope="session")
def stand_in(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    (folder / "sitecustomize.py").write_text(STAND_IN, encoding="utf-8")
    path = os.pathsep.join(filter(None, (str(folder), os.environ.get("PYTHONPATH"))))
    return {**os.environ, "PYTHONPATH": path, "COLUMNS": "160"}


@pytest.fixture
def start(tmp_path, stand_in):
    """`khabar ARGS` in a process of its own, in the test's folder, with the coder of `fake_coder`."""

    def go(*args: str, **env: str):
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        return subprocess.Popen([*COMMAND, *args], cwd=tmp_path, env={**stand_in, **env}, **pipes)

    return go


@pytest.fixture
def run(start, tmp_path, monkeypatch):
    """`khabar ARGS` to its end: exit status, standard output and standard error.

    In this process, for speed; in one of its own where variables of the environment are given.
    """

    def apart(*args: str, given: bytes, **env: str):
        process = start(*args, **env)
        stdout, stderr = process.communicate(given, timeout=60)
        return subprocess.CompletedProcess(args, process.returncode, stdout, stderr)

    def go(*args: str, given: bytes = b"", **env: str):
        if env or "--jobs" in args:
            return apart(*args, given=given, **env)
        console.out.cache_clear()
        console.err.cache_clear()
        with monkeypatch.context() as patch:
            patch.chdir(tmp_path)
            patch.setenv("COLUMNS", "160")
            patch.setattr(khabar, "load", fake_coder.load, raising=False)
            patch.setattr("khabar.pages.read.read_page", fake_coder.read_page)
            done = CliRunner().invoke(app, args, input=given)
        if done.exception and not isinstance(done.exception, SystemExit):
            raise done.exception
        return subprocess.CompletedProcess(args, done.exit_code, done.stdout_bytes, done.stderr_bytes)

    return go
