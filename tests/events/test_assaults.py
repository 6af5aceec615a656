"""Events of force, as real news words them: how many there are, by whom, on whom, and what only sounds like one."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.records import Event, Record


def told(event: Event) -> str:
    """An event as `modes | actors | recipients`."""
    people = (" + ".join(m.text for m in side) for side in (event.actors, event.recipients))
    return " | ".join(("/".join(event.modes), *people))


ASSAULTS = [
    ("a side behind what belongs to the first",
     "قتل سبعة أشخاص في صدامات وقعت بين متظاهرين موالين للحزب وقوات الأمن.",
     [" | متظاهرين موالين للحزب + قوات الأمن | "]),
    ("a side behind a quotation", "اندلعت اشتباكات بين «كتيبة الفجر» ومقاتلين من فصائل محلية.",
     [" | كتيبة الفجر + مقاتلين من فصائل محلية | "]),
    ("and before a quotation", "اندلعت اشتباكات بين مقاتلي «كتيبة الفجر» من جهة و«لواء النصر» من جهة أخرى.",
     [" | مقاتلي «كتيبة الفجر» + لواء النصر | "]),
    ("fire exchanged is one event", "ضبطت الشرطة شاحنة أسلحة بعد تبادل لإطلاق النار مع المهربين.",
     ["firearms | الشرطة + المهربين | "]),
    ("a brother", "أدى الهجوم إلى قتل أخيه وابن عمه.", [" |  | أخيه + ابن عمه"]),
    ("a man and his brother", "قتل رجل أخاه وابن عمه في عسير أمس.", [" | رجل | أخاه + ابن عمه"]),
    ("a man and his wife", "طعن رجل زوجته في جدة أمس.", ["primitive | رجل | زوجته"]),
    ("a young man in a headline", "شاب يطعن والدته", ["primitive | شاب | والدته"]),
    ("who does what a noun names", "أكد الضابط قيام أحد أفراد التنظيم بإطلاق النار على أحد رجال الأمن.",
     ["firearms | أحد أفراد التنظيم | أحد رجال الأمن"]),
    ("who goes so far", "أعلنت الوزارة عن إقدام الجبهة على خطف ثمانية عناصر.", ["abduct | الجبهة | ثمانية عناصر"]),
    ("how those were killed who died", "توفي ثلاثة أشخاص في إطلاق نار في عسير مساء أمس.",
     ["firearms |  | ثلاثة أشخاص"]),
    ("a number of hands", "أكد الضابط أن سبعة أشخاص قتلوا على يد 3 مهاجمين.", [" | 3 مهاجمين | سبعة أشخاص"]),
    ("those accused", "بدأت محاكمة المتهمين بتفجير موكب الوزير.", ["explosives | المتهمين | موكب الوزير"]),
    ("an object behind a comma", "قصفت الميليشيا في محافظة تعز، موقعا للجيش.", ["heavy-weapons | الميليشيا | للجيش"]),
    ("how they died", "نددت الحكومة بمقتل جندي بإطلاق نار من قبل متطرفين.", ["firearms | متطرفين | جندي"]),
    ("a fight goes on elsewhere", "فيما تتواصل المواجهات بين الجيش والمتمردين، قتل ثلاثة حراس في هجوم على فندق.",
     [" | الجيش + المتمردين | ", " |  | ثلاثة حراس"]),
    ("a claim by a pronoun", "قتل عشرة جنود في تفجير في السوق أمس، والذي أعلنت حركة الشباب مسؤوليتها عنه.",
     ["explosives | حركة الشباب | عشرة جنود"]),
    ("a claim in the next sentence", "قتل عشرة جنود في هجوم على فندق. وتبناه تنظيم داعش.",
     [" | تنظيم داعش | عشرة جنود"]),
    ("a claim that nobody makes", "قتل جنديان في تفجير لم تعلن أي جهة مسؤوليتها عنه.", ["explosives |  | جنديان"]),
    ("an attack that acts", "قتل عشرة أشخاص في تفجير في مقديشو. وقال المحافظ إن التفجير استهدف موكبا أمنيا.",
     ["explosives |  | عشرة أشخاص"]),
    ("a machine told of", "قتل 27 شخصا في هجوم نفذه المتمردون بطائرة مسيرة. وقالت اللجنة إن الطائرة استهدفت سوقا.",
     ["drone | المتمردون | 27 شخصا"]),
    ("more of them", "قتل 18 شخصا في انفجار قنبلة. وأضافت الشرطة أن عشرة أشخاص آخرين أصيبوا.",
     ["explosives |  | 18 شخصا"]),
    ("what came of it", "فتح خمسة مسلحين النار على دورية. وأدى ذلك إلى مقتل ضابط وإصابة عسكريين اثنين.",
     ["firearms | خمسة مسلحين | دورية"]),
    ("a fight with no sides", "فرض الوالي حظر التجول بعد مقتل 5 أشخاص وإصابة 13 آخرين في اشتباكات قبلية.", [" |  | "]),
    ("those in power", "أسفرت غارات الاحتلال أمس عن استشهاد 19 شخصا.", ["aerial | الاحتلال | 19 شخصا"]),
    ("of whom it is said", "كان الزعيم متورطا في اعتداءات على السفارة.", [" | الزعيم | السفارة"]),
    ("his own father", "حكم القاضي على رجل ادعى أنه قتل والده.", [" |  | والده"]),
    ("he hit four", "أوقفت الشرطة رجلا هاجم المارة وسط المدينة وأصاب 4 أشخاص.", [" | رجلا | 4 أشخاص"]),
    ("how bad it was", "أدانت باكستان هذا الهجوم الإرهابي الجبان الذي استهدف أبرياء.", [" |  | أبرياء"]),
    ("what came of an older one", "زار الوزير المدينة بعد أيام من تفجير انتحاري في السوق أدى إلى مقتل 90 شخصا.",
     ["suicide-attack |  | 90 شخصا"]),
    ("for whom a bomb was meant", "أصيب ثلاثة عناصر نتيجة انفجار عبوة ناسفة استهدفت دورية لهم على الطريق.",
     ["explosives |  | ثلاثة عناصر + دورية"]),
    ("he only says so", "قال المفتي إن قتل المدنيين جريمة لا تغتفر.", [" |  | المدنيين"]),
    ("bullets of those in power", "استشهد شاب برصاص الاحتلال في جنين.", ["firearms | الاحتلال | شاب"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [t[1:] for t in ASSAULTS], ids=[t[0] for t in ASSAULTS])
def test_what_is_an_assault(read: Callable[[str], Record], text: str, expected: list[str]) -> None:
    assert [told(e) for e in read(text).events if e.type == "ASSAULT"] == expected


NONE = [
    ("fear", "أصيب أفراد الميليشيا برعب شديد لدى مشاهدتهم الدبابات."),
    ("a fall", "لقي شاب مصرعه إثر سقوطه من مرتفع شاهق غرب أبها."),
    ("a fall in a headline", "مصرع شاب سقط من مرتفع غرب أبها"),
    ("an accident behind the next verb", "لقيت امرأتان مصرعهما وأصيب السائق أمس في حادث على طريق الملك فهد."),
    ("a blast by chance", "أسفر انفجار في محطة المترو عن إصابة ثمانية ركاب. وقال الدفاع المدني إن سببه خلل كهربائي."),
    ("deaths with no word of force", "لقي ألفا مهاجر مصرعهم في المتوسط هذا العام."),
]


@pytest.mark.parametrize("text", [t[1] for t in NONE], ids=[t[0] for t in NONE])
def test_what_is_none(read: Callable[[str], Record], text: str) -> None:
    assert [told(e) for e in read(text).events if e.type == "ASSAULT"] == []


def test_deaths_of_those_who_bear_arms_are_by_force(read: Callable[[str], Record]) -> None:
    assert [told(e) for e in read("لقي أربعة جنود مصرعهم في الشهر الماضي.").events] == [" |  | أربعة جنود"]


def test_the_toll_of_a_war_is_not_that_of_an_attack(read: Callable[[str], Record]) -> None:
    text = "أسفرت غارات على البلدة عن مقتل 19 شخصا. وارتفعت حصيلة القتلى منذ بدء الحرب إلى 3136 قتيلا."
    attack = next(e for e in read(text).events if e.type == "ASSAULT")
    assert [(s.kind, s.low) for s in attack.size] == [("dead", 19)]
