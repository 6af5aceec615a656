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
