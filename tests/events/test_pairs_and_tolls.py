"""Two students, two names side by side, families and sides in number, tolls that open a report."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.records import Record
from tellings import REPORT, told

WHO = [
    ("two students", "قتل طالبان برصاص الشرطة في لاغوس.", ("ASSAULT", ["الشرطة"], ["طالبان"])),
    ("the group", "هاجمت طالبان مركزا للشرطة في قندهار.", ("ASSAULT", ["طالبان"], ["للشرطة"])),
    ("some of the group", "قتلت القوات الأفغانية تسعة من طالبان في قندهار.",
     ("ASSAULT", ["القوات الأفغانية"], ["تسعة من طالبان"])),
    ("two surnames", "هدد بوتين أردوغان بوقف الغاز.", ("THREATEN", ["بوتين"], ["أردوغان"])),
    ("a surname and a given name", "وصف نتنياهو عباس بالكاذب.", ("ACCUSE", ["نتنياهو"], ["عباس"])),
    ("a full name", "اتهم محمود عباس إسرائيل بالمماطلة.", ("ACCUSE", ["محمود عباس"], ["إسرائيل"])),
    ("a name and an army", "واتهم عبد الكريم الجيش بقصف الحي.", ("ACCUSE", ["عبد الكريم"], ["الجيش"])),
    ("two groups", "اتهمت حركة فتح حماس بعرقلة المصالحة.", ("ACCUSE", ["حركة فتح"], ["حماس"])),
    ("his brother and a group", "وحمل شقيقه أنصار الشريعة مسؤولية اغتياله.", ("ACCUSE", ["شقيقه"], ["أنصار الشريعة"])),
    ("a society and a guard", "اتهمت جمعية حقوقية الحرس الإسباني بضرب مهاجرين.",
     ("ACCUSE", ["جمعية حقوقية"], ["الحرس الإسباني"])),
    ("a deputy and a premier", "انتقد نائب كردي رئيس الوزراء.", ("ACCUSE", ["نائب كردي"], ["رئيس الوزراء"])),
    ("security of a town", "أعلن حزب الأمة أن أمن الخرطوم اعتقل اثنين من قادته.",
     ("COERCE", ["أمن الخرطوم"], ["اثنين من قادته"])),
    ("both sides fell", "أسفرت المعارك عن مقتل ستة جنود وأربعة متمردين في بنتيو.",
     ("ASSAULT", ["ستة جنود", "أربعة متمردين"], [])),
    ("soldiers and civilians", "أسفر الهجوم عن مقتل ستة جنود وأربعة مدنيين في بنتيو.",
     ("ASSAULT", [], ["ستة جنود", "أربعة مدنيين"])),
    ("a prince and a centre", "زار الأمير فهد بن سعد المركز وكان في استقباله المحافظ سالم الحربي.",
     ("CONSULT", ["الأمير فهد بن سعد"], ["المحافظ سالم الحربي"])),
    ("vowelled", "اعتَقَلَت الشُّرطَةُ نائِباً في نواكشوط.", ("COERCE", ["الشُّرطَةُ"], ["نائِباً"])),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [t[1:] for t in WHO], ids=[t[0] for t in WHO])
def test_who_did_it_to_whom(
    read: Callable[[str], Record], text: str, expected: tuple[str, list[str], list[str]]
) -> None:
    assert expected in [told(e) for e in read(text + REPORT).events]


SIZES = [
    ("a family", "قتل رجل وزوجته وأولادهما الخمسة في غارة على صعدة.", [("dead", 7)]),
    ("a father", "قتل رجل وأبناؤه الثلاثة في قصف على إدلب.", [("dead", 4)]),
    ("two of their own", "قتل مدير المدرسة وزوجته وطفلاهما في انفجار في بغداد.", [("dead", 4)]),
    ("their wives alone", "قتل رجل وزوجته في غارة على صعدة.", [("dead", 2)]),
    ("two students", "أصيب طالبان جامعيان في إطلاق نار في فلوريدا.", [("injured", 2)]),
    ("they met their ends", "لقي 17 شخصا مصارعهم وأصيب 40 في هجمات في بعقوبة.", [("dead", 17), ("injured", 40)]),
]


@pytest.mark.parametrize(("text", "sizes"), [t[1:] for t in SIZES], ids=[t[0] for t in SIZES])
def test_how_many(read: Callable[[str], Record], text: str, sizes: list[tuple[str, int]]) -> None:
    assert sizes in [[(s.kind, s.low) for s in e.size] for e in read(text + REPORT).events]


TOLLS = [
    ("قتيل و12 جريحا في اشتباكات بمخيم عين الحلوة", [("dead", 1), ("injured", 12)]),
    ("ثلاثة جرحى في هجوم بسكين في ستراسبورغ", [("injured", 3)]),
    ("أربعة قتلى في هجوم على كنيسة بنيجيريا", [("dead", 4)]),
]


@pytest.mark.parametrize(("headline", "sizes"), TOLLS)
def test_a_toll_that_opens_a_report(
    read: Callable[[str], Record], headline: str, sizes: list[tuple[str, int]]
) -> None:
    (event,) = read(headline + "\n" + "ومن المتوقع أن تتحسن الأحوال الجوية نهاية الأسبوع.").events
    assert (event.type, [(s.kind, s.low) for s in event.size]) == ("ASSAULT", sizes)


def test_a_rigged_car_is_no_accident(read: Callable[[str], Record]) -> None:
    text = "انفجرت سيارة مفخخة في مدينة الصدر.\nوهطلت أمطار غزيرة في المدينة خلال الأيام الماضية."
    assert [told(e) for e in read(text).events] == [("ASSAULT", [], [])]


WORKS = [
    "فاز الفيلم الوثائقي عن مذبحة القرية بجائزة الجمهور.",
    "صدر كتاب يروي قصة خطف الطيار.",
    "عرض المسرح رواية عن اغتيال الوالي.",
]


@pytest.mark.parametrize("text", WORKS)
def test_what_a_work_is_about_is_no_event(read: Callable[[str], Record], text: str) -> None:
    assert not read(text + REPORT).events


PLACES = [
    ("قصف الجيش التركي من كيليس مواقع في أعزاز.", "أعزاز"),
    ("قتل ضابط من درعا في معارك بحلب.", "حلب"),
    ("سقط صاروخ أطلق من غزة في بلدة سديروت.", "سديروت"),
    ("هاجم مسلحون دورية بالقرب من كركوك في شمال العراق.", "كركوك"),
    ("خطف مسلحون تاجرا من بلدة سلوان.", "سلوان"),
]


@pytest.mark.parametrize(("text", "place"), PLACES)
def test_where_force_was_used(read: Callable[[str], Record], text: str, place: str) -> None:
    events = [e for e in read(text + REPORT).events if e.type == "ASSAULT"]
    assert [e.place.place.name_ar for e in events if e.place is not None] == [place]
