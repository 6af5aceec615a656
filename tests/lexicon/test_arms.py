"""Every weapon of `lexicon/text/arms.tsv` tells on its example the mode its line says."""

from __future__ import annotations

import pytest

import khabar
from khabar.coder import Coder
from khabar.evaluate.examples import unjudged
from khabar.events.arms import ARMS_FILE
from khabar.lexicon.rows import rows_of
from khabar.pages.bare import bare_article

ENTRIES = list(rows_of(ARMS_FILE))


@pytest.fixture(scope="module")
def coder() -> Coder:
    return unjudged(khabar.load())


@pytest.mark.parametrize("entry", ENTRIES, ids=[f"{e['mode']}-{e['words'].split('|')[0]}" for e in ENTRIES])
def test_weapon(coder: Coder, entry: dict[str, str]) -> None:
    events = coder.code(bare_article(entry["example"])).events
    assert [e.modes for e in events if e.type == "ASSAULT"] == [(entry["mode"],)]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("قصف الجيش بالمسيرات تجمعات للمتمردين.", "drone"),
        ("استهدفت طائرات مسيرة الجيش في المدينة.", "drone"),
        ("شن المتمردون هجوما بقذائف الهاون على القاعدة.", "heavy-weapons"),
        ("قصف المتمردون القاعدة بقوة.", "heavy-weapons"),
    ],
)
def test_a_weapon_narrows_the_mode(coder: Coder, text: str, mode: str) -> None:
    events = coder.code(bare_article(text)).events
    assert [e.modes for e in events if e.type == "ASSAULT"] == [(mode,)]


def test_sorted() -> None:
    keys = [(e["mode"], e["words"]) for e in ENTRIES]
    assert keys == sorted(keys, key=lambda k: k[0])
