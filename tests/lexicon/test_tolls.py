"""Every word of `lexicon/text/tolls.tsv` counts on its example what its entry says."""

from __future__ import annotations

import pytest

import khabar
from khabar.coder import Coder
from khabar.evaluate.examples import unjudged
from khabar.events.toll_words import TOLLS_FILE
from khabar.lexicon.rows import rows_of
from khabar.pages.bare import bare_article

ENTRIES = list(rows_of(TOLLS_FILE))


@pytest.fixture(scope="module")
def coder() -> Coder:
    return unjudged(khabar.load())


@pytest.mark.parametrize("entry", ENTRIES, ids=[f"{e['kind']}-{e['words'].split('|')[0]}" for e in ENTRIES])
def test_word(coder: Coder, entry: dict[str, str]) -> None:
    events = coder.code(bare_article(entry["example"])).events
    found = sorted({f"{s.kind} {s.low}" for e in events for s in e.size if s.kind in ("dead", "injured", "arrested")})
    assert events and ", ".join(found) == entry["gives"]


def test_sorted() -> None:
    kinds = [e["kind"] for e in ENTRIES]
    assert kinds == sorted(kinds)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # Who died of his wounds is not one of the injured.
        ("قتل مزارع مساء أمس إثر إصابته برصاص مسلحين في قرية بريف حماة.", [("dead", 1)]),
        ("قتل جندي وأصيب جندي آخر في هجوم على نقطة تفتيش.", [("dead", 1), ("injured", 1)]),
        # Behind another deed come those hit by it.
        ("أدى القصف إلى استشهاد رضيع وإصابة والديه وشقيقه.", [("dead", 1)]),
        ("أسفرت الغارات عن قتل 29 من عناصر التنظيم وتدمير موقعين وتسعة مخابئ.", [("dead", 29)]),
        ("أسفر الهجوم عن مقتل ضابط وأربعة مجندين.", [("dead", 5)]),
        # Many and one are more than one, and nobody knows how many.
        ("اغتال مسلحون العديد من الأطباء وكاتبا معروفا.", []),
        ("اعتقلت الشرطة مشعوذا في بيته.", [("arrested", 1)]),
    ],
)
def test_who_is_counted(sentence: str, expected: list[tuple[str, int]]) -> None:
    sizes = [(s.kind, s.low) for e in khabar.load().code(bare_article(sentence)).events for s in e.size]
    assert sorted(sizes) == expected
