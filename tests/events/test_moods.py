"""Whether an event is told as background, denied, planned or supposed: by the words before and beside it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.records import Auxiliary, Record

BACK, HYPO, NOT, TO_COME = ["historical"], ["hypothetical"], ["negation"], ["future"]

BACKGROUND = [
    ("goes on from it", "وكانت الشرطة قد داهمت المقر في يناير واعتقلت سبعة ناشطين.", "اعتقلت", BACK),
    ("behind a relative", "وكان الوسيط قد اقترح خطة رحبت بها الحكومة.", "رحبت", BACK),
    ("turns to today", "وكان الوزير قد زار المدينة في مارس لكنه أدان أمس الهجوم.", "أدان", []),
    ("said then, of the news", "وكان الشيخ قد قال إن مسلحين قصفوا السوق.", "قصفوا", []),
    ("noted", "ويذكر أن الشرطة أوقفت ثلاثة مصورين ثم أطلقت سراحهم.", "أطلقت", BACK),
    ("noted, planned", "ويذكر أن الرئيس سيزور باريس الشهر المقبل.", "سيزور", TO_COME),
    ("noted, of a plan", "ويذكر أن المجلس سيحيل المشروع، بعد أن وقع الاتفاق مع الوزارة، إلى البرلمان.", "وقع", []),
    ("a deed announced then", "وكانت القيادة قد أعلنت أمس مقتل جندي.", "مقتل", []),
    ("of that day", "واعتقلت السلطات يومها حارس المبنى.", "اعتقلت", BACK),
    ("today", "واعتقلت السلطات حارس المبنى.", "اعتقلت", []),
    ("a pluperfect of yesterday", "وكانت الشرطة قد اعتقلت أمس سبعة ناشطين.", "اعتقلت", []),
    ("a pluperfect of last week", "وكانت الشرطة قد اعتقلت الخميس سبعة ناشطين.", "اعتقلت", BACK),
    ("last month", "واعتقلت الشرطة الشهر الماضي سبعة ناشطين.", "اعتقلت", BACK),
    ("a week ago to the day", "واعتقلت الشرطة سبعة ناشطين في 30 أبريل 2019.", "اعتقلت", BACK),
    ("another's time", "وطالبت زعيمة الحزب سلمى ناصر، التي عادت من المنفى في أكتوبر الماضي، برفع الحظر.", "طالبت", []),
    ("one of the last months", "وتعرضت دوريات الأمن خلال الأشهر الأخيرة لهجمات مسلحة.", "هجمات", BACK),
    ("in the last years", "وفي السنوات القليلة الماضية قتل الجيش عشرات المهربين.", "قتل", BACK),
    ("in the last days", "واعتقلت الشرطة خلال الأيام الأخيرة سبعة ناشطين.", "اعتقلت", []),
    ("an anniversary", "وقال في كلمة بمناسبة مرور عام على احتلال المدينة من قبل التنظيم إنه سينتقم.", "احتلال", BACK),
    ("charged with", "وأوقفت الشرطة في المطار الشاب المتهم بقتل تاجر.", "قتل", BACK),
    ("arrested for", "وأوقفت الشرطة ثلاثة شبان لتورطهم في قتل تاجر.", "قتل", BACK),
    ("a deal that was made", "ومن المتوقع أن يبدأ تطبيق اتفاق فيينا الذي أبرم بين إيران والصين الشهر الماضي.", "اتفاق", BACK),
]


def mood(read: Callable[[str], Record], text: str, trigger: str) -> list[str]:
    event = next(e for e in read(text).events if e.trigger_text == trigger)
    return [str(a) for a in event.auxiliary]


@pytest.mark.parametrize(("rule", "text", "trigger", "wanted"), BACKGROUND, ids=[b[0] for b in BACKGROUND])
def test_what_is_told_as_background(
    read: Callable[[str], Record], rule: str, text: str, trigger: str, wanted: list[str]
) -> None:
    assert mood(read, text, trigger) == wanted, rule


def test_what_lies_back_has_no_day_of_the_news(read: Callable[[str], Record]) -> None:
    text = "قتل مسلحون شرطيا أمس. ويذكر أن الجيش اعتقل ثلاثة ناشطين في المدينة."
    killed, arrested = read(text).events
    assert killed.time is not None and str(killed.time.start) == "2019-05-06"
    assert arrested.time is not None and arrested.time.start is None


OTHERS = [
    ("decided by authority", "وقررت المحكمة الإفراج عن النشطاء.", "الإفراج", []),
    ("decided, with a day to come", "وقررت المحكمة الإفراج عن النشطاء غدا.", "الإفراج", TO_COME),
    ("decided by others", "وقررت النقابة تنظيم وقفة احتجاجية.", "وقفة احتجاجية", TO_COME),
    ("ordered of nobody", "وأمر المحافظ بصرف إعانة للأسرة.", "صرف", []),
    ("readiness is an offer", "وأبدى الأسقف استعداده للتوسط بين الطرفين.", "أبدى", HYPO),
    ("a denial ends", "ونفى الرئيس أن يكون الجيش قد قصف القرية، متهما المسلحين بقصفها.", "متهما", []),
    ("a denial that turns", "ونفى الحزب أن يكون قد سرب الوثائق، لكنه جدد دعوته الحكومة إلى نشرها.", "جدد", []),
    ("what is denied", "ونفى الرئيس أن يكون الجيش قد قصف القرية.", "قصف", NOT),
    ("hoped for", "وأعربت السفيرة عن أملها بصدور إدانة من مجلس الأمن.", "إدانة", HYPO),
    ("resolved on", "وأكد الوزير أن بلاده عازمة على طرد السفير.", "طرد", TO_COME),
    ("contrary to fact", "وقال القائد إنهم لو امتلكوا المدرعات لاستطاعوا تحرير المدينة.", "تحرير", HYPO),
    ("an aim", "وقال المتهم إن الهدف هو هدم المسجد.", "هدم", HYPO),
    ("expected, in quotes", "وتوقع الضابط أن «يشن التنظيم هجوما على المدينة».", "هجوما", TO_COME),
    ("expected of a donor", "وتوقعت الصحيفة أن تصرف الحكومة معونات للأسر.", "تصرف", TO_COME),
    ("feared, in quotes", "وأضاف الضابط أنه يخشى أن «يشن التنظيم هجوما على المدينة».", "هجوما", HYPO),
    ("possible", "وقال القائد إن هجوما بريا على المدينة ممكن.", "هجوما", HYPO),
    ("in their power", "وقال الضابط إنه كان بإمكان التنظيم اغتيال الوزير.", "اغتيال", HYPO),
    ("keen on it", "وأكدت الوزارة حرص الحكومة على حماية الحدود واعتقال المهربين.", "اعتقال", HYPO),
    ("a plan that was carried out", "وشارك في التخطيط لهجوم المطار الذي أسفر عن مقتل سبعة مسافرين.", "هجوم", []),
    ("a time to come behind it", "وتحدثت المصادر عن سيطرة الجيش على المدينة خلال الساعات المقبلة.", "سيطرة", TO_COME),
    ("a day to come behind it", "وأعلنت النقابة الدخول في إضراب يوم 27 مايو 2019.", "إضراب", TO_COME),
    ("will be held", "وأقر الاتحاد إضرابا عاما سيتم تنظيمه في يونيو.", "إضرابا عاما", TO_COME),
    ("comes before what is to come", "وتأتي استقالة الوزير قبل انتخابات الأسبوع المقبل.", "استقالة", []),
    ("what he means to do", "وأعلنت الوزارة عن عزمها استدعاء السفير الإسرائيلي.", "استدعاء", TO_COME),
    ("joined to what was", "وكانت السيارة متوقفة في الشارع وانفجرت صباح اليوم.", "انفجرت", []),
    ("a street of a day", "وقتل مسلحون جنديا على طريق 21 أكتوبر في المدينة.", "قتل", []),
    ("a confession", "واعترف المتهم بقتل أربعة أشخاص في القرية.", "قتل", []),
    ("plotted", "وأوقفت الشرطة ثمانية أشخاص يشتبه في أنهم كانوا يخططون لاعتداءات على السياح.", "اعتداءات", HYPO),
    ("hours after", "وهاجم مسلحون الحاجز بعد ساعات من تفجير استهدف السوق.", "هاجم", []),
    ("joined to what will be", "وسيبسط المقاتلون سيطرتهم على المنطقة ويقطعون الإمداد عن القوات الحكومية.", "يقطعون", TO_COME),
    ("held on a day to come", "وقالت مصادر إن الاجتماع الذي يعقده وزير التعليم مع مديري الإدارات بعد غد الأربعاء يأتي لمناقشة الخطة.", "الاجتماع", TO_COME),
    ("a day of the next month", "وتقيم الصين عرضا عسكريا في الثالث من يوليو.", "تقيم", TO_COME),
]


@pytest.mark.parametrize(("rule", "text", "trigger", "wanted"), OTHERS, ids=[o[0] for o in OTHERS])
def test_what_has_not_happened(
    read: Callable[[str], Record], rule: str, text: str, trigger: str, wanted: list[str]
) -> None:
    assert mood(read, text, trigger) == wanted, rule


@pytest.mark.parametrize(
    ("text", "past"),
    [
        ("قال شاهد إن مسلحين كانوا على متن سيارة أطلقوا النار على دورية.", False),
        ("قال شاهد إن مسلحين، كانوا على متن سيارة، أطلقوا النار على دورية.", False),
        ("وكان مسلحون على متن سيارة أطلقوا النار على دورية.", True),
        ("قال شاهد إن الشرطة كانت في وقت سابق اعتقلت ثلاثة أشخاص.", True),
    ],
)
def test_where_people_were_puts_nothing_back(read: Callable[[str], Record], text: str, past: bool) -> None:
    events = read(text).events
    assert [Auxiliary.HISTORICAL in e.auxiliary for e in events] == [past]
