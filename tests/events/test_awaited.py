"""Whom somebody asks or blames, far behind the verb; who goes on speaking; what is no subject and no participant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.records import Record
from tellings import told

Read = Callable[[str], Record]


TOLD = [
    ("whose words behind a comma", "استنكر الأمين العام، بشدة تصريحات وزير الدفاع الإسرائيلي.",
     ("ACCUSE", ["الأمين العام"], ["وزير الدفاع الإسرائيلي"])),
    ("whose practices", "استنكرت الجزائر في بيان صادر اليوم الأحد عن وزارة الخارجية، الممارسات التي تقوم بها قوات الاحتلال.",
     ("ACCUSE", ["الجزائر"], ["قوات الاحتلال"])),
    ("a document of which a copy came", "دعت الحركة في بيان تحصلت الإذاعة على نسخة منه، الحكومة إلى الاستقالة.",
     ("REQUEST", ["الحركة"], ["الحكومة"])),
    ("asides one after another", "دعا المكتب السياسي للحركة، في بيان أصدره أمس، وحصلت الإذاعة على نسخة منه، الحكومة إلى الاستقالة.",
     ("REQUEST", ["المكتب السياسي للحركة"], ["الحكومة"])),
    ("who is made responsible", "حملت الجبهة، في بلاغ تحصلت الإذاعة على نسخة منه، اليوم الأربعاء، الحكومة مسؤولية تدهور الأوضاع.",
     ("ACCUSE", ["الجبهة"], ["الحكومة"])),
    ("a press conference", "طالب الاتحاد، خلال مؤتمر صحفي عقده أمس، وزارة العمل بتطبيق الاتفاق.",
     ("REQUEST", ["الاتحاد"], ["وزارة العمل"])),
    ("his name between", "اتهم المتحدث باسم الجيش، العميد سالم حمد، في تغريدات على حسابه، جماعة الحوثي بقصف المدينة.",
     ("ACCUSE", ["المتحدث باسم الجيش"], ["جماعة الحوثي"])),
    ("where and when, and no comma", "ودعا الأمين العام للمنظمة سالم حمد، في بيان له أمس الجمعة قوات حفظ السلام إلى تكثيف جهودها.",
     ("REQUEST", ["الأمين العام للمنظمة سالم حمد"], ["قوات حفظ السلام"])),
    ("right behind a comma", "طالبت النقابة، وزارة العمل بدفع الأجور، وإعادة المفصولين.",
     ("REQUEST", ["النقابة"], ["وزارة العمل"])),
    ("his office behind his name", "حث الأمير سالم بن حمد أمير المنطقة، منسوبي الإمارة على بذل الجهود.",
     ("REQUEST", ["الأمير سالم بن حمد"], ["منسوبي الإمارة"])),
    ("a state goes on asking", "قالت فرنسا إن القرار أثار غضبها وطالبت بسحبه.", ("REQUEST", ["فرنسا"], [])),
    ("how far it refuses", "أعلنت الحركة، مساء الأحد في بيان، رفضها القاطع لعودة المستوطنين.", ("REJECT", ["الحركة"], [])),
    ("another matter is nobody", "وأعرب الرئيس من جهة أخرى عن استنكاره لما أقدمت عليه النقابة.",
     ("ACCUSE", ["الرئيس"], ["النقابة"])),
    ("another matter ends before the topic", "من جانب آخر الجبهة نددت بالهجوم الذي قامت به أطراف مشبوهة على الندوة.",
     ("ACCUSE", ["الجبهة"], ["أطراف مشبوهة"])),
    ("two bodies side by side", "دعا المركز الأمم المتحدة إلى إرسال بعثة.", ("REQUEST", ["المركز"], ["الأمم المتحدة"])),
    ("behind what the first is of", "دعت الهيئة السياسية للحزب الكتلة البرلمانية إلى الإسراع بالمصادقة على القانون.",
     ("REQUEST", ["الهيئة السياسية للحزب"], ["الكتلة البرلمانية"])),
    ("an object behind where the subject is", "بدأت الجهات المختصة في بريطانيا تحقيقاتها في الحادث.",
     ("ACCUSE", ["الجهات المختصة"], [])),
    ("a session of a trial", "بدأت دائرة الجنايات في المحكمة اليوم جلسة محاكمة المتهمين بالتفجير.",
     ("ACCUSE", ["دائرة الجنايات"], ["المتهمين"])),
    ("a name before an object is no object", "وجه قائد حرس الحدود بالمنطقة اللواء سالم حمد شكره للعاملين.",
     ("SUPPORT", ["قائد حرس الحدود بالمنطقة اللواء سالم حمد"], ["للعاملين"])),
    ("whose statements", "دانت رابطة العلماء التصريحات الطائفية التي صدرت عن نوري المالكي.",
     ("ACCUSE", ["رابطة العلماء"], ["نوري المالكي"])),
    ("what they did it for", "دان الوزير قصف المتمردين للاستيلاء على المدينة.", ("ACCUSE", ["الوزير"], ["المتمردين"])),
    ("the head of a region", "دعا سالم حمد رئيس إقليم كردستان الحكومة والمعارضة إلى وقف القتال.",
     ("REQUEST", ["سالم حمد"], ["الحكومة", "المعارضة"])),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "expected"), TOLD, ids=[t[0] for t in TOLD])
def test_whom_a_verb_waits_for(read: Read, name: str, text: str, expected: tuple[str, list[str], list[str]]) -> None:
    assert expected in [told(e) for e in read(text).events]


def test_how_many_they_are_asks_for_nothing(read: Read) -> None:
    events = read("وشدد على ضرورة حل مشكلة رواتب الموظفين وعددهم نحو أربعين ألف موظف.").events
    assert not any(e.actors for e in events)


GOES_ON = [
    ("over a sentence without a subject", "طالبت المنظمة الشغيلة برفع الأجور. وذكرت في البيان ذاته أن الوضع صعب. ودعت كل القوى الوطنية إلى الحوار.",
     "المنظمة الشغيلة"),
    ("a state", "ودعت تونس المجتمع الدولي إلى التحرك العاجل. كما طالبت بالضغط على إسرائيل.", "تونس"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text", "who"), GOES_ON, ids=[g[0] for g in GOES_ON])
def test_who_spoke_goes_on(read: Read, name: str, text: str, who: str) -> None:
    last = max(read(text).events, key=lambda e: e.trigger.start)
    assert (last.type, [m.text for m in last.actors]) == ("REQUEST", [who])


def test_another_speaker_ends_it(read: Read) -> None:
    text = "طالب الحزب برفع الأجور. وقال الوزير إن الوضع صعب. ودعا كل القوى الوطنية إلى الحوار."
    last = max(read(text).events, key=lambda e: e.trigger.start)
    assert [m.text for m in last.actors] == ["الوزير"]
