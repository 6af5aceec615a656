"""Plain wordings of courts, police, offices and parliaments: who did what to whom, in sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.records import Record
from tellings import told

Told = list[tuple[str, list[str], list[str]]]


def _all(record: Record) -> Told:
    return [told(event) for event in record.events]


EXECUTED = [
    ("those condemned", "نفذت السلطات حكم الإعدام بحق ثلاثة مدانين بالقتل.",
     [("ASSAULT", ["السلطات"], ["ثلاثة مدانين"])]),
    ("put to death", "أعدمت السلطات أربعة مدانين بالإرهاب.", [("ASSAULT", ["السلطات"], ["أربعة مدانين"])]),
    ("in the passive", "نفذ حكم الإعدام في خمسة محكومين بقضايا إرهاب.", [("ASSAULT", [], ["خمسة محكومين"])]),
    ("behind commas", "نفذت السلطات، أمس، حكم الإعدام بحق 11 مدانا بقضايا إرهاب.",
     [("ASSAULT", ["السلطات"], ["11 مدانا"])]),
    ("by a noun", "تم تنفيذ حكم الإعدام بثلاثة مدانين بالإرهاب في السجن.", [("ASSAULT", [], ["ثلاثة مدانين"])]),
    ("arrested", "اعتقلت الشرطة خمسة محكومين بالسجن فارين.", [("COERCE", ["الشرطة"], ["خمسة محكومين"])]),
    ("only sentenced", "صدر حكم بالإعدام على قائد التمرد.", [("SANCTION", [], ["قائد التمرد"])]),
    ("the condemned alone", "وصل المدان بالتجسس إلى المحكمة.", [("SANCTION", [], ["المدان"])]),
]


@pytest.mark.parametrize(("text", "found"), [t[1:] for t in EXECUTED], ids=[t[0] for t in EXECUTED])
def test_who_is_put_to_death_is_not_sentenced_anew(
    read_report: Callable[[str], Record], text: str, found: Told
) -> None:
    assert _all(read_report(text)) == found


RULED = [
    ("retired by force", "أحال الوزير خمسة ضباط إلى التقاعد.", ("SANCTION", ["الوزير"], ["خمسة ضباط"])),
    ("in the passive", "أحيل ثلاثة قضاة على التقاعد.", ("SANCTION", [], ["ثلاثة قضاة"])),
    ("by a noun", "قررت الوزارة إحالة خمسة ضباط على المعاش.", ("SANCTION", ["الوزارة"], ["خمسة ضباط"])),
    ("to the prosecution", "أحال الوزير خمسة ضباط إلى النيابة.", ("ACCUSE", ["الوزير"], ["خمسة ضباط"])),
    ("immunity", "أسقط البرلمان الحصانة عن النائب سامر حداد.", ("SANCTION", ["البرلمان"], ["النائب سامر حداد"])),
    ("a judge's consent", "وافق القاضي على إخلاء سبيل الناشط كريم العلي بكفالة.",
     ("RETREAT", ["القاضي"], ["الناشط كريم العلي"])),
    ("a court's", "وافقت المحكمة على الإفراج عن الصحفي كريم العلي.",
     ("RETREAT", ["المحكمة"], ["الصحفي كريم العلي"])),
    ("a government's", "وافقت الحكومة على الإفراج عن الأسرى.", ("AGREE", ["الحكومة"], [])),
]


@pytest.mark.parametrize(("text", "event"), [t[1:] for t in RULED], ids=[t[0] for t in RULED])
def test_what_is_decided(
    read_report: Callable[[str], Record], text: str, event: tuple[str, list[str], list[str]]
) -> None:
    assert _all(read_report(text)) == [event]


BESIDE = [
    ("a minister", "أقال رئيس الوزراء وزير الصحة.", (["رئيس الوزراء"], ["وزير الصحة"])),
    ("a governor", "أقال رئيس الوزراء محافظ البصرة من منصبه.", (["رئيس الوزراء"], ["محافظ البصرة"])),
    ("a director", "أحال رئيس الحكومة مدير المصرف إلى التقاعد.", (["رئيس الحكومة"], ["مدير المصرف"])),
    ("summoned", "استدعى رئيس النيابة مدير الشركة للتحقيق معه.", (["رئيس النيابة"], ["مدير الشركة"])),
    ("a name", "استدعى النائب العام سناء الحربي للتحقيق معها.", (["النائب العام"], ["سناء الحربي"])),
    ("a name and more", "أقال رئيس الوزراء كريم العلي من منصبه.", (["رئيس الوزراء"], ["كريم العلي"])),
    ("a noun and a name", "استدعى النائب العام الصحفي سالم الحربي للتحقيق معه.", (["النائب العام"], ["الصحفي سالم الحربي"])),
    ("visited", "زار وكيل النيابة العامة علاء حمدان.", (["وكيل النيابة العامة"], ["علاء حمدان"])),
    ("by a woman", "أقالت وزيرة العدل كريم العلي.", (["وزيرة العدل"], ["كريم العلي"])),
    ("his own name before another", "أقال وزير الداخلية سالم الحربي مدير الشرطة.",
     (["وزير الداخلية سالم الحربي"], ["مدير الشرطة"])),
    ("his own name before a town", "زار وزير الخارجية سالم الحربي القاهرة.",
     (["وزير الخارجية سالم الحربي"], ["القاهرة"])),
    ("two offices of one", "أقال رئيس مجلس الوزراء وزير الداخلية الشيخ سالم الحربي مدير الشرطة.",
     (["رئيس مجلس الوزراء وزير الداخلية الشيخ سالم الحربي"], ["مدير الشرطة"])),
    ("a verb that goes on", "وأقال وزير الداخلية سالم الحربي.", (["وزير الداخلية سالم الحربي"], [])),
    ("arrested himself", "اعتقل مدير الشرطة سالم الحربي.", ([], ["مدير الشرطة سالم الحربي"])),
]


@pytest.mark.parametrize(("text", "sides"), [t[1:] for t in BESIDE], ids=[t[0] for t in BESIDE])
def test_who_stands_behind_an_office(
    read_report: Callable[[str], Record], text: str, sides: tuple[list[str], list[str]]
) -> None:
    assert [told(e)[1:] for e in read_report(text).events] == [sides]


HELD = [
    ("a man", "قررت السلطات إخلاء سبيل المعارض سالم الحربي المعتقل منذ مايو الماضي.",
     ("RETREAT", ["السلطات"], ["المعارض سالم الحربي"])),
    ("a woman, asked for", "طالبت المنظمة بالإفراج عن الناشطة سلمى الحربي المسجونة منذ عام.",
     ("REQUEST", ["المنظمة"], [])),
    ("sentenced", "دعت المنظمة إلى إطلاق سراح الكاتب سالم الحربي المحكوم بالسجن خمس سنوات.",
     ("REQUEST", ["المنظمة"], [])),
    ("with an office", "أطلقت السلطات سراح أمين عام الحزب كريم العلي المسجون منذ 2019.",
     ("RETREAT", ["السلطات"], ["أمين عام الحزب كريم العلي"])),
    ("wanted", "التقى الوزير سالم الحربي المطلوب لدى القضاء.", ("CONSULT", ["الوزير سالم الحربي"], [])),
    ("visited", "زار المحامي موكله سالم الحربي الموقوف على ذمة التحقيق.", ("CONSULT", ["المحامي"], ["سالم الحربي"])),
    ("many without a name", "أفرجت السلطات عن المعتقلين منذ عام.", ("RETREAT", ["السلطات"], ["المعتقلين"])),
]


@pytest.mark.parametrize(("text", "event"), [t[1:] for t in HELD], ids=[t[0] for t in HELD])
def test_what_became_of_somebody_is_no_part_of_his_name(
    read_report: Callable[[str], Record], text: str, event: tuple[str, list[str], list[str]]
) -> None:
    assert event in _all(read_report(text))


BANNED = [
    ("a decision, no release", "أصدرت النيابة قرارا بمنع الوزير السابق كريم العلي من السفر.",
     [("COERCE", [], ["الوزير السابق كريم العلي"])]),
    ("whose travel", "منعت السلطات سفر الناشط كريم العلي.", [("COERCE", ["السلطات"], ["الناشط كريم العلي"])]),
    ("his travel", "منعت السلطات سفره.", [("COERCE", ["السلطات"], [])]),
    ("by a noun", "قررت النيابة منع سفر خمسة متهمين.", [("COERCE", ["النيابة"], ["خمسة متهمين"])]),
    ("a channel in marks", 'أعلنت الداخلية أنها أغلقت مقر قناة "الفجر".',
     [("COERCE", ["الداخلية"], ['مقر قناة "الفجر"'])]),
    ("a town hall", "أغلق محتجون مقر البلدية.", [("PROTEST", ["محتجون"], ["مقر البلدية"])]),
]


@pytest.mark.parametrize(("text", "found"), [t[1:] for t in BANNED], ids=[t[0] for t in BANNED])
def test_what_is_forbidden_and_closed(read_report: Callable[[str], Record], text: str, found: Told) -> None:
    assert _all(read_report(text)) == found


ONE = [
    ("of a people", "أفرجت السلطات عن الناشط والمدون الكردي كريم العلي.", ["الناشط والمدون الكردي كريم العلي"]),
    ("a woman", "اعتقلت الشرطة الناشطة والصحفية الكردية سلمى الحربي.", ["الناشطة والصحفية الكردية سلمى الحربي"]),
    ("two by gender", "اعتقلت الشرطة الناشط والصحفية سلمى الحربي.", ["الناشط", "الصحفية سلمى الحربي"]),
    ("two by their places", "اعتقلت الشرطة رئيس الحزب والمرشح السابق كريم العلي.",
     ["رئيس الحزب", "المرشح السابق كريم العلي"]),
]


@pytest.mark.parametrize(("text", "recipients"), [t[1:] for t in ONE], ids=[t[0] for t in ONE])
def test_two_nouns_before_one_name(
    read_report: Callable[[str], Record], text: str, recipients: list[str]
) -> None:
    assert [told(e)[2] for e in read_report(text).events] == [recipients]


WHY = [
    ("a stand", "نظم الصحفيون وقفة احتجاجية أمام مقر النقابة تنديدا بإغلاق مكتب القناة.", "ACCUSE", 0),
    ("a strike", "أضرب المعلمون عن العمل تنديدا بفصل زملائهم.", "ACCUSE", 0),
    ("a statement", "أصدرت النقابة بيانا تنديدا باعتقال المحامي.", "ACCUSE", 1),
    ("sentenced over charges", "قضت محكمة بالسجن عشر سنوات على صحفي على خلفية اتهامات تتعلق بالإرهاب.", "ACCUSE", 0),
    ("dismissed over charges", "فصلت الجامعة أستاذا على خلفية اتهامات بالتحرش.", "ACCUSE", 0),
    ("facing charges", "تواجه الحكومة اتهامات بالفساد.", "ACCUSE", 1),
    ("out of a case", "تنحى القاضي عن نظر القضية.", "RETREAT", 0),
    ("out of office", "تنحى الرئيس عن الحكم.", "RETREAT", 1),
    ("his two sons", "استقبل الرئيس نجليه كريم وسالم.", "AID", 0),
]


@pytest.mark.parametrize(("text", "kind", "number"), [t[1:] for t in WHY], ids=[t[0] for t in WHY])
def test_what_only_says_why(read_report: Callable[[str], Record], text: str, kind: str, number: int) -> None:
    assert [e.type for e in read_report(text).events].count(kind) == number


def test_what_is_prepared_is_to_come(read_report: Callable[[str], Record]) -> None:
    (step,) = read_report("بدأت الوزيرة التحضير لتقديم استقالتها.").events
    assert (told(step), [str(a) for a in step.auxiliary]) == (("RETREAT", ["الوزيرة"], []), ["future"])


OBJECTS = [
    ("a deed", "رفض الرئيس التنحي عن منصبه.", "REJECT", ["الرئيس"]),
    ("somebody", "أجبر الجيش الرئيس على الاستقالة.", "COERCE", ["الجيش"]),
]


@pytest.mark.parametrize(("text", "kind", "actors"), [t[1:] for t in OBJECTS], ids=[t[0] for t in OBJECTS])
def test_the_object_is_no_part_of_the_subject(
    read_report: Callable[[str], Record], text: str, kind: str, actors: list[str]
) -> None:
    assert [told(e)[1] for e in read_report(text).events if e.type == kind] == [actors]


COUNTED = [
    ("behind a day and a comma", "اعتقلت قوات الاحتلال الإسرائيلي فجر اليوم الإثنين، 23 فلسطينيا خلال حملة دهم.",
     ["قوات الاحتلال الإسرائيلي"], ["23 فلسطينيا"]),
    ("behind a comma", "اعتقلت الشرطة، 23 سودانيا في المطار.", ["الشرطة"], ["23 سودانيا"]),
    ("between commas", "اعتقلت السلطات، أمس الأحد، 60 مصريا في الميناء.", ["السلطات"], ["60 مصريا"]),
    ("in the passive", "اعتقل 23 فلسطينيا في المدينة.", [], ["23 فلسطينيا"]),
]


@pytest.mark.parametrize(("text", "actors", "recipients"), [t[1:] for t in COUNTED], ids=[t[0] for t in COUNTED])
def test_a_people_that_is_counted_is_people(
    read_report: Callable[[str], Record], text: str, actors: list[str], recipients: list[str]
) -> None:
    assert ("COERCE", actors, recipients) in _all(read_report(text))


CRIMES = [
    ("the crime of him who is put to death", "نفذت السلطات حكم الإعدام في رجل أقدم على قتل تاجر في السوق.",
     [["رجل"], ["تاجر"]]),
    ("only found guilty of it", "نفذت السلطات حكم الإعدام بحق ثلاثة مدانين بالقتل.", [["ثلاثة مدانين"]]),
    ("a sentence, and to what", "نفذت السلطات حكما بإعدام ثلاثة مهربين.", [["ثلاثة مهربين"]]),
]


@pytest.mark.parametrize(("text", "recipients"), [t[1:] for t in CRIMES], ids=[t[0] for t in CRIMES])
def test_a_crime_is_not_its_punishment(
    read_report: Callable[[str], Record], text: str, recipients: list[list[str]]
) -> None:
    assert [told(e)[2] for e in read_report(text).events if e.type == "ASSAULT"] == recipients


IN_COURT = [
    ("an appeal is no stab", "نظرت محكمة النقض طعن النيابة العامة.", []),
    ("an appeal put off", "قررت المحكمة تأجيل نظر الطعن إلى 7 مايو.", []),
    ("a stab", "طعن شاب رجلا بسكين في السوق.", ["ASSAULT"]),
    ("a visit put off", "أعلنت الوزارة تأجيل زيارة الوزير إلى بيروت.", ["REJECT"]),
    ("accused of bribes", "ضبطت الشرطة ثلاثة أشخاص متهمين بالرشوة.", ["COERCE"]),
    ("out of a session in protest", "غادر نواب الحزب قاعة المجلس احتجاجا على التصويت.", ["PROTEST"]),
    ("work stopped", "أعلنت نقابة الأطباء التوقف عن العمل يوم الخميس احتجاجا على تأخر الرواتب.", ["PROTEST"]),
    ("an arrest refused", "أعربت النقابة عن رفضها لاعتقال الصحفيين.", ["ACCUSE"]),
]


@pytest.mark.parametrize(("text", "types"), [t[1:] for t in IN_COURT], ids=[t[0] for t in IN_COURT])
def test_words_of_courts_and_unions(read_report: Callable[[str], Record], text: str, types: list[str]) -> None:
    assert [e.type for e in read_report(text).events] == types


def test_a_town_behind_a_quoted_force_is_not_taken(read_report: Callable[[str], Record]) -> None:
    record = read_report("اعتقلت “آساييش” دير الزور ناشطا إعلاميا في البلدة.")
    arrest = next(e for e in record.events if e.type == "COERCE")
    assert [m.text for m in arrest.recipients] == ["ناشطا إعلاميا"]
