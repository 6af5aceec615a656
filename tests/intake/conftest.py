"""A server and a fetcher for each test that asks for one; no test waits for politeness."""

from __future__ import annotations

import sys
import types

import pytest
from server import Server

import fake_coder
from khabar.intake.fetch import Fetcher


@pytest.fixture
def server():
    running = Server()
    yield running
    running.stop()


@pytest.fixture
def pauses():
    """What the fetcher waited for, in seconds."""
    return []


@pytest.fixture
def fetcher(pauses):
    with Fetcher(delay=0, patience=0.5, deadline=1.0, sleep=pauses.append, max_bytes=200_000) as made:
        yield made


@pytest.fixture
def fake_pages(monkeypatch):
    """Pages are read by the stand-in of `fake_coder`."""
    module = types.ModuleType("khabar.pages.read")
    module.read_page = fake_coder.read_page  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "khabar.pages.read", module)
