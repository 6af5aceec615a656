"""Reports of war: whose bombardment it was, what was shot down and by whom, both sides, tolls, and what is no event."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.records import Event, Record


def told(event: Event) -> str:
    """An event as `modes | actors | recipients`."""
    people = (" + ".join(m.text for m in side) for side in (event.actors, event.recipients))
    return " | ".join(("/".join(event.modes), *people))


ASSAULTS = [
    ("whose shelling it was", "قتل ستة مدنيين في قصف لقوات الدعم السريع على بلدة بارا.",
     ["heavy-weapons | قوات الدعم السريع | ستة مدنيين"]),
    ("by whom it was", "أصيب طفلان بقصف من الجيش التركي على قرية في ريف عفرين.", ["heavy-weapons | الجيش التركي | طفلان"]),
    ("from whose land it came", "أصيب جنديان في قصف من الأراضي اللبنانية على الجليل.", ["heavy-weapons |  | جنديان"]),
    ("of a coalition that others lead", "قتل ثلاثة عمال في غارة للتحالف الذي تقوده السعودية على صعدة.",
     ["aerial | للتحالف | ثلاثة عمال"]),
    ("an object behind who leads", "شن التحالف الذي تقوده السعودية غارات على ثكنة للمتمردين.",
     ["aerial | التحالف | للمتمردين"]),
    ("victims behind a comma and a place", "قتلت جماعة “الفجر” (المتشددة) في سيناء، 5 جنود مصريين، خلال كمين.",
     [" | جماعة “الفجر” | 5 جنود مصريين"]),
    ("pupils behind a comma", "خطفت جماعة «بوكو حرام» في نيجيريا، 20 تلميذة.", ["abduct | جماعة «بوكو حرام» | 20 تلميذة"]),
    ("a doer in brackets", "قصفت (قوات الدعم السريع) أحياء سكنية في بارا.", ["heavy-weapons | قوات الدعم السريع | "]),
    ("a comma between two sides", "تواصلت المعارك بين القوات الحكومية، والفصائل المسلحة، في ريف حماة.",
     [" | القوات الحكومية + الفصائل المسلحة | "]),
    ("fire between two sides", "تواصل إطلاق النار المتبادل بين حزب الله، وجيش الاحتلال، على الحدود.",
     ["firearms | حزب الله + جيش الاحتلال | "]),
    ("quotation marks turned round", "تجددت الاشتباكات بين “قسد” و”الجيش الوطني” شمال حلب.", [" | قسد + الجيش الوطني | "]),
    ("a drone fired", "أسقط الجيش طائرة مسيرة أطلقها المتمردون.",
     ["heavy-weapons | الجيش | المتمردون", "drone | المتمردون | "]),
    ("who announces it shot it down", "أعلنت السعودية إسقاط طائرة مسيرة أطلقها الحوثيون.",
     ["heavy-weapons | السعودية | الحوثيون", "drone | الحوثيون | "]),
    ("who announces it by a noun", "جاء ذلك عقب إعلان جماعة الحوثي إسقاط طائرة للتحالف قبالة جازان.",
     ["heavy-weapons | جماعة الحوثي | طائرة للتحالف"]),
    ("no pilot let go", "أعلن التحالف إسقاط طائرة بدون طيار أطلقها الحوثيون باتجاه جازان.", ["heavy-weapons | التحالف | طائرة"]),
    ("by dozens of drones", "هاجمت القوات الروسية مدينة أوديسا بعشرات المسيرات.", ["drone | القوات الروسية | "]),
    ("by means of drones", "استهدف الجيش مواقع المتمردين بواسطة طائرات مسيرة.", ["drone | الجيش | المتمردين"]),
    ("a strike of a drone", "قتل رجل في غارة لمسيرة إسرائيلية في صور.", ["drone | مسيرة إسرائيلية | رجل"]),
    ("who carried it out", "قالت الوكالة إن الهجوم على الثكنة نفذه عشرات المسلحين.",
     [" | عشرات المسلحين | "]),
    ("who says it of himself", "قال حزب الله إنه استهدف مبنى في صفد ردا على قصف الجيش قرية.",
     [" | حزب الله | ", "heavy-weapons | الجيش | "]),
    ("drones that act", "استهدفت المسيرات التركية سيارة عسكرية قرب عين عيسى.", ["drone | المسيرات التركية | سيارة عسكرية"]),
    ("tens behind ones", "دمرت القوات سبعا وثلاثين دبابة روسية.", ["destroy | القوات | سبعا وثلاثين دبابة روسية"]),
    ("whose planes they were", "قال سكان إن غارات نفذتها طائرات التحالف الذي تقوده المملكة قتلت ثمانية أشخاص.",
     ["aerial | طائرات التحالف | ثمانية أشخاص"]),
    ("raids of those whom others lead", "قتل ستة حراس في غارات التحالف العسكري الذي تقوده السعودية على مقر حكومي.",
     ["aerial | التحالف العسكري | ستة حراس"]),
    ("who fell, behind a comma", "قتل في الهجوم على القاعدة، سبعة جنود.", [" |  | سبعة جنود"]),
    ("drones that carry out raids", "نفذت مسيرات الاحتلال الإسرائيلية غارتين على جنين.",
     ["aerial | مسيرات الاحتلال الإسرائيلية | جنين"]),
    ("a branch of the forces", "قال المتحدث إن سلاح الجو استهدف معاقل الميليشيات في طرابلس.",
     ["aerial | سلاح الجو | الميليشيات"]),
    ("whose drone it was", "أصيب جنديان بقصف طائرة مسيرة للقوات التركية قرب منبج.",
     ["drone | طائرة مسيرة | جنديان"]),
    ("a name in marks is no deed", "سيطرت فصائل ضمن غرفة عمليات “فجر الحرية” على البلدة.", []),
    ("rockets fired by nobody told", "أطلقت خمسة صواريخ من الوادي باتجاه ثكنة الجيش.", ["heavy-weapons |  | "]),
]


@pytest.mark.parametrize(("text", "expected"), [t[1:] for t in ASSAULTS], ids=[t[0] for t in ASSAULTS])
def test_attacks(read: Callable[[str], Record], text: str, expected: list[str]) -> None:
    assert [told(e) for e in read(text).events if e.type == "ASSAULT"] == expected


SIZES = [
    ("a bare number", "قال الحاكم إن أربعة قتلوا في القصف.", {"dead": 4}),
    ("not those among them", "قال الحاكم إن 12 أصيبوا بينهم طفلان.", {"injured": 12}),
    ("a third one", "أدى القصف إلى مقتل شخصين وإصابة ثالث بجروح.", {"dead": 2, "injured": 1}),
    ("the second of them", "أعلنت الوزارة مقتل ثاني جنودها على الحدود.", {"dead": 1}),
]


@pytest.mark.parametrize(("text", "sizes"), [t[1:] for t in SIZES], ids=[t[0] for t in SIZES])
def test_sizes(read: Callable[[str], Record], text: str, sizes: dict[str, int]) -> None:
    (event,) = [e for e in read(text).events if e.type == "ASSAULT"]
    assert {s.kind: s.low for s in event.size} == sizes


NONE = [
    ("drones are no march", "قتل أربعة في هجوم روسي بمسيرات على خاركيف.", "PROTEST"),
    ("rescuers are no troops", "توجهت فرق الإسعاف إلى البلدة بعد القصف.", "MOBILIZE"),
    ("a spy plane does no spying", "أعلنت الجماعة إسقاط طائرة تجسس للتحالف.", "COERCE"),
    ("what is not known", "لم يذكر المتحدث ما إذا كانت الغارة أسفرت عن سقوط قتلى أو توقفت.", "RETREAT"),
    ("drones that strike", "استهدفت مسيرات للجيش رتلا للمتمردين.", "PROTEST"),
    ("forces that are hit", "استهدفت غارات جوية تعزيزات عسكرية للمسلحين في الجوف.", "MOBILIZE"),
    ("interception is no refusal", "أعلن الدفاع الجوي اعتراض وإسقاط طائرة مسيرة.", "REJECT"),
]


@pytest.mark.parametrize(("text", "kind"), [t[1:] for t in NONE], ids=[t[0] for t in NONE])
def test_no_event(read: Callable[[str], Record], text: str, kind: str) -> None:
    assert kind not in {e.type for e in read(text).events}


WARS = [
    ("a conflict", "وأسفر النزاع في اليمن عن مقتل أكثر من 10 آلاف شخص."),
    ("a war", "وأسفرت الحرب عن مقتل أكثر من 10 آلاف شخص."),
    ("since then", "وقتل أكثر من 10 آلاف مدني في غارات منذ 2015."),
]


@pytest.mark.parametrize("toll", [t[1] for t in WARS], ids=[t[0] for t in WARS])
def test_the_toll_of_a_war_is_not_that_of_an_attack(read: Callable[[str], Record], toll: str) -> None:
    text = f"قتل مدنيون في غارة على سوق في صنعاء.\n\n{toll}\n\nولم يصدر تعليق."
    assert [{s.low for s in e.size} for e in read(text).events if e.type == "ASSAULT"] == [set(), {10000}]


def test_what_a_coalition_is_led_by_does_no_deed_of_its_own(read: Callable[[str], Record]) -> None:
    text = "اتهمت الجماعة التحالف العسكري الذي تقوده السعودية بقصف مستشفى."
    (event,) = [e for e in read(text).events if e.type == "ACCUSE"]
    assert [m.text for m in event.recipients] == ["التحالف العسكري"]
    assert all("السعودية" not in [m.text for m in e.actors] for e in read(text).events)


def test_a_camp_is_no_town_of_that_name(read: Callable[[str], Record]) -> None:
    (event,) = read("قتل 25 جنديا في هجوم على معسكر بمأرب.").events
    assert event.place is not None and event.place.place.country == "YEM"


def test_who_backs_a_force_is_not_its_country(read: Callable[[str], Record]) -> None:
    text = "قصفت القوات السورية مواقع لفصائل مسلحة مدعومة من تركيا في ريف حلب."
    (event,) = read(text).events
    assert "TUR" not in {m.country for m in event.recipients}


def test_months_of_two_calendars_are_nobody(read: Callable[[str], Record]) -> None:
    (event,) = read("وقتل أكثر من 2800 شخص منذ 26 مارس آذار.").events
    assert [s.low for s in event.size] == [2800]


def test_a_name_in_quotation_marks_behind_its_noun_is_known(read: Callable[[str], Record]) -> None:
    (event,) = read("خطفت جماعة «بوكو حرام» أربعة مهندسين.").events
    assert [(m.country, m.sectors) for m in event.actors] == [("NGA", ("REB",))]
