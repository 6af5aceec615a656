"""Fire that a noun tells of: who fires, at whom, and that it is no object of the verb before it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.records import Record
from tellings import told

FIRED = [
    ("قتل شاب إثر إطلاق الشرطة النار على المحتجين.", ("ASSAULT", ["الشرطة"], ["شاب", "المحتجين"])),
    ("قتل شاب بعد إطلاق مسلحين النار عليه.", ("ASSAULT", ["مسلحين"], ["شاب"])),
    ("قتل شاب بعد إطلاق قوات الاحتلال النار عليه قرب نابلس.", ("ASSAULT", ["قوات الاحتلال"], ["شاب"])),
    ("أصيب شاب إثر إطلاق الجنود الرصاص على مركبة قرب الحاجز.", ("ASSAULT", ["الجنود"], ["شاب"])),
    ("أصيب عشرات الفلسطينيين بالاختناق إثر إطلاق الجنود قنابل الغاز في بلدة بيت أمر.", ("ASSAULT", ["الجنود"], ["عشرات الفلسطينيين"])),
    ("نددت الوزارة بإطلاق الجماعة صواريخ على المدينة.", ("ASSAULT", ["الجماعة"], [])),
    ("قتلت امرأة إثر طعن زوجها لها.", ("ASSAULT", ["زوجها"], ["امرأة"])),
    ("أحبطت الشرطة محاولة تفجير وسط المدينة.", ("ASSAULT", [], [])),
]


@pytest.mark.parametrize(("text", "expected"), FIRED)
def test_who_fires(
    read_report: Callable[[str], Record], text: str, expected: tuple[str, list[str], list[str]]
) -> None:
    events = [told(e) for e in read_report(text).events]
    assert expected in events
    assert all(kind != "RETREAT" for kind, _, _ in events)
