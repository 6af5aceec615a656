"""When and where, told again, long ago: what stands round an event, in the ways newsrooms write it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.coder import Coder
from khabar.events.code import scenes_of
from khabar.events.letters import MASS, groups, letters, rarity
from khabar.pages.bare import bare_article
from khabar.records import Published, Record

DAY = Published("2019-05-07", "day", None, "2019-05-07", "given")

HISTORY = [
    ("weeks after another", "قتل جندي في القرية بعد ثلاثة أسابيع من مقتل شرطيين في المدينة.", [[], ["historical"]]),
    ("a week and more back", "اعتقلت الشرطة سبعة أشخاص في 20 أبريل 2019.", [["historical"]]),
    ("a year that opens the sentence", "وفي 2012 قتل مسلحون ستة جنود.", [["historical"]]),
    ("a date in a name", "هنأ الملك الرئيس المصري بذكرى ثورة 23 يوليو 1952.", [[]]),
    ("a law's year", "رفع المحامي قضية على الوزارة لإلغاء الأمر عدد 95 لسنة 2016.", [[]]),
]


@pytest.mark.parametrize(("rule", "text", "wanted"), HISTORY, ids=[h[0] for h in HISTORY])
def test_what_is_history(read: Callable[[str], Record], rule: str, text: str, wanted: list[list[str]]) -> None:
    assert [[str(a) for a in e.auxiliary] for e in read(text).events] == wanted, rule


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("وعد الحزب الناخبين بإجراء الانتخابات في 2021.", "2019-05-07"),
        ("طالب المجلس الحكومة بتطبيق قرار صدر في 2015.", "2019-05-07"),
        ("طالب المجلس أمس الحكومة بالإفراج عن الأسرى.", "2019-05-06"),
    ],
)
def test_what_is_said_does_not_date_the_saying(read: Callable[[str], Record], text: str, day: str) -> None:
    time = read(text).events[0].time
    assert (str(time.start) if time and time.start else None) == day


@pytest.mark.parametrize("text", ["أعلنت البعثة مقتل وإصابة 340 مدنيا.", "قتل وأصيب 340 مدنيا في التفجير."])
def test_a_number_of_dead_and_wounded_together_is_neither(read: Callable[[str], Record], text: str) -> None:
    assert [e.size for e in read(text).events] == [()]


def test_who_fell_before_the_wounded_is_counted(read: Callable[[str], Record]) -> None:
    event = read("وقال الضابط إن سبعة جنود قتلوا وأصيب خمسة آخرون في هجوم.").events[0]
    assert {(s.kind, s.low) for s in event.size} == {("dead", 7), ("injured", 5)}


def test_the_news_of_the_headline_is_no_history(coder: Coder) -> None:
    body = "داهمت الشرطة الشهر الماضي مصنعا وضبطت 27 قطعة مزورة."
    (event,) = coder.code(bare_article(body, "الشرطة تضبط 27 قطعة مزورة", DAY)).events[:1]
    assert not event.auxiliary


def test_an_age_is_no_number_of_people(read: Callable[[str], Record]) -> None:
    event = read("قتل مسلحون رجلا عمره 49 عاما في القرية.").events[0]
    assert all(s.low != 49 for s in event.size)


AGAIN = [
    ("claimed", "قتل ثلاثة جنود في هجوم على حاجز. وأعلن تنظيم القاعدة مسؤوليته عن الهجوم.", ["تنظيم القاعدة"]),
    ("condemned", "قصفت طائرات الجيش سوق المدينة. وأدانت المنظمة استهداف السوق.", ["طائرات الجيش"]),
    ("blamed on somebody", "اغتال مجهولون شيخ القبيلة. واتهمت المنظمة الجيش باغتيال الشيخ.", ["مجهولون"]),
]


@pytest.mark.parametrize(("rule", "text", "actors"), AGAIN, ids=[a[0] for a in AGAIN])
def test_a_deed_told_again_is_one(read: Callable[[str], Record], rule: str, text: str, actors: list[str]) -> None:
    deeds = [e for e in read(text).events if e.type == "ASSAULT"]
    assert [[m.text for m in e.actors] for e in deeds] == [actors], rule
    assert deeds[0].also


def test_another_deed_is_another(read: Callable[[str], Record]) -> None:
    text = "قصفت طائرات الجيش سوق المدينة. وأدانت المنظمة استهداف المستشفى."
    assert len([e for e in read(text).events if e.type == "ASSAULT"]) == 2


GRAMMAR = [
    ("a past behind 'after'", "انسحب الجيش من البلدة بعد أن استولى على دبابات.", ["الجيش"]),
    ("what came of a deed", "وقع هجوم مشابه نفذه مسلح في القرية أسفر عن مقتل امرأتين.", ["مسلح"]),
    ("part of a group", "أدانت الأمانة العامة لجامعة الدول العربية الهجوم.", ["الأمانة العامة لجامعة الدول العربية"]),
]


@pytest.mark.parametrize(("rule", "text", "actors"), GRAMMAR, ids=[g[0] for g in GRAMMAR])
def test_who_acts(read: Callable[[str], Record], rule: str, text: str, actors: list[str]) -> None:
    assert actors in [[m.text for m in e.actors] for e in read(text).events], rule


def test_where_somebody_speaks_is_no_recipient(read: Callable[[str], Record]) -> None:
    event = read("ندد خطباء المساجد بمحافظة ديالى بالتفجير.").events[0]
    assert (event.type, event.recipients) == ("ACCUSE", ())


def test_a_town_that_no_list_has_is_where_it_was(read: Callable[[str], Record]) -> None:
    place = read("اغتيل زعيم محلي أمس في حي سيبيتوكي.").events[0].place
    assert place is None or place.place.name_ar == "سيبيتوكي"


def test_letters_are_folded_and_within_words() -> None:
    assert groups("أب") == groups("اب")
    assert groups("قتل")["_قت"] == 1 and groups("قتل")["قتل_"] == 1
    assert not any("_" in g[1:-1] for g in groups("قتل جندي"))


def test_letters_weigh_alike_in_every_lone_sentence(coder: Coder) -> None:
    texts = ["قتل جندي في البلدة.", "قتل جنديان في هجوم على البلدة.", "زار الوزير البلدة."]
    rare = rarity(texts, 1, 1000)
    scenes = scenes_of(coder, coder.survey(bare_article(texts[1])))
    found = letters(scenes[0], rare)
    assert sum(v * v for v in found.values()) == pytest.approx(MASS**2)
    report = scenes_of(coder, coder.survey(bare_article("\n".join(texts * 2))))
    assert letters(report[0], rare) == {}


SIZES = [
    ("dead of a deed", "شن مسلحون هجوما على القرية أوقع ستة قتلى.", [("dead", 6)]),
    ("dead and injured", "اندلعت معارك بين الجيش والمتمردين خلفت 50 قتيلا و138 جريحا.", [("dead", 50), ("injured", 138)]),
    ("lives taken", "وقع هجوم انتحاري أودى بحياة 33 شخصا.", [("dead", 33)]),
    ("one number each", "سقط ثمانية قتلى و22 جريحا في قصف على الحي.", [("dead", 8), ("injured", 22)]),
    ("two sides", "وانتزع الجيش التلة بعد معارك أوقعت 15 قتيلا من المسلحين وثلاثة من الجنود.", [("dead", 18)]),
    ("ranks", "أسفرت الاشتباكات عن سقوط سبعة قتلى في صفوف الجيش وأربعة من المسلحين.", [("dead", 11)]),
    ("a leader and his men", "قتل قائد الفوج وثلاثة من أفراد حمايته في كمين قرب الموصل.", [("dead", 4)]),
    ("most of them", "أعلنت الشرطة اعتقال معظمهم في المدينة.", []),
    ("nobody", "شنت الطائرات غارة قتلت 13 مقاتلا، قائلة إن التقييم يشير إلى عدم إصابة أي مدني.", [("dead", 13)]),
    ("a civilian", "أدى القصف إلى مقتل مدني.", [("dead", 1)]),
    ("a pair by its verb", "خطف مسلحون مهندسين إيطاليين يعملان في شركة للطرق.", [("abducted", 2)]),
    ("both of them", "وكان المسلحون اختطفوهما في مايو من عيادة.", [("abducted", 2)]),
    ("weights", "ضبطت الشرطة 230 كيلوغراما من المخدرات.", []),
    ("a side named", "شهدت البلدة معارك سقط فيها 17 من المسلحين الحوثيين وجندي واحد.", [("dead", 18)]),
    ("a gang", "فكك الأمن خلية إرهابية تتكون من خمسة عناصر.", [("arrested", 5)]),
    ("fell first", "قالت الوزارة إن 43 شخصا قتلوا وأصيب 173 في القصف.", [("dead", 43), ("injured", 173)]),
    ("nobody else", "أدى التفجير إلى مقتله وجرح ثلاثة جنود.", [("injured", 3)]),
    ("many, and how many", "قتل عشرات الأشخاص في هجوم على السوق. وقال الوزير إن الهجوم أوقع 61 قتيلا.", [("dead", 61)]),
    ("a toll alone", "قتل 12 شخصا في الهجوم. ثم ارتفعت الحصيلة إلى 15.", [("dead", 15)]),
    ("a toll of both", "هاجم مسلحون فندقا. وبلغ عدد القتلى 21 والمصابين 40.", [("dead", 21), ("injured", 40)]),
    ("a pair", "اعتقلت الشرطة شابين في القرية.", [("arrested", 2)]),
    ("protesters", "تظاهر نحو ستة آلاف شخص في المدينة.", [("participants", 6000)]),
]


@pytest.mark.parametrize(("rule", "text", "wanted"), SIZES, ids=[s[0] for s in SIZES])
def test_numbers(read: Callable[[str], Record], rule: str, text: str, wanted: list[tuple[str, int]]) -> None:
    assert [sorted((s.kind, s.low) for s in e.size) for e in read(text).events] == [wanted], rule


COUNTED = [
    ("so long after it", "جاء الإنذار بعد عشرة أيام من هجوم على المدينة.", "2019-04-27"),
    ("on its morrow", "أغلقت السلطات المعبر غداة تفجير سوق في المدينة.", "2019-05-06"),
    ("from what the sentence tells", "رحلت السلطات أمس عشرين مهاجرا بعد ثلاثة أيام من اقتحام السياج.", "2019-05-03"),
    ("on the morrow of one told", "أمر الرئيس الأحد بتحقيق، وذلك غداة تظاهر الآلاف في الساحة.", "2019-05-04"),
    ("taken so long before", "أمر الرئيس أمس قواته بالانسحاب من البلدة التي احتلتها قبل عشرة أيام.", "2019-04-26"),
    ("before, and where", "اعتقلت الشرطة قبل يومين على الحدود ثلاثة مهربين.", "2019-05-05"),
]


@pytest.mark.parametrize(("rule", "text", "day"), COUNTED, ids=[c[0] for c in COUNTED])
def test_days_counted_back(read: Callable[[str], Record], rule: str, text: str, day: str) -> None:
    assert day in [str(e.time.start) for e in read(text).events if e.time is not None], rule


def test_what_goes_on_does_so_up_to_the_report(read: Callable[[str], Record]) -> None:
    time = read("يتظاهر آلاف العمال منذ الأحد في المدينة.").events[0].time
    assert time is not None and (str(time.start), str(time.end)) == ("2019-05-05", "2019-05-07")


PLACES = [
    ("a town no preposition governs", "شل إضراب عام مدينة قفصة.", "قفصة"),
    ("a name no table has", "قتل جنديان بانفجار لغم قرب نيرمولي.", "نيرمولي"),
    ("the town taken up", "شهدت سبها اشتباكات. وأطلق مسلحون النار على سوق شرق المدينة.", "سبها"),
    ("the seat of who acts", "التقى والي قفصة ممثلين عن المعتصمين.", "قفصة"),
    ("a whole country is no place to go on", "وصل الوفد من مالي. وألقى مجهولون قنبلة في سبها.", "سبها"),
]


@pytest.mark.parametrize(("rule", "text", "place"), PLACES, ids=[p[0] for p in PLACES])
def test_where(read: Callable[[str], Record], rule: str, text: str, place: str) -> None:
    found = read(text).events[-1].place
    assert found is not None and place in (found.place.name_ar, found.text), rule


DAYS = [
    ("weeks back are counted from the day", "خطف مسلحون سائقا قبل ثلاثة أسابيع.", ("2019-04-16", "2019-04-16")),
    ("the last days end before the report", "أغارت طائرات على البلدة خلال اليومين الماضيين.", ("2019-05-05", "2019-05-06")),
    ("two days joined", "قتل ستة أشخاص في اشتباكات يومي السبت والأحد.", ("2019-05-04", "2019-05-05")),
    ("behind a noun", "احتجت الوزارة أمس على اجتماع عقده الوفد في أبريل الماضي.", ("2019-04-01", "2019-04-30")),
    ("so long before the news", "وقبل ذلك بيومين أطلقت الفصائل سراح 13 جنديا.", ("2019-05-05", "2019-05-05")),
    ("on the eve", "وعشية التحرك اجتمع وفد النقابة بالوزير.", ("2019-05-06", "2019-05-06")),
    ("tied by when", "وفي 2 مايو حين أوقفت الشرطة 30 متظاهرا أغلقت الأسواق.", ("2019-05-02", "2019-05-02")),
    ("the day of what was decided", "عاد الوفد أمس إلى المعبر بعد أن أغلقت الشرطة الطريق التي قطعها محتجون في 22 أبريل.", ("2019-05-06", "2019-05-06")),
    ("the clash and not its telling", "قتل سبعة في مواجهات اندلعت ليل السبت، على ما أفاد مصدر محلي الاثنين.", ("2019-05-04", "2019-05-04")),
    ("the day of the lead", "انتهت مساء أمس مباراة في الملعب. وأوقفت الشرطة 12 مشجعا.", ("2019-05-06", "2019-05-06")),
    ("what lies back", "وكانت المنظمة قد دعت الأطراف الشهر الماضي إلى وقف القصف.", ("2019-04-01", "2019-04-30")),
    ("a month of all that lay back", "وكانت الوزارة اعترضت في يوليو 2014 على البيع وطلبت وقف التصدير.", ("2014-07-01", "2014-07-31")),
    ("a year and a noun", "وكانت الحكومتان قد وقعتا في 2012 اتفاقا لإدارة الهجرة.", ("2012-01-01", "2012-12-31")),
    ("a time told before", "انتخب الرجل عام 1988. واعتذر يومها للناخبين عن حملته.", ("1988-01-01", "1988-12-31")),
    ("what is to come", "وأعلن الوزير أنه سيزور تونس منتصف الشهر على رأس وفد.", ("2019-05-11", "2019-05-20")),
    ("up to what is to come", "وأعلن أن الرئيس سيزور تونس قبل نهاية الشهر.", ("2019-05-07", "2019-05-31")),
    ("a promise was made", "وعد الوالي المعتصمين بتشغيل مئتي شخص قبل نهاية العام.", ("2019-05-07", "2019-05-07")),
]


@pytest.mark.parametrize(("rule", "text", "days"), DAYS, ids=[d[0] for d in DAYS])
def test_when(read: Callable[[str], Record], rule: str, text: str, days: tuple[str, str]) -> None:
    found = [(str(e.time.start), str(e.time.end)) for e in read(text).events if e.time]
    assert days in found, rule


SIZES = [
    ("what a deed cost", "نددت الحكومة بهجوم شنه مسلحون على كركوك أوقع خمسة قتلى.", ("dead", 5, 5)),
    ("lives taken", "أغلق المعبر غداة تفجير سوق في كركوك أودى ب88 من الزوار.", ("dead", 88, 88)),
    ("a toll no verb tells", "هاجم مسلحون فندقا. وقال الوزير إن حصيلة الهجوم 21 قتيلا.", ("dead", 21, 21)),
    ("the toll of a protest", "تظاهر الآلاف في البصرة. وبلغت حصيلة الاحتجاجات 12 قتيلا.", ("dead", 12, 12)),
    ("others", "قتل 14 شخصا وأصيب أكثر من 30 آخرين في اشتباكات.", ("injured", 30, None)),
    ("the whole and its part", "أعلن القائد أن ثمانية جنود بينهم ثلاثة أجانب قتلوا في كمين.", ("dead", 8, 8)),
    ("seized", "شهدت المنطقة اختطاف 11 معلما.", ("abducted", 11, 11)),
    ("one man", "قال مصدر طبي إن رجلا أصيب بالرصاص في ركبته.", ("injured", 1, 1)),
]


@pytest.mark.parametrize(("rule", "text", "size"), SIZES, ids=[s[0] for s in SIZES])
def test_how_many(read: Callable[[str], Record], rule: str, text: str, size: tuple[str, int, int | None]) -> None:
    assert size in [(s.kind, s.low, s.high) for e in read(text).events for s in e.size], rule


def test_a_brief_is_no_report_of_little(read: Callable[[str], Record]) -> None:
    brief = "أصيب سبعة أشخاص في مظاهرة أمام المجلس. وقال شاهد إن الطرق مغلقة. وأضاف أن السكان خائفون."
    kinds = {e.type: e.confidence for e in read(brief).events}
    assert kinds["ASSAULT"] > 0.3 < kinds["PROTEST"]
