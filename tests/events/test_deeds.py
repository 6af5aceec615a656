"""Who did it to whom: victims whom print could take for those who did it, things that are nobody, who is let go."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.records import Record
from tellings import told

TOLD = [
    ("a town is nobody to kill", "وقال إن رئيس الاستخبارات السابق قتل في حي الزهور بالعاصمة باريس.",
     ("ASSAULT", [], ["رئيس الاستخبارات السابق"])),
    ("a man whom nobody is told to have killed", "قال الشاهد إن الضابط قتل أمام منزله.", ("ASSAULT", [], ["الضابط"])),
    ("a man who killed", "قال الشاهد إن الجندي قتل رجلا أمام منزله.", ("ASSAULT", ["الجندي"], ["رجلا"])),
    ("two brothers", "قتل طفلان شقيقان في غارة على البلدة.", ("ASSAULT", [], ["طفلان"])),
    ("whom a clause describes", "خطف موظف بريطاني يعمل في شركة نفط أمس.", ("ASSAULT", [], ["موظف بريطاني"])),
    ("who came on motorcycles", "خطف مسلحون يستقلون دراجات نارية مهندسا إيطاليا.",
     ("ASSAULT", ["مسلحون"], ["مهندسا إيطاليا"])),
    ("besides", "أعلنت الشرطة أن عشرين مدنيا قتلوا أمس فضلا عن أربعة شرطيين في الانفجار.",
     ("ASSAULT", [], ["عشرين مدنيا"])),
    ("a word that has lost its noun", "وكان أربعون جنديا قد قتلوا في هجوم على معسكر قرب مدرسة دينية مجاورة.",
     ("ASSAULT", [], ["أربعون جنديا"])),
    ("a crossing is closed", "أغلقت السلطات معبر رفح أمس.", ("COERCE", ["السلطات"], [])),
    ("a border is closed", "أعادت المجر إغلاق حدودها مع صربيا.", ("COERCE", ["المجر"], [])),
    ("guns are taken", "غنم المهاجمون مدفعا وعربتين.", ("COERCE", ["المهاجمون"], [])),
    ("a hill is taken", "سيطر المتمردون على تلة استراتيجية.", ("COERCE", ["المتمردون"], [])),
    ("whose funds are frozen", "جمدت الحكومة أموال شركات إيرانية.", ("COERCE", ["الحكومة"], ["شركات إيرانية"])),
    ("a camp is shut in", "حاصر الجيش مخيم النازحين.", ("COERCE", ["الجيش"], ["مخيم النازحين"])),
    ("held, then let go", "قال الناطق إن ثلاثة مصورين كانوا قد أوقفوا في مارس ثم أطلق سراحهم.",
     ("RETREAT", [], ["ثلاثة مصورين"])),
    ("held and let go on bail", "وأوضح أن الضابط أوقف في مايو ثم أفرج عنه بكفالة.", ("RETREAT", [], ["الضابط"])),
    ("one of those held", "اعتقلت الشرطة ستة مشتبه فيهم بينهم صاحب ورشة كان قد أطلق سراحه قبل شهرين.",
     ("RETREAT", [], ["صاحب ورشة"])),
    ("who lets go whom he seized", "وكان مسلحون خطفوا الطبيب من منزله ثم أطلقوا سراحه.",
     ("RETREAT", ["مسلحون"], ["الطبيب"])),
    ("who goes on in a relative clause behind a preposition",
     "وفي الساحة ألقى ملثمون قنابل حارقة على الشرطة التي ردت بالغاز وأوقفت خمسين شخصا.",
     ("COERCE", ["الشرطة"], ["خمسين شخصا"])),
    ("masked men are no number", "ألقى ملثمون قنابل حارقة على الشرطة.", ("ASSAULT", ["ملثمون"], ["الشرطة"])),
    ("twenty, where they are no subject", "وقدمت تركيا طائرة محملة بأدوية للصومال، كما نقلت عشرين من الجرحى إلى أنقرة.",
     ("AID", ["تركيا"], ["عشرين من الجرحى"])),
    ("who holds a strike", "ونظم موظفو البلديات والصيادلة إضرابا هو الأول منذ عام.",
     ("PROTEST", ["موظفو البلديات", "الصيادلة"], [])),
    ("one of the tens", "واشتبك مهاجرون مع الحرس قرب المعبر واعتقل منهم تسعة وعشرون.",
     ("COERCE", [], ["تسعة وعشرون"])),
    ("what a second accusation says", "واتهم الوزير أسمرة بأنها أبعدت بعثة كانت الأمم المتحدة قد أوفدتها، وبأنها لا تزال "
     "تحتجز عشرة من الجنود.", ("COERCE", ["أسمرة"], ["عشرة من الجنود"])),
    ("its owner", "وهدم الجيش المنزل ثم اعتقل صاحبه محمود الدبعي.", ("COERCE", ["الجيش"], ["محمود الدبعي"])),
    ("her father", "وناشد والده الخاطفين الإفراج عنه.", ("REQUEST", ["والده"], ["الخاطفين"])),
    ("whom an aside accuses", "وأضاف الناطق أن الطائرات ردت على القصف، متهما إيران بتزويد الحوثيين بالصواريخ.",
     ("AID", ["إيران"], ["الحوثيين"])),
    ("who blows himself up, and at whom", "وقال إن انتحاريا يقود سيارة مفخخة فجر نفسه قرب موكب المحافظ.",
     ("ASSAULT", ["انتحاريا"], ["موكب المحافظ"])),
    ("a gate is nobody", "فجر انتحاري نفسه عند مدخل الكلية.", ("ASSAULT", ["انتحاري"], [])),
    ("a man himself", "أصيب الوزير نفسه في الهجوم.", ("ASSAULT", [], ["الوزير"])),
    ("dozens of armed men", "واشتبك العشرات من المسلحين مع الشرطة قرب المعبر.",
     ("ASSAULT", ["العشرات من المسلحين", "الشرطة"], [])),
    ("whose strikes a protest is against", "تظاهر آلاف الطلاب أمس ضد الغارات الإسرائيلية على قطاع غزة.",
     ("PROTEST", ["آلاف الطلاب"], ["الإسرائيلية"])),
    ("with what a crowd is dispersed", "فرقت الشرطة مستخدمة الغاز المسيل للدموع مئات المحتجين.",
     ("ASSAULT", ["الشرطة"], ["مئات المحتجين"])),
    ("of whom most are", "ندد المجلس بالهجوم على القاعدة الذي خلف عشرات القتلى معظمهم من طلبة عسكريين.",
     ("ASSAULT", [], ["عشرات القتلى"])),
    ("an attack from gunmen", "تعرضت القرية لهجوم من مسلحين أمس.", ("ASSAULT", ["مسلحين"], ["القرية"])),
    ("whom they accused", "واتهمت السلطات حارسا بالإهمال ثم أطلقت سراحه.", ("RETREAT", ["السلطات"], ["حارسا"])),
]


@pytest.mark.parametrize(("text", "wanted"), [t[1:] for t in TOLD], ids=[t[0] for t in TOLD])
def test_who_did_it(read: Callable[[str], Record], text: str, wanted: tuple[str, list[str], list[str]]) -> None:
    events = [told(e) for e in read(text).events]
    assert wanted in events, events
