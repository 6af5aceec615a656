"""Who coerces, protests, moves troops or lets go, and whom: what stands far from its verb, and whom it is taken from."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.records import Record
from tellings import told

TOLD = [
    ("who throws, by the verb that goes on", "استمر المتظاهرون في إلقاء الحجارة على قوات الأمن.",
     ("PROTEST", ["المتظاهرون"], ["قوات الأمن"])),
    ("who storms", "حاول متظاهرون اقتحام السفارة أمس.", ("PROTEST", ["متظاهرون"], ["السفارة"])),
    ("who storms without being called so", "حاول الأساتذة اقتحام مبنى الوزارة أمس.",
     ("PROTEST", ["الأساتذة"], ["الوزارة"])),
    ("who tears down", "هدم المحتجون مقر الحزب في الناصرية.", ("PROTEST", ["المحتجون"], ["مقر الحزب"])),
    ("settlers are no crowd that protests", "أقدم المستوطنون على رشق سيارات القرويين بالحجارة.",
     ("ASSAULT", ["المستوطنون"], ["سيارات القرويين"])),
    ("settlers storm", "حاول المستوطنون اقتحام بلدة حوارة أمس.", ("ASSAULT", ["المستوطنون"], [])),
    ("who blocks several streets", "قام محتجون بقطع شوارع رئيسية في عدن.", ("PROTEST", ["محتجون"], [])),
    ("a count that is feminine in form", "تجمهر العشرات أمام السفارة.", ("PROTEST", ["العشرات"], [])),
    ("gas, which is no accident", "أصيب عشرة شبان بالاختناق جراء الغاز المسيل للدموع.", ("ASSAULT", [], ["عشرة شبان"])),
    ("whose attack is repelled", "صدت القوات الحكومية هجوما شنته مليشيا الحوثي على مواقعها.",
     ("ASSAULT", ["القوات الحكومية"], ["مليشيا الحوثي"])),
    ("who repels an attack does not make it", "تمكنت المقاومة من صد هجوم للمليشيات على معسكرها.",
     ("ASSAULT", ["للمليشيات"], ["معسكرها"])),
    ("behind a comma and a day", "تمكنت شرطة المرور بمدينة قابس، صباح أمس من توقيف ثلاثة مهربين.",
     ("COERCE", ["شرطة المرور"], ["ثلاثة مهربين"])),
    ("between commas", "تمكن حرس الغابات أمس الجمعة، من القبض على أربعة أشخاص، بعد ورود بلاغ.",
     ("COERCE", ["حرس الغابات"], ["أربعة أشخاص"])),
    ("by the noun of doing", "نددت النقابة بقيام الجيش باعتقال ثلاثة صيادين.", ("COERCE", ["الجيش"], ["ثلاثة صيادين"])),
    ("by the noun of managing to", "عاد السكان بعد تمكن المقاومة الشعبية من تحرير مدينة عدن.",
     ("COERCE", ["المقاومة الشعبية"], [])),
    ("who enters a strike", "قالت اللجنة إنها قررت الدخول في اعتصام مفتوح أمام المقر.", ("PROTEST", ["اللجنة"], [])),
    ("from whom a town is freed", "تم تطهير مدينة لودر بالكامل من المتمردين.", ("COERCE", [], ["المتمردين"])),
    ("from whom control is taken", "أعلن الجيش استعادة السيطرة على الميناء من المسلحين.",
     ("COERCE", ["الجيش"], ["المسلحين"])),
    ("whose troops leave where", "أمر الرئيس السنغالي بسحب الجنود من غامبيا.", ("RETREAT", ["الرئيس السنغالي"], ["غامبيا"])),
    ("whose control is a time", "يعاني الميناء منذ سيطرة المتمردين على الساحل من نقص الوقود.",
     ("COERCE", ["المتمردين"], [])),
    ("who strikes, behind l", "إضراب إنذاري لأساتذة التعليم الثانوي يوم الثلاثاء", ("PROTEST", ["أساتذة التعليم الثانوي"], [])),
    ("who strikes, in a word nobody knows", "تواصل إضراب القيمين بالمعاهد أمس.", ("PROTEST", ["القيمين"], [])),
    ("in favour of whom", "خرجت مسيرة مؤيدة للرئيس في المدينة أمس.", ("PROTEST", [], [])),
    ("no pronoun of an official", "ذكر ضابط أن الجاني هرب الاثنين وتم القبض عليه من قبل الشرطة.",
     ("COERCE", ["الشرطة"], ["الجاني"])),
    ("a pronoun of his own", "قال الناشط إنه تم توقيفه أمس في المطار.", ("COERCE", [], ["الناشط"])),
    ("whom they let go", "أطلقت قوات الأمن سراح عدد من الناشطين بعد توقيفهم لساعات.",
     ("COERCE", [], ["عدد من الناشطين"])),
    ("she arrested them", "اقتحمت قوات الاحتلال المدينة، ثم اعتقلت 11 فلسطينيا في حملة.",
     ("COERCE", ["قوات الاحتلال"], ["11 فلسطينيا"])),
    ("deeds joined, past commas", "أفاد مصدر بقيام مسلحين، أمس، باقتحام مقار أممية، واعتقال عدد من موظفيها.",
     ("COERCE", ["مسلحين"], ["عدد من موظفيها"])),
    ("who announces what he carried out", "أعلن جهاز مكافحة الإرهاب، اليوم الثلاثاء، إلقاء القبض على إرهابيين اثنين.",
     ("COERCE", ["جهاز مكافحة الإرهاب"], ["إرهابيين اثنين"])),
    ("a vowel of the passive", "قال المحامي إنه احتُجز بسبب تعليقاته.", ("COERCE", [], ["المحامي"])),
    ("two who do", "بعد قيام الأمن والدرك الملكي باعتقالات واسعة خرجت مسيرة.", ("COERCE", ["الأمن", "الدرك الملكي"], [])),
    ("the culprit is no adjective", "ضبطت الشرطة الجاني وهو مواطن في الثلاثين.", ("COERCE", ["الشرطة"], ["الجاني"])),
    ("hunger", "صحفي مصري يضرب عن الطعام في سجنه", ("PROTEST", ["صحفي مصري"], [])),
]


@pytest.mark.parametrize(("text", "expected"), [t[1:] for t in TOLD], ids=[t[0] for t in TOLD])
def test_force(read: Callable[[str], Record], text: str, expected: tuple[str, list[str], list[str]]) -> None:
    assert expected in [told(e) for e in read(text).events]


NONE = [
    ("the aim of a summons", "استدعت الوزارة السفير للاحتجاج على تصريحاته.", "PROTEST"),
    ("what ministers are asked for", "تعالت مطالبات الوزراء بالاستقالة.", "RETREAT"),
    ("what is forbidden", "أصدر الوالي أمرا بحظر التجول والتجمهر في السوق.", "PROTEST"),
    ("sources are nothing seized", "وعلمت الصحيفة من مصادرها أن الوزير التقى النواب.", "COERCE"),
    ("what must be done", "شدد المبعوث على ضرورة انسحاب الحزب من البلدة.", "RETREAT"),
    ("what is put off", "أدى الإجراء إلى تأجيل انسحاب القوات من الإقليم.", "RETREAT"),
    ("whoever did it", "أشاد العقيد بالقدرة على القبض على كل من له علاقة بالجريمة.", "COERCE"),
    ("suspended from matches", "قررت لجنة المسابقات في اتحاد الكرة إيقاف كابتن فريق الزمالك ثلاث مباريات.", "COERCE"),
    ("nobody's need", "لم يحتج أحد من الحاضرين إلى مترجم في المباراة.", "PROTEST"),
    ("a car overturned", "وقع حادث انقلاب على طريق الملك سعود.", "COERCE"),
    ("drones", "ظهرت قبل أشهر المسيرات الانتحارية في سماء العاصمة.", "PROTEST"),
    ("an occupation as such", "حذر الشيخ من الاحتلال الصهيوني ومن تهويد المدينة.", "COERCE"),
]


@pytest.mark.parametrize(("text", "kind"), [t[1:] for t in NONE], ids=[t[0] for t in NONE])
def test_no_event(read: Callable[[str], Record], text: str, kind: str) -> None:
    assert kind not in {e.type for e in read(text).events}


NOBODY = [
    ("of whom some are", "أعلنت الوزارة ضبط المتورطين من مزوري السلع.", "COERCE", "مزوري السلع"),
    ("of whom those sought are", "نفذت الشرطة حملة مداهمات لتوقيف ناشطين من تنظيم القاعدة.", "COERCE", "تنظيم القاعدة"),
    ("where it was is nobody", "لم يتضح أين احتُجز الطلاب.", "COERCE", "أين"),
    ("of what a thing is", "تم حجز مسدس من نوع قديم وكمية من الذخيرة.", "COERCE", "كمية"),
    ("who tells it", "وأوضح المتحدث باسم الحرس أنه تم إيقافه على الحدود.", "COERCE", "المتحدث باسم الحرس"),
    ("a paper", "نشرت صحيفة خبرا عن الحكم على سائق اعتبارا من تاريخ إيقافه.", "COERCE", "صحيفة"),
    ("an adjective of those expelled", "قررت السلطات طرد عدد من الموظفين الدبلوماسيين الفرنسيين العاملين في السفارة.",
     "COERCE", "العاملين"),
    ("besides", "أبرمت الرياض أمس صفقة أسلحة مع واشنطن، فضلا عن عقود بين البلدين.", "SUPPORT", "البلدين"),
]


@pytest.mark.parametrize(("text", "kind", "who"), [t[1:] for t in NOBODY], ids=[t[0] for t in NOBODY])
def test_who_does_not_take_part(read: Callable[[str], Record], text: str, kind: str, who: str) -> None:
    found = [e for e in read(text).events if e.type == kind]
    assert all(who not in (m.text for m in (*e.actors, *e.recipients)) for e in found)
