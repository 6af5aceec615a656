"""Statements, talks and who says so, in plain sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.records import Record
from tests.tellings import told

EVENTS = [
    ("a state is no name behind a title", "دعا الأمين العام إسرائيل إلى ضبط النفس.",
     ("REQUEST", ["الأمين العام"], ["إسرائيل"])),
    ("nor behind whose office it is", "دعا الأمين العام للأمم المتحدة إسرائيل إلى وقف القصف.",
     ("REQUEST", ["الأمين العام للأمم المتحدة"], ["إسرائيل"])),
    ("what a party condemns is no name of its", "أدان الحزب الاعتداء على المسجد.",
     ("ACCUSE", ["الحزب"], [])),
    ("states listed before their verb", "قال الوزير إن السعودية والكويت وقطر فرضت عقوبات على الشركة.",
     ("SANCTION", ["السعودية", "الكويت", "قطر"], ["الشركة"])),
    ("a state behind a sentence without a verb", "قتلى المدينة أكثر من ألف وتركيا تدعو السكان إلى الرحيل.",
     ("REQUEST", ["تركيا"], ["السكان"])),
    ("a call set apart by commas", "أجرى الوزير كمال زيدان، اتصالا هاتفيا يوم الأحد 6 أبريل، مع وزير خارجية الكويت.",
     ("CONSULT", ["الوزير كمال زيدان"], ["وزير خارجية الكويت"])),
    ("talks set apart by commas", "أجرى الرئيس كمال زيدان، مباحثات اليوم الأحد، مع الرئيس التونسي.",
     ("CONSULT", ["الرئيس كمال زيدان", "الرئيس التونسي"], [])),
    ("what befell others is no more of them", "أسفر الهجوم عن استشهاد شابين ومصرع جندية.",
     ("ASSAULT", [], ["شابين"])),
    ("what somebody goes on to say describes nobody", "تبنى التنظيم هجوما أدى إلى مقتل شرطية إسرائيلية محذرا من المزيد.",
     ("ASSAULT", ["التنظيم"], ["شرطية إسرائيلية"])),
    ("wounds describe nobody", "توفيت شابة مصرية متأثرة بجراحها في غارة على المدينة.",
     ("ASSAULT", [], ["شابة مصرية"])),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event"), [t[1:] for t in EVENTS], ids=[t[0] for t in EVENTS])
def test_who_says_and_does(
    read: Callable[[str], Record], text: str, event: tuple[str, list[str], list[str]]
) -> None:
    assert event in [told(e) for e in read(text).events]


def _chain(record: Record) -> list[str]:
    chains = {a.id: a.chain for a in record.sources}
    return [s.mention.text if s.mention else s.kind.value for s in chains[record.events[0].sources[0]]]


SOURCES = [
    ("a day set apart by one comma", "أكدت مصادر مطلعة، الأحد أنه تم اعتقال ثلاثة مسلحين.", ["مصادر مطلعة"]),
    ("a day with its name", "أفادت مصادر محلية، اليوم الخميس أن مسلحين قتلوا شرطيا في عدن.", ["مصادر محلية"]),
]


@pytest.mark.parametrize(("text", "chain"), [t[1:] for t in SOURCES], ids=[t[0] for t in SOURCES])
def test_according_to_whom(read: Callable[[str], Record], text: str, chain: list[str]) -> None:
    assert _chain(read(text)) == chain
