"""Courts and police as news words them: who is sentenced, held and let go, by whom, and when the deed was done."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import khabar
from khabar.pages.bare import bare_article
from khabar.records import Event, Published, Record


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
    ("behind a town", "قررت محكمة عسكرية في تونس سجن الصحفي سالم الحربي.",
     ["SANCTION/convict | محكمة عسكرية | الصحفي سالم الحربي"]),
    ("how long", "قضت المحكمة العليا بالسجن لمدة عامين بحق المقاول.", ["SANCTION/convict | المحكمة العليا | المقاول"]),
    ("tried, and not accused", "وكانت محكمة في لاهور قد قضت بمعاقبة سبعين متهما آخرين بالسجن.",
     ["SANCTION/convict | محكمة | سبعين متهما آخرين"]),
    ("annulled", "ألغت محكمة النقض حكما بسجن النائب السابق.", ["CONCEDE | محكمة النقض | النائب السابق"]),
    ("no deed of force", "قررت محكمة في لاهور إعدام ثلاثة خاطفين.", ["SANCTION/convict | محكمة | ثلاثة خاطفين"]),
    ("convicted by nobody named", "أدين الطبيب سالم الحربي بنشر معلومات مضللة.",
     ["SANCTION/convict |  | الطبيب سالم الحربي"]),
    ("who is not tried again", "قررت المحكمة معاقبة سبعين متهما آخرين بالسجن.",
     ["SANCTION/convict | المحكمة | سبعين متهما آخرين"]),
    ("eased", "خففت محكمة الاستئناف عقوبة السجن بحق المقاول إلى عام.", ["CONCEDE | محكمة الاستئناف | المقاول"]),
    ("who stands trial", "مثل سبعة متهمين أمام القاضي.", ["ACCUSE/allege | القاضي | سبعة متهمين"]),
    ("who is only named with a court", "في دول مثل فرنسا يقف المتهم أمام المحكمة.", []),
    ("a prison for some", "نقل الحارس إلى السجن المركزي للنساء.", []),
]


@pytest.mark.parametrize(("text", "expected"), [t[1:] for t in SENTENCED], ids=[t[0] for t in SENTENCED])
def test_who_is_sentenced(read: Callable[[str], Record], text: str, expected: list[str]) -> None:
    assert [told(e) for e in read(text).events] == expected


HELD = [
    ("a name behind a force", "اعتقلت قوات الأمن المحامي خالد السعدي والطبيب منير حداد.",
     ["COERCE/arrest | قوات الأمن | المحامي خالد السعدي + الطبيب منير حداد"]),
    ("and what each is", "اعتقلت الشرطة سالم حمد، مدير البنك، وكريم يوسف، محاميه.",
     ["COERCE/arrest | الشرطة | سالم حمد + كريم يوسف"]),
    ("behind a day", "اعتقلت الشرطة المحلية اليوم الأربعاء، مشتبه به حاول الفرار.",
     ["COERCE/arrest | الشرطة المحلية | مشتبه به"]),
    ("how he was tried", "أوقفت الشرطة سالم الحربي احتياطيا.", ["COERCE/arrest | الشرطة | سالم الحربي"]),
    ("before a trial", "أعلنت النيابة حبس خمسة متهمين احتياطيا.", ["COERCE/arrest | النيابة | خمسة متهمين"]),
    ("of whom a clause tells", "تحدث المحافظ مع الناشط الذي ألقي القبض عليه.", ["CONSULT | المحافظ + الناشط | ", "COERCE/arrest |  | الناشط"]),
    ("let go on bail", "وأخلي سبيل المتهم بكفالة.", ["RETREAT/release |  | المتهم"]),
    ("those let go", "أطلق سراح أربعة من الناشطين المحليين.", ["RETREAT/release |  | أربعة من الناشطين المحليين"]),
    ("whose licence", "قررت الوزارة سحب ترخيص المراسل سالم الحربي.", ["COERCE/restrict | الوزارة | المراسل سالم الحربي"]),
    ("whose paper", "قررت السلطات وقف صدور صحيفة الفجر.", ["COERCE/censor | السلطات | صحيفة الفجر"]),
    ("whose channel", "قررت الوزارة الإغلاق النهائي لقناة الفجر.", ["COERCE/censor | الوزارة | قناة الفجر"]),
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
    event = read("قضت محكمة محلية بسجن جولنار عشرة أشهر.").events[0]
    assert [m.text for m in event.recipients] == ["جولنار"]
    assert event.place is None


def test_police_who_deal_with_a_deed_have_not_done_it() -> None:
    day = Published("2019-05-07", "day", None, "2019-05-07", "given")
    text = "فتحت الشرطة تحقيقا في مقتل تاجر في عدن."
    event = next(e for e in khabar.load().code(bare_article(text, published=day)).events if e.type == "ASSAULT")
    assert event.actors == ()


def test_those_held_for_a_plan_have_not_suffered_it() -> None:
    day = Published("2019-05-07", "day", None, "2019-05-07", "given")
    text = "اعتقل خمسة أشخاص بتهمة التخطيط لهجوم."
    events = khabar.load().code(bare_article(text, published=day)).events
    assert [e.recipients for e in events if e.type == "ASSAULT"] in ([], [()])


def test_since_when_he_was_held_is_not_when_he_is_let_go(read: Callable[[str], Record]) -> None:
    event = read("قررت النيابة الإفراج عن الناشط المحبوس منذ عامين.").events[0]
    assert event.time is not None and event.time.origin == "published"
