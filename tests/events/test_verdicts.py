"""Courts and police as news words them: who is sentenced, held and let go, by whom, and when the deed was done."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.records import Event, Record


def told(event: Event) -> str:
    """An event as `TYPE/modes | actors | recipients`."""
    people = (" + ".join(m.text for m in side) for side in (event.actors, event.recipients))
    return " | ".join(("/".join((event.type, *event.modes)), *people))


SENTENCED = [
    ("a verdict and its penalty", "أصدرت محكمة عسكرية في الرباط حكما بسجن ناشط خمس سنوات.",
     ["SANCTION/convict | محكمة عسكرية | ناشط"]),
    ("a lone adjective", "حكمت المحكمة العليا بحبس صحفي سنتين.", ["SANCTION/convict | المحكمة العليا | صحفي"]),
    ("for whom", "قضت المحكمة العليا بالسجن خمس سنوات مع وقف التنفيذ لثلاثة مهربين.",
     ["SANCTION/convict | المحكمة العليا | ثلاثة مهربين"]),
    ("in a headline", "الحكم بإعدام ثلاثة مهربين في لاهور", ["SANCTION/convict |  | ثلاثة مهربين"]),
    ("annulled", "ألغت محكمة النقض حكما بسجن النائب السابق.", ["CONCEDE | محكمة النقض | النائب السابق"]),
    ("no deed of force", "قررت محكمة في لاهور إعدام ثلاثة خاطفين.", ["SANCTION/convict | محكمة | ثلاثة خاطفين"]),
    ("convicted by nobody named", "أدين الطبيب سالم الحربي بنشر معلومات مضللة.",
     ["SANCTION/convict |  | الطبيب سالم الحربي"]),
    ("who is not tried again", "قررت المحكمة معاقبة سبعين متهما آخرين بالسجن.",
     ["SANCTION/convict | المحكمة | سبعين متهما آخرين"]),
    ("a prison for some", "نقل الحارس إلى السجن المركزي للنساء.", []),
]


@pytest.mark.parametrize(("text", "expected"), [t[1:] for t in SENTENCED], ids=[t[0] for t in SENTENCED])
def test_who_is_sentenced(read: Callable[[str], Record], text: str, expected: list[str]) -> None:
    assert [told(e) for e in read(text).events] == expected


HELD = [
    ("a name behind a force", "اعتقلت قوات الأمن المحامي خالد السعدي والطبيب منير حداد.",
     ["COERCE/arrest | قوات الأمن | المحامي خالد السعدي + الطبيب منير حداد"]),
    ("behind a day", "اعتقلت الشرطة المحلية اليوم الأربعاء، مشتبه به حاول الفرار.",
     ["COERCE/arrest | الشرطة المحلية | مشتبه به"]),
    ("how he was tried", "أوقفت الشرطة سالم الحربي احتياطيا.", ["COERCE/arrest | الشرطة | سالم الحربي"]),
    ("of whom a clause tells", "تحدث المحافظ مع الناشط الذي ألقي القبض عليه.", ["CONSULT | المحافظ + الناشط | ", "COERCE/arrest |  | الناشط"]),
    ("let go on bail", "وأخلي سبيل المتهم بكفالة.", ["RETREAT/release |  | المتهم"]),
    ("those let go", "أطلق سراح أربعة من الناشطين الشباب.", ["RETREAT/release |  | أربعة من الناشطين الشباب"]),
    ("whose licence", "قررت الوزارة سحب ترخيص المراسل سالم الحربي.", ["COERCE/restrict | الوزارة | المراسل سالم الحربي"]),
    ("whose paper", "قررت السلطات وقف صدور صحيفة الفجر.", ["COERCE/censor | السلطات | صحيفة الفجر"]),
    ("by somebody unknown", "اغتال مجهول القاضي في عدن.", ["ASSAULT/targeted | مجهول | القاضي"]),
    ("by a driver", "دهس سائق شرطيا في عمان.", ["ASSAULT | سائق | شرطيا"]),
]


@pytest.mark.parametrize(("text", "expected"), [t[1:] for t in HELD], ids=[t[0] for t in HELD])
def test_who_is_held_and_let_go(read: Callable[[str], Record], text: str, expected: list[str]) -> None:
    assert [told(e) for e in read(text).events] == expected


DATES = [
    ("a murder", "أدين الرجل بقتل شرطيين في 2013.", []),
    ("a part in a protest", "اعتقلت الشرطة الناشط لمشاركته في مظاهرة عام 2011.", []),
    ("the year of the verdict", "حكم على الناشط بالسجن عامين في 2012.", ["historical"]),
]


@pytest.mark.parametrize(("text", "auxiliary"), [t[1:] for t in DATES], ids=[t[0] for t in DATES])
def test_the_year_of_the_crime_is_not_that_of_the_verdict(
    read: Callable[[str], Record], text: str, auxiliary: list[str]
) -> None:
    event = next(e for e in read(text).events if e.type in ("SANCTION", "COERCE"))
    assert [str(a) for a in event.auxiliary] == auxiliary
    assert (event.time is not None and event.time.origin == "event") is bool(auxiliary)


def test_a_sentence_to_prison_is_no_prison(read: Callable[[str], Record]) -> None:
    event = read("قضت محكمة محلية بسجن أيغول عشرة أشهر.").events[0]
    assert [m.text for m in event.recipients] == ["أيغول"]
    assert event.place is None
