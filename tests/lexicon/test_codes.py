"""Every use of a word that codes an event says what it codes: a frame, if an empty one, and a CAMEO code."""

from __future__ import annotations

import re
import tomllib
from typing import Any

import pytest

from khabar.lexicon.cache import ROOT

FILES = sorted((ROOT / "events").glob("*.toml"))


def uses(entry: dict[str, Any]) -> list[dict[str, Any]]:
    """The senses of an entry, its own keys last; a sense takes type and frame from it, and nothing else."""
    shared = {key: entry[key] for key in ("lemma", "type", "frame") if key in entry}
    return [*({**shared, **sense} for sense in entry.get("sense", ())), entry]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_codes_an_event_has_a_frame_and_a_cameo_code(path):
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    entries = [entry for kind in ("verb", "noun") for entry in tables.get(kind, ())]
    coding = [use for entry in entries for use in uses(entry) if use.get("type", "none") != "none"]
    lacking = [f"{use['lemma']}: {use['example']}" for use in coding
               if "frame" not in use or not re.fullmatch(r"\d{3,4}", use.get("cameo", ""))]  # fmt: skip
    assert lacking == []
