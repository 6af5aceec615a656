"""News of protocol: long lists of guests, what commas part, who said something at which meeting."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from khabar.records import Record
from tellings import told

Read = Callable[[str], Record]

TOLD = [
    ("a list with a name set apart",
     "التقى وزير الدفاع سالم حمد كلا من رئيس الهيئة سعد علي، ورئيس النقابة كريم فهمي، ورئيس جمعية الصحف، بدر يوسف.",
     ("CONSULT",
      ["وزير الدفاع سالم حمد", "رئيس الهيئة سعد علي", "رئيس النقابة كريم فهمي", "رئيس جمعية الصحف"], [])),
    ("some of many", "استقبل الوزير سالم حمد السفير كريم فهمي، وعددا من قضاة المحكمة، حيث تبادل الجميع التهاني.",
     ("CONSULT", ["السفير كريم فهمي", "عددا من قضاة المحكمة"], ["الوزير سالم حمد"])),
    ("a crowd of people", "استقبل الوزير سالم حمد السفير كريم فهمي وجمعا من المواطنين.",
     ("CONSULT", ["السفير كريم فهمي", "جمعا من المواطنين"], ["الوزير سالم حمد"])),
    ("who comes with him", "استقبل الأمير سعد بن فهد مدير الأمن الفريق ناصر حمد، والوفد المرافق له من مديري الإدارات.",
     ("CONSULT", ["مدير الأمن الفريق ناصر حمد", "الوفد المرافق"], ["الأمير سعد بن فهد"])),
    ("two who do it, and to whom", "عزى الأمير سعد بن فهد، والأمير بدر بن حمد، أسرة الفقيد في وفاة والدهم.",
     ("SUPPORT", ["الأمير سعد بن فهد", "الأمير بدر بن حمد"], ["أسرة الفقيد"])),
    ("a call behind a comma", "أجرى الملك سعد بن فهد، اتصالا هاتفيا أمس بالرئيس سالم حمد.",
     ("CONSULT", ["الملك سعد بن فهد"], ["الرئيس سالم حمد"])),
    ("who had received whom", "وكان الأمير سعد بن فهد، استقبل في قصره بجدة مساء أمس وزير الدفاع المصري.",
     ("CONSULT", ["وزير الدفاع المصري"], ["الأمير سعد بن فهد"])),
    ("who spoke when he received", "وجاء حديث الأمير سعد بن فهد خلال استقباله السفير كريم فهمي.",
     ("CONSULT", ["السفير كريم فهمي"], ["الأمير سعد بن فهد"])),
    ("who met after one spoke to the other", "أكد وزير الدفاع سالم حمد لنظيره المصري، أن الحدود آمنة، بعد لقائهما في جدة.",
     ("CONSULT", ["وزير الدفاع سالم حمد", "نظيره المصري"], [])),
    ("one of whom is stressed", "وأعرب الوزير سالم حمد عن تقديره لدور الإمارات خاصة ودول الخليج عامة في الإغاثة.",
     ("SUPPORT", ["الوزير سالم حمد"], ["الإمارات", "دول الخليج"])),
    ("to the rank of several", "ورفع السفير سالم حمد التعازي إلى مقام الملك سعد بن فهد وإلى الأمير بدر بن حمد.",
     ("SUPPORT", ["السفير سالم حمد"], ["الملك سعد بن فهد", "الأمير بدر بن حمد"])),
    ("a blessing between commas", "استقبل الملك سعد بن فهد، حفظه الله، وزير الدفاع المصري.",
     ("CONSULT", ["وزير الدفاع المصري"], ["الملك سعد بن فهد"])),
    ("not whom the occasion is about", "وأعرب الوزير سالم حمد خلال استقبال الملك له أمس، عن شكره وتقديره للحكومة المصرية.",
     ("SUPPORT", ["الوزير سالم حمد"], ["لحكومة المصرية"])),
    ("what somebody still does", "أشاد الوزير سالم حمد بالجهود التي لا تزال الحكومة تبذلها في المدينة.",
     ("SUPPORT", ["الوزير سالم حمد"], ["الحكومة"])),
    ("what somebody has not ceased to do", "أشاد وزير الدفاع بالجهود التي ما زالت تبذلها الحكومة للأيتام.",
     ("SUPPORT", ["وزير الدفاع"], ["الحكومة"])),
    ("who begins a visit", "وقال الرئيس التركي قبل أن يبدأ زيارة رسمية إلى الصين إن بلاده صامدة.",
     ("CONSULT", ["الرئيس التركي"], ["الصين"])),
    ("who are in brackets", "وعقد الوزير سالم حمد اجتماعا مع ممثلي الشركات الأجنبية (إيطاليا وبلجيكا والبرتغال) أمس.",
     ("CONSULT", ["الوزير سالم حمد", "ممثلي الشركات الأجنبية"], [])),
    ("whose meeting is the reason", "جاء القرار على خلفية محاسبة الرئيس بسبب لقائه بوزير الدفاع المصري.",
     ("CONSULT", ["الرئيس", "وزير الدفاع المصري"], [])),
    ("a guest behind when and where", "وقال الأمير سعد بن فهد لدى استقباله أمس في قصر الحكم، مدير الجامعة كريم فهمي: أبارك لكم.",
     ("CONSULT", ["مدير الجامعة كريم فهمي"], ["الأمير سعد بن فهد"])),
]


@pytest.mark.parametrize(("text", "expected"), [t[1:] for t in TOLD], ids=[t[0] for t in TOLD])
def test_who_takes_part(read: Read, text: str, expected: tuple[str, list[str], list[str]]) -> None:
    assert expected in [told(e) for e in read(text).events]


OTHERS = [
    ("a reason", "قتل الجندي سالم حمد، ردا على الهجوم.", "الهجوم"),
    ("what two talk about", "بحث الوزير سالم حمد، والوزير كريم فهمي، سبل التعاون.", "سبل التعاون"),
    ("who speaks behind when he met", "وخلال زيارته أمس للمصنع، قال رئيس الشركة إن العمل يسير.", "المصنع"),
]


@pytest.mark.parametrize(("text", "words"), [o[1:] for o in OTHERS], ids=[o[0] for o in OTHERS])
def test_what_stands_behind_a_comma_and_takes_no_part(read: Read, text: str, words: str) -> None:
    people = [m.text for e in read(text).events for m in (*e.actors, *e.recipients)]
    assert words not in people
