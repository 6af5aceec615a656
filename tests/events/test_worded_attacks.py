"""Plain wordings of attacks, abductions and battles: who did what to whom, in sentences of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.records import Event, Record
from tellings import told


def _force(record: Record) -> Event:
    return next(e for e in record.events if e.type == "ASSAULT")


BOTH = [
    ("one man behind a day", "وفي عام 2012 قتل مسلح ستة معلمين في مدرسة بالمدينة.", ["مسلح"], ["ستة معلمين"]),
    ("one man behind a link", "عندما قتل مسلح 32 شخصا في جامعة المدينة.", ["مسلح"], ["32 شخصا"]),
    ("one man whom nobody knows", "وفي حادث آخر قتل مسلح مجهول ثلاثة جنود.", ["مسلح مجهول"], ["ثلاثة جنود"]),
    ("one man known by nothing else", "وفي حادث آخر قتل مجهول ثلاثة حراس.", ["مجهول"], ["ثلاثة حراس"]),
    ("a gunman who was killed", "وفي حادث آخر قتل مسلح برصاص الشرطة.", ["الشرطة"], ["مسلح"]),
    ("a gunman who was hurt", "كما أصيب مسلح خلال الهجوم.", [], ["مسلح"]),
    ("a gunman and a guard", "ثم هاجم مسلح الحارس وفر.", ["مسلح"], ["الحارس"]),
    ("whose house a gunman entered", "وفي القرية اقتحم مسلح منزل العائلة وقتل الأب.", ["مسلح"], ["العائلة"]),
    ("a man of a certain age", "قتل شاب عشريني وشقيقه برصاص مجهولين.", ["مجهولين"], ["شاب عشريني", "شقيقه"]),
    ("an armed attack", "قتل ستة جنود في هجوم مسلح على حاجز.", [], ["ستة جنود"]),
    (
        "one of these and one of those",
        "وقتل أحد الخاطفين وأحد ضباط الشرطة في الهجوم.",
        [],
        ["أحد الخاطفين", "أحد ضباط الشرطة"],
    ),
    (
        "one of each whom gunmen took",
        "اختطف مسلحون أحد الأطباء وأحد الممرضين في المدينة.",
        ["مسلحون"],
        ["أحد الأطباء", "أحد الممرضين"],
    ),
    ("one soldier only", "خطف جندي واحد في الهجوم.", [], ["جندي واحد"]),
    (
        "a civilian as the topic",
        "وقال المرصد إن مدنيا قتل مع إصابة أربعة آخرين في انفجار لغم بمنطقة الوادي.",
        [],
        ["مدنيا"],
    ),
    ("a soldier as the topic", "وقالت الوكالة ان عسكريا قتل واصيب خمسة في انفجار.", [], ["عسكريا"]),
    (
        "of which university they are",
        "أعلن المتحدث اختطاف عشرة باحثين من جامعة النيل شرق البلاد على أيدي مسلحين.",
        ["مسلحين"],
        ["عشرة باحثين من جامعة النيل"],
    ),
    ("how many a family has", "جاء ذلك بعد يوم من خطف أسرة مكونة من سبعة أفراد.", [], ["أسرة مكونة من سبعة أفراد"]),
    (
        "who tells of the dead",
        "وذكر الدفاع المدني أن فرقه وصلت. كما قتل مدنيين اثنين وأصيب ستة آخرون في غارة جوية.",
        [],
        ["مدنيين اثنين"],
    ),
    (
        "who was shelled told by a reporter",
        "وقال مراسلنا إن الجيش قصف البلدة وقتل خمسة مدنيين.",
        ["الجيش"],
        ["خمسة مدنيين"],
    ),
]


@pytest.mark.parametrize(("text", "actors", "recipients"), [t[1:] for t in BOTH], ids=[t[0] for t in BOTH])
def test_who_did_it_to_whom(
    read_report: Callable[[str], Record], text: str, actors: list[str], recipients: list[str]
) -> None:
    assert told(_force(read_report(text))) == ("ASSAULT", actors, recipients)


NEXT = [
    (
        "what those taken do is no deed",
        "اختطف مسلحون ثلاثة عمال يعملون في مشروع للطاقة وقتلوا حارسين.",
        ["مسلحون"],
        ["حارسين"],
    ),
    (
        "where those taken were",
        "خطف مسلحون أربعة عمال كانوا في الطريق إلى المدينة وقتلوا سائقهم.",
        ["مسلحون"],
        ["سائقهم"],
    ),
    ("what those taken guard", "أسر المتمردون خمسة جنود يحرسون الجسر وأعدموا قائدهم.", ["المتمردون"], ["قائدهم"]),
    ("what those told of had done", "هاجم الجيش مسلحين كانوا قد خطفوا عمالا وقتلوا حارسا.", ["مسلحين"], ["حارسا"]),
    ("who holds a town", "قال إن المسلحين الذين يسيطرون على البلدة خطفوا عمالا وقتلوا سائقا.", ["المسلحين"], ["سائقا"]),
]


@pytest.mark.parametrize(("text", "actors", "recipients"), [t[1:] for t in NEXT], ids=[t[0] for t in NEXT])
def test_who_did_the_next_thing(
    read_report: Callable[[str], Record], text: str, actors: list[str], recipients: list[str]
) -> None:
    last = [e for e in read_report(text).events if e.type == "ASSAULT"][-1]
    assert told(last) == ("ASSAULT", actors, recipients)


@pytest.mark.parametrize(
    ("text", "kind", "number"),
    [
        ("وقتل أحد الخاطفين وأحد ضباط الشرطة في الهجوم.", "dead", 2),
        ("قتلت عائلة مؤلفة من خمسة أشخاص في غارة على البلدة.", "dead", 5),
        ("خطف مسلحون أسرة فرنسية مكونة من سبعة أفراد على الحدود.", "abducted", 7),
    ],
)
def test_how_many(read_report: Callable[[str], Record], text: str, kind: str, number: int) -> None:
    assert [(s.kind, s.low) for s in _force(read_report(text)).size] == [(kind, number)]


OTHERS = [
    ("one dead, another hurt", "مقتل جندي وإصابة آخر في هجوم على حاجز.", {("dead", 1), ("injured", 1)}),
    ("what came of it", "أسفر الهجوم عن مقتل جندي وإصابة آخر بجروح.", {("dead", 1), ("injured", 1)}),
    ("one woman, another hurt", "أعلنت الشرطة مقتل امرأة وإصابة أخرى في إطلاق نار.", {("dead", 1), ("injured", 1)}),
    (
        "two dead, another hurt",
        "أعلن الدفاع المدني عن مقتل شخصين وإصابة آخر في الغارة، ظهر اليوم.",
        {("dead", 2), ("injured", 1)},
    ),
    ("wounded by another word", "مقتل ضابط وجرح آخر في تفجير سيارة مفخخة.", {("dead", 1), ("injured", 1)}),
]


@pytest.mark.parametrize(("text", "sizes"), [t[1:] for t in OTHERS], ids=[t[0] for t in OTHERS])
def test_another_who_was_hurt_is_of_the_same_attack(
    read_report: Callable[[str], Record], text: str, sizes: set[tuple[str, int]]
) -> None:
    found = [e for e in read_report(text).events if e.type == "ASSAULT"]
    assert [{(s.kind, s.low) for s in e.size} for e in found] == [sizes]


HIT = [
    ("his father", "قتل طفل وأصيب والده في قصف على القرية.", [], ["طفل", "والده"]),
    ("her granddaughter", "قتلت سيدة وأصيبت حفيدتها في غارة على المنزل.", [], ["سيدة", "حفيدتها"]),
    ("his comrade, told first", "أصيب جندي وقتل زميله في الانفجار.", [], ["جندي", "زميله"]),
    ("what a drone was aimed at", "قتل ثلاثة أشخاص جراء استهداف مسيرة منزلا في القرية.", [], ["ثلاثة أشخاص"]),
    (
        "what a raid was aimed at",
        "قتل شخصان في استهداف غارة إسرائيلية سيارة على مدخل البلدة.",
        ["إسرائيلية"],
        ["شخصان"],
    ),
    (
        "what a raid by a drone was aimed at",
        "قتل شخصان من جراء استهداف غارة إسرائيلية بطائرة مسيرة سيارة على مدخل البلدة.",
        ["إسرائيلية"],
        ["شخصان"],
    ),
    ("what guns were aimed at", "أصيب ثلاثة مدنيين في قصف المدفعية حيا سكنيا.", [], ["ثلاثة مدنيين"]),
    ("whom gunmen killed in an attack", "قتل مسلحون في هجوم الأحد جنديا وشرطيا.", ["مسلحون"], ["جنديا", "شرطيا"]),
    ("a worker who met his death", "لقي عامل مصرعه، وأصيب ثلاثة في انفجار قنبلة.", [], ["عامل"]),
    ("a student who met her death", "لقيت طالبة مصرعها في إطلاق نار بإحدى المدارس.", [], ["طالبة"]),
    ("a farmer and a student", "استشهد مزارع وأصيب طالب برصاص الاحتلال.", ["الاحتلال"], ["مزارع", "طالب"]),
]


@pytest.mark.parametrize(("text", "actors", "recipients"), [t[1:] for t in HIT], ids=[t[0] for t in HIT])
def test_who_was_hit(read_report: Callable[[str], Record], text: str, actors: list[str], recipients: list[str]) -> None:
    assert told(_force(read_report(text))) == ("ASSAULT", actors, recipients)


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("طرد المتمردون مسلحي التنظيم من بلدة استراتيجية شمال حلب.", "حلب"),
        ("سيطر الجيش على قرية استراتيجية قرب حماة.", "حماة"),
    ],
)
def test_an_adjective_is_no_town(read_report: Callable[[str], Record], text: str, town: str) -> None:
    assert [e.place.place.name_ar for e in read_report(text).events if e.place is not None] == [town]


def test_one_more_town_is_no_name(read_report: Callable[[str], Record]) -> None:
    assert _force(read_report("قتل خمسة في قصف على قرية وبلدتين جنوب المدينة.")).place is None


DOWN = [
    (
        "who launched what was brought down",
        "أعلن الجيش إسقاط طائرات أطلقتها الجماعة نحو البلدة.",
        ["الجيش"],
        ["الجماعة"],
    ),
    ("two of them", "أسقطت الدفاعات الجوية صاروخين أطلقتهما الجماعة على العاصمة.", ["الدفاعات الجوية"], ["الجماعة"]),
    (
        "what kind it was",
        "اعترض التحالف صاروخا باليستيا أطلقته الميليشيا باتجاه المدينة ودمره.",
        ["التحالف"],
        ["الميليشيا"],
    ),
    ("drones destroyed", "أعلن التحالف اعتراض وتدمير طائرة مفخخة أطلقتها الميليشيا.", ["التحالف"], ["الميليشيا"]),
    ("two of a country", "أسقط الجيش طائرتين أمريكيتين فوق البحر.", ["الجيش"], ["طائرتين أمريكيتين"]),
    (
        "destroyed in the air",
        "دمرت الدفاعات الجوية 21 طائرة مسيرة فوق مقاطعة تولا.",
        ["الدفاعات الجوية"],
        ["21 طائرة مسيرة"],
    ),
]


@pytest.mark.parametrize(("text", "actors", "recipients"), [t[1:] for t in DOWN], ids=[t[0] for t in DOWN])
def test_what_was_brought_down(
    read_report: Callable[[str], Record], text: str, actors: list[str], recipients: list[str]
) -> None:
    assert told(_force(read_report(text))) == ("ASSAULT", actors, recipients)


def test_a_house_that_was_fired_from_was_not_launched(read_report: Callable[[str], Record]) -> None:
    record = read_report("دمرت القوات منزلا أطلق منه المسلحون النار.")
    assert "المسلحون" not in [m.text for m in _force(record).recipients]
