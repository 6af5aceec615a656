"""Who did a deed and is struck himself is whom the pronoun of the next verb means."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.records import Record
from tellings import REPORT, told

STRUCK = [
    (
        "shot by those of his victim",
        "طعن شاب شرطيا في القدس فأطلقت عليه الشرطة النار وأردته قتيلا.",
        [("ASSAULT", ["شاب"], ["شرطيا"]), ("ASSAULT", ["الشرطة"], ["شاب"])],
    ),
    (
        "killed",
        "طعن فلسطيني مستوطنا قرب الخليل فقتلته القوات الإسرائيلية.",
        [("ASSAULT", ["فلسطيني"], ["مستوطنا"]), ("ASSAULT", ["القوات الإسرائيلية"], ["فلسطيني"])],
    ),
    (
        "arrested",
        "طعن شاب شرطيا في القدس ثم اعتقلته الشرطة.",
        [("ASSAULT", ["شاب"], ["شرطيا"]), ("COERCE", ["الشرطة"], ["شاب"])],
    ),
    (
        "killed by guards",
        "أطلق جندي منشق النار على رفاقه في مقديشو ثم قتله الحراس.",
        [("ASSAULT", ["جندي منشق"], ["رفاقه"]), ("ASSAULT", ["الحراس"], ["جندي منشق"])],
    ),
    (
        "killed by those who took him",
        "خطف مسلحون مهندسا في عدن ثم قتلوه.",
        [("ASSAULT", ["مسلحون"], ["مهندسا"])],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [t[1:] for t in STRUCK], ids=[t[0] for t in STRUCK])
def test_who_did_a_deed_is_struck_back(
    read: Callable[[str], Record], text: str, expected: list[tuple[str, list[str], list[str]]]
) -> None:
    assert [told(e) for e in read(text + REPORT).events] == expected
