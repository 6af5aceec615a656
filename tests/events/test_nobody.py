"""What stands where participants stand and names nobody; sentences of ours."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.records import Record


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("أعلن الناتو تدريب مقاتلي العشائر وتزويد الجيش بالعتاد.", ["مقاتلي العشائر"]),
        ("طالبت النقابة الحكومة بالحوار وبسحب القوات.", ["الحكومة"]),
        ("أمرت المحكمة الشركة بفسخ العقد.", ["الشركة"]),
        ("طالب الوزير المزارعين بتخصيص أراض للرعي.", ["المزارعين"]),
    ],
)
def test_what_is_joined_or_asked_for_is_nobody(read: Callable[[str], Record], text: str, people: list[str]) -> None:
    recipients = [m.text for e in read(text).events for m in e.recipients]
    assert recipients == people


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("أثنت العديد من الصحف الأجنبية على الوزير.", ["العديد من الصحف الأجنبية"]),
        ("إلا أن عددا كبيرا من السكان أعربوا عن غضبهم من الحكومة.", ["عددا كبيرا من السكان"]),
        ("أغلقت لجنة تقييم المنشآت والإيواء السياحي أمس أحد عشر نزلا.", ["لجنة تقييم المنشآت والإيواء السياحي"]),
        ("تمكنت فرقة الأبحاث والتفتيش من القبض على مهربين.", ["فرقة الأبحاث والتفتيش"]),
        ("اعتقلت إدارة الأمن والشرطة أربعة مهربين.", ["إدارة الأمن", "الشرطة"]),
    ],
)
def test_a_body_and_a_number_are_whole(read: Callable[[str], Record], text: str, actors: list[str]) -> None:
    assert [m.text for m in read(text).events[0].actors] == actors


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("وعبر الوزير عن تعازيه للملك وللشعب السعودي ولأسر الضحايا.", ["للملك", "للشعب السعودي", "أسر الضحايا"]),
        ("بعث المفتي ببرقية تهنئة للرئيس التونسي، وإلى رجال الجيش، وإلى الشعب التونسي.",
         ["للرئيس التونسي", "رجال الجيش", "الشعب التونسي"]),
        ("وطالب المحافظ من الحكومة ومن البرلمان المساعدة.", ["الحكومة", "البرلمان"]),
        ("دعا الوزير إلى الحوار وإلى التهدئة.", []),
    ],
)  # fmt: skip
def test_a_preposition_that_comes_again(read: Callable[[str], Record], text: str, people: list[str]) -> None:
    assert [m.text for m in read(text).events[0].recipients] == people


def test_courtesy_has_no_gender(read: Callable[[str], Record]) -> None:
    event = read("كما عبر فضيلة رئيس المجلس عن شكره للأمير محمد بن نايف.").events[0]
    assert [m.text for m in event.actors] == ["فضيلة رئيس المجلس"]


def test_victims_are_of_the_country_where_they_were_hit(read: Callable[[str], Record]) -> None:
    text = "قال الجيش الإسرائيلي إن إسرائيل ستواصل القتال.\nقتل 19 شخصا في غارات إسرائيلية على بيروت."
    victims = [m for e in read(text).events for m in e.recipients if m.text == "19 شخصا"]
    assert [m.country for m in victims] == ["LBN"]


@pytest.mark.parametrize(
    "text",
    [
        "شنت الحركة هجمات كبيرة على غرار المجزرة.",
        "نفذ العمال وقفة احتجاجية على خلفية وفاة زميلهم.",
        "وأمرت السلطات بذبح كل الطيور في منطقة نصف قطرها كيلومتر.",
        "لكن اللافت أن 16% فقط يعارضون التدريبات.",
    ],
)
def test_manners_measures_and_shares_are_nobody(read: Callable[[str], Record], text: str) -> None:
    told = [m.text for e in read(text).events for m in (*e.actors, *e.recipients)]
    assert not {"غرار المجزرة", "وفاة زميلهم", "زميلهم", "كيلومتر", "16%"} & set(told)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("أدلى الوزير بتصريح خلال زيارته الأخيرة إلى موسكو.", "الأخيرة"),
        ("قال الناطق إن التنظيم عزز مواقعه منذ هجومه الكاسح في شمال البلاد.", "الكاسح"),
    ],
)
def test_what_describes_a_deed_is_nobody(read: Callable[[str], Record], text: str, word: str) -> None:
    assert word not in [m.text for e in read(text).events for m in (*e.actors, *e.recipients)]


def test_somebodys_people_are_no_body_of_others(read: Callable[[str], Record]) -> None:
    event = read("طالب زملاؤه الحكومة بالرحيل.").events[0]
    assert ([m.text for m in event.actors], [m.text for m in event.recipients]) == (["زملاؤه"], ["الحكومة"])
