"""Plain wordings of short reports: who did what to whom, in sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.tellings import told

from khabar.records import Auxiliary, Event, Record


def _force(record: Record) -> Event:
    return next(e for e in record.events if e.type == "ASSAULT")


SUFFERED = [
    ("two raids, both words in the dual", "قال نشطاء إن عشرة مدنيين قتلوا في غارتين جويتين بسوريا شنهما التحالف.",
     ["التحالف"], ["عشرة مدنيين"]),
    ("two raids told by a pronoun", "قتل عشرة مدنيين في غارتين شنهما الجيش على المدينة.", ["الجيش"], ["عشرة مدنيين"]),
    ("the building an attack is known by", "أسفر هجوم مسجد النور في المدينة عن مقتل عشرين شخصا.", [], ["عشرين شخصا"]),
    ("people in number behind where", "أسفر الهجوم عن مقتل ضابط في المدينة و3 أشخاص آخرين.", [],
     ["ضابط", "3 أشخاص آخرين"]),
    ("what a bomb was like", "قال المصدر إن عبوة كانت مزروعة على الطريق انفجرت مستهدفة دورية للشرطة.", [],
     ["دورية للشرطة"]),
]


@pytest.mark.parametrize(("text", "actors", "recipients"), [t[1:] for t in SUFFERED], ids=[t[0] for t in SUFFERED])
def test_who_suffered(read: Callable[[str], Record], text: str, actors: list[str], recipients: list[str]) -> None:
    assert told(_force(read(text))) == ("ASSAULT", actors, recipients)


def test_people_behind_where_are_counted(read: Callable[[str], Record]) -> None:
    record = read("أسفر الهجوم عن مقتل ضابط في المدينة و3 أشخاص آخرين.")
    assert [(s.kind, s.low) for s in _force(record).size] == [("dead", 4)]


@pytest.mark.parametrize(
    ("text", "background"),
    [
        ("أفاد مصدر بأن سيارة مفخخة كانت متوقفة أمام المبنى انفجرت فقتل جنديان.", False),
        ("وكانت سيارة مفخخة انفجرت أمام المبنى فقتل جنديان.", True),
    ],
)
def test_a_state_makes_no_background(read: Callable[[str], Record], text: str, background: bool) -> None:
    assert (Auxiliary.HISTORICAL in _force(read(text)).auxiliary) is background


@pytest.mark.parametrize(
    ("text", "marches"),
    [
        ("أسقط الجيش مسيرتين قرب الحدود.", False),
        ("بلغ عدد المسيرات التي تم إسقاطها 357 مُسيرة.", False),
        ("أعلن الجيش اعتراض مسيرات فوق البحر.", False),
        ("انطلقت مسيرات حاشدة في المدينة تنديدا بالقصف.", True),
        ("قمعت الشرطة مسيرة سلمية وسط المدينة.", True),
    ],
)
def test_drones_do_not_march(read: Callable[[str], Record], text: str, marches: bool) -> None:
    found = [e for e in read(text).events if e.type == "PROTEST" or "crowd-control" in e.modes]
    assert bool(found) is marches


def test_a_body_named_after_what_it_does_looks_into_nothing(read: Callable[[str], Record]) -> None:
    record = read("أسفر الهجوم عن مقتل رئيس قسم التحقيقات وضابطين من جهاز البحث الجنائي.")
    assert all("investigate" not in e.modes for e in record.events)
    record = read("فتحت النيابة تحقيقا في الحادث.")
    assert any("investigate" in e.modes for e in record.events)
