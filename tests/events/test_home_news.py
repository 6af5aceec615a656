"""Plain wordings of courts, arrests, resignations and strikes: who did what to whom, in sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.records import Record
from tests.tellings import told


def _all(record: Record) -> list[tuple[str, list[str], list[str]]]:
    return [told(event) for event in record.events]


BELOW = [
    ("إعتقلت الشرطة ناشطا في بيروت.", [("COERCE", ["الشرطة"], ["ناشطا"])]),
    ("إستقال وزير العدل كريم حداد.", [("RETREAT", ["وزير العدل كريم حداد"], [])]),
    ("إتهم النائب كريم حداد الحكومة بالفساد.", [("ACCUSE", ["النائب كريم حداد"], ["الحكومة"])]),
    ("وإلتقى الرئيس رئيس الحكومة.", [("CONSULT", ["الرئيس", "رئيس الحكومة"], [])]),
    ("أعلنت الحكومة إنشاء لجنة.", []),
]


@pytest.mark.parametrize(("text", "found"), BELOW)
def test_pasts_with_a_hamza_below(
    read: Callable[[str], Record], text: str, found: list[tuple[str, list[str], list[str]]]
) -> None:
    """Many print the alef that only joins with a hamza, as that of nouns and of the form `أفعل`."""
    assert _all(read(text)) == found
