"""Plain wordings of short reports: who did what to whom, in sentences of our own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from khabar.records import Auxiliary, Event, Record
from tellings import told


def _force(record: Record) -> Event:
    return next(e for e in record.events if e.type == "ASSAULT")


SUFFERED = [
    ("two raids, both words in the dual", "قال نشطاء إن عشرة مدنيين قتلوا في غارتين جويتين بسوريا شنهما التحالف.",
     ["التحالف"], ["عشرة مدنيين"]),
    ("two raids told by a pronoun", "قتل عشرة مدنيين في غارتين شنهما الجيش على المدينة.", ["الجيش"], ["عشرة مدنيين"]),
    ("the building an attack is known by", "أسفر هجوم مسجد النور في المدينة عن مقتل عشرين شخصا.", [], ["عشرين شخصا"]),
    ("people in number behind where", "أسفر الهجوم عن مقتل ضابط في المدينة و3 أشخاص آخرين.", [],
     ["ضابط", "3 أشخاص آخرين"]),
    ("what a bomb was like", "قال المصدر إن عبوة كانت مزروعة على الطريق انفجرت، مستهدفة دورية للشرطة.", [],
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


WHO = [
    ("a verbal noun of doing", "وأفاد ناشطون بتنفيذ النظام عشرات الغارات الجوية على بلدات الغوطة.", ["النظام"]),
    ("whose raid it is", "نددت دمشق بغارة للاحتلال على مواقع قرب حمص.", ["للاحتلال"]),
    ("those who launched what was brought down", "أعلن الجيش إسقاط طائرات أطلقتها الجماعة نحو البلدة.", ["الجيش"]),
]


@pytest.mark.parametrize(("text", "actors"), [t[1:] for t in WHO], ids=[t[0] for t in WHO])
def test_who_strikes(read_report: Callable[[str], Record], text: str, actors: list[str]) -> None:
    assert told(_force(read_report(text)))[1] == actors


WHEN = [
    ("since which it is the first", "قتل ثلاثة جنود في أول هجوم منذ اتفاق 10 أكتوبر الماضي.", None),
    ("since which a side rules", "شن الطيران غارات على العاصمة الواقعة تحت سيطرة الجماعة منذ سبتمبر 2014.", None),
    ("after which a country was alone",
     "قال النائب إن البلاد باتت في عزلة بعد 25 يوليو الماضي، وشهدت الساحة اشتباكات بين الأمن والمحتجين.", None),
    ("since which it went on", "أعلن الجيش مقتل 12 مسلحا في عمليات نفذها منذ مطلع الشهر الحالي.", date(2021, 11, 1)),
]


@pytest.mark.parametrize(("text", "day"), [t[1:] for t in WHEN], ids=[t[0] for t in WHEN])
def test_since_dates_only_what_went_on(
    read_report: Callable[[str], Record], text: str, day: date | None
) -> None:
    assert _force(read_report(text)).time.start == (day or date(2021, 11, 14))


BOTH = [
    ("a thing behind a comma", "فقد هدمت قوات الأمن، مخبزا في الحي، شمال المدينة.", "ASSAULT", ["قوات الأمن"], []),
    ("a dual behind commas", "هدمت قوات الاحتلال، اليوم الثلاثاء، منزلين في البلدة.", "ASSAULT", ["قوات الاحتلال"], ["منزلين"]),
    ("of which people", "هاجم مستوطنون متطرفون يهود منازل في البلدة.", "ASSAULT", ["مستوطنون متطرفون يهود"], ["منازل"]),
    ("of which people, and their object", "خطف مسلحون أجانب عاملا.", "ASSAULT", ["مسلحون أجانب"], ["عاملا"]),
    ("pilgrims of a faith", "استهدف التفجير زوارا شيعة.", "ASSAULT", [], ["زوارا شيعة"]),
]


@pytest.mark.parametrize(("text", "kind", "actors", "recipients"), [t[1:] for t in BOTH], ids=[t[0] for t in BOTH])
def test_who_and_whom(
    read_report: Callable[[str], Record], text: str, kind: str, actors: list[str], recipients: list[str]
) -> None:
    assert told(next(e for e in read_report(text).events if e.type == kind)) == (kind, actors, recipients)


NOTHING = [
    ("what forces are to do", "أرسل الجيش قوات لمحاصرة الخاطفين وإجبارهم على التفاوض.", "COERCE"),
    ("what people are taken away for", "نقل الرهائن إلى منشأة عسكرية لإجراء تقييم طبي واستجوابهم.", "ACCUSE"),
    ("what workers work in", "أنقذ الجيش خمسة من عمال الاتصالات خطفهم متشددون.", "CONSULT"),
]


@pytest.mark.parametrize(("text", "kind"), [t[1:] for t in NOTHING], ids=[t[0] for t in NOTHING])
def test_what_is_none(read_report: Callable[[str], Record], text: str, kind: str) -> None:
    assert kind not in {e.type for e in read_report(text).events}


def test_one_dead_and_two_hurt_are_counted_apart(read_report: Callable[[str], Record]) -> None:
    fought = _force(read_report("أسفرت الاشتباكات عن سقوط قتيل وجريحين."))
    assert {(s.kind, s.low) for s in fought.size} == {("dead", 1), ("injured", 2)}


def test_towns_are_not_arrested(read_report: Callable[[str], Record]) -> None:
    arrests = next(e for e in read_report("شنت القوات حملة اعتقالات واسعة في عدد من مدن الضفة.").events)
    assert (arrests.type, arrests.recipients) == ("COERCE", ())


def test_owners_are_named_without_what_describes_their_houses(read_report: Callable[[str], Record]) -> None:
    attack = _force(read_report("هاجمت مجموعة من المستوطنين منازل الفلسطينيين الواقعة غرب البلدة."))
    assert [m.text for m in attack.recipients] == ["الفلسطينيين"]


APART = "أنقذ الجيش خمسة عمال خطفهم متشددون الشهر الماضي في سلسلة من العمليات قتل فيها جنديان."


def test_those_who_fell_in_a_rescue_were_not_abducted(read_report: Callable[[str], Record]) -> None:
    found = [e for e in read_report(APART).events if e.type == "ASSAULT"]
    assert [told(e)[2] for e in found] == [["خمسة عمال"], ["جنديان"]]


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("شن الجيش هجوما قتل فيه ثلاثة مسلحين.", ["ثلاثة مسلحين"]),
        ("تعرضت القرية لغارة أصيب خلالها طفلان.", ["طفلان"]),
        ("هاجم مجهولون مركبة المواطن سالم الحربي.", ["المواطن سالم الحربي"]),
    ],
)
def test_verbs_by_the_pronoun_behind_them(
    read_report: Callable[[str], Record], text: str, victims: list[str]
) -> None:
    assert victims == [m.text for m in _force(read_report(text)).recipients if m.text in victims]


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        ("ضبطت دوريات حرس الحدود بمنطقة الجبل، كميات من الأسلحة كانت في طريقها للمدينة.", "COERCE", ["دوريات حرس الحدود"]),
        ("أصيب رجل في انفجار كان يستهدفه.", "ASSAULT", []),
        ("اعاد المسلحون الاستيلاء على القرية بزعم انهم قتلوا أكثر من 32 جنديا.", "ASSAULT", ["المسلحون"]),
    ],
)
def test_who_does_it(read_report: Callable[[str], Record], text: str, kind: str, actors: list[str]) -> None:
    found = [e for e in read_report(text).events if e.type == kind]
    assert [[m.text for m in e.actors] for e in found] == [actors]


def test_statistics_are_no_troops(read_report: Callable[[str], Record]) -> None:
    assert read_report("نشر المتحدث العسكري محصلة جهود قوات حرس الحدود.").events == ()


def test_what_is_set_beside_another_attack_is_one_of_its_own(read_report: Callable[[str], Record]) -> None:
    text = "قتلت القوات 12 من مسلحي الحركة في الوقت الذي قتل فيه ثمانية جنود."
    assert [told(e)[2] for e in read_report(text).events] == [["12 من مسلحي الحركة"], ["ثمانية جنود"]]


AID = [
    ("delivered", "تمكن برنامج الغذاء من إيصال مساعدات إنسانية إلى المتضررين من الحرب في المدينة.", []),
    ("come from somewhere", "أعلن البرنامج عن دخول أول قافلة مساعدات قادمة من الأردن إلى المدينة.", []),
]


@pytest.mark.parametrize(("text", "moods"), [t[1:] for t in AID], ids=[t[0] for t in AID])
def test_aid_that_came(read_report: Callable[[str], Record], text: str, moods: list[Auxiliary]) -> None:
    assert [(e.type, [*e.auxiliary]) for e in read_report(text).events] == [("AID", moods)]


def test_a_number_alone_counts_those_taken_up(read_report: Callable[[str], Record]) -> None:
    arrest = read_report("تم اعتقال ثمانية منهم.").events[0]
    assert [(s.kind, s.low) for s in arrest.size] == [("arrested", 8)]


def test_armour_and_the_town_it_took(read_report: Callable[[str], Record]) -> None:
    assert told(_force(read_report("أفاد الأهالي باجتياح قوات الجيش البلدة فجرا.")))[1] == ["قوات الجيش"]


def test_an_attack_after_another_is_not_that_one(read_report: Callable[[str], Record]) -> None:
    text = "تعرضت دورية لهجوم قرب المدينة. ويأتي هذا الهجوم بعد هجوم نسب لمسلحين في بينينا قال الجيش إنه صده."
    assert len([e for e in read_report(text).events if e.type == "ASSAULT"]) == 2


def test_a_decree_does_nothing_itself(read_report: Callable[[str], Record]) -> None:
    found = read_report("أصدر الرئيس قرارات أقال بموجبها وزيرين من منصبيهما وعيّن آخرين مكانهما.").events
    assert told(found[0]) == ("SANCTION", ["الرئيس"], ["وزيرين"])


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        ("قتل خمسة جنود في هجوم على حاجز، ووفقا لشهود فإن المهاجمين فروا.", None),
        ("قتل خمسة جنود في هجوم على حاجز، بحسب مصدر أمني.", "مصدر أمني"),
    ],
)
def test_a_source_that_turns_to_what_follows(
    read_report: Callable[[str], Record], text: str, teller: str | None
) -> None:
    record = read_report(text)
    told_by = {a.id: a for a in record.sources}[_force(record).sources[0]].chain[0].mention
    assert (told_by.text if told_by is not None else None) == teller


@pytest.mark.parametrize(
    "text",
    ["توفي جندي متأثرا بجروح أصيب بها في الهجوم.", "توفي جندي متأثرا بجراحه التي أصيب بها في الهجوم."],
)
def test_the_wounds_he_died_of(read_report: Callable[[str], Record], text: str) -> None:
    death = _force(read_report(text))
    assert (told(death), [(s.kind, s.low) for s in death.size]) == (("ASSAULT", [], ["جندي"]), [("dead", 1)])


def test_a_court_does_not_perish(read_report: Callable[[str], Record]) -> None:
    text = "قضت محكمة أمن الدولة في عمان بإعدام خمسة متهمين في قضية تفجير إربد."
    found = read_report(text).events
    assert told(found[0]) == ("SANCTION", ["محكمة أمن الدولة"], ["خمسة متهمين"])
    assert not any(e.size for e in found)


@pytest.mark.parametrize(
    "text", ["نجا وزير الداخلية من محاولة اغتيال قرب منزله.", "أحبطت الشرطة محاولة لاغتيال وزير الداخلية."]
)
def test_nobody_died_of_what_was_tried(read_report: Callable[[str], Record], text: str) -> None:
    attempt = _force(read_report(text))
    assert (told(attempt)[2], attempt.size) == (["وزير الداخلية"], ())


def test_what_a_party_refuses_is_no_word_for_it(read_report: Callable[[str], Record]) -> None:
    found = read_report("رفض حزب الأمة المشاركة في الحوار الذي دعا إليه الرئيس.").events
    assert told(found[0])[:2] == ("REJECT", ["حزب الأمة"])


def test_young_men_and_at_whom_they_throw(read_report: Callable[[str], Record]) -> None:
    found = read_report("رشق شبان الجنود بالحجارة.").events
    assert told(found[0]) == ("PROTEST", ["شبان"], ["الجنود"])


def test_who_stands_by_those_who_break_in_is_not_hit(read_report: Callable[[str], Record]) -> None:
    text = "اقتحم عشرات المستوطنين باحات المسجد الأقصى بحماية شرطة الاحتلال."
    assert all("شرطة" not in m.text for e in read_report(text).events for m in e.recipients)


@pytest.mark.parametrize(
    "text",
    [
        "وقال المصدران اللذان طلبا عدم الكشف عن هويتيهما إن الطرق مغلقة.",
        "ولم ترد وزارة الداخلية على طلب من رويترز للتعليق.",
        "ولم تستجب الشركة لطلب من الوكالة للتعليق.",
    ],
)
def test_what_reporters_and_their_sources_ask_for(read_report: Callable[[str], Record], text: str) -> None:
    assert not [e for e in read_report(text).events if e.type == "REQUEST"]
